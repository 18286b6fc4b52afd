export const id = 1078;
export const ids = [1078];
export const modules = {

/***/ 41078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./build/js/config/read-stack.js + 57 modules
var read_stack = __webpack_require__(26233);
// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/check.js
var model_check = __webpack_require__(8464);
// EXTERNAL MODULE: ./build/js/plan/plan-rules.js
var plan_rules = __webpack_require__(85415);
// EXTERNAL MODULE: ./build/js/plan/plan-stack.js + 15 modules
var plan_stack = __webpack_require__(83024);
;// CONCATENATED MODULE: ./build/js/commands/doctor/bounded-io.js
/** Seconds that something is given at least: nothing answers in none. */
const shortest = 0.1;
/**
 * The same edge for one check: every process, request and wait of it ends after so many seconds from now, whatever the code
 * behind it would give them.
 */
function boundedIo(io, seconds) {
    const end = io.clock.now().getTime() + seconds * 1000;
    const left = () => (end - io.clock.now().getTime()) / 1000;
    const atMost = (wanted, spare = 0) => Number(Math.max(shortest, Math.min(wanted, left() - spare)).toFixed(1));
    // A moment later than any process: one that timed out says so, one that was stopped does not.
    const over = AbortSignal.timeout(seconds * 1000 + 500);
    const boundedSocket = (socket) => ({
        // Before the proxy that it goes through is stopped: then it was the server that said nothing.
        request: (request) => socket.request({ ...request, timeoutSeconds: atMost(request.timeoutSeconds, seconds / 10) }),
        lines: (request, onLine) => socket.lines({ ...request, signal: AbortSignal.any([request.signal, over]) }, onLine),
        close: () => socket.close(),
    });
    return {
        ...io,
        // Whoever waits and tries again asks this.
        signal: AbortSignal.any([io.signal, over]),
        run: (command, options = {}) => io.run(command, {
            ...options,
            timeoutSeconds: atMost(options.timeoutSeconds ?? seconds),
            signal: options.signal === undefined ? over : AbortSignal.any([options.signal, over]),
        }),
        http: (request) => io.http({ ...request, timeoutSeconds: atMost(request.timeoutSeconds) }),
        openSocket: (path, connections) => boundedSocket(io.openSocket(path, connections)),
    };
}

// EXTERNAL MODULE: ./build/js/build/buildx-builder.js
var buildx_builder = __webpack_require__(39391);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/model/run-limited.js
var run_limited = __webpack_require__(23762);
// EXTERNAL MODULE: ./build/js/build/containerfile.js
var containerfile = __webpack_require__(78056);
// EXTERNAL MODULE: ./build/js/build/engine-store.js
var engine_store = __webpack_require__(75163);
// EXTERNAL MODULE: ./build/js/build/identify-source.js + 1 modules
var identify_source = __webpack_require__(57200);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
// EXTERNAL MODULE: ./build/js/build/registry.js + 2 modules
var build_registry = __webpack_require__(62556);
;// CONCATENATED MODULE: ./build/js/build/check-bases.js









const atOnce = 8;
/**
 * Whether builds of folders on this disk find what they start from; what a git source starts from only its fetch tells.
 *
 * @param baseImages  ci_cd.build.base_images.
 */
async function checkBases(images, baseImages, engine, io) {
    const broken = [];
    const bases = new Set();
    for (const { component, source } of images) {
        if (source.kind !== 'path')
            continue;
        try {
            const text = await io.files.read((0,external_node_path_.join)(source.path, await (0,identify_source/* checkSource */.As)(source.path, source, io)));
            for (const base of (0,containerfile/* readContainerfile */.eb)(text, source.buildArgs).bases)
                bases.add(baseImages[base] ?? base);
        }
        catch (error) {
            if (!(error instanceof js_errors/* StackError */.L))
                throw error;
            broken.push((0,model_check/* wrong */.Qm)(true, `source ${component}`, error));
        }
    }
    const registry = (0,build_registry/* openRegistry */.M)(io);
    const absent = await (0,run_limited/* runLimited */.O)([...bases], atOnce, async (base) => {
        const parsed = (0,image_reference/* parseReference */.F2)(base);
        if (parsed === undefined || (await (0,engine_store/* inspectImage */.m)(engine, base, io).catch(() => undefined)) !== undefined) {
            return undefined;
        }
        const answer = await registry.look(parsed);
        if (answer.kind === 'found')
            return undefined;
        return { base, reason: answer.kind === 'absent' ? `${parsed.registry} has none` : answer.reason };
    });
    const missing = absent.filter((one) => one !== undefined);
    return [...broken, ...(bases.size === 0 ? [] : [judgeBases([...bases], missing)])];
}
/** A warning: the builder may have its own copy, or its own way to the registry. */
function judgeBases(bases, absent) {
    const [first] = absent;
    if (first === undefined)
        return (0,model_check/* good */.uw)('base images', bases.join(', '));
    return (0,model_check/* wrong */.Qm)(false, 'base images', {
        code: 'IMAGE_NOT_FOUND',
        message: absent.map(({ base, reason }) => `${base} (${reason})`).join(', '),
        hint: `Name one that can be had: ci_cd.build.base_images: {"${first.base}": registry.example/${first.base}}`,
    });
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
;// CONCATENATED MODULE: ./build/js/build/check-builder.js



/** First whose bake reads a definition from stdin and writes metadata as we read it. */
const oldestBuildx = '0.13.0';
/** buildx and the builder it would use. @param inspect  Asks for that one. */
async function checkBuilder(engine, wishes, inspect, io) {
    if ((0,detect_engine/* isPodman */.eo)(engine.program))
        return (0,model_check/* skipped */.hT)('buildx', 'podman builds itself');
    const version = await io.run((0,detect_engine/* engineCommand */.KU)(engine, ['buildx', 'version']));
    const found = version.exitCode === 0 ? (0,semver.coerce)(version.stdout)?.version : undefined;
    if (found === undefined || !version.stdout.includes('buildx'))
        return judgeBuildx(undefined, undefined, wishes);
    return judgeBuildx(found, await inspect(), wishes);
}
/** @param version  Of buildx; undefined where there is none. */
function judgeBuildx(version, facts, { builder, platforms }) {
    if (version === undefined) {
        const asked = builder !== undefined ? 'ci_cd.build.builder' : platforms ? 'platforms' : undefined;
        return (0,model_check/* wrong */.Qm)(asked !== undefined, 'buildx', {
            code: 'TOOL_MISSING',
            message: asked === undefined
                ? 'not installed: images are built by docker build'
                : `not installed, and ${asked} needs it`,
            hint: 'Install the plugin: apt-get install docker-buildx-plugin, or https://github.com/docker/buildx#installing',
        });
    }
    if (builder !== undefined && facts === undefined) {
        return (0,model_check/* wrong */.Qm)(true, 'buildx', {
            code: 'NOT_SUPPORTED',
            message: `${version} has no builder ${builder}`,
            hint: `Make it: docker buildx create --name ${builder}; docker buildx ls shows what there is`,
        });
    }
    const layers = facts?.exports === true ? 'can bring layers elsewhere' : 'keeps its layers to itself';
    const found = `${version}${facts === undefined ? '' : `, builder ${facts.name} (${facts.driver}) ${layers}`}`;
    // A builder that is asleep wakes up with the first build.
    if (facts !== undefined && /error|fail|unable|cannot/i.test(facts.status)) {
        return (0,model_check/* wrong */.Qm)(builder !== undefined, 'buildx', {
            code: 'ENGINE_UNREACHABLE',
            message: `${found}; it does not answer: ${facts.status}`,
            hint: `Look at it: docker buildx inspect ${facts.name}`,
        });
    }
    if (!(0,semver.lt)(version, oldestBuildx))
        return (0,model_check/* good */.uw)('buildx', found);
    return (0,model_check/* wrong */.Qm)(false, 'buildx', {
        code: 'TOOL_OLD',
        message: found,
        hint: `Install buildx ${oldestBuildx.replace(/\.0$/, '')} or newer`,
    });
}

;// CONCATENATED MODULE: ./build/js/build/check-engine.js



/** Bytes below which a few images fill the disk. */
const littleRoom = 2 * 1024 ** 3;
/**
 * Which engine there is, whether it answers, and how much room it has.
 *
 * @param hints  With a builder only where its daemon runs nothing either.
 * @param needed  False where the stack neither builds nor runs anything on it.
 */
async function checkEngine(hints, needed, io) {
    try {
        const engine = await (0,detect_engine/* detectEngine */.uU)(hints, io);
        const { exitCode, stdout, stderr } = await io.run((0,detect_engine/* engineCommand */.KU)(engine, ['info', '--format', '{{json .}}']));
        const facts = exitCode === 0 ? readFacts(stdout) : undefined;
        if (facts === undefined) {
            // A builder of its own needs the program alone.
            if (hints.builder !== undefined) {
                const finding = (0,model_check/* skipped */.hT)('engine', `${engine.program}, whose daemon is silent: builder ${hints.builder} is used`);
                return { engine, findings: [finding] };
            }
            const said = io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '');
            throw silent(engine, said === '' ? 'no answer' : said);
        }
        const [where, free] = await Promise.all([hostOf(engine, io), freeBytes(facts.root, io)]);
        const findings = judgeEngine(engine, facts, where, free);
        const { DOCKER_HOST: wanted = '' } = io.environment;
        const passedOver = (0,detect_engine/* isPodman */.eo)(engine.program) && hints.containerEngine === undefined && wanted !== '';
        return {
            engine,
            findings: passedOver ? [notAnswering(wanted), ...findings] : findings,
        };
    }
    catch (error) {
        if (!(error instanceof js_errors/* StackError */.L))
            throw error;
        return { findings: [(0,model_check/* wrong */.Qm)(needed, 'engine', error)] };
    }
}
function notAnswering(host) {
    return (0,model_check/* wrong */.Qm)(false, 'DOCKER_HOST', {
        code: 'ENGINE_UNREACHABLE',
        message: `docker at ${withoutUser(host)} does not answer: podman is taken instead`,
        hint: 'Start that engine, correct DOCKER_HOST, or set deployment.container_engine: podman',
    });
}
function silent(engine, reason) {
    return new js_errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `the container engine does not answer (${engine.program}: ${reason})`,
        hint: 'Start it, or name another: DOCKER_HOST, deployment.docker_context, deployment.container_engine',
    });
}
/** @param free  Bytes; undefined where the engine's disk is not this machine's. */
function judgeEngine(engine, facts, where, free) {
    const name = (0,detect_engine/* isPodman */.eo)(engine.program) ? 'Podman' : 'Docker';
    const engineFinding = (0,model_check/* good */.uw)('engine', `${name} ${facts.version}${where === '' ? '' : ` at ${where}`}${facts.rootless ? ', rootless' : ''}`);
    if (free === undefined)
        return [engineFinding];
    const found = `${(free / 1024 ** 3).toFixed(1)} GiB free at ${facts.root}`;
    if (free >= littleRoom)
        return [engineFinding, (0,model_check/* good */.uw)('disk', found)];
    return [
        engineFinding,
        (0,model_check/* wrong */.Qm)(false, 'disk', {
            code: 'BUILD_FAILED',
            message: `only ${found}`,
            hint: `Make room: ${engine.program} system df shows by what, ${engine.program} image prune removes what no tag names`,
        }),
    ];
}
/** @returns undefined where the client answers and its daemon does not: docker then leaves the version out. */
function readFacts(text) {
    try {
        const info = Object(JSON.parse(text));
        const version = info.ServerVersion ?? info.version?.Version;
        if (version === undefined || version === '')
            return undefined;
        return {
            version,
            root: info.DockerRootDir ?? info.store?.graphRoot ?? '',
            rootless: info.host?.security?.rootless ?? (info.SecurityOptions ?? []).some((one) => one.includes('rootless')),
        };
    }
    catch {
        return undefined;
    }
}
/** DOCKER_HOST beats every context but the one that is asked for. */
async function hostOf(engine, io) {
    if ((0,detect_engine/* isPodman */.eo)(engine.program))
        return '';
    const { DOCKER_HOST: host = '' } = io.environment;
    if (engine.args.length === 0 && host !== '')
        return withoutUser(host);
    const format = ['--format', '{{.Name}} ({{.Endpoints.docker.Host}})'];
    const name = engine.args[1] === undefined ? [] : [engine.args[1]];
    const { exitCode, stdout } = await io.run({
        program: engine.program,
        args: ['context', 'inspect', ...format, ...name],
    });
    return exitCode === 0 ? withoutUser(stdout.trim()) : '';
}
function withoutUser(address) {
    return address.replace(/(:\/\/)[^/@\s]*:[^/@\s]*@/, '$1');
}
/** As `df` says, where the folder is on this machine. */
async function freeBytes(root, io) {
    if (!root.startsWith('/') || !(await io.files.exists(root).catch(() => false)))
        return undefined;
    try {
        const { exitCode, stdout } = await io.run({ program: 'df', args: ['-Pk', '--', root] });
        const kilobytes = Number(stdout.trim().split('\n').at(-1)?.split(/\s+/)[3]);
        return exitCode === 0 && Number.isFinite(kilobytes) ? kilobytes * 1024 : undefined;
    }
    catch {
        // No df here: it was worth a try.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/build/judge-registry.js


/** @param onEngine  The engine that runs the images was asked for them before. */
function judgeRegistry(use, { entry, images }, onEngine) {
    const { registry, push } = use;
    const name = `registry ${registry}`;
    const pushes = push.length > 0;
    if ('reason' in entry) {
        return (0,model_check/* wrong */.Qm)(pushes, name, {
            code: 'REGISTRY_UNREACHABLE',
            message: entry.reason.replace(`${registry}: `, ''),
            hint: mend(registry, entry.reason),
        });
    }
    const who = entry.credentials ? 'logged in' : 'anonymous';
    const login = `docker login ${registry}`;
    if (entry.status === 429 || entry.status >= 500) {
        const message = `answers HTTP ${entry.status}`;
        return (0,model_check/* wrong */.Qm)(pushes, name, { code: 'REGISTRY_UNREACHABLE', message, hint: 'Try again in a while' });
    }
    const lacksPush = entry.granted !== undefined && !entry.granted.some((action) => action === 'push' || action === '*');
    if (pushes && (entry.status >= 400 || lacksPush)) {
        const message = `${who}, and may not push to ${push[0] ?? ''}`;
        const hint = entry.credentials ? `Log in as somebody who may: ${login}` : `Log in: ${login}`;
        return (0,model_check/* wrong */.Qm)(true, name, { code: 'RIGHTS_MISSING', message, hint });
    }
    const absent = images.find(({ answer }) => answer.kind === 'absent');
    if (absent !== undefined) {
        const message = `has no image ${absent.reference}${onEngine ? ', and neither has the engine' : ''}`;
        return (0,model_check/* wrong */.Qm)(true, name, {
            code: 'IMAGE_NOT_FOUND',
            message,
            hint: `Look at the name and the tag: docker pull ${absent.reference}`,
        });
    }
    const closed = images.find(({ answer }) => answer.kind === 'refused' || answer.kind === 'unreachable');
    if (closed !== undefined && 'reason' in closed.answer) {
        const message = `${who}, and does not show ${(0,image_reference/* nameOf */.Vb)(closed.reference)} (${closed.answer.reason})`;
        return (0,model_check/* wrong */.Qm)(false, name, { code: 'IMAGE_NOT_FOUND', message, hint: `Log in, or look at the name: ${login}` });
    }
    const found = images.filter(({ answer }) => answer.kind === 'found').length;
    const pulls = found === 0 ? [] : [found === 1 ? 'has the image' : `has all ${found} images`];
    // Only a push itself proves it where no token says so.
    const pushed = pushes ? [entry.granted === undefined ? 'lets us in' : 'may be pushed to'] : [];
    return (0,model_check/* good */.uw)(name, [who, ...pulls, ...pushed].join(', '));
}
/** What the network's reason asks for; the words are those of Node's TLS and sockets. */
function mend(registry, reason) {
    if (/altname/i.test(reason))
        return 'Write its name as its certificate has it, or look who answers in its place';
    if (/certificate (?:has expired|is not yet valid)/i.test(reason))
        return 'Have its certificate renewed; look at the clock';
    if (/certificate|self[- ]signed|issuer/i.test(reason))
        return 'Trust its CA: network.ca_file: company-ca.pem';
    if (/wrong version number|packet length/i.test(reason))
        return 'It speaks plain HTTP, which is trusted on this machine only';
    return `Look at the name, HTTPS_PROXY and NO_PROXY: curl -I ${(0,image_reference/* isLoopback */.U9)(registry) ? 'http' : 'https'}://${registry}/v2/`;
}

;// CONCATENATED MODULE: ./build/js/build/check-registries.js






const check_registries_atOnce = 8;
/** Every registry that the images of a plan come from or go to, in order of its name. Pure. */
function registriesOf(images) {
    const uses = new Map();
    for (const { source, registry, repository, pullPolicy } of images) {
        const pulled = source.kind === 'image';
        const reference = pulled ? source.reference : repository;
        const parsed = (0,image_reference/* parseReference */.F2)(reference);
        const isAsked = pulled ? pullPolicy !== 'Never' : registry?.push === true;
        if (parsed === undefined || !isAsked)
            continue;
        const use = uses.get(parsed.registry) ?? { push: new Set(), pull: new Map() };
        uses.set(parsed.registry, use);
        if (pulled)
            use.pull.set(reference, parsed);
        else
            use.push.add(parsed.path);
    }
    return [...uses]
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([registry, { push, pull }]) => ({
        registry,
        push: [...push],
        pull: [...pull].map(([reference, parsed]) => ({ reference, parsed })),
    }));
}
/**
 * Asks one registry for all that a deploy will want of it; pushes nothing. The clock of one elsewhere is compared with ours.
 *
 * @param engine  Compose: who runs the images, and may have them already. A cluster's nodes ask the registry themselves.
 */
async function checkRegistry(use, engine, io) {
    const registry = (0,build_registry/* openRegistry */.M)(io);
    const look = async ({ reference, parsed }) => {
        const stored = engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(engine, reference, io).catch(() => undefined);
        return { reference, answer: stored === undefined ? await registry.look(parsed) : { kind: 'stored' } };
    };
    const images = await (0,run_limited/* runLimited */.O)(use.pull, check_registries_atOnce, look);
    if (use.push.length === 0 && images.every(({ answer }) => answer.kind === 'stored')) {
        return [(0,model_check/* skipped */.hT)(`registry ${use.registry}`, 'not asked: the engine has all that would come from there')];
    }
    const entry = await enter(use, registry);
    const date = 'reason' in entry || (0,image_reference/* isLoopback */.U9)(use.registry) ? undefined : entry.date;
    const clock = (0,model_check/* judgeClock */.Mi)(date, io.clock.now(), use.registry);
    return [judgeRegistry(use, { entry, images }, engine !== undefined), ...(clock === undefined ? [] : [clock])];
}
async function enter({ registry: host, push, pull }, registry) {
    const path = push[0] ?? pull[0]?.parsed.path ?? '';
    try {
        return await registry.enter(host, path, push.length === 0 ? 'pull' : 'pull,push');
    }
    catch (error) {
        return { reason: error instanceof Error ? error.message : String(error) };
    }
}

// EXTERNAL MODULE: ./build/js/build/git-command.js
var git_command = __webpack_require__(27137);
// EXTERNAL MODULE: ./build/js/build/git-refs.js
var git_refs = __webpack_require__(73604);
// EXTERNAL MODULE: ./build/js/build/repository-url.js
var repository_url = __webpack_require__(92117);
;// CONCATENATED MODULE: ./build/js/build/check-sources.js






const check_sources_atOnce = 8;
/** The repositories that images are built from, each once. Pure. */
function repositoriesOf(images) {
    const refs = new Map();
    for (const { source } of images) {
        if (source.kind === 'git')
            refs.set(source.repo, (refs.get(source.repo) ?? new Set()).add(source.ref));
    }
    return [...refs].map(([repo, wanted]) => ({ repo, refs: [...wanted] }));
}
/** Whether git can read every repository and finds its refs there: one finding for all that is well, one for each that is not. */
async function checkSources(repositories, settings, io) {
    const caBundle = settings.caFile === undefined ? undefined : await (0,git_command/* writeCaBundle */.qA)(settings.caFile, io).catch(() => undefined);
    const asked = await (0,run_limited/* runLimited */.O)(repositories, check_sources_atOnce, async ({ repo, refs }) => {
        try {
            const transport = (0,repository_url/* checkRepository */.n)(repo, settings.insecureRepos);
            const git = { transport, ...(caBundle === undefined ? {} : { caBundle }) };
            const found = await (0,git_refs/* listRefs */.Dy)(repo, git, io);
            for (const ref of refs)
                (0,git_refs/* chooseCommit */.jf)(found, ref, repo);
            return undefined;
        }
        catch (error) {
            if (!(error instanceof js_errors/* StackError */.L))
                throw error;
            return (0,model_check/* wrong */.Qm)(true, 'repository', error);
        }
    });
    const broken = asked.filter((finding) => finding !== undefined);
    const well = repositories.length - broken.length;
    if (well === 0)
        return broken;
    const [only] = repositories;
    const found = repositories.length === 1 ? (0,repository_url/* showRepository */.q)(only?.repo ?? '') : `${well} of ${repositories.length} answer`;
    return [(0,model_check/* good */.uw)('repositories', `${found}, with ${well === 1 ? 'its' : 'their'} refs`), ...broken];
}

// EXTERNAL MODULE: ./build/js/build/layer-cache/find.js + 1 modules
var find = __webpack_require__(63936);
// EXTERNAL MODULE: ./build/js/registry.js + 162 modules
var registry = __webpack_require__(8950);
// EXTERNAL MODULE: ./build/js/commands/cache-surroundings.js
var cache_surroundings = __webpack_require__(81823);
// EXTERNAL MODULE: ./build/js/commands/open-secrets.js + 1 modules
var open_secrets = __webpack_require__(82567);
;// CONCATENATED MODULE: ./build/js/commands/doctor/cache.js

/** Where layers would be kept here. Pure. */
function judgeCache({ kind, refused, sentence }) {
    const [name, found] = ['layer cache', sentence.replace(/^layer cache: /, '')];
    if (kind === 'off')
        return (0,model_check/* skipped */.hT)(name, found);
    if (refused !== true)
        return (0,model_check/* good */.uw)(name, found);
    const fix = 'docker buildx create --name layers --driver docker-container, and ci_cd.build.builder: layers';
    return (0,model_check/* wrong */.Qm)(false, name, { code: 'CACHE_UNUSABLE', message: found, hint: fix });
}

;// CONCATENATED MODULE: ./build/js/commands/doctor/ci-host.js

/** What a job is given by its runner, by the name of a variable that is there with it. Values are nobody's business. */
const gifts = [
    { name: 'ACTIONS_ID_TOKEN_REQUEST_URL', what: 'identity token' },
    { name: 'ACTIONS_RESULTS_URL', what: 'cache service' },
    { name: 'CI_JOB_TOKEN', what: 'job token' },
];
/**
 * Where the program runs, where that is no terminal.
 *
 * @param secrets  How many secrets the stack has: a runner that traces a job prints them.
 */
function judgeHost(facts, environment, secrets) {
    const name = 'host';
    const isSet = (variable) => (environment[variable] ?? '') !== '';
    if (environment['CI_DEBUG_TRACE'] === 'true' && secrets > 0) {
        return (0,model_check/* wrong */.Qm)(true, name, {
            code: 'NOT_SUPPORTED',
            message: `${facts.host}: CI_DEBUG_TRACE is on, and the runner prints every variable of the job, secrets too`,
            hint: 'Take CI_DEBUG_TRACE out of the variables of the job, the project and the group',
        });
    }
    if (!facts.trusted) {
        return (0,model_check/* wrong */.Qm)(false, name, {
            code: 'UNTRUSTED',
            message: `${facts.host}: this run comes from outside, it may plan and validate but not deploy`,
            hint: 'Deploy from a branch of your own; who has read the change sets allow-untrusted: true',
        });
    }
    const given = gifts.flatMap((gift) => (isSet(gift.name) ? [gift.what] : []));
    const where = facts.host === 'terminal' ? facts.host : `${facts.host}, a trusted run`;
    return (0,model_check/* good */.uw)(name, given.length === 0 ? where : `${where}; has ${given.join(', ')}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/commands/doctor/network.js


/** The ways out of this machine, and whom it trusts there. */
function networkChecks(io, caFile) {
    const { NODE_EXTRA_CA_CERTS: extra = '' } = io.environment;
    const bundles = [
        ...(caFile === undefined ? [] : [{ name: 'network.ca_file', path: caFile, needed: true }]),
        // Node itself warns and goes on without it.
        ...(extra === '' ? [] : [{ name: 'NODE_EXTRA_CA_CERTS', path: extra, needed: false }]),
    ];
    return [
        { name: 'proxy', needed: true, ask: async () => [describeProxy(io.environment)] },
        ...bundles.map(({ name, path, needed }) => ({
            name,
            needed,
            async ask() {
                const text = await io.files.read(path).catch(() => undefined);
                return [judgeBundle(name, path, text, needed)];
            },
        })),
    ];
}
/** The variables as the program reads them, lower case first; nobody's password is in the answer. */
function describeProxy(environment) {
    const shown = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => {
        const value = environment[name.toLowerCase()] ?? environment[name] ?? '';
        return value === '' ? [] : [{ name, value: network_withoutUser(value) }];
    });
    const proxies = shown.filter(({ name }) => name !== 'NO_PROXY');
    if (proxies.length === 0)
        return (0,model_check/* skipped */.hT)('proxy', 'none is set');
    const broken = proxies.find(({ value }) => !isHttpUrl(value));
    if (broken !== undefined) {
        return (0,model_check/* wrong */.Qm)(true, 'proxy', {
            code: 'USAGE',
            message: `${broken.name} is ${broken.value}, which is no http address`,
            hint: `Write it whole: ${broken.name}=http://host:port`,
        });
    }
    return (0,model_check/* good */.uw)('proxy', shown.map(({ name, value }) => `${name}=${value}`).join(' '));
}
function network_withoutUser(value) {
    return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/]*@/i, '$1');
}
function isHttpUrl(value) {
    return /^https?:\/\//i.test(value) && URL.canParse(value);
}
/** @param text  Undefined where the file cannot be read. */
function judgeBundle(name, path, text, needed) {
    const problem = (message) => (0,model_check/* wrong */.Qm)(needed, name, {
        code: 'CERTIFICATE_INVALID',
        message,
        hint: 'Point it to a PEM file: BEGIN CERTIFICATE, one after the other',
    });
    if (text === undefined)
        return problem(`${path} cannot be read`);
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0)
        return problem(`${path} holds no certificate`);
    const unreadable = blocks.findIndex((block) => !isCertificate(block));
    if (unreadable >= 0)
        return problem(`certificate ${unreadable + 1} of ${path} cannot be read`);
    return (0,model_check/* good */.uw)(name, `${path}, ${blocks.length} certificate${blocks.length === 1 ? '' : 's'}`);
}
function isCertificate(block) {
    try {
        return new external_node_crypto_.X509Certificate(block).subject !== undefined;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/js/commands/doctor/secrets.js

/** Whether somebody has what the stack asks for; only names are told. */
function secretsCheck(requests, open) {
    return {
        name: 'secrets',
        needed: false,
        async ask() {
            const wanted = requests.filter(({ origin }) => origin === 'declared');
            const source = open();
            try {
                const findings = await source.find(wanted);
                const unread = wanted.filter(({ name }) => 'unread' in (findings.get(name) ?? {})).map(({ name }) => name);
                const asked = wanted.map(({ name }) => name).filter((name) => !unread.includes(name));
                const refused = new Set([...findings.values()].flatMap((found) => ('problem' in found ? [found.problem] : [])));
                return [
                    ...((asked.length > 0 && refused.size > 0) || (asked.length === 0 && unread.length > 0)
                        ? []
                        : [judgeSecrets(asked, new Set(findings.keys()), source.order)]),
                    // The doctor's own look at the cluster is another check.
                    ...(unread.length === 0
                        ? []
                        : [(0,model_check/* skipped */.hT)('secrets', `in the cluster, which a deploy asks: ${unread.join(', ')}`)]),
                    ...[...refused].map(refusedFinding),
                ];
            }
            finally {
                await source.close();
            }
        },
    };
}
/** Whoever keeps it says no, or does not answer: a deploy from here ends with the same. A name that is not set may be set there. */
function refusedFinding({ code, message, hint }) {
    return (0,model_check/* wrong */.Qm)(true, 'secrets', { code, message, ...(hint === undefined ? {} : { hint }) });
}
/** @param order  Providers that names are asked of. */
function judgeSecrets(wanted, found, order) {
    if (wanted.length === 0)
        return (0,model_check/* skipped */.hT)('secrets', 'the file asks for none');
    const absent = wanted.filter((name) => !found.has(name)).toSorted();
    if (absent.length === 0)
        return (0,model_check/* good */.uw)('secrets', `all ${wanted.length} are there`);
    return (0,model_check/* wrong */.Qm)(false, 'secrets', {
        code: 'SECRET_MISSING',
        message: `${absent.length} of ${wanted.length} not set here: ${absent.join(', ')}`,
        hint: order.some((provider) => provider !== 'environment')
            ? `Put them where a deploy asks for them: ${order.join(', ')}`
            : 'Set them in the environment of the deploy; in a pipeline as secrets of the job',
    });
}

// EXTERNAL MODULE: ./build/js/model/version.js
var model_version = __webpack_require__(67360);
;// CONCATENATED MODULE: ./build/js/commands/doctor/software.js



/** As in package.json. */
const oldestNode = '20.19.0';
/** First with `rev-parse --end-of-options`, which guards what a file says. */
const oldestGit = '2.24.0';
/** What runs this program, and what it fetches sources with. */
function softwareChecks(io, needsGit) {
    return [
        { name: 'mcp-deploy', needed: true, ask: async () => [judgeNode(process.versions.node)] },
        {
            name: 'git',
            needed: needsGit,
            async ask() {
                const { stdout } = await io.run({ program: 'git', args: ['--version'] }, { brief: true });
                return [judgeGit(stdout, needsGit)];
            },
        },
    ];
}
function judgeNode(version) {
    const found = `${model_version/* toolVersion */.f} on Node ${version}`;
    if ((0,semver.gte)(version, oldestNode))
        return (0,model_check/* good */.uw)('mcp-deploy', found);
    return (0,model_check/* wrong */.Qm)(true, 'mcp-deploy', {
        code: 'TOOL_OLD',
        message: found,
        hint: `Install Node ${oldestNode.replace(/\.0$/, '')} or newer: https://nodejs.org/en/download`,
    });
}
/** @param answer  Of `git --version`: `git version 2.39.5 (Apple Git-154)`. */
function judgeGit(answer, needed) {
    const version = (0,semver.coerce)(answer)?.version;
    if (version !== undefined && (0,semver.gte)(version, oldestGit))
        return (0,model_check/* good */.uw)('git', version);
    return (0,model_check/* wrong */.Qm)(needed, 'git', {
        code: 'TOOL_OLD',
        message: version ?? `no version in ${JSON.stringify(answer.trim().slice(0, 60))}`,
        hint: `Install git ${oldestGit.replace(/\.0$/, '')} or newer`,
    });
}

;// CONCATENATED MODULE: ./build/js/commands/doctor/checks.js

















/**
 * Every check for a stack, in the order they are shown; without a plan, for any.
 *
 * @param edge  Makes an edge that ends by itself, one for each check.
 */
function checksFor(plan, session, edge) {
    const { facts } = session.host;
    const chosen = plan === undefined ? Object.values(registry/* targets */.zV) : [(0,registry/* chooseTarget */.bx)(plan.stack.target)];
    const declared = (plan?.secrets ?? []).filter(({ origin }) => origin === 'declared').length;
    const needsGit = (plan?.images ?? []).some(({ source }) => source.kind === 'git');
    return [
        {
            name: 'host',
            needed: false,
            ask: async () => (facts.host === 'terminal' ? [] : [judgeHost(facts, edge().environment, declared)]),
        },
        ...softwareChecks(edge(), needsGit),
        engineCheck(plan, (0,cache_surroundings/* cacheSurroundings */.w)(session), edge()),
        ...chosen.flatMap((target) => target.checks?.(plan, edge()) ?? []),
        ...(plan === undefined ? [] : sourceChecks(plan, edge)),
        ...networkChecks(edge(), plan?.config.network.caFile),
        // A run from outside asks nobody for secrets.
        ...(plan === undefined || session.untrusted === true
            ? []
            : [secretsCheck(plan.secrets, () => (0,open_secrets/* openSecrets */.c)(session, plan.config, edge()))]),
    ];
}
/** The engine, and on it buildx: one after the other, for the second is asked through the first. */
function engineCheck(plan, around, io) {
    const builds = plan?.images.some(({ source }) => source.kind !== 'image') ?? false;
    const runsHere = plan?.stack.target === 'compose';
    const needed = builds || runsHere;
    return {
        name: 'engine',
        needed,
        async ask() {
            if (plan !== undefined && !needed)
                return [(0,model_check/* skipped */.hT)('engine', 'not needed: every image is ready-made')];
            const { containerEngine: named, dockerContext } = plan?.config.deployment ?? {};
            // Compose takes no other engine where the first does not answer.
            const containerEngine = named ?? (runsHere ? 'docker' : undefined);
            const builder = plan?.config.build.builder;
            const { engine, findings } = await checkEngine({ containerEngine, dockerContext, builder: runsHere ? undefined : builder }, needed, io);
            if (engine === undefined || (plan !== undefined && !builds))
                return findings;
            const platforms = plan?.images.some(({ source }) => source.kind !== 'image' && source.platforms.length > 0) ?? false;
            const chosenBuilder = builder === undefined ? {} : { builder };
            let asked;
            const inspect = () => (asked ??= (0,buildx_builder/* inspectBuilder */.I)({ engine, io, ...chosenBuilder }));
            const buildx = await checkBuilder(engine, { platforms, ...chosenBuilder }, inspect, io);
            if (plan === undefined)
                return [...findings, buildx];
            const wanted = {
                config: plan.config.build.cache,
                noCache: false,
                pushes: plan.images.some(({ registry }) => registry?.push === true),
            };
            const name = (0,detect_engine/* isPodman */.eo)(engine.program) ? 'podman' : buildx.state === 'good' ? 'buildx' : 'docker';
            const { chosen } = await (0,find/* findCache */.q)(wanted, name, around, inspect, io);
            return [...findings, buildx, judgeCache(chosen)];
        },
    };
}
function sourceChecks(plan, edge) {
    const { build, deployment, network } = plan.config;
    const context = deployment.dockerContext === undefined ? [] : ['--context', deployment.dockerContext];
    const own = { program: deployment.containerEngine ?? 'docker', args: context };
    const engine = plan.stack.target === 'compose' ? own : undefined;
    const repositories = repositoriesOf(plan.images);
    const settings = {
        insecureRepos: build.insecureRepos,
        ...(network.caFile === undefined ? {} : { caFile: network.caFile }),
    };
    return [
        { name: 'base images', needed: false, ask: () => checkBases(plan.images, build.baseImages, own, edge()) },
        ...registriesOf(plan.images).map((use) => ({
            name: `registry ${use.registry}`,
            needed: use.push.length > 0,
            ask: () => checkRegistry(use, engine, edge()),
        })),
        ...(repositories.length === 0
            ? []
            : [{ name: 'repositories', needed: true, ask: () => checkSources(repositories, settings, edge()) }]),
    ];
}

// EXTERNAL MODULE: ./build/js/commands/failure.js
var commands_failure = __webpack_require__(24467);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
// EXTERNAL MODULE: ./build/js/commands/table.js + 2 modules
var table = __webpack_require__(17053);
// EXTERNAL MODULE: ./build/js/commands/trust.js + 1 modules
var trust = __webpack_require__(40704);
;// CONCATENATED MODULE: ./build/js/commands/doctor.js











/** Seconds that one check may take; they run side by side. A login helper is given time, a person does not wait longer. */
const longestSeconds = 10;
/** `doctor`: what a deploy would stumble over, each with its fix. Changes nothing, and ends where nothing answers. */
async function doctor(session, settings, limitSeconds = longestSeconds) {
    const { plan, finding, problems } = await readPlan(session, settings);
    const findings = await (0,commands_session/* timed */.J)(session, 'checks', 'Looking around', async () => {
        const caFile = plan?.config.network.caFile;
        const io = caFile === undefined ? session.io : session.io.with({ caFile });
        const checks = checksFor(plan, session, () => boundedIo(io, limitSeconds));
        return (await Promise.all(checks.map((check) => answerOf(check, session, limitSeconds)))).flat();
    });
    const all = [finding, ...oneClock(findings)];
    const failed = all.some(({ state }) => state === 'bad');
    return {
        ...(0,commands_session/* emptyReport */._O)(session),
        status: failed ? 'failed' : 'succeeded',
        exitCode: failed ? 1 : 0,
        checks: all.map(({ name, state, found, fix }) => ({ name, state, found, ...(fix === undefined ? {} : { fix }) })),
        problems: [...problems, ...all.slice(problems.length === 0 ? 0 : 1).flatMap(toProblem)],
        next: failed ? `Mend that, then: ${(0,commands_session/* commandLine */.ay)(session, 'doctor')}` : (0,commands_session/* commandLine */.ay)(session, plan ? 'plan' : 'init'),
    };
}
async function readPlan(session, settings) {
    const { file } = settings;
    if (!(await session.io.files.exists(file))) {
        const message = `${file} is not there: everything is looked at in general`;
        const hint = 'Write one: mcp-deploy init; or name it: mcp-deploy doctor FILE';
        return { finding: (0,model_check/* wrong */.Qm)(file !== table/* defaultFile */.kL, 'file', { code: 'CONFIG_UNREADABLE', message, hint }), problems: [] };
    }
    try {
        const config = await (0,read_stack/* readStack */.bA)(settings, session.io);
        if (session.untrusted === true)
            await (0,trust/* refuseReach */.CI)(config, session.io.files);
        const plan = (0,plan_stack/* planStack */.q)(config);
        (0,plan_stack/* refuseErrors */.S)((0,plan_rules/* planRules */.T)(plan));
        return { plan, finding: (0,model_check/* good */.uw)('file', `${file}: ${plan.stack.name} on ${plan.stack.target}`), problems: [] };
    }
    catch (error) {
        if (!(error instanceof js_errors/* StackError */.L))
            throw error;
        const { code, problems } = error;
        const errors = problems.filter(({ severity }) => severity === 'error');
        const [first] = errors;
        const where = first?.place === undefined ? file : `${file}:${first.place.line}:${first.place.column}`;
        const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
        const message = `${where}: ${first?.message ?? error.message}${more}; the rest is looked at in general`;
        const hint = first?.hint ?? `Mend it: ${(0,commands_session/* commandLine */.ay)(session, 'validate')}`;
        return { finding: (0,model_check/* wrong */.Qm)(true, 'file', { code, message, hint }), problems };
    }
}
/** Whatever a check does, there is an answer, and soon. */
async function answerOf(check, session, limitSeconds) {
    const { name, needed } = check;
    const late = new Promise((resolve) => {
        // What is killed is given a moment to say why.
        setTimeout(() => resolve([doctor_silent(check, limitSeconds)]), (limitSeconds + 1) * 1000).unref();
    });
    const asked = check.ask().catch((error) => {
        if (session.io.signal.aborted)
            throw error;
        const failure = (0,commands_failure/* toStackError */.k)(error);
        return [failure.code === 'INTERRUPTED' ? doctor_silent(check, limitSeconds) : (0,model_check/* wrong */.Qm)(needed, name, failure)];
    });
    return Promise.race([asked, late]);
}
function doctor_silent({ name, needed }, limitSeconds) {
    return (0,model_check/* wrong */.Qm)(needed, name, {
        code: 'COMMAND_TIMEOUT',
        message: `no answer within ${limitSeconds} s`,
        hint: 'See what it waits for: mcp-deploy doctor --verbose',
    });
}
/** Several clocks were compared with ours: the worst answer is told, at the place of the first. */
function oneClock(findings) {
    const order = ['bad', 'warning', 'good', 'skipped'];
    const clocks = findings.filter(({ name }) => name === 'clock');
    const [worst] = clocks.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
    return [
        ...findings.filter(({ name }) => name !== 'clock'),
        worst ?? (0,model_check/* skipped */.hT)('clock', 'nobody elsewhere was asked what time it is'),
    ];
}
function toProblem(finding) {
    if (finding.state !== 'bad' && finding.state !== 'warning')
        return [];
    const { code, fix, found, name, state } = finding;
    const severity = state === 'bad' ? 'error' : 'warning';
    return [{ severity, code, message: `${name}: ${found}`, ...(fix === undefined ? {} : { hint: fix }) }];
}


/***/ }),

