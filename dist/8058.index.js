export const id = 8058;
export const ids = [8058];
export const modules = {

/***/ 65679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ describePhase),
/* harmony export */   $u: () => (/* binding */ isSameTrust),
/* harmony export */   PR: () => (/* binding */ canTurnBack),
/* harmony export */   Us: () => (/* binding */ trustIn),
/* harmony export */   VM: () => (/* binding */ nextRollOver),
/* harmony export */   _7: () => (/* binding */ comesFrom),
/* harmony export */   jO: () => (/* binding */ beginRollOver)
/* harmony export */ });
/* harmony import */ var _model_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80427);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84333);


/** Where the change of CAs stands in this run; undefined when there is none. */
function nextRollOver(current, order, { given, leaves, now }) {
    if (order?.kind === 'hold')
        return current;
    const begin = (newTrustPem) => beginRollOver(newTrustPem, leaves, now);
    if (current === undefined)
        return given === undefined || isTrusted(given, leaves) ? undefined : begin(given);
    // In the first phase nothing but what had to be has a leaf of the new CA yet: another one may still take its place.
    const mayReplace = order?.kind === 'begin' || current.phase === 'trust';
    if (mayReplace && given !== undefined && canTurnBack(current, given)) {
        const oldTrustPem = joinBundles(current.oldTrustPem, current.newTrustPem);
        return { ...current, phase: 'leaves', oldTrustPem, newTrustPem: given };
    }
    if (current.phase === 'trust' && given !== undefined && !isSameTrust(given, current.newTrustPem))
        return begin(given);
    if (order?.kind !== 'advance' || order.from !== current.phase)
        return current;
    if (current.phase === 'trust') {
        return given === undefined ? current : { ...current, phase: 'leaves' };
    }
    return { ...current, phase: 'drop' };
}
/**
 * Until the last phase the CA that was to go may be the one that comes, and no call fails: everything trusts it, and the few
 * leaves of the other one are issued anew. For a new one whose leaves nobody takes it is the only way on.
 */
function canTurnBack({ newTrustPem, oldTrustPem, phase }, given) {
    const old = fingerprints(oldTrustPem);
    const isOld = [...fingerprints(given)].every((entry) => old.has(entry));
    return phase !== 'drop' && isOld && !isSameTrust(given, newTrustPem);
}
/** From whatever CAs the leaves have to another one. */
function beginRollOver(newTrustPem, leaves, now) {
    return { phase: 'trust', oldTrustPem: anchorsOf(leaves), newTrustPem, startedAt: now.toISOString() };
}
/** What every component trusts in a phase. */
function trustIn({ phase, oldTrustPem, newTrustPem }) {
    return phase === 'drop' ? newTrustPem : joinBundles(oldTrustPem, newTrustPem);
}
/** True when the leaf comes from a CA of the bundle: from any, for a CA renewed with its key signed what it signed before. */
function comesFrom({ chainPem }, trustPem) {
    return certificatesIn(trustPem).some((candidate) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignedBy */ .s3)(topOf(chainPem), candidate));
}
/** `phase 2 of 3` */
function describePhase({ phase }) {
    return `phase ${_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .rollOverPhases */ .O.indexOf(phase) + 1} of ${_model_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .rollOverPhases */ .O.length}`;
}
function isSameTrust(one, other) {
    const [left, right] = [fingerprints(one), fingerprints(other)];
    return left.size === right.size && [...left].every((entry) => right.has(entry));
}
/** Every one of these leaves' owners accepts what the bundle's CA signs. */
function isTrusted(trustPem, leaves) {
    const wanted = [...fingerprints(trustPem)];
    const bundles = [...new Set(leaves.map(({ trustBundlePem }) => trustBundlePem))].map(fingerprints);
    return bundles.every((bundle) => wanted.every((entry) => bundle.has(entry)));
}
/** The CAs that the leaves end at, each once. */
function anchorsOf(leaves) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueOf */ .L)(leaves.flatMap((leaf) => anchorOf(leaf) ?? []))
        .map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .pemOf */ ._y)
        .join('');
}
/** The one of its trust bundle at which a certificate's chain ends. */
function anchorOf({ chainPem, trustBundlePem }) {
    const top = topOf(chainPem);
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(trustBundlePem, 'a stored trust bundle').find((candidate) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignedBy */ .s3)(top, candidate));
}
function topOf(chainPem) {
    const [leaf, ...above] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(chainPem, 'a stored certificate');
    return above.at(-1) ?? leaf;
}
function joinBundles(...bundles) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueOf */ .L)(bundles.flatMap(certificatesIn)).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .pemOf */ ._y).join('');
}
function fingerprints(bundle) {
    return new Set(certificatesIn(bundle).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax));
}
/** Empty where the CA is not founded yet. */
function certificatesIn(bundle) {
    return bundle === '' ? [] : (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(bundle, 'a trust bundle');
}


/***/ }),

