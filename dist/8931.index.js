export const id = 8931;
export const ids = [8931,5013];
export const modules = {

/***/ 98931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkCerts: () => (/* binding */ checkCerts)
});

// UNUSED EXPORTS: checkObserved

// EXTERNAL MODULE: ./build/js/model/problem.js
var model_problem = __webpack_require__(79471);
// EXTERNAL MODULE: ./build/js/certificates/await-signatures.js
var await_signatures = __webpack_require__(88381);
// EXTERNAL MODULE: ./build/js/certificates/in-use.js
var in_use = __webpack_require__(60218);
// EXTERNAL MODULE: ./build/js/certificates/match.js
var match = __webpack_require__(79906);
// EXTERNAL MODULE: ./build/js/certificates/profile.js
var profile = __webpack_require__(77662);
// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
// EXTERNAL MODULE: ./build/js/certificates/share-trust.js
var share_trust = __webpack_require__(70079);
// EXTERNAL MODULE: ./build/js/certificates/trusted.js
var trusted = __webpack_require__(62320);
// EXTERNAL MODULE: ./build/js/certificates/way-up.js
var way_up = __webpack_require__(92200);
;// CONCATENATED MODULE: ./build/js/certificates/judge-stored.js






/** A stored leaf by its parts, its life and its root. */
function checkLeaf(certificate, horizon, rootsPem) {
    const chain = (0,read_certificate/* readCertificates */.jZ)(certificate.chainPem, `the certificate of ${certificate.component}`);
    const [leaf] = chain;
    const way = (0,way_up/* wayUp */.z)(certificate, chain);
    const broken = (0,match/* findBreak */.vf)(certificate, leaf, way);
    const life = judgeLeafLife(certificate, chain, way, horizon);
    const foreign = life.how !== 'expired' && rootsPem !== undefined && !(0,share_trust/* isTrustedBy */.Z8)(certificate, rootsPem);
    return {
        component: certificate.component,
        kind: certificate.kind,
        ...(broken === undefined ? (foreign ? underAnotherRoot : life) : { how: 'broken', reason: broken }),
        ...(0,trusted/* lifeOf */.c)(leaf, horizon.now, (0,read_certificate/* endOf */.pJ)(way.first)),
    };
}
/** It works, for the stack trusts what it was issued with; a deploy asks for another one. */
const underAnotherRoot = { how: 'untrusted', reason: 'its chain ends at no root of certificates.external.ca_file' };
/** Due when a deploy would renew it. Where only another CA could give more, that one's row tells the end. */
function judgeLeafLife(certificate, chain, way, { withinDays, now, renewal }) {
    const [leaf] = chain;
    const request = renewal?.requests.find(({ component }) => component === certificate.component);
    if (renewal === undefined || request === undefined || (0,read_certificate/* endOf */.pJ)(way.first) <= now)
        return judgeLife(way.first, withinDays, now, leaf);
    const issuer = renewal.ownRules ? undefined : (0,read_certificate/* findIssuer */.P3)(certificate, chain);
    switch ((0,match/* renewalOf */.wc)(leaf, way, issuer, request, now)) {
        case 'early':
            return { how: 'ok' };
        case 'due':
            return { how: 'expiring', reason: (0,match/* describeFirst */.Ms)(leaf, way.first, now) };
        case 'vain':
            return { how: 'ok', reason: 'ends together with a CA above it' };
    }
}
/** Every CA once, intermediates too: when it ends, everything under it ends. */
function checkCas(certificates, { withinDays, now }) {
    return (0,trusted/* findCas */.J)(certificates).map((ca) => ({
        component: (0,read_certificate/* showName */.$i)(ca.subject),
        kind: 'ca',
        ...judgeLife(ca, withinDays, now),
        ...(0,trusted/* lifeOf */.c)(ca, now),
    }));
}
/** @param of  What `first` ends, where that is another one. */
function judgeLife(first, withinDays, now, of = first) {
    const end = (0,read_certificate/* endOf */.pJ)(first);
    if (end <= now)
        return { how: 'expired', reason: (0,match/* describeFirst */.Ms)(of, first, now) };
    if (end < (0,profile/* addDays */.fi)(now, withinDays))
        return { how: 'expiring', reason: (0,match/* describeFirst */.Ms)(of, first, now) };
    return { how: 'ok' };
}

