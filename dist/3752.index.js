export const id = 3752;
export const ids = [3752];
export const modules = {

/***/ 60218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ inUseOf),
/* harmony export */   V: () => (/* binding */ inUseProblems)
/* harmony export */ });
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79906);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);


/** The stored certificate beside what was seen of it running: one word for all of its places. Undefined where nobody looked. Pure. */
function inUseOf({ component, kind, fingerprint }, seen, now) {
    const own = seen.filter((one) => one.component === component && one.kind === kind);
    if (own.length === 0)
        return undefined;
    const known = own.filter((one) => one.fingerprint !== undefined);
    const others = known
        .filter((one) => one.fingerprint !== fingerprint)
        .toSorted((a, b) => Date.parse(a.notAfter ?? '') - Date.parse(b.notAfter ?? ''));
    const [shown] = others.length > 0 ? others : known;
    if (shown === undefined) {
        const [first] = own;
        return { state: 'unreachable', message: first === undefined ? '' : `${first.at}: ${first.message ?? 'no answer'}` };
    }
    const places = others.map(({ at }) => at);
    const blind = own.filter((one) => one.fingerprint === undefined).map(({ at, message }) => `${at}: ${message ?? ''}`);
    const message = [...(places.length === 0 ? [] : [`at ${list(places)}`]), ...blind.slice(0, 1)].join('; ');
    return {
        state: others.length > 0 ? 'other' : 'same',
        ...(shown.fingerprint === undefined ? {} : { fingerprint: shown.fingerprint }),
        ...(shown.issuer === undefined ? {} : { issuer: shown.issuer }),
        ...(shown.notAfter === undefined
            ? {}
            : { notAfter: shown.notAfter, daysLeft: (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(new Date(shown.notAfter), now) }),
        ...(message === '' ? {} : { message }),
    };
}
/** What runs on another certificate than the stored one, and what could not be seen; the second is told once for each cause. */
function inUseProblems(rows, now) {
    const stale = rows.flatMap(({ component, inUse, kind }) => {
        if (inUse?.state !== 'other')
            return [];
        const { fingerprint, message, notAfter } = inUse;
        const end = notAfter === undefined ? undefined : new Date(notAfter);
        const ended = end !== undefined && end <= now;
        const which = `${fingerprint?.slice(0, 12) ?? '?'}${message === undefined ? '' : ` ${message}`}`;
        return [
            {
                severity: ended ? 'error' : 'warning',
                code: ended ? 'CERTIFICATE_EXPIRED' : 'CERTIFICATE_STALE',
                message: `${component} runs on another ${kind} certificate than the stored one (${which})${end === undefined ? '' : `, which ${(0,_match_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEnd */ .lA)(end, now)}`}`,
                hint: 'mcp-deploy deploy rolls it onto the stored one; where that finds nothing to do, restart it.',
            },
        ];
    });
    const causes = new Map();
    for (const { component, inUse } of rows) {
        if (inUse?.state !== 'unreachable')
            continue;
        const cause = inUse.message?.replace(/^[^ ]*: /, '') ?? 'no answer';
        causes.set(cause, [...(causes.get(cause) ?? []), component]);
    }
    const unseen = [...causes].map(([cause, components]) => ({
        severity: 'warning',
        code: 'VERIFY_INCONCLUSIVE',
        message: `the certificate in use was not seen: ${list(components)}: ${cause}`,
        hint: 'mcp-deploy verify says more; --stored-only looks at the stored certificates alone.',
    }));
    return { stale, unseen };
}
const shownNames = 5;
function list(names) {
    const more = names.length > shownNames ? ` and ${names.length - shownNames} more` : '';
    return `${names.slice(0, shownNames).join(', ')}${more}`;
}


/***/ }),

/***/ 62320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findCas),
/* harmony export */   c: () => (/* binding */ lifeOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84333);
/* harmony import */ var _way_up_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92200);




