export const id = 8068;
export const ids = [8068];
export const modules = {

/***/ 44842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ annotate),
/* harmony export */   m: () => (/* binding */ fromWorkspace)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39574);


/** GitHub shows ten of each kind from one step and drops the rest without a word. */
const shownOfAKind = 10;
const kinds = [
    { severity: 'error', command: 'error' },
    { severity: 'warning', command: 'warning' },
    { severity: 'note', command: 'notice' },
];
/**
 * The problems of a report at their line and column of the file, the most severe first. A failure has one error at least,
 * and what was held back is counted.
 *
 * @param report  redacted, without control characters
 * @param workspace  GITHUB_WORKSPACE
 */
function annotate(stream, report, workspace) {
    const problems = withFailure(report);
    const held = [];
    for (const { command, severity } of kinds) {
        const all = problems.filter((problem) => problem.severity === severity);
        for (const problem of all.slice(0, shownOfAKind))
            annotateOne(stream, command, problem, workspace);
        if (all.length > shownOfAKind)
            held.push(`${all.length - shownOfAKind} more ${severity}s`);
    }
    if (held.length > 0)
        stream.write(`Not shown as annotations: ${held.join(', ')}; they are all above\n`);
}
function annotateOne(stream, command, problem, workspace) {
    const { code, hint, message, path, severity } = problem;
    // `--set PATH` is the place of a problem, and no file.
    const place = problem.place?.file.startsWith('--') === true ? undefined : problem.place;
    const where = path === undefined || message.startsWith(path) ? '' : `${path}: `;
    (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .Lb)(stream, command, `${where}${message}${hint === undefined ? '' : `\nhint: ${hint}`}`, {
        title: severity === 'note' ? undefined : code,
        file: place === undefined ? undefined : fromWorkspace(place.file, workspace),
        line: place?.line,
        col: place?.column,
    });
}
/** A path as GitHub and the steps after this one know it: they start at the top of the checkout, we perhaps in a folder of it. */
function fromWorkspace(path, workspace) {
    if (path === '' || workspace === undefined || workspace === '')
        return path;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path));
    return inside === '' || inside.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) ? path : inside;
}
/** Equal ones once; a step that is red says why in an annotation, whatever went wrong. */
function withFailure({ command, exitCode, problems, status }) {
    const unique = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
    if (exitCode === 0 || unique.some(({ severity }) => severity === 'error'))
        return unique;
    return [
        { severity: 'error', code: exitCode === 3 ? 'WORK_PENDING' : 'COMMAND_FAILED', message: `${command}: ${status}` },
        ...unique,
    ];
}


/***/ }),

/***/ 9053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ci: () => (/* binding */ cacheTokensOf),
/* harmony export */   lx: () => (/* binding */ withoutRunnerTokens)
/* harmony export */ });
/* unused harmony export runnerTokens */
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10390);

/**
 * What the runner hands to an action and no child of it needs; whoever has them speaks as this job:
 * artifacts and caches (ACTIONS_RUNTIME_*, *_URL), a cloud identity (ACTIONS_ID_TOKEN_REQUEST_*), and the files in which the
 * variables, PATH, outputs and clean-up of later steps are written (GITHUB_ENV …), which a build or a hook could forge.
 */
const runnerTokens = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RUNTIME_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
];
/** Inputs hold secrets (`secrets`, `kubeconfig`, `github-token`), state the paths that `post` removes. */
const ours = /^(?:INPUT|STATE)_/;
/** What processes inherit: all of the job's environment but that. */
function withoutRunnerTokens(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name) && !runnerTokens.includes(name)));
}
/** What BuildKit finds GitHub's cache service with; only a build with `type=gha` is given it. The token alone is secret. */
const cacheNames = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
    'ACTIONS_CACHE_SERVICE_V2',
];
function cacheTokensOf(environment) {
    return Object.fromEntries(cacheNames.flatMap((name) => {
        const value = environment[name];
        return value === undefined || value === '' ? [] : [[name, new _model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(name, value)]];
    }));
}


/***/ }),

