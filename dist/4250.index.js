export const id = 4250;
export const ids = [4250,7672];
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

/***/ 64339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ prove),
  o: () => (/* binding */ verificationProblems)
});

// EXTERNAL MODULE: ./build/js/certificates/der.js
var certificates_der = __webpack_require__(39128);
// EXTERNAL MODULE: ./build/js/certificates/issue-ca.js
var issue_ca = __webpack_require__(64025);
// EXTERNAL MODULE: ./build/js/certificates/issue-leaf.js
var issue_leaf = __webpack_require__(37105);
// EXTERNAL MODULE: ./build/js/certificates/signer.js
var certificates_signer = __webpack_require__(21045);
;// CONCATENATED MODULE: ./build/js/certificates/foreign.js




/**
 * A client certificate of the very profile of the gateway's, from a CA that was made for it and is forgotten at once.
 * `verify` shows it to every plugin, which must refuse it.
 */
async function issueForeignClient(now) {
    const signer = await (0,certificates_signer/* openSigner */.Hs)(await (0,issue_ca/* issueCa */.Y)(now), 'a foreign CA', now);
    const [der, issuer] = await Promise.all([(0,certificates_der/* loadDer */.Y)(), (0,certificates_signer/* readIssuerFacts */.HH)(signer.certificate)]);
    const { chainPem, keyPem } = await (0,issue_leaf/* issueLeaf */.S)(der, signer, issuer, request, now);
    return { certificatePem: chainPem, keyPem };
}
const request = {
    component: 'a foreign client',
    kind: 'client',
    commonName: 'mcpgateway',
    dnsNames: ['mcpgateway'],
    keyAlgorithm: 'ecdsa-p256',
    validityDays: 1,
    renewBeforeDays: 0,
};

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/verify/ask-gateway.js + 1 modules
var ask_gateway = __webpack_require__(81119);
;// CONCATENATED MODULE: ./build/js/verify/judge-dial.js
/** One dialled plugin → its probes. Pure. */
function judgeDial(from, dial) {
    if (dial.with === 'none')
        return [judgeRefusal('refused-without-certificate', from, dial)];
    if (dial.with === 'foreign')
        return [judgeRefusal('refused-foreign-certificate', from, dial)];
    const handshake = judgeHandshake(from, dial);
    return handshake === undefined ? [judgeMcp(from, dial)] : [handshake, judgeMcp(from, dial)];
}
/** Undefined without TLS. In TLS 1.3 a refused client hears of it at its first read: an answer is the proof. */
function judgeHandshake(from, dial) {
    const probe = { kind: 'handshake', ...common(from, dial) };
    if (dial.seen === 'response') {
        if (dial.tls === undefined)
            return undefined;
        return { ...probe, outcome: 'passed', message: `${dial.tls}, CN=${dial.peer ?? '?'}` };
    }
    return { ...probe, outcome: failedOr(dial), message: show(dial), hint: handshakeHint(dial) };
}
function judgeMcp(from, dial) {
    const probe = { kind: 'mcp-initialize', ...common(from, dial) };
    if (dial.seen !== 'response')
        return { ...probe, outcome: failedOr(dial), message: show(dial), hint: handshakeHint(dial) };
    switch (dial.mcp) {
        case 'ok':
            return {
                ...probe,
                outcome: 'passed',
                message: `HTTP ${dial.status ?? 200}, tools: ${(dial.tools ?? []).join(', ')}`,
            };
        case 'no-tools':
            return {
                ...probe,
                outcome: 'failed',
                message: `initialize answered, tools/list did not: ${dial.detail ?? ''}`,
                hint: logs(dial),
            };
        case 'refused':
        case undefined:
        default: {
            const hint = dial.status === 421 ? 'The plugin refuses the Host header: PLUGINS_SERVER_HOST must be 0.0.0.0' : logs(dial);
            return { ...probe, outcome: 'failed', message: `HTTP ${dial.status ?? '?'}: ${dial.detail ?? ''}`, hint };
        }
    }
}
/** Only a connection that the plugin itself ended proves a refusal; that nobody answered proves nothing. */
function judgeRefusal(kind, from, dial) {
    const probe = { kind, ...common(from, dial) };
    if (dial.seen === 'dropped')
        return { ...probe, outcome: 'passed', message: 'connection dropped' };
    if (dial.seen === 'response') {
        return {
            ...probe,
            outcome: 'failed',
            message: `answered with HTTP ${dial.status ?? '?'} instead of refusing`,
            hint: 'It does not ask for client certificates: server_settings in the image’s own configuration beat PLUGINS_SERVER_SSL_CERT_REQS=2',
        };
    }
    return { ...probe, outcome: 'inconclusive', message: show(dial), hint: logs(dial) };
}
/** A time-out may be load; everything else is an answer. */
const failedOr = ({ seen }) => (seen === 'timeout' || seen === 'error' ? 'inconclusive' : 'failed');
function handshakeHint(dial) {
    switch (dial.seen) {
        case 'untrusted':
            return 'The gateway does not accept the plugin’s certificate: mcp-deploy certs check';
        case 'dropped':
            return `The plugin does not accept the gateway’s certificate, or does not speak TLS: ${logs(dial)}`;
        case 'unreachable':
            return `Nothing listens there: ${logs(dial)}`;
        case 'response':
        case 'timeout':
        case 'error':
        case 'no-token':
        default:
            return logs(dial);
    }
}
const logs = ({ component }) => `mcp-deploy logs --component ${component}`;
const show = ({ seen, detail }) => (detail === undefined ? seen : `${seen}: ${detail}`);
const common = (from, { component, to, milliseconds }) => ({ from, component, to, milliseconds });

