import { StackError } from '../../errors.ts'
import { certificateKind } from '../../model/cert-manager.ts'
import type { BundleObject } from '../../model/kubernetes.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './api.ts'
import {
  type CertificateObject,
  type CertificateRequestObject,
  hasFailed,
  lookAtCertificate,
} from './certificate-status.ts'
import { isOwnConflict } from './conflict.ts'
import { inParallel } from './in-parallel.ts'
import { pathOf } from './paths.ts'
import { readAnswer } from './read-leaves.ts'
import { listObjects, needObjects } from './read-objects.ts'
import { explainRefusal, inPlace } from './refusal.ts'

/** Between two looks: signing takes a second or two. */
const pollMilliseconds = 500

/** How long an object that is asked anew may take to go. */
const goneSeconds = 30

const whole = { ours: true, metadataOnly: false }
const requestKind = { apiVersion: certificateKind.apiVersion, kind: 'CertificateRequest' }

/**
 * Asks cert-manager for these Certificates and waits until each is signed and kept.
 *
 * @throws StackError AUTHORITY_FAILED at once when one fails, with what cert-manager or the issuer says; APPLY_FAILED.
 */
export async function issueCertificates(
  place: Place,
  objects: readonly BundleObject[],
  timeoutSeconds: number,
): Promise<void> {
  const before = await needObjects<CertificateObject>(place, certificateKind, whole)
  const failed = before.filter((one) => hasFailed(one) && objects.some(({ name }) => name === one.metadata.name))
  await inParallel(failed, (one) => removeFailed(place, one))
  await inParallel(objects, (object) => ask(place, object))
  await waitUntilIssued(place, objects, timeoutSeconds)
}

/** A wish that failed is not tried again for an hour; as a new object it is tried at once. Its Secret stays. */
async function removeFailed(place: Place, { metadata }: CertificateObject): Promise<void> {
  const { api, io, namespace } = place
  const path = pathOf(certificateKind.apiVersion, certificateKind.kind, namespace, metadata.name)
  // In the foreground: its failed attempts are gone with it.
  await api.remove(path, { propagation: 'Foreground', ...(metadata.uid === undefined ? {} : { uid: metadata.uid }) })
  const start = io.clock.now().getTime()
  while ((await api.get(path, { metadataOnly: 'object' })).status === 200) {
    if (io.clock.now().getTime() - start > goneSeconds * 1000) return
    await io.clock.sleep(pollMilliseconds, io.signal)
    stopIfInterrupted(io)
  }
}

async function ask(place: Place, { apiVersion, kind, manifest, name }: BundleObject): Promise<void> {
  const path = pathOf(apiVersion, kind, place.namespace, name)
  const body = JSON.stringify(manifest)
  const tried = await place.api.apply(path, body)
  const answer = isOwnConflict(tried) ? await place.api.apply(path, body, { force: true }) : tried
  if (answer.status < 300) return
  const { hint, reason } = explainRefusal(`${kind}/${name}`, answer)
  const code = answer.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED'
  throw new StackError({ code, message: place.io.redactor.redact(reason), hint: inPlace(place, hint) })
}

async function waitUntilIssued(place: Place, objects: readonly BundleObject[], timeoutSeconds: number): Promise<void> {
  const { clock, progress, redactor, signal } = place.io
  const start = clock.now().getTime()
  const tasks = new Map(objects.map(({ component, name }) => [name, progress.task(`certificate of ${component}`)]))
  const done = new Set<string>()
  let requests: readonly CertificateRequestObject[] | undefined = []
  for (;;) {
    const certificates = await needObjects<CertificateObject>(place, certificateKind, whole)
    // They carry no label of ours; where they may not be listed, the Certificate says less.
    if (requests !== undefined) {
      requests = await listObjects<CertificateRequestObject>(place, requestKind, { ours: false, metadataOnly: false })
    }
    const waited = (clock.now().getTime() - start) / 1000
    const open: string[] = []
    const broken: string[] = []
    for (const { component, name } of objects.filter((object) => !done.has(object.name))) {
      const certificate = certificates.find(({ metadata }) => metadata.name === name)
      const look =
        certificate === undefined
          ? ({ state: 'progressing', message: 'not seen yet' } as const)
          : lookAtCertificate(certificate, requests, waited)
      const message = redactor.redact(look.message)
      if (look.state === 'ready' && (await readAnswer(place, name, true)) !== undefined) {
        done.add(name)
        tasks.get(name)?.done(message)
        continue
      }
      tasks.get(name)?.update(message)
      if (look.state === 'failed') broken.push(`${component}: ${message}`)
      else open.push(`${component}: ${message}`)
    }
    if (broken.length > 0) throw notIssued(place, objects, `cert-manager did not issue ${broken.join('; ')}`)
    if (open.length === 0) return
    if (waited >= timeoutSeconds) {
      throw notIssued(place, objects, `cert-manager did not issue within ${timeoutSeconds} s ${open.join('; ')}`)
    }
    await clock.sleep(pollMilliseconds, signal)
    stopIfInterrupted(place.io)
  }
}

function notIssued(place: Place, objects: readonly BundleObject[], message: string): StackError {
  const names = objects.map(({ name }) => name).slice(0, 3)
  return new StackError({
    code: 'AUTHORITY_FAILED',
    message,
    hint: inPlace(
      place,
      `Nothing was deployed. See more: kubectl describe certificate,certificaterequest ${names.join(' ')}`,
    ),
  })
}
