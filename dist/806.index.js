export const id = 806;
export const ids = [806,514,612,642];
export const modules = {

/***/ 59642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  hasWork: () => (/* binding */ hasWork)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/certificates/tree.js + 1 modules
var tree = __webpack_require__(57072);
// EXTERNAL MODULE: ./build/js/commands/failed-components.js
var failed_components = __webpack_require__(80269);
// EXTERNAL MODULE: ./build/js/commands/migration.js
var migration = __webpack_require__(47913);
// EXTERNAL MODULE: ./build/js/commands/prove.js + 8 modules
var prove = __webpack_require__(93473);
// EXTERNAL MODULE: ./build/js/commands/release.js
var commands_release = __webpack_require__(14316);
// EXTERNAL MODULE: ./build/js/commands/roll-back.js
var roll_back = __webpack_require__(64612);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/apply-draft.js








/** Step 9 and 10 under the lock: store, apply, prove, record; goes back when it fails. */
async function applyDraft(session, connection, made, target, options) {
    await runBefore(session, made);
    const draft = { ...made, state: await (0,migration/* noteDatabaseRevision */.dY)(connection, made) };
    // ca_storage: files. Written first, so that no leaf is in use whose CA's key is lost.
    if (draft.certificates.authorityForFiles !== undefined) {
        const problems = await (0,tree/* writeCertificateTree */.l)(draft.certificates, draft.plan.certificatePolicy, session.io);
        for (const problem of problems)
            session.io.progress.problem(problem);
    }
    const release = (0,commands_release/* newRelease */.Gj)(draft.bundle, draft.changes, draft.state, (0,commands_session/* runFacts */.pI)(session), draft.plan.config.digest);
    // Stored before anything is started: a run that is killed now finds its keys and secrets again.
    await connection.saveState((0,commands_release/* recordRelease */.ty)(draft.state, release));
    const outcome = await (0,commands_session/* timed */.J)(session, 'apply', 'Deploying', () => connection.apply({
        bundle: draft.bundle,
        changes: draft.changes,
        secrets: draft.secrets,
        certificates: draft.certificates.certificates.flatMap((entry) => entry.certificate ?? []),
        wait: options.wait,
        timeoutSeconds: options.timeoutSeconds,
    }));
    if (!outcome.ok)
        return goBack(session, connection, draft, target, release, (0,failed_components/* componentProblems */.g)(outcome), options);
    if (!options.verify || !options.wait)
        return finish(session, connection, draft, release, { status: 'succeeded', problems: [], seconds: outcome.seconds });
    const verification = await (0,prove/* prove */.z)(session, draft.plan, connection);
    const problems = (0,prove/* verificationProblems */.o)(verification);
    if (verification.outcome === 'failed' && draft.plan.deploy.rollBack) {
        await connection.keepEvidence();
        return { ...(await goBack(session, connection, draft, target, release, problems, options)), verification };
    }
    const status = verification.outcome === 'passed' ? 'succeeded' : 'unhealthy';
    return finish(session, connection, draft, release, { status, problems, verification, seconds: outcome.seconds });
}
async function finish(session, connection, draft, release, applied) {
    const live = { ...release, status: 'live', endedAt: session.io.clock.now().toISOString() };
    await connection.saveState((0,commands_release/* recordRelease */.ty)(draft.state, live));
    return { ...applied, release: live };
}
async function goBack(session, connection, draft, target, release, problems, options) {
    const failed = { ...release, status: 'failed', endedAt: session.io.clock.now().toISOString() };
    const state = (0,commands_release/* recordRelease */.ty)(draft.state, failed);
    const previous = (0,commands_release/* lastGoodRelease */.Ru)(draft.state, release.revision);
    if (previous === undefined || !draft.plan.deploy.rollBack) {
        await connection.saveState(state);
        return { status: 'failed', problems: [...problems, nothingBefore(previous)], release: failed };
    }
    const migrated = await (0,migration/* findMigration */.Ey)(connection, draft, previous);
    if (migrated !== undefined) {
        await connection.saveState(state);
        return { status: 'unhealthy', problems: [...problems, migrated], release: failed };
    }
    // A short --timeout is for what is new; what was live is given the time that it needs.
    const patience = Math.max(options.timeoutSeconds, draft.plan.deploy.timeoutSeconds);
    const undone = await (0,commands_session/* timed */.J)(session, 'roll back', `Rolling back to release ${previous.revision}`, async () => {
        try {
            const today = { ...draft, state };
            return (0,failed_components/* componentProblems */.g)(await (0,roll_back/* applyRelease */.Y)(session, connection, target, today, previous, patience));
        }
        catch (error) {
            // The release that failed is still what runs, and why it failed must be told too.
            if (error instanceof errors/* StackError */.L && error.code === 'ROLL_BACK_REFUSED')
                return error.problems;
            throw error;
        }
    });
    if (undone.length === 0) {
        const rolledBack = { ...failed, status: 'rolled-back' };
        await connection.saveState((0,commands_release/* recordRelease */.ty)(state, rolledBack));
        session.io.progress.line(`Release ${previous.revision} is live again; release ${release.revision} is not`);
        return { status: 'failed', problems, release: rolledBack };
    }
    await connection.saveState(state);
    return { status: 'unhealthy', problems: [...problems, ...(0,roll_back/* incompleteProblems */.h)(undone)], release: failed };
}
function nothingBefore(previous) {
    return {
        severity: 'note',
        code: 'CONFIG_NOTE',
        message: previous === undefined
            ? 'there is no release before this one to go back to; what failed is left for you to look at'
            : 'ci_cd.deploy.roll_back is false; what failed is left for you to look at',
        hint: 'mcp-deploy logs, then deploy again; mcp-deploy destroy removes it',
    };
}
/** ci_cd.deploy.before: a command, usually a backup, that must succeed before anything is changed. */
async function runBefore(session, draft) {
    const [program, ...args] = draft.plan.deploy.before ?? [];
    if (program === undefined)
        return;
    const task = session.io.progress.task('before');
    const { exitCode, stderr } = await session.io.run({ program, args, cwd: draft.plan.config.folder }, { log: 'before' });
    if (exitCode === 0)
        return task.done(`${program} done`);
    task.fail(`${program} ended with ${exitCode}`);
    throw new errors/* StackError */.L({
        code: 'COMMAND_FAILED',
        message: `ci_cd.deploy.before: ${program} ended with ${exitCode}: ${session.io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '')}`,
        hint: 'Nothing was changed. Its output is in deploy/logs/before.log',
    });
}

// EXTERNAL MODULE: ./build/js/commands/assemble-report.js
var assemble_report = __webpack_require__(37672);
// EXTERNAL MODULE: ./build/js/commands/draft.js + 16 modules
var commands_draft = __webpack_require__(1055);
// EXTERNAL MODULE: ./build/js/commands/frozen-plan.js
var frozen_plan = __webpack_require__(61203);
// EXTERNAL MODULE: ./build/js/commands/generate.js
var generate = __webpack_require__(89514);
// EXTERNAL MODULE: ./build/js/commands/prepare.js + 17 modules
var prepare = __webpack_require__(6411);
// EXTERNAL MODULE: ./build/js/commands/views/plan-view.js
var plan_view = __webpack_require__(70115);
;// CONCATENATED MODULE: ./build/js/commands/deploy.js











/** The whole line of DESIGN §1: from the config to a verified release. */
async function deploy(session, config, options) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const { connection, live } = await (0,prepare/* observe */.lB)(session, prepared);
    try {
        if (options.frozenPlan !== undefined)
            await refuseStale(session, prepared, live, options, options.frozenPlan);
        const images = await (0,prepare/* build */.jq)(session, prepared, {
            dry: options.dryRun || options.skipBuild,
            requirePinned: options.requirePinned,
            ...(options.frozen ? { frozen: live } : {}),
        });
        if (options.skipBuild && !options.dryRun)
            refusePending(images);
        const input = {
            ...prepared,
            live,
            images,
            dry: true,
            caFromEnv: options.caFromEnv,
            skipCertificates: options.skipCertificates,
        };
        const draft = await (0,commands_session/* timed */.J)(session, 'plan', 'Comparing', () => (0,commands_draft/* makeDraft */.K)(session, input));
        for (const line of (0,plan_view/* planLines */.H)(draft.changes))
            session.io.progress.line(line);
        if (options.output !== undefined && !options.dryRun)
            await (0,generate/* writeManifests */.u)(session, draft.bundle, options.output);
        if (options.dryRun)
            return (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, status: hasWork(draft) ? 'pending' : 'unchanged' });
        if (!hasWork(draft))
            return await reportUnchanged(session, prepared, connection, draft, options);
        for (const problem of draft.problems)
            session.io.progress.problem(problem);
        return await applyUnderLock(session, connection, input, options);
    }
    finally {
        await connection.close();
    }
}
/** --plan: makes the plan again, without building anything, and compares. @throws StackError PLAN_STALE */
async function refuseStale(session, prepared, live, options, frozen) {
    (0,frozen_plan.checkConfig)(frozen, prepared.plan);
    const images = await (0,prepare/* build */.jq)(session, prepared, { dry: true, requirePinned: options.requirePinned });
    const draft = await (0,commands_draft/* makeDraft */.K)(session, { ...prepared, live, images, dry: true, caFromEnv: options.caFromEnv });
    (0,frozen_plan.checkFences)(frozen, draft, session.io.clock.now());
}
/** Whether anything would be done. */
function hasWork(draft) {
    return draft.changes.some((change) => change.action !== 'unchanged');
}
async function applyUnderLock(session, connection, input, options) {
    const lock = await connection.lock('deploy', options.timeoutSeconds);
    try {
        // Somebody may have deployed between the first look and the lock.
        const live = await connection.observe();
        if (options.frozenPlan !== undefined)
            (0,frozen_plan.checkLive)(options.frozenPlan, live);
        const draft = await (0,commands_session/* timed */.J)(session, 'certificates', 'Certificates', () => (0,commands_draft/* makeDraft */.K)(session, { ...input, live, dry: false }));
        const made = Object.keys(draft.secrets.generated).filter((name) => !Object.hasOwn(live.state.generated, name));
        if (made.length > 0)
            session.io.progress.line(`generated, and kept with the stack: ${made.sort().join(', ')}`);
        const applied = await applyDraft(session, connection, draft, input.target, options);
        return await (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, ...applied });
    }
    finally {
        await lock.release();
    }
}
async function reportUnchanged(session, prepared, connection, draft, options) {
    const release = await completeRelease(session, connection, draft);
    const applied = { status: 'unchanged', problems: [], ...(release === undefined ? {} : { release }) };
    if (!options.verify)
        return (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, ...applied });
    const verification = await (0,prove/* prove */.z)(session, prepared.plan, connection);
    const healthy = verification.outcome === 'passed';
    return (0,assemble_report/* assembleReport */.xr)(session, {
        draft,
        connection,
        ...applied,
        status: healthy ? 'unchanged' : 'unhealthy',
        verification,
        problems: (0,prove/* verificationProblems */.o)(verification),
    });
}
/** A run that was killed between its last wave and its record left a release that is applied but not called live. */
async function completeRelease(session, connection, draft) {
    const last = draft.live.state.releases.at(-1);
    if (last?.status !== 'applying' || !isWhatRuns(last, draft))
        return undefined;
    const lock = await connection.lock('deploy', draft.plan.deploy.timeoutSeconds);
    try {
        const { state } = await connection.observe();
        const current = state.releases.at(-1);
        if (current?.revision !== last.revision || current.status !== 'applying')
            return undefined;
        const endedAt = session.io.clock.now().toISOString();
        const release = { ...current, status: 'live', endedAt };
        await connection.saveState((0,commands_release/* recordRelease */.ty)(state, release));
        return release;
    }
    finally {
        await lock.release();
    }
}
/** Nothing is to be done, so the draft's hashes are those that run; a release that never came so far has others. */
function isWhatRuns(release, draft) {
    const hashes = (components) => components
        .map(({ service, hash }) => `${service} ${hash}`)
        .sort()
        .join('\n');
    return hashes(release.components) === hashes(draft.bundle.components);
}
function refusePending(images) {
    const missing = images.filter((image) => image.how === 'pending');
    if (missing.length === 0)
        return;
    throw new errors/* StackError */.L({
        code: 'IMAGE_NOT_FOUND',
        message: `--skip-build, but these images are not built yet: ${missing.map((image) => image.tag).join(', ')}`,
        hint: 'Build them first: mcp-deploy build',
    });
}


