import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Where .ci/run counts: one JSON file per tier, in the folder CI_RESULTS. */
const results = process.env.CI_RESULTS
const tier = process.argv[process.argv.indexOf('--project') + 1] ?? 'all'

/** What counts calls under load; after the others, with the machine to itself. */
const alone = ['test/e2e/kubernetes/roll-over.test.ts']

export default defineConfig({
  test: {
    ...(results === undefined
      ? {}
      : { reporters: ['default', 'json'], outputFile: { json: join(results, `${tier}.json`) } }),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/e2e/**'],
          globalSetup: 'test/temporary-folder.ts',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: alone,
          testTimeout: 600_000,
          hookTimeout: 900_000,
          // Mostly waiting for containers and pods: the processors idle 60 % with one file at a time.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e-alone',
          include: alone,
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
