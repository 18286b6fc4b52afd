export const id = 1925;
export const ids = [1925];
export const modules = {

/***/ 88381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ awaitSignatures),
/* harmony export */   l: () => (/* binding */ waits)
/* harmony export */ });
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95482);
/* harmony import */ var _open_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24122);


/** Why a certificate is not there yet, or is still the one of before. */
const waits = 'its request waits for a signature';
/**
 * The outcome with a signer that answers another day: what still works is used until then, what is missing or broken is pending.
 * Requests are made once; `dry` makes none.
 */
async function awaitSignatures(judged, authority, { dry }, problems, io) {
    const inUse = judged.flatMap(({ found }) => found?.certificate ?? []);
    const open = (0,_open_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .stillOpen */ .vJ)(authority.openRequests, judged.map(({ request }) => request), inUse);
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
        return (0,_open_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .findOpen */ .Ee)(request, open) === undefined ? (0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .keep */ .aC)(entry) : { ...(0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .keep */ .aC)(entry), waiting: true, reason: waits };
    }
    const reason = `${mismatch.reason}; ${waits}`;
    if (found === undefined || mismatch.urgent)
        return { ...(0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .postpone */ .Xs)(entry), waiting: true, reason };
    return { ...(0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .keep */ .aC)(entry), waiting: true, reason };
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


/***/ }),

/***/ 38150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ areFormer),
/* harmony export */   N: () => (/* binding */ formerRoots)
/* harmony export */ });
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84333);

// The stack remembers the roots that it trusted once. A folder of certificate files is a copy of the state, or what somebody wants
// to be used: under a root of before it is the copy of back then, on whatever machine it was left.
/** More changes of CAs than a stack sees in its life. */
const mostKept = 20;
/**
 * SHA-256 fingerprints of the roots that are trusted no more, oldest first.
 *
 * @param before  What was remembered so far.
 * @param had     The stored certificates of before.
 * @param has     Those of today.
 */
function formerRoots(before, had, has) {
    if (has.length === 0)
        return before;
    const trusted = trustedBy(has);
    return [...new Set([...before, ...trustedBy(had)])].filter((root) => !trusted.has(root)).slice(-mostKept);
}
/** True where these certificates trust nothing but roots of before. */
function areFormer(certificates, former) {
    const roots = trustedBy(certificates);
    return roots.size > 0 && [...roots].every((root) => former.includes(root));
}
function trustedBy(certificates) {
    const bundles = [...new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))].filter((pem) => pem !== '');
    return new Set(bundles.flatMap((pem) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(pem, 'a stored trust bundle')).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax));
}


/***/ }),

/***/ 95482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xs: () => (/* binding */ postpone),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   ez: () => (/* binding */ adoptRoots),
/* harmony export */   yh: () => (/* binding */ replaceAll)
/* harmony export */ });
/* harmony import */ var _share_trust_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70079);

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
    if (judged.some(({ found }) => found !== undefined && !(0,_share_trust_js__WEBPACK_IMPORTED_MODULE_0__/* .isTrustedBy */ .Z8)(found.certificate, rootsPem)))
        return judged;
    return judged.map((entry) => entry.found === undefined
        ? entry
        : { ...entry, found: { ...entry.found, certificate: { ...entry.found.certificate, trustBundlePem: rootsPem } } });
}


/***/ }),

/***/ 79359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readKeptLeaves),
/* harmony export */   U: () => (/* binding */ useKeptLeaves)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_cert_manager_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36118);
/* harmony import */ var _check_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6939);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79906);
/* harmony import */ var _share_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70079);
/* harmony import */ var _to_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23560);






/**
 * The certificates that the target's own authority keeps, each checked against its request: what is missing or does not serve
 * is pending, or an error once it was asked for. Renewal is the authority's; one that it is late with is a warning.
 *
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID (they do not trust one another), NOT_SUPPORTED.
 */
