export const id = 1210;
export const ids = [1210];
export const modules = {

/***/ 27863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ issueCertificates)
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
    const name = authorityName(options);
    if (!policy.autoGenerate && name === policy.authority) {
        return {
            kind: 'nobody',
            why: 'certificates.auto_generate is false',
            hint: 'Renew the files, or set auto_generate: true.',
        };
    }
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
        : await kind.open(found.pair, {
            io,
            policy,
            secrets: options.secrets,
            vault: options.vault,
            ...defined(options.state?.openRequests),
        });
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
/** Who shall sign: the flags win. @throws StackError USAGE for both of them. */
function authorityName({ policy, caFromEnv, externalPki, }) {
    if (caFromEnv && externalPki === true) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: '--ca-from-env and --external-pki are two different signers',
            hint: 'Give one of them.',
        });
    }
    if (caFromEnv)
        return 'env';
    return externalPki === true ? 'external' : policy.authority;
}
function defined(openRequests) {
    return openRequests === undefined ? {} : { openRequests };
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
    hint: 'Run with --ca-from-env, and CA_CERT and CA_KEY in the environment, or with --external-pki; a second CA is not founded beside an existing one.',
};
const keyLost = {
    kind: 'nobody',
    why: "the key of the stack's own CA is neither in the target's store nor in certificates.ca_path",
    hint: 'Put ca.key and ca.crt back into certificates.ca_path, or run `mcp-deploy certs --force`: a new CA, every certificate anew.',
};
const newCaHint = {
    env: 'Pass a new CA in CA_CERT and CA_KEY before that day.',
    vault: 'Make a new issuer in Vault and set it as the default before that day.',
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
            hint: newCaHint[authority.name] ??
                'mcp-deploy destroy and deploy found a new one; so does the first deploy after that day.',
        },
    ];
}

// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
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
        return { request: entry.request, certificate: (0,read_certificate/* toCertificate */.T2)(answer), how: 'issued', reason: entry.mismatch.reason };
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
function strangersIn(states) {
    return (0,share_trust/* findStrangers */.xk)(states.flatMap(({ certificate }) => certificate ?? []));
}

;// CONCATENATED MODULE: ./build/js/certificates/look-up.js




/**
 * Files first, then the target's store. Files that are a copy of what the store has (`certs` and `generate` write one) do not
 * hide a newer certificate in the store.
 *
 * @param options.mayBeIncomplete  Somebody outside signs one after the other: files that are not there yet are missing certificates.
 * @throws StackError CERTIFICATE_INVALID for files that are incomplete, naming what is missing.
 */
function lookUp(tree, state, options = {}) {
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
    if (sameCa || haveSameRoot(store, tree))
        return mergeCopy(store, tree, pair);
    if (pair === undefined && store.ca !== undefined && (0,signer/* isOurs */.MU)(treeCa))
        return { ...store, problems: [outdatedCopy] };
    if (pair === undefined && tree.missing.length > 0 && options.mayBeIncomplete !== true)
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
/** Below an intermediate CA: `ca.crt` is the root then, and the store knows who signed. */
function haveSameRoot({ certificates }, tree) {
    const [kept] = certificates.values();
    const [copy] = tree.certificates;
    return kept !== undefined && copy !== undefined && (0,share_trust/* isTrustedBy */.Z8)(copy, kept.certificate.trustBundlePem);
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
    const mayBeIncomplete = authorityName(options) === 'external';
    const found = lookUp(await (0,tree/* readTree */.Z)(requests, policy, io), state, { mayBeIncomplete });
    for (const { certificate } of found.certificates.values())
        io.redactor.add(certificate.keyPem);
    const choice = await chooseAuthority(options, found, io);
    const judged = adoptRoots(requests.map((request) => judge(request, found, choice, options, io.clock.now())), choice.kind === 'opened' ? choice.authority : undefined);
    const problems = [...found.problems, ...(choice.kind === 'opened' ? choice.problems : [])];
    if (choice.kind === 'opened' && choice.authority.openRequests !== undefined) {
        return awaitSignatures(judged, { ...choice.authority, openRequests: choice.authority.openRequests }, options, problems, io);
    }
    if (judged.every(({ mismatch }) => mismatch === undefined)) {
        const pair = choice.kind === 'opened' ? choice.authority.keyPair : undefined;
        return { certificates: judged.map(keep), ...storeOf(pair, policy), ...nothingOpen(options), problems };
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
    const certificates = authority.ownRules === true
        ? await issueTogether(entries, authority, io)
        : await issueMismatched(entries, authority, io);
    return {
        certificates,
        ...storeOf(authority.keyPair, policy),
        ...nothingOpen(options),
        // What an authority has to say of its answers is known only now.
        problems: [...allProblems, ...authority.problems.filter((problem) => !allProblems.includes(problem))],
    };
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
        ownRules: rulesOf(choice),
    });
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

/***/ 31210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fN: () => (/* binding */ withCertificates),
/* harmony export */   ru: () => (/* binding */ withOpenRequests),
/* harmony export */   zE: () => (/* binding */ issueFor)
/* harmony export */ });
/* harmony import */ var _certificates_issue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27863);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10390);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11654);
/* harmony import */ var _keep_leaves_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73617);




/** The certificate stage alone: what `certs` and a signer outside need. */
function issueFor(session, { plan }, live, options) {
    return (0,_certificates_issue_js__WEBPACK_IMPORTED_MODULE_0__/* .issueCertificates */ .K)({
        authorities: _registry_js__WEBPACK_IMPORTED_MODULE_2__/* .authorities */ .eH,
        secrets: session.secretSource,
        vault: session.vault,
        requests: plan.certificates,
        policy: plan.certificatePolicy,
        state: live.state.fresh ? undefined : live.state,
        ...options,
    }, session.io);
}
/** The state with what the certificate stage found or made; nothing else in it moves. */
function withCertificates(session, { plan }, { state }, outcome) {
    const hashKey = state.fresh
        ? new _model_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z('hash key', Buffer.from(session.io.random(32)).toString('base64url'))
        : state.hashKey;
    return {
        ...withOpenRequests(state, outcome),
        hashKey,
        fresh: false,
        stack: plan.stack.name,
        certificates: (0,_keep_leaves_js__WEBPACK_IMPORTED_MODULE_3__/* .keepLeaves */ .M)(state, outcome),
        ...(outcome.authority === undefined ? {} : { authority: outcome.authority }),
    };
}
/** What waits for a signature, where this run knows. */
function withOpenRequests(state, { openRequests }) {
    if (openRequests === undefined)
        return state;
    const { openRequests: _before, ...rest } = state;
    return openRequests.length === 0 ? rest : { ...rest, openRequests };
}


/***/ }),

/***/ 73617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ keepLeaves)
/* harmony export */ });
/** The leaves to store: today's (one that is to be replaced until it is), and those of components that are gone from the configuration and that a roll-back would bring back. */
function keepLeaves(state, outcome) {
    const issued = outcome.certificates.flatMap((entry) => entry.certificate ?? entry.current ?? []);
    const current = new Set(outcome.certificates.map(({ request }) => request.component));
    const released = new Set(state.releases.flatMap(({ components }) => components.map(({ name }) => name)));
    const kept = state.certificates.filter(({ component }) => !current.has(component) && released.has(component));
    return [...issued, ...kept];
}


/***/ })

};
