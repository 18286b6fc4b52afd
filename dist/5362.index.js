export const id = 5362;
export const ids = [5362];
export const modules = {

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

/***/ 25362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certs: () => (/* binding */ certs)
/* harmony export */ });
/* harmony import */ var _certificates_open_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24122);
/* harmony import */ var _certificates_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57072);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12027);
/* harmony import */ var _secrets_reference_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(58345);
/* harmony import */ var _ask_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69272);
/* harmony import */ var _certificate_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95096);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43009);
/* harmony import */ var _report_certificates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65272);
/* harmony import */ var _request_signatures_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96662);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39045);
/* harmony import */ var _without_target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23507);











/** `certs`: issues what is missing or in its renewal window, keeps it with the stack, writes the tree for people. */
async function certs(session, config, options) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_without_target_js__WEBPACK_IMPORTED_MODULE_8__/* .observeOrNothing */ .B)(session, prepared);
    try {
        const issue = (dry, from) => (0,_certificate_state_js__WEBPACK_IMPORTED_MODULE_4__/* .issueFor */ .zE)(session, prepared, from, { ...options, dry });
        let outcome = await issue(true, live);
        if (prepared.plan.certificatePolicy.issuer !== undefined)
            return keptElsewhere(session, prepared, outcome);
        if (outcome.certificates.some(isOpen) || beginsRollOver(outcome, live)) {
            const lock = await connection?.lock('certs', config.deploy.timeoutSeconds);
            try {
                const current = connection === undefined ? live : await connection.observe();
                outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .timed */ .J)(session, 'certificates', 'Certificates', () => issue(false, current));
                if (changes(outcome, current))
                    await connection?.saveState((0,_certificate_state_js__WEBPACK_IMPORTED_MODULE_4__/* .withCertificates */ .fN)(session, prepared, current, outcome));
            }
            finally {
                await lock?.release();
            }
        }
        // Without a target nobody else keeps the CA's key.
        const files = { caKey: connection === undefined };
        const problems = await (0,_certificates_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .writeCertificateTree */ .l)(outcome, prepared.plan.certificatePolicy, session.io, files);
        const open = outcome.openRequests ?? [];
        if (outcome.openRequests !== undefined) {
            const kept = connection === undefined ? open : [];
            await (0,_certificates_open_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .writeOpenRequests */ .qj)(kept, prepared.plan.certificatePolicy, session.io);
        }
        const told = (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_6__/* .reportCertificates */ .N)(outcome, session.io.clock.now());
        return {
            ...(0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyReport */ ._O)(session),
            certificates: told.certificates,
            secrets: (0,_secrets_reference_js__WEBPACK_IMPORTED_MODULE_10__/* .showSources */ .A)(await (0,_ask_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .pairSources */ .Dp)(session, prepared.plan, options)),
            problems: [...prepared.plan.problems, ...outcome.problems, ...problems, ...told.problems],
            ...(open.length === 0
                ? { next: `To use them: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .commandLine */ .ay)(session, 'deploy')}` }
                : { status: 'pending', exitCode: 3, next: await (0,_request_signatures_js__WEBPACK_IMPORTED_MODULE_7__/* .tellRequests */ .Cy)(session, prepared, open) }),
        };
    }
    finally {
        await connection?.close();
    }
}
/** A run that only tells again what somebody has to sign writes nothing. */
function changes(outcome, { state }) {
    const signed = outcome.certificates.some(({ how }) => how === 'issued');
    return signed || beginsRollOver(outcome, { state }) || !(0,_request_signatures_js__WEBPACK_IMPORTED_MODULE_7__/* .sameRequests */ .H9)(outcome.openRequests ?? [], state.openRequests);
}
function isOpen({ how, waiting }) {
    return how === 'pending' || waiting === true;
}
/** cert-manager keeps them: no file is written, and what is missing comes with a deploy, for pods wait for it. */
function keptElsewhere(session, { plan }, outcome) {
    const missing = outcome.certificates.filter(({ how }) => how === 'pending');
    if (missing.length === 0) {
        const { certificates, problems } = (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_6__/* .reportCertificates */ .N)(outcome, session.io.clock.now());
        return { ...(0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyReport */ ._O)(session), certificates, problems: [...plan.problems, ...outcome.problems, ...problems] };
    }
    const list = missing.map(({ reason = 'missing', request }) => `${request.component} (${reason})`).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L({
        code: 'NOT_SUPPORTED',
        message: `cert-manager issues with a deploy and keeps what it makes; it is not asked yet for ${list}`,
        hint: (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .commandLine */ .ay)(session, 'deploy'),
        next: (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .commandLine */ .ay)(session, 'deploy'),
    });
}
/** Where nothing has to be issued for it yet: everything trusts the new CA too. */
function beginsRollOver({ rollOver }, { state }) {
    return rollOver !== undefined && rollOver.newTrustPem !== state.rollOver?.newTrustPem;
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

/***/ 23507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ observeOrNothing),
/* harmony export */   y: () => (/* binding */ withTarget)
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
/** What `work` makes of it; it may still ask through the connection: secrets of the cluster are read there. */
async function withTarget(session, prepared, work) {
    const { connection, live } = await observeOrNothing(session, prepared);
    try {
        return await work(live);
    }
    finally {
        await connection?.close();
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