async function useKeptLeaves(options, io) {
    const { authority, dry, requests } = options;
    refuseOrders(options);
    const byComponent = new Map(options.leaves.map((leaf) => [leaf.component, leaf]));
    for (const { answer } of options.leaves)
        if (answer !== undefined)
            io.redactor.add(answer.keyPem);
    const now = io.clock.now();
    const judged = await Promise.all(requests.map((request) => judge(request, byComponent.get(request.component), options, now)));
    const urgent = judged.filter(({ mismatch }) => mismatch?.urgent === true);
    if (!dry && urgent.length > 0)
        throw notServed(authority, urgent);
    const certificates = judged.map((entry) => toState(entry, options.made));
    const outdated = (0,_share_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .findOutdated */ .AM)(certificates.flatMap(({ certificate }) => certificate ?? []));
    const distrust = outdated.length === 0 ? [] : [distrusted(authority, outdated)];
    const [first] = distrust;
    if (!dry && first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L(first);
    // What a person should know of an answer is told once, when it is new.
    const told = judged
        .filter(({ request }) => options.made.has(request.component))
        .flatMap(({ problems = [] }) => problems);
    return { certificates, problems: [...distrust, ...late(authority, judged), ...told] };
}
async function judge(request, leaf, options, now) {
    if (leaf?.answer === undefined)
        return { request, ...(leaf && { leaf }), mismatch: urgently('missing') };
    const { answer } = leaf;
    if (answer.trustBundlePem === '') {
        return { request, leaf, mismatch: urgently(`Secret ${leaf.secretName} has no ca.crt: its issuer says no CA`) };
    }
    const { chainPem: pem, keyPem, trustBundlePem } = answer;
    const certificate = (0,_to_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .toCertificate */ .T)({ request, ...answer });
    const isOtherWish = leaf.request !== (0,_model_cert_manager_js__WEBPACK_IMPORTED_MODULE_1__/* .requestMark */ .Rr)(request, options.policy.issuer);
    const found = (0,_match_js__WEBPACK_IMPORTED_MODULE_3__/* .findMismatch */ ._n)(certificate, request, { now, authority: undefined, exact: isOtherWish });
    if (found?.urgent === true)
        return { request, leaf, certificate, mismatch: found };
    if (isOtherWish)
        return { request, leaf, certificate, mismatch: urgently('something else is asked for') };
    // Whatever an issuer's policy made of the wish: nothing wrong is mounted.
    const source = `Secret ${leaf.secretName}`;
    const trust = { pem: trustBundlePem, source: 'its ca.crt' };
    const { problems } = await (0,_check_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .checkAnswer */ .d)({ request, keyPem, pem, source }, trust, now);
    const wrong = problems.filter(({ severity }) => severity === 'error');
    const mismatch = wrong.length === 0 ? found : urgently(wrong.map(({ message }) => message).join('; '));
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    return { request, leaf, certificate, problems: warnings, ...(mismatch && { mismatch }) };
}
const urgently = (reason) => ({ reason, urgent: true });
function toState({ certificate, leaf, mismatch, request }, made) {
    const kept = leaf === undefined ? {} : { secretName: leaf.secretName };
    if (certificate === undefined || mismatch?.urgent === true) {
        const reason = mismatch?.reason ?? 'missing';
        return { request, how: 'pending', reason, ...kept, ...(certificate && { current: certificate }) };
    }
    const why = made.get(request.component);
    return why === undefined
        ? { request, certificate, how: 'kept', ...kept }
        : { request, certificate, how: 'issued', reason: why, ...kept };
}
/** The same for a release that is brought back: only what is there counts, whatever it was asked for. */
function readKeptLeaves(leaves) {
    return leaves.flatMap(({ answer, component }) => {
        if (answer === undefined || answer.trustBundlePem === '')
            return [];
        return [(0,_to_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .toCertificate */ .T)({ request: { component, kind: component === 'gateway' ? 'client' : 'server' }, ...answer })];
    });
}
/** Orders that only an authority of ours can follow. */
function refuseOrders({ authority, caFromEnv, externalPki, force }) {
    const order = caFromEnv ? '--ca-from-env' : externalPki === true ? '--external-pki' : force ? '--force' : undefined;
    if (order === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'NOT_SUPPORTED',
        message: `${order}, but certificates.authority is ${authority}, which issues by itself`,
        hint: order === '--force'
            ? 'Have one renewed: cmctl renew NAME-certs (NAME is the component’s service); the next deploy rolls its users'
            : `Set certificates.authority: ${caFromEnv ? 'env' : 'external'}`,
    });
}
function notServed(authority, judged) {
    const list = judged.map(({ mismatch, request }) => `${request.component} (${mismatch?.reason})`).join(', ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'AUTHORITY_FAILED',
        message: `${authority} keeps no certificate that serves ${list}`,
        hint: 'See what it says: kubectl describe certificates; nothing was deployed with it',
    });
}
function distrusted(authority, names) {
    return {
        severity: 'error',
        code: 'CERTIFICATE_INVALID',
        message: `the issuer's CA has changed: ${names.join(', ')} and the others do not trust one another`,
        hint: `Have ${authority} renew those of the old CA (cmctl renew), then deploy: all roll onto the new one`,
    };
}
/** In the window, and the authority has not renewed it. */
function late(authority, judged) {
    const due = judged.filter(({ mismatch }) => mismatch?.urgent === false);
    if (due.length === 0)
        return [];
    const list = due.map(({ mismatch, request }) => `${request.component} (${mismatch?.reason})`).join(', ');
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_EXPIRING',
            message: `${authority} is late with the renewal of ${list}`,
            hint: 'See why: kubectl describe certificates',
        },
    ];
}


