export const id = 9514;
export const ids = [9514];
export const modules = {

/***/ 37672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o7: () => (/* binding */ reportImage),
/* harmony export */   wc: () => (/* binding */ reportComponent),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75503);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79471);
/* harmony import */ var _secrets_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58345);
/* harmony import */ var _gateway_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96913);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14316);
/* harmony import */ var _report_certificates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65272);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39045);







/** Step 11: everything that was found out, in the one value that all outputs are views of. */
async function assembleReport(session, findings) {
    const { draft, connection, status } = findings;
    const now = session.io.clock.now();
    const told = (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .reportCertificates */ .N)(draft.certificates, now, findings.verification?.certificates);
    const problems = [...draft.plan.problems, ...draft.problems, ...told.problems, ...(findings.problems ?? [])];
    const exitCode = exitCodeOf(status, problems);
    // Where nothing was done, what was seen at the beginning still holds: it is not asked for a second time.
    const untouched = status === 'unchanged' || status === 'pending';
    const live = untouched ? draft.live.components : await connection.components();
    const last = findings.release ?? draft.live.state.releases.findLast((release) => release.status === 'live');
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyReport */ ._O)(session),
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
        secrets: (0,_secrets_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .showSources */ .A)(draft.secrets.provenance),
        problems,
        ...(findings.verification === undefined ? {} : { verification: findings.verification }),
        ...(last === undefined ? {} : { release: { revision: last.revision, summary: last.summary } }),
        ...nextStep(session, findings, exitCode),
    };
}
function nextStep(session, { status, draft, release }, exitCode) {
    if (status === 'pending')
        return { next: `${(0,_release_js__WEBPACK_IMPORTED_MODULE_1__/* .summarise */ .fS)(draft.changes)}; to do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, 'deploy')}` };
    if (status === 'failed' && release?.status === 'rolled-back')
        return { next: `The release before is live again. Correct the cause, then: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, 'deploy')}` };
    if (exitCode !== 0)
        return { next: (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, 'logs') };
    return { next: (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlace */ .d)(draft.plan) };
}
function exitCodeOf(status, problems) {
    if (status === 'failed')
        return 1;
    if (status !== 'unhealthy')
        return 0;
    return problems.find((problem) => _model_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F[problem.code] === 4) === undefined ? 1 : 4;
}
function reportImage(image) {
    return {
        component: image.component,
        tag: image.tag,
        reference: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .isPending */ .m)(image.reference) ? 'known after build' : image.reference,
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

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeDraft: () => (/* binding */ makeDraft)
});

// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/render/render-bundle.js + 21 modules
var render_bundle = __webpack_require__(6121);
;// CONCATENATED MODULE: ./build/js/secrets/check-values.js

/**
 * Composes every value once, before anything is touched, so that all that is wrong with them is told at once.
 *
 * @param values  `component.VARIABLE` → value.
 * @throws StackError SECRET_INVALID with every problem.
 */
function checkValues(values, secrets) {
    const errors = [];
    for (const [name, value] of Object.entries(values)) {
        try {
            secrets.compose(value, name);
        }
        catch (error) {
            if (!(error instanceof js_errors/* StackError */.L))
                throw error;
            errors.push(error);
        }
    }
    const [first] = errors;
    if (first === undefined)
        return;
    if (errors.length === 1)
        throw first;
    throw new js_errors/* StackError */.L({
        code: first.code,
        message: `${errors.length} values cannot be put together`,
        hint: first.hint,
        problems: errors.flatMap((error) => error.problems),
    });
}

// EXTERNAL MODULE: ./build/js/secrets/resolve.js + 5 modules
var resolve = __webpack_require__(64683);
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 8 modules
var certificate_state = __webpack_require__(97770);
// EXTERNAL MODULE: ./build/js/commands/leaks.js
var leaks = __webpack_require__(61761);
;// CONCATENATED MODULE: ./build/js/commands/moved-source.js
/**
 * Adds a line of its own to every change whose image is another one although its name did not change: a branch or tag that
 * moved. That somebody pushed is another cause than that somebody edited the file.
 */
