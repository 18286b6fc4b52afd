import { StackError } from '../errors.ts'
import type { Code, Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretContext, SecretProvider, TargetSecret, WantedSecret } from '../model/secrets.ts'
import type { SecretKey } from '../model/stack-secrets.ts'
import { readSecretKey, showSecretKey } from './referenced.ts'

/**
 * Secrets that are in the target's namespace already: `kubernetes:SECRET#KEY`, or the keys of `ci_cd.secrets.kubernetes.secret`.
 * They are read to prove that they are there and to see that they changed; pods refer to them, and nothing is copied.
 */
export const kubernetesProvider: SecretProvider = { name: 'kubernetes', open: openKubernetes }

type Reading = TargetSecret | { readonly kind: 'no target' }

function openKubernetes({ sources, readTargetSecret }: SecretContext) {
  const readings = new Map<string, Promise<Reading>>()

  const readOnce = (secret: string): Promise<Reading> => {
    const read = readTargetSecret?.()
    if (read === undefined) return Promise.resolve({ kind: 'no target' })
    const reading = readings.get(secret) ?? read(secret)
    readings.set(secret, reading)
    return reading
  }

  const askOne = async (wanted: WantedSecret): Promise<SecretAnswer> => {
    const place = placeOf(wanted, sources.kubernetes.secret)
    return toAnswer(await readOnce(place.secret), place, wanted)
  }
  return { ask: (wanted: readonly WantedSecret[]) => Promise.all(wanted.map(askOne)) }
}

/** @throws StackError CONFIG_INVALID */
function placeOf({ name, at }: WantedSecret, secret: string | undefined): SecretKey {
  const place = at === undefined ? undefined : readSecretKey({ provider: 'kubernetes', at })
  if (place !== undefined) return place
  if (secret !== undefined) return { secret, key: name }
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: 'the provider kubernetes is asked for names, and no Secret is given',
    hint: 'Write ci_cd.secrets.kubernetes: {secret: mcp-secrets}, or `from: "kubernetes:mcp-secrets#key"` at the name',
  })
}

function toAnswer(reading: Reading, reference: SecretKey, { name, at }: WantedSecret): SecretAnswer {
  const { secret, key } = reference
  const where = `${secret}#${key}`
  switch (reading.kind) {
    case 'no target':
      return { kind: 'unread', reference, where, why: notAsked(secret) }
    case 'forbidden':
      return { kind: 'unread', reference, where, why: forbidden(secret, reading.reason) }
    case 'absent':
      return failed(
        'SECRET_MISSING',
        `secret ${name}: there is no Secret ${secret} in the namespace, which ${showSecretKey(reference)} needs`,
        `Make it first: kubectl create secret generic ${secret} --from-file=${key}=FILE`,
      )
    case 'found': {
      const value = reading.values.get(key)
      if (value !== undefined)
        return {
          kind: 'found',
          value: new Secret(name, value.reveal()),
          where,
          version: reading.resourceVersion,
          reference,
        }
      if (reading.values.has(key)) {
        return failed(
          'SECRET_INVALID',
          `secret ${name}: ${showSecretKey(reference)} is no UTF-8 text, which no environment variable can carry`,
          'Encode it, as base64 for example',
        )
      }
      if (at === undefined) return { kind: 'absent' }
      const keys = [...reading.values.keys()].toSorted()
      return failed(
        'SECRET_MISSING',
        `secret ${name}: the Secret ${secret} has no key ${key}; it has ${keys.length === 0 ? 'none' : keys.join(', ')}`,
        'Correct the key in `from`, or add it to the Secret',
      )
    }
  }
}

function failed(code: Code, message: string, hint: string): SecretAnswer {
  return { kind: 'failed', problem: { severity: 'error', code, message, hint } }
}

function notAsked(secret: string): Problem {
  return {
    severity: 'error',
    code: 'SECRET_UNREACHABLE',
    message: `the Secret ${secret} is in the cluster, which does not answer: nobody has looked whether it has all the keys that pods refer to`,
    hint: 'A deploy looks before it writes anything',
  }
}

function forbidden(secret: string, reason: string): Problem {
  return {
    severity: 'error',
    code: 'SECRET_FORBIDDEN',
    message: `the Secret ${secret} may not be read (${reason}): pods refer to it all the same, but nobody has looked whether it has the keys, and pods do not roll when it changes`,
    hint: `Allow it: verb get on secrets, resourceNames: [${secret}] (mcp-deploy rbac | kubectl apply -f -); names that can be generated are then taken from it too`,
  }
}
