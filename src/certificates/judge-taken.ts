import { checkAnswer } from './check-answer.ts'
import type { Judged } from './judged.ts'

/**
 * Files that are taken for the first time are checked like a signer's answer, whoever made them: what verifiers refuse, or what
 * could pass for another kind of component, is not deployed. What the store has was checked when it came.
 */
export async function judgeTaken(judged: Judged, now: Date): Promise<Judged> {
  const { request, found, mismatch } = judged
  if (found?.how !== 'imported' || mismatch?.urgent === true) return judged
  const { chainPem: pem, keyPem, trustBundlePem } = found.certificate
  const trust = { pem: trustBundlePem, source: 'its ca.crt' }
  const { problems } = await checkAnswer({ request, keyPem, pem }, trust, now)
  const wrong = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  return wrong.length === 0 ? judged : { request, found, mismatch: { reason: wrong.join('; '), urgent: true } }
}