/** Every CA that the certificates trust or come through, once: when it ends, everything under it ends. */
function findCas(certificates) {
    const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem));
    const trusted = [...bundles].flatMap(_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .splitPem */ .Z1).map((pem) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem));
    const below = certificates.filter(({ chainPem }) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .splitPem */ .Z1)(chainPem).length > 1);
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .uniqueOf */ .L)([...trusted, ...below.flatMap((certificate) => (0,_way_up_js__WEBPACK_IMPORTED_MODULE_3__/* .wayUp */ .z)(certificate).intermediates)]);
}
/**
 * What a report tells of any certificate, a CA's too.
 *
 * @param end  Of a leaf: of what ends first on its way up.
 */
function lifeOf(certificate, now, end = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(certificate)) {
    return {
        issuer: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .showName */ .$i)(certificate.issuer),
        fingerprint: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(certificate),
        notAfter: end.toISOString(),
        daysLeft: (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(end, now),
    };
}


/***/ }),

/***/ 43009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ build),
  lB: () => (/* binding */ observe),
  iA: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/run-limited.js
var run_limited = __webpack_require__(23762);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
// EXTERNAL MODULE: ./build/js/build/repository-url.js
var repository_url = __webpack_require__(92117);
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
    const clone = (0,show_command/* showCommand */.T)({ program: 'git', args: ['clone', '--', (0,repository_url/* showRepository */.q)(source.repo), folder] });
    return `${clone} && git -C ${folder} checkout ${commit} && ${build}`;
}

// EXTERNAL MODULE: ./build/js/build/engine-store.js
var engine_store = __webpack_require__(75163);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
;// CONCATENATED MODULE: ./build/js/build/labels.js

