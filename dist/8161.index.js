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
// EXTERNAL MODULE: ./build/js/commands/migration.js
var migration = __webpack_require__(47913);
// EXTERNAL MODULE: ./build/js/commands/prove.js + 8 modules
var prove = __webpack_require__(93473);
// EXTERNAL MODULE: ./build/js/commands/release.js
var commands_release = __webpack_require__(14316);
// EXTERNAL MODULE: ./build/js/commands/roll-back.js + 4 modules
var roll_back = __webpack_require__(55462);
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
    if (previous === undefined || !draft.plan.deploy.rollBack) {
        await connection.saveState(state);
        return { status: 'failed', problems: [...problems, nothingBefore(previous)], release: failed };
    }
    // What it wrote is written over, gone or never came: only its keys are worth keeping.
    const rolledBack = (0,inventory/* withInventory */.nE)({ ...failed, status: 'rolled-back' }, (0,inventory/* intendedInventory */.Kr)(draft.bundle));
    if (isStillLive(previous, release, await connection.observe())) {
        await connection.saveState((0,commands_release/* recordRelease */.ty)(state, rolledBack));
        session.io.progress.line(`Release ${previous.revision} is still live, nothing of it was changed; release ${release.revision} is not`);
        return { status: 'failed', problems, release: rolledBack };
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

/***/ 55462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ applyRelease),
  h: () => (/* binding */ incompleteProblems),
  rollBack: () => (/* binding */ rollBack)
});

// EXTERNAL MODULE: ./build/js/build/image-platforms.js
var image_platforms = __webpack_require__(51137);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/commands/assemble-report.js
var assemble_report = __webpack_require__(37672);
// EXTERNAL MODULE: ./build/js/commands/draft.js + 2 modules
var commands_draft = __webpack_require__(2177);
// EXTERNAL MODULE: ./build/js/commands/failed-components.js
var failed_components = __webpack_require__(80269);
// EXTERNAL MODULE: ./build/js/commands/inventory.js
var inventory = __webpack_require__(48085);
// EXTERNAL MODULE: ./build/js/commands/migration.js
var migration = __webpack_require__(47913);
// EXTERNAL MODULE: ./build/js/commands/obstacles.js
var commands_obstacles = __webpack_require__(36451);
// EXTERNAL MODULE: ./build/js/commands/prepare.js + 11 modules
var prepare = __webpack_require__(43009);
// EXTERNAL MODULE: ./build/js/commands/prove.js + 8 modules
var prove = __webpack_require__(93473);
// EXTERNAL MODULE: ./build/js/commands/release.js
var commands_release = __webpack_require__(14316);
;// CONCATENATED MODULE: ./build/js/render/restore-compose.js
const waves = { postgres: 0, redis: 0, plugin: 1, gateway: 2 };
/**
 * A stored release as a bundle that can be applied again: its manifest, images and configuration, with the
 * certificates and secrets that `state` holds today. Pure.
 */
