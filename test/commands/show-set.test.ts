import { expect, test } from 'vitest'
import { parseWords } from '../../src/commands/parse.ts'
import { sameStack } from '../../src/commands/same-stack.ts'

/** What is repeated of `--set SET` in the line to type next. */
const repeated = (set: string) => sameStack(parseWords(['deploy', '--set', set])).replace(/^ --set /, '')

test.each([
  'gateway.replicas=3',
  'plugins.P1.ref=v1.2.3',
  'deployment.target=compose',
  'plugins.P1.repo=https://github.com/IBM/x.git',
  'gateway.image=registry.example/mcp/gateway:1@sha256:00',
  'deployment.project_name=demo',
])('%s is typed again', (set) => {
  expect(repeated(set)).toBe(set)
})

test.each([
  ['plugins.P1.repo=https://bob:tok3n@host/x.git', 'plugins.P1.repo=…'],
  ['plugins.P1.repo=bob:tok3n@host/x.git', 'plugins.P1.repo=…'],
  ['gateway.envvars.API_TOKEN=hunter2', 'gateway.envvars.API_TOKEN=…'],
  ['gateway.env_vars.MODE=hunter2', 'gateway.env_vars.MODE=…'],
  ['gateway.enviroment.X=hunter2', 'gateway.enviroment.X=…'],
  ['plugins.P1.build_args.NPM_TOKEN=hunter2', 'plugins.P1.build_args.NPM_TOKEN=…'],
  ['plugins[0].build_args.X=hunter2', "'plugins[0].build_args.X'=…"],
  ['infrastructure.postgres.password=hunter2', 'infrastructure.postgres.password=…'],
  ['gateway.args=["--api-key=hunter2"]', 'gateway.args=…'],
  ['plugins=[{name: A, env_vars: {X: hunter2}}]', 'plugins=…'],
  ['gateway.label=ghp_0123456789abcdef', 'gateway.label=…'],
  ['hunter2', '…'],
  ['https://bob:hunter2@host/?a=b', '…'],
])('%s is not repeated', (set, shown) => {
  expect(repeated(set)).toBe(shown)
})