/***/ 8058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tf: () => (/* binding */ hashKeyOf),
  zE: () => (/* binding */ issueFor),
  fN: () => (/* binding */ withCertificates)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/certificates/share-trust.js
var share_trust = __webpack_require__(70079);
;// CONCATENATED MODULE: ./build/js/certificates/judged.js

function keep({ request, found }) {
    if (found === undefined)
        throw new Error(`nothing to keep for ${request.component}`);
    return { request, certificate: found.certificate, how: found.how };
}
function postpone(judged) {
    if (judged.mismatch === undefined)
        return keep(judged);
    const { request, found, mismatch } = judged;
    return {
        request,
        how: 'pending',
        reason: mismatch.reason,
        ...(found === undefined ? {} : { current: found.certificate }),
    };
}
function replaceAll(judged) {
    return judged.mismatch === undefined ? { ...judged, mismatch: { reason: 'another CA', urgent: true } } : judged;
}
/**
 * Roots that are known beforehand are what every certificate trusts, kept ones too: a root that was added reaches all of them
 * before the first leaf is signed under it. While something under another root is still used, bundles stay as they are.
 */
function adoptRoots(judged, authority) {
    const rootsPem = authority?.rootsPem;
    if (rootsPem === undefined)
        return judged;
    if (judged.some(({ found }) => found !== undefined && !(0,share_trust/* isTrustedBy */.Z8)(found.certificate, rootsPem)))
        return judged;
    return judged.map((entry) => entry.found === undefined
        ? entry
        : { ...entry, found: { ...entry.found, certificate: { ...entry.found.certificate, trustBundlePem: rootsPem } } });
}

// EXTERNAL MODULE: ./build/js/certificates/open-requests.js
var open_requests = __webpack_require__(24122);
;// CONCATENATED MODULE: ./build/js/certificates/await-signatures.js


const waits = 'its request waits for a signature';
/**
 * The outcome with a signer that answers another day: what still works is used until then, what is missing or broken is pending.
 * Requests are made once; `dry` makes none.
 */