/***/ }),

/***/ 80269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ componentProblems)
/* harmony export */ });
/** One problem per component that did not come up, with its last words. */
function componentProblems(outcome) {
    if (outcome.ok)
        return [];
    return outcome.failures.map((failure) => ({
        severity: 'error',
        code: 'COMPONENT_FAILED',
        message: `${failure.component} (${failure.service}): ${failure.reason}`,
        hint: failure.hint,
        ...(failure.lastLog.length === 0 ? {} : { frame: failure.lastLog.map((line) => `  | ${line}`).join('\n') }),
    }));
}


/***/ }),

/***/ 61203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkConfig: () => (/* binding */ checkConfig),
/* harmony export */   checkFences: () => (/* binding */ checkFences),
/* harmony export */   checkLive: () => (/* binding */ checkLive),
/* harmony export */   freezePlan: () => (/* binding */ freezePlan),
/* harmony export */   parseFrozenPlan: () => (/* binding */ parseFrozenPlan),
/* harmony export */   refuseForeignFile: () => (/* binding */ refuseForeignFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75503);
/* harmony import */ var _model_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67360);



/** Freezes a draft. */
function freezePlan(draft, createdAt) {
    const { plan, live } = draft;
    return {
        apiVersion: 'mcp-stack-deploy/v1',
        kind: 'Plan',
        toolVersion: _model_version_js__WEBPACK_IMPORTED_MODULE_1__/* .toolVersion */ .f,
        createdAt: createdAt.toISOString(),
        stack: {
            name: plan.stack.name,
            target: plan.stack.target,
            ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
        },
        configDigest: plan.config.digest,
        liveRevision: revisionOf(live),
        live: hashesOf(live),
        images: draft.images.map((image) => ({
            component: image.component,
            source: image.sourceKey ?? ((0,_model_pending_js__WEBPACK_IMPORTED_MODULE_2__/* .isPending */ .m)(image.reference) ? image.reference.key : image.reference),
            ...(image.revision === undefined ? {} : { revision: image.revision }),
        })),
        certificates: draft.certificates.certificates.map((entry) => ({
            component: entry.request.component,
            how: entry.how,
            ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        })),
        changes: draft.changes.map(({ component, action }) => ({ component, action })),
    };
}
/** Reads a frozen plan. @throws StackError PLAN_STALE when the text is not one of ours or of a newer version. */
function parseFrozenPlan(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw notAPlan(file, cause);
    }
    const plan = value;
    if (plan?.apiVersion !== 'mcp-stack-deploy/v1' || plan.kind !== 'Plan' || !Array.isArray(plan.images)) {
        throw notAPlan(file, undefined);
    }
    return plan;
}
function notAPlan(file, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'PLAN_STALE',
        message: `${file} is not a plan of mcp-stack-deploy/v1`,
        hint: 'Name a file that mcp-deploy plan -o has written',
        cause,
    });
}
/** A plan may replace a plan, and no other file. @throws StackError USAGE */
async function refuseForeignFile(session, file) {
    const { files } = session.io;
    if (!(await files.exists(file)))
        return;
    try {
        parseFrozenPlan(await files.read(file), file);
    }
    catch (cause) {
        const hint = 'Name another file, e.g. -o plan.json';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'USAGE', message: `${file} is there already, and no plan`, hint, cause });
    }
}
/** Refuses to act when anything the plan was made from has moved. @throws StackError PLAN_STALE naming every fence. */
function checkFences(frozen, draft, now) {
    const current = freezePlan(draft, now);
    const moved = [];
    const compare = (fence, before, after) => {
        if (JSON.stringify(before) !== JSON.stringify(after))
            moved.push(fence);
    };
    compare('the stack', frozen.stack, current.stack);
    compare('the configuration', frozen.configDigest, current.configDigest);
    compare(`the live release (${frozen.liveRevision}, now ${current.liveRevision})`, frozen.liveRevision, current.liveRevision);
    compare('what runs now', frozen.live, current.live);
    for (const image of current.images) {
        const before = frozen.images.find((entry) => entry.component === image.component);
        compare(`the source of ${image.component} (${before?.source ?? 'none'}, now ${image.source})`, before?.source, image.source);
    }
    compare('the changes', frozen.changes, current.changes);
    const ageHours = (now.getTime() - new Date(frozen.createdAt).getTime()) / 3_600_000;
    if (!(ageHours < maxAgeHours))
        moved.push(`its age (${Math.round(ageHours)} hours, ${maxAgeHours} at most)`);
    if (moved.length === 0)
        return;
    throw stale(moved);
}
/** The fences that need no look at anything: what is asked for is still what was planned. @throws StackError PLAN_STALE */
function checkConfig(frozen, plan) {
    const moved = [
        ...(frozen.stack.name === plan.stack.name && frozen.stack.target === plan.stack.target ? [] : ['the stack']),
        ...(frozen.configDigest === plan.config.digest ? [] : ['the configuration']),
    ];
    if (moved.length > 0)
        throw stale(moved);
}
/** Under the lock: nobody deployed since the plan was compared. @throws StackError PLAN_STALE */
function checkLive(frozen, live) {
    const same = JSON.stringify(hashesOf(live)) === JSON.stringify(frozen.live);
    if (!same || revisionOf(live) !== frozen.liveRevision)
        throw stale(['what runs now']);
}
function hashesOf(live) {
    return Object.fromEntries(live.components.map((component) => [component.service, component.hash ?? 'foreign']));
}
function revisionOf(live) {
    return live.state.releases.at(-1)?.revision ?? 0;
}
function stale(moved) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'PLAN_STALE',
        message: `the plan does not hold any more: ${moved.join(', ')} changed since it was made`,
        hint: 'Make a new plan and have it approved: mcp-deploy plan -o plan.json',
    });
}
/** A week: an approval older than that was given for another world. */
const maxAgeHours = 168;


