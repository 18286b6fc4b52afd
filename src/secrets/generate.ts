import { weaknessOf } from '../model/secret-strength.ts'
import { isPrivilegedPassword } from './privileged-password.ts'

export type Random = (bytes: number) => Uint8Array

/** 384 bits; as base64url it needs no escaping in a URL, a shell or YAML. */
const tokenBytes = 48

/** 64 characters, so that six bits choose one evenly; none of them has to be escaped in a URL. */
const passwordAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._'
const passwordLength = 28

/** A secret key or a database password. */
export function generateToken(random: Random): string {
  return draw(
    () => Buffer.from(random(tokenBytes)).toString('base64url'),
    (value) => weaknessOf(value, 'gateway') === undefined,
  )
}

/** A password that a person may have to type: letters, digits and a sign, as the gateway's policy for administrators wants. */
export function generatePassword(random: Random): string {
  return draw(
    () => Array.from(random(passwordLength), (byte) => passwordAlphabet[byte & 63]).join(''),
    // The gateway's older policy knows `.` as a sign, `_` not.
    (value) => value.includes('.') && isPrivilegedPassword(value),
  )
}

/** Draws until the value is strong; a token passes at once, a password after three or four. */
function draw(make: () => string, isStrong: (value: string) => boolean): string {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const value = make()
    if (isStrong(value)) return value
  }
  throw new Error('the source of randomness is broken')
}
