import { StackError } from '../../errors.ts'
import { asksForLeaf, type KeptLeaf } from '../../model/cert-manager.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import { Secret } from '../../model/secret.ts'
import { away, reasonOf } from './answers.ts'
import type { Place } from './api.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject } from './kube-objects.ts'
import { pathOf } from './paths.ts'

/**
 * What cert-manager keeps for these Certificates; the user's own, which carry no mark of ours, are left out. Each Secret is read
 * by its name: the right to list them would show everything else in the namespace.
 *
 * @param needed  False: what may not be read is as if it were not there.
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE
 */
export async function readLeaves(
  place: Place,
  objects: readonly KubeObject[],
  needed: boolean,
): Promise<readonly KeptLeaf[]> {
  const leaves: KeptLeaf[] = []
  await inParallel(objects.filter(asksForLeaf), async ({ metadata }) => {
    const { [objectLabels.request]: request, [objectLabels.name]: component } = metadata.annotations ?? {}
    if (request === undefined || component === undefined) return
    const answer = await readAnswer(place, metadata.name, needed)
    leaves.push({ component, secretName: metadata.name, request, ...(answer && { answer }) })
  })
  return leaves.toSorted((a, b) => (a.component < b.component ? -1 : 1))
}

/** Undefined while the Secret is not there or holds no pair yet. */
export async function readAnswer(place: Place, name: string, needed: boolean): Promise<KeptLeaf['answer']> {
  const answer = await place.api.get(pathOf('v1', 'Secret', place.namespace, name))
  if (answer.status === 404 || (answer.status === 403 && !needed)) return undefined
  if (answer.status === 403) {
    throw new StackError({
      code: 'RIGHTS_MISSING',
      message: `Secret ${name}, in which cert-manager keeps a certificate, cannot be read: ${place.io.redactor.redact(reasonOf(answer))}`,
      hint: 'Somebody who may give rights types: mcp-deploy rbac | kubectl apply -f -',
    })
  }
  if (answer.status !== 200) throw away(place.io.redactor.redact(reasonOf(answer)))
  const { 'ca.crt': ca = '', 'tls.crt': chain = '', 'tls.key': key = '' } = dataOf(answer.body)
  if (chain === '' || key === '') return undefined
  const keyPem = new Secret(`tls.key of Secret ${name}`, fromBase64(key))
  place.io.redactor.add(keyPem)
  return { chainPem: fromBase64(chain), keyPem, trustBundlePem: fromBase64(ca) }
}

function dataOf(body: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const { data } = body as { readonly data?: Readonly<Record<string, string>> }
  return data ?? {}
}

/** As PEM texts are kept here: with a line end at their end. */
function fromBase64(text: string): string {
  const pem = Buffer.from(text, 'base64').toString('utf8').trim()
  return pem === '' ? '' : `${pem}\n`
}