/***/ }),

/***/ 89514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   generate: () => (/* binding */ generate),
/* harmony export */   u: () => (/* binding */ writeManifests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37672);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1055);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6411);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39045);
/* harmony import */ var _without_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23507);







/** `generate -o DIR`: writes the manifests for people to read; builds and issues nothing, works without a reachable target. */
async function generate(session, config, folder, requirePinned) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .prepare */ .iA)(session, config);
    (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .refusePlannedOnly */ .HU)(prepared.target);
    const { connection, live } = await (0,_without_target_js__WEBPACK_IMPORTED_MODULE_5__/* .observeOrNothing */ .B)(session, prepared);
    await connection?.close();
    const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .build */ .jq)(session, prepared, { dry: true, requirePinned });
    const draft = await (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .timed */ .J)(session, 'render', 'Rendering', () => (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .makeDraft */ .K)(session, { ...prepared, live, images, dry: true }));
    await writeManifests(session, draft.bundle, folder);
    const now = session.io.clock.now();
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyReport */ ._O)(session),
        images: images.map(_assemble_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportImage */ .o7),
        certificates: draft.certificates.certificates.map((entry) => (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportCertificate */ .Kh)(entry, now)),
        problems: prepared.plan.problems,
        next: `The files hold no secret value; to deploy: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'deploy')}`,
    };
}
/** Writes the bundle's text; no secret value is in it. */
async function writeManifests(session, bundle, folder) {
    const { files } = session.io;
    for (const file of bundle.files) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file.path);
        if ((await files.exists(path)) && !isOurs(await files.read(path))) {
            const hint = 'Choose another folder: -o DIR';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'USAGE', message: `${path} is there already, and we did not write it`, hint });
        }
        await files.write(path, file.text, 0o644);
        session.io.progress.line(`wrote  ${path}`);
    }
}
/** Every generated file says so in its first lines. */
function isOurs(text) {
    return text.slice(0, 500).includes('mcp-stack-deploy');
}