/***/ }),

/***/ 63540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lookUp)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _former_roots_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38150);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84333);
/* harmony import */ var _share_trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70079);
/* harmony import */ var _signer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21045);
/* harmony import */ var _to_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23560);






/**
 * Files first, then the target's store. Files that are a copy of what the store has (`certs` and `generate` write one) do not
 * hide a newer certificate in the store.
 *
 * @param authority  Who signs. Somebody outside does so one after the other: files that are not there are missing certificates, and
 *   where the store has some, files from another CA are what an earlier import left, not a wish.
 * @throws StackError CERTIFICATE_INVALID for files that are incomplete, naming what is missing.
 */
function lookUp(tree, state, authority) {
    const store = fromStore(state);
    if (tree === undefined)
        return store;
    if (tree.caPem === undefined && tree.certificates.length === 0 && tree.caKey !== undefined) {
        return store.ca === undefined ? { ...store, caKey: tree.caKey } : store;
    }
    const treeCa = caOfTree(tree);
    const pair = tree.caPem === undefined || tree.caKey === undefined
        ? undefined
        : { certificatePem: tree.caPem, keyPem: tree.caKey };
    // What is stored is in the middle of a change: files are copies of some step of it, but the key of the new CA may be there.
    if (state?.rollOver !== undefined)
        return pair === undefined ? store : { ...store, pair };
    const sameCa = store.ca !== undefined && treeCa !== undefined && (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(store.ca) === (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(treeCa);
    if (sameCa || haveSameRoot(store, tree))
        return mergeCopy(store, tree, pair);
    if (pair === undefined && store.ca !== undefined && (0,_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(treeCa))
        return { ...store, problems: [outdatedCopy] };
    const signedOutside = outsiders.includes(authority);
    if (pair === undefined && store.ca !== undefined && signedOutside)
        return { ...store, problems: [outdatedCopy] };
    // Only `local` signs with a pair that lies there, and may be told so to go back to a CA of before.
    const isWish = pair !== undefined && authority === 'local';
    if (!isWish && store.ca !== undefined && (0,_former_roots_js__WEBPACK_IMPORTED_MODULE_1__/* .areFormer */ .E)(tree.certificates, state?.formerRoots ?? [])) {
        return { ...store, problems: [outdatedCopy] };
    }
    if (pair === undefined && tree.missing.length > 0 && !signedOutside)
        throw incomplete(tree);
    // Another CA and no leaf of it: what is stored is to come from that CA.
    if (pair !== undefined && treeCa !== undefined && tree.certificates.length === 0 && store.certificates.size > 0) {
        return { ...store, ca: treeCa, pair };
    }
    return {
        certificates: new Map(tree.certificates.map((certificate) => [certificate.component, { certificate, how: 'imported' }])),
        ...(treeCa === undefined ? {} : { ca: treeCa }),
        ...(pair === undefined ? {} : { pair }),
        problems: store.ca === undefined ? [] : [filesReplace],
    };
}
/** Authorities whose answers come from elsewhere: files at the three paths are copies of them. */
const outsiders = ['external', 'vault'];
function fromStore(state) {
    const certificates = (state?.certificates ?? []).map(_to_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .withEnd */ .E);
    const first = certificates[0];
    const pair = state?.authority;
    const pairCa = pair === undefined ? undefined : (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificates */ .jZ)(pair.certificatePem, 'the stored CA')[0];
    // From its first phase on, the CA that comes is the stack's CA.
    const rolling = state?.rollOver !== undefined;
    const ca = rolling ? comingCa(state.rollOver, pairCa) : first === undefined ? pairCa : (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .findIssuer */ .P3)(first);
    const holds = pair !== undefined && pairCa !== undefined && ca !== undefined && (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(ca) === (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(pairCa);
    return {
        certificates: new Map(certificates.map((certificate) => [certificate.component, { certificate, how: 'kept' }])),
        ...(ca === undefined ? {} : { ca }),
        ...(holds ? { pair } : {}),
        problems: [],
    };
}
/** Below an intermediate CA: `ca.crt` is the root then, and the store knows who signed. */
function haveSameRoot({ certificates }, tree) {
    const [kept] = certificates.values();
    const [copy] = tree.certificates;
    return kept !== undefined && copy !== undefined && (0,_share_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .isTrustedBy */ .Z8)(copy, kept.certificate.trustBundlePem);
}
/** The signing CA where its pair is kept; the root that is trusted otherwise. */
function comingCa({ newTrustPem }, pairCa) {
    const root = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificates */ .jZ)(newTrustPem, 'the new CA')[0];
    return pairCa !== undefined && ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignedBy */ .s3)(pairCa, root) || (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(pairCa) === (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(root))
        ? pairCa
        : root;
}
/** With its key the CA of `ca.crt` signs. Without, it may be the root of who signed: the leaves tell, as in the store. */
function caOfTree({ caKey, caPem, certificates: [first] }) {
    const given = caPem === undefined ? undefined : (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificates */ .jZ)(caPem, 'ca.crt in ca_path')[0];
    if (given !== undefined && caKey !== undefined)
        return given;
    return (first === undefined ? undefined : (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .findIssuer */ .P3)(first)) ?? given;
}
function mergeCopy(store, tree, pair) {
    const certificates = new Map(store.certificates);
    for (const certificate of tree.certificates) {
        const kept = store.certificates.get(certificate.component)?.certificate;
        if (kept === undefined || certificate.notBefore > kept.notBefore) {
            certificates.set(certificate.component, { certificate, how: 'imported' });
        }
    }
    const known = pair ?? store.pair;
    return { ...store, certificates, ...(known === undefined ? {} : { pair: known }) };
}
function incomplete(tree) {
    const shown = tree.missing.slice(0, 10);
    const more = tree.missing.length > shown.length ? ` and ${tree.missing.length - shown.length} more` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'CERTIFICATE_INVALID',
        message: `the certificate files are incomplete: ${shown.join(', ')}${more} missing, and no ca.key to issue them with`,
        hint: 'Put all of them there, or remove those that are there to have every certificate issued.',
    });
}
const outdatedCopy = {
    severity: 'warning',
    code: 'CERTIFICATE_INVALID',
    message: 'the certificate files are a copy of an earlier CA of this stack and were not used',
    hint: 'mcp-deploy certs writes them again.',
};
const filesReplace = {
    severity: 'warning',
    code: 'CERTIFICATE_INVALID',
    message: 'the certificate files come from another CA than the running stack has: they replace all of its certificates',
    hint: 'If that is not meant, remove the files at certificates.ca_path, gateway_path and plugins_path.',
};


/***/ }),

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