;// CONCATENATED MODULE: ./build/js/verify/judge.js

const readyPath = '/ready';
const pluginsPath = '/admin/plugins';
/** Everything that one gateway container is asked, as the probes name it. Pure. */
function questionsTo(from, dials, { gateway, plugins }) {
    return [
        { from, component: gateway, to: readyPath },
        ...dials.map(({ component, to }) => ({ from, component, to })),
        ...plugins.map(({ name }) => ({ from, component: name, to: pluginsPath })),
    ];
}
/** What was seen from one gateway container → what it means. Pure. */
function judgeAnswers(from, answers, expected) {
    return [
        judgeReady(from, expected.gateway, answers.ready),
        ...answers.dials.flatMap((dial) => judgeDial(from, dial)),
        ...expected.plugins.map((plugin) => judgePlugin(from, plugin, answers.plugins)),
    ];
}
function judgeReady(from, component, answer) {
    const probe = { kind: 'gateway-ready', from, component, to: readyPath, milliseconds: answer.milliseconds };
    const message = showAnswer(answer);
    if (answer.status === 200)
        return { ...probe, outcome: 'passed', message };
    if (answer.status === 429)
        return { ...probe, outcome: 'inconclusive', message, hint: rateLimited };
    if (answer.seen === 'timeout')
        return { ...probe, outcome: 'inconclusive', message };
    const hint = answer.status === 503
        ? 'The gateway cannot reach its database: mcp-deploy logs --component gateway'
        : 'mcp-deploy logs --component gateway';
    return { ...probe, outcome: 'failed', message, hint };
}
function judgePlugin(from, { name, off }, answer) {
    const { milliseconds } = answer;
    const probe = { kind: 'plugin-enabled', from, component: name, to: pluginsPath, milliseconds };
    if (answer.plugins === undefined) {
        return { ...probe, outcome: 'inconclusive', message: showAnswer(answer), hint: listHint(answer) };
    }
    const status = answer.plugins[name];
    if (off) {
        const outcome = status === 'enabled' ? 'failed' : 'passed';
        return { ...probe, outcome, message: `${status ?? 'not loaded'}, and its mode is disabled` };
    }
    if (answer.enabled === false) {
        return { ...probe, outcome: 'failed', message: 'plugins are switched off', hint: 'Set PLUGINS_ENABLED=true' };
    }
    if (status === 'enabled')
        return { ...probe, outcome: 'passed', message: 'enabled' };
    const hint = status === undefined
        ? 'The gateway skipped it: the name has to be the plugin’s own name; mcp-deploy logs --component gateway says why'
        : 'Look why the gateway switched it off: mcp-deploy logs --component gateway';
    return { ...probe, outcome: 'failed', message: status ?? 'not loaded by the gateway', hint };
}
/** Why the list of plugins could not be had: the proof is missing, nothing is proven broken. */
function listHint({ seen, status, type }) {
    if (seen === 'no-token')
        return 'An admin token can only be minted for JWT_ALGORITHM HS256, HS384 or HS512';
    if (status === 429)
        return rateLimited;
    if (status === 404)
        return 'Set MCPGATEWAY_ADMIN_API_ENABLED=true for the gateway';
    if (status === 401 || status === 403)
        return 'The token was refused: PLATFORM_ADMIN_EMAIL has to be the administrator’s';
    if (type?.includes('html')) {
        return 'The administrator has to change the password first: log in once, or set ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP=false';
    }
    return 'mcp-deploy logs --component gateway';
}
const rateLimited = 'The gateway limits the rate of this address: wait 15 minutes, or set RATE_LIMITING_ENABLED=false for load tests';
function showAnswer({ seen, status, type, detail }) {
    if (seen !== 'response')
        return `${seen}: ${detail ?? ''}`;
    const page = type?.includes('html') ? ' with an HTML page' : '';
    return status === 200 && page === '' ? 'HTTP 200' : `HTTP ${status ?? '?'}${page || `: ${detail ?? ''}`}`;
}