/** Our own labels, beside those of the OCI image specification. */
const sourceKeyLabel = 'mcp-stack.dev/source-key';
const basesLabel = 'mcp-stack.dev/bases';
/** The labels every image of ours carries; without times, so that equal sources give equal labels. */
function imageLabels(facts) {
    const baseDigest = facts.finalBase === undefined ? undefined : facts.bases[facts.finalBase];
    return {
        'org.opencontainers.image.title': facts.component,
        ...(facts.repo === undefined ? {} : { 'org.opencontainers.image.source': (0,repository_url/* showRepository */.q)(facts.repo) }),
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

// EXTERNAL MODULE: ./build/js/build/identify-source.js + 1 modules
var identify_source = __webpack_require__(57200);
;// CONCATENATED MODULE: ./build/js/build/image-tasks.js
/** More images than these are looked up as one: a line for each that is merely there says nothing. */
const fewImages = 20;
/** A line for each image of a few; of many, one line for all that are there, and one for each that is built or fails. */
function createImageTasks(plans, progress) {
    const tasks = new Map();
    const open = (component) => {
        const task = tasks.get(component) ?? progress.task(component);
        tasks.set(component, task);
        return task;
    };
    if (plans.length <= fewImages) {
        for (const { component } of plans)
            open(component);
        return { of: open, found: (image) => open(image.component).done(describe(image)), lookedUp: () => undefined };
    }
    const all = progress.task(`${plans.length} images`);
    const counts = {};
    let looking = true;
    return {
        of: (component) => looking
            ? {
                update: (text) => all.update(`${component}: ${text}`),
                done: (text) => open(component).done(text),
                fail: (text) => open(component).fail(text),
            }
            : open(component),
        found(image) {
            const task = tasks.get(image.component);
            if (task !== undefined)
                task.done(describe(image));
            else
                counts[image.how] = (counts[image.how] ?? 0) + 1;
        },
        lookedUp() {
            looking = false;
            const parts = Object.entries(counts).map(([how, count]) => `${count} ${words[how]}`);
            all.done(parts.length === 0 ? 'none of them is there' : parts.join(', '));
        },
    };
}
const words = {
    reused: 'unchanged',
    resolved: 'resolved',
    unresolved: 'not resolved',
    pending: 'to be built',
    built: 'built',
};
function describe({ how, tag }) {
    if (how === 'resolved')
        return tag;
    return how === 'unresolved' ? `${tag} (${words.unresolved})` : words[how];
}

// EXTERNAL MODULE: ./build/js/build/buildx-builder.js
var buildx_builder = __webpack_require__(39391);
// EXTERNAL MODULE: ./build/js/build/layer-cache/find.js + 1 modules
var find = __webpack_require__(63936);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/js/build/layer-cache/local-folder.js


/** What every OCI layout has; BuildKit writes it last. */
const indexFile = 'index.json';
/** A folder of layers that a build may read; false where nothing was ever written. */
async function hasLayers(folder) {
    return (await (0,promises_.stat)((0,external_node_path_.join)(folder, indexFile)).catch(() => undefined)) !== undefined;
}
/**
 * A new empty folder beside the one of a scope. BuildKit only ever adds to a folder: written into the old one, layers that
 * nobody uses would pile up.
 *
 * @throws the system's error. BuildKit would fail the build for it, ignore-error or not.
 */
async function makeFreshFolder(cacheFolder, scope, unique) {
    const fresh = (0,external_node_path_.join)(cacheFolder, `.${scope}.${unique}.new`);
    await (0,promises_.mkdir)(fresh, { recursive: true, mode: 0o700 });
    return fresh;
}
/** Puts what was written in the place of what was there; false when nothing was written. */
async function swapFolder(fresh, folder) {
    if (!(await hasLayers(fresh))) {
        await (0,promises_.rm)(fresh, { recursive: true, force: true });
        return false;
    }
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.rename)(fresh, folder);
    return true;
}
/** What a killed run left is removed when it is this old. */
const abandonedMilliseconds = 24 * 3_600_000;
/** Removes the scopes that were not written for longest until all together keep to `maxBytes`; answers with their names. */
async function pruneFolders(cacheFolder, maxBytes, now) {
    const names = await (0,promises_.readdir)(cacheFolder);
    const found = await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(cacheFolder, name);
        const { mtimeMs } = await (0,promises_.stat)(path);
        return { name, path, mtimeMs, bytes: await bytesBelow(path) };
    }));
    const abandoned = found.filter(({ name, mtimeMs }) => name.startsWith('.') && now.getTime() - mtimeMs > abandonedMilliseconds);
    for (const { path } of abandoned)
        await (0,promises_.rm)(path, { recursive: true, force: true });
    const oldestFirst = found.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => a.mtimeMs - b.mtimeMs);
    let total = oldestFirst.reduce((sum, { bytes }) => sum + bytes, 0);
    const removed = [];
    for (const { name, path, bytes } of oldestFirst) {
        if (total <= maxBytes)
            break;
        await (0,promises_.rm)(path, { recursive: true, force: true });
        total -= bytes;
        removed.push(name);
    }
    return removed;
}
async function bytesBelow(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const sizes = await Promise.all(files.map(async (file) => (await (0,promises_.stat)((0,external_node_path_.join)(file.parentPath, file.name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}

;// CONCATENATED MODULE: ./build/js/build/layer-cache/local-cache.js


function openLocalCache(options, io) {
    const { folder: cacheFolder, maxBytes, store, writes } = options;
    const writing = new Map();
    const warn = (problem) => io.progress.problem(problem);
    return {
        async place(component, scope, sourceKey) {
            const folder = (0,external_node_path_.join)(cacheFolder, scope);
            // Layers of another processor are of no use, and a key is written only once.
            const prefix = `mcp-layers-${process.arch}-${scope}-`;
            const key = `${prefix}${sourceKey}`;
            // A step before this one in the same job has the newest.
            const restored = (await hasLayers(folder)) ? undefined : await store?.restore(folder, key, [prefix]);
            const from = (await hasLayers(folder)) ? { from: { type: 'local', folder } } : {};
            if (!writes)
                return from;
            try {
                const fresh = await makeFreshFolder(cacheFolder, scope, Buffer.from(io.random(6)).toString('hex'));
                writing.set(component, { scope, fresh, folder, key, restored });
                return { ...from, to: { type: 'local', folder: fresh } };
            }
            catch (error) {
                warn(unwritable(cacheFolder, error));
                return from;
            }
        },
        async close(built) {
            for (const [component, { fresh, folder, key, restored }] of writing) {
                try {
                    if (!built.includes(component))
                        await io.files.remove(fresh);
                    else if ((await swapFolder(fresh, folder)) && restored !== key)
                        await store?.save(folder, key);
                }
                catch (error) {
                    warn(unwritable(folder, error));
                }
            }
            if (writing.size === 0)
                return;
            try {
                const removed = await pruneFolders(cacheFolder, maxBytes, io.clock.now());
                if (removed.length > 0)
                    io.progress.line(`layer cache: over its size, removed ${removed.join(', ')}`);
            }
            catch (error) {
                warn(unwritable(cacheFolder, error));
            }
        },
    };
}
function unwritable(folder, error) {
    return {
        severity: 'warning',
        code: 'CACHE_UNUSABLE',
        message: `the layer cache in ${folder} could not be written: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'The images are built all the same; name a folder of yours: ci_cd.build.cache_dir',
    };
}

;// CONCATENATED MODULE: ./build/js/build/layer-cache/open.js




/** Chooses where layers are kept, says so in one line, and gives every job its own scope there. Does not throw: what fails is a warning. */
async function openLayerCache(jobs, builder, config, around, context) {
    const { io } = context;
    const wanted = { config, noCache: context.noCache, pushes: jobs.some((job) => job.push) };
    const { chosen, folder } = await (0,find/* findCache */.q)(wanted, builder.name, around, () => (0,buildx_builder/* inspectBuilder */.I)(context), io);
    io.progress.line(chosen.sentence);
    if (chosen.refused === true) {
        io.progress.problem(warning(`${chosen.sentence}, and ci_cd.build.cache asked for ${config.mode}`, otherBuilder));
    }
    const local = chosen.kind === 'local'
        ? openLocalCache({ folder, maxBytes: config.maxBytes, writes: chosen.writes, store: around.store }, io)
        : undefined;
    const placed = await Promise.all(jobs.map(async (job) => placeLayers(job, chosen, config, local)));
    return {
        jobs: placed,
        ...(chosen.kind === 'gha' && around.tokens !== undefined ? { tokens: around.tokens } : {}),
        async close(outcomes) {
            for (const failure of open_joinFailures(outcomes)) {
                io.progress.problem(warning(`the layer cache (${chosen.kind}) ${failure}`, builtAnyway));
            }
            await local?.close(outcomes.filter(({ ok }) => ok).map(({ component }) => component));
        },
    };
}
const otherBuilder = 'docker buildx create --name layers --driver docker-container, and ci_cd.build.builder: layers';
const builtAnyway = 'The image was built all the same; ci_cd.build.cache: off leaves the cache out';
/** Said once; the build goes on. */
function warning(message, hint) {
    return { severity: 'warning', code: 'CACHE_UNUSABLE', message, hint };
}
/** Each way of failing once, with the reason of the first image: a service that is away is away for all of them. */
function open_joinFailures(outcomes) {
    const found = new Map();
    for (const outcome of outcomes) {
        for (const { what, reason } of outcome.ok ? (outcome.cacheFailures ?? []) : []) {
            const same = found.get(what) ?? { reason, components: new Set() };
            found.set(what, same);
            same.components.add(outcome.component);
        }
    }
    return [...found].map(([what, { reason, components }]) => {
        const [first = '', ...others] = components;
        return `${what} for ${first}${others.length === 0 ? '' : ` and ${others.length} more`}: ${reason}`;
    });
}
async function placeLayers(job, { kind, reads, writes }, config, local) {
    if (local !== undefined)
        return { ...job, layers: await local.place(job.component, scopeOf(job), sourceKeyOf(job)) };
    const place = remotePlace(job, kind, config);
    if (place === undefined)
        return job;
    const layers = { ...(reads ? { from: place } : {}), ...(writes ? { to: place } : {}) };
    return { ...job, layers };
}
function remotePlace(job, kind, { ref }) {
    if (kind === 'gha')
        return { type: 'gha', scope: scopeOf(job) };
    if (kind !== 'registry')
        return undefined;
    if (ref !== undefined)
        return { type: 'registry', ref: `${ref}:${scopeOf(job)}` };
    return job.push ? { type: 'registry', ref: `${repositoryOf(job)}:cache` } : undefined;
}
/** `<stack>.<service>`: labels have no dots, so two images never share one. Good as a tag, a folder and a key. */
function scopeOf(job) {
    return repositoryOf(job).split('/').slice(-2).join('.');
}
function repositoryOf({ tags: [tag = ''] }) {
    return (0,image_reference/* nameOf */.Vb)(tag);
}
function sourceKeyOf({ tags: [tag = ''] }) {
    return tag.slice((0,image_reference/* nameOf */.Vb)(tag).length + 1);
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
    const path = await (0,identify_source/* checkSource */.As)(folder, source, stage.io);
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

// EXTERNAL MODULE: ./build/js/build/git-command.js
var git_command = __webpack_require__(27137);
// EXTERNAL MODULE: ./build/js/build/git-fetch.js
var git_fetch = __webpack_require__(56996);
// EXTERNAL MODULE: ./build/js/build/git-refs.js
var git_refs = __webpack_require__(73604);
// EXTERNAL MODULE: ./build/js/build/registry.js + 2 modules
var registry = __webpack_require__(62556);
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
    const caBundle = (0,run_limited/* askOnce */.R)((path) => (0,git_command/* writeCaBundle */.qA)(path, io));
    const settingsOf = async (repo) => {
        const transport = (0,repository_url/* checkRepository */.n)(repo, config.insecureRepos);
        return { transport, ...(caFile === undefined ? {} : { caBundle: await caBundle(caFile) }) };
    };
    const refs = (0,run_limited/* askOnce */.R)(async (repo) => (0,git_refs/* listRefs */.Dy)(repo, await settingsOf(repo), io));
    const clones = new Map();
    const checkOuts = new Map();
    return {
        request,
        options,
        io,
        registry: (0,registry/* openRegistry */.M)(io),
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
            (0,repository_url/* checkRepository */.n)(repo, config.insecureRepos);
            return (0,git_refs/* isCommit */.WM)(ref) ? ref : (0,git_refs/* chooseCommit */.jf)(await refs(repo), ref, repo);
        },
        async clone(repo, commit) {
            const settings = await settingsOf(repo);
            const key = `${repo}\n${commit}`;
            const clone = clones.get(key) ?? (0,git_fetch/* fetchCommit */.iH)(repo, commit, settings, io);
            clones.set(key, clone);
            return clone;
        },
        checkedOut(clone, submodules) {
            const known = checkOuts.get(clone.folder);
            // One after the other: an image with submodules may come after one without.
            const next = (known ?? Promise.resolve()).then(() => (0,git_fetch/* checkOut */.b$)(clone, submodules, io));
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
    const tasks = createImageTasks(request.images, io.progress);
    const taskOf = (component) => tasks.of(component);
    const lookUp = (plan) => attempt(plan, tasks, () => lookUpImage(plan, stage));
    let steps = await (0,run_limited/* runLimited */.O)(request.images, lookUpsAtOnce, lookUp);
    tasks.lookedUp();
    steps = await (0,run_limited/* runLimited */.O)(steps, fetchesAtOnce, async (step) => {
        if (step.kind !== 'missing')
            return step;
        taskOf(step.plan.component).update('fetching');
        return attempt(step.plan, tasks, () => fetchSource(step, stage));
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
    const identified = await (0,identify_source/* identifySource */.yK)(plan.source, stage);
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
    const second = await (0,identify_source/* treeKey */.W_)(source, clone, stage);
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
        cache: config.cache.mode !== 'off' && !stage.request.noCache,
        ...(config.builder === undefined ? {} : { builder: config.builder }),
        report: (component, line) => taskOf(component).update(line),
    };
    const builder = await chooseBuilder(builders, jobs, context);
    const { noCache } = stage.request;
    const cache = await openLayerCache(jobs, builder, config.cache, stage.options.layerCache, { ...context, noCache });
    const tokens = cache.tokens === undefined ? {} : { cacheTokens: cache.tokens };
    const built = await builder.build(cache.jobs, { ...context, ...tokens });
    await cache.close(built);
    const outcomes = new Map(built.map((outcome) => [outcome.component, outcome]));
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
        const { reference, seconds, cacheHits } = outcome;
        const hits = cacheHits === undefined ? '' : `, ${cacheHits.cached} of ${cacheHits.steps} steps from the cache`;
        task.done(`built in ${seconds.toFixed(1)} s${hits}`);
        const { key, commit } = step.identified;
        const image = { ...reusedImage(step.plan, key, reference, commit), how: 'built', seconds };
        return { kind: 'image', image: cacheHits === undefined ? image : { ...image, cacheHits } };
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
async function attempt(plan, tasks, work) {
    try {
        const step = await work();
        if (step.kind === 'image')
            tasks.found(step.image);
        return step;
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || ['INTERRUPTED', 'TERMINATED', 'BUG'].includes(error.code))
            throw error;
        tasks.of(plan.component).fail(error.message);
        return { kind: 'failed', problems: problemsOf(error, plan.component) };
    }
}

// EXTERNAL MODULE: ./build/js/plan/plan-rules.js
var plan_rules = __webpack_require__(85415);
// EXTERNAL MODULE: ./build/js/plan/plan-stack.js + 15 modules
var plan_stack = __webpack_require__(83024);
// EXTERNAL MODULE: ./build/js/registry.js + 162 modules
var js_registry = __webpack_require__(8950);
// EXTERNAL MODULE: ./build/js/render/templates.js
var render_templates = __webpack_require__(19116);
// EXTERNAL MODULE: ./build/js/commands/cache-surroundings.js
var cache_surroundings = __webpack_require__(81823);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/prepare.js








/** Commands that only look or remove: who deployed has seen the warnings. */
const quiet = ['certs check', 'destroy', 'history', 'logs', 'status', 'token', 'verify'];
/** Plans the stack and shows every warning of the config and the plan once. */
async function prepare(session, config) {
    const target = (0,js_registry/* chooseTarget */.bx)(config.deployment.type);
    const plan = (0,plan_stack/* planStack */.q)(config);
    if (!quiet.includes(session.command))
        (0,plan_stack/* refuseErrors */.S)((0,plan_rules/* planRules */.T)(plan));
    const { templates, problems } = await (0,render_templates/* loadTemplates */.K)(target.type, config.templatesDir, session.io);
    const all = [...config.problems, ...plan.problems, ...problems];
    const told = quiet.includes(session.command) ? all.filter(({ severity }) => severity === 'error') : all;
    // Notes are for who looks closer: validate, plan and --json show them.
    for (const problem of told)
        if (problem.severity !== 'note')
            session.io.progress.problem(problem);
    return { config, plan: { ...plan, problems: told }, target, templates };
}
/** Steps 4 and 5: reaches the target and looks at what runs there. */
async function observe(session, prepared) {
    return (0,commands_session/* timed */.J)(session, 'observe', `Looking at ${prepared.plan.stack.name}`, async () => {
        const connection = await prepared.target.connect(prepared.plan, session.io);
        session.io.progress.line(connection.description);
        session.secretSource?.reachTarget(connection.readSecret);
        try {
            return { connection, live: await connection.observe() };
        }
        catch (error) {
            // An open connection keeps a process of its own alive, and ours with it.
            await connection.close();
            throw error;
        }
    });
}
/** Step 6, first half. */
async function build(session, prepared, choice) {
    const { plan, config } = prepared;
    return (0,commands_session/* timed */.J)(session, 'build', choice.dry ? 'Looking up images' : 'Images', () => buildImages({
        images: chooseImages(plan, choice),
        dry: choice.dry,
        noCache: choice.noCache ?? false,
        requirePinned: choice.requirePinned ?? false,
        ...(choice.frozen === undefined ? {} : { frozen: liveImages(choice.frozen) }),
    }, {
        config: { ...config.build, cache: { ...config.build.cache, mode: choice.cache ?? config.build.cache.mode } },
        layerCache: (0,cache_surroundings/* cacheSurroundings */.w)(session),
        stack: plan.stack.name,
        target: plan.stack.target,
        builders: js_registry/* builders */.LX,
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
            message: '--frozen and certs rotate use the images of the live release, and there is none',
            hint: 'Deploy once: mcp-deploy deploy',
        });
    }
    return Object.fromEntries(release.components.map(({ name, image, revision }) => [
        name,
        { reference: image, ...(revision === undefined ? {} : { revision }) },
    ]));
}


/***/ }),

/***/ 65272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ reportCertificate),
/* harmony export */   N: () => (/* binding */ reportCertificates)
/* harmony export */ });
/* harmony import */ var _certificates_in_use_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60218);
/* harmony import */ var _certificates_match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79906);
/* harmony import */ var _certificates_profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77662);
/* harmony import */ var _certificates_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84333);
/* harmony import */ var _certificates_trusted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62320);
/* harmony import */ var _model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89125);






/** One leaf as a report tells it. */
function reportCertificate(entry, now) {
    const { request } = entry;
    const certificate = entry.certificate ?? entry.current;
    return {
        component: request.component,
        kind: request.kind,
        how: entry.how,
        ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        ...(certificate === undefined
            ? {}
            : {
                issuer: certificate.issuer,
                fingerprint: certificate.fingerprint,
                notAfter: certificate.notAfter,
                daysLeft: (0,_certificates_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .daysUntil */ .AQ)(new Date(certificate.notAfter), now),
            }),
    };
}
/**
 * Every leaf and every CA that they trust, and what is to be said of their ends.
 *
 * @param seen  What the running components use; undefined where nobody looked.
 */
function reportCertificates(outcome, now, seen) {
    const leaves = outcome.certificates.map((entry) => {
        const row = reportCertificate(entry, now);
        const inUse = seen === undefined ? undefined : (0,_certificates_in_use_js__WEBPACK_IMPORTED_MODULE_0__/* .inUseOf */ .M)(row, seen, now);
        return inUse === undefined ? row : { ...row, inUse };
    });
    const certificates = [...leaves, ...reportCas(outcome, now)];
    const told = outcome.problems.some(({ code }) => code === 'CERTIFICATE_EXPIRING');
    return {
        certificates,
        problems: [...(0,_certificates_in_use_js__WEBPACK_IMPORTED_MODULE_0__/* .inUseProblems */ .V)(leaves, now).stale, ...(told ? [] : soonProblems(certificates, now))],
    };
}
/** Every CA that the leaves trust or come through, once. It is not told how it came there: a leaf that is issued anew may keep its CA. */
function reportCas({ certificates }, now) {
    const known = certificates.flatMap((entry) => entry.certificate ?? entry.current ?? []);
    return (0,_certificates_trusted_js__WEBPACK_IMPORTED_MODULE_4__/* .findCas */ .J)(known).map((ca) => ({
        component: (0,_certificates_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .showName */ .$i)(ca.subject),
        kind: 'ca',
        how: 'trusted',
        ...(0,_certificates_trusted_js__WEBPACK_IMPORTED_MODULE_4__/* .lifeOf */ .c)(ca, now),
    }));
}
/** One warning for the first that ends, where that is soon. */
function soonProblems(certificates, now) {
    const [first, ...others] = (0,_model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__/* .endsOf */ .oI)(certificates).filter(({ daysLeft }) => daysLeft < _model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__/* .soonDays */ .dK);
    if (first === undefined)
        return [];
    const end = (0,_certificates_match_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .lA)(new Date(first.notAfter), now);
    const more = others.length === 0
        ? ''
        : `, and ${others.length} more ${others.length === 1 ? 'ends' : 'end'} within ${_model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__/* .soonDays */ .dK} days`;
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_EXPIRING',
            message: `the certificate of ${first.component} ${end}${more}`,
            hint: 'A deploy renews what is inside its window (certificates.renew_before_days); mcp-deploy certs check tells more.',
        },
    ];
}


/***/ }),

/***/ 19116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ loadTemplates)
/* harmony export */ });
/* unused harmony export templateNames */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


/** What gateway and plugins read is the same on every target; the files are beside Compose's. */
const sharedNames = ['plugins-config.yaml.hbs', 'sitecustomize.py'];
/** Every template a target has; users may override any of them by name. */
const templateNames = {
    compose: ['compose.yaml.hbs', ...sharedNames],
    kubernetes: [
        'namespace.yaml.hbs',
        'service-account.yaml.hbs',
        'config-map.yaml.hbs',
        'secret.yaml.hbs',
        'certificate.yaml.hbs',
        'deployment.yaml.hbs',
        'statefulset.yaml.hbs',
        'service.yaml.hbs',
        'network-policy.yaml.hbs',
        'pod-disruption-budget.yaml.hbs',
        'persistent-volume-claim.yaml.hbs',
        'ingress.yaml.hbs',
        'http-route.yaml.hbs',
        'route.yaml.hbs',
        ...sharedNames,
    ],
};
/**
 * Reads the built-in templates of a target and the user's overrides.
 *
 * @param folder  templates_dir, absolute: `compose.yaml.hbs` in it, or `compose/compose.yaml.hbs`.
 * @returns the templates, and a warning for every override that is older than ours or that nothing reads.
 */
async function loadTemplates(target, folder, io) {
    const names = templateNames[target];
    const builtIn = await builtInFolder(io);
    const overrides = folder === undefined ? new Map() : await findOverrides(folder, target, io);
    const problems = unknownNames(overrides, names, target);
    const templates = await Promise.all(names.map(async (name) => {
        const ours = readTemplate(await io.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(builtIn, folderOf(name, target), name)), false);
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
async function builtInFolder(io) {
    const candidates = ['templates', '../templates', '../../templates'].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(import.meta.dirname, path));
    for (const folder of candidates) {
        if (await io.files.exists((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'compose', 'compose.yaml.hbs')))
            return folder;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'TEMPLATE_INVALID',
        message: `the built-in templates are not beside the program (looked in ${candidates[0]})`,
        hint: 'The folder templates/ belongs beside dist/index.js: install the program again',
    });
}
function folderOf(name, target) {
    return sharedNames.includes(name) ? 'compose' : target;
}
async function findOverrides(folder, target, io) {
    const found = new Map();
    for (const place of [folder, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, target)]) {
        if (!(await io.files.exists(place)))
            continue;
        for (const name of await io.files.list(place)) {
            if (/\.(?:hbs|py)$/.test(name))
                found.set(name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place, name));
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
/** An override of another target's template is none of this one's business: an overlay may change the target. */
function unknownNames(found, names, target) {
    const known = new Set(Object.values(templateNames).flat());
    return [...found]
        .filter(([name]) => !known.has(name))
        .map(([, path]) => ({
        severity: 'warning',
        code: 'TEMPLATE_INVALID',
        message: `${path} overrides no template of ${target}`,
        hint: `Templates are: ${names.join(', ')}`,
        path: 'templates_dir',
    }));
}


/***/ })

};