/***/ }),

/***/ 47913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ refuseMigrated),
/* harmony export */   Ey: () => (/* binding */ findMigration),
/* harmony export */   dY: () => (/* binding */ noteDatabaseRevision)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14316);


// A gateway migrates its database when it starts, and an older one does not know the newer revision.
/**
 * Before a deploy that brings another gateway image: asks where the database stands, and notes it with every release of the
 * image that runs now, for whoever wants to go back to one of them. Other deploys ask nothing.
 */
async function noteDatabaseRevision(connection, draft) {
    const { state } = draft;
    const left = gatewayImage((0,_release_js__WEBPACK_IMPORTED_MODULE_1__/* .lastGoodRelease */ .Ru)(state));
    if (left === undefined || left === gatewayImage(draft.bundle) || left !== runningImage(draft.live))
        return state;
    const databaseRevision = await connection.databaseRevision();
    if (databaseRevision === undefined)
        return state;
    const releases = state.releases.map((release) => gatewayImage(release) === left ? { ...release, databaseRevision } : release);
    return { ...state, releases };
}
/** After a deploy that failed: what to tell when the database is not any more what `previous` ran with. */
async function findMigration(connection, draft, previous) {
    const before = previous.databaseRevision;
    if (before === undefined)
        return undefined;
    const now = await connection.databaseRevision(draft);
    if (!isMigrated(before, now))
        return undefined;
    const backup = draft.plan.deploy.before;
    const { file } = draft.plan.config;
    const kept = backup === undefined ? '' : ' (ci_cd.deploy.before ran first)';
    return {
        severity: 'error',
        code: 'DATABASE_MIGRATED',
        message: `the gateway's database was migrated from ${before.revision} to ${now.revision}, which the gateway of release ` +
            `${previous.revision} does not know: nothing was rolled back`,
        hint: `Mend the cause and go on: mcp-deploy deploy ${file}; or stop the gateway, restore the database's backup${kept}, and go back: ` +
            `mcp-deploy rollback ${file} --to ${previous.revision}`,
    };
}
/**
 * Before a roll-back by hand to a release with another gateway image than the one that runs.
 *
 * @throws StackError ROLL_BACK_REFUSED when the database was migrated since that release ran.
 */
