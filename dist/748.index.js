export const id = 748;
export const ids = [748];
export const modules = {

/***/ 78056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ testStage),
/* harmony export */   TC: () => (/* binding */ replaceBases),
/* harmony export */   Ys: () => (/* binding */ finalBase),
/* harmony export */   eb: () => (/* binding */ readContainerfile)
/* harmony export */ });
/** Reads the stages of a Containerfile and the images they need. */
function readContainerfile(text, buildArgs) {
    const globals = readGlobals(text, buildArgs);
    const stages = [];
    const bases = new Set();
    const addBase = (reference) => {
        if (isExternal(reference, stages))
            bases.add(reference);
    };
    for (const { word, rest } of readInstructions(text)) {
        if (word === 'FROM') {
            const [, image = '', name] = fromPattern.exec(rest) ?? [];
            const from = fillIn(image, globals);
            addBase(from);
            stages.push({ from, ...(name === undefined ? {} : { name: name.toLowerCase() }) });
        }
        else {
            for (const match of rest.matchAll(otherImages(word)))
                addBase(match[1] ?? '');
            const last = stages.at(-1);
            if ((word === 'ENTRYPOINT' || word === 'CMD') && last !== undefined) {
                stages[stages.length - 1] = { ...last, command: `${word === 'CMD' ? `${last.command ?? ''} ` : ''}${rest}` };
            }
        }
    }
    return { bases: [...bases], stages };
}
/**
 * Replaces images from outside; everything else stays as it was written, byte for byte.
 *
 * @param replace  Reference with build arguments filled in → what to build from; same answer for what shall stay.
 */
function replaceBases(text, buildArgs, replace) {
    const { bases } = readContainerfile(text, buildArgs);
    const changed = new Map(bases.map((base) => [base, replace(base)]).filter(([from, to]) => from !== to));
    if (changed.size === 0)
        return text;
    const lines = text.split('\n');
    const globals = readGlobals(text, buildArgs);
    for (const { word, rest, start, end } of readInstructions(text)) {
        for (let number = start; number < end; number += 1) {
            const line = lines[number] ?? '';
            if (word === 'FROM') {
                const image = fromPattern.exec(rest)?.[1] ?? '';
                const to = changed.get(fillIn(image, globals));
                if (to !== undefined)
                    lines[number] = line.replace(image, () => to);
            }
            else {
                lines[number] = line.replace(otherImages(word), (whole, image) => {
                    const to = changed.get(image);
                    return to === undefined ? whole : whole.slice(0, whole.length - image.length) + to;
                });
            }
        }
    }
    return lines.join('\n');
}
/** The image the built stage rests on in the end, through stages of this file; undefined for `scratch`. */
function finalBase({ stages }, target) {
    let stage = target === undefined ? stages.at(-1) : stages.find((one) => one.name === target.toLowerCase());
    for (let steps = 0; stage !== undefined && steps <= stages.length; steps += 1) {
        const from = stage.from;
        const parent = stages.find((one) => one !== stage && one.name === from.toLowerCase());
        if (parent === undefined)
            return from === 'scratch' ? undefined : from;
        stage = parent;
    }
    return undefined;
}
/** The name of the last stage when it seems to run tests instead of a server (CONTRACT §2); undefined otherwise. */
function testStage({ stages }) {
    const last = stages.at(-1);
    if (last === undefined || stages.length < 2)
        return undefined;
    if (/(^|[-_])(unit)?tests?(ing|er)?($|[-_])/.test(last.name ?? ''))
        return last.name;
    return /\b(pytest|tox|run[-_]tests?|unittest)\b/.test(last.command ?? '') ? (last.name ?? 'the last one') : undefined;
}
const fromPattern = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i;
function otherImages(word) {
    if (word === 'COPY' || word === 'ADD')
        return /(?<=^|\s)--from=(\S+)/g;
    if (word === 'RUN')
        return /(?<=^|\s)--mount=\S*?(?<=[=,])from=([^\s,]+)/g;
    return /(?!)()/g;
}
function isExternal(reference, stages) {
    if (reference === '' || reference === 'scratch' || /^\d+$/.test(reference) || reference.includes('$'))
        return false;
    return !stages.some((stage) => stage.name === reference.toLowerCase());
}
/** `${NAME}`, `$NAME` and `${NAME:-default}` from the arguments before the first FROM. */
function fillIn(text, values) {
    return text.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (whole, braced, fallback, bare) => {
        const value = values.get(braced ?? bare);
        return value === undefined || value === '' ? (fallback ?? (value === undefined ? whole : '')) : value;
    });
}
/** Only arguments before the first FROM count in one; each may use those before it. */
function readGlobals(text, buildArgs) {
    const globals = new Map();
    for (const { word, rest } of readInstructions(text)) {
        if (word === 'FROM')
            break;
        if (word !== 'ARG')
            continue;
        for (const [name, value] of readArguments(rest))
            globals.set(name, buildArgs[name] ?? fillIn(value, globals));
    }
    return globals;
}
function readArguments(rest) {
    return [...rest.matchAll(/(\w+)(?:=("[^"]*"|'[^']*'|\S*))?/g)].map((match) => [
        match[1] ?? '',
        (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'),
    ]);
}
function* readInstructions(text) {
    const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
    const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 5).join('\n')) ? '`' : '\\';
    let number = 0;
    while (number < lines.length) {
        const start = number;
        let joined = '';
        for (;;) {
            const line = lines[number] ?? '';
            number += 1;
            if (/^\s*#/.test(line) && number <= lines.length) {
                if (joined === '' || number >= lines.length)
                    break;
                continue;
            }
            const continues = line.trimEnd().endsWith(escape);
            joined += continues ? `${line.trimEnd().slice(0, -1)} ` : line;
            if (!continues || number >= lines.length)
                break;
        }
        const [, word = '', rest = ''] = /^\s*([A-Za-z]+)\s+([\s\S]*)$/.exec(joined) ?? [];
        yield { word: word.toUpperCase(), rest: rest.trim(), start, end: number };
        // Lines of here-documents are text, even where they look like instructions.
        for (const [, , delimiter] of /^(RUN|COPY|ADD)$/i.test(word) ? rest.matchAll(/<<-?(["']?)(\w+)\1/g) : []) {
            while (number < lines.length && lines[number]?.trim() !== delimiter)
                number += 1;
            number += 1;
        }
    }
}


/***/ }),

/***/ 67521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ engineCommand),
/* harmony export */   eo: () => (/* binding */ isPodman),
/* harmony export */   uU: () => (/* binding */ detectEngine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);

/**
 * Finds the container engine: the one that is asked for, else the first of docker and podman that answers.
 *
 * @throws StackError TOOL_MISSING when there is none, ENGINE_UNREACHABLE with its reason when none answers.
 */
async function detectEngine(hints, io) {
    const wanted = hints.containerEngine;
    const reasons = [];
    for (const program of wanted === undefined ? ['docker', 'podman'] : [wanted]) {
        const context = hints.dockerContext === undefined || isPodman(program) ? [] : ['--context', hints.dockerContext];
        const answer = await askVersion({ program, args: [...context, 'version', '--format', '{{json .}}'] }, io);
        if (answer === undefined)
            continue;
        if (answer.ok)
            return { program: answer.podman ? 'podman' : program, args: answer.podman ? [] : context };
        if (hints.builder !== undefined && !isPodman(program))
            return { program, args: context };
        reasons.push(`${program}: ${answer.reason}`);
    }
    if (reasons.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'TOOL_MISSING',
            message: wanted === undefined ? 'neither docker nor podman is installed' : `${wanted} is not installed`,
            hint: 'Install Docker or Podman, or name the program: deployment.container_engine',
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'ENGINE_UNREACHABLE',
        message: `the container engine does not answer (${reasons.join('; ')})`,
        hint: 'Start it, or name another: DOCKER_HOST, deployment.docker_context, deployment.container_engine',
    });
}
/** True for podman under its own name, with or without a path. */
function isPodman(program) {
    return /(^|\/)podman(-remote)?$/.test(program);
}
/** A call of the engine. */
function engineCommand(engine, args) {
    return { program: engine.program, args: [...engine.args, ...args] };
}
async function askVersion(command, io) {
    try {
        const { exitCode, stdout, stderr } = await io.run(command, { timeoutSeconds: 20 });
        // podman-docker installs podman under the name docker; the two spell this one word differently.
        const podman = isPodman(command.program) || stdout.includes('"APIVersion"');
        const reason = stderr.trim().split('\n')[0] ?? '';
        return { ok: exitCode === 0, podman, reason: io.redactor.redact(reason === '' ? `exit ${exitCode}` : reason) };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L && error.code === 'TOOL_MISSING')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 75163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ tagImage),
/* harmony export */   m: () => (/* binding */ inspectImage)
/* harmony export */ });
/* harmony import */ var _detect_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67521);

/** Looks into the engine's store; undefined when it has no such image. */
async function inspectImage(engine, reference, io) {
    const command = (0,_detect_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineCommand */ .KU)(engine, ['image', 'inspect', reference]);
    const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 30 });
    if (exitCode !== 0)
        return undefined;
    const [value] = JSON.parse(stdout);
    if (value === undefined)
        return undefined;
    return {
        id: value.Id.startsWith('sha256:') ? value.Id : `sha256:${value.Id}`,
        repoDigests: value.RepoDigests ?? [],
        labels: value.Config?.Labels ?? {},
    };
}
/** Gives an image of the store a second name; it is a convenience, so failing is no error. */
async function tagImage(engine, id, tag, io) {
    await io.run((0,_detect_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineCommand */ .KU)(engine, ['tag', id, tag]), { timeoutSeconds: 30 });
}


/***/ }),

/***/ 66788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* unused harmony export withoutDigest */
const pattern = /^(?<name>[^\s@]+?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;
/** Takes a reference apart as Docker does; undefined when it is none. */
function parseReference(text) {
    const groups = pattern.exec(text)?.groups;
    if (groups?.['name'] === undefined)
        return undefined;
    const { tag, digest } = groups;
    const [first = '', ...rest] = groups['name'].split('/');
    // Docker's rule: the first part is a registry only when it cannot be a path component.
    const isRegistry = rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
    const registry = isRegistry ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io';
    const short = isRegistry ? rest.join('/') : groups['name'];
    const path = registry === 'docker.io' && !short.includes('/') ? `library/${short}` : short;
    if (!/^[a-z0-9]+((?:\/|\.|__?|-+)[a-z0-9]+)*$/.test(short))
        return undefined;
    return {
        registry,
        path,
        ...(tag === undefined ? (digest === undefined ? { tag: 'latest' } : {}) : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** `name[:tag]` of a reference without its digest, as it was written. */
function withoutDigest(text) {
    return text.replace(/@sha256:[0-9a-f]{64}$/, '');
}
/** The name as it was written, without tag and digest. */
function nameOf(text) {
    return withoutDigest(text).replace(/:\w[\w.-]{0,127}$/, '');
}
/** True for this machine's own addresses, which engines talk to without TLS. */
function isLoopback(host) {
    const name = host.replace(/^\[/, '').replace(/\].*$/, '').replace(/:\d+$/, '');
    return (name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || host.startsWith('[::1]'));
}


/***/ }),

/***/ 89635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ runLimited),
/* harmony export */   R: () => (/* binding */ askOnce)
/* harmony export */ });
/** Runs work on every item, at most `limit` at once; answers in the order of the items. The first error ends it. */
async function runLimited(items, limit, work) {
    const results = [];
    const queue = items.entries();
    // The workers share one iterator: each takes the next item that nobody has.
    const worker = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(Math.max(1, limit), items.length) }, worker));
    return results;
}
/** Answers a question once per key, however often it is asked at the same time; errors are answers too. */
function askOnce(ask) {
    const asked = new Map();
    return (key) => {
        const known = asked.get(key) ?? ask(key);
        asked.set(key, known);
        return known;
    };
}


/***/ }),

/***/ 39128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadDer)
/* harmony export */ });
/** Loads the writer: forge is behind `import()` because most runs issue nothing. */
async function loadDer() {
    const { default: asn1 } = await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.t.bind(__webpack_require__, 27357, 19));
    const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
    const universal = (type, constructed, value) => asn1.create(UNIVERSAL, type, constructed, value);
    // forge's types know universal tags only. Trap: it trims leading zeros under tag 2, whatever the class.
    const tagged = (tagClass, tag, constructed, value) => 
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
    asn1.create(tagClass, tag, constructed, value);
    return {
        sequence: (...items) => universal(asn1.Type.SEQUENCE, true, [...items]),
        set: (...items) => universal(asn1.Type.SET, true, [...items]),
        integer: (bytes) => universal(asn1.Type.INTEGER, false, binary(bytes)),
        oid: (text) => universal(asn1.Type.OID, false, asn1.oidToDer(text).getBytes()),
        yes: () => universal(asn1.Type.BOOLEAN, false, '\u00ff'),
        nothing: () => universal(asn1.Type.NULL, false, ''),
        text: (value) => universal(asn1.Type.UTF8, false, binary(Buffer.from(value, 'utf8'))),
        octets: (content) => universal(asn1.Type.OCTETSTRING, false, binary(content)),
        bits: (content, unused = 0) => universal(asn1.Type.BITSTRING, false, String.fromCharCode(unused) + binary(content)),
        time: (date) => date.getUTCFullYear() < 2050
            ? universal(asn1.Type.UTCTIME, false, asn1.dateToUtcTime(date))
            : universal(asn1.Type.GENERALIZEDTIME, false, asn1.dateToGeneralizedTime(date)),
        explicit: (tag, item) => tagged(CONTEXT_SPECIFIC, tag, true, [item]),
        implicit: (tag, content) => tagged(CONTEXT_SPECIFIC, tag, false, binary(content)),
        rawSequence: (der) => tagged(UNIVERSAL, constructedSequence, false, binary(contentOf(der))),
        encode: (node) => Buffer.from(asn1.toDer(node).getBytes(), 'latin1'),
    };
}
/** SEQUENCE with the bit that says constructed: forge would encode the items of a constructed value itself. */
const constructedSequence = 0x30;
/** forge holds bytes as text with one character per byte. */
function binary(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
/** The content of a DER value without its tag and length. */
function contentOf(der) {
    const first = der[1] ?? 0;
    return der.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}


/***/ }),

/***/ 64025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ issueCa)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39128);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39200);




/**
 * Makes a self-signed CA: P-256, ten years, CA:TRUE with pathlen 0, keyCertSign and cRLSign.
 * Its name carries eight digits of its key id, so that two CAs of one stack are told apart by name.
 *
 * @param keyPem  A CA key whose certificate was never written (a run that was killed in between); else a new one is made.
 */
async function issueCa(now, keyPem) {
    const key = keyPem === undefined ? await (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .generateKey */ .rh)('ecdsa-p256') : (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .importKey */ .Fh)(keyPem);
    const der = await (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .loadDer */ .Y)();
    const publicKey = (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeyInfo */ .hx)(key);
    const keyId = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .keyIdOf */ .yg)(publicKey);
    const name = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(der, `${_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .caNamePrefix */ .Sb} ${keyId.toString('hex').slice(0, 8)}`);
    const notBefore = new Date(now.getTime() - _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .clockSkewMinutes */ .e0 * 60_000);
    const certificatePem = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .signCertificate */ .jm)(der, {
        issuer: name,
        subject: name,
        publicKey,
        notBefore,
        notAfter: (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .addDays */ .fi)(notBefore, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .caValidityDays */ .IB),
        extensions: [
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.basicConstraints, true, der.sequence(der.yes(), der.integer(Uint8Array.of(0)))),
            // keyCertSign is bit 5, cRLSign bit 6: 00000110 without its last bit.
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.keyUsage, true, der.bits(Uint8Array.of(0x06), 1)),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.subjectKeyIdentifier, false, der.octets(keyId)),
        ],
    }, key);
    return { certificatePem, keyPem: keyPem ?? (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .exportKey */ .Ei)(key, 'the CA key') };
}


/***/ }),

/***/ 37105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ issueLeaf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84333);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39200);





/**
 * Issues one leaf with a new key, by the profile of CONTRACT §4, and checks it against its CA.
 * Its life is counted from five minutes before `now` and ends with its CA's at the latest.
 *
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
async function issueLeaf(der, signer, issuer, request, now) {
    const key = await (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .generateKey */ .rh)(request.keyAlgorithm);
    const publicKey = (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyInfo */ .hx)(key);
    const notBefore = new Date(now.getTime() - _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .clockSkewMinutes */ .e0 * 60_000);
    const wanted = (0,_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .addDays */ .fi)(notBefore, request.validityDays);
    const certificatePem = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .signCertificate */ .jm)(der, {
        issuer: issuer.subject,
        subject: (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeName */ .aA)(der, commonNameOf(request)),
        publicKey,
        notBefore,
        notAfter: wanted < signer.notAfter ? wanted : signer.notAfter,
        extensions: [
            // An empty SEQUENCE: CA is FALSE by default, and DER leaves defaults out.
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.basicConstraints, true, der.sequence()),
            // digitalSignature is bit 0.
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.keyUsage, true, der.bits(Uint8Array.of(0x80), 7)),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.extendedKeyUsage, false, der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .usageOf */ .Fs[request.kind]))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.subjectAltName, false, der.sequence(...request.dnsNames.map((name) => dnsName(der, request, name)))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.subjectKeyIdentifier, false, der.octets((0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .keyIdOf */ .yg)(publicKey))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.authorityKeyIdentifier, false, der.sequence(der.implicit(0, issuer.keyId))),
        ],
    }, signer.key);
    checkIssued(certificatePem, signer, request);
    return {
        request,
        chainPem: certificatePem + signer.intermediatesPem,
        keyPem: (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .exportKey */ .Ei)(key, `the key of ${request.component}`),
        trustBundlePem: signer.trustBundlePem,
    };
}
/** A verifier would refuse it later; here the cause is still known. */
function checkIssued(certificatePem, signer, request) {
    const [leaf] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificates */ .jZ)(certificatePem, `the certificate of ${request.component}`);
    if ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isSignedBy */ .s3)(leaf, signer.certificate))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'AUTHORITY_FAILED',
        message: `the certificate of ${request.component} does not verify against the CA that signed it`,
        hint: 'The CA certificate has a form that we do not understand: please report it (without its key).',
    });
}
function commonNameOf(request) {
    return [request.commonName, ...request.dnsNames].find(fitsCommonName) ?? request.component.slice(0, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .longestCommonName */ .f0);
}
function fitsCommonName(name) {
    return name.length > 0 && name.length <= _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .longestCommonName */ .f0;
}
/** `[2] IA5String` of a GeneralName. */
function dnsName(der, request, name) {
    if (!/^[\x21-\x7e]+$/.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'CERTIFICATE_INVALID',
            message: `the certificate of ${request.component} cannot carry the name ${JSON.stringify(name)}`,
            hint: 'Use ASCII letters, digits, "-" and "_" in the component\'s name.',
        });
    }
    return der.implicit(2, Buffer.from(name, 'ascii'));
}


/***/ }),

/***/ 17436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ exportKey),
/* harmony export */   Fh: () => (/* binding */ importKey),
/* harmony export */   Rx: () => (/* binding */ describeKey),
/* harmony export */   hx: () => (/* binding */ publicKeyInfo),
/* harmony export */   rh: () => (/* binding */ generateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10390);



const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
/** Makes a private key, on a thread of its own: RSA 4096 takes seconds. */
async function generateKey(algorithm) {
    if (algorithm === 'ecdsa-p256')
        return (await generate('ec', { namedCurve: 'P-256' })).privateKey;
    return (await generate('rsa', { modulusLength: Number(algorithm.slice('rsa-'.length)) })).privateKey;
}
/** PKCS #8 PEM, as a value that cannot be printed. */
function exportKey(key, name) {
    return new _model_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(name, key.export({ type: 'pkcs8', format: 'pem' }).toString());
}
/** @throws an Error of node:crypto when the text is not a private key. */
function importKey(pem) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem.reveal());
}
/** SubjectPublicKeyInfo as DER. */
function publicKeyInfo(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
}
/** `ecdsa-p256`, `rsa-3072`, else what node:crypto calls it (`ed25519`, `ec secp384r1`). */
function describeKey(key) {
    const details = key.asymmetricKeyDetails;
    if (key.asymmetricKeyType === 'rsa')
        return `rsa-${details?.modulusLength}`;
    if (key.asymmetricKeyType !== 'ec')
        return String(key.asymmetricKeyType);
    return details?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : `ec ${details?.namedCurve}`;
}


/***/ }),

