/** What sclorg builds, and Red Hat from it: `quay.io/sclorg/postgresql-15-c9s`, `registry.redhat.io/rhel9/postgresql-16`. */
const sclorg = /(?:sclorg|rhscl|rhel\d*|ubi\d*|centos\d*|fedora)\/.*postgresql/

/** The home of that family's user: its scripts write their settings and a passwd file there when they start. */
export const sclorgHome = '/var/lib/pgsql'

/** The family's data: its scripts set PGDATA themselves, to `userdata` in this folder. */
export const sclorgData = `${sclorgHome}/data`

/** Whether an image of PostgreSQL is one of sclorg's family, which is told by other variables than the official one. */
export function isSclorgPostgres(image: string): boolean {
  return sclorg.test(image)
}
