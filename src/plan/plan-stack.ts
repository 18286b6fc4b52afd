import { StackError } from '../errors.ts'
import { referencesOf } from '../model/env-value.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { PullCredential, StackConfig } from '../model/stack.ts'
import { gatewayUrl } from './addresses.ts'
import { planCertificates } from './certificates.ts'
import { planGateway } from './gateway.ts'
import { planImages } from './images.ts'
import { planInfrastructure } from './infrastructure.ts'
import { planPlugin } from './plugin.ts'
import { planPluginsConfig } from './plugins-config.ts'
import { planSecrets } from './secrets.ts'

/**
 * Decides everything before anything is touched: names, addresses, SANs, environment, images, what is secret.
 * Pure, and the same for every target but for service names and URLs.
 *
 * @throws StackError CONFIG_INVALID with every setting that contradicts the gateway's or the plugin runtime's needs.
 */
export function planStack(config: StackConfig): Plan {
  const infrastructure = planInfrastructure(config)
  const planned = config.plugins.map((plugin, index) => planPlugin(plugin, index, config))
  const plugins = planned.map(({ plugin }) => plugin)
  const dependsOn = [...infrastructure, ...plugins].map(({ name }) => name)
  const { gateway, problems } = planGateway(config, dependsOn)
  const url = gatewayUrl(config)

  const all = [...problems, ...planned.flatMap((entry) => entry.problems)]
  refuseErrors(all)

  return {
    stack: { name: config.deployment.name, target: config.deployment.type, namespace: config.deployment.namespace },
    config,
    gateway,
    plugins,
    infrastructure,
    images: planImages(config),
    certificates: planCertificates(config),
    certificatePolicy: config.certificates,
    secrets: planSecrets(
      [...infrastructure, ...plugins, gateway],
      secretsGiven(config),
      pullCredentials(config),
      config.secrets,
    ),
    deploy: config.deploy,
    pluginsConfig: planPluginsConfig(plugins),
    ...(url === undefined ? {} : { gatewayUrl: url }),
    problems: all,
  }
}

/** Names that the user's own text refers to: `${NAME}` or `{name, to}`. They must come from a provider, we do not make them up. */
function secretsGiven(config: StackConfig): ReadonlySet<string> {
  const { postgres } = config.infrastructure
  const values = [config.gateway, ...config.plugins].flatMap(({ env }) => Object.values(env))
  const password = postgres?.password === undefined ? [] : [postgres.password]
  const pulls = pullCredentials(config).map((credential) => credential.password)
  const injected = config.secrets.filter(({ to }) => to.length > 0).map(({ name }) => name)
  return new Set([...[...values, ...password, ...pulls].flatMap(referencesOf), ...injected])
}

/** An engine pulls with the login of whoever deploys. */
function pullCredentials({ deployment }: StackConfig): readonly PullCredential[] {
  return deployment.type === 'kubernetes' ? deployment.pullCredentials : []
}

/** @throws StackError with every error among the problems, if there is one. */
export function refuseErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return
  throw new StackError({
    code: first.code,
    message: errors.length === 1 ? first.message : `${errors.length} settings contradict what the stack needs`,
    hint: first.hint,
    problems: errors,
  })
}