/***/ 77662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   Fs: () => (/* binding */ usageOf),
/* harmony export */   IB: () => (/* binding */ caValidityDays),
/* harmony export */   S_: () => (/* binding */ oids),
/* harmony export */   Sb: () => (/* binding */ caNamePrefix),
/* harmony export */   e0: () => (/* binding */ clockSkewMinutes),
/* harmony export */   f0: () => (/* binding */ longestCommonName),
/* harmony export */   fi: () => (/* binding */ addDays)
/* harmony export */ });
/** The certificate profile of CONTRACT §4; `openssl verify -x509_strict` is its judge. */
/** Not before lies this far in the past, for clocks that are behind. */
const clockSkewMinutes = 5;
/** Life of a CA that we found ourselves; leaves end with it. */
const caValidityDays = 3650;
/** Leaves the name on every CA of ours, so that a later run tells ours from a company's. */
const caNamePrefix = 'mcp-stack CA';
/** RFC 5280, upper bound `ub-common-name`. */
const longestCommonName = 64;
const oids = {
    commonName: '2.5.4.3',
    basicConstraints: '2.5.29.19',
    keyUsage: '2.5.29.15',
    extendedKeyUsage: '2.5.29.37',
    subjectAltName: '2.5.29.17',
    subjectKeyIdentifier: '2.5.29.14',
    authorityKeyIdentifier: '2.5.29.35',
    serverAuth: '1.3.6.1.5.5.7.3.1',
    clientAuth: '1.3.6.1.5.5.7.3.2',
};
/** The one extended usage of a leaf: a plugin's certificate must not pass as a client's. */
const usageOf = { client: oids.clientAuth, server: oids.serverAuth };
const dayMilliseconds = 86_400_000;
function addDays(date, days) {
    return new Date(date.getTime() + days * dayMilliseconds);
}
/** Whole days until `end`, rounded down; negative when it has passed. */
function daysUntil(end, now) {
    return Math.floor((end.getTime() - now.getTime()) / dayMilliseconds);
}


/***/ }),

/***/ 84333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ showName),
/* harmony export */   Hz: () => (/* binding */ dnsNamesOf),
/* harmony export */   P3: () => (/* binding */ findIssuer),
/* harmony export */   T2: () => (/* binding */ toCertificate),
/* harmony export */   Z1: () => (/* binding */ splitPem),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   s3: () => (/* binding */ isSignedBy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


const pemBlock = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
/** The certificates in a PEM text, in order, each ending in a newline; text around them is dropped. */
function splitPem(pem) {
    return (pem.match(pemBlock) ?? []).map((block) => `${block.replaceAll('\r\n', '\n')}\n`);
}
/**
 * Reads all certificates of a PEM text.
 *
 * @param what  Names the text in the error: a file, a variable.
 * @throws StackError CERTIFICATE_INVALID when there is none or one of them is broken.
 */
function readCertificates(pem, what) {
    try {
        const [first, ...rest] = splitPem(pem).map((block) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block));
        if (first !== undefined)
            return [first, ...rest];
    }
    catch (cause) {
        throw unreadable(what, cause);
    }
    throw unreadable(what, undefined);
}
/** SHA-256 of the certificate's DER, lower-case hex. */
function fingerprintOf(certificate) {
    return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}
function endOf(certificate) {
    return new Date(certificate.validTo);
}
/** `CN=mcp-stack CA 1f2e3d4c, O=…` in one line. */
function showName(name) {
    return (name ?? '').trim().split('\n').join(', ');
}
/**
 * The DNS names of a certificate. node:crypto quotes a name with unusual characters as JSON, so a name cannot smuggle
 * another one in (CVE-2021-44532); the quotes are respected here.
 */
function dnsNamesOf(certificate) {
    const names = [];
    for (const match of (certificate.subjectAltName ?? '').matchAll(/([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/gy)) {
        const [, kind, value] = match;
        if (kind === 'DNS' && value !== undefined)
            names.push(value.startsWith('"') ? String(JSON.parse(value)) : value);
    }
    return names;
}
/** The CA certificate that signed the leaf: an intermediate of its own chain or one of its trust bundle. */
function findIssuer(certificate) {
    const [leaf, ...intermediates] = readCertificates(certificate.chainPem, 'a stored certificate');
    const candidates = [...intermediates, ...readCertificates(certificate.trustBundlePem, 'a stored trust bundle')];
    return candidates.find((candidate) => isSignedBy(leaf, candidate));
}
/** True when `issuer` made `leaf`: names, key ids and the signature. */
function isSignedBy(leaf, issuer) {
    return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
}
/** The stored form of what an authority answered. */
function toCertificate({ request, chainPem, keyPem, trustBundlePem }) {
    const [leaf] = readCertificates(chainPem, `the certificate of ${request.component}`);
    return {
        component: request.component,
        kind: request.kind,
        chainPem,
        keyPem,
        trustBundlePem,
        fingerprint: fingerprintOf(leaf),
        issuer: showName(leaf.issuer),
        dnsNames: dnsNamesOf(leaf),
        notBefore: new Date(leaf.validFrom).toISOString(),
        notAfter: endOf(leaf).toISOString(),
    };
}
function unreadable(what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'CERTIFICATE_INVALID',
        message: `${what} is not a PEM certificate`,
        hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete.',
        cause,
    });
}


/***/ }),

/***/ 39200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aA: () => (/* binding */ encodeName),
/* harmony export */   ck: () => (/* binding */ extension),
/* harmony export */   jm: () => (/* binding */ signCertificate),
/* harmony export */   yg: () => (/* binding */ keyIdOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77662);



/** Encodes and signs an X.509 v3 certificate; PEM with a newline at the end. */
function signCertificate(der, fields, key) {
    const { hash, algorithm } = signatureOf(der, key);
    const body = der.sequence(der.explicit(0, der.integer(Uint8Array.of(2))), der.integer(newSerialNumber()), algorithm, der.rawSequence(fields.issuer), der.sequence(der.time(fields.notBefore), der.time(fields.notAfter)), der.rawSequence(fields.subject), der.rawSequence(fields.publicKey), der.explicit(3, der.sequence(...fields.extensions)));
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, der.encode(body), key);
    return toPem(der.encode(der.sequence(body, algorithm, der.bits(signature))));
}
/** A name of one common name, as DER. */
function encodeName(der, commonName) {
    return der.encode(der.sequence(der.set(der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.commonName), der.text(commonName)))));
}
function extension(der, oid, critical, content) {
    return der.sequence(der.oid(oid), ...(critical ? [der.yes()] : []), der.octets(der.encode(content)));
}
/** SHA-1 over the public key's bits (RFC 5280, 4.2.1.2, method 1): an identifier, not a protection. */
function keyIdOf(publicKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(bitsOf(publicKey)).digest();
}
/** The BIT STRING of a SubjectPublicKeyInfo that node:crypto wrote: it is the last element, so it ends where the whole ends. */
function bitsOf(publicKey) {
    const skip = (at) => {
        const first = publicKey[at + 1] ?? 0;
        if (first < 0x80)
            return { content: at + 2, end: at + 2 + first };
        const bytes = publicKey.subarray(at + 2, at + 2 + (first & 0x7f));
        const content = at + 2 + bytes.length;
        return { content, end: content + bytes.reduce((length, byte) => length * 256 + byte, 0) };
    };
    const algorithm = skip(skip(0).content);
    const bits = skip(algorithm.end);
    return publicKey.subarray(bits.content + 1, bits.end);
}
/** 16 random bytes, the top bit cleared: DER integers are signed and a serial must be positive (RFC 5280, 4.1.2.2). */
function newSerialNumber() {
    const bytes = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
    return bytes;
}
/** RFC 5758 and RFC 4055: the hash follows the curve; RSA names NULL parameters. */
function signatureOf(der, key) {
    if (key.asymmetricKeyType === 'rsa') {
        return { hash: 'sha256', algorithm: der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nothing()) };
    }
    switch (key.asymmetricKeyType === 'ec' ? key.asymmetricKeyDetails?.namedCurve : undefined) {
        case 'prime256v1':
            return { hash: 'sha256', algorithm: der.sequence(der.oid('1.2.840.10045.4.3.2')) };
        case 'secp384r1':
            return { hash: 'sha384', algorithm: der.sequence(der.oid('1.2.840.10045.4.3.3')) };
        case 'secp521r1':
            return { hash: 'sha512', algorithm: der.sequence(der.oid('1.2.840.10045.4.3.4')) };
        case undefined:
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
                code: 'AUTHORITY_FAILED',
                message: `a CA key of type ${key.asymmetricKeyType} cannot sign here`,
                hint: 'Use a CA with an RSA key, or an EC key on P-256, P-384 or P-521.',
            });
    }
}
function toPem(der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}


/***/ }),

/***/ 21045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ reviewSigner),
/* harmony export */   HH: () => (/* binding */ readIssuerFacts),
/* harmony export */   Hs: () => (/* binding */ openSigner),
/* harmony export */   MU: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84333);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39200);






/**
 * Checks that a pair can sign leaves: the key matches, it is a CA, it has not expired, its root is there.
 *
 * @param pair  The signing CA first; above an intermediate its chain up to the root.
 * @param what  Names the pair in errors: `CA_CERT and CA_KEY`, a folder.
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID
 */
function openSigner(pair, what, now) {
    const [certificate, ...above] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .readCertificates */ .jZ)(pair.certificatePem, what);
    const fail = (message, hint, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'AUTHORITY_FAILED', message: `${what}: ${message}`, hint, cause });
    let key;
    try {
        key = (0,_key_js__WEBPACK_IMPORTED_MODULE_2__/* .importKey */ .Fh)(pair.keyPem);
    }
    catch (cause) {
        throw fail('the key is not an unencrypted private key in PEM', 'It must begin with -----BEGIN PRIVATE KEY-----', cause);
    }
    if (!certificate.checkPrivateKey(key)) {
        throw fail(`the key does not belong to the certificate ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .showName */ .$i)(certificate.subject)}`, 'Give the pair that belongs together.');
    }
    if (!certificate.ca) {
        throw fail(`${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .showName */ .$i)(certificate.subject)} is not a CA that may sign`, 'Its basic constraints must say CA:TRUE, and its key usage keyCertSign.');
    }
    if ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ)(certificate).getTime() <= now.getTime()) {
        throw fail(`the CA expired on ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ)(certificate).toISOString()}`, 'Give a CA that is valid.');
    }
    refuseWeakKey(key, fail);
    const root = [certificate, ...above].find((candidate) => candidate.checkIssued(candidate));
    if (root === undefined) {
        throw fail(`${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .showName */ .$i)(certificate.subject)} is an intermediate without its root`, 'Append the certificates above it, the root last.');
    }
    const chain = [certificate, ...above];
    return {
        certificate,
        fingerprint: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .fingerprintOf */ .ax)(certificate),
        notAfter: chain.map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ).reduce((first, end) => (end < first ? end : first)),
        key,
        intermediatesPem: chain
            .filter((entry) => entry !== root)
            .map(normalPem)
            .join(''),
        trustBundlePem: normalPem(root),
    };
}
/** True for a CA that `local` founded, told by its name. */
function isOurs(ca) {
    return ca?.subject.startsWith(`CN=${_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .caNamePrefix */ .Sb} `) === true;
}
/** What a strict verifier (Python 3.13, `openssl verify -x509_strict`) will not like about a CA that is not ours. */
async function reviewSigner(signer, what) {
    const facts = await readIssuerFacts(signer.certificate);
    const missing = [
        ...(facts.constraintsCritical ? [] : ['critical basic constraints']),
        ...(facts.hasUsage ? [] : ['key usage keyCertSign']),
        ...(facts.hasKeyId ? [] : ['a subject key id']),
    ];
    if (missing.length === 0)
        return [];
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_INVALID',
            message: `the CA in ${what} lacks ${missing.join(', ')}: Python 3.13 and strict verifiers refuse what it signs`,
            hint: 'Have the CA certificate issued again with these extensions.',
        },
    ];
}
/** Parses a CA certificate of whatever origin with @peculiar's ASN.1 schemas. */
async function readIssuerFacts(certificate) {
    const [{ AsnConvert, OctetString }, x509] = await Promise.all([
        __webpack_require__.e(/* import() */ 261).then(__webpack_require__.t.bind(__webpack_require__, 47261, 19)),
        Promise.all(/* import() */[__webpack_require__.e(261), __webpack_require__.e(594)]).then(__webpack_require__.t.bind(__webpack_require__, 33594, 19)),
    ]);
    const { tbsCertificate } = AsnConvert.parse(certificate.raw, x509.Certificate);
    const find = (oid) => tbsCertificate.extensions?.find((entry) => entry.extnID === oid);
    const keyId = find(x509.id_ce_subjectKeyIdentifier);
    return {
        subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
        keyId: keyId === undefined
            ? (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .keyIdOf */ .yg)(certificate.publicKey.export({ type: 'spki', format: 'der' }))
            : new Uint8Array(AsnConvert.parse(keyId.extnValue.buffer, OctetString).buffer),
        hasKeyId: keyId !== undefined,
        constraintsCritical: find(x509.id_ce_basicConstraints)?.critical === true,
        hasUsage: find(x509.id_ce_keyUsage) !== undefined,
    };
}
/** OpenSSL at its default security level refuses a chain with less than 112 bits. */
function refuseWeakKey(key, fail) {
    const bits = key.asymmetricKeyDetails?.modulusLength;
    if (key.asymmetricKeyType === 'rsa' && bits !== undefined && bits < 2048) {
        throw fail(`the CA key ${(0,_key_js__WEBPACK_IMPORTED_MODULE_2__/* .describeKey */ .Rx)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key))} is too short`, 'Use RSA 2048 or longer, or an EC key.');
    }
}
function normalPem(certificate) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .splitPem */ .Z1)(certificate.toString())[0] ?? '';
}


/***/ }),

/***/ 54515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ referencesOf),
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/** A plain environment value. */
function plain(value) {
    return { kind: 'plain', value };
}
/** The names of the secrets a value refers to, in order, without duplicates. */
function referencesOf(value) {
    if (value.kind === 'plain')
        return [];
    return [...new Set(value.parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : [])))];
}


/***/ }),

/***/ 75503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ isPending)
/* harmony export */ });
function isPending(value) {
    return typeof value === 'object' && value !== null && 'pending' in value;
}


/***/ }),

/***/ 45173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ planStack)
});

// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/env-value.js
var env_value = __webpack_require__(54515);
;// CONCATENATED MODULE: ./build/js/plan/contract/paths.js
/** Folders inside the containers, equal on every target, so that the environment of a component is too. */
const paths = {
    /** `client.*` for the gateway, `server.*` for a plugin, `ca.crt`: the names of the tree in CONTRACT §4. */
    certificates: '/app/certs/mcp',
    /** plugins-config.yaml under the name the gateway is told (CONTRACT §1). */
    config: '/app/config',
    configFile: '/app/config/plugins.yaml',
    /** Only `sitecustomize.py` is in it: PYTHONPATH names the folder (CONTRACT §5). */
    shim: '/opt/mcp-stack/shim',
    /** The gateway's own SQLite database, where no other is configured. */
    gatewayData: '/app/data',
};
/** Where a component finds its certificate, key and trust bundle. */
function certificateFiles(kind) {
    const folder = paths.certificates;
    return { certificate: `${folder}/${kind}.crt`, key: `${folder}/${kind}.key`, authority: `${folder}/ca.crt` };
}

;// CONCATENATED MODULE: ./build/js/plan/contract/plugin.js

/** CONTRACT §2 as data: what every external plugin is told. */
function pluginContract(plugin) {
    return [
        {
            name: 'PLUGINS_TRANSPORT',
            value: 'http',
            rule: 'required',
            because: 'with any other transport the process ends with code 0',
        },
        {
            name: 'PLUGINS_SERVER_HOST',
            value: '0.0.0.0',
            rule: 'required',
            because: 'foreign Host headers are answered with HTTP 421 otherwise',
        },
        {
            name: 'PLUGINS_SERVER_PORT',
            value: String(plugin.port),
            rule: 'required',
            because: "it must equal the plugin's port; change that key instead",
        },
        ...(plugin.mtls ? pluginMtlsContract : []),
    ];
}
const files = certificateFiles('server');
const mounted = 'the certificates of the stack are mounted there';
const pluginMtlsContract = [
    {
        name: 'PLUGINS_SERVER_SSL_ENABLED',
        value: 'true',
        rule: 'required',
        alsoFine: ['True', 'TRUE', '1'],
        because: 'mtls_enabled decides it; change that key instead',
    },
    { name: 'PLUGINS_SERVER_SSL_CERTFILE', value: files.certificate, rule: 'required', because: mounted },
    { name: 'PLUGINS_SERVER_SSL_KEYFILE', value: files.key, rule: 'required', because: mounted },
    { name: 'PLUGINS_SERVER_SSL_CA_CERTS', value: files.authority, rule: 'required', because: mounted },
    {
        name: 'PLUGINS_SERVER_SSL_CERT_REQS',
        value: '2',
        rule: 'required',
        because: 'anyone could call the plugin without a client certificate',
    },
];
const mcpPath = '/mcp';
const healthPath = '/health';
/** With TLS a plain-HTTP /health listens beside the main port (CONTRACT §2). */
function healthPort(plugin) {
    return plugin.mtls ? plugin.port + 1000 : plugin.port;
}

;// CONCATENATED MODULE: ./build/js/plan/names.js
/** The gateway's service on every target. */
const gatewayService = 'mcpgateway';
/** A plugin's name as a DNS label: lower case, `_` becomes `-`. Collisions are refused by the config's rules. */
function dnsName(name) {
    return name.toLowerCase().replaceAll('_', '-');
}
/** The name that both targets know: `mcp-plugin-<name>`; the Service on Kubernetes, an alias on Compose. */
function pluginAlias(name) {
    return `mcp-plugin-${dnsName(name)}`;
}
/** The plugin's object on the target: Compose service, Kubernetes workload and Service. */
function pluginService(name, target) {
    return target === 'compose' ? dnsName(name) : pluginAlias(name);
}

;// CONCATENATED MODULE: ./build/js/plan/addresses.js


/** Where the gateway calls a plugin (CONTRACT §3); https exactly when that plugin has mTLS. */
function pluginUrl(plugin, place) {
    const scheme = plugin.mtls ? 'https' : 'http';
    const service = pluginService(plugin.name, place.target);
    // A Compose service has no port of its own: the container's is dialled.
    const authority = place.target === 'compose' ? `${service}:${plugin.port}` : `${service}.${place.namespace}.svc:${plugin.servicePort}`;
    return `${scheme}://${authority}${mcpPath}`;
}
/** What a plugin or the gateway is published on: Compose publishes the gateway on the loopback address unless told otherwise. */
function gatewayHostPort(config) {
    if (config.deployment.type !== 'compose')
        return undefined;
    return config.gateway.hostPort ?? { address: '127.0.0.1', port: config.gateway.port };
}
/** Where a person on the engine's machine reaches the gateway; undefined where only the cluster knows. */
function gatewayUrl(config) {
    const published = gatewayHostPort(config);
    if (published === undefined)
        return undefined;
    const everywhere = ['0.0.0.0', '::', ''].includes(published.address);
    const host = everywhere ? '127.0.0.1' : published.address;
    return `http://${host.includes(':') ? `[${host}]` : host}:${published.port}`;
}

;// CONCATENATED MODULE: ./build/js/plan/certificates.js

/** One client certificate for the gateway and one server certificate per plugin with mTLS; none where no plugin has it. */
function planCertificates(config) {
    const plugins = config.plugins.filter((plugin) => plugin.mtls);
    if (plugins.length === 0 || !config.gateway.mtls)
        return [];
    const common = commonRequest(config.certificates);
    return [
        { component: 'gateway', kind: 'client', commonName: gatewayService, dnsNames: [gatewayService], ...common },
        ...plugins.map(({ name }) => ({
            component: name,
            kind: 'server',
            commonName: pluginAlias(name),
            dnsNames: serverNames(name, config.deployment.namespace),
            ...common,
        })),
    ];
}
/** CONTRACT §4: every name under which the gateway may dial the plugin on either target, and the name as written. */
function serverNames(name, namespace) {
    const alias = pluginAlias(name);
    const names = [
        dnsName(name),
        alias,
        `${alias}.${namespace}`,
        `${alias}.${namespace}.svc`,
        `${alias}.${namespace}.svc.cluster.local`,
        'localhost',
        name,
    ];
    return [...new Set(names)];
}
function commonRequest(policy) {
    const { keyAlgorithm, validityDays, renewBeforeDays } = policy;
    return { keyAlgorithm, validityDays, renewBeforeDays };
}

;// CONCATENATED MODULE: ./build/js/plan/component.js
/** What the gateway and plugins have in common: taken from the config as it is. */
function planShape(component) {
    const { port, servicePort, serviceType, replicas, resources, mtls, command, args, readOnlyRoot, pullPolicy } = component;
    return {
        port,
        servicePort,
        serviceType,
        replicas,
        resources,
        mtls,
        readOnlyRoot,
        writablePaths: [...new Set(['/tmp', ...component.writablePaths])].sort(),
        pullPolicy,
        ...(command === undefined ? {} : { command }),
        ...(args === undefined ? {} : { args }),
    };
}

;// CONCATENATED MODULE: ./build/js/plan/contract/gateway.js

