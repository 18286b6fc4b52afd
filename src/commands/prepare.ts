import { buildImages } from '../build/build-images.ts'
import { StackError } from '../errors.ts'
import type { Image } from '../model/image.ts'
import type { CacheMode } from '../model/layer-cache.ts'
import type { Live } from '../model/live.ts'
import type { ImagePlan, Plan } from '../model/plan.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Connection, Target } from '../model/target.ts'
import { planRules } from '../plan/plan-rules.ts'
import { planStack, refuseErrors } from '../plan/plan-stack.ts'
import { builders, chooseTarget } from '../registry.ts'
import { loadTemplates, type Templates } from '../render/templates.ts'
import { cacheSurroundings } from './cache-surroundings.ts'
import { type Session, timed } from './session.ts'

/** Steps 2 and 3, and what later steps need from outside: the templates. */
export interface Prepared {
  readonly config: StackConfig
  readonly plan: Plan
  readonly target: Target
  readonly templates: Templates
}

/** Commands that only look or remove: who deployed has seen the warnings. */
const quiet: readonly string[] = ['certs check', 'destroy', 'history', 'logs', 'status', 'token', 'verify']

/** Plans the stack and shows every warning of the config and the plan once. */
export async function prepare(session: Session, config: StackConfig): Promise<Prepared> {
  const target = chooseTarget(config.deployment.type)
  const plan = planStack(config)
  if (!quiet.includes(session.command)) refuseErrors(planRules(plan))
  const { templates, problems } = await loadTemplates(target.type, config.templatesDir, session.io)
  const all = [...config.problems, ...plan.problems, ...problems]
  const told = quiet.includes(session.command) ? all.filter(({ severity }) => severity === 'error') : all
  // Notes are for who looks closer: validate, plan and --json show them.
  for (const problem of told) if (problem.severity !== 'note') session.io.progress.problem(problem)
  return { config, plan: { ...plan, problems: told }, target, templates }
}

/** Steps 4 and 5: reaches the target and looks at what runs there. */
export async function observe(
  session: Session,
  prepared: Prepared,
): Promise<{ readonly connection: Connection; readonly live: Live }> {
  return timed(session, 'observe', `Looking at ${prepared.plan.stack.name}`, async () => {
    const connection = await prepared.target.connect(prepared.plan, session.io)
    session.io.progress.line(connection.description)
    session.secretSource?.reachTarget(connection.readSecret)
    try {
      return { connection, live: await connection.observe() }
    } catch (error) {
      // An open connection keeps a process of its own alive, and ours with it.
      await connection.close()
      throw error
    }
  })
}

export interface BuildChoice {
  readonly dry: boolean
  readonly noCache?: boolean
  /** --cache: instead of ci_cd.build.cache. */
  readonly cache?: CacheMode
  readonly requirePinned?: boolean
  /** --frozen: what the live release runs. */
  readonly frozen?: Live
  /** --plugin NAME: only these components. */
  readonly only?: readonly string[]
  readonly pluginsOnly?: boolean
}

/** Step 6, first half. */
export async function build(session: Session, prepared: Prepared, choice: BuildChoice): Promise<readonly Image[]> {
  const { plan, config } = prepared
  return timed(session, 'build', choice.dry ? 'Looking up images' : 'Images', () =>
    buildImages(
      {
        images: chooseImages(plan, choice),
        dry: choice.dry,
        noCache: choice.noCache ?? false,
        requirePinned: choice.requirePinned ?? false,
        ...(choice.frozen === undefined ? {} : { frozen: liveImages(choice.frozen) }),
      },
      {
        config: { ...config.build, cache: { ...config.build.cache, mode: choice.cache ?? config.build.cache.mode } },
        layerCache: cacheSurroundings(session),
        stack: plan.stack.name,
        target: plan.stack.target,
        builders,
        ...(config.deployment.containerEngine === undefined
          ? {}
          : { containerEngine: config.deployment.containerEngine }),
        ...(config.deployment.dockerContext === undefined ? {} : { dockerContext: config.deployment.dockerContext }),
        ...(config.network.caFile === undefined ? {} : { caFile: config.network.caFile }),
      },
      session.io,
    ),
  )
}

/** @throws StackError USAGE for a --plugin that the config does not have. */
function chooseImages(plan: Plan, choice: BuildChoice): readonly ImagePlan[] {
  const plugins = plan.plugins.map((plugin) => plugin.name)
  const unknown = (choice.only ?? []).filter((name) => !plugins.includes(name))
  if (unknown.length > 0) {
    throw new StackError({
      code: 'USAGE',
      message: `no plugin is called ${unknown.join(', ')}`,
      hint: plugins.length === 0 ? 'The file has no plugins' : `The file has: ${plugins.join(', ')}`,
    })
  }
  return plan.images.filter((image) => {
    if (choice.only !== undefined && choice.only.length > 0) return choice.only.includes(image.component)
    return choice.pluginsOnly === true ? plugins.includes(image.component) : true
  })
}

function liveImages(live: Live): NonNullable<Parameters<typeof buildImages>[0]['frozen']> {
  const release = live.state.releases.findLast((entry) => entry.status === 'live')
  if (release === undefined) {
    throw new StackError({
      code: 'USAGE',
      message: '--frozen and certs rotate use the images of the live release, and there is none',
      hint: 'Deploy once: mcp-deploy deploy',
    })
  }
  return Object.fromEntries(
    release.components.map(({ name, image, revision }) => [
      name,
      { reference: image, ...(revision === undefined ? {} : { revision }) },
    ]),
  )
}
