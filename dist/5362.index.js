export const id = 5362;
export const ids = [5362];
export const modules = {

/***/ 25362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certs: () => (/* binding */ certs)
/* harmony export */ });
/* harmony import */ var _certificates_open_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24122);
/* harmony import */ var _certificates_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57072);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12027);
/* harmony import */ var _certificate_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97770);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43009);
/* harmony import */ var _report_certificates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65272);
/* harmony import */ var _request_signatures_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96662);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39045);
/* harmony import */ var _without_target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23507);









/** `certs`: issues what is missing or in its renewal window, keeps it with the stack, writes the tree for people. */
async function certs(session, config, options) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_without_target_js__WEBPACK_IMPORTED_MODULE_7__/* .observeOrNothing */ .B)(session, prepared);
    try {
        const issue = (dry, from) => (0,_certificate_state_js__WEBPACK_IMPORTED_MODULE_3__/* .issueFor */ .zE)(session, prepared, from, { ...options, dry });
        let outcome = await issue(true, live);
        if (prepared.plan.certificatePolicy.issuer !== undefined)
            return keptElsewhere(session, prepared, outcome);
        if (outcome.certificates.some(isOpen) || beginsRollOver(outcome, live)) {
            const lock = await connection?.lock('certs', config.deploy.timeoutSeconds);
            try {
                const current = connection === undefined ? live : await connection.observe();
                outcome = await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .timed */ .J)(session, 'certificates', 'Certificates', () => issue(false, current));
                if (changes(outcome, current))
                    await connection?.saveState((0,_certificate_state_js__WEBPACK_IMPORTED_MODULE_3__/* .withCertificates */ .fN)(session, prepared, current, outcome));
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
        const told = (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_5__/* .reportCertificates */ .N)(outcome, session.io.clock.now());
        return {
            ...(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyReport */ ._O)(session),
            certificates: told.certificates,
            problems: [...prepared.plan.problems, ...outcome.problems, ...problems, ...told.problems],
            ...(open.length === 0
                ? { next: `To use them: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .commandLine */ .ay)(session, 'deploy')}` }
                : { status: 'pending', exitCode: 3, next: await (0,_request_signatures_js__WEBPACK_IMPORTED_MODULE_6__/* .tellRequests */ .Cy)(session, prepared, open) }),
        };
    }
    finally {
        await connection?.close();
    }
}
/** A run that only tells again what somebody has to sign writes nothing. */
function changes(outcome, { state }) {
    const signed = outcome.certificates.some(({ how }) => how === 'issued');
    return signed || beginsRollOver(outcome, { state }) || !(0,_request_signatures_js__WEBPACK_IMPORTED_MODULE_6__/* .sameRequests */ .H9)(outcome.openRequests ?? [], state.openRequests);
}
function isOpen({ how, waiting }) {
    return how === 'pending' || waiting === true;
}
/** cert-manager keeps them: no file is written, and what is missing comes with a deploy, for pods wait for it. */
function keptElsewhere(session, { plan }, outcome) {
    const missing = outcome.certificates.filter(({ how }) => how === 'pending');
    if (missing.length === 0) {
        const { certificates, problems } = (0,_report_certificates_js__WEBPACK_IMPORTED_MODULE_5__/* .reportCertificates */ .N)(outcome, session.io.clock.now());
        return { ...(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .emptyReport */ ._O)(session), certificates, problems: [...plan.problems, ...outcome.problems, ...problems] };
    }
    const list = missing.map(({ reason = 'missing', request }) => `${request.component} (${reason})`).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L({
        code: 'NOT_SUPPORTED',
        message: `cert-manager issues with a deploy and keeps what it makes; it is not asked yet for ${list}`,
        hint: (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .commandLine */ .ay)(session, 'deploy'),
    });
}
/** Where nothing has to be issued for it yet: everything trusts the new CA too. */
function beginsRollOver({ rollOver }, { state }) {
    return rollOver !== undefined && rollOver.newTrustPem !== state.rollOver?.newTrustPem;
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
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 8 modules
var certificate_state = __webpack_require__(97770);
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