;// CONCATENATED MODULE: ./build/js/verify/merge.js
const questionOf = ({ from, component, to }) => [from, component, to].join(' ');
/**
 * The latest answer to every question, in the order in which they were first asked. An answer of an earlier round counts as long
 * as its question does: not that of a pod that went, nor that somebody was not there or could not be asked. Pure.
 */
function mergeProbes(rounds) {
    const latest = new Map();
    for (const probe of rounds.flatMap(({ probes }) => probes))
        latest.set(keyOf(probe), probe);
    const last = new Set(rounds.at(-1)?.probes);
    const known = rounds.findLast(({ questions }) => questions !== undefined)?.questions;
    return [...latest.values()].filter((probe) => last.has(probe) || known?.has(questionOf(probe)));
}
/** As `mergeProbes`, but `failed` only what was asked and failed in this many rounds: less than that proves nothing. Pure. */
function concludeProbes(rounds, failures) {
    return mergeProbes(rounds).map((probe) => {
        if (probe.outcome !== 'failed')
            return probe;
        const isSame = (other) => other.outcome === 'failed' && keyOf(other) === keyOf(probe);
        const times = rounds.filter(({ probes }) => probes.some(isSame)).length;
        return times < failures ? { ...probe, outcome: 'inconclusive' } : probe;
    });
}
/** The worst of all; nothing asked is nothing proven. */
function outcomeOf(probes) {
    if (probes.some(({ outcome }) => outcome === 'failed'))
        return 'failed';
    return probes.length > 0 && probes.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'inconclusive';
}
const keyOf = (probe) => `${probe.kind} ${questionOf(probe)}`;

// EXTERNAL MODULE: ./build/js/verify/probe-program.js
var probe_program = __webpack_require__(11741);
// EXTERNAL MODULE: ./build/js/verify/questions.js
var verify_questions = __webpack_require__(47671);
// EXTERNAL MODULE: ./build/js/verify/seen-certificates.js
var seen_certificates = __webpack_require__(9120);
;// CONCATENATED MODULE: ./build/js/verify/verify-stack.js







/** Three failures over ten seconds count, one does not. */
const attempts = { count: 3, pauseSeconds: 5 };
/**
 * Asks the running stack from inside its own gateway containers, with the very certificates and names that traffic
 * uses; DESIGN §4 Verify. Never throws for what it finds, nor where it cannot ask: that is in the probes.
 *
 * @throws StackError once the run was told to stop.
 */
