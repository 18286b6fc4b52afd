import { createHmac } from 'node:crypto'
import type { Secret } from '../model/secret.ts'

/** Tells one value from another (hex, 16 characters), and says nothing to who does not have the key. */
export function keyedHash(key: Secret, value: Secret): string {
  return createHmac('sha256', key.reveal()).update(value.reveal()).digest('hex').slice(0, 16)
}
