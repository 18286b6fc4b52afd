export const id = 2177;
export const ids = [2177];
export const modules = {

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeDraft: () => (/* binding */ makeDraft)
});

// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/render/render-bundle.js + 21 modules
var render_bundle = __webpack_require__(6121);
;// CONCATENATED MODULE: ./build/js/secrets/check-values.js

/**
 * Composes every value once, before anything is touched, so that all that is wrong with them is told at once.
 *
 * @param values  `component.VARIABLE` → value.
 * @throws StackError SECRET_INVALID with every problem.
 */
function checkValues(values, secrets) {
    const errors = [];
    for (const [name, value] of Object.entries(values)) {
        try {
            secrets.compose(value, name);
        }
        catch (error) {
            if (!(error instanceof js_errors/* StackError */.L))
                throw error;
            errors.push(error);
        }
    }
    const [first] = errors;
    if (first === undefined)
        return;
    if (errors.length === 1)
        throw first;
    throw new js_errors/* StackError */.L({
        code: first.code,
        message: `${errors.length} values cannot be put together`,
        hint: first.hint,
        problems: errors.flatMap((error) => error.problems),
    });
}

// EXTERNAL MODULE: ./build/js/secrets/resolve.js + 5 modules
var resolve = __webpack_require__(64683);
// EXTERNAL MODULE: ./build/js/commands/certificate-state.js + 8 modules
var certificate_state = __webpack_require__(97770);
// EXTERNAL MODULE: ./build/js/commands/leaks.js
var leaks = __webpack_require__(61761);
;// CONCATENATED MODULE: ./build/js/commands/moved-source.js
/**
 * Adds a line of its own to every change whose image is another one although its name did not change: a branch or tag that
 * moved. That somebody pushed is another cause than that somebody edited the file.
 */
function noteMoves(changes, images, live) {
    const release = live.state.releases.findLast(({ status }) => status === 'live');
    return changes.map((change) => {
        if (change.action !== 'update')
            return change;
        // By name: with `rolling: parallel` the same plugin is another workload.
        const before = release?.components.find(({ name }) => name === change.component);
        const image = images.find(({ component }) => component === change.component);
        const moved = before === undefined || image === undefined ? undefined : moveOf(before, image);
        return moved === undefined ? change : { ...change, reasons: [moved, ...change.reasons] };
    });
}
function moveOf(before, image) {
    if (image.revision !== undefined && before.revision !== undefined) {
        if (image.revision === before.revision)
            return undefined;
        const why = 'another commit of its repository';
        return { field: 'source', before: before.revision.slice(0, 12), after: image.revision.slice(0, 12), why };
    }
    // A tag that stands for another digest than it did; one that was written otherwise is an ordinary change.
    const [old, now] = [
        digestOf(before.image),
        typeof image.reference === 'string' ? digestOf(image.reference) : undefined,
    ];
    if (image.tag !== before.tag || old === undefined || now === undefined || old === now)
        return undefined;
    return { field: 'source', before: old, after: now, why: `${image.tag} moved` };
}
/** 12 digits of the digest or image id: what people compare. */
function digestOf(reference) {
    return /(?:^|@)sha256:([0-9a-f]{12})/.exec(reference)?.[1];
}

// EXTERNAL MODULE: ./build/js/commands/note-roll-over.js
var note_roll_over = __webpack_require__(79552);
// EXTERNAL MODULE: ./build/js/commands/obstacles.js
var obstacles = __webpack_require__(36451);
;// CONCATENATED MODULE: ./build/js/commands/draft.js









