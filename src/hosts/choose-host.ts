import type { Environment, HostKind } from '../model/host.ts'
import { github } from './github/github.ts'
import { gitlab } from './gitlab/gitlab.ts'
import { terminal } from './terminal.ts'

/** Where the program can run, the first that knows its place; a new one is one file and one word here. */
export const hosts: readonly HostKind[] = [github, gitlab, terminal]

/** Apart from registry.ts, which loads every adapter: this is the first thing a run needs. */
export function chooseHost(environment: Environment): HostKind {
  return hosts.find((kind) => kind.detect(environment)) ?? terminal
}
