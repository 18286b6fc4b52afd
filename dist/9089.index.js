export const id = 9089;
export const ids = [9089];
export const modules = {

/***/ 19089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeComment: () => (/* binding */ writeComment)
/* harmony export */ });
/* harmony import */ var _io_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15883);

/** GitHub refuses 65,536 characters. */
const longestComment = 64_000;
/** Comments of one pull request that are looked through, in pages of a hundred. */
const mostPages = 10;
/**
 * The sticky comment of a pull request: one for each stack, found by a hidden marker and written over. Where it cannot be
 * written (a fork's token may not) the summary has it, and a warning says so.
 */
async function writeComment(options) {
    const { environment, origin, warn } = options;
    const where = 'the plan is in the job summary';
    if (origin.pullRequest === undefined)
        return warn(`no comment: this run is for no pull request; ${where}`);
    if (!origin.facts.trusted)
        return warn(`no comment: none is written for a run that comes from outside (a fork); ${where}`);
    const api = environment.GITHUB_API_URL ?? 'https://api.github.com';
    const issues = `${api}/repos/${environment.GITHUB_REPOSITORY ?? ''}/issues`;
    const http = (0,_io_http_js__WEBPACK_IMPORTED_MODULE_0__/* .createHttp */ .V)({ environment, signal: AbortSignal.timeout(60_000), caFile: undefined });
    try {
        const marker = markerOf(options.key);
        const body = commentBody(options, marker);
        if (options.selfScan?.mayLeave('the comment', body) === false)
            throw new Error('it holds a secret');
        const found = await findComment(http, options.token, `${issues}/${origin.pullRequest}/comments`, marker);
        const answer = await call(http, options.token, found === undefined ? 'POST' : 'PATCH', found === undefined ? `${issues}/${origin.pullRequest}/comments` : `${issues}/comments/${found}`, JSON.stringify({ body }));
        if (answer.status >= 300)
            throw new Error(refusalText(answer.status));
    }
    catch (error) {
        warn(`no comment: ${error instanceof Error ? error.message : String(error)}; ${where}`);
    }
}
/** One for each file and environment: a pull request may plan several. Nothing in it can end an HTML comment. */
function markerOf(key) {
    const name = key.map(encodeURIComponent).join('/');
    return `<!-- mcp-stack-deploy ${name.replaceAll('-', '%2D')} -->`;
}
function commentBody({ origin, report, views }, marker) {
    const run = origin.facts.url === undefined ? '' : `\n\n[The run with its whole summary](${origin.facts.url})\n`;
    return `${marker}\n${views.summary(report, longestComment - marker.length - run.length - 1)}${run}`;
}
/** Of a bot, or of somebody who may write here: everybody else would be given a plan to edit. */
function isOurs({ author_association: association, user }) {
    return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(String(association));
}
async function findComment(http, token, url, marker) {
    for (let page = 1; page <= mostPages; page++) {
        const { body, status } = await call(http, token, 'GET', `${url}?per_page=100&page=${page}`);
        if (status !== 200)
            throw new Error(refusalText(status));
        const comments = JSON.parse(body);
        if (!Array.isArray(comments))
            return undefined;
        for (const comment of comments) {
            if (!isOurs(comment))
                continue;
            if (typeof comment.id === 'number' && typeof comment.body === 'string' && comment.body.startsWith(marker))
                return comment.id;
        }
        if (comments.length < 100)
            return undefined;
    }
    return undefined;
}
function call(http, token, method, url, body) {
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
    });
}
function refusalText(status) {
    return status === 403 || status === 404 || status === 401
        ? `GitHub answered HTTP ${status}: the job needs permissions: pull-requests: write`
        : `GitHub answered HTTP ${status}`;
}


/***/ })

};