async function refuseMigrated(connection, wanted, live, input) {
    const before = wanted.databaseRevision;
    if (before === undefined || gatewayImage(wanted) === runningImage(live))
        return;
    const now = await connection.databaseRevision(input);
    if (!isMigrated(before, now))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'ROLL_BACK_REFUSED',
        message: `release ${wanted.revision} ran with the gateway's database at ${before.revision}, and that is at ${now.revision} now, ` +
            'which its gateway may not know',
        hint: "Stop the gateway and restore the database's backup first; or, where you know that they go together: " +
            `mcp-deploy rollback --to ${wanted.revision} --force`,
    });
}
/** Another database is not a migrated one. */
function isMigrated(before, now) {
    return now !== undefined && now.database === before.database && now.revision !== before.revision;
}
function gatewayImage(of) {
    const image = of?.components.find(({ role }) => role === 'gateway')?.image;
    return typeof image === 'string' ? image : undefined;
}
function runningImage(live) {
    return live.components.find(({ role }) => role === 'gateway')?.image;
}


/***/ }),

/***/ 90806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37672);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59642);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1055);
/* harmony import */ var _frozen_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61203);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6411);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39045);






/** `plan`: everything up to the changes; no clone, no image, no key, no write but the file that was asked for. */
async function plan(session, config, options) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .observe */ .lB)(session, prepared);
    try {
        const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .build */ .jq)(session, prepared, { dry: true, requirePinned: options.requirePinned });
        const draft = await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .timed */ .J)(session, 'plan', 'Comparing', () => (0,_draft_js__WEBPACK_IMPORTED_MODULE_2__/* .makeDraft */ .K)(session, { ...prepared, live, images, dry: true }));
        if (options.output !== undefined) {
            await (0,_frozen_plan_js__WEBPACK_IMPORTED_MODULE_3__.refuseForeignFile)(session, options.output);
            const frozen = (0,_frozen_plan_js__WEBPACK_IMPORTED_MODULE_3__.freezePlan)(draft, session.io.clock.now());
            await session.io.files.write(options.output, `${JSON.stringify(frozen, null, 2)}\n`, 0o644);
        }
        const work = (0,_deploy_js__WEBPACK_IMPORTED_MODULE_1__.hasWork)(draft);
        const report = await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_0__/* .assembleReport */ .xr)(session, { draft, connection, status: work ? 'pending' : 'unchanged' });
        return { ...report, exitCode: work && options.exitCode ? 3 : 0 };
    }
    finally {
        await connection.close();
    }
}