/** CONTRACT §1 as data: what every gateway is told. */
function gatewayContract(gateway) {
    return [
        {
            name: 'HOST',
            value: '0.0.0.0',
            rule: 'required',
            alsoFine: ['::'],
            because: 'the gateway would listen where nobody can reach it',
        },
        {
            name: 'PORT',
            value: String(gateway.port),
            rule: 'required',
            because: 'it must equal gateway.port, the port of the container; change that key instead',
        },
        {
            name: 'PLUGINS_ENABLED',
            value: 'true',
            rule: 'required',
            alsoFine: ['True', 'TRUE', '1', 'yes', 'on'],
            because: 'no plugin would be asked',
        },
        {
            name: 'PLUGINS_CONFIG_FILE',
            value: paths.configFile,
            rule: 'required',
            because: 'with a wrong path the gateway loads no plugin and reports no error',
        },
        {
            name: 'PLUGINS_FAIL_ON_PLUGIN_ERROR',
            value: 'true',
            rule: 'default',
            because: 'a plugin that fails is then skipped in silence',
        },
        {
            name: 'PLUGINS_PLUGIN_TIMEOUT',
            value: '60',
            rule: 'default',
            because: '',
        },
        {
            name: 'MCPGATEWAY_ADMIN_API_ENABLED',
            value: 'true',
            rule: 'default',
            because: 'verify then cannot ask the gateway for its plugins',
        },
    ];
}
/** The gateway's side of mTLS, for every plugin without its own `mcp.tls`. The files must exist when it starts. */
function gatewayMtlsContract(gateway) {
    const because = 'the certificates of the stack are mounted there';
    const files = certificateFiles('client');
    return [
        { name: 'PLUGINS_CLIENT_MTLS_CERTFILE', value: files.certificate, rule: 'required', because },
        { name: 'PLUGINS_CLIENT_MTLS_KEYFILE', value: files.key, rule: 'required', because },
        { name: 'PLUGINS_CLIENT_MTLS_CA_BUNDLE', value: files.authority, rule: 'required', because },
        {
            name: 'PLUGINS_CLIENT_MTLS_VERIFY',
            value: String(gateway.mtlsVerify),
            rule: 'required',
            because: 'gateway.mtls_verify decides it; change that key instead',
        },
        {
            name: 'PLUGINS_CLIENT_MTLS_CHECK_HOSTNAME',
            value: String(gateway.mtlsCheckHostname),
            rule: 'required',
            because: 'gateway.mtls_check_hostname decides it; change that key instead',
        },
    ];
}
/**
 * Start-up raises without the first two (CONTRACT §1; settings `jwt_secret_key`, `auth_encryption_secret` of gateway 1.0.7).
 * The passwords have the default `changeme` there, which `get_security_status` refuses in production.
 */
const gatewaySecrets = [
    { name: 'JWT_SECRET_KEY', shape: 'token', strength: 'gateway', opensVolume: true },
    { name: 'AUTH_ENCRYPTION_SECRET', shape: 'token', strength: 'gateway', opensVolume: true },
    { name: 'PLATFORM_ADMIN_PASSWORD', shape: 'password', strength: 'administrator', opensVolume: true },
    { name: 'BASIC_AUTH_PASSWORD', shape: 'password', opensVolume: false },
];
/** Set where we made the administrator's password: else /admin/plugins answers with an HTML page (CONTRACT §1). */
const passwordChange = 'ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP';
/** 503 while the database is down, unlike /health (CONTRACT §1). */
const readyPath = '/ready';

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/js/plan/database.js




/** SQLAlchemy takes these for psycopg2, which the gateway does not have. */
const plainPostgres = /^postgres(?:ql)?:\/\//i;
const postgresPassword = 'POSTGRES_PASSWORD';
function planStores(user, infrastructure) {
    const database = planDatabase(user['DATABASE_URL'], infrastructure.postgres);
    const cache = planCache(user, infrastructure.redis !== undefined);
    return {
        env: { ...user, ...database.env, ...cache.env },
        dataPaths: database.dataPaths,
        problems: [...database.problems, ...cache.problems],
    };
}
function planDatabase(given, postgres) {
    if (given !== undefined)
        return withDriver(given);
    if (postgres !== undefined)
        return { env: { DATABASE_URL: postgresUrl(postgres) }, dataPaths: {}, problems: [] };
    return {
        env: { DATABASE_URL: (0,env_value/* plain */.p)(`sqlite:///${paths.gatewayData}/mcp.db`) },
        dataPaths: { [paths.gatewayData]: 'gateway-data' },
        problems: [],
    };
}
/** The user's URL with the driver the gateway has, and a volume under a database that is a file. */
function withDriver(given) {
    if (given.kind === 'plain') {
        const value = given.value.replace(plainPostgres, 'postgresql+psycopg://');
        const file = dataFolder(value);
        return {
            env: { DATABASE_URL: (0,env_value/* plain */.p)(value) },
            dataPaths: file.folder === undefined ? {} : { [file.folder]: 'gateway-data' },
            problems: [...(value === given.value ? [] : [driverNote]), ...file.problems],
        };
    }
    const [first, ...rest] = given.parts;
    if (first?.kind !== 'literal' || !first.text.matches(plainPostgres)) {
        return { env: { DATABASE_URL: given }, dataPaths: {}, problems: [] };
    }
    const text = first.text.map((value) => value.replace(plainPostgres, 'postgresql+psycopg://'));
    return {
        env: { DATABASE_URL: { kind: 'secret', parts: [{ ...first, text }, ...rest] } },
        dataPaths: {},
        problems: [driverNote],
    };
}
const databasePath = 'gateway.env_vars.DATABASE_URL';
const driverNote = {
    severity: 'note',
    code: 'CONFIG_NOTE',
    message: 'DATABASE_URL: postgresql:// becomes postgresql+psycopg://, the driver the gateway has',
    path: databasePath,
};
/** The folder of `sqlite:////absolute/file.db`; a database that no volume can hold is warned about. */
function dataFolder(url) {
    if (!/^sqlite(?:\+\w+)?:/i.test(url))
        return { problems: [] };
    const file = /^sqlite(?:\+\w+)?:\/\/\/(\/[^?]*)/i.exec(url)?.[1];
    const folder = file === undefined ? undefined : (0,posix_.dirname)(file);
    if (folder !== undefined && folder !== '/' && folder !== '/app' && folder !== '/tmp')
        return { folder, problems: [] };
    return {
        problems: [
            {
                severity: 'warning',
                code: 'CONFIG_WARNING',
                message: 'DATABASE_URL names a file that is lost with the container, and in a read-only one cannot be written',
                hint: `Leave DATABASE_URL out, or use sqlite:///${paths.gatewayData}/mcp.db: that folder is a volume`,
                path: databasePath,
            },
        ],
    };
}
function postgresUrl(postgres) {
    const user = encodeURIComponent(postgres.user);
    const password = postgres.password === undefined
        ? [{ kind: 'reference', secret: postgresPassword, encoding: 'url' }]
        : encodeParts(postgres.password);
    return {
        kind: 'secret',
        parts: [
            { kind: 'literal', text: new secret/* Secret */.z('DATABASE_URL', `postgresql+psycopg://${user}:`) },
            ...password,
            { kind: 'literal', text: new secret/* Secret */.z('DATABASE_URL', `@postgres:5432/${encodeURIComponent(postgres.database)}`) },
        ],
    };
}
/** Percent-encodes every part, as a URL's user info needs it. */
function encodeParts(value) {
    if (value.kind === 'plain')
        return [{ kind: 'literal', text: new secret/* Secret */.z(postgresPassword, encodeURIComponent(value.value)) }];
    return value.parts.map((part) => part.kind === 'literal' ? { ...part, text: part.text.map(encodeURIComponent) } : { ...part, encoding: 'url' });
}
/** REDIS_URL alone is never used: the cache type has to say so (CONTRACT §1). */
function planCache(user, redis) {
    const given = user['REDIS_URL'];
    if (given === undefined && !redis)
        return { env: {}, problems: [] };
    const env = given === undefined ? { REDIS_URL: (0,env_value/* plain */.p)('redis://redis:6379/0') } : {};
    const chosen = user['CACHE_TYPE'];
    if (chosen === undefined) {
        return {
            env: { ...env, CACHE_TYPE: (0,env_value/* plain */.p)('redis') },
            problems: [cacheNote('CACHE_TYPE=redis is set: without it REDIS_URL is never used')],
        };
    }
    if (chosen.kind === 'plain' && chosen.value !== 'redis') {
        return { env, problems: [cacheNote(`CACHE_TYPE is ${chosen.value}: Redis is not used`)] };
    }
    return { env, problems: [] };
}
function cacheNote(message) {
    return { severity: 'note', code: 'CONFIG_NOTE', message, path: 'gateway.env_vars.CACHE_TYPE' };
}

;// CONCATENATED MODULE: ./build/js/plan/environment.js

/**
 * The user's environment with the contract's in it. The user's value wins where the stack still works with it;
 * where it cannot, that is an error which names the key to change.
 *
 * @param path  Key of the component in the config, for problems: `gateway`, `plugins[0]`.
 */
function applyContract(user, contract, path) {
    const problems = contract.flatMap((variable) => checkVariable(user[variable.name], variable, path));
    const owned = contract.map(({ name, value }) => [name, (0,env_value/* plain */.p)(value)]);
    return { env: { ...Object.fromEntries(owned), ...user }, problems };
}
function checkVariable(given, variable, path) {
    const { name, value, rule, because } = variable;
    if (given === undefined || (given.kind === 'plain' && fits(given.value, variable)))
        return [];
    const where = { path: `${path}.env_vars.${name}` };
    if (rule === 'required') {
        const hint = `Remove it: mcp-deploy sets ${name}=${value}`;
        return [
            { severity: 'error', code: 'CONFIG_INVALID', message: `${name} cannot be changed: ${because}`, hint, ...where },
        ];
    }
    if (because === '')
        return [];
    return [{ severity: 'note', code: 'CONFIG_NOTE', message: `${name} is not ${value}: ${because}`, ...where }];
}
function fits(given, variable) {
    return given === variable.value || (variable.alsoFine?.includes(given) ?? false);
}
/** `{name, to: [component …]}` of vault_secrets: the secret under its own name, where the user did not set it. */
function injectSecrets(env, component, secrets) {
    const injected = secrets
        .filter(({ name, to }) => to.includes(component) && !Object.hasOwn(env, name))
        .map(({ name }) => [name, reference(name)]);
    return { ...env, ...Object.fromEntries(injected) };
}
/** The value of one secret, as it is. */
function reference(secret) {
    return { kind: 'secret', parts: [{ kind: 'reference', secret, encoding: 'none' }] };
}
/** Sorted by name, so that equal input gives equal text. */
function sortEnv(env) {
    return Object.fromEntries(Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./build/js/plan/gateway.js







/** The gateway: CONTRACT §1 over the user's environment, its database, its secrets, its order. */
function planGateway(config, dependsOn) {
    const { gateway } = config;
    const hasClientCertificate = gateway.mtls && config.plugins.some((plugin) => plugin.mtls);
    const contract = [...gatewayContract(gateway), ...(hasClientCertificate ? gatewayMtlsContract(gateway) : [])];
    const given = injectSecrets(gateway.env, 'gateway', config.secrets);
    const stores = planStores(given, config.infrastructure);
    const secrets = addSecrets(stores.env);
    const planned = applyContract(secrets.env, contract, 'gateway');
    const published = gatewayHostPort(config);
    return {
        gateway: {
            ...planShape(gateway),
            name: 'gateway',
            role: 'gateway',
            service: gatewayService,
            aliases: [],
            ...(published === undefined ? {} : { hostPort: published }),
            env: sortEnv(planned.env),
            mtls: hasClientCertificate,
            dataPaths: stores.dataPaths,
            health: { kind: 'http', port: gateway.port, path: readyPath },
            dependsOn,
            networks: config.deployment.networks,
            shim: false,
        },
        problems: [...stores.problems, ...secrets.problems, ...planned.problems],
    };
}
/** The secrets the gateway cannot start without, where the user did not give them. */
function addSecrets(user) {
    const missing = gatewaySecrets.filter(({ name }) => !(name in user)).map(({ name }) => name);
    const added = Object.fromEntries(missing.map((name) => [name, reference(name)]));
    const settled = missing.includes('PLATFORM_ADMIN_PASSWORD') ? { [passwordChange]: (0,env_value/* plain */.p)('false') } : {};
    return {
        env: { ...settled, ...user, ...added },
        problems: missing.length === 0
            ? []
            : [
                {
                    severity: 'note',
                    code: 'CONFIG_NOTE',
                    message: `not in the gateway's environment, so taken from the secret providers or made once and kept with the stack: ${missing.join(', ')}`,
                    path: 'gateway.env_vars',
                },
            ],
    };
}

;// CONCATENATED MODULE: ./build/js/plan/images.js

/** One image per component. A built image has one name on both targets: `<registry>/<stack>/<name>`. */
function planImages(config) {
    const { postgres, redis } = config.infrastructure;
    return [
        planImage(config.gateway, 'gateway', gatewayService, config),
        ...config.plugins.map((plugin) => planImage(plugin, plugin.name, dnsName(plugin.name), config)),
        ...(postgres === undefined ? [] : [prebuiltImage('postgres', postgres.image)]),
        ...(redis === undefined ? [] : [prebuiltImage('redis', redis.image)]),
    ];
}
function planImage(component, name, folder, config) {
    const { source, registry, pullPolicy } = component;
    return {
        component: name,
        source,
        repository: `${registry?.prefix ?? 'mcp-stack'}/${config.deployment.name}/${folder}`,
        pullPolicy,
        ...(registry === undefined ? {} : { registry }),
    };
}
function prebuiltImage(component, reference) {
    return { component, source: { kind: 'image', reference }, repository: reference, pullPolicy: 'IfNotPresent' };
}

;// CONCATENATED MODULE: ./build/js/plan/infrastructure.js



/** Postgres and Redis, where the config asks for them; never published on the host. */
function planInfrastructure(config) {
    const { postgres, redis } = config.infrastructure;
    return [
        ...(postgres === undefined ? [] : [planPostgres(postgres, config)]),
        ...(redis === undefined ? [] : [planRedis(redis, config)]),
    ];
}
/** Port, owner and read-only root are those of the official images; their entry points start as root and step down. */
function planPostgres(postgres, config) {
    const { user, database, dataPath } = postgres;
    return {
        ...planStore('postgres', 5432),
        resources: postgres.resources,
        env: storeEnv('postgres', config, {
            POSTGRES_USER: (0,env_value/* plain */.p)(user),
            POSTGRES_DB: (0,env_value/* plain */.p)(database),
            POSTGRES_PASSWORD: postgres.password ?? reference(postgresPassword),
            // A folder below the mount: initdb refuses one that is not empty (lost+found), and the default moved in image 18.
            PGDATA: (0,env_value/* plain */.p)(`${dataPath}/pgdata`),
        }),
        writablePaths: ['/tmp', '/var/run/postgresql'],
        dataPaths: { [dataPath]: 'postgres-data' },
        // By address: while it initialises, the image's temporary server listens on its socket only.
        health: { kind: 'command', command: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', database] },
    };
}
/** A cache: nothing is written to disk, so a new container starts empty. */
function planRedis(redis, config) {
    return {
        ...planStore('redis', 6379),
        resources: redis.resources,
        env: storeEnv('redis', config, {}),
        args: ['redis-server', '--save', '', '--appendonly', 'no'],
        // The image declares /data a volume; without a tmpfs every container would leave an anonymous one behind.
        writablePaths: ['/data', '/tmp'],
        dataPaths: {},
        health: { kind: 'command', command: ['redis-cli', 'ping'] },
    };
}
function planStore(name, port) {
    return {
        name,
        role: name,
        service: name,
        aliases: [],
        port,
        servicePort: port,
        serviceType: 'ClusterIP',
        replicas: 1,
        mtls: false,
        readOnlyRoot: true,
        dependsOn: [],
        // Only its own stack reaches it: on a shared network the name `postgres` would be everyone's.
        networks: [],
        pullPolicy: 'IfNotPresent',
        shim: false,
    };
}
function storeEnv(name, config, env) {
    return sortEnv(injectSecrets(env, name, config.secrets));
}

;// CONCATENATED MODULE: ./build/js/plan/plugin.js







/** One external plugin: CONTRACT §2 over the user's environment, its address, its probe, the shim where it needs one. */
function planPlugin(plugin, index, config) {
    const { type, namespace, networks } = config.deployment;
    const path = `plugins[${index}]`;
    const given = injectSecrets(plugin.env, plugin.name, config.secrets);
    const planned = applyContract(given, pluginContract(plugin), path);
    const shim = plugin.mtls && plugin.runtimeCompat;
    const service = pluginService(plugin.name, type);
    const alias = pluginAlias(plugin.name);
    return {
        plugin: {
            ...planShape(plugin),
            name: plugin.name,
            role: 'plugin',
            service,
            aliases: alias === service ? [] : [alias],
            ...(plugin.hostPort === undefined || type !== 'compose' ? {} : { hostPort: plugin.hostPort }),
            env: sortEnv(shim ? withShim(planned.env) : planned.env),
            dataPaths: {},
            health: planHealth(plugin),
            dependsOn: [],
            networks,
            shim,
            url: pluginUrl(plugin, { target: type, namespace }),
            config: plugin,
        },
        problems: planned.problems,
    };
}
/**
 * PYTHONPATH with the shim's folder first. A variable of the container replaces the image's own, which is not known here:
 * an image that needs its PYTHONPATH is given it in env_vars, and it is kept behind ours.
 */
function withShim(env) {
    const given = env['PYTHONPATH'];
    if (given === undefined)
        return { ...env, PYTHONPATH: (0,env_value/* plain */.p)(paths.shim) };
    if (given.kind === 'secret')
        return env;
    return { ...env, PYTHONPATH: (0,env_value/* plain */.p)(`${paths.shim}:${given.value}`) };
}
function planHealth(plugin) {
    if (plugin.healthcheck === false)
        return { kind: 'none' };
    if (plugin.healthcheck !== undefined)
        return { kind: 'command', command: plugin.healthcheck };
    return { kind: 'http', port: healthPort(plugin), path: healthPath };
}

;// CONCATENATED MODULE: ./build/js/plan/plugins-config.js
/** Keys that the deployer decides, and `config`, which the gateway forbids for external plugins; the config's rules refuse them. */
const ownedKeys = ['name', 'kind', 'mcp', 'grpc', 'unix_socket', 'config'];
/** plugins-config.yaml of CONTRACT §3 as a value. */
function planPluginsConfig(plugins) {
    return { plugins: plugins.map(planEntry), plugin_dirs: [] };
}
function planEntry(plugin) {
    const { priority, mode, onError, overrides } = plugin.config;
    const given = {
        ...(priority === undefined ? {} : { priority }),
        ...(mode === undefined ? {} : { mode }),
        ...(onError === undefined ? {} : { on_error: onError }),
    };
    const extra = Object.entries(overrides)
        .filter(([key]) => !ownedKeys.includes(key) && !(key in given))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return {
        name: plugin.name,
        kind: 'external',
        ...given,
        ...Object.fromEntries(extra),
        mcp: { proto: 'STREAMABLEHTTP', url: plugin.url },
    };
}

;// CONCATENATED MODULE: ./build/js/plan/secrets.js



/** Secrets we may make ourselves, by name; asked of the providers first. */
const makeable = new Map([
    ...gatewaySecrets.map(({ name, shape, opensVolume }) => [name, { shape, opensVolume }]),
    [postgresPassword, { shape: 'password', opensVolume: true }],
]);
/**
 * Every secret that some environment refers to, once, sorted by name. One that is declared and used by nothing is not asked for.
 *
 * @param given  Names the user's own environment refers to: they have to be there, so they are never made.
 */
function planSecrets(components, given) {
    const users = usersBySecret(components);
    const strengths = strengthsBySecret(components);
    return [...users.keys()].sort().map((name) => {
        const made = given.has(name) ? undefined : makeable.get(name);
        const strength = strengths.get(name);
        return {
            name,
            origin: made === undefined ? 'declared' : 'generated',
            opensVolume: made?.opensVolume ?? false,
            usedBy: users.get(name) ?? [],
            ...(made?.shape === undefined ? {} : { shape: made.shape }),
            ...(strength === undefined ? {} : { strength }),
        };
    });
}
function usersBySecret(components) {
    const users = new Map();
    for (const component of components) {
        for (const [variable, value] of Object.entries(component.env)) {
            for (const name of (0,env_value/* referencesOf */.C)(value)) {
                const list = users.get(name) ?? [];
                list.push(`${component.name}.${variable}`);
                users.set(name, list);
            }
        }
    }
    return users;
}
/** A secret that alone is the value of a variable the gateway checks, must be strong enough for it. */
function strengthsBySecret(components) {
    const gateway = components.find((component) => component.role === 'gateway');
    const pairs = gatewaySecrets.flatMap(({ name, strength }) => {
        const secret = wholeReference(gateway?.env[name]);
        return secret === undefined || strength === undefined ? [] : [[secret, strength]];
    });
    return new Map(pairs);
}
function wholeReference(value) {
    if (value?.kind !== 'secret' || value.parts.length !== 1)
        return undefined;
    const [part] = value.parts;
    return part?.kind === 'reference' && part.encoding === 'none' ? part.secret : undefined;
}

;// CONCATENATED MODULE: ./build/js/plan/plan-stack.js










/**
 * Decides everything before anything is touched: names, addresses, SANs, environment, images, what is secret.
 * Pure, and the same for every target but for service names and URLs.
 *
 * @throws StackError CONFIG_INVALID with every setting that contradicts the gateway's or the plugin runtime's needs.
 */
function planStack(config) {
    const infrastructure = planInfrastructure(config);
    const planned = config.plugins.map((plugin, index) => planPlugin(plugin, index, config));
    const plugins = planned.map(({ plugin }) => plugin);
    const dependsOn = [...infrastructure, ...plugins].map(({ name }) => name);
    const { gateway, problems } = planGateway(config, dependsOn);
    const url = gatewayUrl(config);
    const all = [...problems, ...planned.flatMap((entry) => entry.problems)];
    refuseErrors(all);
    return {
        stack: { name: config.deployment.name, target: config.deployment.type, namespace: config.deployment.namespace },
        config,
        gateway,
        plugins,
        infrastructure,
        images: planImages(config),
        certificates: planCertificates(config),
        certificatePolicy: config.certificates,
        secrets: planSecrets([...infrastructure, ...plugins, gateway], secretsGiven(config)),
        deploy: config.deploy,
        pluginsConfig: planPluginsConfig(plugins),
        ...(url === undefined ? {} : { gatewayUrl: url }),
        problems: all,
    };
}
/** Names that the user's own text refers to: `${NAME}` or `{name, to}`. They must come from a provider, we do not make them up. */
function secretsGiven(config) {
    const { postgres } = config.infrastructure;
    const values = [config.gateway, ...config.plugins].flatMap(({ env }) => Object.values(env));
    const password = postgres?.password === undefined ? [] : [postgres.password];
    const injected = config.secrets.filter(({ to }) => to.length > 0).map(({ name }) => name);
    return new Set([...[...values, ...password].flatMap(env_value/* referencesOf */.C), ...injected]);
}
function refuseErrors(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined)
        return;
    throw new js_errors/* StackError */.L({
        code: first.code,
        message: errors.length === 1 ? first.message : `${errors.length} settings contradict what the stack needs`,
        hint: first.hint,
        problems: errors,
    });
}


/***/ }),

