export const id = 4508;
export const ids = [4508];
export const modules = {

/***/ 67478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ issueCertificates)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/certificates/match.js
var match = __webpack_require__(79906);
// EXTERNAL MODULE: ./build/js/certificates/profile.js
var profile = __webpack_require__(77662);
// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
// EXTERNAL MODULE: ./build/js/certificates/signer.js
var signer = __webpack_require__(21045);
;// CONCATENATED MODULE: ./build/js/certificates/choose-authority.js





/** Opens the configured authority on what was found; founds nothing yet. */
async function chooseAuthority(options, found, io) {
    const { policy, caFromEnv } = options;
    if (!policy.autoGenerate && !caFromEnv) {
        return {
            kind: 'nobody',
            why: 'certificates.auto_generate is false',
            hint: 'Renew the files, or set auto_generate: true.',
        };
    }
    const name = caFromEnv ? 'env' : policy.authority;
    const kind = options.authorities.find((entry) => entry.name === name);
    if (kind === undefined) {
        throw new errors/* StackError */.L({
            code: 'NOT_SUPPORTED',
            message: `there is no certificate authority named ${name}`,
            hint: `certificates.authority is one of: ${options.authorities.map((entry) => entry.name).join(', ')}`,
        });
    }
    const now = io.clock.now();
    const ended = found.ca !== undefined && (0,read_certificate/* endOf */.pJ)(found.ca) <= now;
    // A CA of ours that has ended cannot be opened, but it can be followed by a new one; others say themselves what is wrong.
    const authority = ended && (0,signer/* isOurs */.MU)(found.ca) && name === 'local'
        ? undefined
        : await kind.open(found.pair, { io, policy, secrets: options.secrets });
    if (authority !== undefined)
        return { kind: 'opened', authority, problems: [...authority.problems, ...warnOfEnd(authority, policy, now)] };
    if (kind.found === undefined)
        return notHere(caFromEnv);
    if (found.ca === undefined)
        return { kind: 'founding' };
    if (!(0,signer/* isOurs */.MU)(found.ca))
        return keyElsewhere;
    if (ended)
        return { kind: 'founding', reason: `the CA ended on ${(0,read_certificate/* endOf */.pJ)(found.ca).toISOString()}` };
    if (policy.caStorage === 'none')
        return { kind: 'founding', reason: 'the key of the old one was not kept (ca_storage: none)' };
    if (options.force)
        return { kind: 'founding', reason: 'the key of the old one is not here' };
    return keyLost;
}
/** `--ca-from-env` is an order; `authority: env` in the config can wait until something has to be signed. */
function notHere(ordered) {
    const hint = 'Pass them to the step: CA_CERT and CA_KEY, as PEM or base64 of it.';
    if (!ordered)
        return { kind: 'nobody', why: 'CA_CERT and CA_KEY are not set', hint };
    throw new errors/* StackError */.L({ code: 'SECRET_MISSING', message: '--ca-from-env, but CA_CERT and CA_KEY are not set', hint });
}
const keyElsewhere = {
    kind: 'nobody',
    why: 'the key of the CA that signed the others is not here',
    hint: 'Run with --ca-from-env, and CA_CERT and CA_KEY in the environment; a second CA is not founded beside an existing one.',
};
const keyLost = {
    kind: 'nobody',
    why: "the key of the stack's own CA is neither in the target's store nor in certificates.ca_path",
    hint: 'Put ca.key and ca.crt back into certificates.ca_path, or run `mcp-deploy certs --force`: a new CA, every certificate anew.',
};
function warnOfEnd(authority, policy, now) {
    const left = authority.notAfter === undefined ? undefined : (0,profile/* daysUntil */.AQ)(authority.notAfter, now);
    if (left === undefined || left >= Math.max(30, policy.renewBeforeDays))
        return [];
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_EXPIRING',
            message: `the CA (${authority.name}) ends in ${(0,match/* days */._3)(left)}, and every certificate with it`,
            hint: authority.name === 'env'
                ? 'Pass a new CA in CA_CERT and CA_KEY before that day.'
                : 'mcp-deploy destroy and deploy found a new one; so does the first deploy after that day.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/js/certificates/look-up.js



/**
 * Files first, then the target's store. Files that are a copy of what the store has (`certs` and `generate` write one) do not
 * hide a newer certificate in the store.
 *
 * @throws StackError CERTIFICATE_INVALID for files that are incomplete, naming what is missing.
 */
function lookUp(tree, state) {
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
    const sameCa = store.ca !== undefined && treeCa !== undefined && (0,read_certificate/* fingerprintOf */.ax)(store.ca) === (0,read_certificate/* fingerprintOf */.ax)(treeCa);
    if (sameCa)
        return mergeCopy(store, tree, pair);
    if (pair === undefined && store.ca !== undefined && (0,signer/* isOurs */.MU)(treeCa))
        return { ...store, problems: [outdatedCopy] };
    if (pair === undefined && tree.missing.length > 0)
        throw incomplete(tree);
    return {
        certificates: new Map(tree.certificates.map((certificate) => [certificate.component, { certificate, how: 'imported' }])),
        ...(treeCa === undefined ? {} : { ca: treeCa }),
        ...(pair === undefined ? {} : { pair }),
        problems: store.ca === undefined ? [] : [filesReplace],
    };
}
function fromStore(state) {
    const certificates = state?.certificates ?? [];
    const first = certificates[0];
    const pair = state?.authority;
    const pairCa = pair === undefined ? undefined : (0,read_certificate/* readCertificates */.jZ)(pair.certificatePem, 'the stored CA')[0];
    const ca = first === undefined ? pairCa : (0,read_certificate/* findIssuer */.P3)(first);
    const holds = pair !== undefined && pairCa !== undefined && ca !== undefined && (0,read_certificate/* fingerprintOf */.ax)(ca) === (0,read_certificate/* fingerprintOf */.ax)(pairCa);
    return {
        certificates: new Map(certificates.map((certificate) => [certificate.component, { certificate, how: 'kept' }])),
        ...(ca === undefined ? {} : { ca }),
        ...(holds ? { pair } : {}),
        problems: [],
    };
}
function caOfTree(tree) {
    const first = tree.certificates[0];
    if (tree.caPem !== undefined)
        return (0,read_certificate/* readCertificates */.jZ)(tree.caPem, 'ca.crt in ca_path')[0];
    return first === undefined ? undefined : (0,read_certificate/* findIssuer */.P3)(first);
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
    return new errors/* StackError */.L({
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
    const found = lookUp(await (0,tree/* readTree */.Z)(requests, policy, io), state);
    for (const { certificate } of found.certificates.values())
        io.redactor.add(certificate.keyPem);
    const choice = await chooseAuthority(options, found, io);
    const judged = requests.map((request) => judge(request, found, choice, options, io.clock.now()));
    const problems = [...found.problems, ...(choice.kind === 'opened' ? choice.problems : [])];
    if (judged.every(({ mismatch }) => mismatch === undefined)) {
        const pair = choice.kind === 'opened' ? choice.authority.keyPair : undefined;
        return { certificates: judged.map(keep), ...storeOf(pair, policy), problems };
    }
    if (choice.kind === 'nobody')
        return goOnWithout(judged, choice, problems);
    // A new CA signs everything: what another one signed would not be trusted beside it.
    const founding = choice.kind === 'founding';
    const entries = founding ? judged.map(replaceAll) : judged;
    const allProblems = founding && choice.reason !== undefined ? [...problems, newCa(choice.reason, entries.length)] : problems;
    if (options.dry)
        return { certificates: entries.map(postpone), problems: allProblems };
    const authority = choice.kind === 'opened' ? choice.authority : await foundCa(options, found, io);
    const certificates = await issueMismatched(entries, authority, io);
    return { certificates, ...storeOf(authority.keyPair, policy), problems: allProblems };
}
function judge(request, all, choice, options, now) {
    const found = all.certificates.get(request.component);
    if (found === undefined)
        return { request, mismatch: { reason: 'missing', urgent: true } };
    if (options.force)
        return { request, found, mismatch: { reason: '--force', urgent: true } };
    const mismatch = (0,match/* findMismatch */._n)(found.certificate, request, {
        now,
        authority: signingCa(choice, all),
        exact: choice.kind !== 'nobody',
    });
    return mismatch === undefined ? { request, found } : { request, found, mismatch };
}
/** The CA that every certificate must come from: all of them must trust one another. */
function signingCa(choice, found) {
    if (choice.kind === 'opened' && choice.authority.fingerprint !== undefined)
        return choice.authority.fingerprint;
    return found.ca === undefined ? undefined : (0,read_certificate/* fingerprintOf */.ax)(found.ca);
}
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
/** Nobody can sign: certificates that still work are used, with a warning; others end the run. */
function goOnWithout(judged, choice, problems) {
    const list = (entries) => entries.map(({ request, mismatch }) => `${request.component} (${mismatch?.reason})`).join(', ');
    const urgent = judged.filter(({ mismatch }) => mismatch?.urgent === true);
    if (urgent.length > 0) {
        throw new errors/* StackError */.L({
            code: 'AUTHORITY_FAILED',
            message: `a new certificate is needed for ${list(urgent)}, but ${choice.why}`,
            hint: choice.hint,
        });
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
        return { request: entry.request, certificate: (0,read_certificate/* toCertificate */.T2)(answer), how: 'issued', reason: entry.mismatch.reason };
    });
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


/***/ }),

/***/ 79906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   _n: () => (/* binding */ findMismatch),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   vf: () => (/* binding */ findBreak)
/* harmony export */ });
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84333);



