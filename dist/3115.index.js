export const id = 3115;
export const ids = [3115,5013];
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


/***/ }),

/***/ 43115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  destroy: () => (/* binding */ destroy),
  logs: () => (/* binding */ logs),
  token: () => (/* binding */ token)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/io/plain-text.js
var plain_text = __webpack_require__(61331);
// EXTERNAL MODULE: ./build/js/model/env-value.js
var env_value = __webpack_require__(54515);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/secrets/resolve.js + 3 modules
var resolve = __webpack_require__(42294);
// EXTERNAL MODULE: ./build/js/commands/find-running.js
var find_running = __webpack_require__(89704);
// EXTERNAL MODULE: ./build/js/commands/inspect.js
var inspect = __webpack_require__(75013);
// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
// EXTERNAL MODULE: ./build/js/secrets/compose-value.js
var compose_value = __webpack_require__(89860);
// EXTERNAL MODULE: ./build/js/secrets/keyed-hash.js
var keyed_hash = __webpack_require__(20731);
// EXTERNAL MODULE: ./build/js/model/secret.js
var model_secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/secrets/url-password.js
var url_password = __webpack_require__(94151);
;// CONCATENATED MODULE: ./build/js/secrets/take-apart.js


/**
 * The secrets that a value was put together from, as it runs: `Bearer ${TOKEN}` is printed whole, and the token alone.
 *
 * @returns undefined where it was put together in another way, or its parts cannot be told from one another.
 */
function takeApart(value, running) {
    const references = value.kind === 'plain' ? [] : value.parts.filter((part) => part.kind === 'reference');
    if (value.kind === 'plain' || references.length === 0 || running.matches(/^$/))
        return [];
    const match = (any) => {
        const parts = value.parts.map((part) => (part.kind === 'literal' ? take_apart_escape(part.text.reveal()) : any));
        return new RegExp(`^${parts.join('')}$`).exec(running.reveal())?.slice(1);
    };
    // Where the shortest first and the longest first are not the same, another split may be the right one.
    const [short, long] = [match('([\\s\\S]+?)'), match('([\\s\\S]+)')];
    if (short === undefined || short.some((text, index) => text !== long?.[index]))
        return undefined;
    return references.flatMap(({ encoding, secret }, index) => {
        const text = short[index] ?? '';
        return [text, ...(encoding === 'url' ? decode(text) : [])].map((one) => new model_secret/* Secret */.z(secret, one));
    });
}
/** Of a URL, whoever put it together. */
function passwordsOf(running) {
    return (0,url_password/* passwordsIn */.g)(running.reveal()).map((text) => new model_secret/* Secret */.z(running.name, text));
}
function decode(text) {
    try {
        return [decodeURIComponent(text)];
    }
    catch {
        return [];
    }
}
const take_apart_escape = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

;// CONCATENATED MODULE: ./build/js/commands/mask-running.js







/**
 * What the components run with is masked from now on: between a rotation and the deploy after it, no provider has it any more.
 *
 * @returns names of what runs and cannot be known here.
 */
