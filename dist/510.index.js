export const id = 510;
export const ids = [510];
export const modules = {

/***/ 78056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ testStage),
/* harmony export */   TC: () => (/* binding */ replaceBases),
/* harmony export */   Ys: () => (/* binding */ finalBase),
/* harmony export */   eb: () => (/* binding */ readContainerfile)
/* harmony export */ });
/** Reads the stages of a Containerfile and the images they need. */
function readContainerfile(text, buildArgs) {
    const globals = readGlobals(text, buildArgs);
    const stages = [];
    const bases = new Set();
    const addBase = (reference) => {
        if (isExternal(reference, stages))
            bases.add(reference);
    };
    for (const { word, rest } of readInstructions(text)) {
        if (word === 'FROM') {
            const [, image = '', name] = fromPattern.exec(rest) ?? [];
            const from = fillIn(image, globals);
            addBase(from);
            stages.push({ from, ...(name === undefined ? {} : { name: name.toLowerCase() }) });
        }
        else {
            for (const match of rest.matchAll(otherImages(word)))
                addBase(match[1] ?? '');
            const last = stages.at(-1);
            if ((word === 'ENTRYPOINT' || word === 'CMD') && last !== undefined) {
                stages[stages.length - 1] = { ...last, command: `${word === 'CMD' ? `${last.command ?? ''} ` : ''}${rest}` };
            }
        }
    }
    return { bases: [...bases], stages };
}
/**
 * Replaces images from outside; everything else stays as it was written, byte for byte.
 *
 * @param replace  Reference with build arguments filled in → what to build from; same answer for what shall stay.
 */
function replaceBases(text, buildArgs, replace) {
    const { bases } = readContainerfile(text, buildArgs);
    const changed = new Map(bases.map((base) => [base, replace(base)]).filter(([from, to]) => from !== to));
    if (changed.size === 0)
        return text;
    const lines = text.split('\n');
    const globals = readGlobals(text, buildArgs);
    for (const { word, rest, start, end } of readInstructions(text)) {
        for (let number = start; number < end; number += 1) {
            const line = lines[number] ?? '';
            if (word === 'FROM') {
                const image = fromPattern.exec(rest)?.[1] ?? '';
                const to = changed.get(fillIn(image, globals));
                if (to !== undefined)
                    lines[number] = line.replace(image, () => to);
            }
            else {
                lines[number] = line.replace(otherImages(word), (whole, image) => {
                    const to = changed.get(image);
                    return to === undefined ? whole : whole.slice(0, whole.length - image.length) + to;
                });
            }
        }
    }
    return lines.join('\n');
}
/** The image the built stage rests on in the end, through stages of this file; undefined for `scratch`. */
function finalBase({ stages }, target) {
    let stage = target === undefined ? stages.at(-1) : stages.find((one) => one.name === target.toLowerCase());
    for (let steps = 0; stage !== undefined && steps <= stages.length; steps += 1) {
        const from = stage.from;
        const parent = stages.find((one) => one !== stage && one.name === from.toLowerCase());
        if (parent === undefined)
            return from === 'scratch' ? undefined : from;
        stage = parent;
    }
    return undefined;
}
/** The name of the last stage when it seems to run tests instead of a server (CONTRACT §2); undefined otherwise. */
function testStage({ stages }) {
    const last = stages.at(-1);
    if (last === undefined || stages.length < 2)
        return undefined;
    if (/(^|[-_])(unit)?tests?(ing|er)?($|[-_])/.test(last.name ?? ''))
        return last.name;
    return /\b(pytest|tox|run[-_]tests?|unittest)\b/.test(last.command ?? '') ? (last.name ?? 'the last one') : undefined;
}
const fromPattern = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i;
function otherImages(word) {
    if (word === 'COPY' || word === 'ADD')
        return /(?<=^|\s)--from=(\S+)/g;
    if (word === 'RUN')
        return /(?<=^|\s)--mount=\S*?(?<=[=,])from=([^\s,]+)/g;
    return /(?!)()/g;
}
function isExternal(reference, stages) {
    if (reference === '' || reference === 'scratch' || /^\d+$/.test(reference) || reference.includes('$'))
        return false;
    return !stages.some((stage) => stage.name === reference.toLowerCase());
}
/** `${NAME}`, `$NAME` and `${NAME:-default}` from the arguments before the first FROM. */
function fillIn(text, values) {
    return text.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (whole, braced, fallback, bare) => {
        const value = values.get(braced ?? bare);
        return value === undefined || value === '' ? (fallback ?? (value === undefined ? whole : '')) : value;
    });
}
/** Only arguments before the first FROM count in one; each may use those before it. */
function readGlobals(text, buildArgs) {
    const globals = new Map();
    for (const { word, rest } of readInstructions(text)) {
        if (word === 'FROM')
            break;
        if (word !== 'ARG')
            continue;
        for (const [name, value] of readArguments(rest))
            globals.set(name, buildArgs[name] ?? fillIn(value, globals));
    }
    return globals;
}
function readArguments(rest) {
    return [...rest.matchAll(/(\w+)(?:=("[^"]*"|'[^']*'|\S*))?/g)].map((match) => [
        match[1] ?? '',
        (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'),
    ]);
}
function* readInstructions(text) {
    const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
    const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 5).join('\n')) ? '`' : '\\';
    let number = 0;
    while (number < lines.length) {
        const start = number;
        let joined = '';
        for (;;) {
            const line = lines[number] ?? '';
            number += 1;
            if (/^\s*#/.test(line) && number <= lines.length) {
                if (joined === '' || number >= lines.length)
                    break;
                continue;
            }
            const continues = line.trimEnd().endsWith(escape);
            joined += continues ? `${line.trimEnd().slice(0, -1)} ` : line;
            if (!continues || number >= lines.length)
                break;
        }
        const [, word = '', rest = ''] = /^\s*([A-Za-z]+)\s+([\s\S]*)$/.exec(joined) ?? [];
        yield { word: word.toUpperCase(), rest: rest.trim(), start, end: number };
        // Lines of here-documents are text, even where they look like instructions.
        for (const [, , delimiter] of /^(RUN|COPY|ADD)$/i.test(word) ? rest.matchAll(/<<-?(["']?)(\w+)\1/g) : []) {
            while (number < lines.length && lines[number]?.trim() !== delimiter)
                number += 1;
            number += 1;
        }
    }
}


/***/ }),

/***/ 67521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ engineCommand),
/* harmony export */   eo: () => (/* binding */ isPodman),
/* harmony export */   uU: () => (/* binding */ detectEngine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);

/**
 * Finds the container engine: the one that is asked for, else the first of docker and podman that answers.
 *
 * @throws StackError TOOL_MISSING when there is none, ENGINE_UNREACHABLE with its reason when none answers.
 */
async function detectEngine(hints, io) {
    const wanted = hints.containerEngine;
    const reasons = [];
    for (const program of wanted === undefined ? ['docker', 'podman'] : [wanted]) {
        const context = hints.dockerContext === undefined || isPodman(program) ? [] : ['--context', hints.dockerContext];
        const answer = await askVersion({ program, args: [...context, 'version', '--format', '{{json .}}'] }, io);
        if (answer === undefined)
            continue;
        if (answer.ok)
            return { program: answer.podman ? 'podman' : program, args: answer.podman ? [] : context };
        if (hints.builder !== undefined && !isPodman(program))
            return { program, args: context };
        reasons.push(`${program}: ${answer.reason}`);
    }
    if (reasons.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'TOOL_MISSING',
            message: wanted === undefined ? 'neither docker nor podman is installed' : `${wanted} is not installed`,
            hint: 'Install Docker or Podman, or name the program: deployment.container_engine',
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'ENGINE_UNREACHABLE',
        message: `the container engine does not answer (${reasons.join('; ')})`,
        hint: 'Start it, or name another: DOCKER_HOST, deployment.docker_context, deployment.container_engine',
    });
}
/** True for podman under its own name, with or without a path. */
function isPodman(program) {
    return /(^|\/)podman(-remote)?$/.test(program);
}
/** A call of the engine. */
function engineCommand(engine, args) {
    return { program: engine.program, args: [...engine.args, ...args] };
}
async function askVersion(command, io) {
    try {
        const { exitCode, stdout, stderr } = await io.run(command, { timeoutSeconds: 20 });
        // podman-docker installs podman under the name docker; the two spell this one word differently.
        const podman = isPodman(command.program) || stdout.includes('"APIVersion"');
        const reason = stderr.trim().split('\n')[0] ?? '';
        return { ok: exitCode === 0, podman, reason: io.redactor.redact(reason === '' ? `exit ${exitCode}` : reason) };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L && error.code === 'TOOL_MISSING')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 75163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ tagImage),
/* harmony export */   m: () => (/* binding */ inspectImage)
/* harmony export */ });
/* harmony import */ var _detect_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67521);

/** Looks into the engine's store; undefined when it has no such image. */
async function inspectImage(engine, reference, io) {
    const command = (0,_detect_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineCommand */ .KU)(engine, ['image', 'inspect', reference]);
    const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 30 });
    if (exitCode !== 0)
        return undefined;
    const [value] = JSON.parse(stdout);
    if (value === undefined)
        return undefined;
    return {
        id: value.Id.startsWith('sha256:') ? value.Id : `sha256:${value.Id}`,
        repoDigests: value.RepoDigests ?? [],
        labels: value.Config?.Labels ?? {},
    };
}
/** Gives an image of the store a second name; it is a convenience, so failing is no error. */
async function tagImage(engine, id, tag, io) {
    await io.run((0,_detect_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineCommand */ .KU)(engine, ['tag', id, tag]), { timeoutSeconds: 30 });
}


/***/ }),

/***/ 66788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* unused harmony export withoutDigest */
const pattern = /^(?<name>[^\s@]+?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;
/** Takes a reference apart as Docker does; undefined when it is none. */
function parseReference(text) {
    const groups = pattern.exec(text)?.groups;
    if (groups?.['name'] === undefined)
        return undefined;
    const { tag, digest } = groups;
    const [first = '', ...rest] = groups['name'].split('/');
    // Docker's rule: the first part is a registry only when it cannot be a path component.
    const isRegistry = rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
    const registry = isRegistry ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io';
    const short = isRegistry ? rest.join('/') : groups['name'];
    const path = registry === 'docker.io' && !short.includes('/') ? `library/${short}` : short;
    if (!/^[a-z0-9]+((?:\/|\.|__?|-+)[a-z0-9]+)*$/.test(short))
        return undefined;
    return {
        registry,
        path,
        ...(tag === undefined ? (digest === undefined ? { tag: 'latest' } : {}) : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** `name[:tag]` of a reference without its digest, as it was written. */
function withoutDigest(text) {
    return text.replace(/@sha256:[0-9a-f]{64}$/, '');
}
/** The name as it was written, without tag and digest. */
function nameOf(text) {
    return withoutDigest(text).replace(/:\w[\w.-]{0,127}$/, '');
}
/** True for this machine's own addresses, which engines talk to without TLS. */
function isLoopback(host) {
    const name = host.replace(/^\[/, '').replace(/\].*$/, '').replace(/:\d+$/, '');
    return (name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || host.startsWith('[::1]'));
}


/***/ }),

/***/ 89635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ runLimited),
/* harmony export */   R: () => (/* binding */ askOnce)
/* harmony export */ });
/** Runs work on every item, at most `limit` at once; answers in the order of the items. The first error ends it. */
async function runLimited(items, limit, work) {
    const results = [];
    const queue = items.entries();
    // The workers share one iterator: each takes the next item that nobody has.
    const worker = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(Math.max(1, limit), items.length) }, worker));
    return results;
}
/** Answers a question once per key, however often it is asked at the same time; errors are answers too. */
function askOnce(ask) {
    const asked = new Map();
    return (key) => {
        const known = asked.get(key) ?? ask(key);
        asked.set(key, known);
        return known;
    };
}


/***/ }),

/***/ 37672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ reportCertificate),
/* harmony export */   o7: () => (/* binding */ reportImage),
/* harmony export */   wc: () => (/* binding */ reportComponent),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75503);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79471);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14316);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);




/** Step 11: everything that was found out, in the one value that all outputs are views of. */
async function assembleReport(session, findings) {
    const { draft, connection, status } = findings;
    const now = session.io.clock.now();
    const problems = [...draft.plan.problems, ...draft.problems, ...(findings.problems ?? [])];
    const exitCode = exitCodeOf(status, problems);
    const live = await connection.components();
    const last = findings.release ?? draft.live.state.releases.findLast((release) => release.status === 'live');
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyReport */ ._O)(session),
        status,
        exitCode,
        stack: {
            name: draft.plan.stack.name,
            target: draft.plan.stack.target,
            where: connection.description,
            ...(draft.plan.config.environment === undefined ? {} : { environment: draft.plan.config.environment }),
            ...(draft.plan.gatewayUrl === undefined ? {} : { gatewayUrl: draft.plan.gatewayUrl }),
        },
        changes: draft.changes,
        images: draft.images.map(reportImage),
        certificates: draft.certificates.certificates.map((entry) => reportCertificate(entry, now)),
        components: draft.bundle.components.map((component) => reportComponent(component.name, component.service, component.tag, live, findings.seconds?.[component.service])),
        secrets: draft.secrets.provenance,
        problems,
        ...(findings.verification === undefined ? {} : { verification: findings.verification }),
        ...(last === undefined ? {} : { release: { revision: last.revision, summary: last.summary } }),
        ...nextStep(status, draft, exitCode),
    };
}
function nextStep(status, draft, exitCode) {
    const url = draft.plan.gatewayUrl;
    if (status === 'pending')
        return { next: `${(0,_release_js__WEBPACK_IMPORTED_MODULE_1__/* .summarise */ .fS)(draft.changes)}; to do it: mcp-deploy deploy ${draft.plan.config.file}` };
    if (exitCode !== 0)
        return { next: `mcp-deploy logs ${draft.plan.config.file}` };
    return url === undefined ? {} : { next: `The gateway is at ${url}` };
}
function exitCodeOf(status, problems) {
    if (status === 'failed')
        return 1;
    if (status !== 'unhealthy')
        return 0;
    return problems.find((problem) => _model_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F[problem.code] === 4) === undefined ? 1 : 4;
}
function reportImage(image) {
    return {
        component: image.component,
        tag: image.tag,
        reference: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_3__/* .isPending */ .m)(image.reference) ? 'known after build' : image.reference,
        ...(image.revision === undefined ? {} : { revision: image.revision }),
        how: image.how,
        seconds: Number(image.seconds.toFixed(1)),
    };
}
function reportCertificate(entry, now) {
    const { request, certificate } = entry;
    return {
        component: request.component,
        kind: request.kind,
        how: entry.how,
        ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        ...(certificate === undefined
            ? {}
            : {
                fingerprint: certificate.fingerprint,
                notAfter: certificate.notAfter,
                daysLeft: Math.floor((new Date(certificate.notAfter).getTime() - now.getTime()) / 86_400_000),
            }),
    };
}
function reportComponent(name, service, image, live, seconds) {
    const found = live.find((component) => component.service === service);
    return {
        name,
        service,
        image,
        readiness: found?.readiness ?? 'stopped',
        message: found?.message ?? 'not running',
        containers: found?.containers.map((container) => container.id) ?? [],
        ...(seconds === undefined ? {} : { seconds: Number(seconds.toFixed(1)) }),
    };
}


/***/ }),

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ build),
  lB: () => (/* binding */ observe),
  iA: () => (/* binding */ prepare),
  HU: () => (/* binding */ refusePlannedOnly)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
;// CONCATENATED MODULE: ./build/js/build/repository-url.js


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
    return (0,image_reference/* isLoopback */.U9)(host) || host === '::1' || host === '0.0.0.0' || host === '[::]';
}
function invalid(repo, what, hint) {
    return new errors/* StackError */.L({ code: 'SOURCE_INVALID', message: `repository ${showRepository(repo)} ${what}`, hint });
}

;// CONCATENATED MODULE: ./build/js/build/build-failure.js





/** The problem of an image that did not build: why, the end of its log, and how to see it by hand. */
function buildFailure(outcome, job, identified, engine) {
    return {
        severity: 'error',
        code: 'BUILD_FAILED',
        message: `${outcome.component}: the image did not build: ${outcome.reason}`,
        hint: `Build it by hand: ${byHand(job, identified, engine)}`,
        ...(outcome.log.length === 0 ? {} : { frame: outcome.log.join('\n') }),
    };
}
/** The problems of an error, each with the component's name in front. */
function problemsOf(error, component) {
    return error.problems.map((problem) => ({ ...problem, message: `${component}: ${problem.message}` }));
}
/** One error for all images that failed. */
function joinFailures(problems, images) {
    const [first] = problems;
    const code = problems.find((problem) => problem.code === 'BUILD_FAILED')?.code ?? first?.code ?? 'BUILD_FAILED';
    if (problems.length === 1 && first !== undefined) {
        return new errors/* StackError */.L({ code, message: first.message, hint: first.hint, problems });
    }
    return new errors/* StackError */.L({ code, message: `${problems.length} of ${images} images failed`, problems });
}
/** Without build arguments' values: they stand in the config, and need not stand on a screen. */
function byHand(job, { source, commit }, engine) {
    const folder = source.kind === 'path' ? source.path : 'source';
    const build = (0,show_command/* showCommand */.T)((0,detect_engine/* engineCommand */.KU)(engine, [
        'build',
        ...(job.target === undefined ? [] : [`--target=${job.target}`]),
        ...Object.keys(job.buildArgs).flatMap((name) => ['--build-arg', name]),
        `--file=${(0,external_node_path_.join)(folder, job.containerfile)}`,
        (0,external_node_path_.join)(folder, job.context),
    ]));
    if (source.kind === 'path' || commit === undefined)
        return build;
    const clone = (0,show_command/* showCommand */.T)({ program: 'git', args: ['clone', '--', showRepository(source.repo), folder] });
    return `${clone} && git -C ${folder} checkout ${commit} && ${build}`;
}

// EXTERNAL MODULE: ./build/js/build/engine-store.js
var engine_store = __webpack_require__(75163);
;// CONCATENATED MODULE: ./build/js/build/labels.js

