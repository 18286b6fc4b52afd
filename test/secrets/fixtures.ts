import { createIo, type OpenIo } from '../../src/io/create-io.ts'
import type { EnvValue } from '../../src/model/env-value.ts'
import type { Progress } from '../../src/model/io.ts'
import type { SecretRequest } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'

const silent: Progress = {
  step: () => undefined,
  task: () => ({ update: () => undefined, done: () => undefined, fail: () => undefined }),
  line: () => undefined,
  detail: () => undefined,
  problem: () => undefined,
}

/** The real edge with an environment of its own. */
export function edge(environment: Record<string, string> = {}): OpenIo {
  return createIo({ environment, progress: silent, signal: new AbortController().signal })
}

export function declared(name: string, changes: Partial<SecretRequest> = {}): SecretRequest {
  return { name, origin: 'declared', opensVolume: false, usedBy: [`gateway.${name}`], ...changes }
}

export function generated(name: string, changes: Partial<SecretRequest> = {}): SecretRequest {
  return { name, origin: 'generated', shape: 'token', opensVolume: true, usedBy: [`gateway.${name}`], ...changes }
}

/** `text('a', { ref: 'B' }, { url: 'C' })` is `a${B}${C:urlencode}`. */
export function text(...parts: readonly (string | { readonly ref: string } | { readonly url: string })[]): EnvValue {
  return {
    kind: 'secret',
    parts: parts.map((part) => {
      if (typeof part === 'string') return { kind: 'literal', text: new Secret('literal', part) }
      return 'ref' in part
        ? { kind: 'reference', secret: part.ref, encoding: 'none' }
        : { kind: 'reference', secret: part.url, encoding: 'url' }
    }),
  }
}
