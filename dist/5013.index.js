export const id = 5013;
export const ids = [5013];
export const modules = {

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
/* harmony import */ var _find_running_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89704);
/* harmony import */ var _gateway_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96913);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43009);
/* harmony import */ var _prove_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64339);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39045);







/** Runs `work` on the connected stack and closes the connection whatever happens. */
async function withStack(session, config, work) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .prepare */ .iA)(session, config);
    const { connection, live } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .lB)(session, prepared);
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
        const verification = await (0,_prove_js__WEBPACK_IMPORTED_MODULE_3__/* .prove */ .z)(session, plan, connection);
        const healthy = verification.outcome === 'passed';
        return {
            ...stackReport(session, plan, connection, live),
            verification,
            problems: (0,_prove_js__WEBPACK_IMPORTED_MODULE_3__/* .verificationProblems */ .o)(verification),
            status: healthy ? 'succeeded' : 'unhealthy',
            exitCode: healthy ? 0 : 4,
            next: healthy ? (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_4__/* .describePlace */ .d)(plan) : (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, 'logs'),
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
            next: `Nothing is deployed; to do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, 'deploy')}`,
        };
    const expected = [plan.gateway, ...plan.plugins, ...plan.infrastructure];
    const missing = expected.some((component) => (0,_find_running_js__WEBPACK_IMPORTED_MODULE_6__/* .findRunning */ .P)(live, component).length === 0);
    const sick = live.components.some((component) => component.readiness !== 'ready');
    if (!missing && !sick)
        return { status: 'succeeded', exitCode: 0, next: (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_4__/* .describePlace */ .d)(plan) };
    return { status: 'unhealthy', exitCode: 4, next: (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, missing ? 'deploy' : 'logs') };
}
/** The parts of a report that every look at a stack has. */
function stackReport(session, plan, connection, live) {
    const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure].map((component) => {
        const running = (0,_find_running_js__WEBPACK_IMPORTED_MODULE_6__/* .findRunning */ .P)(live, component)[0];
        return { name: component.name, service: running?.service ?? component.service };
    });
    const known = new Set(components.map(({ service }) => service));
    const release = live.state.releases.findLast((entry) => entry.status === 'live');
    const image = (service) => release?.components.find((component) => component.service === service)?.tag ?? '';
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .emptyReport */ ._O)(session),
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
        hint: (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, 'deploy'),
    });
}


/***/ })

};