/***/ 32316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readOrigin),
/* harmony export */   o: () => (/* binding */ checkoutOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** The folder that actions/checkout fills, also where a step was started deeper. */
function checkoutOf({ GITHUB_WORKSPACE: workspace }) {
    return workspace === undefined || workspace === '' ? process.cwd() : workspace;
}
/** Facts of the run, from the runner's variables and its event file. */
function readOrigin(environment) {
    const event = readEvent(environment.GITHUB_EVENT_PATH);
    const { GITHUB_REPOSITORY: repository, GITHUB_REF: ref, GITHUB_RUN_ID: runId } = environment;
    const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
    const commit = text(event?.pull_request?.head?.sha) ?? environment.GITHUB_SHA;
    const pullRequest = numberOf(event, ref);
    return {
        facts: {
            host: 'github',
            actor: environment.GITHUB_TRIGGERING_ACTOR ?? environment.GITHUB_ACTOR ?? 'unknown',
            ...(repository === undefined ? {} : { repository: `${server}/${repository}` }),
            ...(commit === undefined ? {} : { commit }),
            ...(ref === undefined ? {} : { ref }),
            ...(repository === undefined || runId === undefined
                ? {}
                : { url: `${server}/${repository}/actions/runs/${runId}` }),
            trusted: isTrusted(environment, event),
        },
        ...(pullRequest === undefined ? {} : { pullRequest }),
    };
}
/**
 * Whether what is checked out was approved by somebody who may write to the repository. On the events that outsiders can start
 * it has to be known; where the event file does not say it, it is not.
 */
function isTrusted({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: repository }, event) {
    switch (name ?? '') {
        // Runs with the secrets of the base repository; what it checks out may be anybody's.
        case 'pull_request_target':
            return false;
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return repository !== undefined && event?.pull_request?.head?.repo?.full_name === repository;
        case 'workflow_run':
            return repository !== undefined && event?.workflow_run?.head_repository?.full_name === repository;
        // The event of a comment on a pull request does not say where the pull request comes from.
        case 'issue_comment':
            return event?.issue !== undefined && event.issue.pull_request === undefined;
        default:
            return true;
    }
}
function numberOf(event, ref) {
    const number = event?.pull_request?.number ?? (event?.issue?.pull_request === undefined ? undefined : event.issue.number);
    if (typeof number === 'number')
        return number;
    const found = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1];
    return found === undefined ? undefined : Number(found);
}
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        return typeof event === 'object' && event !== null ? event : undefined;
    }
    catch {
        // Not there or not JSON: isTrusted draws the conclusion.
        return undefined;
    }
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 90731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ openGroupProgress)
/* harmony export */ });
/* unused harmony export createGroupProgress */
/* harmony import */ var _io_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61331);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72540);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39574);



/** All tasks together: 500 components that wait for ten minutes are 60 lines, not 30,000. */
const updateMilliseconds = 10_000;
/** In a job's log: a group per step that can be opened, plain lines in it. The runner has the time of each line. */
function createGroupProgress(stream, options) {
    const { clean, now, renderProblem, style, verbose } = options;
    const write = (line) => stream.write(`${(0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .neutralise */ .$0)(line)}\n`);
    const seconds = (start) => `${((now() - start) / 1000).toFixed(1)} s`;
    let open = false;
    let nextUpdate = now() + updateMilliseconds;
    const endGroup = () => {
        if (open)
            (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .issueCommand */ .Lb)(stream, 'endgroup', '');
        open = false;
    };
    const task = (name) => {
        const shown = clean(name);
        const started = now();
        let over = false;
        const end = (word, text) => {
            if (!over)
                write(`${shown}: ${word}${clean(text)} (${seconds(started)})`);
            over = true;
        };
        return {
            update(text) {
                if (over || now() < nextUpdate)
                    return;
                nextUpdate = now() + updateMilliseconds;
                write(`${shown}: ${clean(text)} (${seconds(started)} so far)`);
            },
            done: (text) => end('', text),
            fail: (text) => end(style.red('failed: '), text),
        };
    };
    return {
        task,
        step(title) {
            endGroup();
            (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .issueCommand */ .Lb)(stream, 'group', clean(title));
            open = true;
        },
        line: (text) => write(clean(text)),
        detail: (text) => {
            if (verbose)
                write(style.dim(clean(text)));
        },
        problem: (problem) => renderProblem(problem, style).forEach(write),
        stop: endGroup,
    };
}
/** The same for a host: everything is redacted and without control characters first. */
function openGroupProgress(stream, { now = Date.now, redactor, views }, { style, verbose }) {
    return createGroupProgress(stream, {
        style,
        verbose,
        now,
        clean: (text) => (0,_io_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .I)(redactor.redact(text)),
        renderProblem: (problem) => views.problem((0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanDeeply */ .pp)(redactor.redactJson(problem)), style),
    });
}


/***/ }),

/***/ 31412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ requestIdentityToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _io_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15883);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10390);



/** For one request; the service is beside the runner. */
const timeoutSeconds = 10;
const tries = 3;
/**
 * GitHub's OpenID Connect token for this job (docs.github.com, "OpenID Connect reference": GET with the job's own bearer).
 * By hand and not by @actions/core, which would print a mask command with the token into the stdout that a step may pipe.
 *
 * @returns undefined where the job has no `permissions: id-token: write`.
 * @throws StackError HOST_FAILED
 */
async function requestIdentityToken(audience, environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment;
    if (!address || !bearer)
        return undefined;
    const url = new URL(address);
    if (audience !== undefined)
        url.searchParams.set('audience', audience);
    const http = (0,_io_http_js__WEBPACK_IMPORTED_MODULE_1__/* .createHttp */ .V)({ environment, signal: AbortSignal.timeout(tries * timeoutSeconds * 1000) });
    const headers = { authorization: new _model_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z('bearer of the job', `Bearer ${bearer}`), accept: 'application/json' };
    let reason = '';
    for (let attempt = 1; attempt <= tries; attempt++) {
        try {
            const answer = await http({ url: url.href, headers, timeoutSeconds });
            const body = answer.status === 200 ? JSON.parse(answer.body) : undefined;
            if (isToken(body))
                return new _model_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z('identity token', body.value);
            reason = `HTTP ${answer.status}`;
            if (answer.status < 500 && answer.status !== 429)
                break;
        }
        catch (error) {
            reason = error instanceof Error ? error.message : String(error);
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'HOST_FAILED',
        message: `GitHub gave no identity token for this job: ${reason}`,
        hint: 'The job needs `permissions: {id-token: write}`; run it again when githubstatus.com says that Actions is well',
    });
}
function isToken(body) {
    return typeof body === 'object' && body !== null && 'value' in body && typeof body.value === 'string';
}


