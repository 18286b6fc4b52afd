import type { DatabaseRevision } from '../model/live.ts'

/** How long the gateway's Python may take, with a database that does not answer. */
export const databaseSeconds = 60

/** Runs with the gateway's own SQLAlchemy and drivers; its errors name no more than their class, since texts hold the URL. */
export const databaseProgram = `
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
