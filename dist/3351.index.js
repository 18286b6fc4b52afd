export const id = 3351;
export const ids = [3351];
export const modules = {

/***/ 13351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  certs: () => (/* binding */ certs),
  checkCerts: () => (/* binding */ checkCerts)
});

// EXTERNAL MODULE: ./build/js/model/problem.js
var model_problem = __webpack_require__(79471);
// EXTERNAL MODULE: ./build/js/certificates/match.js
var match = __webpack_require__(79906);
// EXTERNAL MODULE: ./build/js/certificates/profile.js
var profile = __webpack_require__(77662);
// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
;// CONCATENATED MODULE: ./build/js/certificates/check.js




/**
 * Judges certificates and the CAs they trust by their life and their parts.
 *
 * @param withinDays  How near an end is called expiring.
 * @returns exitCode 0 all good · 3 something ends within the days · 4 something has ended or is broken
 */
function checkCertificates(certificates, withinDays, now) {
    const rows = [
        ...certificates.map((certificate) => checkLeaf(certificate, withinDays, now)),
        ...checkCas(certificates, withinDays, now),
    ];
    const problems = rows.flatMap(toProblem);
    const exitCode = Math.max(0, ...problems.map((problem) => model_problem/* codes */.F[problem.code]));
    return {
        certificates: rows,
        problems,
        exitCode,
        status: exitCode === 0 ? 'succeeded' : exitCode === model_problem/* codes */.F.CERTIFICATE_EXPIRING ? 'pending' : 'unhealthy',
    };
}
function checkLeaf(certificate, withinDays, now) {
    const chain = (0,read_certificate/* readCertificates */.jZ)(certificate.chainPem, `the certificate of ${certificate.component}`);
    const [leaf] = chain;
    const broken = (0,match/* findBreak */.vf)(certificate, leaf, (0,read_certificate/* findIssuer */.P3)(certificate, chain));
    return {
        component: certificate.component,
        kind: certificate.kind,
        ...(broken === undefined ? judgeLife((0,read_certificate/* endOf */.pJ)(leaf), withinDays, now) : { how: 'broken', reason: broken }),
        fingerprint: certificate.fingerprint,
        notAfter: (0,read_certificate/* endOf */.pJ)(leaf).toISOString(),
        daysLeft: (0,profile/* daysUntil */.AQ)((0,read_certificate/* endOf */.pJ)(leaf), now),
    };
}
/** Every CA once: when it ends, everything under it ends. */
function checkCas(certificates, withinDays, now) {
    const bundles = new Set(certificates.map((certificate) => certificate.trustBundlePem));
    const cas = new Map([...bundles]
        .flatMap((bundle) => (0,read_certificate/* readCertificates */.jZ)(bundle, 'a stored trust bundle'))
        .map((ca) => [(0,read_certificate/* fingerprintOf */.ax)(ca), ca]));
    return [...cas].map(([fingerprint, ca]) => ({
        component: (0,read_certificate/* showName */.$i)(ca.subject),
        kind: 'ca',
        ...judgeLife((0,read_certificate/* endOf */.pJ)(ca), withinDays, now),
        fingerprint,
        notAfter: (0,read_certificate/* endOf */.pJ)(ca).toISOString(),
        daysLeft: (0,profile/* daysUntil */.AQ)((0,read_certificate/* endOf */.pJ)(ca), now),
    }));
}
function judgeLife(end, withinDays, now) {
    if (end <= now)
        return { how: 'expired', reason: (0,match/* describeEnd */.lA)(end, now) };
    if ((0,profile/* daysUntil */.AQ)(end, now) < withinDays)
        return { how: 'expiring', reason: (0,match/* describeEnd */.lA)(end, now) };
    return { how: 'ok' };
}
function toProblem({ component, kind, how, reason }) {
    if (how === 'ok')
        return [];
    const name = kind === 'ca' ? `the CA ${component}` : `the ${kind} certificate of ${component}`;
    const code = how === 'expiring' ? 'CERTIFICATE_EXPIRING' : how === 'expired' ? 'CERTIFICATE_EXPIRED' : 'CERTIFICATE_BROKEN';
    return [
        {
            severity: how === 'expiring' ? 'warning' : 'error',
            code,
            message: `${name}: ${reason}`,
            hint: 'mcp-deploy deploy issues what is due and rolls its users.',
        },
    ];
}