/** Our own labels, beside those of the OCI image specification. */
const sourceKeyLabel = 'mcp-stack.dev/source-key';
const basesLabel = 'mcp-stack.dev/bases';
/** The labels every image of ours carries; without times, so that equal sources give equal labels. */
function imageLabels(facts) {
    const baseDigest = facts.finalBase === undefined ? undefined : facts.bases[facts.finalBase];
    return {
        'org.opencontainers.image.title': facts.component,
        ...(facts.repo === undefined ? {} : { 'org.opencontainers.image.source': showRepository(facts.repo) }),
        ...(facts.commit === undefined ? {} : { 'org.opencontainers.image.revision': facts.commit }),
        ...(facts.finalBase === undefined ? {} : { 'org.opencontainers.image.base.name': facts.finalBase }),
        ...(baseDigest === undefined ? {} : { 'org.opencontainers.image.base.digest': baseDigest }),
        // Not the ownership label: containers inherit an image's labels, and who runs one by hand owns it.
        'mcp-stack.dev/built-for': facts.stack,
        [sourceKeyLabel]: facts.sourceKey,
        [basesLabel]: JSON.stringify(Object.fromEntries(Object.entries(facts.bases).sort(([a], [b]) => (a < b ? -1 : 1)))),
    };
}
/** The base digests an image was built on; empty when its labels do not say. */
function recordedBases(labels) {
    try {
        const value = JSON.parse(labels?.[basesLabel] ?? '{}');
        return value ?? {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/js/build/find-image.js




/**
 * Looks for the image of a source key: in the component's registry, else in the engine's store.
 *
 * @throws StackError REGISTRY_UNREACHABLE; a dry run takes silence for "not there".
 */
async function findImage(plan, key, stage) {
    const tag = `${plan.repository}:${key}`;
    const inRegistry = plan.registry === undefined ? undefined : await findInRegistry(tag, plan, stage);
    if (inRegistry !== undefined && inRegistry.kind !== 'missing')
        return inRegistry;
    if (plan.registry?.push === true)
        return { kind: 'missing' };
    const engine = stage.request.dry ? await stage.localEngine() : await stage.engine();
    const stored = engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(engine, tag, stage.io);
    if (stored === undefined)
        return { kind: 'missing' };
    return checkBases(stored.id, () => Promise.resolve(stored.labels), stage);
}
/** Gives a found image the key of the commit too, so that the next run finds it without a fetch. Best effort. */
async function aliasImage(plan, from, key, reference, stage) {
    if (!reference.startsWith('sha256:')) {
        const parsed = (0,image_reference/* parseReference */.F2)(`${plan.repository}:${from}`);
        if (parsed !== undefined)
            await stage.registry.alias(parsed, key);
        return;
    }
    const engine = await stage.localEngine();
    if (engine !== undefined)
        await (0,engine_store/* tagImage */.E)(engine, reference, `${plan.repository}:${key}`, stage.io);
}
/** The image of a component that was found instead of built. */
function reusedImage(plan, key, reference, revision) {
    return {
        component: plan.component,
        reference,
        tag: `${plan.repository}:${key}`,
        sourceKey: key,
        ...(revision === undefined ? {} : { revision }),
        how: 'reused',
        seconds: 0,
    };
}
async function findInRegistry(tag, plan, stage) {
    const parsed = (0,image_reference/* parseReference */.F2)(tag);
    if (parsed === undefined) {
        throw new errors/* StackError */.L({
            code: 'SOURCE_INVALID',
            message: `${(0,image_reference/* nameOf */.Vb)(tag)} is not a name an image can have`,
            hint: 'Write the registry as host[:port]/namespace in lower case, without a scheme',
        });
    }
    const answer = await stage.registry.look(parsed);
    if (answer.kind === 'found') {
        const reference = `${(0,image_reference/* nameOf */.Vb)(tag)}@${answer.digest}`;
        return checkBases(reference, () => stage.registry.labels({ ...parsed, digest: answer.digest }), stage);
    }
    if (answer.kind !== 'unreachable' || stage.request.dry || plan.registry?.push === false)
        return { kind: 'missing' };
    throw new errors/* StackError */.L({
        code: 'REGISTRY_UNREACHABLE',
        message: `the registry ${parsed.registry} did not answer: ${answer.reason}`,
        hint: `Try it by hand: docker pull ${tag}`,
    });
}
async function checkBases(reference, labels, stage) {
    const image = { kind: 'image', reference };
    const { checkBase, baseImages } = stage.options.config;
    if (!checkBase)
        return image;
    for (const [base, digest] of Object.entries(recordedBases(await labels()))) {
        const parsed = (0,image_reference/* parseReference */.F2)(baseImages[base] ?? base);
        // A base that is written with its digest cannot move.
        if (parsed === undefined || parsed.digest !== undefined)
            continue;
        const answer = await stage.registry.look(parsed);
        if (answer.kind === 'found' && answer.digest !== digest)
            return { kind: 'stale', reason: `${base} has moved` };
    }
    return image;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/js/build/git-command.js

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
    await io.files.write(path, `${external_node_tls_.rootCertificates.join('\n')}\n${own.trimEnd()}\n`, 0o600);
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

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/js/build/git-refs.js




/** SHA-1 and SHA-256 repositories. */
const fullCommit = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** True when a ref needs no look-up: it is a whole commit already. */
function isCommit(ref) {
    return fullCommit.test(ref);
}
/**
 * Asks a repository for its branches and tags; reads only, keeps nothing on disk.
 *
 * @throws StackError SOURCE_UNREACHABLE with git's reason.
 */
async function listRefs(repo, settings, io) {
    // In the root folder, so that a repository around the working folder has no say.
    const command = gitCommand(settings, ['ls-remote', '--heads', '--tags', '--', repo], '/');
    const result = await io.run(command, { timeoutSeconds: 60 });
    if (result.exitCode !== 0)
        throw unreachable(repo, result.timedOut ? 'no answer in 60 seconds' : gitReason(result.stderr, io));
    return parseRefs(result.stdout);
}
/** `git ls-remote` output → refs, annotated tags peeled. */
function parseRefs(output) {
    const refs = new Map();
    const peeled = new Map();
    for (const line of output.split('\n')) {
        const [commit, name] = line.split('\t');
        if (commit === undefined || name === undefined || !fullCommit.test(commit))
            continue;
        if (name.endsWith('^{}'))
            peeled.set(name.slice(0, -3), commit);
        else
            refs.set(name, commit);
    }
    return new Map([...refs, ...peeled]);
}
/**
 * The commit a user's word means: a branch, a tag (short or full name), or a whole commit.
 *
 * @throws StackError REF_AMBIGUOUS for a name that is a branch and a tag of different commits or of the same;
 *         REF_NOT_FOUND with the nearest name, or with the whole commit for a shortened one.
 */
function chooseCommit(refs, ref, repo) {
    if (isCommit(ref))
        return ref;
    const exact = ref.startsWith('refs/') ? refs.get(ref) : undefined;
    if (exact !== undefined)
        return exact;
    const branch = refs.get(`refs/heads/${ref}`);
    const tag = refs.get(`refs/tags/${ref}`);
    if (branch !== undefined && tag !== undefined) {
        throw new errors/* StackError */.L({
            code: 'REF_AMBIGUOUS',
            message: `${ref} is both a branch (${branch.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${showRepository(repo)}`,
            hint: `Write which one: ref: refs/heads/${ref} or ref: refs/tags/${ref}`,
        });
    }
    const commit = branch ?? tag;
    if (commit !== undefined)
        return commit;
    throw new errors/* StackError */.L({
        code: 'REF_NOT_FOUND',
        message: `${showRepository(repo)} has no branch or tag ${ref}`,
        hint: hintFor(refs, ref),
    });
}
function hintFor(refs, ref) {
    if (/^[0-9a-f]{4,39}$/.test(ref)) {
        const whole = [...refs.values()].find((commit) => commit.startsWith(ref));
        return `A commit is given with all its digits: ref: ${whole ?? `the output of git rev-parse ${ref}`}`;
    }
    const names = [...refs.keys()].map((name) => name.replace(/^refs\/(heads|tags)\//, ''));
    if (names.length === 0)
        return 'The repository is empty: push a branch first';
    const nearest = (0,mod/* closest */.kp)(ref, names);
    if ((0,mod/* distance */.Io)(ref, nearest) <= Math.max(2, ref.length / 3))
        return `Did you mean ref: ${nearest}?`;
    const shown = names.slice(0, 6).join(', ');
    return `It has: ${shown}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`;
}
/** The error for a repository git could not talk to. */
function unreachable(repo, reason) {
    return new errors/* StackError */.L({
        code: 'SOURCE_UNREACHABLE',
        message: `git cannot read ${showRepository(repo)}: ${reason}`,
        hint: `Try it by hand: git ls-remote -- ${showRepository(repo)}`,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/build/source-key.js

/** Raised when the same source has to give another image: a change in how we build. */
const keyVersion = 1;
/**
 * The name of an image before it exists: 40 hex digits of SHA-256 over all that decides its content.
 * Equal sources and recipes have equal keys, on every machine.
 *
 * @param baseImages  `ci_cd.build.base_images`: another base is another image.
 */
function sourceKey(identity, recipe, baseImages) {
    const facts = [
        keyVersion,
        sorted({ ...identity }),
        normalPath(recipe.context),
        normalPath(recipe.containerfile),
        recipe.target ?? null,
        sorted(recipe.buildArgs),
        [...recipe.platforms].sort(),
        recipe.submodules,
        sorted(baseImages),
    ];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 40);
}
/** `./a//b/` and `a/b` are the same folder; the top is the empty path. */
function normalPath(path) {
    return path
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/');
}
function sorted(record) {
    return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/js/build/git-fetch.js





/** The most a fetch or a checkout may take. */
const timeoutSeconds = 600;
/**
 * Fetches exactly one commit: its trees, no history, no blobs. A server that cannot filter or hand out single commits
 * gives more, down to everything; the result is the same.
 *
 * @throws StackError SOURCE_UNREACHABLE, or REF_NOT_FOUND when the repository answers and has no such commit.
 */
async function fetchCommit(repo, commit, settings, io) {
    // Apart from the files, so that nothing of git ends in an image.
    const gitFolder = await io.files.temporaryFolder('git');
    const folder = await io.files.temporaryFolder('source');
    const clone = { repo, commit, folder, gitFolder, settings };
    const format = commit.length === 64 ? ['--object-format=sha256'] : [];
    await must(clone, ['init', '--quiet', '--template=', ...format], io);
    await must(clone, ['config', 'remote.origin.url', repo], io);
    const shallow = ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--filter=blob:none'];
    const first = await git(clone, [...shallow, 'origin', commit], io);
    if (first.exitCode !== 0) {
        const everything = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin'];
        const second = await git(clone, [...everything, '+refs/heads/*:refs/all/heads/*', '+refs/tags/*:refs/all/tags/*'], io);
        if (second.exitCode !== 0)
            throw unreachable(repo, gitReason(second.stderr, io));
    }
    const present = await git(clone, ['cat-file', '-e', `${commit}^{commit}`], io);
    if (present.exitCode !== 0) {
        throw new errors/* StackError */.L({
            code: 'REF_NOT_FOUND',
            message: `${showRepository(repo)} has no commit ${commit}`,
            hint: 'It may have been rewritten or never pushed: push it, or name a branch or tag',
        });
    }
    return clone;
}
/**
 * The id of a folder's tree or a file's blob in the commit; undefined when there is no such path.
 *
 * @param path  Relative to the repository's top; empty for the top itself.
 */
async function readObjectId(clone, path, io) {
    const object = `${clone.commit}:${normalPath(path)}`;
    const result = await git(clone, ['rev-parse', '--verify', '--quiet', '--end-of-options', object], io);
    // Before 2.30 rev-parse prints the marker itself, so only the last line is the answer.
    return result.exitCode === 0 ? result.stdout.trim().split('\n').at(-1) : undefined;
}
/**
 * Puts the commit's files into the clone's folder, submodules only when told.
 *
 * @throws StackError SOURCE_UNREACHABLE
 */
async function checkOut(clone, submodules, io) {
    await must(clone, ['checkout', '--quiet', '--detach', '--force', clone.commit], io);
    if (!submodules)
        return;
    await must(clone, ['submodule', '--quiet', 'update', '--init', '--recursive', '--depth=1'], io);
}
async function must(clone, args, io) {
    const result = await git(clone, args, io);
    if (result.exitCode === 0)
        return result;
    throw unreachable(clone.repo, result.timedOut ? `no end after ${timeoutSeconds} seconds` : gitReason(result.stderr, io));
}
function git(clone, args, io) {
    const where = [`--git-dir=${clone.gitFolder}`, `--work-tree=${clone.folder}`];
    return io.run(gitCommand(clone.settings, [...where, ...args], clone.folder), { timeoutSeconds });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/js/build/read-folder.js







/**
 * Lists what of a context goes to the builder, sorted by path.
 *
 * @param folder  Absolute.
 * @param ignore  Text of .dockerignore; empty when there is none.
 * @throws StackError SOURCE_INVALID for a link that leaves the context, a socket or a device.
 */
async function readFolder(folder, ignore) {
    const ignored = await ignoreRules(ignore);
    // An ignored folder can be skipped only when no rule may bring something in it back.
    const mayReturn = /^\s*!/m.test(ignore);
    const entries = [];
    const walk = async (prefix) => {
        const names = (await (0,promises_.readdir)((0,external_node_path_.join)(folder, prefix))).sort();
        for (const name of names) {
            const path = prefix === '' ? name : `${prefix}/${name}`;
            const status = await (0,promises_.lstat)((0,external_node_path_.join)(folder, path));
            const skipped = ignored(path);
            if (status.isDirectory()) {
                if (path === '.git')
                    continue;
                if (!skipped)
                    entries.push({ path, kind: 'folder', executable: false });
                if (!skipped || mayReturn)
                    await walk(path);
                continue;
            }
            if (skipped)
                continue;
            const executable = (status.mode & 0o100) !== 0;
            if (status.isSymbolicLink())
                entries.push(await readLink(folder, path));
            else if (status.isFile())
                entries.push({ path, kind: 'file', executable });
            else
                throw read_folder_invalid(`${path} in the build context is neither a file, a folder nor a link`);
        }
    };
    await walk('');
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}
/**
 * SHA-256 (hex) over names, executable bits and contents; times and owners do not count, so a new clone hashes the same.
 */
async function hashEntries(folder, entries) {
    const total = (0,external_node_crypto_.createHash)('sha256');
    for (const entry of entries) {
        const content = entry.kind === 'file' ? await hashFile((0,external_node_path_.join)(folder, entry.path)) : (entry.target ?? '');
        total.update(JSON.stringify([entry.path, entry.kind, entry.executable, content]));
    }
    return total.digest('hex');
}
/** SHA-256 (hex) of a file's bytes. */
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}
async function readLink(folder, path) {
    const target = await (0,promises_.readlink)((0,external_node_path_.join)(folder, path));
    const end = target.startsWith('/') ? '..' : (0,posix_.normalize)(`${path}/../${target}`);
    if (end === '..' || end.startsWith('../')) {
        throw read_folder_invalid(`the link ${path} -> ${target} leaves the build context`);
    }
    return { path, kind: 'link', executable: false, target };
}
function read_folder_invalid(message) {
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message,
        hint: 'Put the file itself there, or list the path in .dockerignore',
    });
}
async function ignoreRules(text) {
    const rules = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (rules.length === 0)
        return () => false;
    const loaded = await __webpack_require__.e(/* import() */ 777).then(__webpack_require__.t.bind(__webpack_require__, 44158, 19));
    const dockerignore = callable(loaded.default);
    const matcher = dockerignore({ ignorecase: false }).add(rules);
    return (path) => matcher.ignores(path);
}
/** Its types speak of a `default` in its export; at run time, bundled or not, the CommonJS export itself is the function. */
function callable(exported) {
    return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
}

;// CONCATENATED MODULE: ./build/js/build/identify-source.js





/**
 * Finds out what exactly would be built, without fetching it: git's commit, or the content of a local folder.
 *
 * @throws StackError SOURCE_INVALID, SOURCE_UNREACHABLE, REF_NOT_FOUND, REF_AMBIGUOUS
 */
async function identifySource(source, stage) {
    const { baseImages } = stage.options.config;
    if (source.kind === 'git') {
        const commit = await stage.commitOf(source.repo, source.ref);
        const key = sourceKey({ kind: 'commit', repo: source.repo, commit }, source, baseImages);
        return { source, commit, key };
    }
    const hash = await hashSource(source.path, source, stage.io);
    return { source, key: sourceKey({ kind: 'content', hash }, source, baseImages) };
}
/**
 * The second key of a git source, over what the commit has in its folder: equal for two commits that differ elsewhere.
 *
 * @throws StackError SOURCE_INVALID when the commit has no such folder or Containerfile.
 */
async function treeKey(source, clone, stage) {
    const context = await readObjectId(clone, source.context, stage.io);
    if (context === undefined)
        throw noContext(source.context);
    for (const path of containerfilePaths(source)) {
        const containerfile = await readObjectId(clone, path, stage.io);
        if (containerfile === undefined)
            continue;
        return sourceKey({ kind: 'tree', context, containerfile }, source, stage.options.config.baseImages);
    }
    // The files are needed to say what is there instead.
    await stage.checkedOut(clone, false);
    throw noContainerfile(source, await stage.io.files.list((0,external_node_path_.join)(clone.folder, source.context)));
}
/**
 * Checks a source on disk: folder and Containerfile are in it also after links, and no link of the context leaves it.
 *
 * @param folder  Absolute.
 * @returns the Containerfile's path relative to `folder`.
 * @throws StackError SOURCE_INVALID
 */
async function checkSource(folder, recipe, io) {
    const { containerfile, contextFolder } = await locate(folder, recipe, io);
    await readFolder(contextFolder, await readIgnore((0,external_node_path_.join)(folder, containerfile), contextFolder, io));
    return containerfile;
}
async function hashSource(folder, recipe, io) {
    const { containerfile, contextFolder } = await locate(folder, recipe, io);
    const file = (0,external_node_path_.join)(folder, containerfile);
    const ignore = await readIgnore(file, contextFolder, io);
    const entries = await readFolder(contextFolder, ignore);
    // The two may be ignored or lie outside the context and still decide what is built.
    return JSON.stringify([await hashEntries(contextFolder, entries), await hashFile(file), ignore]);
}
async function locate(folder, recipe, io) {
    const contextFolder = (0,external_node_path_.join)(folder, recipe.context);
    if (!(await isInside(contextFolder, folder, io)))
        throw noContext(recipe.context);
    for (const path of containerfilePaths(recipe)) {
        if (await isInside((0,external_node_path_.join)(folder, path), folder, io))
            return { containerfile: path, contextFolder };
    }
    throw noContainerfile(recipe, await io.files.list(contextFolder));
}
/** As Docker has it, a Containerfile is looked for in the context; then from the source's top. */
function containerfilePaths(recipe) {
    return [...new Set([normalPath(`${recipe.context}/${recipe.containerfile}`), normalPath(recipe.containerfile)])];
}
async function isInside(path, folder, io) {
    if (!(await io.files.exists(path)))
        return false;
    const [real, top] = [await io.files.realpath(path), await io.files.realpath(folder)];
    return real === top || real.startsWith(`${top}/`);
}
/** BuildKit's rule: the Containerfile's own ignore file wins over the context's. */
async function readIgnore(containerfile, contextFolder, io) {
    for (const path of [`${containerfile}.dockerignore`, (0,external_node_path_.join)(contextFolder, '.dockerignore')]) {
        if (await io.files.exists(path))
            return io.files.read(path);
    }
    return '';
}
function noContext(context) {
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message: `the source has no folder ${context}`,
        hint: 'Set context: to a folder inside the source',
    });
}
function noContainerfile(recipe, names) {
    const similar = names.find((name) => /^(containerfile|dockerfile)(\..*)?$|\.(containerfile|dockerfile)$/i.test(name));
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message: `the source has no ${recipe.containerfile}${normalPath(recipe.context) === '' ? '' : ` in ${recipe.context}`}`,
        hint: similar === undefined ? 'Set containerfile: to its path' : `Did you mean containerfile: ${similar}?`,
    });
}

// EXTERNAL MODULE: ./build/js/build/containerfile.js
var build_containerfile = __webpack_require__(78056);
;// CONCATENATED MODULE: ./build/js/build/make-job.js







/**
 * Makes the job of one image: checks its source, pins its bases to the digests they have now, and writes its labels.
 *
 * @throws StackError SOURCE_INVALID, NOT_SUPPORTED
 */
async function makeJob(facts, stage) {
    const { plan, source, folder } = facts;
    const path = await checkSource(folder, source, stage.io);
    const containerfile = (0,build_containerfile/* readContainerfile */.eb)(await stage.io.files.read((0,external_node_path_.join)(folder, path)), source.buildArgs);
    checkTarget(containerfile, facts, stage);
    const push = plan.registry?.push === true;
    if (source.platforms.length > 1 && !push) {
        throw new errors/* StackError */.L({
            code: 'NOT_SUPPORTED',
            message: 'an image for several platforms has to be pushed to a registry',
            hint: 'Set registry: for this component, or take all but one out of platforms:',
        });
    }
    const bases = await Promise.all(containerfile.bases.map((base) => pinBase(base, stage)));
    const final = (0,build_containerfile/* finalBase */.Ys)(containerfile, source.target);
    const labels = imageLabels({
        stack: stage.options.stack,
        component: plan.component,
        sourceKey: facts.key,
        ...(source.kind === 'git' ? { repo: source.repo } : {}),
        ...(facts.commit === undefined ? {} : { commit: facts.commit }),
        bases: Object.fromEntries(bases.flatMap(({ base, digest }) => (digest === undefined ? [] : [[base, digest]]))),
        ...(final === undefined ? {} : { finalBase: final }),
    });
    return {
        component: plan.component,
        folder,
        context: source.context,
        containerfile: path,
        ...(source.target === undefined ? {} : { target: source.target }),
        buildArgs: source.buildArgs,
        platforms: source.platforms,
        tags: [facts.key, ...facts.otherKeys].map((key) => `${plan.repository}:${key}`),
        labels,
        baseImages: Object.fromEntries(bases.map(({ base, reference }) => [base, reference])),
        push,
        log: `build-${plan.component}`,
    };
}
/** What the registry has now is written into the build itself, so that the label says what was really used. */
async function pinBase(base, stage) {
    const reference = stage.options.config.baseImages[base] ?? base;
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    if (parsed === undefined)
        return { base, reference };
    if (parsed.digest !== undefined)
        return { base, reference, digest: parsed.digest };
    const answer = await stage.registry.look(parsed);
    if (answer.kind === 'found') {
        return { base, reference: `${(0,image_reference/* nameOf */.Vb)(reference)}@${answer.digest}`, digest: answer.digest };
    }
    // Out of reach: the engine will take its own copy, whose digest it may know.
    const engine = await stage.localEngine();
    const stored = engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(engine, reference, stage.io);
    const digest = stored?.repoDigests.map((text) => (0,image_reference/* parseReference */.F2)(text)?.digest).find((text) => text !== undefined);
    return { base, reference, ...(digest === undefined ? {} : { digest }) };
}
function checkTarget(containerfile, { source, plan }, stage) {
    const names = containerfile.stages.flatMap((one) => one.name ?? []);
    if (source.target !== undefined) {
        const known = names.includes(source.target.toLowerCase()) || containerfile.stages[Number(source.target)] !== undefined;
        if (known)
            return;
        throw new errors/* StackError */.L({
            code: 'SOURCE_INVALID',
            message: `${source.containerfile} has no stage ${source.target}`,
            hint: names.length === 0 ? 'It has no named stages: leave target: out' : `It has: ${names.join(', ')}`,
        });
    }
    const test = (0,build_containerfile/* testStage */.N)(containerfile);
    if (test === undefined)
        return;
    const others = names.filter((name) => name !== test);
    stage.io.progress.problem({
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: `${plan.component}: no target is set, and the last stage of ${source.containerfile} (${test}) seems to run tests`,
        hint: `Set target: to the stage that serves${others.length === 0 ? '' : `: ${others.join(', ')}`}`,
    });
}

;// CONCATENATED MODULE: ./build/js/build/prebuilt.js



/**
 * Turns the reference of a prebuilt image into what will not move: a digest, or the image id where only this engine
 * has it. Where the registry does not answer in five seconds, the engine's knowledge of it is used, else the tag stays.
 *
 * @throws StackError SOURCE_INVALID, IMAGE_NOT_FOUND, NOT_PINNED
 */
async function resolvePrebuilt(plan, reference, lookup, io) {
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    if (parsed === undefined) {
        throw new errors/* StackError */.L({
            code: 'SOURCE_INVALID',
            message: `${reference} is not an image reference`,
            hint: 'Write [registry/]name[:tag] or name@sha256:…',
        });
    }
    const image = { component: plan.component, tag: reference, seconds: 0 };
    const resolved = (to) => ({ ...image, reference: to, how: 'resolved' });
    if (parsed.digest !== undefined)
        return resolved(`${(0,image_reference/* nameOf */.Vb)(reference)}@${parsed.digest}`);
    const stored = lookup.engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(lookup.engine, reference, io);
    const known = stored === undefined ? undefined : knownDigest(stored, parsed);
    // Built by hand: no registry has it under this name, and asking one would only cost its time-out.
    if (stored !== undefined && stored.repoDigests.length === 0 && plan.pullPolicy !== 'Always')
        return resolved(stored.id);
    if (stored !== undefined && plan.pullPolicy === 'Never')
        return resolved(stored.id);
    const answer = await lookup.registry.look(parsed);
    if (answer.kind === 'found')
        return resolved(`${(0,image_reference/* nameOf */.Vb)(reference)}@${answer.digest}`);
    if (answer.kind !== 'absent' && known !== undefined)
        return resolved(`${(0,image_reference/* nameOf */.Vb)(reference)}@${known}`);
    if (stored !== undefined)
        return resolved(stored.id);
    if (answer.kind === 'absent') {
        throw new errors/* StackError */.L({
            code: 'IMAGE_NOT_FOUND',
            message: `${parsed.registry} has no image ${reference}`,
            hint: `Look at the name and the tag: docker pull ${reference}`,
        });
    }
    const problem = unpinned(reference, parsed, answer, lookup.requirePinned);
    if (lookup.requirePinned)
        throw new errors/* StackError */.L(problem);
    io.progress.problem(problem);
    return { ...image, reference, how: 'unresolved' };
}
function knownDigest(stored, reference) {
    for (const text of stored.repoDigests) {
        const candidate = (0,image_reference/* parseReference */.F2)(text);
        if (candidate?.registry === reference.registry && candidate.path === reference.path)
            return candidate.digest;
    }
    return undefined;
}
function unpinned(reference, parsed, answer, error) {
    const refused = answer.kind === 'refused';
    return {
        severity: error ? 'error' : 'warning',
        code: 'NOT_PINNED',
        message: `${reference} keeps its tag: ${parsed.registry} ${refused ? 'refused to answer' : 'did not answer'} (${answer.reason})`,
        hint: refused
            ? `Log in: docker login ${parsed.registry}`
            : `Write its digest: image: ${(0,image_reference/* nameOf */.Vb)(reference)}@sha256:…`,
    };
}

// EXTERNAL MODULE: ./build/js/build/run-limited.js
var run_limited = __webpack_require__(89635);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/js/build/registry-credentials.js

/**
 * Looks for what `docker login` or `podman login` left for a registry, helpers included.
 * Nothing found, or a helper that fails, is an anonymous request: the registry then says what it thinks of it.
 */
async function findCredentials(registry, io) {
    const keys = registry === 'docker.io' ? ['https://index.docker.io/v1/', 'docker.io'] : [registry, `https://${registry}`];
    for (const file of configFiles(io)) {
        const config = await readConfig(file, io);
        if (config === undefined)
            continue;
        for (const key of keys) {
            const helper = config.credHelpers?.[key] ?? config.credsStore;
            const found = helper === undefined ? readAuth(config, key, io) : await askHelper(helper, key, io);
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function configFiles(io) {
    const { DOCKER_CONFIG, REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, HOME } = io.environment;
    const docker = DOCKER_CONFIG ?? (HOME === undefined ? undefined : `${HOME}/.docker`);
    const candidates = [
        docker === undefined ? undefined : `${docker}/config.json`,
        REGISTRY_AUTH_FILE,
        XDG_RUNTIME_DIR === undefined ? undefined : `${XDG_RUNTIME_DIR}/containers/auth.json`,
    ];
    return candidates.flatMap((path) => (path === undefined || path === '' ? [] : [path]));
}
async function readConfig(path, io) {
    try {
        const value = JSON.parse(await io.files.read(path));
        return value ?? undefined;
    }
    catch {
        return undefined;
    }
}
function readAuth(config, key, io) {
    const entry = config.auths?.[key];
    if (entry === undefined)
        return undefined;
    const { auth, identitytoken } = entry;
    if (identitytoken !== undefined && identitytoken !== '') {
        return refreshing(identitytoken, io);
    }
    if (auth === undefined || auth === '')
        return undefined;
    const password = Buffer.from(auth, 'base64').toString('utf8').split(':').slice(1).join(':');
    keep(new secret/* Secret */.z('registry password', password), io);
    keep(new secret/* Secret */.z('registry credentials', auth), io);
    return { basic: keep(new secret/* Secret */.z('registry credentials', `Basic ${auth}`), io) };
}
async function askHelper(helper, key, io) {
    if (!/^[\w.-]+$/.test(helper))
        return undefined;
    try {
        const command = { program: `docker-credential-${helper}`, args: ['get'], stdin: key };
        const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 10 });
        if (exitCode !== 0)
            return undefined;
        const { Username: user, Secret: password } = JSON.parse(stdout);
        if (user === undefined || password === undefined)
            return undefined;
        // The helpers' protocol: this user name says that the secret is a refresh token.
        if (user === '<token>')
            return refreshing(password, io);
        keep(new secret/* Secret */.z('registry password', password), io);
        const encoded = Buffer.from(`${user}:${password}`).toString('base64');
        return { basic: keep(new secret/* Secret */.z('registry credentials', `Basic ${encoded}`), io) };
    }
    catch {
        return undefined;
    }
}
function refreshing(token, io) {
    keep(new secret/* Secret */.z('registry refresh token', token), io);
    return {
        refreshForm: (parameters) => {
            const form = new URLSearchParams({ grant_type: 'refresh_token', ...parameters, refresh_token: token });
            return new secret/* Secret */.z('registry token request', form.toString());
        },
    };
}
function keep(secret, io) {
    io.redactor.add(secret);
    return secret;
}

;// CONCATENATED MODULE: ./build/js/build/registry.js





const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const registry_timeoutSeconds = 5;
/** Talks the OCI distribution protocol with the credentials `docker login` left. */
function openRegistry(io) {
    const credentials = (0,run_limited/* askOnce */.R)((registry) => findCredentials(registry, io));
    const tokens = new Map();
    const send = async (reference, call) => {
        const url = `${baseUrl(reference.registry)}/v2/${reference.path}/${call.path}`;
        const scope = `${reference.registry}/${reference.path}:${call.access}`;
        const request = (token) => io.http({
            url,
            method: call.method,
            timeoutSeconds: registry_timeoutSeconds,
            headers: {
                Accept: manifestTypes,
                ...(token === undefined ? {} : { Authorization: token }),
                ...(call.contentType === undefined ? {} : { 'Content-Type': call.contentType }),
            },
            ...(call.body === undefined ? {} : { body: call.body }),
        });
        const first = await request(tokens.get(scope));
        if (first.status !== 401)
            return first;
        const challenge = readChallenge(first.headers['www-authenticate'] ?? '');
        const token = await authorize(challenge, `repository:${reference.path}:${call.access}`, await credentials(reference.registry));
        if (token === undefined)
            return first;
        tokens.set(scope, token);
        return request(token);
    };
    const authorize = async (challenge, scope, known) => {
        if (challenge.scheme === 'basic')
            return known?.basic;
        const { realm, service } = challenge;
        // A realm without TLS would be given the password in clear text.
        if (realm === undefined || !URL.canParse(realm))
            return undefined;
        const url = new URL(realm);
        if (url.protocol !== 'https:' && !(0,image_reference/* isLoopback */.U9)(url.hostname))
            return undefined;
        const query = { ...(service === undefined ? {} : { service }), scope };
        const response = await io.http(known?.refreshForm === undefined
            ? {
                url: `${realm}${realm.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`,
                timeoutSeconds: registry_timeoutSeconds,
                headers: known?.basic === undefined ? {} : { Authorization: known.basic },
            }
            : {
                url: realm,
                method: 'POST',
                timeoutSeconds: registry_timeoutSeconds,
                headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
                body: known.refreshForm({ ...query, client_id: 'mcp-deploy' }),
            });
        if (response.status !== 200)
            return undefined;
        const answer = JSON.parse(response.body);
        const value = answer.token ?? answer.access_token;
        if (value === undefined)
            return undefined;
        io.redactor.add(new secret/* Secret */.z('registry token', value));
        return new secret/* Secret */.z('registry token', `Bearer ${value}`);
    };
    const manifest = (reference, method) => send(reference, { method, path: `manifests/${reference.digest ?? reference.tag}`, access: 'pull' });
    const look = async (reference) => {
        try {
            const head = await manifest(reference, 'HEAD');
            if (head.status === 404)
                return { kind: 'absent' };
            // Busy or broken: another try may well succeed, so it is not an answer about the image.
            if (head.status === 429 || head.status >= 500)
                return { kind: 'unreachable', reason: `HTTP ${head.status}` };
            if (head.status !== 200)
                return { kind: 'refused', reason: `HTTP ${head.status}` };
            const digest = head.headers['docker-content-digest'];
            if (digest !== undefined)
                return { kind: 'found', digest };
            const { body } = await manifest(reference, 'GET');
            return { kind: 'found', digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}` };
        }
        catch (error) {
            return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
        }
    };
    const answers = new Map();
    return {
        look(reference) {
            const key = `${reference.registry}/${reference.path}@${reference.digest ?? reference.tag}`;
            const answer = answers.get(key) ?? look(reference);
            answers.set(key, answer);
            return answer;
        },
        async labels(reference) {
            try {
                let parsed = JSON.parse((await manifest(reference, 'GET')).body);
                const first = parsed.manifests?.find((entry) => entry.platform?.os !== 'unknown');
                if (first !== undefined) {
                    parsed = JSON.parse((await manifest({ ...reference, digest: first.digest }, 'GET')).body);
                }
                if (parsed.config === undefined)
                    return undefined;
                const blob = await send(reference, { method: 'GET', path: `blobs/${parsed.config.digest}`, access: 'pull' });
                const image = JSON.parse(blob.body);
                return image.config?.Labels ?? {};
            }
            catch {
                return undefined;
            }
        },
        async alias(from, tag) {
            try {
                const { status, body, headers } = await manifest(from, 'GET');
                if (status !== 200)
                    return false;
                const contentType = headers['content-type'] ?? '';
                const put = await send(from, {
                    method: 'PUT',
                    path: `manifests/${tag}`,
                    access: 'pull,push',
                    body,
                    contentType,
                });
                return put.status === 201;
            }
            catch {
                return false;
            }
        },
    };
}
/** Docker Hub's API lives under another name; this machine's registries speak plain HTTP, as engines expect of them. */
function baseUrl(registry) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${(0,image_reference/* isLoopback */.U9)(registry) ? 'http' : 'https'}://${registry}`;
}
/** `Bearer realm="…",service="…"` of RFC 6750. */
function readChallenge(header) {
    const scheme = header.split(' ', 1)[0]?.toLowerCase() ?? '';
    const values = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const realm = values.get('realm');
    const service = values.get('service');
    return { scheme, ...(realm === undefined ? {} : { realm }), ...(service === undefined ? {} : { service }) };
}

;// CONCATENATED MODULE: ./build/js/build/stage.js








/** Makes the stage; nothing is asked yet. */
function openStage(request, options, io) {
    const { config, caFile, containerEngine, dockerContext } = options;
    const engine = (0,run_limited/* askOnce */.R)(() => (0,detect_engine/* detectEngine */.uU)({
        ...(containerEngine === undefined ? {} : { containerEngine }),
        ...(dockerContext === undefined ? {} : { dockerContext }),
        ...(config.builder === undefined ? {} : { builder: config.builder }),
    }, io));
    // The one file a dry run makes too: it is gone at the end of the run, and git could not verify anybody without it.
    const caBundle = (0,run_limited/* askOnce */.R)((path) => writeCaBundle(path, io));
    const settingsOf = async (repo) => {
        const transport = checkRepository(repo, config.insecureRepos);
        return { transport, ...(caFile === undefined ? {} : { caBundle: await caBundle(caFile) }) };
    };
    const refs = (0,run_limited/* askOnce */.R)(async (repo) => listRefs(repo, await settingsOf(repo), io));
    const clones = new Map();
    const checkOuts = new Map();
    return {
        request,
        options,
        io,
        registry: openRegistry(io),
        engine: () => engine(''),
        async localEngine() {
            if (options.target !== 'compose')
                return undefined;
            try {
                return await engine('');
            }
            catch (error) {
                if (error instanceof errors/* StackError */.L && ['TOOL_MISSING', 'ENGINE_UNREACHABLE'].includes(error.code))
                    return undefined;
                throw error;
            }
        },
        async commitOf(repo, ref) {
            checkRepository(repo, config.insecureRepos);
            return isCommit(ref) ? ref : chooseCommit(await refs(repo), ref, repo);
        },
        async clone(repo, commit) {
            const settings = await settingsOf(repo);
            const key = `${repo}\n${commit}`;
            const clone = clones.get(key) ?? fetchCommit(repo, commit, settings, io);
            clones.set(key, clone);
            return clone;
        },
        checkedOut(clone, submodules) {
            const known = checkOuts.get(clone.folder);
            // One after the other: an image with submodules may come after one without.
            const next = (known ?? Promise.resolve()).then(() => checkOut(clone, submodules, io));
            const result = known === undefined || submodules ? next : known;
            checkOuts.set(clone.folder, result);
            return result;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/build/build-images.js








/** Look-ups wait for the network, not for this machine. */
const lookUpsAtOnce = 8;
const fetchesAtOnce = 4;
/**
 * Finds or builds the image of every component; what exists already is neither cloned nor built.
 * With `dry` nothing is written anywhere, and what is missing is `Pending` under its source key.
 *
 * @returns the images in the order of the request; references as in `Image.reference`.
 * @throws StackError with the problems of all images that failed, after all others have ended.
 */
async function buildImages(request, options, io) {
    const stage = openStage(request, options, io);
    const tasks = new Map(request.images.map((plan) => [plan.component, io.progress.task(plan.component)]));
    const taskOf = (component) => tasks.get(component) ?? io.progress.task(component);
    const lookUp = (plan) => attempt(plan, taskOf(plan.component), () => lookUpImage(plan, stage));
    let steps = await (0,run_limited/* runLimited */.O)(request.images, lookUpsAtOnce, lookUp);
    steps = await (0,run_limited/* runLimited */.O)(steps, fetchesAtOnce, async (step) => {
        if (step.kind !== 'missing')
            return step;
        taskOf(step.plan.component).update('fetching');
        return attempt(step.plan, taskOf(step.plan.component), () => fetchSource(step, stage));
    });
    steps = await buildMissing(steps, stage, taskOf);
    const problems = steps.flatMap((step) => (step.kind === 'failed' ? step.problems : []));
    if (problems.length > 0)
        throw joinFailures(problems, request.images.length);
    return steps.flatMap((step) => (step.kind === 'image' ? [step.image] : []));
}
async function lookUpImage(plan, stage) {
    const { request, io } = stage;
    const live = request.frozen?.[plan.component];
    if (live !== undefined) {
        const tag = plan.source.kind === 'image' ? plan.source.reference : plan.repository;
        return { kind: 'image', image: { component: plan.component, ...live, tag, how: 'reused', seconds: 0 } };
    }
    if (plan.source.kind === 'image') {
        const lookup = { registry: stage.registry, engine: await stage.localEngine(), requirePinned: request.requirePinned };
        return { kind: 'image', image: await resolvePrebuilt(plan, plan.source.reference, lookup, io) };
    }
    const identified = await identifySource(plan.source, stage);
    const { key, commit } = identified;
    const found = request.noCache ? { kind: 'missing' } : await findImage(plan, key, stage);
    if (found.kind === 'image')
        return { kind: 'image', image: reusedImage(plan, key, found.reference, commit) };
    if (found.kind === 'stale')
        io.progress.line(`${plan.component}: ${found.reason}, building again`);
    if (!request.dry)
        return { kind: 'missing', plan, identified, rebuild: request.noCache || found.kind === 'stale' };
    const image = {
        component: plan.component,
        reference: { pending: 'image', key },
        tag: `${plan.repository}:${key}`,
        sourceKey: key,
        ...(commit === undefined ? {} : { revision: commit }),
        how: 'pending',
        seconds: 0,
    };
    return { kind: 'image', image };
}
/** Brings the source to this disk; on the way a git tree may turn out to be one that was built before. */
async function fetchSource(step, stage) {
    const { plan, identified, rebuild } = step;
    const { source, commit, key } = identified;
    if (source.kind === 'path' || commit === undefined) {
        const folder = source.kind === 'path' ? source.path : '';
        return { ...step, kind: 'job', job: await makeJob({ ...identified, plan, folder, otherKeys: [] }, stage) };
    }
    const clone = await stage.clone(source.repo, commit);
    const second = await treeKey(source, clone, stage);
    const found = rebuild ? undefined : await findImage(plan, second, stage);
    if (found?.kind === 'image') {
        await aliasImage(plan, second, key, found.reference, stage);
        return { kind: 'image', image: reusedImage(plan, key, found.reference, commit) };
    }
    await stage.checkedOut(clone, source.submodules);
    const job = await makeJob({ ...identified, plan, folder: clone.folder, otherKeys: [second] }, stage);
    return { kind: 'job', plan, identified, job };
}
async function buildMissing(steps, stage, taskOf) {
    const jobs = steps.flatMap((step) => (step.kind === 'job' ? [step.job] : []));
    if (jobs.length === 0)
        return steps;
    const { config, builders } = stage.options;
    const context = {
        io: stage.io,
        engine: await stage.engine(),
        parallel: config.parallel,
        cache: config.cache && !stage.request.noCache,
        ...(config.builder === undefined ? {} : { builder: config.builder }),
        report: (component, line) => taskOf(component).update(line),
    };
    const builder = await chooseBuilder(builders, jobs, context);
    const outcomes = new Map();
    for (const outcome of await builder.build(jobs, context))
        outcomes.set(outcome.component, outcome);
    return steps.map((step) => {
        if (step.kind !== 'job')
            return step;
        const outcome = outcomes.get(step.plan.component);
        if (outcome === undefined)
            throw new Error(`builder ${builder.name} gave no answer for ${step.plan.component}`);
        const task = taskOf(step.plan.component);
        if (!outcome.ok) {
            task.fail(outcome.reason);
            return { kind: 'failed', problems: [buildFailure(outcome, step.job, step.identified, context.engine)] };
        }
        task.done(`built in ${outcome.seconds.toFixed(1)} s`);
        const { reference, seconds } = outcome;
        const { key, commit } = step.identified;
        return { kind: 'image', image: { ...reusedImage(step.plan, key, reference, commit), how: 'built', seconds } };
    });
}
/** @throws StackError NOT_SUPPORTED, TOOL_MISSING */
async function chooseBuilder(builders, jobs, context) {
    for (const builder of builders) {
        if (!(await builder.available(context)))
            continue;
        const asking = jobs.find((job) => job.platforms.length > 0);
        if (builder.name === 'buildx' || (asking === undefined && context.builder === undefined))
            return builder;
        throw new errors/* StackError */.L({
            code: 'NOT_SUPPORTED',
            message: `${asking === undefined ? `the builder ${context.builder}` : `platforms of ${asking.component}`} needs docker buildx, and ${context.engine.program} has none`,
            hint: 'Install buildx, or take platforms: and ci_cd.build.builder out',
        });
    }
    throw new errors/* StackError */.L({
        code: 'TOOL_MISSING',
        message: `nothing here can build an image with ${context.engine.program}`,
        hint: 'Install docker with buildx, or podman',
    });
}
/** Errors meant for the user become this image's problems; an interrupted run and our bugs end everything. */
async function attempt(plan, task, work) {
    try {
        const step = await work();
        if (step.kind === 'image')
            task.done(describe(step.image));
        return step;
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || ['INTERRUPTED', 'TERMINATED', 'BUG'].includes(error.code))
            throw error;
        task.fail(error.message);
        return { kind: 'failed', problems: problemsOf(error, plan.component) };
    }
}
function describe(image) {
    const words = {
        reused: 'unchanged',
        resolved: image.tag,
        unresolved: `${image.tag} (not resolved)`,
        pending: 'to be built',
        built: 'built',
    };
    return words[image.how];
}

// EXTERNAL MODULE: ./build/js/plan/plan-stack.js + 15 modules
var plan_stack = __webpack_require__(45173);
// EXTERNAL MODULE: ./build/js/registry.js + 39 modules
var registry = __webpack_require__(9719);
;// CONCATENATED MODULE: ./build/js/render/templates.js


/** Every template a target has; users may override any of them by name. */
const templateNames = {
    compose: ['compose.yaml.hbs', 'plugins-config.yaml.hbs', 'sitecustomize.py'],
    kubernetes: [],
};
/**
 * Reads the built-in templates of a target and the user's overrides.
 *
 * @param folder  templates_dir, absolute: `compose.yaml.hbs` in it, or `compose/compose.yaml.hbs`.
 * @returns the templates, and a warning for every override that is older than ours or that nothing reads.
 */
async function loadTemplates(target, folder, io) {
    const names = templateNames[target];
    if (names.length === 0)
        return { templates: {}, problems: [] };
    const builtIn = await builtInFolder(target, io);
    const overrides = folder === undefined ? new Map() : await findOverrides(folder, target, io);
    const problems = unknownNames(overrides, names, target);
    const templates = await Promise.all(names.map(async (name) => {
        const ours = readTemplate(await io.files.read((0,external_node_path_.join)(builtIn, name)), false);
        const path = overrides.get(name);
        if (path === undefined)
            return [name, ours];
        const own = readTemplate(await io.files.read(path), true);
        problems.push(...compareVersions(path, own, ours));
        return [name, own];
    }));
    return { templates: Object.fromEntries(templates), problems };
}
/** Beside the bundled program, or at the repository's root when the sources run. */
async function builtInFolder(target, io) {
    const candidates = ['templates', '../templates', '../../templates'].map((path) => (0,external_node_path_.join)(import.meta.dirname, path, target));
    for (const folder of candidates) {
        if (await io.files.exists((0,external_node_path_.join)(folder, templateNames[target][0] ?? '')))
            return folder;
    }
    throw new errors/* StackError */.L({
        code: 'TEMPLATE_INVALID',
        message: `the built-in templates are not beside the program (looked in ${candidates[0]})`,
        hint: 'The folder templates/ belongs beside dist/index.js: install the program again',
    });
}
async function findOverrides(folder, target, io) {
    const found = new Map();
    for (const place of [folder, (0,external_node_path_.join)(folder, target)]) {
        if (!(await io.files.exists(place)))
            continue;
        for (const name of await io.files.list(place)) {
            if (/\.(?:hbs|py)$/.test(name))
                found.set(name, (0,external_node_path_.join)(place, name));
        }
    }
    return found;
}
function readTemplate(text, override) {
    const [firstLine = ''] = text.split('\n', 1);
    const version = /mcp-stack-deploy template \S+ (\d{1,6})\b/.exec(firstLine)?.[1];
    return { text, override, ...(version === undefined ? {} : { version: Number(version) }) };
}
function compareVersions(path, own, ours) {
    if (own.version === ours.version)
        return [];
    const message = own.version === undefined
        ? `${path} does not say which template version it was made from`
        : `${path} was made from template version ${own.version}, this program has version ${ours.version ?? 0}`;
    const hint = 'Compare it with the built-in template and copy the first line when they agree';
    return [{ severity: 'warning', code: 'TEMPLATE_INVALID', message, hint, path: 'templates_dir' }];
}
function unknownNames(found, names, target) {
    return [...found]
        .filter(([name]) => !names.includes(name))
        .map(([, path]) => ({
        severity: 'warning',
        code: 'TEMPLATE_INVALID',
        message: `${path} overrides no template of ${target}`,
        hint: `Templates are: ${names.join(', ')}`,
        path: 'templates_dir',
    }));
}

// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/prepare.js






/** Plans the stack and shows every warning of the config and the plan once. */
async function prepare(session, config) {
    const target = (0,registry/* chooseTarget */.bx)(config.deployment.type);
    const plan = (0,plan_stack/* planStack */.q)(config);
    const { templates, problems } = await loadTemplates(target.type, config.templatesDir, session.io);
    const all = [...config.problems, ...plan.problems, ...problems];
    // Notes are for who looks closer: validate, plan and --json show them.
    for (const problem of all)
        if (problem.severity !== 'note')
            session.io.progress.problem(problem);
    return { config, plan: { ...plan, problems: all }, target, templates };
}
/** Steps 4 and 5: reaches the target and looks at what runs there. @throws StackError NOT_SUPPORTED for a target that is only planned. */
async function observe(session, prepared) {
    refusePlannedOnly(prepared.target);
    return (0,commands_session/* timed */.ay)(session, 'observe', `Looking at ${prepared.plan.stack.name}`, async () => {
        const connection = await prepared.target.connect(prepared.plan, session.io);
        session.io.progress.line(connection.description);
        return { connection, live: await connection.observe() };
    });
}
/** @throws StackError NOT_SUPPORTED */
function refusePlannedOnly(target) {
    if (target.deployable)
        return;
    throw new errors/* StackError */.L({
        code: 'NOT_SUPPORTED',
        message: `this version cannot deploy to ${target.type} yet; it can validate the file`,
        hint: 'Use deployment.type: compose, or an overlay for it: --environment NAME',
    });
}
/** Step 6, first half. */
async function build(session, prepared, choice) {
    const { plan, config } = prepared;
    return (0,commands_session/* timed */.ay)(session, 'build', choice.dry ? 'Looking up images' : 'Images', () => buildImages({
        images: chooseImages(plan, choice),
        dry: choice.dry,
        noCache: choice.noCache ?? false,
        requirePinned: choice.requirePinned ?? false,
        ...(choice.frozen === undefined ? {} : { frozen: liveImages(choice.frozen) }),
    }, {
        config: config.build,
        stack: plan.stack.name,
        target: plan.stack.target,
        builders: registry/* builders */.LX,
        ...(config.deployment.containerEngine === undefined
            ? {}
            : { containerEngine: config.deployment.containerEngine }),
        ...(config.deployment.dockerContext === undefined ? {} : { dockerContext: config.deployment.dockerContext }),
        ...(config.network.caFile === undefined ? {} : { caFile: config.network.caFile }),
    }, session.io));
}
/** @throws StackError USAGE for a --plugin that the config does not have. */
function chooseImages(plan, choice) {
    const plugins = plan.plugins.map((plugin) => plugin.name);
    const unknown = (choice.only ?? []).filter((name) => !plugins.includes(name));
    if (unknown.length > 0) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `no plugin is called ${unknown.join(', ')}`,
            hint: plugins.length === 0 ? 'The file has no plugins' : `The file has: ${plugins.join(', ')}`,
        });
    }
    return plan.images.filter((image) => {
        if (choice.only !== undefined && choice.only.length > 0)
            return choice.only.includes(image.component);
        return choice.pluginsOnly === true ? plugins.includes(image.component) : true;
    });
}
function liveImages(live) {
    const release = live.state.releases.findLast((entry) => entry.status === 'live');
    if (release === undefined) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: '--frozen needs a live release, and there is none',
            hint: 'Deploy once without --frozen',
        });
    }
    return Object.fromEntries(release.components.map(({ name, image, revision }) => [
        name,
        { reference: image, ...(revision === undefined ? {} : { revision }) },
    ]));
}


/***/ }),

