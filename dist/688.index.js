export const id = 688;
export const ids = [688,5013];
export const modules = {

/***/ 51137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ findPlatforms)
/* harmony export */ });
/* harmony import */ var _model_run_limited_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23762);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66788);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62556);



const lookUpsAtOnce = 8;
/** Asks the registries what images run on; an image that only an engine has, and a registry that is silent, say nothing. */
function findPlatforms(io) {
    const registry = (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .openRegistry */ .M)(io);
    return async (references) => {
        const found = await (0,_model_run_limited_js__WEBPACK_IMPORTED_MODULE_1__/* .runLimited */ .O)([...new Set(references)], lookUpsAtOnce, async (reference) => {
            const parsed = reference.startsWith('sha256:') ? undefined : (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(reference);
            return [reference, parsed === undefined ? [] : await registry.platforms(parsed)];
        });
        return new Map(found.filter(([, platforms]) => platforms.length > 0));
    };
}


/***/ }),

/***/ 10688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  reportPlanned: () => (/* binding */ reportPlanned)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/change.js
var change = __webpack_require__(63466);
// EXTERNAL MODULE: ./build/js/model/run-limited.js
var run_limited = __webpack_require__(23762);
// EXTERNAL MODULE: ./build/js/secrets/reference.js
var reference = __webpack_require__(58345);
// EXTERNAL MODULE: ./build/js/commands/ask-secrets.js
var ask_secrets = __webpack_require__(69272);
// EXTERNAL MODULE: ./build/js/commands/assemble-report.js
var assemble_report = __webpack_require__(37672);
// EXTERNAL MODULE: ./build/js/commands/frozen-plan.js + 1 modules
var frozen_plan = __webpack_require__(86867);
// EXTERNAL MODULE: ./build/js/commands/generate.js
var generate = __webpack_require__(89514);
// EXTERNAL MODULE: ./build/js/model/cert-manager.js
var cert_manager = __webpack_require__(36118);
// EXTERNAL MODULE: ./build/js/commands/draft.js + 2 modules
var commands_draft = __webpack_require__(2177);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/issue-on-target.js



/**
 * Under the lock, and before anything that mounts them is rendered: where the target has its certificates made and keeps them
 * (cert-manager), what is missing, broken or asked for otherwise is asked for now. Then the target is looked at again.
 *
 * @param before  What has to succeed before anything is changed.
 * @throws StackError AUTHORITY_FAILED with the authority's last words.
 */
async function issueOnTarget(session, connection, { connection: _examines, ...input }, timeoutSeconds, before) {
    const { live, plan, skipCertificates } = input;
    if (plan.certificatePolicy.issuer === undefined || skipCertificates === true)
        return { live };
    const draft = await (0,commands_draft.makeDraft)(session, { ...input, dry: true });
    const reasons = new Map(draft.certificates.certificates.flatMap(({ how, reason = 'missing', request }) => how === 'pending' ? [[request.component, reason]] : []));
    const objects = chooseAsked(draft, live, reasons);
    if (objects.length === 0)
        return { live };
    await before();
    await (0,commands_session/* timed */.J)(session, 'certificates', `Certificates of ${plan.certificatePolicy.authority}`, async () => connection.issueCertificates?.(objects, timeoutSeconds));
    return { live: await connection.observe(), made: reasons };
}
/** What is pending, and what patches or templates ask otherwise than what is there. */
function chooseAsked({ bundle }, live, pending) {
    const there = new Map(live.kubernetes?.objects.map(({ hash, key }) => [key, hash]));
    const components = new Set(bundle.components.map(({ name }) => name));
    const asked = (bundle.kubernetes?.objects ?? []).filter((object) => (0,cert_manager/* isCertificate */.Yn)(object) && components.has(object.component));
    return asked.filter(({ component, hash, key }) => pending.has(component) || there.get(key) !== hash);
}

// EXTERNAL MODULE: ./build/js/build/image-platforms.js
var image_platforms = __webpack_require__(51137);
// EXTERNAL MODULE: ./build/js/commands/obstacles.js
var obstacles = __webpack_require__(36451);
// EXTERNAL MODULE: ./build/js/commands/source-facts.js
var source_facts = __webpack_require__(92722);
;// CONCATENATED MODULE: ./build/js/commands/look-ahead.js




/** What would end a deploy that has something to do half-way, all at once: rights, platforms, images; an older commit. */
async function lookAhead(session, connection, draft, permissions) {
    if (!(0,change/* hasWork */.O)(draft))
        return [];
    const [older, found] = await Promise.all([
        findOlder(session, draft, permissions),
        connection.preflight(draft.bundle, draft.changes, (0,image_platforms/* findPlatforms */.q)(session.io), draft.live),
    ]);
    return [...older, ...found];
}
/** The same commit is fine, and so is an older one of which somebody said so. */
async function findOlder(session, { live, plan }, permissions) {
    const release = live.state.releases.findLast(({ status }) => status === 'live');
    const older = await (0,source_facts/* findOlderCommit */.T)(session, plan.config.folder, release);
    return older === undefined ? [] : (0,obstacles/* permit */.eL)([older], permissions);
}

// EXTERNAL MODULE: ./build/js/commands/note-roll-over.js
var note_roll_over = __webpack_require__(79552);
// EXTERNAL MODULE: ./build/js/model/certificate.js
var certificate = __webpack_require__(80427);
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 6 modules
var certificate_state = __webpack_require__(95096);
;// CONCATENATED MODULE: ./build/js/commands/phases.js



/**
 * Each phase of a change of CAs is a release of its own; the next one begins when the one before is proven. The phase is stored
 * before anything of it is started, so a run that was killed is continued by any later deploy.
 *
 * @param done     The first deploy of this run, whatever phase it was in.
 * @param deployIn  Deploys again, with this order.
 */
