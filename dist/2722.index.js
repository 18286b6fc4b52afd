export const id = 2722;
export const ids = [2722];
export const modules = {

/***/ 27137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ gitCommand),
/* harmony export */   qA: () => (/* binding */ writeCaBundle),
/* harmony export */   th: () => (/* binding */ gitReason)
/* harmony export */ });
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41692);

/** Variables that would point git at another repository or print what it sends. */
const removed = [
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_NAMESPACE',
    'GIT_COMMON_DIR',
    'GIT_CEILING_DIRECTORIES',
    'GIT_TEMPLATE_DIR',
    'GIT_PROXY_COMMAND',
    'GIT_TRACE',
    'GIT_TRACE_CURL',
    'GIT_TRACE_PACKET',
    'GIT_CURL_VERBOSE',
];
/**
 * A call of git that trusts nothing it fetches: no hooks, no LFS or other large-file filter, no prompt, one transport.
 * The user's own configuration stays in force for credential helpers and `url.insteadOf`;
 * GIT_ALLOW_PROTOCOL overrides whatever it says of protocols, so a rewritten URL cannot run a command.
 */
function gitCommand(settings, args, cwd) {
    const config = [
        'core.hooksPath=/dev/null',
        'core.fsmonitor=false',
        'core.autocrlf=false',
        'submodule.recurse=false',
        'filter.lfs.smudge=',
        'filter.lfs.process=',
        'filter.lfs.required=false',
        'advice.detachedHead=false',
        'gc.auto=0',
        'maintenance.auto=false',
        'credential.interactive=false',
    ];
    return {
        program: 'git',
        args: [...config.flatMap((entry) => ['-c', entry]), '--literal-pathspecs', ...args],
        cwd,
        env: {
            ...Object.fromEntries(removed.map((name) => [name, undefined])),
            GIT_ALLOW_PROTOCOL: allowedProtocols(settings.transport),
            GIT_PROTOCOL_FROM_USER: '0',
            GIT_TERMINAL_PROMPT: '0',
            GCM_INTERACTIVE: 'never',
            GIT_LFS_SKIP_SMUDGE: '1',
            LC_ALL: 'C',
            ...(settings.caBundle === undefined ? {} : { GIT_SSL_CAINFO: settings.caBundle }),
        },
    };
}
/** ssh stays allowed beside https because `url.insteadOf` commonly turns one into the other. */
function allowedProtocols(transport) {
    return [...new Set(['https', 'ssh', transport])].join(':');
}
/**
 * Writes a bundle of the public roots and the company's CA: GIT_SSL_CAINFO replaces the system's roots, and a
 * company's file mostly holds only its own.
 *
 * @returns the path of a temporary file.
 */
async function writeCaBundle(caFile, io) {
    const own = await io.files.read(caFile);
    const path = `${await io.files.temporaryFolder('ca')}/bundle.pem`;
    await io.files.write(path, `${node_tls__WEBPACK_IMPORTED_MODULE_0__.rootCertificates.join('\n')}\n${own.trimEnd()}\n`, 0o600);
    return path;
}
/** git's reason in one line, redacted: the first `fatal:` or `error:` line, else the last that says anything. */
function gitReason(stderr, { redactor }) {
    const lines = stderr
        .split('\n')
        .map((line) => line.replace(/^remote:\s*/, '').trim())
        .filter((line) => line !== '');
    const reason = lines.find((line) => /^(fatal|error|ERROR):/i.test(line)) ?? lines.at(-1) ?? 'git gave no reason';
    const bare = reason.replace(/^(fatal|error):\s*/i, '').replace(/(:\/\/)[^/@\s]*@/g, '$1');
    // What a server says is shown on a terminal: no control characters.
    return redactor.redact(bare.replace(/\p{Cc}/gu, ' '));
}


/***/ }),

/***/ 92117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ checkRepository),
/* harmony export */   q: () => (/* binding */ showRepository)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66788);


/**
 * Decides whether git may be given this repository, and over which transport.
 *
 * @param insecure  `ci_cd.build.insecure_repos`: whole URLs, or beginnings of URLs up to a `/`.
 * @throws StackError SOURCE_INVALID; the message never shows the URL's user info.
 */