/***/ 14316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ newRelease),
/* harmony export */   Ru: () => (/* binding */ lastGoodRelease),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   ty: () => (/* binding */ recordRelease)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75503);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10390);


/** How many releases the history keeps. */
const kept = 10;
/** The record of a deploy that is about to be applied. */
function newRelease(bundle, changes, state, run, configDigest) {
    return {
        revision: (state.releases.at(-1)?.revision ?? 0) + 1,
        status: 'applying',
        startedAt: run.startedAt,
        actor: run.actor,
        ...(run.commit === undefined ? {} : { commit: run.commit }),
        ...(run.url === undefined ? {} : { runUrl: run.url }),
        toolVersion: run.toolVersion,
        configDigest,
        summary: summarise(changes),
        components: bundle.components.map(toReleaseComponent),
        manifest: bundle.files.find((file) => file.path === 'compose.yaml')?.text ?? '',
        contents: Object.fromEntries(bundle.contents.map((content) => [content.name, storeContent(content)])),
        variables: Object.fromEntries(Object.entries(bundle.variables).map(([name, value]) => [name, storeVariable(value)])),
    };
}
/** Adds or replaces a release by its revision; of the others, only one is `live`. */
function recordRelease(state, release) {
    const others = state.releases
        .filter((other) => other.revision !== release.revision)
        .map((other) => release.status === 'live' && other.status === 'live' ? { ...other, status: 'superseded' } : other);
    return { ...state, releases: [...others, release].slice(-kept) };
}
/** The last release that was live, other than the one that is being made. */
function lastGoodRelease(state, below = Number.POSITIVE_INFINITY) {
    return state.releases.findLast((release) => release.revision < below && (release.status === 'live' || release.status === 'superseded'));
}
/** `1 updated (OPAPluginFilter), 5 unchanged` */
function summarise(changes) {
    const words = {
        create: 'created',
        update: 'updated',
        restart: 'restarted',
        delete: 'removed',
        unchanged: 'unchanged',
    };
    const parts = ['create', 'update', 'restart', 'delete', 'unchanged'].flatMap((action) => {
        const names = changes.filter((change) => change.action === action).map((change) => change.component);
        if (names.length === 0)
            return [];
        const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
        return [action === 'unchanged' ? `${names.length} unchanged` : `${names.length} ${words[action]} (${shown})`];
    });
    return parts.length === 0 ? 'nothing to deploy' : parts.join(', ');
}
function toReleaseComponent(component) {
    return {
        name: component.name,
        role: component.role,
        service: component.service,
        image: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .isPending */ .m)(component.image) ? component.image.key : component.image,
        tag: component.tag,
        ...(component.revision === undefined ? {} : { revision: component.revision }),
        hash: component.hash,
        fields: component.fields,
    };
}
function storeContent(content) {
    const texts = Object.entries(content.files).flatMap(([name, text]) => typeof text === 'string' ? [[name, text]] : []);
    return {
        component: content.component,
        kind: content.kind,
        mountPath: content.mountPath,
        files: content.kind === 'certificates' ? {} : Object.fromEntries(texts),
    };
}
function storeVariable(value) {
    if (value.kind === 'plain')
        return { parts: [{ kind: 'kept', text: new _model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z('kept', value.value) }] };
    return {
        parts: value.parts.map((part) => part.kind === 'literal'
            ? { kind: 'kept', text: part.text }
            : { kind: 'reference', secret: part.secret, encoding: part.encoding }),
    };
}


