import { type Env, plain } from '../model/env-value.ts'
import type { ComponentPlan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { StackConfig } from '../model/stack.ts'
import { gatewayHostPort } from './addresses.ts'
import { planShape, withoutMounts } from './component.ts'
import { gatewayContract, gatewayMtlsContract, gatewaySecrets, passwordChange, readyPath } from './contract/gateway.ts'
import { planStores } from './database.ts'
import { applyContract, injectSecrets, reference, sortEnv } from './environment.ts'
import { gatewayService } from './names.ts'
import { withShim } from './shim.ts'

/** PYTHONPATH of the public gateway images: their programs are in it. */
const imagePath = '/app'

/** The gateway: CONTRACT §1 over the user's environment, its database, its secrets, its order. */
export function planGateway(
  config: StackConfig,
  dependsOn: readonly string[],
): { readonly gateway: ComponentPlan; readonly problems: readonly Problem[] } {
  const { gateway } = config
  const hasClientCertificate = gateway.mtls && config.plugins.some((plugin) => plugin.mtls)
  const contract = [...gatewayContract(gateway), ...(hasClientCertificate ? gatewayMtlsContract(gateway) : [])]

  const given = injectSecrets(gateway.env, 'gateway', config.secrets)
  const stores = planStores(given, config.infrastructure)
  const secrets = addSecrets(stores.env)
  const planned = applyContract(secrets.env, contract, 'gateway')
  const published = gatewayHostPort(config)
  const { type, networks } = config.deployment
  // Where no call may be lost: the gateway loses some by itself (docs/decisions/0010).
  const parallel = type === 'kubernetes' && config.deploy.rolling === 'parallel'
  const shim = parallel && gateway.runtimeCompat
  const kept = withoutMounts(Object.keys(stores.dataPaths), gateway, type)

  return {
    gateway: {
      ...planShape(gateway, type),
      name: 'gateway',
      role: 'gateway',
      service: gatewayService,
      aliases: [],
      ...(published === undefined ? {} : { hostPort: published }),
      env: sortEnv(shim ? withShim(planned.env, imagePath) : planned.env),
      mtls: hasClientCertificate,
      dataPaths: Object.fromEntries(Object.entries(stores.dataPaths).filter(([path]) => kept.includes(path))),
      health: { kind: 'http', port: gateway.port, path: readyPath },
      dependsOn,
      networks: type === 'compose' ? networks : [],
      shim,
    },
    problems: [
      ...stores.problems,
      ...secrets.problems,
      ...planned.problems,
      ...(parallel && kept.length > 0 ? [endsBefore] : []),
    ],
  }
}

/** Two pods on one SQLite file would break it. */
const endsBefore: Problem = {
  severity: 'warning',
  code: 'CONFIG_WARNING',
  message:
    'rolling: parallel, but the gateway keeps its database in a volume: its old pod ends before the new one starts, and calls fail until that is ready',
  hint: 'Add infrastructure.postgres, or set gateway.env_vars.DATABASE_URL: then no call fails',
  path: 'ci_cd.deploy.rolling',
}

/** The secrets the gateway cannot start without, where the user did not give them. */
function addSecrets(user: Env): { readonly env: Env; readonly problems: readonly Problem[] } {
  const missing = gatewaySecrets.filter(({ name }) => !(name in user)).map(({ name }) => name)
  const added = Object.fromEntries(missing.map((name) => [name, reference(name)]))
  const settled = missing.includes('PLATFORM_ADMIN_PASSWORD') ? { [passwordChange]: plain('false') } : {}
  return {
    env: { ...settled, ...user, ...added },
    problems:
      missing.length === 0
        ? []
        : [
            {
              severity: 'note',
              code: 'CONFIG_NOTE',
              message: `not in the gateway's environment, so taken from the secret providers or made once and kept with the stack: ${missing.join(', ')}`,
              path: 'gateway.env_vars',
            },
          ],
  }
}
