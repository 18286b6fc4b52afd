import { inspectBuilder } from '../../build/buildx-builder.ts'
import { checkBases } from '../../build/check-bases.ts'
import { checkBuilder } from '../../build/check-builder.ts'
import { checkEngine } from '../../build/check-engine.ts'
import { checkRegistry, registriesOf } from '../../build/check-registries.ts'
import { checkSources, repositoriesOf } from '../../build/check-sources.ts'
import { isPodman } from '../../build/detect-engine.ts'
import { type CacheSurroundings, findCache } from '../../build/layer-cache/find.ts'
import { type Check, skipped } from '../../model/check.ts'
import type { Engine } from '../../model/image.ts'
import type { Io } from '../../model/io.ts'
import type { Plan } from '../../model/plan.ts'
import { chooseTarget, targets } from '../../registry.ts'
import { cacheSurroundings } from '../cache-surroundings.ts'
import { openSecrets } from '../open-secrets.ts'
import type { Session } from '../session.ts'
import { judgeCache } from './cache.ts'
import { judgeHost } from './ci-host.ts'
import { networkChecks } from './network.ts'
import { secretsCheck } from './secrets.ts'
import { softwareChecks } from './software.ts'

/**
 * Every check for a stack, in the order they are shown; without a plan, for any.
 *
 * @param edge  Makes an edge that ends by itself, one for each check.
 */
export function checksFor(
  plan: Plan | undefined,
  session: Pick<Session, 'host' | 'untrusted'>,
  edge: () => Io,
): readonly Check[] {
  const { facts } = session.host
  const chosen = plan === undefined ? Object.values(targets) : [chooseTarget(plan.stack.target)]
  const declared = (plan?.secrets ?? []).filter(({ origin }) => origin === 'declared').length
  const needsGit = (plan?.images ?? []).some(({ source }) => source.kind === 'git')
  return [
    {
      name: 'host',
      needed: false,
      ask: async () => (facts.host === 'terminal' ? [] : [judgeHost(facts, edge().environment, declared)]),
    },
    ...softwareChecks(edge(), needsGit),
    engineCheck(plan, cacheSurroundings(session), edge()),
    ...chosen.flatMap((target) => target.checks?.(plan, edge()) ?? []),
    ...(plan === undefined ? [] : sourceChecks(plan, edge)),
    ...networkChecks(edge(), plan?.config.network.caFile),
    // A run from outside asks nobody for secrets.
    ...(plan === undefined || session.untrusted === true
      ? []
      : [secretsCheck(plan.secrets, () => openSecrets(session, plan.config, edge()))]),
  ]
}

/** The engine, and on it buildx: one after the other, for the second is asked through the first. */
function engineCheck(plan: Plan | undefined, around: CacheSurroundings, io: Io): Check {
  const builds = plan?.images.some(({ source }) => source.kind !== 'image') ?? false
  const runsHere = plan?.stack.target === 'compose'
  const needed = builds || runsHere
  return {
    name: 'engine',
    needed,
    async ask() {
      if (plan !== undefined && !needed) return [skipped('engine', 'not needed: every image is ready-made')]
      const { containerEngine: named, dockerContext } = plan?.config.deployment ?? {}
      // Compose takes no other engine where the first does not answer.
      const containerEngine = named ?? (runsHere ? 'docker' : undefined)
      const builder = plan?.config.build.builder
      const { engine, findings } = await checkEngine(
        { containerEngine, dockerContext, builder: runsHere ? undefined : builder },
        needed,
        io,
      )
      if (engine === undefined || (plan !== undefined && !builds)) return findings
      const platforms =
        plan?.images.some(({ source }) => source.kind !== 'image' && source.platforms.length > 0) ?? false
      const chosenBuilder = builder === undefined ? {} : { builder }
      let asked: ReturnType<typeof inspectBuilder> | undefined
      const inspect = () => (asked ??= inspectBuilder({ engine, io, ...chosenBuilder }))
      const buildx = await checkBuilder(engine, { platforms, ...chosenBuilder }, inspect, io)
      if (plan === undefined) return [...findings, buildx]
      const wanted = {
        config: plan.config.build.cache,
        noCache: false,
        pushes: plan.images.some(({ registry }) => registry?.push === true),
      }
      const name = isPodman(engine.program) ? 'podman' : buildx.state === 'good' ? 'buildx' : 'docker'
      const { chosen } = await findCache(wanted, name, around, inspect, io)
      return [...findings, buildx, judgeCache(chosen)]
    },
  }
}

function sourceChecks(plan: Plan, edge: () => Io): readonly Check[] {
  const { build, deployment, network } = plan.config
  const context = deployment.dockerContext === undefined ? [] : ['--context', deployment.dockerContext]
  const own: Engine = { program: deployment.containerEngine ?? 'docker', args: context }
  const engine = plan.stack.target === 'compose' ? own : undefined
  const repositories = repositoriesOf(plan.images)
  const settings = {
    insecureRepos: build.insecureRepos,
    ...(network.caFile === undefined ? {} : { caFile: network.caFile }),
  }
  return [
    { name: 'base images', needed: false, ask: () => checkBases(plan.images, build.baseImages, own, edge()) },
    ...registriesOf(plan.images).map((use) => ({
      name: `registry ${use.registry}`,
      needed: use.push.length > 0,
      ask: () => checkRegistry(use, engine, edge()),
    })),
    ...(repositories.length === 0
      ? []
      : [{ name: 'repositories', needed: true, ask: () => checkSources(repositories, settings, edge()) }]),
  ]
}
