import { describe, expect, test } from 'vitest'
import type { StackError } from '../../../src/errors.ts'
import { renderBundle } from '../../../src/render/render-bundle.ts'
import { plainEnv, pluginConfig } from '../../plan/stack-config.ts'
import { at, find, kubernetesConfig, kubernetesInput } from './kubernetes-input.ts'

/** The stack with one template changed as a user's own would be. */
async function withTemplate(name: string, change: (text: string) => string) {
  const input = await kubernetesInput(kubernetesConfig({ plugins: [pluginConfig('Guard')] }))
  const template = input.templates[name]
  if (template === undefined) throw new Error(`no ${name}`)
  return {
    ...input,
    templates: { ...input.templates, [name]: { ...template, text: change(template.text), override: true } },
  }
}

const refusal = async (name: string, change: (text: string) => string): Promise<StackError> =>
  renderBundle(await withTemplate(name, change)).then(
    () => Promise.reject(new Error('it was accepted')),
    (error: StackError) => error,
  )

describe('a template of the user’s own', () => {
  test('counts in objects, hashes and reports', async () => {
    const own = await withTemplate('deployment.yaml.hbs', (text) =>
      text.replace('      enableServiceLinks: false', '      hostname: "host-of-{{y name}}"'),
    )
    const bundle = await renderBundle(own)
    expect(at(find(bundle, 'Deployment/mcpgateway'), 'spec.template.spec.hostname')).toBe('host-of-mcpgateway')
    expect(bundle.components.find(({ name }) => name === 'gateway')?.fields).toMatchObject({
      'pod.hostname': 'host-of-mcpgateway',
    })
  })

  test.each([
    ['is no YAML', 'deployment.yaml.hbs', 'spec:', 'spec: [', 'deployment.yaml.hbs: the text is not YAML'],
    ['renames', 'deployment.yaml.hbs', 'name: {{y name}}', 'name: x-{{y name}}', 'metadata.name of Deployment'],
    ['moves', 'service.yaml.hbs', '{{y namespace}}', 'other', 'metadata.namespace of Service'],
    ['is another kind', 'deployment.yaml.hbs', 'kind: Deployment', 'kind: DaemonSet', 'kind of Deployment'],
    [
      'forgets the labels',
      'config-map.yaml.hbs',
      'labels: {{y labels}}',
      'labels: {}',
      'the label mcp-stack.dev/stack',
    ],
    ['is a second document', 'service.yaml.hbs', 'spec:', '---\nspec:', 'service.yaml.hbs: '],
    ['asks for what is not there', 'service.yaml.hbs', '{{y type}}', '{{y tpye}}', 'is not there'],
    ['does not compile', 'service.yaml.hbs', '{{/if}}', '', 'template service.yaml.hbs'],
  ])('one that %s is refused', async (_name, name, from, to, message) => {
    const error = await refusal(name, (text) => text.replace(from, () => to))
    expect(['RENDER_INVALID', 'TEMPLATE_INVALID']).toContain(error.code)
    expect(error.message).toContain(message)
  })
})

test.each(['"}]\n---\nkind: X', '__mcps_0__', '{{y name}}', 'yes', '012', '\u2028', 'a: b #c', '$(HOME) $$', '"'])(
  'the value %j is what the pods get',
  async (value) => {
    const config = kubernetesConfig({ plugins: [pluginConfig('Guard', { env: plainEnv({ VALUE: value }) })] })
    const bundle = await renderBundle(await kubernetesInput(config))
    expect(at(find(bundle, 'ConfigMap/mcp-plugin-guard-env'), 'data.VALUE')).toBe(value)
  },
)
