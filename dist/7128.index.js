export const id = 7128;
export const ids = [7128];
export const modules = {

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

/***/ 73764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UA: () => (/* binding */ forgottenSecrets),
/* harmony export */   Z6: () => (/* binding */ withSources),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _secrets_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58345);


/** With the `from` of every secret that the release is put together from: a later file may not have them any more. No value. */
function withSources(release, secrets) {
    const used = new Set(namesIn(release));
    const sources = secrets.flatMap(({ from, name }) => from !== undefined && used.has(name) ? [[name, from]] : []);
    return sources.length === 0 ? release : { ...release, secretSources: Object.fromEntries(sources) };
}
/**
 * What the release refers to and today's file does not: asked for where it was then, and only what had no `from` by its name.
 *
 * @throws StackError ROLL_BACK_REFUSED where that was a program: who may write the state may not choose what is started here.
 */
function forgottenSecrets(release, today, { generated }) {
    const known = new Set(today.map(({ name }) => name));
    const { secretSources = {} } = release;
    return [...new Set(namesIn(release))]
        .filter((name) => !known.has(name))
        .map((name) => {
        const from = Object.hasOwn(secretSources, name) ? secretSources[name] : undefined;
        const about = { name, opensVolume: false, usedBy: [`release ${release.revision}`] };
        if (from === undefined)
            return { ...about, origin: Object.hasOwn(generated, name) ? 'generated' : 'declared' };
        if (from.provider === 'command')
            throw programOf(release, name, from);
        return { ...about, origin: 'declared', from };
    });
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
function namesIn(release) {
    return variablesOf(release).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : [])));
}
function programOf({ revision }, name, from) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'ROLL_BACK_REFUSED',
        message: `release ${revision} has the secret ${name} from \`${(0,_secrets_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .showReference */ .nj)(from)}\`, and only programs that the file names are started`,
        hint: `Declare it again for the roll-back: {name: ${name}, from: {command: […]}} in ci_cd.vault_secrets`,
    });
}


/***/ }),

/***/ 97128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ applyRelease),
  h: () => (/* binding */ incompleteProblems),
  rollBack: () => (/* binding */ rollBack)
});

// EXTERNAL MODULE: ./build/js/model/run-limited.js
var run_limited = __webpack_require__(23762);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
// EXTERNAL MODULE: ./build/js/build/registry.js + 2 modules
var build_registry = __webpack_require__(62556);
;// CONCATENATED MODULE: ./build/js/build/absent-images.js



const lookUpsAtOnce = 8;
/** Asks the registries whether they have images; only one that answers "no such manifest" says that it has not. */
function findAbsent(io) {
    const registry = (0,build_registry/* openRegistry */.M)(io);
    return async (references) => {
        const found = await (0,run_limited/* runLimited */.O)([...new Set(references)], lookUpsAtOnce, async (reference) => {
            const parsed = reference.startsWith('sha256:') ? undefined : (0,image_reference/* parseReference */.F2)(reference);
            return { reference, absent: parsed !== undefined && (await registry.look(parsed)).kind === 'absent' };
        });
        return new Set(found.flatMap(({ reference, absent }) => (absent ? [reference] : [])));
    };
}

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
// EXTERNAL MODULE: ./build/js/commands/leaks.js
var leaks = __webpack_require__(61761);
// EXTERNAL MODULE: ./build/js/commands/migration.js
var migration = __webpack_require__(47913);
// EXTERNAL MODULE: ./build/js/commands/note-roll-over.js
var note_roll_over = __webpack_require__(79552);
// EXTERNAL MODULE: ./build/js/commands/obstacles.js
var commands_obstacles = __webpack_require__(36451);
// EXTERNAL MODULE: ./build/js/commands/prepare.js + 11 modules
var prepare = __webpack_require__(43009);
// EXTERNAL MODULE: ./build/js/commands/prove.js + 5 modules
var prove = __webpack_require__(64339);
// EXTERNAL MODULE: ./build/js/commands/release.js
var commands_release = __webpack_require__(14316);
// EXTERNAL MODULE: ./build/js/certificates/kept-by-target.js
var kept_by_target = __webpack_require__(79359);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/render/kubernetes/referenced-keys.js
var referenced_keys = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/model/cert-manager.js
var cert_manager = __webpack_require__(36118);
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
// EXTERNAL MODULE: ./build/js/render/kubernetes/name-objects.js + 2 modules
var name_objects = __webpack_require__(47977);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/restore-kubernetes.js





/**
 * A stored release as a bundle that can be applied again: its objects, with the secrets and certificates of today. Pure.
 *
 * @throws StackError ROLL_BACK_REFUSED when the release needs a certificate that is gone, or has no objects.
 */
