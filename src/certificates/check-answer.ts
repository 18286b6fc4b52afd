import { X509Certificate } from 'node:crypto'
import type { Issued } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Secret } from '../model/secret.ts'
import { buildChain } from './build-chain.ts'
import { readLinks } from './certificate-facts.ts'
import { type Finding, judgeChain, judgeEnds } from './judge-chain.ts'
import { judgeLeaf } from './judge-leaf.ts'
import { importKey, isSameKey, publicKeyInfo } from './key.ts'
import { pemOf, readCertificates, splitPem } from './read-certificate.ts'
import { rootsOf } from './share-trust.ts'

/** What a signer gave back for one request. */
export interface Answer {
  readonly request: CertificateRequest
  /** The key that the request was made for. */
  readonly keyPem: Secret
  /** PEM in any order, the root among them or not. */
  readonly pem: string
  /** Where it came from, for messages: a file, a program. */
  readonly source?: string
}

export interface AnswerTrust {
  /** PEM; only its roots may end a chain, and all of them are trusted afterwards. */
  readonly pem: string
  /** Names it in messages: `certificates.external.ca_file`. */
  readonly source: string
}

export interface CheckedAnswer {
  /** Leaf first, repaired order, the root in the trust bundle; absent where something is wrong. */
  readonly issued?: Issued
  /** Errors, and what a person should know about an answer that is good. */
  readonly problems: readonly Problem[]
}

/**
 * Checks what a signer answered against its request and key, whoever it is: key, names, usage, CA:FALSE, every signature up to
 * a root, life, algorithms, and what strict verifiers want. Everything that is wrong at once, each with what to do.
 *
 * @param trust  Undefined: the root that the answer brings along is trusted.
 * @throws StackError CERTIFICATE_INVALID when `trust` is not PEM.
 */
export async function checkAnswer(answer: Answer, trust: AnswerTrust | undefined, now: Date): Promise<CheckedAnswer> {
  const { request, keyPem, pem } = answer
  const trusted = trust === undefined ? undefined : readCertificates(trust.pem, trust.source)
  const given = readGiven(pem)
  if (given === undefined) return { problems: [toProblem(answer, unreadable)] }

  const own = publicKeyInfo(importKey(keyPem))
  const ours = given.find((certificate) => isSameKey(certificate, own))
  const leaf = ours ?? given.find((certificate) => !certificate.ca) ?? given[0]
  const chain = buildChain(leaf, given, trusted, trust?.source ?? 'the answer')
  const complete = chain.broken === undefined
  const links = await readLinks(chain.path)
  const findings: readonly Finding[] = [
    ...(ours === undefined ? [anotherKey] : []),
    ...judgeLeaf(leaf, links[0].facts, request, now),
    ...(chain.broken === undefined
      ? []
      : [{ severity: 'error' as const, what: chain.broken.why, hint: chain.broken.hint }]),
    ...judgeChain(links, complete, now),
    ...judgeEnds(chain.path),
  ]
  const problems = findings.map((finding) => toProblem(answer, finding))
  if (findings.some(({ severity }) => severity === 'error')) return { problems }

  return {
    issued: {
      request,
      chainPem: chain.path.slice(0, -1).map(pemOf).join(''),
      keyPem,
      trustBundlePem: trust === undefined ? chain.path.slice(-1).map(pemOf).join('') : rootsOf(trust.pem, trust.source),
    },
    problems,
  }
}

/** Undefined where there is no certificate, or one that is broken. */
function readGiven(pem: string): readonly [X509Certificate, ...X509Certificate[]] | undefined {
  try {
    const [first, ...rest] = splitPem(pem).map((block) => new X509Certificate(block))
    return first === undefined ? undefined : [first, ...rest]
  } catch {
    return undefined
  }
}

const unreadable: Finding = {
  severity: 'error',
  what: 'it is not a PEM certificate',
  hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete; convert DER and PKCS #7 with openssl.',
}

const anotherKey: Finding = {
  severity: 'error',
  what: 'it is for another key than the one the request was made for',
  hint: 'Have the request signed as it is, not one that was made anew.',
}

function toProblem({ request, source }: Answer, { severity, what, hint }: Finding): Problem {
  const from = source === undefined ? '' : ` (${source})`
  return {
    severity,
    code: 'CERTIFICATE_INVALID',
    message: `the ${request.kind} certificate of ${request.component}${from}: ${what}`,
    ...(hint === undefined ? {} : { hint }),
  }
}