;// CONCATENATED MODULE: ./build/js/certificates/check.js





/**
 * Judges certificates and the CAs they trust by their life and their parts, and those that run by whether they are these.
 *
 * @param withinDays  How near the end of a CA is called expiring, and of a leaf without `renewal`.
 * @returns exitCode 0 all good · 3 something is due, runs on an older one or was not issued yet · 4 something has ended or is
 *   broken. What could not be seen is a warning and has no exit code: nothing was found wrong with it.
 */
function checkCertificates(certificates, withinDays, now, { seen, missing = [], rootsPem, renewal, waiting } = {}) {
    const horizon = { withinDays, now, renewal };
    const leaves = certificates.map((certificate) => {
        const row = checkLeaf(certificate, horizon, rootsPem);
        const inUse = seen === undefined ? undefined : (0,in_use/* inUseOf */.M)(row, seen, now);
        return inUse === undefined ? row : { ...row, ...staleness(row, inUse, now), inUse };
    });
    const unissued = missing.map(({ component, kind }) => ({ component, kind, how: 'missing', reason: 'not issued yet' }));
    const rows = [...leaves, ...unissued, ...checkCas(certificates, horizon)].map((row) => isWaiting(row, waiting) ? { ...row, reason: row.how === 'missing' ? await_signatures/* waits */.l : `${row.reason}; ${await_signatures/* waits */.l}` } : row);
    const stored = rows.flatMap((row) => toProblem(row, isWaiting(row, waiting) ? waiting?.hint : undefined));
    const { unseen, stale } = (0,in_use/* inUseProblems */.V)(rows, now);
    const exitCode = Math.max(0, ...[...stored, ...stale].map((problem) => model_problem/* codes */.F[problem.code]));
    return {
        certificates: rows,
        problems: [...stored, ...stale, ...unseen],
        exitCode,
        status: exitCode === 0 ? 'succeeded' : exitCode === model_problem/* codes */.F.CERTIFICATE_EXPIRING ? 'pending' : 'unhealthy',
    };
}
/** A stored certificate that is wrong itself is told so first. */
function staleness({ how }, { state, notAfter }, now) {
    if (how !== 'ok' || state !== 'other')
        return {};
    const end = notAfter === undefined ? '' : ` that ${(0,match/* describeEnd */.lA)(new Date(notAfter), now)}`;
    return { how: 'stale', reason: `another one runs${end}` };
}
/** Of those that are due, too: what is still good needs nothing. */
function isWaiting({ component, how, kind }, waiting) {
    return (kind !== 'ca' &&
        ['expired', 'expiring', 'missing', 'untrusted'].includes(how) &&
        waiting?.components.has(component) === true);
}
function toProblem({ component, kind, how, reason }, hint) {
    if (how === 'ok' || how === 'stale')
        return [];
    const name = kind === 'ca' ? `the CA ${component}` : `the ${kind} certificate of ${component}`;
    const code = codeOf[how] ?? 'CERTIFICATE_BROKEN';
    return [
        {
            severity: model_problem/* codes */.F[code] === 3 ? 'warning' : 'error',
            code,
            message: `${name}: ${reason}`,
            hint: hint ?? (kind === 'ca' && how === 'expiring' ? anotherCa : deployIssues),
        },
    ];
}
const deployIssues = 'mcp-deploy deploy issues what is due and rolls its users.';
/** No deploy makes a CA live longer. */
const anotherCa = 'Everything under it ends with it, whatever is issued anew; to another CA in time: mcp-deploy certs rotate --ca';
const codeOf = {
    expiring: 'CERTIFICATE_EXPIRING',
    missing: 'WORK_PENDING',
    untrusted: 'WORK_PENDING',
    expired: 'CERTIFICATE_EXPIRED',
};

