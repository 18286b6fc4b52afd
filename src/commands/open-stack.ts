import { dirname, resolve } from 'node:path'
import { readStack } from '../config/read-stack.ts'
import type { StackConfig } from '../model/stack.ts'
import { provideTools } from './needed-tools.ts'
import { openSecrets } from './open-secrets.ts'
import type { Session } from './session.ts'
import { refuseReach } from './trust.ts'
import type { ReadSettings } from './validate.ts'

/**
 * Reads the file and gives the session what the file says of the edge: authorities, tools, where secrets are.
 *
 * @param options  recordsSource: what the command makes is kept with the commit it was made from.
 * @returns the session; its `secretSource` has to be closed.
 */
export async function openStack(
  session: Session,
  settings: ReadSettings,
  options: { readonly recordsSource: boolean },
): Promise<readonly [Session, StackConfig]> {
  // Git answers while the file is read; what is wrong with the file is told first.
  const reading = options.recordsSource ? readSource(session, settings.file) : Promise.resolve({})
  reading.catch(() => undefined)
  const config = await readStack(settings, session.io)
  if (session.untrusted === true) {
    await refuseReach(config, session.io.files)
    session.io.progress.line(fromOutside)
  }
  const { caFile } = config.network
  const source = await reading
  const environment = await provideTools(session, config)
  const changes = {
    ...(caFile === undefined ? {} : { caFile }),
    ...(environment === undefined ? {} : { environment }),
  }
  const io = Object.keys(changes).length === 0 ? session.io : session.io.with(changes)
  const opened = { ...session, io, source }
  if (session.untrusted === true) return [opened, config]
  const { host } = session
  const vault = {
    source: config.secretSources?.vault ?? {},
    identityToken: async (audience: string | undefined) => host.identityToken?.(audience),
  }
  return [{ ...opened, secretSource: openSecrets(session, config, io), vault }, config]
}

const fromOutside =
  'This run comes from outside: no secret and no variable is read, so values that are made of them are not known here'

async function readSource(session: Session, file: string): Promise<NonNullable<Session['source']>> {
  const { readSourceFacts } = await import('./source-facts.ts')
  return readSourceFacts(session.io, dirname(resolve(file)))
}