function noteMoves(changes, images, live) {
    const release = live.state.releases.findLast(({ status }) => status === 'live');
    return changes.map((change) => {
        if (change.action !== 'update')
            return change;
        // By name: with `rolling: parallel` the same plugin is another workload.
        const before = release?.components.find(({ name }) => name === change.component);
        const image = images.find(({ component }) => component === change.component);
        const moved = before === undefined || image === undefined ? undefined : moveOf(before, image);
        return moved === undefined ? change : { ...change, reasons: [moved, ...change.reasons] };
    });
}
function moveOf(before, image) {
    if (image.revision !== undefined && before.revision !== undefined) {
        if (image.revision === before.revision)
            return undefined;
        const why = 'another commit of its repository';
        return { field: 'source', before: before.revision.slice(0, 12), after: image.revision.slice(0, 12), why };
    }
    // A tag that stands for another digest than it did; one that was written otherwise is an ordinary change.
    const [old, now] = [
        digestOf(before.image),
        typeof image.reference === 'string' ? digestOf(image.reference) : undefined,
    ];
    if (image.tag !== before.tag || old === undefined || now === undefined || old === now)
        return undefined;
    return { field: 'source', before: old, after: now, why: `${image.tag} moved` };
}
/** 12 digits of the digest or image id: what people compare. */
function digestOf(reference) {
    return /(?:^|@)sha256:([0-9a-f]{12})/.exec(reference)?.[1];
}

// EXTERNAL MODULE: ./build/js/commands/note-roll-over.js
var note_roll_over = __webpack_require__(79552);
// EXTERNAL MODULE: ./build/js/commands/obstacles.js
var obstacles = __webpack_require__(36451);
;// CONCATENATED MODULE: ./build/js/commands/draft.js









/** Resolves, issues (unless dry), renders, looks closer and compares; writes nothing. */
async function makeDraft(session, input) {
    const { plan, live: seen, target, images, dry } = input;
    const { state } = seen;
    const hashKey = (0,certificate_state/* hashKeyOf */.Tf)(session, state);
    session.io.redactor.add(hashKey);
    const secrets = await (0,resolve/* resolveSecrets */.M)(plan.secrets, { source: session.secretSource, generated: state.generated, hashKey, dry }, session.io);
    (0,leaks/* refuseNames */.d3)(session, plan, images);
    checkValues(valuesOf(plan), secrets);
    const issued = await (0,certificate_state/* issueFor */.zE)(session, input, seen, {
        dry: dry || input.skipCertificates === true,
        force: input.force ?? false,
        caFromEnv: input.caFromEnv ?? false,
        externalPki: input.externalPki ?? false,
        ...(input.renew === undefined ? {} : { renew: input.renew }),
        ...orderOf(input),
        made: input.made,
    });
    const certificates = input.skipCertificates === true ? useCurrent(issued, session.io.clock.now()) : issued;
    if (input.skipCertificates === true && !dry)
        refuseMissing(certificates);
    const bundle = await (0,render_bundle/* renderBundle */.p)({
        plan,
        images,
        certificates: certificates.certificates,
        digest: (value, name) => secrets.digest(value, name),
        reference: (value) => secrets.reference(value),
        templates: input.templates,
        ...forKubernetes(input),
    });
    const live = (await input.connection?.examine(bundle, seen)) ?? seen;
    return {
        plan,
        live,
        images,
        secrets,
        certificates,
        bundle,
        changes: noteMoves(target.diff(bundle, live), images, live),
        obstacles: [
            ...(0,obstacles/* permit */.eL)(target.problems?.(bundle, live) ?? [], input.permissions ?? {}),
            // Once: what is made under the lock nobody could have written into a template.
            ...(dry ? (0,leaks/* bundleLeaks */.Zt)(session, bundle) : []),
        ],
        problems: [
            ...secrets.problems,
            ...certificates.problems,
            ...(0,note_roll_over/* noteRollOver */.IZ)(plan, certificates),
            ...tooShort(session, plan),
        ],
        state: {
            ...(0,certificate_state/* withCertificates */.fN)(session, input, { state: { ...state, hashKey, fresh: false } }, certificates),
            generated: { ...state.generated, ...secrets.generated },
        },
    };
}
/** --skip-certs changes no CA. */
function orderOf({ rollOver, skipCertificates }) {
    if (skipCertificates === true)
        return { rollOver: { kind: 'hold' } };
    return rollOver === undefined ? {} : { rollOver };
}
/** What only objects need to know of the place they go to. */
function forKubernetes({ gitops, live, target }) {
    const slotOf = target.slotOf?.(live);
    const namespaceExists = live.kubernetes?.namespaceExists;
    return {
        ...(slotOf === undefined ? {} : { slotOf }),
        ...(namespaceExists === undefined ? {} : { namespaceExists }),
        ...(gitops === undefined ? {} : { gitops }),
    };
}
/** Every environment value by `component.VARIABLE`. */
function valuesOf(plan) {
    const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure];
    return Object.fromEntries(components.flatMap(({ name, env }) => Object.entries(env).map(([variable, value]) => [`${name}.${variable}`, value])));
}
/** --skip-certs: what is due for renewal but still good goes on. */
function useCurrent(outcome, now) {
    const certificates = outcome.certificates.map((entry) => {
        const { current } = entry;
        if (entry.certificate !== undefined || current === undefined || new Date(current.notAfter) <= now)
            return entry;
        const { current: _current, ...rest } = entry;
        return { ...rest, certificate: current, how: 'kept', reason: entry.reason ?? 'not renewed: --skip-certs' };
    });
    return { ...outcome, certificates };
}
function refuseMissing(outcome) {
    const missing = outcome.certificates.filter((entry) => entry.certificate === undefined);
    if (missing.length === 0)
        return;
    throw new js_errors/* StackError */.L({
        code: 'CERTIFICATE_INVALID',
        message: `--skip-certs, but ${missing.map((entry) => `${entry.request.component} (${entry.reason ?? 'missing'})`).join(', ')} need a certificate`,
        hint: 'Run without --skip-certs once, or put the files at the paths in certificates:',
    });
}
/** Those that the stack asks for are named with its secrets. */
function tooShort(session, plan) {
    const named = new Set(plan.secrets.map(({ name }) => name));
    const names = session.io.redactor.unsearched().filter((name) => !named.has(name));
    if (names.length === 0)
        return [];
    return [
        {
            severity: 'warning',
            code: 'CONFIG_WARNING',
            message: `shorter than 8 bytes, so output cannot be searched for them: ${names.join(', ')}`,
            hint: 'They are kept secret all the same; longer values are safer',
        },
    ];
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

/***/ 89514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   generate: () => (/* binding */ generate),
/* harmony export */   u: () => (/* binding */ writeManifests)
/* harmony export */ });
/* unused harmony export removeForgotten */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _model_show_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39147);
/* harmony import */ var _secrets_reference_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58345);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37672);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2177);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43009);
/* harmony import */ var _report_certificates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65272);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39045);
/* harmony import */ var _without_target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23507);










