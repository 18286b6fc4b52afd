export const id = 6717;
export const ids = [6717];
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

/***/ 69272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ askSecrets),
/* harmony export */   Dp: () => (/* binding */ pairSources),
/* harmony export */   WZ: () => (/* binding */ resolveAll)
/* harmony export */ });
/* harmony import */ var _certificates_authority_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50507);
/* harmony import */ var _certificates_choose_authority_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71506);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12027);
/* harmony import */ var _secrets_resolve_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42294);
/* harmony import */ var _certificate_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95096);
/* harmony import */ var _obstacles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36451);






/**
 * Asks for every secret; the drafts get the same answers. Before a build: what is missing costs none, and what a build prints is
 * masked. A CA's pair is judged, too; one that is missing is refused only where something has to be signed.
 *
 * @throws StackError with all problems of all secrets, as resolveSecrets does; AUTHORITY_FAILED
 */
async function askSecrets(session, plan, live, asked) {
    const options = { generated: live.state.generated, hashKey: undefined, dry: true };
    await askAll(session, plan, options, asked);
    const { caFromEnv, dryRun, externalPki, renew, rollOver, skipCertificates } = asked;
    if (dryRun || skipCertificates || !wantsPair(plan, asked))
        return;
    const outcome = await (0,_certificate_state_js__WEBPACK_IMPORTED_MODULE_4__/* .issueFor */ .zE)(session, { plan }, live, {
        caFromEnv,
        externalPki,
        force: false,
        dry: true,
        ...(renew === undefined ? {} : { renew }),
        ...(rollOver === undefined ? {} : { rollOver }),
    });
    (0,_obstacles_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseObstacles */ .TZ)((0,_obstacles_js__WEBPACK_IMPORTED_MODULE_5__/* .unsignedOf */ .nK)(outcome));
}
/** Every secret of the stack and the CA's pair. @throws StackError with all problems of all of them. */
async function resolveAll(session, plan, options, signer) {
    const { secrets, pair } = await askAll(session, plan, options, signer);
    return pair === undefined ? secrets : { ...secrets, provenance: { ...pair.provenance, ...secrets.provenance } };
}
/** Where the CA's pair came from; nothing where another one signs. */
async function pairSources(session, plan, signer) {
    return (await findPair(session, plan, signer))?.provenance ?? {};
}
async function askAll(session, plan, options, signer) {
    const [resolved, found] = await Promise.allSettled([
        (0,_secrets_resolve_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveSecrets */ .M)(plan.secrets, { ...options, source: session.secretSource }, session.io),
        findPair(session, plan, signer),
    ]);
    if (resolved.status === 'fulfilled' && found.status === 'fulfilled')
        return { secrets: resolved.value, pair: found.value };
    const reasons = [resolved, found].flatMap((one) => one.status === 'rejected' ? [one.reason] : []);
    const [first] = reasons;
    const problems = reasons.flatMap((reason) => (reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L ? reason.problems : []));
    // One alone says it in its own words; what is no StackError is our bug, and is told first.
    const strange = reasons.find((reason) => !(reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L));
    if (strange !== undefined || reasons.length === 1 || !(first instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L))
        throw strange ?? first;
    const { code, hint } = first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L({ code, message: `${problems.length} secrets cannot be used`, hint, problems });
}
async function findPair(session, plan, signer) {
    if (!wantsPair(plan, signer))
        return undefined;
    const { io, secretSource } = session;
    const pair = await (0,_certificates_authority_pair_js__WEBPACK_IMPORTED_MODULE_0__/* .findAuthorityPair */ .t)({ io, secrets: secretSource, policy: plan.certificatePolicy });
    if (pair === undefined && signer.caFromEnv === true && secretSource !== undefined)
        throw (0,_certificates_choose_authority_js__WEBPACK_IMPORTED_MODULE_1__/* .orderedButMissing */ .XY)();
    return pair;
}
function wantsPair({ certificatePolicy: policy, certificates }, { caFromEnv = false, externalPki = false }) {
    return certificates.length > 0 && (0,_certificates_authority_pair_js__WEBPACK_IMPORTED_MODULE_0__/* .signsWithPair */ .M)({ policy, caFromEnv, externalPki });
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
// EXTERNAL MODULE: ./build/js/render/render-bundle.js + 22 modules
var render_bundle = __webpack_require__(70314);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/secrets/variable-limit.js
var variable_limit = __webpack_require__(45196);
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
            refuseTooLong(name, secrets.compose(value, name));
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
function refuseTooLong(name, value) {
    const why = (0,pending/* isPending */.m)(value) ? undefined : (0,variable_limit/* whyTooLong */.n)(value.reveal(), [name]);
    if (why === undefined)
        return;
    throw new js_errors/* StackError */.L({ code: 'SECRET_INVALID', message: `the value of ${name} ${why}`, hint: variable_limit/* tooLongHint */.K });
}

// EXTERNAL MODULE: ./build/js/commands/ask-secrets.js
var ask_secrets = __webpack_require__(69272);
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 6 modules
var certificate_state = __webpack_require__(95096);
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
    const hashKey = input.keptKeyOnly === true && state.fresh ? undefined : (0,certificate_state/* hashKeyOf */.Tf)(session, state);
    if (hashKey !== undefined)
        session.io.redactor.add(hashKey);
    const secrets = await (0,ask_secrets/* resolveAll */.WZ)(session, plan, { generated: state.generated, hashKey, dry }, input);
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
    const changes = noteMoves(target.diff(bundle, live), images, live);
    return {
        plan,
        live,
        images,
        secrets,
        certificates,
        bundle,
        changes,
        obstacles: [
            ...(0,obstacles/* permit */.eL)(target.problems?.(bundle, live) ?? [], input.permissions ?? {}),
            // Once: what is made under the lock nobody could have written into a template.
            ...(dry ? (0,leaks/* bundleLeaks */.Zt)(session, bundle) : []),
        ],
        problems: [
            ...secrets.problems,
            ...certificates.problems,
            ...(0,obstacles/* asWarnings */.EX)((0,obstacles/* unsignedOf */.nK)(certificates)),
            ...(0,note_roll_over/* noteRollOver */.IZ)({ plan, certificates, changes }),
            ...tooShort(session, plan),
        ],
        state: {
            ...(0,certificate_state/* withCertificates */.fN)(session, input, { state: { ...state, hashKey: hashKey ?? state.hashKey, fresh: false } }, certificates),
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
    const { unsigned: _unsigned, ...rest } = outcome;
    return { ...rest, certificates };
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

/***/ 79552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ noteRollOver),
/* harmony export */   VX: () => (/* binding */ summaryInPhase),
/* harmony export */   ez: () => (/* binding */ phaseTitle),
/* harmony export */   j0: () => (/* binding */ refuseAcrossPhase),
/* harmony export */   nH: () => (/* binding */ keptInPhase),
/* harmony export */   wo: () => (/* binding */ rotateCa)
/* harmony export */ });
/* harmony import */ var _certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65679);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63466);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);