// EXTERNAL MODULE: ./build/js/certificates/external-settings.js
var external_settings = __webpack_require__(27440);
// EXTERNAL MODULE: ./build/js/certificates/kept-by-target.js
var kept_by_target = __webpack_require__(79359);
// EXTERNAL MODULE: ./build/js/certificates/look-up.js
var look_up = __webpack_require__(63540);
// EXTERNAL MODULE: ./build/js/certificates/tree.js + 1 modules
var tree = __webpack_require__(57072);
;// CONCATENATED MODULE: ./build/js/certificates/find-stored.js



/** What is there of the requested certificates: files first, then the target's store; what the target's own authority keeps, there. Asks no authority. */
async function findStored(requests, policy, kept, io) {
    const { all, problems } = policy.issuer === undefined
        ? await fromFilesOrStore(requests, policy, kept.state, io)
        : { all: (0,kept_by_target/* readKeptLeaves */.H)(kept.leaves), problems: [] };
    const byComponent = new Map(all.map((certificate) => [certificate.component, certificate]));
    const certificates = requests.flatMap(({ component }) => byComponent.get(component) ?? []);
    for (const { keyPem } of certificates)
        io.redactor.add(keyPem);
    const missing = requests.filter(({ component }) => !byComponent.has(component));
    return { certificates, missing, problems };
}
async function fromFilesOrStore(requests, policy, state, io) {
    const { certificates, problems } = (0,look_up/* lookUp */.T)(await (0,tree/* readTree */.Z)(requests, policy, io), state, policy.authority);
    return { all: [...certificates.values()].map(({ certificate }) => certificate), problems };
}

// EXTERNAL MODULE: ./build/js/certificates/trust-file.js
var trust_file = __webpack_require__(37600);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/lifetime.js
var lifetime = __webpack_require__(89125);
// EXTERNAL MODULE: ./build/js/verify/ask-gateway.js + 1 modules
var ask_gateway = __webpack_require__(81119);
// EXTERNAL MODULE: ./build/js/verify/probe-program.js
var probe_program = __webpack_require__(11741);
// EXTERNAL MODULE: ./build/js/verify/questions.js
var questions = __webpack_require__(47671);
// EXTERNAL MODULE: ./build/js/verify/seen-certificates.js
var seen_certificates = __webpack_require__(9120);
;// CONCATENATED MODULE: ./build/js/verify/look-at-certificates.js




/**
 * The certificates that the running components use, seen from inside the gateway's containers: the file that each of them
 * reads, and what every plugin with mTLS presents to it, whoever signed that and whenever it ended. What could not be seen has
 * a message.
 */
async function lookAtCertificates(input, io) {
    const { plan, shells, endpoints } = input;
    const plugins = plan.plugins.filter(({ mtls }) => mtls);
    if (plugins.length === 0)
        return [];
    const gateway = plan.gateway.name;
    const unseenClient = (at, message) => ({
        component: gateway,
        kind: 'client',
        at,
        message,
    });
    const unseenServers = (names, message) => names.map(({ name, service }) => ({ component: name, kind: 'server', at: service, message }));
    if (shells.length === 0) {
        const nobody = 'no gateway runs that could look';
        return [unseenClient(gateway, nobody), ...unseenServers(plugins, nobody)];
    }
    const dials = (0,questions/* lookAtEveryPlugin */.rt)(plan, endpoints);
    const program = (0,probe_program/* writeProbeProgram */.a)({ dials, foreignCertificate: '', onlyDials: true }, '');
    const answered = await Promise.all(shells.map(async (shell) => ({ name: shell.name, answers: await (0,ask_gateway/* askGateway */.Q)(shell, program, io) })));
    const seen = answered.flatMap(({ name, answers }) => 'silent' in answers ? unseenClient(name, answers.silent) : (0,seen_certificates/* readSeen */.O)(name, answers, gateway));
    // Where one gateway could look, the others are not needed for the plugins.
    const nobody = answered.flatMap(({ answers }) => ('silent' in answers ? answers.silent : []));
    const unasked = nobody.length === shells.length ? unseenServers(plugins, nobody[0] ?? '') : [];
    const silent = plugins.filter(({ name }) => !dials.some(({ component }) => component === name));
    return (0,seen_certificates/* joinSeen */.Q)([...seen, ...(unasked.length > 0 ? unasked : unseenServers(silent, 'has no running container'))]);
}