async function goThroughPhases(session, connection, done, options, deployIn) {
    let { report, phase } = done;
    while (phase !== undefined) {
        if (!isProven(report, options))
            return { ...report, problems: [...report.problems, standsIn(session, phase)] };
        if (phase === 'drop') {
            await endRollOver(session, connection, options);
            break;
        }
        const next = await deployIn({ kind: 'advance', from: phase });
        report = joinReports(report, next.report);
        // Never the same phase twice in one run, whoever changes what meanwhile.
        if (next.phase !== undefined && !isLater(next.phase, phase))
            return { ...report, problems: [...report.problems, standsIn(session, phase)] };
        phase = next.phase;
    }
    return report;
}
/**
 * A phase in which nothing that runs becomes another (a CA renewed with its key, a change that turns back before it had signed)
 * is kept with the stack like any other: the one after it begins from there. Under the lock.
 */
async function keepPhase(session, connection, { certificates, live, plan }) {
    await connection.saveState((0,certificate_state/* withCertificates */.fN)(session, { plan }, live, certificates));
}
/** Another phase than the one that is stored. */
function isNewPhase({ certificates: { rollOver }, live }) {
    return rollOver !== undefined && JSON.stringify(rollOver) !== JSON.stringify(live.state.rollOver);
}
/** What was approved as a frozen plan was one phase. */
function isProven({ status, verification }, { frozenPlan }) {
    const done = status === 'succeeded' || status === 'unchanged';
    return done && verification?.outcome === 'passed' && frozenPlan === undefined;
}
/** Nothing is left of the old CA but this note. */
async function endRollOver(session, connection, options) {
    const lock = await connection.lock('certs rotate', options.timeoutSeconds);
    try {
        const { state } = await connection.observe();
        const { rollOver, ...rest } = state;
        if (rollOver?.phase === 'drop')
            await connection.saveState(rest);
        session.io.progress.line('The CA has rolled over: nothing trusts the old one any more');
    }
    finally {
        await lock.release();
    }
}
function isLater(next, before) {
    return certificate/* rollOverPhases */.O.indexOf(next) > certificate/* rollOverPhases */.O.indexOf(before);
}
/** The last one, with what the ones before issued and changed. */
function joinReports(before, after) {
    const issued = new Map(before.certificates.map((row) => [row.component, row]));
    const certificates = after.certificates.map((row) => {
        const earlier = issued.get(row.component);
        if (row.how !== 'kept' || earlier === undefined || earlier.how === 'kept')
            return row;
        return { ...row, how: earlier.how, ...(earlier.reason === undefined ? {} : { reason: earlier.reason }) };
    });
    if (after.status !== 'unchanged')
        return { ...after, certificates };
    return { ...after, certificates, changes: before.changes, status: before.status };
}
function standsIn(session, phase) {
    return {
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: `${(0,note_roll_over/* phaseTitle */.ez)(phase)}; this run goes no further: the phase has to be verified, and the new CA at hand`,
        hint: `To go on: ${(0,note_roll_over/* rotateCa */.wo)(session)}`,
    };
}

// EXTERNAL MODULE: ./build/js/commands/prepare.js + 11 modules
var prepare = __webpack_require__(43009);
// EXTERNAL MODULE: ./build/js/commands/inventory.js
var commands_inventory = __webpack_require__(48085);
// EXTERNAL MODULE: ./build/js/commands/release.js
var commands_release = __webpack_require__(14316);
// EXTERNAL MODULE: ./build/js/commands/still-live.js
var still_live = __webpack_require__(32222);
;// CONCATENATED MODULE: ./build/js/commands/complete-release.js



/**
 * A release that is applied and not called live: its run was killed between the last wave and the record, or ended as failed
 * (a time-out, nothing undone) and the pods came later. It is called live when all pods are there; whoever calls has waited
 * for them. One that failed is not, where it has just been proven not to work.
 */
async function completeRelease(session, connection, draft, target, verification) {
    const last = draft.live.state.releases.at(-1);
    if (last?.status !== 'applying' && last?.status !== 'failed')
        return undefined;
    if (!isWhatRuns(last, draft) || (last.status === 'failed' && verification?.outcome === 'failed'))
        return undefined;
    if (draft.live.components.some(({ readiness }) => readiness !== 'ready'))
        return undefined;
    const lock = await connection.lock('deploy', draft.plan.deploy.timeoutSeconds);
    try {
        const { state } = await connection.observe();
        const current = state.releases.at(-1);
        if (current?.revision !== last.revision || current.status !== last.status)
            return undefined;
        const endedAt = session.io.clock.now().toISOString();
        const inventory = target.inventoryOf?.(draft.bundle, draft.live);
        const release = (0,commands_inventory/* withInventory */.nE)({ ...current, status: 'live', endedAt }, inventory);
        await connection.saveState((0,commands_release/* recordRelease */.ty)(state, release));
        return release;
    }
    finally {
        await lock.release();
    }
}
/** Nothing is to be done, so the draft's hashes are those that run; a release that never came so far has others. */
function isWhatRuns(release, draft) {
    return (0,still_live/* areSameWorkloads */.VP)(release.components, draft.bundle.components) && (0,commands_inventory/* listsSame */.gN)(release, draft.bundle);
}

// EXTERNAL MODULE: ./build/js/commands/prove.js + 5 modules
var prove = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/js/commands/settle.js
var settle = __webpack_require__(25810);
;// CONCATENATED MODULE: ./build/js/commands/report-unchanged.js




/** Nothing is to be done; but a run that was killed may have left pods on their way, and they are waited for. */
async function reportUnchanged(session, prepared, connection, made, options) {
    const { live, unready } = options.wait
        ? await (0,settle/* letSettle */.h)(session, connection, made.live, options.timeoutSeconds)
        : { live: made.live, unready: [] };
    const draft = { ...made, live };
    if (unready.length > 0) {
        return (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, status: 'unhealthy', problems: unready });
    }
    const verification = options.verify ? await (0,prove/* prove */.z)(session, prepared.plan, connection) : undefined;
    const release = await completeRelease(session, connection, draft, prepared.target, verification);
    const found = { draft, connection, ...(release === undefined ? {} : { release }) };
    if (verification === undefined)
        return (0,assemble_report/* assembleReport */.xr)(session, { ...found, status: 'unchanged' });
    const status = verification.outcome === 'passed' ? 'unchanged' : 'unhealthy';
    return (0,assemble_report/* assembleReport */.xr)(session, { ...found, status, verification, problems: (0,prove/* verificationProblems */.o)(verification) });
}

