import { createHttp } from '../../io/http.ts'
import type { Environment, HostViews } from '../../model/host.ts'
import type { Http } from '../../model/io.ts'
import type { HostSelfScan } from '../../model/leak.ts'
import type { Report } from '../../model/report.ts'
import type { Secret } from '../../model/secret.ts'
import type { RunOrigin } from './event.ts'

export interface CommentOptions {
  /** Redacted, without control characters. */
  readonly report: Report
  readonly origin: RunOrigin
  /** What the comment is about, known also where a run failed at once: the file and the environment. */
  readonly key: readonly string[]
  readonly token: Secret
  readonly environment: Environment
  readonly views: Pick<HostViews, 'summary'>
  readonly warn: (message: string) => void
  readonly selfScan?: HostSelfScan | undefined
}

/** GitHub refuses 65,536 characters. */
const longestComment = 64_000
/** Comments of one pull request that are looked through, in pages of a hundred. */
const mostPages = 10

/**
 * The sticky comment of a pull request: one for each stack, found by a hidden marker and written over. Where it cannot be
 * written (a fork's token may not) the summary has it, and a warning says so.
 */
export async function writeComment(options: CommentOptions): Promise<void> {
  const { environment, origin, warn } = options
  const where = 'the plan is in the job summary'
  if (origin.pullRequest === undefined) return warn(`no comment: this run is for no pull request; ${where}`)
  if (!origin.facts.trusted)
    return warn(`no comment: none is written for a run that comes from outside (a fork); ${where}`)
  const api = environment.GITHUB_API_URL ?? 'https://api.github.com'
  const issues = `${api}/repos/${environment.GITHUB_REPOSITORY ?? ''}/issues`
  const http = createHttp({ environment, signal: AbortSignal.timeout(60_000), caFile: undefined })
  try {
    const marker = markerOf(options.key)
    const body = commentBody(options, marker)
    if (options.selfScan?.mayLeave('the comment', body) === false) throw new Error('it holds a secret')
    const found = await findComment(http, options.token, `${issues}/${origin.pullRequest}/comments`, marker)
    const answer = await call(
      http,
      options.token,
      found === undefined ? 'POST' : 'PATCH',
      found === undefined ? `${issues}/${origin.pullRequest}/comments` : `${issues}/comments/${found}`,
      JSON.stringify({ body }),
    )
    if (answer.status >= 300) throw new Error(refusalText(answer.status))
  } catch (error) {
    warn(`no comment: ${error instanceof Error ? error.message : String(error)}; ${where}`)
  }
}

/** One for each file and environment: a pull request may plan several. Nothing in it can end an HTML comment. */
function markerOf(key: readonly string[]): string {
  const name = key.map(encodeURIComponent).join('/')
  return `<!-- mcp-stack-deploy ${name.replaceAll('-', '%2D')} -->`
}

function commentBody({ origin, report, views }: CommentOptions, marker: string): string {
  const run = origin.facts.url === undefined ? '' : `\n\n[The run with its whole summary](${origin.facts.url})\n`
  return `${marker}\n${views.summary(report, longestComment - marker.length - run.length - 1)}${run}`
}

interface Comment {
  readonly id?: unknown
  readonly body?: unknown
  readonly user?: { readonly type?: unknown }
  readonly author_association?: unknown
}

/** Of a bot, or of somebody who may write here: everybody else would be given a plan to edit. */
function isOurs({ author_association: association, user }: Comment): boolean {
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(String(association))
}

async function findComment(http: Http, token: Secret, url: string, marker: string): Promise<number | undefined> {
  for (let page = 1; page <= mostPages; page++) {
    const { body, status } = await call(http, token, 'GET', `${url}?per_page=100&page=${page}`)
    if (status !== 200) throw new Error(refusalText(status))
    const comments: unknown = JSON.parse(body)
    if (!Array.isArray(comments)) return undefined
    for (const comment of comments as readonly Comment[]) {
      if (!isOurs(comment)) continue
      if (typeof comment.id === 'number' && typeof comment.body === 'string' && comment.body.startsWith(marker))
        return comment.id
    }
    if (comments.length < 100) return undefined
  }
  return undefined
}

function call(http: Http, token: Secret, method: string, url: string, body?: string) {
  return http({
    url,
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: token.map((text) => `Bearer ${text}`),
      'content-type': 'application/json',
      'user-agent': 'mcp-stack-deploy',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body }),
    timeoutSeconds: 20,
  })
}

function refusalText(status: number): string {
  return status === 403 || status === 404 || status === 401
    ? `GitHub answered HTTP ${status}: the job needs permissions: pull-requests: write`
    : `GitHub answered HTTP ${status}`
}
