export const id = 9600;
export const ids = [9600];
export const modules = {

/***/ 89600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importCerts: () => (/* binding */ importCerts)
});

// EXTERNAL MODULE: ./build/js/certificates/external-settings.js
var external_settings = __webpack_require__(27440);
// EXTERNAL MODULE: ./build/js/certificates/check-answer.js + 1 modules
var check_answer = __webpack_require__(6939);
// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
;// CONCATENATED MODULE: ./build/js/certificates/read-signed.js




const endings = /\.(?:crt|cert|cer|pem|der)$/i;
const wrapped = /\.(?:p7b|p7c|p12|pfx)$/i;
/**
 * Every certificate in a folder and in the folders in it, PEM or DER.
 *
 * @throws StackError USAGE when the folder is not there.
 */
async function readSigned(folder, io) {
    const certificates = [];
    const problems = [];
    for (const file of await filesIn(folder, io)) {
        if (wrapped.test(file))
            problems.push(wrong(file, 'is a PKCS #7 or PKCS #12 container, not PEM', unwrap(file)));
        if (!endings.test(file))
            continue;
        let bytes;
        try {
            bytes = Buffer.from(await io.files.readBytes((0,external_node_path_.join)(folder, file)));
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            problems.push(wrong(file, `cannot be read: ${reason}`, 'Put the certificate itself there, as a file, or remove it.'));
            continue;
        }
        try {
            certificates.push(...parse(bytes).map((certificate) => ({ certificate, file })));
        }
        catch {
            problems.push(wrong(file, 'holds no certificate that can be read', 'Give it as PEM, complete, or as DER.'));
        }
    }
    return { certificates, problems };
}
/** `opa.crt`, `opa/tls.crt` → `opa` */
function nameOf(file) {
    const folder = (0,external_node_path_.dirname)(file);
    return folder === '.' ? (0,external_node_path_.basename)(file).replace(/\.[^.]+$/, '') : (0,external_node_path_.basename)(folder);
}
async function filesIn(folder, io) {
    const list = async (path) => {
        try {
            return await io.files.list(path);
        }
        catch {
            return undefined;
        }
    };
    const names = await list(folder);
    if (names === undefined) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `${folder} is not a folder that can be read`,
            hint: 'Name the folder that holds the signed certificates: mcp-deploy certs import DIR',
        });
    }
    const found = [];
    for (const name of names) {
        const inner = endings.test(name) || wrapped.test(name) ? undefined : await list((0,external_node_path_.join)(folder, name));
        found.push(...(inner === undefined ? [name] : inner.map((one) => (0,external_node_path_.join)(name, one))));
    }
    return found;
}
/** A file with keys in it is read for its certificates alone. */
function parse(bytes) {
    const text = bytes.toString('latin1');
    if (!text.includes('-----BEGIN'))
        return [new external_node_crypto_.X509Certificate(bytes)];
    const found = (0,read_certificate/* splitPem */.Z1)(text).map((pem) => new external_node_crypto_.X509Certificate(pem));
    if (found.length === 0)
        throw new Error('no certificate');
    return found;
}
function wrong(file, what, hint) {
    return { severity: 'error', code: 'CERTIFICATE_INVALID', message: `${file} ${what}`, hint };
}
function unwrap(file) {
    const pem = file.replace(wrapped, '.pem');
    return /\.p7/i.test(file)
        ? `openssl pkcs7 -print_certs -in ${file} -out ${pem} (with -inform DER where it is not text)`
        : `openssl pkcs12 -nokeys -in ${file} -out ${pem}`;
}

;// CONCATENATED MODULE: ./build/js/certificates/explain-unused.js