// EXTERNAL MODULE: ./build/js/commands/request-signatures.js + 1 modules
var request_signatures = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/js/commands/run-before.js
var run_before = __webpack_require__(98170);
// EXTERNAL MODULE: ./build/js/commands/views/plan-view.js
var plan_view = __webpack_require__(70115);
// EXTERNAL MODULE: ./build/js/commands/views/secrets-view.js
var secrets_view = __webpack_require__(18663);
// EXTERNAL MODULE: ./build/js/commands/warm-up.js
var warm_up = __webpack_require__(46436);
;// CONCATENATED MODULE: ./build/js/commands/deploy.js





















/** The whole line of DESIGN §1: from the config to a verified release. */
async function deploy(session, config, options) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const [{ connection, live }] = await Promise.all([(0,prepare/* observe */.lB)(session, prepared), (0,warm_up/* warmUp */.l)()]);
    try {
        if (options.frozenPlan !== undefined) {
            await refuseStale(session, { ...prepared, connection }, live, options, options.frozenPlan);
        }
        await (0,ask_secrets/* askSecrets */.$U)(session, prepared.plan, live, options);
        const images = await (0,prepare/* build */.jq)(session, prepared, {
            dry: options.dryRun || options.skipBuild,
            requirePinned: options.requirePinned,
            ...(options.frozen ? { frozen: live } : {}),
            ...(options.cache === undefined ? {} : { cache: options.cache }),
        });
        // --frozen looks nothing up: its images are those that run.
        if (options.frozenPlan !== undefined && !options.frozen)
            (0,frozen_plan.checkImages)(options.frozenPlan, images);
        if (options.skipBuild && !options.dryRun)
            refusePending(images);
        const input = {
            ...prepared,
            connection,
            live,
            images,
            dry: true,
            ...signerOf(options),
            skipCertificates: options.skipCertificates,
            permissions: options.permissions,
            ...(options.renew === undefined ? {} : { renew: options.renew }),
            ...(options.rollOver === undefined ? {} : { rollOver: options.rollOver }),
        };
        const done = await deployOnce(session, prepared, input, options);
        return await goThroughPhases(session, connection, done, options, async (order) => deployOnce(session, prepared, { ...input, live: await connection.observe(), rollOver: order }, options));
    }
    finally {
        await connection.close();
    }
}
/** Steps 6 to 11: what came of it, and the change of CAs it was a phase of. */
async function deployOnce(session, prepared, input, options) {
    const { connection } = input;
    const { makeDraft } = await (0,warm_up/* warmUp */.l)();
    let draft = await (0,commands_session/* timed */.J)(session, 'plan', 'Comparing', () => makeDraft(session, input));
    const { rollOver } = draft.certificates;
    if (rollOver !== undefined)
        session.io.progress.step((0,note_roll_over/* phaseTitle */.ez)(rollOver.phase));
    for (const line of (0,plan_view/* planLines */.H)(draft.changes))
        session.io.progress.line(line);
    for (const line of (0,plan_view/* objectLines */.T)(draft.changes))
        session.io.progress.detail(line);
    for (const line of (0,secrets_view/* secretLines */._)((0,reference/* showSources */.A)(draft.secrets.provenance)))
        session.io.progress.detail(line);
    if (options.output !== undefined && !options.dryRun) {
        await (0,generate/* writeManifests */.uP)(session, draft.bundle, options.output, (0,generate/* inputsOf */.Vc)(prepared.config));
    }
    if (options.dryRun)
        return { report: await reportPlanned(session, connection, draft, options.permissions) };
    (0,obstacles/* refuseObstacles */.TZ)([...draft.obstacles, ...(0,obstacles/* unsignedOf */.nK)(draft.certificates)]);
    if (!options.skipCertificates) {
        const asked = await (0,request_signatures/* requestSignatures */.HB)(session, prepared, connection, draft, options);
        if (asked?.blocked === true)
            return { report: await reportWaiting(session, connection, draft, asked) };
        if (asked?.live !== undefined)
            draft = await makeDraft(session, { ...input, live: asked.live });
    }
    if (!(0,change/* hasWork */.O)(draft) && !isNewPhase(draft)) {
        const report = await reportUnchanged(session, prepared, connection, draft, options);
        // What a killed run had asked of the engine is still done: a container that ran at the first look may have been stopped since.
        const again = report.status === 'unhealthy' ? await redraft(session, input) : draft;
        if (!(0,change/* hasWork */.O)(again))
            return withPhase(report, draft);
        session.io.progress.line('What runs has changed since this run looked; what is to be done now:');
        for (const line of (0,plan_view/* planLines */.H)(again.changes))
            session.io.progress.line(line);
        draft = again;
    }
    const ahead = [...draft.obstacles, ...(await lookAhead(session, connection, draft, options.permissions))];
    (0,obstacles/* refuseObstacles */.TZ)(ahead);
    for (const problem of [...draft.problems, ...ahead])
        session.io.progress.problem(problem);
    return await applyUnderLock(session, connection, input, options, { draft, ahead });
}
async function redraft(session, input) {
    const { makeDraft } = await (0,warm_up/* warmUp */.l)();
    return makeDraft(session, { ...input, live: await input.connection.observe() });
}
function withPhase(report, { certificates: { rollOver } }) {
    return { report, ...(rollOver === undefined ? {} : { phase: rollOver.phase }) };
}
/** Nothing is deployed before a signer outside has answered. */
async function reportWaiting(session, connection, draft, { next }) {
    return { ...(await (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, status: 'pending' })), exitCode: 3, next };
}
function signerOf({ caFromEnv, externalPki }) {
    return { caFromEnv, externalPki };
}
/** --plan: makes the plan again, without building anything, and compares. @throws StackError PLAN_STALE */
async function refuseStale(session, prepared, live, options, frozen) {
    (0,frozen_plan.checkConfig)(frozen, prepared.plan);
    const images = await (0,prepare/* build */.jq)(session, prepared, { dry: true, requirePinned: options.requirePinned });
    const { makeDraft } = await (0,warm_up/* warmUp */.l)();
    const draft = await makeDraft(session, { ...prepared, live, images, dry: true, ...signerOf(options) });
    (0,frozen_plan.checkFences)(frozen, draft, session.io.clock.now());
}
/** What `plan` and `deploy --dry-run` tell: what would be done, and what a deploy would be refused for. */
async function reportPlanned(session, connection, draft, permissions) {
    const problems = [...draft.obstacles, ...(0,obstacles/* asWarnings */.EX)(await lookAhead(session, connection, draft, permissions))];
    const refused = draft.obstacles.some(({ severity }) => severity === 'error');
    const status = refused ? 'failed' : (0,change/* hasWork */.O)(draft) ? 'pending' : 'unchanged';
    const report = await (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, status, problems });
    return refused ? { ...report, next: `When that is mended: ${(0,commands_session/* commandLine */.ay)(session, session.command)}` } : report;
}
async function applyUnderLock(session, connection, input, options, { draft: shown, ahead }) {
    const [{ makeDraft }, { applyDraft }] = await Promise.all([(0,warm_up/* warmUp */.l)(), Promise.all(/* import() */[__webpack_require__.e(7128), __webpack_require__.e(7623)]).then(__webpack_require__.bind(__webpack_require__, 7623))]);
    const lock = await connection.lock('deploy', options.timeoutSeconds);
    try {
        // Somebody may have deployed between the first look and the lock.
        const seen = await connection.observe();
        if (options.frozenPlan !== undefined)
            (0,frozen_plan.checkLive)(options.frozenPlan, seen);
        if (shown.live.state.releases.length > 0 && seen.state.releases.length === 0)
            throw goneMeanwhile(session);
        // Once, ahead of the first write, whichever that is.
        const onlyOnce = (0,run_limited/* askOnce */.R)(() => (0,run_before/* runBefore */.R)(session, input.plan));
        const before = () => onlyOnce('');
        const asked = { ...input, live: seen };
        const issued = await issueOnTarget(session, connection, asked, options.timeoutSeconds, before);
        const { live } = issued;
        const draft = await (0,commands_session/* timed */.J)(session, 'certificates', 'Certificates', () => makeDraft(session, { ...input, ...issued, dry: false }));
        if (!(0,change/* hasWork */.O)(draft)) {
            if (isNewPhase(draft))
                await keepPhase(session, connection, draft);
            // Who calls a killed run's release live takes the lock for itself.
            await lock.release();
            return withPhase(await reportUnchanged(session, input, connection, draft, options), draft);
        }
        if (outline(draft) !== outline(shown)) {
            session.io.progress.line(isSameRelease(shown.live, live) ? 'Now it is:' : 'Somebody deployed meanwhile; what is left to do:');
            for (const line of (0,plan_view/* planLines */.H)(draft.changes))
                session.io.progress.line(line);
        }
        const older = await findOlder(session, draft, options.permissions);
        (0,obstacles/* refuseObstacles */.TZ)([...draft.obstacles, ...older]);
        const made = Object.keys(draft.secrets.generated).filter((name) => !Object.hasOwn(live.state.generated, name));
        if (made.length > 0)
            session.io.progress.line(`generated, and kept with the stack: ${made.sort().join(', ')}`);
        const applied = await applyDraft(session, connection, draft, input.target, options, before);
        const problems = [...ahead, ...applied.problems];
        return withPhase(await (0,assemble_report/* assembleReport */.xr)(session, { draft, connection, ...applied, problems }), draft);
    }
    finally {
        await lock.release();
    }
}
function outline({ changes }) {
    return JSON.stringify(changes.map(({ service, action }) => [service, action]));
}
/** What differs all the same is by what this run made or was answered since. */
function isSameRelease(one, other) {
    return one.state.releases.at(-1)?.revision === other.state.releases.at(-1)?.revision;
}
function goneMeanwhile(session) {
    return new errors/* StackError */.L({
        code: 'PLAN_STALE',
        message: 'the stack was removed by somebody else while this run waited for its lock: nothing was deployed',
        hint: `To make it anew: ${(0,commands_session/* commandLine */.ay)(session, 'deploy')}`,
    });
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
/* harmony export */   X: () => (/* binding */ unreadyProblems),
/* harmony export */   g: () => (/* binding */ componentProblems)
/* harmony export */ });
/** One problem per component that did not come up, with its last words and its events. */
function componentProblems(outcome) {
    if (outcome.ok)
        return [];
    return outcome.failures.map((failure) => ({
        severity: 'error',
        code: 'COMPONENT_FAILED',
        message: `${failure.component} (${failure.service}): ${failure.reason}`,
        hint: failure.hint,
        ...(failure.lastLog.length === 0 ? {} : { frame: failure.lastLog.map((line) => `  | ${line}`).join('\n') }),
        ...(failure.events === undefined ? {} : { events: failure.events }),
    }));
}
/** What runs as it should be and is not ready, after all the waiting: live, but not healthy. */
function unreadyProblems(live, timeoutSeconds) {
    return live.components
        .filter(({ readiness }) => readiness !== 'ready')
        .map(({ component, message, readiness, service }) => {
        const waited = readiness === 'progressing' ? `; not ready after ${timeoutSeconds} seconds` : '';
        const name = component === undefined || component === service ? service : `${component} (${service})`;
        return {
            severity: 'error',
            code: 'VERIFY_FAILED',
            message: `${name}: ${message}${waited}`,
            hint: `mcp-deploy logs${readiness === 'progressing' ? ', or give it longer with --timeout' : ''}`,
        };
    });
}


