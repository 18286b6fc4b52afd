import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createIo } from '../../../src/io/create-io.ts'
import type { Progress } from '../../../src/model/io.ts'
import { readContext } from '../../../src/targets/kubernetes/context.ts'

const folder = mkdtempSync(join(tmpdir(), 'context-'))
afterAll(() => rmSync(folder, { recursive: true }))

const progress: Progress = {
  step: () => undefined,
  line: () => undefined,
  detail: () => undefined,
  task: () => ({ update: () => undefined, done: () => undefined, fail: () => undefined }),
  problem: () => undefined,
}

/** What a program in kubectl's place makes of it: a shell script, given the arguments after `--namespace x`. */
async function read(script: string, environment: Record<string, string> = {}, asked?: string) {
  const program = join(folder, 'kubectl')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  const { PATH = '' } = process.env
  const io = createIo({ environment: { PATH, ...environment }, progress, signal: new AbortController().signal })
  try {
    return await readContext(io, { program, args: [] }, asked)
  } finally {
    await io.close()
  }
}

const fails = (words: string) => `case "$*" in *get-contexts*) exit 0;; esac; echo 'error: ${words}' >&2; exit 1`
const here = join(folder, 'kubectl')

test('files of KUBECONFIG that are not there are named', async () => {
  const [a, b] = ['/absent/a', '/absent/b']
  await expect(read(fails('cannot locate context e2e'), { KUBECONFIG: a }, 'e2e')).rejects.toMatchObject({
    code: 'ENGINE_UNREACHABLE',
    message: 'kubectl has no context e2e; KUBECONFIG names /absent/a, which is not there',
    hint: 'Set KUBECONFIG to a file that is there',
  })
  const KUBECONFIG = [a, here, b].join(delimiter)
  await expect(read(fails('current-context must exist'), { KUBECONFIG })).rejects.toMatchObject({
    code: 'ENGINE_UNREACHABLE',
    message: 'kubectl has no cluster to go to: KUBECONFIG names /absent/a, /absent/b, which are not there',
  })
  await expect(read(fails('cannot locate context e2e'), { KUBECONFIG: here }, 'e2e')).rejects.toMatchObject({
    message: 'kubectl has no context e2e; it has none',
  })
})

test('a context that is none of those there is a mistake in the file', async () => {
  const script = `case "$*" in *get-contexts*) echo prod; exit 0;; esac; echo 'error: no context' >&2; exit 1`
  await expect(read(script, {}, 'e2e')).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: 'kubectl has no context e2e; it has prod',
  })
})

test('a configuration that kubectl cannot read is told in its words, inside a pod, too', async () => {
  const words = 'error loading config file "/x": yaml: line 1: did not find expected node content'
  for (const asked of [undefined, 'e2e'])
    await expect(read(fails(words), { KUBERNETES_SERVICE_HOST: '10.0.0.1' }, asked)).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: `kubectl cannot read its configuration: ${words}`,
    })
})

test('a wrapper that prints beside kubectl is told as such', async () => {
  await expect(read('echo Using cluster prod; echo "{}"')).rejects.toMatchObject({
    code: 'COMMAND_FAILED',
    message: 'kubectl config view printed no JSON: Using cluster prod',
    hint: expect.stringContaining('wrapper'),
  })
  await expect(read('echo null')).resolves.toEqual({ server: 'an unknown address' })
})

test('in the builder image the error ends with what to add to docker run', async () => {
  const inImage = { MCP_DEPLOY_CONTAINER: '1' }
  const denied = 'error loading config file "/root/.kube/config": open /root/.kube/config: permission denied'
  await expect(read(fails(denied), inImage)).rejects.toMatchObject({
    hint: 'Add to docker run: --user "$(id -u):$(id -g)": only its owner may read that file',
  })
  const HOME = join(folder, 'home')
  for (const asked of [undefined, 'e2e'])
    await expect(read(fails('current-context must exist'), { ...inImage, HOME }, asked)).rejects.toMatchObject({
      hint: 'Add to docker run: -v ~/.kube:/root/.kube:ro',
    })
  mkdirSync(join(HOME, '.kube'), { recursive: true })
  await expect(read(fails('current-context must exist'), { ...inImage, HOME })).rejects.toMatchObject({
    hint: 'Add to docker run: -e KUBECONFIG=/root/.kube/NAME: there is no ~/.kube/config',
  })
})