async function awaitSignatures(judged, authority, { dry }, problems, io) {
    const inUse = judged.flatMap(({ found }) => found?.certificate ?? []);
    const open = (0,open_requests/* stillOpen */.vJ)(authority.openRequests, judged.map(({ request }) => request), inUse);
    const certificates = judged.map((entry) => stateOf(entry, open));
    const waiting = certificates.filter((state) => state.waiting === true);
    const all = waiting.length === 0 ? problems : [...problems, tell(waiting)];
    if (dry)
        return { certificates, problems: all };
    const due = judged.filter(({ mismatch }) => mismatch !== undefined).map(({ request }) => request);
    const answers = await authority.issue(due, io.clock.now());
    const asked = answers.flatMap((answer) => ('openRequest' in answer ? [answer.openRequest] : []));
    for (const { keyPem } of asked)
        io.redactor.add(keyPem);
    const openRequests = [...new Set([...open, ...asked])].toSorted((a, b) => (a.component < b.component ? -1 : 1));
    return { certificates, openRequests, problems: all };
}
function stateOf(entry, open) {
    const { request, found, mismatch } = entry;
    if (mismatch === undefined) {
        // Asked for anew, although it is still good: `certs --force`.
        return (0,open_requests/* findOpen */.Ee)(request, open) === undefined ? keep(entry) : { ...keep(entry), waiting: true, reason: waits };
    }
    const reason = `${mismatch.reason}; ${waits}`;
    if (found === undefined || mismatch.urgent)
        return { ...postpone(entry), waiting: true, reason };
    return { ...keep(entry), waiting: true, reason };
}
function tell(waiting) {
    const names = waiting.map(({ request }) => request.component);
    const used = waiting.filter(({ certificate }) => certificate !== undefined).length;
    const until = used === waiting.length ? '; what runs is used until then' : '';
    return {
        severity: 'warning',
        code: 'WORK_PENDING',
        message: `somebody has to sign the ${names.length === 1 ? 'request' : 'requests'} of ${names.join(', ')}${until}`,
        hint: 'Have the requests signed, then: mcp-deploy certs import DIR',
    };
}

// EXTERNAL MODULE: ./build/js/certificates/choose-authority.js
var choose_authority = __webpack_require__(71506);
// EXTERNAL MODULE: ./build/js/certificates/match.js
var certificates_match = __webpack_require__(79906);
// EXTERNAL MODULE: ./build/js/certificates/roll-over.js
var roll_over = __webpack_require__(65679);
;// CONCATENATED MODULE: ./build/js/certificates/in-phase.js


/**
 * While CAs change: first nothing is issued that still works, since not everybody trusts the new CA yet (what must be issued all
 * the same is dialled only by pods that do); then everything comes from the new one.
 */
function judgeInPhase({ request, found }, rollOver, options) {
    const { certificate } = found;
    const mismatch = (0,certificates_match/* findMismatch */._n)(certificate, request, { ...options, authority: undefined });
    const isOld = rollOver.phase !== 'trust' && !(0,roll_over/* comesFrom */._7)(certificate, rollOver.newTrustPem);
    if (mismatch?.urgent !== true && isOld)
        return { request, found, mismatch: { reason: 'another CA', urgent: true } };
    if (mismatch === undefined || (rollOver.phase === 'trust' && !mismatch.urgent))
        return { request, found };
    return { request, found, mismatch };
}
/** Every certificate with what is trusted in this phase; of a CA that is not founded yet nobody knows that. */
function trusting(outcome, rollOver) {
    if (rollOver === undefined)
        return outcome;
    const certificates = outcome.certificates.map((entry) => {
        const { certificate, request } = entry;
        const reason = entry.reason ?? `CA roll-over, ${(0,roll_over/* describePhase */.$8)(rollOver)}`;
        if (certificate === undefined)
            return entry;
        if (rollOver.newTrustPem === '')
            return { request, how: 'pending', reason, current: certificate };
        const trustBundlePem = (0,roll_over/* trustIn */.Us)(rollOver);
        if (trustBundlePem === certificate.trustBundlePem)
            return entry;
        return { ...entry, reason, certificate: { ...certificate, trustBundlePem } };
    });
    return { ...outcome, certificates, rollOver };
}

// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/certificates/to-certificate.js
var to_certificate = __webpack_require__(23560);
;// CONCATENATED MODULE: ./build/js/certificates/issue-mismatched.js





