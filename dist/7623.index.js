export const id = 7623;
export const ids = [7623];
export const modules = {

/***/ 7623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyDraft: () => (/* binding */ applyDraft)
/* harmony export */ });
/* harmony import */ var _certificates_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57072);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _failed_components_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(80269);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(48085);
/* harmony import */ var _leaks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61761);
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47913);
/* harmony import */ var _note_roll_over_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79552);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64339);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14316);
/* harmony import */ var _release_secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73764);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97128);
/* harmony import */ var _run_before_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(98170);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(39045);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(25810);
/* harmony import */ var _still_live_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(32222);















/**
 * Step 9 and 10 under the lock: store, apply, prove, record; goes back when it fails.
 *
 * @param before  ci_cd.deploy.before, which may have run already.
 */
async function applyDraft(session, connection, made, target, options, before = () => (0,_run_before_js__WEBPACK_IMPORTED_MODULE_9__/* .runBefore */ .R)(session, made.plan)) {
    await before();
    await (0,_leaks_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseLeaks */ .bM)(session);
    const draft = { ...made, state: await (0,_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .noteDatabaseRevision */ .dY)(connection, made) };
    // ca_storage: files. Written first, so that no leaf is in use whose CA's key is lost.
    if (draft.certificates.authorityForFiles !== undefined) {
        const problems = await (0,_certificates_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCertificateTree */ .l)(draft.certificates, draft.plan.certificatePolicy, session.io);
        for (const problem of problems)
            session.io.progress.problem(problem);
    }
    // Each phase of a roll-over is a release of the same run.
    const run = { ...(0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .runFacts */ .pI)(session), startedAt: session.io.clock.now().toISOString() };
    const record = (0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .newRelease */ .Gj)(draft.bundle, draft.changes, draft.state, run, draft.plan.config.digest);
    const summary = (0,_note_roll_over_js__WEBPACK_IMPORTED_MODULE_4__/* .summaryInPhase */ .VX)(draft.certificates, record.summary);
    const release = (0,_release_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .withSources */ .Z6)({ ...record, summary }, draft.plan.secrets);
    // Stored before anything is started: a run that is killed now finds its keys and secrets again.
    await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .recordRelease */ .ty)(draft.state, release));
    const outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .timed */ .J)(session, 'apply', 'Deploying', () => connection.apply({
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
        return goBack(session, connection, draft, target, release, (0,_failed_components_js__WEBPACK_IMPORTED_MODULE_12__/* .componentProblems */ .g)(outcome), options);
    const applied = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .withInventory */ .nE)(release, outcome.inventory);
    const { seconds } = outcome;
    // What did not change may be on its way all the same: a pod that somebody deleted, a run before that did not wait.
    const now = options.wait ? { ...draft.live, components: await connection.components() } : undefined;
    const unready = now === undefined ? [] : (await (0,_settle_js__WEBPACK_IMPORTED_MODULE_10__/* .letSettle */ .h)(session, connection, now, options.timeoutSeconds)).unready;
    if (unready.length > 0) {
        return finish(session, connection, draft, applied, { status: 'unhealthy', problems: unready, seconds });
    }
    if (!options.verify || !options.wait) {
        return finish(session, connection, draft, applied, { status: 'succeeded', problems: [], seconds });
    }
    const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .z)(session, draft.plan, connection);
    const problems = (0,_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .verificationProblems */ .o)(verification);
    if (verification.outcome === 'failed' && draft.plan.deploy.rollBack) {
        await connection.keepEvidence();
        return { ...(await goBack(session, connection, draft, target, applied, problems, options)), verification };
    }
    const status = verification.outcome === 'passed' ? 'succeeded' : 'unhealthy';
    return finish(session, connection, draft, applied, { status, problems, verification, seconds });
}
async function finish(session, connection, draft, release, applied) {
    const live = { ...release, status: 'live', endedAt: session.io.clock.now().toISOString() };
    await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .recordRelease */ .ty)(draft.state, live));
    return { ...applied, release: live };
}
async function goBack(session, connection, draft, target, release, problems, options) {
    const failed = { ...release, status: 'failed', endedAt: session.io.clock.now().toISOString() };
    let state = (0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .recordRelease */ .ty)(draft.state, failed);
    const previous = (0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .lastGoodRelease */ .Ru)(draft.state, release.revision);
    if (previous === undefined) {
        await connection.saveState(state);
        return { status: 'failed', problems: [...problems, nothingBefore], release: failed };
    }
    // What it wrote is written over, gone or never came: only its keys are worth keeping.
    const rolledBack = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .withInventory */ .nE)({ ...failed, status: 'rolled-back' }, (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .intendedInventory */ .Kr)(draft.bundle));
    const seen = await connection.observe();
    if ((0,_still_live_js__WEBPACK_IMPORTED_MODULE_14__/* .isStillLive */ .bu)(previous, release, seen)) {
        await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .recordRelease */ .ty)(state, rolledBack));
        session.io.progress.line(`Release ${previous.revision} is still live, nothing of it was changed; release ${release.revision} is not`);
        return { status: 'failed', problems, release: rolledBack };
    }
    const stays = draft.plan.deploy.rollBack ? (0,_note_roll_over_js__WEBPACK_IMPORTED_MODULE_4__/* .keptInPhase */ .nH)(draft.state) : notWanted(previous);
    if (stays !== undefined) {
        await connection.saveState(state);
        const status = (0,_still_live_js__WEBPACK_IMPORTED_MODULE_14__/* .runsTheSame */ .Ux)(draft.live, seen) ? 'failed' : 'unhealthy';
        return { status, problems: [...problems, stays], release: failed };
    }
    const migrated = await (0,_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .findMigration */ .Ey)(connection, draft, previous);
    if (migrated !== undefined) {
        await connection.saveState(state);
        return { status: 'unhealthy', problems: [...problems, migrated], release: failed };
    }
    // A short --timeout is for what is new; what was live is given the time that it needs.
    let again = previous;
    const patience = Math.max(options.timeoutSeconds, draft.plan.deploy.timeoutSeconds);
    const undone = await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .timed */ .J)(session, 'roll back', `Rolling back to release ${previous.revision}`, async () => {
        try {
            const today = { ...draft, state };
            const outcome = await (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_8__/* .applyRelease */ .Y)(session, connection, target, today, previous, {
                timeoutSeconds: patience,
                forceConflicts: options.permissions.forceConflicts === true,
                async onReady({ bundle }) {
                    const intended = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .intendedInventory */ .Kr)(bundle);
                    if (intended === undefined)
                        return;
                    // With today's secrets the release may have objects that it did not have: known before they are made.
                    again = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .withInventory */ .nE)((0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .asRestored */ .Xg)(previous, bundle), (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .joinInventories */ .$A)(intended, previous.inventory));
                    await connection.saveState((0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .replaceRelease */ .S_)(state, again));
                },
            });
            state = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .replaceRelease */ .S_)(state, outcome.ok ? (0,_inventory_js__WEBPACK_IMPORTED_MODULE_13__/* .withInventory */ .nE)(again, outcome.inventory) : again);
            return (0,_failed_components_js__WEBPACK_IMPORTED_MODULE_12__/* .componentProblems */ .g)(outcome);
        }
        catch (error) {
            // The release that failed is still what runs, and why it failed must be told too.
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L && error.code === 'ROLL_BACK_REFUSED')
                return error.problems;
            throw error;
        }
    });
    if (undone.length === 0) {
        await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .recordRelease */ .ty)(state, rolledBack));
        session.io.progress.line(`Release ${previous.revision} is live again; release ${release.revision} is not`);
        return { status: 'failed', problems, release: rolledBack };
    }
    await connection.saveState(state);
    return { status: 'unhealthy', problems: [...problems, ...(0,_roll_back_js__WEBPACK_IMPORTED_MODULE_8__/* .incompleteProblems */ .h)(undone)], release: failed };
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