/***/ 82567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ maskSecrets),
  c: () => (/* binding */ openSecrets)
});

// EXTERNAL MODULE: ./build/js/model/own.js
var own = __webpack_require__(41224);
// EXTERNAL MODULE: ./build/js/registry.js + 162 modules
var registry = __webpack_require__(8950);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/secrets/reference.js
var reference = __webpack_require__(58345);
// EXTERNAL MODULE: ./build/js/secrets/share-failures.js
var share_failures = __webpack_require__(75167);
;// CONCATENATED MODULE: ./build/js/secrets/secret-source.js



/**
 * Asks each provider once for all that it is to answer. What has a `from` is asked there; another name in order, and the first
 * that has it wins. A provider that cannot be asked ends the search: what a later one has may be another value.
 *
 * @param providers  Those of the registry.
 */
function openSecretSource(providers, given) {
    let readTarget;
    const context = { ...given, readTargetSecret: () => readTarget };
    const opened = new Map();
    const known = new Map();
    const order = context.sources.providers;
    const ask = async (name, wanted) => {
        if (wanted.length === 0)
            return new Map();
        const provider = opened.get(name) ?? openProvider(providers, name, context);
        opened.set(name, provider);
        let answers;
        try {
            answers = await provider.ask(wanted);
        }
        catch (error) {
            if (!(error instanceof errors/* StackError */.L))
                throw error;
            const problem = (0,share_failures/* problemOf */.Z)(wanted, error);
            answers = wanted.map(() => ({ kind: 'failed', problem }));
        }
        for (const answer of answers)
            if (answer.kind === 'found')
                context.io.redactor.add(answer.value);
        return new Map(wanted.map((secret, index) => [secret.name, answers[index] ?? { kind: 'absent' }]));
    };
    const askThere = async (wanted) => {
        const named = new Set(wanted.map(({ from }) => from.provider));
        await Promise.all([...named].map(async (provider) => {
            const group = wanted.filter(({ from }) => from.provider === provider);
            const answers = await ask(provider, group.map(({ name, from }) => ({ name, at: from.at })));
            for (const { name, from } of group) {
                const answer = answers.get(name) ?? { kind: 'absent' };
                known.set(keyOf({ name, from }), toFinding(provider, answer) ?? { problem: notThere(name, from) });
            }
        }));
    };
    const askInOrder = async (wanted) => {
        let open = wanted.map(({ name, origin, place }) => ({
            name,
            unwritten: origin === 'generated' && place === undefined,
        }));
        for (const provider of order) {
            const answers = await ask(provider, open);
            for (const [name, answer] of answers) {
                const finding = toFinding(provider, answer);
                if (finding !== undefined)
                    known.set(name, finding);
            }
            open = open.filter(({ name }) => !known.has(name));
        }
        for (const { name } of open)
            known.set(name, undefined);
    };
    return {
        order,
        async find(wanted) {
            const fresh = wanted.filter((secret) => !known.has(keyOf(secret)));
            await Promise.all([
                askThere(fresh.filter((secret) => secret.from !== undefined)),
                askInOrder(fresh.filter(({ from }) => from === undefined)),
            ]);
            return new Map(wanted.flatMap((secret) => {
                const finding = known.get(keyOf(secret));
                return finding === undefined ? [] : [[secret.name, finding]];
            }));
        },
        reachTarget(read) {
            readTarget = read;
        },
        async close() {
            await Promise.all([...opened.values()].map(async (provider) => provider.close?.()));
        },
    };
}
function openProvider(providers, name, context) {
    const kind = providers.find((provider) => provider.name === name);
    if (kind === undefined)
        throw new Error(`the registry has no secret provider ${name}`);
    return kind.open(context);
}
/** The same name may be asked for at a place and without one: for the authority's pair. */
function keyOf({ name, from }) {
    return from === undefined ? name : `${name} from ${(0,reference/* showReference */.nj)(from)}`;
}
/** An empty value is none: CI systems pass a secret that does not exist as an empty text. */
function toFinding(provider, answer) {
    if (answer.kind === 'failed')
        return { problem: answer.problem };
    if (answer.kind === 'unread')
        return { unread: answer.why, reference: answer.reference, provenance: { provider, where: answer.where } };
    if (answer.kind === 'absent' || answer.value.matches(/^$/))
        return undefined;
    const { value, where, version, reference } = answer;
    return {
        value,
        ...(reference === undefined ? {} : { reference }),
        provenance: {
            provider,
            ...(where === undefined ? {} : { where }),
            ...(version === undefined ? {} : { version }),
        },
    };
}
function notThere(name, from) {
    return {
        severity: 'error',
        code: 'SECRET_MISSING',
        message: `secret ${name} is not at ${(0,reference/* showReference */.nj)(from)}, or empty there`,
        hint: 'Put it there, or correct `from` in ci_cd.vault_secrets',
    };
}

