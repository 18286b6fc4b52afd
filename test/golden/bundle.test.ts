import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { plain } from '../../src/model/env-value.ts'
import { Secret } from '../../src/model/secret.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { renderBundle } from '../../src/render/render-bundle.ts'
import { plainEnv, plainPod, pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { renderInput } from '../render/render-input.ts'

/** The feature request's own example, with infrastructure: what `generate -o` writes for it. Update with `vitest -u`. */
const full = stackConfig({
  gateway: {
    resources: { memoryRequest: '512Mi', memoryLimit: '1Gi', cpuRequest: '250m', cpuLimit: '1000m' },
    env: {
      ...plainEnv({ LOG_LEVEL: 'INFO', MCPGATEWAY_UI_ENABLED: 'true', PRICE: '$5 {{ "quoted" }}' }),
      JWT_SECRET_KEY: {
        kind: 'secret',
        parts: [{ kind: 'reference', secret: 'JWT_SECRET_KEY', encoding: 'none' }],
      },
    },
  },
  plugins: [
    pluginConfig('OPAPluginFilter', {
      priority: 10,
      env: { LOG_LEVEL: plain('DEBUG'), API_KEY: { kind: 'secret', parts: [{ kind: 'literal', text: new Secret('API_KEY', 'a literal secret value') }] } },
      resources: { memoryLimit: '512Mi', cpuLimit: '500m' },
      hostPort: { address: '127.0.0.1', port: 18000 },
    }),
    pluginConfig('Clam_AV', {
      port: 3000,
      servicePort: 3000,
      mtls: false,
      mode: 'sequential',
      onError: 'ignore',
      overrides: { description: 'scans {{ everything }}', conditions: [{ prompts: ['a', 'b'] }] },
      command: ['python', '-m', 'clam'],
      healthcheck: ['clam-ready'],
      writablePaths: ['/var/lib/clamav'],
    }),
  ],
  infrastructure: {
    postgres: {
      image: 'postgres:17',
      database: 'mcpgateway',
      user: 'mcp',
      storageSize: '10Gi',
      dataPath: '/var/lib/postgresql/data',
      resources: { memoryLimit: '256Mi' },
      pod: plainPod,
    },
    redis: { image: 'redis:7', resources: {}, pod: plainPod },
  },
  networks: ['corporate'],
})

test.each([
  ['full', full],
  ['minimal', stackConfig({ plugins: [pluginConfig('Guard', { mtls: false })] })],
])('the bundle of %s is what it was', async (name, config) => {
  const bundle = await renderBundle(await renderInput(planStack(config)))
  for (const file of bundle.files) {
    await expect(file.text).toMatchFileSnapshot(resolve(import.meta.dirname, name, file.path))
  }
  const components = bundle.components.map(({ fields: _fields, ...rest }) => rest)
  const rest = { components, contents: bundle.contents, variables: bundle.variables, dataVolumes: bundle.dataVolumes }
  await expect(`${JSON.stringify(rest, undefined, 2)}\n`).toMatchFileSnapshot(
    resolve(import.meta.dirname, name, 'bundle.json'),
  )
})
