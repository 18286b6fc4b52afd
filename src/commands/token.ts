import { createHmac, randomUUID } from 'node:crypto'
import type { Secret } from '../model/secret.ts'

/**
 * Mints an administrator's token for the gateway (CONTRACT §5): HS256 over the claims the gateway checks.
 *
 * @param ttlSeconds  Life of the token, counted from `now`.
 */
export function mintToken(key: Secret, email: string, ttlSeconds: number, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000)
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({
    sub: email,
    username: email,
    iat: issued,
    exp: issued + ttlSeconds,
    iss: 'mcpgateway',
    aud: 'mcpgateway-api',
    jti: randomUUID(),
    is_admin: true,
    user: { email, full_name: 'mcp-deploy', is_admin: true, auth_provider: 'cli' },
    token_use: 'api',
    teams: null,
  })}`
  return `${text}.${createHmac('sha256', key.reveal()).update(text).digest('base64url')}`
}