/** Why requests still wait although a folder was given: it is empty, has the answers of the last time, or one under a wrong name. */
function explainUnused({ folder, certificates, owners, remaining, none }) {
    if (remaining.length === 0)
        return [];
    const leaves = certificates.filter(({ certificate }) => !certificate.ca);
    if (leaves.length === 0 && none) {
        return certificates.length === 0
            ? [warning(`${folder} holds no certificate`, 'One that is read ends in .crt, .cert, .cer, .pem or .der.')]
            : [warning(`${folder} holds certificates of CAs only`, 'Put what was signed beside them, as NAME.crt.')];
    }
    const had = leaves.flatMap(({ certificate, file }) => {
        const owner = owners.get((0,read_certificate/* fingerprintOf */.ax)(certificate));
        return owner === undefined ? [] : [{ file, owner }];
    });
    const misnamed = had.flatMap(({ file, owner }) => {
        const named = remaining.find(({ component }) => component === nameOf(file) && component !== owner);
        if (named === undefined)
            return [];
        const what = `${file} is the certificate of ${owner}, which it has already, and not one of ${named.component}`;
        return [warning(what, `Have the request of ${named.component} signed.`)];
    });
    if (!none || misnamed.length > 0 || had.length === 0)
        return misnamed;
    const files = had.map(({ file }) => file).join(', ');
    return [
        warning(`${folder} holds only certificates that the stack has already: ${files}`, 'Give the answers to these requests.'),
    ];
}
function warning(message, hint) {
    return { severity: 'warning', code: 'WORK_PENDING', message, hint };
}

// EXTERNAL MODULE: ./build/js/certificates/key.js
var certificates_key = __webpack_require__(17436);
// EXTERNAL MODULE: ./build/js/certificates/open-requests.js
var open_requests = __webpack_require__(24122);
// EXTERNAL MODULE: ./build/js/certificates/refuse-answers.js
var refuse_answers = __webpack_require__(16821);
// EXTERNAL MODULE: ./build/js/certificates/share-trust.js
var share_trust = __webpack_require__(70079);
// EXTERNAL MODULE: ./build/js/certificates/to-certificate.js
var to_certificate = __webpack_require__(23560);
;// CONCATENATED MODULE: ./build/js/certificates/import-signed.js









/**
 * Matches what was signed to the open requests by public key, and checks all of it: one wrong certificate, and none is taken.
 *
 * @throws StackError CERTIFICATE_INVALID with everything that is wrong; USAGE when the folder is not there.
 */