/***/ 23560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withEnd),
/* harmony export */   T: () => (/* binding */ toCertificate)
/* harmony export */ });
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84333);
/* harmony import */ var _way_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92200);


/** The stored form of what an authority answered. */
function toCertificate({ request, chainPem, keyPem, trustBundlePem, }) {
    const chain = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(chainPem, `the certificate of ${request.component}`);
    const [leaf] = chain;
    return {
        component: request.component,
        kind: request.kind,
        chainPem,
        keyPem,
        trustBundlePem,
        fingerprint: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(leaf),
        issuer: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(leaf.issuer),
        dnsNames: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsNamesOf */ .Hz)(leaf),
        notBefore: new Date(leaf.validFrom).toISOString(),
        notAfter: (0,_way_up_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfWay */ .I)({ chainPem, trustBundlePem }, chain).toISOString(),
    };
}
/** As it is judged today: versions before kept the end of the leaf alone, whatever ended above it. */
function withEnd(stored) {
    if ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .splitPem */ .Z1)(stored.chainPem).length < 2)
        return stored;
    return { ...stored, notAfter: (0,_way_up_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfWay */ .I)(stored).toISOString() };
}


/***/ }),

/***/ 57072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ readTree),
  l: () => (/* binding */ writeCertificateTree)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/js/certificates/folder-tracked.js


