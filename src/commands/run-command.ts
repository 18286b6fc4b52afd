import { StackError } from '../errors.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { toolVersion } from '../model/version.ts'
import type { Session } from './session.ts'
import type { Invocation } from './table.ts'

/** What main prints: a report to show, text, or the one secret that is asked for by name. */
export type Answer = { readonly report: Report } | { readonly text: string } | { readonly secret: string }

/** Runs one command; its code is loaded only now, so that `validate` starts quickly. @throws StackError for everything that is the user's to mend. */
export async function runCommand(session: Session, invocation: Invocation): Promise<Answer> {
  const { global } = invocation
  const settings = {
    file: invocation.file,
    ...(global.environment === undefined ? {} : { environment: global.environment }),
    sets: global.set,
    checkEnvironment: true,
    requirePinned: global.requirePinned,
  }
  const read = async (): Promise<StackConfig> => {
    const { readStack } = await import('../config/read-stack.ts')
    return readStack(settings, session.io)
  }
  const shown = async (report: Promise<Report>): Promise<Answer> => ({ report: await report })

  switch (invocation.command) {
    case 'help': {
      const { renderHelp } = await import('./help.ts')
      return { text: renderHelp(invocation.topic, session.host.style(global.color)) }
    }
    case 'version':
      return { text: `${toolVersion}\n` }
    case 'schema': {
      const { stackSchema } = await import('../config/json-schema.ts')
      return { text: `${JSON.stringify(stackSchema(), null, 2)}\n` }
    }
    case 'init': {
      const { init } = await import('./init.ts')
      return shown(init(session, invocation.file))
    }
    case 'validate': {
      const { validate } = await import('./validate.ts')
      return shown(validate(session, { ...settings, checkEnvironment: !invocation.options.noEnvironment }))
    }
    case 'config': {
      const { explain } = await import('./validate.ts')
      return explain(session, settings, global.json)
    }
    case 'plan': {
      const { plan } = await import('./plan.ts')
      const { output, exitCode } = invocation.options
      const options = { requirePinned: global.requirePinned, exitCode, ...(output === undefined ? {} : { output }) }
      return shown(plan(session, await read(), options))
    }
    case 'build': {
      const { buildCommand } = await import('./build.ts')
      const { plugin, pluginsOnly, cache } = invocation.options
      const choice = { dry: false, noCache: !cache, only: plugin, pluginsOnly, requirePinned: global.requirePinned }
      return shown(buildCommand(session, await read(), choice))
    }
    case 'certs': {
      const { certs } = await import('./certs.ts')
      return shown(certs(session, await read(), invocation.options))
    }
    case 'certs check': {
      const { checkCerts } = await import('./certs.ts')
      return shown(checkCerts(session, await read(), invocation.options.within))
    }
    case 'generate': {
      const { generate } = await import('./generate.ts')
      const config = await read()
      return shown(generate(session, config, invocation.options.output ?? 'deploy', global.requirePinned))
    }
    case 'deploy':
      return shown(runDeploy(session, await read(), invocation))
    case 'verify': {
      const { verify } = await import('./inspect.ts')
      const config = await read()
      const { wait, timeout } = invocation.options
      return shown(verify(session, config, { wait, timeoutSeconds: timeout ?? config.deploy.timeoutSeconds }))
    }
    case 'status': {
      const { status } = await import('./inspect.ts')
      return shown(status(session, await read()))
    }
    case 'history': {
      const { history } = await import('./history.ts')
      return history(session, await read(), global)
    }
    case 'rollback': {
      const { rollBack } = await import('./roll-back.ts')
      const config = await read()
      const { to, verify: prove, timeout } = invocation.options
      const options = { verify: prove, timeoutSeconds: timeout ?? config.deploy.timeoutSeconds }
      return shown(rollBack(session, config, { ...options, ...(to === undefined ? {} : { to }) }))
    }
    case 'logs': {
      const { logs } = await import('./operate.ts')
      const { component, follow, tail } = invocation.options
      return shown(logs(session, await read(), { components: component, follow, tail }))
    }
    case 'token': {
      const { token } = await import('./operate.ts')
      return { secret: await token(session, await read(), invocation.options.ttl) }
    }
    case 'destroy': {
      const { destroy } = await import('./operate.ts')
      const config = await read()
      if (!invocation.options.force) await confirmDestroy(session, config)
      return shown(destroy(session, config, { volumes: invocation.options.volumes }))
    }
  }
}

async function runDeploy(
  session: Session,
  config: StackConfig,
  { options, global }: Extract<Invocation, { readonly command: 'deploy' }>,
): Promise<Report> {
  const [{ deploy }, { parseFrozenPlan }] = await Promise.all([import('./deploy.ts'), import('./frozen-plan.ts')])
  const { files } = session.io
  const frozenPlan =
    options.plan === undefined ? undefined : parseFrozenPlan(await files.read(options.plan), options.plan)
  const report = await deploy(session, config, {
    dryRun: options.dryRun,
    skipBuild: options.skipBuild,
    skipCertificates: options.skipCertificates,
    caFromEnv: options.caFromEnv,
    frozen: options.frozen,
    requirePinned: global.requirePinned,
    wait: options.wait && config.deploy.wait,
    verify: options.verify && config.deploy.verify,
    timeoutSeconds: options.timeout ?? config.deploy.timeoutSeconds,
    ...(frozenPlan === undefined ? {} : { frozenPlan }),
    ...(options.output === undefined ? {} : { output: options.output }),
  })
  return report
}

async function confirmDestroy(session: Session, config: StackConfig): Promise<void> {
  const answer = await session.host.confirm?.(`Remove the stack ${config.deployment.name}?`)
  if (answer === true) return
  throw new StackError({
    code: 'USAGE',
    message: answer === undefined ? 'nobody is here to ask whether the stack may be removed' : 'nothing was removed',
    hint: `mcp-deploy destroy ${config.file} --force`,
  })
}
