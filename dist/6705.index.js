export const id = 6705;
export const ids = [6705,7672];
export const modules = {

/***/ 37672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o7: () => (/* binding */ reportImage),
/* harmony export */   wc: () => (/* binding */ reportComponent),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75503);
/* harmony import */ var _secrets_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58345);
/* harmony import */ var _gateway_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96913);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14316);
/* harmony import */ var _report_certificates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65272);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);






/** Step 11: everything that was found out, in the one value that all outputs are views of. */
async function assembleReport(session, findings) {
    const { draft, connection, status } = findings;
    const now = session.io.clock.now();
    const told = (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .reportCertificates */ .N)(draft.certificates, now, findings.verification?.certificates);
    const problems = [...draft.plan.problems, ...draft.problems, ...told.problems, ...(findings.problems ?? [])];
    const exitCode = exitCodes[status];
    // Where nothing was done, what was seen at the beginning still holds: it is not asked for a second time.
    const untouched = status === 'unchanged' || status === 'pending';
    const live = untouched ? draft.live.components : await connection.components();
    const last = findings.release ?? draft.live.state.releases.findLast((release) => release.status === 'live');
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyReport */ ._O)(session),
        status,
        exitCode,
        stack: {
            name: draft.plan.stack.name,
            target: draft.plan.stack.target,
            where: connection.description,
            ...(draft.plan.config.environment === undefined ? {} : { environment: draft.plan.config.environment }),
            ...(draft.plan.gatewayUrl === undefined ? {} : { gatewayUrl: draft.plan.gatewayUrl }),
        },
        changes: draft.changes,
        images: draft.images.map(reportImage),
        certificates: told.certificates,
        components: (live.length === 0 ? [] : draft.bundle.components).map((component) => reportComponent(component.name, component.service, component.tag, live, findings.seconds?.[component.service])),
        secrets: (0,_secrets_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .showSources */ .A)(draft.secrets.provenance),
        problems,
        ...(findings.verification === undefined ? {} : { verification: findings.verification }),
        ...(last === undefined ? {} : { release: { revision: last.revision, summary: last.summary } }),
        ...nextStep(session, findings, exitCode),
    };
}
function nextStep(session, { status, draft, release }, exitCode) {
    if (status === 'pending')
        return { next: `${(0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .summarise */ .fS)(draft.changes)}; to do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'deploy')}` };
    if (status === 'failed' && release?.status === 'rolled-back')
        return { next: `The release before is live again. Correct the cause, then: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'deploy')}` };
    if (exitCode !== 0)
        return { next: (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'logs') };
    return { next: (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_4__/* .describePlace */ .d)(draft.plan) };
}
/** Only what went on to its end has a status of its own; an error ends with its code's. */
const exitCodes = {
    succeeded: 0,
    unchanged: 0,
    pending: 0,
    failed: 1,
    unhealthy: 4,
};
function reportImage(image) {
    return {
        component: image.component,
        tag: image.tag,
        reference: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_5__/* .isPending */ .m)(image.reference) ? 'known after build' : image.reference,
        ...(image.revision === undefined ? {} : { revision: image.revision }),
        how: image.how,
        seconds: Number(image.seconds.toFixed(1)),
        ...(image.cacheHits === undefined ? {} : { cacheHits: `${image.cacheHits.cached} of ${image.cacheHits.steps}` }),
    };
}
function reportComponent(name, service, image, live, seconds) {
    const found = live.find((component) => component.service === service);
    return {
        name,
        service,
        image,
        readiness: found?.readiness ?? 'stopped',
        message: found?.message ?? 'not running',
        containers: found?.containers.map((container) => container.id) ?? [],
        ...(seconds === undefined ? {} : { seconds: Number(seconds.toFixed(1)) }),
    };
}


/***/ }),

/***/ 76705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildCommand: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37672);
/* harmony import */ var _open_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82567);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43009);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39045);




/** `build`: the images alone, into the registry or the engine; what exists already is reused. */
async function buildCommand(session, config, choice) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .prepare */ .iA)(session, config);
    await (0,_open_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .maskSecrets */ .Q)(session, prepared.plan);
    const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .build */ .jq)(session, prepared, choice);
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyReport */ ._O)(session),
        status: images.some((image) => image.how === 'built') ? 'succeeded' : 'unchanged',
        images: images.map(_assemble_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportImage */ .o7),
        problems: prepared.plan.problems,
        next: `To deploy them: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, 'deploy')}`,
    };
}