/***/ }),

/***/ 89704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findRunning)
/* harmony export */ });
/**
 * What runs of a planned component, what serves first. Its service says it, but where a plugin's revisions run beside each
 * other (`rolling: parallel`) each has a service of its own, and only the name is the plan's.
 */
function findRunning({ components, state }, { name, role, service }) {
    const release = state.releases.findLast(({ status }) => status === 'live');
    const serving = release?.components.find((component) => component.name === name)?.service;
    const own = components.filter((live) => live.service === service || (live.component === name && (live.role ?? role) === role));
    return own.toSorted((a, b) => Number(b.service === serving) - Number(a.service === serving));
}


/***/ }),

/***/ 86867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkConfig: () => (/* binding */ checkConfig),
  checkFences: () => (/* binding */ checkFences),
  checkImages: () => (/* binding */ checkImages),
  checkLive: () => (/* binding */ checkLive),
  freezePlan: () => (/* binding */ freezePlan),
  parseFrozenPlan: () => (/* binding */ parseFrozenPlan),
  writeFrozenPlan: () => (/* binding */ writeFrozenPlan)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/model/version.js
var version = __webpack_require__(67360);
;// CONCATENATED MODULE: ./build/js/commands/moved-changes.js
/** What is told of a long list. */
const shown = 3;
/** What two lists of changes differ in, in words: `gateway: update, now unchanged; Namespace/x was to be created and is there now`. */
function movedChanges(before, now) {
    const names = [...new Set([...before, ...now].map(({ component }) => component))];
    const moved = names.flatMap((name) => {
        const [planned, current] = [actionsOf(before, name), actionsOf(now, name)];
        return planned === current ? [] : [describe(name, planned, current)];
    });
    if (moved.length === 0)
        return 'their order';
    const more = moved.length > shown ? [`${moved.length - shown} more`] : [];
    return [...moved.slice(0, shown), ...more].join('; ');
}
/** `rolling: parallel` makes a plugin in one place and removes it from another: two changes of one name. */
const actionsOf = (changes, name) => changes
    .filter(({ component }) => component === name)
    .map(({ action }) => action)
    .sort()
    .join(' and ');