/** Does a stored certificate still serve its request? Undefined when it does. */
function findMismatch(certificate, request, options) {
    const chain = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificates */ .jZ)(certificate.chainPem, `the certificate of ${request.component}`);
    const [leaf] = chain;
    const issuer = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .findIssuer */ .P3)(certificate, chain);
    const broken = findBreak(certificate, leaf, issuer) ?? findTimeBreak(leaf, options.now);
    if (broken !== undefined)
        return { reason: broken, urgent: true };
    if (!(leaf.keyUsage ?? []).includes(_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .usageOf */ .Fs[request.kind])) {
        return { reason: `not a ${request.kind} certificate`, urgent: true };
    }
    const names = compareNames((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .dnsNamesOf */ .Hz)(leaf), request.dnsNames, options.exact);
    if (names !== undefined)
        return { reason: names, urgent: true };
    if (options.authority !== undefined && issuer !== undefined && (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(issuer) !== options.authority) {
        return { reason: 'another CA', urgent: true };
    }
    const keyType = (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .describeKey */ .Rx)(leaf.publicKey);
    if (options.exact && keyType !== request.keyAlgorithm) {
        return { reason: `key type changed: ${keyType} -> ${request.keyAlgorithm}`, urgent: true };
    }
    return findRenewal(leaf, issuer, request, options.now);
}
/** What makes a certificate useless at any time; also what `certs check` calls broken. */
function findBreak(certificate, leaf, issuer) {
    if (issuer === undefined)
        return 'not signed by a CA it trusts';
    try {
        return (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .isKeyOf */ .bX)(certificate.keyPem, leaf) ? undefined : 'its key belongs to another certificate';
    }
    catch {
        return 'its key is unreadable';
    }
}
function findTimeBreak(leaf, now) {
    if (new Date(leaf.validFrom) > now)
        return `not valid before ${new Date(leaf.validFrom).toISOString()}`;
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf) <= now ? describeEnd((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf), now) : undefined;
}
/** A leaf that ends together with its CA gains nothing from being issued again by the same CA. */
function findRenewal(leaf, issuer, request, now) {
    if ((0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf), now) >= request.renewBeforeDays)
        return undefined;
    if (issuer !== undefined && (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf) >= (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(issuer))
        return undefined;
    return { reason: describeEnd((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf), now), urgent: false };
}
/** A certificate that was brought here may have more names than asked for, and no corporate CA signs `localhost`. */
function compareNames(has, wants, exact) {
    const [had, wanted] = [lowerCase(has), lowerCase(wants)];
    const added = [...wanted].filter((name) => !had.has(name) && (exact || name !== 'localhost'));
    const removed = exact ? [...had].filter((name) => !wanted.has(name)) : [];
    if (added.length === 0 && removed.length === 0)
        return undefined;
    return ['names changed:', ...added.map((name) => `+${name}`), ...removed.map((name) => `-${name}`)].join(' ');
}
function lowerCase(names) {
    return new Set(names.map((name) => name.toLowerCase()));
}
/** `expires in 12 days`, `expires today`, `expired 1 day ago` */
function describeEnd(end, now) {
    const whole = end > now ? (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(end, now) : (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(now, end);
    if (whole < 1)
        return end > now ? 'expires today' : 'expired today';
    return end > now ? `expires in ${days(whole)}` : `expired ${days(whole)} ago`;
}
function days(count) {
    return count === 1 ? '1 day' : `${count} days`;
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

// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
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
            return [(0,read_certificate/* toCertificate */.T2)({ request, chainPem, keyPem, trustBundlePem })];
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

/***/ 73617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ keepLeaves)
/* harmony export */ });
/** The leaves to store: today's, and those of components that are gone from the configuration and that a roll-back would bring back. */
function keepLeaves(state, outcome) {
    const issued = outcome.certificates.flatMap((entry) => entry.certificate ?? []);
    const current = new Set(outcome.certificates.map(({ request }) => request.component));
    const released = new Set(state.releases.flatMap(({ components }) => components.map(({ name }) => name)));
    const kept = state.certificates.filter(({ component }) => !current.has(component) && released.has(component));
    return [...issued, ...kept];
}


/***/ })

};