/** `generate -o DIR`: writes the manifests for people to read; builds and issues nothing, works without a reachable target. */
async function generate(session, config, { folder, gitops, requirePinned }) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .prepare */ .iA)(session, config);
    if (gitops && prepared.target.type !== 'kubernetes') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'NOT_SUPPORTED',
            message: `--for gitops writes manifests for a cluster, and this stack is for ${prepared.target.type}`,
            hint: `Without it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .commandLine */ .ay)(session, 'generate')}`,
        });
    }
    const { connection, live } = await (0,_without_target_js__WEBPACK_IMPORTED_MODULE_7__/* .observeOrNothing */ .B)(session, prepared);
    await connection?.close();
    const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .build */ .jq)(session, prepared, { dry: true, requirePinned });
    const draft = await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .timed */ .J)(session, 'render', 'Rendering', () => (0,_draft_js__WEBPACK_IMPORTED_MODULE_4__.makeDraft)(session, { ...prepared, live, images, dry: true, ...(gitops ? { gitops } : {}) }));
    await writeManifests(session, draft.bundle, folder);
    if (draft.bundle.kubernetes !== undefined)
        await removeForgotten(session, draft.bundle, folder);
    const now = session.io.clock.now();
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyReport */ ._O)(session),
        images: images.map(_assemble_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportImage */ .o7),
        certificates: draft.certificates.certificates.map((entry) => (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_6__/* .reportCertificate */ .K)(entry, now)),
        secrets: (0,_secrets_reference_js__WEBPACK_IMPORTED_MODULE_9__/* .showSources */ .A)(draft.secrets.provenance),
        problems: prepared.plan.problems,
        next: gitops
            ? `The files hold no secret value: make the Secrets that they name first, then: kubectl apply -k ${(0,_model_show_command_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteWord */ .X)(folder)}`
            : `The files hold no secret value; to deploy: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .commandLine */ .ay)(session, 'deploy')}`,
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
/**
 * One manifest per component: that of a component that is gone would be applied with the others (`kubectl apply -f DIR`).
 * Only what names us in its first line goes.
 */
async function removeForgotten(session, bundle, folder) {
    const { files } = session.io;
    const written = new Set(bundle.files.map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path)));
    for (const place of new Set([...written].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)))) {
        for (const name of await files.list(place)) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place, name);
            if (!name.endsWith('.yaml') || written.has(path))
                continue;
            const [firstLine = ''] = (await files.read(path)).split('\n', 1);
            if (!firstLine.includes('mcp-stack-deploy'))
                continue;
            await files.remove(path);
            session.io.progress.line(`removed  ${path}`);
        }
    }
}
/** Every generated file says so in its first lines. */
function isOurs(text) {
    return text.slice(0, 500).includes('mcp-stack-deploy');
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

/***/ 79552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ noteRollOver),
/* harmony export */   VX: () => (/* binding */ summaryInPhase),
/* harmony export */   ez: () => (/* binding */ phaseTitle),
/* harmony export */   j0: () => (/* binding */ refuseAcrossPhase),
/* harmony export */   nH: () => (/* binding */ keptInPhase)
/* harmony export */ });
/* harmony import */ var _certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74333);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