/***/ }),

/***/ 64612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ applyRelease),
/* harmony export */   h: () => (/* binding */ incompleteProblems),
/* harmony export */   rollBack: () => (/* binding */ rollBack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90904);
/* harmony import */ var _secrets_resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64683);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37672);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1055);
/* harmony import */ var _failed_components_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(80269);
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47913);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6411);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93473);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14316);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39045);











/** Applies a stored release with today's secrets and certificates; observes first, so it works from any half-way point. */
async function applyRelease(session, connection, target, today, release, timeoutSeconds) {
    const { state } = today;
    const { bundle, secrets } = await restoreRelease(session, target, today, release);
    const live = await connection.observe();
    const changes = target.diff(bundle, live);
    const outcome = await connection.apply({
        bundle,
        changes,
        secrets,
        certificates: state.certificates,
        wait: true,
        timeoutSeconds,
    });
    return { ...outcome, changes };
}
/** The release's bundle, with secrets and certificates of today. @throws StackError ROLL_BACK_REFUSED when a secret is gone. */
async function restoreRelease(session, target, today, release) {
    const secrets = await secretsOf(session, release, today.plan, today.state);
    return { bundle: target.bundleOf(release, today.state), secrets };
}
/** What the release refers to may not be in the config any more: it is asked for all the same. */
async function secretsOf(session, release, plan, state) {
    const known = new Set(plan.secrets.map(({ name }) => name));
    const parts = Object.entries(release.variables).flatMap(([variable, value]) => value.parts.flatMap((part) => (part.kind === 'reference' ? [{ name: part.secret, variable }] : [])));
    const forgotten = [...new Set(parts.map(({ name }) => name))].filter((name) => !known.has(name));
    const requests = forgotten.map((name) => {
        const usedBy = [`release ${release.revision}`];
        const origin = Object.hasOwn(state.generated, name) ? 'generated' : 'declared';
        return { name, origin, opensVolume: false, usedBy };
    });
    const { generated, hashKey } = state;
    try {
        const options = { providers: _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .secretProviders */ .b7, generated, hashKey, dry: true };
        return await (0,_secrets_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveSecrets */ .M)([...plan.secrets, ...requests], options, session.io);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L) || error.code !== 'SECRET_MISSING')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'ROLL_BACK_REFUSED',
            message: `release ${release.revision} needs secrets that are not here: ${error.message}`,
            hint: error.hint,
            cause: error,
        });
    }
}
/** `rollback [--to N]`: the release before the live one, or the one that is named, becomes a new release. */
async function rollBack(session, config, options) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_6__/* .prepare */ .iA)(session, config);
    const { connection, live: first } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_6__/* .observe */ .lB)(session, prepared);
    try {
        chooseRelease(first.state, options.to);
        const lock = await connection.lock('rollback', options.timeoutSeconds);
        try {
            // Somebody may have deployed between the first look and the lock.
            const live = await connection.observe();
            const wanted = chooseRelease(live.state, options.to);
            const restored = await restoreRelease(session, prepared.target, { ...prepared, state: live.state }, wanted);
            await refuseMissing(connection, wanted, restored.bundle);
            if (!options.force)
                await (0,_migration_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseMigrated */ .EY)(connection, wanted, live, restored);
            const draft = await (0,_draft_js__WEBPACK_IMPORTED_MODULE_4__/* .makeDraft */ .K)(session, { ...prepared, live, images: liveImages(wanted), dry: true });
            const outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .timed */ .J)(session, 'roll back', `Rolling back to release ${wanted.revision}`, () => applyRelease(session, connection, prepared.target, { ...draft, state: live.state }, wanted, options.timeoutSeconds));
            const summary = `rolled back to release ${wanted.revision}: ${(0,_release_js__WEBPACK_IMPORTED_MODULE_8__/* .summarise */ .fS)(outcome.changes)}`;
            const { runUrl: _url, commit: _commit, ...kept } = wanted;
            const facts = (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .runFacts */ .pI)(session);
            const release = {
                ...kept,
                revision: (live.state.releases.at(-1)?.revision ?? 0) + 1,
                status: outcome.ok ? 'live' : 'failed',
                startedAt: facts.startedAt,
                endedAt: session.io.clock.now().toISOString(),
                actor: facts.actor,
                summary,
            };
            await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_8__/* .recordRelease */ .ty)(live.state, release));
            const shown = { ...draft, changes: outcome.changes };
            if (!outcome.ok) {
                return await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_3__/* .assembleReport */ .xr)(session, {
                    draft: shown,
                    connection,
                    status: 'unhealthy',
                    problems: incompleteProblems((0,_failed_components_js__WEBPACK_IMPORTED_MODULE_10__/* .componentProblems */ .g)(outcome)),
                    release,
                });
            }
            if (!options.verify)
                return await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_3__/* .assembleReport */ .xr)(session, { draft: shown, connection, status: 'succeeded', release });
            // The config may list other plugins than the release: what is proven is what the release runs.
            const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_7__/* .prove */ .z)(session, planOf(prepared.plan, wanted), connection);
            return await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_3__/* .assembleReport */ .xr)(session, {
                draft: shown,
                connection,
                release,
                verification,
                status: verification.outcome === 'passed' ? 'succeeded' : 'unhealthy',
                problems: (0,_prove_js__WEBPACK_IMPORTED_MODULE_7__/* .verificationProblems */ .o)(verification),
            });
        }
        finally {
            await lock.release();
        }
    }
    finally {
        await connection.close();
    }
}
/** The same, of a roll-back that did not come to its end: exit 4, since something new is live. */
function incompleteProblems(problems) {
    return problems.map((problem) => ({ ...problem, code: 'ROLL_BACK_INCOMPLETE' }));
}
/** @throws StackError ROLL_BACK_REFUSED when there is nothing to go back to. */
function chooseRelease(state, to) {
    const live = state.releases.findLast((release) => release.status === 'live');
    const release = to === undefined
        ? (0,_release_js__WEBPACK_IMPORTED_MODULE_8__/* .lastGoodRelease */ .Ru)(state, live?.revision ?? Number.POSITIVE_INFINITY)
        : state.releases.find((entry) => entry.revision === to);
    if (release !== undefined && release.status !== 'failed' && release.status !== 'applying')
        return release;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'ROLL_BACK_REFUSED',
        message: to === undefined
            ? 'there is no earlier release that was live'
            : `release ${to} ${release === undefined ? 'is not in the history' : `was never live (${release.status})`}`,
        hint: 'mcp-deploy history lists the releases',
    });
}
/** @throws StackError ROLL_BACK_REFUSED naming every component whose image cannot be had any more. */
async function refuseMissing(connection, release, bundle) {
    const gone = await connection.fetchImages(bundle);
    if (gone.length === 0)
        return;
    const source = release.commit === undefined ? 'its sources' : `commit ${release.commit}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'ROLL_BACK_REFUSED',
        message: `release ${release.revision} cannot be brought back: ${gone.map(describeGone).join('; ')}`,
        hint: `Nothing was changed. Deploy ${source} again, or choose another release: mcp-deploy history`,
    });
}
const describeGone = ({ component, reason }) => `${component}: ${reason}`;
function liveImages(release) {
    return release.components.map(({ name, image, tag }) => ({
        component: name,
        reference: image,
        tag,
        how: 'reused',
        seconds: 0,
    }));
}
function planOf(plan, release) {
    const names = release.components.map((component) => component.name);
    return { ...plan, plugins: plan.plugins.filter((plugin) => names.includes(plugin.name)) };
}


/***/ }),

/***/ 23507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ observeOrNothing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10390);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6411);



const unreachable = ['ENGINE_UNREACHABLE', 'TOOL_MISSING'];
/**
 * What runs now, or an empty stack when the target does not answer: `certs` and `generate` work with files alone, and a
 * line says so.
 */
async function observeOrNothing(session, prepared) {
    try {
        return await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .lB)(session, prepared);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L) || !unreachable.includes(error.code))
            throw error;
        session.io.progress.line(`The target does not answer (${error.message}); going on with files alone`);
        return { live: emptyLive(prepared.plan.stack.name) };
    }
}
function emptyLive(stack) {
    return {
        components: [],
        contents: [],
        state: {
            schema: 1,
            stack,
            hashKey: new _model_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z('hash key', ''),
            certificates: [],
            generated: {},
            releases: [],
            fresh: true,
        },
    };
}


/***/ })

};