async function maskRunning(session, plan, connection, state) {
    const variables = secretVariables(plan, state);
    const running = await connection.runningSecrets((component, name) => variables.get(component)?.has(name) === true);
    const today = await valuesOfToday(session, plan, state);
    const unknown = new Set();
    for (const { component, variable, value } of running.values) {
        const drawn = variables.get(component)?.get(variable);
        const parts = drawn === undefined ? [] : takeApart(drawn, value);
        // What stands beside secrets in a Secret, or is one no longer, may be plain configuration.
        for (const one of [...(parts ?? []), ...passwordsOf(value), value]) {
            session.io.redactor.add(one, { needle: false });
        }
        const now = drawn === undefined ? undefined : today(drawn, `${component}.${variable}`);
        const same = isKnown(now) && (0,keyed_hash/* keyedHash */.N)(state.hashKey, now) === (0,keyed_hash/* keyedHash */.N)(state.hashKey, value);
        // The whole is hidden in either case, but a part may be printed alone.
        if (parts === undefined && !same)
            unknown.add(`${component}.${variable}`);
    }
    for (const one of running.unread)
        for (const name of namesOf(one, variables, state, today))
            unknown.add(name);
    return [...unknown].sort();
}
/** Of today's plan and of every release that is remembered: which of them a container is of, it does not say. */
function secretVariables(plan, { releases }) {
    const all = new Map();
    const add = (component, name, value) => all.set(component, (all.get(component) ?? new Map()).set(name, value));
    for (const { components } of releases) {
        for (const { name, fields } of components) {
            for (const [field, text] of Object.entries(fields)) {
                const [, variable] = /^env\.(.+)$/.exec(field) ?? [];
                if (variable !== undefined && /^(?:secret|kubernetes):/.test(text))
                    add(name, variable, undefined);
            }
        }
    }
    for (const { env, name } of [plan.gateway, ...plan.plugins, ...plan.infrastructure]) {
        for (const [variable, value] of Object.entries(env))
            if (value.kind === 'secret')
                add(name, variable, value);
    }
    return all;
}
/** Values as they would be deployed now; undefined where one cannot be had or put together. */
async function valuesOfToday({ secretSource }, plan, { generated }) {
    const found = await secretSource?.find(plan.secrets);
    const get = (name) => {
        const finding = found?.get(name);
        const given = finding !== undefined && 'value' in finding ? finding.value : undefined;
        return given ?? generated[name] ?? { pending: 'secret', key: name };
    };
    const today = (value, name) => {
        try {
            return (0,compose_value/* composeValue */.o)(value, name, get);
        }
        catch (error) {
            if (error instanceof errors/* StackError */.L)
                return undefined;
            throw error;
        }
    };
    return today;
}
const isKnown = (value) => value !== undefined && !(0,pending/* isPending */.m)(value);
/** What one unread Secret may have given; not what is the same today, as the live release's keyed hashes say. */
function namesOf({ component, secret, variable }, variables, { hashKey, releases }, today) {
    const key = (0,kubernetes/* objectKey */.T5)({ apiVersion: 'v1', kind: 'Secret', name: secret });
    const own = releases.findLast(({ inventory = [] }) => inventory.some((entry) => entry.key === key));
    const fields = own?.components.find(({ name }) => name === component)?.fields ?? {};
    const taken = Object.entries(fields).flatMap(([field, text]) => field.startsWith('env.') && text.startsWith('secret:') ? [field.slice(4)] : []);
    const names = variable === undefined ? taken : [variable];
    // Somebody else's, or of a component that the release has under another name.
    if (names.length === 0)
        return [`the keys of the Secret ${secret}`];
    return names.flatMap((name) => {
        const value = variables.get(component)?.get(name);
        const now = value === undefined ? undefined : today(value, `${component}.${name}`);
        const same = isKnown(now) && fields[`env.${name}`] === `secret:${(0,keyed_hash/* keyedHash */.N)(hashKey, now)}`;
        return same ? [] : [(0,env_value/* wholeReference */.nL)(value) ?? `${component}.${name}`];
    });
}

// EXTERNAL MODULE: ./build/js/commands/open-secrets.js + 1 modules
var open_secrets = __webpack_require__(82567);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/commands/token.js

/**
 * Mints an administrator's token for the gateway (CONTRACT §5): HS256 over the claims the gateway checks.
 *
 * @param ttlSeconds  Life of the token, counted from `now`.
 */