/** Has everything signed that has a mismatch; the rest is kept. */
async function issueMismatched(judged, authority, io) {
    const wanted = judged.filter(({ mismatch }) => mismatch !== undefined);
    const answers = await authority.issue(wanted.map(({ request }) => request), io.clock.now());
    const answerOf = new Map(wanted.map(({ request }, index) => [request, answers[index]]));
    return judged.map((entry) => {
        if (entry.mismatch === undefined)
            return keep(entry);
        const answer = answerOf.get(entry.request);
        if (answer === undefined || (0,pending/* isPending */.m)(answer))
            return postpone(entry);
        io.redactor.add(answer.keyPem);
        return { request: entry.request, certificate: (0,to_certificate/* toCertificate */.T)(answer), how: 'issued', reason: entry.mismatch.reason };
    });
}
/**
 * The same for an authority whose root is known only when it has answered: a new root signs everything anew, for what another
 * one signed would not be trusted beside it.
 *
 * @throws StackError AUTHORITY_FAILED when it signs under several roots.
 */
async function issueTogether(judged, authority, io) {
    const first = await issueMismatched(judged, authority, io);
    if (strangersIn(first).length === 0)
        return first;
    const kept = judged.filter(({ mismatch }) => mismatch === undefined);
    const again = await issueMismatched(kept.map(replaceAll), authority, io);
    const states = first.map((state) => again.find(({ request }) => request === state.request) ?? state);
    const strangers = strangersIn(states);
    if (strangers.length === 0)
        return states;
    throw new errors/* StackError */.L({
        code: 'AUTHORITY_FAILED',
        message: `the signer answered under several roots, so not every component would trust ${strangers.join(', ')}`,
        hint: 'Give all of its roots in certificates.external.ca_file, or have it sign under one.',
    });
}
/** A signer whose root nobody had named before: who has its old certificate and who has a new one refuse one another. */
function tellAnotherRoot(judged, states, now) {
    const had = judged.flatMap(({ found }) => found?.certificate ?? []).filter(({ notAfter }) => new Date(notAfter) > now);
    const has = states.flatMap(({ certificate }) => certificate ?? []);
    if ((0,share_trust/* findStrangers */.xk)([...had, ...has]).length === 0)
        return [];
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_EXPIRING',
            message: `the signer answered under another root than before, so it signed ${has.length === 1 ? 'the certificate' : `all ${has.length} certificates`} anew`,
            hint: 'Calls between gateway and plugins fail until both have theirs. Where certificates.external.ca_file names its root, the CA changes in phases.',
        },
    ];
}
function strangersIn(states) {
    return (0,share_trust/* findStrangers */.xk)(states.flatMap(({ certificate }) => certificate ?? []));
}

// EXTERNAL MODULE: ./build/js/certificates/check-answer.js + 1 modules
var check_answer = __webpack_require__(6939);
;// CONCATENATED MODULE: ./build/js/certificates/judge-taken.js

/**
 * Files that are taken for the first time are checked like a signer's answer, whoever made them: what verifiers refuse, or what
 * could pass for another kind of component, is not deployed. What the store has was checked when it came.
 */
async function judgeTaken(judged, now) {
    const { request, found, mismatch } = judged;
    if (found?.how !== 'imported' || mismatch?.urgent === true)
        return judged;
    const { chainPem: pem, keyPem, trustBundlePem } = found.certificate;
    const trust = { pem: trustBundlePem, source: 'its ca.crt' };
    const { problems } = await (0,check_answer/* checkAnswer */.d)({ request, keyPem, pem }, trust, now);
    const wrong = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    return wrong.length === 0 ? judged : { request, found, mismatch: { reason: wrong.join('; '), urgent: true } };
}

// EXTERNAL MODULE: ./build/js/certificates/kept-by-target.js
var kept_by_target = __webpack_require__(79359);
// EXTERNAL MODULE: ./build/js/certificates/look-up.js
var look_up = __webpack_require__(63540);
// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
;// CONCATENATED MODULE: ./build/js/certificates/step-roll-over.js



/**
 * Begins, continues or leaves alone the change to another CA. Where no certificate works any more there is nothing to keep
 * alive: they are replaced at once.
 *
 * @param foundCa  Makes a new CA of the stack's own: only for `certs rotate --ca`, and never in a dry run.
 * @throws StackError AUTHORITY_FAILED, NOT_SUPPORTED when `certs rotate --ca` has no CA to change to.
 */
