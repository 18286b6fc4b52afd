import { expect, test } from 'vitest'
import { planStack } from '../../src/plan/plan-stack.ts'
import { renderBundle } from '../../src/render/render-bundle.ts'
import { isWritten, isWrittenObjects } from '../../src/render/written.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { renderKubernetes } from './kubernetes/kubernetes-input.ts'
import { renderInput } from './render-input.ts'

test('every file that is generated is known again, and every file of objects as such', async () => {
  const compose = await renderBundle(await renderInput(planStack(stackConfig({ plugins: [pluginConfig('OPA')] }))))
  const { files } = await renderKubernetes({}, { gitops: true })
  const all = [...compose.files, ...files]
  expect(all.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['compose.yaml', 'shim/sitecustomize.py', 'stack.yaml', 'kustomization.yaml']),
  )
  expect(all.filter(({ text }) => !isWritten(text)).map(({ path }) => path)).toEqual([])
  const objects = files.filter(({ text }) => isWrittenObjects(text)).map(({ path }) => path)
  expect(objects).toEqual(files.map(({ path }) => path).filter((path) => path !== 'plugins-config.yaml'))
})
