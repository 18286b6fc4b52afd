import type { AuthorityKind, CertificateAuthority, Issued } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { runLimited } from '../model/run-limited.ts'
import type { ExternalConfig } from '../model/stack.ts'
import { askSigner } from './ask-signer.ts'
import { type AnswerTrust, checkAnswer } from './check-answer.ts'
import { makeSigningRequest } from './csr.ts'
import { externalSettings } from './external-settings.ts'
import { findOpenRequests, openRequest } from './open-requests.ts'
import { refuseAnswers } from './refuse-answers.ts'
import { rootsOf } from './share-trust.ts'
import { readTrustFile } from './trust-file.ts'

/**
 * A signer outside: a company's PKI that is asked by ticket, or a program that asks it (`certificates.external.command`: Venafi,
 * step-ca, whatever reads a CSR and writes a chain). Keys never leave us.
 */
export const externalAuthority: AuthorityKind = {
  name: 'external',

  async open(_known, { io, policy, openRequests }) {
    const settings = externalSettings(policy)
    const trust = await readTrustFile(settings, io)
    const shared = {
      name: 'external',
      fingerprint: undefined,
      ownRules: true as const,
      ...(trust === undefined ? {} : { rootsPem: rootsOf(trust.pem, trust.source) }),
    }
    const { command } = settings
    if (command !== undefined) {
      const trusted = shared.rootsPem === undefined ? {} : { trustBundlePem: shared.rootsPem }
      return byCommand({ ...shared, ...trusted }, { ...settings, command }, trust, io)
    }

    const known = await findOpenRequests(openRequests, policy, io)
    return {
      ...shared,
      openRequests: known,
      problems: [],
      issue: (requests, now) => Promise.all(requests.map((request) => openRequest(request, known, now))),
    }
  },
}

type Shared = Pick<CertificateAuthority, 'name' | 'fingerprint' | 'ownRules' | 'rootsPem' | 'trustBundlePem'>

/** Signers outside limit how often they are asked, and each request is a process of its own. */
const askedAtOnce = 4

function byCommand(
  shared: Shared,
  settings: ExternalConfig & { readonly command: readonly [string, ...string[]] },
  trust: AnswerTrust | undefined,
  io: Io,
): CertificateAuthority {
  // What is to be said of good answers is known after `issue`.
  const problems: Problem[] = []
  const askOne = async (request: CertificateRequest): Promise<Issued | readonly Problem[]> => {
    const signing = await makeSigningRequest(request)
    io.redactor.add(signing.keyPem)
    const answered = await askSigner(signing, settings, io)
    if (typeof answered !== 'string') return [answered]
    const source = `from ${settings.command[0]}`
    // It may have taken an hour, and what it made begins after we asked.
    const checked = await checkAnswer({ ...signing, pem: answered, source }, trust, io.clock.now())
    if (checked.issued === undefined) return checked.problems
    problems.push(...checked.problems)
    return checked.issued
  }
  return {
    ...shared,
    problems,

    async issue(requests) {
      const answers = await runLimited(requests, askedAtOnce, askOne)
      const wrong = answers.flatMap((answer) => ('request' in answer ? [] : answer))
      if (wrong.length > 0) throw refuseAnswers(wrong, 'Nothing was changed; correct it and run again.')
      return answers.filter((answer) => 'request' in answer)
    },
  }
}