/***/ }),

/***/ 75503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ isPending)
/* harmony export */ });
function isPending(value) {
    return typeof value === 'object' && value !== null && 'pending' in value;
}


/***/ }),

/***/ 9719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LX: () => (/* binding */ builders),
  bx: () => (/* binding */ chooseTarget),
  b7: () => (/* binding */ secretProviders)
});

// UNUSED EXPORTS: targets

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/js/build/build-arguments.js
/** Arguments that every Containerfile takes without declaring them, and that do not end in the image or its cache key. */
const proxyNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];
/** Names that would change the engine's own command if they were put into its environment. */
const reserved = /^(PATH|HOME|USER|SHELL|TMPDIR|.*_proxy|DOCKER_.*|BUILDX?_.*|BUILDKIT_.*|LD_.*|XDG_.*|SSL_.*|CONTAINERS?_.*|STORAGE_.*|REGISTRY_.*|GO[A-Z]+)$/i;
/** The image's build arguments and this machine's proxies. */
function buildArguments(job, environment) {
    const proxies = proxyNames.flatMap((name) => [name, name.toLowerCase()].flatMap((spelling) => {
        const value = environment[spelling];
        return value === undefined || value === '' ? [] : [[spelling, value]];
    }));
    return { ...Object.fromEntries(proxies), ...job.buildArgs };
}
/**
 * The same as flags of `docker build` and `podman build`: names on the command line, where others can read,
 * and values in the environment; only a name that would disturb the engine itself is written out.
 */
function argumentFlags(job, environment) {
    const entries = Object.entries(buildArguments(job, environment)).sort(([a], [b]) => (a < b ? -1 : 1));
    const inherited = (name, value) => environment[name] === value;
    return {
        flags: entries.flatMap(([name, value]) => [
            '--build-arg',
            reserved.test(name) && !inherited(name, value) ? `${name}=${value}` : name,
        ]),
        env: Object.fromEntries(entries.filter(([name, value]) => !reserved.test(name) && !inherited(name, value))),
    };
}

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/build/run-limited.js
var run_limited = __webpack_require__(89635);
;// CONCATENATED MODULE: ./build/js/build/build-each.js


/** How many of the last lines of output a failure shows. */
const shownLines = 20;
const timeoutSeconds = 3600;
/**
 * Builds every job, at most `context.parallel` at once. A job that fails is an answer; the others go on.
 *
 * @param buildOne  Builds and, where the job says so, pushes; answers with the image's reference.
 */