function restoreCompose(release, state) {
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

// EXTERNAL MODULE: ./build/js/render/kubernetes/describe.js
var describe = __webpack_require__(41631);
// EXTERNAL MODULE: ./build/js/render/kubernetes/name-objects.js + 1 modules
var name_objects = __webpack_require__(58076);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/restore-kubernetes.js




/**
 * A stored release as a bundle that can be applied again: its objects, with the secrets and certificates of today. Pure.
 *
 * @throws StackError ROLL_BACK_REFUSED when the release needs a certificate that is gone, or has no objects.
 */
function restoreKubernetes({ release, state, digest, slotOf }) {
    if (release.objects === undefined)
        throw refuse(`release ${release.revision} has no objects`);
    // The namespace is there: to write it again would need rights to the whole cluster.
    const unnamed = release.objects.filter(({ kind }) => kind !== 'Namespace').map(toUnnamed);
    const certificates = new Map(state.certificates.map((certificate) => [certificate.component, certificate]));
    const named = (0,name_objects/* nameObjects */.sg)(unnamed, {
        digest,
        slotOf,
        certificate: (component) => {
            const certificate = certificates.get(component);
            if (certificate !== undefined)
                return certificate;
            throw refuse(`the certificate of ${component} is not among the stack's any more`);
        },
    });
    const facts = release.components.map(({ name, role, image, tag, revision }) => {
        const known = readRole(role);
        return { name, role: known, image, tag, revision, replicas: 1 };
    });
    return {
        target: 'kubernetes',
        files: [],
        components: (0,describe/* describeComponents */.U)(facts, named),
        contents: [],
        variables: {},
        kubernetes: { objects: named.map(({ object }) => object), unnamed },
    };
}
function toUnnamed({ values, ...object }) {
    if (values === undefined)
        return object;
    if (values.kind === 'certificates')
        return { ...object, values };
    if (values.kind === 'env') {
        const env = Object.entries(values.env).map(([name, value]) => [name, toEnvValue(value)]);
        return { ...object, values: { kind: 'env', env: Object.fromEntries(env) } };
    }
    const credentials = values.credentials.map((entry) => ({ ...entry, password: toEnvValue(entry.password) }));
    return { ...object, values: { kind: 'pull', credentials } };
}
function refuse(message) {
    return new errors/* StackError */.L({
        code: 'ROLL_BACK_REFUSED',
        message,
        hint: 'Check out the commit you want and deploy it',
    });
}

;// CONCATENATED MODULE: ./build/js/render/restore-bundle.js


/** A stored release as a bundle that can be applied again, with the secrets and certificates of today. Pure. */
function restoreBundle(input) {
    if (input.target === 'compose')
        return restoreCompose(input.release, input.state);
    return restoreKubernetes(input);
}

// EXTERNAL MODULE: ./build/js/secrets/resolve.js + 5 modules
var resolve = __webpack_require__(64683);
;// CONCATENATED MODULE: ./build/js/commands/restore-release.js



/** The release's bundle, with secrets and certificates of today. @throws StackError ROLL_BACK_REFUSED when a secret is gone. */
async function restoreRelease(session, target, today, release, live) {
    const secrets = await secretsOf(session, release, today.plan, today.state);
    const digest = (value, name) => secrets.digest(value, name);
    const slotOf = target.slotOf?.(live);
    return { bundle: restoreBundle({ target: target.type, release, state: today.state, digest, slotOf }), secrets };
}
/** What the release refers to may not be in the config any more: it is asked for all the same. */
async function secretsOf(session, release, plan, state) {
    const known = new Set(plan.secrets.map(({ name }) => name));
    const parts = variablesOf(release).flatMap((value) => value.parts);
    if (parts.some((part) => part.kind === 'kept' && part.dropped === true)) {
        throw new errors/* StackError */.L({
            code: 'ROLL_BACK_REFUSED',
            message: `the secret texts of release ${release.revision} are not kept any more`,
            hint: `Check out ${release.commit === undefined ? 'the state you want' : `commit ${release.commit}`} and deploy it`,
        });
    }
    const names = parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : []));
    const forgotten = [...new Set(names)].filter((name) => !known.has(name));
    const requests = forgotten.map((name) => {
        const usedBy = [`release ${release.revision}`];
        const origin = Object.hasOwn(state.generated, name) ? 'generated' : 'declared';
        return { name, origin, opensVolume: false, usedBy };
    });
    const { generated, hashKey } = state;
    try {
        const options = { source: session.secretSource, generated, hashKey, dry: true };
        return await (0,resolve/* resolveSecrets */.M)([...plan.secrets, ...requests], options, session.io);
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || error.code !== 'SECRET_MISSING')
            throw error;
        throw new errors/* StackError */.L({
            code: 'ROLL_BACK_REFUSED',
            message: `release ${release.revision} needs secrets that are not here: ${error.message}`,
            hint: error.hint,
            cause: error,
        });
    }
}
/** Everything it put together from secrets: Compose has variables, Kubernetes the values of its Secrets. */
function variablesOf({ objects = [], variables }) {
    const ofObjects = objects.flatMap(({ values }) => {
        if (values?.kind === 'env')
            return Object.values(values.env);
        return values?.kind === 'pull' ? values.credentials.map(({ password }) => password) : [];
    });
    return [...Object.values(variables), ...ofObjects];
}

// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/roll-back.js