async function stepRollOver(options, found, chosen, io, foundCa) {
    const { dry, rollOver: order, state } = options;
    const now = io.clock.now();
    const current = state?.rollOver;
    const leaves = [...found.certificates.values()].map(({ certificate }) => certificate);
    const begins = order?.kind === 'begin' && current === undefined;
    // --force founds at once where the key is lost, and says what that means.
    const atOnce = chosen.kind === 'founding' && !begins;
    if (atOnce || leaves.every(({ notAfter }) => new Date(notAfter) <= now))
        return { choice: chosen };
    const given = current === undefined && isAdopted(chosen, leaves) ? undefined : givenBy(chosen);
    const next = (0,roll_over/* nextRollOver */.VM)(current, order, { given, leaves, now });
    if (!begins || next !== undefined)
        return settle(chosen, next);
    if (mayFound(options)) {
        if (dry)
            return { choice: { kind: 'founding' }, rollOver: (0,roll_over/* beginRollOver */.jO)('', leaves, now) };
        const authority = await foundCa();
        const choice = { kind: 'opened', authority, problems: authority.problems };
        return { choice, rollOver: (0,roll_over/* beginRollOver */.jO)(givenBy(choice) ?? '', leaves, now) };
    }
    if (chosen.kind === 'opened' && chosen.authority.trustBundlePem !== undefined) {
        return { choice: { ...chosen, problems: [...chosen.problems, alreadyGiven] } };
    }
    const why = chosen.kind === 'nobody' ? chosen.why : 'what this authority signs with is not known beforehand';
    throw new errors/* StackError */.L({
        code: 'AUTHORITY_FAILED',
        message: `there is no new CA to roll over to: ${why}`,
        hint: chosen.kind === 'nobody' ? chosen.hint : 'Change the CA there, then: mcp-deploy certs rotate',
    });
}
const alreadyGiven = {
    severity: 'note',
    code: 'CONFIG_NOTE',
    message: 'the stack has its certificates from the CA that is given already',
    hint: 'Give another one to change to: CA_CERT and CA_KEY, or whatever certificates.authority signs with',
};
/** Every leaf ends at a root that is named already: the others only join what is trusted, in one step. */
function isAdopted(choice, leaves) {
    const rootsPem = choice.kind === 'opened' ? choice.authority.rootsPem : undefined;
    return rootsPem !== undefined && leaves.every((leaf) => (0,share_trust/* isTrustedBy */.Z8)(leaf, rootsPem));
}
function givenBy(choice) {
    return choice.kind === 'opened' ? choice.authority.trustBundlePem : undefined;
}
/** A CA that is neither the one that goes nor the one that comes signs nothing before the change has come to its end. */
function settle(choice, rollOver) {
    if (rollOver === undefined)
        return { choice };
    const given = givenBy(choice);
    if (given === undefined || (0,roll_over/* isSameTrust */.$u)(given, rollOver.newTrustPem))
        return { choice, rollOver };
    const why = `the stack is in ${(0,roll_over/* describePhase */.$8)(rollOver)} of changing to another CA than the one that is given`;
    return {
        choice: {
            kind: 'nobody',
            why,
            hint: (0,roll_over/* canTurnBack */.PR)(rollOver, given)
                ? 'Give the new CA to go on, or turn back to this one: mcp-deploy certs rotate --ca'
                : 'Bring that to its end first: mcp-deploy certs rotate --ca',
        },
        rollOver,
    };
}
/** @throws StackError NOT_SUPPORTED where the key of a new CA would be forgotten before it has signed. */
function mayFound({ authorities, caFromEnv, policy }) {
    const kind = authorities.find(({ name }) => name === policy.authority);
    if (caFromEnv || !policy.autoGenerate || kind?.found === undefined)
        return false;
    if (policy.caStorage !== 'none')
        return true;
    throw new errors/* StackError */.L({
        code: 'NOT_SUPPORTED',
        message: 'certs rotate --ca needs to keep the new CA until it has signed, and certificates.ca_storage is none',
        hint: 'Set ca_storage: target or files for the change; or replace everything at once: mcp-deploy certs --force',
    });
}

