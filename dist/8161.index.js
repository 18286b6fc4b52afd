export const id = 8161;
export const ids = [8161];
export const modules = {

/***/ 28161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyDraft: () => (/* binding */ applyDraft)
});

// EXTERNAL MODULE: ./build/js/certificates/tree.js + 1 modules
var tree = __webpack_require__(57072);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/commands/failed-components.js
var failed_components = __webpack_require__(80269);
// EXTERNAL MODULE: ./build/js/commands/inventory.js
var inventory = __webpack_require__(48085);
// EXTERNAL MODULE: ./build/js/commands/leaks.js
var leaks = __webpack_require__(61761);
// EXTERNAL MODULE: ./build/js/commands/migration.js
var migration = __webpack_require__(47913);
// EXTERNAL MODULE: ./build/js/commands/note-roll-over.js
var note_roll_over = __webpack_require__(79552);
// EXTERNAL MODULE: ./build/js/commands/prove.js + 5 modules
var prove = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/js/commands/release.js
var commands_release = __webpack_require__(14316);
// EXTERNAL MODULE: ./build/js/commands/release-secrets.js
var release_secrets = __webpack_require__(73764);
// EXTERNAL MODULE: ./build/js/commands/roll-back.js + 5 modules
var roll_back = __webpack_require__(97128);
// EXTERNAL MODULE: ./build/js/commands/run-before.js
var run_before = __webpack_require__(98170);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
// EXTERNAL MODULE: ./build/js/commands/settle.js
var settle = __webpack_require__(25810);
;// CONCATENATED MODULE: ./build/js/commands/still-live.js
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
    const hashes = ({ components }) => components
        .map(({ hash, service }) => `${service} ${hash}`)
        .sort()
        .join('\n');
    return now.kubernetes === undefined && hashes(before) === hashes(now);
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

;// CONCATENATED MODULE: ./build/js/commands/apply-draft.js















/**
 * Step 9 and 10 under the lock: store, apply, prove, record; goes back when it fails.
 *
 * @param before  ci_cd.deploy.before, which may have run already.
 */
