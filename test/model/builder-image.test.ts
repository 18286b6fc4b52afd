import { expect, test } from 'vitest'
import { hintFor, isDockerRun } from '../../src/model/builder-image.ts'
import { Secret } from '../../src/model/secret.ts'
import { resolveSecrets } from '../../src/secrets/resolve.ts'
import { errorsOf, small, stackFile } from '../config/stack-file.ts'
import { declared, edge } from '../secrets/fixtures.ts'
import { sourceOf } from '../support/secret-source.ts'

const inImage = { MCP_DEPLOY_CONTAINER: '1' }

test('the image alone says that docker run is the place; in a CI job it is the pipeline', () => {
  expect(isDockerRun(inImage)).toBe(true)
  expect(isDockerRun({})).toBe(false)
  expect(isDockerRun({ ...inImage, CI: 'true' })).toBe(false)
  expect(isDockerRun({ ...inImage, JENKINS_URL: 'https://ci.example.com' })).toBe(false)
  expect(hintFor({}, 'do this', '-e NAME')).toBe('do this')
})

test('a variable that is not set ends with what to add, a secret and a plain one', async () => {
  const text = `${small}  env_vars: {A: "\${MY_TOKEN}", B: "\${LEVEL}"}\nci_cd: {vault_secrets: [{name: OTHER, to: [gateway]}]}\n`
  const errors = errorsOf(await stackFile(text, { variables: inImage }).problems())
  expect(errors.map(({ code, hint }) => [code, hint])).toEqual([
    ['SECRET_MISSING', 'Add to docker run: -e MY_TOKEN'],
    ['VARIABLE_MISSING', 'Add to docker run: -e LEVEL'],
    ['SECRET_MISSING', 'Add to docker run: -e OTHER'],
  ])
})

test('a secret that no provider has ends with it, too', async () => {
  const io = edge(inImage)
  const options = { source: sourceOf(io), generated: {}, hashKey: new Secret('k', 'hash key'), dry: false }
  await expect(resolveSecrets([declared('A_SECRET')], options, io)).rejects.toMatchObject({
    code: 'SECRET_MISSING',
    hint: 'Add to docker run: -e A_SECRET',
  })
})
