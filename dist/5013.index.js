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


/***/ })

};