async function applyDraft(session, connection, made, target, options, before = () => (0,run_before/* runBefore */.R)(session, made.plan)) {
    await before();
    await (0,leaks/* refuseLeaks */.bM)(session);
    const draft = { ...made, state: await (0,migration/* noteDatabaseRevision */.dY)(connection, made) };
    // ca_storage: files. Written first, so that no leaf is in use whose CA's key is lost.
    if (draft.certificates.authorityForFiles !== undefined) {
        const problems = await (0,tree/* writeCertificateTree */.l)(draft.certificates, draft.plan.certificatePolicy, session.io);
        for (const problem of problems)
            session.io.progress.problem(problem);
    }
    // Each phase of a roll-over is a release of the same run.
    const run = { ...(0,commands_session/* runFacts */.pI)(session), startedAt: session.io.clock.now().toISOString() };
    const record = (0,commands_release/* newRelease */.Gj)(draft.bundle, draft.changes, draft.state, run, draft.plan.config.digest);
    const summary = (0,note_roll_over/* summaryInPhase */.VX)(draft.certificates, record.summary);
    const release = (0,release_secrets/* withSources */.Z6)({ ...record, summary }, draft.plan.secrets);
    // Stored before anything is started: a run that is killed now finds its keys and secrets again.
    await connection.saveState((0,commands_release/* recordRelease */.ty)(draft.state, release));
    const outcome = await (0,commands_session/* timed */.J)(session, 'apply', 'Deploying', () => connection.apply({
        bundle: draft.bundle,
        changes: draft.changes,
        secrets: draft.secrets,
        live: draft.live,
        certificates: draft.certificates.certificates.flatMap((entry) => entry.certificate ?? []),
        wait: options.wait,
        timeoutSeconds: options.timeoutSeconds,
        forceConflicts: options.permissions.forceConflicts === true,
    }));
    if (!outcome.ok)
        return goBack(session, connection, draft, target, release, (0,failed_components/* componentProblems */.g)(outcome), options);
    const applied = (0,inventory/* withInventory */.nE)(release, outcome.inventory);
    const { seconds } = outcome;
    // What did not change may be on its way all the same: a pod that somebody deleted, a run before that did not wait.
    const now = options.wait ? { ...draft.live, components: await connection.components() } : undefined;
    const unready = now === undefined ? [] : (await (0,settle/* letSettle */.h)(session, connection, now, options.timeoutSeconds)).unready;
    if (unready.length > 0) {
        return finish(session, connection, draft, applied, { status: 'unhealthy', problems: unready, seconds });
    }
    if (!options.verify || !options.wait) {
        return finish(session, connection, draft, applied, { status: 'succeeded', problems: [], seconds });
    }
    const verification = await (0,prove/* prove */.z)(session, draft.plan, connection);
    const problems = (0,prove/* verificationProblems */.o)(verification);
    if (verification.outcome === 'failed' && draft.plan.deploy.rollBack) {
        await connection.keepEvidence();
        return { ...(await goBack(session, connection, draft, target, applied, problems, options)), verification };
    }
    const status = verification.outcome === 'passed' ? 'succeeded' : 'unhealthy';
    return finish(session, connection, draft, applied, { status, problems, verification, seconds });
}
async function finish(session, connection, draft, release, applied) {
    const live = { ...release, status: 'live', endedAt: session.io.clock.now().toISOString() };
    await connection.saveState((0,commands_release/* recordRelease */.ty)(draft.state, live));
    return { ...applied, release: live };
}
async function goBack(session, connection, draft, target, release, problems, options) {
    const failed = { ...release, status: 'failed', endedAt: session.io.clock.now().toISOString() };
    let state = (0,commands_release/* recordRelease */.ty)(draft.state, failed);
    const previous = (0,commands_release/* lastGoodRelease */.Ru)(draft.state, release.revision);
    if (previous === undefined) {
        await connection.saveState(state);
        return { status: 'failed', problems: [...problems, nothingBefore], release: failed };
    }
    // What it wrote is written over, gone or never came: only its keys are worth keeping.
    const rolledBack = (0,inventory/* withInventory */.nE)({ ...failed, status: 'rolled-back' }, (0,inventory/* intendedInventory */.Kr)(draft.bundle));
    const seen = await connection.observe();
    if (isStillLive(previous, release, seen)) {
        await connection.saveState((0,commands_release/* recordRelease */.ty)(state, rolledBack));
        session.io.progress.line(`Release ${previous.revision} is still live, nothing of it was changed; release ${release.revision} is not`);
        return { status: 'failed', problems, release: rolledBack };
    }
    const stays = draft.plan.deploy.rollBack ? (0,note_roll_over/* keptInPhase */.nH)(draft.state) : notWanted(previous);
    if (stays !== undefined) {
        await connection.saveState(state);
        const status = runsTheSame(draft.live, seen) ? 'failed' : 'unhealthy';
        return { status, problems: [...problems, stays], release: failed };
    }
    const migrated = await (0,migration/* findMigration */.Ey)(connection, draft, previous);
    if (migrated !== undefined) {
        await connection.saveState(state);
        return { status: 'unhealthy', problems: [...problems, migrated], release: failed };
    }
    // A short --timeout is for what is new; what was live is given the time that it needs.
    let again = previous;
    const patience = Math.max(options.timeoutSeconds, draft.plan.deploy.timeoutSeconds);
    const undone = await (0,commands_session/* timed */.J)(session, 'roll back', `Rolling back to release ${previous.revision}`, async () => {
        try {
            const today = { ...draft, state };
            const outcome = await (0,roll_back/* applyRelease */.Y)(session, connection, target, today, previous, {
                timeoutSeconds: patience,
                forceConflicts: options.permissions.forceConflicts === true,
                async onReady({ bundle }) {
                    const intended = (0,inventory/* intendedInventory */.Kr)(bundle);
                    if (intended === undefined)
                        return;
                    // With today's secrets the release may have objects that it did not have: known before they are made.
                    again = (0,inventory/* withInventory */.nE)((0,inventory/* asRestored */.Xg)(previous, bundle), (0,inventory/* joinInventories */.$A)(intended, previous.inventory));
                    await connection.saveState((0,inventory/* replaceRelease */.S_)(state, again));
                },
            });
            state = (0,inventory/* replaceRelease */.S_)(state, outcome.ok ? (0,inventory/* withInventory */.nE)(again, outcome.inventory) : again);
            return (0,failed_components/* componentProblems */.g)(outcome);
        }
        catch (error) {
            // The release that failed is still what runs, and why it failed must be told too.
            if (error instanceof errors/* StackError */.L && error.code === 'ROLL_BACK_REFUSED')
                return error.problems;
            throw error;
        }
    });
    if (undone.length === 0) {
        await connection.saveState((0,commands_release/* recordRelease */.ty)(state, rolledBack));
        session.io.progress.line(`Release ${previous.revision} is live again; release ${release.revision} is not`);
        return { status: 'failed', problems, release: rolledBack };
    }
    await connection.saveState(state);
    return { status: 'unhealthy', problems: [...problems, ...(0,roll_back/* incompleteProblems */.h)(undone)], release: failed };
}
const nothingBefore = {
    severity: 'note',
    code: 'CONFIG_NOTE',
    message: 'there is no release before this one to go back to; what failed is left for you to look at',
    hint: 'mcp-deploy logs, then deploy again; mcp-deploy destroy removes it',
};
function notWanted(previous) {
    return {
        severity: 'note',
        code: 'CONFIG_NOTE',
        message: 'ci_cd.deploy.roll_back is false; what failed is left for you to look at',
        hint: `mcp-deploy logs, then deploy again; or go back: mcp-deploy rollback --to ${previous.revision}`,
    };
}


/***/ })

};
