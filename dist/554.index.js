export const id = 554;
export const ids = [554,5013];
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


/***/ }),

/***/ 90554:
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
// EXTERNAL MODULE: ./build/js/secrets/resolve.js + 5 modules
var resolve = __webpack_require__(64683);
// EXTERNAL MODULE: ./build/js/commands/find-running.js
var find_running = __webpack_require__(89704);
// EXTERNAL MODULE: ./build/js/commands/inspect.js
var inspect = __webpack_require__(75013);
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
        await connection.logs({
            ...options,
            components: services,
            onLine: (component, line) => void session.host.print(`${component} | ${(0,plain_text/* toPlainLine */.I)(line)}\n`),
        });
        return (0,commands_session/* emptyReport */._O)(session);
    });
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


/***/ }),

/***/ 14730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v0: () => (/* binding */ weaknessOf),
/* harmony export */   yo: () => (/* binding */ passwordClasses)
/* harmony export */ });
/* unused harmony export entropyOf */
/**
 * What the gateway calls weak (PyPI mcp-contextforge-gateway 1.0.7, settings and password policy): it does not start with a
 * weak JWT_SECRET_KEY or AUTH_ENCRYPTION_SECRET, and takes any administrator's password at first but no weak one later.
 */
/** Refused whatever their length, in lower case. */
const knownWeak = new Set([
    'my-test-key',
    'my-test-key-but-now-longer-than-32-bytes',
    'my-test-salt',
    'changeme',
    'secret',
    'password',
    'test-secret',
    'my-secret',
    '12345678',
]);
/** Common passwords without the digits and signs that people add. */
const commonPassword = /^(password|passw0rd|p@ssw0rd|p@ssword|admin|administrator|root|toor|welcome|letmein|qwerty|abc|monkey|changeme)[\d!@]*$/;
/** Gateway keys: characters and Shannon bits per character below which the gateway does not start. */
const gatewayLength = 32;
const gatewayEntropy = 3.5;
/** The gateway's minimum for a user's password; 22 for an administrator who changes it. */
const administratorLength = 12;
const administratorClasses = 3;
/** The kinds of characters that the gateway's password policy tells apart. */
const passwordClasses = [/[a-z]/, /[A-Z]/, /[0-9]/, /[!@#$%^&*(),.?":{}|<>\-_=+[\]\\;'`~]/];
/**
 * Says why the gateway would not take a value, in words that do not contain it; undefined when it would.
 *
 * @param strength  `gateway` for JWT_SECRET_KEY and AUTH_ENCRYPTION_SECRET, `administrator` for the platform administrator's password.
 */
function weaknessOf(value, strength) {
    const lower = value.toLowerCase();
    if (value.trim() === '')
        return 'is empty';
    if (lower.startsWith('__replace_me__'))
        return 'is still a placeholder';
    if (knownWeak.has(lower))
        return 'is a well-known value';
    return strength === 'gateway' ? keyWeakness(value) : passwordWeakness(value);
}
/** Shannon entropy in bits per character, as the gateway computes it. */
function entropyOf(value) {
    const characters = Array.from(value);
    const counts = new Map();
    for (const character of characters)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => {
        const share = count / characters.length;
        return sum - share * Math.log2(share);
    }, 0);
}
function keyWeakness(value) {
    if (Array.from(value).length < gatewayLength)
        return `has fewer than ${gatewayLength} characters`;
    return entropyOf(value) < gatewayEntropy ? 'repeats too few different characters' : undefined;
}
function passwordWeakness(value) {
    if (commonPassword.test(value.toLowerCase()))
        return 'is a common password';
    if (Array.from(value).length < administratorLength)
        return `has fewer than ${administratorLength} characters`;
    if (passwordClasses.filter((pattern) => pattern.test(value)).length >= administratorClasses)
        return undefined;
    return `has fewer than ${administratorClasses} of: lower-case letters, upper-case letters, digits, signs`;
}


/***/ }),