;// CONCATENATED MODULE: ./build/js/commands/open-secrets.js



/** The places where this stack's secrets are; nobody is asked yet. Close it. */
function openSecrets(session, config, io) {
    return openSecretSource(registry/* secretProviders */.b7, {
        io,
        sources: config.secretSources ?? environmentOnly,
        folder: config.folder,
        identityToken: async (audience) => session.host.identityToken?.(audience),
    });
}
/**
 * For commands that show what others print: every value that can be had is masked from now on. Nothing is refused.
 *
 * @returns names of the secrets whose values are not known here.
 */
async function maskSecrets(session, plan, state) {
    for (const secret of Object.values(state?.generated ?? {}))
        session.io.redactor.add(secret);
    const found = await session.secretSource?.find(plan.secrets);
    return plan.secrets
        .filter(({ name, origin }) => {
        const finding = found?.get(name);
        // What nobody has and nobody made is nowhere.
        if (finding === undefined)
            return origin !== 'generated';
        return !('value' in finding) && (0,own/* ownOf */._)(state?.generated ?? {}, name) === undefined;
    })
        .map(({ name }) => name);
}
const environmentOnly = { providers: ['environment'], envFiles: [], vault: {}, aws: {}, kubernetes: {} };


/***/ }),

/***/ 58345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ showSources),
/* harmony export */   nj: () => (/* binding */ showReference)
/* harmony export */ });
/* unused harmony export showProvenance */
/** `vault:secret/data/mcp#jwt`, `command: op read …`: as the file says it. The words of a command may be long: its first ones. */
function showReference({ provider, at }) {
    if (typeof at === 'string')
        return `${provider}:${at}`;
    const [program = '', first] = at;
    return `${provider}: ${program}${first === undefined ? '' : ` ${first} …`}`;
}
/** name → where it came from, as a report has it. */
function showSources(provenance) {
    return Object.fromEntries(Object.entries(provenance).map(([name, from]) => [name, showProvenance(from)]));
}
/** `environment`, `vault:secret/data/mcp#jwt version 3`: one line for a report. */
function showProvenance({ provider, where, version }) {
    const place = where === undefined ? provider : `${provider}:${where}`;
    return version === undefined ? place : `${place} version ${version}`;
}


/***/ })

};