async function verifyStack(input, io) {
    const start = io.clock.now().getTime();
    let rounds = [];
    let seen = [];
    for (let attempt = 1; attempt <= attempts.count; attempt += 1) {
        const round = await askOnce(input, rounds, io);
        rounds = [...rounds, round];
        seen = (0,seen_certificates/* joinSeen */.Q)([...seen, ...round.seen]);
        const merged = mergeProbes(rounds);
        if (outcomeOf(merged) === 'passed' || attempt === attempts.count || io.signal.aborted)
            break;
        io.progress.line(`verify: ${componentsNotPassed(merged).size} components not proven yet, asking again`);
        await io.clock.sleep(attempts.pauseSeconds * 1000, io.signal);
    }
    const probes = concludeProbes(rounds, attempts.count);
    const seconds = (io.clock.now().getTime() - start) / 1000;
    return { probes, outcome: outcomeOf(probes), seconds, ...(seen.length === 0 ? {} : { certificates: seen }) };
}
/** One round: who is there now, and what nobody has proven yet. */
async function askOnce({ doors, foreign, plan }, before, io) {
    const expected = expect(plan);
    const found = await lookThrough(doors, io);
    if (found instanceof errors/* StackError */.L)
        return { probes: [unseen(expected.gateway, found)], seen: [] };
    const { endpoints, shells } = found;
    const dials = (0,verify_questions/* askEveryPlugin */.y3)(plan, endpoints);
    const questions = new Set(shells.flatMap(({ name }) => questionsTo(name, dials, expected).map(questionOf)));
    const known = mergeProbes([...before, { probes: [], questions }]);
    const answered = await Promise.all(shells.map(async (shell) => {
        const asked = { dials: (0,verify_questions/* stillOpen */.vJ)(dials, shell.name, known), foreignCertificate: foreign.certificatePem };
        const answers = await (0,ask_gateway/* askGateway */.Q)(shell, (0,probe_program/* writeProbeProgram */.a)(asked, foreign.keyPem.reveal()), io);
        if ('silent' in answers)
            return { probes: [unanswered(shell.name, expected.gateway, answers)], seen: [] };
        return {
            probes: judgeAnswers(shell.name, answers, expected),
            // What the gateway does not accept was not seen, and what nobody presented is no news here.
            seen: (0,seen_certificates/* readSeen */.O)(shell.name, answers, expected.gateway).filter(({ fingerprint }) => fingerprint !== undefined),
        };
    }));
    return {
        probes: [...noContainer(plan, shells, endpoints), ...answered.flatMap(({ probes }) => probes)],
        questions,
        seen: answered.flatMap((answer) => answer.seen),
    };
}
function expect({ gateway, pluginsConfig, plugins }) {
    const modeOf = (name) => pluginsConfig.plugins.find((entry) => entry['name'] === name)?.['mode'];
    return { gateway: gateway.name, plugins: plugins.map(({ name }) => ({ name, off: modeOf(name) === 'disabled' })) };
}
async function lookThrough(doors, io) {
    try {
        const [shells, endpoints] = await Promise.all([doors.gatewayShells(), doors.pluginEndpoints()]);
        return { shells, endpoints };
    }
    catch (error) {
        return (0,ask_gateway/* asStackError */.R)(error, io);
    }
}
function unseen(component, { hint, message }) {
    const told = hint === undefined ? {} : { hint };
    return { ...atTheEngine('gateway-ready', component), outcome: 'inconclusive', message, ...told };
}
function unanswered(from, component, { hint, silent }) {
    return {
        kind: 'gateway-ready',
        from,
        component,
        to: 'python3',
        outcome: 'inconclusive',
        message: silent,
        hint: hint ?? 'Verify needs python3 in the gateway’s image, and the right to exec into its container',
        milliseconds: 0,
    };
}
/** What cannot be asked because it does not run. */
function noContainer(plan, shells, endpoints) {
    const silent = plan.plugins.filter(({ name }) => !endpoints.some(({ component }) => component === name));
    return [
        ...(shells.length === 0 ? [missing('gateway-ready', plan.gateway.name)] : []),
        ...silent.map(({ name }) => missing('mcp-initialize', name)),
    ];
}
function missing(kind, component) {
    const hint = `mcp-deploy logs --component ${component}`;
    return { ...atTheEngine(kind, component), outcome: 'failed', message: 'has no running container', hint };
}
/** Of what was seen, or not, before a gateway was asked. */
const atTheEngine = (kind, component) => ({ kind, from: 'the engine', component, to: component, milliseconds: 0 });
function componentsNotPassed(probes) {
    return new Set(probes.filter(({ outcome }) => outcome !== 'passed').map(({ component }) => component));
}

// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/prove.js