// EXTERNAL MODULE: ./build/js/certificates/open-requests.js
var open_requests = __webpack_require__(24122);
// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
// EXTERNAL MODULE: ./build/js/commands/note-roll-over.js
var note_roll_over = __webpack_require__(79552);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/check-pending.js





/** Whose request a signer outside has still to answer. */
async function findWaiting(session, { certificatePolicy: policy, certificates: requests }, { state }, certificates) {
    const { folder } = (0,external_settings/* externalSettings */.H)(policy);
    // The file may be left from another authority; where nothing is there yet, `--external-pki` may have written it.
    const isAsked = policy.authority === 'external' || certificates.length === 0 || (state.openRequests ?? []).length > 0;
    const open = isAsked ? await (0,open_requests/* findOpenRequests */.Sq)(state.openRequests, policy, session.io) : [];
    return {
        components: new Set((0,open_requests/* stillOpen */.vJ)(open, requests, certificates).map(({ component }) => component)),
        hint: `Have the requests in ${folder} signed, then: ${(0,commands_session/* commandLine */.ay)(session, `certs import ${(0,show_command/* quoteWord */.X)(folder)}`)}`,
    };
}
/** A change of CAs that a run has begun and none has ended: every certificate may be good, and the stack trusts two CAs. */
function changeUnderWay(session, { state: { rollOver } }) {
    if (rollOver === undefined)
        return undefined;
    return {
        severity: 'warning',
        code: 'WORK_PENDING',
        message: `${(0,note_roll_over/* phaseTitle */.ez)(rollOver.phase)}; the change has not come to its end`,
        hint: `To go on: ${(0,note_roll_over/* rotateCa */.wo)(session)}`,
    };
}

// EXTERNAL MODULE: ./build/js/commands/inspect.js
var inspect = __webpack_require__(75013);
// EXTERNAL MODULE: ./build/js/commands/prepare.js + 11 modules
var prepare = __webpack_require__(43009);
// EXTERNAL MODULE: ./build/js/commands/without-target.js
var without_target = __webpack_require__(23507);
;// CONCATENATED MODULE: ./build/js/commands/check-certs.js














/**
 * `certs check`: 0 good, 3 due, not issued yet, not in use yet or in the middle of a change of CAs, 4 expired or broken. Issues
 * nothing and asks no authority.
 *
 * @throws StackError USAGE where nobody has asked for a certificate yet.
 */