async function importSigned(input, now, io) {
    const { folder, requests, open, current, trust } = input;
    const { certificates, problems: unreadable } = await readSigned(folder, io);
    const wanted = requests.flatMap((request) => {
        const found = (0,open_requests/* findOpen */.Ee)(request, open);
        return found === undefined ? [] : [{ request, entry: found }];
    });
    const matched = wanted.map(({ request, entry }) => ({ request, entry, answer: newestFor(entry, certificates) }));
    const answered = matched.flatMap(({ answer, ...rest }) => (answer === undefined ? [] : [{ ...rest, answer }]));
    const cas = certificates.filter(({ certificate }) => certificate.ca).map(({ certificate }) => certificate.toString());
    const checked = await Promise.all(answered.map(({ request, entry, answer }) => (0,check_answer/* checkAnswer */.d)({ request, keyPem: entry.keyPem, pem: [answer.certificate.toString(), ...cas].join('\n'), source: answer.file }, trust, now)));
    const stranger = findUnmatched(certificates, input);
    const problems = [...unreadable, ...checked.flatMap((one) => one.problems), ...stranger];
    const issued = checked.flatMap((one) => one.issued ?? []);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const apart = errors.length > 0 ? [] : findApart(issued, current, requests, now);
    const hint = 'Nothing was taken over. Correct it and import again: the requests are as they were.';
    if (errors.length + apart.length > 0)
        throw (0,refuse_answers/* refuseAnswers */.e)([...problems, ...apart], hint);
    const done = new Set(answered.map(({ entry }) => entry));
    const remaining = wanted.map(({ entry }) => entry).filter((entry) => !done.has(entry));
    const owners = new Map(current.map(({ fingerprint, component }) => [fingerprint, component]));
    const unused = explainUnused({ folder, certificates, owners, remaining, none: issued.length === 0 });
    return { issued, remaining, problems: [...problems, ...unused] };
}
/** Signed twice: the one that lives longer. */
function newestFor(entry, certificates) {
    const key = (0,certificates_key/* publicKeyInfo */.hx)((0,certificates_key/* importKey */.Fh)(entry.keyPem));
    return certificates
        .filter(({ certificate }) => (0,certificates_key/* isSameKey */.yL)(certificate, key))
        .toSorted((a, b) => (0,read_certificate/* endOf */.pJ)(b.certificate).getTime() - (0,read_certificate/* endOf */.pJ)(a.certificate).getTime())[0];
}
/** Leaves for a key that nobody here has; what was imported before is no stranger. */
function findUnmatched(certificates, { open, current, requests }) {
    const today = requests.flatMap((request) => (0,open_requests/* findOpen */.Ee)(request, open) ?? []);
    const known = new Set(current.map(({ fingerprint }) => fingerprint));
    const keys = open.map((entry) => ({ entry, key: (0,certificates_key/* publicKeyInfo */.hx)((0,certificates_key/* importKey */.Fh)(entry.keyPem)) }));
    return certificates.flatMap(({ certificate, file }) => {
        if (certificate.ca || known.has((0,read_certificate/* fingerprintOf */.ax)(certificate)))
            return [];
        const owner = keys.find(({ key }) => (0,certificates_key/* isSameKey */.yL)(certificate, key))?.entry;
        if (owner !== undefined && today.includes(owner))
            return [];
        const named = today.find(({ component }) => component === nameOf(file));
        const names = today.map(({ component }) => component).join(', ');
        return [
            {
                severity: 'error',
                code: 'CERTIFICATE_INVALID',
                message: owner !== undefined
                    ? `${file} answers a request of ${owner.component} that is not the one of today: its names or key kind changed since`
                    : named !== undefined
                        ? `${file} is for another key than the request of ${named.component} (subject ${(0,read_certificate/* showName */.$i)(certificate.subject)})`
                        : `${file} is for a key that no open request has (subject ${(0,read_certificate/* showName */.$i)(certificate.subject)})`,
                hint: `Have the requests signed as they are; open: ${names === '' ? 'none' : names}.`,
            },
        ];
    });
}
/** A root that the other certificates do not know would cut the stack in two. */
function findApart(issued, current, requests, now) {
    const fresh = issued.map(to_certificate/* toCertificate */.T);
    const stay = current.filter(({ component, notAfter }) => requests.some((request) => request.component === component) &&
        !fresh.some((one) => one.component === component) &&
        new Date(notAfter) > now);
    const apart = (0,share_trust/* findStrangers */.xk)([...fresh, ...stay]);
    if (apart.length === 0)
        return [];
    const others = stay.map(({ component }) => component).join(', ');
    return [
        {
            severity: 'error',
            code: 'CERTIFICATE_INVALID',
            message: stay.length === 0
                ? `these certificates end at different roots, so the components would not trust one another: ${apart.join(', ')}`
                : `these certificates end at another root than those that ${others} have, and they would not trust one another`,
            hint: stay.length === 0
                ? 'Have all of them signed under one root, or give every root in certificates.external.ca_file.'
                : 'Have all of them signed by the new CA and import them together: `mcp-deploy certs --force` makes the requests.',
        },
    ];
}

// EXTERNAL MODULE: ./build/js/certificates/tree.js + 1 modules
var certificates_tree = __webpack_require__(57072);
// EXTERNAL MODULE: ./build/js/certificates/trust-file.js
var trust_file = __webpack_require__(37600);
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 6 modules
var certificate_state = __webpack_require__(95096);
// EXTERNAL MODULE: ./build/js/commands/prepare.js + 11 modules
var prepare = __webpack_require__(43009);
// EXTERNAL MODULE: ./build/js/commands/report-certificates.js
var report_certificates = __webpack_require__(65272);
// EXTERNAL MODULE: ./build/js/commands/request-signatures.js + 1 modules
var request_signatures = __webpack_require__(96662);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
// EXTERNAL MODULE: ./build/js/commands/without-target.js
var without_target = __webpack_require__(23507);
;// CONCATENATED MODULE: ./build/js/commands/import-certs.js