/***/ }),

/***/ 96913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ describePlace)
/* harmony export */ });
/** Where a person finds the gateway, as a sentence: its address, or how to reach it where only the cluster has one. */
function describePlace({ gatewayUrl, gateway, stack, config }) {
    if (gatewayUrl !== undefined)
        return `The gateway is at ${gatewayUrl}`;
    const { service, servicePort } = gateway;
    const { context } = config.deployment;
    const flags = [...(context === undefined ? [] : [`--context ${context}`]), `--namespace ${stack.namespace}`].join(' ');
    const forward = `kubectl ${flags} port-forward service/${service} ${servicePort}:${servicePort}`;
    return `The gateway is at http://${service}.${stack.namespace}.svc:${servicePort} in the cluster; to reach it from here: ${forward}`;
}


/***/ }),

/***/ 48085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ joinInventories),
/* harmony export */   Kr: () => (/* binding */ intendedInventory),
/* harmony export */   S_: () => (/* binding */ replaceRelease),
/* harmony export */   Xg: () => (/* binding */ asRestored),
/* harmony export */   gN: () => (/* binding */ listsSame),
/* harmony export */   nE: () => (/* binding */ withInventory)
/* harmony export */ });
// A target without objects (Compose) has no inventory, and everything here leaves its releases as they are.
/** What is about to be written: kept with the release before anything is, so that it can be pruned whatever happens. */
function intendedInventory(bundle) {
    return bundle.kubernetes?.objects.map(({ key, component, contentNamed, hash }) => ({
        key,
        component,
        contentNamed,
        hash,
    }));
}
/** Whether a release was to write just the objects of this bundle. */
function listsSame(release, bundle) {
    const wanted = intendedInventory(bundle);
    if (wanted === undefined)
        return true;
    return namesOf(release.inventory ?? []) === namesOf(wanted);
}
const namesOf = (inventory) => inventory
    .map(({ key, hash }) => `${key} ${hash}`)
    .sort()
    .join('\n');
/** A release with what was written for it; without news it keeps what it has. */
function withInventory(release, inventory) {
    return inventory === undefined ? release : { ...release, inventory };
}
/**
 * A stored release as it runs again: with today's secrets and certificates its pods have other hashes, and a plugin may have
 * come to another slot.
 */
function asRestored(release, bundle) {
    if (bundle.kubernetes === undefined)
        return release;
    const components = release.components.map((component) => {
        const now = bundle.components.find(({ name, role }) => name === component.name && role === component.role);
        return now === undefined ? component : { ...component, service: now.service, hash: now.hash, fields: now.fields };
    });
    return { ...release, components };
}
/** A release in its place in the history, whose order stays. */
function replaceRelease(state, release) {
    const releases = state.releases.map((other) => (other.revision === release.revision ? release : other));
    return { ...state, releases };
}
/** Everything that either lists; of what both list, the second knows more. */
function joinInventories(first, second) {
    if (first === undefined || second === undefined)
        return second ?? first;
    const keys = new Set(second.map(({ key }) => key));
    return [...first.filter(({ key }) => !keys.has(key)), ...second];
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

/***/ 14316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ newRelease),
/* harmony export */   Ru: () => (/* binding */ lastGoodRelease),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   ty: () => (/* binding */ recordRelease)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75503);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10390);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48085);



/** How many releases the history keeps. */
const kept = 10;
/** The record of a deploy that is about to be applied. */
function newRelease(bundle, changes, state, run, configDigest) {
    return {
        revision: (state.releases.at(-1)?.revision ?? 0) + 1,
        status: 'applying',
        startedAt: run.startedAt,
        actor: run.actor,
        ...(run.repository === undefined ? {} : { repository: run.repository }),
        ...(run.commit === undefined ? {} : { commit: run.commit }),
        ...(run.url === undefined ? {} : { runUrl: run.url }),
        toolVersion: run.toolVersion,
        configDigest,
        summary: summarise(changes),
        components: bundle.components.map(toReleaseComponent),
        manifest: bundle.files.find((file) => file.path === 'compose.yaml')?.text ?? '',
        contents: Object.fromEntries(bundle.contents.map((content) => [content.name, storeContent(content)])),
        variables: Object.fromEntries(Object.entries(bundle.variables).map(([name, value]) => [name, storeVariable(value)])),
        ...storeKubernetes(bundle),
    };
}
/**
 * Adds or replaces a release by its revision. Of the others only one is `live`, and none is still being applied: it was
 * interrupted. What is live never falls out of the history, however many failed after it.
 */