/** Applies a stored release with today's secrets and certificates; observes first, so it works from any half-way point. */
async function applyRelease(session, connection, target, today, release, options) {
    const { state } = today;
    const seen = await connection.observe();
    const { bundle, secrets } = await restoreRelease(session, target, today, release, seen);
    const live = await connection.examine(bundle, seen);
    const changes = target.diff(bundle, live);
    await options.onReady({ bundle, changes, live });
    const { forceConflicts = false, timeoutSeconds } = options;
    const certificates = state.certificates;
    const input = { bundle, changes, secrets, live, certificates, wait: true, timeoutSeconds, forceConflicts };
    const outcome = await connection.apply(input);
    return { ...outcome, changes };
}
/** `rollback [--to N]`: the release before the live one, or the one that is named, becomes a new release. */
async function rollBack(session, config, options) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const { connection, live: first } = await (0,prepare/* observe */.lB)(session, prepared);
    try {
        chooseRelease(first.state, options.to);
        const lock = await connection.lock('rollback', options.timeoutSeconds);
        try {
            // Somebody may have deployed between the first look and the lock.
            const live = await connection.observe();
            const wanted = chooseRelease(live.state, options.to);
            const restored = await restoreRelease(session, prepared.target, { ...prepared, state: live.state }, wanted, live);
            await refuseMissing(connection, wanted, restored.bundle);
            if (!options.force)
                await (0,migration/* refuseMigrated */.EY)(connection, wanted, live, restored);
            const draft = await (0,commands_draft.makeDraft)(session, { ...prepared, live, images: liveImages(wanted), dry: true });
            const today = { ...draft, state: live.state };
            let begun = repeatRelease(session, wanted, live.state);
            const outcome = await (0,commands_session/* timed */.J)(session, 'roll back', `Rolling back to release ${wanted.revision}`, () => applyRelease(session, connection, prepared.target, today, wanted, {
                ...options,
                async onReady({ bundle, changes, live: examined }) {
                    const obstacles = prepared.target.problems?.(bundle, examined) ?? [];
                    // What the release did not have goes: that is what was asked for.
                    (0,commands_obstacles/* refuseObstacles */.TZ)((0,commands_obstacles/* permit */.eL)([...obstacles, ...(await connection.preflight(bundle, changes, (0,image_platforms/* findPlatforms */.q)(session.io)))], {
                        allowMassDelete: true,
                    }));
                    const summary = `rolled back to release ${wanted.revision}: ${(0,commands_release/* summarise */.fS)(changes)}`;
                    begun = (0,inventory/* withInventory */.nE)({ ...(0,inventory/* asRestored */.Xg)(begun, bundle), summary }, (0,inventory/* intendedInventory */.Kr)(bundle));
                    // As with a deploy: a run that is killed now leaves a trace, and a list of what it made.
                    await connection.saveState((0,commands_release/* recordRelease */.ty)(live.state, begun));
                },
            }));
            const release = {
                ...(0,inventory/* withInventory */.nE)(begun, outcome.ok ? outcome.inventory : undefined),
                status: outcome.ok ? 'live' : 'failed',
                endedAt: session.io.clock.now().toISOString(),
            };
            await connection.saveState((0,commands_release/* recordRelease */.ty)(live.state, release));
            const shown = { ...draft, changes: outcome.changes };
            if (!outcome.ok) {
                return await (0,assemble_report/* assembleReport */.xr)(session, {
                    draft: shown,
                    connection,
                    status: 'unhealthy',
                    problems: incompleteProblems((0,failed_components/* componentProblems */.g)(outcome)),
                    release,
                });
            }
            if (!options.verify)
                return await (0,assemble_report/* assembleReport */.xr)(session, { draft: shown, connection, status: 'succeeded', release });
            // The config may list other plugins than the release: what is proven is what the release runs.
            const verification = await (0,prove/* prove */.z)(session, planOf(prepared.plan, wanted), connection);
            return await (0,assemble_report/* assembleReport */.xr)(session, {
                draft: shown,
                connection,
                release,
                verification,
                status: verification.outcome === 'passed' ? 'succeeded' : 'unhealthy',
                problems: (0,prove/* verificationProblems */.o)(verification),
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
/** A release that is about to become live once more, under a new number. */
function repeatRelease(session, wanted, state) {
    const { runUrl: _url, commit: _commit, repository: _repository, endedAt: _end, ...kept } = wanted;
    const { actor, startedAt } = (0,commands_session/* runFacts */.pI)(session);
    const revision = (state.releases.at(-1)?.revision ?? 0) + 1;
    return { ...kept, revision, status: 'applying', startedAt, actor };
}
/** The same, of a roll-back that did not come to its end: exit 4, since something new is live. */
function incompleteProblems(problems) {
    return problems.map((problem) => ({ ...problem, code: 'ROLL_BACK_INCOMPLETE' }));
}
/** @throws StackError ROLL_BACK_REFUSED when there is nothing to go back to. */
function chooseRelease(state, to) {
    const live = state.releases.findLast((release) => release.status === 'live');
    const release = to === undefined
        ? (0,commands_release/* lastGoodRelease */.Ru)(state, live?.revision ?? Number.POSITIVE_INFINITY)
        : state.releases.find((entry) => entry.revision === to);
    if (release !== undefined && release.status !== 'failed' && release.status !== 'applying')
        return release;
    throw new errors/* StackError */.L({
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
    throw new errors/* StackError */.L({
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