function describe(name, planned, current) {
    // An object without a component (a Namespace) is in no list when nothing is to be done with it.
    const isThere = current === 'unchanged' || current === 'update' || (current === '' && name.includes('/'));
    if (planned === 'create' && isThere)
        return `${name} was to be created and is there now`;
    if (planned === 'delete' && current === '')
        return `${name} was to be removed and is gone now`;
    return `${name}: ${planned || 'not in the plan'}, now ${current || 'none'}`;
}

;// CONCATENATED MODULE: ./build/js/commands/frozen-plan.js





/** Freezes a draft. */
function freezePlan(draft, createdAt) {
    const { plan, live } = draft;
    return {
        apiVersion: 'mcp-stack-deploy/v1',
        kind: 'Plan',
        toolVersion: version/* toolVersion */.f,
        createdAt: createdAt.toISOString(),
        stack: {
            name: plan.stack.name,
            target: plan.stack.target,
            ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
        },
        configDigest: plan.config.digest,
        liveRevision: revisionOf(live),
        live: hashesOf(live),
        ...(live.kubernetes === undefined ? {} : { objects: versionsOf(live.kubernetes) }),
        ...(live.state.fresh ? {} : { wanted: wantedOf(draft) }),
        images: draft.images.map((image) => ({
            component: image.component,
            source: sourceOf(image),
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
    return new errors/* StackError */.L({
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
        throw new errors/* StackError */.L({ code: 'USAGE', message: `${file} is there already, and no plan`, hint, cause });
    }
}
/** Writes a plan where it was asked for; none that holds a secret, for no deploy will do it. @throws StackError USAGE */
async function writeFrozenPlan(session, draft, file) {
    if (draft.obstacles.some(({ code, severity }) => severity === 'error' && code === 'SECRET_LEAKED'))
        return;
    await refuseForeignFile(session, file);
    const frozen = freezePlan(draft, session.io.clock.now());
    await session.io.files.write(file, `${JSON.stringify(frozen, null, 2)}\n`, 0o644);
    session.io.progress.line(`wrote ${file}`);
}
/** Refuses to act when anything the plan was made from has moved. @throws StackError PLAN_STALE naming every fence. */
function checkFences(frozen, draft, now) {
    const { live } = draft;
    const current = freezePlan(draft, now);
    const moved = [];
    const compare = (fence, before, after) => {
        if (JSON.stringify(before) !== JSON.stringify(after))
            moved.push(fence);
    };
    compare('the stack', frozen.stack, current.stack);
    compare('the configuration', frozen.configDigest, current.configDigest);
    compare(`the live release (${frozen.liveRevision}, now ${current.liveRevision})`, frozen.liveRevision, current.liveRevision);
    moved.push(...movedLive(frozen, live));
    for (const [service, hash] of Object.entries(frozen.wanted ?? {})) {
        const shall = draft.bundle.components.find((component) => component.service === service);
        compare(`what ${service} shall be (a secret's value, a template)`, hash, shall?.hash);
    }
    moved.push(...movedImages(frozen, draft.images));
    compare(`the changes (${movedChanges(frozen.changes, current.changes)})`, frozen.changes, current.changes);
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
/** What was built is what was planned: a branch or a tag may have moved since the fences were checked. @throws StackError PLAN_STALE */
function checkImages(frozen, images) {
    const moved = movedImages(frozen, images);
    if (moved.length > 0)
        throw stale(moved);
}
/** Under the lock: nobody deployed since the plan was compared. @throws StackError PLAN_STALE */
function checkLive(frozen, live) {
    const moved = [
        ...(revisionOf(live) === frozen.liveRevision ? [] : [`the live release (now ${revisionOf(live)})`]),
        ...movedLive(frozen, live),
    ];
    if (moved.length > 0)
        throw stale(moved);
}
function movedImages(frozen, images) {
    return images.flatMap((image) => {
        const before = frozen.images.find(({ component }) => component === image.component)?.source;
        const now = sourceOf(image);
        return before === now ? [] : [`the source of ${image.component} (${before ?? 'none'}, now ${now})`];
    });
}
function sourceOf({ reference, sourceKey }) {
    return sourceKey ?? ((0,pending/* isPending */.m)(reference) ? reference.key : reference);
}
/** What is not any more as it was: objects by name where the target has objects. */
function movedLive(frozen, live) {
    const same = JSON.stringify(hashesOf(live)) === JSON.stringify(frozen.live);
    const before = frozen.objects ?? {};
    const now = live.kubernetes === undefined ? {} : versionsOf(live.kubernetes);
    const objects = [...new Set([...Object.keys(before), ...Object.keys(now)])]
        .filter((object) => before[object] !== now[object])
        .map((object) => `the live object ${object}`);
    return same || objects.length > 0 ? objects : ['what runs now'];
}
function hashesOf(live) {
    return Object.fromEntries(live.components.map((component) => [component.service, component.hash ?? 'foreign']));
}
/**
 * The generation moves with the specification, the resource version with the status too; so a claim, whose status moves by
 * itself, is known by its uid. Our own records move with everything we do; the release number stands for them.
 */
function versionsOf({ objects }) {
    const contentNamed = new Set(['ConfigMap', 'Secret']);
    const own = Object.values(kubernetes/* stateNames */.U0);
    const versions = objects
        .filter(({ name }) => !own.includes(name))
        .map(({ generation, kind, name, resourceVersion, uid }) => {
        if (contentNamed.has(kind))
            return [`${kind}/${name}`, 'there'];
        if (kind === 'PersistentVolumeClaim')
            return [`${kind}/${name}`, uid];
        return [`${kind}/${name}`, generation === undefined ? resourceVersion : String(generation)];
    });
    return Object.fromEntries(versions.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
function wantedOf({ bundle }) {
    const complete = bundle.components.filter(({ pending }) => pending.length === 0);
    return Object.fromEntries(complete.map(({ hash, service }) => [service, hash]));
}
function revisionOf(live) {
    return live.state.releases.at(-1)?.revision ?? 0;
}
function stale(moved) {
    return new errors/* StackError */.L({
        code: 'PLAN_STALE',
        message: `the plan does not hold any more: ${moved.join(', ')} changed since it was made`,
        hint: 'Make a new plan and have it approved: mcp-deploy plan -o plan.json',
    });
}
/** A week: an approval older than that was given for another world. */
const maxAgeHours = 168;


/***/ }),

/***/ 75013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ stackReport),
/* harmony export */   bs: () => (/* binding */ waitUntilReady),
/* harmony export */   status: () => (/* binding */ status),
/* harmony export */   tb: () => (/* binding */ withStack),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37672);
/* harmony import */ var _find_running_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89704);
/* harmony import */ var _gateway_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96913);
/* harmony import */ var _open_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82567);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43009);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64339);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39045);