async function checkCerts(session, config, options) {
    const prepared = await (0,prepare/* prepare */.iA)(session, config);
    const observed = await (0,without_target/* observeOrNothing */.B)(session, prepared);
    try {
        return await checkObserved(session, prepared.plan, observed, options);
    }
    finally {
        await observed.connection?.close();
    }
}
/** The same of a stack that was looked at; without a connection of what is kept in files. */
async function checkObserved(session, plan, { connection, live }, options) {
    const policy = plan.certificatePolicy;
    const state = live.state.fresh ? undefined : live.state;
    const { certificates, missing, problems } = await findStored(plan.certificates, policy, { state, leaves: live.leaves ?? [] }, session.io);
    const waiting = await findWaiting(session, plan, live, certificates);
    const isAsked = waiting.components.size > 0 || (live.components.length > 0 && missing.length > 0);
    if (certificates.length === 0 && !isAsked)
        throw noneYet(session, plan);
    const trust = policy.authority === 'external' ? await (0,trust_file/* readTrustFile */.X)((0,external_settings/* externalSettings */.H)(policy), session.io) : undefined;
    const seen = options.storedOnly ? undefined : await lookWhatRuns(session, plan, connection, live);
    const checked = checkCertificates(certificates, options.within ?? (0,lifetime/* renewDaysOf */.IT)(policy), session.io.clock.now(), {
        missing,
        waiting,
        // A window that is asked for holds for all of them alike.
        ...(options.within === undefined
            ? { renewal: { requests: plan.certificates, ownRules: policy.authority === 'external' } }
            : {}),
        ...(trust === undefined ? {} : { rootsPem: trust.pem }),
        ...(seen === undefined ? {} : { seen }),
    });
    const { stack } = connection === undefined ? {} : (0,inspect/* stackReport */.V_)(session, plan, connection, live);
    const change = changeUnderWay(session, live);
    const told = withChange(checked, change);
    const idle = connection !== undefined && live.components.length === 0;
    const next = nextOf(session, told, { idle, change: change !== undefined, waiting });
    return {
        ...(0,commands_session/* emptyReport */._O)(session),
        ...told,
        problems: [...problems, ...told.problems],
        ...(stack === undefined ? {} : { stack }),
        ...(next === undefined ? {} : { next }),
    };
}
/** Undefined where nothing can be asked: no target, nothing deployed. */
async function lookWhatRuns(session, plan, connection, live) {
    if (connection === undefined || live.components.length === 0)
        return undefined;
    return (0,commands_session/* timed */.J)(session, 'look', 'Looking at the certificates in use', async () => {
        const [shells, endpoints] = await Promise.all([connection.gatewayShells(), connection.pluginEndpoints()]);
        return lookAtCertificates({ plan, shells, endpoints }, session.io);
    });
}
/** Nothing of it is wrong, but somebody has to go on. */
function withChange(checked, change) {
    if (change === undefined)
        return checked;
    return {
        ...checked,
        problems: [change, ...checked.problems],
        exitCode: Math.max(checked.exitCode, model_problem/* codes */.F[change.code]),
        status: checked.status === 'succeeded' ? 'pending' : checked.status,
    };
}
function nextOf(session, { certificates, exitCode }, { idle, change, waiting }) {
    if (exitCode !== 0 && waiting.components.size > 0)
        return waiting.hint;
    if (idle)
        return `Nothing runs: these are the stored ones; to deploy: ${(0,commands_session/* commandLine */.ay)(session, 'deploy')}`;
    if (exitCode === 0)
        return undefined;
    // A deploy issues leaves, and none of them lives longer than its CA.
    const onlyCas = certificates.every(({ how, kind }) => how === 'ok' || (kind === 'ca' && how === 'expiring'));
    return change || onlyCas ? (0,note_roll_over/* rotateCa */.wo)(session) : (0,commands_session/* commandLine */.ay)(session, 'deploy');
}
/** Nobody has asked for any: a check that is run each week must not make a first deploy. */
function noneYet(session, { stack }) {
    return new errors/* StackError */.L({
        code: 'USAGE',
        message: `the stack ${stack.name} has no certificates yet`,
        hint: (0,commands_session/* commandLine */.ay)(session, 'certs'),
    });
}


/***/ }),

/***/ 89704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findRunning)
/* harmony export */ });
/**
 * What runs of a planned component, what serves first. Its service says it, but where a plugin's revisions run beside each
 * other (`rolling: parallel`) each has a service of its own, and only the name is the plan's.
 */
function findRunning({ components, state }, { name, role, service }) {
    const release = state.releases.findLast(({ status }) => status === 'live');
    const serving = release?.components.find((component) => component.name === name)?.service;
    const own = components.filter((live) => live.service === service || (live.component === name && (live.role ?? role) === role));
    return own.toSorted((a, b) => Number(b.service === serving) - Number(a.service === serving));
}


/***/ }),

/***/ 75013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ stackReport),
/* harmony export */   bs: () => (/* binding */ waitUntilReady),
/* harmony export */   status: () => (/* binding */ status),
/* harmony export */   tb: () => (/* binding */ withStack),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37672);
/* harmony import */ var _find_running_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89704);
/* harmony import */ var _gateway_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96913);
/* harmony import */ var _open_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82567);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43009);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64339);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39045);