/***/ }),

/***/ 48068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRunStep: () => (/* binding */ openRunStep)
/* harmony export */ });
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72540);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44842);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9053);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32316);
/* harmony import */ var _group_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90731);
/* harmony import */ var _identity_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31412);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74086);
/* harmony import */ var _summary_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(79051);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39574);









/**
 * `mcp-deploy …` in a `run:` step: the result on stdout as on a terminal, so that it can be piped; groups and annotations on
 * stderr, from which the runner reads commands too. No masks: `2>file` and `| tee` are common here, and what
 * tells the runner a secret would write it there. The redactor is what keeps secrets out.
 */
function openRunStep(options) {
    const { environment, redactor, selfScan, stderr, views } = options;
    const base = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalHost */ .P0)({ ...options, stdout: (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutCommands */ .Df)(options.stdout), stderr: (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutCommands */ .Df)(stderr) });
    let progress;
    return {
        name: 'github',
        words: () => options.words,
        facts: (0,_event_js__WEBPACK_IMPORTED_MODULE_3__/* .readOrigin */ .P)(environment).facts,
        checkout: (0,_event_js__WEBPACK_IMPORTED_MODULE_3__/* .checkoutOf */ .o)(environment),
        environment: (0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutRunnerTokens */ .lx)(environment),
        mask: () => undefined,
        identityToken: (audience) => (0,_identity_token_js__WEBPACK_IMPORTED_MODULE_5__/* .requestIdentityToken */ .l)(audience, environment),
        style: (color) => base.style(color),
        progress({ color, verbose }) {
            progress = (0,_group_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .openGroupProgress */ .j)(stderr, options, { style: base.style(color), verbose });
            return progress;
        },
        async report(report, shown) {
            progress?.stop();
            (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .noteRunnerFiles */ .K)(environment, selfScan);
            await base.report(report, shown);
            const redacted = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanDeeply */ .pp)(redactor.redactJson(report));
            (0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .annotate */ .f)(stderr, redacted, environment.GITHUB_WORKSPACE);
            if (environment.GITHUB_STEP_SUMMARY === undefined)
                return;
            const core = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(3838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
            await (0,_summary_file_js__WEBPACK_IMPORTED_MODULE_8__/* .writeSummary */ .S)(core, views.summary(redacted), (message) => stderr.write(`${message}\n`));
        },
        async print(text) {
            progress?.stop();
            await base.print(text);
        },
        printSecret: (text) => base.printSecret(text),
    };
}


/***/ }),

/***/ 74086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ noteRunnerFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Files of the runner's that @actions/core adds to; a step before us, or a command of the same step, may have written there. */
const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_STATE'];
/** Before they are written to: from here on what is in them is ours. */
function noteRunnerFiles(environment, selfScan) {
    for (const name of names) {
        const path = environment[name];
        if (path === undefined || path === '')
            continue;
        selfScan?.wrote(path, { from: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size ?? 0 });
    }
}


/***/ }),

/***/ 79051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary)
/* harmony export */ });
/** Adds to the job's summary; a runner without summaries (GHES before 3.6) is told of, not failed for. */
async function writeSummary(core, markdown, warn) {
    try {
        await core.summary.addRaw(markdown, true).write();
    }
    catch (error) {
        warn(`no job summary was written: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 39574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ neutralise),
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   Lb: () => (/* binding */ issueCommand)
/* harmony export */ });
/**
 * Writes a workflow command to the stream the log of this step is read from. @actions/core can only write to stdout, which
 * in a `run:` step belongs to the result; the runner reads commands from both.
 */
function issueCommand(stream, name, message, properties = {}) {
    const given = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]);
    stream.write(`::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeText(message)}\n`);
}
function escapeText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** No white space for the runner, nothing for the eye; JSON with it is still JSON. */
const zeroWidthSpace = '\u200b';
/**
 * Text from elsewhere in which the runner finds no command: it takes `::name::` at the start of a line (after white space,
 * U+0085 too; a carriage return starts a line) and, as it did at first, `##[name]` anywhere in one.
 */
function neutralise(text) {
    return text
        .replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*)::/g, `$1$2${zeroWidthSpace}::`)
        .replaceAll('##[', `##${zeroWidthSpace}[`);
}
/** A stream through which no command gets, and no terminal: some runners give a job one, and a log has neither colours nor a width. */
function withoutCommands(stream) {
    return {
        write: (text, done) => stream.write(neutralise(text), done),
        on: (event, listener) => stream.on?.(event, listener),
    };
}


/***/ })

};