/**
 * Refuses to put keys into a folder that git tracks, and warns about one that git does not ignore.
 *
 * @param folders  Absolute; they need not exist yet.
 * @throws StackError FOLDER_TRACKED naming the tracked files' folder.
 */
async function refuseTracked(folders, io) {
    const problems = [];
    for (const folder of folders) {
        const from = await existingParent(folder, io);
        const tracked = await askGit(['ls-files', '-z', '--', folder], from, io);
        if (tracked === undefined)
            continue;
        if (tracked.exitCode === 0 && tracked.stdout !== '')
            throw folderTracked(folder, tracked.stdout);
        const ignored = await askGit(['check-ignore', '--quiet', '--', `${folder}/tls.key`], from, io);
        if (ignored?.exitCode === 1)
            problems.push(notIgnored(folder));
    }
    return problems;
}
/** Undefined where there is no git. A folder outside of any repository ends with code 128. */
async function askGit(args, folder, io) {
    try {
        // A checkout in a CI container often belongs to another user; git would refuse to look at it.
        const command = { program: 'git', args: ['-c', 'safe.directory=*', ...args], cwd: folder };
        return await io.run(command, { timeoutSeconds: 20 });
    }
    catch (error) {
        if (error instanceof errors/* StackError */.L && error.code === 'TOOL_MISSING')
            return undefined;
        throw error;
    }
}
async function existingParent(folder, io) {
    let parent = folder;
    while (parent !== (0,external_node_path_.dirname)(parent) && !(await io.files.exists(parent)))
        parent = (0,external_node_path_.dirname)(parent);
    return parent;
}
function folderTracked(folder, listing) {
    const files = listing.split('\0').filter((name) => name !== '');
    const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
    return new errors/* StackError */.L({
        code: 'FOLDER_TRACKED',
        message: `${folder} is tracked by git (${files.slice(0, 3).join(', ')}${more}), so private keys are not written there`,
        hint: `git rm -r --cached ${folder} && echo 'certs/' >> .gitignore`,
    });
}
function notIgnored(folder) {
    return {
        severity: 'warning',
        code: 'FOLDER_TRACKED',
        message: `${folder} holds private keys and git does not ignore it`,
        hint: "echo 'certs/' >> .gitignore",
    };
}

// EXTERNAL MODULE: ./build/js/certificates/to-certificate.js
var to_certificate = __webpack_require__(23560);
;// CONCATENATED MODULE: ./build/js/certificates/tree.js