function checkRepository(repo, insecure) {
    const address = readAddress(repo);
    if (address === undefined) {
        throw invalid(repo, 'is not a repository address', 'Write https://host/path.git or git@host:path.git');
    }
    if (address.secret) {
        throw invalid(repo, 'carries credentials', 'Take them out of the URL and give them to git: a credential helper, GIT_ASKPASS, or an SSH key');
    }
    const allowed = insecure.some((entry) => repo === entry || repo.startsWith(entry.endsWith('/') ? entry : `${entry}/`));
    const safe = address.transport === 'https' || address.transport === 'ssh';
    if (!allowed && (!safe || isOwnMachine(address.host))) {
        throw invalid(repo, safe ? 'is on this machine' : `uses the unprotected transport ${address.transport}`, 'Use https or ssh; or, if you trust the way to it, list it in ci_cd.build.insecure_repos');
    }
    return address.transport;
}
/** A repository's address without user name and password, for people and labels. */
function showRepository(repo) {
    return repo.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
function readAddress(repo) {
    // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
    if (repo === '' || repo.startsWith('-') || /[\s\u0000-\u001f\u007f]/.test(repo) || repo.includes('::'))
        return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repo)?.[1]?.toLowerCase();
    if (scheme === undefined) {
        // git's scp form, `user@host:path`; a host that starts with `-` would be an option of ssh.
        const host = /^(?:[\w.-]+@)?(?!-)([\w.-]+|\[[0-9a-f:]+\]):(?!-)[^:]/i.exec(repo)?.[1];
        if (host !== undefined && !/^[\w.-]*@?-/.test(repo))
            return { transport: 'ssh', host, secret: false };
        return repo.startsWith('/') ? { transport: 'file', host: '', secret: false } : undefined;
    }
    const transports = { https: 'https', ssh: 'ssh', http: 'http', git: 'git', file: 'file' };
    const transport = transports[scheme];
    if (transport === undefined)
        return undefined;
    if (transport === 'file')
        return { transport, host: '', secret: false };
    // Read as http so that 2130706433 and 0x7f.1 become the 127.0.0.1 they are dialled as.
    const url = tryUrl(repo.replace(/^[^:]+/, 'http'));
    if (url === null || url.hostname.startsWith('-'))
        return undefined;
    const secret = url.password !== '' || (url.username !== '' && transport !== 'ssh');
    return { transport, host: url.hostname, secret };
}
function tryUrl(text) {
    return URL.canParse(text) ? new URL(text) : null;
}
function isOwnMachine(host) {
    return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(host) || host === '::1' || host === '0.0.0.0' || host === '[::]';
}
function invalid(repo, what, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'SOURCE_INVALID', message: `repository ${showRepository(repo)} ${what}`, hint });
}


/***/ }),

/***/ 92722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ findOlderCommit),
/* harmony export */   readSourceFacts: () => (/* binding */ readSourceFacts)
/* harmony export */ });
/* harmony import */ var _build_git_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27137);
/* harmony import */ var _build_repository_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92117);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12027);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39045);




/** Which commit of which repository the configuration was read from; nothing where its folder is in none. */
async function readSourceFacts(io, folder) {
    try {
        const [head, origin] = await Promise.all([
            git(io, folder, ['rev-parse', 'HEAD']),
            git(io, folder, ['config', '--get', 'remote.origin.url']),
        ]);
        if (head.exitCode !== 0)
            return {};
        const repository = origin.exitCode === 0 ? (0,_build_repository_url_js__WEBPACK_IMPORTED_MODULE_1__/* .showRepository */ .q)(origin.stdout.trim()) : '';
        return { commit: head.stdout.trim(), ...(repository === '' ? {} : { repository }) };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L && error.code === 'TOOL_MISSING')
            return {};
        throw error;
    }
}
/**
 * Refuses to take the stack back to an older state of its repository by accident (a job that waited, a re-run): our commit
 * is an ancestor of the one that is live. Where history cannot prove it either way, that is a warning.
 */
async function findOlderCommit(session, folder, live) {
    const ours = (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .runFacts */ .pI)(session);
    if (ours.commit === undefined || live?.commit === undefined || ours.commit === live.commit)
        return undefined;
    if (ours.repository !== undefined && live.repository !== undefined && ours.repository !== live.repository)
        return undefined;
    const age = await compareAge(session.io, folder, ours.commit, live.commit);
    if (age === 'other')
        return undefined;
    const [short, liveShort] = [ours.commit.slice(0, 10), live.commit.slice(0, 10)];
    if (age === 'older') {
        return {
            severity: 'error',
            code: 'OLDER_COMMIT',
            message: `commit ${short} is older than ${liveShort}, which release ${live.revision} was made from`,
            hint: `Check out the newer commit; or, where going back is meant: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, 'deploy')} --allow-older`,
        };
    }
    return {
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: `whether commit ${short} is older than the live ${liveShort} cannot be told: this clone does not have the history`,
        hint: 'Clone with history: fetch-depth: 0, GIT_DEPTH: 0 or git fetch --unshallow',
    };
}
async function compareAge(io, folder, ours, live) {
    const isAncestor = async (first, second) => (await git(io, folder, ['merge-base', '--is-ancestor', first, second])).exitCode;
    try {
        const exitCode = await isAncestor(ours, live);
        if (exitCode === 0)
            return 'older';
        if (exitCode !== 1)
            return 'unknown';
        const { stdout } = await git(io, folder, ['rev-parse', '--is-shallow-repository']);
        if (stdout.trim() === 'false')
            return 'other';
        // A history that is cut off says "no" too; only the opposite proves something.
        return (await isAncestor(live, ours)) === 0 ? 'other' : 'unknown';
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L && error.code === 'TOOL_MISSING')
            return 'unknown';
        throw error;
    }
}
/** No call reaches a network: the objects that are here must do. */
function git(io, folder, args) {
    const command = (0,_build_git_command_js__WEBPACK_IMPORTED_MODULE_0__/* .gitCommand */ .QT)({ transport: 'https' }, args, folder);
    return io.run({ ...command, env: { ...command.env, GIT_NO_LAZY_FETCH: '1' } }, { timeoutSeconds: 20 });
}


/***/ })

};