/***/ 90904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eH: () => (/* binding */ authorities),
  LX: () => (/* binding */ builders),
  bx: () => (/* binding */ chooseTarget),
  b7: () => (/* binding */ secretProviders)
});

// UNUSED EXPORTS: targets

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/js/build/build-arguments.js
/** Arguments that every Containerfile takes without declaring them, and that do not end in the image or its cache key. */
const proxyNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];
/** Names that would change the engine's own command if they were put into its environment. */
const reserved = /^(PATH|HOME|USER|SHELL|TMPDIR|.*_proxy|DOCKER_.*|BUILDX?_.*|BUILDKIT_.*|LD_.*|XDG_.*|SSL_.*|CONTAINERS?_.*|STORAGE_.*|REGISTRY_.*|GO[A-Z]+)$/i;
/** The image's build arguments and this machine's proxies. */
function buildArguments(job, environment) {
    const proxies = proxyNames.flatMap((name) => [name, name.toLowerCase()].flatMap((spelling) => {
        const value = environment[spelling];
        return value === undefined || value === '' ? [] : [[spelling, value]];
    }));
    return { ...Object.fromEntries(proxies), ...job.buildArgs };
}
/**
 * The same as flags of `docker build` and `podman build`: names on the command line, where others can read,
 * and values in the environment; only a name that would disturb the engine itself is written out.
 */
function argumentFlags(job, environment) {
    const entries = Object.entries(buildArguments(job, environment)).sort(([a], [b]) => (a < b ? -1 : 1));
    const inherited = (name, value) => environment[name] === value;
    return {
        flags: entries.flatMap(([name, value]) => [
            '--build-arg',
            reserved.test(name) && !inherited(name, value) ? `${name}=${value}` : name,
        ]),
        env: Object.fromEntries(entries.filter(([name, value]) => !reserved.test(name) && !inherited(name, value))),
    };
}

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/build/run-limited.js
var run_limited = __webpack_require__(89635);
;// CONCATENATED MODULE: ./build/js/build/build-each.js


/** How many of the last lines of output a failure shows. */
const shownLines = 20;
const timeoutSeconds = 3600;
/**
 * Builds every job, at most `context.parallel` at once. A job that fails is an answer; the others go on.
 *
 * @param buildOne  Builds and, where the job says so, pushes; answers with the image's reference.
 */
