import { StackError } from '../../errors.ts'
import type { BundleObject, PullValue, SecretDatum } from '../../model/kubernetes.ts'
import { isPending, type Maybe } from '../../model/pending.ts'
import { Secret } from '../../model/secret.ts'
import type { Secrets } from '../../model/secrets.ts'
import type { JsonObject } from '../../model/stack.ts'

/**
 * The body of the request that writes an object. A Secret's values are put in here, at the edge, and the whole body is then
 * secret: nobody prints it by accident.
 *
 * @param manifest  The object's own, or what is left of it where somebody else decides a field.
 */
export function requestBody(object: BundleObject, secrets: Secrets, manifest: JsonObject = object.manifest) {
  if (object.data === undefined) return JSON.stringify(manifest)
  const data = Object.fromEntries(
    Object.entries(object.data).map(([key, datum]) => [key, toBase64(revealDatum(object, datum, secrets))]),
  )
  return new Secret(`body of ${object.key}`, JSON.stringify({ ...manifest, data }))
}

function revealDatum(object: BundleObject, datum: SecretDatum, secrets: Secrets): string {
  switch (datum.kind) {
    case 'text':
      return typeof datum.text === 'string' ? datum.text : datum.text.reveal()
    case 'env':
      return ready(object, secrets.compose(datum.value, datum.name)).reveal()
    case 'pull':
      return dockerConfig(object, datum.credentials, secrets)
    case 'pending':
      return ready(object, datum.pending).reveal()
  }
}

/** As `docker login` writes it: kubelets read `auth` or the two beside it, older tools only `auth`. */
function dockerConfig(object: BundleObject, credentials: readonly PullValue[], secrets: Secrets): string {
  const auths = credentials.map(({ registry, username, password: value }) => {
    const password = ready(object, secrets.compose(value, `password of ${registry}`)).reveal()
    return [registry, { username, password, auth: toBase64(`${username}:${password}`) }]
  })
  return JSON.stringify({ auths: Object.fromEntries(auths) })
}

function ready(object: BundleObject, value: Maybe<Secret>): Secret {
  if (!isPending(value)) return value
  throw new StackError({
    code: 'BUG',
    message: `${object.key} was to be applied before ${value.pending} ${value.key} was made`,
  })
}

const toBase64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

/** A one-off pod's program: given as a file, since arguments and environment are shown by `kubectl describe`. */
export function programSecret(name: string, labels: JsonObject, program: string): Secret {
  const manifest = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, labels },
    immutable: true,
    data: { 'program.py': toBase64(program) },
  }
  return new Secret(`program of ${name}`, JSON.stringify(manifest))
}
