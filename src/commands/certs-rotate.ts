import { StackError } from '../errors.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { planCertificates } from '../plan/certificates.ts'
import { deploy } from './deploy.ts'
import { rotateCa } from './note-roll-over.ts'
import { ownWords } from './same-stack.ts'
import { commandLine, type Session } from './session.ts'
import type { Invocation } from './table.ts'

type Asked = Extract<Invocation, { readonly command: 'certs rotate' }>

/**
 * `certs rotate`: new certificates now, or a new CA, with the images that run; their users roll as they do in a deploy.
 *
 * @throws StackError USAGE for names that have no certificate.
 */
export async function rotateCerts(session: Session, config: StackConfig, asked: Asked): Promise<Report> {
  const { global, options } = asked
  const { ca, caFromEnv, dryRun, plugin, timeout } = options
  const names = planCertificates(config).map(({ component }) => component)
  refuseNames(session, names, options)
  if (config.certificates.issuer !== undefined) throw theirs(session)
  const report = await deploy(session, config, {
    caFromEnv,
    externalPki: false,
    dryRun,
    requirePinned: global.requirePinned,
    timeoutSeconds: timeout ?? config.deploy.timeoutSeconds,
    skipBuild: true,
    skipCertificates: false,
    frozen: true,
    wait: true,
    // A phase that is not proven is not left.
    verify: true,
    permissions: {},
    ...(ca ? { rollOver: { kind: 'begin' } } : { renew: plugin.length === 0 ? names : plugin }),
  })
  // Without --dry-run what is pending is a signature, and the report says how to get it.
  if (!dryRun || report.status !== 'pending') return report
  return { ...report, next: `To do it: ${commandLine(session, 'certs rotate')}${ownWords(asked)}` }
}

function theirs(session: Session): StackError {
  return new StackError({
    code: 'NOT_SUPPORTED',
    message: 'cert-manager renews what it issued; another CA is another issuer',
    hint: 'Have one renewed: cmctl renew NAME-certs (NAME is the component’s service); the next deploy rolls its users',
    next: `When it is renewed: ${commandLine(session, 'deploy')}`,
  })
}

function refuseNames(session: Session, names: readonly string[], { ca, plugin }: Asked['options']): void {
  const unknown = plugin.filter((name) => !names.includes(name))
  if (names.length > 0 && unknown.length === 0 && !(ca && plugin.length > 0)) return
  const usage = (message: string, hint: string) => new StackError({ code: 'USAGE', message, hint })
  if (names.length === 0) throw usage('the stack has no mTLS, so there is no certificate', 'Set mtls_enabled: true')
  if (unknown.length > 0)
    throw usage(`no certificate is called ${unknown.join(', ')}`, `There are: ${names.join(', ')}`)
  throw usage('a CA signs for every component: --plugin and --ca exclude one another', rotateCa(session))
}