// EXTERNAL MODULE: ./build/js/certificates/issue.js + 2 modules
var issue = __webpack_require__(67478);
// EXTERNAL MODULE: ./build/js/certificates/tree.js + 1 modules
var tree = __webpack_require__(57072);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/registry.js + 128 modules
var registry = __webpack_require__(172);
// EXTERNAL MODULE: ./build/js/commands/assemble-report.js
var assemble_report = __webpack_require__(37672);
// EXTERNAL MODULE: ./build/js/commands/keep-leaves.js
var keep_leaves = __webpack_require__(73617);
// EXTERNAL MODULE: ./build/js/commands/prepare.js + 11 modules
var prepare = __webpack_require__(43009);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
// EXTERNAL MODULE: ./build/js/commands/without-target.js
var without_target = __webpack_require__(23507);
;// CONCATENATED MODULE: ./build/js/commands/certs.js











/** `certs`: issues what is missing or in its renewal window, keeps it with the stack, writes the tree for people. */
async function certs(session, config, options) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const { connection, live } = await (0,without_target/* observeOrNothing */.B)(session, prepared);
    try {
        const issue = (dry, from) => issueFor(session, prepared, from, { ...options, dry });
        let outcome = await issue(true, live);
        if (outcome.certificates.some((entry) => entry.how === 'pending')) {
            const lock = await connection?.lock('certs', config.deploy.timeoutSeconds);
            try {
                const current = connection === undefined ? live : await connection.observe();
                outcome = await (0,commands_session/* timed */.J)(session, 'certificates', 'Certificates', () => issue(false, current));
                await connection?.saveState(withCertificates(session, prepared, current, outcome));
            }
            finally {
                await lock?.release();
            }
        }
        // Without a target nobody else keeps the CA's key.
        const files = { caKey: connection === undefined };
        const problems = await (0,tree/* writeCertificateTree */.l)(outcome, prepared.plan.certificatePolicy, session.io, files);
        return certificateReport(session, outcome, {
            problems: [...prepared.plan.problems, ...outcome.problems, ...problems],
            next: `To use them: ${(0,commands_session/* commandLine */.ay)(session, 'deploy')}`,
        });
    }
    finally {
        await connection?.close();
    }
}
/** `certs check`: 0 good, 3 inside the window, 4 expired, broken or missing. */
async function checkCerts(session, config, withinDays) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const { connection, live } = await (0,without_target/* observeOrNothing */.B)(session, prepared);
    await connection?.close();
    const outcome = await issueFor(session, prepared, live, { dry: true, caFromEnv: false, force: false });
    const now = session.io.clock.now();
    const certificates = outcome.certificates.flatMap((entry) => entry.certificate === undefined ? [] : [entry.certificate]);
    if (certificates.length === 0) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `the stack ${prepared.plan.stack.name} has no certificates yet`,
            hint: (0,commands_session/* commandLine */.ay)(session, 'certs'),
        });
    }
    const checked = checkCertificates(certificates, withinDays ?? prepared.plan.certificatePolicy.renewBeforeDays, now);
    return { ...certificateReport(session, outcome, {}), ...checked };
}
function issueFor(session, prepared, live, options) {
    const { plan } = prepared;
    return (0,issue/* issueCertificates */.K)({
        authorities: registry/* authorities */.eH,
        secrets: session.secretSource,
        requests: plan.certificates,
        policy: plan.certificatePolicy,
        state: live.state.fresh ? undefined : live.state,
        ...options,
    }, session.io);
}
function withCertificates(session, prepared, live, outcome) {
    const hashKey = live.state.fresh
        ? new secret/* Secret */.z('hash key', Buffer.from(session.io.random(32)).toString('base64url'))
        : live.state.hashKey;
    return {
        ...live.state,
        hashKey,
        fresh: false,
        stack: prepared.plan.stack.name,
        certificates: (0,keep_leaves/* keepLeaves */.M)(live.state, outcome),
        ...(outcome.authority === undefined ? {} : { authority: outcome.authority }),
    };
}
function certificateReport(session, outcome, rest) {
    const now = session.io.clock.now();
    return {
        ...(0,commands_session/* emptyReport */._O)(session),
        certificates: outcome.certificates.map((entry) => (0,assemble_report/* reportCertificate */.Kh)(entry, now)),
        ...rest,
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