function restoreKubernetes({ release, state, kept = [], digest, referenced = new Map(), slotOf, }) {
    if (release.objects === undefined)
        throw refuse(`release ${release.revision} has no objects`);
    // The namespace is there: to write it again would need rights to the whole cluster.
    const unnamed = release.objects.filter(({ kind }) => kind !== 'Namespace').map(toUnnamed);
    const asked = new Set(release.objects.filter(cert_manager/* isCertificate */.Yn).map(({ component }) => component));
    const stored = state.certificates.filter(({ component }) => !asked.has(component));
    const certificates = new Map([...stored, ...kept.filter(({ component }) => asked.has(component))].map((one) => [one.component, one]));
    const named = (0,name_objects/* nameObjects */.sg)(unnamed, {
        digest,
        referenced,
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

// EXTERNAL MODULE: ./build/js/secrets/resolve.js + 3 modules
var resolve = __webpack_require__(42294);
// EXTERNAL MODULE: ./build/js/commands/release-secrets.js
var release_secrets = __webpack_require__(73764);
;// CONCATENATED MODULE: ./build/js/commands/restore-release.js







/** The release's bundle, with secrets and certificates of today. @throws StackError ROLL_BACK_REFUSED when a secret is gone. */
async function restoreRelease(session, target, today, release, live) {
    const secrets = await secretsOf(session, release, today.plan, today.state);
    const digest = (value, name) => secrets.digest(value, name);
    const slotOf = target.slotOf?.(live);
    const kept = (0,kept_by_target/* readKeptLeaves */.H)(live.leaves ?? []);
    const referenced = new Map(keysOf(release).flatMap((key) => {
        const parts = [{ kind: 'reference', secret: nameOf(key), encoding: 'none' }];
        const found = secrets.digest({ kind: 'secret', parts }, nameOf(key));
        return (0,pending/* isPending */.m)(found) ? [] : [[(0,referenced_keys/* placeOf */.$t)(key), found]];
    }));
    const bundle = restoreBundle({ target: target.type, release, state: today.state, kept, digest, referenced, slotOf });
    return { bundle, secrets };
}
/** What the release refers to may not be in the config any more: it is asked for all the same. */
async function secretsOf(session, release, plan, state) {
    const parts = (0,release_secrets/* variablesOf */.ht)(release).flatMap((value) => value.parts);
    if (parts.some((part) => part.kind === 'kept' && part.dropped === true)) {
        throw new errors/* StackError */.L({
            code: 'ROLL_BACK_REFUSED',
            message: `the secret texts of release ${release.revision} are not kept any more`,
            hint: `Check out ${release.commit === undefined ? 'the state you want' : `commit ${release.commit}`} and deploy it`,
        });
    }
    const requests = (0,release_secrets/* forgottenSecrets */.UA)(release, plan.secrets, state);
    const places = keysOf(release).map((key) => {
        const from = { provider: 'kubernetes', at: (0,referenced_keys/* placeOf */.$t)(key) };
        return { name: nameOf(key), origin: 'declared', from, opensVolume: false, usedBy: [`release ${release.revision}`] };
    });
    const { generated, hashKey } = state;
    try {
        const options = { source: session.secretSource, generated, hashKey, dry: true };
        return await (0,resolve/* resolveSecrets */.M)([...plan.secrets, ...requests, ...places], options, session.io);
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
/** Keys of other people's Secrets that its pods refer to, each once. */
function keysOf({ objects = [] }) {
    const keys = objects.flatMap(({ manifest, kind }) => (0,referenced_keys/* listSecretKeys */.H5)(manifest, kind));
    return [...new Map(keys.map((key) => [(0,referenced_keys/* placeOf */.$t)(key), key])).values()];
}
/** No name of a variable has a colon. */
const nameOf = (key) => `kubernetes:${(0,referenced_keys/* placeOf */.$t)(key)}`;

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
            (0,note_roll_over/* refuseAcrossPhase */.j0)(live.state, wanted);
            const restored = await restoreRelease(session, prepared.target, { ...prepared, state: live.state }, wanted, live);
            await refuseMissing(session, connection, wanted, restored.bundle);
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
                    const found = await connection.preflight(bundle, changes, (0,image_platforms/* findPlatforms */.q)(session.io), examined);
                    (0,commands_obstacles/* refuseObstacles */.TZ)((0,commands_obstacles/* permit */.eL)([...obstacles, ...found], { allowMassDelete: true }));
                    await (0,leaks/* refuseLeaks */.bM)(session);
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
async function refuseMissing(session, connection, release, bundle) {
    const gone = await connection.fetchImages(bundle, findAbsent(session.io));
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
