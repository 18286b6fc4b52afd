import { X509Certificate } from 'node:crypto'
import type { SeenCertificate } from '../model/verification.ts'
import type { Answers, DialAnswer } from './answers.ts'

/** What one gateway container told: the client certificate in its file, and what each dialled plugin presents. Pure. */
export function readSeen(
  from: string,
  { client, dials }: Pick<Answers, 'client' | 'dials'>,
  gateway: string,
): readonly SeenCertificate[] {
  const own = { component: gateway, kind: 'client', at: from } as const
  return [
    ...(client === undefined || client === ''
      ? [{ ...own, message: 'no certificate in PLUGINS_CLIENT_MTLS_CERTFILE' }]
      : [{ ...own, ...readCertificate(client) }]),
    ...dials.filter((dial) => dial.with === 'look' || dial.with === 'own').map(readDial),
  ]
}

function readDial(dial: DialAnswer): SeenCertificate {
  const place = { component: dial.component, kind: 'server', at: dial.to } as const
  if (dial.certificate !== undefined && dial.certificate !== '') {
    return { ...place, ...readCertificate(dial.certificate) }
  }
  return { ...place, message: dial.detail === undefined ? dial.seen : `${dial.seen}: ${dial.detail}` }
}

function readCertificate(base64: string): Pick<SeenCertificate, 'fingerprint' | 'issuer' | 'notAfter' | 'message'> {
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
    return {
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      issuer: certificate.issuer.trim().split('\n').join(', '),
      notAfter: new Date(certificate.validTo).toISOString(),
    }
  } catch {
    return { message: 'it is no certificate that can be read' }
  }
}

/** Several gateways look at the same place: what was seen there once, and a failure only where none of them saw anything. Pure. */
export function joinSeen(all: readonly SeenCertificate[]): readonly SeenCertificate[] {
  const placeOf = ({ component, kind, at }: SeenCertificate) => [component, kind, at].join(' ')
  const found = new Set(all.filter(({ fingerprint }) => fingerprint !== undefined).map(placeOf))
  const joined = new Map<string, SeenCertificate>()
  for (const seen of all) {
    if (seen.fingerprint === undefined && found.has(placeOf(seen))) continue
    joined.set(`${placeOf(seen)} ${seen.fingerprint ?? ''}`, seen)
  }
  return [...joined.values()]
}