function buildEach(jobs, context, buildOne) {
    return (0,run_limited/* runLimited */.O)(jobs, context.parallel, async (job) => {
        const start = context.io.clock.now().getTime();
        const seconds = () => (context.io.clock.now().getTime() - start) / 1000;
        const lines = [];
        const step = (command) => runStep(command, job, context, lines);
        context.report?.(job.component, 'building');
        try {
            return { component: job.component, ok: true, reference: await buildOne(job, step), seconds: seconds() };
        }
        catch (error) {
            if (!(error instanceof errors/* StackError */.L) || error.code !== 'BUILD_FAILED')
                throw error;
            return { component: job.component, ok: false, reason: error.message, log: lines, seconds: seconds() };
        }
    });
}
async function runStep(command, job, context, lines) {
    const result = await context.io.run(command, {
        log: job.log,
        timeoutSeconds,
        onLine: (line) => {
            if (line.trim() === '')
                return;
            lines.push(line);
            if (lines.length > shownLines)
                lines.shift();
            context.report?.(job.component, line);
        },
    });
    if (result.exitCode === 0)
        return result;
    const reason = result.timedOut ? `no end after ${timeoutSeconds} seconds` : reasonOf(lines, result.exitCode);
    throw new errors/* StackError */.L({ code: 'BUILD_FAILED', message: reason });
}
/** The line in which the tool says what went wrong, in at most 300 characters. */
function reasonOf(lines, exitCode) {
    const line = lines.findLast((text) => /^\s*(error|fatal)\b/i.test(text)) ?? lines.at(-1) ?? `exit ${exitCode}`;
    const prefix = /^\s*(error|fatal):?\s*((failed to solve|rpc error|building at STEP "[^"]*"): )*/i;
    const short = line
        .replace(prefix, '')
        .replace(/code = \w+ desc = (failed to solve: )?/, '')
        .trim();
    return short.length > 300 ? `${short.slice(0, 299)}…` : short;
}
/** The failure of a build that ended well and left no image. */
function imageMissing(tag) {
    return new errors/* StackError */.L({
        code: 'BUILD_FAILED',
        message: `the build ended without an error, but there is no image ${tag}`,
    });
}

// EXTERNAL MODULE: ./build/js/build/containerfile.js
var build_containerfile = __webpack_require__(78056);
;// CONCATENATED MODULE: ./build/js/build/containerfile-copy.js


/**
 * The Containerfile to build from: the source's own, or a copy in which the base images are replaced. One way for
 * every builder: named contexts would need a newer BuildKit than many engines carry, and the others have none.
 *
 * @param spell  How this builder wants a base image written.
 * @returns an absolute path.
 */
async function prepareContainerfile(job, io, spell = (reference) => reference) {
    const original = (0,external_node_path_.join)(job.folder, job.containerfile);
    const text = await io.files.read(original);
    const replaced = (0,build_containerfile/* replaceBases */.TC)(text, job.buildArgs, (reference) => spell(job.baseImages[reference] ?? reference));
    if (replaced === text)
        return original;
    const copy = (0,external_node_path_.join)(await io.files.temporaryFolder('containerfile'), (0,external_node_path_.basename)(original));
    await io.files.write(copy, replaced, 0o600);
    // BuildKit looks for it beside the Containerfile it is given.
    const ignore = `${original}.dockerignore`;
    if (await io.files.exists(ignore))
        await io.files.write(`${copy}.dockerignore`, await io.files.read(ignore), 0o600);
    return copy;
}

// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
// EXTERNAL MODULE: ./build/js/build/engine-store.js
var engine_store = __webpack_require__(75163);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
;// CONCATENATED MODULE: ./build/js/build/builders/bake.js







/** The one target of our definitions. */
const targetName = 'image';
/**
 * BuildKit through `docker buildx bake`: one process per image, so each has its log and its end (decision 0002);
 * BuildKit itself builds what they share once.
 */
const bake = {
    name: 'buildx',
    async available({ engine, io }) {
        if ((0,detect_engine/* isPodman */.eo)(engine.program))
            return false;
        const { exitCode, stdout } = await io.run((0,detect_engine/* engineCommand */.KU)(engine, ['buildx', 'version']), { timeoutSeconds: 20 });
        return exitCode === 0 && stdout.includes('buildx');
    },
    build: (jobs, context) => buildEach(jobs, context, async (job, step) => {
        const { io } = context;
        const containerfile = await prepareContainerfile(job, io);
        const metadata = (0,external_node_path_.join)(await io.files.temporaryFolder('bake'), 'metadata.json');
        const definition = bakeDefinition(job, containerfile, buildArguments(job, io.environment));
        await step(bakeCommand(job, context, metadata, definition));
        const [tag = ''] = job.tags;
        if (!job.push) {
            const stored = await (0,engine_store/* inspectImage */.m)(context.engine, tag, io);
            if (stored === undefined)
                throw imageMissing(tag);
            return stored.id;
        }
        const digest = readDigest(await io.files.read(metadata));
        if (digest === undefined)
            throw imageMissing(tag);
        return `${(0,image_reference/* nameOf */.Vb)(tag)}@${digest}`;
    }),
};
/** The command; everything that is the user's is in the definition on stdin. */
function bakeCommand(job, context, metadata, definition) {
    return {
        ...(0,detect_engine/* engineCommand */.KU)(context.engine, [
            'buildx',
            'bake',
            '--file=-',
            '--progress=plain',
            `--metadata-file=${metadata}`,
            ...(context.builder === undefined ? [] : [`--builder=${context.builder}`]),
            ...(context.cache ? [] : ['--no-cache']),
            targetName,
        ]),
        cwd: job.folder,
        env: {
            // Attestations hold times, which would give equal sources different digests.
            BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
            BUILDX_GIT_INFO: 'false',
            // Asks before files outside the working folder are read; the definition is ours, and so is the copy it names.
            BUILDX_BAKE_ENTITLEMENTS_FS: '0',
        },
        stdin: JSON.stringify(definition),
    };
}
/** A bake file with one target. */
function bakeDefinition(job, containerfile, buildArgs) {
    return {
        target: {
            [targetName]: {
                context: escapeTemplate((0,external_node_path_.join)(job.folder, job.context)),
                dockerfile: escapeTemplate(containerfile),
                tags: job.tags,
                args: mapValues(buildArgs, escapeTemplate),
                labels: mapValues(job.labels, escapeTemplate),
                output: [job.push ? 'type=registry' : 'type=docker'],
                ...(job.target === undefined ? {} : { target: escapeTemplate(job.target) }),
                ...(job.platforms.length === 0 ? {} : { platforms: job.platforms }),
            },
        },
    };
}
/** bake reads strings as HCL templates: without this a value could read our environment. */
function escapeTemplate(text) {
    return text.replace(/([$%])\{/g, '$1$1{');
}
function mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
function readDigest(metadata) {
    const value = JSON.parse(metadata);
    return value[targetName]?.['containerimage.digest'];
}

;// CONCATENATED MODULE: ./build/js/build/builders/docker.js







/** Docker's own builder, for a docker command that has no buildx. Builds for the engine's platform only. */
const docker = {
    name: 'docker',
    available: ({ engine }) => Promise.resolve(!(0,detect_engine/* isPodman */.eo)(engine.program)),
    build: (jobs, context) => buildEach(jobs, context, async (job, step) => {
        const { engine, io } = context;
        await step(dockerBuildCommand(job, context, await prepareContainerfile(job, io)));
        if (job.push)
            for (const tag of job.tags)
                await step((0,detect_engine/* engineCommand */.KU)(engine, ['push', tag]));
        const [tag = ''] = job.tags;
        const stored = await (0,engine_store/* inspectImage */.m)(engine, tag, io);
        if (stored === undefined)
            throw imageMissing(tag);
        if (!job.push)
            return stored.id;
        const pushed = stored.repoDigests.find((reference) => (0,image_reference/* nameOf */.Vb)(reference) === (0,image_reference/* nameOf */.Vb)(tag));
        if (pushed === undefined)
            throw imageMissing(tag);
        return pushed;
    }),
};
/** `docker build`; the values of build arguments travel in the environment. */
function dockerBuildCommand(job, { engine, cache, io, }, containerfile) {
    const { flags, env } = argumentFlags(job, io.environment);
    return {
        ...(0,detect_engine/* engineCommand */.KU)(engine, [
            'build',
            `--file=${containerfile}`,
            ...job.tags.map((tag) => `--tag=${tag}`),
            ...Object.entries(job.labels).map(([name, value]) => `--label=${name}=${value}`),
            ...flags,
            ...(job.target === undefined ? [] : [`--target=${job.target}`]),
            ...(cache ? [] : ['--no-cache']),
            (0,external_node_path_.join)(job.folder, job.context),
        ]),
        // Without buildx a newer client refuses to build at all unless told to use the engine's own builder.
        env: { ...env, DOCKER_BUILDKIT: '0' },
    };
}

;// CONCATENATED MODULE: ./build/js/build/builders/podman.js








/** `podman build`, and buildah beneath it. Builds for the engine's platform only. */
const podman = {
    name: 'podman',
    available: ({ engine }) => Promise.resolve((0,detect_engine/* isPodman */.eo)(engine.program)),
    build: (jobs, context) => buildEach(jobs, context, async (job, step) => {
        const { engine, io } = context;
        const containerfile = await prepareContainerfile(job, io, qualify);
        const { bases } = (0,build_containerfile/* readContainerfile */.eb)(await io.files.read(containerfile), job.buildArgs);
        await step(podmanBuildCommand(job, context, containerfile, bases));
        const [tag = ''] = job.tags;
        if (!job.push) {
            const stored = await (0,engine_store/* inspectImage */.m)(engine, tag, io);
            if (stored === undefined)
                throw imageMissing(tag);
            return stored.id;
        }
        const digestFile = (0,external_node_path_.join)(await io.files.temporaryFolder('podman'), 'digest');
        for (const one of job.tags)
            await step(podmanPushCommand(engine, one, digestFile));
        return `${(0,image_reference/* nameOf */.Vb)(tag)}@${(await io.files.read(digestFile)).trim()}`;
    }),
};
/** `podman build` in Docker's image format: OCI's own has no HEALTHCHECK. */
function podmanBuildCommand(job, { engine, cache, io, }, containerfile, bases) {
    const { flags, env } = argumentFlags(job, io.environment);
    return {
        ...(0,detect_engine/* engineCommand */.KU)(engine, [
            'build',
            '--format=docker',
            // The one label podman adds by itself.
            '--identity-label=false',
            ...(bases.length > 0 && bases.every(isPlain) ? ['--tls-verify=false'] : []),
            `--file=${containerfile}`,
            ...job.tags.map((tag) => `--tag=${tag}`),
            ...Object.entries(job.labels).map(([name, value]) => `--label=${name}=${value}`),
            ...flags,
            ...(job.target === undefined ? [] : [`--target=${job.target}`]),
            ...(cache ? [] : ['--no-cache']),
            (0,external_node_path_.join)(job.folder, job.context),
        ]),
        env,
    };
}
/** `podman push`; the registry's digest of the manifest is written to a file, for nothing else tells it. */
function podmanPushCommand(engine, tag, digestFile) {
    const plain = isPlain(tag) ? ['--tls-verify=false'] : [];
    return (0,detect_engine/* engineCommand */.KU)(engine, ['push', `--digestfile=${digestFile}`, ...plain, tag]);
}
/** Registries on this machine speak plain HTTP; Docker knows that, podman has to be told. */
function isPlain(reference) {
    return (0,image_reference/* isLoopback */.U9)((0,image_reference/* parseReference */.F2)(reference)?.registry ?? '');
}
/** Docker's meaning of a short name, whatever podman's own search list says. */
function qualify(reference) {
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    if (parsed?.registry !== 'docker.io' || reference.startsWith('docker.io/'))
        return reference;
    const tag = parsed.digest === undefined ? `:${parsed.tag ?? 'latest'}` : `@${parsed.digest}`;
    return `docker.io/${parsed.path}${tag}`;
}

// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/certificates/signer.js
var certificates_signer = __webpack_require__(21045);
// EXTERNAL MODULE: ./build/js/certificates/der.js
var certificates_der = __webpack_require__(39128);
// EXTERNAL MODULE: ./build/js/certificates/issue-leaf.js
var issue_leaf = __webpack_require__(37105);
;// CONCATENATED MODULE: ./build/js/certificates/signer-authority.js



/** An authority whose CA key is in our hands: what `local` and `env` have in common. */
function signerAuthority(name, signer, rest) {
    return {
        name,
        fingerprint: signer.fingerprint,
        notAfter: signer.notAfter,
        ...rest,
        async issue(requests, now) {
            if (requests.length === 0)
                return [];
            const [der, issuer] = await Promise.all([(0,certificates_der/* loadDer */.Y)(), (0,certificates_signer/* readIssuerFacts */.HH)(signer.certificate)]);
            return await Promise.all(requests.map((request) => (0,issue_leaf/* issueLeaf */.S)(der, signer, issuer, request, now)));
        },
    };
}

;// CONCATENATED MODULE: ./build/js/certificates/env-authority.js




/**
 * A CA that CI passes in: `CA_CERT` and `CA_KEY`, as PEM, as PEM with its line ends written `\n` (which survive one-line
 * variables), or as base64 of the PEM. The key is never written anywhere.
 */
const envAuthority = {
    name: 'env',
    async open(_known, io) {
        const certificate = io.environment['CA_CERT'];
        const key = io.environment['CA_KEY'];
        if (isEmpty(certificate) && isEmpty(key))
            return undefined;
        if (isEmpty(certificate) || isEmpty(key))
            throw halfGiven(isEmpty(key) ? 'CA_KEY' : 'CA_CERT');
        const what = 'CA_CERT and CA_KEY';
        const keyPem = registerKey(key, io);
        const signer = (0,certificates_signer/* openSigner */.Hs)({ certificatePem: toPem(certificate), keyPem }, what, io.clock.now());
        return signerAuthority('env', signer, { problems: await (0,certificates_signer/* reviewSigner */.De)(signer, what) });
    },
};
function isEmpty(value) {
    return value === undefined || value.trim() === '';
}
/** Both forms are secret: the one in the environment and the PEM in it. */
function registerKey(given, io) {
    io.redactor.add(new secret/* Secret */.z('CA_KEY', given));
    const keyPem = new secret/* Secret */.z('CA_KEY', toPem(given));
    io.redactor.add(keyPem);
    return keyPem;
}
function toPem(given) {
    const text = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8');
    return `${text.replaceAll('\\r', '').replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim()}\n`;
}
function halfGiven(missing) {
    return new errors/* StackError */.L({
        code: 'SECRET_MISSING',
        message: `${missing} is not set, but the other half of the CA is`,
        hint: `Pass both to the step: CA_CERT and CA_KEY, as PEM or base64 of it.`,
    });
}

// EXTERNAL MODULE: ./build/js/certificates/issue-ca.js
var issue_ca = __webpack_require__(64025);
;// CONCATENATED MODULE: ./build/js/certificates/local-authority.js



/** Our own CA: its key is kept in the target's store, in ca_path, or nowhere. */
const localAuthority = {
    name: 'local',
    async open(known, io) {
        if (known === undefined)
            return undefined;
        io.redactor.add(known.keyPem);
        return await openPair(known, io.clock.now());
    },
    async found(now, key) {
        return await openPair(await (0,issue_ca/* issueCa */.Y)(now, key), now);
    },
};
async function openPair(pair, now) {
    const what = 'the CA of certificates.ca_path';
    const signer = (0,certificates_signer/* openSigner */.Hs)(pair, what, now);
    const problems = (0,certificates_signer/* isOurs */.MU)(signer.certificate) ? [] : await (0,certificates_signer/* reviewSigner */.De)(signer, what);
    return signerAuthority('local', signer, { keyPair: pair, problems });
}

;// CONCATENATED MODULE: ./build/js/secrets/environment-provider.js

/**
 * The process environment. An empty variable counts as absent: CI hosts pass a secret that does not exist as an empty text.
 */
const environmentProvider = {
    name: 'environment',
    async resolve(names, io) {
        return new Map(names.flatMap((name) => {
            const value = io.environment[name];
            return value === undefined || value === '' ? [] : [[name, new secret/* Secret */.z(name, value)]];
        }));
    },
};

;// CONCATENATED MODULE: ./build/js/targets/compose/engine.js

/** Runs the engine's command; a non-zero exit is an answer. @throws StackError ENGINE_UNREACHABLE when the engine is away. */
async function runEngine(place, args, options = {}) {
    const { stdin, env, cwd, ...runOptions } = options;
    const { engine, io } = place;
    const result = await io.run({
        program: engine.program,
        args: [...engine.args, ...args],
        ...(stdin === undefined ? {} : { stdin }),
        ...(env === undefined ? {} : { env }),
        ...(cwd === undefined ? {} : { cwd }),
    }, runOptions);
    if (result.exitCode !== 0) {
        if (io.signal.aborted && options.uninterruptible !== true)
            throw interrupted(io);
        if (isUnreachable(result.stderr))
            throw unreachable(place, result.stderr);
    }
    return result;
}
/** Runs the engine's command and insists on success. @throws StackError COMMAND_FAILED with the engine's last line. */
async function askEngine(place, args, options = {}) {
    const result = await runEngine(place, args, options);
    if (result.exitCode === 0)
        return result;
    throw new errors/* StackError */.L({
        code: result.timedOut ? 'COMMAND_TIMEOUT' : 'COMMAND_FAILED',
        message: `${place.engine.program} ${args[0] ?? ''} ended with ${result.exitCode}: ${lastLine(place, result.stderr)}`,
        hint: `Try by hand: ${[place.engine.program, ...place.engine.args, ...args].join(' ')}`,
    });
}
/** The last line that says something, redacted. */
function lastLine(place, text) {
    const line = text.trim().split('\n').at(-1)?.trim() ?? '';
    return place.io.redactor.redact(line === '' ? 'no message' : line);
}
/** Not empty lines of an output. */
function linesOf(text) {
    return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
/** The error of a run that was told to stop. */
function interrupted(io) {
    if (io.signal.reason instanceof errors/* StackError */.L)
        return io.signal.reason;
    return new errors/* StackError */.L({
        code: io.signal.reason === 'SIGINT' ? 'INTERRUPTED' : 'TERMINATED',
        message: 'stopped before it was done',
        hint: 'Run the same command again: it goes on from what is there',
    });
}
/** @throws StackError when the run was told to stop. */
function stopIfInterrupted(io) {
    if (io.signal.aborted)
        throw interrupted(io);
}
function isUnreachable(stderr) {
    // It answers: that it cannot reach a registry is another matter.
    if (/^error response from daemon/im.test(stderr))
        return false;
    return /cannot connect to the docker daemon|error during connect|dial (unix|tcp)|permission denied while trying to connect|cannot connect to podman/i.test(stderr);
}
/** The error of an engine that does not answer; the hint depends on why. */
function unreachable(place, stderr) {
    const reason = lastLine(place, stderr);
    const hint = /permission denied/i.test(stderr)
        ? 'This user may not use the engine: add it to the group "docker" and log in again, or use a rootless engine'
        : 'Start the engine, or point to another one with docker_context or DOCKER_HOST';
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `the container engine does not answer: ${reason}`,
        hint,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/names.js
/** Labels and names by which this target finds its own things again; the templates write the same labels. */
const labels = {
    stack: 'mcp-stack.dev/stack',
    component: 'mcp-stack.dev/component',
    role: 'mcp-stack.dev/role',
    hash: 'mcp-stack.dev/hash',
    /** What a volume or container that is not a component is for: `content`, `state`, `lock`, `helper`. */
    kind: 'mcp-stack.dev/kind',
};
/** Labels that Compose itself writes. */
const composeLabels = {
    project: 'com.docker.compose.project',
    service: 'com.docker.compose.service',
    volume: 'com.docker.compose.volume',
    oneOff: 'com.docker.compose.oneoff',
};
/** An image of no bytes, made by `docker import`: containers of it are created to reach volumes, and never started. */
const emptyImage = 'mcp-stack/state:1';
const stateVolume = (project) => `${project}_mcp-state`;
const stateContainer = (project) => `${project}-mcp-state`;
const lockContainer = (project) => `${project}-mcp-lock`;

;// CONCATENATED MODULE: ./build/js/targets/compose/half-made.js


/**
 * Compose recreates a container as `<12 hex>_<name>`, removes the old one, and renames the new one. A container that still
 * has such a name was left by a Compose that was killed in between: it was never started, and its name is in the way.
 */
function isHalfMade(name) {
    return /^\/?[0-9a-f]{12}_/.test(name);
}
/** Removes what a killed Compose left of these services. */
async function removeHalfMade(place, services) {
    const filter = `label=${composeLabels.project}=${place.project}`;
    const format = `{{.ID}} {{.Names}} {{.Label "${composeLabels.service}"}}`;
    const { stdout } = await askEngine(place, ['ps', '--all', '--no-trunc', '--filter', filter, '--format', format]);
    const ids = linesOf(stdout).flatMap((line) => {
        const [id = '', name = '', service = ''] = line.split(' ');
        return isHalfMade(name) && services.includes(service) ? [id] : [];
    });
    if (ids.length > 0)
        await askEngine(place, ['rm', '--force', '--', ...ids]);
}

// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
;// CONCATENATED MODULE: ./build/js/targets/compose/variables.js


/** The values that the manifest asks for by generated names; they go into the environment of `docker compose` alone. */
function composeVariables(bundle, secrets) {
    return Object.fromEntries(Object.entries(bundle.variables).map(([name, value]) => {
        const secret = secrets.compose(value, name);
        if ((0,pending/* isPending */.m)(secret)) {
            throw new errors/* StackError */.L({ code: 'BUG', message: `${name} was to be applied before secret ${secret.key} was made` });
        }
        return [name, secret];
    }));
}
/** Names that would change what `docker compose` does behind our back. */
const foreignComposeSettings = {
    COMPOSE_FILE: undefined,
    COMPOSE_PROFILES: undefined,
    COMPOSE_PROJECT_NAME: undefined,
    COMPOSE_ENV_FILES: undefined,
    COMPOSE_REMOVE_ORPHANS: undefined,
    COMPOSE_DISABLE_ENV_FILE: undefined,
};

;// CONCATENATED MODULE: ./build/js/targets/compose/compose-up.js




/** @param log  File name under deploy/logs/. */
async function makeComposer(place, bundle, secrets, log) {
    const manifest = bundle.files.find(({ path }) => path === 'compose.yaml')?.text;
    if (manifest === undefined)
        throw new errors/* StackError */.L({ code: 'BUG', message: 'the bundle has no compose.yaml' });
    // An empty folder of its own: Compose would read an .env file beside a manifest, and the user's is none of ours.
    const folder = await place.io.files.temporaryFolder('mcp-compose');
    const env = { ...foreignComposeSettings, ...composeVariables(bundle, secrets), COMPOSE_PROGRESS: 'plain' };
    const project = ['compose', '--project-name', place.project, '--project-directory', folder, '--file', '-'];
    return {
        async check() {
            const result = await runEngine(place, [...project, 'config', '--quiet'], {
                stdin: manifest,
                env,
                cwd: folder,
                log,
            });
            if (result.exitCode === 0)
                return;
            throw new errors/* StackError */.L({
                code: 'RENDER_INVALID',
                message: `docker compose refuses the manifest: ${place.io.redactor.redact(result.stderr.trim()).split('\n').at(-1)}`,
                hint: 'Look at it with: mcp-deploy generate; an override in templates_dir is the usual cause',
            });
        },
        async up(services) {
            await removeHalfMade(place, services);
            const flags = ['--detach', '--no-deps', '--no-build', '--pull', 'never', '--force-recreate'];
            const args = [...project, 'up', ...flags, '--', ...services];
            const result = await runEngine(place, args, { stdin: manifest, env, cwd: folder, log });
            return result.exitCode === 0 ? undefined : place.io.redactor.redact(result.stderr);
        },
        async python(service, program, timeoutSeconds) {
            const flags = ['--rm', '--no-deps', '--no-TTY', '--interactive=false', '--entrypoint', 'python3'];
            const args = [...project, 'run', ...flags, service, '-c', program];
            return await runEngine(place, args, { stdin: manifest, env, cwd: folder, log, timeoutSeconds });
        },
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/evidence.js

/** How many of a container's last lines are kept in the file, and how many of them are shown. */
const keptLines = 1000;
const evidence_shownLines = 20;
/**
 * Writes what a roll-back is about to remove to deploy/logs/failed-<component>.log: the container's state, its health
 * checks and its log; not its environment. @returns the last lines, both streams in the order of time.
 */
async function keepEvidence(place, component, id) {
    const log = logName(component);
    const options = { uninterruptible: true, timeoutSeconds: 10, log };
    await runEngine(place, ['container', 'inspect', '--format', stateFormat, id], options);
    const tail = ['logs', '--tail', String(keptLines), id];
    const stamped = ['logs', '--timestamps', ...tail.slice(1)];
    const { stdout, stderr } = await runEngine(place, stamped, { uninterruptible: true, timeoutSeconds: 10 });
    const safe = !hasLongLine(stdout) && !hasLongLine(stderr);
    const written = await runEngine(place, safe ? stamped : tail, options);
    const streams = [written.stdout, written.stderr].map((text) => place.io.redactor.redact(text));
    return { log, lastLog: safe ? mergeStreams(streams) : linesOf(streams.join('\n')).slice(-evidence_shownLines) };
}
/**
 * The engine keeps a long line in pieces of 16 KiB and puts its time before each of them: a secret that is cut in two
 * that way would not be found any more.
 */
function hasLongLine(text) {
    return text.split('\n').some((line) => Buffer.byteLength(line) > 16_000);
}
/** As a file name has it, whatever the component is called. */
function logName(component) {
    return `failed-${component.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}`;
}
const stateFormat = [
    '{{with .State}}status {{.Status}}, exit code {{.ExitCode}}, out of memory {{.OOMKilled}}',
    'started {{.StartedAt}}, finished {{.FinishedAt}}{{if .Error}}',
    'error: {{.Error}}{{end}}{{with .Health}}',
    'health {{.Status}}{{range .Log}}',
    '{{.End}} health check ended with {{.ExitCode}}: {{.Output}}{{end}}{{end}}{{end}}',
    'restarted {{.RestartCount}} times',
].join('\n');
/** Lines that begin with the engine's time, which sorts as text; without it, the last ones of all. Pure. */
function mergeStreams(streams) {
    return streams
        .flatMap((text) => text.split('\n'))
        .map((line) => ({ at: line.slice(0, line.indexOf(' ') + 1), text: line.slice(line.indexOf(' ') + 1).trim() }))
        .filter(({ at, text }) => at !== '' && text !== '')
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .slice(-evidence_shownLines)
        .map(({ text }) => text);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/failure.js

/** Where there is no container, what Compose said is all there is. */
const composeLog = 'compose';
/** Keeps the evidence before anything is undone, and says what to do and where the evidence is. */
async function describeFailure(place, fallen) {
    const { component, service, container } = fallen;
    const { log, lastLog } = container === undefined ? { log: composeLog, lastLog: [] } : await keepEvidence(place, component, container.Id);
    const reason = place.io.redactor.redact(fallen.reason);
    return { component, service, reason, lastLog, hint: chooseHint(log, `${reason}\n${lastLog.join('\n')}`) };
}
/** The first hint whose sign is in the reason or the log, and where the whole log is. Pure. */
function chooseHint(log, text) {
    const known = hints.find(({ sign }) => sign.test(text));
    const where = `The whole log is in deploy/logs/${log}.log`;
    return known === undefined ? where : `${known.hint}. ${where}`;
}
/** Signs seen in real logs (CONTRACT §1, §2, §5), most telling first. */
const hints = [
    { sign: /more memory than/, hint: 'Raise resources.limits.memory of this component' },
    {
        sign: /^exited \(137\)/m,
        hint: 'It was killed, most often for using more memory than resources.limits.memory allows',
    },
    {
        sign: /port is already allocated|address already in use/i,
        hint: 'Another process has the port: set another host_port',
    },
    {
        sign: /is not a valid VerifyMode/,
        hint: 'The plugin runtime cannot serve mTLS by itself: set runtime_compat: true for it',
    },
    { sign: /exec format error/i, hint: 'The image is for another processor: set platforms: to the engine’s own' },
    {
        sign: /executable file not found|no such file or directory: unknown|permission denied: unknown/i,
        hint: 'The start command is not in the image: look at command: and target:',
    },
    {
        sign: /PermissionError|Permission denied/i,
        hint: 'A file is not readable for the image’s user, or the root file system is read-only',
    },
    { sign: /Read-only file system/i, hint: 'The process writes outside its volumes: name the folder in writable_paths' },
    {
        sign: /CERTIFICATE_VERIFY_FAILED|certificate verify failed/i,
        hint: 'A certificate is not accepted: mcp-deploy certs check',
    },
    {
        sign: /password authentication failed/i,
        hint: 'The database was made with another password: give that one, or destroy --volumes',
    },
    {
        sign: /^exited \(0\)/m,
        hint: 'It ended without an error: look whether the last stage of its image is a test stage (set target:), or the plugin ran as stdio',
    },
];

;// CONCATENATED MODULE: ./build/js/targets/compose/images.js



/** How many images are pulled at once. */
const parallelPulls = 4;
/** Pulls what the bundle's components need and the engine does not have. @returns those whose image cannot be had. */
async function fetchImages(place, bundle) {
    return (await ensureImages(place, bundle.components.map(toNeed))).failures;
}
/** A component's image, which is known by now. */
function toNeed({ name, service, image }) {
    if ((0,pending/* isPending */.m)(image))
        throw new errors/* StackError */.L({ code: 'BUG', message: `${name} was to be applied before it was built` });
    return { component: name, service, image };
}
/** Looks images up on the engine and pulls those that are missing; answers for every need, by reference. */
async function ensureImages(place, needs) {
    const images = new Map();
    const failures = [];
    const queue = [...new Set(needs.map(({ image }) => image))];
    const work = async () => {
        for (let image = queue.shift(); image !== undefined; image = queue.shift()) {
            const found = (await inspectImage(place, image)) ?? (await pullImage(place, image));
            if (typeof found !== 'string')
                images.set(image, found);
            else
                for (const need of needs.filter((one) => one.image === image))
                    failures.push(missing(need, found));
        }
    };
    await Promise.all(Array.from({ length: parallelPulls }, work));
    return { images, failures };
}
async function inspectImage(place, reference) {
    const result = await runEngine(place, ['image', 'inspect', '--format', '{{json .Config.User}}', reference]);
    if (result.exitCode !== 0)
        return undefined;
    const user = JSON.parse(result.stdout);
    return { reference, user: typeof user === 'string' ? user : '' };
}
/** @returns the image, or in words why there is none. */
async function pullImage(place, reference) {
    if (reference.startsWith('sha256:'))
        return 'it was built on this engine and is not there any more';
    const task = place.io.progress.task(`image ${reference}`);
    const pulled = await runEngine(place, ['pull', '--quiet', reference]);
    if (pulled.exitCode !== 0) {
        task.fail('could not be pulled');
        return lastLine(place, pulled.stderr);
    }
    task.done('pulled');
    return (await inspectImage(place, reference)) ?? 'it was pulled and is not there';
}
function missing(need, why) {
    return {
        component: need.component,
        service: need.service,
        reason: `image ${need.image} is missing: ${why}`,
        lastLog: [],
        hint: need.image.startsWith('sha256:')
            ? 'Build it again: mcp-deploy build'
            : `Look whether the name is right and this engine is logged in: docker pull ${need.image}`,
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/inspect.js



/** Every container of the project in two calls, whatever their number is; one-off runs and half-made ones excepted. */
async function inspectProject(place) {
    const filter = `label=${composeLabels.project}=${place.project}`;
    const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', '--no-trunc', '--filter', filter]);
    const facts = await inspectContainers(place, linesOf(stdout));
    return facts.filter(({ Config, Name }) => Config.Labels?.[composeLabels.oneOff] !== 'True' && !isHalfMade(Name));
}
/** Containers by id; one that is gone meanwhile is simply absent. */
async function inspectContainers(place, ids) {
    if (ids.length === 0)
        return [];
    // Exit code 1 when one of them is gone: the others are in the output all the same.
    const { stdout } = await runEngine(place, ['container', 'inspect', ...ids]);
    const facts = stdout.trim() === '' ? [] : JSON.parse(stdout);
    return facts.map((container) => redactHealth(place, container));
}
/** Before anything is cut off from it: half a secret is not found any more. */
function redactHealth(place, container) {
    const { Health } = container.State;
    if (!Health?.Log)
        return container;
    const Log = Health.Log.map((entry) => ({ ...entry, Output: place.io.redactor.redact(entry.Output) }));
    return { ...container, State: { ...container.State, Health: { ...Health, Log } } };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/host-ports.js
/** The host ports a manifest publishes, in Compose's long and short form; ranges are left to the engine. */
async function readHostPorts(manifest) {
    // Most stacks publish one port or none: reading a large manifest for nothing would take longer than the deploy's rest.
    if (!manifest.includes('ports'))
        return [];
    const { load } = await __webpack_require__.e(/* import() */ 243).then(__webpack_require__.bind(__webpack_require__, 33243));
    const services = Object.entries(recordOf(recordOf(load(manifest))['services']));
    return services.flatMap(([service, definition]) => {
        const { ports } = recordOf(definition);
        return (Array.isArray(ports) ? ports : []).flatMap((port) => {
            const read = typeof port === 'string' ? readShort(port) : readLong(recordOf(port));
            return read === undefined ? [] : [{ service, ...read }];
        });
    });
}
/** `[address:]published:target[/protocol]` */
function readShort(text) {
    const match = /^(?:(\[[^\]]+\]|[^:]+):)?(\d+):\d+(?:\/(\w+))?$/.exec(text);
    if (match === null)
        return undefined;
    const [, address = '', published, protocol = 'tcp'] = match;
    return { address: address.replace(/^\[|\]$/g, ''), port: Number(published), protocol };
}
function readLong({ host_ip: address, published, protocol }) {
    if (!/^\d+$/.test(String(published)))
        return undefined;
    return {
        address: typeof address === 'string' ? address : '',
        port: Number(published),
        protocol: typeof protocol === 'string' ? protocol : 'tcp',
    };
}
/** Whether two cannot be published beside each other. */
function portOverlaps(a, b) {
    if (a.port !== b.port || a.protocol !== b.protocol)
        return false;
    if (a.address === b.address)
        return true;
    if (a.address === '' || b.address === '')
        return true;
    const [one, other] = [a.address, b.address];
    if (isVersion6(one) !== isVersion6(other))
        return false;
    return isAny(one) || isAny(other);
}
const isVersion6 = (address) => address.includes(':');
const isAny = (address) => address === '0.0.0.0' || address === '::';
function recordOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value))
        : {};
}

;// CONCATENATED MODULE: ./build/js/targets/compose/port-conflict.js




/**
 * Finds host ports of the components to be started that a container keeps which this run does not stop before them.
 * Asked before anything is touched: the old container would be stopped in vain. Ports of processes that are no
 * containers are not seen here.
 */
async function findTakenPorts(place, bundle, changed) {
    const manifest = bundle.files.find(({ path }) => path === 'compose.yaml')?.text ?? '';
    const wanted = (await readHostPorts(manifest)).filter(({ service }) => changed.some((one) => one.service === service));
    if (wanted.length === 0)
        return [];
    const filters = wanted.flatMap(({ port, protocol }) => ['--filter', `publish=${port}/${protocol}`]);
    const { stdout } = await askEngine(place, ['ps', '--quiet', '--no-trunc', ...filters]);
    const publishers = await inspectContainers(place, [...new Set(linesOf(stdout))]);
    return changed.flatMap((component) => {
        const ports = wanted.filter(({ service }) => service === component.service);
        const holder = publishers
            .filter((container) => !givesWay(place, container, component, changed))
            .flatMap((container) => ports.filter((port) => publishes(container, port)).map((port) => ({ container, port })))[0];
        return holder === undefined ? [] : [describeConflict(place, component, holder.port, holder.container)];
    });
}
/** A container of this stack that is replaced before the component starts, or with it. */
function givesWay(place, container, component, changed) {
    const labels = container.Config.Labels ?? {};
    if (labels[composeLabels.project] !== place.project)
        return false;
    return changed.some(({ service, wave }) => service === labels[composeLabels.service] && wave <= component.wave);
}
function publishes(container, wanted) {
    return Object.entries(container.NetworkSettings?.Ports ?? {}).some(([name, bindings]) => (bindings ?? []).some(({ HostIp, HostPort: port }) => portOverlaps(wanted, { address: HostIp, port: Number(port), protocol: name.split('/')[1] ?? 'tcp' })));
}
function describeConflict(place, component, port, container) {
    const project = container.Config.Labels?.[composeLabels.project];
    const name = container.Name.replace(/^\//, '');
    const owner = project === undefined ? '' : ` of project ${project}`;
    const address = port.address.includes(':') ? `[${port.address}]` : port.address;
    return {
        component: component.name,
        service: component.service,
        reason: `port ${address === '' ? '' : `${address}:`}${port.port} is published by container ${name}${owner} already; nothing was stopped`,
        lastLog: [],
        hint: project === place.project
            ? `This stack gives the port up later than ${component.name} needs it: deploy first without host_port there`
            : `Set another host_port for ${component.name}, or stop that container: docker stop ${name}`,
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/contents.js



/** A content as its volume is filled, for the user who has to read it. */
function toFilling(content, owner) {
    return { volume: content.name, entries: (folder) => toEntries(content, owner, folder) };
}
/** Only its owner reads a key; configuration may be read by an entry point that changes its user, too. */
function toEntries(content, owner, folder) {
    const closed = content.kind === 'certificates';
    const files = Object.entries(content.files).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [
        { path: folder, mode: closed ? 0o500 : 0o555, ...owner },
        ...files.map(([name, text]) => ({
            path: `${folder}/${name}`,
            content: revealText(content, name, text),
            mode: closed ? 0o400 : 0o444,
            ...owner,
        })),
    ];
}
function revealText(content, name, text) {
    if ((0,pending/* isPending */.m)(text)) {
        throw new errors/* StackError */.L({ code: 'BUG', message: `${content.name}/${name} was to be filled before it was made` });
    }
    return text instanceof secret/* Secret */.z ? text.reveal() : text;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/tar.js

/** Packs entries in their order; times are 0, so equal entries give equal bytes. */
async function packTar(entries) {
    const { pack } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const stream = pack();
    for (const { path, content, mode, uid, gid } of entries) {
        const header = { name: path, mode, uid, gid, mtime: new Date(0) };
        if (content === undefined)
            stream.entry({ ...header, type: 'directory' });
        else
            stream.entry({ ...header, type: 'file' }, Buffer.from(content));
    }
    stream.finalize();
    return await collect(stream);
}
/** The files of a tar stream by path. @throws StackError STATE_UNREADABLE when it is not a tar stream. */
async function unpackTar(bytes) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const stream = extract();
    const files = new Map();
    stream.end(Buffer.from(bytes));
    try {
        for await (const entry of stream) {
            const content = await collect(entry);
            if (entry.header.type === 'file')
                files.set(entry.header.name, content);
        }
    }
    catch (cause) {
        throw new errors/* StackError */.L({
            code: 'STATE_UNREADABLE',
            message: 'the engine answered with something that is not a tar stream',
            hint: 'Run again; if it stays so, look at the engine’s own log',
            cause,
        });
    }
    return files;
}
async function collect(stream) {
    const chunks = [];
    for await (const chunk of stream)
        if (chunk instanceof Uint8Array)
            chunks.push(chunk);
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/empty-container.js



/**
 * Creates a container of an image without content and never starts it: a handle through which `docker cp` reaches
 * volumes. Needs no registry. The name is taken atomically: undefined when somebody has it already.
 *
 * @returns the container's id.
 */
async function createEmptyContainer(place, wanted) {
    const args = [
        'create',
        '--name',
        wanted.name,
        '--network',
        'none',
        '--label',
        `${labels.stack}=${place.project}`,
        ...Object.entries(wanted.labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
        ...Object.entries(wanted.volumes).flatMap(([volume, path]) => ['--volume', `${volume}:${path}`]),
        emptyImage,
        'never-started',
    ];
    const first = await runEngine(place, args);
    if (first.exitCode === 0)
        return linesOf(first.stdout).at(-1);
    if (isNameTaken(first.stderr))
        return undefined;
    await importEmptyImage(place);
    const second = await runEngine(place, args);
    if (second.exitCode === 0)
        return linesOf(second.stdout).at(-1);
    if (isNameTaken(second.stderr))
        return undefined;
    return linesOf((await askEngine(place, args)).stdout).at(-1);
}
async function importEmptyImage(place) {
    await askEngine(place, ['import', '-', emptyImage], { stdin: await packTar([]) });
}
const isNameTaken = (stderr) => /is already in use|already exists/i.test(stderr);

;// CONCATENATED MODULE: ./build/js/targets/compose/fill-volumes.js





/** How many volumes one helper container mounts: far below any limit of the engine, and the stream stays small. */
const batchSize = 50;
/**
 * Fills volumes before any container is touched. One tar stream into one container that mounts them all and is never
 * started: ten plugins take as long as one. Equal fillings give equal bytes, so filling twice does no harm.
 */
async function fillVolumes(place, fillings) {
    await removeHelpers(place);
    for (let start = 0; start < fillings.length; start += batchSize) {
        await fillBatch(place, fillings.slice(start, start + batchSize));
    }
}
async function fillBatch(place, fillings) {
    const id = await createEmptyContainer(place, {
        name: `${place.project}-mcp-fill`,
        labels: { [labels.kind]: 'helper' },
        volumes: Object.fromEntries(fillings.map(({ volume }, index) => [volume, `/fill/${index}`])),
    });
    if (id === undefined) {
        throw new errors/* StackError */.L({
            code: 'APPLY_FAILED',
            message: `the contents of ${place.project} could not be written: a helper container of another run is in the way`,
            hint: 'Run again',
        });
    }
    try {
        const stdin = await packTar(fillings.flatMap((filling, index) => filling.entries(`fill/${index}`)));
        await askEngine(place, ['cp', '-', `${id}:/`], { stdin });
    }
    finally {
        await runEngine(place, ['rm', '--force', id], { uninterruptible: true });
    }
}
/** What a killed run left behind. Only called under the lock, so nobody uses them. */
async function removeHelpers(place) {
    const filters = [`label=${labels.stack}=${place.project}`, `label=${labels.kind}=helper`];
    const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', ...filters.flatMap((one) => ['--filter', one])]);
    const ids = linesOf(stdout);
    if (ids.length > 0)
        await runEngine(place, ['rm', '--force', ...ids]);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/image-user.js



/** The user of an image as numbers; a name is looked up in the image's own /etc/passwd, without starting it. */
async function findOwner(place, image) {
    const [user = '', group] = image.user.split(':');
    if (user === '')
        return { uid: 0, gid: 0 };
    if (isNumber(user) && (group === undefined || isNumber(group)))
        return { uid: Number(user), gid: Number(group ?? 0) };
    return parseOwner(image.user, await readPasswd(place, image.reference));
}
/** `name[:group]` and a passwd file → numbers; an unknown name is root, as the engine itself would refuse to start. Pure. */
function parseOwner(user, passwd) {
    const [name, group] = user.split(':');
    const entry = passwd
        .split('\n')
        .map((line) => line.split(':'))
        .find((fields) => fields[0] === name || fields[2] === name);
    const uid = Number(isNumber(name ?? '') ? name : (entry?.[2] ?? 0));
    const gid = Number(isNumber(group ?? '') ? group : (entry?.[3] ?? 0));
    return { uid, gid };
}
async function readPasswd(place, image) {
    const ours = ['--label', `${labels.stack}=${place.project}`, '--label', `${labels.kind}=helper`];
    const args = ['create', '--network', 'none', ...ours, '--entrypoint', 'never-started', image];
    const created = await runEngine(place, args);
    const id = linesOf(created.stdout).at(-1);
    if (created.exitCode !== 0 || id === undefined)
        return '';
    try {
        const copied = await runEngine(place, ['cp', '--follow-link', `${id}:/etc/passwd`, '-'], { binary: true });
        if (copied.exitCode !== 0)
            return '';
        return [...(await unpackTar(copied.stdoutBytes)).values()][0]?.toString('utf8') ?? '';
    }
    finally {
        await runEngine(place, ['rm', '--force', id], { uninterruptible: true });
    }
}
const isNumber = (text) => /^\d+$/.test(text);

;// CONCATENATED MODULE: ./build/js/targets/compose/volumes.js


/** Makes a volume of ours; one that is there stays as it is. */
async function createVolume(place, name, kind) {
    const ours = ['--label', `${labels.stack}=${place.project}`, '--label', `${labels.kind}=${kind}`];
    await askEngine(place, ['volume', 'create', ...ours, name]);
}
/** Names of the stack's content volumes, sorted. */
async function listContentVolumes(place) {
    return await listVolumes(place, [`${labels.stack}=${place.project}`, `${labels.kind}=content`]);
}
/** Names of volumes that carry all of the labels, sorted. */
async function listVolumes(place, wanted) {
    const filters = wanted.flatMap((label) => ['--filter', `label=${label}`]);
    const { stdout } = await askEngine(place, ['volume', 'ls', '--format', '{{.Name}}', ...filters]);
    return [...linesOf(stdout)].sort();
}
async function hasStateVolume(place) {
    const name = stateVolume(place.project);
    const { stdout } = await askEngine(place, ['volume', 'ls', '--format', '{{.Name}}', '--filter', `name=${name}`]);
    return linesOf(stdout).includes(name);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/prepare-volumes.js








/**
 * Makes and fills every volume that the changed components mount, each for the user of its component's image:
 * contents whole, and of data volumes the root folder's owner alone.
 */
async function prepareVolumes(place, bundle, changed, images) {
    const [contentVolumes, dataVolumes] = await Promise.all([
        listVolumes(place, [`${labels.stack}=${place.project}`]),
        listVolumes(place, [`${composeLabels.project}=${place.project}`]),
    ]);
    const fillings = [];
    for (const component of changed) {
        const contents = bundle.contents.filter(({ name }) => component.contents.includes(name));
        const data = (bundle.dataVolumes ?? []).filter(({ service }) => service === component.service);
        const owned = data.filter(({ ownedByComponent }) => ownedByComponent);
        const missing = contents.filter(({ name }) => !contentVolumes.includes(name));
        await Promise.all(missing.map(async ({ name }) => await createVolume(place, name, 'content')));
        for (const volume of owned)
            if (!dataVolumes.includes(volume.name))
                await createDataVolume(place, volume);
        if (contents.length + owned.length === 0)
            continue;
        const owner = await findOwner(place, imageOf(component, images));
        fillings.push(...contents.map((content) => toFilling(content, owner)), ...owned.map((one) => giveTo(one, owner)));
    }
    if (fillings.length > 0)
        await fillVolumes(place, fillings);
}
/** The root folder changes hands; what is in it stays as it is. */
function giveTo({ name }, owner) {
    return { volume: name, entries: (folder) => [{ path: folder, mode: 0o700, ...owner }] };
}
/** With Compose's own labels, so that Compose takes it for its own. */
async function createDataVolume(place, { name }) {
    const ours = [`${composeLabels.project}=${place.project}`, `${composeLabels.volume}=${name}`];
    await askEngine(place, ['volume', 'create', ...ours.flatMap((label) => ['--label', label]), name]);
}
function imageOf({ name, image }, images) {
    const found = (0,pending/* isPending */.m)(image) ? undefined : images.get(image);
    if (found !== undefined)
        return found;
    throw new errors/* StackError */.L({ code: 'BUG', message: `the image of ${name} was not looked up before its volumes` });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/prune.js



/** Seconds a container is given to end by itself. */
const graceSeconds = 10;
/** Stops and removes the containers of services that are not wanted any more. Their data volumes stay. */
async function removeServices(place, services) {
    const removed = [];
    for (const service of services) {
        const ids = await containersOf(place, [`${composeLabels.service}=${service}`]);
        await removeContainers(place, ids);
        if (ids.length > 0)
            removed.push(service);
    }
    return removed;
}
/** Ids of the project's containers, one-off runs included, that carry these labels too. */
async function containersOf(place, wanted) {
    const filters = [`${composeLabels.project}=${place.project}`, ...wanted].flatMap((one) => [
        '--filter',
        `label=${one}`,
    ]);
    return linesOf((await askEngine(place, ['ps', '--all', '--quiet', '--no-trunc', ...filters])).stdout);
}
async function removeContainers(place, ids) {
    if (ids.length === 0)
        return;
    await runEngine(place, ['stop', '--time', String(graceSeconds), ...ids]);
    await runEngine(place, ['rm', '--force', ...ids]);
}
/**
 * Removes content volumes that the release which is live now does not mount. A roll-back needs none of them:
 * it fills its own again from the state.
 */
async function pruneContents(place, wanted) {
    const old = (await listContentVolumes(place)).filter((name) => !wanted.includes(name));
    // One that is still in use is refused by the engine and goes with the next deploy.
    if (old.length > 0)
        await runEngine(place, ['volume', 'rm', ...old]);
}

;// CONCATENATED MODULE: ./build/js/targets/compose/last-exit.js

/**
 * How a container that was started again ended before: its facts say 0 as soon as it runs, so the engine's memory of
 * events is asked. Up to the container's own start, in the engine's time: such a question is answered at once.
 *
 * @returns undefined where it never ended, or the engine does not remember.
 */
async function findLastExit(place, { Id, State, RestartCount = 0 }) {
    if (State.Status !== 'running' || RestartCount === 0 || State.StartedAt === undefined)
        return undefined;
    const format = '{{index .Actor.Attributes "exitCode"}}';
    const filters = ['--filter', `container=${Id}`, '--filter', 'event=die'];
    const args = ['events', '--since', '1', '--until', State.StartedAt, ...filters, '--format', format];
    const { exitCode, stdout } = await runEngine(place, args, { timeoutSeconds: 5 });
    const last = Number.parseInt(linesOf(stdout).at(-1) ?? '', 10);
    return exitCode === 0 && Number.isInteger(last) ? last : undefined;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/status.js
/** From the second restart on it is a crash loop and not a slow start. */
const crashLoop = 2;
/**
 * Reads one container's status. `failed` is terminal: waiting longer does not help.
 *
 * @param lastExit  How it ended before it was started again, where known: the engine forgets it with every start.
 */
function readStatus({ State, RestartCount = 0, HostConfig }, lastExit) {
    const exit = `exited (${State.ExitCode ?? 0})`;
    if (State.OOMKilled === true && State.Status !== 'running') {
        return { readiness: 'failed', message: `killed for using more memory than ${mebibytes(HostConfig?.Memory)}` };
    }
    switch (State.Status) {
        case 'running':
            return readHealth(State.Health, RestartCount, lastExit);
        case 'restarting':
            return RestartCount >= crashLoop
                ? { readiness: 'failed', message: `${exit} and restarted ${RestartCount} times` }
                : { readiness: 'progressing', message: `${exit}, restarting` };
        case 'exited':
        case 'dead':
            return State.ExitCode === 0 || isStopSignal(State.ExitCode)
                ? { readiness: 'stopped', message: exit }
                : { readiness: 'failed', message: State.Error ? `${exit}: ${State.Error}` : exit };
        case 'created':
            return State.Error
                ? { readiness: 'failed', message: `did not start: ${State.Error}` }
                : { readiness: 'stopped', message: 'created, not started' };
        case 'paused':
            return { readiness: 'stopped', message: 'paused' };
        default:
            return { readiness: 'progressing', message: State.Status };
    }
}
function readHealth(health, restarts, lastExit) {
    const ended = lastExit === undefined ? '' : `exited (${lastExit}) and `;
    const again = restarts === 0 ? '' : `, ${ended}restarted ${restarts === 1 ? 'once' : `${restarts} times`}`;
    switch (health?.Status) {
        case 'healthy':
            return { readiness: 'ready', message: 'healthy' };
        case 'unhealthy':
            return { readiness: 'failed', message: `unhealthy: ${lastOutput(health) ?? 'the health check gave no reason'}` };
        case 'starting':
            return restarts >= crashLoop
                ? { readiness: 'failed', message: `${ended}restarted ${restarts} times` }
                : { readiness: 'progressing', message: `starting${again}` };
        case undefined:
        default:
            return restarts >= crashLoop
                ? { readiness: 'progressing', message: `running${again}` }
                : { readiness: 'ready', message: 'running, no health check' };
    }
}
/** The last line of the last health check that said something; its tools print the reason last. */
function lastOutput(health) {
    const output = health?.Log?.at(-1)?.Output.trim().split('\n').at(-1)?.trim() ?? '';
    return output === '' ? undefined : output.slice(0, 200);
}
/** 137 and 143: ended by `docker stop` (or kill), not by itself; running out of memory is told apart by OOMKilled. */
const isStopSignal = (exitCode) => exitCode === 137 || exitCode === 143;
const mebibytes = (bytes) => bytes === undefined || bytes === 0 ? 'there is' : `${Math.round(bytes / 1024 / 1024)} MiB`;
/** The container as the model has it. */
function toLiveContainer({ Id, Name, State, RestartCount, NetworkSettings }) {
    const started = State.StartedAt !== undefined && !State.StartedAt.startsWith('0001');
    const networks = Object.values(NetworkSettings?.Networks ?? {});
    return {
        id: Id,
        name: Name.replace(/^\//, ''),
        state: State.Status,
        ...(State.Health === undefined ? {} : { health: State.Health.Status }),
        restarts: RestartCount ?? 0,
        ...(State.Status === 'running' || !started ? {} : { exitCode: State.ExitCode ?? 0 }),
        ...(started ? { startedAt: new Date(State.StartedAt ?? 0).toISOString() } : {}),
        addresses: networks.flatMap((network) => [network.IPAddress, network.GlobalIPv6Address].filter(isAddress)),
    };
}
const isAddress = (address) => address !== undefined && address !== '';

;// CONCATENATED MODULE: ./build/js/targets/compose/wait.js





const pollMilliseconds = 500;
/** A process without a health check counts as ready when it was seen alive this long, without a restart. */
const settleMilliseconds = 2000;
/** Waits until every component is ready. A terminal state of one ends the wait at once for all of them. */
async function waitUntilReady(place, { components, started, timeoutSeconds }) {
    const { clock, progress, signal } = place.io;
    const start = clock.now().getTime();
    const seconds = {};
    const tasks = new Map(components.map(({ name, service }) => [service, progress.task(name)]));
    const settling = new Map();
    for (;;) {
        const now = clock.now().getTime();
        const containers = await inspectProject(place);
        const looks = components.map((component) => look(component, containers, started.has(component.service) ? settling : undefined, now));
        for (const { component, readiness, message } of looks) {
            const { service } = component;
            if (seconds[service] !== undefined)
                continue;
            if (readiness === 'ready') {
                seconds[service] = (now - start) / 1000;
                tasks.get(service)?.done(message);
            }
            else
                tasks.get(service)?.update(message);
        }
        const late = now - start >= timeoutSeconds * 1000;
        const fallen = looks.filter(({ readiness }) => readiness === 'failed' || (late && readiness !== 'ready'));
        if (fallen.length > 0) {
            const lateSeconds = late ? (now - start) / 1000 : undefined;
            const told = await Promise.all(fallen.map(async (one) => await toFallen(place, one, lateSeconds)));
            for (const { service, reason } of told)
                tasks.get(service)?.fail(reason);
            return { fallen: told, seconds };
        }
        if (looks.every(({ readiness }) => readiness === 'ready'))
            return { fallen: [], seconds };
        await clock.sleep(pollMilliseconds, signal);
        stopIfInterrupted(place.io);
    }
}
function look(component, containers, settling, now) {
    const container = containers.findLast(({ Config }) => Config.Labels?.[composeLabels.service] === component.service);
    if (container === undefined)
        return { component, readiness: 'failed', message: 'has no container' };
    const status = readStatus(container);
    // Compose has started everything before the wait begins: who stands still has ended by itself.
    const readiness = status.readiness === 'stopped' ? 'failed' : status.readiness;
    if (readiness !== 'ready' || container.State.Health !== undefined || settling === undefined) {
        return { component, readiness, message: status.message, container };
    }
    const startedAt = container.State.StartedAt ?? '';
    const seen = settling.get(component.service);
    if (seen?.startedAt !== startedAt)
        settling.set(component.service, { startedAt, since: now });
    const settled = seen?.startedAt === startedAt && now - seen.since >= settleMilliseconds;
    return { component, readiness: settled ? 'ready' : 'progressing', message: status.message, container };
}
async function toFallen(place, { component, readiness, ...seen }, lateSeconds = 0) {
    const { container } = seen;
    const lastExit = container === undefined ? undefined : await findLastExit(place, container);
    // What stands still keeps its exit code, and its message has it already.
    const message = container === undefined || lastExit === undefined ? seen.message : readStatus(container, lastExit).message;
    const late = lateSeconds > 0 && readiness === 'progressing';
    return {
        component: component.name,
        service: component.service,
        reason: late ? `not ready after ${Math.round(lateSeconds)} s: ${message}${healthReason(container)}` : message,
        ...(container === undefined ? {} : { container }),
    };
}
function healthReason(container) {
    const output = lastOutput(container?.State.Health);
    return output === undefined ? '' : `; its health check says: ${output}`;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/apply.js










/**
 * Brings the changes about: images, contents, then wave after wave, each ready before the next; prune last. Every step
 * may be repeated, so a run that was killed anywhere is repaired by the next one.
 *
 * @param stillOurs  Throws when the lock was lost; asked before every wave.
 */
async function applyChanges(place, input, stillOurs) {
    const { bundle, changes } = input;
    const seconds = {};
    const started = new Set(changes.filter(isStart).map(({ service }) => service));
    const changed = bundle.components.filter(({ service }) => started.has(service));
    const { images, failures } = await ensureImages(place, changed.map(toNeed));
    if (failures.length > 0)
        return { ok: false, failures, seconds };
    const taken = await findTakenPorts(place, bundle, changed);
    if (taken.length > 0)
        return { ok: false, failures: taken, seconds };
    const composer = await makeComposer(place, bundle, input.secrets, 'compose');
    if (changed.length > 0)
        await composer.check();
    stillOurs();
    await prepareVolumes(place, bundle, changed, images);
    const waves = [...new Set(changed.map(({ wave }) => wave))].toSorted((a, b) => a - b);
    for (const wave of waves) {
        stopIfInterrupted(place.io);
        stillOurs();
        const members = bundle.components.filter((component) => component.wave === wave);
        const services = members.map(({ service }) => service).filter((service) => started.has(service));
        const complaint = await composer.up(services);
        stopIfInterrupted(place.io);
        if (complaint !== undefined)
            return { ok: false, failures: await blame(place, members, started, complaint), seconds };
        if (!input.wait && wave === waves.at(-1))
            continue;
        const waited = await waitUntilReady(place, {
            components: members,
            started,
            timeoutSeconds: input.timeoutSeconds,
        });
        for (const service of services)
            seconds[service] = waited.seconds[service] ?? 0;
        if (waited.fallen.length > 0)
            return { ok: false, failures: await describeAll(place, waited.fallen), seconds };
    }
    stillOurs();
    await removeServices(place, changes.filter(({ action }) => action === 'delete').map(({ service }) => service));
    await pruneContents(place, bundle.contents.map(({ name }) => name));
    return { ok: true, seconds };
}
const isStart = ({ action }) => action === 'create' || action === 'update' || action === 'restart';
/** Compose itself refused: its last words, and the containers that did not come to life. */
async function blame(place, members, started, complaint) {
    const containers = await inspectProject(place);
    const reason = complaint.trim().split('\n').slice(-3).join(' · ').trim();
    const candidates = members.filter(({ service }) => started.has(service));
    const fallen = candidates.flatMap((component) => {
        const container = containers.findLast(({ Config }) => Config.Labels?.[composeLabels.service] === component.service);
        if (container?.State.Status === 'running')
            return [];
        const own = container?.State.Error ? container.State.Error : reason;
        return [{ component: component.name, service: component.service, reason: own, ...(container && { container }) }];
    });
    const named = fallen.filter(({ service, container }) => container?.State.Error || complaint.includes(`-${service}-`));
    if (named.length > 0)
        return await describeAll(place, named);
    const [first] = candidates;
    if (fallen.length > 0 || first === undefined)
        return await describeAll(place, fallen);
    return await describeAll(place, [{ component: first.name, service: first.service, reason }]);
}
async function describeAll(place, fallen) {
    return await Promise.all(fallen.map(async (one) => await describeFailure(place, one)));
}

;// CONCATENATED MODULE: ./build/js/targets/compose/connect.js


/** The engine's command as the configuration and the environment want it. */
function chooseEngine({ config }) {
    const { containerEngine = 'docker', dockerContext } = config.deployment;
    return { program: containerEngine, args: dockerContext === undefined ? [] : ['--context', dockerContext] };
}
/**
 * Asks the engine who it is, and whether Compose v2 is there.
 *
 * @returns for example `Docker 28.2.2 at unix:///var/run/docker.sock, Compose 2.40.3`.
 * @throws StackError TOOL_MISSING, ENGINE_UNREACHABLE.
 */
async function describeEngine(place) {
    const { engine, io } = place;
    const [version, compose, where] = await Promise.all([
        runEngine(place, ['version', '--format', '{{.Server.Version}}']),
        runEngine(place, ['compose', 'version', '--short']),
        findHost(place),
    ]);
    if (version.exitCode !== 0)
        throw unreachable(place, version.stderr);
    const composeVersion = compose.stdout.trim().replace(/^v/, '');
    if (compose.exitCode !== 0 || !(Number.parseInt(composeVersion, 10) >= 2))
        throw composeMissing(engine, composeVersion);
    const name = /podman/.test(engine.program) ? 'Podman' : 'Docker';
    return `${name} ${version.stdout.trim()}${where === '' ? '' : ` at ${io.redactor.redact(where)}`}, Compose ${composeVersion}`;
}
/** The engine's address: of DOCKER_HOST, which beats every context but --context, or of the context. */
async function findHost(place) {
    const fromEnvironment = place.io.environment['DOCKER_HOST'];
    if (place.engine.args.length === 0 && fromEnvironment)
        return fromEnvironment;
    const format = '{{.Endpoints.docker.Host}}';
    const name = place.engine.args[1];
    const args = ['context', 'inspect', '--format', format, ...(name === undefined ? [] : [name])];
    const { exitCode, stdout } = await runEngine(place, args);
    return exitCode === 0 ? stdout.trim() : '';
}
function composeMissing(engine, found) {
    return new errors/* StackError */.L({
        code: 'TOOL_MISSING',
        message: `${engine.program} compose ${found === '' ? 'is not there' : `has version ${found}`}; version 2 is needed`,
        hint: 'Install the Compose plugin: apt-get install docker-compose-plugin, or docs.docker.com/compose/install',
    });
}
/** Makes the place that everything else of this target works on. */
function makePlace(plan, io) {
    return { io, engine: chooseEngine(plan), project: plan.stack.name };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/doors.js



/** 126 and 127: the engine found no such program in the container. */
const notFound = [126, 127];
/** The running gateway containers, each with a way to run Python in it: the probes use its own certificates and DNS. */
async function openGatewayShells(place) {
    const containers = await inspectProject(place);
    return containers.filter((container) => isRunning(container, 'gateway')).map((container) => toShell(place, container));
}
function toShell(place, container) {
    return {
        name: container.Name.replace(/^\//, ''),
        async python(program, timeoutSeconds) {
            const run = (python) => runEngine(place, ['exec', '--interactive', container.Id, python, '-'], { stdin: program, timeoutSeconds });
            const first = await run('python3');
            const { exitCode, stdout, stderr } = notFound.includes(first.exitCode) ? await run('python') : first;
            return { exitCode, stdout, stderr };
        },
    };
}
/** Every running plugin container by each of its addresses. */
async function findPluginEndpoints(place, plugins) {
    const all = await inspectProject(place);
    const containers = all.filter((container) => isRunning(container, 'plugin'));
    const gateways = all.filter((container) => isRunning(container, 'gateway'));
    const shared = new Set(gateways.flatMap((gateway) => Object.keys(gateway.NetworkSettings?.Networks ?? {})));
    return plugins.flatMap((plugin) => containers
        .filter(({ Config }) => Config.Labels?.[composeLabels.service] === plugin.service)
        .flatMap((container) => addressOn(container, shared))
        .map((address) => ({ component: plugin.name, address, port: plugin.port, serverName: plugin.service })));
}
/** Its address on the first network that a gateway is on, too. */
function addressOn({ NetworkSettings }, shared) {
    const networks = Object.entries(NetworkSettings?.Networks ?? {}).filter(([name]) => shared.has(name));
    return networks.flatMap(([, { IPAddress, GlobalIPv6Address }]) => IPAddress || GlobalIPv6Address || []).slice(0, 1);
}
function isRunning({ State, Config }, role) {
    return State.Status === 'running' && Config.Labels?.[labels.role] === role;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/database-revision.js





/** How long the gateway's Python may take, with a database that does not answer. */
const database_revision_timeoutSeconds = 60;
/** Runs with the gateway's own SQLAlchemy and drivers; its errors name no more than their class, since texts hold the URL. */
const program = `
import hashlib, json, os, sys

def ask():
    from sqlalchemy import create_engine, inspect, text
    from sqlalchemy.engine import make_url
    url = make_url(os.environ["DATABASE_URL"])
    kind = url.get_backend_name()
    # SQLite would make the file that it does not find.
    if kind == "sqlite" and not (url.database and os.path.exists(url.database)):
        return
    with create_engine(url).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return
        rows = connection.execute(text("select version_num from alembic_version")).scalars().all()
    place = "|".join(str(part) for part in (kind, url.host, url.port, url.database))
    if rows:
        print(json.dumps({"revision": ",".join(sorted(rows)), "database": hashlib.sha256(place.encode()).hexdigest()[:12]}))

try:
    ask()
except Exception as error:
    sys.exit(type(error).__name__)
`;
/**
 * Asks the running gateway where its database stands; where none runs, one of the bundle's image is run for the question
 * alone, with the bundle's volumes and variables.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
async function readDatabaseRevision(place, input) {
    const [shell] = await openGatewayShells(place);
    const told = await shell?.python(program, database_revision_timeoutSeconds);
    if (told?.exitCode === 0)
        return parseRevision(told.stdout);
    if (input === undefined)
        return undefined;
    const gateway = input.bundle.components.find(({ role }) => role === 'gateway');
    if (gateway === undefined || (0,pending/* isPending */.m)(gateway.image))
        return undefined;
    const { name, service, image } = gateway;
    const { images, failures } = await ensureImages(place, [{ component: name, service, image }]);
    if (failures.length > 0)
        return undefined;
    await prepareVolumes(place, input.bundle, [gateway], images);
    const composer = await makeComposer(place, input.bundle, input.secrets, 'compose');
    const { exitCode, stdout } = await composer.python(service, program, database_revision_timeoutSeconds);
    return exitCode === 0 ? parseRevision(stdout) : undefined;
}
/** The program's line among what a gateway's start-up hooks may print. Pure. */
function parseRevision(stdout) {
    for (const line of stdout.trim().split('\n').toReversed()) {
        try {
            const { revision, database } = JSON.parse(line);
            if (typeof revision === 'string' && typeof database === 'string')
                return { revision, database };
        }
        catch {
            // Somebody else's line.
        }
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/targets/compose/state-codec.js



/** The schema number this version reads and writes. */
const stateSchema = 1;
/** The state before anything was stored. */
function freshState(stack) {
    return {
        schema: stateSchema,
        stack,
        hashKey: new secret/* Secret */.z('hash key', ''),
        certificates: [],
        generated: {},
        releases: [],
        fresh: true,
    };
}
/** State → a head line that says what follows, and the body; secrets revealed: it goes nowhere but into the tar stream of the state volume. */
function encodeState({ sequence, state }) {
    const { fresh: _derived, ...stored } = state;
    const body = JSON.stringify(reveal(stored));
    const head = { schema: stateSchema, sequence, sha256: sha256(body), writtenBy: state.releases.at(-1)?.toolVersion };
    return `${JSON.stringify(head)}\n${body}\n`;
}
/**
 * Text → record; undefined when the text was cut off or damaged (its checksum does not hold).
 *
 * @throws StackError STATE_NEWER when a newer version of this program wrote it.
 */
function decodeState(text) {
    const end = text.indexOf('\n');
    const head = parseHead(text.slice(0, end));
    const body = text.slice(end + 1, -1);
    if (head === undefined || head.sha256 !== sha256(body))
        return undefined;
    if (head.schema > stateSchema)
        throw newer(head);
    // Schema 1 is the first: what older ones need to become this one goes here, step by step.
    const stored = JSON.parse(body);
    return { sequence: head.sequence, state: restore(stored) };
}
function restore(stored) {
    const { authority } = stored;
    return {
        schema: stateSchema,
        stack: stored.stack,
        hashKey: new secret/* Secret */.z('hash key', stored.hashKey),
        ...(authority === undefined
            ? {}
            : { authority: { ...authority, keyPem: new secret/* Secret */.z('key of the CA', authority.keyPem) } }),
        certificates: stored.certificates.map((certificate) => ({
            ...certificate,
            keyPem: new secret/* Secret */.z(`key of ${certificate.component}`, certificate.keyPem),
        })),
        generated: Object.fromEntries(Object.entries(stored.generated).map(([name, value]) => [name, new secret/* Secret */.z(name, value)])),
        releases: stored.releases.map((release) => ({ ...release, variables: restoreVariables(release.variables) })),
        fresh: false,
    };
}
function restoreVariables(variables) {
    return Object.fromEntries(Object.entries(variables).map(([name, { parts }]) => [
        name,
        { parts: parts.map((part) => restorePart(name, part)) },
    ]));
}
function restorePart(name, part) {
    return part.kind === 'kept' ? { kind: 'kept', text: new secret/* Secret */.z(name, part.text) } : part;
}
/** The same value with every Secret as its text. */
function reveal(value) {
    if (value instanceof secret/* Secret */.z)
        return value.reveal();
    if (Array.isArray(value))
        return value.map(reveal);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reveal(part)]));
}
function newer(head) {
    const by = head.writtenBy === undefined ? '' : ` (written by ${head.writtenBy})`;
    return new errors/* StackError */.L({
        code: 'STATE_NEWER',
        message: `the stack's state has schema ${head.schema}${by}, this version reads up to ${stateSchema}`,
        hint: 'Use the version of mcp-deploy that made the last deploy, or a newer one',
    });
}
function parseHead(text) {
    try {
        const head = JSON.parse(text);
        return typeof head?.schema === 'number' && typeof head.sequence === 'number' ? head : undefined;
    }
    catch {
        return undefined;
    }
}
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');

;// CONCATENATED MODULE: ./build/js/targets/compose/state-store.js







/** Where the state volume is mounted in its never started container. */
const folder = '/state';
/** Reads what the stack remembers; a fresh state when nothing is stored. @throws StackError STATE_UNREADABLE, STATE_NEWER. */
async function readState(place) {
    const record = await readRecord(place);
    if (record === undefined)
        return freshState(place.project);
    for (const secret of secretsOf(record.state))
        place.io.redactor.add(secret);
    return record.state;
}
/**
 * Stores the state beside the copy before it, never over it. Runs to its end after SIGTERM; a SIGKILL in the
 * middle leaves a copy whose checksum does not hold, and the one before is read.
 */
async function writeState(place, state) {
    await createVolume(place, stateVolume(place.project), 'state');
    const name = await ensureContainer(place);
    const sequence = ((await readRecord(place))?.sequence ?? 0) + 1;
    const file = {
        path: `state/${sequence % 2 === 0 ? 'even' : 'odd'}.json`,
        content: encodeState({ sequence, state }),
        mode: 0o400,
        uid: 0,
        gid: 0,
    };
    await askEngine(place, ['cp', '-', `${name}:/`], { stdin: await packTar([file]), uninterruptible: true });
}
/** Removes the state and the container through which it was reached. */
async function removeState(place) {
    await runEngine(place, ['rm', '--force', stateContainer(place.project)], { uninterruptible: true });
    if (await hasStateVolume(place))
        await askEngine(place, ['volume', 'rm', stateVolume(place.project)]);
}
async function readRecord(place) {
    const copy = () => runEngine(place, ['cp', `${stateContainer(place.project)}:${folder}`, '-'], { binary: true });
    let result = await copy();
    if (result.exitCode !== 0) {
        if (!(await hasStateVolume(place)))
            return undefined;
        await ensureContainer(place);
        result = await copy();
        if (result.exitCode !== 0)
            throw unreadable(place, place.io.redactor.redact(result.stderr.trim()));
    }
    const files = await unpackTar(result.stdoutBytes);
    const records = [...files.values()].flatMap((bytes) => decodeState(bytes.toString('utf8')) ?? []);
    if (records.length === 0 && files.size > 0)
        throw unreadable(place, 'no copy has a valid checksum');
    return records.toSorted((a, b) => b.sequence - a.sequence)[0];
}
/** The container stays, created and never started: it keeps `docker volume prune` away from the state. */
async function ensureContainer(place) {
    await createEmptyContainer(place, {
        name: stateContainer(place.project),
        labels: { [labels.kind]: 'state' },
        volumes: { [stateVolume(place.project)]: folder },
    });
    return stateContainer(place.project);
}
function secretsOf(state) {
    return [
        ...(state.authority === undefined ? [] : [state.authority.keyPem]),
        ...state.certificates.map((certificate) => certificate.keyPem),
        ...Object.values(state.generated),
        ...state.releases.flatMap((release) => Object.values(release.variables).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'kept' ? [part.text] : [])))),
    ];
}
function unreadable(place, reason) {
    return new errors/* StackError */.L({
        code: 'STATE_UNREADABLE',
        message: `the state in volume ${stateVolume(place.project)} cannot be read: ${reason}`,
        hint: 'Restore the volume from a backup; or remove it, and with it the CA and all generated secrets: mcp-deploy destroy --volumes --force',
    });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/destroy.js






/**
 * Removes what can be made again. Without `volumes` the data stays, and with it the secrets that open it.
 * Where nothing is there, nothing is done.
 *
 * @returns what was removed, as lines for people.
 */
async function destroyStack(place, options) {
    const { project } = place;
    const state = await readState(place);
    const containers = await containersOf(place, []);
    await removeContainers(place, containers);
    await removeHelpers(place);
    const networks = await removeNetworks(place);
    await pruneContents(place, []);
    const data = await listVolumes(place, [`${composeLabels.project}=${project}`]);
    if (options.volumes && data.length > 0)
        await askEngine(place, ['volume', 'rm', ...data]);
    const keep = !options.volumes && data.length > 0 && !state.fresh;
    if (keep) {
        const kept = Object.entries(state.generated).filter(([name]) => options.keepSecrets.includes(name));
        const { authority: _gone, ...rest } = state;
        await writeState(place, { ...rest, certificates: [], releases: [], generated: Object.fromEntries(kept) });
    }
    else
        await removeState(place);
    return [
        ...counted(containers.length, 'container'),
        ...counted(networks, 'network'),
        ...(options.volumes ? data.map((name) => `volume ${name} and its data`) : []),
        ...(keep || state.fresh ? [] : ['the stack’s state: CA, generated secrets, history']),
    ];
}
async function removeNetworks(place) {
    const filter = `label=${composeLabels.project}=${place.project}`;
    const ids = linesOf((await askEngine(place, ['network', 'ls', '--quiet', '--filter', filter])).stdout);
    if (ids.length > 0)
        await runEngine(place, ['network', 'rm', ...ids]);
    return ids.length;
}
const counted = (count, noun) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]);

;// CONCATENATED MODULE: ./build/js/targets/compose/reasons.js
/** What differs between a component as the live release recorded it and as it shall be, field by field. Pure. */
function fieldReasons(before, wanted) {
    const pending = wanted.pending.map(pendingReason);
    if (before === undefined)
        return pending;
    const names = [...new Set([...Object.keys(before), ...Object.keys(wanted.fields)])].toSorted();
    const differing = names.filter((name) => before[name] !== wanted.fields[name]);
    const explained = new Set(pending.map(({ field }) => field));
    return [
        ...pending,
        ...differing
            .filter((name) => !explained.has(name))
            .map((name) => fieldReason(name, before[name], wanted.fields[name])),
    ];
}
function fieldReason(field, before, after) {
    if (isSecret(before) || isSecret(after)) {
        const why = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
        return { field, secret: true, why };
    }
    return { field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
function pendingReason({ pending, key }) {
    const reasons = {
        image: { field: 'image', why: 'known after build' },
        certificate: { field: 'certificates', why: 'known after issue' },
        secret: { field: `secret ${key}`, secret: true, why: 'generated by the deploy' },
    };
    return reasons[pending];
}
/** How a bundle writes a secret into its fields: a keyed hash, which nobody can read anything from. */
const isSecret = (text) => text?.startsWith('secret:') === true;

;// CONCATENATED MODULE: ./build/js/targets/compose/diff.js

/** Deletes come after every other wave: the gateway has let go of a plugin before that goes. */
const deleteWave = 3;
/** Bundle × Live → one change per component, in the order of waves, then of names. Pure. */
function diffStack(bundle, live) {
    const release = live.state.releases.findLast(({ status }) => status === 'live');
    const changes = bundle.components.map((component) => compareComponent(component, live.components.find(({ service }) => service === component.service), release));
    const rolled = changes.map((change) => rollGateway(change, changes, bundle, live));
    return [...rolled, ...findOrphans(bundle, live)].toSorted((a, b) => a.wave - b.wave || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0));
}
function compareComponent(wanted, live, release) {
    const { service, wave, pending } = wanted;
    const change = { component: wanted.name, service, wave, pending };
    const recorded = release?.components.find((component) => component.service === service);
    if (live === undefined) {
        const why = `it is part of release ${release?.revision ?? 0} and is not there any more`;
        return { ...change, action: 'create', reasons: recorded === undefined ? [] : [{ field: 'drift', why }] };
    }
    const drift = driftReasons(live, recorded?.hash, release?.revision);
    if (pending.length > 0 || live.hash !== wanted.hash) {
        const reasons = [...fieldReasons(recorded?.fields, wanted), ...drift];
        return {
            ...change,
            action: 'update',
            reasons: reasons.length > 0 ? reasons : [unexplained(recorded === undefined)],
        };
    }
    const ill = illReasons(live);
    if (ill.length > 0)
        return { ...change, action: 'restart', reasons: ill };
    return { ...change, action: 'unchanged', reasons: [] };
}
function unexplained(unrecorded) {
    const why = unrecorded
        ? 'it runs, and no finished release says what it was made from'
        : 'the manifest is written differently by this version of the tool or by a changed template';
    return { field: 'manifest', why };
}
/** What runs is not what the release made. */
function driftReasons(live, recorded, revision) {
    if (live.containers.length > 1)
        return [{ field: 'drift', why: live.message }];
    if (recorded === undefined || live.hash === recorded)
        return [];
    return [{ field: 'drift', why: `what runs is not what release ${revision ?? 0} made` }];
}
/** The right thing, in a state that does not mend itself. */
function illReasons(live) {
    if (live.containers.length > 1)
        return [{ field: 'drift', why: live.message }];
    if (live.readiness === 'failed' || live.readiness === 'stopped')
        return [{ field: 'drift', why: live.message }];
    return [];
}
/**
 * A gateway does not survive the restart of a plugin (CONTRACT §6): it rolls after one that changes in this run,
 * and after one that started later than itself (a crash, an engine that came up again, a run that was killed).
 */
function rollGateway(change, changes, bundle, live) {
    const role = (service) => bundle.components.find((component) => component.service === service)?.role;
    if (role(change.service) !== 'gateway' || change.action === 'create')
        return change;
    const started = newestStart(live, change.service);
    const restarting = changes.flatMap((other) => {
        if (role(other.service) !== 'plugin')
            return [];
        const why = pluginRestart(other, started, newestStart(live, other.service));
        return why === undefined ? [] : [{ field: 'plugin restarted', why }];
    });
    if (restarting.length === 0)
        return change;
    const action = change.action === 'unchanged' ? 'restart' : change.action;
    return { ...change, action, reasons: [...change.reasons, ...restarting] };
}
function pluginRestart(plugin, gateway, started) {
    if (plugin.action === 'create')
        return `plugin ${plugin.component} starts`;
    if (plugin.action !== 'unchanged')
        return `plugin ${plugin.component} restarts; calls through it fail closed until the gateway is back`;
    if (gateway === undefined || started === undefined || started <= gateway)
        return undefined;
    return `plugin ${plugin.component} started after the gateway did`;
}
/** ISO 8601 in UTC, to the millisecond: these compare as text. */
function newestStart(live, service) {
    const component = live.components.find((candidate) => candidate.service === service);
    return component?.containers
        .flatMap(({ startedAt }) => startedAt ?? [])
        .toSorted()
        .at(-1);
}
function findOrphans(bundle, live) {
    return live.components
        .filter(({ service }) => !bundle.components.some((component) => component.service === service))
        .map(({ service, component }) => ({
        action: 'delete',
        component: component ?? service,
        service,
        wave: deleteWave,
        reasons: [{ field: 'component', why: 'it is not in the configuration' }],
        pending: [],
    }));
}

;// CONCATENATED MODULE: ./build/js/targets/compose/process-mark.js
/** This process; undefined where the system has no /proc that counts as this process does. */
async function markOfSelf({ files, run }) {
    const self = await readSelf({ files });
    if (self === undefined || !self.ownNamespace)
        return undefined;
    const boot = await files.read('/proc/sys/kernel/random/boot_id').catch(() => '');
    const stat = parseStat(await files.read(`/proc/${self.pid}/stat`).catch(() => ''));
    // The child is in our namespace. It cannot be read as a file: the link leads nowhere.
    const link = await run({ program: 'readlink', args: ['/proc/self/ns/pid'] }).catch(() => undefined);
    const namespace = link?.exitCode === 0 ? link.stdout.trim() : '';
    if (boot.trim() === '' || namespace === '' || stat === undefined)
        return undefined;
    return { boot: boot.trim(), namespace, uid: self.uid, pid: self.pid, start: stat.start };
}
/** Whether the other process is certainly not there any more; false where we cannot know. */
async function isGone(other, self, { files }) {
    if (self === undefined || other.boot !== self.boot)
        return false;
    if (other.namespace !== self.namespace || other.uid !== self.uid)
        return false;
    const text = await files.read(`/proc/${other.pid}/stat`).catch((error) => (isAbsent(error) ? 'gone' : ''));
    if (text === 'gone')
        return true;
    const stat = parseStat(text);
    // A zombie has ended, and nobody has asked how: common in containers whose first process is no init.
    return stat !== undefined && (stat.start !== other.start || stat.state === 'Z' || stat.state === 'X');
}
const markOrder = ['boot', 'namespace', 'uid', 'pid', 'start'];
function formatMark(mark) {
    return markOrder.map((key) => mark[key]).join(' ');
}
function parseMark(text) {
    const [boot, namespace, uid, pid, start, ...rest] = text.split(' ');
    if (boot === undefined || namespace === undefined || uid === undefined || rest.length > 0)
        return undefined;
    if (pid === undefined || start === undefined || !/^\d+$/.test(pid) || !/^\d+$/.test(start))
        return undefined;
    return { boot, namespace, uid, pid, start };
}
/** Who this process is, as /proc has it; undefined where there is none. */
async function readSelf({ files }) {
    const status = await files.read('/proc/self/status').catch(() => '');
    const [pid] = fieldOf(status, 'Pid');
    const [uid] = fieldOf(status, 'Uid');
    if (pid === undefined || uid === undefined)
        return undefined;
    // One number for each namespace from that of /proc down to ours: two, and /proc counts differently than we do.
    return { pid, uid, ownNamespace: fieldOf(status, 'NSpid').length === 1 };
}
function fieldOf(status, name) {
    const line = status.split('\n').find((one) => one.startsWith(`${name}:`)) ?? '';
    return line
        .slice(name.length + 1)
        .trim()
        .split(/\s+/)
        .filter(Boolean);
}
/** The program's name in the parentheses may hold anything, spaces and parentheses too. */
function parseStat(text) {
    const fields = text
        .slice(text.lastIndexOf(')') + 1)
        .trim()
        .split(' ');
    const [state, start] = [fields[0], fields[19]];
    return state === undefined || start === undefined ? undefined : { state, start };
}
function isAbsent(error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
}

;// CONCATENATED MODULE: ./build/js/targets/compose/holder.js

/** Who runs this, as others know it: the job's address, else user, machine and process. */
async function describeHolder({ environment, files, run, }) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CI_JOB_URL, USER, LOGNAME, HOSTNAME } = environment;
    if (GITHUB_RUN_ID !== undefined)
        return `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID}`;
    if (CI_JOB_URL !== undefined)
        return CI_JOB_URL;
    const self = await readSelf({ files });
    const user = USER || LOGNAME || (self === undefined ? 'somebody' : `uid ${self.uid}`);
    const machine = (await readMachine({ files, run })) || HOSTNAME || 'this machine';
    return `${user}@${machine}${self === undefined ? '' : ` (pid ${self.pid})`}`;
}
async function readMachine({ files, run }) {
    const known = await files.read('/proc/sys/kernel/hostname').catch(() => '');
    if (known.trim() !== '')
        return known.trim();
    const { stdout } = await run({ program: 'uname', args: ['-n'] }).catch(() => ({ stdout: '' }));
    return stdout.trim();
}

;// CONCATENATED MODULE: ./build/js/targets/compose/lock.js






/** How often the holder shows that it lives, and how long a waiter watches a silent one before it takes over. */
const lockTimes = { beatSeconds: 5, staleSeconds: 20, pollSeconds: 1 };
/**
 * Takes the project's lock: a container's name, which the engine gives away once. The holder's heartbeat is a
 * counter in that container, so that no two clocks are compared. A waiter that sees it stand still takes over; one on
 * the same machine that sees the holder's process gone does so at once.
 *
 * @throws StackError LOCK_HELD naming the holder, after `waitSeconds`.
 */
async function takeLock(place, request) {
    const { io } = place;
    const times = request.times ?? lockTimes;
    const start = io.clock.now().getTime();
    let watched;
    let told = false;
    for (;;) {
        stopIfInterrupted(io);
        const id = await createLock(place, request);
        if (id !== undefined)
            return keepLock(place, id, times.beatSeconds);
        const now = io.clock.now().getTime();
        const seen = await readLock(place);
        if (seen === undefined)
            continue;
        if (seen.mark !== undefined && (await isGone(seen.mark, request.mark, io))) {
            io.progress.line(`the run of ${seen.holder} (${seen.purpose}) ended without giving its lock back: taking over`);
            await runEngine(place, ['rm', '--force', seen.id]);
            continue;
        }
        if (watched?.id !== seen.id || watched.beat !== seen.beat)
            watched = { ...seen, since: now };
        if (now - watched.since >= times.staleSeconds * 1000) {
            io.progress.line(`the lock of ${seen.holder} (${seen.purpose}) shows no life for ${times.staleSeconds} s: taking over`);
            await runEngine(place, ['rm', '--force', seen.id]);
            continue;
        }
        if (now - start >= request.waitSeconds * 1000)
            throw held(place, seen, request.waitSeconds);
        if (!told)
            io.progress.line(waitingFor(seen, request.waitSeconds));
        told = true;
        await io.clock.sleep(times.pollSeconds * 1000, io.signal);
    }
}
const markLabel = 'mcp-stack.dev/process';
async function createLock(place, request) {
    return await createEmptyContainer(place, {
        name: lockContainer(place.project),
        labels: {
            [labels.kind]: 'lock',
            'mcp-stack.dev/holder': request.holder,
            'mcp-stack.dev/purpose': request.purpose,
            'mcp-stack.dev/at': place.io.clock.now().toISOString(),
            ...(request.mark && { [markLabel]: formatMark(request.mark) }),
        },
        volumes: {},
    });
}
function keepLock(place, id, beatSeconds) {
    const { clock } = place.io;
    const stop = new AbortController();
    let lost = false;
    let released = false;
    const beats = (async () => {
        for (let beat = 1; !stop.signal.aborted && !lost; beat += 1) {
            const file = { path: 'beat', content: String(beat), mode: 0o400, uid: 0, gid: 0 };
            const stdin = await packTar([file]);
            const copied = await runEngine(place, ['cp', '-', `${id}:/`], { stdin, uninterruptible: true }).catch(() => undefined);
            if (copied?.exitCode !== 0)
                lost = await isRemoved(place, id);
            await clock.sleep(beatSeconds * 1000, stop.signal);
        }
    })();
    return {
        lost: () => lost,
        release: async () => {
            if (released)
                return;
            released = true;
            stop.abort();
            await beats;
            await runEngine(place, ['rm', '--force', id], { uninterruptible: true });
        },
    };
}
/** An engine that does not answer for once is no reason to give up; a container that is gone is. */
async function isRemoved(place, id) {
    const options = { uninterruptible: true };
    const found = await runEngine(place, ['container', 'inspect', id], options).catch(() => undefined);
    return found !== undefined && /no such (container|object)/i.test(found.stderr);
}
/** Who holds it; undefined when it was given back in this moment. */
async function readLock(place) {
    const inspected = await runEngine(place, ['container', 'inspect', lockContainer(place.project)]);
    if (inspected.exitCode !== 0)
        return undefined;
    const found = JSON.parse(inspected.stdout);
    const [facts] = found;
    if (facts === undefined)
        return undefined;
    const copied = await runEngine(place, ['cp', `${facts.Id}:/beat`, '-'], { binary: true });
    const beat = copied.exitCode === 0 ? (await unpackTar(copied.stdoutBytes)).get('beat')?.toString() : undefined;
    const label = (name) => facts.Config.Labels[`mcp-stack.dev/${name}`] ?? 'unknown';
    const mark = parseMark(facts.Config.Labels[markLabel] ?? '');
    return {
        id: facts.Id,
        beat: beat ?? '0',
        holder: label('holder'),
        purpose: label('purpose'),
        at: label('at'),
        ...(mark && { mark }),
    };
}
function waitingFor({ holder, purpose, at }, waitSeconds) {
    return `waiting up to ${waitSeconds} s for ${holder}, who holds the lock for ${purpose} since ${at}`;
}
function held(place, seen, waited) {
    return new errors/* StackError */.L({
        code: 'LOCK_HELD',
        message: `${seen.holder} holds the lock of ${place.project} for ${seen.purpose} since ${seen.at}; waited ${waited} s`,
        hint: `Run again when it is done. If that run is gone, the lock frees itself after ${lockTimes.staleSeconds} s`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/compose/logs.js




/** Shows log lines of components, all of them when none is named; follows until the run is told to stop. @throws StackError USAGE */
async function showLogs(place, options) {
    const containers = await inspectProject(place);
    const chosen = chooseContainers(containers, options.components);
    await Promise.all(chosen.map(async (container) => {
        const args = ['logs', '--tail', String(options.tail), ...(options.follow ? ['--follow'] : []), container.Id];
        const onLine = (line) => options.onLine(nameOf(container), line);
        // The end of a followed log by Ctrl-C is the way out, not a failure.
        await runEngine(place, args, { onLine }).catch((error) => {
            if (!place.io.signal.aborted)
                throw error;
        });
    }));
}
function chooseContainers(containers, wanted) {
    if (wanted.length === 0)
        return containers;
    const unknown = wanted.filter((name) => !containers.some((container) => answersTo(container, name)));
    if (unknown.length > 0) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `no container of ${unknown.join(', ')} is there`,
            hint: `There are: ${[...new Set(containers.map(nameOf))].toSorted().join(', ') || 'none; deploy first'}`,
        });
    }
    return containers.filter((container) => wanted.some((name) => answersTo(container, name)));
}
function answersTo(container, name) {
    return nameOf(container) === name || container.Config.Labels?.[composeLabels.service] === name;
}
function nameOf(container) {
    const { Labels } = container.Config;
    return Labels?.[labels.component] ?? Labels?.[composeLabels.service] ?? container.Name;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/observe.js






/**
 * What runs now and what is remembered: four reads, whatever the number of components is.
 *
 * @throws StackError STACK_CONFLICT when the project has containers that are not ours; STATE_UNREADABLE, STATE_NEWER.
 */
async function observeStack(place) {
    const [containers, state, contents] = await Promise.all([
        inspectProject(place),
        readState(place),
        listContentVolumes(place),
    ]);
    refuseForeign(place.project, containers);
    return { components: groupComponents(containers), state, contents };
}
/** Containers → components by Compose service, sorted by name. Pure. */
function groupComponents(containers) {
    const services = new Map();
    for (const container of containers) {
        const service = label(container, composeLabels.service) ?? container.Name;
        services.set(service, [...(services.get(service) ?? []), container]);
    }
    return [...services]
        .map(([service, members]) => toLiveComponent(service, members))
        .toSorted((a, b) => (a.service < b.service ? -1 : 1));
}
function toLiveComponent(service, members) {
    const statuses = members.map(readStatus);
    const worst = statuses.reduce((a, b) => (severity[b.readiness] > severity[a.readiness] ? b : a));
    const [first] = members;
    const hashes = new Set(members.map((member) => label(member, labels.hash)));
    const hash = hashes.size === 1 ? [...hashes][0] : undefined;
    const component = first && label(first, labels.component);
    const role = first && label(first, labels.role);
    return {
        service,
        containers: members.map(toLiveContainer),
        readiness: worst.readiness,
        message: members.length === 1 ? worst.message : `${members.length} containers where one should be: ${worst.message}`,
        ...(component === undefined ? {} : { component }),
        ...(role === undefined ? {} : { role }),
        ...(hash === undefined ? {} : { hash }),
        ...(first === undefined ? {} : { image: first.Config.Image }),
    };
}
const severity = { ready: 0, progressing: 1, stopped: 2, failed: 3 };
function refuseForeign(project, containers) {
    const foreign = containers.filter((container) => label(container, labels.stack) !== project);
    if (foreign.length === 0)
        return;
    const names = foreign.map((container) => {
        const stack = label(container, labels.stack);
        return `${container.Name.replace(/^\//, '')}${stack === undefined ? '' : ` of stack ${stack}`}`;
    });
    throw new errors/* StackError */.L({
        code: 'STACK_CONFLICT',
        message: `the Compose project ${project} has containers that this stack did not make: ${names.join(', ')}`,
        hint: 'Set another deployment.project_name, or remove those containers',
    });
}
const label = (container, name) => container.Config.Labels?.[name];

;// CONCATENATED MODULE: ./build/js/targets/compose/release-bundle.js
const waves = { postgres: 0, redis: 0, plugin: 1, gateway: 2 };
/**
 * A stored release as a bundle that can be applied again: its manifest, images and configuration, with the
 * certificates and secrets that `state` holds today. Pure.
 */
function bundleOfRelease(release, state) {
    const contents = Object.entries(release.contents).map(([name, stored]) => toContent(name, stored, state.certificates));
    return {
        target: 'compose',
        files: [{ path: 'compose.yaml', text: release.manifest }],
        components: release.components.map((component) => toComponent(component, contents)),
        contents,
        variables: Object.fromEntries(Object.entries(release.variables).map(([name, value]) => [name, toEnvValue(value)])),
    };
}
function toComponent(component, contents) {
    const role = readRole(component.role);
    const own = contents.filter((content) => content.component === component.name);
    return {
        ...component,
        role,
        wave: waves[role],
        replicas: 1,
        contents: own.map(({ name }) => name),
        pending: [],
    };
}
/** The word of a stored release; one that an older version wrote differently counts as a plugin's. */
function readRole(word) {
    return word === 'gateway' || word === 'postgres' || word === 'redis' ? word : 'plugin';
}
function toContent(name, stored, certificates) {
    const { component, kind, mountPath } = stored;
    const certificate = certificates.find((candidate) => candidate.component === component);
    const files = kind === 'certificates' && certificate !== undefined ? certificateFiles(certificate) : stored.files;
    return { name, component, kind, mountPath, files };
}
/** The tree of CONTRACT §4: `client.*` for the gateway, `server.*` for a plugin. */
function certificateFiles(certificate) {
    return {
        [`${certificate.kind}.crt`]: certificate.chainPem,
        [`${certificate.kind}.key`]: certificate.keyPem,
        'ca.crt': certificate.trustBundlePem,
    };
}
function toEnvValue({ parts }) {
    return {
        kind: 'secret',
        parts: parts.map((part) => part.kind === 'kept'
            ? { kind: 'literal', text: part.text }
            : { kind: 'reference', secret: part.secret, encoding: part.encoding }),
    };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/compose.js

















/** Docker Compose on a local or remote engine; the project is the stack. */
const compose = {
    type: 'compose',
    deployable: true,
    async connect(plan, io) {
        const place = makePlace(plan, io);
        return openConnection(place, plan, await describeEngine(place));
    },
    diff: diffStack,
    bundleOf: bundleOfRelease,
};
function openConnection(place, plan, description) {
    let held;
    const stillOurs = () => {
        if (held?.lost() !== true)
            return;
        throw new errors/* StackError */.L({
            code: 'LOCK_HELD',
            message: 'another run took the lock over while this one was silent, so this one stops',
            hint: 'Run again when the other is done',
        });
    };
    return {
        description,
        observe: () => observeStack(place),
        async lock(purpose, waitSeconds) {
            const [holder, mark] = await Promise.all([describeHolder(place.io), markOfSelf(place.io)]);
            held = await takeLock(place, { purpose, holder, waitSeconds, ...(mark && { mark }) });
            return held;
        },
        async saveState(state) {
            stillOurs();
            await writeState(place, state);
        },
        fetchImages: (bundle) => fetchImages(place, bundle),
        apply: (input) => applyChanges(place, input, stillOurs),
        databaseRevision: (input) => readDatabaseRevision(place, input),
        async destroy(options) {
            stillOurs();
            return await destroyStack(place, options);
        },
        components: async () => groupComponents(await inspectProject(place)),
        logs: (options) => showLogs(place, options),
        keepEvidence: async () => {
            for (const { component, service, containers } of groupComponents(await inspectProject(place))) {
                for (const { id } of containers)
                    await keepEvidence(place, component ?? service, id);
            }
        },
        gatewayShells: () => openGatewayShells(place),
        pluginEndpoints: () => findPluginEndpoints(place, plan.plugins),
        close: async () => {
            await held?.release();
            held = undefined;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubernetes.js

/** Planned and validated in full; this version deploys to Compose only. */
const kubernetes = {
    type: 'kubernetes',
    deployable: false,
    connect: () => Promise.reject(notYet()),
    diff: () => {
        throw notYet();
    },
    bundleOf: () => {
        throw notYet();
    },
};
function notYet() {
    return new errors/* StackError */.L({
        code: 'NOT_SUPPORTED',
        message: 'this version cannot deploy to kubernetes yet',
        hint: 'Use deployment.type: compose',
    });
}

;// CONCATENATED MODULE: ./build/js/registry.js








/** Where a stack can run. A new target is one file in targets/ and one word here. */
const targets = { compose: compose, kubernetes: kubernetes };
/** How an image can be built; the first that is available is used. */
const builders = [bake, docker, podman];
/** Who can sign certificates; `certificates.authority` names one. */
const authorities = [localAuthority, envAuthority];
/** Where secrets are asked for, in this order. */
const secretProviders = [environmentProvider];
/** The target of `deployment.type`, which the schema has checked. */
function chooseTarget(type) {
    return targets[type];
}


/***/ })

};