function recordRelease(state, release) {
    const others = state.releases
        .filter((other) => other.revision !== release.revision)
        .map((other) => {
        if (other.status === 'applying')
            return { ...other, status: 'interrupted' };
        return release.status === 'live' && other.status === 'live' ? { ...other, status: 'superseded' } : other;
    });
    const all = [...others, release];
    const good = all.findLast(({ status }) => status === 'live' || status === 'superseded');
    const recent = all.slice(-kept);
    return { ...state, releases: good === undefined || recent.includes(good) ? recent : [good, ...recent.slice(1)] };
}
/** The last release that was live, other than the one that is being made. */
function lastGoodRelease(state, below = Number.POSITIVE_INFINITY) {
    return state.releases.findLast((release) => release.revision < below && (release.status === 'live' || release.status === 'superseded'));
}
/** `1 updated (OPAPluginFilter), 5 unchanged` */
function summarise(changes) {
    const words = {
        create: 'created',
        update: 'updated',
        restart: 'restarted',
        delete: 'removed',
        unchanged: 'unchanged',
    };
    // What belongs to no component (a service account) is worth a word only where nothing else changes.
    const components = changes.filter(({ service }) => !service.includes('/'));
    const named = components.some(({ action }) => action !== 'unchanged') ? components : changes;
    const parts = ['create', 'update', 'restart', 'delete', 'unchanged'].flatMap((action) => {
        const names = named.filter((change) => change.action === action).map((change) => change.component);
        if (names.length === 0)
            return [];
        const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
        return [action === 'unchanged' ? `${names.length} unchanged` : `${names.length} ${words[action]} (${shown})`];
    });
    return parts.length === 0 ? 'nothing to deploy' : parts.join(', ');
}
function toReleaseComponent(component) {
    return {
        name: component.name,
        role: component.role,
        service: component.service,
        image: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .isPending */ .m)(component.image) ? component.image.key : component.image,
        tag: component.tag,
        ...(component.revision === undefined ? {} : { revision: component.revision }),
        hash: component.hash,
        fields: component.fields,
    };
}
function storeContent(content) {
    const texts = Object.entries(content.files).flatMap(([name, text]) => typeof text === 'string' ? [[name, text]] : []);
    return {
        component: content.component,
        kind: content.kind,
        mountPath: content.mountPath,
        files: content.kind === 'certificates' ? {} : Object.fromEntries(texts),
    };
}
/** Objects as they were before their contents named them, and the keys that are about to be written. */
function storeKubernetes(bundle) {
    const { kubernetes } = bundle;
    if (kubernetes === undefined)
        return {};
    const inventory = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .intendedInventory */ .Kr)(bundle);
    return { objects: kubernetes.unnamed.map(storeObject), ...(inventory === undefined ? {} : { inventory }) };
}
function storeObject({ values, ...object }) {
    if (values === undefined)
        return object;
    if (values.kind === 'certificates')
        return { ...object, values };
    if (values.kind === 'env') {
        const env = Object.entries(values.env).map(([name, value]) => [
            name,
            storeVariable(value),
        ]);
        return { ...object, values: { kind: 'env', env: Object.fromEntries(env) } };
    }
    const credentials = values.credentials.map((entry) => ({ ...entry, password: storeVariable(entry.password) }));
    return { ...object, values: { kind: 'pull', credentials } };
}
function storeVariable(value) {
    if (value.kind === 'plain')
        return { parts: [{ kind: 'kept', text: new _model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z('kept', value.value) }] };
    return {
        parts: value.parts.map((part) => part.kind === 'literal'
            ? { kind: 'kept', text: part.text }
            : { kind: 'reference', secret: part.secret, encoding: part.encoding }),
    };
}


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
