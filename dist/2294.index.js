export const id = 2294;
export const ids = [2294];
export const modules = {

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

/***/ 89860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ composeValue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75503);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10390);
/* harmony import */ var _url_password_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94151);




/**
 * Puts the parts of a value together.
 *
 * @param name  Names the result, `gateway.DATABASE_URL`; one that is nothing but a reference has the secret's name, which is
 *   what a person rotates.
 * @throws StackError SECRET_INVALID when a password would break the URL it stands in.
 */
function composeValue(value, name, get) {
    if (value.kind === 'plain')
        return new _model_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(name, value.value);
    const parts = [];
    for (const part of value.parts) {
        const secret = part.kind === 'literal' ? part.text : get(part.secret);
        if ((0,_model_pending_js__WEBPACK_IMPORTED_MODULE_2__/* .isPending */ .m)(secret))
            return secret;
        if (part.kind === 'literal')
            parts.push({ text: secret.reveal() });
        else if (part.encoding === 'url')
            parts.push({ text: encodeForUrl(secret.reveal()) });
        else
            parts.push({ text: secret.reveal(), rawReference: part.secret });
    }
    const unencoded = (0,_url_password_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnencoded */ .D)(parts);
    if (unencoded !== undefined)
        throw notEncoded(name, unencoded, parts.length === 1);
    const [only, ...more] = value.parts;
    const own = only?.kind === 'reference' && more.length === 0 ? only.secret : name;
    return new _model_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(own, parts.map((part) => part.text).join(''));
}
/** Percent-encodes everything but RFC 3986's unreserved characters. */
function encodeForUrl(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function notEncoded(name, culprit, whole) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'SECRET_INVALID',
        message: `the user or password in the URL of ${name} has a reserved character that is not encoded`,
        hint: culprit === true || whole
            ? 'Percent-encode the password inside the URL (@ is %40, : is %3A, / is %2F, # is %23, ? is %3F).'
            : `Write \${${culprit}:urlencode} instead of \${${culprit}}.`,
    });
}


/***/ }),

/***/ 20731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keyedHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Tells one value from another (hex, 16 characters), and says nothing to who does not have the key. */
function keyedHash(key, value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key.reveal()).update(value.reveal()).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 42294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ resolveSecrets)
});

// EXTERNAL MODULE: ./build/js/model/env-value.js
var env_value = __webpack_require__(54515);
// EXTERNAL MODULE: ./build/js/model/own.js
var own = __webpack_require__(41224);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/model/secret.js
var model_secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/secrets/compose-value.js
var compose_value = __webpack_require__(89860);
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

// EXTERNAL MODULE: ./build/js/secrets/keyed-hash.js
var keyed_hash = __webpack_require__(20731);
// EXTERNAL MODULE: ./build/js/secrets/referenced.js
var referenced = __webpack_require__(38601);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/builder-image.js
var builder_image = __webpack_require__(12191);
// EXTERNAL MODULE: ./build/js/secrets/variable-limit.js
var variable_limit = __webpack_require__(45196);
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
        const before = (0,own/* ownOf */._)(generated, name);
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
    const tooLong = (0,variable_limit/* whyTooLong */.n)(text, request.usedBy);
    if (tooLong !== undefined)
        return problem('SECRET_INVALID', tooLong, variable_limit/* tooLongHint */.K);
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

// EXTERNAL MODULE: ./build/js/secrets/url-password.js
var url_password = __webpack_require__(94151);
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
    const kept = (0,own/* ownOf */._)(options.generated, request.name);
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
        const made = (0,compose_value/* composeValue */.o)(value, name, get);
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
            return (0,keyed_hash/* keyedHash */.N)(options.hashKey, text);
        },
        generated: Object.fromEntries(resolved.flatMap(({ request, value, provenance: { provider } }) => (provider === 'generated' || provider === 'state') && !(0,pending/* isPending */.m)(value) ? [[request.name, value]] : [])),
        provenance: Object.fromEntries(resolved.map(({ request, provenance }) => [request.name, provenance])),
        problems: [...warnOfValues(resolved, options.generated), ...(0,referenced/* warnOfUnread */.t1)(resolved)],
    };
}
/** The whole text is secret, and so is a password written into a URL. */
function registerComposed(secret, io) {
    io.redactor.add(secret);
    for (const password of (0,url_password/* passwordsIn */.g)(secret.reveal()))
        io.redactor.add(new model_secret/* Secret */.z(secret.name, password));
}
function pendingSecret(name) {
    return { pending: 'secret', key: name };
}


/***/ }),

/***/ 94151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findUnencoded),
/* harmony export */   g: () => (/* binding */ passwordsIn)
/* harmony export */ });
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


/***/ }),

/***/ 45196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ tooLongHint),
/* harmony export */   n: () => (/* binding */ whyTooLong)
/* harmony export */ });
/** Bytes of one `NAME=value` that Linux starts a program with: MAX_ARG_STRLEN, 32 pages of 4 KiB, less the NUL at its end. */
const mostBytes = 131_071;
/** Compose is given values as MCPS_1, MCPS_2 …, whatever they are called in the container. */
const longestOwnName = 'MCPS_99999'.length;
/**
 * Why no variable can carry a value: words to follow its name.
 *
 * @param users  `component.VARIABLE`; others (`pull.REGISTRY`) are no variables.
 */
function whyTooLong(text, users) {
    const variables = users.filter((user) => !user.startsWith('pull.')).map((user) => user.slice(user.indexOf('.') + 1));
    if (variables.length === 0)
        return undefined;
    const most = mostBytes - Math.max(longestOwnName, ...variables.map((name) => Buffer.byteLength(name))) - '='.length;
    const bytes = Buffer.byteLength(text);
    return bytes <= most ? undefined : `has ${bytes} bytes, which no environment variable can carry: the most is ${most}`;
}
const tooLongHint = 'Store a shorter one; what is large belongs into the image or a volume';


/***/ })

};