/** Step 10: asks the running stack, from inside its gateways. */
async function prove(session, plan, connection) {
    return (0,commands_session/* timed */.J)(session, 'verify', 'Verifying', async () => {
        const foreign = await issueForeignClient(session.io.clock.now());
        return verifyStack({ plan, doors: connection, foreign }, session.io);
    });
}
/** The probes that did not pass, as problems; a failed one of each kind and component once. */
function verificationProblems(verification) {
    const seen = new Set();
    return verification.probes
        .filter((probe) => probe.outcome !== 'passed')
        .flatMap((probe) => {
        const key = `${probe.kind} ${probe.component} ${probe.message}`;
        if (seen.has(key))
            return [];
        seen.add(key);
        const problem = {
            severity: 'error',
            code: probe.outcome === 'failed' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE',
            message: `${probe.component}: ${probe.kind} ${probe.outcome} from ${probe.from} to ${probe.to}: ${probe.message}`,
            ...(probe.hint === undefined ? {} : { hint: probe.hint }),
        };
        return [problem];
    });
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


/***/ }),

/***/ 81119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ asStackError),
  Q: () => (/* binding */ askGateway)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/verify/probe-program.js
var probe_program = __webpack_require__(11741);
;// CONCATENATED MODULE: ./build/js/verify/answers.js

/** The answer in the program's output; undefined when it did not get that far. */
function parseAnswers(stdout) {
    const line = stdout.split('\n').findLast((candidate) => candidate.startsWith(probe_program/* answerMark */.G));
    if (line === undefined)
        return undefined;
    try {
        const answers = JSON.parse(line.slice(probe_program/* answerMark */.G.length));
        return answers;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/verify/ask-gateway.js


/** How long one exec may take: the sockets' own time-outs end it long before. */
const execSeconds = 90;
/**
 * Runs the probe program in one gateway container. That the container cannot be entered, or no pod be made for the question, is
 * an answer too.
 */
async function askGateway(shell, program, io) {
    try {
        const { exitCode, stdout, stderr } = await shell.python(program, execSeconds);
        const answers = parseAnswers(stdout);
        if (answers !== undefined)
            return answers;
        const words = io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '');
        return { silent: `Python ended with ${exitCode} in the gateway: ${words}` };
    }
    catch (error) {
        const { hint, message } = asStackError(error, io);
        return { silent: message, hint };
    }
}
/** What was found out by failing. @throws what is a bug, and everything once the run was told to stop. */
function asStackError(error, io) {
    if (!(error instanceof errors/* StackError */.L) || io.signal.aborted)
        throw error;
    return error;
}


/***/ }),

/***/ 11741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ answerMark),
/* harmony export */   a: () => (/* binding */ writeProbeProgram)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);

/** Stands before the one line of the answer: start-up files of the image may print, too. */
const answerMark = 'MCP-STACK-ANSWER ';
/** The program with its questions in it. It holds a private key (of a CA that nobody trusts): stdin only. */
function writeProbeProgram(questions, foreignKey) {
    const input = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(JSON.stringify({ ...questions, foreignKey })).toString('base64');
    return `${program}\nmain(json.loads(base64.b64decode("${input}")), "${answerMark}")\n`;
}
/**
 * Python 3.8 and later, standard library only. It says what it saw and judges nothing: judge.ts does.
 * A foreign certificate is given to OpenSSL through a memory file, so no key touches a disk of the container.
 */