const ownerOnly = 0o600;
/** Reads what is there; undefined when none of the files is. */
async function readTree(requests, paths, io) {
    const ca = caFiles(paths);
    const found = new Map();
    const leaves = requests.map((request) => ({ request, files: leafFiles(request, paths) }));
    const wanted = [ca.certificate, ...leaves.flatMap(({ files }) => Object.values(files))];
    const absent = await absentFolders(paths, io);
    for (const path of [ca.key, ...wanted]) {
        if (absent.some((folder) => path.startsWith(`${folder}/`)))
            continue;
        if (await io.files.exists(path))
            found.set(path, await readFile(path, io));
    }
    if (found.size === 0)
        return undefined;
    const caPem = found.get(ca.certificate);
    const caKey = found.get(ca.key);
    return {
        certificates: leaves.flatMap(({ request, files }) => {
            const [chainPem, key, trustBundlePem] = [files.chain, files.key, files.trust].map((path) => found.get(path));
            if (chainPem === undefined || key === undefined || trustBundlePem === undefined)
                return [];
            const keyPem = new secret/* Secret */.z(`the key of ${request.component}`, key);
            io.redactor.add(keyPem);
            return [(0,to_certificate/* toCertificate */.T)({ request, chainPem, keyPem, trustBundlePem })];
        }),
        ...(caPem === undefined ? {} : { caPem }),
        ...(caKey === undefined ? {} : { caKey: registered(new secret/* Secret */.z('the CA key', caKey), io) }),
        missing: wanted.filter((path) => !found.has(path)),
    };
}
/** Most stacks keep no files at all: three questions then, and not one for each file. */
async function absentFolders({ caPath, gatewayPath, pluginsPath }, io) {
    const folders = [caPath, gatewayPath, pluginsPath].map((path) => (0,external_node_path_.normalize)(path));
    const there = await Promise.all(folders.map((folder) => io.files.exists(folder)));
    return folders.filter((_, index) => !there[index]);
}
/**
 * Writes the tree: files 0600 in folders 0700, each replaced in one step. Keys come first, so that a run killed in between
 * leaves a key without certificate (made good by the next run), never a certificate whose key is lost.
 *
 * @param options.caKey  Write the CA's key although ca_storage is `target`: no target keeps it.
 * @returns What to warn about.
 * @throws StackError FOLDER_TRACKED, FILE_UNWRITABLE
 */
async function writeCertificateTree(outcome, paths, io, options = {}) {
    const problems = await refuseTracked([paths.caPath, paths.gatewayPath, paths.pluginsPath], io);
    const pair = outcome.authorityForFiles ?? (options.caKey === true ? outcome.authority : undefined);
    if (pair !== undefined)
        await writePair(pair, paths, io);
    const certificates = outcome.certificates.flatMap((entry) => entry.certificate ?? entry.current ?? []);
    const trust = certificates[0]?.trustBundlePem;
    if (pair === undefined && trust !== undefined)
        await io.files.write(caFiles(paths).certificate, trust, ownerOnly);
    for (const certificate of certificates) {
        const files = leafFiles(certificate, paths);
        await io.files.write(files.key, certificate.keyPem, ownerOnly);
        await io.files.write(files.chain, certificate.chainPem, ownerOnly);
        await io.files.write(files.trust, certificate.trustBundlePem, ownerOnly);
    }
    return problems;
}
async function writePair(pair, paths, io) {
    const ca = caFiles(paths);
    await io.files.write(ca.key, pair.keyPem, ownerOnly);
    await io.files.write(ca.certificate, pair.certificatePem, ownerOnly);
}
function caFiles(paths) {
    return { key: (0,external_node_path_.join)(paths.caPath, 'ca.key'), certificate: (0,external_node_path_.join)(paths.caPath, 'ca.crt') };
}
function leafFiles(leaf, paths) {
    const folder = leaf.kind === 'client' ? paths.gatewayPath : (0,external_node_path_.join)(paths.pluginsPath, folderName(leaf.component));
    return {
        key: (0,external_node_path_.join)(folder, `${leaf.kind}.key`),
        chain: (0,external_node_path_.join)(folder, `${leaf.kind}.crt`),
        trust: (0,external_node_path_.join)(folder, 'ca.crt'),
    };
}
function folderName(component) {
    if (!/[/\\\0]/.test(component) && component !== '..' && component !== '.')
        return component;
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `the plugin name ${JSON.stringify(component)} cannot name a folder`,
        hint: 'Use letters, digits, "-" and "_".',
    });
}
async function readFile(path, io) {
    try {
        return await io.files.read(path);
    }
    catch (cause) {
        throw new errors/* StackError */.L({
            code: 'CERTIFICATE_INVALID',
            message: `${path} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
            hint: 'Give the user who deploys the right to read it.',
            cause,
        });
    }
}
function registered(secret, io) {
    io.redactor.add(secret);
    return secret;
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
