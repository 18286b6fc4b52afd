import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Report } from '../model/report.ts'
import type { SecretSource } from '../model/secrets.ts'
import type { StackConfig } from '../model/stack.ts'
import { toolVersion } from '../model/version.ts'
import { asksSecrets, looksOnly, recordsSource } from './command-needs.ts'
import { commandLine, type Session } from './session.ts'
import type { Invocation } from './table.ts'
import { refuseLinks, refuseUntrusted, variablesFromOutside } from './trust.ts'

/** What main prints: a report to show, text, or the one secret that is asked for by name. */
export type Answer = { readonly report: Report } | { readonly text: string } | { readonly secret: string }

/** Runs one command; its code is loaded only now, so that `validate` starts quickly. @throws StackError for everything that is the user's to mend. */
export async function runCommand(started: Session, invocation: Invocation): Promise<Answer> {
  const opened: SecretSource[] = []
  try {
    return await dispatch(started, invocation, opened)
  } finally {
    await Promise.all(opened.map((source) => source.close()))
  }
}

/** @param opened  Gets what has to be closed at the end. */
async function dispatch(started: Session, invocation: Invocation, opened: SecretSource[]): Promise<Answer> {
  refuseUntrusted(started.host.facts, invocation)
  const { global } = invocation
  const untrusted = !started.host.facts.trusted && !global.allowUntrusted
  const session: Session = untrusted ? { ...started, untrusted } : started
  const settings = {
    file: invocation.file,
    ...(global.environment === undefined ? {} : { environment: global.environment }),
    sets: [
      ...global.set,
      ...(global.context === undefined ? [] : [`deployment.context=${JSON.stringify(global.context)}`]),
    ],
    checkEnvironment: true,
    looksOnly: looksOnly.has(invocation.command) || untrusted,
    asksSecrets: asksSecrets.has(invocation.command),
    requirePinned: global.requirePinned,
    ...(untrusted ? { variables: variablesFromOutside(session.io.environment) } : {}),
  }
  if (untrusted) await refuseLinks(invocation, session.host.checkout, session.io.files)
  const open = async (): Promise<readonly [Session, StackConfig]> => {
    const { openStack } = await import('./open-stack.ts')
    const [stack, config] = await openStack(session, settings, { recordsSource: recordsSource.has(invocation.command) })
    if (stack.secretSource !== undefined) opened.push(stack.secretSource)
    return [stack, config]
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
      return shown(plan(...(await open()), options))
    }
    case 'build': {
      const { buildCommand } = await import('./build.ts')
      const { plugin, pluginsOnly, cache, noCache } = invocation.options
      const choice = {
        dry: false,
        noCache,
        ...(cache === undefined ? {} : { cache }),
        only: plugin,
        pluginsOnly,
        requirePinned: global.requirePinned,
      }
      return shown(buildCommand(...(await open()), choice))
    }
    case 'certs': {
      const { certs } = await import('./certs.ts')
      return shown(certs(...(await open()), invocation.options))
    }
    case 'certs check': {
      const { checkCerts } = await import('./check-certs.ts')
      const { within, storedOnly } = invocation.options
      return shown(checkCerts(...(await open()), { storedOnly, ...(within === undefined ? {} : { within }) }))
    }
    case 'certs import': {
      const { importCerts } = await import('./import-certs.ts')
      return shown(importCerts(...(await open()), invocation.options.from))
    }
    case 'certs rotate': {
      const { rotateCerts } = await import('./certs-rotate.ts')
      return shown(rotateCerts(...(await open()), invocation))
    }
    case 'generate': {
      const { generate } = await import('./generate.ts')
      const [stack, config] = await open()
      const { output, for: use } = invocation.options
      return shown(
        generate(stack, config, {
          folder: output ?? join(config.folder, 'deploy'),
          requirePinned: global.requirePinned,
          gitops: use === 'gitops',
        }),
      )
    }
    case 'doctor': {
      const { doctor } = await import('./doctor.ts')
      return shown(doctor(session, settings))
    }
    case 'rbac': {
      const { rbac } = await import('./rbac.ts')
      return rbac((await open())[1], invocation.options)
    }
    case 'deploy':
      return shown(runDeploy(...(await open()), invocation))
    case 'verify': {
      const { verify } = await import('./inspect.ts')
      const [stack, config] = await open()
      const { wait, timeout } = invocation.options
      return shown(verify(stack, config, { wait, timeoutSeconds: timeout ?? config.deploy.timeoutSeconds }))
    }
    case 'status': {
      const { status } = await import('./inspect.ts')
      return shown(status(...(await open())))
    }
    case 'history': {
      const { history } = await import('./history.ts')
      return history(...(await open()), global)
    }
    case 'rollback': {
      const { rollBack } = await import('./roll-back.ts')
      const [stack, config] = await open()
      const { to, force, verify: prove, timeout } = invocation.options
      const options = {
        force,
        verify: prove && config.deploy.verify,
        timeoutSeconds: timeout ?? config.deploy.timeoutSeconds,
      }
      return shown(rollBack(stack, config, { ...options, ...(to === undefined ? {} : { to }) }))
    }
    case 'logs': {
      const { logs } = await import('./operate.ts')
      const { component, follow, tail } = invocation.options
      return shown(logs(...(await open()), { components: component, follow, tail }))
    }
    case 'token': {
      const { token } = await import('./operate.ts')
      if (invocation.options.ttl === 0)
        throw new StackError({
          code: 'USAGE',
          message: 'a token with --ttl 0 is dead',
          hint: 'Give its life in seconds: --ttl 600',
        })
      return { secret: await token(...(await open()), invocation.options.ttl) }
    }
    case 'destroy': {
      const { destroy } = await import('./operate.ts')
      const [stack, config] = await open()
      if (!invocation.options.force) await confirmDestroy(stack, config)
      return shown(destroy(stack, config, { volumes: invocation.options.volumes }))
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
  if (options.plan !== undefined && !(await files.exists(options.plan))) {
    const hint = `Make it: ${commandLine(session, 'plan')} -o ${options.plan}`
    throw new StackError({ code: 'USAGE', message: `the plan ${options.plan} does not exist`, hint })
  }
  const frozenPlan =
    options.plan === undefined ? undefined : parseFrozenPlan(await files.read(options.plan), options.plan)
  return deploy(session, config, {
    dryRun: options.dryRun,
    skipBuild: options.skipBuild,
    skipCertificates: options.skipCertificates,
    caFromEnv: options.caFromEnv,
    externalPki: options.externalPki,
    frozen: options.frozen,
    requirePinned: global.requirePinned,
    wait: options.wait && config.deploy.wait,
    verify: options.verify && config.deploy.verify,
    timeoutSeconds: options.timeout ?? config.deploy.timeoutSeconds,
    permissions: {
      forceConflicts: options.forceConflicts,
      allowMassDelete: options.allowMassDelete,
      allowOlder: options.allowOlder,
    },
    ...(frozenPlan === undefined ? {} : { frozenPlan }),
    ...(options.output === undefined ? {} : { output: options.output }),
    ...(options.cache === undefined ? {} : { cache: options.cache }),
  })
}

async function confirmDestroy(session: Session, config: StackConfig): Promise<void> {
  const answer = await session.host.confirm?.(`Remove the stack ${config.deployment.name}?`)
  if (answer === true) return
  throw new StackError({
    code: 'USAGE',
    message: answer === undefined ? 'nobody is here to ask whether the stack may be removed' : 'nothing was removed',
    hint: `${commandLine(session, 'destroy')} --force`,
  })
}