// EXTERNAL MODULE: ./build/js/certificates/tree.js + 1 modules
var tree = __webpack_require__(57072);
;// CONCATENATED MODULE: ./build/js/certificates/issue.js













/**
 * Finds every certificate that is asked for — files, then the target's store — and issues only what is missing, inside its
 * renewal window, no longer matching its request, or everything with `force`. Writes nothing: the caller keeps `authority`
 * and the certificates in the state, and calls `writeCertificateTree` where `authorityForFiles` is set.
 *
 * @throws StackError CERTIFICATE_INVALID (incomplete or broken files, auto_generate: false), AUTHORITY_FAILED (nobody here can
 *   sign), SECRET_MISSING (`--ca-from-env` without CA_CERT and CA_KEY)
 */
async function issueCertificates(options, io) {
    const { requests, policy, state } = options;
    if (requests.length === 0)
        return { certificates: [], problems: [] };
    if (options.authorities.find(({ name }) => name === policy.authority)?.keptByTarget === true) {
        const { leaves = [], made = new Map() } = options;
        return await (0,kept_by_target/* useKeptLeaves */.U)({ ...options, authority: policy.authority, leaves, made }, io);
    }
    const found = (0,look_up/* lookUp */.T)(await (0,tree/* readTree */.Z)(requests, policy, io), state, (0,choose_authority/* authorityName */.zr)(options));
    for (const { certificate } of found.certificates.values())
        io.redactor.add(certificate.keyPem);
    const chosen = await (0,choose_authority/* chooseAuthority */.zP)(options, found, io);
    const { choice, rollOver } = await stepRollOver(options, found, chosen, io, () => foundCa(options, found, io));
    return trusting(await issueIn(rollOver, choice, found, options, io), rollOver);
}
async function issueIn(rollOver, choice, found, options, io) {
    const { requests, policy } = options;
    const now = io.clock.now();
    const judged = adoptRoots(await Promise.all(requests.map((request) => judgeTaken(judge(request, found, choice, { ...options, step: rollOver }, now), now))), choice.kind === 'opened' && rollOver === undefined ? choice.authority : undefined);
    const problems = [...found.problems, ...(choice.kind === 'opened' ? choice.problems : [])];
    if (choice.kind === 'opened' && choice.authority.openRequests !== undefined) {
        return awaitSignatures(judged, { ...choice.authority, openRequests: choice.authority.openRequests }, options, problems, io);
    }
    if (judged.every(({ mismatch }) => mismatch === undefined)) {
        const pair = choice.kind === 'opened' ? choice.authority.keyPair : undefined;
        return { certificates: judged.map(keep), ...storeOf(pair, policy), ...nothingOpen(options), problems };
    }
    if (choice.kind === 'nobody')
        return goOnWithout(judged, choice, problems, options.dry);
    // A new CA signs everything: what another one signed would not be trusted beside it.
    const founding = choice.kind === 'founding';
    const entries = founding ? judged.map(replaceAll) : judged;
    const allProblems = founding && choice.reason !== undefined ? [...problems, newCa(choice.reason, entries.length)] : problems;
    if (options.dry)
        return { certificates: entries.map(postpone), problems: allProblems };
    const authority = choice.kind === 'opened' ? choice.authority : await foundCa(options, found, io);
    const certificates = authority.ownRules === true && rollOver === undefined
        ? await issueTogether(entries, authority, io)
        : await issueMismatched(entries, authority, io);
    const apart = authority.ownRules === true && rollOver === undefined ? tellAnotherRoot(judged, certificates, now) : [];
    return {
        certificates,
        ...storeOf(authority.keyPair, policy),
        ...nothingOpen(options),
        // What an authority has to say of its answers is known only now.
        problems: [...allProblems, ...apart, ...authority.problems.filter((problem) => !allProblems.includes(problem))],
    };
}
function judge(request, all, choice, options, now) {
    const found = all.certificates.get(request.component);
    if (found === undefined)
        return { request, mismatch: { reason: 'missing', urgent: true } };
    const authority = signingCa(choice, all);
    const match = { now, authority, exact: choice.kind !== 'nobody', ownRules: rulesOf(choice) };
    if (options.step !== undefined)
        return judgeInPhase({ request, found }, options.step, match);
    if (options.force)
        return { request, found, mismatch: { reason: '--force', urgent: true } };
    if (options.renew?.includes(request.component) === true)
        return { request, found, mismatch: { reason: 'certs rotate', urgent: true } };
    const mismatch = (0,certificates_match/* findMismatch */._n)(found.certificate, request, match);
    return mismatch === undefined ? { request, found } : { request, found, mismatch };
}
function rulesOf(choice) {
    if (choice.kind !== 'opened' || choice.authority.ownRules !== true)
        return undefined;
    return { rootsPem: choice.authority.rootsPem };
}
/** The CA that every certificate must come from: all of them must trust one another. */
function signingCa(choice, found) {
    if (rulesOf(choice) !== undefined)
        return undefined;
    if (choice.kind === 'opened' && choice.authority.fingerprint !== undefined)
        return choice.authority.fingerprint;
    return found.ca === undefined ? undefined : (0,read_certificate/* fingerprintOf */.ax)(found.ca);
}
/** Nobody can sign: certificates that still work are used, with a warning; others end the run, but not one that only looks. */
function goOnWithout(judged, choice, problems, dry) {
    const list = (entries) => entries.map(({ request, mismatch }) => `${request.component} (${mismatch?.reason})`).join(', ');
    const urgent = judged.filter(({ mismatch }) => mismatch?.urgent === true);
    if (urgent.length > 0) {
        const unsigned = {
            severity: 'error',
            code: 'AUTHORITY_FAILED',
            message: `a new certificate is needed for ${list(urgent)}, but ${choice.why}`,
            hint: choice.hint,
        };
        if (dry && choice.given === true)
            return { certificates: judged.map(postpone), problems, unsigned };
        throw new errors/* StackError */.L(unsigned);
    }
    const due = judged.filter(({ mismatch }) => mismatch !== undefined);
    const warning = {
        severity: 'warning',
        code: 'CERTIFICATE_EXPIRING',
        message: `due for renewal: ${list(due)}, but ${choice.why}`,
        hint: choice.hint,
    };
    return { certificates: judged.map(keep), problems: [...problems, warning] };
}
async function foundCa(options, found, io) {
    const kind = options.authorities.find((entry) => entry.name === options.policy.authority);
    const authority = await kind?.found?.(io.clock.now(), found.caKey);
    if (authority === undefined)
        throw new Error(`the authority ${options.policy.authority} cannot found a CA`);
    if (authority.keyPair !== undefined)
        io.redactor.add(authority.keyPair.keyPem);
    return authority;
}
/** An authority that signs leaves nothing open; keys of requests that nobody needs any more are not kept. */
function nothingOpen({ dry, state }) {
    return dry || (state?.openRequests ?? []).length === 0 ? {} : { openRequests: [] };
}
function storeOf(pair, policy) {
    if (pair === undefined || policy.caStorage === 'none')
        return {};
    return policy.caStorage === 'target' ? { authority: pair } : { authorityForFiles: pair };
}
function newCa(reason, count) {
    return {
        severity: 'warning',
        code: 'CERTIFICATE_EXPIRING',
        message: `a new CA is founded and signs ${count === 1 ? 'the certificate' : `all ${count} certificates`} anew: ${reason}`,
        hint: 'Calls between gateway and plugins fail until both have their new certificates.',
    };
}

// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/registry.js + 158 modules
var registry = __webpack_require__(12785);
// EXTERNAL MODULE: ./build/js/certificates/former-roots.js
var former_roots = __webpack_require__(38150);
;// CONCATENATED MODULE: ./build/js/commands/keep-leaves.js

/**
 * The leaves to store: today's (one that is to be replaced until it is), and those that a roll-back would bring back: of components that are gone from the configuration,
 * or whose certificates the target keeps since. What the target keeps is not stored a second time.
 */
function keepLeaves(state, outcome) {
    const own = outcome.certificates.filter(({ secretName }) => secretName === undefined);
    const current = new Set(own.map(({ request }) => request.component));
    const elsewhere = new Set(outcome.certificates.map(({ request }) => request.component));
    const released = new Set(state.releases.flatMap(({ components }) => components.map(({ name }) => name)));
    const mounted = new Set(state.releases.flatMap(({ objects = [] }) => objects.flatMap(({ values }) => (values?.kind === 'certificates' ? [values.component] : []))));
    const kept = state.certificates.filter(({ component }) => {
        if (current.has(component))
            return false;
        return elsewhere.has(component) ? mounted.has(component) : released.has(component);
    });
    return [...ownLeaves(outcome), ...kept];
}
/** Of what the target does not keep itself. */
function ownLeaves({ certificates }) {
    return certificates.flatMap(({ certificate, current, secretName }) => secretName === undefined ? (certificate ?? current ?? []) : []);
}
/** What of the certificate stage is stored: leaves, the CA's pair, the change of CAs, and which roots were trusted before. */
function keepCertificates(state, outcome) {
    const { rollOver } = outcome;
    // The key of the CA that goes signs nothing any more.
    const begun = rollOver !== undefined && rollOver.newTrustPem !== state.rollOver?.newTrustPem;
    const authority = outcome.authority ?? (begun ? undefined : state.authority);
    const former = (0,former_roots/* formerRoots */.N)(state.formerRoots ?? [], state.certificates, ownLeaves(outcome));
    return {
        certificates: keepLeaves(state, outcome),
        ...(authority === undefined ? {} : { authority }),
        ...(rollOver === undefined ? {} : { rollOver }),
        ...(former.length === 0 ? {} : { formerRoots: former }),
    };
}