const doing = {
    trust: 'everything trusts the old and the new CA',
    leaves: 'the new CA issues every certificate',
    drop: 'nothing trusts the old CA any more',
};
/** `CA roll-over, phase 1 of 3: everything trusts the old and the new CA` */
function phaseTitle(phase) {
    return `CA roll-over, ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)({ phase })}: ${doing[phase]}`;
}
/** What goes on with a change of CAs of this stack, or begins one. */
function rotateCa(session) {
    return `${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'certs rotate')} --ca`;
}
/** What the history says of a release: its phase before its changes. */
function summaryInPhase({ rollOver }, summary) {
    return rollOver === undefined ? summary : `CA roll-over, ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)(rollOver)}: ${summary}`;
}
/** What a change of CAs means for who calls the stack: its users roll once in every phase that changes what they have. */
function noteRollOver({ plan, certificates: { certificates, rollOver }, changes, }) {
    if (rollOver === undefined)
        return [];
    const rest = rollOver.phase === 'drop' ? '' : '; the other phases follow as soon as this one is proven';
    const title = phaseTitle(rollOver.phase);
    if (!(0,_model_change_js__WEBPACK_IMPORTED_MODULE_3__/* .hasWork */ .O)({ changes })) {
        return [{ severity: 'note', code: 'CONFIG_NOTE', message: `${title}; it changes nothing that runs${rest}` }];
    }
    const users = certificates.map(({ request }) => request.component);
    const who = users.length > 5 ? `all ${users.length} users of certificates` : users.join(', ');
    const onKubernetes = plan.stack.target === 'kubernetes';
    // A database in a volume has the gateway's old pod end first.
    const inVolume = Object.keys(plan.gateway.dataPaths).length > 0;
    const parallel = onKubernetes && plan.deploy.rolling === 'parallel' && !inVolume;
    const told = `${title}; rolls ${who}${rest}`;
    if (parallel)
        return [{ severity: 'note', code: 'CONFIG_NOTE', message: told }];
    return [
        {
            severity: 'warning',
            code: 'CONFIG_WARNING',
            message: `${told}; they roll in place: calls fail closed for seconds in each phase`,
            ...(onKubernetes ? { hint: inVolume ? withDatabase : 'ci_cd.deploy.rolling: parallel loses no call' } : {}),
        },
    ];
}
const withDatabase = 'ci_cd.deploy.rolling: parallel, with infrastructure.postgres or a DATABASE_URL of its own, loses no call';
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
/* harmony export */   eL: () => (/* binding */ permit),
/* harmony export */   nK: () => (/* binding */ unsignedOf)
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
/** What ends a run that has to sign, and a plan only warns of. */
function unsignedOf({ unsigned }) {
    return unsigned === undefined ? [] : [unsigned];
}


/***/ }),

/***/ 63466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ hasWork)
/* harmony export */ });
/** Whether anything would be done. */
function hasWork({ changes }) {
    return changes.some(({ action }) => action !== 'unchanged');
}


/***/ })

};