/** Runs `work` on the connected stack and closes the connection whatever happens. */
async function withStack(session, config, work) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .lB)(session, prepared);
    try {
        return await work({ plan: prepared.plan, connection, live });
    }
    finally {
        await connection.close();
    }
}
/** `status`: what runs, of which release; exit 4 when something is not ready. */
function status(session, config) {
    return withStack(session, config, async ({ plan, connection, live }) => ({
        ...stackReport(session, plan, connection, live),
        ...judge(session, plan, live),
    }));
}
/** `verify`: waits for readiness when asked, then asks the running stack. */
function verify(session, config, options) {
    return withStack(session, config, async ({ plan, connection, live: first }) => {
        if (first.components.length === 0)
            throw notDeployed(session, plan);
        const live = options.wait ? await waitUntilReady(session, connection, first, options.timeoutSeconds) : first;
        await (0,_open_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecrets */ .Q)(session, plan, live.state);
        const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_4__/* .prove */ .z)(session, plan, connection);
        const healthy = verification.outcome === 'passed';
        return {
            ...stackReport(session, plan, connection, live),
            verification,
            problems: (0,_prove_js__WEBPACK_IMPORTED_MODULE_4__/* .verificationProblems */ .o)(verification),
            status: healthy ? 'succeeded' : 'unhealthy',
            exitCode: healthy ? 0 : 4,
            next: healthy ? (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlace */ .d)(plan) : (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'logs'),
        };
    });
}
/** Looks until nothing is on its way any more, or for as long as is given. */
async function waitUntilReady(session, connection, first, timeoutSeconds) {
    const end = session.io.clock.now().getTime() + timeoutSeconds * 1000;
    let live = first;
    while (live.components.some((component) => component.readiness === 'progressing')) {
        if (session.io.clock.now().getTime() > end || session.io.signal.aborted)
            return live;
        await session.io.clock.sleep(500, session.io.signal);
        live = { ...live, components: await connection.components() };
    }
    return live;
}
function judge(session, plan, live) {
    if (live.components.length === 0)
        return {
            status: 'pending',
            exitCode: 0,
            next: `Nothing is deployed; to do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'deploy')}`,
        };
    const expected = [plan.gateway, ...plan.plugins, ...plan.infrastructure];
    const missing = expected.some((component) => (0,_find_running_js__WEBPACK_IMPORTED_MODULE_7__/* .findRunning */ .P)(live, component).length === 0);
    const sick = live.components.some((component) => component.readiness !== 'ready');
    if (!missing && !sick)
        return { status: 'succeeded', exitCode: 0, next: (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_5__/* .describePlace */ .d)(plan) };
    return { status: 'unhealthy', exitCode: 4, next: (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, missing ? 'deploy' : 'logs') };
}
/** The parts of a report that every look at a stack has. */
function stackReport(session, plan, connection, live) {
    const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure].map((component) => {
        const running = (0,_find_running_js__WEBPACK_IMPORTED_MODULE_7__/* .findRunning */ .P)(live, component)[0];
        return { name: component.name, service: running?.service ?? component.service };
    });
    const known = new Set(components.map(({ service }) => service));
    const release = live.state.releases.findLast((entry) => entry.status === 'live');
    const image = (service) => release?.components.find((component) => component.service === service)?.tag ?? '';
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyReport */ ._O)(session),
        stack: {
            name: plan.stack.name,
            target: plan.stack.target,
            where: connection.description,
            ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
            ...(plan.gatewayUrl === undefined ? {} : { gatewayUrl: plan.gatewayUrl }),
        },
        components: live.components.length === 0
            ? []
            : [
                ...components.map(({ name, service }) => (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reportComponent */ .wc)(name, service, image(service), live.components)),
                ...live.components
                    .filter((component) => !known.has(component.service))
                    .map(({ service }) => (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reportComponent */ .wc)(service, service, image(service), live.components)),
            ],
        problems: plan.problems,
        ...(release === undefined ? {} : { release: { revision: release.revision, summary: release.summary } }),
    };
}
function notDeployed(session, plan) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'VERIFY_FAILED',
        message: `the stack ${plan.stack.name} is not deployed here`,
        hint: (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'deploy'),
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