function mintToken(key, email, ttlSeconds, now) {
    const issued = Math.floor(now.getTime() / 1000);
    const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({
        sub: email,
        username: email,
        iat: issued,
        exp: issued + ttlSeconds,
        iss: 'mcpgateway',
        aud: 'mcpgateway-api',
        jti: (0,external_node_crypto_.randomUUID)(),
        is_admin: true,
        user: { email, full_name: 'mcp-deploy', is_admin: true, auth_provider: 'cli' },
        token_use: 'api',
        teams: null,
    })}`;
    return `${text}.${(0,external_node_crypto_.createHmac)('sha256', key.reveal()).update(text).digest('base64url')}`;
}

;// CONCATENATED MODULE: ./build/js/commands/operate.js











/** `logs`: the components' own output, redacted like everything else. */
function logs(session, config, options) {
    return (0,inspect/* withStack */.tb)(session, config, async ({ plan, connection, live }) => {
        const all = [plan.gateway, ...plan.plugins, ...plan.infrastructure];
        const services = options.components.flatMap((name) => {
            const found = all.find((component) => component.name === name || component.service === name);
            const running = found === undefined ? [] : (0,find_running/* findRunning */.P)(live, found);
            if (running.length > 0)
                return running.map(({ service }) => service);
            if (found !== undefined)
                return found.service;
            throw new errors/* StackError */.L({
                code: 'USAGE',
                message: `no component is called ${name}`,
                hint: `There are: ${all.map((component) => component.name).join(', ')}`,
            });
        });
        await (0,open_secrets/* maskSecrets */.Q)(session, plan, live.state);
        const unknown = await maskRunning(session, plan, connection, live.state);
        if (unknown.length > 0)
            session.io.progress.problem(notMasked(unknown));
        await connection.logs({
            ...options,
            components: services,
            onLine: (component, line) => void session.host.print(`${component} | ${(0,plain_text/* toPlainLine */.I)(line)}\n`),
        });
        return (0,commands_session/* emptyReport */._O)(session);
    });
}
function notMasked(names) {
    return {
        severity: 'warning',
        code: 'SECRET_MISSING',
        message: `what is printed is not searched for ${names.join(', ')}: the ${names.length === 1 ? 'value that runs is' : 'values that run are'} not known here`,
        hint: 'Give this command the same secrets as the deploy; on a cluster, the right to read the Secrets of the stack helps too',
    };
}
/** `destroy`: removes what can be made again; a kept volume keeps what opens it. */
function destroy(session, config, options) {
    return (0,inspect/* withStack */.tb)(session, config, async ({ plan, connection }) => {
        const keepSecrets = plan.secrets.filter((request) => request.opensVolume).map((request) => request.name);
        const lock = await connection.lock('destroy', plan.deploy.timeoutSeconds);
        try {
            const removed = await (0,commands_session/* timed */.J)(session, 'destroy', `Removing ${plan.stack.name}`, () => connection.destroy({ volumes: options.volumes, keepSecrets }));
            for (const name of removed)
                session.io.progress.line(`removed  ${name}`);
            const kept = options.volumes
                ? ''
                : '; data volumes and the secrets that open them are kept (--volumes removes them too)';
            return { ...(0,commands_session/* emptyReport */._O)(session), next: `The stack ${plan.stack.name} is gone${kept}` };
        }
        finally {
            await lock.release();
        }
    });
}
/** `token`: an administrator's token for the gateway; the one command that prints a secret. */
function token(session, config, ttlSeconds) {
    return (0,inspect/* withStack */.tb)(session, config, async ({ plan, live }) => {
        const { hashKey, generated } = live.state;
        const value = plan.gateway.env['JWT_SECRET_KEY'];
        const names = value === undefined ? [] : (0,env_value/* referencesOf */.CL)(value);
        const secrets = await (0,resolve/* resolveSecrets */.M)(plan.secrets.filter(({ name }) => names.includes(name)), { source: session.secretSource, generated, hashKey, dry: true }, session.io);
        const key = value === undefined ? undefined : secrets.compose(value, 'JWT_SECRET_KEY');
        const [unread] = secrets.problems.filter(({ code }) => code === 'SECRET_FORBIDDEN' || code === 'SECRET_UNREACHABLE');
        if (key !== undefined && (0,pending/* isPending */.m)(key) && unread !== undefined)
            throw new errors/* StackError */.L(unread);
        if (key === undefined || (0,pending/* isPending */.m)(key)) {
            throw new errors/* StackError */.L({
                code: 'USAGE',
                message: `the stack ${plan.stack.name} has no signing key yet`,
                hint: (0,commands_session/* commandLine */.ay)(session, 'deploy'),
            });
        }
        const email = plan.gateway.env['PLATFORM_ADMIN_EMAIL'];
        const address = email?.kind === 'plain' ? email.value : defaultAdministrator;
        return mintToken(key, address, ttlSeconds, session.io.clock.now());
    });
}
/** The gateway's own default (PyPI mcp-contextforge-gateway, settings `platform_admin_email`). */
const defaultAdministrator = 'admin@example.com';


/***/ })

};