/** Runs `work` on the connected stack and closes the connection whatever happens. */
async function withStack(session, config, work) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .lB)(session, prepared);
    try {
        return await work({ plan: prepared.plan, connection, live });
    }
    finally {
        await connection.close();
    }
}
/** `status`: what runs, of which release; exit 4 when something is not ready. */
function status(session, config) {
    return withStack(session, config, async ({ plan, connection, live }) => ({
        ...stackReport(session, plan, connection, live),
        ...judge(session, plan, live),
    }));
}
/** `verify`: waits for readiness when asked, then asks the running stack. */
function verify(session, config, options) {
    return withStack(session, config, async ({ plan, connection, live: first }) => {
        if (first.components.length === 0)
            throw notDeployed(session, plan);
        const live = options.wait ? await waitUntilReady(session, connection, first, options.timeoutSeconds) : first;
        await (0,_open_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecrets */ .Q)(session, plan, live.state);
        const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_4__/* .prove */ .z)(session, plan, connection);
        const healthy = verification.outcome === 'passed';
        return {
            ...stackReport(session, plan, connection, live),
            verification,
            problems: (0,_prove_js__WEBPACK_IMPORTED_MODULE_4__/* .verificationProblems */ .o)(verification),
            status: healthy ? 'succeeded' : 'unhealthy',
            exitCode: healthy ? 0 : 4,
            next: healthy ? (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlace */ .d)(plan) : (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'logs'),
        };
    });
}
/** Looks until nothing is on its way any more, or for as long as is given. */
async function waitUntilReady(session, connection, first, timeoutSeconds) {
    const end = session.io.clock.now().getTime() + timeoutSeconds * 1000;
    let live = first;
    while (live.components.some((component) => component.readiness === 'progressing')) {
        if (session.io.clock.now().getTime() > end || session.io.signal.aborted)
            return live;
        await session.io.clock.sleep(500, session.io.signal);
        live = { ...live, components: await connection.components() };
    }
    return live;
}
function judge(session, plan, live) {
    if (live.components.length === 0)
        return {
            status: 'pending',
            exitCode: 0,
            next: `Nothing is deployed; to do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'deploy')}`,
        };
    const expected = [plan.gateway, ...plan.plugins, ...plan.infrastructure];
    const missing = expected.some((component) => (0,_find_running_js__WEBPACK_IMPORTED_MODULE_7__/* .findRunning */ .P)(live, component).length === 0);
    const sick = live.components.some((component) => component.readiness !== 'ready');
    if (!missing && !sick)
        return { status: 'succeeded', exitCode: 0, next: (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlace */ .d)(plan) };
    return { status: 'unhealthy', exitCode: 4, next: (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, missing ? 'deploy' : 'logs') };
}
/** The parts of a report that every look at a stack has. */
function stackReport(session, plan, connection, live) {
    const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure].map((component) => {
        const running = (0,_find_running_js__WEBPACK_IMPORTED_MODULE_7__/* .findRunning */ .P)(live, component)[0];
        return { name: component.name, service: running?.service ?? component.service };
    });
    const known = new Set(components.map(({ service }) => service));
    const release = live.state.releases.findLast((entry) => entry.status === 'live');
    const image = (service) => release?.components.find((component) => component.service === service)?.tag ?? '';
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyReport */ ._O)(session),
        stack: {
            name: plan.stack.name,
            target: plan.stack.target,
            where: connection.description,
            ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
            ...(plan.gatewayUrl === undefined ? {} : { gatewayUrl: plan.gatewayUrl }),
        },
        components: live.components.length === 0
            ? []
            : [
                ...components.map(({ name, service }) => (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reportComponent */ .wc)(name, service, image(service), live.components)),
                ...live.components
                    .filter((component) => !known.has(component.service))
                    .map(({ service }) => (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reportComponent */ .wc)(service, service, image(service), live.components)),
            ],
        problems: plan.problems,
        ...(release === undefined ? {} : { release: { revision: release.revision, summary: release.summary } }),
    };
}
function notDeployed(session, plan) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'VERIFY_FAILED',
        message: `the stack ${plan.stack.name} is not deployed here`,
        hint: (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'deploy'),
    });
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