;// CONCATENATED MODULE: ./build/js/commands/certificate-state.js




/** The certificate stage on what the target runs and remembers. */
function issueFor(session, { plan }, live, options) {
    return issueCertificates({
        authorities: registry/* authorities */.eH,
        secrets: session.secretSource,
        vault: session.vault,
        requests: plan.certificates,
        policy: plan.certificatePolicy,
        state: live.state.fresh ? undefined : live.state,
        leaves: live.leaves,
        ...options,
    }, session.io);
}
/** The state with what the certificate stage found or made; nothing else in it moves. */
function withCertificates(session, { plan }, { state }, outcome) {
    const { authority: _authority, formerRoots: _former, rollOver: _rollOver, ...rest } = withOpenRequests(state, outcome);
    return {
        ...rest,
        hashKey: hashKeyOf(session, state),
        fresh: false,
        stack: plan.stack.name,
        ...keepCertificates(state, outcome),
    };
}
/** That of the state; a new one before anything is stored. */
function hashKeyOf(session, state) {
    return state.fresh ? new secret/* Secret */.z('hash key', Buffer.from(session.io.random(32)).toString('base64url')) : state.hashKey;
}
/** What waits for a signature, where this run knows. */
function withOpenRequests(state, { openRequests }) {
    if (openRequests === undefined)
        return state;
    const { openRequests: _before, ...rest } = state;
    return openRequests.length === 0 ? rest : { ...rest, openRequests };
}


/***/ }),

/***/ 80427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ rollOverPhases)
/* harmony export */ });
/** The steps of a change of CAs, in this order. Pods of two neighbouring steps always trust one another. */
const rollOverPhases = ['trust', 'leaves', 'drop'];


/***/ })

};
