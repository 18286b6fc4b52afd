import { StackError } from '../../errors.ts'
import { createHttp } from '../../io/http.ts'
import type { Environment } from '../../model/host.ts'
import { Secret } from '../../model/secret.ts'

/** For one request; the service is beside the runner. */
const timeoutSeconds = 10
const tries = 3

/**
 * GitHub's OpenID Connect token for this job (docs.github.com, "OpenID Connect reference": GET with the job's own bearer).
 * By hand and not by @actions/core, which would print a mask command with the token into the stdout that a step may pipe.
 *
 * @returns undefined where the job has no `permissions: id-token: write`.
 * @throws StackError HOST_FAILED
 */
export async function requestIdentityToken(
  audience: string | undefined,
  environment: Environment,
): Promise<Secret | undefined> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment
  if (!address || !bearer) return undefined
  const url = new URL(address)
  if (audience !== undefined) url.searchParams.set('audience', audience)
  const http = createHttp({ environment, signal: AbortSignal.timeout(tries * timeoutSeconds * 1000) })
  const headers = { authorization: new Secret('bearer of the job', `Bearer ${bearer}`), accept: 'application/json' }
  let reason = ''
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const answer = await http({ url: url.href, headers, timeoutSeconds })
      const body: unknown = answer.status === 200 ? JSON.parse(answer.body) : undefined
      if (isToken(body)) return new Secret('identity token', body.value)
      reason = `HTTP ${answer.status}`
      if (answer.status < 500 && answer.status !== 429) break
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
  }
  throw new StackError({
    code: 'HOST_FAILED',
    message: `GitHub gave no identity token for this job: ${reason}`,
    hint: 'The job needs `permissions: {id-token: write}`; run it again when githubstatus.com says that Actions is well',
  })
}

function isToken(body: unknown): body is { readonly value: string } {
  return typeof body === 'object' && body !== null && 'value' in body && typeof body.value === 'string'
}