const doing = {
    trust: 'everything trusts the old and the new CA',
    leaves: 'the new CA issues every certificate',
    drop: 'nothing trusts the old CA any more',
};
/** `CA roll-over, phase 1 of 3: everything trusts the old and the new CA` */
function phaseTitle(phase) {
    return `CA roll-over, ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)({ phase })}: ${doing[phase]}`;
}
/** What the history says of a release: its phase before its changes. */
function summaryInPhase({ rollOver }, summary) {
    return rollOver === undefined ? summary : `CA roll-over, ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)(rollOver)}: ${summary}`;
}
/** What a change of CAs means for who calls the stack: its users roll once in every phase. */
function noteRollOver(plan, { certificates, rollOver }) {
    if (rollOver === undefined)
        return [];
    const users = certificates.map(({ request }) => request.component);
    const who = users.length > 5 ? `all ${users.length} users of certificates` : users.join(', ');
    const parallel = plan.stack.target === 'kubernetes' && plan.deploy.rolling === 'parallel';
    const rest = rollOver.phase === 'drop' ? '' : '; the other phases follow as soon as this one is proven';
    const told = `${phaseTitle(rollOver.phase)}; rolls ${who}${rest}`;
    if (parallel)
        return [{ severity: 'note', code: 'CONFIG_NOTE', message: told }];
    return [
        {
            severity: 'warning',
            code: 'CONFIG_WARNING',
            message: `${told}; they roll in place: calls fail closed for seconds in each phase`,
            ...(plan.stack.target === 'kubernetes' ? { hint: 'ci_cd.deploy.rolling: parallel loses no call' } : {}),
        },
    ];
}
/**
 * A roll-back gives an older release today's certificates: in a phase that undoes nothing and is in the way of the next one,
 * and a component that was gone while the CA changed has a certificate that nobody accepts.
 *
 * @throws StackError ROLL_BACK_REFUSED
 */
function refuseAcrossPhase({ certificates, rollOver }, wanted) {
    if (rollOver !== undefined) {
        throw refusal(`the stack is in ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)(rollOver)} of a CA roll-over: a release from before it cannot be brought back now`, 'Bring it to its end first: mcp-deploy certs rotate --ca');
    }
    const names = new Set(wanted.components.map(({ name }) => name));
    const used = certificates.filter(({ component }) => names.has(component));
    const trust = used.find(({ kind }) => kind === 'client')?.trustBundlePem;
    if (trust === undefined)
        return;
    const left = used.filter((certificate) => !(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .comesFrom */ ._7)(certificate, trust)).map(({ component }) => component);
    if (left.length === 0)
        return;
    throw refusal(`release ${wanted.revision} is from before the CA changed, and the certificate of ${left.join(', ')} is of the old one`, 'Deploy the configuration of that release: what is missing is issued');
}
/** Why a release that failed stays as it is while CAs change. */
function keptInPhase({ rollOver }) {
    if (rollOver === undefined)
        return undefined;
    return {
        severity: 'note',
        code: 'ROLL_BACK_REFUSED',
        message: `nothing was rolled back: ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)(rollOver)} of a CA roll-over, in which old and new components trust one another`,
        hint: 'Mend the cause and go on: mcp-deploy certs rotate --ca',
    };
}
function refusal(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'ROLL_BACK_REFUSED', message, hint });
}


/***/ }),

/***/ 36451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ asWarnings),
/* harmony export */   TZ: () => (/* binding */ refuseObstacles),
/* harmony export */   eL: () => (/* binding */ permit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);

/** What is permitted is not an obstacle any more; it is still told. */
function permit(problems, permissions) {
    const permitted = [
        ...(permissions.forceConflicts === true ? ['FIELD_CONFLICT'] : []),
        ...(permissions.allowMassDelete === true ? ['MASS_DELETE'] : []),
        ...(permissions.allowOlder === true ? ['OLDER_COMMIT'] : []),
    ];
    return problems.map((problem) => {
        if (problem.severity !== 'error' || !permitted.includes(problem.code))
            return problem;
        const { hint: _hint, ...rest } = problem;
        return { ...rest, severity: 'note' };
    });
}
/** The errors among them, all at once. @throws StackError */
function refuseObstacles(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first, ...more] = errors;
    if (first === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: first.code,
        message: more.length === 0 ? first.message : `${errors.length} things stand in the way; nothing was changed`,
        hint: first.hint,
        problems,
    });
}
/** For a plan, which only shows what a deploy would be told. */
function asWarnings(problems) {
    return problems.map((problem) => (problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem));
}


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

/***/ 23507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ observeOrNothing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10390);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43009);



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
