import { expect, test } from 'vitest'
import { findGoneImages } from '../../../src/targets/kubernetes/gone-images.ts'
import { kubernetesBundle, type Service } from '../../support/kubernetes-bundle.ts'
import { running } from '../values.ts'

const image = (name: string) => `r.example/mcp/${name}@sha256:${'a'.repeat(64)}`
const gateway: Service = { name: 'mcpgateway', role: 'gateway', image: image('gateway') }
const plugin: Service = { name: 'opa', role: 'plugin', image: image('opa') }

/** What is gone where the registry has nothing of this; `asked` are the images that it was asked for. */
async function ask(
  services: readonly Service[],
  runs: Parameters<typeof findGoneImages>[1],
  absent: readonly string[],
) {
  const asked: string[] = []
  const bundle = kubernetesBundle({ namespace: 'demo', stack: 'demo' }, services)
  const gone = await findGoneImages(bundle, runs, async (references) => {
    asked.push(...references)
    return new Set(references.filter((reference) => absent.includes(reference)))
  })
  return { gone, asked }
}

const all = [gateway.image, plugin.image]
const live = (of: Service, readiness: 'ready' | 'failed') => {
  const [component] = kubernetesBundle({ namespace: 'demo', stack: 'demo' }, [of]).components
  if (component === undefined) throw new Error('there is one')
  return running(component, 10, { image: of.image, readiness })
}

test('every image that its registry does not have any more is named', async () => {
  const { gone, asked } = await ask([gateway, plugin], [], [plugin.image])
  expect(asked).toEqual(all)
  expect(gone).toMatchObject([
    { component: 'opa', reason: `image ${plugin.image} is missing: its registry does not have it any more` },
  ])
})

test('what is on a node or in no registry is not asked for', async () => {
  expect((await ask([gateway, plugin], [live(plugin, 'ready')], all)).asked).toEqual([gateway.image])
  expect((await ask([gateway, plugin], [live(plugin, 'failed')], all)).asked).toEqual(all)
  const never = { ...plugin, container: { imagePullPolicy: 'Never' } }
  const local = { ...gateway, image: `sha256:${'b'.repeat(64)}` }
  expect((await ask([local, never], [], all)).gone).toEqual([])
})