/***/ 96662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HB: () => (/* binding */ requestSignatures),
  H9: () => (/* binding */ sameRequests),
  Cy: () => (/* binding */ tellRequests)
});

// EXTERNAL MODULE: ./build/js/certificates/external-settings.js
var external_settings = __webpack_require__(27440);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/certificates/profile.js
var profile = __webpack_require__(77662);
;// CONCATENATED MODULE: ./build/js/certificates/write-requests.js




const manifestName = 'requests.json';
/** `<component>.csr`; what comes back is `<component>.crt`. */
function requestFile(component, extension = 'csr') {
    if (!/[/\\\0]/.test(component) && !component.startsWith('.'))
        return `${component}.${extension}`;
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `the plugin name ${JSON.stringify(component)} cannot name a file`,
        hint: 'Use letters, digits, "-" and "_".',
    });
}
/**
 * Writes what a signer needs into a folder that may be handed on as it is: a CSR each, and a manifest of what is wanted. No key is
 * in it. Requests of ours that are not open any more are removed.
 */
async function writeRequests(open, folder, about, io) {
    const old = await readOldNames(folder, io);
    const wanted = new Set(open.map(({ component }) => requestFile(component)));
    for (const name of old)
        if (!wanted.has(name))
            await io.files.remove((0,external_node_path_.join)(folder, name));
    const manifest = (0,external_node_path_.join)(folder, manifestName);
    if (open.length === 0) {
        if (old.length > 0)
            await io.files.remove(manifest);
        return [];
    }
    const written = [];
    for (const entry of open) {
        const path = (0,external_node_path_.join)(folder, requestFile(entry.component));
        await io.files.write(path, entry.csrPem, 0o644);
        written.push(path);
    }
    // Last: who finds the manifest finds every request that it names.
    await io.files.write(manifest, `${JSON.stringify(describeRequests(open, about), null, 2)}\n`, 0o644);
    return [...written, manifest];
}
function describeRequests(open, { stack, importCommand }) {
    return {
        kind: 'CertificateRequests',
        madeBy: 'mcp-stack-deploy',
        stack,
        about: [
            'Each .csr file is a PKCS #10 request. Please sign every one of them as it is; the private keys stay with the stack.',
            'Wanted of each certificate: the DNS names of the request (localhost may be left out), basicConstraints critical CA:FALSE,',
            'keyUsage critical digitalSignature, the one extendedKeyUsage below and no other, subject and authority key identifiers.',
            'SHA-256 or better. All of them under the same root CA.',
            'Give back, as PEM: NAME.crt beside NAME.csr (or NAME.pem, or NAME/tls.crt) with the intermediates after it; the root CA in',
            'the same file or in ca.crt.',
            `Then: ${importCommand}`,
        ],
        requests: open.map((entry) => ({
            component: entry.component,
            kind: entry.kind,
            commonName: entry.commonName,
            dnsNames: entry.dnsNames,
            extendedKeyUsage: profile/* usageNames */.QT[entry.kind],
            keyUsage: ['digitalSignature'],
            keyAlgorithm: entry.keyAlgorithm,
            days: entry.validityDays,
            madeAt: entry.madeAt,
            request: requestFile(entry.component),
            requestSha256: (0,external_node_crypto_.createHash)('sha256').update(entry.csrPem).digest('hex'),
            answer: requestFile(entry.component, 'crt'),
        })),
    };
}
/** The requests that an earlier manifest names: nothing else in the folder is ours to remove. */
async function readOldNames(folder, io) {
    const path = (0,external_node_path_.join)(folder, manifestName);
    if (!(await io.files.exists(path)))
        return [];
    try {
        const old = JSON.parse(await io.files.read(path));
        return (old?.requests ?? []).flatMap(({ component }) => typeof component === 'string' ? [requestFile(component)] : []);
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 6 modules
var certificate_state = __webpack_require__(95096);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/request-signatures.js





/**
 * Before a deploy: makes the requests that a signer outside has to answer, keeps their keys with the stack, and writes them for
 * the signer. Undefined where none is waiting.
 */
async function requestSignatures(session, prepared, connection, draft, options) {
    const waiting = draft.certificates.certificates.filter((entry) => entry.waiting === true);
    if (waiting.length === 0)
        return undefined;
    const blocked = waiting.some(({ certificate }) => certificate === undefined);
    const { caFromEnv, externalPki, renew } = options;
    const choice = { caFromEnv, externalPki, force: false, dry: false, ...(renew === undefined ? {} : { renew }) };
    const lock = await connection.lock('certificate requests', options.timeoutSeconds);
    try {
        const live = await connection.observe();
        const { open, saved } = await keepRequests(session, prepared, connection, live, choice);
        const next = await tellRequests(session, prepared, open);
        return { blocked, next, ...(saved ? { live: await connection.observe() } : {}) };
    }
    finally {
        await lock.release();
    }
}
/** Under the lock: the keys are stored before anybody sees the requests, so that no answer can come for a key that is lost. */
async function keepRequests(session, prepared, connection, live, choice) {
    const outcome = await (0,certificate_state/* issueFor */.zE)(session, prepared, live, choice);
    const open = outcome.openRequests ?? [];
    if (sameRequests(open, live.state.openRequests))
        return { open, saved: false };
    await connection.saveState((0,certificate_state/* withCertificates */.fN)(session, prepared, live, outcome));
    return { open, saved: true };
}
function sameRequests(open, before) {
    const textsOf = (requests) => requests.map(({ csrPem }) => csrPem).join('');
    return textsOf(open) === textsOf(before ?? []);
}
/** Writes the requests into their folder; answers what to do with them. */
async function tellRequests(session, { plan }, open) {
    const { folder } = (0,external_settings/* externalSettings */.H)(plan.certificatePolicy);
    const importCommand = (0,commands_session/* commandLine */.ay)(session, `certs import ${(0,show_command/* quoteWord */.X)(folder)}`);
    const about = { stack: plan.stack.name, importCommand };
    for (const path of await writeRequests(open, folder, about, session.io))
        session.io.progress.line(`wrote  ${path}`);
    const names = open.map(({ component }) => component).join(', ');
    return `Have the requests in ${folder} signed (${names}; what is wanted is in requests.json), put each chain beside its request as NAME.crt, then: ${importCommand}`;
}


/***/ }),

