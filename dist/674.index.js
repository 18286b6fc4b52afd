export const id = 674;
export const ids = [674];
export const modules = {

/***/ 7623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ componentProblems),
/* harmony export */   s: () => (/* binding */ applyDraft)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93473);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14316);
/* harmony import */ var _roll_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64612);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39045);





/** Step 9 and 10 under the lock: store, apply, prove, record; goes back when it fails. */
async function applyDraft(session, connection, draft, target, options) {
    await runBefore(session, draft);
    const release = (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .newRelease */ .Gj)(draft.bundle, draft.changes, draft.state, (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .runFacts */ .pI)(session), draft.plan.config.digest);
    // Stored before anything is started: a run that is killed now finds its keys and secrets again.
    await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordRelease */ .ty)(draft.state, release));
    const outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .timed */ .ay)(session, 'apply', 'Deploying', () => connection.apply({
        bundle: draft.bundle,
        changes: draft.changes,
        secrets: draft.secrets,
        certificates: draft.certificates.certificates.flatMap((entry) => entry.certificate ?? []),
        wait: options.wait,
        timeoutSeconds: options.timeoutSeconds,
    }));
    if (!outcome.ok)
        return goBack(session, connection, draft, target, release, componentProblems(outcome), options);
    if (!options.verify || !options.wait)
        return finish(session, connection, draft, release, { status: 'succeeded', problems: [], seconds: outcome.seconds });
    const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_1__/* .prove */ .z)(session, draft.plan, connection);
    const problems = (0,_prove_js__WEBPACK_IMPORTED_MODULE_1__/* .verificationProblems */ .o)(verification);
    if (verification.outcome === 'failed' && draft.plan.deploy.rollBack) {
        return { ...(await goBack(session, connection, draft, target, release, problems, options)), verification };
    }
    const status = verification.outcome === 'passed' ? 'succeeded' : 'unhealthy';
    return finish(session, connection, draft, release, { status, problems, verification, seconds: outcome.seconds });
}
async function finish(session, connection, draft, release, applied) {
    const live = { ...release, status: 'live', endedAt: session.io.clock.now().toISOString() };
    await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordRelease */ .ty)(draft.state, live));
    return { ...applied, release: live };
}
async function goBack(session, connection, draft, target, release, problems, options) {
    const failed = { ...release, status: 'failed', endedAt: session.io.clock.now().toISOString() };
    const state = (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordRelease */ .ty)(draft.state, failed);
    const previous = (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .lastGoodRelease */ .Ru)(draft.state, release.revision);
    if (previous === undefined || !draft.plan.deploy.rollBack) {
        await connection.saveState(state);
        return { status: 'failed', problems: [...problems, nothingBefore(previous)], release: failed };
    }
    const outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .timed */ .ay)(session, 'roll back', `Rolling back to release ${previous.revision}`, () => (0,_roll_back_js__WEBPACK_IMPORTED_MODULE_3__/* .applyRelease */ .Y)(connection, target, { ...draft, state }, previous, options.timeoutSeconds));
    await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordRelease */ .ty)(state, { ...failed, status: outcome.ok ? 'rolled-back' : 'failed' }));
    if (outcome.ok) {
        session.io.progress.line(`Release ${previous.revision} is live again; release ${release.revision} is not`);
        return { status: 'failed', problems, release: { ...failed, status: 'rolled-back' } };
    }
    return {
        status: 'unhealthy',
        problems: [
            ...problems,
            ...componentProblems(outcome).map((problem) => ({ ...problem, code: 'ROLL_BACK_INCOMPLETE' })),
        ],
        release: failed,
    };
}
function nothingBefore(previous) {
    return {
        severity: 'note',
        code: 'APPLY_FAILED',
        message: previous === undefined
            ? 'there is no release before this one to go back to; what failed is left for you to look at'
            : 'ci_cd.deploy.roll_back is false; what failed is left for you to look at',
        hint: 'mcp-deploy logs, then deploy again; mcp-deploy destroy removes it',
    };
}
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'COMMAND_FAILED',
        message: `ci_cd.deploy.before: ${program} ended with ${exitCode}: ${session.io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '')}`,
        hint: 'Nothing was changed. Its output is in deploy/logs/before.log',
    });
}


/***/ }),

/***/ 64612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ applyRelease),
/* harmony export */   rollBack: () => (/* binding */ rollBack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _apply_draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7623);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37672);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56224);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6411);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93473);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14316);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39045);








/** Applies a stored release with today's secrets and certificates; observes first, so it works from any half-way point. */
async function applyRelease(connection, target, today, release, timeoutSeconds) {
    const bundle = target.bundleOf(release, today.state);
    const live = await connection.observe();
    const changes = target.diff(bundle, live);
    const outcome = await connection.apply({
        bundle,
        changes,
        secrets: today.secrets,
        certificates: today.state.certificates,
        wait: true,
        timeoutSeconds,
    });
    return { ...outcome, changes };
}
/** `rollback [--to N]`: the release before the live one, or the one that is named, becomes a new release. */
async function rollBack(session, config, options) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .observe */ .lB)(session, prepared);
    try {
        const wanted = chooseRelease(live.state, options.to);
        const lock = await connection.lock('rollback', options.timeoutSeconds);
        try {
            const draft = await (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .makeDraft */ .K)(session, { ...prepared, live, images: liveImages(wanted), dry: true });
            const outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .timed */ .ay)(session, 'roll back', `Rolling back to release ${wanted.revision}`, () => applyRelease(connection, prepared.target, { ...draft, state: live.state }, wanted, options.timeoutSeconds));
            const summary = `rolled back to release ${wanted.revision}: ${(0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .summarise */ .fS)(outcome.changes)}`;
            const { runUrl: _url, commit: _commit, ...kept } = wanted;
            const facts = (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .runFacts */ .pI)(session);
            const release = {
                ...kept,
                revision: (live.state.releases.at(-1)?.revision ?? 0) + 1,
                status: outcome.ok ? 'live' : 'failed',
                startedAt: facts.startedAt,
                endedAt: session.io.clock.now().toISOString(),
                actor: facts.actor,
                summary,
            };
            await connection.saveState((0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .recordRelease */ .ty)(live.state, release));
            const shown = { ...draft, changes: outcome.changes };
            if (!outcome.ok) {
                return await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_2__/* .assembleReport */ .xr)(session, {
                    draft: shown,
                    connection,
                    status: 'unhealthy',
                    problems: (0,_apply_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .componentProblems */ .g)(outcome),
                    release,
                });
            }
            if (!options.verify)
                return await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_2__/* .assembleReport */ .xr)(session, { draft: shown, connection, status: 'succeeded', release });
            // The config may list other plugins than the release: what is proven is what the release runs.
            const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .prove */ .z)(session, planOf(prepared.plan, wanted), connection);
            return await (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_2__/* .assembleReport */ .xr)(session, {
                draft: shown,
                connection,
                release,
                verification,
                status: verification.outcome === 'passed' ? 'succeeded' : 'unhealthy',
                problems: (0,_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .verificationProblems */ .o)(verification),
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
/** @throws StackError ROLL_BACK_REFUSED when there is nothing to go back to. */
function chooseRelease(state, to) {
    const live = state.releases.findLast((release) => release.status === 'live');
    const release = to === undefined
        ? (0,_release_js__WEBPACK_IMPORTED_MODULE_6__/* .lastGoodRelease */ .Ru)(state, live?.revision ?? Number.POSITIVE_INFINITY)
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
