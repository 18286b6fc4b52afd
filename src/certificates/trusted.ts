import { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import { splitPem, uniqueOf } from './read-certificate.ts'

/** Every CA that the certificates trust, once: when it ends, everything under it ends. */
export function findTrusted(certificates: readonly Pick<Certificate, 'trustBundlePem'>[]): readonly X509Certificate[] {
  const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))
  return uniqueOf([...bundles].flatMap(splitPem).map((pem) => new X509Certificate(pem)))
}
