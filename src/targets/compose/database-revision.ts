import type { DatabaseRevision } from '../../model/live.ts'
import { isPending } from '../../model/pending.ts'
import type { ApplyInput } from '../../model/target.ts'
import { makeComposer } from './compose-up.ts'
import { openGatewayShells } from './doors.ts'
import type { Place } from './engine.ts'
import { ensureImages } from './images.ts'
import { prepareVolumes } from './prepare-volumes.ts'

/** How long the gateway's Python may take, with a database that does not answer. */
const timeoutSeconds = 60

/** Runs with the gateway's own SQLAlchemy and drivers; its errors name no more than their class, since texts hold the URL. */
const program = `
import hashlib, json, os, sys

def ask():
    from sqlalchemy import create_engine, inspect, text
    from sqlalchemy.engine import make_url
    url = make_url(os.environ["DATABASE_URL"])
    kind = url.get_backend_name()
    # SQLite would make the file that it does not find.
    if kind == "sqlite" and not (url.database and os.path.exists(url.database)):
        return
    with create_engine(url).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return
        rows = connection.execute(text("select version_num from alembic_version")).scalars().all()
    place = "|".join(str(part) for part in (kind, url.host, url.port, url.database))
    if rows:
        print(json.dumps({"revision": ",".join(sorted(rows)), "database": hashlib.sha256(place.encode()).hexdigest()[:12]}))

try:
    ask()
except Exception as error:
    sys.exit(type(error).__name__)
`

/**
 * Asks the running gateway where its database stands; where none runs, one of the bundle's image is run for the question
 * alone, with the bundle's volumes and variables.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
export async function readDatabaseRevision(
  place: Place,
  input: Pick<ApplyInput, 'bundle' | 'secrets'> | undefined,
): Promise<DatabaseRevision | undefined> {
  const [shell] = await openGatewayShells(place)
  const told = await shell?.python(program, timeoutSeconds)
  if (told?.exitCode === 0) return parseRevision(told.stdout)
  if (input === undefined) return undefined

  const gateway = input.bundle.components.find(({ role }) => role === 'gateway')
  if (gateway === undefined || isPending(gateway.image)) return undefined
  const { name, service, image } = gateway
  const { images, failures } = await ensureImages(place, [{ component: name, service, image }])
  if (failures.length > 0) return undefined
  await prepareVolumes(place, input.bundle, [gateway], images)
  const composer = await makeComposer(place, input.bundle, input.secrets, 'compose')
  const { exitCode, stdout } = await composer.python(service, program, timeoutSeconds)
  return exitCode === 0 ? parseRevision(stdout) : undefined
}

/** The program's line among what a gateway's start-up hooks may print. Pure. */
export function parseRevision(stdout: string): DatabaseRevision | undefined {
  for (const line of stdout.trim().split('\n').toReversed()) {
    try {
      const { revision, database } = JSON.parse(line) as Record<string, unknown>
      if (typeof revision === 'string' && typeof database === 'string') return { revision, database }
    } catch {
      // Somebody else's line.
    }
  }
  return undefined
}