const program = String.raw `
import base64, concurrent.futures, hashlib, hmac, http.client, json, os, re, socket, ssl, sys, tempfile, time, uuid

def setting(name, default=""):
    return os.environ.get(name) or default

def context(certificate, trusting=False):
    verify = not trusting and setting("PLUGINS_CLIENT_MTLS_VERIFY", "true").lower() not in ("false", "0", "no")
    names = setting("PLUGINS_CLIENT_MTLS_CHECK_HOSTNAME", "true").lower() not in ("false", "0", "no")
    made = ssl.create_default_context(cafile=setting("PLUGINS_CLIENT_MTLS_CA_BUNDLE") or None)
    made.check_hostname = verify and names
    made.verify_mode = ssl.CERT_REQUIRED if verify else ssl.CERT_NONE
    if certificate is not None:
        made.load_cert_chain(*certificate)
    return made

def memory_file(text):
    try:
        number = os.memfd_create("pem")
        os.write(number, text.encode())
        return "/proc/self/fd/%d" % number
    except (AttributeError, OSError):
        handle = tempfile.NamedTemporaryFile("w", delete=False)
        handle.write(text)
        handle.close()
        leftovers.append(handle.name)
        return handle.name

leftovers = []

class Unreachable(Exception):
    pass

def open_connection(question, tls):
    try:
        raw = socket.create_connection((question["to"], question["port"]), timeout=question["seconds"])
    except ConnectionError as error:
        raise Unreachable(error)
    connection = http.client.HTTPConnection(question["serverName"], question["port"], timeout=question["seconds"])
    connection.sock = raw
    answer = {}
    if tls is not None:
        try:
            connection.sock = tls.wrap_socket(raw, server_hostname=question["serverName"])
        except BaseException:
            raw.close()
            raise
        peer = connection.sock.getpeercert() or {}
        names = [value for part in peer.get("subject", ()) for key, value in part if key == "commonName"]
        shown = base64.b64encode(connection.sock.getpeercert(True) or b"").decode()
        answer = {"tls": connection.sock.version(), "peer": names[0] if names else "", "certificate": shown}
    return connection, answer

def message_of(body, number):
    for line in body.splitlines():
        text = line[5:].strip() if line.startswith("data:") else line.strip()
        if text.startswith("{"):
            try:
                found = json.loads(text)
            except ValueError:
                continue
            if found.get("id") == number:
                return found
    return None

def post(question, tls, message, session):
    connection, answer = open_connection(question, tls)
    try:
        headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
        if session:
            headers["mcp-session-id"] = session
            headers["mcp-protocol-version"] = "2025-03-26"
        connection.request("POST", "/mcp", json.dumps(message), headers)
        response = connection.getresponse()
        lines = []
        while True:
            line = response.readline(1 << 22)
            if not line:
                break
            lines.append(line.decode("utf-8", "replace"))
            if "id" in message and message_of(lines[-1], message["id"]) is not None:
                break
        return answer, response.status, response.getheader("mcp-session-id"), "".join(lines)
    finally:
        connection.close()

def ask_mcp(question, tls):
    hello = {"protocolVersion": "2025-03-26", "capabilities": {}, "clientInfo": {"name": "mcp-deploy verify", "version": "1"}}
    first = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
    answer, status, session, body = post(question, tls, first, None)
    result = (message_of(body, 1) or {}).get("result")
    answer.update(seen="response", status=status, server=(result or {}).get("serverInfo", {}).get("name", ""))
    if result is None:
        return dict(answer, mcp="refused", detail=body[:200])
    try:
        post(question, tls, {"jsonrpc": "2.0", "method": "notifications/initialized"}, session)
        tools_body = post(question, tls, {"jsonrpc": "2.0", "id": 2, "method": "tools/list", "params": {}}, session)[3]
        tools = (message_of(tools_body, 2) or {}).get("result", {}).get("tools")
        if tools is None:
            return dict(answer, mcp="no-tools", detail=tools_body[:200])
        return dict(answer, mcp="ok", tools=[tool.get("name") for tool in tools][:20])
    finally:
        close_session(question, tls, session)

def close_session(question, tls, session):
    if not session:
        return
    try:
        connection = open_connection(question, tls)[0]
        connection.request("DELETE", "/mcp", headers={"mcp-session-id": session, "accept": "application/json"})
        connection.getresponse().read()
        connection.close()
    except (OSError, http.client.HTTPException):
        pass

def ask_anything(question, tls):
    connection, answer = open_connection(question, tls)
    try:
        connection.request("GET", "/health")
        response = connection.getresponse()
        return dict(answer, seen="response", status=response.status)
    finally:
        connection.close()

def look(question, tls):
    connection, answer = open_connection(question, tls)
    connection.close()
    return dict(answer, seen="response")

def own_certificate(path):
    try:
        with open(path) as file:
            found = re.search("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", file.read(1 << 20), re.S)
        return base64.b64encode(ssl.PEM_cert_to_DER_cert(found.group(0))).decode() if found else ""
    except (OSError, ValueError):
        return ""

def describe(error):
    detail = "%s: %s" % (type(error).__name__, getattr(error, "reason", None) or error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return "untrusted", "%s: %s" % (type(error).__name__, error.verify_message)
    if isinstance(error, (socket.timeout, TimeoutError)):
        return "timeout", detail
    if isinstance(error, (Unreachable, ConnectionRefusedError, socket.gaierror)):
        return "unreachable", detail
    if isinstance(error, (ssl.SSLError, ConnectionError, http.client.RemoteDisconnected, http.client.BadStatusLine)):
        return "dropped", detail
    return ("unreachable" if isinstance(error, OSError) else "error"), detail

def ask(question, contexts):
    start = time.monotonic()
    try:
        tls = contexts[question["with"]]() if question["tls"] else None
        found = {"own": ask_mcp, "look": look}.get(question["with"], ask_anything)(question, tls)
    except Exception as error:
        seen, detail = describe(error)
        found = {"seen": seen, "detail": detail}
    found.update(component=question["component"], to=question["to"], milliseconds=round((time.monotonic() - start) * 1000))
    found["with"] = question["with"]
    return found

def encode(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

def mint():
    algorithm = setting("JWT_ALGORITHM", "HS256")
    email = setting("PLATFORM_ADMIN_EMAIL", "admin@example.com")
    now = int(time.time())
    claims = {"sub": email, "username": email, "iat": now, "exp": now + 60, "jti": str(uuid.uuid4()),
              "iss": setting("JWT_ISSUER", "mcpgateway"), "aud": setting("JWT_AUDIENCE", "mcpgateway-api"),
              "is_admin": True, "token_use": "api", "teams": None,
              "user": {"email": email, "full_name": "mcp-deploy verify", "is_admin": True, "auth_provider": "cli"}}
    text = encode({"alg": algorithm, "typ": "JWT"}) + "." + encode(claims)
    digest = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}[algorithm]
    return text + "." + encode(hmac.new(setting("JWT_SECRET_KEY").encode(), text.encode(), digest).digest())

def ask_gateway(path, headers):
    start = time.monotonic()
    try:
        connection = http.client.HTTPConnection(os.environ.get("MCP_STACK_GATEWAY", "127.0.0.1"), int(setting("PORT", "4444")), timeout=10)
        connection.request("GET", setting("APP_ROOT_PATH").rstrip("/") + path, headers=headers)
        response = connection.getresponse()
        body = response.read(1 << 22).decode("utf-8", "replace")
        found = {"seen": "response", "status": response.status, "type": response.getheader("content-type", ""), "detail": body[:200]}
        if "json" in found["type"] and response.status == 200:
            found["json"] = json.loads(body)
    except Exception as error:
        seen, detail = describe(error)
        found = {"seen": seen, "detail": detail}
    return dict(found, milliseconds=round((time.monotonic() - start) * 1000))

def ask_plugins():
    try:
        token = mint()
    except KeyError:
        return {"seen": "no-token", "detail": "JWT_ALGORITHM is " + setting("JWT_ALGORITHM"), "milliseconds": 0}
    found = ask_gateway("/admin/plugins", {"authorization": "Bearer " + token, "accept": "application/json"})
    listing = found.pop("json", None)
    if isinstance(listing, dict):
        found["enabled"] = listing.get("plugins_globally_enabled")
        found["plugins"] = {one.get("name"): one.get("status") for one in listing.get("plugins", [])}
    return found

def main(questions, mark):
    own = (setting("PLUGINS_CLIENT_MTLS_CERTFILE"), setting("PLUGINS_CLIENT_MTLS_KEYFILE"))
    foreign = None
    if any(one["with"] == "foreign" for one in questions["dials"]):
        foreign = (memory_file(questions["foreignCertificate"]), memory_file(questions["foreignKey"]))
    contexts = {"own": lambda: context(own if own[0] else None), "none": lambda: context(None), "foreign": lambda: context(foreign),
                "look": lambda: context(own if own[0] else None, True)}
    try:
        with concurrent.futures.ThreadPoolExecutor(max_workers=8) as pool:
            dials = list(pool.map(lambda one: ask(one, contexts), questions["dials"]))
        answer = {"dials": dials, "client": own_certificate(own[0])}
        if not questions.get("onlyDials"):
            ready = ask_gateway("/ready", {})
            ready.pop("json", None)
            answer.update(ready=ready, plugins=ask_plugins())
    finally:
        for path in leftovers:
            os.unlink(path)
    sys.stdout.write("\n" + mark + json.dumps(answer) + "\n")
`;