/** `certs import DIR`: takes signed chains back, checks them against the open requests, keeps them with the stack. */
async function importCerts(session, config, from) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const settings = (0,external_settings/* externalSettings */.H)(prepared.plan.certificatePolicy);
    const { connection, live } = await (0,without_target/* observeOrNothing */.B)(session, prepared);
    try {
        const lock = await connection?.lock('certs import', config.deploy.timeoutSeconds);
        try {
            const now = session.io.clock.now();
            const seen = (await connection?.observe()) ?? live;
            const { open, current } = await stored(session, prepared, seen);
            const trust = await (0,trust_file/* readTrustFile */.X)(settings, session.io);
            const folder = from ?? settings.folder;
            const input = { folder, requests: prepared.plan.certificates, open, current, trust };
            const imported = await (0,commands_session/* timed */.J)(session, 'certificates', `Certificates from ${folder}`, () => importSigned(input, now, session.io));
            const outcome = outcomeOf(prepared, current, imported);
            if (imported.issued.length === 0)
                return await reportImport(session, prepared, outcome, imported, open.length > 0);
            await connection?.saveState((0,certificate_state/* withCertificates */.fN)(session, prepared, seen, outcome));
            const problems = await (0,certificates_tree/* writeCertificateTree */.l)(outcome, prepared.plan.certificatePolicy, session.io);
            // With a target its state has them, whatever an earlier run without it had written.
            await (0,open_requests/* writeOpenRequests */.qj)(connection === undefined ? imported.remaining : [], prepared.plan.certificatePolicy, session.io);
            return await reportImport(session, prepared, { ...outcome, problems: [...outcome.problems, ...problems] }, imported, true);
        }
        finally {
            await lock?.release();
        }
    }
    finally {
        await connection?.close();
    }
}
/** What waits, and what is used now: with the target, else in files. */
async function stored(session, { plan }, { state }) {
    const open = await (0,open_requests/* findOpenRequests */.Sq)(state.openRequests, plan.certificatePolicy, session.io);
    if (!state.fresh)
        return { open, current: state.certificates };
    const tree = await (0,certificates_tree/* readTree */.Z)(plan.certificates, plan.certificatePolicy, session.io);
    return { open, current: tree?.certificates ?? [] };
}
function outcomeOf({ plan }, current, { issued, remaining, problems }) {
    const certificates = plan.certificates.map((request) => {
        const fresh = issued.find((one) => one.request === request);
        if (fresh !== undefined)
            return { request, certificate: (0,to_certificate/* toCertificate */.T)(fresh), how: 'imported' };
        const waits = remaining.some(({ component }) => component === request.component);
        const kept = current.find(({ component }) => component === request.component);
        const waiting = waits ? { waiting: true, reason: 'its request waits for a signature' } : {};
        if (kept !== undefined)
            return { request, certificate: kept, how: 'kept', ...waiting };
        return { request, how: 'pending', reason: 'missing', ...waiting };
    });
    return { certificates, openRequests: remaining, problems };
}
async function reportImport(session, prepared, outcome, { issued, remaining }, wereOpen) {
    if (!wereOpen && outcome.certificates.every(({ certificate }) => certificate === undefined)) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `the stack ${prepared.plan.stack.name} has no open certificate request`,
            hint: `To make requests: ${(0,commands_session/* commandLine */.ay)(session, 'certs')}`,
        });
    }
    const certificates = (0,report_certificates/* reportCertificates */.N)(outcome, session.io.clock.now());
    const told = wereOpen ? await (0,request_signatures/* tellRequests */.Cy)(session, prepared, remaining) : '';
    const pending = remaining.length > 0;
    return {
        ...(0,commands_session/* emptyReport */._O)(session),
        status: pending ? 'pending' : issued.length > 0 ? 'succeeded' : 'unchanged',
        exitCode: pending ? 3 : 0,
        certificates: certificates.certificates,
        problems: [...prepared.plan.problems, ...outcome.problems, ...certificates.problems],
        next: pending ? told : `To use them: ${(0,commands_session/* commandLine */.ay)(session, 'deploy')}`,
    };
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


/***/ })

};