function buildEach(jobs, context, buildOne) {
    return (0,run_limited/* runLimited */.O)(jobs, context.parallel, async (job) => {
        const start = context.io.clock.now().getTime();
        const seconds = () => (context.io.clock.now().getTime() - start) / 1000;
        const lines = [];
        const step = (command) => runStep(command, job, context, lines);
        context.report?.(job.component, 'building');
        try {
            return { component: job.component, ok: true, reference: await buildOne(job, step), seconds: seconds() };
        }
        catch (error) {
            if (!(error instanceof errors/* StackError */.L) || error.code !== 'BUILD_FAILED')
                throw error;
            return { component: job.component, ok: false, reason: error.message, log: lines, seconds: seconds() };
        }
    });
}
async function runStep(command, job, context, lines) {
    const result = await context.io.run(command, {
        log: job.log,
        timeoutSeconds,
        onLine: (line) => {
            if (line.trim() === '')
                return;
            lines.push(line);
            if (lines.length > shownLines)
                lines.shift();
            context.report?.(job.component, line);
        },
    });
    if (result.exitCode === 0)
        return result;
    const reason = result.timedOut ? `no end after ${timeoutSeconds} seconds` : reasonOf(lines, result.exitCode);
    throw new errors/* StackError */.L({ code: 'BUILD_FAILED', message: reason });
}
/** The line in which the tool says what went wrong, in at most 300 characters. */
function reasonOf(lines, exitCode) {
    const line = lines.findLast((text) => /^\s*(error|fatal)\b/i.test(text)) ?? lines.at(-1) ?? `exit ${exitCode}`;
    const prefix = /^\s*(error|fatal):?\s*((failed to solve|rpc error|building at STEP "[^"]*"): )*/i;
    const short = line
        .replace(prefix, '')
        .replace(/code = \w+ desc = (failed to solve: )?/, '')
        .trim();
    return short.length > 300 ? `${short.slice(0, 299)}…` : short;
}
/** The failure of a build that ended well and left no image. */
function imageMissing(tag) {
    return new errors/* StackError */.L({
        code: 'BUILD_FAILED',
        message: `the build ended without an error, but there is no image ${tag}`,
    });
}

// EXTERNAL MODULE: ./build/js/build/containerfile.js
var build_containerfile = __webpack_require__(78056);
;// CONCATENATED MODULE: ./build/js/build/containerfile-copy.js


/**
 * The Containerfile to build from: the source's own, or a copy in which the base images are replaced. One way for
 * every builder: named contexts would need a newer BuildKit than many engines carry, and the others have none.
 *
 * @param spell  How this builder wants a base image written.
 * @returns an absolute path.
 */
async function prepareContainerfile(job, io, spell = (reference) => reference) {
    const original = (0,external_node_path_.join)(job.folder, job.containerfile);
    const text = await io.files.read(original);
    const replaced = (0,build_containerfile/* replaceBases */.TC)(text, job.buildArgs, (reference) => spell(job.baseImages[reference] ?? reference));
    if (replaced === text)
        return original;
    const copy = (0,external_node_path_.join)(await io.files.temporaryFolder('containerfile'), (0,external_node_path_.basename)(original));
    await io.files.write(copy, replaced, 0o600);
    // BuildKit looks for it beside the Containerfile it is given.
    const ignore = `${original}.dockerignore`;
    if (await io.files.exists(ignore))
        await io.files.write(`${copy}.dockerignore`, await io.files.read(ignore), 0o600);
    return copy;
}

// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
// EXTERNAL MODULE: ./build/js/build/engine-store.js
var engine_store = __webpack_require__(75163);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
;// CONCATENATED MODULE: ./build/js/build/builders/bake.js







/** The one target of our definitions. */
const targetName = 'image';
/**
 * BuildKit through `docker buildx bake`: one process per image, so each has its log and its end (decision 0002);
 * BuildKit itself builds what they share once.
 */
const bake = {
    name: 'buildx',
    async available({ engine, io }) {
        if ((0,detect_engine/* isPodman */.eo)(engine.program))
            return false;
        const { exitCode, stdout } = await io.run((0,detect_engine/* engineCommand */.KU)(engine, ['buildx', 'version']), { timeoutSeconds: 20 });
        return exitCode === 0 && stdout.includes('buildx');
    },
    build: (jobs, context) => buildEach(jobs, context, async (job, step) => {
        const { io } = context;
        const containerfile = await prepareContainerfile(job, io);
        const metadata = (0,external_node_path_.join)(await io.files.temporaryFolder('bake'), 'metadata.json');
        const definition = bakeDefinition(job, containerfile, buildArguments(job, io.environment));
        await step(bakeCommand(job, context, metadata, definition));
        const [tag = ''] = job.tags;
        if (!job.push) {
            const stored = await (0,engine_store/* inspectImage */.m)(context.engine, tag, io);
            if (stored === undefined)
                throw imageMissing(tag);
            return stored.id;
        }
        const digest = readDigest(await io.files.read(metadata));
        if (digest === undefined)
            throw imageMissing(tag);
        return `${(0,image_reference/* nameOf */.Vb)(tag)}@${digest}`;
    }),
};
/** The command; everything that is the user's is in the definition on stdin. */
function bakeCommand(job, context, metadata, definition) {
    return {
        ...(0,detect_engine/* engineCommand */.KU)(context.engine, [
            'buildx',
            'bake',
            '--file=-',
            '--progress=plain',
            `--metadata-file=${metadata}`,
            ...(context.builder === undefined ? [] : [`--builder=${context.builder}`]),
            ...(context.cache ? [] : ['--no-cache']),
            targetName,
        ]),
        cwd: job.folder,
        env: {
            // Attestations hold times, which would give equal sources different digests.
            BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
            BUILDX_GIT_INFO: 'false',
            // Asks before files outside the working folder are read; the definition is ours, and so is the copy it names.
            BUILDX_BAKE_ENTITLEMENTS_FS: '0',
        },
        stdin: JSON.stringify(definition),
    };
}
/** A bake file with one target. */
function bakeDefinition(job, containerfile, buildArgs) {
    return {
        target: {
            [targetName]: {
                context: escapeTemplate((0,external_node_path_.join)(job.folder, job.context)),
                dockerfile: escapeTemplate(containerfile),
                tags: job.tags,
                args: mapValues(buildArgs, escapeTemplate),
                labels: mapValues(job.labels, escapeTemplate),
                output: [job.push ? 'type=registry' : 'type=docker'],
                ...(job.target === undefined ? {} : { target: escapeTemplate(job.target) }),
                ...(job.platforms.length === 0 ? {} : { platforms: job.platforms }),
            },
        },
    };
}
/** bake reads strings as HCL templates: without this a value could read our environment. */
function escapeTemplate(text) {
    return text.replace(/([$%])\{/g, '$1$1{');
}
function mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
function readDigest(metadata) {
    const value = JSON.parse(metadata);
    return value[targetName]?.['containerimage.digest'];
}

;// CONCATENATED MODULE: ./build/js/build/builders/docker.js







/** Docker's own builder, for a docker command that has no buildx. Builds for the engine's platform only. */
const docker = {
    name: 'docker',
    available: ({ engine }) => Promise.resolve(!(0,detect_engine/* isPodman */.eo)(engine.program)),
    build: (jobs, context) => buildEach(jobs, context, async (job, step) => {
        const { engine, io } = context;
        await step(dockerBuildCommand(job, context, await prepareContainerfile(job, io)));
        if (job.push)
            for (const tag of job.tags)
                await step((0,detect_engine/* engineCommand */.KU)(engine, ['push', tag]));
        const [tag = ''] = job.tags;
        const stored = await (0,engine_store/* inspectImage */.m)(engine, tag, io);
        if (stored === undefined)
            throw imageMissing(tag);
        if (!job.push)
            return stored.id;
        const pushed = stored.repoDigests.find((reference) => (0,image_reference/* nameOf */.Vb)(reference) === (0,image_reference/* nameOf */.Vb)(tag));
        if (pushed === undefined)
            throw imageMissing(tag);
        return pushed;
    }),
};
/** `docker build`; the values of build arguments travel in the environment. */
function dockerBuildCommand(job, { engine, cache, io, }, containerfile) {
    const { flags, env } = argumentFlags(job, io.environment);
    return {
        ...(0,detect_engine/* engineCommand */.KU)(engine, [
            'build',
            `--file=${containerfile}`,
            ...job.tags.map((tag) => `--tag=${tag}`),
            ...Object.entries(job.labels).map(([name, value]) => `--label=${name}=${value}`),
            ...flags,
            ...(job.target === undefined ? [] : [`--target=${job.target}`]),
            ...(cache ? [] : ['--no-cache']),
            (0,external_node_path_.join)(job.folder, job.context),
        ]),
        // Without buildx a newer client refuses to build at all unless told to use the engine's own builder.
        env: { ...env, DOCKER_BUILDKIT: '0' },
    };
}

;// CONCATENATED MODULE: ./build/js/build/builders/podman.js








/** `podman build`, and buildah beneath it. Builds for the engine's platform only. */
const podman = {
    name: 'podman',
    available: ({ engine }) => Promise.resolve((0,detect_engine/* isPodman */.eo)(engine.program)),
    build: (jobs, context) => buildEach(jobs, context, async (job, step) => {
        const { engine, io } = context;
        const containerfile = await prepareContainerfile(job, io, qualify);
        const { bases } = (0,build_containerfile/* readContainerfile */.eb)(await io.files.read(containerfile), job.buildArgs);
        await step(podmanBuildCommand(job, context, containerfile, bases));
        const [tag = ''] = job.tags;
        if (!job.push) {
            const stored = await (0,engine_store/* inspectImage */.m)(engine, tag, io);
            if (stored === undefined)
                throw imageMissing(tag);
            return stored.id;
        }
        const digestFile = (0,external_node_path_.join)(await io.files.temporaryFolder('podman'), 'digest');
        for (const one of job.tags)
            await step(podmanPushCommand(engine, one, digestFile));
        return `${(0,image_reference/* nameOf */.Vb)(tag)}@${(await io.files.read(digestFile)).trim()}`;
    }),
};
/** `podman build` in Docker's image format: OCI's own has no HEALTHCHECK. */
function podmanBuildCommand(job, { engine, cache, io, }, containerfile, bases) {
    const { flags, env } = argumentFlags(job, io.environment);
    return {
        ...(0,detect_engine/* engineCommand */.KU)(engine, [
            'build',
            '--format=docker',
            // The one label podman adds by itself.
            '--identity-label=false',
            ...(bases.length > 0 && bases.every(isPlain) ? ['--tls-verify=false'] : []),
            `--file=${containerfile}`,
            ...job.tags.map((tag) => `--tag=${tag}`),
            ...Object.entries(job.labels).map(([name, value]) => `--label=${name}=${value}`),
            ...flags,
            ...(job.target === undefined ? [] : [`--target=${job.target}`]),
            ...(cache ? [] : ['--no-cache']),
            (0,external_node_path_.join)(job.folder, job.context),
        ]),
        env,
    };
}
/** `podman push`; the registry's digest of the manifest is written to a file, for nothing else tells it. */
function podmanPushCommand(engine, tag, digestFile) {
    const plain = isPlain(tag) ? ['--tls-verify=false'] : [];
    return (0,detect_engine/* engineCommand */.KU)(engine, ['push', `--digestfile=${digestFile}`, ...plain, tag]);
}
/** Registries on this machine speak plain HTTP; Docker knows that, podman has to be told. */
function isPlain(reference) {
    return (0,image_reference/* isLoopback */.U9)((0,image_reference/* parseReference */.F2)(reference)?.registry ?? '');
}
/** Docker's meaning of a short name, whatever podman's own search list says. */
function qualify(reference) {
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    if (parsed?.registry !== 'docker.io' || reference.startsWith('docker.io/'))
        return reference;
    const tag = parsed.digest === undefined ? `:${parsed.tag ?? 'latest'}` : `@${parsed.digest}`;
    return `docker.io/${parsed.path}${tag}`;
}

// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/js/secrets/environment-provider.js

/**
 * The process environment. An empty variable counts as absent: CI hosts pass a secret that does not exist as an empty text.
 */
const environmentProvider = {
    name: 'environment',
    async resolve(names, io) {
        return new Map(names.flatMap((name) => {
            const value = io.environment[name];
            return value === undefined || value === '' ? [] : [[name, new secret/* Secret */.z(name, value)]];
        }));
    },
};

;// CONCATENATED MODULE: ./build/js/targets/compose/engine.js

/** Runs the engine's command; a non-zero exit is an answer. @throws StackError ENGINE_UNREACHABLE when the engine is away. */
async function runEngine(place, args, options = {}) {
    const { stdin, env, cwd, ...runOptions } = options;
    const { engine, io } = place;
    const result = await io.run({
        program: engine.program,
        args: [...engine.args, ...args],
        ...(stdin === undefined ? {} : { stdin }),
        ...(env === undefined ? {} : { env }),
        ...(cwd === undefined ? {} : { cwd }),
    }, runOptions);
    if (result.exitCode !== 0) {
        if (io.signal.aborted && options.uninterruptible !== true)
            throw interrupted(io);
        if (isUnreachable(result.stderr))
            throw unreachable(place, result.stderr);
    }
    return result;
}
/** Runs the engine's command and insists on success. @throws StackError COMMAND_FAILED with the engine's last line. */
async function askEngine(place, args, options = {}) {
    const result = await runEngine(place, args, options);
    if (result.exitCode === 0)
        return result;
    throw new errors/* StackError */.L({
        code: result.timedOut ? 'COMMAND_TIMEOUT' : 'COMMAND_FAILED',
        message: `${place.engine.program} ${args[0] ?? ''} ended with ${result.exitCode}: ${lastLine(place, result.stderr)}`,
        hint: `Try by hand: ${[place.engine.program, ...place.engine.args, ...args].join(' ')}`,
    });
}
/** The last line that says something, redacted. */
function lastLine(place, text) {
    const line = text.trim().split('\n').at(-1)?.trim() ?? '';
    return place.io.redactor.redact(line === '' ? 'no message' : line);
}
/** Not empty lines of an output. */
function linesOf(text) {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
/** The error of a run that was told to stop. */
function interrupted(io) {
    if (io.signal.reason instanceof errors/* StackError */.L)
        return io.signal.reason;
    return new errors/* StackError */.L({
        code: io.signal.reason === 'SIGINT' ? 'INTERRUPTED' : 'TERMINATED',
        message: 'stopped before it was done',
        hint: 'Run the same command again: it goes on from what is there',
    });
}
/** @throws StackError when the run was told to stop. */
function stopIfInterrupted(io) {
    if (io.signal.aborted)
        throw interrupted(io);
}
function isUnreachable(stderr) {
    // It answers: that it cannot reach a registry is another matter.
    if (/^error response from daemon/im.test(stderr))
        return false;
    return /cannot connect to the docker daemon|error during connect|dial (unix|tcp)|permission denied while trying to connect|cannot connect to podman/i.test(stderr);
}
/** The error of an engine that does not answer; the hint depends on why. */
function unreachable(place, stderr) {
    const reason = lastLine(place, stderr);
    const hint = /permission denied/i.test(stderr)
        ? 'This user may not use the engine: add it to the group "docker" and log in again, or use a rootless engine'
        : 'Start the engine, or point to another one with docker_context or DOCKER_HOST';
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `the container engine does not answer: ${reason}`,
        hint,
    });
}

// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
;// CONCATENATED MODULE: ./build/js/targets/compose/variables.js


/** The values that the manifest asks for by generated names; they go into the environment of `docker compose` alone. */
function composeVariables(bundle, secrets) {
    return Object.fromEntries(Object.entries(bundle.variables).map(([name, value]) => {
        const secret = secrets.compose(value, name);
        if ((0,pending/* isPending */.m)(secret)) {
            throw new errors/* StackError */.L({ code: 'BUG', message: `${name} was to be applied before secret ${secret.key} was made` });
        }
        return [name, secret];
    }));
}
/** Names that would change what `docker compose` does behind our back. */
const foreignComposeSettings = {
    COMPOSE_FILE: undefined,
    COMPOSE_PROFILES: undefined,
    COMPOSE_PROJECT_NAME: undefined,
    COMPOSE_ENV_FILES: undefined,
    COMPOSE_REMOVE_ORPHANS: undefined,
    COMPOSE_DISABLE_ENV_FILE: undefined,
};

;// CONCATENATED MODULE: ./build/js/targets/compose/compose-up.js



/** @param log  File name under deploy/logs/. */
async function makeComposer(place, bundle, secrets, log) {
    const manifest = bundle.files.find(({ path }) => path === 'compose.yaml')?.text;
    if (manifest === undefined)
        throw new errors/* StackError */.L({ code: 'BUG', message: 'the bundle has no compose.yaml' });
    // An empty folder of its own: Compose would read an .env file beside a manifest, and the user's is none of ours.
    const folder = await place.io.files.temporaryFolder('mcp-compose-');
    const env = { ...foreignComposeSettings, ...composeVariables(bundle, secrets), COMPOSE_PROGRESS: 'plain' };
    const project = ['compose', '--project-name', place.project, '--project-directory', folder, '--file', '-'];
    return {
        async up(services) {
            const flags = ['--detach', '--no-deps', '--no-build', '--pull', 'never', '--force-recreate'];
            const args = [...project, 'up', ...flags, '--', ...services];
            const result = await runEngine(place, args, { stdin: manifest, env, cwd: folder, log });
            return result.exitCode === 0 ? undefined : place.io.redactor.redact(result.stderr);
        },
        async python(service, program, timeoutSeconds) {
            const flags = ['--rm', '--no-deps', '--no-TTY', '--interactive=false', '--entrypoint', 'python3'];
            const args = [...project, 'run', ...flags, service, '-c', program];
            return await runEngine(place, args, { stdin: manifest, env, cwd: folder, log, timeoutSeconds });
        },
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/failure.js

/** How many of a container's last lines are kept as evidence. */
const evidenceLines = 20;
/** Collects the last log lines before anything is undone, and what to do. */
async function describeFailure(place, fallen) {
    const { component, service, container } = fallen;
    const lastLog = container === undefined ? [] : await readLastLog(place, container.Id);
    const reason = place.io.redactor.redact(fallen.reason);
    return { component, service, reason, lastLog, hint: chooseHint(component, `${reason}\n${lastLog.join('\n')}`) };
}
async function readLastLog(place, id) {
    const options = { uninterruptible: true, timeoutSeconds: 10 };
    const { stdout, stderr } = await runEngine(place, ['logs', '--tail', String(evidenceLines), id], options);
    return linesOf(place.io.redactor.redact(`${stdout}\n${stderr}`)).slice(-evidenceLines);
}
/** The first hint whose sign is in the reason or the log. Pure. */
function chooseHint(component, text) {
    const known = hints.find(({ sign }) => sign.test(text));
    return known?.hint ?? `Look at the whole log: mcp-deploy logs ${component}`;
}
/** Signs seen in real logs (CONTRACT §1, §2, §5), most telling first. */
const hints = [
    { sign: /more memory than/, hint: 'Raise resources.limits.memory of this component' },
    {
        sign: /^exited \(137\)/m,
        hint: 'It was killed, most often for using more memory than resources.limits.memory allows',
    },
    {
        sign: /port is already allocated|address already in use/i,
        hint: 'Another process has the port: set another host_port',
    },
    {
        sign: /is not a valid VerifyMode/,
        hint: 'The plugin runtime cannot serve mTLS by itself: set runtime_compat: true for it',
    },
    { sign: /exec format error/i, hint: 'The image is for another processor: set platforms: to the engine’s own' },
    {
        sign: /executable file not found|no such file or directory: unknown|permission denied: unknown/i,
        hint: 'The start command is not in the image: look at command: and target:',
    },
    {
        sign: /PermissionError|Permission denied/i,
        hint: 'A file is not readable for the image’s user, or the root file system is read-only',
    },
    { sign: /Read-only file system/i, hint: 'The process writes outside its volumes: name the folder in writable_paths' },
    {
        sign: /CERTIFICATE_VERIFY_FAILED|certificate verify failed/i,
        hint: 'A certificate is not accepted: mcp-deploy certs check',
    },
    {
        sign: /password authentication failed/i,
        hint: 'The database was made with another password: give that one, or destroy --volumes',
    },
    {
        sign: /^exited \(0\)/m,
        hint: 'It ended without an error: look whether the last stage of its image is a test stage (set target:), or the plugin ran as stdio',
    },
];

;// CONCATENATED MODULE: ./build/js/targets/compose/images.js



/** How many images are pulled at once. */
const parallelPulls = 4;
/** Pulls what the bundle's components need and the engine does not have. @returns those whose image cannot be had. */
async function fetchImages(place, bundle) {
    return (await ensureImages(place, bundle.components.map(toNeed))).failures;
}
/** A component's image, which is known by now. */
function toNeed({ name, service, image }) {
    if ((0,pending/* isPending */.m)(image))
        throw new errors/* StackError */.L({ code: 'BUG', message: `${name} was to be applied before it was built` });
    return { component: name, service, image };
}
/** Looks images up on the engine and pulls those that are missing; answers for every need, by reference. */
async function ensureImages(place, needs) {
    const images = new Map();
    const failures = [];
    const queue = [...new Set(needs.map(({ image }) => image))];
    const work = async () => {
        for (let image = queue.shift(); image !== undefined; image = queue.shift()) {
            const found = (await inspectImage(place, image)) ?? (await pullImage(place, image));
            if (typeof found !== 'string')
                images.set(image, found);
            else
                for (const need of needs.filter((one) => one.image === image))
                    failures.push(missing(need, found));
        }
    };
    await Promise.all(Array.from({ length: parallelPulls }, work));
    return { images, failures };
}
async function inspectImage(place, reference) {
    const result = await runEngine(place, ['image', 'inspect', '--format', '{{json .Config.User}}', reference]);
    if (result.exitCode !== 0)
        return undefined;
    const user = JSON.parse(result.stdout);
    return { reference, user: typeof user === 'string' ? user : '' };
}
/** @returns the image, or in words why there is none. */
async function pullImage(place, reference) {
    if (reference.startsWith('sha256:'))
        return 'it was built on this engine and is not there any more';
    const task = place.io.progress.task(`image ${reference}`);
    const pulled = await runEngine(place, ['pull', '--quiet', reference]);
    if (pulled.exitCode !== 0) {
        task.fail('could not be pulled');
        return lastLine(place, pulled.stderr);
    }
    task.done('pulled');
    return (await inspectImage(place, reference)) ?? 'it was pulled and is not there';
}
function missing(need, why) {
    return {
        component: need.component,
        service: need.service,
        reason: `image ${need.image} is missing: ${why}`,
        lastLog: [],
        hint: need.image.startsWith('sha256:')
            ? 'Build it again: mcp-deploy build'
            : `Look whether the name is right and this engine is logged in: docker pull ${need.image}`,
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/names.js
/** Labels and names by which this target finds its own things again; the templates write the same labels. */
const labels = {
    stack: 'mcp-stack.dev/stack',
    component: 'mcp-stack.dev/component',
    role: 'mcp-stack.dev/role',
    hash: 'mcp-stack.dev/hash',
    /** What a volume or container that is not a component is for: `content`, `state`, `lock`, `helper`. */
    kind: 'mcp-stack.dev/kind',
};
/** Labels that Compose itself writes. */
const composeLabels = {
    project: 'com.docker.compose.project',
    service: 'com.docker.compose.service',
    volume: 'com.docker.compose.volume',
    oneOff: 'com.docker.compose.oneoff',
};
/** An image of no bytes, made by `docker import`: containers of it are created to reach volumes, and never started. */
const emptyImage = 'mcp-stack/state:1';
const stateVolume = (project) => `${project}_mcp-state`;
const stateContainer = (project) => `${project}-mcp-state`;
const lockContainer = (project) => `${project}-mcp-lock`;

;// CONCATENATED MODULE: ./build/js/targets/compose/inspect.js


/** Every container of the project, one-off runs excepted, in two calls whatever their number is. */
async function inspectProject(place) {
    const filter = `label=${composeLabels.project}=${place.project}`;
    const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', '--no-trunc', '--filter', filter]);
    const facts = await inspectContainers(place, linesOf(stdout));
    return facts.filter((container) => container.Config.Labels?.[composeLabels.oneOff] !== 'True');
}
/** Containers by id; one that is gone meanwhile is simply absent. */
async function inspectContainers(place, ids) {
    if (ids.length === 0)
        return [];
    // Exit code 1 when one of them is gone: the others are in the output all the same.
    const { stdout } = await runEngine(place, ['container', 'inspect', ...ids]);
    const facts = stdout.trim() === '' ? [] : JSON.parse(stdout);
    return facts;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/contents.js



/** A content as its volume is filled, for the user who has to read it. */
function toFilling(content, owner) {
    return { volume: content.name, entries: (folder) => toEntries(content, owner, folder) };
}
/** Only its owner reads a key; configuration may be read by an entry point that changes its user, too. */
function toEntries(content, owner, folder) {
    const closed = content.kind === 'certificates';
    const files = Object.entries(content.files).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [
        { path: folder, mode: closed ? 0o500 : 0o555, ...owner },
        ...files.map(([name, text]) => ({
            path: `${folder}/${name}`,
            content: revealText(content, name, text),
            mode: closed ? 0o400 : 0o444,
            ...owner,
        })),
    ];
}
function revealText(content, name, text) {
    if ((0,pending/* isPending */.m)(text)) {
        throw new errors/* StackError */.L({ code: 'BUG', message: `${content.name}/${name} was to be filled before it was made` });
    }
    return text instanceof secret/* Secret */.z ? text.reveal() : text;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/tar.js

/** Packs entries in their order; times are 0, so equal entries give equal bytes. */
async function packTar(entries) {
    const { pack } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const stream = pack();
    for (const { path, content, mode, uid, gid } of entries) {
        const header = { name: path, mode, uid, gid, mtime: new Date(0) };
        if (content === undefined)
            stream.entry({ ...header, type: 'directory' });
        else
            stream.entry({ ...header, type: 'file' }, Buffer.from(content));
    }
    stream.finalize();
    return await collect(stream);
}
/** The files of a tar stream by path. @throws StackError STATE_UNREADABLE when it is not a tar stream. */
async function unpackTar(bytes) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const stream = extract();
    const files = new Map();
    stream.end(Buffer.from(bytes));
    try {
        for await (const entry of stream) {
            const content = await collect(entry);
            if (entry.header.type === 'file')
                files.set(entry.header.name, content);
        }
    }
    catch (cause) {
        throw new errors/* StackError */.L({
            code: 'STATE_UNREADABLE',
            message: 'the engine answered with something that is not a tar stream',
            hint: 'Run again; if it stays so, look at the engine’s own log',
            cause,
        });
    }
    return files;
}
async function collect(stream) {
    const chunks = [];
    for await (const chunk of stream)
        if (chunk instanceof Uint8Array)
            chunks.push(chunk);
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/empty-container.js



/**
 * Creates a container of an image without content and never starts it: a handle through which `docker cp` reaches
 * volumes. Needs no registry. The name is taken atomically: undefined when somebody has it already.
 *
 * @returns the container's id.
 */
async function createEmptyContainer(place, wanted) {
    const args = [
        'create',
        '--name',
        wanted.name,
        '--network',
        'none',
        '--label',
        `${labels.stack}=${place.project}`,
        ...Object.entries(wanted.labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
        ...Object.entries(wanted.volumes).flatMap(([volume, path]) => ['--volume', `${volume}:${path}`]),
        emptyImage,
        'never-started',
    ];
    const first = await runEngine(place, args);
    if (first.exitCode === 0)
        return linesOf(first.stdout).at(-1);
    if (isNameTaken(first.stderr))
        return undefined;
    await importEmptyImage(place);
    const second = await runEngine(place, args);
    if (second.exitCode === 0)
        return linesOf(second.stdout).at(-1);
    if (isNameTaken(second.stderr))
        return undefined;
    return linesOf((await askEngine(place, args)).stdout).at(-1);
}
async function importEmptyImage(place) {
    await askEngine(place, ['import', '-', emptyImage], { stdin: await packTar([]) });
}
const isNameTaken = (stderr) => /is already in use|already exists/i.test(stderr);

;// CONCATENATED MODULE: ./build/js/targets/compose/fill-volumes.js





/** How many volumes one helper container mounts: far below any limit of the engine, and the stream stays small. */
const batchSize = 50;
/**
 * Fills volumes before any container is touched. One tar stream into one container that mounts them all and is never
 * started: ten plugins take as long as one. Equal fillings give equal bytes, so filling twice does no harm.
 */
async function fillVolumes(place, fillings) {
    await removeHelpers(place);
    for (let start = 0; start < fillings.length; start += batchSize) {
        await fillBatch(place, fillings.slice(start, start + batchSize));
    }
}
async function fillBatch(place, fillings) {
    const id = await createEmptyContainer(place, {
        name: `${place.project}-mcp-fill`,
        labels: { [labels.kind]: 'helper' },
        volumes: Object.fromEntries(fillings.map(({ volume }, index) => [volume, `/fill/${index}`])),
    });
    if (id === undefined) {
        throw new errors/* StackError */.L({
            code: 'APPLY_FAILED',
            message: `the contents of ${place.project} could not be written: a helper container of another run is in the way`,
            hint: 'Run again',
        });
    }
    try {
        const stdin = await packTar(fillings.flatMap((filling, index) => filling.entries(`fill/${index}`)));
        await askEngine(place, ['cp', '-', `${id}:/`], { stdin });
    }
    finally {
        await runEngine(place, ['rm', '--force', id], { uninterruptible: true });
    }
}
/** What a killed run left behind. Only called under the lock, so nobody uses them. */
async function removeHelpers(place) {
    const filters = [`label=${labels.stack}=${place.project}`, `label=${labels.kind}=helper`];
    const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', ...filters.flatMap((one) => ['--filter', one])]);
    const ids = linesOf(stdout);
    if (ids.length > 0)
        await runEngine(place, ['rm', '--force', ...ids]);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/image-user.js



/** The user of an image as numbers; a name is looked up in the image's own /etc/passwd, without starting it. */
async function findOwner(place, image) {
    const [user = '', group] = image.user.split(':');
    if (user === '')
        return { uid: 0, gid: 0 };
    if (isNumber(user) && (group === undefined || isNumber(group)))
        return { uid: Number(user), gid: Number(group ?? 0) };
    return parseOwner(image.user, await readPasswd(place, image.reference));
}
/** `name[:group]` and a passwd file → numbers; an unknown name is root, as the engine itself would refuse to start. Pure. */
function parseOwner(user, passwd) {
    const [name, group] = user.split(':');
    const entry = passwd
        .split('\n')
        .map((line) => line.split(':'))
        .find((fields) => fields[0] === name || fields[2] === name);
    const uid = Number(isNumber(name ?? '') ? name : (entry?.[2] ?? 0));
    const gid = Number(isNumber(group ?? '') ? group : (entry?.[3] ?? 0));
    return { uid, gid };
}
async function readPasswd(place, image) {
    const ours = ['--label', `${labels.stack}=${place.project}`, '--label', `${labels.kind}=helper`];
    const args = ['create', '--network', 'none', ...ours, '--entrypoint', 'never-started', image];
    const created = await runEngine(place, args);
    const id = linesOf(created.stdout).at(-1);
    if (created.exitCode !== 0 || id === undefined)
        return '';
    try {
        const copied = await runEngine(place, ['cp', '--follow-link', `${id}:/etc/passwd`, '-'], { binary: true });
        if (copied.exitCode !== 0)
            return '';
        return [...(await unpackTar(copied.stdoutBytes)).values()][0]?.toString('utf8') ?? '';
    }
    finally {
        await runEngine(place, ['rm', '--force', id], { uninterruptible: true });
    }
}
const isNumber = (text) => /^\d+$/.test(text);

;// CONCATENATED MODULE: ./build/js/targets/compose/volumes.js


/** Makes a volume of ours; one that is there stays as it is. */
async function createVolume(place, name, kind) {
    const ours = ['--label', `${labels.stack}=${place.project}`, '--label', `${labels.kind}=${kind}`];
    await askEngine(place, ['volume', 'create', ...ours, name]);
}
/** Names of the stack's content volumes, sorted. */
async function listContentVolumes(place) {
    return await listVolumes(place, [`${labels.stack}=${place.project}`, `${labels.kind}=content`]);
}
/** Names of volumes that carry all of the labels, sorted. */
async function listVolumes(place, wanted) {
    const filters = wanted.flatMap((label) => ['--filter', `label=${label}`]);
    const { stdout } = await askEngine(place, ['volume', 'ls', '--format', '{{.Name}}', ...filters]);
    return [...linesOf(stdout)].sort();
}
async function hasStateVolume(place) {
    const name = stateVolume(place.project);
    const { stdout } = await askEngine(place, ['volume', 'ls', '--format', '{{.Name}}', '--filter', `name=${name}`]);
    return linesOf(stdout).includes(name);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/prepare-volumes.js








/**
 * Makes and fills every volume that the changed components mount, each for the user of its component's image:
 * contents whole, and of data volumes the root folder's owner alone.
 */
async function prepareVolumes(place, bundle, changed, images) {
    const [contentVolumes, dataVolumes] = await Promise.all([
        listVolumes(place, [`${labels.stack}=${place.project}`]),
        listVolumes(place, [`${composeLabels.project}=${place.project}`]),
    ]);
    const fillings = [];
    for (const component of changed) {
        const contents = bundle.contents.filter(({ name }) => component.contents.includes(name));
        const data = (bundle.dataVolumes ?? []).filter(({ service }) => service === component.service);
        const owned = data.filter(({ ownedByComponent }) => ownedByComponent);
        const missing = contents.filter(({ name }) => !contentVolumes.includes(name));
        await Promise.all(missing.map(async ({ name }) => await createVolume(place, name, 'content')));
        for (const volume of owned)
            if (!dataVolumes.includes(volume.name))
                await createDataVolume(place, volume);
        if (contents.length + owned.length === 0)
            continue;
        const owner = await findOwner(place, imageOf(component, images));
        fillings.push(...contents.map((content) => toFilling(content, owner)), ...owned.map((one) => giveTo(one, owner)));
    }
    if (fillings.length > 0)
        await fillVolumes(place, fillings);
}
/** The root folder changes hands; what is in it stays as it is. */
function giveTo({ name }, owner) {
    return { volume: name, entries: (folder) => [{ path: folder, mode: 0o700, ...owner }] };
}
/** With Compose's own labels, so that Compose takes it for its own. */
async function createDataVolume(place, { name }) {
    const ours = [`${composeLabels.project}=${place.project}`, `${composeLabels.volume}=${name}`];
    await askEngine(place, ['volume', 'create', ...ours.flatMap((label) => ['--label', label]), name]);
}
function imageOf({ name, image }, images) {
    const found = (0,pending/* isPending */.m)(image) ? undefined : images.get(image);
    if (found !== undefined)
        return found;
    throw new errors/* StackError */.L({ code: 'BUG', message: `the image of ${name} was not looked up before its volumes` });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/prune.js



/** Seconds a container is given to end by itself. */
const graceSeconds = 10;
/** Stops and removes the containers of services that are not wanted any more. Their data volumes stay. */
async function removeServices(place, services) {
    const removed = [];
    for (const service of services) {
        const ids = await containersOf(place, [`${composeLabels.service}=${service}`]);
        await removeContainers(place, ids);
        if (ids.length > 0)
            removed.push(service);
    }
    return removed;
}
/** Ids of the project's containers, one-off runs included, that carry these labels too. */
async function containersOf(place, wanted) {
    const filters = [`${composeLabels.project}=${place.project}`, ...wanted].flatMap((one) => [
        '--filter',
        `label=${one}`,
    ]);
    return linesOf((await askEngine(place, ['ps', '--all', '--quiet', '--no-trunc', ...filters])).stdout);
}
async function removeContainers(place, ids) {
    if (ids.length === 0)
        return;
    await runEngine(place, ['stop', '--time', String(graceSeconds), ...ids]);
    await runEngine(place, ['rm', '--force', ...ids]);
}
/**
 * Removes content volumes that the release which is live now does not mount. A roll-back needs none of them:
 * it fills its own again from the state.
 */
async function pruneContents(place, wanted) {
    const old = (await listContentVolumes(place)).filter((name) => !wanted.includes(name));
    // One that is still in use is refused by the engine and goes with the next deploy.
    if (old.length > 0)
        await runEngine(place, ['volume', 'rm', ...old]);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/status.js
/** From the second restart on it is a crash loop and not a slow start. */
const crashLoop = 2;
/** Reads one container's status. `failed` is terminal: waiting longer does not help. */
function readStatus({ State, RestartCount = 0, HostConfig }) {
    const exit = `exited (${State.ExitCode ?? 0})`;
    if (State.OOMKilled === true && State.Status !== 'running') {
        return { readiness: 'failed', message: `killed for using more memory than ${mebibytes(HostConfig?.Memory)}` };
    }
    switch (State.Status) {
        case 'running':
            return readHealth(State.Health, RestartCount);
        case 'restarting':
            return RestartCount >= crashLoop
                ? { readiness: 'failed', message: `${exit} and restarted ${RestartCount} times` }
                : { readiness: 'progressing', message: `${exit}, restarting` };
        case 'exited':
        case 'dead':
            return State.ExitCode === 0 || isStopSignal(State.ExitCode)
                ? { readiness: 'stopped', message: exit }
                : { readiness: 'failed', message: State.Error ? `${exit}: ${State.Error}` : exit };
        case 'created':
            return State.Error
                ? { readiness: 'failed', message: `did not start: ${State.Error}` }
                : { readiness: 'stopped', message: 'created, not started' };
        case 'paused':
            return { readiness: 'stopped', message: 'paused' };
        default:
            return { readiness: 'progressing', message: State.Status };
    }
}
function readHealth(health, restarts) {
    const again = restarts === 0 ? '' : `, restarted ${restarts} times`;
    switch (health?.Status) {
        case 'healthy':
            return { readiness: 'ready', message: 'healthy' };
        case 'unhealthy':
            return { readiness: 'failed', message: `unhealthy: ${lastOutput(health)}` };
        case 'starting':
            return restarts >= crashLoop
                ? { readiness: 'failed', message: `starting${again}` }
                : { readiness: 'progressing', message: `starting${again}` };
        case undefined:
        default:
            return restarts >= crashLoop
                ? { readiness: 'progressing', message: `running${again}` }
                : { readiness: 'ready', message: 'running, no health check' };
    }
}
function lastOutput(health) {
    const output = health.Log?.at(-1)?.Output.trim().split('\n').at(-1) ?? '';
    return output === '' ? 'the health check gave no reason' : output.slice(0, 200);
}
/** 137 and 143: ended by `docker stop` (or kill), not by itself; running out of memory is told apart by OOMKilled. */
const isStopSignal = (exitCode) => exitCode === 137 || exitCode === 143;
const mebibytes = (bytes) => bytes === undefined || bytes === 0 ? 'there is' : `${Math.round(bytes / 1024 / 1024)} MiB`;
/** The container as the model has it. */
function toLiveContainer({ Id, Name, State, RestartCount, NetworkSettings }) {
    const started = State.StartedAt !== undefined && !State.StartedAt.startsWith('0001');
    const networks = Object.values(NetworkSettings?.Networks ?? {});
    return {
        id: Id,
        name: Name.replace(/^\//, ''),
        state: State.Status,
        ...(State.Health === undefined ? {} : { health: State.Health.Status }),
        restarts: RestartCount ?? 0,
        ...(State.Status === 'running' || !started ? {} : { exitCode: State.ExitCode ?? 0 }),
        ...(started ? { startedAt: new Date(State.StartedAt ?? 0).toISOString() } : {}),
        addresses: networks.flatMap((network) => [network.IPAddress, network.GlobalIPv6Address].filter(isAddress)),
    };
}
const isAddress = (address) => address !== undefined && address !== '';

;// CONCATENATED MODULE: ./build/js/targets/compose/wait.js




const pollMilliseconds = 500;
/** A process without a health check counts as ready when it was seen alive this long, without a restart. */
const settleMilliseconds = 2000;
/** Waits until every component is ready. A terminal state of one ends the wait at once for all of them. */
async function waitUntilReady(place, { components, started, until }) {
    const { clock, progress, signal } = place.io;
    const start = clock.now().getTime();
    const seconds = {};
    const tasks = new Map(components.map(({ name, service }) => [service, progress.task(name)]));
    const settling = new Map();
    for (;;) {
        const now = clock.now().getTime();
        const containers = await inspectProject(place);
        const looks = components.map((component) => look(component, containers, started.has(component.service) ? settling : undefined, now));
        for (const { component, readiness, message } of looks) {
            const { service } = component;
            if (seconds[service] !== undefined)
                continue;
            if (readiness === 'ready') {
                seconds[service] = (now - start) / 1000;
                tasks.get(service)?.done(message);
            }
            else
                tasks.get(service)?.update(message);
        }
        const late = now >= until;
        const fallen = looks.filter(({ readiness }) => readiness === 'failed' || (late && readiness !== 'ready'));
        if (fallen.length > 0) {
            for (const { component, message } of fallen)
                tasks.get(component.service)?.fail(message);
            return { fallen: fallen.map((one) => toFallen(one, late ? (now - start) / 1000 : undefined)), seconds };
        }
        if (looks.every(({ readiness }) => readiness === 'ready'))
            return { fallen: [], seconds };
        await clock.sleep(pollMilliseconds, signal);
        stopIfInterrupted(place.io);
    }
}
function look(component, containers, settling, now) {
    const container = containers.findLast(({ Config }) => Config.Labels?.[composeLabels.service] === component.service);
    if (container === undefined)
        return { component, readiness: 'failed', message: 'has no container' };
    const status = readStatus(container);
    // Compose has started everything before the wait begins: who stands still has ended by itself.
    const readiness = status.readiness === 'stopped' ? 'failed' : status.readiness;
    if (readiness !== 'ready' || container.State.Health !== undefined || settling === undefined) {
        return { component, readiness, message: status.message, container };
    }
    const startedAt = container.State.StartedAt ?? '';
    const seen = settling.get(component.service);
    if (seen?.startedAt !== startedAt)
        settling.set(component.service, { startedAt, since: now });
    const settled = seen?.startedAt === startedAt && now - seen.since >= settleMilliseconds;
    return { component, readiness: settled ? 'ready' : 'progressing', message: status.message, container };
}
function toFallen({ component, readiness, message, container }, lateSeconds) {
    const late = lateSeconds !== undefined && readiness === 'progressing';
    return {
        component: component.name,
        service: component.service,
        reason: late ? `not ready after ${Math.round(lateSeconds)} s: ${message}` : message,
        ...(container === undefined ? {} : { container }),
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/apply.js









/**
 * Brings the changes about: images, contents, then wave after wave, each ready before the next; prune last. Every step
 * may be repeated, so a run that was killed anywhere is repaired by the next one.
 *
 * @param stillOurs  Throws when the lock was lost; asked before every wave.
 */
async function applyChanges(place, input, stillOurs) {
    const { bundle, changes } = input;
    const seconds = {};
    const until = place.io.clock.now().getTime() + input.timeoutSeconds * 1000;
    const started = new Set(changes.filter(isStart).map(({ service }) => service));
    const changed = bundle.components.filter(({ service }) => started.has(service));
    const { images, failures } = await ensureImages(place, changed.map(toNeed));
    if (failures.length > 0)
        return { ok: false, failures, seconds };
    stillOurs();
    await prepareVolumes(place, bundle, changed, images);
    const composer = await makeComposer(place, bundle, input.secrets, 'compose');
    const waves = [...new Set(changed.map(({ wave }) => wave))].toSorted((a, b) => a - b);
    for (const wave of waves) {
        stopIfInterrupted(place.io);
        stillOurs();
        const members = bundle.components.filter((component) => component.wave === wave);
        const services = members.map(({ service }) => service).filter((service) => started.has(service));
        const complaint = await composer.up(services);
        stopIfInterrupted(place.io);
        if (complaint !== undefined)
            return { ok: false, failures: await blame(place, members, started, complaint), seconds };
        if (!input.wait && wave === waves.at(-1))
            continue;
        const waited = await waitUntilReady(place, { components: members, started, until });
        for (const service of services)
            seconds[service] = waited.seconds[service] ?? 0;
        if (waited.fallen.length > 0)
            return { ok: false, failures: await describeAll(place, waited.fallen), seconds };
    }
    stillOurs();
    await removeServices(place, changes.filter(({ action }) => action === 'delete').map(({ service }) => service));
    await pruneContents(place, bundle.contents.map(({ name }) => name));
    return { ok: true, seconds };
}
const isStart = ({ action }) => action === 'create' || action === 'update' || action === 'restart';
/** Compose itself refused: its last words, and the containers that did not come to life. */
async function blame(place, members, started, complaint) {
    const containers = await inspectProject(place);
    const reason = complaint.trim().split('\n').slice(-3).join(' · ').trim();
    const candidates = members.filter(({ service }) => started.has(service));
    const fallen = candidates.flatMap((component) => {
        const container = containers.findLast(({ Config }) => Config.Labels?.[composeLabels.service] === component.service);
        if (container?.State.Status === 'running')
            return [];
        const own = container?.State.Error ? container.State.Error : reason;
        return [{ component: component.name, service: component.service, reason: own, ...(container && { container }) }];
    });
    const named = fallen.filter(({ service, container }) => container?.State.Error || complaint.includes(`-${service}-`));
    if (named.length > 0)
        return await describeAll(place, named);
    const [first] = candidates;
    if (fallen.length > 0 || first === undefined)
        return await describeAll(place, fallen);
    return await describeAll(place, [{ component: first.name, service: first.service, reason }]);
}
async function describeAll(place, fallen) {
    return await Promise.all(fallen.map(async (one) => await describeFailure(place, one)));
}

;// CONCATENATED MODULE: ./build/js/targets/compose/connect.js


/** The engine's command as the configuration and the environment want it. */
function chooseEngine({ config }) {
    const { containerEngine = 'docker', dockerContext } = config.deployment;
    return { program: containerEngine, args: dockerContext === undefined ? [] : ['--context', dockerContext] };
}
/**
 * Asks the engine who it is, and whether Compose v2 is there.
 *
 * @returns for example `Docker 28.2.2 at unix:///var/run/docker.sock, Compose 2.40.3`.
 * @throws StackError TOOL_MISSING, ENGINE_UNREACHABLE.
 */
async function describeEngine(place) {
    const { engine, io } = place;
    const [version, compose, where] = await Promise.all([
        runEngine(place, ['version', '--format', '{{.Server.Version}}']),
        runEngine(place, ['compose', 'version', '--short']),
        findHost(place),
    ]);
    if (version.exitCode !== 0)
        throw unreachable(place, version.stderr);
    const composeVersion = compose.stdout.trim().replace(/^v/, '');
    if (compose.exitCode !== 0 || !(Number.parseInt(composeVersion, 10) >= 2))
        throw composeMissing(engine, composeVersion);
    const name = /podman/.test(engine.program) ? 'Podman' : 'Docker';
    return `${name} ${version.stdout.trim()}${where === '' ? '' : ` at ${io.redactor.redact(where)}`}, Compose ${composeVersion}`;
}
/** The engine's address: of DOCKER_HOST, which beats every context but --context, or of the context. */
async function findHost(place) {
    const fromEnvironment = place.io.environment['DOCKER_HOST'];
    if (place.engine.args.length === 0 && fromEnvironment)
        return fromEnvironment;
    const format = '{{.Endpoints.docker.Host}}';
    const name = place.engine.args[1];
    const args = ['context', 'inspect', '--format', format, ...(name === undefined ? [] : [name])];
    const { exitCode, stdout } = await runEngine(place, args);
    return exitCode === 0 ? stdout.trim() : '';
}
function composeMissing(engine, found) {
    return new errors/* StackError */.L({
        code: 'TOOL_MISSING',
        message: `${engine.program} compose ${found === '' ? 'is not there' : `has version ${found}`}; version 2 is needed`,
        hint: 'Install the Compose plugin: apt-get install docker-compose-plugin, or docs.docker.com/compose/install',
    });
}
/** Makes the place that everything else of this target works on. */
function makePlace(plan, io) {
    return { io, engine: chooseEngine(plan), project: plan.stack.name };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/doors.js



/** 126 and 127: the engine found no such program in the container. */
const notFound = [126, 127];
/** The running gateway containers, each with a way to run Python in it: the probes use its own certificates and DNS. */
async function openGatewayShells(place) {
    const containers = await inspectProject(place);
    return containers.filter((container) => isRunning(container, 'gateway')).map((container) => toShell(place, container));
}
function toShell(place, container) {
    return {
        name: container.Name.replace(/^\//, ''),
        async python(program, timeoutSeconds) {
            const run = (python) => runEngine(place, ['exec', '--interactive', container.Id, python, '-'], { stdin: program, timeoutSeconds });
            const first = await run('python3');
            const { exitCode, stdout, stderr } = notFound.includes(first.exitCode) ? await run('python') : first;
            return { exitCode, stdout, stderr };
        },
    };
}
/** Every running plugin container by each of its addresses. */
async function findPluginEndpoints(place, plugins) {
    const all = await inspectProject(place);
    const containers = all.filter((container) => isRunning(container, 'plugin'));
    const gateways = all.filter((container) => isRunning(container, 'gateway'));
    const shared = new Set(gateways.flatMap((gateway) => Object.keys(gateway.NetworkSettings?.Networks ?? {})));
    return plugins.flatMap((plugin) => containers
        .filter(({ Config }) => Config.Labels?.[composeLabels.service] === plugin.service)
        .flatMap((container) => addressOn(container, shared))
        .map((address) => ({ component: plugin.name, address, port: plugin.port, serverName: plugin.service })));
}
/** Its address on the first network that a gateway is on, too. */
function addressOn({ NetworkSettings }, shared) {
    const networks = Object.entries(NetworkSettings?.Networks ?? {}).filter(([name]) => shared.has(name));
    return networks.flatMap(([, { IPAddress, GlobalIPv6Address }]) => IPAddress || GlobalIPv6Address || []).slice(0, 1);
}
function isRunning({ State, Config }, role) {
    return State.Status === 'running' && Config.Labels?.[labels.role] === role;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/database-revision.js





/** How long the gateway's Python may take, with a database that does not answer. */
const database_revision_timeoutSeconds = 60;
/** Runs with the gateway's own SQLAlchemy and drivers; its errors name no more than their class, since texts hold the URL. */
const program = `
import hashlib, json, os, sys

def ask():
    from sqlalchemy import create_engine, inspect, text
    from sqlalchemy.engine import make_url
    url = make_url(os.environ["DATABASE_URL"])
    kind = url.get_backend_name()
    # SQLite would make the file that it does not find.
    if kind == "sqlite" and not (url.database and os.path.exists(url.database)):
        return
    with create_engine(url).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return
        rows = connection.execute(text("select version_num from alembic_version")).scalars().all()
    place = "|".join(str(part) for part in (kind, url.host, url.port, url.database))
    if rows:
        print(json.dumps({"revision": ",".join(sorted(rows)), "database": hashlib.sha256(place.encode()).hexdigest()[:12]}))

try:
    ask()
except Exception as error:
    sys.exit(type(error).__name__)
`;
/**
 * Asks the running gateway where its database stands; where none runs, one of the bundle's image is run for the question
 * alone, with the bundle's volumes and variables.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
async function readDatabaseRevision(place, input) {
    const [shell] = await openGatewayShells(place);
    const told = await shell?.python(program, database_revision_timeoutSeconds);
    if (told?.exitCode === 0)
        return parseRevision(told.stdout);
    if (input === undefined)
        return undefined;
    const gateway = input.bundle.components.find(({ role }) => role === 'gateway');
    if (gateway === undefined || (0,pending/* isPending */.m)(gateway.image))
        return undefined;
    const { name, service, image } = gateway;
    const { images, failures } = await ensureImages(place, [{ component: name, service, image }]);
    if (failures.length > 0)
        return undefined;
    await prepareVolumes(place, input.bundle, [gateway], images);
    const composer = await makeComposer(place, input.bundle, input.secrets, 'compose');
    const { exitCode, stdout } = await composer.python(service, program, database_revision_timeoutSeconds);
    return exitCode === 0 ? parseRevision(stdout) : undefined;
}
/** The program's line among what a gateway's start-up hooks may print. Pure. */
function parseRevision(stdout) {
    for (const line of stdout.trim().split('\n').toReversed()) {
        try {
            const { revision, database } = JSON.parse(line);
            if (typeof revision === 'string' && typeof database === 'string')
                return { revision, database };
        }
        catch {
            // Somebody else's line.
        }
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/targets/compose/state-codec.js



/** The schema number this version reads and writes. */
const stateSchema = 1;
/** The state before anything was stored. */
function freshState(stack) {
    return {
        schema: stateSchema,
        stack,
        hashKey: new secret/* Secret */.z('hash key', ''),
        certificates: [],
        generated: {},
        releases: [],
        fresh: true,
    };
}
/** State → a head line that says what follows, and the body; secrets revealed: it goes nowhere but into the tar stream of the state volume. */
function encodeState({ sequence, state }) {
    const { fresh: _derived, ...stored } = state;
    const body = JSON.stringify(reveal(stored));
    const head = { schema: stateSchema, sequence, sha256: sha256(body), writtenBy: state.releases.at(-1)?.toolVersion };
    return `${JSON.stringify(head)}\n${body}\n`;
}
/**
 * Text → record; undefined when the text was cut off or damaged (its checksum does not hold).
 *
 * @throws StackError STATE_NEWER when a newer version of this program wrote it.
 */
function decodeState(text) {
    const end = text.indexOf('\n');
    const head = parseHead(text.slice(0, end));
    const body = text.slice(end + 1, -1);
    if (head === undefined || head.sha256 !== sha256(body))
        return undefined;
    if (head.schema > stateSchema)
        throw newer(head);
    // Schema 1 is the first: what older ones need to become this one goes here, step by step.
    const stored = JSON.parse(body);
    return { sequence: head.sequence, state: restore(stored) };
}
function restore(stored) {
    const { authority } = stored;
    return {
        schema: stateSchema,
        stack: stored.stack,
        hashKey: new secret/* Secret */.z('hash key', stored.hashKey),
        ...(authority === undefined
            ? {}
            : { authority: { ...authority, keyPem: new secret/* Secret */.z('key of the CA', authority.keyPem) } }),
        certificates: stored.certificates.map((certificate) => ({
            ...certificate,
            keyPem: new secret/* Secret */.z(`key of ${certificate.component}`, certificate.keyPem),
        })),
        generated: Object.fromEntries(Object.entries(stored.generated).map(([name, value]) => [name, new secret/* Secret */.z(name, value)])),
        releases: stored.releases.map((release) => ({ ...release, variables: restoreVariables(release.variables) })),
        fresh: false,
    };
}
function restoreVariables(variables) {
    return Object.fromEntries(Object.entries(variables).map(([name, { parts }]) => [
        name,
        { parts: parts.map((part) => restorePart(name, part)) },
    ]));
}
function restorePart(name, part) {
    return part.kind === 'kept' ? { kind: 'kept', text: new secret/* Secret */.z(name, part.text) } : part;
}
/** The same value with every Secret as its text. */
function reveal(value) {
    if (value instanceof secret/* Secret */.z)
        return value.reveal();
    if (Array.isArray(value))
        return value.map(reveal);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reveal(part)]));
}
function newer(head) {
    const by = head.writtenBy === undefined ? '' : ` (written by ${head.writtenBy})`;
    return new errors/* StackError */.L({
        code: 'STATE_NEWER',
        message: `the stack's state has schema ${head.schema}${by}, this version reads up to ${stateSchema}`,
        hint: 'Use the version of mcp-deploy that made the last deploy, or a newer one',
    });
}
function parseHead(text) {
    try {
        const head = JSON.parse(text);
        return typeof head?.schema === 'number' && typeof head.sequence === 'number' ? head : undefined;
    }
    catch {
        return undefined;
    }
}
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');

;// CONCATENATED MODULE: ./build/js/targets/compose/state-store.js







/** Where the state volume is mounted in its never started container. */
const folder = '/state';
/** Reads what the stack remembers; a fresh state when nothing is stored. @throws StackError STATE_UNREADABLE, STATE_NEWER. */
async function readState(place) {
    const record = await readRecord(place);
    if (record === undefined)
        return freshState(place.project);
    for (const secret of secretsOf(record.state))
        place.io.redactor.add(secret);
    return record.state;
}
/**
 * Stores the state beside the copy before it, never over it. Runs to its end after SIGTERM; a SIGKILL in the
 * middle leaves a copy whose checksum does not hold, and the one before is read.
 */
async function writeState(place, state) {
    await createVolume(place, stateVolume(place.project), 'state');
    const name = await ensureContainer(place);
    const sequence = ((await readRecord(place))?.sequence ?? 0) + 1;
    const file = {
        path: `state/${sequence % 2 === 0 ? 'even' : 'odd'}.json`,
        content: encodeState({ sequence, state }),
        mode: 0o400,
        uid: 0,
        gid: 0,
    };
    await askEngine(place, ['cp', '-', `${name}:/`], { stdin: await packTar([file]), uninterruptible: true });
}
/** Removes the state and the container through which it was reached. */
async function removeState(place) {
    await runEngine(place, ['rm', '--force', stateContainer(place.project)], { uninterruptible: true });
    if (await hasStateVolume(place))
        await askEngine(place, ['volume', 'rm', stateVolume(place.project)]);
}
async function readRecord(place) {
    const copy = () => runEngine(place, ['cp', `${stateContainer(place.project)}:${folder}`, '-'], { binary: true });
    let result = await copy();
    if (result.exitCode !== 0) {
        if (!(await hasStateVolume(place)))
            return undefined;
        await ensureContainer(place);
        result = await copy();
        if (result.exitCode !== 0)
            throw unreadable(place, place.io.redactor.redact(result.stderr.trim()));
    }
    const files = await unpackTar(result.stdoutBytes);
    const records = [...files.values()].flatMap((bytes) => decodeState(bytes.toString('utf8')) ?? []);
    if (records.length === 0 && files.size > 0)
        throw unreadable(place, 'no copy has a valid checksum');
    return records.toSorted((a, b) => b.sequence - a.sequence)[0];
}
/** The container stays, created and never started: it keeps `docker volume prune` away from the state. */
async function ensureContainer(place) {
    await createEmptyContainer(place, {
        name: stateContainer(place.project),
        labels: { [labels.kind]: 'state' },
        volumes: { [stateVolume(place.project)]: folder },
    });
    return stateContainer(place.project);
}
function secretsOf(state) {
    return [
        ...(state.authority === undefined ? [] : [state.authority.keyPem]),
        ...state.certificates.map((certificate) => certificate.keyPem),
        ...Object.values(state.generated),
        ...state.releases.flatMap((release) => Object.values(release.variables).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'kept' ? [part.text] : [])))),
    ];
}
function unreadable(place, reason) {
    return new errors/* StackError */.L({
        code: 'STATE_UNREADABLE',
        message: `the state in volume ${stateVolume(place.project)} cannot be read: ${reason}`,
        hint: 'Restore the volume from a backup; or remove it, and with it the CA and all generated secrets: mcp-deploy destroy --volumes --force',
    });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/destroy.js






/**
 * Removes what can be made again. Without `volumes` the data stays, and with it the secrets that open it.
 * Where nothing is there, nothing is done.
 *
 * @returns what was removed, as lines for people.
 */
async function destroyStack(place, options) {
    const { project } = place;
    const state = await readState(place);
    const containers = await containersOf(place, []);
    await removeContainers(place, containers);
    await removeHelpers(place);
    const networks = await removeNetworks(place);
    await pruneContents(place, []);
    const data = await listVolumes(place, [`${composeLabels.project}=${project}`]);
    if (options.volumes && data.length > 0)
        await askEngine(place, ['volume', 'rm', ...data]);
    const keep = !options.volumes && data.length > 0 && !state.fresh;
    if (keep) {
        const kept = Object.entries(state.generated).filter(([name]) => options.keepSecrets.includes(name));
        const { authority: _gone, ...rest } = state;
        await writeState(place, { ...rest, certificates: [], releases: [], generated: Object.fromEntries(kept) });
    }
    else
        await removeState(place);
    return [
        ...counted(containers.length, 'container'),
        ...counted(networks, 'network'),
        ...(options.volumes ? data.map((name) => `volume ${name} and its data`) : []),
        ...(keep || state.fresh ? [] : ['the stack’s state: CA, generated secrets, history']),
    ];
}
async function removeNetworks(place) {
    const filter = `label=${composeLabels.project}=${place.project}`;
    const ids = linesOf((await askEngine(place, ['network', 'ls', '--quiet', '--filter', filter])).stdout);
    if (ids.length > 0)
        await runEngine(place, ['network', 'rm', ...ids]);
    return ids.length;
}
const counted = (count, noun) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]);

;// CONCATENATED MODULE: ./build/js/targets/compose/reasons.js
/** What differs between a component as the live release recorded it and as it shall be, field by field. Pure. */
function fieldReasons(before, wanted) {
    const pending = wanted.pending.map(pendingReason);
    if (before === undefined)
        return pending;
    const names = [...new Set([...Object.keys(before), ...Object.keys(wanted.fields)])].toSorted();
    const differing = names.filter((name) => before[name] !== wanted.fields[name]);
    const explained = new Set(pending.map(({ field }) => field));
    return [
        ...pending,
        ...differing
            .filter((name) => !explained.has(name))
            .map((name) => fieldReason(name, before[name], wanted.fields[name])),
    ];
}
function fieldReason(field, before, after) {
    if (isSecret(before) || isSecret(after)) {
        const why = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
        return { field, secret: true, why };
    }
    return { field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
function pendingReason({ pending, key }) {
    const reasons = {
        image: { field: 'image', why: 'known after build' },
        certificate: { field: 'certificates', why: 'known after issue' },
        secret: { field: `secret ${key}`, secret: true, why: 'generated by the deploy' },
    };
    return reasons[pending];
}
/** How a bundle writes a secret into its fields: a keyed hash, which nobody can read anything from. */
const isSecret = (text) => text?.startsWith('secret:') === true;

;// CONCATENATED MODULE: ./build/js/targets/compose/diff.js

/** Deletes come after every other wave: the gateway has let go of a plugin before that goes. */
const deleteWave = 3;
/** Bundle × Live → one change per component, in the order of waves, then of names. Pure. */
function diffStack(bundle, live) {
    const release = live.state.releases.findLast(({ status }) => status === 'live');
    const changes = bundle.components.map((component) => compareComponent(component, live.components.find(({ service }) => service === component.service), release));
    const rolled = changes.map((change) => rollGateway(change, changes, bundle, live));
    return [...rolled, ...findOrphans(bundle, live)].toSorted((a, b) => a.wave - b.wave || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0));
}
function compareComponent(wanted, live, release) {
    const { service, wave, pending } = wanted;
    const change = { component: wanted.name, service, wave, pending };
    const recorded = release?.components.find((component) => component.service === service);
    if (live === undefined) {
        const why = `it is part of release ${release?.revision ?? 0} and is not there any more`;
        return { ...change, action: 'create', reasons: recorded === undefined ? [] : [{ field: 'drift', why }] };
    }
    const drift = driftReasons(live, recorded?.hash, release?.revision);
    if (pending.length > 0 || live.hash !== wanted.hash) {
        const reasons = [...fieldReasons(recorded?.fields, wanted), ...drift];
        return {
            ...change,
            action: 'update',
            reasons: reasons.length > 0 ? reasons : [unexplained(recorded === undefined)],
        };
    }
    const ill = illReasons(live);
    if (ill.length > 0)
        return { ...change, action: 'restart', reasons: ill };
    return { ...change, action: 'unchanged', reasons: [] };
}
function unexplained(unrecorded) {
    const why = unrecorded
        ? 'it runs, and no finished release says what it was made from'
        : 'the manifest is written differently by this version of the tool or by a changed template';
    return { field: 'manifest', why };
}
/** What runs is not what the release made. */
function driftReasons(live, recorded, revision) {
    if (live.containers.length > 1)
        return [{ field: 'drift', why: live.message }];
    if (recorded === undefined || live.hash === recorded)
        return [];
    return [{ field: 'drift', why: `what runs is not what release ${revision ?? 0} made` }];
}
/** The right thing, in a state that does not mend itself. */
function illReasons(live) {
    if (live.containers.length > 1)
        return [{ field: 'drift', why: live.message }];
    if (live.readiness === 'failed' || live.readiness === 'stopped')
        return [{ field: 'drift', why: live.message }];
    return [];
}
/**
 * A gateway does not survive the restart of a plugin (CONTRACT §6): it rolls after one that changes in this run,
 * and after one that started later than itself (a crash, an engine that came up again, a run that was killed).
 */
function rollGateway(change, changes, bundle, live) {
    const role = (service) => bundle.components.find((component) => component.service === service)?.role;
    if (role(change.service) !== 'gateway' || change.action === 'create')
        return change;
    const started = newestStart(live, change.service);
    const restarting = changes.flatMap((other) => {
        if (role(other.service) !== 'plugin')
            return [];
        const why = pluginRestart(other, started, newestStart(live, other.service));
        return why === undefined ? [] : [{ field: 'plugin restarted', why }];
    });
    if (restarting.length === 0)
        return change;
    const action = change.action === 'unchanged' ? 'restart' : change.action;
    return { ...change, action, reasons: [...change.reasons, ...restarting] };
}
function pluginRestart(plugin, gateway, started) {
    if (plugin.action === 'create')
        return `plugin ${plugin.component} starts`;
    if (plugin.action !== 'unchanged')
        return `plugin ${plugin.component} restarts`;
    if (gateway === undefined || started === undefined || started <= gateway)
        return undefined;
    return `plugin ${plugin.component} started after the gateway did`;
}
/** ISO 8601 in UTC, to the millisecond: these compare as text. */
function newestStart(live, service) {
    const component = live.components.find((candidate) => candidate.service === service);
    return component?.containers
        .flatMap(({ startedAt }) => startedAt ?? [])
        .toSorted()
        .at(-1);
}
function findOrphans(bundle, live) {
    return live.components
        .filter(({ service }) => !bundle.components.some((component) => component.service === service))
        .map(({ service, component }) => ({
        action: 'delete',
        component: component ?? service,
        service,
        wave: deleteWave,
        reasons: [{ field: 'component', why: 'it is not in the configuration' }],
        pending: [],
    }));
}

;// CONCATENATED MODULE: ./build/js/targets/compose/lock.js





/** How often the holder shows that it lives, and how long a waiter watches a silent one before it takes over. */
const lockTimes = { beatSeconds: 5, staleSeconds: 20, pollSeconds: 1 };
/**
 * Takes the project's lock: a container's name, which the engine gives away once. The holder's heartbeat is a
 * counter in that container, so that no two clocks are compared. A waiter that sees it stand still takes over.
 *
 * @throws StackError LOCK_HELD naming the holder, after `waitSeconds`.
 */
async function takeLock(place, request) {
    const { io } = place;
    const times = request.times ?? lockTimes;
    const start = io.clock.now().getTime();
    let watched;
    let told = false;
    for (;;) {
        stopIfInterrupted(io);
        const id = await createLock(place, request);
        if (id !== undefined)
            return keepLock(place, id, times.beatSeconds);
        const now = io.clock.now().getTime();
        const seen = await readLock(place);
        if (seen === undefined)
            continue;
        if (watched?.id !== seen.id || watched.beat !== seen.beat)
            watched = { ...seen, since: now };
        if (now - watched.since >= times.staleSeconds * 1000) {
            io.progress.line(`the lock of ${seen.holder} (${seen.purpose}) shows no life for ${times.staleSeconds} s: taking over`);
            await runEngine(place, ['rm', '--force', seen.id]);
            continue;
        }
        if (now - start >= request.waitSeconds * 1000)
            throw held(place, seen, request.waitSeconds);
        if (!told)
            io.progress.line(`waiting for ${seen.holder}, who holds the lock for ${seen.purpose} since ${seen.at}`);
        told = true;
        await io.clock.sleep(times.pollSeconds * 1000, io.signal);
    }
}
async function createLock(place, request) {
    return await createEmptyContainer(place, {
        name: lockContainer(place.project),
        labels: {
            [labels.kind]: 'lock',
            'mcp-stack.dev/holder': request.holder,
            'mcp-stack.dev/purpose': request.purpose,
            'mcp-stack.dev/at': place.io.clock.now().toISOString(),
        },
        volumes: {},
    });
}
function keepLock(place, id, beatSeconds) {
    const { clock } = place.io;
    const stop = new AbortController();
    let lost = false;
    let released = false;
    const beats = (async () => {
        for (let beat = 1; !stop.signal.aborted && !lost; beat += 1) {
            const file = { path: 'beat', content: String(beat), mode: 0o400, uid: 0, gid: 0 };
            const stdin = await packTar([file]);
            const copied = await runEngine(place, ['cp', '-', `${id}:/`], { stdin, uninterruptible: true }).catch(() => undefined);
            if (copied?.exitCode !== 0)
                lost = await isGone(place, id);
            await clock.sleep(beatSeconds * 1000, stop.signal);
        }
    })();
    return {
        lost: () => lost,
        release: async () => {
            if (released)
                return;
            released = true;
            stop.abort();
            await beats;
            await runEngine(place, ['rm', '--force', id], { uninterruptible: true });
        },
    };
}
/** An engine that does not answer for once is no reason to give up; a container that is gone is. */
async function isGone(place, id) {
    const options = { uninterruptible: true };
    const found = await runEngine(place, ['container', 'inspect', id], options).catch(() => undefined);
    return found !== undefined && /no such (container|object)/i.test(found.stderr);
}
/** Who holds it; undefined when it was given back in this moment. */
async function readLock(place) {
    const inspected = await runEngine(place, ['container', 'inspect', lockContainer(place.project)]);
    if (inspected.exitCode !== 0)
        return undefined;
    const found = JSON.parse(inspected.stdout);
    const [facts] = found;
    if (facts === undefined)
        return undefined;
    const copied = await runEngine(place, ['cp', `${facts.Id}:/beat`, '-'], { binary: true });
    const beat = copied.exitCode === 0 ? (await unpackTar(copied.stdoutBytes)).get('beat')?.toString() : undefined;
    const label = (name) => facts.Config.Labels[`mcp-stack.dev/${name}`] ?? 'unknown';
    return { id: facts.Id, beat: beat ?? '0', holder: label('holder'), purpose: label('purpose'), at: label('at') };
}
function held(place, seen, waited) {
    return new errors/* StackError */.L({
        code: 'LOCK_HELD',
        message: `${seen.holder} holds the lock of ${place.project} for ${seen.purpose} since ${seen.at}; waited ${waited} s`,
        hint: `Run again when it is done. If that run is gone, the lock frees itself after ${lockTimes.staleSeconds} s`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/logs.js




/** Shows log lines of components, all of them when none is named; follows until the run is told to stop. @throws StackError USAGE */
async function showLogs(place, options) {
    const containers = await inspectProject(place);
    const chosen = chooseContainers(containers, options.components);
    await Promise.all(chosen.map(async (container) => {
        const args = ['logs', '--tail', String(options.tail), ...(options.follow ? ['--follow'] : []), container.Id];
        const onLine = (line) => options.onLine(nameOf(container), line);
        // The end of a followed log by Ctrl-C is the way out, not a failure.
        await runEngine(place, args, { onLine }).catch((error) => {
            if (!place.io.signal.aborted)
                throw error;
        });
    }));
}
function chooseContainers(containers, wanted) {
    if (wanted.length === 0)
        return containers;
    const unknown = wanted.filter((name) => !containers.some((container) => answersTo(container, name)));
    if (unknown.length > 0) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `no container of ${unknown.join(', ')} is there`,
            hint: `There are: ${[...new Set(containers.map(nameOf))].toSorted().join(', ') || 'none; deploy first'}`,
        });
    }
    return containers.filter((container) => wanted.some((name) => answersTo(container, name)));
}
function answersTo(container, name) {
    return nameOf(container) === name || container.Config.Labels?.[composeLabels.service] === name;
}
function nameOf(container) {
    const { Labels } = container.Config;
    return Labels?.[labels.component] ?? Labels?.[composeLabels.service] ?? container.Name;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/observe.js






/**
 * What runs now and what is remembered: four reads, whatever the number of components is.
 *
 * @throws StackError STACK_CONFLICT when the project has containers that are not ours; STATE_UNREADABLE, STATE_NEWER.
 */
async function observeStack(place) {
    const [containers, state, contents] = await Promise.all([
        inspectProject(place),
        readState(place),
        listContentVolumes(place),
    ]);
    refuseForeign(place.project, containers);
    return { components: groupComponents(containers), state, contents };
}
/** Containers → components by Compose service, sorted by name. Pure. */
function groupComponents(containers) {
    const services = new Map();
    for (const container of containers) {
        const service = label(container, composeLabels.service) ?? container.Name;
        services.set(service, [...(services.get(service) ?? []), container]);
    }
    return [...services]
        .map(([service, members]) => toLiveComponent(service, members))
        .toSorted((a, b) => (a.service < b.service ? -1 : 1));
}
function toLiveComponent(service, members) {
    const statuses = members.map(readStatus);
    const worst = statuses.reduce((a, b) => (severity[b.readiness] > severity[a.readiness] ? b : a));
    const [first] = members;
    const hashes = new Set(members.map((member) => label(member, labels.hash)));
    const hash = hashes.size === 1 ? [...hashes][0] : undefined;
    const component = first && label(first, labels.component);
    const role = first && label(first, labels.role);
    return {
        service,
        containers: members.map(toLiveContainer),
        readiness: worst.readiness,
        message: members.length === 1 ? worst.message : `${members.length} containers where one should be: ${worst.message}`,
        ...(component === undefined ? {} : { component }),
        ...(role === undefined ? {} : { role }),
        ...(hash === undefined ? {} : { hash }),
        ...(first === undefined ? {} : { image: first.Config.Image }),
    };
}
const severity = { ready: 0, progressing: 1, stopped: 2, failed: 3 };
function refuseForeign(project, containers) {
    const foreign = containers.filter((container) => label(container, labels.stack) !== project);
    if (foreign.length === 0)
        return;
    const names = foreign.map((container) => {
        const stack = label(container, labels.stack);
        return `${container.Name.replace(/^\//, '')}${stack === undefined ? '' : ` of stack ${stack}`}`;
    });
    throw new errors/* StackError */.L({
        code: 'STACK_CONFLICT',
        message: `the Compose project ${project} has containers that this stack did not make: ${names.join(', ')}`,
        hint: 'Set another deployment.project_name, or remove those containers',
    });
}
const label = (container, name) => container.Config.Labels?.[name];

;// CONCATENATED MODULE: ./build/js/targets/compose/release-bundle.js
const waves = { postgres: 0, redis: 0, plugin: 1, gateway: 2 };
/**
 * A stored release as a bundle that can be applied again: its manifest, images and configuration, with the
 * certificates and secrets that `state` holds today. Pure.
 */
function bundleOfRelease(release, state) {
    const contents = Object.entries(release.contents).map(([name, stored]) => toContent(name, stored, state.certificates));
    return {
        target: 'compose',
        files: [{ path: 'compose.yaml', text: release.manifest }],
        components: release.components.map((component) => toComponent(component, contents)),
        contents,
        variables: Object.fromEntries(Object.entries(release.variables).map(([name, value]) => [name, toEnvValue(value)])),
    };
}
function toComponent(component, contents) {
    const role = readRole(component.role);
    const own = contents.filter((content) => content.component === component.name);
    return {
        ...component,
        role,
        wave: waves[role],
        replicas: 1,
        contents: own.map(({ name }) => name),
        pending: [],
    };
}
/** The word of a stored release; one that an older version wrote differently counts as a plugin's. */
function readRole(word) {
    return word === 'gateway' || word === 'postgres' || word === 'redis' ? word : 'plugin';
}
function toContent(name, stored, certificates) {
    const { component, kind, mountPath } = stored;
    const certificate = certificates.find((candidate) => candidate.component === component);
    const files = kind === 'certificates' && certificate !== undefined ? certificateFiles(certificate) : stored.files;
    return { name, component, kind, mountPath, files };
}
/** The tree of CONTRACT §4: `client.*` for the gateway, `server.*` for a plugin. */
function certificateFiles(certificate) {
    return {
        [`${certificate.kind}.crt`]: certificate.chainPem,
        [`${certificate.kind}.key`]: certificate.keyPem,
        'ca.crt': certificate.trustBundlePem,
    };
}
function toEnvValue({ parts }) {
    return {
        kind: 'secret',
        parts: parts.map((part) => part.kind === 'kept'
            ? { kind: 'literal', text: part.text }
            : { kind: 'reference', secret: part.secret, encoding: part.encoding }),
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/compose.js














/** Docker Compose on a local or remote engine; the project is the stack. */
const compose = {
    type: 'compose',
    deployable: true,
    async connect(plan, io) {
        const place = makePlace(plan, io);
        return openConnection(place, plan, await describeEngine(place));
    },
    diff: diffStack,
    bundleOf: bundleOfRelease,
};
function openConnection(place, plan, description) {
    let held;
    const stillOurs = () => {
        if (held?.lost() !== true)
            return;
        throw new errors/* StackError */.L({
            code: 'LOCK_HELD',
            message: 'another run took the lock over while this one was silent, so this one stops',
            hint: 'Run again when the other is done',
        });
    };
    return {
        description,
        observe: () => observeStack(place),
        async lock(purpose, waitSeconds) {
            held = await takeLock(place, { purpose, holder: describeHolder(place), waitSeconds });
            return held;
        },
        async saveState(state) {
            stillOurs();
            await writeState(place, state);
        },
        fetchImages: (bundle) => fetchImages(place, bundle),
        apply: (input) => applyChanges(place, input, stillOurs),
        databaseRevision: (input) => readDatabaseRevision(place, input),
        async destroy(options) {
            stillOurs();
            return await destroyStack(place, options);
        },
        components: async () => groupComponents(await inspectProject(place)),
        logs: (options) => showLogs(place, options),
        gatewayShells: () => openGatewayShells(place),
        pluginEndpoints: () => findPluginEndpoints(place, plan.plugins),
        close: async () => {
            await held?.release();
            held = undefined;
        },
    };
}
/** Who runs this, as others know it: the job's address, else user and machine. */
function describeHolder({ io: { environment } }) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CI_JOB_URL, USER, HOSTNAME } = environment;
    if (GITHUB_RUN_ID !== undefined)
        return `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID}`;
    return CI_JOB_URL ?? `${USER ?? 'somebody'}@${HOSTNAME ?? 'this machine'}`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubernetes.js

/** Planned and validated in full; this version deploys to Compose only. */
const kubernetes = {
    type: 'kubernetes',
    deployable: false,
    connect: () => Promise.reject(notYet()),
    diff: () => {
        throw notYet();
    },
    bundleOf: () => {
        throw notYet();
    },
};
function notYet() {
    return new errors/* StackError */.L({
        code: 'NOT_SUPPORTED',
        message: 'this version cannot deploy to kubernetes yet',
        hint: 'Use deployment.type: compose',
    });
}

;// CONCATENATED MODULE: ./build/js/registry.js






/** Where a stack can run. A new target is one file in targets/ and one word here. */
const targets = { compose: compose, kubernetes: kubernetes };
/** How an image can be built; the first that is available is used. */
const builders = [bake, docker, podman];
/** Where secrets are asked for, in this order. */
const secretProviders = [environmentProvider];
/** The target of `deployment.type`, which the schema has checked. */
function chooseTarget(type) {
    return targets[type];
}


/***/ })

};