/***/ }),

/***/ 47671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rt: () => (/* binding */ lookAtEveryPlugin),
/* harmony export */   vJ: () => (/* binding */ stillOpen),
/* harmony export */   y3: () => (/* binding */ askEveryPlugin)
/* harmony export */ });
const socketSeconds = 5;
/** Every plugin container by address, and every plugin once by the name that the gateway uses. Pure. */
function askEveryPlugin(plan, endpoints) {
    return plan.plugins.flatMap((plugin) => {
        const dial = { component: plugin.name, tls: plugin.mtls, seconds: socketSeconds };
        const own = endpoints.filter(({ component }) => component === plugin.name);
        const byAddress = own.flatMap(({ address, port, serverName }) => withCertificates(plugin.mtls).map((certificate) => ({
            ...dial,
            to: address,
            port,
            serverName,
            with: certificate,
        })));
        const name = new URL(plugin.url);
        const port = Number(name.port || (plugin.mtls ? 443 : 80));
        return [...byAddress, { ...dial, to: name.hostname, port, serverName: name.hostname, with: 'own' }];
    });
}
/** What a gateway container has to dial yet: what it was not asked before, and all of a plugin that did not pass in all. Pure. */
function stillOpen(dials, from, known) {
    return dials.filter(({ component, to }) => {
        const answers = known.filter((probe) => probe.from === from && probe.component === component);
        return !answers.some((probe) => probe.to === to) || answers.some(({ outcome }) => outcome !== 'passed');
    });
}
/** Every running container of a plugin with mTLS, for nothing but the certificate that it presents. Pure. */
function lookAtEveryPlugin(plan, endpoints) {
    const names = new Set(plan.plugins.filter(({ mtls }) => mtls).map(({ name }) => name));
    return endpoints
        .filter(({ component }) => names.has(component))
        .map(({ address, ...endpoint }) => ({ ...endpoint, to: address, tls: true, with: 'look', seconds: socketSeconds }));
}
const withCertificates = (mtls) => (mtls ? ['own', 'none', 'foreign'] : ['own']);


