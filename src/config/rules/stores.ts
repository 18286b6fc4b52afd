import { isSclorgPostgres, sclorgData, sclorgHome } from '../../model/postgres-image.ts'
import { type Finding, wrong } from '../finding.ts'
import type { Subject } from '../subject.ts'

/** What the scripts of sclorg's images cannot do: data elsewhere is lost with the pod, and the second fails at every start. */
export function sclorgPostgres({ written }: Subject): readonly Finding[] {
  const { postgres } = written.infrastructure
  if (postgres?.enabled !== true || !isSclorgPostgres(postgres.image)) return []
  const { data_path: dataPath = sclorgData, database, user } = postgres
  const path = ['infrastructure', 'postgres']
  return [
    ...(dataPath === sclorgData || dataPath === sclorgHome
      ? []
      : [
          wrong(
            [...path, 'data_path'],
            `must be ${sclorgData}: ${postgres.image} keeps its data nowhere else`,
            'Leave it out',
          ),
        ]),
    ...(database === 'postgres' && user !== 'postgres'
      ? [
          wrong(
            [...path, 'database'],
            `must not be postgres, which ${postgres.image} has already, and not for ${user}`,
            'Give the database another name, or leave user out',
          ),
        ]
      : []),
  ]
}
