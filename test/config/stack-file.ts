import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { explainStack, readStack, reviewStack, validateStack } from '../../src/config/read-stack.ts'
import type { StackError } from '../../src/errors.ts'
import type { Problem } from '../../src/model/problem.ts'
import { readingIo } from './io.ts'

export interface Given {
  readonly environment?: string
  readonly sets?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly requirePinned?: boolean
  readonly checkEnvironment?: boolean
}

/** Reads, checks and explains one text as a stack file in a folder of its own. */
export function stackFile(text: string, given: Given = {}) {
  const { io, masked } = readingIo(given.variables)
  const run = async <T>(work: (options: Parameters<typeof readStack>[0]) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'stack-'))
    try {
      for (const [name, content] of Object.entries({ ...given.files, 'mcp-stack.yaml': text })) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), content)
      }
      return await work({
        file: join(folder, 'mcp-stack.yaml'),
        environment: given.environment,
        sets: given.sets ?? [],
        checkEnvironment: given.checkEnvironment ?? true,
        requirePinned: given.requirePinned ?? false,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  return {
    masked,
    read: () => run((options) => readStack(options, io)),
    validate: () => run((options) => validateStack(options, io)),
    review: () => run((options) => reviewStack(options, io)),
    explain: () => run((options) => explainStack(options, io)),
    problems: () =>
      run((options) =>
        readStack(options, io).then(
          (config) => config.problems,
          (error: StackError) => error.problems,
        ),
      ),
  }
}

export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error')
}

/** The least that is fine. */
export const small = `deployment: {type: compose}
gateway:
  image: registry.example.test/gateway:1.0.0
`