/***/ }),

/***/ 9120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readSeen),
/* harmony export */   Q: () => (/* binding */ joinSeen)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** What one gateway container told: the client certificate in its file, and what each dialled plugin presents. Pure. */
function readSeen(from, { client, dials }, gateway) {
    const own = { component: gateway, kind: 'client', at: from };
    return [
        ...(client === undefined || client === ''
            ? [{ ...own, message: 'no certificate in PLUGINS_CLIENT_MTLS_CERTFILE' }]
            : [{ ...own, ...readCertificate(client) }]),
        ...dials.filter((dial) => dial.with === 'look' || dial.with === 'own').map(readDial),
    ];
}
function readDial(dial) {
    const place = { component: dial.component, kind: 'server', at: dial.to };
    if (dial.certificate !== undefined && dial.certificate !== '') {
        return { ...place, ...readCertificate(dial.certificate) };
    }
    return { ...place, message: dial.detail === undefined ? dial.seen : `${dial.seen}: ${dial.detail}` };
}
function readCertificate(base64) {
    try {
        const certificate = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(base64, 'base64'));
        return {
            fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
            issuer: certificate.issuer.trim().split('\n').join(', '),
            notAfter: new Date(certificate.validTo).toISOString(),
        };
    }
    catch {
        return { message: 'it is no certificate that can be read' };
    }
}
/** Several gateways look at the same place: what was seen there once, and a failure only where none of them saw anything. Pure. */
function joinSeen(all) {
    const placeOf = ({ component, kind, at }) => [component, kind, at].join(' ');
    const found = new Set(all.filter(({ fingerprint }) => fingerprint !== undefined).map(placeOf));
    const joined = new Map();
    for (const seen of all) {
        if (seen.fingerprint === undefined && found.has(placeOf(seen)))
            continue;
        joined.set(`${placeOf(seen)} ${seen.fingerprint ?? ''}`, seen);
    }
    return [...joined.values()];
}


/***/ })

};