/***/ 98170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runBefore)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_hide_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36797);
/* harmony import */ var _model_last_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65938);



/** ci_cd.deploy.before: a command, usually a backup, that must succeed before anything is changed. @throws StackError COMMAND_FAILED */
async function runBefore(session, plan) {
    const [program, ...args] = plan.deploy.before ?? [];
    if (program === undefined)
        return;
    const { io } = session;
    const task = io.progress.task('before');
    (0,_model_hide_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .hideCredentials */ .R)(io);
    const { exitCode, stderr } = await io.run({ program, args, cwd: plan.config.folder }, { log: 'before' });
    if (exitCode === 0)
        return task.done(`${program} done`);
    task.fail(`${program} ended with ${exitCode}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'COMMAND_FAILED',
        message: `ci_cd.deploy.before: ${program} ended with ${exitCode}: ${(0,_model_last_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .a)(stderr, io.redactor)}`,
        hint: 'Nothing was changed. Its output is in deploy/logs/before.log',
    });
}


/***/ }),

/***/ 25810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ letSettle)
/* harmony export */ });
/* harmony import */ var _failed_components_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80269);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75013);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39045);



/** Waits for what is on its way, if anything is. @returns what runs then, and a problem for each component that is not ready. */
async function letSettle(session, connection, first, timeoutSeconds) {
    const coming = first.components.some(({ readiness }) => readiness === 'progressing');
    const live = coming
        ? await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .timed */ .J)(session, 'wait', 'Waiting until all is ready', () => (0,_inspect_js__WEBPACK_IMPORTED_MODULE_0__/* .waitUntilReady */ .bs)(session, connection, first, timeoutSeconds))
        : first;
    return { live, unready: (0,_failed_components_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadyProblems */ .X)(live, timeoutSeconds) };
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


/***/ }),

/***/ 32222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ux: () => (/* binding */ runsTheSame),
/* harmony export */   VP: () => (/* binding */ areSameWorkloads),
/* harmony export */   bu: () => (/* binding */ isStillLive)
/* harmony export */ });
/**
 * Whether a release that failed changed nothing that runs, so that there is nothing to go back from: every workload of the
 * release before is as it was and ready, no other one of ours is there, and no object has other contents. Only of clusters:
 * there a roll-back first makes Secrets from today's values, and may be refused just as the deploy was (quota, admission).
 */
function isStillLive(previous, failed, live) {
    if (live.kubernetes === undefined || previous.inventory === undefined)
        return false;
    const wanted = new Map(previous.components.map(({ hash, service }) => [service, hash]));
    const ours = live.components.filter(({ hash }) => hash !== undefined);
    const services = new Set(ours.map(({ service }) => service));
    return ([...wanted.keys()].every((service) => services.has(service)) &&
        ours.every(({ hash, readiness, service }) => readiness === 'ready' && wanted.get(service) === hash) &&
        areObjectsSame(previous, failed, live.kubernetes));
}
/** Compose, which has nothing but workloads: whether they are those that there were before. */
function runsTheSame(before, now) {
    return now.kubernetes === undefined && areSameWorkloads(before.components, now.components);
}
/** Whether two lists name the same workloads with the same contents, in whatever order. Pure. */
function areSameWorkloads(one, other) {
    const [a, b] = [one, other].map((list) => list
        .map(({ hash, service }) => `${service} ${hash}`)
        .sort()
        .join('\n'));
    return a === b;
}
/** What is named by its contents cannot change and is in nobody's way; Namespaces are not ours to list. */
function areObjectsSame(previous, failed, { objects }) {
    const there = new Map(objects.map(({ hash, key }) => [key, hash]));
    const before = new Map((previous.inventory ?? []).map((entry) => [entry.key, entry]));
    const keys = new Set([...before.keys(), ...(failed.inventory ?? []).map(({ key }) => key)]);
    const contentNamed = new Set([...(previous.inventory ?? []), ...(failed.inventory ?? [])].flatMap((entry) => entry.contentNamed ? [entry.key] : []));
    return [...keys]
        .filter((key) => !contentNamed.has(key) && !key.startsWith('v1/Namespace/'))
        .every((key) => there.get(key) === before.get(key)?.hash);
}


/***/ }),

/***/ 46436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ warmUp)
/* harmony export */ });
/* harmony import */ var _render_compile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12834);

/** Loads what is needed after the target was looked at, while it is looked at: comparing, the template engine, Node's own fetch. */
async function warmUp() {
    const [draft] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2177)), (0,_render_compile_js__WEBPACK_IMPORTED_MODULE_0__/* .loadEngines */ .Os)()]);
    // Node loads fetch, which asks the registry, with the first of its classes that somebody uses.
    void new Headers();
    return draft;
}


/***/ })

};
