import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { root } from '../support/machine.ts'
import { type RunningTool, reportOf, startProgram, type ToolRun } from '../support/tool.ts'

/** The program as it is shipped, with no node_modules anywhere above it, and a home of its own. */
export interface DistCopy {
  /** Where commands run; empty at first. */
  readonly folder: string
  /** Everything that a run could write to: its folder, its home, its temporary files. */
  readonly everywhere: string
  run(...args: readonly string[]): Promise<ToolRun>
  start(args: readonly string[], env?: Readonly<Record<string, string>>): RunningTool
  write(files: Readonly<Record<string, string>>): void
  close(): void
}

export function copyDist(): DistCopy {
  const top = mkdtempSync(join(tmpdir(), 'mcp-dist-'))
  const everywhere = join(top, 'world')
  const folder = join(everywhere, 'stack')
  for (const name of ['stack', 'home', 'tmp']) mkdirSync(join(everywhere, name), { recursive: true })
  cpSync(join(root, 'dist'), join(top, 'dist'), { recursive: true })
  const own = {
    HOME: join(everywhere, 'home'),
    TMPDIR: join(everywhere, 'tmp'),
    // Plugins of docker are looked up here, and only its absence means HOME.
    DOCKER_CONFIG: process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'),
    NODE_PATH: '',
  }
  const start: DistCopy['start'] = (args, env = {}) =>
    startProgram(process.execPath, [join(top, 'dist/index.js'), ...args], { cwd: folder, env: { ...own, ...env } })
  return {
    folder,
    everywhere,
    start,
    run: (...args) => start(args).ended,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
    },
    close: () => rmSync(top, { recursive: true, force: true }),
  }
}

/** Every path below a folder with its size and its last change. */
export function listing(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => {
      const { mtimeMs, mode, size } = statSync(join(folder, path))
      return `${path} ${mode.toString(8)} ${size} ${mtimeMs}`
    })
    .sort()
}

const schema = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)

/** The report on stdout, which holds nothing else and keeps to the published schema. */
export function checkedReport(run: ToolRun): Report {
  const report = reportOf(run)
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(report.exitCode).toBe(run.exitCode)
  return report
}
