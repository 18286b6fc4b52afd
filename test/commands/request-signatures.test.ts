import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { issueFor } from '../../src/commands/certificate-state.ts'
import { requestSignatures } from '../../src/commands/request-signatures.ts'
import type { StackState } from '../../src/model/live.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest, stateAfter } from '../certificates/fixtures.ts'
import { live } from '../targets/values.ts'
import { draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00Z')

test('certs rotate makes the request of a certificate that is still good, and names it to the signer', async () => {
  const folder = newFolder()
  const requests = [clientRequest(), serverRequest('OPA')]
  const base = { authorities, requests, state: undefined, dry: false, force: false, caFromEnv: false }
  let state: StackState = stateAfter(await issueCertificates({ ...base, policy: policyIn(folder) }, edge(now)))
  const caFile = join(folder, 'root.pem')
  writeFileSync(caFile, state.authority?.certificatePem ?? '')
  const external = { commandFolder: folder, timeoutSeconds: 60, folder: join(folder, 'requests'), caFile }
  const certificatePolicy = policyIn(folder, { authority: 'external', external })
  const prepared = { plan: { ...draft().plan, certificates: requests, certificatePolicy } }
  const connection = {
    ...idleConnection,
    lock: () => Promise.resolve({ release: () => Promise.resolve() }),
    observe: () => Promise.resolve(live(state)),
    saveState: async (next: StackState) => void (state = next),
  }
  const choice = { caFromEnv: false, externalPki: false, renew: ['OPA'] }
  const { session: own } = session(now)
  const ask = async () => {
    const shown = { live: live(state), dry: true, force: false }
    const certificates = await issueFor(own, prepared, shown.live, { ...choice, ...shown })
    return requestSignatures(own, prepared, connection, { ...shown, certificates }, { ...choice, timeoutSeconds: 1 })
  }

  const asked = await ask()
  expect(asked).toMatchObject({ blocked: true, next: expect.stringContaining('signed (OPA;') })
  expect(['OPA', 'gateway'].map((name) => existsSync(join(folder, `requests/${name}.csr`)))).toEqual([true, false])
  const made = state.openRequests
  expect(made?.map(({ component }) => component)).toEqual(['OPA'])
  await ask()
  expect(state.openRequests).toEqual(made)
})
