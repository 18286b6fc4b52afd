export const id = 612;
export const ids = [612];
export const modules = {

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


/***/ })

};