/***/ 64683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ resolveSecrets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/js/model/env-value.js
var env_value = __webpack_require__(54515);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/model/secret.js
var model_secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
;// CONCATENATED MODULE: ./build/js/secrets/url-password.js
/**
 * Finds a user name or password in a URL with a character that ends it too early (`p@ss`, `a/b`): the client would dial another
 * host, or send half a password.
 *
 * @returns the name of the reference that must be encoded, `true` when it is not one reference's fault, else undefined.
 */
function findUnencoded(parts) {
    let before = '';
    for (const [index, part] of parts.entries()) {
        const after = parts
            .slice(index + 1)
            .map((next) => next.text)
            .join('');
        if (part.rawReference !== undefined && isInUserInfo(before, after)) {
            // In front of the first colon a whole `user:password` may stand.
            const reserved = before.endsWith('://') ? /[/?#[\]@\s]|%(?![0-9a-f]{2})/i : /[:/?#[\]@\s]|%(?![0-9a-f]{2})/i;
            if (reserved.test(part.text))
                return part.rawReference;
        }
        before += part.text;
    }
    return endsTooEarly(before) ? true : undefined;
}
/** The password of a URL with user info, as written and decoded; both are secret in themselves. */
function passwordsIn(text) {
    const written = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*?:([^/?#@]+)@/i.exec(text)?.[1];
    if (written === undefined)
        return [];
    try {
        return [...new Set([written, decodeURIComponent(written)])];
    }
    catch {
        return [written];
    }
}
function isInUserInfo(before, after) {
    return /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*$/i.test(before) && /^[^/?#]*@/.test(after);
}
function endsTooEarly(text) {
    const [, rest] = /^[a-z][a-z0-9+.-]*:\/\/(\S*)$/i.exec(text) ?? [];
    if (rest === undefined)
        return false;
    const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
    if (authority.split('@').length > 2)
        return true;
    // `user:pa/ss@host`: what should be a port is none, and the @ comes too late.
    return !authority.includes('@') && rest.includes('@') && /:(?!\d*$)/.test(authority) && !authority.includes('[');
}

;// CONCATENATED MODULE: ./build/js/secrets/compose-value.js




/**
 * Puts the parts of a value together.
 *
 * @param name  Names the result, `gateway.DATABASE_URL`.
 * @throws StackError SECRET_INVALID when a password would break the URL it stands in.
 */
function composeValue(value, name, get) {
    if (value.kind === 'plain')
        return new model_secret/* Secret */.z(name, value.value);
    const parts = [];
    for (const part of value.parts) {
        const secret = part.kind === 'literal' ? part.text : get(part.secret);
        if ((0,pending/* isPending */.m)(secret))
            return secret;
        if (part.kind === 'literal')
            parts.push({ text: secret.reveal() });
        else if (part.encoding === 'url')
            parts.push({ text: encodeForUrl(secret.reveal()) });
        else
            parts.push({ text: secret.reveal(), rawReference: part.secret });
    }
    const unencoded = findUnencoded(parts);
    if (unencoded !== undefined)
        throw notEncoded(name, unencoded, parts.length === 1);
    return new model_secret/* Secret */.z(name, parts.map((part) => part.text).join(''));
}
/** Percent-encodes everything but RFC 3986's unreserved characters. */
function encodeForUrl(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function notEncoded(name, culprit, whole) {
    return new errors/* StackError */.L({
        code: 'SECRET_INVALID',
        message: `the user or password in the URL of ${name} has a reserved character that is not encoded`,
        hint: culprit === true || whole
            ? 'Percent-encode the password inside the URL (@ is %40, : is %3A, / is %2F, # is %23, ? is %3F).'
            : `Write \${${culprit}:urlencode} instead of \${${culprit}}.`,
    });
}

// EXTERNAL MODULE: ./build/js/model/secret-strength.js
var secret_strength = __webpack_require__(14730);
;// CONCATENATED MODULE: ./build/js/secrets/privileged-password.js

/** The gateway's minimum for a privileged account. */
const privilegedLength = 22;
/** Passes the policy that the gateway has for administrators who change their password: what we generate must. */
function isPrivilegedPassword(value) {
    return ((0,secret_strength/* weaknessOf */.v0)(value, 'administrator') === undefined &&
        value.length >= privilegedLength &&
        secret_strength/* passwordClasses */.yo.every((pattern) => pattern.test(value)) &&
        !/admin/i.test(value) &&
        !hasSequence(value));
}
/** Three letters or three digits in a row that count up or down (`abc`, `321`). */
function hasSequence(value) {
    const lower = value.toLowerCase();
    for (let index = 0; index + 3 <= lower.length; index++) {
        const three = lower.slice(index, index + 3);
        if (!/^([a-z]{3}|[0-9]{3})$/.test(three))
            continue;
        const [first, second, third] = [three.charCodeAt(0), three.charCodeAt(1), three.charCodeAt(2)];
        if (second - first === third - second && Math.abs(second - first) === 1)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/js/secrets/generate.js


/** 384 bits; as base64url it needs no escaping in a URL, a shell or YAML. */
const tokenBytes = 48;
/** 64 characters, so that six bits choose one evenly; none of them has to be escaped in a URL. */
const passwordAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._';
const passwordLength = 28;
/** A secret key or a database password. */
function generateToken(random) {
    return draw(() => Buffer.from(random(tokenBytes)).toString('base64url'), (value) => (0,secret_strength/* weaknessOf */.v0)(value, 'gateway') === undefined);
}
/** A password that a person may have to type: letters, digits and a sign, as the gateway's policy for administrators wants. */
function generatePassword(random) {
    return draw(() => Array.from(random(passwordLength), (byte) => passwordAlphabet[byte & 63]).join(''), 
    // The gateway's older policy knows `.` as a sign, `_` not.
    (value) => value.includes('.') && isPrivilegedPassword(value));
}
/** Draws until the value is strong; a token passes at once, a password after three or four. */
function draw(make, isStrong) {
    for (let attempt = 0; attempt < 1000; attempt++) {
        const value = make();
        if (isStrong(value))
            return value;
    }
    throw new Error('the source of randomness is broken');
}

// EXTERNAL MODULE: ./build/js/secrets/referenced.js
var referenced = __webpack_require__(38601);
// EXTERNAL MODULE: ./build/js/model/builder-image.js
var builder_image = __webpack_require__(12191);
;// CONCATENATED MODULE: ./build/js/secrets/secret-problems.js




/** The redactor cannot search for a value shorter than this, in bytes, without hitting innocent text. */
const shortestSearchedBytes = 8;
/**
 * Throws one error with every problem of every secret; names only, never a value.
 *
 * @param asked  Names of the providers.
 */
function throwProblems({ missing, resolved, refused }, asked, environment) {
    const problems = [
        ...refused,
        ...missing.map((request) => atPlaceOf(request, missingProblem(request, asked, environment))),
        ...resolved.flatMap(({ request, value }) => (0,pending/* isPending */.m)(value) ? [] : findValueProblems(request, value).map((problem) => atPlaceOf(request, problem))),
    ];
    const [first] = problems;
    if (first === undefined)
        return;
    throw new errors/* StackError */.L({
        code: first.code,
        message: problems.length === 1 ? first.message : summarise(missing, problems),
        hint: first.hint,
        problems,
    });
}
/** The problem with the line of the file that declares the secret, where there is one. */
function atPlaceOf({ place }, problem) {
    return place === undefined || problem.place !== undefined ? problem : { ...problem, place };
}
/** What to tell about values that can be used: too short to scan for, stray white space, a generated value replaced. */
function warnOfValues(resolved, generated) {
    const given = resolved.flatMap(({ request, value, provenance: { provider } }) => (0,pending/* isPending */.m)(value) ? [] : [{ name: request.name, text: value.reveal(), provider }]);
    const short = given.filter(({ text }) => Buffer.byteLength(text) < shortestSearchedBytes);
    const padded = given.filter(({ text }) => text !== text.trim());
    const replaced = given.filter(({ name, text, provider }) => {
        const before = generated[name];
        return provider !== 'state' && before !== undefined && before.reveal() !== text;
    });
    return [
        ...warning(short, 'too short to be found in output, so only kept out of it where it is passed', `Use ${shortestSearchedBytes} characters or more.`),
        ...warning(padded, 'begins or ends with white space', 'If that is not meant, remove it: it is part of the value.'),
        ...warning(replaced, 'now given, and replaces the generated value that the stack was deployed with', 'What was encrypted or signed with the old value cannot be read any more; unset it to keep the old one.'),
    ];
}
function unknownSecret(name) {
    return new errors/* StackError */.L({
        code: 'SECRET_MISSING',
        message: `nothing asked for the secret ${name} before it was used`,
        hint: `Declare it: ci_cd.vault_secrets: [${name}]`,
    });
}
function missingProblem({ name, usedBy }, asked, environment) {
    const users = usedBy.length === 0 ? '' : `, needed by ${usedBy.join(', ')}`;
    return {
        severity: 'error',
        code: 'SECRET_MISSING',
        message: `secret ${name} is not set or empty (asked: ${asked.length === 0 ? 'nobody' : asked.join(', ')})${users}`,
        hint: (0,builder_image/* hintFor */.JR)(environment, asked.some((provider) => provider !== 'environment')
            ? `Put ${name} into one of them, or say where it is: {name: ${name}, from: …} in ci_cd.vault_secrets`
            : `Set ${name} in the environment; in CI pass it to the step from the host's secrets.`, `-e ${name}`),
    };
}
function findValueProblems(request, value) {
    const text = value.reveal();
    const problem = (code, why, hint) => [
        { severity: 'error', code, message: `secret ${request.name} ${why}`, hint },
    ];
    if (text.includes('\0')) {
        return problem('SECRET_INVALID', 'holds a NUL byte, which no environment variable can carry', 'Encode it, as base64 for example.');
    }
    const weakness = request.strength === undefined ? undefined : (0,secret_strength/* weaknessOf */.v0)(text, request.strength);
    if (weakness === undefined)
        return [];
    const unset = request.origin === 'generated' ? ', or unset it to have one generated and kept with the stack' : '';
    return problem('SECRET_WEAK', `${weakness}: too weak for the gateway`, `Use the output of: openssl rand -base64 48${unset}.`);
}
function summarise(missing, problems) {
    if (missing.length < problems.length)
        return `${problems.length} secrets cannot be used`;
    return `${missing.length} secrets are not set: ${missing.map((request) => request.name).join(', ')}`;
}
function warning(entries, what, hint) {
    if (entries.length === 0)
        return [];
    const names = entries.map((entry) => entry.name).join(', ');
    return [
        {
            severity: 'warning',
            code: 'SECRET_WEAK',
            message: `${entries.length === 1 ? 'secret' : 'secrets'} ${names}: ${what}`,
            hint,
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/secrets/resolve.js









/**
 * Finds every secret: providers in order, then what was generated before, then a new one where that is allowed. Every value
 * is known to the redactor before this returns.
 *
 * @throws StackError SECRET_MISSING, SECRET_WEAK, SECRET_INVALID, SECRET_UNREACHABLE, SECRET_FORBIDDEN: all problems of all secrets at once, by name.
 */
async function resolveSecrets(requests, options, io) {
    for (const secret of Object.values(options.generated))
        io.redactor.add(secret);
    const wanted = new Map(requests.map((request) => [request.name, request]));
    const given = (await options.source?.find([...wanted.values()])) ?? new Map();
    const resolved = [];
    const missing = [];
    // A problem of several secrets is one problem, at the place of the first.
    const refused = new Map();
    for (const request of wanted.values()) {
        const answer = given.get(request.name);
        if (answer !== undefined && 'problem' in answer) {
            if (!refused.has(answer.problem))
                refused.set(answer.problem, atPlaceOf(request, answer.problem));
            continue;
        }
        const found = (answer === undefined ? undefined : toSource(answer, request)) ?? generatedValue(request, options, io);
        if (found !== undefined)
            resolved.push({ request, ...found });
        else if (options.source === undefined) {
            const value = pendingSecret(request.name);
            resolved.push({ request, value, provenance: { provider: 'not asked' }, ...placeInTarget(request) });
        }
        else
            missing.push(request);
    }
    for (const { request, reference } of resolved) {
        const problem = reference === undefined ? undefined : (0,referenced/* refuseCopies */.cL)(request, reference);
        if (problem !== undefined)
            refused.set(problem, atPlaceOf(request, problem));
    }
    throwProblems({ missing, resolved, refused: [...refused.values()] }, options.source?.order ?? [], io.environment);
    return toSecrets(resolved, options, io);
}
/** A secret that we would make where nobody has it, is not said to be in the target while nobody can look there. */
function toSource(finding, request) {
    if (!('unread' in finding))
        return finding;
    if (request.origin === 'generated')
        return undefined;
    return { ...finding, value: pendingSecret(request.name) };
}
/** Where the file itself says that it is in the target, it need not be asked for. */
function placeInTarget({ from }) {
    const reference = from === undefined ? undefined : (0,referenced/* readSecretKey */.O4)(from);
    return reference === undefined ? {} : { reference };
}
function generatedValue(request, options, io) {
    if (request.origin !== 'generated')
        return undefined;
    const kept = options.generated[request.name];
    if (kept !== undefined)
        return { value: kept, provenance: { provider: 'state' } };
    if (options.dry)
        return { value: pendingSecret(request.name), provenance: { provider: 'generated' } };
    const random = (bytes) => io.random(bytes);
    const text = request.shape === 'password' ? generatePassword(random) : generateToken(random);
    const value = new model_secret/* Secret */.z(request.name, text);
    io.redactor.add(value);
    return { value, provenance: { provider: 'generated' } };
}
function toSecrets(resolved, options, io) {
    const values = new Map(resolved.map(({ request, value }) => [request.name, value]));
    const composed = new WeakMap();
    const get = (name) => {
        const value = values.get(name);
        if (value === undefined)
            throw unknownSecret(name);
        return value;
    };
    const compose = (value, name) => {
        const known = composed.get(value);
        if (known !== undefined)
            return known;
        const made = composeValue(value, name, get);
        if (value.kind === 'secret' && !(0,pending/* isPending */.m)(made))
            registerComposed(made, io);
        composed.set(value, made);
        return made;
    };
    const references = new Map(resolved.map(({ request, reference }) => [request.name, reference]));
    return {
        get,
        compose,
        reference(value) {
            const name = (0,env_value/* wholeReference */.nL)(value);
            return name === undefined ? undefined : references.get(name);
        },
        digest(value, name) {
            const text = compose(value, name);
            if ((0,pending/* isPending */.m)(text))
                return text;
            if (options.hashKey === undefined)
                return pendingSecret('hash key');
            return (0,external_node_crypto_.createHmac)('sha256', options.hashKey.reveal()).update(text.reveal()).digest('hex').slice(0, 16);
        },
        generated: Object.fromEntries(resolved.flatMap(({ request, value, provenance: { provider } }) => (provider === 'generated' || provider === 'state') && !(0,pending/* isPending */.m)(value) ? [[request.name, value]] : [])),
        provenance: Object.fromEntries(resolved.map(({ request, provenance }) => [request.name, provenance])),
        problems: [...warnOfValues(resolved, options.generated), ...(0,referenced/* warnOfUnread */.t1)(resolved)],
    };
}
/** The whole text is secret, and so is a password written into a URL. */
function registerComposed(secret, io) {
    io.redactor.add(secret);
    for (const password of passwordsIn(secret.reveal()))
        io.redactor.add(new model_secret/* Secret */.z(secret.name, password));
}
function pendingSecret(name) {
    return { pending: 'secret', key: name };
}


/***/ })

};