/** Resolves, issues (unless dry), renders, looks closer and compares; writes nothing. */
async function makeDraft(session, input) {
    const { plan, live: seen, target, images, dry } = input;
    const { state } = seen;
    const hashKey = (0,certificate_state/* hashKeyOf */.Tf)(session, state);
    session.io.redactor.add(hashKey);
    const secrets = await (0,resolve/* resolveSecrets */.M)(plan.secrets, { source: session.secretSource, generated: state.generated, hashKey, dry }, session.io);
    (0,leaks/* refuseNames */.d3)(session, plan, images);
    checkValues(valuesOf(plan), secrets);
    const issued = await (0,certificate_state/* issueFor */.zE)(session, input, seen, {
        dry: dry || input.skipCertificates === true,
        force: input.force ?? false,
        caFromEnv: input.caFromEnv ?? false,
        externalPki: input.externalPki ?? false,
        ...(input.renew === undefined ? {} : { renew: input.renew }),
        ...orderOf(input),
        made: input.made,
    });
    const certificates = input.skipCertificates === true ? useCurrent(issued, session.io.clock.now()) : issued;
    if (input.skipCertificates === true && !dry)
        refuseMissing(certificates);
    const bundle = await (0,render_bundle/* renderBundle */.p)({
        plan,
        images,
        certificates: certificates.certificates,
        digest: (value, name) => secrets.digest(value, name),
        reference: (value) => secrets.reference(value),
        templates: input.templates,
        ...forKubernetes(input),
    });
    const live = (await input.connection?.examine(bundle, seen)) ?? seen;
    return {
        plan,
        live,
        images,
        secrets,
        certificates,
        bundle,
        changes: noteMoves(target.diff(bundle, live), images, live),
        obstacles: [
            ...(0,obstacles/* permit */.eL)(target.problems?.(bundle, live) ?? [], input.permissions ?? {}),
            // Once: what is made under the lock nobody could have written into a template.
            ...(dry ? (0,leaks/* bundleLeaks */.Zt)(session, bundle) : []),
        ],
        problems: [
            ...secrets.problems,
            ...certificates.problems,
            ...(0,note_roll_over/* noteRollOver */.IZ)(plan, certificates),
            ...tooShort(session, plan),
        ],
        state: {
            ...(0,certificate_state/* withCertificates */.fN)(session, input, { state: { ...state, hashKey, fresh: false } }, certificates),
            generated: { ...state.generated, ...secrets.generated },
        },
    };
}
/** --skip-certs changes no CA. */
function orderOf({ rollOver, skipCertificates }) {
    if (skipCertificates === true)
        return { rollOver: { kind: 'hold' } };
    return rollOver === undefined ? {} : { rollOver };
}
/** What only objects need to know of the place they go to. */
function forKubernetes({ gitops, live, target }) {
    const slotOf = target.slotOf?.(live);
    const namespaceExists = live.kubernetes?.namespaceExists;
    return {
        ...(slotOf === undefined ? {} : { slotOf }),
        ...(namespaceExists === undefined ? {} : { namespaceExists }),
        ...(gitops === undefined ? {} : { gitops }),
    };
}
/** Every environment value by `component.VARIABLE`. */
function valuesOf(plan) {
    const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure];
    return Object.fromEntries(components.flatMap(({ name, env }) => Object.entries(env).map(([variable, value]) => [`${name}.${variable}`, value])));
}
/** --skip-certs: what is due for renewal but still good goes on. */
function useCurrent(outcome, now) {
    const certificates = outcome.certificates.map((entry) => {
        const { current } = entry;
        if (entry.certificate !== undefined || current === undefined || new Date(current.notAfter) <= now)
            return entry;
        const { current: _current, ...rest } = entry;
        return { ...rest, certificate: current, how: 'kept', reason: entry.reason ?? 'not renewed: --skip-certs' };
    });
    return { ...outcome, certificates };
}
function refuseMissing(outcome) {
    const missing = outcome.certificates.filter((entry) => entry.certificate === undefined);
    if (missing.length === 0)
        return;
    throw new js_errors/* StackError */.L({
        code: 'CERTIFICATE_INVALID',
        message: `--skip-certs, but ${missing.map((entry) => `${entry.request.component} (${entry.reason ?? 'missing'})`).join(', ')} need a certificate`,
        hint: 'Run without --skip-certs once, or put the files at the paths in certificates:',
    });
}
/** Those that the stack asks for are named with its secrets. */
function tooShort(session, plan) {
    const named = new Set(plan.secrets.map(({ name }) => name));
    const names = session.io.redactor.unsearched().filter((name) => !named.has(name));
    if (names.length === 0)
        return [];
    return [
        {
            severity: 'warning',
            code: 'CONFIG_WARNING',
            message: `shorter than 8 bytes, so output cannot be searched for them: ${names.join(', ')}`,
            hint: 'They are kept secret all the same; longer values are safer',
        },
    ];
}


