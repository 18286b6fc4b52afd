import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readOrigin } from '../../../src/hosts/github/event.ts'

const folder = mkdtempSync(join(tmpdir(), 'mcp-test-event-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function origin(name: string, event: unknown, extra: Record<string, string> = {}) {
  const path = join(folder, 'event.json')
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event))
  return readOrigin({
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'shop/stack',
    GITHUB_SERVER_URL: 'https://git.example',
    GITHUB_SHA: 'merge-commit',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_ACTOR: 'ada',
    GITHUB_RUN_ID: '7',
    ...extra,
  })
}

const pull = (repo: string | null) => ({
  pull_request: { number: 12, head: { sha: 'head-commit', repo: repo === null ? null : { full_name: repo } } },
})

test('facts of a push', () => {
  expect(origin('push', {})).toEqual({
    facts: {
      host: 'github',
      actor: 'ada',
      repository: 'https://git.example/shop/stack',
      commit: 'merge-commit',
      ref: 'refs/heads/main',
      url: 'https://git.example/shop/stack/actions/runs/7',
      trusted: true,
    },
  })
})

test('of a pull request the commit is its head, not the merge nobody made', () => {
  expect(origin('pull_request', pull('shop/stack'))).toMatchObject({
    pullRequest: 12,
    facts: { commit: 'head-commit', trusted: true },
  })
})

test.each<[string, unknown, boolean]>([
  ['push', {}, true],
  ['workflow_dispatch', 'not JSON', true],
  ['schedule', {}, true],
  ['pull_request', pull('shop/stack'), true],
  ['pull_request', pull('mallory/stack'), false],
  // The fork was deleted.
  ['pull_request', pull(null), false],
  ['pull_request', 'not JSON', false],
  ['pull_request', {}, false],
  ['pull_request_review', pull('mallory/stack'), false],
  ['pull_request_target', pull('shop/stack'), false],
  ['workflow_run', { workflow_run: { head_repository: { full_name: 'shop/stack' } } }, true],
  ['workflow_run', { workflow_run: { head_repository: { full_name: 'mallory/stack' } } }, false],
  ['workflow_run', {}, false],
  ['issue_comment', { issue: { number: 3 } }, true],
  ['issue_comment', { issue: { number: 3, pull_request: {} } }, false],
  ['issue_comment', 'not JSON', false],
])('%s %j: trusted %s', (name, event, trusted) => {
  expect(origin(name, event).facts.trusted).toBe(trusted)
})
