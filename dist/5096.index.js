export const id = 5096;
export const ids = [5096];
export const modules = {

/***/ 95096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tf: () => (/* binding */ hashKeyOf),
  zE: () => (/* binding */ issueFor),
  fN: () => (/* binding */ withCertificates)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/certificates/await-signatures.js
var await_signatures = __webpack_require__(88381);
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
// EXTERNAL MODULE: ./build/js/certificates/judged.js
var certificates_judged = __webpack_require__(95482);
// EXTERNAL MODULE: ./build/js/certificates/share-trust.js
var share_trust = __webpack_require__(70079);
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
            return (0,certificates_judged/* keep */.aC)(entry);
        const answer = answerOf.get(entry.request);
        if (answer === undefined || (0,pending/* isPending */.m)(answer))
            return (0,certificates_judged/* postpone */.Xs)(entry);
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
    const again = await issueMismatched(kept.map(certificates_judged/* replaceAll */.yh), authority, io);
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
    const judged = (0,certificates_judged/* adoptRoots */.ez)(await Promise.all(requests.map((request) => judgeTaken(judge(request, found, choice, { ...options, step: rollOver }, now), now))), choice.kind === 'opened' && rollOver === undefined ? choice.authority : undefined);
    const problems = [...found.problems, ...(choice.kind === 'opened' ? choice.problems : [])];
    if (choice.kind === 'opened' && choice.authority.openRequests !== undefined) {
        return (0,await_signatures/* awaitSignatures */.C)(judged, { ...choice.authority, openRequests: choice.authority.openRequests }, options, problems, io);
    }
    if (judged.every(({ mismatch }) => mismatch === undefined)) {
        const pair = choice.kind === 'opened' ? choice.authority.keyPair : undefined;
        return { certificates: judged.map(certificates_judged/* keep */.aC), ...storeOf(pair, policy), ...nothingOpen(options), problems };
    }
    if (choice.kind === 'nobody')
        return goOnWithout(judged, choice, problems, options.dry);
    // A new CA signs everything: what another one signed would not be trusted beside it.
    const founding = choice.kind === 'founding';
    const entries = founding ? judged.map(certificates_judged/* replaceAll */.yh) : judged;
    const allProblems = founding && choice.reason !== undefined ? [...problems, newCa(choice.reason, entries.length)] : problems;
    if (options.dry)
        return { certificates: entries.map(certificates_judged/* postpone */.Xs), problems: allProblems };
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
            return { certificates: judged.map(certificates_judged/* postpone */.Xs), problems, unsigned };
        throw new errors/* StackError */.L(unsigned);
    }
    const due = judged.filter(({ mismatch }) => mismatch !== undefined);
    const warning = {
        severity: 'warning',
        code: 'CERTIFICATE_EXPIRING',
        message: `due for renewal: ${list(due)}, but ${choice.why}`,
        hint: choice.hint,
    };
    return { certificates: judged.map(certificates_judged/* keep */.aC), problems: [...problems, warning] };
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
// EXTERNAL MODULE: ./build/js/registry.js + 162 modules
var registry = __webpack_require__(8950);
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


/***/ })

};