/***/ }),

/***/ 79552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ noteRollOver),
/* harmony export */   VX: () => (/* binding */ summaryInPhase),
/* harmony export */   ez: () => (/* binding */ phaseTitle),
/* harmony export */   j0: () => (/* binding */ refuseAcrossPhase),
/* harmony export */   nH: () => (/* binding */ keptInPhase)
/* harmony export */ });
/* harmony import */ var _certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74333);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


const doing = {
    trust: 'everything trusts the old and the new CA',
    leaves: 'the new CA issues every certificate',
    drop: 'nothing trusts the old CA any more',
};
/** `CA roll-over, phase 1 of 3: everything trusts the old and the new CA` */
function phaseTitle(phase) {
    return `CA roll-over, ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)({ phase })}: ${doing[phase]}`;
}
/** What the history says of a release: its phase before its changes. */
function summaryInPhase({ rollOver }, summary) {
    return rollOver === undefined ? summary : `CA roll-over, ${(0,_certificates_roll_over_js__WEBPACK_IMPORTED_MODULE_0__/* .describePhase */ .$8)(rollOver)}: ${summary}`;
}
/** What a change of CAs means for who calls the stack: its users roll once in every phase. */
function noteRollOver(plan, { certificates, rollOver }) {
    if (rollOver === undefined)
        return [];
    const users = certificates.map(({ request }) => request.component);
    const who = users.length > 5 ? `all ${users.length} users of certificates` : users.join(', ');
    const parallel = plan.stack.target === 'kubernetes' && plan.deploy.rolling === 'parallel';
    const rest = rollOver.phase === 'drop' ? '' : '; the other phases follow as soon as this one is proven';
    const told = `${phaseTitle(rollOver.phase)}; rolls ${who}${rest}`;
    if (parallel)
        return [{ severity: 'note', code: 'CONFIG_NOTE', message: told }];
    return [
        {
            severity: 'warning',
            code: 'CONFIG_WARNING',
            message: `${told}; they roll in place: calls fail closed for seconds in each phase`,
            ...(plan.stack.target === 'kubernetes' ? { hint: 'ci_cd.deploy.rolling: parallel loses no call' } : {}),
        },
    ];
}
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

/***/ 36451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ asWarnings),
/* harmony export */   TZ: () => (/* binding */ refuseObstacles),
/* harmony export */   eL: () => (/* binding */ permit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);

/** What is permitted is not an obstacle any more; it is still told. */
function permit(problems, permissions) {
    const permitted = [
        ...(permissions.forceConflicts === true ? ['FIELD_CONFLICT'] : []),
        ...(permissions.allowMassDelete === true ? ['MASS_DELETE'] : []),
        ...(permissions.allowOlder === true ? ['OLDER_COMMIT'] : []),
    ];
    return problems.map((problem) => {
        if (problem.severity !== 'error' || !permitted.includes(problem.code))
            return problem;
        const { hint: _hint, ...rest } = problem;
        return { ...rest, severity: 'note' };
    });
}
/** The errors among them, all at once. @throws StackError */
function refuseObstacles(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first, ...more] = errors;
    if (first === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: first.code,
        message: more.length === 0 ? first.message : `${errors.length} things stand in the way; nothing was changed`,
        hint: first.hint,
        problems,
    });
}
/** For a plan, which only shows what a deploy would be told. */
function asWarnings(problems) {
    return problems.map((problem) => (problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem));
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
