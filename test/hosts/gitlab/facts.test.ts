import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/hosts/gitlab/facts.ts'

const job = {
  CI_PROJECT_PATH: 'shop/stack',
  CI_PROJECT_ID: '7',
  CI_COMMIT_SHA: '1f0c3a5b7d9e',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_REF_NAME: 'main',
  CI_JOB_URL: 'https://gitlab.example/shop/stack/-/jobs/9',
  CI_PIPELINE_SOURCE: 'push',
  GITLAB_USER_LOGIN: 'ada',
}

test('facts of a push', () => {
  expect(factsOf(job)).toEqual({
    host: 'gitlab',
    actor: 'ada',
    repository: 'shop/stack',
    commit: '1f0c3a5b7d9e',
    ref: 'refs/heads/main',
    url: 'https://gitlab.example/shop/stack/-/jobs/9',
    trusted: true,
  })
})

test('a job that says nothing about itself', () => {
  expect(factsOf({ CI_PROJECT_PATH: '' })).toEqual({ host: 'gitlab', actor: 'gitlab', trusted: true })
})

test('refs are written as git does', () => {
  const refOf = (more: Readonly<Record<string, string | undefined>>) =>
    factsOf({ ...job, CI_COMMIT_BRANCH: undefined, ...more }).ref
  expect(refOf({ CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_NAME: 'v1' })).toBe('refs/tags/v1')
  expect(refOf({ CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/3/head' })).toBe('refs/merge-requests/3/head')
  expect(refOf({})).toBe('main')
})

const merge = { CI_MERGE_REQUEST_IID: '3', CI_PIPELINE_SOURCE: 'merge_request_event' }

describe('who is trusted', () => {
  test.each<[string, boolean, Readonly<Record<string, string | undefined>>]>([
    ['push', true, {}],
    ['tag', true, { CI_COMMIT_TAG: 'v1' }],
    ['schedule', true, { CI_PIPELINE_SOURCE: 'schedule' }],
    ['merge request of a branch', true, { ...merge, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7' }],
    ['merge request of a fork', false, { ...merge, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' }],
    ['merge request, source unknown', false, merge],
    ['merge request, source empty', false, { ...merge, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '' }],
    ['both unknown', false, { ...merge, CI_PROJECT_ID: undefined, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: undefined }],
    ['both empty', false, { ...merge, CI_PROJECT_ID: '', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '' }],
    ['the source says it alone', false, { CI_PIPELINE_SOURCE: 'merge_request_event' }],
    [
      'child pipeline of a fork',
      false,
      { ...merge, CI_PIPELINE_SOURCE: 'parent_pipeline', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' },
    ],
    [
      'merge train of a fork',
      false,
      { ...merge, CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' },
    ],
    ['variables of a merge request that are empty', true, { CI_MERGE_REQUEST_IID: '' }],
    [
      'external pull request of a branch',
      true,
      {
        CI_PIPELINE_SOURCE: 'external_pull_request_event',
        CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY: 'a/b',
        CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY: 'a/b',
      },
    ],
    [
      'external pull request of a fork',
      false,
      {
        CI_PIPELINE_SOURCE: 'external_pull_request_event',
        CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY: 'x/b',
        CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY: 'a/b',
      },
    ],
    ['external pull request, unknown', false, { CI_PIPELINE_SOURCE: 'external_pull_request_event' }],
  ])('%s', (_name, trusted, more) => {
    expect(factsOf({ ...job, ...more }).trusted).toBe(trusted)
  })
})
