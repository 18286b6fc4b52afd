export const id = 4178;
export const ids = [4178];
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
/* harmony import */ var _model_builder_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12191);


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
        hint: (0,_model_builder_image_js__WEBPACK_IMPORTED_MODULE_1__/* .hintFor */ .JR)(io.environment, 'Start it, or name another: DOCKER_HOST, deployment.docker_context, deployment.container_engine', `${_model_builder_image_js__WEBPACK_IMPORTED_MODULE_1__/* .socketAddition */ .ov}; or name a buildx builder that needs no engine here: ci_cd.build.builder`),
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
        const { exitCode, stdout, stderr, timedOut } = await io.run(command, { timeoutSeconds: 20 });
        // podman-docker installs podman under the name docker; the two spell this one word differently.
        const podman = isPodman(command.program) || stdout.includes('"APIVersion"');
        const reason = timedOut ? 'no answer' : (stderr.trim().split('\n')[0] ?? '');
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

/***/ 50507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ signsWithPair),
/* harmony export */   t: () => (/* binding */ findAuthorityPair)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10390);
/* harmony import */ var _choose_authority_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71506);
/* harmony import */ var _judge_pair_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3297);




/** Does this run sign with a pair that is given? */
function signsWithPair(options) {
    const name = (0,_choose_authority_js__WEBPACK_IMPORTED_MODULE_2__/* .authorityName */ .zr)(options);
    return name === 'env' && (options.policy.autoGenerate || name !== options.policy.authority);
}
/**
 * `CA_CERT` and `CA_KEY` of the providers that are asked for names, or the two places of `ca_secret`; as PEM, as PEM with its
 * line ends written `\n` (which survive one-line variables), or as base64 of the PEM. Undefined where the names are nowhere.
 *
 * @throws StackError when they are said to be somewhere and cannot be had, when only one of them is there, or one is not what it
 *   is called.
 */
async function findAuthorityPair({ io, secrets, policy, }) {
    const { caSecret } = policy;
    const named = (name, from) => from === undefined ? { name } : { name, from };
    const wanted = [named('CA_CERT', caSecret?.certificate), named('CA_KEY', caSecret?.key)];
    const findings = (await secrets?.find(wanted)) ?? new Map();
    const places = new Map([
        ['CA_CERT', caSecret?.places?.certificate],
        ['CA_KEY', caSecret?.places?.key],
    ]);
    // One problem may stand for both: a provider that cannot be asked.
    const failed = new Map();
    for (const [name, finding] of findings) {
        const problem = 'problem' in finding ? finding.problem : 'unread' in finding ? finding.unread : undefined;
        const place = places.get(name);
        if (problem === undefined || failed.has(problem))
            continue;
        failed.set(problem, place === undefined ? problem : { ...problem, place });
    }
    refuseUnread([...failed.values()]);
    const get = (name) => {
        const finding = findings.get(name);
        if (finding === undefined || !('value' in finding))
            return undefined;
        return finding.value.matches(/^\s*$/) ? undefined : finding;
    };
    const [certificate, key] = [get('CA_CERT'), get('CA_KEY')];
    if (certificate === undefined && key === undefined)
        return undefined;
    if (certificate === undefined || key === undefined)
        throw halfGiven(key === undefined ? 'CA_KEY' : 'CA_CERT', caSecret !== undefined);
    // In the wrong place it is a key all the same.
    if ((0,_judge_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .contentOf */ .$E)(certificate.value) === 'key')
        registerKey(certificate.value, io);
    const keyPem = registerKey(key.value, io);
    (0,_judge_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseMixedUp */ .tc)({ certificate: certificate.value, key: key.value }, (0,_judge_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .eZ)(caSecret), caSecret?.places);
    return {
        certificatePem: (0,_judge_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .toPem */ .sg)(certificate.value.reveal()),
        keyPem,
        provenance: { CA_CERT: certificate.provenance, CA_KEY: key.provenance },
    };
}
/** @throws StackError with both halves where neither can be had. */
function refuseUnread(found) {
    // Providers word their hints for names that are declared; these two have a key of their own.
    const problems = found.map(({ hint, ...problem }) => {
        const own = hint?.replace(/`from`(?: in ci_cd\.vault_secrets)?/, 'certificates.ca_secret');
        return { ...problem, ...(own === undefined ? {} : { hint: own }) };
    });
    const [first] = problems;
    if (first === undefined)
        return;
    const message = problems.length === 1 ? first.message : 'neither CA_CERT nor CA_KEY can be had';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ ...first, message, problems });
}
/** Both forms are secret: the one that was given and the PEM in it. */
function registerKey(given, io) {
    io.redactor.add(given);
    const keyPem = new _model_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z('CA_KEY', (0,_judge_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .toPem */ .sg)(given.reveal()));
    io.redactor.add(keyPem);
    return keyPem;
}
function halfGiven(missing, placed) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'SECRET_MISSING',
        message: `${missing} is not set, but the other half of the CA is`,
        hint: placed
            ? 'Put it where certificates.ca_secret says, as PEM or base64 of it.'
            : 'Pass both to the step: CA_CERT and CA_KEY, as PEM or base64 of it.',
    });
}


/***/ }),

/***/ 36019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isRoot),
/* harmony export */   q: () => (/* binding */ buildChain)
/* harmony export */ });
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84333);

/**
 * Orders certificates into a chain, whatever order they came in; what belongs to another chain is left out.
 *
 * @param given    What the signer answered.
 * @param trusted  Whose roots alone may end the chain; undefined: any root among `given`.
 * @param trustedIn  Names `trusted` in messages.
 */
function buildChain(leaf, given, trusted, trustedIn) {
    const pool = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueOf */ .L)([...(trusted ?? []), ...given]);
    const anchors = new Set((trusted ?? given).filter((entry) => !isSame(entry, leaf) && isRoot(entry)).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax));
    const path = climb([leaf], pool, anchors);
    const top = path.at(-1) ?? leaf;
    return anchors.has((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(top)) ? { path } : { path, broken: explain(top, leaf, pool, trusted, trustedIn) };
}
/** It signed itself. */
function isRoot(certificate) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignedBy */ .s3)(certificate, certificate);
}
/** Tries every issuer (a renewed or cross-signed CA has several); the longest way where none ends at an anchor. */
function climb(path, pool, anchors) {
    const top = path.at(-1) ?? path[0];
    if (anchors.has((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(top)))
        return path;
    let longest = path;
    for (const issuer of pool) {
        if (path.includes(issuer) || isSame(issuer, top) || !(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignedBy */ .s3)(top, issuer))
            continue;
        const way = climb([...path, issuer], pool, anchors);
        if (anchors.has((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(way.at(-1) ?? top)))
            return way;
        if (way.length > longest.length)
            longest = way;
    }
    return longest;
}
function explain(top, leaf, pool, trusted, trustedIn) {
    const [subject, issuer] = [(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(top.subject), (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(top.issuer)];
    // Its key usage may not let it sign certificates, so isRoot would not see it.
    if (isSame(top, leaf) && leaf.verify(leaf.publicKey)) {
        return { why: 'it signed itself: no CA did', hint: 'Have the request signed by a CA.' };
    }
    if (isRoot(top)) {
        return {
            why: `its chain ends at the root ${subject}, which is not in ${trustedIn}`,
            hint: `Have it signed under a root of ${trustedIn}, or add this root there.`,
        };
    }
    if (pool.some((entry) => entry.subject === top.issuer && !isSame(entry, top))) {
        return {
            why: `the signature on ${subject} is not by the certificate of ${issuer} that came with it`,
            hint: 'A CA of the same name with another key was given: give the one that signed.',
        };
    }
    const last = trusted === undefined ? 'the root last' : `up to a root of ${trustedIn}`;
    return {
        why: `the certificate of ${issuer} is missing, which signed ${isSame(top, leaf) ? 'it' : subject}`,
        hint: `Append the certificates above it, ${last}.`,
    };
}
function isSame(one, other) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(one) === (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(other);
}


/***/ }),

/***/ 41758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readLinks)
/* harmony export */ });
async function readLinks([first, ...rest]) {
    return [await readLink(first), ...(await Promise.all(rest.map(readLink)))];
}
async function readLink(certificate) {
    return { certificate, facts: await readFacts(certificate) };
}
/** Reads a certificate of whatever origin with @peculiar's ASN.1 schemas. */
async function readFacts(certificate) {
    const [{ AsnConvert }, x509] = await Promise.all([__webpack_require__.e(/* import() */ 7261).then(__webpack_require__.t.bind(__webpack_require__, 47261, 19)), Promise.all(/* import() */[__webpack_require__.e(7261), __webpack_require__.e(3594)]).then(__webpack_require__.t.bind(__webpack_require__, 33594, 19))]);
    const { tbsCertificate, signatureAlgorithm } = AsnConvert.parse(certificate.raw, x509.Certificate);
    const extensions = tbsCertificate.extensions ?? [];
    const find = (oid) => extensions.find((entry) => entry.extnID === oid);
    const constraints = find(x509.id_ce_basicConstraints);
    const usage = find(x509.id_ce_keyUsage);
    const authorityKeyId = find(x509.id_ce_authorityKeyIdentifier);
    const names = find(x509.id_ce_nameConstraints);
    const { permittedSubtrees = [], excludedSubtrees = [] } = names === undefined ? {} : AsnConvert.parse(names.extnValue.buffer, x509.NameConstraints);
    const dns = (trees) => [...trees].flatMap(({ base }) => (base.dNSName === undefined ? [] : [base.dNSName.toLowerCase()]));
    const permitted = dns(permittedSubtrees);
    return {
        signatureAlgorithm: signatureAlgorithm.algorithm,
        signatureParameters: (signatureAlgorithm.parameters?.byteLength ?? 0) > 2,
        ...(constraints === undefined
            ? {}
            : { constraints: { critical: constraints.critical, ...readConstraints(constraints.extnValue.buffer) } }),
        ...(usage === undefined ? {} : { usages: AsnConvert.parse(usage.extnValue.buffer, x509.KeyUsage).toJSON() }),
        hasSubjectKeyId: find(x509.id_ce_subjectKeyIdentifier) !== undefined,
        hasAuthorityKeyId: authorityKeyId !== undefined &&
            AsnConvert.parse(authorityKeyId.extnValue.buffer, x509.AuthorityKeyIdentifier).keyIdentifier !== undefined,
        ...(permitted.length === 0 ? {} : { permittedNames: permitted }),
        excludedNames: dns(excludedSubtrees),
        unknownCritical: extensions
            .filter(({ critical, extnID }) => critical && !known.has(extnID))
            .map(({ extnID }) => extnID),
    };
    function readConstraints(der) {
        const { cA, pathLenConstraint } = AsnConvert.parse(der, x509.BasicConstraints);
        return { ca: cA, ...(pathLenConstraint === undefined ? {} : { pathLength: pathLenConstraint }) };
    }
}
/** Critical extensions that OpenSSL handles: constraints, usages, names, key ids, policies. */
const known = new Set([
    '2.5.29.14',
    '2.5.29.15',
    '2.5.29.17',
    '2.5.29.18',
    '2.5.29.19',
    '2.5.29.30',
    '2.5.29.31',
    '2.5.29.32',
    '2.5.29.33',
    '2.5.29.35',
    '2.5.29.36',
    '2.5.29.37',
    '2.5.29.54',
]);


/***/ }),

/***/ 6939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ checkAnswer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/js/certificates/build-chain.js
var build_chain = __webpack_require__(36019);
// EXTERNAL MODULE: ./build/js/certificates/certificate-facts.js
var certificate_facts = __webpack_require__(41758);
// EXTERNAL MODULE: ./build/js/certificates/judge-chain.js
var judge_chain = __webpack_require__(92168);
// EXTERNAL MODULE: ./build/js/certificates/match.js
var match = __webpack_require__(79906);
// EXTERNAL MODULE: ./build/js/certificates/profile.js
var profile = __webpack_require__(77662);
// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
// EXTERNAL MODULE: ./build/js/certificates/renewal.js
var renewal = __webpack_require__(26911);
;// CONCATENATED MODULE: ./build/js/certificates/judge-leaf.js




/** What is wrong with a leaf that came back, measured by its request (CONTRACT §4). */
function judgeLeaf(leaf, facts, request, now) {
    return [
        ...judgeNames(leaf, request),
        ...judgeUsage(leaf, request),
        ...judgeKeyUsage(facts),
        ...(leaf.ca || facts.constraints?.ca === true
            ? [error('it is a CA certificate (CA:TRUE)', 'Have it signed as an end-entity certificate: CA:FALSE.')]
            : []),
        ...(facts.hasAuthorityKeyId
            ? []
            : [
                error('it has no authority key id, and strict verifiers (Python 3.13) refuse it', 'Have it signed with authorityKeyIdentifier = keyid.'),
            ]),
        ...(facts.hasSubjectKeyId ? [] : [note('it has no subject key id', 'Better: subjectKeyIdentifier = hash.')]),
        ...judgeLife(leaf, request, now),
    ];
}
/** A company's CA does not sign `localhost`, and nothing that is deployed needs it; more names than asked for do no harm. */
function judgeNames(leaf, { dnsNames }) {
    const has = (0,read_certificate/* dnsNamesOf */.Hz)(leaf).map((name) => name.toLowerCase());
    const wanted = [...new Set(dnsNames.map((name) => name.toLowerCase()))];
    const missing = wanted.filter((name) => name !== 'localhost' && !has.includes(name));
    const more = has.filter((name) => !wanted.includes(name));
    return [
        ...(missing.length === 0
            ? []
            : [
                error(`the DNS ${missing.length === 1 ? 'name' : 'names'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`, 'Have it signed with every name of the request as subjectAltName (a signer may have to be told to copy them).'),
            ]),
        ...(more.length === 0 ? [] : [note(`it has more names than asked for: ${more.join(', ')}`)]),
    ];
}
function judgeUsage(leaf, { kind }) {
    const has = leaf.keyUsage ?? [];
    const other = kind === 'client' ? 'server' : 'client';
    return [
        ...(has.includes(profile/* usageOf */.Fs[kind])
            ? []
            : [
                error(`its extended key usage is not ${profile/* usageNames */.QT[kind]}`, `Have it signed for TLS ${kind} authentication (extendedKeyUsage = ${profile/* usageNames */.QT[kind]}).`),
            ]),
        ...(has.includes(profile/* usageOf */.Fs[other])
            ? [
                error(`its extended key usage has ${profile/* usageNames */.QT[other]} too, so it could pass as a ${other}`, `Have it signed with extendedKeyUsage = ${profile/* usageNames */.QT[kind]} alone.`),
            ]
            : []),
    ];
}
function judgeKeyUsage({ usages }) {
    const hint = 'Have it signed with keyUsage = critical, digitalSignature.';
    if (usages === undefined)
        return [warning('it has no key usage', hint)];
    return [
        ...(usages.includes('digitalSignature') ? [] : [error('its key usage is not digitalSignature', hint)]),
        ...(usages.includes('keyCertSign') ? [error('its key usage lets it sign certificates', hint)] : []),
    ];
}
const wait = "Wait until then, or set this machine's clock.";
function judgeLife(leaf, request, now) {
    const end = (0,read_certificate/* endOf */.pJ)(leaf);
    const start = new Date(leaf.validFrom);
    if (end <= now)
        return [error((0,match/* describeEnd */.lA)(end, now), 'Have the request signed again.')];
    if (start > (0,profile/* addMinutes */.z5)(now, profile/* clockSkewMinutes */.e0)) {
        return [error(`it is not valid before ${start.toISOString()}`, wait)];
    }
    // Its signer's clock is a moment ahead of ours: by the time it is deployed it is valid.
    if (start > now)
        return [warning(`it is valid from ${start.toISOString()} on, and it is not yet that late`, wait)];
    if ((0,renewal/* renewalStart */.P)(leaf, request) <= now) {
        return [warning(`it ${(0,match/* describeEnd */.lA)(end, now)}: that is inside its renewal window`, 'Have it signed for longer.')];
    }
    const asked = request.validityDays;
    // A day less is rounding, and a back-dated start.
    if ((0,profile/* daysUntil */.AQ)(end, start) >= asked - 1)
        return [];
    return [note(`it is valid for ${(0,match/* days */._3)((0,profile/* daysUntil */.AQ)(end, start))} of the ${asked} asked for`)];
}
const error = (what, hint) => ({ severity: 'error', what, hint });
const warning = (what, hint) => ({ severity: 'warning', what, hint });
const note = (what, hint) => ({
    severity: 'note',
    what,
    ...(hint === undefined ? {} : { hint }),
});

// EXTERNAL MODULE: ./build/js/certificates/key.js
var key = __webpack_require__(17436);
// EXTERNAL MODULE: ./build/js/certificates/share-trust.js
var share_trust = __webpack_require__(70079);
;// CONCATENATED MODULE: ./build/js/certificates/check-answer.js








/**
 * Checks what a signer answered against its request and key, whoever it is: key, names, usage, CA:FALSE, every signature up to
 * a root, life, algorithms, and what strict verifiers want. Everything that is wrong at once, each with what to do.
 *
 * @param trust  Undefined: the root that the answer brings along is trusted.
 * @throws StackError CERTIFICATE_INVALID when `trust` is not PEM.
 */
async function checkAnswer(answer, trust, now) {
    const { request, keyPem, pem } = answer;
    const trusted = trust === undefined ? undefined : (0,read_certificate/* readCertificates */.jZ)(trust.pem, trust.source);
    const given = readGiven(pem);
    if (given === undefined)
        return { problems: [toProblem(answer, unreadable)] };
    const own = (0,key/* publicKeyInfo */.hx)((0,key/* importKey */.Fh)(keyPem));
    const ours = given.find((certificate) => (0,key/* isSameKey */.yL)(certificate, own));
    const leaf = ours ?? given.find((certificate) => !certificate.ca) ?? given[0];
    const chain = (0,build_chain/* buildChain */.q)(leaf, given, trusted, trust?.source ?? 'the answer');
    const complete = chain.broken === undefined;
    const links = await (0,certificate_facts/* readLinks */.C)(chain.path);
    const findings = [
        ...(ours === undefined ? [anotherKey] : []),
        ...judgeLeaf(leaf, links[0].facts, request, now),
        ...(chain.broken === undefined
            ? []
            : [{ severity: 'error', what: chain.broken.why, hint: chain.broken.hint }]),
        ...(0,judge_chain/* judgeChain */.fd)(links, complete, now),
        ...(0,judge_chain/* judgeEnds */.C1)(chain.path),
    ];
    const problems = findings.map((finding) => toProblem(answer, finding));
    if (findings.some(({ severity }) => severity === 'error'))
        return { problems };
    return {
        issued: {
            request,
            chainPem: chain.path.slice(0, -1).map(read_certificate/* pemOf */._y).join(''),
            keyPem,
            trustBundlePem: trust === undefined ? chain.path.slice(-1).map(read_certificate/* pemOf */._y).join('') : (0,share_trust/* rootsOf */.RD)(trust.pem, trust.source),
        },
        problems,
    };
}
/** Undefined where there is no certificate, or one that is broken. */
function readGiven(pem) {
    try {
        const [first, ...rest] = (0,read_certificate/* splitPem */.Z1)(pem).map((block) => new external_node_crypto_.X509Certificate(block));
        return first === undefined ? undefined : [first, ...rest];
    }
    catch {
        return undefined;
    }
}
const unreadable = {
    severity: 'error',
    what: 'it is not a PEM certificate',
    hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete; convert DER and PKCS #7 with openssl.',
};
const anotherKey = {
    severity: 'error',
    what: 'it is for another key than the one the request was made for',
    hint: 'Have the request signed as it is, not one that was made anew.',
};
function toProblem({ request, source }, { severity, what, hint }) {
    const from = source === undefined ? '' : ` (${source})`;
    return {
        severity,
        code: 'CERTIFICATE_INVALID',
        message: `the ${request.kind} certificate of ${request.component}${from}: ${what}`,
        ...(hint === undefined ? {} : { hint }),
    };
}


/***/ }),

/***/ 71506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XY: () => (/* binding */ orderedButMissing),
/* harmony export */   zP: () => (/* binding */ chooseAuthority),
/* harmony export */   zr: () => (/* binding */ authorityName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89125);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79906);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84333);
/* harmony import */ var _signer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21045);






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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'NOT_SUPPORTED',
            message: `there is no certificate authority named ${name}`,
            hint: `certificates.authority is one of: ${options.authorities.map((entry) => entry.name).join(', ')}`,
        });
    }
    const now = io.clock.now();
    const ended = found.ca !== undefined && (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .endOf */ .pJ)(found.ca) <= now;
    // A CA of ours that has ended cannot be opened, but it can be followed by a new one; others say themselves what is wrong.
    const authority = ended && (0,_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(found.ca) && name === 'local'
        ? undefined
        : await kind.open(found.pair, {
            io,
            policy,
            secrets: options.secrets,
            vault: options.vault,
            dnsNames: options.requests.flatMap(({ dnsNames }) => dnsNames),
            openRequests: options.state?.openRequests,
        });
    if (authority !== undefined)
        return { kind: 'opened', authority, problems: [...authority.problems, ...warnOfEnd(authority, policy, now)] };
    if (kind.found === undefined)
        return notHere(caFromEnv && options.secrets !== undefined);
    if (found.ca === undefined)
        return { kind: 'founding' };
    if (!(0,_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(found.ca))
        return keyElsewhere;
    if (ended)
        return { kind: 'founding', reason: `the CA ended on ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .endOf */ .pJ)(found.ca).toISOString()}` };
    if (policy.caStorage === 'none')
        return { kind: 'founding', reason: 'the key of the old one was not kept (ca_storage: none)' };
    if (options.force)
        return { kind: 'founding', reason: 'the key of the old one is not here' };
    return keyLost;
}
/** Who shall sign: the flags win. @throws StackError USAGE for both of them. */
function authorityName({ policy, caFromEnv, externalPki, }) {
    if (caFromEnv && externalPki === true) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'USAGE',
            message: '--ca-from-env and --external-pki are two different signers',
            hint: 'Give one of them.',
        });
    }
    if (caFromEnv)
        return 'env';
    return externalPki === true ? 'external' : policy.authority;
}
/**
 * `--ca-from-env` is an order, where anybody may be asked; `authority: env` in the config can wait until something has to be
 * signed.
 */
function notHere(ordered) {
    if (ordered)
        throw orderedButMissing();
    return { kind: 'nobody', why: 'CA_CERT and CA_KEY are not set', hint: passThem, given: true };
}
const passThem = 'Pass them to the step: CA_CERT and CA_KEY, as PEM or base64 of it.';
/** `--ca-from-env` without them. */
function orderedButMissing() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'SECRET_MISSING',
        message: '--ca-from-env, but CA_CERT and CA_KEY are not set',
        hint: passThem,
    });
}
const keyElsewhere = {
    kind: 'nobody',
    why: 'the key of the CA that signed the others is not here',
    hint: 'Run with --ca-from-env, and CA_CERT and CA_KEY in the environment, or with --external-pki; a second CA is not founded beside an existing one.',
    given: true,
};
const keyLost = {
    kind: 'nobody',
    why: "the key of the stack's own CA is neither in the target's store nor in certificates.ca_path",
    hint: 'Put ca.key and ca.crt back into certificates.ca_path, or change to a new CA: mcp-deploy certs rotate --ca',
};
const newCaHint = {
    env: 'Pass a new CA in CA_CERT and CA_KEY before that day.',
    vault: 'Make a new issuer in Vault and set it as the default before that day.',
};
function warnOfEnd(authority, policy, now) {
    const left = authority.notAfter === undefined ? undefined : (0,_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .daysUntil */ .AQ)(authority.notAfter, now);
    if (left === undefined || left >= Math.max(_model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__/* .soonDays */ .dK, (0,_model_lifetime_js__WEBPACK_IMPORTED_MODULE_5__/* .renewDaysOf */ .IT)(policy)))
        return [];
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_EXPIRING',
            message: `the CA (${authority.name}) ends in ${(0,_match_js__WEBPACK_IMPORTED_MODULE_1__/* .days */ ._3)(left)}, and every certificate with it`,
            hint: newCaHint[authority.name] ?? 'Change to a new one while calls go on: mcp-deploy certs rotate --ca',
        },
    ];
}


/***/ }),

/***/ 50979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ makeSigningRequest)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39128);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17436);
/* harmony import */ var _leaf_extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26154);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39200);




/**
 * Makes a PKCS #10 request by the profile of CONTRACT §4: names, usage and CA:FALSE as requested extensions.
 *
 * @param keyPem  A key that was made for this request before; else a new one is made.
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
async function makeSigningRequest(request, keyPem) {
    const [der, key] = await Promise.all([(0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .loadDer */ .Y)(), keyPem === undefined ? newKey(request) : (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .importKey */ .Fh)(keyPem)]);
    const csrPem = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .signRequest */ .zT)(der, {
        subject: (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(der, (0,_leaf_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .commonNameOf */ .K)(request)),
        publicKey: (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeyInfo */ .hx)(key),
        extensions: (0,_leaf_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .leafExtensions */ .J)(der, request),
    }, key);
    return { request, csrPem, keyPem: keyPem ?? (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .exportKey */ .Ei)(key, `the key of ${request.component}`) };
}
function newKey({ keyAlgorithm }) {
    return (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .generateKey */ .rh)(keyAlgorithm);
}


/***/ }),

/***/ 39128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadDer)
/* harmony export */ });
/** Loads the writer: forge is behind `import()` because most runs issue nothing. */
async function loadDer() {
    const { default: asn1 } = await __webpack_require__.e(/* import() */ 7357).then(__webpack_require__.t.bind(__webpack_require__, 27357, 19));
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

/***/ 27440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ externalSettings)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** How the signer outside is reached; the defaults where only `--external-pki` says that there is one. */
function externalSettings({ external, caPath }) {
    if (external !== undefined)
        return external;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(caPath);
    return { commandFolder: folder, timeoutSeconds: 120, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'requests') };
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
    const notBefore = (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .addMinutes */ .z5)(now, -_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .clockSkewMinutes */ .e0);
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
/* harmony import */ var _leaf_extensions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26154);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84333);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39200);






/**
 * Issues one leaf with a new key, by the profile of CONTRACT §4, and checks it against its CA.
 * Its life is counted from five minutes before `now` and ends with its CA's at the latest.
 *
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
async function issueLeaf(der, signer, issuer, request, now) {
    const key = await (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .generateKey */ .rh)(request.keyAlgorithm);
    const publicKey = (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyInfo */ .hx)(key);
    const notBefore = (0,_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .addMinutes */ .z5)(now, -_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .clockSkewMinutes */ .e0);
    const wanted = (0,_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .addDays */ .fi)(notBefore, request.validityDays);
    const certificatePem = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .signCertificate */ .jm)(der, {
        issuer: issuer.subject,
        subject: (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeName */ .aA)(der, (0,_leaf_extensions_js__WEBPACK_IMPORTED_MODULE_2__/* .commonNameOf */ .K)(request)),
        publicKey,
        notBefore,
        notAfter: wanted < signer.notAfter ? wanted : signer.notAfter,
        extensions: [
            ...(0,_leaf_extensions_js__WEBPACK_IMPORTED_MODULE_2__/* .leafExtensions */ .J)(der, request),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .oids */ .S_.subjectKeyIdentifier, false, der.octets((0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .keyIdOf */ .yg)(publicKey))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_3__/* .oids */ .S_.authorityKeyIdentifier, false, der.sequence(der.implicit(0, issuer.keyId))),
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
    const [leaf] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .readCertificates */ .jZ)(certificatePem, `the certificate of ${request.component}`);
    if ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .isSignedBy */ .s3)(leaf, signer.certificate))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'AUTHORITY_FAILED',
        message: `the certificate of ${request.component} does not verify against the CA that signed it`,
        hint: 'The CA certificate has a form that we do not understand: please report it (without its key).',
    });
}


/***/ }),

/***/ 92168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ judgeEnds),
/* harmony export */   R6: () => (/* binding */ judgeCas),
/* harmony export */   fd: () => (/* binding */ judgeChain)
/* harmony export */ });
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84333);



/**
 * What is wrong with the certificates of a chain, leaf first, as OpenSSL would find it on its way up.
 *
 * @param complete  The last one is the root: its own signature protects nothing.
 */
function judgeChain([leaf, ...above], complete, now) {
    const names = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .dnsNamesOf */ .Hz)(leaf.certificate);
    return [...judgeAny('it', leaf, false), ...judgeCas(above, { complete, names, now })];
}
/** The same for the CAs alone, the one that signs first, before there is a leaf with these names. */
function judgeCas(links, { complete, names, now }) {
    return links.flatMap((link, below) => {
        const name = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .showName */ .$i)(link.certificate.subject);
        const isAnchor = complete && below === links.length - 1;
        return [...judgeAny(name, link, isAnchor), ...judgeCa(name, link, { below, isAnchor, names, now })];
    });
}
function judgeAny(name, { certificate, facts }, isAnchor) {
    return [
        ...judgeStrength(name, certificate, facts, isAnchor),
        ...(facts.unknownCritical.length === 0
            ? []
            : [error(`${name} has a critical extension that TLS does not know: ${facts.unknownCritical.join(', ')}`)]),
    ];
}
/** A leaf is of no use any more when a certificate above it ends. */
function judgeEnds([leaf, ...above]) {
    if (leaf === undefined)
        return [];
    return above
        .filter((certificate) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(certificate) < (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf))
        .map((certificate) => ({
        severity: 'warning',
        what: `${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .showName */ .$i)(certificate.subject)} ends on ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(certificate).toISOString()}, before it (${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(leaf).toISOString()})`,
        hint: 'It is renewed before that. Better: have the CA above it renewed first.',
    }));
}
function judgeCa(name, { certificate, facts }, { below, isAnchor, names, now }) {
    const { constraints, usages } = facts;
    const lacks = [
        ...(constraints?.critical === true ? [] : ['critical basic constraints']),
        ...(usages === undefined ? ['key usage keyCertSign'] : []),
        ...(facts.hasSubjectKeyId ? [] : ['a subject key id']),
        ...(facts.hasAuthorityKeyId || isAnchor ? [] : ['an authority key id']),
    ];
    const limit = constraints?.pathLength;
    const outside = names.filter((dnsName) => isForbidden(dnsName, facts));
    return [
        ...(certificate.ca && constraints?.ca === true ? [] : [error(`${name} is not a CA that may sign`, anotherCa)]),
        ...(usages === undefined || usages.includes('keyCertSign')
            ? []
            : [error(`${name} may not sign certificates (key usage)`, anotherCa)]),
        ...(limit === undefined || below <= limit
            ? []
            : [error(`${name} allows ${limit} CAs below it, and there are ${below}`, anotherCa)]),
        ...(outside.length === 0
            ? []
            : [error(`${name} may not sign for ${outside.join(', ')} (name constraints)`, anotherCa)]),
        ...((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(certificate) > now ? [] : [error(`${name} expired on ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(certificate).toISOString()}`, anotherCa)]),
        ...(new Date(certificate.validFrom) <= (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .addMinutes */ .z5)(now, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .clockSkewMinutes */ .e0)
            ? []
            : [error(`${name} is not valid before ${new Date(certificate.validFrom).toISOString()}`, anotherCa)]),
        ...(lacks.length === 0
            ? []
            : [
                {
                    severity: 'warning',
                    what: `${name} lacks ${lacks.join(', ')}: Python 3.13 and strict verifiers refuse what it signs`,
                    hint: 'Have the CA certificate issued again with these extensions.',
                },
            ]),
    ];
}
const anotherCa = 'Have it signed by a CA that is valid for this.';
/** RFC 5280, 4.2.1.10: a name is below `example.com` when it ends in it at a dot; a leading dot means the same to OpenSSL. */
function isForbidden(dnsName, { permittedNames, excludedNames }) {
    const below = (tree) => {
        const [name, base] = [dnsName.toLowerCase(), tree.replace(/^\./, '')];
        return base === '' || name === base || name.endsWith(`.${base}`);
    };
    return permittedNames?.some(below) === false || excludedNames.some(below);
}
/** MD2, MD5 and SHA-1 with RSA; SHA-1 with DSA and ECDSA. */
const brokenHashes = new Map([
    ['1.2.840.113549.1.1.2', 'MD2'],
    ['1.2.840.113549.1.1.4', 'MD5'],
    ['1.2.840.113549.1.1.5', 'SHA-1'],
    ['1.3.14.3.2.29', 'SHA-1'],
    ['1.2.840.10040.4.3', 'SHA-1'],
    ['1.2.840.10045.4.1', 'SHA-1'],
]);
const rsaPss = '1.2.840.113549.1.1.10';
const curves = ['prime256v1', 'secp384r1', 'secp521r1'];
function judgeStrength(name, certificate, facts, isAnchor) {
    const { signatureAlgorithm, signatureParameters } = facts;
    const hash = signatureAlgorithm === rsaPss && !signatureParameters ? 'SHA-1' : brokenHashes.get(signatureAlgorithm);
    const { publicKey } = certificate;
    const bits = publicKey.asymmetricKeyDetails?.modulusLength;
    const kind = publicKey.asymmetricKeyType;
    const weak = kind === 'ed25519' ||
        kind === 'ed448' ||
        (kind === 'ec' && curves.includes(publicKey.asymmetricKeyDetails?.namedCurve)) ||
        ((kind === 'rsa' || kind === 'rsa-pss') && bits !== undefined && bits >= 2048)
        ? undefined
        : (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .describeKey */ .Rx)(publicKey);
    return [
        ...(hash === undefined || isAnchor
            ? []
            : [error(`${name} is signed with ${hash}, which TLS refuses`, 'Have it signed with SHA-256 or better.')]),
        ...(weak === undefined
            ? []
            : [
                error(`the key of ${name} is ${weak}, which TLS refuses`, 'RSA needs 2048 bits or more, EC the curve P-256, P-384 or P-521.'),
            ]),
    ];
}
function error(what, hint = anotherCa) {
    return { severity: 'error', what, hint };
}


/***/ }),

/***/ 3297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   sg: () => (/* binding */ toPem),
/* harmony export */   tc: () => (/* binding */ refuseMixedUp)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17436);


function namesOf(caSecret) {
    return caSecret === undefined
        ? { pair: 'CA_CERT and CA_KEY', certificate: 'CA_CERT', key: 'CA_KEY' }
        : {
            pair: 'the CA of certificates.ca_secret',
            certificate: 'certificates.ca_secret.certificate',
            key: 'certificates.ca_secret.key',
        };
}
/** As PEM: PEM itself, its line ends written `\n`, or base64 of it. */
function toPem(given) {
    const text = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8');
    return `${text.replaceAll('\\r', '').replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim()}\n`;
}
/** What was given, as far as it may be said of a secret. */
function contentOf(given) {
    const text = given.reveal();
    const pem = toPem(text);
    const hasCertificate = pem.includes('-----BEGIN CERTIFICATE-----');
    const hasKey = (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsPrivateKey */ .jc)(pem);
    if (hasCertificate)
        return hasKey ? 'both' : 'certificate';
    if (hasKey)
        return 'key';
    return /^\s*(?:(?:~|\.{1,2})?\/\S.*|[^\n]*\.(?:pem|crt|cer|key|der))\s*$/i.test(text) ? 'path' : 'neither';
}
/**
 * Before anything is read of a pair that is given: which of its halves is not what it is called.
 *
 * @throws StackError CERTIFICATE_INVALID, AUTHORITY_FAILED; nothing of a value is in it.
 */
function refuseMixedUp(given, names, places) {
    const [certificate, key] = [contentOf(given.certificate), contentOf(given.key)];
    if (certificate === 'key' && key === 'certificate') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'AUTHORITY_FAILED',
            message: `${names.certificate} holds the private key and ${names.key} the certificate: they are swapped`,
            hint: 'Give each the value of the other.',
            place: places?.certificate,
        });
    }
    const problems = [
        ...judge(certificate, { ...certificateWords, name: names.certificate, place: places?.certificate }),
        ...judge(key, { ...keyWords, name: names.key, place: places?.key }),
    ];
    const [first] = problems;
    if (first === undefined)
        return;
    const message = problems.length === 1 ? first.message : `neither ${names.certificate} nor ${names.key} can be used`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ ...first, message, problems });
}
const certificateWords = {
    code: 'CERTIFICATE_INVALID',
    wanted: ['certificate', 'both'],
    what: 'a PEM certificate',
    other: 'a private key',
    hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete, or be base64 of that.',
};
const keyWords = {
    code: 'AUTHORITY_FAILED',
    wanted: ['key', 'both'],
    what: 'an unencrypted private key in PEM',
    other: 'a certificate',
    hint: 'It must begin with -----BEGIN PRIVATE KEY-----, or be base64 of that.',
};
function judge(content, { code, wanted, what, other, hint, name, place, }) {
    if (wanted.includes(content))
        return [];
    const isPath = content === 'path';
    const found = isPath ? 'looks like a path, and is' : content === 'neither' ? 'is' : `is ${other},`;
    return [
        {
            severity: 'error',
            code,
            message: `${name} ${found} not ${what}`,
            hint: isPath ? 'Pass what is in the file; ca_secret reads files by itself: file:PATH' : hint,
            ...(place === undefined ? {} : { place }),
        },
    ];
}


/***/ }),

/***/ 17436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ exportKey),
/* harmony export */   Fh: () => (/* binding */ importKey),
/* harmony export */   Rx: () => (/* binding */ describeKey),
/* harmony export */   bX: () => (/* binding */ isKeyOf),
/* harmony export */   hx: () => (/* binding */ publicKeyInfo),
/* harmony export */   jc: () => (/* binding */ holdsPrivateKey),
/* harmony export */   rh: () => (/* binding */ generateKey),
/* harmony export */   yL: () => (/* binding */ isSameKey)
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
/** Is it the private key of this certificate? @throws an Error of node:crypto when the text is not a private key. */
function isKeyOf(pem, certificate) {
    const info = publicInfoOfP256(pem.reveal());
    if (info === undefined)
        return certificate.checkPrivateKey(importKey(pem));
    return info.equals(certificate.publicKey.export({ type: 'spki', format: 'der' }));
}
// DER of RFC 5208 and RFC 5915 around the private number (32 bytes) and the public point (65 bytes) of a P-256 key.
const p256 = {
    privateKey: Buffer.from('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'hex'),
    point: Buffer.from('a144034200', 'hex'),
    publicKey: Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'),
};
/**
 * SubjectPublicKeyInfo of a P-256 key as `exportKey` writes it; undefined for every other text. OpenSSL compares this same
 * public half, but takes 0.8 ms to read the key: a tenth of a second for a hundred plugins whenever nothing has changed.
 */
function publicInfoOfP256(pem) {
    const [, text] = /^-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PRIVATE KEY-----\n$/.exec(pem) ?? [];
    const der = Buffer.from(text ?? '', 'base64');
    const pointAt = p256.privateKey.length + 32;
    const point = der.subarray(pointAt + p256.point.length);
    const fits = point.length === 65 &&
        der.subarray(0, p256.privateKey.length).equals(p256.privateKey) &&
        der.subarray(pointAt, pointAt + p256.point.length).equals(p256.point);
    return fits ? Buffer.concat([p256.publicKey, point]) : undefined;
}
/** SubjectPublicKeyInfo as DER. */
function publicKeyInfo(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
}
/** Compared as DER: `KeyObject.equals` of two kinds leaves an error behind in OpenSSL, and the next key that is read throws it. */
function isSameKey(certificate, publicInfo) {
    return certificate.publicKey.export({ type: 'spki', format: 'der' }).equals(publicInfo);
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
/** Of any kind, encrypted ones too. */
function holdsPrivateKey(pem) {
    return /-----BEGIN [A-Z\d ]*PRIVATE KEY-----/.test(pem);
}


/***/ }),

/***/ 26154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ leafExtensions),
/* harmony export */   K: () => (/* binding */ commonNameOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39200);



/**
 * The extensions of a leaf that its request decides (CONTRACT §4): what we sign has them, and what we ask others to sign.
 *
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
function leafExtensions(der, request) {
    return [
        // An empty SEQUENCE: CA is FALSE by default, and DER leaves defaults out.
        (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.basicConstraints, true, der.sequence()),
        // digitalSignature is bit 0.
        (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.keyUsage, true, der.bits(Uint8Array.of(0x80), 7)),
        (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.extendedKeyUsage, false, der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .usageOf */ .Fs[request.kind]))),
        (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.subjectAltName, false, der.sequence(...request.dnsNames.map((name) => dnsName(der, request, name)))),
    ];
}
/** The first of its names that fits into a common name. */
function commonNameOf(request) {
    return [request.commonName, ...request.dnsNames].find(fitsCommonName) ?? request.component.slice(0, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .longestCommonName */ .f0);
}
function fitsCommonName(name) {
    return name.length > 0 && name.length <= _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .longestCommonName */ .f0;
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

/***/ 79906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ describeFirst),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   _n: () => (/* binding */ findMismatch),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   vf: () => (/* binding */ findBreak),
/* harmony export */   wc: () => (/* binding */ renewalOf)
/* harmony export */ });
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84333);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26911);
/* harmony import */ var _share_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70079);
/* harmony import */ var _signer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21045);
/* harmony import */ var _way_up_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92200);







/** Does a stored certificate still serve its request? Undefined when it does. */
function findMismatch(certificate, request, options) {
    const chain = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificates */ .jZ)(certificate.chainPem, `the certificate of ${request.component}`);
    const [leaf] = chain;
    const issuer = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .findIssuer */ .P3)(certificate, chain);
    const way = (0,_way_up_js__WEBPACK_IMPORTED_MODULE_6__/* .wayUp */ .z)(certificate, chain);
    const broken = findBreak(certificate, leaf, way) ?? findTimeBreak(leaf, way, options.now);
    if (broken !== undefined)
        return { reason: broken, urgent: true };
    if (!(leaf.keyUsage ?? []).includes(_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .usageOf */ .Fs[request.kind])) {
        return { reason: `not a ${request.kind} certificate`, urgent: true };
    }
    const names = compareNames((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .dnsNamesOf */ .Hz)(leaf), request.dnsNames, options.exact && options.ownRules === undefined);
    if (names !== undefined)
        return { reason: names, urgent: true };
    if (options.authority !== undefined && issuer !== undefined && (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(issuer) !== options.authority) {
        return { reason: 'another CA', urgent: true };
    }
    const { ownRules } = options;
    if (ownRules !== undefined && isForeignTo(ownRules.rootsPem, certificate, issuer)) {
        return { reason: 'another CA', urgent: false };
    }
    const keyType = (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .describeKey */ .Rx)(leaf.publicKey);
    if (options.exact && keyType !== request.keyAlgorithm) {
        return { reason: `key type changed: ${keyType} -> ${request.keyAlgorithm}`, urgent: ownRules === undefined };
    }
    const renewal = renewalOf(leaf, way, ownRules === undefined ? issuer : undefined, request, options.now);
    return renewal === 'due' ? { reason: describeFirst(leaf, way.first, options.now), urgent: false } : undefined;
}
/** Where the roots of a signer outside are not known before it answers, only the stack's own CA is known to be another. */
function isForeignTo(rootsPem, certificate, issuer) {
    return rootsPem === undefined ? (0,_signer_js__WEBPACK_IMPORTED_MODULE_5__/* .isOurs */ .MU)(issuer) : !(0,_share_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .isTrustedBy */ .Z8)(certificate, rootsPem);
}
/** What makes a certificate useless at any time; also what `certs check` calls broken. */
function findBreak(certificate, leaf, { broken }) {
    if (broken !== undefined)
        return broken;
    try {
        return (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .isKeyOf */ .bX)(certificate.keyPem, leaf) ? undefined : 'its key belongs to another certificate';
    }
    catch {
        return 'its key is unreadable';
    }
}
/** A signer's clock may be a moment ahead of ours, as `judgeLeaf` takes it: asking anew would not help. */
function findTimeBreak(leaf, { first }, now) {
    const start = new Date(leaf.validFrom);
    if (start > (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .addMinutes */ .z5)(now, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .clockSkewMinutes */ .e0))
        return `not valid before ${start.toISOString()}`;
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(first) <= now ? describeFirst(leaf, first, now) : undefined;
}
/** `expired 2 days ago`; of an intermediate, with its name. */
function describeFirst(leaf, first, now) {
    const end = describeEnd((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(first), now);
    return first === leaf ? end : `its intermediate ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .showName */ .$i)(first.subject)} ${end}`;
}
/** @param issuer  The CA that would sign it again; undefined where a signer outside may take another one. */
function renewalOf(leaf, { first, intermediates }, issuer, request, now) {
    if ((0,_renewal_js__WEBPACK_IMPORTED_MODULE_3__/* .renewalStart */ .P)(leaf, request, (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(first)) >= now)
        return 'early';
    return issuer !== undefined && [issuer, ...intermediates].some((ca) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(ca) <= (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .endOf */ .pJ)(first)) ? 'vain' : 'due';
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

/***/ 24122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ findOpen),
/* harmony export */   Gh: () => (/* binding */ openRequest),
/* harmony export */   Sq: () => (/* binding */ findOpenRequests),
/* harmony export */   qj: () => (/* binding */ writeOpenRequests),
/* harmony export */   vJ: () => (/* binding */ stillOpen)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12027);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10390);
/* harmony import */ var _csr_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50979);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17436);






/** The open request for exactly this: its key and CSR are used again, so that what a signer has already stays good. */
function findOpen(request, open) {
    return open.find((entry) => describe(entry) === describe(request));
}
function describe({ component, kind, commonName, dnsNames, keyAlgorithm }) {
    return JSON.stringify([component, kind, commonName, dnsNames, keyAlgorithm]);
}
/** Makes what is not open yet. */
async function openRequest(request, known, now) {
    const found = findOpen(request, known) ?? (await newRequest(request, now));
    return { pending: 'certificate', key: request.component, openRequest: found };
}
async function newRequest(request, now) {
    const { csrPem, keyPem } = await (0,_csr_js__WEBPACK_IMPORTED_MODULE_4__/* .makeSigningRequest */ .t)(request);
    const { component, kind, commonName, dnsNames, keyAlgorithm, validityDays } = request;
    return {
        component,
        kind,
        commonName,
        dnsNames,
        keyAlgorithm,
        validityDays,
        csrPem,
        keyPem,
        madeAt: now.toISOString(),
    };
}
/** Requests of earlier runs that the plan still has, and that no certificate has answered. */
function stillOpen(known, requests, certificates) {
    const wanted = new Set(requests.flatMap((request) => findOpen(request, known) ?? []));
    return [...wanted].filter((entry) => {
        const answered = certificates.find(({ component }) => component === entry.component);
        return answered === undefined || !(0,_key_js__WEBPACK_IMPORTED_MODULE_5__/* .isKeyOf */ .bX)(entry.keyPem, new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(answered.chainPem));
    });
}
/** Without a target the keys wait in one 0600 file beside the CA's; never in the folder that is handed to a signer. */
const storeOf = (policy) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(policy.caPath, 'open-requests.json');
/**
 * Those of the state, else those of the file; their keys are made known to the redactor.
 *
 * @throws StackError CERTIFICATE_INVALID for a file that is not ours.
 */
async function findOpenRequests(inState, policy, io) {
    const open = inState !== undefined && inState.length > 0 ? inState : await readOpenRequests(policy, io);
    for (const { keyPem } of open)
        io.redactor.add(keyPem);
    return open;
}
async function readOpenRequests(policy, io) {
    const path = storeOf(policy);
    if (!(await io.files.exists(path)))
        return [];
    try {
        const stored = JSON.parse(await io.files.read(path));
        return stored.map((entry) => ({ ...entry, keyPem: new _model_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(`the key of ${entry.component}`, entry.keyPem) }));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L({
            code: 'CERTIFICATE_INVALID',
            message: `${path} does not hold the open certificate requests`,
            hint: 'Remove it: requests are then made anew, with new keys.',
            cause,
        });
    }
}
/** Writes that file, or removes it when nothing is open. */
async function writeOpenRequests(open, policy, io) {
    const path = storeOf(policy);
    if (open.length === 0) {
        if (await io.files.exists(path))
            await io.files.remove(path);
        return;
    }
    const text = JSON.stringify(open.map((entry) => ({ ...entry, keyPem: entry.keyPem.reveal() })));
    await io.files.write(path, new _model_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z('open certificate requests', text), 0o600);
}


/***/ }),

/***/ 77662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   Fs: () => (/* binding */ usageOf),
/* harmony export */   IB: () => (/* binding */ caValidityDays),
/* harmony export */   QT: () => (/* binding */ usageNames),
/* harmony export */   S_: () => (/* binding */ oids),
/* harmony export */   Sb: () => (/* binding */ caNamePrefix),
/* harmony export */   e0: () => (/* binding */ clockSkewMinutes),
/* harmony export */   f0: () => (/* binding */ longestCommonName),
/* harmony export */   fi: () => (/* binding */ addDays),
/* harmony export */   z5: () => (/* binding */ addMinutes)
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
    /** PKCS #9: the attribute of a request that holds the extensions it wishes for. */
    extensionRequest: '1.2.840.113549.1.9.14',
    serverAuth: '1.3.6.1.5.5.7.3.1',
    clientAuth: '1.3.6.1.5.5.7.3.2',
};
/** The one extended usage of a leaf: a plugin's certificate must not pass as a client's. */
const usageOf = { client: oids.clientAuth, server: oids.serverAuth };
/** The same as OpenSSL and people call it. */
const usageNames = { client: 'clientAuth', server: 'serverAuth' };
const dayMilliseconds = 86_400_000;
function addDays(date, days) {
    return new Date(date.getTime() + days * dayMilliseconds);
}
function addMinutes(date, minutes) {
    return new Date(date.getTime() + minutes * 60_000);
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
/* harmony export */   Bo: () => (/* binding */ readBundle),
/* harmony export */   Hz: () => (/* binding */ dnsNamesOf),
/* harmony export */   L: () => (/* binding */ uniqueOf),
/* harmony export */   P3: () => (/* binding */ findIssuer),
/* harmony export */   Z1: () => (/* binding */ splitPem),
/* harmony export */   _y: () => (/* binding */ pemOf),
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
/** As it is stored: ending in a newline, whatever the text was that it came in. */
function pemOf(certificate) {
    return splitPem(certificate.toString())[0] ?? '';
}
/** Each certificate once. */
function uniqueOf(certificates) {
    return [...new Map(certificates.map((entry) => [fingerprintOf(entry), entry])).values()];
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
/**
 * The CA certificate that signed the leaf: an intermediate of its own chain or one of its trust bundle.
 *
 * @param chain  The certificates of `chainPem`, where they have been read.
 */
function findIssuer({ chainPem, trustBundlePem }, chain = readCertificates(chainPem, 'a stored certificate')) {
    const [leaf, ...intermediates] = chain;
    return [...intermediates, ...readBundle(trustBundlePem)].find((candidate) => isSignedBy(leaf, candidate));
}
/** All certificates of a stack trust the same bundle: it is read once. */
let lastBundle;
function readBundle(pem) {
    if (lastBundle?.pem !== pem)
        lastBundle = { pem, certificates: readCertificates(pem, 'a stored trust bundle') };
    return lastBundle.certificates;
}
/** True when `issuer` made `leaf`: names, key ids and the signature. */
function isSignedBy(leaf, issuer) {
    return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
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

/***/ 16821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ refuseAnswers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);

/** One error with everything that is wrong about what came back. */
function refuseAnswers(problems, hint) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined)
        throw new Error('nothing is wrong with these answers');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: first.code,
        message: errors.length === 1 ? first.message : `${errors.length} things are wrong with the certificates that came back`,
        hint: first.hint !== undefined && errors.length === 1 ? first.hint : hint,
        problems,
    });
}


/***/ }),

/***/ 26911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ renewalStart)
/* harmony export */ });
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84333);


/**
 * From when on a certificate is due: in the last third of its real life, which may be hours, or where the file says it. A signer
 * may give less life than was asked for: the window is then a third at most, or each deploy would ask again.
 *
 * @param end  Of what ends first on the way up: an intermediate may.
 */
function renewalStart(leaf, { renewBeforeDays, validityDays }, end = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(leaf)) {
    const start = new Date(leaf.validFrom);
    const lifeDays = (end.getTime() - start.getTime()) / 86_400_000;
    if (renewBeforeDays === undefined)
        return (0,_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .addDays */ .fi)(end, -lifeDays / 3);
    const shortened = lifeDays < validityDays - 1;
    return (0,_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .addDays */ .fi)(end, -(shortened ? Math.min(renewBeforeDays, lifeDays / 3) : renewBeforeDays));
}


/***/ }),

/***/ 70079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ findOutdated),
/* harmony export */   RD: () => (/* binding */ rootsOf),
/* harmony export */   Z8: () => (/* binding */ isTrustedBy),
/* harmony export */   xk: () => (/* binding */ findStrangers)
/* harmony export */ });
/* harmony import */ var _build_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36019);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84333);


/**
 * True for who has this bundle: the chain, which is all that is sent, ends at a root of it. An intermediate that only the
 * certificate's own bundle has helps nobody else.
 */
function isTrustedBy({ chainPem }, bundlePem) {
    const [leaf, ...above] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(chainPem, 'a certificate');
    return (0,_build_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .buildChain */ .q)(leaf, above, (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(bundlePem, 'the trusted roots'), 'the roots').broken === undefined;
}
/** The components whose certificate not every other one trusts: together they could not talk to one another. */
function findStrangers(certificates) {
    const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem));
    if (bundles.size < 2)
        return [];
    return certificates
        .filter((certificate) => [...bundles].some((bundle) => !isTrustedBy(certificate, bundle)))
        .map(({ component }) => component);
}
/**
 * After an issuer's CA has changed, those that are still of the old one: the newest certificate says which CA is today's, and
 * they and it would refuse one another.
 */
function findOutdated(certificates) {
    const newest = certificates.toSorted((a, b) => (a.notBefore < b.notBefore ? 1 : -1))[0];
    if (newest === undefined)
        return [];
    return certificates
        .filter(({ trustBundlePem }) => trustBundlePem !== newest.trustBundlePem)
        .filter((one) => !isTrustedBy(one, newest.trustBundlePem) || !isTrustedBy(newest, one.trustBundlePem))
        .map(({ component }) => component);
}
/** The root certificates of a PEM text, each once, as PEM. */
function rootsOf(pem, what) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .uniqueOf */ .L)((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(pem, what).filter(_build_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .isRoot */ .j)).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .pemOf */ ._y).join('');
}


/***/ }),

/***/ 39200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aA: () => (/* binding */ encodeName),
/* harmony export */   ck: () => (/* binding */ extension),
/* harmony export */   jm: () => (/* binding */ signCertificate),
/* harmony export */   pQ: () => (/* binding */ algorithmFor),
/* harmony export */   yg: () => (/* binding */ keyIdOf),
/* harmony export */   zT: () => (/* binding */ signRequest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77662);




/** Encodes and signs an X.509 v3 certificate; PEM with a newline at the end. */
function signCertificate(der, fields, key) {
    const { hash, algorithm } = signatureOf(der, key);
    const body = der.sequence(der.explicit(0, der.integer(Uint8Array.of(2))), der.integer(newSerialNumber()), algorithm, der.rawSequence(fields.issuer), der.sequence(der.time(fields.notBefore), der.time(fields.notAfter)), der.rawSequence(fields.subject), der.rawSequence(fields.publicKey), der.explicit(3, der.sequence(...fields.extensions)));
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, der.encode(body), key);
    return toPem('CERTIFICATE', der.encode(der.sequence(body, algorithm, der.bits(signature))));
}
/** Encodes and signs a PKCS #10 request with the key that it is for; PEM with a newline at the end. */
function signRequest(der, fields, key) {
    const { hash, algorithm } = signatureOf(der, key);
    const wishes = der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .oids */ .S_.extensionRequest), der.set(der.sequence(...fields.extensions)));
    const body = der.sequence(der.integer(Uint8Array.of(0)), der.rawSequence(fields.subject), der.rawSequence(fields.publicKey), 
    // [0] IMPLICIT SET OF Attribute: with one attribute its bytes are those of [0] EXPLICIT.
    der.explicit(0, wishes));
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, der.encode(body), key);
    return toPem('CERTIFICATE REQUEST', der.encode(der.sequence(body, algorithm, der.bits(signature))));
}
/** A name of one common name, as DER. */
function encodeName(der, commonName) {
    return der.encode(der.sequence(der.set(der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .oids */ .S_.commonName), der.text(commonName)))));
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
const byCurve = {
    prime256v1: { hash: 'sha256', oid: '1.2.840.10045.4.3.2' },
    secp384r1: { hash: 'sha384', oid: '1.2.840.10045.4.3.3' },
    secp521r1: { hash: 'sha512', oid: '1.2.840.10045.4.3.4' },
};
/**
 * RFC 5758 and RFC 4055: the hash follows the curve.
 *
 * @throws StackError AUTHORITY_FAILED for a key that we cannot sign with.
 */
function algorithmFor(key) {
    const curve = key.asymmetricKeyType === 'ec' ? key.asymmetricKeyDetails?.namedCurve : undefined;
    const found = key.asymmetricKeyType === 'rsa' ? { hash: 'sha256', oid: '1.2.840.113549.1.1.11' } : byCurve[curve ?? ''];
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'AUTHORITY_FAILED',
        message: `a CA key of type ${(0,_key_js__WEBPACK_IMPORTED_MODULE_2__/* .describeKey */ .Rx)(key)} cannot sign here`,
        hint: 'Use a CA with an RSA key, or an EC key on P-256, P-384 or P-521.',
    });
}
/** RSA names NULL parameters, the others none. */
function signatureOf(der, key) {
    const { hash, oid } = algorithmFor(key);
    const parameters = key.asymmetricKeyType === 'rsa' ? [der.nothing()] : [];
    return { hash, algorithm: der.sequence(der.oid(oid), ...parameters) };
}
function toPem(label, der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}


/***/ }),

/***/ 21045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ readIssuerFacts),
/* harmony export */   Hs: () => (/* binding */ openSigner),
/* harmony export */   MU: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _build_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36019);
/* harmony import */ var _certificate_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41758);
/* harmony import */ var _judge_chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92168);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84333);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39200);








/**
 * Checks that a pair can sign leaves that verifiers take: the key matches and is of a kind that we sign with, and its chain is
 * whole and may sign for every name. Before anything is built or changed: what it signs is only looked at one step up.
 *
 * @param pair  The signing CA first; above an intermediate its chain up to the root.
 * @param named  Names the pair in errors, and each half of it where they have names of their own.
 * @param names  DNS names that it will sign for.
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID
 */
async function openSigner(pair, named, now, names = []) {
    const { pair: what, ...half } = typeof named === 'string' ? { pair: named, certificate: named, key: `${named}: the key` } : named;
    const [certificate, ...above] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .readCertificates */ .jZ)(pair.certificatePem, half.certificate);
    const key = openKey(pair, certificate, what, half.key);
    // A root that may not sign must get here, too: to be told what it lacks.
    const isRoot = certificate.verify(certificate.publicKey);
    const { path, broken } = isRoot
        ? { path: [certificate] }
        : (0,_build_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .buildChain */ .q)(certificate, above, undefined, 'what was given');
    const findings = (0,_judge_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeCas */ .R6)(await (0,_certificate_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readLinks */ .C)(path), { complete: broken === undefined, names, now });
    refuseChain(certificate, broken, findings, what);
    return {
        certificate,
        fingerprint: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .fingerprintOf */ .ax)(certificate),
        notAfter: path.map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .endOf */ .pJ).reduce((first, end) => (end < first ? end : first)),
        key,
        intermediatesPem: path.slice(0, -1).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .pemOf */ ._y).join(''),
        trustBundlePem: path.slice(-1).map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .pemOf */ ._y).join(''),
        problems: findings.map(({ severity, what: told, hint }) => ({
            severity,
            code: 'CERTIFICATE_INVALID',
            message: `${what}: ${told}`,
            ...(hint === undefined ? {} : { hint }),
        })),
    };
}
/** @throws StackError AUTHORITY_FAILED when it is no key, that of another certificate, or one that we cannot sign with. */
function openKey(pair, certificate, what, name) {
    const fail = (message, hint, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'AUTHORITY_FAILED', message, hint, cause });
    let key;
    try {
        key = (0,_key_js__WEBPACK_IMPORTED_MODULE_4__/* .importKey */ .Fh)(pair.keyPem);
    }
    catch (cause) {
        throw fail(`${name} is not an unencrypted private key in PEM`, 'It must begin with -----BEGIN PRIVATE KEY-----', cause);
    }
    if (!certificate.checkPrivateKey(key)) {
        throw fail(`${what}: the key does not belong to the certificate ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .showName */ .$i)(certificate.subject)}`, 'Give the pair that belongs together.');
    }
    (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .algorithmFor */ .pQ)(key);
    return key;
}
/** @throws StackError AUTHORITY_FAILED with everything that makes verifiers refuse what it signs. */
function refuseChain(certificate, broken, findings, what) {
    const wrong = findings.filter(({ severity }) => severity === 'error').map((finding) => finding.what);
    const all = broken === undefined ? wrong : [`${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .showName */ .$i)(certificate.subject)}: ${broken.why}`, ...wrong];
    if (all.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'AUTHORITY_FAILED',
        message: `${what}: ${all.join('; ')}`,
        hint: broken?.hint ?? 'Give another CA: verifiers refuse what this one signs.',
    });
}
/** True for a CA that `local` founded, told by its name. */
function isOurs(ca) {
    return ca?.subject.startsWith(`CN=${_profile_js__WEBPACK_IMPORTED_MODULE_5__/* .caNamePrefix */ .Sb} `) === true;
}
/** Parses a CA certificate of whatever origin with @peculiar's ASN.1 schemas. */
async function readIssuerFacts(certificate) {
    const [{ AsnConvert, OctetString }, x509] = await Promise.all([
        __webpack_require__.e(/* import() */ 7261).then(__webpack_require__.t.bind(__webpack_require__, 47261, 19)),
        Promise.all(/* import() */[__webpack_require__.e(7261), __webpack_require__.e(3594)]).then(__webpack_require__.t.bind(__webpack_require__, 33594, 19)),
    ]);
    const { tbsCertificate } = AsnConvert.parse(certificate.raw, x509.Certificate);
    const keyId = tbsCertificate.extensions?.find(({ extnID }) => extnID === x509.id_ce_subjectKeyIdentifier);
    return {
        subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
        keyId: keyId === undefined
            ? (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .keyIdOf */ .yg)(certificate.publicKey.export({ type: 'spki', format: 'der' }))
            : new Uint8Array(AsnConvert.parse(keyId.extnValue.buffer, OctetString).buffer),
    };
}


/***/ }),

/***/ 37600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readTrustFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _build_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36019);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84333);



const source = 'certificates.external.ca_file';
/** @throws StackError CERTIFICATE_INVALID when it cannot be read or holds no root. */
async function readTrustFile({ caFile }, io) {
    if (caFile === undefined)
        return undefined;
    if (!(await io.files.exists(caFile)))
        throw wrong(`does not exist: ${caFile}`);
    const pem = await io.files.read(caFile);
    if (!(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificates */ .jZ)(pem, source).some(_build_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .isRoot */ .j))
        throw wrong('holds no root certificate, and a chain ends at one');
    return { pem, source };
}
function wrong(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'CERTIFICATE_INVALID',
        message: `${source} ${what}`,
        hint: "Give the company's root certificate as PEM, or leave ca_file out: then the root that comes with a chain is taken.",
    });
}


/***/ }),

/***/ 92200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ endOfWay),
/* harmony export */   z: () => (/* binding */ wayUp)
/* harmony export */ });
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84333);

/** @param chain  The certificates of `chainPem`, where they have been read. */
function wayUp({ chainPem, trustBundlePem }, chain = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(chainPem, 'a stored certificate')) {
    const [leaf, ...pool] = chain;
    // Cross-signed or renewed: several may have signed it, and the one that lasts is taken.
    const { path, arrived } = climb([leaf], pool.toSorted(byEnd).toReversed(), (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .Bo)(trustBundlePem));
    const [, ...intermediates] = path;
    const top = path.at(-1) ?? leaf;
    const first = path.toSorted(byEnd)[0] ?? leaf;
    if (arrived)
        return { intermediates, first };
    const broken = top === leaf
        ? 'not signed by a CA it trusts'
        : `its chain does not reach a CA it trusts: the certificate of ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(top.issuer)} is missing, which signed ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(top.subject)}`;
    return { intermediates, broken, first };
}
/** When the leaf, or what it needs on its way up, ends. */
function endOfWay(certificate, chain) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(wayUp(certificate, chain).first);
}
/** The longest way where none arrives. */
function climb(path, pool, trusted) {
    const top = path.at(-1) ?? path[0];
    if (trusted.some((ca) => isEnd(top, ca)))
        return { path, arrived: true };
    let longest = path;
    for (const issuer of pool) {
        if (path.includes(issuer) || !(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignedBy */ .s3)(top, issuer))
            continue;
        const way = climb([...path, issuer], pool, trusted);
        if (way.arrived)
            return way;
        if (way.path.length > longest.length)
            longest = way.path;
    }
    return { path: longest, arrived: false };
}
/** Signed by what is trusted, or trusted itself (some send the root, too). */
function isEnd(top, ca) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSignedBy */ .s3)(top, ca) || (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(top) === (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .ax)(ca);
}
const byEnd = (a, b) => (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(a).getTime() - (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(b).getTime();


/***/ }),

/***/ 66123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readAwsPlace),
/* harmony export */   b: () => (/* binding */ regionOfArn)
/* harmony export */ });
/** Names have letters, digits and `/_+=.@-` (API reference, CreateSecret); ARNs also colons. */
const form = /^(?<secret>[\w/+=.@:-]+)(?:#(?<key>[^#?]+))?(?:\?(?<which>stage|version)=(?<value>[^?#&=\s]+))?$/;
/** undefined for what is no such place. */
function readAwsPlace(text) {
    const { secret, key, which, value } = form.exec(text)?.groups ?? {};
    if (secret === undefined)
        return undefined;
    if (secret.includes(':') && regionOfArn(secret) === undefined)
        return undefined;
    return {
        secret,
        ...(key === undefined ? {} : { key }),
        ...(which === 'stage' && value !== undefined ? { stage: value } : {}),
        ...(which === 'version' && value !== undefined ? { version: value } : {}),
    };
}
/** The region that an ARN names; undefined for a plain name. */
function regionOfArn(secret) {
    return /^arn:aws[\w-]*:secretsmanager:([a-z0-9-]+):\d{12}:secret:.+$/.exec(secret)?.[1];
}


/***/ }),

/***/ 12191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ hintFor),
/* harmony export */   ov: () => (/* binding */ socketAddition)
/* harmony export */ });
/* unused harmony export isDockerRun */
/** Set in the Containerfile of the builder image. */
const mark = 'MCP_DEPLOY_CONTAINER';
/**
 * True where somebody started the builder image with `docker run`. A CI system that runs its jobs in the image says so with CI or
 * JENKINS_URL: then nobody typed a `docker run` that something could be added to.
 */
function isDockerRun(environment) {
    return environment[mark] === '1' && environment['CI'] !== 'true' && environment['JENKINS_URL'] === undefined;
}
/** A hint; in the builder image the one thing to add to its `docker run` instead. */
function hintFor(environment, hint, addition) {
    return isDockerRun(environment) ? `Add to docker run: ${addition}` : hint;
}
/** The engine of the machine that the container runs on; its socket belongs to root or to a group there. */
const socketAddition = '-v /var/run/docker.sock:/var/run/docker.sock (with --user also --group-add "$(stat -c %g /var/run/docker.sock)")';


/***/ }),

/***/ 36118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ certificateKind),
/* harmony export */   MO: () => (/* binding */ asksForLeaf),
/* harmony export */   N8: () => (/* binding */ certManagerGroup),
/* harmony export */   Rr: () => (/* binding */ requestMark),
/* harmony export */   Yn: () => (/* binding */ isCertificate),
/* harmony export */   _X: () => (/* binding */ wholeRenewDays),
/* harmony export */   bt: () => (/* binding */ leafSecret)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kubernetes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73354);


const certManagerGroup = 'cert-manager.io';
/** What is asked of cert-manager: one object per component; it keeps the answer in the Secret of the same name. */
const certificateKind = { apiVersion: `${certManagerGroup}/v1`, kind: 'Certificate' };
/** Name of a component's Certificate and of its Secret: it never changes, for cert-manager writes the Secret again. */
function leafSecret(service) {
    return `${service}-certs`;
}
function isCertificate({ apiVersion, kind }) {
    return apiVersion === certificateKind.apiVersion && kind === certificateKind.kind;
}
/** A Certificate, or its metadata alone, that asks for a component's leaf: the user's own, from extra manifests, carry no mark. */
function asksForLeaf(object) {
    const { annotations } = Object(object.metadata);
    return (object.apiVersion === certificateKind.apiVersion &&
        object.kind === certificateKind.kind &&
        annotations?.[_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__/* .objectLabels */ .r$.request] !== undefined);
}
/** Says in an annotation what a certificate was asked for, so that another wish is seen whatever patches add to the object. */
function requestMark(request, issuer) {
    const { commonName, dnsNames, keyAlgorithm, kind, validityDays } = request;
    const wish = [issuer?.group, issuer?.kind, issuer?.name, kind, commonName, dnsNames, keyAlgorithm];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([...wish, validityDays, wholeRenewDays(request)]))
        .digest('hex')
        .slice(0, 16);
}
/** Its `renewBefore` in days; 0 leaves it to cert-manager, which takes a third of the life. Another number would be another wish. */
function wholeRenewDays({ renewBeforeDays, validityDays, }) {
    return renewBeforeDays ?? Math.floor(validityDays / 3);
}


/***/ }),

/***/ 8464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ judgeClock),
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   uw: () => (/* binding */ good)
/* harmony export */ });
function good(name, found) {
    return { name, state: 'good', found };
}
/** Not asked, or not ours to know. */
function skipped(name, found) {
    return { name, state: 'skipped', found };
}
/**
 * Something that is wrong: it is in the way where the stack needs it, else only worth knowing.
 *
 * @param needed  Whether a deploy would fail on it.
 * @param problem  A StackError will do.
 */
function wrong(needed, name, { code, message, hint }) {
    const state = needed ? 'bad' : 'warning';
    return { name, state, code, found: message, ...(hint === undefined ? {} : { fix: hint }) };
}
/** Seconds that two clocks may differ: what is noticed, and what certificates and tokens do not forgive. */
const noticed = 60;
const unforgiven = 300;
/**
 * Compares this machine's clock with the `Date` of an answer, which is cut to whole seconds.
 *
 * @returns undefined where there is no date to compare with.
 */
function judgeClock(date, now, whose) {
    const theirs = Date.parse(date ?? '');
    if (Number.isNaN(theirs))
        return undefined;
    const seconds = Math.round((now.getTime() - theirs) / 1000);
    const size = Math.abs(seconds);
    if (size <= noticed)
        return good('clock', `as at ${whose} (within ${Math.max(1, size)} s)`);
    return wrong(size > unforgiven, 'clock', {
        code: 'CLOCK_WRONG',
        message: `${size} s ${seconds > 0 ? 'ahead of' : 'behind'} ${whose}`,
        hint: 'Set it by NTP: timedatectl set-ntp true; certificates and tokens are refused when clocks differ',
    });
}


/***/ }),

/***/ 81733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isGitlabFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** gitlab-ci-local has a folder of its own for them. */
const ofGitlabCiLocal = '/tmp/gitlab-ci-local-file-variables-';
/**
 * Whether a path is that of a variable of GitLab's type "File": the variable holds a path, and the runner writes the content there,
 * outside the checkout, into `<project folder>.tmp` (docs.gitlab.com/ci/variables, "Use file type CI/CD variables").
 *
 * @param project  CI_PROJECT_DIR.
 */
function isGitlabFile(path, project) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path));
    return folder.startsWith(ofGitlabCiLocal) || (Boolean(project) && folder === `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(project ?? '')}.tmp`);
}


/***/ }),

/***/ 83903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isHeaderValue)
/* harmony export */ });
/** Whether an HTTP header can carry a text: Latin-1 without control characters (RFC 9110, section 5.5). */
function isHeaderValue(text) {
    return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}


/***/ }),

/***/ 36797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hideCredentials)
/* harmony export */ });
/* unused harmony export isCredential */
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10390);
/* harmony import */ var _secret_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60743);


/** What the redactor searches for, in bytes; shorter values are in ordinary text. */
const shortest = 8;
/**
 * Tells the redactor what the environment holds to log in with. A program that is started has all of it, and may say it: call this
 * before any of its words is shown.
 */
function hideCredentials({ environment, redactor }) {
    for (const [name, value] of Object.entries(environment)) {
        if (value !== undefined && isCredential(name, value))
            redactor.add(new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(name, value), { needle: false });
    }
}
/**
 * Whether a variable is one to hide wherever its value is met: by its name, and not a path, a switch or a plain word, which would make
 * other lines unreadable.
 */
function isCredential(name, value) {
    if (Buffer.byteLength(value) < shortest || !(0,_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretName */ .e)(name, value) || isPath(value))
        return false;
    // DB_PASSWORD=correcthorse is a password, SECRET_STORE=kubernetes is none.
    const lastWord = name.split(/[^A-Za-z\d]/).at(-1) ?? name;
    return !((0,_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretName */ .e)(lastWord) ? switchWord : ordinary).test(value);
}
/** Of `shortest` bytes or more. */
const switchWord = /^(?:disabled|required|optional|undefined)$/i;
/** Words, numbers and host names under 16 bytes; an address that nobody logs in with by knowing it. */
const ordinary = /^(?:(?=.{1,15}$)(?:[a-z]+(?:[-_. ][a-z]+)*|\d+)|https?:\/\/[^\s@?#]+)$/i;
/** Base64 begins with a slash once in 64 times, and AWS keys are base64. */
function isPath(value) {
    return /^(?:~|\.{1,2})?\/\S*$/.test(value) && !value.split('/').some(looksRandom);
}
function looksRandom(word) {
    return word.length >= 16 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
}


/***/ }),

/***/ 73354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ slots),
/* harmony export */   T5: () => (/* binding */ objectKey),
/* harmony export */   U0: () => (/* binding */ stateNames),
/* harmony export */   r$: () => (/* binding */ objectLabels),
/* harmony export */   wM: () => (/* binding */ fieldManager)
/* harmony export */ });
/** Labels and annotations by which a stack's objects are found again; the templates write the same words. */
const objectLabels = {
    /** Label of every object: the stack's name. */
    stack: 'mcp-stack.dev/stack',
    /** Label of objects and pods: the component's DNS name, since a label takes no other characters. */
    component: 'mcp-stack.dev/component',
    /** Annotation of objects and pods: the component's name as the user wrote it. */
    name: 'mcp-stack.dev/name',
    /** Label of workloads and pods: `gateway`, `plugin`, `postgres`, `redis`. */
    role: 'mcp-stack.dev/role',
    /** Annotation of every object: hash of what we want of it. Label of pods: hash of the pod template. */
    hash: 'mcp-stack.dev/hash',
    /** Label of workloads, pods and Services of `rolling: parallel`: `r1`, `r2`, `r3`. */
    revision: 'mcp-stack.dev/revision',
    /** Annotation of cert-manager's Certificates: what it was asked for (requestMark). */
    request: 'mcp-stack.dev/request',
    /** Annotation of pods whose certificate the target keeps: fingerprints of the leaf and of what it trusts. */
    certificate: 'mcp-stack.dev/certificate',
};
/** `rolling: parallel`: the places in which revisions of a plugin take turns; its certificate names them all (plan/certificates.ts). */
const slots = ['r1', 'r2', 'r3'];
/** The name under which our fields are known to the API server. */
const fieldManager = 'mcp-stack-deploy';
/** The stack's own objects in its namespace; fixed names, so that a Role can name them. */
const stateNames = { state: 'mcp-stack-state', history: 'mcp-stack-history', lock: 'mcp-stack-lock' };
/** The key under which an object is known everywhere. */
function objectKey(object) {
    return `${object.apiVersion}/${object.kind}/${object.name}`;
}


/***/ }),

/***/ 50817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readKvPlace)
/* harmony export */ });
/** Reads `PATH`, `PATH#KEY`, `PATH#KEY?version=N` and `PATH?version=N#KEY`; undefined for what is no such place. */
function readKvPlace(text) {
    const version = /\?version=([1-9]\d*)(?=#|$)/.exec(text);
    const plain = version === null ? text : text.replace(version[0], '');
    const [path = '', key, ...more] = plain.replace(/^\/+/, '').split('#');
    const trimmed = path.replace(/\/+$/, '');
    if (!trimmed.includes('/') || key === '' || more.length > 0 || plain.includes('?') || hasOddPart(trimmed)) {
        return undefined;
    }
    return {
        path: trimmed,
        ...(key === undefined ? {} : { key }),
        ...(version?.[1] === undefined ? {} : { version: version[1] }),
    };
}
/** `..` would leave the path that a policy and a reader of the file see. */
function hasOddPart(path) {
    return path.split('/').some((part) => part === '' || part === '.' || part === '..');
}


/***/ }),

/***/ 65938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/** Characters of a line; an error with more is read by nobody. */
const longestLine = 500;
/**
 * The last lines of what a program wrote to stderr, for an error. Redacted as a whole before it is cut, for a piece of a value is not
 * known any more; of a line that is too long the end.
 */
function lastWords(stderr, redactor, lines = 1) {
    return redactor
        .redact(stderr.trim())
        .split('\n')
        .slice(-lines)
        .map((line) => {
        const text = line.trim();
        return text.length <= longestLine ? text : `… ${text.slice(-longestLine)}`;
    })
        .join(' / ');
}


/***/ }),

/***/ 98121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ speaksNoTls)
/* harmony export */ });
/** True where https met a server that speaks plain HTTP: another try meets the same. */
function speaksNoTls(error) {
    if (!(error instanceof Error))
        return false;
    return ('code' in error && error.code === 'ERR_SSL_WRONG_VERSION_NUMBER') || speaksNoTls(error.cause);
}


/***/ }),

/***/ 41224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ownOf)
/* harmony export */ });
/** What a record has under a name that somebody chose: `record.constructor` is of every object. */
function ownOf(record, name) {
    return Object.hasOwn(record, name) ? record[name] : undefined;
}


/***/ }),

/***/ 17693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ patience),
/* harmony export */   l: () => (/* binding */ pauseAfter)
/* harmony export */ });
/** With a server that keeps secrets: one that restarts or changes its leader is back within these. */
const patience = { tries: 5, seconds: 15, firstPauseSeconds: 0.5 };
/** Milliseconds before the next try. @param tries  So far. @param wait  Seconds that the server wants to be left alone for. */
function pauseAfter(tries, wait) {
    return Math.max(patience.firstPauseSeconds * 2 ** (tries - 1), wait) * 1000;
}


/***/ }),

/***/ 31797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ sclorgData),
/* harmony export */   Yg: () => (/* binding */ sclorgHome),
/* harmony export */   eh: () => (/* binding */ isSclorgPostgres)
/* harmony export */ });
/** What sclorg builds, and Red Hat from it: `quay.io/sclorg/postgresql-15-c9s`, `registry.redhat.io/rhel9/postgresql-16`. */
const sclorg = /(?:sclorg|rhscl|rhel\d*|ubi\d*|centos\d*|fedora)\/.*postgresql/;
/** The home of that family's user: its scripts write their settings and a passwd file there when they start. */
const sclorgHome = '/var/lib/pgsql';
/** The family's data: its scripts set PGDATA themselves, to `userdata` in this folder. */
const sclorgData = `${sclorgHome}/data`;
/** Whether an image of PostgreSQL is one of sclorg's family, which is told by other variables than the official one. */
function isSclorgPostgres(image) {
    return sclorg.test(image);
}


/***/ }),

/***/ 23762:
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

/***/ 8950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eH: () => (/* binding */ authorities),
  LX: () => (/* binding */ builders),
  bx: () => (/* binding */ chooseTarget),
  b7: () => (/* binding */ secretProviders),
  zV: () => (/* binding */ targets)
});

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
// EXTERNAL MODULE: ./build/js/model/run-limited.js
var run_limited = __webpack_require__(23762);
;// CONCATENATED MODULE: ./build/js/build/layer-cache/read-progress.js
/** A step of a Containerfile: `[2/3] RUN …`, `[linux/amd64 serve 2/3] COPY …`; not `[internal] …`, not `FROM`. */
const step = /^\[(?:[^\]]* )?\d+\/\d+\] (?!FROM\b)/;
/** A step whose layer came from elsewhere; what a step itself prints has its seconds in front. */
const fetched = /^(?:extracting )?sha256:[0-9a-f]{64}\b/;
const reading = /^importing cache manifest/;
const writing = /^exporting (?:cache|to GitHub)/;
/** The first build of an image, in the words of registries and of BuildKit. */
const notThere = /not found|manifest unknown|MANIFEST_UNKNOWN|name unknown|NAME_UNKNOWN|failed to configure .*: blob unknown/;
/** Reads BuildKit's `--progress=plain`: every line begins with the number of its step, `#7 CACHED`. */
function createProgressReader() {
    const names = new Map();
    const cached = new Set();
    const failures = [];
    return {
        line(text) {
            const [, number = '', said = ''] = /^#(\d+) (.*)$/.exec(text) ?? [];
            if (number === '')
                return;
            const name = names.get(number);
            if (name === undefined) {
                names.set(number, said);
                return;
            }
            if (said === 'CACHED' || fetched.test(said))
                cached.add(number);
            if (!said.startsWith('ERROR'))
                return;
            const reason = said.replace(/^ERROR:?\s*/, '');
            if (reading.test(name) && !notThere.test(reason))
                failures.push({ what: 'could not be read', reason });
            if (writing.test(name))
                failures.push({ what: 'could not be written', reason });
        },
        restart() {
            names.clear();
            cached.clear();
        },
        unusable: (reason) => void failures.push({ what: 'could not be used', reason }),
        hits() {
            const steps = [...names].filter(([, name]) => step.test(name));
            if (steps.length === 0)
                return undefined;
            return { cached: steps.filter(([number]) => cached.has(number)).length, steps: steps.length };
        },
        failures: () => failures,
    };
}

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
        const progress = createProgressReader();
        const step = (command) => runStep(command, job, context, { lines, progress });
        context.report?.(job.component, 'building');
        try {
            const reference = await withoutCacheIfNeeded(job, progress, (one) => buildOne(one, step));
            const hits = progress.hits();
            return {
                component: job.component,
                ok: true,
                reference,
                seconds: seconds(),
                ...(hits === undefined ? {} : { cacheHits: hits }),
                cacheFailures: progress.failures(),
            };
        }
        catch (error) {
            if (!(error instanceof errors/* StackError */.L) || error.code !== 'BUILD_FAILED')
                throw error;
            return { component: job.component, ok: false, reason: error.message, log: lines, seconds: seconds() };
        }
    });
}
/**
 * A build that may have failed for its layer cache is done without one: a cache that cannot be opened ends a build before its
 * first step, and BuildKit before 0.12 and podman end where layers cannot be kept. A step that fails is the image's own.
 */
async function withoutCacheIfNeeded(job, progress, build) {
    const { layers, ...plain } = job;
    try {
        return await build(job);
    }
    catch (error) {
        if (layers === undefined || !(error instanceof errors/* StackError */.L) || error.code !== 'BUILD_FAILED')
            throw error;
        const isKnown = progress.failures().length > 0;
        if (!isKnown && progress.hits() !== undefined)
            throw error;
        progress.restart();
        const reference = await build(plain);
        if (!isKnown)
            progress.unusable(error.message);
        return reference;
    }
}
async function runStep(command, job, context, { lines, progress }) {
    const result = await context.io.run(command, {
        log: job.log,
        timeoutSeconds,
        onLine: (line) => {
            if (line.trim() === '')
                return;
            lines.push(line);
            if (lines.length > shownLines)
                lines.shift();
            progress.line(line);
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
;// CONCATENATED MODULE: ./build/js/build/layer-cache/bake-entries.js
/** `cache-from` and `cache-to` of a bake target; nothing where the builder's own cache serves. */
function cacheEntries({ from, to } = {}) {
    return {
        ...(from === undefined ? {} : { 'cache-from': [toFields(placeOf(from, 'src'))] }),
        ...(to === undefined ? {} : { 'cache-to': [toFields({ ...placeOf(to, 'dest'), ...exportOptions(to) })] }),
    };
}
function placeOf(place, folderKey) {
    if (place.type === 'gha')
        return { type: 'gha', scope: place.scope };
    return place.type === 'local' ? { type: 'local', [folderKey]: place.folder } : { type: 'registry', ref: place.ref };
}
/** max: layers of every stage, not only of the last. Without ignore-error BuildKit fails a build whose layers cannot be kept. */
function exportOptions({ type }) {
    return {
        mode: 'max',
        'ignore-error': 'true',
        // As an ordinary image: some registries (ECR) take nothing else.
        ...(type === 'registry' ? { 'image-manifest': 'true', 'oci-mediatypes': 'true' } : {}),
    };
}
/** One record of comma-separated values (RFC 4180), which is how buildx reads them. */
function toFields(record) {
    return Object.entries(record)
        .map(([name, value]) => `${name}=${value}`)
        .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}

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
        const { exitCode, stdout } = await io.run((0,detect_engine/* engineCommand */.KU)(engine, ['buildx', 'version']), {
            timeoutSeconds: 20,
            brief: true,
        });
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
            ...context.cacheTokens,
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
    const layers = Object.entries(cacheEntries(job.layers)).map(([key, entries]) => [key, entries.map(escapeTemplate)]);
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
                ...Object.fromEntries(layers),
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
            ...(cache ? layerFlags(job) : ['--no-cache']),
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
/** podman's own form: a tag for each layer in a repository that is named without a tag. */
function layerFlags({ layers }) {
    const flag = (name, place) => place?.type === 'registry' ? [`--${name}=${(0,image_reference/* nameOf */.Vb)(place.ref)}`] : [];
    const flags = [...flag('cache-from', layers?.from), ...flag('cache-to', layers?.to)];
    return flags.length === 0 ? [] : ['--layers', ...flags];
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

;// CONCATENATED MODULE: ./build/js/certificates/cert-manager-authority.js
/** cert-manager in the cluster: the target asks it (targets/kubernetes), and it keeps keys and certificates itself. */
const certManagerAuthority = {
    name: 'cert-manager',
    keptByTarget: true,
    open: () => Promise.resolve(undefined),
};

// EXTERNAL MODULE: ./build/js/certificates/authority-pair.js
var authority_pair = __webpack_require__(50507);
// EXTERNAL MODULE: ./build/js/certificates/judge-pair.js
var judge_pair = __webpack_require__(3297);
// EXTERNAL MODULE: ./build/js/certificates/signer.js
var certificates_signer = __webpack_require__(21045);
// EXTERNAL MODULE: ./build/js/certificates/der.js
var certificates_der = __webpack_require__(39128);
// EXTERNAL MODULE: ./build/js/certificates/issue-leaf.js
var issue_leaf = __webpack_require__(37105);
;// CONCATENATED MODULE: ./build/js/certificates/signer-authority.js



/** An authority whose CA key is in our hands: what `local` and `env` have in common. */
function signerAuthority(name, signer, rest = {}) {
    return {
        name,
        fingerprint: signer.fingerprint,
        trustBundlePem: signer.trustBundlePem,
        notAfter: signer.notAfter,
        problems: signer.problems,
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




/** A CA that is given for this run. The key is never written anywhere. */
const envAuthority = {
    name: 'env',
    async open(_known, context) {
        const pair = await (0,authority_pair/* findAuthorityPair */.t)(context);
        if (pair === undefined)
            return undefined;
        const { dnsNames, io, policy } = context;
        return signerAuthority('env', await (0,certificates_signer/* openSigner */.Hs)(pair, (0,judge_pair/* namesOf */.eZ)(policy.caSecret), io.clock.now(), dnsNames));
    },
};

// EXTERNAL MODULE: ./build/js/model/hide-credentials.js
var hide_credentials = __webpack_require__(36797);
// EXTERNAL MODULE: ./build/js/model/last-words.js
var last_words = __webpack_require__(65938);
// EXTERNAL MODULE: ./build/js/certificates/key.js
var key = __webpack_require__(17436);
;// CONCATENATED MODULE: ./build/js/certificates/ask-signer.js





/**
 * Runs `certificates.external.command` for one request: the CSR on stdin, what it is for in the environment, the chain on stdout.
 *
 * @returns PEM as it was answered, or why there is none.
 */
async function askSigner({ request, csrPem }, { command: [program, ...args], commandFolder, timeoutSeconds, }, io) {
    const task = io.progress.task(`certificate of ${request.component}`);
    const fail = (why, hint = says) => {
        task.fail(why);
        return {
            severity: 'error',
            code: 'AUTHORITY_FAILED',
            message: `certificates.external.command: ${program} did not sign for ${request.component}: ${why}`,
            hint,
        };
    };
    // `certs` itself asks for no secret, so none is known yet.
    (0,hide_credentials/* hideCredentials */.R)(io);
    try {
        const result = await io.run({
            program,
            args,
            cwd: commandFolder,
            stdin: csrPem,
            env: {
                MCP_CERT_COMPONENT: request.component,
                MCP_CERT_KIND: request.kind,
                MCP_CERT_COMMON_NAME: request.commonName,
                MCP_CERT_DNS_NAMES: request.dnsNames.join(','),
                MCP_CERT_DAYS: String(request.validityDays),
            },
        }, { timeoutSeconds, log: 'sign', answerBytes: mostBytes });
        const why = whyNot(result, timeoutSeconds, io);
        if (why !== undefined)
            return fail(why);
        task.done(`signed by ${program}`);
        return result.stdout;
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || error.code !== 'TOOL_MISSING')
            throw error;
        const [why, hint] = await whyNotStarted(program, commandFolder, error, io);
        return fail(why, hint);
    }
}
const says = 'It gets the request on its stdin and answers with the chain as PEM on its stdout. What it writes to stderr is in deploy/logs/sign.log';
/** It never ran, so no log has a word of it. A path is not looked for on PATH. */
async function whyNotStarted(program, folder, missing, { files }) {
    const place = (0,external_node_path_.resolve)(folder, program);
    const isThere = program.includes('/') && (await files.exists(place));
    if (!program.includes('/') || (isThere && !(await files.isExecutable(place))))
        return [missing.message, missing.hint ?? `Install ${program}`];
    return isThere
        ? ['the interpreter that its first line names does not exist', `Compare the #! of ${place} with this machine`]
        : ['it does not exist', `It is looked for at ${place}`];
}
/** Bytes of an answer: a chain has a few thousand. */
const mostBytes = 1024 * 1024;
/** Why an answer is none; undefined where it may hold certificates. Never in its own words: it may hold anything. */
function whyNot({ exitCode, stdout, stderr, timedOut, tooLong }, timeoutSeconds, io) {
    if (tooLong === true)
        return 'it printed more than 1 MiB';
    if (exitCode !== 0 || timedOut) {
        const lines = (0,last_words/* lastWords */.a)(stderr, io.redactor, 3);
        const how = timedOut ? `no answer in ${timeoutSeconds} s` : `it ended with ${exitCode}`;
        return lines === '' ? how : `${how}: ${lines}`;
    }
    if (stdout.trim() === '')
        return 'it printed nothing';
    if ((0,key/* holdsPrivateKey */.jc)(stdout))
        return 'it printed a private key; the key is ours and stays here, it is to sign the request and to print certificates only';
    return undefined;
}

// EXTERNAL MODULE: ./build/js/certificates/check-answer.js + 1 modules
var check_answer = __webpack_require__(6939);
// EXTERNAL MODULE: ./build/js/certificates/csr.js
var csr = __webpack_require__(50979);
// EXTERNAL MODULE: ./build/js/certificates/external-settings.js
var external_settings = __webpack_require__(27440);
// EXTERNAL MODULE: ./build/js/certificates/open-requests.js
var open_requests = __webpack_require__(24122);
// EXTERNAL MODULE: ./build/js/certificates/refuse-answers.js
var refuse_answers = __webpack_require__(16821);
// EXTERNAL MODULE: ./build/js/certificates/share-trust.js
var share_trust = __webpack_require__(70079);
// EXTERNAL MODULE: ./build/js/certificates/trust-file.js
var trust_file = __webpack_require__(37600);
;// CONCATENATED MODULE: ./build/js/certificates/external-authority.js









/**
 * A signer outside: a company's PKI that is asked by ticket, or a program that asks it (`certificates.external.command`: Venafi,
 * step-ca, whatever reads a CSR and writes a chain). Keys never leave us.
 */
const externalAuthority = {
    name: 'external',
    async open(_known, { io, policy, openRequests }) {
        const settings = (0,external_settings/* externalSettings */.H)(policy);
        const trust = await (0,trust_file/* readTrustFile */.X)(settings, io);
        const shared = {
            name: 'external',
            fingerprint: undefined,
            ownRules: true,
            ...(trust === undefined ? {} : { rootsPem: (0,share_trust/* rootsOf */.RD)(trust.pem, trust.source) }),
        };
        const { command } = settings;
        if (command !== undefined) {
            const trusted = shared.rootsPem === undefined ? {} : { trustBundlePem: shared.rootsPem };
            return byCommand({ ...shared, ...trusted }, { ...settings, command }, trust, io);
        }
        const known = await (0,open_requests/* findOpenRequests */.Sq)(openRequests, policy, io);
        return {
            ...shared,
            openRequests: known,
            problems: [],
            issue: (requests, now) => Promise.all(requests.map((request) => (0,open_requests/* openRequest */.Gh)(request, known, now))),
        };
    },
};
/** Signers outside limit how often they are asked, and each request is a process of its own. */
const askedAtOnce = 4;
function byCommand(shared, settings, trust, io) {
    // What is to be said of good answers is known after `issue`.
    const problems = [];
    const askOne = async (request) => {
        const signing = await (0,csr/* makeSigningRequest */.t)(request);
        io.redactor.add(signing.keyPem);
        const answered = await askSigner(signing, settings, io);
        if (typeof answered !== 'string')
            return [answered];
        const source = `from ${settings.command[0]}`;
        // It may have taken an hour, and what it made begins after we asked.
        const checked = await (0,check_answer/* checkAnswer */.d)({ ...signing, pem: answered, source }, trust, io.clock.now());
        if (checked.issued === undefined)
            return checked.problems;
        problems.push(...checked.problems);
        return checked.issued;
    };
    return {
        ...shared,
        problems,
        async issue(requests) {
            const answers = await (0,run_limited/* runLimited */.O)(requests, askedAtOnce, askOne);
            const wrong = answers.flatMap((answer) => ('request' in answer ? [] : answer));
            if (wrong.length > 0)
                throw (0,refuse_answers/* refuseAnswers */.e)(wrong, 'Nothing was changed; correct it and run again.');
            return answers.filter((answer) => 'request' in answer);
        },
    };
}

// EXTERNAL MODULE: ./build/js/certificates/issue-ca.js
var issue_ca = __webpack_require__(64025);
;// CONCATENATED MODULE: ./build/js/certificates/local-authority.js



/** Our own CA: its key is kept in the target's store, in ca_path, or nowhere. */
const localAuthority = {
    name: 'local',
    async open(known, { io, dnsNames }) {
        if (known === undefined)
            return undefined;
        io.redactor.add(known.keyPem);
        return await openPair(known, io.clock.now(), dnsNames);
    },
    async found(now, key) {
        return await openPair(await (0,issue_ca/* issueCa */.Y)(now, key), now);
    },
};
async function openPair(pair, now, dnsNames) {
    const signer = await (0,certificates_signer/* openSigner */.Hs)(pair, 'the CA of certificates.ca_path', now, dnsNames);
    return signerAuthority('local', signer, { keyPair: pair });
}

;// CONCATENATED MODULE: ./build/js/model/exact-json.js
/**
 * JSON whose numbers are texts, as they are written: a number of JavaScript would make others of 12345678901234567890 and 1.10.
 *
 * @throws SyntaxError
 */
function parseExactly(text) {
    // Only in what is JSON does a digit outside of a text begin a number, and nothing else.
    JSON.parse(text);
    return JSON.parse(text.replace(textOrNumber, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

// EXTERNAL MODULE: ./build/js/model/no-tls.js
var no_tls = __webpack_require__(98121);
// EXTERNAL MODULE: ./build/js/model/patience.js
var patience = __webpack_require__(17693);
// EXTERNAL MODULE: ./build/js/model/redirect-refused.js
var redirect_refused = __webpack_require__(62143);
// EXTERNAL MODULE: ./build/js/model/secret.js
var model_secret = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/js/vault/refuse-answer.js


/** No question of this run will be answered: no server, a sealed one, one that is not Vault. Others are about one path. */
class VaultGone extends errors/* StackError */.L {
}
const whereItIs = 'ci_cd.secrets.vault.address or VAULT_ADDR';
/** Vault answers in JSON, and with nothing to what needs no answer. */
function notVault(address, { status, headers, body }) {
    const speaksTls = /HTTP request to an HTTPS server/i.test(body);
    const [type] = (headers['content-type'] ?? '').split(';', 1);
    return new VaultGone({
        code: 'SECRET_UNREACHABLE',
        message: speaksTls
            ? `Vault at ${address} wants TLS`
            : `what answers at ${address} is not Vault (HTTP ${status}${type === '' ? '' : `, ${type}`})`,
        hint: speaksTls ? `Write https:// in ${whereItIs}` : `Look at ${whereItIs}, and at HTTPS_PROXY and NO_PROXY`,
    });
}
function noTls(address, cause) {
    return new VaultGone({
        code: 'SECRET_UNREACHABLE',
        message: `what answers at ${address} does not speak TLS`,
        hint: `Is it ${address.replace(/^https:/, 'http:')}? Look at ${whereItIs}, and at HTTPS_PROXY`,
        cause,
    });
}
function sentOn(address, refused) {
    return new VaultGone({
        code: 'SECRET_UNREACHABLE',
        message: `Vault at ${address}: ${refused.message}`,
        hint: `If ${refused.to} is your Vault, write it into ${whereItIs}; a standby names its active server, so take the address of that one or of what balances them`,
        cause: refused,
    });
}
/** Vault says 500 to a name that it does not know. @param path  `pki/issuer/NAME/json`, `pki/issuer/NAME/sign/ROLE` */
function unknownIssuer(address, path, status, reason) {
    const [mount] = path.split('/issuer/', 1);
    return new errors/* StackError */.L({
        code: 'SECRET_UNREACHABLE',
        message: `Vault at ${address} answers with HTTP ${status}: ${reason}`,
        hint: `vault list ${mount}/issuers shows them; certificates.vault.issuer names one`,
    });
}
/** The last of several tries. @param wait  Seconds that the server wants to be left alone for, where that ends the tries. */
function unreachable(address, outcome, { tries, reason, wait }) {
    const asked = `asked ${tries === 1 ? 'once' : `${tries} times`}${wait === undefined ? '' : `; it says to come back in ${wait} s`}`;
    if (outcome instanceof Error) {
        return new VaultGone({
            code: 'SECRET_UNREACHABLE',
            message: `Vault at ${address} cannot be reached (${asked}): ${outcome.message}`,
            hint: `curl ${address}/v1/sys/health; the address is ${whereItIs}, a company's CA network.ca_file`,
            cause: outcome,
        });
    }
    const { status } = outcome;
    const isSealed = /vault is sealed/i.test(outcome.body);
    // What one path makes Vault stumble over, another may not.
    const Kind = status === 500 ? errors/* StackError */.L : VaultGone;
    return new Kind({
        code: 'SECRET_UNREACHABLE',
        message: isSealed
            ? `Vault at ${address} is sealed (${asked})`
            : `Vault at ${address} answers with HTTP ${status} (${asked})${reason === '' ? '' : `: ${reason}`}`,
        hint: isSealed ? 'vault operator unseal, by whoever has its keys' : `curl ${address}/v1/sys/health`,
    });
}

;// CONCATENATED MODULE: ./build/js/vault/client.js






/** Of one request. */
const client_timeoutSeconds = 10;
/**
 * Vault's HTTP interface. A connection that fails, 5xx (sealed, standby), 429 and 412 (not yet replicated) are tried again
 * with growing pauses. A redirect is followed within the server only.
 *
 * @throws StackError SECRET_UNREACHABLE when the tries are over, saying what was wrong in the last one; VaultGone where that
 *   holds for every other question too.
 */
function createVaultClient({ address, namespace }, io) {
    return async (request) => {
        const end = io.clock.now().getTime() + patience/* patience */._.seconds * 1000;
        for (let tries = 1;; tries++) {
            if (request.last !== true)
                io.signal.throwIfAborted();
            const outcome = await attempt(request, address, namespace, io);
            if (outcome instanceof redirect_refused/* RedirectRefused */.J)
                throw sentOn(address, outcome);
            if (outcome instanceof Error && (0,no_tls/* speaksNoTls */.g)(outcome))
                throw noTls(address, outcome);
            const answer = outcome instanceof Error ? undefined : toAnswer(outcome, io);
            const reason = answer?.reason ?? '';
            if (!(outcome instanceof Error) && answer !== undefined && !isPassing(outcome.status)) {
                if (answer.body === undefined && outcome.body.trim() !== '')
                    throw notVault(address, outcome);
                return answer;
            }
            if (answer !== undefined && /unable to find PKI issuer/i.test(reason))
                throw unknownIssuer(address, request.path, answer.status, reason);
            const wait = retryAfter(outcome);
            const pause = (0,patience/* pauseAfter */.l)(tries, wait);
            const isLate = io.clock.now().getTime() + pause > end;
            if (isLate || tries === patience/* patience */._.tries || request.last === true) {
                const isTooLong = isLate && wait > patience/* patience */._.seconds;
                throw unreachable(address, outcome, { tries, reason, wait: isTooLong ? wait : undefined });
            }
            await io.clock.sleep(pause, io.signal);
        }
    };
}
async function attempt({ method, path, body, token, last }, address, namespace, io) {
    try {
        return await io.http({
            url: `${address}/v1/${path}`,
            method: method ?? (body === undefined ? 'GET' : 'POST'),
            headers: {
                // Vault refuses requests that a browser could be tricked into where its listener asks for this header.
                'X-Vault-Request': 'true',
                ...(token === undefined ? {} : { 'X-Vault-Token': token }),
                ...(namespace === undefined ? {} : { 'X-Vault-Namespace': namespace }),
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: toJson(body) }),
            timeoutSeconds: client_timeoutSeconds,
            ...(last === true ? { uninterruptible: true } : {}),
        });
    }
    catch (error) {
        if (last !== true)
            io.signal.throwIfAborted();
        return error instanceof Error ? error : new Error(String(error));
    }
}
function toJson(body) {
    const plain = Object.entries(body).map(([name, value]) => [name, value instanceof model_secret/* Secret */.z ? value.reveal() : value]);
    return new model_secret/* Secret */.z('a request to Vault', JSON.stringify(Object.fromEntries(plain)));
}
/** 412 and 472 to 473: a standby that has not heard yet, or may not answer. */
function isPassing(status) {
    return status >= 500 || [412, 429, 472, 473].includes(status);
}
/** Seconds; 0 where the server does not say. */
function retryAfter(outcome) {
    const seconds = outcome instanceof Error ? 0 : Number(outcome.headers['retry-after'] ?? 0);
    return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
function toAnswer({ status, body: text }, io) {
    const parsed = parse(text);
    const body = typeof parsed === 'object' && parsed !== null ? parsed : undefined;
    return { status, body, reason: io.redactor.redact(reasonIn(body)).slice(0, mostShown) };
}
/** Characters. */
const mostShown = 300;
function parse(text) {
    try {
        return parseExactly(text);
    }
    catch {
        return undefined;
    }
}
/** Vault lists its errors over several lines: `1 error occurred:\n\t* permission denied\n\n`. */
function reasonIn(body) {
    const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
    if (!Array.isArray(errors))
        return '';
    return errors
        .map(String)
        .join('; ')
        .replace(/\d+ errors? occurred:/g, '')
        .replace(/\s*\*\s+|\s+/g, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./build/js/vault/field.js
/** A field of a parsed JSON answer; undefined where there is no such field, or no object. */
function fieldOf(value, name) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    return Object.entries(value).find(([key]) => key === name)?.[1];
}

;// CONCATENATED MODULE: ./build/js/vault/log-in.js



/** @throws StackError SECRET_FORBIDDEN with Vault's reason, SECRET_MISSING without anything to log in with. */
async function logIn(client, { address, logIn: method }, io, identityToken) {
    if (method.kind === 'token') {
        io.redactor.add(method.token);
        return { token: method.token, isGiven: true };
    }
    const body = await credentialsOf(method, identityToken);
    for (const value of Object.values(body))
        if (value instanceof model_secret/* Secret */.z)
            io.redactor.add(value);
    const answer = await client({ path: `auth/${method.mount.split('/').map(encodeURIComponent).join('/')}/login`, body });
    const text = fieldOf(fieldOf(answer.body, 'auth'), 'client_token');
    if (answer.status >= 300 || typeof text !== 'string')
        throw refused(address, method, answer);
    const token = new model_secret/* Secret */.z('the Vault token', text);
    io.redactor.add(token);
    return { token, isGiven: false };
}
async function credentialsOf(method, identityToken) {
    if (method.kind === 'approle')
        return { role_id: method.roleId, secret_id: method.secretId };
    const jwt = await identityToken(method.audience);
    if (jwt === undefined)
        throw method.guessed === true ? noLogIn : noIdentity;
    return { jwt, ...(method.role === undefined ? {} : { role: method.role }) };
}
const inPipelines = 'GitHub: permissions: {id-token: write}. GitLab: id_tokens: {MCP_ID_TOKEN: {aud: …}} in the job';
const noLogIn = new errors/* StackError */.L({
    code: 'SECRET_MISSING',
    message: 'Vault is asked and there is no way to log in: neither VAULT_TOKEN, nor VAULT_ROLE_ID and VAULT_SECRET_ID, nor an identity token of a job',
    hint: `Pass VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID; in a pipeline an identity token is enough. ${inPipelines}`,
});
const noIdentity = new errors/* StackError */.L({
    code: 'SECRET_MISSING',
    message: 'Vault is asked with auth: jwt, but there is no identity token here',
    hint: `${inPipelines}. Elsewhere pass VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID`,
});
function refused(address, method, { status, reason }) {
    const who = method.kind === 'approle'
        ? 'VAULT_ROLE_ID and VAULT_SECRET_ID'
        : `the identity token${method.role === undefined ? '' : ` for the role ${method.role}`}`;
    const why = reason === '' ? `HTTP ${status}` : reason;
    return new errors/* StackError */.L({
        code: 'SECRET_FORBIDDEN',
        message: `Vault at ${address} refuses ${who} at auth/${method.mount}: ${why}`,
        hint: hintFor(method, status, reason),
    });
}
function hintFor(method, status, reason) {
    // Vault answers so for a path where nothing is mounted, in order to tell strangers nothing.
    if (status === 403 || status === 404)
        return `Is an auth method mounted there? vault auth list; ci_cd.secrets.vault.mount names it`;
    if (method.kind === 'approle')
        return `A secret id ends with its secret_id_ttl and secret_id_num_uses: vault write -f auth/${method.mount}/role/ROLE/secret-id makes a new one`;
    if (/expired/i.test(reason))
        return 'The token has expired: run the job again. GitLab makes it at the start of a job, to last for its `timeout`; a clock that is wrong, here or at Vault, looks the same';
    return `Compare bound_audiences, bound_claims and bound_subject of the role (vault read auth/${method.mount}/role/${method.role ?? 'ROLE'}) with ci_cd.secrets.vault.audience and the job`;
}

// EXTERNAL MODULE: ./build/js/model/header-value.js
var header_value = __webpack_require__(83903);
;// CONCATENATED MODULE: ./build/js/vault/settings.js



/** @throws StackError SECRET_MISSING naming the variables that are not set, SECRET_INVALID; CONFIG_INVALID as `readPlace`. */
function readSettings(source, environment) {
    const place = readPlace(source, environment);
    return { ...place, logIn: readLogIn({ ...source, audience: source.audience ?? place.address }, environment) };
}
/** What Vault tells everybody needs no more. @throws StackError CONFIG_INVALID for an address that is none. */
function readPlace(source, environment) {
    const namespace = source.namespace ?? settings_valueOf(environment, 'VAULT_NAMESPACE');
    if (!(0,header_value/* isHeaderValue */.j)(namespace ?? ''))
        throw noHeader('the namespace of Vault');
    return {
        address: readAddress(source.address ?? settings_valueOf(environment, 'VAULT_ADDR')),
        ...(namespace === undefined ? {} : { namespace }),
    };
}
/** True where requests, and the token in them, cross a network that others can read. */
function isClearText({ address }) {
    const { protocol, hostname } = new URL(address);
    return protocol === 'http:' && !/^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
function readAddress(address) {
    if (address === undefined) {
        throw new errors/* StackError */.L({
            code: 'SECRET_MISSING',
            message: 'Vault is asked and its address is not known',
            hint: 'Set ci_cd.secrets.vault.address: https://vault.example.com:8200, or VAULT_ADDR in the environment',
        });
    }
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isPlain = url?.username === '' && url.password === '' && url.search === '';
    if (url === undefined || !['http:', 'https:'].includes(url.protocol) || !isPlain) {
        throw new errors/* StackError */.L({
            code: 'CONFIG_INVALID',
            message: 'the address of Vault is not a plain http or https URL',
            hint: 'Write it as https://vault.example.com:8200, without a user, a password or a query',
        });
    }
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
function readLogIn({ auth, mount, role, audience }, environment) {
    const variable = (name) => {
        const value = settings_valueOf(environment, name);
        return value === undefined ? undefined : new model_secret/* Secret */.z(name, value);
    };
    const token = variable('VAULT_TOKEN');
    const roleId = variable('VAULT_ROLE_ID');
    const secretId = variable('VAULT_SECRET_ID');
    const kind = auth ?? guess(token !== undefined, roleId !== undefined || secretId !== undefined);
    switch (kind) {
        case 'token':
            if (token === undefined)
                throw notSet('token', ['VAULT_TOKEN']);
            if (!(0,header_value/* isHeaderValue */.j)(token.reveal()))
                throw noHeader('VAULT_TOKEN');
            return { kind, token };
        case 'approle':
            if (roleId === undefined || secretId === undefined) {
                const names = [
                    ...(roleId === undefined ? ['VAULT_ROLE_ID'] : []),
                    ...(secretId === undefined ? ['VAULT_SECRET_ID'] : []),
                ];
                throw notSet('approle', names);
            }
            return { kind, mount: trim(mount) ?? 'approle', roleId, secretId };
        case 'jwt':
            return {
                kind,
                mount: trim(mount) ?? 'jwt',
                ...(role === undefined ? {} : { role }),
                audience,
                ...(auth === undefined ? { guessed: true } : {}),
            };
    }
}
/** A token before AppRole before an identity token, which needs nothing in the environment. */
function guess(hasToken, hasAppRole) {
    if (hasToken)
        return 'token';
    return hasAppRole ? 'approle' : 'jwt';
}
function notSet(method, names) {
    return new errors/* StackError */.L({
        code: 'SECRET_MISSING',
        message: `Vault is asked with auth: ${method}, but ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not set`,
        hint: `Pass ${names.length === 1 ? 'it' : 'them'} to the step, or choose another ci_cd.secrets.vault.auth: token, approle or jwt`,
    });
}
function noHeader(what) {
    return new errors/* StackError */.L({
        code: 'SECRET_INVALID',
        message: `${what} holds a line end, or a character that no HTTP header can carry`,
        hint: 'Pass it again, as one line: two tokens under each other look like this, and a file that is no text',
    });
}
/** CI systems pass a variable that does not exist as an empty text. */
function settings_valueOf(environment, name) {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
}
/** `auth/jwt/` and `jwt` name the same mount. */
function trim(mount) {
    return mount?.replace(/^\/*(auth\/)?/, '').replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./build/js/vault/session.js





/** @throws StackError CONFIG_INVALID, SECRET_MISSING, SECRET_FORBIDDEN (the log in is refused), SECRET_UNREACHABLE. */
async function openVault(source, { io, identityToken }) {
    const settings = readSettings(source, io.environment);
    const { address } = settings;
    if (isClearText(settings))
        warnOnce(address, io);
    const client = createVaultClient(settings, io);
    const { token, isGiven } = await logIn(client, settings, io, identityToken);
    /** Asked at most once: the answer explains every 403 of the run. */
    let isValid;
    let hasRead = false;
    let gone;
    let invalid;
    // A token without the policy "default" looks invalid, and is not where it could read something.
    const ended = () => gone ?? (hasRead ? undefined : invalid);
    return {
        address,
        ended,
        async ask(request) {
            const reason = ended();
            if (reason !== undefined)
                throw reason;
            try {
                const answer = await client({ ...request, token });
                hasRead ||= answer.status < 300;
                return answer;
            }
            catch (error) {
                if (error instanceof VaultGone)
                    gone ??= error;
                throw error;
            }
        },
        async forbidden(path, capability) {
            isValid ??= client({ path: 'auth/token/lookup-self', token }).then(({ status }) => status !== 403);
            const policy = `path "${path}" { capabilities = ["${capability}"] }`;
            if (!(await isValid))
                return (invalid ??= notValid(address, isGiven, policy));
            return new errors/* StackError */.L({
                code: 'SECRET_FORBIDDEN',
                message: `Vault at ${address} does not let us ${wordFor[capability] ?? capability} ${path}`,
                hint: `A policy of ${isGiven ? 'VAULT_TOKEN' : 'the role'} needs: ${policy}`,
            });
        },
        async close() {
            if (!isGiven)
                await revoke(client, token, io);
        },
    };
}
/** Secrets and certificates log in separately, in one run with one console. */
const warned = new WeakMap();
function warnOnce(address, { progress }) {
    const addresses = warned.get(progress) ?? new Set();
    warned.set(progress, addresses);
    if (addresses.has(address))
        return;
    addresses.add(address);
    progress.problem({
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: `Vault at ${address} is asked without TLS: the log in and every secret cross the network in clear text`,
        hint: "Give it a certificate and write https:// in ci_cd.secrets.vault.address or VAULT_ADDR; a company's CA is network.ca_file",
    });
}
const wordFor = { update: 'write to' };
function notValid(address, isGiven, policy) {
    return new errors/* StackError */.L({
        code: 'SECRET_FORBIDDEN',
        message: `Vault at ${address} does not accept ${isGiven ? 'VAULT_TOKEN' : 'the token of this run'}: it has expired or was revoked`,
        hint: `${isGiven ? 'Pass a fresh one, or log in with auth: jwt or approle' : 'Give the role a longer token_ttl'}. A token without the policy "default" cannot be told from an expired one: it needs ${policy}`,
    });
}
async function revoke(client, token, io) {
    const left = (why) => io.progress.line(`Vault: the token of this run was not revoked and ends by itself: ${why}`);
    try {
        const { status, reason } = await client({
            path: 'auth/token/revoke-self',
            method: 'POST',
            token,
            last: true,
        });
        if (status >= 300)
            left(reason === '' ? `HTTP ${status}` : reason);
    }
    catch (error) {
        left(error instanceof Error ? error.message : String(error));
    }
}

// EXTERNAL MODULE: ./build/js/certificates/read-certificate.js
var read_certificate = __webpack_require__(84333);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/js/certificates/build-chain.js
var build_chain = __webpack_require__(36019);
;// CONCATENATED MODULE: ./build/js/certificates/vault-ca.js







/**
 * The CA that signs and its root, which Vault shows everybody; absent, and a warning, where it cannot be asked: what is valid
 * still is.
 *
 * @throws StackError AUTHORITY_FAILED where the engine or the issuer is not there.
 */
async function findVaultCa({ mount, issuer }, { io, vault }) {
    if (vault === undefined)
        return { problems: [] };
    const path = issuer === undefined ? `${mount}/cert/ca` : `${mount}/issuer/${encodeURIComponent(issuer)}/json`;
    try {
        const client = createVaultClient(readPlace(vault.source, io.environment), io);
        const answer = await client({ path });
        const { status, reason } = answer;
        const pem = status === 200 ? textOf(answer, 'certificate') : '';
        if (pem === '')
            throw noCa(path, mount, reason === '' ? `HTTP ${status}` : reason);
        const ca = new external_node_crypto_.X509Certificate(pem);
        if ((0,build_chain/* isRoot */.j)(ca))
            return { ca, root: ca, problems: [] };
        const above = issuer === undefined
            ? textOf(await client({ path: `${mount}/cert/ca_chain` }), 'certificate')
            : textOf(answer, 'ca_chain');
        const root = rootAbove(ca, above, path);
        return { ca, ...(root === undefined ? {} : { root }), problems: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || error.code !== 'SECRET_UNREACHABLE')
            throw asAuthority(error);
        const { message } = error;
        return {
            problems: [
                {
                    severity: 'warning',
                    code: 'AUTHORITY_FAILED',
                    message: `certificates are compared without their CA: ${message}`,
                    ...(error.hint === undefined ? {} : { hint: error.hint }),
                },
            ],
        };
    }
}
/** What Vault does not let us read, or not do, as a matter of the authority. */
function asAuthority(error) {
    if (!(error instanceof errors/* StackError */.L))
        return error;
    const { code, message, hint } = error;
    const isOurs = code === 'SECRET_UNREACHABLE' || code === 'SECRET_FORBIDDEN';
    return isOurs ? new errors/* StackError */.L({ code: 'AUTHORITY_FAILED', message, hint, cause: error }) : error;
}
/** Empty where it is not there: a mount need not know what is above its CA. */
function textOf({ body }, name) {
    const field = fieldOf(fieldOf(body, 'data'), name);
    if (typeof field === 'string')
        return field;
    return Array.isArray(field) ? field.filter((entry) => typeof entry === 'string').join('\n') : '';
}
function rootAbove(ca, chainPem, what) {
    if (chainPem.trim() === '')
        return undefined;
    const { path, broken } = (0,build_chain/* buildChain */.q)(ca, (0,read_certificate/* readCertificates */.jZ)(chainPem, what), undefined, what);
    return broken === undefined ? path.at(-1) : undefined;
}
function noCa(path, mount, why) {
    return new errors/* StackError */.L({
        code: 'AUTHORITY_FAILED',
        message: `Vault has no CA at ${path}: ${why}`,
        hint: `certificates.vault.mount names a PKI engine that has a CA (vault secrets list, vault read ${mount}/cert/ca), certificates.vault.issuer one of its issuers`,
    });
}

// EXTERNAL MODULE: ./build/js/certificates/leaf-extensions.js
var leaf_extensions = __webpack_require__(26154);
;// CONCATENATED MODULE: ./build/js/certificates/vault-sign.js






const secondsPerDay = 86_400;
/**
 * Has one request signed by the role for its kind and checks what comes back.
 *
 * @returns `issued`, or errors that name the setting of the role that would mend it.
 */
async function signByVault(session, request, settings, { ca, now, io }) {
    const role = request.kind === 'client' ? settings.clientRole : settings.role;
    const issuer = settings.issuer === undefined ? '' : `/issuer/${encodeURIComponent(settings.issuer)}`;
    const path = `${settings.mount}${issuer}/sign/${encodeURIComponent(role)}`;
    const seconds = lifeInSeconds(request, settings, ca, now);
    const signing = await (0,csr/* makeSigningRequest */.t)(request);
    io.redactor.add(signing.keyPem);
    const answer = await session
        .ask({
        path,
        body: {
            csr: signing.csrPem,
            // Where the role does not take the names from the request (use_csr_sans).
            common_name: (0,leaf_extensions/* commonNameOf */.K)(request),
            alt_names: request.dnsNames.join(','),
            exclude_cn_from_sans: 'true',
            ttl: `${seconds}s`,
        },
    })
        .catch((error) => failure(error, request));
    if (!('status' in answer))
        return { problems: [answer] };
    if (answer.status !== 200)
        return { problems: [await refusal(session, answer, request, path, settings, role)] };
    const pem = certificatesIn(answer.body);
    const asked = { ...request, validityDays: Math.floor(seconds / secondsPerDay) };
    const checked = await (0,check_answer/* checkAnswer */.d)({ ...signing, request: asked, pem, source: `from ${path}` }, undefined, now);
    const problems = checked.problems.map((problem) => withSetting(problem, request, `${settings.mount}/roles/${role}`));
    if (checked.issued === undefined)
        return { problems };
    const issued = { ...checked.issued, request };
    const stranger = findStranger(issued, ca);
    return stranger === undefined
        ? { issued, problems }
        : { problems: [...problems, anotherIssuer(stranger, request, path)] };
}
/** `ttl` of the file, else what was asked for; never longer than the CA lives, which Vault refuses. */
function lifeInSeconds({ validityDays }, { ttlSeconds }, ca, now) {
    const wanted = ttlSeconds ?? validityDays * secondsPerDay;
    if (ca === undefined)
        return wanted;
    const left = Math.floor(((0,read_certificate/* endOf */.pJ)(ca).getTime() - now.getTime()) / 1000) - clockSkewSeconds;
    return Math.max(1, Math.min(wanted, left));
}
/** Vault counts from its own clock. */
const clockSkewSeconds = 60;
function certificatesIn(body) {
    const data = fieldOf(body, 'data');
    const chain = fieldOf(data, 'ca_chain');
    return [fieldOf(data, 'certificate'), ...(Array.isArray(chain) ? chain : []), fieldOf(data, 'issuing_ca')]
        .filter((text) => typeof text === 'string')
        .join('\n');
}
/** The issuer, where it is not the CA that the next deploy will compare with: it would issue everything anew each time. */
function findStranger(issued, ca) {
    const issuer = (0,read_certificate/* findIssuer */.P3)(issued);
    return ca === undefined || issuer === undefined || (0,read_certificate/* fingerprintOf */.ax)(issuer) === (0,read_certificate/* fingerprintOf */.ax)(ca) ? undefined : issuer;
}
function anotherIssuer(issuer, request, path) {
    return toProblem(request, `${path} signs with ${(0,read_certificate/* showName */.$i)(issuer.subject)}, which is not the mount's default issuer`, 'Name it in certificates.vault.issuer (vault list pki/issuers)');
}
/** A server that ends in the middle is a problem of this certificate; an interrupted run and our own bugs are not. */
function failure(error, request) {
    if (!(error instanceof errors/* StackError */.L) || error.code !== 'SECRET_UNREACHABLE')
        throw error;
    return toProblem(request, error.message, error.hint);
}
async function refusal(session, { status, reason }, request, path, { mount }, role) {
    if (status === 403) {
        const { message, hint } = await session.forbidden(path, 'update');
        return toProblem(request, message, hint);
    }
    const why = reason === '' ? `HTTP ${status}` : reason;
    const known = refusals.find(([pattern]) => pattern.test(why));
    const setting = known === undefined ? `vault read ${mount}/roles/${role}` : `vault patch ${mount}/roles/${role} ${known[1]}`;
    return toProblem(request, `Vault does not sign at ${path}: ${why}`, setting);
}
/** Vault's words → the setting of the role that permits it. */
const refusals = [
    [
        /not allowed by this role/,
        'allow_any_name=true, or allowed_domains with allow_bare_domains=true allow_subdomains=true',
    ],
    [/requires? keys? of type|key type|key bits/i, 'key_type=any (certificates.key_algorithm says which)'],
    [/beyond the expiration of the CA/, 'max_ttl, less than what is left of the CA'],
];
/** What the checker finds → the setting of the role that mends it. */
const settingFor = [
    [
        /extended key usage/,
        (kind) => kind === 'server'
            ? 'server_flag=true client_flag=false'
            : "server_flag=false client_flag=true; certificates.vault.client_role names a role of the gateway's own",
    ],
    [/key usage/, () => 'key_usage=DigitalSignature'],
    [/DNS names? /, () => 'use_csr_sans=true'],
    [/CA:TRUE/, () => 'basic_constraints_valid_for_non_ca=true'],
    [/renewal window|is valid for/, () => 'max_ttl; the mount limits it too: vault secrets tune -max-lease-ttl'],
    [/which signed|root/, () => 'issuer_ref of an issuer whose chain goes up to its root (vault read pki/cert/ca_chain)'],
];
function withSetting(problem, { kind }, role) {
    const known = settingFor.find(([pattern]) => pattern.test(problem.message));
    return known === undefined ? problem : { ...problem, hint: `vault patch ${role} ${known[1](kind)}` };
}
function toProblem({ component }, why, hint) {
    return {
        severity: 'error',
        code: 'AUTHORITY_FAILED',
        message: `certificate of ${component}: ${why}`,
        ...(hint === undefined ? {} : { hint }),
    };
}

;// CONCATENATED MODULE: ./build/js/certificates/vault-authority.js






/** Requests at the same time. */
const atOnce = 4;
/** The PKI engine of HashiCorp Vault or OpenBao signs our requests; keys stay here. Logged in only while it signs. */
const vaultAuthority = {
    name: 'vault',
    async open(_known, context) {
        const settings = context.policy.vault;
        if (settings === undefined)
            return undefined;
        const { ca, root, problems } = await findVaultCa(settings, context);
        return {
            name: 'vault',
            fingerprint: ca === undefined ? undefined : (0,read_certificate/* fingerprintOf */.ax)(ca),
            ...(ca === undefined ? {} : { notAfter: (0,read_certificate/* endOf */.pJ)(ca) }),
            ...(root === undefined ? {} : { trustBundlePem: (0,read_certificate/* pemOf */._y)(root) }),
            problems,
            async issue(requests, now) {
                if (requests.length === 0)
                    return [];
                const session = await openFor(context);
                try {
                    const answers = await (0,run_limited/* runLimited */.O)(requests, atOnce, (request) => signByVault(session, request, settings, { ca, now, io: context.io }));
                    const found = answers.flatMap((answer) => answer.problems);
                    const issued = answers.flatMap((answer) => (answer.issued === undefined ? [] : [answer.issued]));
                    if (issued.length < requests.length)
                        throw (0,refuse_answers/* refuseAnswers */.e)(found, 'Nothing was changed; correct the role and run again.');
                    problems.push(...found);
                    return issued;
                }
                finally {
                    await session.close();
                }
            },
        };
    },
};
async function openFor({ io, vault }) {
    if (vault === undefined)
        throw new Error('a run that may ask nobody must not sign');
    try {
        return await openVault(vault.source, { io, identityToken: vault.identityToken });
    }
    catch (error) {
        throw asAuthority(error);
    }
}

// EXTERNAL MODULE: ./build/js/model/aws-place.js
var aws_place = __webpack_require__(66123);
;// CONCATENATED MODULE: ./build/js/secrets/json-document.js

/** What Vault and AWS keep under one key, read by parseExactly, as a value; or why it is none: words to follow its place. */
function toText(value) {
    if (typeof value === 'string')
        return { text: value };
    if (typeof value === 'boolean')
        return { text: String(value) };
    return { why: `holds ${describe(value)}, not one value` };
}
const storeText = 'Store text there; JSON between quotes is text, too';
function describe(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value !== 'object' || value === null)
        return 'null';
    return Object.keys(value).length === 0 ? 'an empty object' : `an object with the keys ${showKeys(value)}`;
}
const mostKeys = 20;
function showKeys(document) {
    const keys = Object.keys(document).toSorted();
    if (keys.length === 0)
        return 'none';
    return keys.length <= mostKeys
        ? keys.join(', ')
        : `${keys.slice(0, mostKeys).join(', ')} and ${keys.length - mostKeys} more`;
}
/** The neighbours of what was asked for are hidden too, however deep they are; they may be plain configuration elsewhere. */
function hideTexts(value, place, redactor) {
    if (typeof value === 'string')
        redactor.add(new model_secret/* Secret */.z(place, value), { needle: false });
    else if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value))
            hideTexts(inner, place, redactor);
}

;// CONCATENATED MODULE: ./build/js/secrets/aws/pick-value.js



/** The value at a place: the whole string, or one key of the JSON document in it. */
function pickValue({ text, version }, { secret, key }, { name, isPlain }, redactor) {
    const where = key === undefined ? secret : `${secret}#${key}`;
    const found = (value) => ({
        kind: 'found',
        value,
        where,
        ...(version === undefined ? {} : { version }),
    });
    const parsed = pick_value_parse(text);
    hideNeighbours(parsed, secret, redactor);
    if (key === undefined)
        return found(new model_secret/* Secret */.z(name, text.reveal()));
    const document = toDocument(parsed);
    if (document === undefined) {
        return failed('SECRET_INVALID', `secret ${name}: aws:${secret} is no JSON object, so it has no key ${key}`, `Write aws:${secret} for the whole text, or store {"${key}": "…"}`);
    }
    if (!Object.hasOwn(document, key)) {
        if (isPlain)
            return { kind: 'absent' };
        return failed('SECRET_MISSING', `secret ${name}: aws:${secret} has no key ${key}; it has ${showKeys(document)}`, 'Correct the key in `from`, or add it to the JSON document of the secret');
    }
    const value = toText(document[key]);
    if ('why' in value)
        return failed('SECRET_INVALID', `secret ${name}: ${where} ${value.why}`, storeText);
    return found(new model_secret/* Secret */.z(name, value.text));
}
function pick_value_parse(text) {
    try {
        return parseExactly(text.reveal());
    }
    catch {
        return undefined;
    }
}
function toDocument(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
/** What a database's own secret says of it beside the password (user guide, "JSON structure of secrets"); words like `postgres`. */
const plainOfDatabases = /^(?:engine|host|port|dbname|username|dbInstanceIdentifier|dbClusterIdentifier|masterarn)$/;
function hideNeighbours(document, secret, redactor) {
    if (typeof document !== 'object' || document === null)
        return;
    for (const [key, value] of Object.entries(document)) {
        if (!plainOfDatabases.test(key))
            hideTexts(value, `aws:${secret}#${key}`, redactor);
    }
}
function failed(code, message, hint) {
    const problem = { severity: 'error', code, message, hint };
    return { kind: 'failed', problem };
}

// EXTERNAL MODULE: ./build/js/secrets/share-failures.js
var share_failures = __webpack_require__(75167);
;// CONCATENATED MODULE: ./build/js/secrets/aws-provider.js




/**
 * AWS Secrets Manager through the official SDK, which is loaded when the first secret is asked for: `aws:prod/mcp#jwt`, or
 * the JSON keys of `ci_cd.secrets.aws.secret`. Each version of a secret is read once in a run.
 */
const awsProvider = { name: 'aws', open: openAws };
function openAws(context) {
    let opening;
    const readings = new Map();
    const readOnce = async ({ secret, stage, version }) => {
        opening ??= Promise.all(/* import() */[__webpack_require__.e(2994), __webpack_require__.e(4034)]).then(__webpack_require__.bind(__webpack_require__, 94034)).then(({ openReader }) => openReader(context));
        const read = await opening;
        const key = JSON.stringify([secret, stage, version]);
        const reading = readings.get(key) ?? read({ secret, stage, version });
        readings.set(key, reading);
        return reading;
    };
    const askOne = async ({ name, at }) => {
        const place = at === undefined ? placeOfNames(name, context.sources.aws.secret) : (0,aws_place/* readAwsPlace */.N)(String(at));
        if (place === undefined)
            throw noPlace(String(at));
        const reading = await readOnce(place);
        if ('problem' in reading)
            return { name, why: reading.problem };
        return pickValue(reading, place, { name, isPlain: at === undefined }, context.io.redactor);
    };
    return { ask: async (wanted) => (0,share_failures/* shareFailures */.N)(await Promise.all(wanted.map(askOne))) };
}
/** @throws StackError CONFIG_INVALID */
function placeOfNames(name, document) {
    if (document === undefined) {
        throw new errors/* StackError */.L({
            code: 'CONFIG_INVALID',
            message: 'the provider aws is asked for names, and no secret is given',
            hint: 'Write ci_cd.secrets.aws: {secret: prod/mcp}, or `from: "aws:prod/mcp#key"` at the name',
        });
    }
    const place = (0,aws_place/* readAwsPlace */.N)(document);
    if (place === undefined)
        throw noPlace(document);
    return { ...place, key: name };
}
function noPlace(text) {
    return new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `aws:${text} is no place in AWS Secrets Manager`,
        hint: 'Write aws:NAME-OR-ARN#key, with ?stage=AWSPREVIOUS or ?version=ID for another version',
    });
}

;// CONCATENATED MODULE: ./build/js/secrets/secret-text.js
/** A secret is a password, a key, a chain of certificates; what is larger is something else. In bytes. */
const secret_text_mostBytes = 1024 * 1024;
/** Bytes as a value: UTF-8, without the one line end that editors, `echo` and most programs put behind it. */
function toSecretText(bytes) {
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '') };
    }
    catch {
        return { why: 'is not UTF-8 text', hint: 'Encode it, as base64 for example' };
    }
}

;// CONCATENATED MODULE: ./build/js/secrets/command-provider.js






/** Programs ask a server far away, or a person for a finger. */
const command_provider_timeoutSeconds = 60;
/** Each may hold a session of its own with its service. */
const command_provider_atOnce = 4;
/**
 * A program that prints one value: sops, op, gcloud, az, doppler, pass. Started without a shell; what it prints on stdout,
 * without the last line end, is the value.
 */
const commandProvider = {
    name: 'command',
    open: ({ io, sources, folder }) => ({
        async ask(wanted) {
            if (wanted.length > 0)
                (0,hide_credentials/* hideCredentials */.R)(io);
            return (0,run_limited/* runLimited */.O)(wanted, command_provider_atOnce, (secret) => askOne(secret, sources.command, folder, io));
        },
    }),
};
async function askOne({ name, at, unwritten }, general, folder, io) {
    const [program, ...args] = wordsFor(name, at, general);
    if (program === undefined)
        throw noCommand;
    // Most programs end with an error for a name that they do not know; nobody put there what the stack makes itself.
    if (unwritten === true)
        return { kind: 'absent' };
    let result;
    try {
        result = await io.run({ program, args, cwd: folder }, { timeoutSeconds: command_provider_timeoutSeconds, answerBytes: secret_text_mostBytes });
    }
    catch (error) {
        if (error instanceof errors/* StackError */.L && error.code === 'TOOL_MISSING')
            return command_provider_failed(name, error.message);
        throw error;
    }
    if (result.tooLong === true)
        return invalid(name, program, 'printed more than 1 MiB', 'It is to print the one value only');
    if (result.timedOut)
        return command_provider_failed(name, `${program} did not answer in ${command_provider_timeoutSeconds} s`);
    if (result.exitCode !== 0) {
        // It may have the value already, and repeat it on stderr. What is shorter is not searched for.
        if (result.stdoutBytes.length >= 8)
            io.redactor.add(new model_secret/* Secret */.z(name, result.stdout));
        const words = (0,last_words/* lastWords */.a)(result.stderr, io.redactor);
        return command_provider_failed(name, `${program} ended with code ${result.exitCode}${words === '' ? '' : `: ${words}`}`);
    }
    const value = toSecretText(result.stdoutBytes);
    if ('why' in value)
        return invalid(name, program, `printed what ${value.why}`, value.hint);
    return { kind: 'found', value: new model_secret/* Secret */.z(name, value.text), where: program };
}
function wordsFor(name, at, general) {
    if (at !== undefined)
        return typeof at === 'string' ? [at] : at;
    return (general ?? []).map((word) => word.replaceAll('{name}', name));
}
function command_provider_failed(name, why) {
    const problem = {
        severity: 'error',
        code: 'SECRET_UNREACHABLE',
        message: `secret ${name}: ${why}`,
        hint: 'Run the same words by hand, on the same machine as the same user',
    };
    return { kind: 'failed', problem };
}
function invalid(name, program, why, hint) {
    const message = `secret ${name}: ${program} ${why}`;
    return { kind: 'failed', problem: { severity: 'error', code: 'SECRET_INVALID', message, hint } };
}
const noCommand = new errors/* StackError */.L({
    code: 'CONFIG_INVALID',
    message: 'the provider command is asked for names, and no command is given',
    hint: 'Write ci_cd.secrets.command: [doppler, secrets, get, "{name}", --plain]',
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/js/model/own.js
var own = __webpack_require__(41224);
;// CONCATENATED MODULE: ./build/js/secrets/env-file-cuts.js
/**
 * Where `util.parseEnv` gives a part of a value and says nothing: it ends an unquoted one at its first `#`, a quoted one at the
 * next such quote (it knows no `\"`), and takes a line as it stands where a quote is never closed.
 */
function findCuts(text) {
    const cuts = [];
    const heads = /^[ \t]*(?:export[ \t]+)?(\w[\w.-]*)[ \t]*=[ \t]*/gm;
    for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
        const [start, name = ''] = [heads.lastIndex, head[1]];
        const cut = (what, stop) => {
            const line = text.slice(0, start).split('\n').length;
            cuts.push({ line, name, what, written: text.slice(start, stop).trim() });
        };
        const lineEnd = endOfLine(text, start);
        const quote = text[start] ?? '';
        if (!/["'`]/.test(quote)) {
            const hash = text.slice(start, lineEnd).indexOf('#');
            // The blank may be what stands between = and #.
            if (hash !== -1 && !/[ \t]/.test(text[start + hash - 1] ?? ''))
                cut('has a # that would end its value', lineEnd);
            heads.lastIndex = lineEnd;
            continue;
        }
        const close = text.indexOf(quote, start + 1);
        const end = close === -1 ? lineEnd : endOfLine(text, close);
        if (close === -1)
            cut('has a quote that is never closed', end);
        else if (!/^[ \t\r]*(?:#[^\n]*)?$/.test(text.slice(close + 1, end)))
            cut('has text behind its closing quote', end);
        heads.lastIndex = end;
    }
    return cuts;
}
function endOfLine(text, from) {
    const found = text.indexOf('\n', from);
    return found === -1 ? text.length : found;
}

;// CONCATENATED MODULE: ./build/js/secrets/read-secret-file.js

/**
 * Reads one value from a file: UTF-8, without the one line end that editors and `echo` put behind it.
 *
 * @returns the text, or what to answer instead.
 */
async function readSecretFile(path, name, io) {
    const read = await readTextFile(path, io);
    if (read === undefined)
        return { answer: { kind: 'absent' } };
    if ('text' in read)
        return read;
    const { why, hint } = read;
    const message = `secret ${name}: ${path} ${why}`;
    return { answer: { kind: 'failed', problem: { severity: 'error', code: 'SECRET_INVALID', message, hint } } };
}
/** The same without words about a secret; undefined where no file is. */
async function readTextFile(path, io) {
    let bytes;
    try {
        bytes = await io.files.readBytes(path);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
        return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : unreadable(code, cause);
    }
    if (bytes.length > secret_text_mostBytes)
        return { why: 'is larger than 1 MiB', hint: 'Is it the right file? Secrets are small' };
    return toSecretText(bytes);
}
function unreadable(code, cause) {
    const ordinary = 'Name an ordinary file of 1 MiB at most';
    if (code === 'EISDIR')
        return { why: 'is a folder', hint: ordinary };
    // Of a socket.
    if (code === 'ENXIO')
        return { why: 'is not a file', hint: ordinary };
    if (code === 'EACCES' || code === 'EPERM')
        return { why: `cannot be read (${code})`, hint: 'Give this user the right to read the file' };
    if (code !== undefined)
        return { why: `cannot be read (${code})`, hint: 'Look at it by hand, as the same user' };
    return { why: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, hint: ordinary };
}

;// CONCATENATED MODULE: ./build/js/secrets/env-file-provider.js








/**
 * Files of `NAME=value` lines that are not in the repository: `ci_cd.secrets.env_files`, other ones in each environment's
 * overlay; or one place, `env_file:secrets/prod.env#NAME`. Read as `node --env-file` reads them: nothing in a value is replaced;
 * but a file of which that would cut a value is refused.
 */
const envFileProvider = {
    name: 'env_file',
    open({ io, sources, folder }) {
        const read = new Map();
        const valuesOf = (path) => {
            const reading = read.get(path) ?? readValues(path, io);
            read.set(path, reading);
            return reading;
        };
        const findOne = async ({ name, at }) => {
            if (at === undefined && sources.envFiles.length === 0)
                throw noFiles;
            const [file, key = name] = at === undefined ? [undefined] : String(at).split('#');
            const paths = file === undefined ? sources.envFiles.toReversed() : [(0,external_node_path_.resolve)(folder, file)];
            for (const path of paths) {
                const values = await valuesOf(path);
                if ('why' in values)
                    return { name, why: explain(values, path, file) };
                const value = (0,own/* ownOf */._)(values.values, key);
                if (value !== undefined && value !== '')
                    return { kind: 'found', value: new model_secret/* Secret */.z(name, value), where: path };
            }
            return { kind: 'absent' };
        };
        return { ask: async (wanted) => (0,share_failures/* shareFailures */.N)(await Promise.all(wanted.map(findOne))) };
    },
};
/** Lines of one file that are told. */
const mostTold = 5;
/** @param file  As `from` names it. */
function explain({ code, why, hint }, path, file) {
    const place = file === undefined ? 'ci_cd.secrets.env_files' : `\`from: env_file:${file}#…\``;
    return { code, message: `the env file ${path} ${why}`, hint: hint ?? `Write it there, or correct ${place}` };
}
/** Every value of the file is kept out of output, also those that nobody asks for. */
async function readValues(path, io) {
    const read = await readTextFile(path, io);
    if (read === undefined)
        return { code: 'SECRET_MISSING', why: 'is not there' };
    if (!('text' in read))
        return { code: 'SECRET_INVALID', ...read };
    const values = (0,external_node_util_.parseEnv)(read.text);
    for (const [name, value] of Object.entries(values)) {
        if (value !== undefined)
            io.redactor.add(new model_secret/* Secret */.z(name, value), { needle: false });
    }
    const cuts = findCuts(read.text);
    for (const { name, written } of cuts) {
        for (const text of [written, written.replace(/^["'`]|["'`]$/g, '')])
            io.redactor.add(new model_secret/* Secret */.z(name, text), { needle: false });
    }
    if (cuts.length === 0)
        return { values };
    const list = cuts.map(({ line, name, what }) => `${(0,external_node_path_.basename)(path)}:${line} ${name} ${what}`);
    const more = list.length > mostTold ? [`${list.length - mostTold} more lines like these`] : [];
    return {
        code: 'SECRET_INVALID',
        why: `cannot be read without cutting a value: ${[...list.slice(0, mostTold), ...more].join('; ')}`,
        hint: "Put the whole value between quotes that it does not contain: NAME='value'",
    };
}
const noFiles = new errors/* StackError */.L({
    code: 'CONFIG_INVALID',
    message: 'the provider env_file is asked for names, and no file is given',
    hint: 'Write ci_cd.secrets.env_files: [secrets.env]',
});

// EXTERNAL MODULE: ./build/js/model/gitlab-file-variable.js
var gitlab_file_variable = __webpack_require__(81733);
;// CONCATENATED MODULE: ./build/js/secrets/gitlab-file-variable.js



/**
 * A file variable of GitLab that a secret's name asks for. The host gives the content of those whose own name says that they are
 * secret, to the log in of Vault and the like too; any other is a path for whoever inherits it, and its content only for who asks here.
 * One under another name is meant to be a path.
 *
 * @returns the path of the file; undefined where the variable is an ordinary one.
 */
function fileVariable(variable, environment) {
    const { CI_PROJECT_DIR, MCP_DEPLOY_HOST, GITLAB_CI } = environment;
    const path = (0,own/* ownOf */._)(environment, variable);
    if (path === undefined || (GITLAB_CI !== 'true' && MCP_DEPLOY_HOST !== 'gitlab'))
        return undefined;
    return (0,external_node_path_.basename)(path) === variable && (0,gitlab_file_variable/* isGitlabFile */.K)(path, CI_PROJECT_DIR) ? path : undefined;
}

;// CONCATENATED MODULE: ./build/js/secrets/environment-provider.js




/** The process environment: under the secret's own name, or `environment:OTHER_NAME`. Of GitLab's file variables the file. */
const environmentProvider = {
    name: 'environment',
    open: ({ io }) => ({
        ask: (wanted) => Promise.all(wanted.map(async ({ name, at }) => {
            const variable = String(at ?? name);
            const where = at === undefined ? {} : { where: variable };
            const file = fileVariable(variable, io.environment);
            if (file !== undefined) {
                const read = await readSecretFile(file, name, io);
                if ('answer' in read)
                    return read.answer;
                return { kind: 'found', value: new model_secret/* Secret */.z(name, read.text), where: `${variable} (a file variable)` };
            }
            const value = (0,own/* ownOf */._)(io.environment, variable);
            return value === undefined ? { kind: 'absent' } : { kind: 'found', value: new model_secret/* Secret */.z(name, value), ...where };
        })),
    }),
};

;// CONCATENATED MODULE: ./build/js/secrets/file-provider.js




/** Files that hold one value each: `file:/run/secrets/jwt`, or a name in `ci_cd.secrets.files.folder`. */
const fileProvider = {
    name: 'file',
    open: ({ io, sources, folder: start }) => ({
        ask: (wanted) => Promise.all(wanted.map(async ({ name, at }) => {
            if (at === undefined && sources.folder === undefined)
                throw noFolder;
            const path = at === undefined ? (0,external_node_path_.resolve)(sources.folder ?? start, name) : (0,external_node_path_.resolve)(start, String(at));
            const read = await readSecretFile(path, name, io);
            if ('answer' in read)
                return read.answer;
            return { kind: 'found', value: new model_secret/* Secret */.z(name, read.text), where: path };
        })),
    }),
};
const noFolder = new errors/* StackError */.L({
    code: 'CONFIG_INVALID',
    message: 'the provider file is asked for names, and no folder is given',
    hint: 'Write ci_cd.secrets.files: {folder: /run/secrets}',
});

// EXTERNAL MODULE: ./build/js/secrets/referenced.js
var referenced = __webpack_require__(38601);
;// CONCATENATED MODULE: ./build/js/secrets/kubernetes-provider.js



/**
 * Secrets that are in the target's namespace already: `kubernetes:SECRET#KEY`, or the keys of `ci_cd.secrets.kubernetes.secret`.
 * They are read to prove that they are there and to see that they changed; pods refer to them, and nothing is copied.
 */
const kubernetesProvider = { name: 'kubernetes', open: openKubernetes };
function openKubernetes({ sources, readTargetSecret }) {
    const readings = new Map();
    const readOnce = (secret) => {
        const read = readTargetSecret?.();
        if (read === undefined)
            return Promise.resolve({ kind: 'no target' });
        const reading = readings.get(secret) ?? read(secret);
        readings.set(secret, reading);
        return reading;
    };
    const askOne = async (wanted) => {
        const place = kubernetes_provider_placeOf(wanted, sources.kubernetes.secret);
        return kubernetes_provider_toAnswer(await readOnce(place.secret), place, wanted);
    };
    return { ask: (wanted) => Promise.all(wanted.map(askOne)) };
}
/** @throws StackError CONFIG_INVALID */
function kubernetes_provider_placeOf({ name, at }, secret) {
    const place = at === undefined ? undefined : (0,referenced/* readSecretKey */.O4)({ provider: 'kubernetes', at });
    if (place !== undefined)
        return place;
    if (secret !== undefined)
        return { secret, key: name };
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: 'the provider kubernetes is asked for names, and no Secret is given',
        hint: 'Write ci_cd.secrets.kubernetes: {secret: mcp-secrets}, or `from: "kubernetes:mcp-secrets#key"` at the name',
    });
}
function kubernetes_provider_toAnswer(reading, reference, { name, at }) {
    const { secret, key } = reference;
    const where = `${secret}#${key}`;
    switch (reading.kind) {
        case 'no target':
            return { kind: 'unread', reference, where, why: notAsked(secret) };
        case 'forbidden':
            return { kind: 'unread', reference, where, why: forbidden(secret, reading.reason) };
        case 'absent':
            return kubernetes_provider_failed('SECRET_MISSING', `secret ${name}: there is no Secret ${secret} in the namespace, which ${(0,referenced/* showSecretKey */.hH)(reference)} needs`, `Make it first: kubectl create secret generic ${secret} --from-file=${key}=FILE`);
        case 'found': {
            const value = reading.values.get(key);
            if (value !== undefined)
                return {
                    kind: 'found',
                    value: new model_secret/* Secret */.z(name, value.reveal()),
                    where,
                    version: reading.resourceVersion,
                    reference,
                };
            if (reading.values.has(key)) {
                return kubernetes_provider_failed('SECRET_INVALID', `secret ${name}: ${(0,referenced/* showSecretKey */.hH)(reference)} is no UTF-8 text, which no environment variable can carry`, 'Encode it, as base64 for example');
            }
            if (at === undefined)
                return { kind: 'absent' };
            const keys = [...reading.values.keys()].toSorted();
            return kubernetes_provider_failed('SECRET_MISSING', `secret ${name}: the Secret ${secret} has no key ${key}; it has ${keys.length === 0 ? 'none' : keys.join(', ')}`, 'Correct the key in `from`, or add it to the Secret');
        }
    }
}
function kubernetes_provider_failed(code, message, hint) {
    return { kind: 'failed', problem: { severity: 'error', code, message, hint } };
}
function notAsked(secret) {
    return {
        severity: 'error',
        code: 'SECRET_UNREACHABLE',
        message: `the Secret ${secret} is in the cluster, which does not answer: nobody has looked whether it has all the keys that pods refer to`,
        hint: 'A deploy looks before it writes anything',
    };
}
function forbidden(secret, reason) {
    return {
        severity: 'error',
        code: 'SECRET_FORBIDDEN',
        message: `the Secret ${secret} may not be read (${reason}): pods refer to it all the same, but nobody has looked whether it has the keys, and pods do not roll when it changes`,
        hint: `Allow it: verb get on secrets, resourceNames: [${secret}] (mcp-deploy rbac | kubectl apply -f -); names that can be generated are then taken from it too`,
    };
}

;// CONCATENATED MODULE: ./build/js/secrets/vault/read-kv.js


/**
 * Reads a path of a KV engine of either version: `secret/data/mcp` as Vault's HTTP interface has it, or `secret/mcp` as
 * `vault kv get` has it, whose mount is then looked up.
 *
 * @throws StackError SECRET_MISSING, SECRET_FORBIDDEN, SECRET_UNREACHABLE
 */
async function readKv(vault, path, version) {
    const direct = path.split('/').includes('data') ? await read(vault, path, version) : undefined;
    if (direct !== undefined && !isWrongPath(direct))
        return await read_kv_toDocument(vault, path, version, direct);
    const real = await findPath(vault, path);
    const answer = direct !== undefined && real === path ? direct : await read(vault, real, version);
    return await read_kv_toDocument(vault, real, version, answer);
}
function read(vault, path, version) {
    const query = version === undefined ? '' : `?version=${version}`;
    return vault.ask({ path: `${path.split('/').map(encodeURIComponent).join('/')}${query}` });
}
/** `secret/app/data/x` is `secret/data/app/data/x` to the engine, which says so only to who may read the former. */
function isWrongPath({ status, body }) {
    const warnings = fieldOf(body, 'warnings');
    const isInvalid = Array.isArray(warnings) && warnings.some((text) => /invalid path/i.test(String(text)));
    return status === 403 || (status === 404 && isInvalid);
}
/** The path of the HTTP interface. Vault tells its mounts everybody who may do anything below them. */
async function findPath(vault, path) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const { status, body } = await vault.ask({ path: `sys/internal/ui/mounts/${encoded}` });
    const data = fieldOf(body, 'data');
    const mount = fieldOf(data, 'path');
    const [first = '', ...rest] = path.split('/');
    if (status !== 200 || typeof mount !== 'string') {
        // Also what it says where nothing is mounted.
        throw await vault.forbidden(rest[0] === 'data' ? path : `${first}/data/${rest.join('/')}`, 'read');
    }
    const inside = path.slice(mount.length);
    return fieldOf(fieldOf(data, 'options'), 'version') === '2' && !inside.startsWith('data/')
        ? `${mount}data/${inside}`
        : path;
}
async function read_kv_toDocument(vault, path, version, { status, body, reason }) {
    if (status === 403)
        throw await vault.forbidden(path, 'read');
    const data = fieldOf(body, 'data');
    if (status === 404)
        throw nothingThere(path, version, fieldOf(data, 'metadata'));
    if (status !== 200 || !isRecord(data)) {
        throw new errors/* StackError */.L({
            code: 'SECRET_UNREACHABLE',
            message: `Vault at ${vault.address} answers for ${path} with HTTP ${status}${reason === '' ? '' : `: ${reason}`}`,
            hint: `vault kv get ${path}`,
        });
    }
    const metadata = data['metadata'];
    if (!isRecord(data['data']) || !isRecord(metadata)) {
        if (version !== undefined)
            throw noVersions(path, version);
        return { path, values: data };
    }
    const current = metadata['version'];
    return { path, values: data['data'], ...(typeof current === 'string' ? { version: current } : {}) };
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** @param metadata  What the engine still says of a version that was deleted. */
function nothingThere(path, version, metadata) {
    const gone = fieldOf(metadata, 'destroyed') === true ? 'was destroyed' : 'was deleted';
    const current = fieldOf(metadata, 'version');
    const which = typeof current === 'string' ? current : version;
    return new errors/* StackError */.L({
        code: 'SECRET_MISSING',
        message: metadata === undefined
            ? `nothing is at ${path}${version === undefined ? '' : ` in version ${version}`}`
            : `version ${which ?? ''} of ${path} ${gone}`,
        hint: metadata === undefined
            ? 'vault kv put makes it; a path of another mount or namespace looks the same'
            : 'Put it there again, or name another version: …#KEY?version=N',
    });
}
function noVersions(path, version) {
    return new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `${path} is in a KV engine of version 1, which keeps no version ${version}`,
        hint: 'Leave ?version=… out of the reference',
    });
}

// EXTERNAL MODULE: ./build/js/model/kv-place.js
var kv_place = __webpack_require__(50817);
;// CONCATENATED MODULE: ./build/js/secrets/vault/reference.js


/**
 * Reads a place in a KV engine.
 *
 * @param name  Of the secret: the key where the text names none.
 * @throws StackError CONFIG_INVALID
 */
function readReference(text, name) {
    const place = (0,kv_place/* readKvPlace */.$)(text);
    if (place !== undefined)
        return { key: name, ...place };
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `secret ${name}: vault:${text} is not a place in Vault`,
        hint: 'Write vault:MOUNT/data/PATH#KEY, for example vault:secret/data/mcp#jwt, or …#jwt?version=3',
    });
}

;// CONCATENATED MODULE: ./build/js/secrets/vault-provider.js








/** Requests at the same time. */
const vault_provider_atOnce = 4;
/** HashiCorp Vault or OpenBao, the KV engine in both of its versions. Logs in once, reads each path once. */
const vaultProvider = { name: 'vault', open: openVaultProvider };
function openVaultProvider(context) {
    const { io, sources } = context;
    let session;
    const documents = new Map();
    const readOnce = (vault, { path, version }) => {
        const key = JSON.stringify([path, version]);
        const known = documents.get(key);
        if (known !== undefined)
            return known;
        const reading = readKv(vault, path, version).then((document) => {
            hideAll(document, io);
            return document;
        });
        documents.set(key, reading);
        return reading;
    };
    const askOne = async (vault, { name, at }) => {
        try {
            const reference = at === undefined ? vault_provider_placeOf(name, sources.vault.path) : readReference(String(at), name);
            return pick(await readOnce(vault, reference), reference, name, at === undefined);
        }
        catch (error) {
            if (!(error instanceof errors/* StackError */.L) || io.signal.aborted)
                throw error;
            const ended = vault.ended();
            return vault_provider_failed(name, ended?.code === error.code ? ended : error);
        }
    };
    return {
        async ask(wanted) {
            if (wanted.length === 0)
                return [];
            if (wanted.some(({ at }) => at === undefined) && sources.vault.path === undefined)
                throw noPath;
            session ??= openVault(sources.vault, context);
            const vault = await session;
            return (0,share_failures/* shareFailures */.N)(await (0,run_limited/* runLimited */.O)(wanted, vault_provider_atOnce, (secret) => askOne(vault, secret)));
        },
        async close() {
            const vault = await session?.catch(() => undefined);
            await vault?.close();
        },
    };
}
function vault_provider_placeOf(name, path = '') {
    return { ...readReference(path, name), key: name };
}
/** A name that is only one of those asked may be somewhere else; a `from` says that it is here. */
function pick(document, { key }, name, isPlain) {
    const { path, values, version } = document;
    const where = `${path}#${key}`;
    if (Object.hasOwn(values, key)) {
        const value = toText(values[key]);
        if ('why' in value)
            return vault_provider_failed(name, new errors/* StackError */.L({ code: 'SECRET_INVALID', message: `${where} ${value.why}`, hint: storeText }));
        return {
            kind: 'found',
            value: new model_secret/* Secret */.z(name, value.text),
            where,
            ...(version === undefined ? {} : { version }),
        };
    }
    if (isPlain)
        return { kind: 'absent' };
    return vault_provider_failed(name, new errors/* StackError */.L({
        code: 'SECRET_MISSING',
        message: `${path} has no key ${key}; it has ${showKeys(values)}`,
        hint: `vault kv patch ${path} ${key}=-`,
    }));
}
function hideAll({ path, values }, { redactor }) {
    for (const [key, value] of Object.entries(values))
        hideTexts(value, `${path}#${key}`, redactor);
}
function vault_provider_failed(name, { code, message, hint }) {
    return {
        name,
        why: { code, message: message.replace(`secret ${name}: `, ''), hint },
    };
}
const noPath = new errors/* StackError */.L({
    code: 'CONFIG_INVALID',
    message: 'the provider vault is asked for names, and no path is given',
    hint: 'Write ci_cd.secrets.vault: {path: secret/data/mcp}, or `from: "vault:secret/data/mcp#jwt"` at the name',
});

;// CONCATENATED MODULE: ./build/js/targets/held-lock.js

/** How often the holder shows that it lives, and how long a waiter watches a silent one before it takes over. */
const lockTimes = { beatSeconds: 5, staleSeconds: 20, pollSeconds: 1 };
/** Before every step that writes. @throws StackError LOCK_HELD when somebody took the lock over. */
function refuseLost(held) {
    if (held?.lost() !== true)
        return;
    throw new errors/* StackError */.L({
        code: 'LOCK_HELD',
        message: 'another run took the lock over while this one was silent, so this one stops',
        hint: 'Run again when the other is done',
    });
}

;// CONCATENATED MODULE: ./build/js/targets/process-mark.js
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
    const [pid] = process_mark_fieldOf(status, 'Pid');
    const [uid] = process_mark_fieldOf(status, 'Uid');
    if (pid === undefined || uid === undefined)
        return undefined;
    // One number for each namespace from that of /proc down to ours: two, and /proc counts differently than we do.
    return { pid, uid, ownNamespace: process_mark_fieldOf(status, 'NSpid').length === 1 };
}
function process_mark_fieldOf(status, name) {
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

;// CONCATENATED MODULE: ./build/js/targets/holder.js

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

;// CONCATENATED MODULE: ./build/js/targets/mass-delete.js
/** More than half of the plugins of the live release would go: rather a wrong file or a wrong environment than what is meant. Pure. */
function massDelete(bundle, live) {
    const release = live.state.releases.findLast(({ status }) => status === 'live' || status === 'superseded');
    const plugins = (release?.components ?? []).flatMap(({ name, role }) => (role === 'plugin' ? [name] : []));
    const left = new Set(bundle.components.map(({ name }) => name));
    const leaving = plugins.filter((name) => !left.has(name));
    if (leaving.length < 2 || leaving.length * 2 <= plugins.length)
        return undefined;
    return tooMany(`${leaving.length} of the stack’s ${plugins.length} plugins would be removed: ${some(leaving)}`);
}
/** The first three of them. Pure. */
function some(names) {
    return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`;
}
function tooMany(message) {
    return {
        severity: 'error',
        code: 'MASS_DELETE',
        message,
        hint: 'Look whether this is the right file, environment and place; --allow-mass-delete does it',
    };
}

;// CONCATENATED MODULE: ./build/js/targets/interrupted.js

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

// EXTERNAL MODULE: ./build/js/model/builder-image.js
var builder_image = __webpack_require__(12191);
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
            throw engine_unreachable(place, result.stderr);
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
function isUnreachable(stderr) {
    // It answers: that it cannot reach a registry is another matter.
    if (/^error response from daemon/im.test(stderr))
        return false;
    return /cannot connect to the docker daemon|error during connect|dial (unix|tcp)|permission denied while trying to connect|cannot connect to podman/i.test(stderr);
}
/** The error of an engine that does not answer; the hint depends on why. */
function engine_unreachable(place, stderr) {
    const reason = lastLine(place, stderr);
    const hint = /permission denied/i.test(stderr)
        ? 'This user may not use the engine: add it to the group "docker" and log in again, or use a rootless engine'
        : 'Start the engine, or point to another one with docker_context or DOCKER_HOST';
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `the container engine does not answer: ${reason}`,
        hint: (0,builder_image/* hintFor */.JR)(place.io.environment, hint, builder_image/* socketAddition */.ov),
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

;// CONCATENATED MODULE: ./build/js/targets/hints.js
/**
 * The first hint whose sign is in the reason or the log, and where the whole log is. Pure.
 *
 * @param own  Signs of one target, looked at before those that all targets share.
 */
function chooseHint(log, text, own = []) {
    const known = [...own, ...hints].find(({ sign }) => sign.test(text));
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
    const { load } = await __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 33243));
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
    return text instanceof model_secret/* Secret */.z ? text.reveal() : text;
}

;// CONCATENATED MODULE: ./build/js/targets/compose/tar.js

/** Packs entries in their order; times are 0, so equal entries give equal bytes. */
async function packTar(entries) {
    const { pack } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
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
    const { extract } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
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

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/js/model/check.js
var check = __webpack_require__(8464);
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
        runEngine(place, ['compose', 'version', '--short'], { brief: true }),
        findHost(place),
    ]);
    if (version.exitCode !== 0)
        throw engine_unreachable(place, version.stderr);
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
    const { exitCode, stdout } = await runEngine(place, args, { brief: true });
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

;// CONCATENATED MODULE: ./build/js/targets/compose/check-compose.js




/** First with `up --wait` as we use it and the JSON of `ps` that is read. */
const oldestCompose = '2.20.0';
/** The Compose plugin; the engine itself is looked at by who builds. */
function composeChecks(plan, io) {
    const engine = plan === undefined ? { program: 'docker', args: [] } : chooseEngine(plan);
    const needed = plan !== undefined;
    return [
        {
            name: 'compose',
            needed,
            async ask() {
                try {
                    const args = [...engine.args, 'compose', 'version', '--short'];
                    const { exitCode, stdout } = await io.run({ program: engine.program, args });
                    return [judgeCompose(engine.program, exitCode === 0 ? stdout.trim() : '', needed)];
                }
                catch (error) {
                    if (!(error instanceof errors/* StackError */.L) || error.code !== 'TOOL_MISSING')
                        throw error;
                    return [needed ? (0,check/* wrong */.Qm)(true, 'compose', error) : (0,check/* skipped */.hT)('compose', `no ${engine.program} to ask`)];
                }
            },
        },
    ];
}
/** @param found  What `compose version --short` printed; empty where there is no such command. */
function judgeCompose(program, found, needed) {
    const version = (0,semver.coerce)(found)?.version;
    if (version !== undefined && (0,semver.gte)(version, oldestCompose))
        return (0,check/* good */.uw)('compose', version);
    return (0,check/* wrong */.Qm)(needed, 'compose', {
        code: version === undefined ? 'TOOL_MISSING' : 'TOOL_OLD',
        message: version === undefined ? `${program} compose is not there` : `${version} is too old`,
        hint: `Install Compose ${oldestCompose.replace(/\.0$/, '')} or newer: apt-get install docker-compose-plugin, or https://docs.docker.com/compose/install`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/database-program.js
/** How long the gateway's Python may take, with a database that does not answer. */
const databaseSeconds = 60;
/** Runs with the gateway's own SQLAlchemy and drivers; its errors name no more than their class, since texts hold the URL. */
const databaseProgram = `
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






/**
 * Asks the running gateway where its database stands; where none runs, one of the bundle's image is run for the question
 * alone, with the bundle's volumes and variables.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
async function readDatabaseRevision(place, input) {
    const [shell] = await openGatewayShells(place);
    const told = await shell?.python(databaseProgram, databaseSeconds);
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
    const { exitCode, stdout } = await composer.python(service, databaseProgram, databaseSeconds);
    return exitCode === 0 ? parseRevision(stdout) : undefined;
}

;// CONCATENATED MODULE: ./build/js/targets/forget-stack.js
/**
 * What stays with kept volumes when a stack is destroyed: who it is, and the generated secrets that open what is in them.
 * CA, certificates, requests, a change of CAs and history are gone. Pure.
 */
function forgetStack(state, keepSecrets) {
    const { fresh, generated, hashKey, namespaceCreated, schema, stack } = state;
    return {
        schema,
        stack,
        hashKey,
        certificates: [],
        generated: Object.fromEntries(Object.entries(generated).filter(([name]) => keepSecrets.includes(name))),
        releases: [],
        fresh,
        ...(namespaceCreated === undefined ? {} : { namespaceCreated }),
    };
}

;// CONCATENATED MODULE: ./build/js/targets/stored-state-codec.js

function revealAll(value) {
    if (value instanceof model_secret/* Secret */.z)
        return value.reveal();
    if (Array.isArray(value))
        return value.map((one) => revealAll(one));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revealAll(part)]));
}
/** Every Secret in a value, for the redactor; a manifest has none, and releases share what is in them. */
function secretsIn(value) {
    const found = new Set();
    const seen = new Set();
    const visit = (one) => {
        if (typeof one !== 'object' || one === null || seen.has(one))
            return;
        seen.add(one);
        if (one instanceof model_secret/* Secret */.z)
            found.add(one);
        else
            for (const [name, part] of Object.entries(one))
                if (name !== 'manifest')
                    visit(part);
    };
    visit(value);
    return found;
}
/** The value that `revealAll` was given; `fresh` aside, which is not stored. */
function restoreState(stored) {
    const { authority, formerRoots, namespaceCreated, openRequests, rollOver } = stored;
    return {
        schema: 1,
        stack: stored.stack,
        hashKey: new model_secret/* Secret */.z('hash key', stored.hashKey),
        ...(authority === undefined
            ? {}
            : { authority: { ...authority, keyPem: new model_secret/* Secret */.z('key of the CA', authority.keyPem) } }),
        certificates: stored.certificates.map(restoreCertificate),
        ...(openRequests === undefined ? {} : { openRequests: openRequests.map(restoreRequest) }),
        generated: stored_state_codec_mapValues(stored.generated, (value, name) => new model_secret/* Secret */.z(name, value)),
        releases: restoreReleases(stored.releases),
        fresh: false,
        ...(namespaceCreated === undefined ? {} : { namespaceCreated }),
        ...(rollOver === undefined ? {} : { rollOver }),
        ...(formerRoots === undefined ? {} : { formerRoots }),
    };
}
function restoreCertificate(stored) {
    return { ...stored, keyPem: new model_secret/* Secret */.z(`key of ${stored.component}`, stored.keyPem) };
}
function restoreRequest(stored) {
    return { ...stored, keyPem: new model_secret/* Secret */.z(`key of ${stored.component}`, stored.keyPem) };
}
function restoreReleases(stored) {
    // Releases share their objects: they are to share them afterwards too.
    const restored = new Map();
    const once = (object) => {
        const known = restored.get(object) ?? restoreObject(object);
        restored.set(object, known);
        return known;
    };
    return stored.map(({ objects, variables, ...release }) => ({
        ...release,
        variables: stored_state_codec_mapValues(variables, restoreVariable),
        ...(objects === undefined ? {} : { objects: objects.map(once) }),
    }));
}
function restoreObject({ values, ...stored }) {
    if (values === undefined)
        return stored;
    if (values.kind === 'certificates')
        return { ...stored, values };
    if (values.kind === 'env')
        return { ...stored, values: { ...values, env: stored_state_codec_mapValues(values.env, restoreVariable) } };
    const credentials = values.credentials.map((one) => ({
        ...one,
        password: restoreVariable(one.password, 'kept'),
    }));
    return { ...stored, values: { ...values, credentials } };
}
function restoreVariable({ parts }, name) {
    return {
        parts: parts.map((part) => (part.kind === 'kept' ? { ...part, text: new model_secret/* Secret */.z(name, part.text) } : part)),
    };
}
function stored_state_codec_mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

;// CONCATENATED MODULE: ./build/js/targets/state-codec.js




/** The schema number this version reads and writes. */
const stateSchema = 1;
/** The state before anything was stored. */
function freshState(stack) {
    return {
        schema: stateSchema,
        stack,
        hashKey: new model_secret/* Secret */.z('hash key', ''),
        certificates: [],
        generated: {},
        releases: [],
        fresh: true,
    };
}
/** Compose: state → a head line that says what follows, and the body; secrets revealed: it goes nowhere but into the tar stream of the state volume. */
function encodeState({ sequence, state }) {
    const { fresh: _derived, ...stored } = state;
    const body = JSON.stringify(revealAll(stored));
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
    refuseNewer(head);
    // Schema 1 is the first: what older ones need to become this one goes here, step by step.
    const stored = JSON.parse(body);
    return { sequence: head.sequence, state: restoreState(stored) };
}
/** @throws StackError STATE_NEWER with the version that wrote it. */
function refuseNewer(head) {
    if (head.schema <= stateSchema)
        return;
    const by = head.writtenBy === undefined ? '' : ` (written by ${head.writtenBy})`;
    throw new errors/* StackError */.L({
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
            throw state_store_unreadable(place, place.io.redactor.redact(result.stderr.trim()));
    }
    const files = await unpackTar(result.stdoutBytes);
    const records = [...files.values()].flatMap((bytes) => decodeState(bytes.toString('utf8')) ?? []);
    if (records.length === 0 && files.size > 0)
        throw state_store_unreadable(place, 'no copy has a valid checksum');
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
        ...(state.openRequests ?? []).map((request) => request.keyPem),
        ...Object.values(state.generated),
        ...state.releases.flatMap((release) => Object.values(release.variables).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'kept' ? [part.text] : [])))),
    ];
}
function state_store_unreadable(place, reason) {
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
    if (keep)
        await writeState(place, forgetStack(state, options.keepSecrets));
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

;// CONCATENATED MODULE: ./build/js/targets/reasons.js
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
/** For an update that no field explains. */
function unexplained(unrecorded) {
    const why = unrecorded
        ? 'it runs, and no finished release says what it was made from'
        : 'the manifest is written differently by this version of the tool or by a changed template';
    return { field: 'manifest', why };
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

;// CONCATENATED MODULE: ./build/js/targets/roll-gateway.js
const field = 'plugin restarted';
/**
 * A gateway does not survive the restart of a plugin (CONTRACT §6): it rolls after one that changes in this run,
 * and after one that started later than itself (a crash, an engine that came up again, a run that was killed). Pure.
 *
 * @param whyRoll  Why a plugin's change in this run takes the gateway along; undefined where it does not.
 */
function rollGateway(change, changes, bundle, live, whyRoll = whyRestart) {
    const role = (service) => bundle.components.find((component) => component.service === service)?.role;
    if (role(change.service) !== 'gateway' || change.action === 'create')
        return change;
    const started = startsOf(live, change.service).at(0);
    const restarting = changes.flatMap((other) => {
        if (role(other.service) !== 'plugin')
            return [];
        return whyRoll(other) ?? whyLater(other, started, startsOf(live, other.service).at(-1)) ?? [];
    });
    if (restarting.length === 0)
        return change;
    const action = change.action === 'unchanged' ? 'restart' : change.action;
    return { ...change, action, reasons: [...change.reasons, ...restarting] };
}
/** For plugins that every change restarts. */
function whyRestart({ action, component }) {
    if (action === 'unchanged')
        return undefined;
    if (action === 'create')
        return { field, why: `plugin ${component} starts` };
    return { field, why: `plugin ${component} restarts; calls through it fail closed until the gateway is back` };
}
function whyLater({ component }, gateway, started) {
    if (gateway === undefined || started === undefined || started <= gateway)
        return undefined;
    return { field, why: `plugin ${component} started after the gateway did` };
}
/** Oldest first. ISO 8601 in UTC, all with or all without milliseconds: these compare as text. */
function startsOf(live, service) {
    const component = live.components.find((candidate) => candidate.service === service);
    return component?.containers.flatMap(({ startedAt }) => startedAt ?? []).toSorted() ?? [];
}

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

;// CONCATENATED MODULE: ./build/js/targets/compose/lock.js








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

;// CONCATENATED MODULE: ./build/js/targets/compose/running-secrets.js


/** What the containers have in these variables of their environment. Nothing is ever unread: who may ask, sees them all. Pure. */
function runningSecrets(containers, isSecret) {
    const values = containers.flatMap(({ Config: { Env, Labels } }) => {
        const component = Labels?.[labels.component];
        if (component === undefined)
            return [];
        return (Env ?? []).flatMap((entry) => {
            const end = entry.indexOf('=');
            const variable = entry.slice(0, end);
            if (end < 1 || !isSecret(component, variable))
                return [];
            return [{ component, variable, value: new model_secret/* Secret */.z(`${component}.${variable}`, entry.slice(end + 1)) }];
        });
    });
    return { values, unread: [] };
}

;// CONCATENATED MODULE: ./build/js/targets/compose/compose.js



















/** Docker Compose on a local or remote engine; the project is the stack. */
const compose = {
    type: 'compose',
    async connect(plan, io) {
        const place = makePlace(plan, io);
        return openConnection(place, plan, await describeEngine(place));
    },
    diff: diffStack,
    // Ports, images and the like Compose finds when it applies.
    problems: (bundle, live) => [massDelete(bundle, live) ?? []].flat(),
    checks: composeChecks,
};
function openConnection(place, plan, description) {
    let held;
    const stillOurs = () => refuseLost(held);
    return {
        description,
        observe: () => observeStack(place),
        // `observe` has seen everything, and Compose itself looks at ports and images before it changes anything.
        examine: (_bundle, live) => Promise.resolve(live),
        preflight: () => Promise.resolve([]),
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
        runningSecrets: async (isSecret) => runningSecrets(await inspectProject(place), isSecret),
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

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./build/js/targets/kubernetes/live-objects.js
/** Contents of the live release and of the two before it are kept, so these are there. */
const keptReleases = 3;
/** Releases that were live once and not taken back, oldest first. Pure. */
function goodReleases(live) {
    return live.state.releases.filter(({ status }) => status === 'live' || status === 'superseded');
}
/** Every object that is there, by key; where Secrets cannot be listed, also those that were written and are kept. Pure. */
function liveObjects(live) {
    const { kubernetes } = live;
    const listed = (kubernetes?.objects ?? []).map((object) => [object.key, object]);
    if (kubernetes?.secretsListed !== false)
        return new Map(listed);
    const last = goodReleases(live).at(-1)?.revision ?? 0;
    const written = goodReleases(live)
        .slice(-keptReleases)
        .flatMap(({ inventory = [], revision }) => inventory.filter((entry) => live_objects_isSecret(entry.key) && entry.uid !== undefined && mayBeThere(entry, revision, last)));
    return new Map([...written.map((entry) => [entry.key, fromEntry(entry)]), ...listed]);
}
/** Secrets that a run may have written before it failed, where they cannot be listed: asked for only to remove them. Pure. */
function perhapsSecrets(live) {
    if (live.kubernetes?.secretsListed !== false)
        return [];
    const there = liveObjects(live);
    const oldest = goodReleases(live).at(-keptReleases)?.revision ?? 0;
    const last = goodReleases(live).at(-1)?.revision ?? 0;
    const entries = live.state.releases
        .filter(({ revision }) => revision >= oldest)
        .flatMap(({ inventory = [], revision }) => inventory.filter((entry) => live_objects_isSecret(entry.key) && !there.has(entry.key) && mayBeThere(entry, revision, last)));
    return [...new Map(entries.map((entry) => [entry.key, fromEntry(entry)])).values()];
}
/** Only contents outlive their release; anything else that the live release does not have went when that was made. */
function mayBeThere({ contentNamed }, revision, last) {
    return contentNamed || revision >= last;
}
/** What was last written, by key: entries of runs that did not come to an end say nothing of it. Pure. */
function writtenEntries(live) {
    return new Map(live.state.releases.flatMap(({ inventory = [] }) => inventory.flatMap((entry) => (entry.uid === undefined ? [] : [[entry.key, entry]]))));
}
/** Nobody wrote it since we did. Pure. */
function isUntouched(object, entry) {
    if (entry === undefined || entry.uid !== object.uid || entry.hash !== object.hash)
        return false;
    return entry.generation === undefined
        ? entry.resourceVersion === object.resourceVersion
        : entry.generation === object.generation;
}
const live_objects_isSecret = (key) => key.startsWith('v1/Secret/');
function fromEntry({ component, hash, key, resourceVersion = '', uid = '' }) {
    const name = key.slice('v1/Secret/'.length);
    return { key, apiVersion: 'v1', kind: 'Secret', name, uid, resourceVersion, hash, component, deleting: false };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/diff-objects.js

/** Every wanted object against what is there, in the order of the bundle. Pure. */
function compareObjects(bundle, live) {
    const there = liveObjects(live);
    const written = writtenEntries(live);
    const revision = goodReleases(live).at(-1)?.revision ?? 0;
    return (bundle.kubernetes?.objects ?? []).map((wanted) => {
        const object = there.get(wanted.key);
        const finding = live.kubernetes?.findings?.[wanted.key];
        const verdict = { wanted, drift: [], ...(object && { live: object }), ...(finding && { finding }) };
        // A Namespace has no label of ours where it was there before, and listing Namespaces is nobody's right.
        if (wanted.kind === 'Namespace')
            return { ...verdict, action: live.kubernetes?.namespaceExists === false ? 'create' : 'unchanged' };
        if (object === undefined || object.deleting)
            return { ...verdict, action: 'create' };
        const drift = diff_objects_driftReasons(wanted, finding, revision);
        if (wanted.pending.length > 0 || object.hash !== wanted.hash || drift.length > 0)
            return { ...verdict, action: 'update', drift };
        if (wanted.contentNamed || finding?.kind === 'same' || isUntouched(object, written.get(wanted.key)))
            return { ...verdict, action: 'unchanged' };
        const why = `${diff_objects_label(wanted)} was changed since release ${revision} wrote it`;
        return { ...verdict, action: 'update', drift: [{ field: 'drift', why }] };
    });
}
function diff_objects_driftReasons(wanted, finding, revision) {
    if (finding?.kind === 'drift') {
        const why = `drift: ${diff_objects_label(wanted)} was changed since release ${revision} wrote it`;
        return finding.fields.map((field) => ({ ...field, why }));
    }
    if (finding?.kind !== 'conflict')
        return [];
    return finding.fields.map((field) => ({ field, why: `${finding.manager} set it in ${diff_objects_label(wanted)}` }));
}
/** What is shown of a component's objects: contents have no life of their own, unless the component has none either. Pure. */
function objectChanges(verdicts) {
    return verdicts.flatMap(({ action, wanted }) => (action === 'unchanged' ? [] : [{ object: diff_objects_label(wanted), action }]));
}
/** `Deployment/mcpgateway`. */
function diff_objects_label({ kind, name }) {
    return `${kind}/${name}`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/choose-written.js


/**
 * The objects that are written: what is not there, is not what we want or was changed by somebody. Secrets that may not be
 * listed are written again with the component that needs them, which changes nothing where they are there. Pure.
 */
function chooseWritten(bundle, changes, live) {
    const changed = new Set(changes.filter(({ action }) => action !== 'unchanged').map(({ component }) => component));
    const unseen = live.kubernetes?.secretsListed === false && changed.size > 0;
    return compareObjects(bundle, live).flatMap(({ action, wanted }) => {
        if (action !== 'unchanged')
            return [wanted];
        const needed = changed.has(wanted.component) || !bundle.components.some(({ name }) => name === wanted.component);
        return unseen && needed && wanted.kind === 'Secret' ? [wanted] : [];
    });
}
/** Every wanted object with what is known of its last write: by this run, as it is there, by an earlier release. Pure. */
function makeInventory(bundle, written, live) {
    const there = liveObjects(live);
    const former = writtenEntries(live);
    return (bundle.kubernetes?.objects ?? []).map((object) => {
        const { key, component, contentNamed, hash } = object;
        const own = written.get(key);
        if (own !== undefined)
            return own;
        const found = there.get(key);
        if (found?.hash === hash)
            return entryOf(object, found);
        const before = former.get(key);
        return before?.hash === hash ? before : { key, component, contentNamed, hash };
    });
}
function entryOf({ key, component, contentNamed, hash }, of) {
    const { uid, generation, resourceVersion } = of;
    return {
        key,
        component,
        contentNamed,
        hash,
        ...(uid === undefined ? {} : { uid }),
        ...(generation === undefined ? {} : { generation }),
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
    };
}

// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
;// CONCATENATED MODULE: ./build/js/targets/kubernetes/conflict.js

/** Reads the answer 409 of a server-side apply; undefined where it is another refusal. Pure. */
function readConflict(body) {
    const causes = conflictsOf(body).filter((cause) => !isOwn(cause));
    if (causes.length === 0)
        return undefined;
    const managers = causes.map(({ message = '' }) => /conflict with "([^"]+)"/.exec(message)?.[1] ?? 'another manager');
    return {
        manager: [...new Set(managers)].toSorted().join(', '),
        fields: causes.map(({ field = '' }) => readablePath(field)),
        byHand: causes.every(({ message = '' }) => isHandsConflict(message)),
    };
}
/**
 * Whether an apply meets nobody but ourselves: what we created, and did not apply, is to the server another manager's of our
 * name. Such an apply may be forced. Pure.
 */
function isOwnConflict({ status, body }) {
    const causes = status === 409 ? conflictsOf(body) : [];
    return causes.length > 0 && causes.every(isOwn);
}
const isOwn = ({ message = '' }) => message.includes(`conflict with "${kubernetes/* fieldManager */.wM}"`);
function conflictsOf(body) {
    return causesOf(body).filter(({ reason }) => reason === 'FieldManagerConflict');
}
/**
 * "using" stands where the owner wrote without server-side apply; whoever applies, on either side, is a tool that will do so
 * again.
 */
function isHandsConflict(message) {
    const manager = /conflict with "([^"]+)"(?: with subresource "\w+")? using /.exec(message)?.[1];
    return manager !== undefined && isHand(manager);
}
/** A field manager that updates (not applies) for a person: `kubectl-edit`, `kubectl-set`, `kubectl-patch`. Pure. */
function isHand(manager) {
    return /^kubectl(-[a-z-]+)?$/.test(manager) && manager !== 'kubectl-client-side-apply';
}
/** `.spec.containers[name="app"].ports[containerPort=80,protocol="TCP"]` → `spec.containers[app].ports[80]`. */
function readablePath(field) {
    return field.replace(/^\./, '').replaceAll(/\[\w+="?([^"\],]*)"?[^\]]*\]/g, '[$1]');
}
function causesOf(body) {
    const details = Object(body['details']);
    return Array.isArray(details.causes) ? details.causes : [];
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/in-parallel.js
/** As many as there are connections to the API server: further ones would only queue. */
const limit = 16;
/** Does the work for every item, some at a time; all of them have ended before the first error is thrown on. */
async function inParallel(items, work) {
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const item = items[next++];
            if (item !== undefined)
                await work(item);
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken !== undefined)
        throw broken.reason;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/paths.js
/** Plural of `group/Kind`; the core group is the empty one. */
const plurals = {
    '/ConfigMap': 'configmaps',
    '/Event': 'events',
    '/Namespace': 'namespaces',
    '/Node': 'nodes',
    '/PersistentVolumeClaim': 'persistentvolumeclaims',
    '/Pod': 'pods',
    '/Secret': 'secrets',
    '/Service': 'services',
    '/ServiceAccount': 'serviceaccounts',
    'apps/Deployment': 'deployments',
    'apps/ReplicaSet': 'replicasets',
    'apps/StatefulSet': 'statefulsets',
    'autoscaling/HorizontalPodAutoscaler': 'horizontalpodautoscalers',
    'batch/CronJob': 'cronjobs',
    'batch/Job': 'jobs',
    'cert-manager.io/Certificate': 'certificates',
    'cert-manager.io/CertificateRequest': 'certificaterequests',
    'cert-manager.io/ClusterIssuer': 'clusterissuers',
    'cert-manager.io/Issuer': 'issuers',
    'coordination.k8s.io/Lease': 'leases',
    'discovery.k8s.io/EndpointSlice': 'endpointslices',
    'gateway.networking.k8s.io/HTTPRoute': 'httproutes',
    'networking.k8s.io/Ingress': 'ingresses',
    'networking.k8s.io/NetworkPolicy': 'networkpolicies',
    'policy/PodDisruptionBudget': 'poddisruptionbudgets',
    'rbac.authorization.k8s.io/Role': 'roles',
    'rbac.authorization.k8s.io/RoleBinding': 'rolebindings',
    'route.openshift.io/Route': 'routes',
};
const clusterScoped = new Set(['clusterissuers', 'namespaces', 'nodes']);
/** The resource of a kind that this target writes; undefined for others, which the server must be asked about. Pure. */
function knownResource(apiVersion, kind) {
    const plural = plurals[`${groupOf(apiVersion)}/${kind}`];
    return plural === undefined ? undefined : { apiVersion, plural, namespaced: !clusterScoped.has(plural) };
}
/** The same from the answer to `discoveryPath`. Pure. */
function discoveredResource(apiVersion, kind, body) {
    const list = Object(body);
    // `deployments/scale` is of another kind, `deployments/status` is not.
    const found = list.resources?.find((one) => one.kind === kind && !one.name.includes('/'));
    return found && { apiVersion, plural: found.name, namespaced: found.namespaced };
}
/** One object, or without a name all of the namespace. @throws Error for a kind that is not known here. */
function pathOf(apiVersion, kind, namespace, name) {
    const resource = knownResource(apiVersion, kind);
    if (resource === undefined)
        throw new Error(`the plural of ${apiVersion} ${kind} is not known`);
    return resourcePath(resource, namespace, name);
}
function resourcePath({ apiVersion, plural, namespaced }, namespace, name) {
    const folder = namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : '';
    const object = name === undefined ? '' : `/${encodeURIComponent(name)}`;
    return `${discoveryPath(apiVersion)}${folder}/${plural}${object}`;
}
/** The path of an object in kubectl's words: `deployments.v1.apps/mcpgateway`. Pure. */
function resourceArgument(path) {
    const [plural = '', name = ''] = path.split('/').slice(-2);
    const [, group, version] = /^\/apis\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
    return `${group === undefined ? plural : `${plural}.${version}.${group}`}/${decodeURIComponent(name)}`;
}
/** What kinds a group has. */
function discoveryPath(apiVersion) {
    return groupOf(apiVersion) === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
}
function listPath(apiVersion, kind, namespace, query = {}) {
    return withQuery(pathOf(apiVersion, kind, namespace), { ...query });
}
/** A pod's log, as plain text. */
function logPath(namespace, pod, query = {}) {
    return withQuery(`${pathOf('v1', 'Pod', namespace, pod)}/log`, { ...query });
}
/** A path with further parameters; undefined ones are left out. */
function withQuery(path, query) {
    const parameters = Object.entries(query).flatMap(([name, value]) => value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]);
    if (parameters.length === 0)
        return path;
    return `${path}${path.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}
/** `` for `v1`, `apps` for `apps/v1`. */
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
/** Groups of what this target writes itself. */
const knownGroups = [
    ...new Set(Object.keys(plurals).map((key) => key.slice(0, key.indexOf('/')))),
].filter((group) => group !== '');
/**
 * What `kubectl proxy --accept-paths` lets through: the one namespace, and of the cluster only what says nothing of others.
 * The proxy takes them separated by commas.
 *
 * @param groups  API groups beside the core one; undefined: every group.
 * @param clusterIssuer  Name of the one whose certificates the stack uses: whether it is there is asked.
 */
function acceptPaths(namespace, groups, clusterIssuer) {
    const group = groups === undefined ? '[^/]+' : `(${groups.map(escapeRegex).join('|')})`;
    const own = `namespaces/${escapeRegex(namespace)}(/.*)?`;
    return [
        '^/version$',
        '^/api/v1$',
        `^/api/v1/${own}$`,
        '^/api/v1/nodes$',
        `^/apis/${group}/[^/]+$`,
        `^/apis/${group}/[^/]+/${own}$`,
        '^/apis/authorization[.]k8s[.]io/v1/self[a-z]+reviews$',
        ...(clusterIssuer === undefined
            ? []
            : [`^/apis/cert-manager[.]io/v1/clusterissuers/${escapeRegex(clusterIssuer)}$`]),
    ];
}
const escapeRegex = (text) => text.replaceAll('.', '[.]');

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/locate.js


/** What a server has told of its kinds, for as long as the connection lives. */
const discovered = new WeakMap();
/**
 * The path of an object, also of a kind that only an extra manifest knows: the server is then asked, once for each kind.
 *
 * @throws StackError APPLY_FAILED when the cluster has no such kind.
 */
async function locate(place, { apiVersion, kind, name }) {
    const known = knownResource(apiVersion, kind);
    if (known !== undefined)
        return resourcePath(known, place.namespace, name);
    const kinds = discovered.get(place.api) ?? new Map();
    discovered.set(place.api, kinds);
    const key = `${apiVersion}/${kind}`;
    const asked = kinds.get(key) ?? discover(place, apiVersion, kind);
    kinds.set(key, asked);
    return resourcePath(await asked, place.namespace, name);
}
async function discover({ api }, apiVersion, kind) {
    const { body } = await api.get(discoveryPath(apiVersion));
    const found = discoveredResource(apiVersion, kind, body);
    if (found !== undefined)
        return found;
    throw new errors/* StackError */.L({
        code: 'APPLY_FAILED',
        message: `the cluster has no kind ${kind} in ${apiVersion}`,
        hint: 'Install what defines it, or remove the manifest: kubectl api-resources',
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/refusal.js

/** The kubectl commands of a hint as they reach the cluster and the namespace that are meant. Pure. */
function inPlace({ kubectl: { args } }, hint) {
    return hint.replaceAll(/\bkubectl (?=(?:get|describe|delete)\b)/g, ['kubectl', ...args, ''].join(' '));
}
/** @param object  `Deployment/mcpgateway`. Pure. */
function explainRefusal(object, { status, body, text }) {
    const message = typeof body['message'] === 'string' ? body['message'] : text.slice(0, 500).trim();
    const causes = refusal_causesOf(body);
    if (status === 409 && causes.some(({ reason }) => reason === 'FieldManagerConflict'))
        return conflict(object, causes);
    if (status === 422)
        return refusal_invalid(object, message, causes);
    if (status === 403 && /exceeded quota/.test(message)) {
        return { reason: `${object}: ${message}`, hint: 'The namespace’s quota is used up: kubectl describe resourcequota' };
    }
    if (status === 403 && /is being terminated/.test(message)) {
        return {
            reason: `${object}: ${message}`,
            hint: 'The namespace is being removed: wait until it is gone, then deploy again',
        };
    }
    if (status === 401 || status === 403) {
        return { reason: `${object}: ${message}`, hint: 'Rights are missing: mcp-deploy rbac | kubectl apply -f -' };
    }
    if (status === 404) {
        return {
            reason: `${object}: the cluster knows no such kind, or the namespace is gone`,
            hint: 'kubectl api-resources',
        };
    }
    return {
        reason: `${object}: the API server answered ${status}: ${message}`,
        hint: 'mcp-deploy plan shows what it refuses',
    };
}
/** `conflict with "kubectl-edit" using apps/v1` → the manager, with the fields it set. */
function conflict(object, causes) {
    const managers = new Map();
    for (const { message = '', field = '' } of causes) {
        const manager = /conflict with "([^"]+)"/.exec(message)?.[1] ?? 'another manager';
        managers.set(manager, [...(managers.get(manager) ?? []), field.replace(/^\./, '')]);
    }
    const who = [...managers].map(([manager, fields]) => `${manager} set ${fields.join(', ')}`).join('; ');
    return {
        reason: `${object}: ${who}, which ${kubernetes/* fieldManager */.wM} sets otherwise`,
        hint: 'Undo that change, or take the fields over: mcp-deploy deploy --force-conflicts',
    };
}
function refusal_invalid(object, message, causes) {
    const immutable = causes.filter(({ message: its = '' }) => /immutable|forbidden: updates to statefulset spec/i.test(its));
    if (immutable.length === 0 && !/immutable|updates to statefulset spec/i.test(message)) {
        return {
            reason: `${object}: ${message}`,
            hint: 'Correct the config or the patch that sets it: mcp-deploy generate shows the object',
        };
    }
    const fields = [...new Set(immutable.map(({ field }) => field).filter(Boolean))].join(', ') || 'a field';
    const claims = /statefulset/i.test(object);
    return {
        reason: `${object}: ${fields} cannot be changed once the object is there: ${message.slice(0, 300)}`,
        hint: claims
            ? `Undo the change, or make it again: kubectl delete ${object.toLowerCase()} --cascade=orphan keeps its data; then deploy`
            : `Make it again: kubectl delete ${object.toLowerCase()}, then deploy (or mcp-deploy destroy for all of it)`,
    };
}
function refusal_causesOf(body) {
    const details = body['details'];
    return details?.causes ?? [];
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/scale.js

/**
 * What we want with the `spec.replicas` that may be written. None where an autoscaler sets them; a person's `kubectl scale` is
 * not left alone: that is drift. Where we want none any more and are the only one who owns the live ones, those are written on
 * until somebody else owns them: a server-side apply that leaves its own field out resets it, here to one pod
 * (https://kubernetes.io/docs/reference/using-api/server-side-apply/#transferring-ownership). Pure.
 *
 * @param live  The full object with its managedFields; undefined where it is not there yet.
 */
function settleReplicas(manifest, live) {
    const spec = manifest['spec'];
    if (live === undefined || !isObject(spec))
        return manifest;
    if ('replicas' in spec) {
        if (!isAutoscaled(live))
            return manifest;
        const { replicas: _replicas, ...rest } = spec;
        return { ...manifest, spec: rest };
    }
    const replicas = manifest['kind'] === 'Deployment' ? onlyOurs(live) : undefined;
    return replicas === undefined ? manifest : { ...manifest, spec: { ...spec, replicas } };
}
/** The HorizontalPodAutoscaler works inside the controller manager, and writes the scale subresource. Pure. */
function isAutoscaled(live) {
    return ownersOf(live).some(({ manager, subresource }) => manager === 'kube-controller-manager' && subresource === 'scale');
}
function onlyOurs(live) {
    const { replicas } = live.spec ?? {};
    const owners = ownersOf(live);
    const ours = owners.every(({ manager, operation }) => manager === kubernetes/* fieldManager */.wM && operation === 'Apply');
    return owners.length > 0 && ours ? replicas : undefined;
}
const ownersOf = ({ metadata }) => (metadata.managedFields ?? []).filter(({ fieldsV1 }) => ownsReplicas(fieldsV1));
function ownsReplicas(fields) {
    if (!isObject(fields))
        return false;
    const spec = fields['f:spec'];
    return isObject(spec) && 'f:replicas' in spec;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/secret-contents.js



/**
 * The body of the request that writes an object. A Secret's values are put in here, at the edge, and the whole body is then
 * secret: nobody prints it by accident.
 *
 * @param manifest  The object's own, or what is left of it where somebody else decides a field.
 */
function requestBody(object, secrets, manifest = object.manifest) {
    if (object.data === undefined)
        return JSON.stringify(manifest);
    const data = Object.fromEntries(Object.entries(object.data).map(([key, datum]) => [key, toBase64(revealDatum(object, datum, secrets))]));
    return new model_secret/* Secret */.z(`body of ${object.key}`, JSON.stringify({ ...manifest, data }));
}
function revealDatum(object, datum, secrets) {
    switch (datum.kind) {
        case 'text':
            return typeof datum.text === 'string' ? datum.text : datum.text.reveal();
        case 'env':
            return ready(object, secrets.compose(datum.value, datum.name)).reveal();
        case 'pull':
            return dockerConfig(object, datum.credentials, secrets);
        case 'pending':
            return ready(object, datum.pending).reveal();
    }
}
/** As `docker login` writes it: kubelets read `auth` or the two beside it, older tools only `auth`. */
function dockerConfig(object, credentials, secrets) {
    const auths = credentials.map(({ registry, username, password: value }) => {
        const password = ready(object, secrets.compose(value, `password of ${registry}`)).reveal();
        return [registry, { username, password, auth: toBase64(`${username}:${password}`) }];
    });
    return JSON.stringify({ auths: Object.fromEntries(auths) });
}
function ready(object, value) {
    if (!(0,pending/* isPending */.m)(value))
        return value;
    throw new errors/* StackError */.L({
        code: 'BUG',
        message: `${object.key} was to be applied before ${value.pending} ${value.key} was made`,
    });
}
const toBase64 = (text) => Buffer.from(text, 'utf8').toString('base64');
/** A one-off pod's program: given as a file, since arguments and environment are shown by `kubectl describe`. */
function programSecret(name, labels, program) {
    const manifest = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, labels },
        immutable: true,
        data: { 'program.py': toBase64(program) },
    };
    return new model_secret/* Secret */.z(`program of ${name}`, JSON.stringify(manifest));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/differences.js
/** What the server keeps for itself, and what says nothing of how the object behaves. */
const bookkeeping = new Set([
    'status',
    'metadata.managedFields',
    'metadata.uid',
    'metadata.resourceVersion',
    'metadata.generation',
    'metadata.creationTimestamp',
    'metadata.selfLink',
    'metadata.annotations.mcp-stack.dev/hash',
]);
/** Names by which items of a list are told apart, as the API's own lists of objects do. */
const itemKeys = ['name', 'containerPort', 'port', 'mountPath', 'ip', 'topologyKey'];
/**
 * Two complete objects, field by field: `spec.template.spec.containers[app].image`. Pure.
 *
 * @param wanted  Only what this names is compared: controllers and webhooks write beside it at any time.
 */
function fieldDifferences(before, after, wanted) {
    return differences(before, after, wanted, '');
}
function differences(before, after, wanted, path) {
    if (bookkeeping.has(path) || equal(before, after))
        return [];
    if (differences_isObject(before) && differences_isObject(after) && differences_isObject(wanted)) {
        return Object.keys(wanted)
            .toSorted()
            .flatMap((name) => {
            return differences(before[name], after[name], wanted[name], path === '' ? name : `${path}.${name}`);
        });
    }
    if (Array.isArray(before) && Array.isArray(after) && Array.isArray(wanted)) {
        const key = keyOf(before, after, wanted);
        if (key !== undefined) {
            const [old, now, ours] = [byKey(before, key), byKey(after, key), byKey(wanted, key)];
            return [...ours].flatMap(([name, item]) => differences(old.get(name), now.get(name), item, `${path}[${name}]`));
        }
    }
    const [from, to] = [before !== undefined && mayBeSecret(path) ? '(not shown)' : show(before), show(after)];
    return [{ field: path, ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) }];
}
/** Where people put secrets: what a hand wrote there is not known to the redactor, so it is not shown. Pure. */
function mayBeSecret(field) {
    return /\.(env|command|args)(\[|\.|$)|^(data|binaryData)(\.|$)/.test(field);
}
/** Whether everything that is wanted is there as it is wanted; what others added beside it does not matter. Pure. */
function contains(live, wanted) {
    if (differences_isObject(wanted)) {
        return differences_isObject(live) && Object.entries(wanted).every(([name, value]) => contains(live[name], value));
    }
    if (!Array.isArray(wanted))
        return live === wanted;
    if (!Array.isArray(live))
        return false;
    const key = keyOf(live, wanted);
    if (key === undefined)
        return live.length === wanted.length && wanted.every((item, at) => contains(live[at], item));
    const there = byKey(live, key);
    return [...byKey(wanted, key)].every(([name, item]) => contains(there.get(name), item));
}
/** The field that tells the items of both lists apart, none of them twice: the same port can be there for TCP and UDP. */
function keyOf(...lists) {
    if (lists.every((list) => list.length === 0))
        return undefined;
    return itemKeys.find((key) => lists.every((list) => {
        const names = list.map((item) => differences_nameOf(item, key));
        return !names.includes(undefined) && new Set(names).size === list.length;
    }));
}
function byKey(items, key) {
    return new Map(items.map((item) => [differences_nameOf(item, key) ?? '', item]));
}
function differences_nameOf(item, key) {
    const name = differences_isObject(item) ? item[key] : undefined;
    return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
}
function equal(a, b) {
    return a === b || (a !== undefined && b !== undefined && contains(a, b) && contains(b, a));
}
function show(value) {
    if (value === undefined)
        return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function differences_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/field-sets.js
/** Keys that the API fills in where a manifest does not name them. */
const defaultKeys = { protocol: 'TCP' };
/**
 * @param object  Complete or not; undefined names nothing.
 * @param skipped  Paths (`spec.template.metadata`) that count as named.
 */
function splitFields(fields, object, skipped = []) {
    return split(fields, object, skipped, '');
}
function split(fields, object, skipped, path) {
    const named = {};
    const unnamed = {};
    for (const [element, below] of Object.entries(fields)) {
        const place = path === '' ? element.slice(2) : `${path}.${element.slice(2)}`;
        const inside = element === '.' ? object : valueAt(object, element);
        if (inside === undefined && !skipped.includes(place))
            unnamed[element] = below;
        else if (isEmpty(below) || skipped.includes(place))
            named[element] = below;
        else {
            const parts = split(below, inside, skipped, place);
            if (!isEmpty(parts.named))
                named[element] = parts.named;
            if (!isEmpty(parts.unnamed))
                unnamed[element] = parts.unnamed;
        }
    }
    return { named, unnamed };
}
/** All that is in one or the other. Pure. */
function joinFields(one, other) {
    const joined = { ...one };
    for (const [element, below] of Object.entries(other)) {
        const there = one[element];
        joined[element] = there === undefined ? below : joinFields(asMember(there, below), asMember(below, there));
    }
    return joined;
}
/** A member that gets something below it says so by a dot. */
function asMember(fields, beside) {
    return isEmpty(fields) && !isEmpty(beside) ? { '.': {} } : fields;
}
/** What a path element leads to in an object; undefined where it is not there. Pure. */
function valueAt(object, element) {
    const name = element.slice(2);
    if (element.startsWith('f:'))
        return field_sets_isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
    if (!Array.isArray(object))
        return undefined;
    if (element.startsWith('i:'))
        return object[Number(name)];
    const key = JSON.parse(name);
    if (element.startsWith('v:'))
        return object.find((item) => item === key);
    return object.find((item) => field_sets_isObject(item) && field_sets_isObject(key) && hasKeys(item, key));
}
function hasKeys(item, keys) {
    return Object.entries(keys).every(([name, value]) => (item[name] ?? defaultKeys[name]) === value);
}
function isEmpty(fields) {
    return Object.keys(fields).length === 0;
}
function field_sets_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/added-by-hand.js




/** What makes an object behave; labels and annotations are everybody's, and `kubectl rollout restart` is one. */
const parts = ['f:spec', 'f:data', 'f:binaryData'];
/** A scaled Deployment is scale.ts's business. */
const everybodys = ['spec.template.metadata', 'spec.replicas'];
/**
 * What somebody's kubectl added beside what we want: server-side apply leaves that alone. Pure.
 *
 * @param live  With its managedFields.
 * @param own  Also what is ours and not wanted: `takenOver` was written, and the apply after it was not.
 */
function addedByHand(live, wanted, { own }) {
    const unwanted = entriesOf(live)
        .filter((entry) => isByHand(live, entry) || (own && isOurs(entry)))
        .map((entry) => unwantedOf(entry, wanted));
    return differencesOf(unwanted.reduce(joinFields, {}), live, '');
}
/** Whether somebody's kubectl set anything of what makes it behave, be it what we want or not. Pure. */
function isTouched(live) {
    return entriesOf(live).some((entry) => isByHand(live, entry) && !isEmpty(unwantedOf(entry, {})));
}
/**
 * The managedFields that make us the owner of what was added by hand, so that the next apply removes it: nothing but the
 * owner's name changes, no pod starts. It is what kubectl does when it goes over to server-side apply. Pure.
 *
 * @returns undefined where nothing was added.
 */
function takenOver(live, wanted) {
    const { apiVersion = '' } = live;
    const hands = entriesOf(live).filter((entry) => isByHand(live, entry));
    const unwanted = hands.map((entry) => unwantedOf(entry, wanted)).reduce(joinFields, {});
    if (isEmpty(unwanted))
        return undefined;
    const others = entriesOf(live).flatMap((entry) => {
        if (isOurs(entry))
            return [];
        if (!hands.includes(entry))
            return [entry];
        const { named } = splitFields(fieldsOf(entry), wanted, everybodys);
        const rest = { ...fieldsOf(entry), ...added_by_hand_pick(named) };
        for (const part of parts)
            if (named[part] === undefined)
                delete rest[part];
        return isEmpty(rest) ? [] : [{ ...entry, fieldsV1: rest }];
    });
    const ours = entriesOf(live).find(isOurs) ?? {
        manager: kubernetes/* fieldManager */.wM,
        operation: 'Apply',
        apiVersion,
        fieldsType: 'FieldsV1',
    };
    return [{ ...ours, fieldsV1: joinFields(fieldsOf(ours), unwanted) }, ...others];
}
function unwantedOf(entry, wanted) {
    return splitFields(added_by_hand_pick(fieldsOf(entry)), wanted, everybodys).unnamed;
}
function added_by_hand_pick(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([element]) => parts.some((part) => part === element)));
}
/** Field by field; an item of a list is one, whatever is in it. */
function differencesOf(fields, value, path) {
    return Object.entries(fields).flatMap(([element, below]) => {
        if (element === '.')
            return [];
        const inside = valueAt(value, element);
        // It is owned and not there any more.
        if (inside === undefined)
            return [];
        const field = element.startsWith('f:')
            ? `${path === '' ? '' : `${path}.`}${element.slice(2)}`
            : `${path}${item(element)}`;
        const deeper = '.' in below && element.startsWith('k:') ? [] : differencesOf(below, inside, field);
        return deeper.length > 0 ? deeper : [{ field, before: shown(field, inside), after: '(removed)' }];
    });
}
/** `k:{"containerPort":80,"protocol":"TCP"}` → `[80]`. */
function item(element) {
    const key = JSON.parse(element.slice(2));
    const first = typeof key === 'object' && key !== null ? Object.values(key)[0] : key;
    return `[${typeof first === 'string' ? first : JSON.stringify(first)}]`;
}
/** Words of a hand may be secret anywhere, and the redactor does not know them: only numbers and switches are told. */
function shown(field, value) {
    const plain = typeof value === 'number' || typeof value === 'boolean';
    return plain && !mayBeSecret(field) ? String(value) : '(added by hand)';
}
/** Entries of another version of the API name other fields. */
function isByHand({ apiVersion }, entry) {
    const { manager = '', operation, subresource = '' } = entry;
    return operation === 'Update' && subresource === '' && entry.apiVersion === apiVersion && isHand(manager);
}
function isOurs({ manager, operation, subresource = '' }) {
    return manager === kubernetes/* fieldManager */.wM && operation === 'Apply' && subresource === '';
}
const entriesOf = ({ metadata }) => metadata.managedFields ?? [];
/** The API's own form of it. */
const fieldsOf = ({ fieldsV1 = {} }) => fieldsV1;

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/take-over.js

/** A workload's status is written many times while it rolls, and each time somebody was there in between. */
const attempts = 8;
/**
 * Makes what somebody's kubectl added beside our fields ours, so that the apply after it removes it. Nothing of what the object
 * does changes here: a run that is killed in between leaves what was there, and the next one finds it as its own.
 *
 * @param path  The object's.
 */
async function takeOver({ api, io }, path, manifest) {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const { status, body } = await api.get(path);
        // The path names an object. Whatever is wrong here is told by the apply.
        const live = body;
        const managedFields = status === 200 ? takenOver(live, manifest) : undefined;
        if (managedFields === undefined)
            return;
        const patch = [
            { op: 'replace', path: '/metadata/managedFields', value: managedFields },
            // Refused (409) when somebody wrote in between; a failing `test` would look like an invalid object.
            { op: 'replace', path: '/metadata/resourceVersion', value: live.metadata.resourceVersion },
        ];
        const patched = await api.patch(path, JSON.stringify(patch));
        if (patched.status !== 409)
            return;
        await io.clock.sleep(50 * attempt, io.signal);
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/apply-objects.js











/** How long an object that is being removed may take before it can be made again. */
const goneSeconds = 120;
/** Server-side applies, side by side; none depends on another. What one is refused does not keep the others from being tried. */
async function applyObjects(place, objects, writing) {
    const entries = new Map();
    const refused = [];
    await inParallel(objects, async (object) => {
        stopIfInterrupted(place.io);
        const answer = await applyOne(place, object, writing);
        if (isDone(answer))
            entries.set(object.key, entryOf(object, metadataOf(answer)));
        else {
            const { reason, hint } = explainRefusal(`${object.kind}/${object.name}`, answer);
            refused.push({ object, refusal: { reason, hint: inPlace(place, hint) } });
        }
    });
    return { entries, refused };
}
async function applyOne(place, object, writing) {
    const path = await locate(place, object);
    const body = await bodyOf(place, object, writing, path);
    if (object.contentNamed && !writing.existing.has(object.key)) {
        // Less work for the server than an apply; whose fields are whose is of no interest in what never changes.
        const made = await place.api.create((0,posix_.dirname)(path), body).catch(() => undefined);
        // Whatever went wrong on the way: it may be there now, and an apply may be repeated.
        if (made !== undefined && made.status !== 409)
            return made;
    }
    const force = writing.force(object);
    const apply = async () => {
        const tried = await place.api.apply(path, body, { force });
        return isOwnConflict(tried) ? await place.api.apply(path, body, { force: true }) : tried;
    };
    if (force && writing.existing.has(object.key) && object.kind !== 'Secret')
        await takeOver(place, path, object.manifest);
    const answer = await apply();
    if (!isDone(answer) || metadataOf(answer).deletionTimestamp === undefined)
        return answer;
    // Somebody has deleted it, and it only waits for its finalizers: what was applied goes with it.
    await waitUntilGone(place, path, object, metadataOf(answer).uid);
    return await apply();
}
async function bodyOf(place, object, { secrets, existing }, path) {
    if (object.kind !== 'Deployment' || !existing.has(object.key))
        return requestBody(object, secrets);
    const { status, body } = await place.api.get(path);
    // The path names a Deployment.
    if (status !== 200)
        return requestBody(object, secrets);
    return requestBody(object, secrets, settleReplicas(object.manifest, body));
}
async function waitUntilGone(place, path, object, uid) {
    const { clock, signal } = place.io;
    const start = clock.now().getTime();
    while (clock.now().getTime() - start < goneSeconds * 1000) {
        const answer = await place.api.get(path, { metadataOnly: 'object' });
        if (answer.status === 404 || (answer.status === 200 && metadataOf(answer).uid !== uid))
            return;
        await clock.sleep(300, signal);
        stopIfInterrupted(place.io);
    }
    throw new errors/* StackError */.L({
        code: 'APPLY_FAILED',
        message: `${object.kind}/${object.name} is being deleted and is still there after ${goneSeconds} s`,
        hint: inPlace(place, `See what holds it: kubectl get ${object.kind.toLowerCase()} ${object.name} -o jsonpath={.metadata.finalizers}`),
    });
}
const isDone = ({ status }) => status >= 200 && status < 300;
/** Every object that the server answers with has metadata. */
function metadataOf({ body }) {
    return body.metadata ?? { name: '' };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/answers.js

/** Status and body → answer. A body that is not JSON is a log, or words of a proxy on the way. */
function answers_toAnswer(status, text, retryAfter) {
    const seconds = Number(retryAfter);
    const waits = (status === 429 || status === 503) && retryAfter !== undefined && seconds >= 0;
    return { status, body: parseObject(text) ?? {}, text, ...(waits ? { retryAfterSeconds: seconds } : {}) };
}
/** A line of a watch; undefined where it is none. */
function parseEvent(line) {
    const event = parseObject(line);
    if (event === undefined)
        return undefined;
    const { type, object } = event;
    // An answer that refuses the watch is one Status on one line.
    if (event['kind'] === 'Status')
        return { type: 'ERROR', object: event };
    if (typeof object !== 'object' || object === null || !isEventType(type))
        return undefined;
    return { type, object: Object(object) };
}
const eventTypes = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR'];
const isEventType = (type) => typeof type === 'string' && eventTypes.includes(type);
/** What the server says of a refusal; its own sentence, for messages. Redact it before it is shown. */
function answers_reasonOf({ status, body, text }) {
    const message = typeof body['message'] === 'string' ? body['message'] : text.trim().split('\n')[0];
    return message === undefined || message === '' ? `HTTP ${status}` : message;
}
/** The server, or the way to it, did not answer. */
function away(reason, cause) {
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `the API server does not answer: ${reason}`,
        hint: 'Try by hand: kubectl get --raw /version',
        cause,
    });
}
function parseObject(text) {
    if (!text.trimStart().startsWith('{'))
        return undefined;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/js/model/cert-manager.js
var cert_manager = __webpack_require__(36118);
;// CONCATENATED MODULE: ./build/js/targets/kubernetes/owner.js

/** The tool that keeps an object, where it is another one; its next run would undo what we write. Pure. */
function ownerOf({ labels = {}, annotations = {} }) {
    // `<application>:<group>/<kind>:<namespace>/<name>`.
    const argo = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0] ?? labels['argocd.argoproj.io/instance'];
    if (argo !== undefined)
        return `Argo CD application ${argo}`;
    const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
    if (kustomization !== undefined)
        return `Flux kustomization ${kustomization}`;
    const fluxRelease = labels['helm.toolkit.fluxcd.io/name'];
    if (fluxRelease !== undefined)
        return `Flux release ${fluxRelease}`;
    const helm = annotations['meta.helm.sh/release-name'];
    return helm === undefined ? undefined : `Helm release ${helm}`;
}
/** Words for whose an object is that does not carry our label. Pure. */
function strangerOf(metadata) {
    const stack = metadata.labels?.[kubernetes/* objectLabels */.r$.stack];
    if (stack !== undefined)
        return `stack ${stack}`;
    const keeper = ownerOf(metadata);
    if (keeper !== undefined)
        return keeper;
    const manager = metadata.managedFields?.find(({ subresource }) => subresource === undefined)?.manager;
    return manager === undefined ? 'somebody else' : `whoever made it with ${manager}`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/read-objects.js





/**
 * The objects of one kind; empty where the cluster does not know the kind.
 *
 * @returns undefined where our rights do not let us list them.
 * @throws StackError ENGINE_UNREACHABLE
 */
async function listObjects(place, { apiVersion, kind }, { metadataOnly, ours }) {
    const resource = await findResource(place, apiVersion, kind);
    // Of the cluster's own objects we have no rights to list any, and make none but the namespace.
    if (resource?.namespaced !== true)
        return [];
    const labelSelector = ours ? `${kubernetes/* objectLabels */.r$.stack}=${place.stack}` : undefined;
    const path = withQuery(resourcePath(resource, place.namespace), { labelSelector });
    const answer = await place.api.get(path, metadataOnly ? { metadataOnly: 'list' } : {});
    if (answer.status === 404)
        return [];
    if (answer.status === 403)
        return undefined;
    // A list's items have no kind of their own, and those of a metadata list another one.
    return itemsOf(place, answer).map((item) => ({ ...item, apiVersion, kind }));
}
/** As listObjects. @throws StackError RIGHTS_MISSING */
async function needObjects(place, kind, listing) {
    const objects = await listObjects(place, kind, listing);
    if (objects !== undefined)
        return objects;
    throw mayNotList(place, kind);
}
/**
 * The objects of one kind that carry these labels. A list that could not be had is an error, never an empty one.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE
 */
async function selectObjects(place, kind, labelSelector) {
    const answer = await place.api.get(listPath(kind.apiVersion, kind.kind, place.namespace, { labelSelector }));
    if (answer.status === 403)
        throw mayNotList(place, kind);
    return itemsOf(place, answer).map((item) => item);
}
function mayNotList({ namespace }, { apiVersion, kind }) {
    return new errors/* StackError */.L({
        code: 'RIGHTS_MISSING',
        message: `you may not list ${knownResource(apiVersion, kind)?.plural ?? kind} in namespace ${namespace}`,
        hint: 'Somebody who may give rights types: mcp-deploy rbac --for plan | kubectl apply -f -',
    });
}
/** One object or its metadata; undefined where the cluster does not know the kind. */
async function readObject(place, object, metadataOnly) {
    const resource = await findResource(place, object.apiVersion, object.kind);
    if (resource === undefined)
        return undefined;
    return await place.api.get(resourcePath(resource, place.namespace, object.name), metadataOnly ? { metadataOnly: 'object' } : {});
}
async function findResource({ api }, apiVersion, kind) {
    const known = knownResource(apiVersion, kind);
    return known ?? discoveredResource(apiVersion, kind, (await api.get(discoveryPath(apiVersion))).body);
}
function itemsOf(place, answer) {
    const { items } = answer.body;
    if (answer.status !== 200)
        throw away(place.io.redactor.redact(answers_reasonOf(answer)));
    return Array.isArray(items) ? items : [];
}
/** Pure. */
function toLiveObject({ apiVersion = '', kind = '', metadata }) {
    const { annotations = {}, deletionTimestamp, generation, labels = {}, name, resourceVersion = '', uid = '', } = metadata;
    const [hash, component] = [
        annotations[kubernetes/* objectLabels */.r$.hash],
        annotations[kubernetes/* objectLabels */.r$.name] ?? labels[kubernetes/* objectLabels */.r$.component],
    ];
    const revision = labels[kubernetes/* objectLabels */.r$.revision];
    const owner = ownerOf(metadata);
    return {
        key: (0,kubernetes/* objectKey */.T5)({ apiVersion, kind, name }),
        apiVersion,
        kind,
        name,
        uid,
        resourceVersion,
        deleting: deletionTimestamp !== undefined,
        ...(generation !== undefined && { generation }),
        ...(hash !== undefined && { hash }),
        ...(component !== undefined && { component }),
        ...(revision !== undefined && { revision }),
        ...(owner !== undefined && { owner }),
    };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/foreign.js









/** Up to this many objects of a kind are asked for by name; more are cheaper to list. */
const askedByName = 5;
/**
 * Objects in the place of those that are to be made: key → whose they are. Reads only.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE: what is not known to be absent is never taken to be.
 */
async function findForeign(place, created, live) {
    const written = writtenEntries(live);
    const kinds = new Map();
    for (const verdict of created) {
        const { apiVersion, kind } = verdict.wanted;
        kinds.set(`${apiVersion}/${kind}`, [...(kinds.get(`${apiVersion}/${kind}`) ?? []), verdict]);
    }
    const findings = {};
    await inParallel([...kinds.values()], async (verdicts) => {
        const found = await findNamed(place, verdicts);
        for (const { wanted } of verdicts) {
            if (found === undefined) {
                // Told once for all of them, with what to do (check-issuer.ts).
                if ((0,cert_manager/* isCertificate */.Yn)(wanted))
                    continue;
                const message = `the cluster has no kind ${wanted.kind} in ${wanted.apiVersion}`;
                findings[wanted.key] = { kind: 'refused', message };
                continue;
            }
            const there = found.get(wanted.name);
            if (there === 'unreadable') {
                // Its uid cannot be read either: what was written under this name is taken for it.
                if (!written.has(wanted.key))
                    findings[wanted.key] = { kind: 'foreign', owner: 'somebody, and you may not read it' };
                continue;
            }
            if (there === undefined || there.metadata.labels?.[kubernetes/* objectLabels */.r$.stack] === place.stack)
                continue;
            // Ours, and somebody took its label off: writing it again repairs that.
            if (written.get(wanted.key)?.uid === there.metadata.uid)
                continue;
            findings[wanted.key] = { kind: 'foreign', owner: strangerOf(there.metadata) };
        }
    });
    return findings;
}
/** @returns undefined where the cluster does not know the kind. */
async function findNamed(place, verdicts) {
    const [first] = verdicts;
    if (first === undefined)
        return new Map();
    if (verdicts.length > askedByName) {
        const listed = await listObjects(place, first.wanted, { ours: false, metadataOnly: true });
        if (listed !== undefined)
            return new Map(listed.map((object) => [object.metadata.name, object]));
    }
    const answers = await Promise.all(verdicts.map(({ wanted }) => readObject(place, wanted, true)));
    if (answers.some((answer) => answer === undefined || isUnknownKind(answer)))
        return undefined;
    const found = new Map();
    await Promise.all(verdicts.map(async ({ wanted: { kind, name } }, index) => {
        const answer = answers[index];
        if (answer === undefined || answer.status === 404)
            return;
        // The path names an object, so the body of a 200 is one.
        if (answer.status === 200)
            found.set(name, answer.body);
        else if (kind !== 'Secret' || answer.status !== 403)
            throw notKnown(place, kind, answer);
        else if (await isTakenSecret(place, name))
            found.set(name, 'unreadable');
    }));
    return found;
}
/** The least rights let nobody read Secrets, but make them: a dry run of that says whether the name is free. */
async function isTakenSecret(place, name) {
    const path = withQuery(pathOf('v1', 'Secret', place.namespace), { dryRun: 'All' });
    const body = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name } });
    const answer = await place.api.create(path, body);
    if (answer.status === 409)
        return true;
    // Who may only plan cannot know; a deploy without this right is refused before its first write.
    const mayNot = answer.status === 403 && /cannot create resource/.test(answers_reasonOf(answer));
    if (mayNot || (answer.status >= 200 && answer.status < 300))
        return false;
    throw notKnown(place, 'Secret', answer);
}
function notKnown({ io, namespace }, kind, answer) {
    const reason = io.redactor.redact(answers_reasonOf(answer));
    if (answer.status !== 403)
        return away(reason);
    return new errors/* StackError */.L({
        code: 'RIGHTS_MISSING',
        message: `whether a ${kind} is in the way in namespace ${namespace} cannot be read: ${reason}`,
        hint: 'Somebody who may give rights types: mcp-deploy rbac | kubectl apply -f -',
    });
}
/** A missing object is named in the answer; a missing kind is not known well enough for that. */
function isUnknownKind({ body, status }) {
    const details = Object(body['details']);
    return status === 404 && details.name === undefined;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/examine.js












/**
 * A closer look at what is not simply as it was written: what somebody changed, what the server will not take, whose fields we
 * would overwrite, and what of somebody else's is in the way. Reads and server-side dry runs only; nothing at all where
 * everything is as it was written.
 *
 * @throws StackError ENGINE_UNREACHABLE
 */
async function examineStack(place, bundle, live) {
    const { kubernetes } = live;
    if (kubernetes === undefined)
        return live;
    const verdicts = compareObjects(bundle, { ...live, kubernetes: { ...kubernetes, findings: {} } });
    const written = writtenEntries(live);
    const findings = {};
    const created = verdicts.filter(({ action, live: there, wanted: { contentNamed, kind } }) => {
        // A content's name is its hash, so what has that name is that content.
        return action === 'create' && there === undefined && !contentNamed && kind !== 'Namespace';
    });
    const closer = verdicts.filter(({ action, live: there, wanted }) => {
        // A dry run of a Secret would need its values; it is written again where anything about it moved.
        if (there === undefined || wanted.kind === 'Secret' || wanted.pending.length > 0 || there.deleting)
            return false;
        return action === 'update' || (!wanted.contentNamed && !isUntouched(there, written.get(wanted.key)));
    });
    const foreign = kubernetes.namespaceExists ? findForeign(place, created, live) : Promise.resolve({});
    const whole = await readWhole(place, closer);
    await inParallel(closer, async (verdict) => {
        const finding = await lookAt(place, verdict, whole.get(verdict.wanted.key));
        if (finding !== undefined)
            findings[verdict.wanted.key] = finding;
    });
    return { ...live, kubernetes: { ...kubernetes, findings: { ...findings, ...(await foreign) } } };
}
/** More objects of a kind than this are read in one list: after a run that was killed, all of them are looked at. */
const readOneByOne = 5;
/** @returns by key; what is not in it is read by itself. */
async function readWhole(place, verdicts) {
    const kinds = new Map(verdicts.map(({ wanted }) => [`${wanted.apiVersion}/${wanted.kind}`, wanted]));
    const many = [...kinds.values()].filter(({ kind }) => {
        return verdicts.filter(({ wanted }) => wanted.kind === kind).length > readOneByOne;
    });
    const lists = await Promise.all(many.map((kind) => listObjects(place, kind, { ours: true, metadataOnly: false })));
    return new Map(lists.flatMap((list = []) => list.map((object) => [(0,kubernetes/* objectKey */.T5)(identityOf(object)), object])));
}
const identityOf = ({ apiVersion = '', kind = '', metadata: { name } }) => ({ apiVersion, kind, name });
async function lookAt(place, { live, wanted }, read) {
    const full = read ?? (await readOne(place, wanted));
    // It went meanwhile, or we may not read it: `diff` takes it as it was listed.
    if (full === undefined)
        return undefined;
    const manifest = settleReplicas(wanted.manifest, full);
    const same = live?.hash === wanted.hash;
    const added = addedByHand(full, manifest, { own: same });
    // A map that is one value to the server (a selector) can have more than ours in it: only its dry run says so.
    const asWanted = !isTouched(full) && contains(examine_toJson(full), manifest);
    if (same && added.length === 0 && asWanted)
        return { kind: 'same' };
    const path = await locate(place, wanted);
    const dryRun = (force) => place.api.apply(path, JSON.stringify(manifest), { dryRun: true, force });
    const tried = await dryRun(false);
    const first = isOwnConflict(tried) ? await dryRun(true) : tried;
    const conflict = first.status === 409 ? readConflict(first.body) : undefined;
    if (conflict !== undefined && !conflict.byHand) {
        return { kind: 'conflict', manager: conflict.manager, fields: conflict.fields };
    }
    // What somebody did with kubectl is drift: it is told, and taken back.
    const merged = conflict === undefined ? first : await dryRun(true);
    const refused = merged.status === 200 ? undefined : examine_refusal(place, merged);
    // Ours and what was added may exclude each other: a variable with a value and a source. What was added goes first.
    const atOdds = added.length > 0 && refused !== undefined;
    if (merged.status !== 200 && !atOdds)
        return refused;
    const fields = fieldDifferences(examine_toJson(full), atOdds ? manifest : merged.body, manifest);
    const changed = [...(same ? fields : []), ...changedByHand(fields, conflict, same)];
    if (added.length + changed.length > 0)
        return { kind: 'drift', fields: [...changed, ...added] };
    return same ? { kind: 'same' } : undefined;
}
/** Fields of the conflict that are not told yet; the server names some of which every part that we name is as we want it. */
function changedByHand(fields, conflict, told) {
    return (conflict?.fields ?? []).flatMap((field) => {
        const its = fields.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
        if (its.length === 0)
            return [{ field }];
        return told ? [] : its;
    });
}
/** Busy servers, missing rights and namespaces that are going are told by who writes; here only what is wrong with the object. */
function examine_refusal(place, answer) {
    const { status } = answer;
    const message = place.io.redactor.redact(answers_reasonOf(answer));
    const admission = status === 403 && !/cannot (patch|create|get|update) resource|is being terminated/.test(message);
    // A field that the API does not know is, oddly, an internal error.
    const unknownField = status === 500 && message.startsWith('failed to create typed patch object');
    const refused = status === 400 || status === 409 || status === 422 || admission || unknownField;
    return refused ? { kind: 'refused', message } : undefined;
}
async function readOne(place, wanted) {
    const answer = await readObject(place, wanted, false);
    // The path names an object, so the body of a 200 is one.
    return answer?.status === 200 ? answer.body : undefined;
}
/** It came as JSON; KubeObject names only some of its fields. */
const examine_toJson = (object) => object;
/** Taking over what a person's kubectl set is what repairing drift means; other managers' fields need --force-conflicts. */
function isDrift(live, key) {
    return live.kubernetes?.findings?.[key]?.kind === 'drift';
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/pod-status.js
/** A scheduler that finds no place for this long finds none: an autoscaler's node would be on its way by then. */
const unschedulableLimitSeconds = 30;
/** From the second restart on it is a crash loop and not a slow start. */
const pod_status_crashLoop = 2;
/** Reads one pod's status. Pure. */
function readPodStatus(pod, seen = {}) {
    const { status = {} } = pod;
    if (pod.metadata.deletionTimestamp !== undefined)
        return progressing('is being removed');
    // A pod that failed as a whole (evicted, its node shut down) is replaced: not the end of the roll-out.
    if (status.phase === 'Failed') {
        const words = [status.reason?.toLowerCase() ?? 'failed', status.message].filter(Boolean).join(': ');
        return { readiness: 'failed', message: words, terminal: false };
    }
    const statuses = [
        ...readContainers(pod.spec.initContainers, status.initContainerStatuses, true),
        ...readContainers(pod.spec.containers, status.containerStatuses, false),
    ];
    if (statuses.length === 0)
        return readUnscheduled(pod, seen);
    const worst = statuses.reduce((a, b) => (pod_status_severity(b) > pod_status_severity(a) ? b : a));
    if (worst.readiness !== 'ready')
        return worst;
    const ready = status.conditions?.find(({ type }) => type === 'Ready');
    return ready?.status === 'False' ? progressing(ready.message ?? 'not ready yet') : worst;
}
/** Whether it waits for a place; the caller counts the seconds. */
function isUnschedulable(pod) {
    return unschedulable(pod) !== undefined;
}
const unschedulable = (pod) => pod.status?.conditions?.find(({ type, status, reason }) => type === 'PodScheduled' && status === 'False' && reason === 'Unschedulable');
function readUnscheduled(pod, { unschedulableSeconds = 0 }) {
    const condition = unschedulable(pod);
    if (condition === undefined)
        return progressing(pod.spec.nodeName === undefined ? 'waits for a node' : 'starting');
    const message = `no node can take it: ${condition.message ?? 'the scheduler gave no reason'}`;
    return unschedulableSeconds > unschedulableLimitSeconds ? pod_status_failed(message) : progressing(message);
}
function readContainers(specs = [], statuses = [], init) {
    return statuses.map((status) => readContainer(status, specs.find(({ name }) => name === status.name), init));
}
function readContainer(status, spec, init) {
    const { state = {}, restartCount = 0 } = status;
    const ended = endedAs(state, spec) ?? endedAs(status.lastState, spec);
    const again = `${ended ?? 'ended'} and restarted ${restartCount === 1 ? 'once' : `${restartCount} times`}`;
    if (state.waiting !== undefined)
        return readWaiting(state.waiting, status, spec, ended, again);
    if (state.terminated !== undefined) {
        if (init && state.terminated.exitCode === 0)
            return pod_status_ready('done');
        return restartCount >= pod_status_crashLoop ? pod_status_failed(again) : progressing(`${ended ?? 'ended'}, restarting`);
    }
    if (state.running === undefined)
        return progressing('starting');
    if (status.ready === true)
        return pod_status_ready(restartCount === 0 ? 'ready' : `ready, ${again}`);
    if (init)
        return progressing(`${status.name} runs first`);
    if (restartCount >= pod_status_crashLoop && status.lastState?.terminated?.exitCode !== 0)
        return pod_status_failed(again);
    return progressing(restartCount === 0 ? 'running, not ready yet' : `running, not ready yet; ${again}`);
}
function readWaiting({ reason = '', message }, status, spec, ended, again) {
    const image = spec?.image ?? status.image ?? '';
    switch (reason) {
        case 'CrashLoopBackOff':
            return pod_status_failed((status.restartCount ?? 0) === 0 ? (ended ?? 'does not start') : again);
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return pod_status_failed(`image ${image} cannot be pulled: ${pullReason(message, image)}`);
        case 'ErrImageNeverPull':
            return pod_status_failed(`image ${image} is not on the node, and pull_policy Never forbids to pull it`);
        case 'InvalidImageName':
            return pod_status_failed(`${image} is not an image reference`);
        case 'CreateContainerConfigError':
            if (isSlowKubelet(message))
                return progressing('the node has not got its secrets yet');
            return pod_status_failed(`cannot be configured: ${(message ?? reason).replace(/ \(pod: .*$/, '')}`);
        case 'CreateContainerError':
        case 'RunContainerError':
        case 'StartError':
            return pod_status_failed(`did not start: ${runtimeReason(message ?? reason)}`);
        default:
            return progressing(ended === undefined ? 'starting' : `${ended}, restarting`);
    }
}
/** The kubelet asks for Secrets and ConfigMaps anew each time: that one answer took too long proves nothing (seen on a busy node). */
function isSlowKubelet(message) {
    return /failed to sync (?:secret|configmap) cache/.test(message ?? '');
}
function endedAs(state, spec) {
    const end = state?.terminated;
    if (end === undefined)
        return undefined;
    if (end.reason === 'OOMKilled') {
        return `killed for using more memory than ${spec?.resources?.limits?.memory ?? 'there is'}`;
    }
    // 128 with StartError: the runtime's words say more than the number.
    return end.reason === 'StartError' || end.reason === 'ContainerCannotRun'
        ? `did not start: ${runtimeReason(end.message ?? end.reason)}`
        : `exited (${end.exitCode})`;
}
/** containerd wraps the registry's word in several layers, and repeats the reference in each. */
function pullReason(message, image) {
    if (message === undefined)
        return 'the node gave no reason';
    if (/not found|manifest unknown|does not exist/i.test(message))
        return 'not found';
    if (/unauthorized|authentication required|denied|403 Forbidden|401/i.test(message))
        return 'access denied';
    const inner = message.split(`"${image}"`).at(-1) ?? message;
    return inner.replace(/^[\s:]+/, '').slice(0, 300);
}
/** `failed to create containerd task: …: exec: "/x": stat /x: no such file or directory: unknown` → from `exec:` on. */
function runtimeReason(message) {
    const at = message.lastIndexOf('exec: ');
    return (at === -1 ? message : message.slice(at)).replace(/: unknown$/, '').slice(0, 300);
}
const pod_status_ready = (message) => ({ readiness: 'ready', message, terminal: false });
const progressing = (message) => ({ readiness: 'progressing', message, terminal: false });
const pod_status_failed = (message) => ({ readiness: 'failed', message, terminal: true });
const pod_status_severity = ({ readiness }) => (readiness === 'failed' ? 2 : readiness === 'progressing' ? 1 : 0);

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/evidence.js




/** How many of a container's last lines are kept in the file, and how many of them are shown. */
const evidence_keptLines = 1000;
const kubernetes_evidence_shownLines = 40;
const shownEvents = 10;
/** Pods of one component whose logs are kept; what breaks one of a hundred replicas breaks the others too. */
const keptPods = 3;
/** The node cuts a line into pieces of 16 KiB, and counts pieces where it is asked for lines. */
const pieceBytes = 16_000;
/**
 * Writes what a roll-back is about to remove to deploy/logs/failed-<component>.log: what became of workload and pods, their
 * events and logs; not their environment. @returns the events, and the last lines of the first pod that said something.
 */
async function evidence_keepEvidence(place, { component, workload, pods }) {
    const log = evidence_logName(component);
    const chosen = pods.slice(0, keptPods);
    const owners = chosen.flatMap(({ metadata }) => metadata.ownerReferences ?? []);
    const subjects = [...chosen, ...(workload === undefined ? [] : [workload])].map(({ metadata }) => metadata.uid);
    const uids = new Set([...subjects, ...owners.map(({ uid }) => uid)]);
    const [events, ...logs] = await Promise.all([readEvents(place, uids), ...chosen.map((pod) => readLogs(place, pod))]);
    const parts = [
        `${place.io.clock.now().toISOString()} ${component}`,
        ...(workload === undefined ? [] : describeWorkload(workload)),
        ...chosen.flatMap((pod, index) => [
            `pod ${pod.metadata.name}: ${readPodStatus(pod).message}`,
            ...describeContainers(pod),
            ...(logs[index] ?? []).flatMap(({ title, lines }) => [`--- ${title}`, ...lines]),
        ]),
        ...(events.length === 0 ? [] : ['--- events', ...events]),
    ];
    place.io.log(log, parts.join('\n'));
    const words = logs.flat().find(({ lines }) => lines.length > 0)?.lines ?? [];
    const shown = place.io.redactor.redact(words.join('\n')).split('\n').slice(-kubernetes_evidence_shownLines);
    const told = place.io.redactor.redact(events.join('\n')).split('\n');
    return { log, lastLog: words.length > 0 ? shown : [], events: events.length > 0 ? told : [] };
}
/** As a file name has it, whatever the component is called. */
function evidence_logName(component) {
    return `failed-${component.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}`;
}
/** Every component's, whatever it does. */
async function keepAllEvidence(place) {
    const [deployments, sets, all] = await Promise.all([
        list(place, { apiVersion: 'apps/v1', kind: 'Deployment' }, true),
        list(place, { apiVersion: 'apps/v1', kind: 'StatefulSet' }, true),
        list(place, { apiVersion: 'v1', kind: 'Pod' }, true),
    ]);
    const workloads = [...deployments, ...sets];
    for (const workload of workloads) {
        const selector = Object.entries(workload.spec.selector.matchLabels ?? {});
        const own = all.filter(({ metadata }) => selector.every(([key, value]) => metadata.labels?.[key] === value));
        const component = workload.metadata.annotations?.[kubernetes/* objectLabels */.r$.name] ?? workload.metadata.name;
        await evidence_keepEvidence(place, { component, workload, pods: worstFirst(own) });
    }
}
/** Pods that failed before those that progress, and those before the ready ones. Pure. */
function worstFirst(pods) {
    const order = ['failed', 'progressing', 'stopped', 'ready'];
    const rank = (pod) => order.indexOf(readPodStatus(pod).readiness);
    return pods.toSorted((a, b) => rank(a) - rank(b) || (a.metadata.name < b.metadata.name ? -1 : 1));
}
async function readEvents(place, uids) {
    const events = await list(place, { apiVersion: 'v1', kind: 'Event' }, false);
    return events
        .filter(({ involvedObject }) => uids.has(involvedObject?.uid))
        .map((event) => ({ at: event.lastTimestamp ?? event.eventTime ?? '', event }))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .slice(-shownEvents)
        .map(({ at, event: { type, reason, message, involvedObject } }) => [at, type, reason, `${involvedObject?.kind}/${involvedObject?.name}`, message?.trim()].filter(Boolean).join(' '));
}
/** A container that was restarted says why in the log of its life before. */
async function readLogs(place, pod) {
    const { status = {}, metadata } = pod;
    const statuses = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
    const wanted = statuses.flatMap(({ name, restartCount = 0, state, lastState }) => {
        const began = state?.running !== undefined || state?.terminated !== undefined || restartCount > 0;
        if (!began)
            return [];
        const ended = lastState?.terminated !== undefined && state?.running === undefined && state?.terminated === undefined;
        return [{ container: name, previous: ended || (restartCount > 0 && state?.running !== undefined) }];
    });
    return await Promise.all(wanted.map(async ({ container, previous }) => {
        const read = (before) => ask(place, logPath(place.namespace, metadata.name, { container, tailLines: evidence_keptLines, previous: before }));
        const first = await read(previous);
        // The node may have forgotten the container's former life.
        const answer = previous && first?.status !== 200 ? await read(false) : first;
        const lines = answer?.status === 200 ? wholeLines(answer.text) : [];
        return { title: `log of ${metadata.name} ${container}${previous ? ' before its restart' : ''}`, lines };
    }));
}
/** A log that is cut at its beginning may begin inside a line, with half of a secret in it. Pure. */
function wholeLines(text) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const complete = lines.length < evidence_keptLines && !lines.some((line) => Buffer.byteLength(line) > pieceBytes);
    return complete ? lines : lines.slice(1);
}
function describeWorkload({ kind = '', metadata, spec, status = {} }) {
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, conditions = [] } = status;
    return [
        `${kind} ${metadata.name}: ${spec.replicas ?? 1} wanted, ${replicas} there, ${updatedReplicas} new, ${availableReplicas} ready`,
        ...conditions.map(({ type, status: its, reason, message }) => `  ${type} ${its} ${reason ?? ''}: ${message ?? ''}`),
    ];
}
function describeContainers({ status = {} }) {
    const all = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
    return all.map(({ name, image, restartCount = 0, state, lastState }) => {
        const before = lastState?.terminated === undefined ? '' : `, before that ${JSON.stringify(lastState)}`;
        return `  ${name} ${image ?? ''} restarted ${restartCount} times: ${JSON.stringify(state ?? {})}${before}`;
    });
}
/** Evidence is best effort: a server that is away must not hide why the deploy failed. */
async function ask(place, path) {
    try {
        return await place.api.get(path, { timeoutSeconds: 10 });
    }
    catch {
        return undefined;
    }
}
async function list(place, kind, ours) {
    try {
        return (await listObjects(place, kind, { ours, metadataOnly: false })) ?? [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/failure.js



/** Keeps the evidence before anything is undone, and says what to do and where the evidence is. */
async function failure_describeFailure(place, fallen) {
    const { component, service, pod, workload } = fallen;
    const pods = worstFirst(pod === undefined ? [] : [pod]);
    const { events, log, lastLog } = await evidence_keepEvidence(place, { component, pods, ...(workload && { workload }) });
    const reason = place.io.redactor.redact(fallen.reason);
    // What the component says of itself is nearer to the cause.
    const words = lastLog.length > 0 ? lastLog : events;
    const hint = inPlace(place, chooseHint(log, `${reason}\n${words.join('\n')}`, signs));
    return { component, service, reason, lastLog, ...(events.length === 0 ? {} : { events }), hint };
}
/** Words of kubelet, scheduler and admission, most telling first. */
const signs = [
    {
        sign: /exceeded quota: ([^,]+)/,
        hint: 'The namespace’s quota is used up: kubectl describe resourcequota; raise it, or lower replicas and resources',
    },
    {
        sign: /violates PodSecurity/,
        hint: 'The namespace’s Pod Security level refuses the pod: the message names the field; see volumes and patches',
    },
    {
        sign: /runAsNonRoot and image (has non-numeric user|will run as root)|non-numeric user/,
        hint: 'The cluster cannot tell whether the image’s user is root: set run_as_user to the number of a user in the image',
    },
    {
        sign: /no node can take it: .*Insufficient (cpu|memory)/s,
        hint: 'No node has that much free: lower cpu_request or memory_request of this component, or add a node',
    },
    {
        sign: /no node can take it: .*(node affinity|node selector|didn't match Pod)/s,
        hint: 'No node has what node_selector or affinity ask for: kubectl get nodes --show-labels',
    },
    {
        sign: /no node can take it: .*taint/s,
        hint: 'Every node has a taint that the pod does not tolerate: set tolerations, or see kubectl describe nodes',
    },
    {
        sign: /no node can take it: .*(persistentvolumeclaim|volume)/is,
        hint: 'Its volume finds no place: set storage_class to one of kubectl get storageclass',
    },
    {
        sign: /(secret|configmap) "?([\w.-]+)"? not found/i,
        hint: 'It refers to an object that is not there: create it in this namespace (the message names it), or correct existing_secret, volumes or patches',
    },
    {
        sign: /couldn't find key|non-existent (secret|config) key/i,
        hint: 'The Secret or ConfigMap that is named has no such key: look with kubectl describe',
    },
    {
        sign: /cannot be pulled: access denied|unauthorized|pull access denied/i,
        hint: 'The registry wants credentials: set deployment.image_pull_secrets or deployment.pull_credentials',
    },
    {
        sign: /cannot be pulled: not found/,
        hint: 'The registry has no such image: correct image: or ref:, or build it first with mcp-deploy build',
    },
    {
        sign: /cannot be pulled|ErrImageNeverPull|is not on the node/,
        hint: 'The nodes cannot reach that registry: set registry: to one they can, or load the image into the nodes',
    },
    {
        sign: /Liveness|Readiness|Startup probe failed|probe failed/,
        hint: 'Its health check never succeeded: look whether it listens on the port of the config',
    },
];

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubectl.js
/** Runs the user's kubectl; a non-zero exit is an answer. @throws StackError TOOL_MISSING. */
async function runKubectl(io, kubectl, args, { stdin, ...options } = {}) {
    const command = { program: kubectl.program, args: [...kubectl.args, ...args] };
    return await io.run(stdin === undefined ? command : { ...command, stdin }, options);
}
/** What kubectl says it failed with: its lines without warnings and its own log. */
function kubectlWords(stderr) {
    return stderr
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '' && !/^(Warning:|[IWEF]\d{4} )/.test(line));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/load-images.js


/** Images are large, and these tools copy them whole. */
const load_images_timeoutSeconds = 600;
/** The image has no registry: only the engine that built it has it. Pure. */
function isLocalOnly({ image, tag }) {
    if ((0,pending/* isPending */.m)(image))
        return false;
    // `mcp-stack/<stack>/<service>:<key>` is what images are called that are built without a registry.
    return image.startsWith('sha256:') || tag.startsWith('mcp-stack/');
}
/**
 * How an image of the local engine gets into the nodes of a cluster on this machine; undefined for every other cluster. Pure.
 *
 * @param context  Name of the kubeconfig's context, which these tools choose: `kind-x`, `k3d-x`, `minikube`.
 */
function loadCommand(context, images) {
    const [, tool, cluster] = /^(kind|k3d)-(.+)$/.exec(context) ?? [];
    if (tool === 'kind' && cluster !== undefined)
        return { program: 'kind', args: ['load', 'docker-image', '--name', cluster, ...images] };
    if (tool === 'k3d' && cluster !== undefined)
        return { program: 'k3d', args: ['image', 'import', '--cluster', cluster, ...images] };
    if (/^minikube(-|$)/.test(context))
        return { program: 'minikube', args: ['--profile', context, 'image', 'load', ...images] };
    return undefined;
}
/** Loads what only the local engine has; on a cluster that is not on this machine the preflight has refused it. */
async function loadImages(place, components) {
    const local = components.filter(isLocalOnly);
    if (local.length === 0)
        return [];
    const command = loadCommand(await contextOf(place), [...new Set(local.map(({ tag }) => tag))].toSorted());
    if (command === undefined)
        return [];
    const task = place.io.progress.task('images');
    task.update(`${command.program} loads ${local.length}`);
    const { exitCode, stderr } = await place.io.run(command, { timeoutSeconds: load_images_timeoutSeconds, log: 'load-images' });
    if (exitCode === 0) {
        task.done(`${local.length} loaded by ${command.program}`);
        return [];
    }
    const reason = place.io.redactor.redact(`${command.program} could not load its image: ${load_images_lastLine(stderr)}`);
    task.fail(reason);
    const hint = 'Set registry: to one that the cluster reaches. The whole log is in deploy/logs/load-images.log';
    return local.map(({ name, service }) => ({ component: name, service, reason, lastLog: [], hint }));
}
/** The context that is used: the one that was chosen by name, else kubectl's current one; empty inside a pod. */
async function contextOf(place) {
    const at = place.kubectl.args.indexOf('--context');
    const named = at === -1 ? undefined : place.kubectl.args[at + 1];
    if (named !== undefined)
        return named;
    const { exitCode, stdout } = await runKubectl(place.io, place.kubectl, ['config', 'current-context']);
    return exitCode === 0 ? stdout.trim() : '';
}
const load_images_lastLine = (text) => text.trim().split('\n').at(-1)?.trim() || 'it gave no reason';

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/prunable.js


/** Contents of this many releases before the new one are kept: what a roll-back, by whatever means, would look for. */
const prunable_keptReleases = 2;
/** Never removed here: what is in them cannot be made again. */
const neverPruned = new Set(['PersistentVolumeClaim', 'Namespace']);
/** What some inventory lists, is there, is ours alone and is not wanted any more. Pure. */
function prunable(bundle, live) {
    const wanted = new Set(bundle.kubernetes?.objects.map(({ key }) => key));
    const listed = listedEntries(live);
    const kept = new Set(goodReleases(live)
        .slice(-prunable_keptReleases)
        .flatMap(({ inventory = [] }) => inventory.filter((entry) => entry.contentNamed).map(({ key }) => key)));
    const unwanted = [...liveObjects(live).values(), ...perhapsSecrets(live)].filter(({ deleting, key, kind, owner }) => listed.has(key) && !wanted.has(key) && !deleting && owner === undefined && !neverPruned.has(kind));
    const objects = unwanted.flatMap((object) => {
        const entry = listed.get(object.key);
        if (entry === undefined || kept.has(object.key))
            return [];
        return [{ ...object, owningComponent: entry.component, contentNamed: entry.contentNamed }];
    });
    return {
        objects: objects.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
        kept: unwanted.filter(({ key }) => kept.has(key)),
    };
}
/** More than half of the plugins, or of all that is live, would go. Pure. */
function prunable_massDelete(bundle, live) {
    const plugins = massDelete(bundle, live);
    if (plugins !== undefined)
        return plugins;
    const inventory = goodReleases(live).at(-1)?.inventory ?? [];
    const fixed = new Set(inventory.filter(({ contentNamed }) => !contentNamed).map(({ key }) => key));
    const going = prunable(bundle, live).objects.filter(({ key }) => fixed.has(key));
    if (going.length * 2 <= fixed.size)
        return undefined;
    const names = going.map(({ kind, name }) => `${kind}/${name}`);
    return tooMany(`${going.length} of the stack’s ${fixed.size} objects would be removed: ${some(names)}`);
}
/** Newest entry of every key in the history. */
function listedEntries(live) {
    return new Map(live.state.releases.flatMap(({ inventory = [] }) => inventory.map((entry) => [entry.key, entry])));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/old-gateways.js




/** A pod's grace period is 30 s; what is not gone then is not going to answer calls either. */
const longestSeconds = 60;
const old_gateways_pollMilliseconds = 500;
/** Whether a revision goes that the gateways before this change call: its component stays, under another name. Pure. */
function leavesRevision(bundle, live) {
    const staying = new Set(bundle.components.map(({ name }) => name));
    return prunable(bundle, live).objects.some(({ kind, owningComponent }) => (kind === 'Deployment' || kind === 'StatefulSet') && staying.has(owningComponent));
}
/**
 * Waits until the last gateway of before has ended: a Deployment does not count pods that are ending, and these still answer
 * the calls that reach them, with the plugins' old revisions (run: 7 of 2,003 calls failed without this wait).
 */
async function letGatewaysLeave(place, bundle) {
    const gateway = bundle.components.find(({ role }) => role === 'gateway');
    if (gateway === undefined)
        return;
    const { clock, signal } = place.io;
    const labelSelector = `${kubernetes/* objectLabels */.r$.stack}=${place.stack},${kubernetes/* objectLabels */.r$.role}=gateway`;
    const start = clock.now().getTime();
    for (;;) {
        const { status, body } = await place.api.get(listPath('v1', 'Pod', place.namespace, { labelSelector }));
        const pods = status === 200 ? (body['items'] ?? []) : [];
        const old = pods.filter(({ metadata }) => metadata.labels?.[kubernetes/* objectLabels */.r$.hash] !== gateway.hash);
        if (old.length === 0 || clock.now().getTime() - start >= longestSeconds * 1000)
            return;
        await clock.sleep(old_gateways_pollMilliseconds, signal);
        stopIfInterrupted(place.io);
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/prune.js






/** @returns keys of what was removed. What cannot be removed now is listed by the inventory still, and goes next time. */
async function pruneObjects(place, bundle, live) {
    const removed = [];
    const leaves = new Set(live.leaves?.map(({ secretName }) => secretName));
    await inParallel(prunable(bundle, live).objects, async (object) => {
        stopIfInterrupted(place.io);
        const path = await locate(place, object);
        // The uid: what somebody has made anew under that name since is not what the inventory lists.
        const answer = await place.api.remove(path, object.uid === '' ? {} : { uid: object.uid });
        const gone = answer.status < 300 || answer.status === 404;
        // Observed with the mark of ours: the user's own Certificate may have the name of somebody's Secret.
        if (gone && (0,cert_manager/* isCertificate */.Yn)(object) && leaves.has(object.name))
            await removeLeaf(place, object.name);
        if (answer.status < 300)
            removed.push(object.key);
        else if (answer.status !== 404 && answer.status !== 409) {
            place.io.progress.line(`could not remove ${object.kind}/${object.name}: the API server answered ${answer.status}`);
        }
    });
    return removed.toSorted();
}
/** cert-manager leaves the Secret of a Certificate that goes; with ours goes its key. */
async function removeLeaf(place, secretName) {
    const { status } = await place.api.remove(pathOf('v1', 'Secret', place.namespace, secretName));
    if (status >= 300 && status !== 404) {
        place.io.progress.line(`could not remove Secret/${secretName}: the API server answered ${status}`);
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/refresh-versions.js

/**
 * A claim is bound and a load balancer gets its address after we wrote them, and neither has a generation that tells this from
 * a change of what is wanted: their versions are read once more, so that the next run finds nothing to look at.
 */
async function refreshVersions(place, bundle, inventory) {
    const moving = new Set((bundle.kubernetes?.objects ?? []).filter(isMoved).map(({ key }) => key));
    const objects = new Map(bundle.kubernetes?.objects.map((object) => [object.key, object]));
    return await Promise.all(inventory.map(async (entry) => {
        const object = objects.get(entry.key);
        if (object === undefined || entry.uid === undefined || !moving.has(entry.key))
            return entry;
        const path = await locate(place, object);
        const { status, body } = await place.api.get(path, { metadataOnly: 'object' });
        const metadata = status === 200 ? body.metadata : undefined;
        if (metadata?.uid !== entry.uid || metadata.resourceVersion === undefined)
            return entry;
        return { ...entry, resourceVersion: metadata.resourceVersion };
    }));
}
function isMoved({ kind, manifest }) {
    if (kind === 'PersistentVolumeClaim')
        return true;
    const spec = manifest['spec'];
    return kind === 'Service' && spec?.['type'] === 'LoadBalancer';
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/restart.js




/** Manager of the one field that only says when: the next apply of ours does not own it, so it does not remove it. */
const restartManager = 'mcp-stack-deploy-restart';
/**
 * Rolls a workload without a change of ours, as `kubectl rollout restart` does.
 *
 * @throws StackError APPLY_FAILED
 */
async function restartWorkload(place, object) {
    const { apiVersion, kind, name } = object;
    const annotations = { 'mcp-stack.dev/restarted-at': place.io.clock.now().toISOString() };
    const body = { apiVersion, kind, metadata: { name }, spec: { template: { metadata: { annotations } } } };
    const path = await locate(place, object);
    const text = JSON.stringify(body);
    // An apply would make an object that is gone, and the server would refuse it as incomplete: its words then say so.
    const answer = await place.api.apply(path, text, { fieldManager: restartManager, force: true });
    if (answer.status !== 200) {
        const { reason, hint } = explainRefusal(`${kind}/${name}`, answer);
        throw new errors/* StackError */.L({ code: 'APPLY_FAILED', message: `${name} could not be restarted: ${reason}`, hint });
    }
    return entryOf(object, answer.body.metadata);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/quota.js
/** A quota is counted anew some seconds after a pod is gone. */
const quotaPatienceMilliseconds = 10_000;
/** A report must not wait for ever for what may still make room. */
const longestQuotaPatienceMilliseconds = 30_000;
/** What the next attempt may take to show, beside the pause before it. */
const slackMilliseconds = 2000;
/**
 * Whether a quota that refuses pods will go on to: it has for a while in which no pod of the stack was going away. The
 * controller tries again after pauses that double (kubernetes/kubernetes, rate limiter of the ReplicaSet's queue), so what took
 * long to make room is noticed as late again. Pure but for `refusals`.
 *
 * @param now  Milliseconds, by the caller's clock.
 * @param makesRoom  A pod of the stack is going away.
 */
function isRefusedForGood(refusals, uid, now, makesRoom) {
    const { first, quiet: before } = refusals.get(uid) ?? { first: now, quiet: now };
    const quiet = makesRoom ? now : before;
    refusals.set(uid, { first, quiet });
    const next = Math.max(quotaPatienceMilliseconds, quiet - first + slackMilliseconds);
    return now - quiet >= Math.min(next, longestQuotaPatienceMilliseconds);
}
/** Whether words of the API server are about a quota. */
function isOverQuota(message) {
    return /exceeded quota/.test(message);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/workload-status.js

/** Ready: the controller has seen this generation, every pod is of it and available, and no old pod serves. Pure. */
function readDeploymentStatus(deployment) {
    const { spec, status = {}, metadata } = deployment;
    const wanted = spec.replicas ?? 1;
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, conditions = [] } = status;
    if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
        return workload_status_progressing('starting');
    const failure = replicaFailure(conditions, updatedReplicas < wanted);
    if (failure !== undefined) {
        // Pods that go away make room: whoever waits counts the seconds.
        return { readiness: 'failed', message: `its pods cannot be made: ${failure}`, terminal: !isOverQuota(failure) };
    }
    const deadline = find(conditions, 'Progressing');
    if (deadline?.reason === 'ProgressDeadlineExceeded') {
        return workload_status_failed(`${available(availableReplicas, wanted)}, and no progress within its deadline`);
    }
    if (spec.paused === true)
        return { readiness: 'stopped', message: 'its roll-out is paused', terminal: true };
    if (updatedReplicas < wanted)
        return workload_status_progressing(`${updatedReplicas} of ${wanted} pods are new`);
    if (replicas > updatedReplicas)
        return workload_status_progressing(`${replicas - updatedReplicas} old pods are still there`);
    if (availableReplicas < updatedReplicas)
        return workload_status_progressing(available(availableReplicas, wanted));
    return workload_status_ready(wanted === 0 ? 'scaled to 0' : available(availableReplicas, wanted));
}
/** As of a Deployment; a StatefulSet tells what hinders its pods in events only. Pure. */
function readStatefulSetStatus(set) {
    const { spec, status = {}, metadata } = set;
    const wanted = spec.replicas ?? 1;
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
    if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
        return workload_status_progressing('starting');
    // Once a roll-out is done, updatedReplicas stays as it was: the two revisions say more.
    const updated = status.updateRevision === status.currentRevision ? replicas : updatedReplicas;
    if (updated < wanted)
        return workload_status_progressing(`${updated} of ${wanted} pods are new`);
    if (replicas > wanted)
        return workload_status_progressing(`${replicas - wanted} pods too many`);
    if (availableReplicas < wanted)
        return workload_status_progressing(available(availableReplicas, wanted));
    return workload_status_ready(wanted === 0 ? 'scaled to 0' : available(availableReplicas, wanted));
}
/** Pure. */
function readJobStatus({ status = {} }) {
    const isTrue = (type) => status.conditions?.find((c) => c.type === type && c.status === 'True');
    if (isTrue('Complete') !== undefined)
        return workload_status_ready('done');
    const failure = isTrue('Failed');
    return failure === undefined ? workload_status_progressing('running') : workload_status_failed(failure.message ?? failure.reason ?? 'failed');
}
/** By kind; undefined for kinds that have nothing to wait for. */
function readWorkloadStatus(kind, object) {
    if (kind === 'Deployment')
        return readDeploymentStatus(object);
    if (kind === 'StatefulSet')
        return readStatefulSetStatus(object);
    return kind === 'Job' ? readJobStatus(object) : undefined;
}
/**
 * The controller also shows a failure of an old ReplicaSet, whose pods are not wanted any more: its name is in the pod's,
 * and the Progressing condition names the new one. A quota that refuses old pods takes the new ones' room too: a Deployment that
 * grows while its template changes grows its old ReplicaSet first, and no new pod is made before that is done.
 */
function replicaFailure(conditions, podsMissing) {
    const failure = find(conditions, 'ReplicaFailure');
    if (failure?.status !== 'True')
        return undefined;
    if (podsMissing && isOverQuota(failure.message ?? ''))
        return withoutPodName(failure.message ?? '');
    const current = /replica ?set "([^"]+)"/i.exec(find(conditions, 'Progressing')?.message ?? '')?.[1];
    const pod = /pods "([^"]+)"/.exec(failure.message ?? '')?.[1];
    if (current !== undefined && pod !== undefined && !pod.startsWith(`${current}-`))
        return undefined;
    return withoutPodName(failure.message ?? failure.reason ?? 'no reason given');
}
/** `pods "x-5d6d7-abcde" is forbidden: exceeded quota: small, requested: …` → from the reason on. */
function withoutPodName(message) {
    return message.replace(/^(\(combined from similar events\): )?(Error creating: )?pods "[^"]+" is forbidden: /, '');
}
const find = (conditions, type) => conditions.find((condition) => condition.type === type);
const available = (count, wanted) => `${count} of ${wanted} pods ready`;
const workload_status_ready = (message) => ({ readiness: 'ready', message, terminal: false });
const workload_status_progressing = (message) => ({ readiness: 'progressing', message, terminal: false });
const workload_status_failed = (message) => ({ readiness: 'failed', message, terminal: true });

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/event-status.js


/** A volume that could not be mounted this often is not just slow: the kubelet waits longer each time (0.5 s, 1 s, 2 s). */
const mountAttempts = 4;
/** Reads a warning that tells why something does not come up; undefined for every other event. Pure. */
function readEvent(event) {
    const verdict = judge(event);
    const { kind = '', name = '', uid = '' } = event.involvedObject ?? {};
    return verdict === undefined ? undefined : { uid, kind, name, ...verdict };
}
function judge({ reason = '', message = '', count, series, }) {
    const attempts = series?.count ?? count ?? 1;
    switch (reason) {
        case 'FailedMount':
        case 'FailedAttachVolume': {
            const absent = /(secret|configmap) "[^"]+" not found|references non-existent (secret|config) key/i.test(message);
            const text = `a volume cannot be mounted: ${message.replace(/^MountVolume\.SetUp failed for volume ("[^"]*") : /, '$1: ')}`;
            return { message: text, terminal: absent || (attempts >= mountAttempts && !isSlowKubelet(message)) };
        }
        case 'FailedCreate': {
            // A quota may have room again: whoever waits counts the seconds.
            const terminal = /violates PodSecurity|admission webhook .* denied|is invalid:/.test(message);
            return { message: `its pods cannot be made: ${withoutPodName(message)}`, terminal };
        }
        case 'FailedScheduling':
            return { message: `no node can take it: ${message}`, terminal: false };
        case 'Unhealthy':
            return { message: message.trim(), terminal: false };
        case 'ProvisioningFailed':
            return { message: `its volume cannot be made: ${message}`, terminal: attempts >= mountAttempts };
        case 'Evicted':
        case 'Preempted':
            return { message: `${reason.toLowerCase()}: ${message}`, terminal: false };
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/look.js





/**
 * Old pods are judged too once the roll-out has had this long: where only a count was changed, or nothing at all, they are the
 * ones that are wanted.
 */
const beforeGraceMilliseconds = 8000;
/** One component, judged by its workload, then its pods, then what the events say. Pure but for the moment's memory. */
function look_lookAt(expected, seen, time) {
    const { component, kind } = expected;
    const workload = seen.workloads.find(({ metadata, kind: its = kind }) => its === kind && metadata.name === component.service);
    if (workload === undefined || (workload.metadata.generation ?? 0) < expected.generation) {
        return { component, readiness: 'progressing', message: 'not seen yet' };
    }
    const status = readWorkloadStatus(kind, workload);
    if (status === undefined || status.readiness === 'ready') {
        return { component, readiness: 'ready', message: status?.message ?? 'there', workload };
    }
    if (status.terminal) {
        const pod = podsOf(workload, component, seen.pods)[0];
        return { component, readiness: 'failed', message: status.message, workload, ...(pod && { pod }) };
    }
    const judgeAll = time.now - time.start >= beforeGraceMilliseconds;
    const pods = podsOf(workload, component, seen.pods).filter(({ metadata }) => judgeAll || !expected.before.has(metadata.uid ?? ''));
    const looks = pods.map((pod) => ({ pod, status: lookAtPod(pod, expected, seen, time) }));
    const broken = looks.find(({ status: { terminal } }) => terminal);
    if (broken !== undefined)
        return { component, readiness: 'failed', message: broken.status.message, workload, pod: broken.pod };
    const told = newEvents(seen, expected, workload.metadata.uid);
    const refused = told.find(({ terminal }) => terminal);
    if (refused !== undefined)
        return { component, readiness: 'failed', message: refused.message, workload };
    const slow = looks.find((one) => one.status.readiness !== 'ready');
    const words = [status, ...(lacksPods(workload, slow !== undefined) ? told : [])].map(({ message: text }) => text);
    const overQuota = words.find(isOverQuota);
    if (overQuota !== undefined) {
        const makesRoom = seen.pods.some(({ metadata }) => metadata.deletionTimestamp !== undefined);
        const final = isRefusedForGood(time.refusals, workload.metadata.uid ?? '', time.now, makesRoom);
        return {
            component,
            readiness: final ? 'failed' : 'progressing',
            message: overQuota,
            workload,
            ...(slow && { pod: slow.pod }),
        };
    }
    time.refusals.delete(workload.metadata.uid ?? '');
    const message = slow === undefined ? status.message : `${status.message}; ${slow.status.message}`;
    return { component, readiness: 'progressing', message, workload, ...(slow && { pod: slow.pod }) };
}
function lookAtPod(pod, expected, seen, { now, unplaced }) {
    const uid = pod.metadata.uid ?? '';
    if (isUnschedulable(pod))
        unplaced.set(uid, unplaced.get(uid) ?? now);
    else
        unplaced.delete(uid);
    const status = readPodStatus(pod, { unschedulableSeconds: (now - (unplaced.get(uid) ?? now)) / 1000 });
    if (status.terminal || status.readiness === 'ready' || isStarted(pod))
        return status;
    // Its containers do not exist yet: only events tell what they wait for.
    const told = newEvents(seen, expected, uid);
    const worst = told.find(({ terminal }) => terminal) ?? told.find(({ reason }) => /Failed(Mount|Attach)/.test(reason));
    if (worst === undefined)
        return status;
    return { readiness: worst.terminal ? 'failed' : 'progressing', message: worst.message, terminal: worst.terminal };
}
/** Events of a set outlive what they tell; it makes its next pod when those before are ready, unless it may not. */
const lacksPods = ({ spec, status }, waitsForOne) => !waitsForOne && (status?.replicas ?? 0) < (spec.replicas ?? 1);
const isStarted = ({ status }) => status?.containerStatuses?.some(({ state }) => state?.waiting === undefined || state.terminated !== undefined) ===
    true;
function newEvents({ events }, { oldEvents }, uid) {
    return events.flatMap((event) => {
        if (uid === undefined || event.involvedObject?.uid !== uid)
            return [];
        if (oldEvents.get(event.metadata.name) === (event.metadata.resourceVersion ?? ''))
            return [];
        const read = readEvent(event);
        return read === undefined ? [] : [{ ...read, reason: event.reason ?? '' }];
    });
}
/** The pods of a workload that were made of the template we want. Pure. */
function podsOf(workload, component, pods) {
    const selector = Object.entries(workload.spec.selector.matchLabels ?? {});
    return pods.filter(({ metadata }) => {
        const { labels = {}, deletionTimestamp } = metadata;
        if (deletionTimestamp !== undefined || labels[kubernetes/* objectLabels */.r$.hash] !== component.hash)
            return false;
        return selector.every(([key, value]) => labels[key] === value);
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/watch.js


/** How long a server may keep a stream open before it is opened again, in seconds; under the usual 300 s of proxies. */
const streamSeconds = 240;
/** Between two attempts while the server does not answer. */
const againMilliseconds = 500;
/**
 * Lists every kind and then follows it from there: one stream per kind. A stream that ends, breaks or is told that its place is
 * gone (410) begins again with a list, so nothing is missed, only seen later.
 *
 * @throws StackError ENGINE_UNREACHABLE, RIGHTS_MISSING when a first list cannot be had.
 */
async function followLists(place, followed) {
    const { io } = place;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, io.signal]);
    const known = new Map(followed.map(({ kind }) => [kind, new Map()]));
    let news = createNews();
    const list = async ({ kind, path }) => {
        const { status, body } = await place.api.get(path);
        if (status !== 200)
            throw watch_refused(kind, status);
        const items = watch_itemsOf(body);
        known.set(kind, new Map(items.map((item) => [item.metadata.name, item])));
        news.tell();
        return stringAt(body, 'metadata', 'resourceVersion') ?? '';
    };
    /** Returns when the place in the stream is lost and a list is needed. */
    const follow = async ({ kind, path }, from) => {
        const objects = known.get(kind) ?? new Map();
        let seen = from;
        while (!signal.aborted) {
            let lost = false;
            const status = await place.api.watch(watchPath(path, seen), signal, (event) => {
                if (event.type === 'ERROR')
                    lost = true;
                else
                    seen = stringAt(event.object, 'metadata', 'resourceVersion') ?? seen;
                if (reduce(objects, event))
                    news.tell();
            });
            if (lost || status !== 200)
                return;
        }
    };
    const keep = async (one, first) => {
        let from = first;
        while (!signal.aborted) {
            try {
                await follow(one, from ?? (await list(one)));
            }
            catch {
                // The server is away or in trouble; whoever waits has a time-out of its own.
            }
            from = undefined;
            // Also after an ordinary end: a server that ends every stream at once is not asked in a tight loop.
            await io.clock.sleep(againMilliseconds, signal);
        }
    };
    const firsts = await Promise.all(followed.map(async (one) => {
        try {
            return { one, from: await list(one) };
        }
        catch (error) {
            if (one.optional === true)
                return undefined;
            throw error;
        }
    }));
    const streams = firsts.flatMap((first) => (first === undefined ? [] : [keep(first.one, first.from)]));
    return {
        objects: (kind) => [...(known.get(kind)?.values() ?? [])],
        async changed(milliseconds) {
            const timer = new AbortController();
            await Promise.race([news.told, io.clock.sleep(milliseconds, AbortSignal.any([timer.signal, io.signal]))]);
            timer.abort();
            news = createNews();
        },
        async close() {
            stop.abort();
            await Promise.all(streams);
        },
    };
}
/** One event into what is known. Pure but for the map it is given. @returns whether anything differs now. */
function reduce(objects, { type, object }) {
    if (type === 'BOOKMARK' || type === 'ERROR')
        return false;
    const name = watch_nameOf(object);
    if (type === 'DELETED')
        return objects.delete(name);
    objects.set(name, asObject(object));
    return true;
}
function createNews() {
    let tell = () => undefined;
    const told = new Promise((resolve) => {
        tell = resolve;
    });
    return { told, tell: () => tell() };
}
function watchPath(path, resourceVersion) {
    return withQuery(path, { watch: true, allowWatchBookmarks: true, timeoutSeconds: streamSeconds, resourceVersion });
}
function watch_refused(kind, status) {
    if (status === 403) {
        return new errors/* StackError */.L({
            code: 'RIGHTS_MISSING',
            message: `${kind} may not be listed`,
            hint: 'mcp-deploy rbac | kubectl apply -f -',
        });
    }
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `the API server answers a list of ${kind} with ${status}`,
        hint: 'Run again when the API server is well',
    });
}
function watch_itemsOf(body) {
    const { items } = body;
    return Array.isArray(items) ? items.map(asObject) : [];
}
function watch_nameOf(object) {
    return stringAt(object, 'metadata', 'name') ?? '';
}
function stringAt(object, outer, inner) {
    const value = object[outer]?.[inner];
    return typeof value === 'string' ? value : undefined;
}
/** The server gives objects of the kind it was asked for. */
const asObject = (value) => value;

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/wait.js






/** Unschedulable pods are judged by our own clock, so the wait wakes up without an event too. */
const wakeMilliseconds = 1000;
/** Events come in bursts; between two looks this much time passes at least. */
const restMilliseconds = 100;
/** @throws StackError ENGINE_UNREACHABLE, RIGHTS_MISSING */
async function openWaiter(place) {
    const { namespace, stack } = place;
    const ours = { labelSelector: `${kubernetes/* objectLabels */.r$.stack}=${stack}` };
    const follower = await followLists(place, [
        { kind: 'Deployment', path: listPath('apps/v1', 'Deployment', namespace, ours) },
        { kind: 'StatefulSet', path: listPath('apps/v1', 'StatefulSet', namespace, ours) },
        { kind: 'Pod', path: listPath('v1', 'Pod', namespace, ours) },
        { kind: 'Event', path: listPath('v1', 'Event', namespace), optional: true },
    ]);
    let past = pastOf(follower);
    return {
        mark: () => {
            past = pastOf(follower);
        },
        untilReady: (wait) => wait_waitUntilReady(place, follower, wait, past),
        close: () => follower.close(),
    };
}
function pastOf(follower) {
    return {
        before: new Set(follower.objects('Pod').map(({ metadata }) => metadata.uid ?? '')),
        oldEvents: new Map(follower.objects('Event').map(({ metadata }) => [metadata.name, metadata.resourceVersion ?? ''])),
    };
}
async function wait_waitUntilReady(place, follower, wait, past) {
    const { clock, progress, signal } = place.io;
    const start = clock.now().getTime();
    const seconds = {};
    const tasks = new Map(wait.components.map(({ name, service }) => [service, progress.task(name)]));
    const expected = wait.components.map((component) => expect(component, wait, past));
    const unplaced = new Map();
    const refusals = new Map();
    const removed = new Set();
    for (;;) {
        const now = clock.now().getTime();
        const seen = seenBy(follower);
        const looks = expected.map((one) => look_lookAt(one, seen, { now, start, unplaced, refusals }));
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
        const late = now - start >= wait.timeoutSeconds * 1000;
        const fallen = looks
            .filter(({ readiness }) => readiness === 'failed' || (late && readiness !== 'ready'))
            .map((one) => wait_toFallen(one, (now - start) / 1000));
        if (fallen.length > 0) {
            for (const { service, reason } of fallen)
                tasks.get(service)?.fail(place.io.redactor.redact(reason));
            return { fallen, seconds };
        }
        if (looks.every(({ readiness }) => readiness === 'ready'))
            return { fallen: [], seconds };
        await freeStatefulSets(place, seen, looks, removed);
        await clock.sleep(restMilliseconds, signal);
        await follower.changed(wakeMilliseconds);
        stopIfInterrupted(place.io);
    }
}
function expect(component, { generations, kinds }, past) {
    const { service } = component;
    const generation = generations.get(service);
    const kind = kinds.get(service) ?? 'Deployment';
    // What this run did not write has no new pods to wait for: those that are there are the ones that count.
    if (generation === undefined)
        return { component, kind, generation: 0, before: new Set(), oldEvents: past.oldEvents };
    return { component, kind, generation, ...past };
}
// The lists were asked for by kind, so their objects are of that kind.
const seenBy = (follower) => ({
    workloads: [...tagged(follower, 'Deployment'), ...tagged(follower, 'StatefulSet')],
    pods: follower.objects('Pod'),
    events: follower.objects('Event'),
});
/** Items of a list come without their kind. */
const tagged = (follower, kind) => follower.objects(kind).map((object) => ({ ...object, kind }));
function wait_toFallen({ component, readiness, message, pod, workload }, waitedSeconds) {
    const { name, service } = component;
    const reason = readiness === 'failed' ? message : `not ready after ${Math.round(waitedSeconds)} s: ${message}`;
    return { component: name, service, reason, ...(pod && { pod }), ...(workload && { workload }) };
}
/**
 * A StatefulSet never replaces a pod that is broken, not even when a new template would mend it (kubernetes/kubernetes#67250):
 * such a pod of an older revision is removed once.
 */
async function freeStatefulSets(place, seen, looks, removed) {
    for (const { workload } of looks) {
        if (workload?.kind !== 'StatefulSet' || workload.status?.updateRevision === undefined)
            continue;
        const { updateRevision, observedGeneration = 0 } = workload.status;
        if (observedGeneration < (workload.metadata.generation ?? 0))
            continue;
        const stuck = seen.pods.filter((pod) => pod.metadata.ownerReferences?.some(({ uid }) => uid === workload.metadata.uid) === true &&
            pod.metadata.labels?.['controller-revision-hash'] !== updateRevision &&
            !removed.has(pod.metadata.uid ?? '') &&
            readPodStatus(pod).readiness === 'failed');
        for (const { metadata } of stuck) {
            removed.add(metadata.uid ?? '');
            const path = pathOf('v1', 'Pod', place.namespace, metadata.name);
            await place.api.remove(path, metadata.uid === undefined ? {} : { uid: metadata.uid });
        }
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/apply.js












/** Between the namespace and its configuration: made among other objects, new Services take the server three times as long. */
const servicesWave = -1.5;
/** Kinds that become ready, or not. */
const workloadKinds = ['Deployment', 'StatefulSet'];
/**
 * Brings the changes about in waves, each ready before the next: namespace, configuration, infrastructure, plugins, gateway,
 * what follows it; prune last. Every step may be repeated, so a run that was killed anywhere is repaired by the next one.
 *
 * @param stillOurs  Throws when the lock was lost; asked before every wave.
 */
async function apply_applyChanges(place, input, stillOurs) {
    const restarts = input.changes.filter(({ action }) => action === 'restart');
    const objects = chooseWritten(input.bundle, input.changes, input.live);
    const started = new Set(objects.filter(({ kind }) => workloadKinds.includes(kind)).map(({ name }) => name));
    const failures = await loadImages(place, input.bundle.components.filter(({ service }) => started.has(service)));
    if (failures.length > 0)
        return { ok: false, failures, seconds: {} };
    const waiter = {};
    try {
        return await applyWaves(place, input, stillOurs, { objects, restarts, waiter });
    }
    finally {
        await waiter.open?.close();
    }
}
async function applyWaves(place, input, stillOurs, { objects, restarts, waiter }) {
    const { bundle, live, secrets } = input;
    const existing = new Set(live.kubernetes?.objects.map(({ key }) => key));
    const entries = new Map();
    const seconds = {};
    const kinds = kindsOf(bundle.kubernetes?.objects ?? []);
    const waveOf = ({ kind, key, wave }) => (kind === 'Service' && !existing.has(key) ? servicesWave : wave);
    const waves = [...new Set([...objects.map(waveOf), ...restarts.map(({ wave }) => wave)])].toSorted((a, b) => a - b);
    const last = waves.findLast((wave) => hasStarts(wave, objects, restarts));
    for (const wave of waves) {
        stopIfInterrupted(place.io);
        stillOurs();
        const waits = hasStarts(wave, objects, restarts) && (input.wait || mustWait(input, wave === last));
        // Opened before the wave is written, so that nothing of it is missed.
        if (waits)
            waiter.open ??= await openWaiter(place);
        waiter.open?.mark();
        const members = objects.filter((object) => waveOf(object) === wave);
        const written = await applyObjects(place, members, {
            secrets,
            existing,
            force: ({ key }) => input.forceConflicts === true || isDrift(live, key),
        });
        for (const [key, entry] of written.entries)
            entries.set(key, entry);
        if (written.refused.length > 0)
            return { ok: false, failures: apply_refusals(bundle.components, written, place), seconds };
        const restarted = new Set(restarts.flatMap((one) => (one.wave === wave ? [one.service] : [])));
        const rolled = (bundle.kubernetes?.objects ?? []).filter(({ kind, name }) => restarted.has(name) && kind === kinds.get(name));
        await inParallel(rolled, async (object) => {
            entries.set(object.key, await restartWorkload(place, object));
        });
        if (!waits || waiter.open === undefined)
            continue;
        const components = bundle.components.filter((component) => component.wave === wave);
        const waited = await waiter.open.untilReady({
            components,
            generations: generationsOf(entries, kinds),
            kinds,
            timeoutSeconds: input.timeoutSeconds,
        });
        Object.assign(seconds, startedOnly(waited.seconds, entries, kinds));
        if (waited.fallen.length > 0) {
            const failures = await Promise.all(waited.fallen.map((fallen) => failure_describeFailure(place, fallen)));
            return { ok: false, failures, seconds };
        }
    }
    if (leavesRevision(bundle, live))
        await letGatewaysLeave(place, bundle);
    stopIfInterrupted(place.io);
    stillOurs();
    await pruneObjects(place, bundle, live);
    const inventory = await refreshVersions(place, bundle, makeInventory(bundle, entries, live));
    return { ok: true, seconds, inventory };
}
/** Workloads' names are the components' services: service → kind. */
function kindsOf(objects) {
    return new Map(objects.flatMap(({ kind, name }) => (workloadKinds.includes(kind) ? [[name, kind]] : [])));
}
/**
 * Without `wait` a first deploy waits for nothing: gateways start again until their plugins are there. A gateway that runs
 * rolls only when its plugins are ready, and a revision that is left goes only when no gateway uses it any more.
 */
function mustWait({ bundle, live }, isLast) {
    const there = new Set(live.kubernetes?.objects.map(({ key }) => key));
    const workloads = (bundle.kubernetes?.objects ?? []).filter(({ kind }) => workloadKinds.includes(kind));
    const gateway = bundle.components.find(({ role }) => role === 'gateway');
    if (!workloads.some(({ key, component }) => component === gateway?.name && there.has(key)))
        return false;
    return !isLast || leavesRevision(bundle, live);
}
function hasStarts(wave, objects, restarts) {
    const started = objects.some((object) => object.wave === wave && workloadKinds.includes(object.kind));
    return started || restarts.some((restart) => restart.wave === wave);
}
function generationsOf(entries, kinds) {
    return new Map([...kinds].flatMap(([service, kind]) => {
        const generation = entries.get(`apps/v1/${kind}/${service}`)?.generation;
        return generation === undefined ? [] : [[service, generation]];
    }));
}
/** What ran before has no start to measure. */
function startedOnly(seconds, entries, kinds) {
    const started = generationsOf(entries, kinds);
    return Object.fromEntries(Object.entries(seconds).filter(([service]) => started.has(service)));
}
/** One failure per component, with the first of its objects that the server refused. */
function apply_refusals(components, { refused }, place) {
    const names = [...new Set(refused.map(({ object }) => object.component))];
    return names.flatMap((component) => {
        const own = refused.filter(({ object }) => object.component === component);
        const [first, ...more] = own;
        if (first === undefined)
            return [];
        const service = components.find(({ name }) => name === component)?.service ?? first.object.name;
        const others = more.length === 0 ? '' : ` (and ${more.length} more of its objects)`;
        const reason = place.io.redactor.redact(`${first.refusal.reason}${others}`);
        return [{ component, service, reason, lastLog: [], hint: first.refusal.hint }];
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/context.js




/**
 * Reads the context from kubectl, which knows where its configuration is.
 *
 * @param asked  deployment.context.
 * @throws StackError CONFIG_INVALID when there are others but not this one, ENGINE_UNREACHABLE when there is none at all or
 *   kubectl cannot read its configuration.
 */
async function readContext(io, kubectl, asked) {
    const result = await runKubectl(io, kubectl, ['config', 'view', '--minify', '-o', 'json'], { brief: true });
    if (result.exitCode === 0) {
        const config = parseConfig(io, result.stdout);
        const server = config.clusters?.[0]?.cluster?.server ?? 'an unknown address';
        return { server, ...(config['current-context'] ? { name: config['current-context'] } : {}) };
    }
    if (result.timedOut)
        throw silent();
    const words = io.redactor.redact(kubectlWords(result.stderr)[0] ?? '').replace(/^error: /, '');
    if (words.startsWith('error loading config file'))
        throw context_unreadable(words, io.environment);
    if (asked !== undefined)
        throw await contextMissing(io, kubectl, asked);
    const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = io.environment;
    if (host)
        return { server: `https://${host}:${port}` };
    const absent = await absentFiles(io);
    // kubectl's own words speak of its flags.
    const reason = absent ?? (words.startsWith('current-context must exist') ? 'no context is chosen' : words);
    throw new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `kubectl has no cluster to go to${reason === '' ? '' : `: ${reason}`}`,
        hint: (0,builder_image/* hintFor */.JR)(io.environment, `${absent === undefined ? 'Set KUBECONFIG' : setToFile}, or choose one of \`kubectl config get-contexts\` with deployment.context`, await kubeconfigAddition(io)),
    });
}
/** HOME is /root in the builder image, whoever runs it. */
const mountAddition = '-v ~/.kube:/root/.kube:ro';
const ownerAddition = '--user "$(id -u):$(id -g)": only its owner may read';
/** What a `docker run` lacks whose kubectl found no cluster: the mount, the right to look into it, or the name of the file. */
async function kubeconfigAddition(io) {
    const folder = (0,external_node_path_.join)(io.environment['HOME'] ?? '/root', '.kube');
    if (!(await io.files.exists(folder)))
        return mountAddition;
    const names = await io.files.list(folder).catch(() => undefined);
    return names === undefined ? `${ownerAddition} ~/.kube` : '-e KUBECONFIG=/root/.kube/NAME: there is no ~/.kube/config';
}
const setToFile = 'Set KUBECONFIG to a file that is there';
/** @throws StackError COMMAND_FAILED where something between us and kubectl writes to its output, too. */
function parseConfig(io, text) {
    try {
        return Object(JSON.parse(text));
    }
    catch (cause) {
        const first = io.redactor.redact(text.trim().split('\n')[0] ?? '').slice(0, 200);
        throw new errors/* StackError */.L({
            code: 'COMMAND_FAILED',
            message: `kubectl config view printed no JSON: ${first === '' ? 'nothing at all' : first}`,
            hint: 'Look at what `kubectl` is on PATH: a wrapper may write to stderr, never to stdout',
            cause,
        });
    }
}
function silent() {
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: 'kubectl does not answer when asked for its configuration',
        hint: 'Try by hand: kubectl config view --minify',
    });
}
function context_unreadable(words, environment) {
    return new errors/* StackError */.L({
        code: 'ENGINE_UNREACHABLE',
        message: `kubectl cannot read its configuration: ${words}`,
        hint: (0,builder_image/* hintFor */.JR)(environment, 'Correct that file, or set KUBECONFIG to another one', /permission denied/i.test(words)
            ? `${ownerAddition} that file`
            : `${mountAddition} with a file that kubectl can read: kubectl config view --raw --flatten writes one`),
    });
}
/** Files of KUBECONFIG that are not there, which kubectl passes over in silence. */
async function absentFiles(io) {
    const paths = (io.environment['KUBECONFIG'] ?? '').split(external_node_path_.delimiter).filter((path) => path !== '');
    const there = await Promise.all(paths.map((path) => io.files.exists(path)));
    const absent = paths.filter((_, index) => there[index] !== true);
    if (absent.length === 0)
        return undefined;
    return `KUBECONFIG names ${absent.join(', ')}, which ${absent.length === 1 ? 'is' : 'are'} not there`;
}
async function contextMissing(io, kubectl, asked) {
    const { stdout } = await runKubectl(io, { ...kubectl, args: [] }, ['config', 'get-contexts', '-o', 'name'], {
        brief: true,
    });
    const names = stdout.split('\n').filter((name) => name !== '');
    const absent = await absentFiles(io);
    const known = names.length === 0 ? (absent === undefined ? ['none'] : []) : names;
    const parts = [known.length === 0 ? [] : `it has ${known.join(', ')}`, absent ?? []].flat();
    return new errors/* StackError */.L({
        // Without any, it is this machine that has no way there, and `generate` and `certs` go on with files alone.
        code: names.length === 0 ? 'ENGINE_UNREACHABLE' : 'CONFIG_INVALID',
        message: `kubectl has no context ${asked}; ${parts.join('; ')}`,
        hint: names.length > 0
            ? 'Set deployment.context to one of them'
            : (0,builder_image/* hintFor */.JR)(io.environment, absent === undefined ? 'Set KUBECONFIG' : setToFile, await kubeconfigAddition(io)),
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubectl-answers.js


/** HTTP status of the reason that kubectl puts in parentheses. */
const statuses = {
    BadRequest: 400,
    Unauthorized: 401,
    Forbidden: 403,
    NotFound: 404,
    MethodNotAllowed: 405,
    AlreadyExists: 409,
    Conflict: 409,
    Gone: 410,
    Expired: 410,
    RequestEntityTooLarge: 413,
    UnsupportedMediaType: 415,
    Invalid: 422,
    TooManyRequests: 429,
    InternalError: 500,
    ServerTimeout: 500,
    ServiceUnavailable: 503,
    Timeout: 504,
};
/**
 * What kubectl wrote to stderr, as the Status that the server had sent. Pure.
 *
 * @throws StackError ENGINE_UNREACHABLE when no server answered.
 */
function refusedAnswer(stderr) {
    const words = kubectlWords(stderr);
    const first = words[0] ?? 'kubectl said nothing';
    if (/^(Unable to connect to the server|The connection to the server)/.test(first))
        throw away(first);
    if (first.endsWith('(Unauthorized)'))
        return kubectl_answers_refusal('Unauthorized', first.replace(/^error: /, ''));
    const [, , reason, message] = /^Error from server( \((\w+)\))?: (.*)$/.exec(first) ?? [];
    if (reason !== undefined)
        return kubectl_answers_refusal(reason, message ?? first);
    if (message !== undefined)
        return kubectl_answers_refusal('InternalError', message);
    if (/^The .* is invalid: ?/.test(first))
        return kubectl_answers_refusal('Invalid', [first.trim(), ...words.slice(1).map((line) => line.replace(/^\* /, ''))].join(' '));
    if (/^error: Apply failed with \d+ conflicts?: /.test(first))
        return kubectl_answers_conflict(words);
    if (/no matches for kind/.test(first))
        return kubectl_answers_refusal('NotFound', first.replace(/^error: /, ''));
    // A login that failed, a configuration that cannot be read: the server was not asked.
    throw away(first.replace(/^error: /, ''));
}
function kubectl_answers_refusal(reason, message, details = {}) {
    const code = statuses[reason] ?? 500;
    return answers_toAnswer(code, JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code, details }));
}
/**
 * `conflict with "a" using v1: .data.x`, or for several fields a line for each manager, ending in a colon, and a line
 * `- .data.x` for each field below it.
 */
function kubectl_answers_conflict(words) {
    const end = words.findIndex((line) => line.startsWith('Please review'));
    const lines = words.slice(0, end === -1 ? undefined : end);
    const message = lines.join('\n').replace(/^error: /, '');
    const causes = [];
    let manager = '';
    for (const line of lines) {
        const [, name, field] = /conflicts? with (".*?"(?: with subresource ".*?")?(?: using \S+?)?):\s*(\.\S+)?/.exec(line) ?? [];
        manager = name ?? manager;
        const told = field ?? /^- (\.\S+)/.exec(line)?.[1];
        if (told !== undefined)
            causes.push({ reason: 'FieldManagerConflict', message: `conflict with ${manager}`, field: told });
    }
    return kubectl_answers_refusal('Conflict', message, { causes });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/proxy-api.js




/** A write may wait for admission webhooks, which get 30 s at most. */
const requestSeconds = 40;
/** A server that is offered both takes the first, and answers 406 where that is the wrong one. */
const metadataTypes = { object: 'PartialObjectMetadata', list: 'PartialObjectMetadataList' };
const acceptFor = (only) => only === undefined
    ? 'application/json'
    : `application/json;as=${metadataTypes[only]};g=meta.k8s.io;v=v1,application/json`;
/**
 * The API server through `kubectl proxy`; nothing is tried twice, but a proxy that has died is started once again.
 *
 * @param start  Starts the proxy.
 */
async function openProxyApi(io, start) {
    let way = await start();
    let again;
    let closed = false;
    const restart = async () => {
        await way.stop().catch(() => undefined);
        io.progress.line('kubectl proxy has ended: starting it again');
        way = await start();
    };
    /** Whether it is worth another try: many requests see the same proxy die, one starts it. */
    const revived = async (used) => {
        if (closed)
            return false;
        if (way.http !== used)
            return true;
        // The connection breaks a moment before its process is known to have ended.
        for (let wait = 0; wait < 10 && !way.ended(); wait += 1)
            await io.clock.sleep(20);
        // Whoever closes it ends it too.
        if (closed || !way.ended())
            return false;
        again ??= restart().catch((cause) => io.progress.line(`kubectl proxy did not start again: ${String(cause)}`));
        await again;
        return !closed && way.http !== used;
    };
    const through = async (work, safe) => {
        const used = way.http;
        try {
            return await work(used);
        }
        catch (cause) {
            const reason = io.redactor.redact(cause instanceof Error ? cause.message : String(cause));
            if ((await revived(used)) && safe)
                return await work(way.http).catch(() => Promise.reject(away(reason, cause)));
            throw away(reason, cause);
        }
    };
    const send = async (request, timeoutSeconds = requestSeconds) => {
        const answer = await through((http) => http.request({ ...request, timeoutSeconds }), request.method !== 'POST');
        return answerOf(answer);
    };
    return {
        get: (path, { metadataOnly, timeoutSeconds } = {}) => send({ path, headers: { accept: acceptFor(metadataOnly) } }, timeoutSeconds),
        create: (path, body) => send({
            path: withQuery(path, { fieldManager: kubernetes/* fieldManager */.wM }),
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
        }),
        replace: (path, body) => send({
            path: withQuery(path, { fieldManager: kubernetes/* fieldManager */.wM }),
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body,
        }),
        apply: (path, body, options = {}) => {
            const query = {
                fieldManager: options.fieldManager ?? kubernetes/* fieldManager */.wM,
                force: options.force,
                dryRun: options.dryRun ? 'All' : undefined,
            };
            const headers = { 'content-type': 'application/apply-patch+yaml' };
            return send({ path: withQuery(path, query), method: 'PATCH', headers, body });
        },
        patch: (path, body) => send({
            path: withQuery(path, { fieldManager: kubernetes/* fieldManager */.wM }),
            method: 'PATCH',
            headers: { 'content-type': 'application/json-patch+json' },
            body,
        }),
        remove: (path, options) => send({ path, method: 'DELETE', headers: { 'content-type': 'application/json' }, body: deleteOptions(options) }),
        watch: (path, signal, onEvent) => through((http) => http.lines({ path: asWatch(path), signal }, (line) => {
            const event = parseEvent(line);
            if (event !== undefined)
                onEvent(event);
        }), true),
        async close() {
            closed = true;
            // One that is just being started again would be left behind.
            await again;
            await way.stop();
        },
    };
}
function answerOf({ status, headers, body }) {
    const answer = answers_toAnswer(status, body, headers['retry-after']);
    // The proxy's own words: the API server answers with JSON.
    if (status >= 500 && !/json/.test(headers['content-type'] ?? ''))
        throw away(body.trim().split('\n')[0] ?? '');
    if (status === 403 && body.trim() === 'Forbidden')
        throw notAccepted();
    const { date } = headers;
    return date === undefined ? answer : { ...answer, date };
}
function notAccepted() {
    return new errors/* StackError */.L({
        code: 'BUG',
        message: 'a request was made that the proxy was not told to let through',
        hint: 'Set deployment.kubectl_proxy: false',
    });
}
/** The body of a DELETE. */
function deleteOptions({ uid, resourceVersion, propagation, gracePeriodSeconds } = {}) {
    const preconditions = uid === undefined && resourceVersion === undefined ? undefined : { uid, resourceVersion };
    return JSON.stringify({
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: propagation ?? 'Background',
        preconditions,
        gracePeriodSeconds,
    });
}
/** The path of a list as the path of its watch. */
function asWatch(path) {
    return /[?&]watch=/.test(path) ? path : withQuery(path, { watch: 1 });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubectl-api.js







/** As for the proxy, and kubectl's own start. */
const kubectl_api_requestSeconds = 45;
/**
 * The API server through one kubectl process for each request, where a proxy is forbidden. Bodies go through stdin. They run to
 * their end after SIGTERM, for clean-up needs them.
 */
function openKubectlApi(io, kubectl) {
    const ask = async (args, { stdin, seconds = kubectl_api_requestSeconds, created = false, } = {}) => {
        const options = { uninterruptible: true, timeoutSeconds: seconds };
        const result = await runKubectl(io, kubectl, args, stdin === undefined ? options : { ...options, stdin });
        if (result.timedOut)
            throw away(`no answer within ${seconds} s`);
        if (result.exitCode === 0)
            return answers_toAnswer(created ? 201 : 200, result.stdout);
        return refusedAnswer(io.redactor.redact(result.stderr));
    };
    return {
        get: (path, { timeoutSeconds } = {}) => ask(['get', '--raw', path], timeoutSeconds === undefined ? {} : { seconds: timeoutSeconds }),
        create: (path, body) => ask(['create', '--raw', withQuery(path, { fieldManager: kubernetes/* fieldManager */.wM }), '-f', '-'], { stdin: body, created: true }),
        replace: (path, body) => ask(['replace', '--raw', withQuery(path, { fieldManager: kubernetes/* fieldManager */.wM }), '-f', '-'], { stdin: body }),
        apply: (_path, body, options = {}) => {
            const manager = `--field-manager=${options.fieldManager ?? kubernetes/* fieldManager */.wM}`;
            const flags = [...(options.force ? ['--force-conflicts'] : []), ...(options.dryRun ? ['--dry-run=server'] : [])];
            return ask(['apply', '--server-side', manager, ...flags, '-f', '-', '-o', 'json'], { stdin: body });
        },
        patch: async (path, body) => {
            // kubectl reads no patch from stdin, and an argument has an end.
            const folder = await io.files.temporaryFolder('mcp-kube');
            try {
                const file = (0,external_node_path_.join)(folder, 'patch.json');
                await io.files.write(file, body, 0o600);
                const flags = [`--field-manager=${kubernetes/* fieldManager */.wM}`, '--type=json', `--patch-file=${file}`, '-o', 'json'];
                return await ask(['patch', resourceArgument(path), ...flags]);
            }
            finally {
                await io.files.remove(folder);
            }
        },
        remove: (path, options) => ask(['delete', '--raw', path, '-f', '-'], { stdin: deleteOptions(options) }),
        watch: async (path, signal, onEvent) => {
            const events = joinLines((line) => {
                const event = parseEvent(line);
                if (event !== undefined)
                    onEvent(event);
                return event !== undefined;
            });
            const onLine = (line, stream) => (stream === 'stdout' ? events(line) : undefined);
            const options = { uninterruptible: true, signal, onLine };
            const { exitCode, stderr } = await runKubectl(io, kubectl, ['get', '--raw', asWatch(path)], options);
            if (signal.aborted)
                return 499;
            return exitCode === 0 ? 200 : refusedAnswer(io.redactor.redact(stderr)).status;
        },
        close: () => Promise.resolve(),
    };
}
/** The edge gives very long lines in pieces: they are put together until they can be read. */
function joinLines(read) {
    let line = '';
    return (piece) => {
        line = piece.startsWith('{"type":') ? piece : line + piece;
        if (read(line))
            line = '';
    };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/patient-api.js

/** How long a server that does not answer is waited for, in seconds, and the pauses between attempts. */
const patient_api_patience = { seconds: 60, firstPause: 0.2, longestPause: 2 };
/**
 * The same API, patient: an API server that restarts, or asks for peace (429, 503), does not end a deploy. What was said
 * before is said again until it is heard; a POST only where it certainly never arrived. Waiting ends with SIGTERM, and
 * with the API: what is under way when it is closed fails at once.
 */
function patientApi(api, io, limits = patient_api_patience) {
    /** True while one of many requests has said that it waits. */
    let told = false;
    const tell = (reason) => {
        if (!told)
            io.progress.line(`waiting up to ${limits.seconds} s: ${reason}`);
        told = true;
    };
    const closing = new AbortController();
    const ends = AbortSignal.any([io.signal, closing.signal]);
    const patiently = async (attempt, mayRepeat) => {
        const end = io.clock.now().getTime() + limits.seconds * 1000;
        for (let pause = limits.firstPause;; pause = Math.min(pause * 2, limits.longestPause)) {
            const outcome = await attempt().catch((error) => {
                if (isAway(error) && mayRepeat(error))
                    return error;
                throw error;
            });
            const isAnswer = !(outcome instanceof errors/* StackError */.L);
            if (isAnswer && outcome.status !== 429 && outcome.status !== 503) {
                told = false;
                return outcome;
            }
            const seconds = (isAnswer ? outcome.retryAfterSeconds : undefined) ?? pause;
            if (!ends.aborted && io.clock.now().getTime() + seconds * 1000 <= end) {
                // A moment's trouble is nobody's business.
                if (pause > limits.firstPause)
                    tell(isAnswer ? `the API server is busy (HTTP ${outcome.status})` : outcome.message);
                // Many requests that were refused together must not come back together.
                const [spread = 0] = io.random(1);
                await io.clock.sleep(seconds * 1000 * (1 + spread / 1024), ends);
                if (!closing.signal.aborted)
                    continue;
            }
            if (isAnswer)
                return outcome;
            throw outcome;
        }
    };
    const always = () => true;
    return {
        get: (path, options) => patiently(() => api.get(path, options), always),
        create: (path, body) => patiently(() => api.create(path, body), neverArrived),
        replace: (path, body) => patiently(() => api.replace(path, body), always),
        apply: (path, body, options) => patiently(() => api.apply(path, body, options), always),
        patch: (path, body) => patiently(() => api.patch(path, body), always),
        remove: (path, options) => patiently(() => api.remove(path, options), always),
        watch: (path, signal, onEvent) => api.watch(path, signal, onEvent),
        close: () => {
            closing.abort();
            return api.close();
        },
    };
}
function isAway(error) {
    return error instanceof errors/* StackError */.L && error.code === 'ENGINE_UNREACHABLE';
}
const neverArrived = ({ message }) => /refused|ECONNREFUSED|ENOENT|no such host|no route/.test(message);

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/proxy.js

/** The proxy did not start; its last words say why. */
class ProxyRefused extends Error {
}
/** Connections to the proxy: eight writes at a time, the watches, the lock. */
const connections = 16;
/** Bytes that fit into a unix socket's address, its closing zero aside. */
const longestSocket = 107;
/** kubectl starts in a tenth of a second; a machine under load, or a first run from a cold disk, takes longer. */
const startSeconds = 20;
/**
 * Starts `kubectl proxy` on a socket in a 0700 folder of its own. It outlives SIGTERM, for clean-up goes through it.
 *
 * @throws ProxyRefused with kubectl's last words; StackError TOOL_MISSING.
 */
async function startProxy(io, kubectl, acceptPaths) {
    const folder = await io.files.temporaryFolder('mcp-kube');
    const socket = (0,external_node_path_.join)(folder, 's');
    if (Buffer.byteLength(socket) > longestSocket)
        throw new ProxyRefused(`${socket} is too long for a socket`);
    const stop = new AbortController();
    let lastWords;
    // --append-server-path: behind Rancher the server's URL has a path of its own.
    const flags = [`--unix-socket=${socket}`, '--append-server-path', `--accept-paths=${acceptPaths.join(',')}`];
    const command = { program: kubectl.program, args: [...kubectl.args, 'proxy', ...flags] };
    const said = [];
    const onLine = (line) => said.push(line);
    const process = (async () => {
        const { stderr, exitCode } = await io.run(command, { uninterruptible: true, signal: stop.signal, onLine });
        lastWords = io.redactor.redact(stderr.trim().split('\n').at(0) || `kubectl proxy ended with ${exitCode}`);
    })();
    // Its failure is read where it is awaited; until then it is not an unhandled one.
    process.catch(() => undefined);
    // Opened now: the client is loaded while kubectl starts.
    const http = io.openSocket(socket, connections);
    const from = io.clock.now().getTime();
    while (!said.some((line) => line.startsWith('Starting to serve'))) {
        if (lastWords !== undefined)
            throw new ProxyRefused(lastWords);
        const waited = io.clock.now().getTime() - from;
        // Another version may use other words: the socket is there a moment before somebody listens, so it is asked.
        if (waited > 1000 && (await answers(http)))
            break;
        if (waited > startSeconds * 1000) {
            stop.abort();
            throw new ProxyRefused(`kubectl proxy did not start within ${startSeconds} s`);
        }
        await Promise.race([io.clock.sleep(5), process]);
    }
    return {
        http,
        ended: () => lastWords !== undefined,
        stop: async () => {
            await http.close();
            stop.abort();
            await process;
            await io.files.remove(folder);
        },
    };
}
/** Any answer will do: the proxy itself refuses this path, so the API server is not asked. */
async function answers(http) {
    return await http.request({ path: '/', timeoutSeconds: 1 }).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/connect.js










/** How long a first answer is waited for: long enough for a login helper, short enough for a person. */
const firstAnswerSeconds = 20;
/**
 * Reaches the cluster that kubectl reaches: through one `kubectl proxy`, or where that is forbidden by kubectl itself.
 *
 * @throws StackError TOOL_MISSING, CONFIG_INVALID (context, namespace), ENGINE_UNREACHABLE.
 */
async function connectCluster(plan, io) {
    const { context, kubectlProxy } = plan.config.deployment;
    const { name: stack, namespace } = plan.stack;
    refuseSystemNamespace(namespace);
    const asked = context === undefined ? [] : ['--context', context];
    const kubectl = { program: 'kubectl', args: [...asked, '--namespace', namespace] };
    const reading = readContext(io, kubectl, context);
    const opening = openApi(io, kubectl, kubectlProxy ? pathsOf(plan) : undefined, reading);
    const [found, opened] = await Promise.allSettled([reading, opening]);
    // What kubectl says of its configuration explains whatever else failed.
    if (found.status === 'rejected') {
        if (opened.status === 'fulfilled')
            await opened.value.api.close();
        throw found.reason;
    }
    if (opened.status === 'rejected')
        throw connect_explain(opened.reason, found.value, io.environment);
    const { api, version } = opened.value;
    try {
        const described = connect_describe(version, found.value, io.environment);
        // From now on by name: somebody may choose another current context while we run.
        const named = found.value.name === undefined ? [] : ['--context', found.value.name];
        return {
            io,
            api: patientApi(api, io),
            kubectl: { program: kubectl.program, args: [...named, '--namespace', namespace] },
            namespace,
            stack,
            description: `${described}, namespace ${namespace}`,
        };
    }
    catch (error) {
        await api.close();
        throw error;
    }
}
async function openApi(io, kubectl, paths, reading) {
    const api = await chooseApi(io, kubectl, paths, reading);
    try {
        return { api, version: await api.get('/version', { timeoutSeconds: firstAnswerSeconds }) };
    }
    catch (error) {
        await api.close();
        throw error;
    }
}
async function chooseApi(io, kubectl, paths, reading) {
    if (paths === undefined)
        return openKubectlApi(io, kubectl);
    try {
        return await openProxyApi(io, () => startProxy(io, kubectl, paths));
    }
    catch (error) {
        if (!(error instanceof ProxyRefused))
            throw error;
        // A configuration that cannot be used is the error itself, and no matter of the proxy.
        await reading;
        io.progress.line(`kubectl proxy cannot be used (${error.message}): kubectl is started for every request, which is slower`);
        return openKubectlApi(io, kubectl);
    }
}
function connect_describe(version, context, environment) {
    const { gitVersion } = version.body;
    const at = `at ${context.server}${context.name === undefined ? ', as this pod' : `, context ${context.name}`}`;
    if (version.status === 200 && typeof gitVersion === 'string')
        return `Kubernetes ${gitVersion.replace(/^v/, '')} ${at}`;
    // Some clusters do not tell everybody their version.
    if (version.status === 403)
        return `Kubernetes ${at}`;
    throw connect_explain(away(version.status === 401 ? unauthorized : answers_reasonOf(version)), context, environment);
}
const unauthorized = 'the login was refused: it is missing or has expired (Unauthorized)';
/** The same error with the command that a person can try. */
function connect_explain(error, { name, server }, environment) {
    if (!(error instanceof errors/* StackError */.L) || error.code !== 'ENGINE_UNREACHABLE')
        return error;
    const login = /Unauthorized|credential|token|login|exec/i.test(error.message);
    const command = `kubectl ${name === undefined ? '' : `--context ${name} `}get --raw /version`;
    const hint = login ? `Log in again, then try: ${command}` : `Try by hand: ${command}`;
    const isLocal = !login && /^https?:\/\/(localhost|127\.|\[::1\])/.test(server);
    return new errors/* StackError */.L({
        code: error.code,
        message: error.message.replace('the API server', `the API server ${server}`),
        hint: isLocal ? (0,builder_image/* hintFor */.JR)(environment, hint, '--network host: in a container that address is its own') : hint,
        cause: error,
    });
}
function refuseSystemNamespace(namespace) {
    if (!namespace.startsWith('kube-'))
        return;
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `the namespace ${namespace} belongs to Kubernetes itself`,
        hint: 'Set deployment.namespace to one of your own',
    });
}
function pathsOf(plan) {
    const { issuer } = plan.certificatePolicy;
    const name = issuer?.kind === 'ClusterIssuer' && issuer.group === cert_manager/* certManagerGroup */.N8 ? issuer.name : undefined;
    return acceptPaths(plan.stack.namespace, groupsOf(plan), name);
}
/** API groups of what the stack may have; undefined where templates of the user's own may bring any. */
function groupsOf({ config }) {
    if (config.templatesDir !== undefined)
        return undefined;
    const texts = config.extraManifests.flatMap(({ text }) => [
        ...text.matchAll(/apiVersion["']?\s*:\s*["']?([\w./-]+)/g),
    ]);
    return [
        ...new Set([...knownGroups, ...texts.map(([, version = '']) => groupOf(version)).filter((one) => one !== '')]),
    ];
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubectl-skew.js

/** Minor versions that kubectl may be older or newer than the server (Kubernetes' version skew policy). */
const supported = 1;
/** `v1.34.4+k3s1` → 34; a server may say `34+` alone for its minor, so the whole version is read. */
function readMinor(version) {
    const minor = /^v?1\.(\d+)/.exec(version)?.[1];
    return minor === undefined ? undefined : Number(minor);
}
/** @param server  Undefined where it did not answer or does not tell everybody. */
function judgeSkew(client, server) {
    const found = client.replace(/^v/, '');
    const [ours, theirs] = [readMinor(client), server === undefined ? undefined : readMinor(server)];
    if (ours === undefined || theirs === undefined)
        return (0,check/* good */.uw)('kubectl', found);
    const skew = ours - theirs;
    if (Math.abs(skew) <= supported)
        return (0,check/* good */.uw)('kubectl', found);
    return (0,check/* wrong */.Qm)(false, 'kubectl', {
        code: 'TOOL_OLD',
        message: `${found}, ${Math.abs(skew)} minor versions ${skew < 0 ? 'older' : 'newer'} than the cluster; 1 is supported`,
        hint: `Install kubectl 1.${theirs}: https://kubernetes.io/docs/tasks/tools/`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/check-issuer.js



/** Certificates of components among the objects: the user's own belong to the stack. Pure. */
function ownCertificates(objects) {
    return objects.filter(({ manifest }) => (0,cert_manager/* asksForLeaf */.MO)(manifest));
}
/** The issuer that a Certificate names. Pure. */
function issuerOf({ manifest }) {
    const { group, kind, name } = (manifest['spec']['issuerRef'] ?? {});
    return { group: group ?? cert_manager/* certManagerGroup */.N8, kind: kind ?? 'Issuer', name: name ?? '' };
}
/** Before anything is written: cert-manager is there, and so is the issuer. Who may not look at it is told nothing. */
async function findMissingIssuer(place, objects) {
    const [first] = ownCertificates(objects);
    if (first === undefined)
        return [];
    const group = await place.api.get(discoveryPath(cert_manager/* certificateKind */.AI.apiVersion));
    if (group.status === 404)
        return [notInstalled];
    const { group: of, kind, name } = issuerOf(first);
    if (of !== cert_manager/* certManagerGroup */.N8)
        return [];
    const { status } = await place.api.get(pathOf(cert_manager/* certificateKind */.AI.apiVersion, kind, place.namespace, name));
    if (status !== 404)
        return [];
    const where = kind === 'Issuer' ? ` in namespace ${place.namespace}` : '';
    return [
        {
            severity: 'error',
            code: 'AUTHORITY_FAILED',
            message: `cert-manager has no ${kind} ${name}${where}`,
            hint: inPlace(place, `Make it, or correct certificates.cert_manager_issuer and cert_manager_kind: kubectl get ${kind.toLowerCase()}s`),
        },
    ];
}
const notInstalled = {
    severity: 'error',
    code: 'AUTHORITY_FAILED',
    message: `certificates.authority is cert-manager, and this cluster has none: there is no API ${cert_manager/* certificateKind */.AI.apiVersion}`,
    hint: 'Install it (https://cert-manager.io/docs/installation) and make an issuer, or set certificates.authority: local',
};

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/extra-kinds.js
/** Kinds of the user's own manifests, whatever form they are written in. What is no manifest is told by who renders it. */
async function extraKinds({ config }) {
    if (config.extraManifests.length === 0)
        return [];
    const { YAML11_SCHEMA, loadAll } = await __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 33243));
    return config.extraManifests.flatMap(({ text }) => {
        try {
            return loadAll(text, { schema: YAML11_SCHEMA, maxAliases: 100 }).flatMap(kindOf);
        }
        catch {
            return [];
        }
    });
}
function kindOf(document) {
    const { apiVersion, kind } = Object(document);
    return typeof apiVersion === 'string' && typeof kind === 'string' ? [{ apiVersion, kind }] : [];
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/rights.js




/** Kinds that every stack has, and those that a smaller one of its releases had and that must still be found. */
const usualKinds = [
    { apiVersion: 'v1', kind: 'ConfigMap' },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
    { apiVersion: 'v1', kind: 'Service' },
    { apiVersion: 'v1', kind: 'ServiceAccount' },
    { apiVersion: 'apps/v1', kind: 'Deployment' },
    { apiVersion: 'apps/v1', kind: 'StatefulSet' },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
];
const watched = ['deployments', 'statefulsets'];
/**
 * The least that a command needs in the stack's namespace. Secrets are read by name only, the stack's own two; those with
 * values are written (apply is `patch`, and `create` where they are new) and removed without being read. Pure.
 */
function neededRights(command, kinds) {
    const writes = command === 'deploy';
    const resources = new Map([...usualKinds, ...kinds].flatMap((one) => {
        const resource = resourceOf(one);
        const skipped = ['secrets', 'namespaces', 'pods'].includes(resource);
        return skipped ? [] : [[`${groupOf(one.apiVersion)}/${resource}`, { group: groupOf(one.apiVersion), resource }]];
    }));
    const ofKinds = [...resources.values()].map(({ group, resource }) => {
        const follow = watched.includes(resource) ? ['watch'] : [];
        return { group, resource, verbs: ['get', 'list', ...(writes ? [...follow, 'create', 'patch', 'delete'] : [])] };
    });
    const { state, history, lock } = kubernetes/* stateNames */.U0;
    const secret = { group: '', resource: 'secrets' };
    const lease = { group: 'coordination.k8s.io', resource: 'leases' };
    return [
        { ...secret, verbs: ['get', ...(writes ? ['update'] : [])], names: [state, history] },
        ...(writes ? [{ ...secret, verbs: ['create', 'patch', 'delete'] }] : []),
        ...ofKinds,
        { group: '', resource: 'pods', verbs: ['get', 'list', ...(writes ? ['watch', 'delete'] : [])] },
        // Newer kubectl opens an exec by GET (a web socket), older ones by POST.
        ...(command === 'plan'
            ? []
            : [{ group: '', resource: 'pods/exec', verbs: ['get', 'create'], optional: true }]),
        ...(command === 'plan' ? [] : [{ group: '', resource: 'pods/log', verbs: ['get'] }]),
        ...(writes
            ? [
                { group: '', resource: 'events', verbs: ['get', 'list', 'watch'], optional: true },
                // Where no gateway runs, one is started to ask where its database stands.
                { group: '', resource: 'pods', verbs: ['create'] },
                { ...lease, verbs: ['create'] },
                { ...lease, verbs: ['get', 'update', 'patch', 'delete'], names: [lock] },
            ]
            : []),
    ];
}
/** What `destroy` needs to remove what a deploy writes. */
async function deleteRights(plan) {
    return (await plannedRights(plan, 'deploy')).flatMap((right) => right.optional !== true && right.verbs.includes('delete') ? [{ ...right, verbs: ['delete'] }] : []);
}
/** As neededRights, for what the plan has and what an earlier one of the same stack may have had. */
async function plannedRights(plan, command) {
    const { certificatePolicy: policy, certificates, gateway, plugins } = plan;
    const mounting = new Set(certificates.map(({ component }) => component));
    const services = [gateway, ...plugins].filter(({ name }) => mounting.has(name)).map(({ service }) => service);
    const kept = policy.issuer === undefined || services.length === 0 ? undefined : policy.issuer;
    const names = referencedSecrets(plan);
    const read = { group: '', resource: 'secrets', verbs: ['get'], names, optional: true };
    const kinds = [...exposingKinds(plan), ...(await extraKinds(plan)), ...(kept === undefined ? [] : [cert_manager/* certificateKind */.AI])];
    return [
        ...neededRights(command, kinds),
        ...formerRights(plan, command, kinds),
        ...(kept === undefined ? [] : certManagerRights(command, services.map(cert_manager/* leafSecret */.bt), kept)),
        ...(names.length === 0 ? [] : [read]),
    ];
}
/**
 * With cert-manager beside the rights for its Certificates: to read the Secrets that it fills, each by its name, and to hear why
 * it does not. A ClusterIssuer is no matter of the namespace, and nobody must read it. Pure.
 */
function certManagerRights(command, secretNames, issuer) {
    const group = cert_manager/* certManagerGroup */.N8;
    const issuers = { group, resource: 'issuers', verbs: ['get'], names: [issuer.name], optional: true };
    return [
        { group: '', resource: 'secrets', verbs: ['get'], names: secretNames },
        ...(command === 'deploy'
            ? [{ group, resource: 'certificaterequests', verbs: ['get', 'list'], optional: true }]
            : []),
        ...(command !== 'verify' && issuer.group === group && issuer.kind === 'Issuer' ? [issuers] : []),
    ];
}
/** Other people's Secrets that pods refer to: read to see that they are there and that they changed. */
function referencedSecrets({ config, secrets }) {
    const { certificate, key } = config.certificates.caSecret ?? {};
    const places = [...secrets.map(({ from }) => from), certificate, key].flatMap((from) => from?.provider === 'kubernetes' ? [String(from.at).split('#', 1)[0] ?? ''] : []);
    const { secret } = config.secretSources?.kubernetes ?? {};
    return [...new Set([...places, ...(secret === undefined ? [] : [secret])])].toSorted();
}
/** A ServiceAccount with that and no more, as objects for `kubectl apply`: no cluster scope. */
async function roleFor(plan, command) {
    const { namespace, name: stack } = plan.stack;
    const name = `${stack}-${command}`;
    const metadata = { name, namespace, labels: { 'app.kubernetes.io/part-of': 'mcp-stack' } };
    const rules = (await plannedRights(plan, command)).map(({ group, resource, verbs, names }) => ({
        apiGroups: [group],
        resources: [resource],
        ...(names === undefined ? {} : { resourceNames: names }),
        verbs,
    }));
    const rbac = 'rbac.authorization.k8s.io';
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
        { apiVersion: `${rbac}/v1`, kind: 'Role', metadata, rules },
        {
            apiVersion: `${rbac}/v1`,
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: rbac, kind: 'Role', name },
            subjects: [{ kind: 'ServiceAccount', name, namespace }],
        },
    ];
}
const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' };
const route = { apiVersion: 'route.openshift.io/v1', kind: 'Route' };
const exposedBy = {
    ingress,
    httproute: { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
    route,
};
function exposingKinds({ config }) {
    const via = config.expose?.via ?? (config.deployment.openshift?.createRoutes === true ? 'route' : undefined);
    const exposed = via === undefined ? undefined : exposedBy[via];
    return exposed === undefined ? [] : [exposed];
}
/**
 * To find and remove what an earlier release was exposed by. Only what everybody who administers a namespace may do: nobody can
 * give rights that he does not have, and one rule too many and the whole Role is refused him.
 */
function formerRights({ config }, command, kinds) {
    const former = [ingress, ...(config.deployment.openshift === undefined ? [] : [route])];
    const now = new Set(kinds.map(resourceOf));
    return former
        .filter((one) => !now.has(resourceOf(one)))
        .map((one) => ({
        group: groupOf(one.apiVersion),
        resource: resourceOf(one),
        verbs: ['get', 'list', ...(command === 'deploy' ? ['delete'] : [])],
        optional: true,
    }));
}
/** A kind that is not known here has the plural that nearly all have. Pure. */
function resourceOf({ apiVersion, kind }) {
    return knownResource(apiVersion, kind)?.plural ?? `${kind.toLowerCase()}s`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/former-kinds.js


/**
 * What is told of a kind that a release wrote and that the configuration does not have any more: `rbac` prints what that has, so
 * the rights are given by hand, in a Role that the next `rbac | kubectl apply` leaves alone. Pure.
 *
 * @param verbs  Those that are missing.
 */
function formerKindProblem({ namespace, stack }, kind, verbs) {
    const group = groupOf(kind.apiVersion);
    const resource = `${resourceOf(kind)}${group === '' ? '' : `.${group}`}`;
    const name = `${stack}-former-${resourceOf(kind)}`;
    const create = `kubectl --namespace ${namespace} create`;
    return {
        severity: 'error',
        code: 'RIGHTS_MISSING',
        message: `you may not ${verbs.join(' and ')} ${resource} in namespace ${namespace}: an earlier release has written ${kind.kind} objects there that the configuration does not have any more`,
        hint: `Somebody who may give rights types: ${create} role ${name} --verb=get,list,delete --resource=${resource} && ${create} rolebinding ${name} --role=${name} --serviceaccount=NAMESPACE:NAME`,
    };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/platforms.js
/** Images that no node, or not every node, can run; nothing is said where either side is not known. Pure. */
function comparePlatforms(nodes, placed) {
    return placed.flatMap(({ component, platforms, nodeSelector }) => {
        if (platforms.length === 0)
            return [];
        const candidates = nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true &&
            Object.entries(nodeSelector).every(([key, value]) => metadata.labels?.[key] === value));
        const kinds = [...new Set(candidates.flatMap((node) => platformOf(node) ?? []))].toSorted();
        // A variant (arm/v7) is below what a node says of itself.
        const own = new Set(platforms.map((platform) => platform.split('/').slice(0, 2).join('/')));
        const others = kinds.filter((kind) => !own.has(kind));
        if (others.length === 0)
            return [];
        const what = `the image of ${component} is for ${[...own].toSorted().join(', ')}`;
        if (others.length === kinds.length) {
            return [
                {
                    severity: 'error',
                    code: 'PLATFORM_MISMATCH',
                    message: `${what}, and the nodes are ${kinds.join(', ')}`,
                    hint: `Build it for them: platforms: [${kinds.join(', ')}]`,
                },
            ];
        }
        return [
            {
                severity: 'warning',
                code: 'PLATFORM_MISMATCH',
                message: `${what}, and some nodes are ${others.join(', ')}`,
                hint: `Set node_selector: {kubernetes.io/arch: ${[...own][0]?.split('/')[1] ?? ''}} for it, or build it for all of them`,
            },
        ];
    });
}
/** `linux/arm64`; undefined for a node that does not say. */
function platformOf({ status }) {
    const { architecture, operatingSystem } = status?.nodeInfo ?? {};
    return architecture === undefined || operatingSystem === undefined ? undefined : `${operatingSystem}/${architecture}`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/preflight.js









/** Everything about the cluster that would end a deploy half-way, all at once. Reads only. */
async function preflightStack(place, bundle, changes, platformsOf, live) {
    const active = changes.filter(({ action }) => action !== 'unchanged');
    if (active.length === 0)
        return [];
    const started = new Set(active.filter(({ action }) => action === 'create' || action === 'update').map(({ service }) => service));
    const components = bundle.components.filter(({ service }) => started.has(service));
    const objects = bundle.kubernetes?.objects ?? [];
    const certificates = ownCertificates(objects);
    const [first] = certificates;
    const kept = certificates.map(({ name }) => name);
    const rights = [
        ...neededRights('deploy', objects),
        ...(first === undefined ? [] : certManagerRights('deploy', kept, issuerOf(first))),
    ];
    const found = await Promise.all([
        findMissingRights(place, rights.filter(({ optional }) => optional !== true)),
        findUnremovable(place, bundle, live, rights),
        findForeignPlatforms(place, bundle, components, platformsOf),
        findUnreachableImages(place, components),
        findMissingIssuer(place, objects),
    ]);
    return found.flat();
}
/** One problem for all that are missing. */
async function findMissingRights(place, rights) {
    const { missing } = await askRights(place, rights);
    if (missing.length === 0)
        return [];
    return [
        {
            severity: 'error',
            code: 'RIGHTS_MISSING',
            message: `rights are missing in namespace ${place.namespace}: ${missing.join(', ')}`,
            hint: 'mcp-deploy rbac | kubectl apply -f - (an account that is there: --service-account NAMESPACE:NAME)',
        },
    ];
}
/** Kinds of which nothing is wanted any more: their rights are nowhere among those of the bundle. */
async function findUnremovable(place, bundle, live, asked) {
    const known = new Set(asked.map(({ group, resource }) => `${group}/${resource}`));
    const keyOf = (kind) => `${groupOf(kind.apiVersion)}/${resourceOf(kind)}`;
    const going = new Map(prunable(bundle, live).objects.map((object) => [keyOf(object), object]));
    const former = [...going].flatMap(([key, object]) => (known.has(key) ? [] : [object]));
    const found = await Promise.all(former.map(async (object) => {
        const right = { group: groupOf(object.apiVersion), resource: resourceOf(object), verbs: ['delete'] };
        const { missing } = await askRights(place, [right]);
        return missing.length === 0 ? [] : [formerKindProblem(place, object, ['delete'])];
    }));
    return found.flat();
}
/** Asks the server right by right. */
async function askRights(place, rights) {
    const questions = rights.flatMap(({ verbs, names = [undefined], ...right }) => verbs.flatMap((verb) => names.map((name) => ({ ...right, verb, name }))));
    const missing = [];
    await inParallel(questions, async ({ group, resource: whole, verb, name }) => {
        const [resource = '', subresource] = whole.split('/');
        const attributes = { namespace: place.namespace, group, resource, subresource, verb, name };
        const body = {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
        };
        const answer = await place.api.create(reviewPath, JSON.stringify(body));
        const status = answer.body['status'];
        // A server that does not answer the question will say itself what it refuses.
        if (answer.status === 201 && status?.allowed === false) {
            missing.push(`${verb} ${whole}${group === '' ? '' : `.${group}`}${name === undefined ? '' : ` ${name}`}`);
        }
    });
    return { asked: questions.length, missing: missing.toSorted() };
}
const reviewPath = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
async function findForeignPlatforms(place, bundle, components, platformsOf) {
    const { status, body } = await place.api.get(pathOf('v1', 'Node', place.namespace));
    // Nodes are the cluster's: who may not see them is told nothing.
    if (status !== 200)
        return [];
    const known = await platformsOf(components.flatMap(({ image }) => ((0,pending/* isPending */.m)(image) ? [] : [image])));
    const placed = components.map(({ name, service, image }) => ({
        component: name,
        platforms: (0,pending/* isPending */.m)(image) ? [] : (known.get(image) ?? []),
        nodeSelector: nodeSelectorOf(bundle, service),
    }));
    return comparePlatforms((body['items'] ?? []), placed);
}
async function findUnreachableImages(place, components) {
    const local = components.filter(isLocalOnly);
    if (local.length === 0)
        return [];
    const context = await contextOf(place);
    if (loadCommand(context, []) !== undefined)
        return [];
    return [
        {
            severity: 'error',
            code: 'IMAGE_NOT_FOUND',
            message: `only the local engine has the images of ${local.map(({ name }) => name).join(', ')}, and the cluster cannot reach it`,
            hint: 'Set registry: with enabled: true and push: true, and the nodes pull from there (kind, k3d and minikube are loaded without)',
        },
    ];
}
function nodeSelectorOf(bundle, service) {
    const workload = bundle.kubernetes?.objects.find(({ kind, name }) => name === service && /Deployment|StatefulSet/.test(kind));
    const template = objectAt(objectAt(workload?.manifest, 'spec'), 'template');
    return objectAt(objectAt(template, 'spec'), 'nodeSelector');
}
function objectAt(object, key) {
    const value = object?.[key];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/missing-rights.js



/** What somebody types who may give rights. */
const giveRights = 'mcp-deploy rbac | kubectl apply -f - (an account that is there: --service-account NAMESPACE:NAME)';
/**
 * Does reads that every command begins with. Where one is refused, all rights that are missing are named at once, those of a
 * deploy apart: whoever gives rights is asked once.
 *
 * @throws StackError RIGHTS_MISSING, and what the work throws.
 */
async function namingAllMissing(place, plan, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || error.code !== 'RIGHTS_MISSING')
            throw error;
        throw await missing_rights_explain(place, plan, error);
    }
}
async function missing_rights_explain(place, plan, cause) {
    const { namespace } = place;
    const rights = (await plannedRights(plan, 'deploy')).filter(({ optional }) => optional !== true);
    const [toRead, toDeploy] = await Promise.all([
        askRights(place, await plannedRights(plan, 'plan')),
        askRights(place, rights),
    ]).catch(() => [undefined, undefined]);
    if (toRead === undefined || toDeploy === undefined || toDeploy.missing.length === 0)
        return cause;
    if (toDeploy.missing.length === toDeploy.asked) {
        return new errors/* StackError */.L({
            code: 'RIGHTS_MISSING',
            message: `you have no rights in namespace ${namespace}, if there is one: ${cause.message}`,
            hint: `Somebody who may types: kubectl create namespace ${namespace} (where it is not there), ${giveRights}`,
            cause,
        });
    }
    const further = toDeploy.missing.filter((right) => !toRead.missing.includes(right));
    const parts = [
        toRead.missing.join(', '),
        further.length === 0 ? '' : `${toRead.missing.length === 0 ? '' : 'and '}to deploy ${further.join(', ')}`,
    ];
    return new errors/* StackError */.L({
        code: 'RIGHTS_MISSING',
        message: `rights are missing in namespace ${namespace}: ${parts.filter((part) => part !== '').join('; ')}`,
        hint: `Somebody who may give rights types: ${giveRights}`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/namespace.js




/**
 * Makes the namespace where it is not there. Who may not look at namespaces is taken to have one.
 *
 * @param create  deployment.create_namespace.
 * @returns whether we made it.
 * @throws StackError RIGHTS_MISSING, APPLY_FAILED.
 */
async function ensureNamespace(place, create) {
    const { api, namespace, io } = place;
    const path = pathOf('v1', 'Namespace', namespace, namespace);
    const found = await api.get(path);
    if (found.status === 403)
        return false;
    if (found.status === 200) {
        if (isTerminating(found.body))
            throw terminating(namespace);
        return false;
    }
    if (found.status !== 404)
        throw notMade(namespace, 'APPLY_FAILED', io.redactor.redact(answers_reasonOf(found)));
    if (!create)
        throw notMade(namespace, 'APPLY_FAILED', 'it does not exist and deployment.create_namespace is false');
    const labels = { [kubernetes/* objectLabels */.r$.stack]: place.stack, 'app.kubernetes.io/managed-by': kubernetes/* fieldManager */.wM };
    const body = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } });
    const made = await api.apply(path, body);
    if (made.status === 200 || made.status === 201)
        return true;
    const reason = io.redactor.redact(answers_reasonOf(made));
    throw notMade(namespace, made.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED', reason);
}
function isTerminating(body) {
    const { metadata } = body;
    return metadata?.deletionTimestamp !== undefined;
}
function notMade(namespace, code, reason) {
    return new errors/* StackError */.L({
        code,
        message: `there is no namespace ${namespace}: ${reason}`,
        hint: `Ask an administrator of the cluster for it: kubectl create namespace ${namespace}`,
    });
}
function terminating(namespace) {
    return new errors/* StackError */.L({
        code: 'APPLY_FAILED',
        message: `the namespace ${namespace} is being deleted`,
        hint: `Run again when it is gone: kubectl wait --for=delete namespace/${namespace} --timeout=120s`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/check-cluster.js











/** kubectl, the cluster behind it, and what we may do there; without a plan whether the current context answers. */
function clusterChecks(plan, io) {
    const needed = plan !== undefined;
    return [{ name: 'cluster', needed, ask: () => (plan === undefined ? askCurrent(io) : askPlanned(plan, io)) }];
}
async function askCurrent(io) {
    const kubectl = { program: 'kubectl', args: [] };
    const [client, context, answer] = await Promise.all([
        clientVersion(io),
        readContext(io, kubectl, undefined).catch(asStackError),
        io.run({ program: 'kubectl', args: ['get', '--raw', '/version'] }).catch(asStackError),
    ]);
    const version = answer instanceof errors/* StackError */.L ? undefined : versionIn(answer.stdout);
    const told = judgeKubectl(client, version, false);
    if (answer instanceof errors/* StackError */.L)
        return [told];
    if (context instanceof errors/* StackError */.L)
        return [told, (0,check/* wrong */.Qm)(false, 'cluster', context)];
    const at = `${context.server}${context.name === undefined ? '' : `, context ${context.name}`}`;
    if (version !== undefined)
        return [told, (0,check/* good */.uw)('cluster', `Kubernetes ${version.replace(/^v/, '')} at ${at}`)];
    const reason = io.redactor.redact(answer.stderr.trim().split('\n').at(-1) ?? '');
    const message = `${at} does not answer${reason === '' ? '' : `: ${reason}`}`;
    const hint = 'Try by hand: kubectl get --raw /version';
    return [told, (0,check/* wrong */.Qm)(false, 'cluster', { code: 'ENGINE_UNREACHABLE', message, hint })];
}
async function askPlanned(plan, io) {
    // Asked at the same time: a login takes seconds.
    const [client, cluster] = await Promise.all([clientVersion(io), connectCluster(plan, io).catch(asStackError)]);
    if (cluster instanceof errors/* StackError */.L) {
        const isThere = cluster.code !== 'TOOL_MISSING';
        return [judgeKubectl(client, undefined, true), ...(isThere ? [(0,check/* wrong */.Qm)(true, 'cluster', cluster)] : [])];
    }
    try {
        const version = await cluster.api.get('/version');
        const { gitVersion } = version.body;
        const [namespace, rights, nodes] = await Promise.all([
            checkNamespace(cluster, plan.config.deployment.createNamespace),
            checkRights(cluster, plan),
            checkNodes(cluster),
        ]);
        const clock = (0,check/* judgeClock */.Mi)(version.date, io.clock.now(), 'the API server');
        return [
            judgeKubectl(client, typeof gitVersion === 'string' ? gitVersion : undefined, true),
            (0,check/* good */.uw)('cluster', cluster.description),
            namespace,
            ...rights,
            nodes,
            ...(clock === undefined ? [] : [clock]),
        ];
    }
    finally {
        await cluster.api.close();
    }
}
/** The error is TOOL_MISSING or that kubectl does not know its own version. */
async function clientVersion(io) {
    try {
        const { stdout } = await io.run({ program: 'kubectl', args: ['version', '--client', '-o', 'json'] }, { brief: true });
        const found = Object(JSON.parse(stdout));
        const version = found.clientVersion?.gitVersion;
        if (version !== undefined && readMinor(version) !== undefined)
            return version;
    }
    catch (error) {
        if (error instanceof errors/* StackError */.L)
            return error;
    }
    return new errors/* StackError */.L({
        code: 'COMMAND_FAILED',
        message: 'kubectl does not tell its version',
        hint: 'Look at what it is: kubectl version --client -o json',
    });
}
function judgeKubectl(client, server, needed) {
    return client instanceof errors/* StackError */.L ? (0,check/* wrong */.Qm)(needed, 'kubectl', client) : judgeSkew(client, server);
}
function versionIn(text) {
    return /"gitVersion":\s*"([^"]+)"/.exec(text)?.[1];
}
/** @throws what is a bug of ours. */
function asStackError(error) {
    if (error instanceof errors/* StackError */.L)
        return error;
    throw error;
}
async function checkNamespace(cluster, create) {
    const { api, namespace } = cluster;
    const found = await api.get(pathOf('v1', 'Namespace', namespace, namespace));
    if (found.status !== 404)
        return judgeNamespace(namespace, found, create, false);
    // The cluster itself is asked, not a namespace of it.
    const whole = { ...cluster, namespace: '' };
    const { missing } = await askRights(whole, [{ group: '', resource: 'namespaces', verbs: ['create', 'patch'] }]);
    return judgeNamespace(namespace, found, create, missing.length === 0);
}
/** @param mayCreate  Whether the cluster lets us make it. */
function judgeNamespace(namespace, { status, body }, create, mayCreate) {
    if (status === 200 && !isTerminating(body))
        return (0,check/* good */.uw)('namespace', `${namespace} is there`);
    if (status === 200) {
        const message = `${namespace} is being deleted`;
        const hint = `Wait until it is gone: kubectl wait --for=delete namespace/${namespace} --timeout=120s`;
        return (0,check/* wrong */.Qm)(true, 'namespace', { code: 'APPLY_FAILED', message, hint });
    }
    if (status !== 404)
        return (0,check/* skipped */.hT)('namespace', `${namespace}; we may not look at namespaces`);
    if (create && mayCreate)
        return (0,check/* good */.uw)('namespace', `${namespace} is not there, deploy makes it`);
    const why = create ? 'we may not make one' : 'deployment.create_namespace is false';
    const message = `${namespace} is not there, and ${why}`;
    return (0,check/* wrong */.Qm)(true, 'namespace', { code: 'RIGHTS_MISSING', message, hint: `kubectl create namespace ${namespace}` });
}
async function checkRights(cluster, plan) {
    const rights = await plannedRights(plan, 'deploy');
    const [needed, optional] = await Promise.all([
        askRights(cluster, rights.filter((right) => right.optional !== true)),
        askRights(cluster, rights.filter((right) => right.optional === true)),
    ]);
    const missing = (found) => ({
        code: 'RIGHTS_MISSING',
        message: `${found.length} missing in ${cluster.namespace}: ${found.join(', ')}`,
        hint: `Somebody who may give rights types: ${giveRights}`,
    });
    if (needed.missing.length > 0)
        return [(0,check/* wrong */.Qm)(true, 'rights', missing([...needed.missing, ...optional.missing]))];
    if (optional.missing.length > 0)
        return [(0,check/* wrong */.Qm)(false, 'rights', missing(optional.missing))];
    return [(0,check/* good */.uw)('rights', `all ${needed.asked + optional.asked} that deploy uses`)];
}
async function checkNodes({ api, namespace }) {
    const { status, body } = await api.get(pathOf('v1', 'Node', namespace));
    if (status !== 200)
        return (0,check/* skipped */.hT)('nodes', 'we may not look at them: platforms of images are not compared');
    return describeNodes((body['items'] ?? []));
}
function describeNodes(nodes) {
    const open = nodes.filter(({ spec }) => spec?.unschedulable !== true);
    const platforms = [...new Set(open.flatMap((node) => platformOf(node) ?? []))].toSorted();
    if (open.length > 0)
        return (0,check/* good */.uw)('nodes', `${open.length} of ${nodes.length} take pods: ${platforms.join(', ')}`);
    return (0,check/* wrong */.Qm)(true, 'nodes', {
        code: 'APPLY_FAILED',
        message: `none of ${nodes.length} takes pods`,
        hint: 'Look at them: kubectl get nodes; kubectl uncordon NAME opens one',
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/choose-slot.js

/** A plugin's revisions run in turn in these; three, so that one is free beside what runs and what a failed run left. */
const slots = ['r1', 'r2', 'r3'];
/**
 * `rolling: parallel`: which slot a plugin's pod template runs in. What runs already keeps its slot; anything else takes a
 * free one, or the place of what a failed run left. Pure.
 */
function chooseSlot(live) {
    const release = goodReleases(live).at(-1);
    return (plugin, hash) => {
        const taken = workloadsOf(live, plugin);
        // Two can be equal after a roll-back that was killed: the one that serves is the one that the release names.
        const serves = (service) => release?.components.some((component) => component.service === service) === true;
        const same = taken.filter((workload) => workload.hash === hash);
        const kept = same.find(({ service }) => serves(service)) ?? same.at(0);
        if (kept !== undefined)
            return kept.slot;
        const free = slots.find((slot) => !taken.some((workload) => workload.slot === slot));
        if (free !== undefined)
            return free;
        return taken.find(({ service }) => !serves(service))?.slot ?? slots[0];
    };
}
function workloadsOf(live, plugin) {
    const objects = live.kubernetes?.objects ?? [];
    return objects
        .flatMap(({ component, deleting, kind, name, revision }) => {
        if (kind !== 'Deployment' || component !== plugin || revision === undefined)
            return [];
        const hash = deleting ? undefined : live.components.find(({ service }) => service === name)?.hash;
        return [{ slot: revision, service: name, ...(hash === undefined ? {} : { hash }) }];
    })
        .toSorted((a, b) => (a.slot < b.slot ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/one-off.js






/** Label of pods that run one program and end. */
const oneOffLabel = 'mcp-stack.dev/one-off';
const one_off_folder = '/var/run/mcp-stack-program';
/** Image, node and start of Python: what a program waits for before its own time begins. */
const one_off_startSeconds = 120;
const one_off_pollMilliseconds = 300;
/** The end of a pod is seen, and its log read, long before. */
const readSeconds = 60;
/**
 * Runs a Python program in a pod made like the gateway's (image, environment, certificates, network policy), where none of its
 * containers may be entered. The program is handed over as a file of a Secret that lives as long as the pod.
 *
 * @param template  The gateway's pod template.
 * @param gateway  Address of the gateway to ask, which is not in the same pod here; the program reads MCP_STACK_GATEWAY.
 * @throws StackError COMMAND_FAILED when the pod cannot be made or does not start.
 */
async function runOneOff(place, template, program, timeoutSeconds, gateway) {
    const name = `mcp-stack-run-${Buffer.from(place.io.random(5)).toString('hex')}`;
    await removeEnded(place);
    try {
        for (const python of ['python3', 'python']) {
            const tried = await tryOneOff(place, {
                name: `${name}-${python}`,
                template,
                program,
                timeoutSeconds,
                python,
                gateway,
            });
            if (tried !== undefined)
                return tried;
        }
        return { exitCode: 127, stdout: '', stderr: 'the image has no python3 and no python' };
    }
    finally {
        await removeOwn(place, name);
    }
}
/** @returns undefined when the image has no such Python. */
async function tryOneOff(place, attempt) {
    const { name, program, timeoutSeconds } = attempt;
    const { namespace, api, io } = place;
    const labels = { [kubernetes/* objectLabels */.r$.stack]: place.stack, [oneOffLabel]: 'true' };
    await create(place, 'Secret', programSecret(name, labels, program));
    await create(place, 'Pod', JSON.stringify(oneOffPod(attempt, labels)));
    const path = pathOf('v1', 'Pod', namespace, name);
    const start = io.clock.now().getTime();
    for (;;) {
        const answer = await api.get(path);
        // The path names a pod. An answer that is none says nothing of it, unless that it is gone.
        const pod = answer.status === 200 ? answer.body : undefined;
        const ended = pod?.status?.containerStatuses?.[0]?.state?.terminated;
        if (ended !== undefined) {
            if (/StartError|ContainerCannotRun/.test(ended.reason ?? '') &&
                /not found|no such file/.test(ended.message ?? '')) {
                return undefined;
            }
            const log = await api.get(logPath(namespace, name));
            return { exitCode: ended.exitCode, stdout: log.status === 200 ? log.text : '', stderr: ended.message ?? '' };
        }
        const seconds = (io.clock.now().getTime() - start) / 1000;
        const read = pod === undefined ? undefined : readPodStatus(pod, { unschedulableSeconds: seconds });
        if (answer.status === 404 || read?.terminal === true || seconds > one_off_startSeconds + timeoutSeconds) {
            const reason = answer.status === 404 ? 'it is gone' : (read?.message ?? io.redactor.redact(answers_reasonOf(answer)));
            throw new errors/* StackError */.L({
                code: 'COMMAND_FAILED',
                message: `the pod that asks for the gateway did not run: ${reason}`,
                hint: 'Allow exec into the gateway: mcp-deploy rbac | kubectl apply -f -',
            });
        }
        await io.clock.sleep(one_off_pollMilliseconds, io.signal);
        if (io.signal.aborted)
            return { exitCode: 143, stdout: '', stderr: 'interrupted' };
    }
}
async function create(place, kind, body) {
    const answer = await place.api.create(pathOf('v1', kind, place.namespace), body);
    if (answer.status < 300)
        return;
    throw new errors/* StackError */.L({
        code: 'COMMAND_FAILED',
        message: `the ${kind} for a question to the gateway cannot be made: ${place.io.redactor.redact(answers_reasonOf(answer))}`,
        hint: 'mcp-deploy rbac | kubectl apply -f -',
    });
}
/**
 * The gateway's own pod but for what makes it serve: no probes, no ports, and without the labels by which Services and
 * workloads find their pods. Role and stack stay: network policies know the gateway by them. Pure.
 */
function oneOffPod({ name, template, python, timeoutSeconds, gateway }, labels) {
    // What came from the server is JSON.
    const spec = template.spec;
    const [container] = spec['containers'];
    const { livenessProbe: _l, readinessProbe: _r, startupProbe: _s, ports: _p, lifecycle: _c, args: _a, ...rest } = container ?? {};
    const mounts = (rest['volumeMounts'] ?? []);
    const env = (rest['env'] ?? []);
    const volumes = (spec['volumes'] ?? []);
    // A log has one stream: what goes to stderr is told through the end of the container instead.
    const start = `import os, runpy; os.dup2(os.open("/dev/termination-log", os.O_WRONLY), 2); runpy.run_path("${one_off_folder}/program.py", run_name="__main__")`;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, labels: { ...labels, [kubernetes/* objectLabels */.r$.role]: 'gateway' } },
        spec: {
            ...spec,
            restartPolicy: 'Never',
            activeDeadlineSeconds: one_off_startSeconds + timeoutSeconds,
            terminationGracePeriodSeconds: 1,
            containers: [
                {
                    ...rest,
                    command: [python, '-c', start],
                    ...(gateway === undefined ? {} : { env: [...env, { name: 'MCP_STACK_GATEWAY', value: gateway }] }),
                    volumeMounts: [...mounts, { name: 'mcp-stack-program', mountPath: one_off_folder, readOnly: true }],
                },
            ],
            volumes: [...volumes, { name: 'mcp-stack-program', secret: { secretName: name, defaultMode: 0o444 } }],
        },
    };
}
/** Both Pythons' pod and Secret. */
async function removeOwn(place, name) {
    for (const python of ['python3', 'python'])
        await removePod(place, `${name}-${python}`);
}
/** Pods that a killed run has left and that have ended since; one that ended just now is still being read by its own run. */
async function removeEnded(place) {
    const { api, namespace, io } = place;
    const labelSelector = `${kubernetes/* objectLabels */.r$.stack}=${place.stack},${oneOffLabel}=true`;
    const { status, body } = await api.get(`${pathOf('v1', 'Pod', namespace)}?labelSelector=${encodeURIComponent(labelSelector)}`);
    const pods = status === 200 ? (body['items'] ?? []) : [];
    for (const { metadata, status: its } of pods) {
        if (its?.phase !== 'Succeeded' && its?.phase !== 'Failed')
            continue;
        const ended = new Date(its.containerStatuses?.[0]?.state?.terminated?.finishedAt ?? 0);
        if (io.clock.now().getTime() - ended.getTime() > readSeconds * 1000)
            await removePod(place, metadata.name);
    }
}
async function removePod({ api, namespace }, name) {
    await api.remove(pathOf('v1', 'Pod', namespace, name), { gracePeriodSeconds: 0 });
    await api.remove(pathOf('v1', 'Secret', namespace, name));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/doors.js






/** Rights of a command in a container; see neededRights. */
const execRight = { group: '', resource: 'pods/exec', verbs: ['create'] };
/**
 * The gateway's ready pods (where none is ready, the running ones), each with a way to run Python in it. Where exec is
 * forbidden, each is asked from a pod of the same template, made for the question.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE: what could not be read is never taken for a gateway that is not there.
 */
async function doors_openGatewayShells(place) {
    const running = await podsOfRole(place, 'gateway');
    const ready = running.filter((pod) => readPodStatus(pod).readiness === 'ready');
    const pods = ready.length > 0 ? ready : running;
    if (pods.length === 0)
        return [];
    if ((await findMissingRights(place, [execRight])).length === 0)
        return pods.map((pod) => doors_toShell(place, pod));
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' };
    const ours = `${kubernetes/* objectLabels */.r$.stack}=${place.stack},${kubernetes/* objectLabels */.r$.role}=gateway`;
    const [gateway] = await selectObjects(place, deployment, ours);
    if (gateway === undefined)
        return [];
    const { template } = gateway.spec;
    return pods.map(({ metadata, status }) => ({
        name: `${metadata.name}, asked from a pod of its own`,
        python: (program, timeoutSeconds) => runOneOff(place, template, program, timeoutSeconds, status?.podIPs?.[0]?.ip),
    }));
}
function doors_toShell(place, { metadata, spec }) {
    const container = metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
    return {
        name: metadata.name,
        async python(program, timeoutSeconds) {
            const run = (python) => runKubectl(place.io, place.kubectl, ['exec', '-i', metadata.name, '-c', container, '--', python, '-'], {
                stdin: program,
                timeoutSeconds,
            });
            const first = await run('python3');
            const { exitCode, stdout, stderr } = isNotFound(first) ? await run('python') : first;
            return { exitCode, stdout, stderr };
        },
    };
}
/** containerd makes it an internal error of exec (exit code 1), CRI-O and Docker an exit code. */
function isNotFound({ exitCode, stderr }) {
    return (exitCode === 126 ||
        exitCode === 127 ||
        (exitCode !== 0 && /executable file not found|no such file or directory/.test(stderr)));
}
/**
 * Every ready plugin pod by its address, with the name that its certificate must carry: the host of its URL. Only pods that
 * the plugin's Service leads to: those of a revision that was just pruned still run for a while.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE
 */
async function doors_findPluginEndpoints(place, plugins) {
    const [running, selectors] = await Promise.all([podsOfRole(place, 'plugin'), readSelectors(place)]);
    const pods = running.filter((pod) => readPodStatus(pod).readiness === 'ready');
    return plugins.flatMap(({ name, port, service, url }) => pods
        .filter(({ metadata }) => metadata.annotations?.[kubernetes/* objectLabels */.r$.name] === name)
        .filter(({ metadata }) => isSelected(metadata.labels ?? {}, selectors.get(service)))
        .flatMap(({ status }) => status?.podIPs?.slice(0, 1) ?? [])
        .map(({ ip }) => ({ component: name, address: ip, port, serverName: new URL(url).hostname })));
}
/** Name of each of the stack's Services → the labels it selects by. */
async function readSelectors(place) {
    const service = { apiVersion: 'v1', kind: 'Service' };
    const services = await selectObjects(place, service, `${kubernetes/* objectLabels */.r$.stack}=${place.stack}`);
    return new Map(services.map(({ metadata, spec }) => [metadata.name, spec.selector ?? {}]));
}
/** A Service that is not there selects nothing away. */
function isSelected(labels, selector = {}) {
    return Object.entries(selector).every(([name, value]) => labels[name] === value);
}
/** Running pods that are not on their way out, in the order of their names; not those that answer one question. */
async function podsOfRole(place, role) {
    const labelSelector = `${kubernetes/* objectLabels */.r$.stack}=${place.stack},${kubernetes/* objectLabels */.r$.role}=${role},!mcp-stack.dev/one-off`;
    const pods = await selectObjects(place, { apiVersion: 'v1', kind: 'Pod' }, labelSelector);
    return pods
        .filter(({ status, metadata }) => status?.phase === 'Running' && metadata.deletionTimestamp === undefined)
        .toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/database-revision.js






/**
 * Asks the running gateway where its database stands; where none runs, a pod like the bundle's is run for the question alone,
 * with the configuration and secrets that it needs.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
async function database_revision_readDatabaseRevision(place, input) {
    try {
        return await database_revision_ask(place, input);
    }
    catch (error) {
        // What kept the gateway from starting (image, quota, admission) keeps a pod like it from starting too.
        if (error instanceof errors/* StackError */.L && ['APPLY_FAILED', 'COMMAND_FAILED'].includes(error.code))
            return undefined;
        throw error;
    }
    finally {
        // Somebody who was stopped has not said anything either.
        stopIfInterrupted(place.io);
    }
}
async function database_revision_ask(place, input) {
    const [shell] = await doors_openGatewayShells(place);
    const told = await shell?.python(databaseProgram, databaseSeconds);
    if (told?.exitCode === 0)
        return parseRevision(told.stdout);
    if (input === undefined)
        return undefined;
    const { bundle, secrets } = input;
    const gateway = bundle.components.find(({ role }) => role === 'gateway');
    const objects = bundle.kubernetes?.objects ?? [];
    const workload = objects.find(({ kind, name }) => kind === 'Deployment' && name === gateway?.service);
    if (gateway === undefined || workload === undefined || gateway.pending.length > 0)
        return undefined;
    const needed = objects.filter(({ wave, component, kind }) => wave === -1 && kind !== 'NetworkPolicy' && [gateway.name, 'stack'].includes(component));
    const { refused } = await applyObjects(place, needed, { secrets, force: () => false, existing: new Set() });
    if (refused.length > 0)
        return undefined;
    // The bundle's Deployment is one as the server knows it.
    const { template } = workload.manifest['spec'];
    const { exitCode, stdout } = await runOneOff(place, template, databaseProgram, databaseSeconds);
    return exitCode === 0 ? parseRevision(stdout) : undefined;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/leftovers.js

/** What people put into a namespace; a kind that is not here is not looked for. */
const commonKinds = [
    { apiVersion: 'v1', kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Service' },
    { apiVersion: 'v1', kind: 'ConfigMap' },
    { apiVersion: 'v1', kind: 'Secret' },
    { apiVersion: 'v1', kind: 'ServiceAccount' },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
    { apiVersion: 'apps/v1', kind: 'Deployment' },
    { apiVersion: 'apps/v1', kind: 'StatefulSet' },
    { apiVersion: 'batch/v1', kind: 'Job' },
    { apiVersion: 'batch/v1', kind: 'CronJob' },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
];
/** Made by the cluster itself in every namespace. */
const clusterMade = [
    'ConfigMap/kube-root-ca.crt',
    'ConfigMap/openshift-service-ca.crt',
    'ServiceAccount/default',
    'ServiceAccount/builder',
    'ServiceAccount/deployer',
];
/** `Kind/name` of what is in the namespace and on its way to stay; undefined where a kind may not be listed. */
async function findLeftovers(place) {
    const listing = { ours: false, metadataOnly: true };
    const lists = await Promise.all(commonKinds.map((kind) => listObjects(place, kind, listing)));
    if (lists.includes(undefined))
        return undefined;
    return lists
        .flatMap((list) => list ?? [])
        .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
        .map(({ kind = '', metadata }) => `${kind}/${metadata.name}`)
        .filter((name) => !clusterMade.includes(name));
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/live-components.js



/** Workloads and their pods → components, by name. Pure. */
function toComponents(workloads, pods) {
    const byComponent = new Map();
    for (const pod of pods.filter(isCounted)) {
        const name = pod.metadata.labels?.[kubernetes/* objectLabels */.r$.component] ?? '';
        const others = byComponent.get(name);
        if (others === undefined)
            byComponent.set(name, [pod]);
        else
            others.push(pod);
    }
    return workloads
        .map((workload) => {
        const { labels = {} } = workload.spec.template.metadata ?? {};
        const members = byComponent.get(labels[kubernetes/* objectLabels */.r$.component] ?? '') ?? [];
        return toComponent(workload, members.filter((pod) => live_components_isSelected(workload, pod)));
    })
        .toSorted((a, b) => (a.service < b.service ? -1 : 1));
}
function toComponent(workload, pods) {
    const { kind = '', metadata, spec } = workload;
    const { labels = {}, annotations = {} } = metadata;
    const template = spec.template.metadata?.labels ?? {};
    const [main] = spec.template.spec.containers;
    const status = readWorkloadStatus(kind, workload) ?? { readiness: 'progressing', message: '', terminal: false };
    // Old pods may serve while a new one cannot come up: that is a failure all the same.
    const broken = status.readiness === 'ready' ? undefined : pods.map((pod) => readPodStatus(pod)).find(({ terminal }) => terminal);
    const hash = template[kubernetes/* objectLabels */.r$.hash];
    const component = annotations[kubernetes/* objectLabels */.r$.name] ?? labels[kubernetes/* objectLabels */.r$.component];
    const role = labels[kubernetes/* objectLabels */.r$.role];
    return {
        service: metadata.name,
        containers: pods.map((pod) => toContainer(pod, main?.name)),
        readiness: broken?.readiness ?? status.readiness,
        message: broken?.message ?? status.message,
        ...(component !== undefined && { component }),
        ...(role !== undefined && { role }),
        ...(hash !== undefined && { hash }),
        ...(main?.image !== undefined && { image: main.image }),
    };
}
/** @param main  Name of the component's own container: others may have been patched in beside it. */
function toContainer(pod, main) {
    const { containerStatuses: statuses = [], phase = 'Pending', podIPs = [] } = pod.status ?? {};
    const status = statuses.find(({ name }) => name === main) ?? statuses[0];
    const exitCode = (status?.state?.terminated ?? status?.lastState?.terminated)?.exitCode;
    const startedAt = status?.state?.running?.startedAt;
    return {
        id: pod.metadata.name,
        name: pod.metadata.name,
        state: live_components_wordFor(status?.state) ?? phase.toLowerCase(),
        ...(status !== undefined && { health: isReady(status) ? 'ready' : 'not ready' }),
        restarts: status?.restartCount ?? 0,
        ...(exitCode !== undefined && { exitCode }),
        ...(startedAt !== undefined && { startedAt: new Date(startedAt).toISOString() }),
        addresses: podIPs.map(({ ip }) => ip),
    };
}
const isReady = ({ ready }) => ready === true;
function live_components_wordFor(state) {
    if (state?.running !== undefined)
        return 'running';
    if (state?.terminated !== undefined)
        return 'exited';
    return state?.waiting?.reason;
}
/** Pods that are being removed serve nobody; those that ended as a whole have been replaced, and lie about for a while. */
function isCounted({ metadata, status }) {
    return metadata.deletionTimestamp === undefined && status?.phase !== 'Failed' && status?.phase !== 'Succeeded';
}
function live_components_isSelected({ spec }, { metadata }) {
    return Object.entries(spec.selector.matchLabels ?? {}).every(([name, value]) => metadata.labels?.[name] === value);
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/read-leaves.js







/**
 * What cert-manager keeps for these Certificates; the user's own, which carry no mark of ours, are left out. Each Secret is read
 * by its name: the right to list them would show everything else in the namespace.
 *
 * @param needed  False: what may not be read is as if it were not there.
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE
 */
async function readLeaves(place, objects, needed) {
    const leaves = [];
    await inParallel(objects.filter(cert_manager/* asksForLeaf */.MO), async ({ metadata }) => {
        const { [kubernetes/* objectLabels */.r$.request]: request, [kubernetes/* objectLabels */.r$.name]: component } = metadata.annotations ?? {};
        if (request === undefined || component === undefined)
            return;
        const answer = await readAnswer(place, metadata.name, needed);
        leaves.push({ component, secretName: metadata.name, request, ...(answer && { answer }) });
    });
    return leaves.toSorted((a, b) => (a.component < b.component ? -1 : 1));
}
/** Undefined while the Secret is not there or holds no pair yet. */
async function readAnswer(place, name, needed) {
    const answer = await place.api.get(pathOf('v1', 'Secret', place.namespace, name));
    if (answer.status === 404 || (answer.status === 403 && !needed))
        return undefined;
    if (answer.status === 403) {
        throw new errors/* StackError */.L({
            code: 'RIGHTS_MISSING',
            message: `Secret ${name}, in which cert-manager keeps a certificate, cannot be read: ${place.io.redactor.redact(answers_reasonOf(answer))}`,
            hint: 'Somebody who may give rights types: mcp-deploy rbac | kubectl apply -f -',
        });
    }
    if (answer.status !== 200)
        throw away(place.io.redactor.redact(answers_reasonOf(answer)));
    const { 'ca.crt': ca = '', 'tls.crt': chain = '', 'tls.key': key = '' } = dataOf(answer.body);
    if (chain === '' || key === '')
        return undefined;
    const keyPem = new model_secret/* Secret */.z(`tls.key of Secret ${name}`, fromBase64(key));
    place.io.redactor.add(keyPem);
    return { chainPem: fromBase64(chain), keyPem, trustBundlePem: fromBase64(ca) };
}
function dataOf(body) {
    const { data } = body;
    return data ?? {};
}
/** As PEM texts are kept here: with a line end at their end. */
function fromBase64(text) {
    const pem = Buffer.from(text, 'base64').toString('utf8').trim();
    return pem === '' ? '' : `${pem}\n`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/observe.js







/** Kinds of which metadata is enough; Secrets are listed apart, since not everybody may. */
const plainKinds = [
    { apiVersion: 'v1', kind: 'Service' },
    { apiVersion: 'v1', kind: 'ConfigMap' },
    { apiVersion: 'v1', kind: 'ServiceAccount' },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
];
const observe_workloadKinds = [
    { apiVersion: 'apps/v1', kind: 'Deployment' },
    { apiVersion: 'apps/v1', kind: 'StatefulSet' },
];
const secretKind = { apiVersion: 'v1', kind: 'Secret' };
const podKind = { apiVersion: 'v1', kind: 'Pod' };
const whole = { ours: true, metadataOnly: false };
const metadata = { ours: true, metadataOnly: true };
/**
 * What runs now and what is remembered: a dozen reads side by side, whatever the number of components is; with cert-manager one
 * more for each certificate.
 *
 * @param certManager  Whether it keeps the certificates; those of an earlier release are found all the same.
 * @throws StackError STACK_CONFLICT, STATE_UNREADABLE, STATE_NEWER, RIGHTS_MISSING, ENGINE_UNREACHABLE.
 */
async function observe_observeStack(place, store, { certManager } = { certManager: false }) {
    const [state, { components, workloads }, plain, secrets] = await Promise.all([
        store.read(),
        readWorkloads(place),
        Promise.all(plainKinds.map((kind) => needObjects(place, kind, metadata))),
        listObjects(place, secretKind, metadata),
    ]);
    // Which further kinds there may be is known from the history only; an ordinary stack has none.
    const kinds = furtherKinds(state, certManager ? [cert_manager/* certificateKind */.AI] : []);
    const further = (await Promise.all(kinds.map((kind) => needFurther(place, kind)))).flat();
    const leaves = await readLeaves(place, further, certManager);
    const objects = [...workloads, ...plain.flat(), ...(secrets ?? []), ...further].map(toLiveObject);
    return {
        components,
        state,
        contents: objects.flatMap(({ kind, name }) => (kind === 'ConfigMap' || kind === 'Secret' ? [name] : [])),
        ...(certManager || leaves.length > 0 ? { leaves } : {}),
        kubernetes: {
            namespaceExists: await findNamespace(place, state, objects),
            objects,
            secretsListed: secrets !== undefined,
        },
    };
}
/** What `status` asks for. @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE */
async function readComponents(place) {
    const { components } = await readWorkloads(place);
    return components;
}
async function readWorkloads(place) {
    const [pods, ...lists] = await Promise.all([
        needObjects(place, podKind, whole),
        ...observe_workloadKinds.map((kind) => needObjects(place, kind, whole)),
    ]);
    const workloads = lists.flat();
    return { workloads, components: toComponents(workloads, pods) };
}
/** Of a kind that the configuration has, too, `namingAllMissing` says so: the rights of what it has are asked for one by one. */
async function needFurther(place, kind) {
    const objects = await listObjects(place, kind, metadata);
    if (objects === undefined)
        throw new errors/* StackError */.L(formerKindProblem(place, kind, ['list']));
    return objects;
}
/** Kinds that some release wrote beside the usual ones: Ingress, HTTPRoute, Route, extra manifests. Pure. */
function furtherKinds(state, also = []) {
    const usual = [...plainKinds, ...observe_workloadKinds, secretKind, podKind, { apiVersion: 'v1', kind: 'Namespace' }];
    const known = new Set(usual.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
    const keys = state.releases.flatMap(({ inventory = [] }) => inventory.map(({ key }) => key));
    // `apps/v1/Deployment/mcpgateway`: no part but the group's version holds a slash.
    const written = new Set([
        ...keys.map((key) => key.slice(0, key.lastIndexOf('/'))),
        ...also.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`),
    ]);
    return [...written]
        .filter((key) => !known.has(key))
        .toSorted()
        .map((key) => ({ apiVersion: key.slice(0, key.lastIndexOf('/')), kind: key.slice(key.lastIndexOf('/') + 1) }));
}
/** Asked only where nothing else says so; who may not ask has been given a namespace. */
async function findNamespace(place, state, objects) {
    if (!state.fresh || objects.length > 0)
        return true;
    const { status } = await place.api.get(pathOf('v1', 'Namespace', place.namespace, place.namespace));
    return status !== 404;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/destroy.js












/** How long pods are given to end; what takes longer is gone a little later all the same. */
const podsGoneSeconds = 60;
const claimKind = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
/** The state goes last, by whoever keeps it; the lock is given back by its holder. */
const destroy_own = Object.values(kubernetes/* stateNames */.U0);
/** Who leans on whom: the gateway goes before what it calls. */
const order = ['gateway', 'plugin', 'redis', 'postgres'];
/**
 * Removes what can be made again. Without `volumes` the data stays, and with it the secrets that open it; with them the
 * namespace goes too, where we made it and nobody else has anything in it. Where nothing is there, nothing is done.
 *
 * @returns what was removed, as lines for people.
 * @throws StackError APPLY_FAILED when something could not be removed: the state is kept, and the next run goes on.
 */
async function destroy_destroyStack(place, store, options) {
    const state = await store.read();
    const listed = new Set(state.releases.flatMap(({ inventory = [] }) => inventory.map(({ key }) => key)));
    const workloads = await listOurs(place, observe_workloadKinds, listed);
    const role = ({ metadata }) => order.indexOf(metadata.labels?.[kubernetes/* objectLabels */.r$.role] ?? '');
    for (const workload of workloads.toSorted((a, b) => role(a) - role(b)))
        await remove(place, [workload]);
    await waitForPods(place);
    const rest = await listOurs(place, [...plainKinds, secretKind, ...furtherKinds(state, [cert_manager/* certificateKind */.AI])], listed);
    const others = rest.filter(({ kind, metadata }) => kind !== claimKind.kind && !destroy_own.includes(metadata.name));
    await remove(place, others);
    await inParallel(others.filter(cert_manager/* asksForLeaf */.MO), ({ metadata }) => removeLeaf(place, metadata.name));
    await removeUnlisted(place, state);
    const claims = await findClaims(place);
    if (options.volumes)
        await remove(place, claims);
    const keep = !options.volumes && claims.length > 0 && !state.fresh;
    if (keep)
        await store.write(forgetStack(state, options.keepSecrets));
    else
        await store.remove();
    return [
        ...[...workloads, ...others].map(({ kind = '', metadata }) => `${kind}/${metadata.name}`),
        ...(options.volumes ? claims.map(({ metadata }) => `PersistentVolumeClaim/${metadata.name} and its data`) : []),
        ...(keep || state.fresh ? [] : ['the stack’s state: CA, generated secrets, history']),
        ...(options.volumes && state.namespaceCreated === true ? [await removeNamespace(place)] : []),
    ];
}
/** With our label, and written by us: an inventory lists it, or it carries our hash. No other tool keeps it. */
async function listOurs(place, kinds, listed) {
    const lists = await Promise.all(kinds.map((kind) => listObjects(place, kind, { ours: true, metadataOnly: true })));
    return lists
        .flatMap((list) => list ?? [])
        .filter(({ apiVersion = '', kind = '', metadata }) => {
        const written = metadata.annotations?.[kubernetes/* objectLabels */.r$.hash] !== undefined;
        const key = (0,kubernetes/* objectKey */.T5)({ apiVersion, kind, name: metadata.name });
        return ownerOf(metadata) === undefined && (written || listed.has(key));
    });
}
/** Secrets that may not be listed are known from what was written, by name and uid. */
async function removeUnlisted(place, state) {
    const entries = state.releases.flatMap(({ inventory = [] }) => inventory);
    const secrets = new Map(entries.filter(({ key }) => key.startsWith('v1/Secret/')).map((entry) => [entry.key, entry]));
    await inParallel([...secrets.values()], async ({ key, uid }) => {
        const path = pathOf('v1', 'Secret', place.namespace, key.slice('v1/Secret/'.length));
        await place.api.remove(path, uid === undefined ? {} : { uid });
    });
}
/**
 * Claims with our label that we wrote, and those that a StatefulSet of ours made from its template: `data-postgres-0`, with the
 * labels of its selector. A label alone is not enough to remove somebody's data.
 */
async function findClaims(place) {
    const claims = (await listObjects(place, claimKind, { ours: true, metadataOnly: true })) ?? [];
    return claims.filter(({ metadata }) => {
        if (metadata.annotations?.[kubernetes/* objectLabels */.r$.hash] !== undefined)
            return true;
        const ordinal = metadata.name.replace(`data-${metadata.labels?.['app.kubernetes.io/name']}-`, '');
        return /^\d+$/.test(ordinal);
    });
}
/** All of them are tried. @throws StackError APPLY_FAILED naming those that are still there. */
async function remove(place, objects) {
    const left = [];
    await inParallel(objects, async ({ apiVersion = '', kind = '', metadata }) => {
        const path = await locate(place, { apiVersion, kind, name: metadata.name });
        const { status } = await place.api.remove(path, metadata.uid === undefined ? {} : { uid: metadata.uid });
        // 404 and 409: it went by itself, or somebody has made another one.
        if (status >= 300 && status !== 404 && status !== 409)
            left.push(`${kind}/${metadata.name} (HTTP ${status})`);
    });
    if (left.length === 0)
        return;
    throw new errors/* StackError */.L({
        code: 'APPLY_FAILED',
        message: `these objects in ${place.namespace} could not be removed: ${left.sort().join(', ')}`,
        hint: 'The others that were tried are gone. Look at the rights (HTTP 403): mcp-deploy rbac; then destroy again',
    });
}
async function waitForPods(place) {
    const { clock, signal, progress } = place.io;
    const start = clock.now().getTime();
    for (;;) {
        const all = (await listObjects(place, podKind, { ours: true, metadataOnly: true })) ?? [];
        const pods = all.filter(({ metadata }) => metadata.labels?.[kubernetes/* objectLabels */.r$.hash] !== undefined);
        if (pods.length === 0 || signal.aborted)
            return;
        if (clock.now().getTime() - start > podsGoneSeconds * 1000) {
            progress.line(`${pods.length} pods are still ending: ${pods.map(({ metadata }) => metadata.name).join(', ')}`);
            return;
        }
        await clock.sleep(300, signal);
    }
}
/** @returns what became of it, as a line. */
async function removeNamespace(place) {
    const { api, namespace } = place;
    const left = await findLeftovers(place);
    if (left === undefined)
        return `not the namespace ${namespace}: what else is in it may not be listed`;
    if (left.length > 0)
        return `not the namespace ${namespace}: ${left.slice(0, 3).join(', ')} is in it`;
    const { status } = await api.remove(pathOf('v1', 'Namespace', namespace, namespace));
    if (status === 403)
        return `not the namespace ${namespace}: the right to delete it is missing`;
    return status < 300 || status === 404 ? `the namespace ${namespace}` : `not the namespace ${namespace}: ${status}`;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/diff.js





/** Component of what belongs to none. */
const shared = 'stack';
/** Deletes come after every other wave: the gateway has let go of a plugin before that goes. */
const diff_deleteWave = 3;
/**
 * Bundle × Live → one change per component and one per shared object that changes (named `Kind/name`), in the order of waves,
 * then of names. Pure.
 */
function diff_diffStack(bundle, live) {
    const verdicts = compareObjects(bundle, live);
    const going = prunable(bundle, live).objects;
    const comparisons = bundle.components.map((wanted) => compare(wanted, live, verdicts, going));
    const changes = comparisons.map(changeOf);
    const whyRoll = (plugin) => whyGatewayRolls(plugin, comparisons);
    const rolled = changes.map((change, at) => restartToo(rollGateway(change, changes, bundle, live, whyRoll), comparisons[at]));
    return [
        ...rolled.map((change, at) => diff_explain(change, comparisons[at]?.recorded === undefined)),
        ...sharedChanges(verdicts),
        ...removals(bundle, live, going),
    ].toSorted((a, b) => a.wave - b.wave || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0));
}
function compare(wanted, live, verdicts, going) {
    const release = goodReleases(live).at(-1);
    // By name: with `rolling: parallel` the same plugin is another workload.
    const recorded = release?.components.find(({ name, role }) => name === wanted.name && role === wanted.role);
    const runs = live.components.find(({ service }) => service === wanted.service);
    const elsewhere = live.components.find(({ component, service }) => component === wanted.name && service !== wanted.service);
    return {
        wanted,
        ...(runs && { live: runs }),
        ...(recorded && { recorded }),
        moves: runs === undefined && elsewhere !== undefined,
        verdicts: verdicts.filter((verdict) => verdict.wanted.component === wanted.name),
        leftovers: going.filter(({ owningComponent }) => owningComponent === wanted.name),
        revision: release?.revision ?? 0,
    };
}
function changeOf(comparison) {
    const { live, leftovers, moves, recorded, revision, verdicts, wanted } = comparison;
    const fixed = leftovers.filter(({ contentNamed }) => !contentNamed);
    const objects = [
        ...objectChanges(verdicts),
        ...fixed.map((object) => ({ object: diff_objects_label(object), action: 'delete' })),
    ];
    const change = {
        component: wanted.name,
        service: wanted.service,
        wave: wanted.wave,
        pending: wanted.pending,
        objects,
    };
    if (live === undefined && !moves) {
        const why = `it is part of release ${revision} and is not there any more`;
        return { ...change, action: 'create', reasons: recorded === undefined ? [] : [{ field: 'drift', why }] };
    }
    const drift = [...verdicts.flatMap((verdict) => verdict.drift), ...runsOtherwise(comparison)];
    const differs = moves || live?.hash !== wanted.hash || wanted.pending.length > 0;
    if (differs || objects.length > 0) {
        const fields = fieldReasons(recorded?.fields, wanted);
        const left = fixed.map((object) => ({ field: diff_objects_label(object), why: 'it is not wanted any more' }));
        const missing = differs ? [] : createdReasons(verdicts, revision);
        return { ...change, action: 'update', reasons: [...fields, ...drift, ...missing, ...(moves ? [] : left)] };
    }
    if (live?.readiness === 'failed')
        return { ...change, action: 'restart', reasons: [{ field: 'drift', why: live.message }] };
    return { ...change, action: 'unchanged', reasons: [] };
}
/** Field of a gateway whose pods say by a hash which plugins they were started with; what became of those is said in words. */
const pluginsField = 'plugins';
/** What runs is not what the release made: a run that failed, or a hand. */
function runsOtherwise({ live, recorded, revision, wanted }) {
    if (live === undefined || recorded === undefined || recorded.service !== wanted.service)
        return [];
    if (live.hash === recorded.hash)
        return [];
    return [{ field: 'drift', why: `what runs is not what release ${revision} made` }];
}
/** An object that only now comes to a component that runs: new, or removed by somebody. */
function createdReasons(verdicts, revision) {
    return verdicts.flatMap(({ action, wanted }) => action === 'create' ? [{ field: diff_objects_label(wanted), why: `it is not there (release ${revision} is live)` }] : []);
}
function diff_explain({ objects = [], ...change }, unrecorded) {
    const told = change.reasons.filter(({ field }) => field !== pluginsField);
    const others = { field: pluginsField, why: 'its plugins are not the ones it was started with' };
    const left = change.reasons.length > 0 ? others : unexplained(unrecorded);
    const reasons = change.action === 'update' && told.length === 0 ? [left] : told;
    return { ...change, reasons, ...(objects.length > 0 && { objects }) };
}
/** Only what brings new pods takes the gateway along: another number of them, or another Service, does not. */
function whyGatewayRolls(plugin, comparisons) {
    const comparison = comparisons.find(({ wanted }) => wanted.service === plugin.service);
    if (plugin.action !== 'update' || comparison === undefined)
        return whyRestart(plugin);
    const { moves, wanted } = comparison;
    if (moves) {
        const slot = /-(r\d)$/.exec(wanted.service)?.[1];
        const where = slot === undefined ? `to ${wanted.service}` : `to revision ${slot}`;
        return {
            field: 'plugin moved',
            why: `plugin ${wanted.name} moves ${where}; the old one serves until the gateway has moved`,
        };
    }
    return bringsPods(comparison) ? whyRestart(plugin) : undefined;
}
/** What is written of it makes new pods; pods that are to be made again for another reason are restarted beside that. */
function restartToo(change, comparison) {
    const losesSessions = change.reasons.some(({ field }) => field === 'plugin restarted');
    if (change.action !== 'update' || !losesSessions || comparison === undefined || bringsPods(comparison))
        return change;
    return { ...change, action: 'restart' };
}
function bringsPods({ live, verdicts, wanted }) {
    if (live?.hash !== wanted.hash || wanted.pending.length > 0)
        return true;
    return verdicts.some(({ drift }) => drift.some(({ field }) => field.startsWith('spec.template.')));
}
function sharedChanges(verdicts) {
    return verdicts.flatMap((verdict) => {
        const { action, drift, wanted } = verdict;
        if (wanted.component !== shared || action === 'unchanged')
            return [];
        // Nobody wrote a name for it.
        const name = diff_objects_label(wanted);
        const change = { component: name, service: name, wave: wanted.wave, pending: wanted.pending, action };
        const reasons = action === 'update' && drift.length === 0 ? [unexplained(false)] : drift;
        return [{ ...change, reasons, objects: objectChanges([verdict]) }];
    });
}
/** Components that are not in the configuration any more, and shared objects that are not needed. */
function removals(bundle, live, going) {
    const orphaned = going.filter(({ owningComponent }) => !bundle.components.some(({ name }) => name === owningComponent));
    const names = [...new Set(orphaned.map(({ owningComponent }) => owningComponent))];
    return names.flatMap((name) => {
        const objects = orphaned.filter(({ owningComponent }) => owningComponent === name);
        const change = { action: 'delete', component: name, wave: diff_deleteWave, pending: [] };
        const deletes = objects.map((object) => ({ object: diff_objects_label(object), action: 'delete' }));
        if (name === shared) {
            const reasons = [{ field: 'component', why: 'it is not needed any more' }];
            const fixed = objects.filter(({ contentNamed }) => !contentNamed);
            return fixed.map((object) => {
                const its = diff_objects_label(object);
                return {
                    ...change,
                    component: its,
                    service: its,
                    reasons,
                    objects: [{ object: its, action: 'delete' }],
                };
            });
        }
        const service = live.components.find(({ component }) => component === name)?.service;
        // Only contents of a component that went earlier: nothing to tell anybody of, the next prune takes them.
        if (service === undefined && objects.every(({ contentNamed }) => contentNamed))
            return [];
        const reasons = [{ field: 'component', why: 'it is not in the configuration' }];
        return [{ ...change, service: service ?? objects[0]?.name ?? name, reasons, objects: deletes }];
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/gone-images.js


/**
 * Components whose image no node could pull any more. What runs and is ready is on a node, whatever the registry says of it,
 * and so is what is never pulled.
 */
async function findGoneImages(bundle, running, absentOf) {
    const present = new Set(running.flatMap(({ image, readiness }) => (readiness === 'ready' ? [image] : [])));
    const pulled = bundle.components.flatMap((component) => {
        const { image, name, service } = component;
        if ((0,pending/* isPending */.m)(image) || present.has(image) || isLocalOnly(component) || isNeverPulled(bundle, service))
            return [];
        return [{ name, service, image }];
    });
    const absent = await absentOf(pulled.map(({ image }) => image));
    return pulled
        .filter(({ image }) => absent.has(image))
        .map(({ name, service, image }) => ({
        component: name,
        service,
        reason: `image ${image} is missing: its registry does not have it any more`,
        lastLog: [],
        hint: 'Build it again: mcp-deploy build',
    }));
}
function isNeverPulled({ kubernetes }, service) {
    const workload = kubernetes?.objects.find(({ kind, name }) => name === service && /^(?:Deployment|StatefulSet)$/.test(kind));
    // The bundle's workload is one as the server knows it.
    const spec = workload?.manifest['spec'];
    return spec?.template.spec.containers[0]?.imagePullPolicy === 'Never';
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/certificate-status.js
/** How long an issuer that is not there or not ready may take to come, in seconds: it may have been made a moment ago. */
const issuerGraceSeconds = 20;
/**
 * Where a Certificate stands: ready for its newest generation, failed for good, or on its way with the last words of whoever
 * is asked. Pure.
 *
 * @param requests  All of the namespace, or undefined where they may not be listed.
 */
function lookAtCertificate(certificate, requests, waitedSeconds) {
    const { metadata, status } = certificate;
    const find = (type) => status?.conditions?.find((condition) => condition.type === type);
    const [ready, issuing] = [find('Ready'), find('Issuing')];
    const isCurrent = (ready?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
    if (ready?.status === 'True' && isCurrent && issuing?.status !== 'True')
        return { state: 'ready', message: 'issued' };
    const attempt = latestOf(requests ?? [], metadata.name);
    const refused = refusalOf(attempt);
    if (refused !== undefined)
        return { state: 'failed', message: refused };
    if (hasFailed(certificate))
        return { state: 'failed', message: issuing?.message ?? 'it failed' };
    const waits = attempt?.status?.conditions?.find(({ type }) => type === 'Ready');
    const message = waits?.message ?? issuing?.message ?? ready?.message ?? 'cert-manager has not seen it yet';
    const isIssuers = waits?.reason === 'Pending' && /not found|Ready status condition|not ready/i.test(message);
    return { state: isIssuers && waitedSeconds >= issuerGraceSeconds ? 'failed' : 'progressing', message };
}
/** The last attempt failed; cert-manager waits an hour and more before the next one of the same wish. Pure. */
function hasFailed({ status }) {
    const issuing = status?.conditions?.find(({ type }) => type === 'Issuing');
    return issuing?.status === 'False' && issuing.reason !== undefined && issuing.reason !== 'Issued';
}
function refusalOf(attempt) {
    const conditions = attempt?.status?.conditions ?? [];
    const said = conditions.find(({ status, type }) => status === 'True' && (type === 'Denied' || type === 'InvalidRequest'));
    if (said !== undefined)
        return `${said.type === 'Denied' ? 'denied' : 'invalid'}: ${said.message ?? said.reason ?? ''}`;
    const ready = conditions.find(({ type }) => type === 'Ready');
    return ready?.status === 'False' && ready.reason === 'Failed' ? (ready.message ?? 'it failed') : undefined;
}
/** The newest attempt for a Certificate. */
function latestOf(requests, name) {
    const revision = ({ metadata }) => Number(metadata.annotations?.['cert-manager.io/certificate-revision'] ?? 0);
    return requests
        .filter(({ metadata }) => metadata.annotations?.['cert-manager.io/certificate-name'] === name)
        .toSorted((a, b) => revision(b) - revision(a))[0];
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/issue-certificates.js










/** Between two looks: signing takes a second or two. */
const issue_certificates_pollMilliseconds = 500;
/** How long an object that is asked anew may take to go. */
const issue_certificates_goneSeconds = 30;
const issue_certificates_whole = { ours: true, metadataOnly: false };
const requestKind = { apiVersion: cert_manager/* certificateKind */.AI.apiVersion, kind: 'CertificateRequest' };
/**
 * Asks cert-manager for these Certificates and waits until each is signed and kept.
 *
 * @throws StackError AUTHORITY_FAILED at once when one fails, with what cert-manager or the issuer says; APPLY_FAILED.
 */
async function issueCertificates(place, objects, timeoutSeconds) {
    const before = await needObjects(place, cert_manager/* certificateKind */.AI, issue_certificates_whole);
    const failed = before.filter((one) => hasFailed(one) && objects.some(({ name }) => name === one.metadata.name));
    await inParallel(failed, (one) => removeFailed(place, one));
    await inParallel(objects, (object) => issue_certificates_ask(place, object));
    await waitUntilIssued(place, objects, timeoutSeconds);
}
/** A wish that failed is not tried again for an hour; as a new object it is tried at once. Its Secret stays. */
async function removeFailed(place, { metadata }) {
    const { api, io, namespace } = place;
    const path = pathOf(cert_manager/* certificateKind */.AI.apiVersion, cert_manager/* certificateKind */.AI.kind, namespace, metadata.name);
    // In the foreground: its failed attempts are gone with it.
    await api.remove(path, { propagation: 'Foreground', ...(metadata.uid === undefined ? {} : { uid: metadata.uid }) });
    const start = io.clock.now().getTime();
    while ((await api.get(path, { metadataOnly: 'object' })).status === 200) {
        if (io.clock.now().getTime() - start > issue_certificates_goneSeconds * 1000)
            return;
        await io.clock.sleep(issue_certificates_pollMilliseconds, io.signal);
        stopIfInterrupted(io);
    }
}
async function issue_certificates_ask(place, { apiVersion, kind, manifest, name }) {
    const path = pathOf(apiVersion, kind, place.namespace, name);
    const body = JSON.stringify(manifest);
    const tried = await place.api.apply(path, body);
    const answer = isOwnConflict(tried) ? await place.api.apply(path, body, { force: true }) : tried;
    if (answer.status < 300)
        return;
    const { hint, reason } = explainRefusal(`${kind}/${name}`, answer);
    const code = answer.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED';
    throw new errors/* StackError */.L({ code, message: place.io.redactor.redact(reason), hint: inPlace(place, hint) });
}
async function waitUntilIssued(place, objects, timeoutSeconds) {
    const { clock, progress, redactor, signal } = place.io;
    const start = clock.now().getTime();
    const tasks = new Map(objects.map(({ component, name }) => [name, progress.task(`certificate of ${component}`)]));
    const done = new Set();
    let requests = [];
    for (;;) {
        const certificates = await needObjects(place, cert_manager/* certificateKind */.AI, issue_certificates_whole);
        // They carry no label of ours; where they may not be listed, the Certificate says less.
        if (requests !== undefined) {
            requests = await listObjects(place, requestKind, { ours: false, metadataOnly: false });
        }
        const waited = (clock.now().getTime() - start) / 1000;
        const open = [];
        const broken = [];
        for (const { component, name } of objects.filter((object) => !done.has(object.name))) {
            const certificate = certificates.find(({ metadata }) => metadata.name === name);
            const look = certificate === undefined
                ? { state: 'progressing', message: 'not seen yet' }
                : lookAtCertificate(certificate, requests, waited);
            const message = redactor.redact(look.message);
            if (look.state === 'ready' && (await readAnswer(place, name, true)) !== undefined) {
                done.add(name);
                tasks.get(name)?.done(message);
                continue;
            }
            tasks.get(name)?.update(message);
            if (look.state === 'failed')
                broken.push(`${component}: ${message}`);
            else
                open.push(`${component}: ${message}`);
        }
        if (broken.length > 0)
            throw notIssued(place, objects, `cert-manager did not issue ${broken.join('; ')}`);
        if (open.length === 0)
            return;
        if (waited >= timeoutSeconds) {
            throw notIssued(place, objects, `cert-manager did not issue within ${timeoutSeconds} s ${open.join('; ')}`);
        }
        await clock.sleep(issue_certificates_pollMilliseconds, signal);
        stopIfInterrupted(place.io);
    }
}
function notIssued(place, objects, message) {
    const names = objects.map(({ name }) => name).slice(0, 3);
    return new errors/* StackError */.L({
        code: 'AUTHORITY_FAILED',
        message,
        hint: inPlace(place, `Nothing was deployed. See more: kubectl describe certificate,certificaterequest ${names.join(' ')}`),
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/lease.js




const apiVersion = 'coordination.k8s.io/v1';
const annotations = {
    /** One run: two of the same holder are two. */
    run: 'mcp-stack.dev/run',
    purpose: 'mcp-stack.dev/purpose',
    process: 'mcp-stack.dev/process',
};
const newRun = () => (0,external_node_crypto_.randomUUID)();
const leasePath = ({ namespace }) => pathOf(apiVersion, 'Lease', namespace, kubernetes/* stateNames */.U0.lock);
const leasesPath = ({ namespace }) => pathOf(apiVersion, 'Lease', namespace);
/** The body of a write. @param over  The version that is replaced. */
function leaseBody(place, claim, over) {
    return JSON.stringify({
        apiVersion,
        kind: 'Lease',
        metadata: {
            name: kubernetes/* stateNames */.U0.lock,
            labels: { [kubernetes/* objectLabels */.r$.stack]: place.stack, 'app.kubernetes.io/managed-by': kubernetes/* fieldManager */.wM },
            annotations: {
                [annotations.run]: claim.run,
                [annotations.purpose]: claim.purpose,
                ...(claim.mark && { [annotations.process]: formatMark(claim.mark) }),
            },
            ...over,
        },
        spec: {
            holderIdentity: claim.holder,
            leaseDurationSeconds: Math.max(1, Math.ceil(claim.staleSeconds)),
            acquireTime: microTime(claim.since),
            renewTime: microTime(place.io.clock.now().toISOString()),
        },
    });
}
function parseLease(body) {
    const { metadata, spec } = body;
    const mark = parseMark(metadata.annotations?.[annotations.process] ?? '');
    return {
        uid: metadata.uid,
        resourceVersion: metadata.resourceVersion,
        run: metadata.annotations?.[annotations.run] ?? '',
        holder: spec?.holderIdentity || 'unknown',
        purpose: metadata.annotations?.[annotations.purpose] ?? 'unknown',
        since: spec?.acquireTime?.replace(/\d{3}Z$/, 'Z') ?? 'unknown',
        ...(mark && { mark }),
    };
}
/** The server takes six digits of a second and nothing else. */
const microTime = (iso) => iso.replace(/Z$/, '000Z');

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/lock.js






/**
 * Takes the stack's lock: a Lease, written only over the version that was seen. The holder's sign of life is that version, so
 * that no two clocks are compared. A waiter that sees it stand still takes over; one on the same machine that sees the holder's
 * process gone does so at once.
 *
 * @throws StackError LOCK_HELD naming the holder, after `waitSeconds`; RIGHTS_MISSING.
 */
async function lock_takeLock(place, request) {
    const { io } = place;
    const times = request.times ?? lockTimes;
    const start = io.clock.now().getTime();
    const claim = {
        ...request,
        run: newRun(),
        since: io.clock.now().toISOString(),
        staleSeconds: times.staleSeconds,
    };
    let watched;
    let told = false;
    for (;;) {
        stopIfInterrupted(io);
        const seen = await readLease(place);
        // Ours already: the answer to the write that took it was lost.
        if (seen?.run === claim.run)
            return lock_keepLock(place, claim, seen, times.beatSeconds);
        if (seen === undefined) {
            const taken = await write(place, claim);
            if (taken !== undefined)
                return lock_keepLock(place, claim, taken, times.beatSeconds);
            continue;
        }
        const now = io.clock.now().getTime();
        const silent = seen.uid === watched?.uid && seen.resourceVersion === watched.version;
        if (watched === undefined || !silent)
            watched = { uid: seen.uid, version: seen.resourceVersion, since: now };
        const left = seen.mark !== undefined && (await isGone(seen.mark, request.mark, io));
        if (left || now - watched.since >= times.staleSeconds * 1000) {
            const taken = await write(place, claim, seen);
            if (taken === undefined)
                continue;
            io.progress.line(takingOver(seen, left, times.staleSeconds));
            return lock_keepLock(place, claim, taken, times.beatSeconds);
        }
        if (now - start >= request.waitSeconds * 1000)
            throw lock_held(place, seen, request.waitSeconds);
        if (!told)
            io.progress.line(lock_waitingFor(seen, request.waitSeconds));
        told = true;
        await io.clock.sleep(times.pollSeconds * 1000, io.signal);
    }
}
/** Who holds it; undefined when nobody does. */
async function readLease(place) {
    const answer = await place.api.get(leasePath(place));
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw lock_refused(place, answer);
    return parseLease(answer.body);
}
/** Takes or renews; undefined when somebody else was quicker. */
async function write(place, claim, over) {
    const version = over && { uid: over.uid, resourceVersion: over.resourceVersion };
    const body = leaseBody(place, claim, version);
    const answer = over === undefined
        ? await place.api.create(leasesPath(place), body)
        : await place.api.replace(leasePath(place), body);
    if (answer.status === 200 || answer.status === 201)
        return parseLease(answer.body);
    // 404 of a replace: given back in this moment. Of a create it is the namespace that is not there.
    if (answer.status === 409 || (answer.status === 404 && over !== undefined))
        return undefined;
    throw lock_refused(place, answer);
}
function lock_keepLock(place, claim, taken, beatSeconds) {
    const { clock, progress } = place.io;
    const stop = new AbortController();
    let current = taken;
    let lost = false;
    let released = false;
    const beat = async () => {
        const renewed = await write(place, claim, current);
        if (renewed !== undefined) {
            current = renewed;
            return;
        }
        // Somebody took it, or only touched it; or the answer to our own renewal was lost.
        const seen = await readLease(place);
        if (seen?.run === claim.run)
            current = seen;
        else
            lost = true;
    };
    const beats = (async () => {
        for (;;) {
            await clock.sleep(beatSeconds * 1000, stop.signal);
            if (stop.signal.aborted || lost)
                return;
            // A server that does not answer for once is no reason to give up.
            await beat().catch(() => undefined);
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
            if (lost)
                return;
            const { uid, resourceVersion } = current;
            const answer = await place.api.remove(leasePath(place), { uid, resourceVersion }).catch(() => undefined);
            const left = answer === undefined || (answer.status >= 300 && answer.status !== 404 && answer.status !== 409);
            if (left)
                progress.detail(`the lock could not be given back; it frees itself after ${lockTimes.staleSeconds} s`);
        },
    };
}
function takingOver({ holder, purpose }, left, staleSeconds) {
    return left
        ? `the run of ${holder} (${purpose}) ended without giving its lock back: taking over`
        : `the lock of ${holder} (${purpose}) shows no life for ${staleSeconds} s: taking over`;
}
function lock_waitingFor({ holder, purpose, since }, waitSeconds) {
    return `waiting up to ${waitSeconds} s for ${holder}, who holds the lock for ${purpose} since ${since}`;
}
function lock_held({ stack }, seen, waited) {
    return new errors/* StackError */.L({
        code: 'LOCK_HELD',
        message: `${seen.holder} holds the lock of ${stack} for ${seen.purpose} since ${seen.since}; waited ${waited} s`,
        hint: `Run again when it is done. If that run is gone, the lock frees itself after ${lockTimes.staleSeconds} s`,
    });
}
function lock_refused(place, answer) {
    const { io, kubectl } = place;
    return new errors/* StackError */.L({
        code: answer.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED',
        message: `the lock of ${place.stack} cannot be taken: ${io.redactor.redact(answers_reasonOf(answer))}`,
        hint: `See what you may do: ${[kubectl.program, ...kubectl.args].join(' ')} auth can-i create leases.coordination.k8s.io`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/logs.js




/**
 * Shows log lines of components, all of them when none is named; follows until the run is told to stop.
 *
 * @throws StackError USAGE, RIGHTS_MISSING, ENGINE_UNREACHABLE, COMMAND_FAILED
 */
async function logs_showLogs(place, options) {
    const pods = choosePods(await readPods(place), options.components);
    const refused = await Promise.all(pods.map(async (pod) => {
        const container = pod.spec.containers[0]?.name ?? '';
        const follow = options.follow ? ['--follow'] : [];
        const args = ['logs', pod.metadata.name, '-c', container, '--tail', String(options.tail), ...follow];
        const prefix = prefixOf(pod, pods);
        const onLine = (line) => options.onLine(prefix, line);
        // The end of a followed log by Ctrl-C is the way out, not a failure.
        const ended = await runKubectl(place.io, place.kubectl, args, { onLine }).catch((error) => {
            if (!place.io.signal.aborted)
                throw error;
        });
        return ended !== undefined && ended.exitCode !== 0 && !place.io.signal.aborted;
    }));
    if (pods.length === 0 || refused.includes(false))
        return;
    throw new errors/* StackError */.L({
        code: 'COMMAND_FAILED',
        message: `no log could be read: ${pods.length === 1 ? 'its pod' : `all ${pods.length} pods`} refused it, for the reasons above`,
        hint: 'Is a right missing? kubectl auth can-i get pods/log',
    });
}
/** The pods of components, those that were made for a question only aside. @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE */
function readPods(place) {
    const labelSelector = `${kubernetes/* objectLabels */.r$.stack}=${place.stack},${kubernetes/* objectLabels */.r$.role},!mcp-stack.dev/one-off`;
    return selectObjects(place, { apiVersion: 'v1', kind: 'Pod' }, labelSelector);
}
/** @param wanted  Names or services; none: all. Pure. @throws StackError USAGE */
function choosePods(pods, wanted) {
    const sorted = pods.toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    if (wanted.length === 0)
        return sorted;
    const unknown = wanted.filter((name) => !sorted.some((pod) => logs_answersTo(pod, name)));
    if (unknown.length > 0) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `no pod of ${unknown.join(', ')} is there`,
            hint: `There are: ${[...new Set(sorted.map(logs_nameOf))].toSorted().join(', ') || 'none; deploy first'}`,
        });
    }
    return sorted.filter((pod) => wanted.some((name) => logs_answersTo(pod, name)));
}
/** `OPA`, or `OPA/x7k2p` where several of its pods are shown. Pure. */
function prefixOf(pod, shown) {
    const name = logs_nameOf(pod);
    const several = shown.filter((other) => logs_nameOf(other) === name).length > 1;
    return several ? `${name}/${pod.metadata.name.split('-').at(-1) ?? ''}` : name;
}
/** `app.kubernetes.io/name` is the service of every slot. */
function logs_answersTo(pod, name) {
    return logs_nameOf(pod) === name || pod.metadata.labels?.['app.kubernetes.io/name'] === name;
}
/** The component as the user wrote it. Pure. */
function logs_nameOf({ metadata }) {
    return metadata.annotations?.[kubernetes/* objectLabels */.r$.name] ?? metadata.labels?.['app.kubernetes.io/name'] ?? metadata.name;
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/obstacles.js


/** Everything that stands in the way of what `diff` says, all at once. Pure. */
function findObstacles(bundle, live) {
    return [...blockingFindings(bundle, live), ...[prunable_massDelete(bundle, live) ?? []].flat()];
}
/** Objects that are not ours to write, that the server refuses, or of which somebody else set fields. Pure. */
function blockingFindings(bundle, live) {
    return compareObjects(bundle, live).flatMap((verdict) => obstacleOf(verdict) ?? []);
}
function obstacleOf({ action, finding, live, wanted }) {
    const name = diff_objects_label(wanted);
    if (finding?.kind === 'foreign') {
        return {
            severity: 'error',
            code: 'OBJECT_FOREIGN',
            message: `${name} is there already and belongs to ${finding.owner}`,
            hint: 'Give the stack a namespace of its own with deployment.namespace, or leave that object out of the config',
        };
    }
    if (action === 'unchanged')
        return undefined;
    if (live?.owner !== undefined) {
        return {
            severity: 'error',
            code: 'OBJECT_FOREIGN',
            message: `${live.owner} keeps ${name} and would undo what is written here`,
            hint: 'Deploy it with that tool (mcp-deploy generate --for gitops), or take it out of there',
        };
    }
    if (finding?.kind === 'refused') {
        return {
            severity: 'error',
            code: 'APPLY_FAILED',
            message: `the API server refuses ${name}: ${finding.message}`,
            hint: 'Change what it names in the config or in the patch that makes it; nothing was changed',
        };
    }
    if (finding?.kind !== 'conflict')
        return undefined;
    const fields = finding.fields.join(', ');
    return {
        severity: 'error',
        code: 'FIELD_CONFLICT',
        message: `${finding.manager} set ${fields} of ${name}, and the configuration sets it otherwise`,
        hint: 'Let one of the two set it, or take it over with --force-conflicts',
    };
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/read-secret.js



/**
 * A Secret that is not ours, by name. Every value of it is hidden, also those that nobody asks for.
 *
 * @throws StackError ENGINE_UNREACHABLE
 */
async function readSecret(place, name) {
    const found = await fetchSecret(place, name);
    for (const value of found.kind === 'found' ? found.values.values() : []) {
        if (value !== undefined)
            place.io.redactor.add(value, { needle: false });
    }
    return found;
}
/** As readSecret, with nothing hidden yet: for who has better names for the values. */
async function fetchSecret(place, name) {
    const answer = await place.api.get(pathOf('v1', 'Secret', place.namespace, name));
    if (answer.status === 404)
        return { kind: 'absent' };
    if (answer.status === 403)
        return { kind: 'forbidden', reason: place.io.redactor.redact(answers_reasonOf(answer)) };
    if (answer.status !== 200)
        throw away(place.io.redactor.redact(answers_reasonOf(answer)));
    const { immutable, metadata, data = {} } = answer.body;
    const values = new Map(Object.entries(data).map(([key, text]) => [key, decode(`${name}#${key}`, text)]));
    const changedAt = immutable === true ? undefined : lastWrite(metadata);
    const { resourceVersion = '' } = metadata;
    return { kind: 'found', values, resourceVersion, ...(changedAt === undefined ? {} : { changedAt }) };
}
/** Times of the API server have one length, and sort as text. */
function lastWrite({ creationTimestamp, managedFields = [] }) {
    const times = [creationTimestamp, ...managedFields.map(({ time }) => time)];
    return times
        .filter((time) => time !== undefined)
        .toSorted()
        .at(-1);
}
/** undefined for bytes that are no text. */
function decode(name, base64) {
    try {
        return new model_secret/* Secret */.z(name, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64')));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/running-secrets.js


/**
 * What the pods took from Secrets, ours and others: those are read by the names that the pods have. One that may not be read, is
 * gone, or was changed since the pod started, says nothing about what runs.
 *
 * @throws StackError RIGHTS_MISSING (pods), ENGINE_UNREACHABLE
 */
async function readRunningSecrets(place) {
    const uses = (await readPods(place)).flatMap(usesOf);
    const names = [...new Set(uses.map(({ secret }) => secret))];
    const found = new Map(await Promise.all(names.map(async (name) => [name, await fetchSecret(place, name)])));
    const read = uses.map((use) => ({ use, ...readUse(use, found.get(use.secret)) }));
    return {
        values: read.flatMap(({ values }) => values),
        unread: read.flatMap(({ use: { component, secret, one }, known }) => known ? [] : [{ component, secret, ...(one === undefined ? {} : { variable: one.variable }) }]),
    };
}
/** Pure. */
function usesOf(pod) {
    const component = logs_nameOf(pod);
    const at = pod.status?.startTime;
    const when = at === undefined ? {} : { at };
    const { containers, initContainers = [] } = pod.spec;
    return [...initContainers, ...containers].flatMap(({ env = [], envFrom = [] }) => [
        ...envFrom.flatMap(({ secretRef }) => secretRef === undefined
            ? []
            : [{ component, secret: secretRef.name, optional: secretRef.optional === true, ...when }]),
        ...env.flatMap(({ name: variable, valueFrom }) => {
            const { key, name, optional } = valueFrom?.secretKeyRef ?? {};
            if (key === undefined || name === undefined)
                return [];
            return [{ component, secret: name, optional: optional === true, one: { variable, key }, ...when }];
        }),
    ]);
}
function readUse({ at, component, one, optional }, answer) {
    if (answer?.kind === 'absent')
        return { values: [], known: optional };
    if (answer?.kind !== 'found')
        return { values: [], known: false };
    const values = [...answer.values].flatMap(([key, value]) => value === undefined || (one !== undefined && one.key !== key)
        ? []
        : [{ component, variable: one?.variable ?? key, value }]);
    const { changedAt } = answer;
    return { values, known: at === undefined || changedAt === undefined || Date.parse(changedAt) <= Date.parse(at) };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/js/targets/state-parts-codec.js





/** Bytes a Secret may hold, with room for its head. */
const largestPart = 1_040_000;
/**
 * State → the two halves. Texts that were kept literally leave releases older than the two newest good ones; should the history
 * still not fit into a Secret, the oldest releases leave too.
 *
 * @throws StackError NOT_SUPPORTED when a half is larger than a Secret.
 */
function encodeParts(state, sequences) {
    const { releases, fresh: _derived, ...rest } = state;
    const writtenBy = releases.at(-1)?.toolVersion;
    const head = (name) => ({ sequence: sequences[name], ...(writtenBy === undefined ? {} : { writtenBy }) });
    const secrets = encodePart(JSON.stringify(sortKeys(revealAll(rest))), head('state'));
    if (secrets.bytes > largestPart)
        throw tooLarge('keys and certificates', secrets.bytes);
    let kept = withoutOldTexts(releases);
    for (;;) {
        const history = encodePart(pool(state.stack, kept), head('history'));
        if (history.bytes <= largestPart)
            return { state: secrets, history };
        if (kept.length <= 2)
            throw tooLarge('history', history.bytes);
        // Releases are about as long as one another.
        const fitting = Math.floor((kept.length * largestPart) / history.bytes);
        kept = kept.slice(-Math.max(2, Math.min(fitting, kept.length - 1)));
    }
}
/**
 * A Secret's `data` → its half.
 *
 * @throws StackError STATE_NEWER; STATE_UNREADABLE when its checksum does not hold.
 */
function decodePart(name, data) {
    const head = parseHead(Buffer.from(data['head'] ?? '', 'base64').toString('utf8'));
    if (head === undefined)
        throw damaged(name);
    refuseNewer(head);
    const body = decompress(name, Buffer.from(data['body'] ?? '', 'base64'));
    if (head.sha256 !== sha256(body))
        throw damaged(name);
    return { head, content: JSON.parse(body) };
}
/** Both halves → the state; without a history there are no releases. */
function decodeParts(state, history) {
    const rest = state.content;
    return restoreState({ ...rest, releases: history === undefined ? [] : unpool(history.content) });
}
function encodePart(body, about) {
    const head = { schema: stateSchema, sha256: sha256(body), ...about };
    const compressed = compress(body);
    const data = {
        head: Buffer.from(JSON.stringify(head)).toString('base64'),
        body: compressed.toString('base64'),
    };
    return { sha256: head.sha256, data: new model_secret/* Secret */.z('state', JSON.stringify(data)), bytes: compressed.length };
}
/** @returns JSON of a PooledHistory; put together from the values' own, for they are many and equal. */
function pool(stack, releases) {
    const texts = [];
    const byText = new Map();
    // Releases that were read together share their values.
    const byValue = new Map();
    const indexOf = (value) => {
        const seen = byValue.get(value);
        if (seen !== undefined)
            return seen;
        const text = JSON.stringify(plain(value));
        const index = byText.get(text) ?? texts.push(text) - 1;
        byText.set(text, index);
        byValue.set(value, index);
        return index;
    };
    // One after another all versions of one thing: close together they compress to their differences.
    for (const { value } of releases.flatMap(valuesOf).toSorted((a, b) => state_parts_codec_compare(a.key, b.key)))
        indexOf(value);
    const pooled = releases.map(({ components, contents, objects, inventory, ...release }) => ({
        ...revealAll(release),
        components: components.map(indexOf),
        contents: Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, indexOf(content)])),
        ...(objects === undefined ? {} : { objects: objects.map(indexOf) }),
        ...(inventory === undefined ? {} : { inventory: inventory.map(indexOf) }),
    }));
    return `{"stack":${JSON.stringify(stack)},"values":[${texts.join(',')}],"releases":${JSON.stringify(sortKeys(pooled))}}`;
}
/** An object's secret values are its last key, as they are after it was read: equal objects have an equal text. */
function plain(value) {
    if (!('values' in value))
        return value;
    const { values, ...rest } = value;
    return { ...rest, values: revealAll(values) };
}
/** Keys in the order of the alphabet: what was put together in another order is no other state. */
function sortKeys(value) {
    if (Array.isArray(value))
        return value.map(sortKeys);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).toSorted(([a], [b]) => state_parts_codec_compare(a, b));
    return Object.fromEntries(entries.map(([name, part]) => [name, sortKeys(part)]));
}
function valuesOf({ components, contents, objects = [], inventory = [] }) {
    return [
        ...components.map((value) => ({ key: `1 ${value.service}`, value })),
        ...objects.map((value) => ({ key: `2 ${value.kind} ${value.name}`, value })),
        ...inventory.map((value) => ({ key: `3 ${value.key}`, value })),
        ...Object.entries(contents).map(([name, value]) => ({ key: `4 ${name}`, value })),
    ];
}
function unpool({ values, releases }) {
    const at = (index) => values[index];
    return releases.map(({ components, contents, objects, inventory, ...release }) => ({
        ...release,
        components: components.map(at),
        contents: Object.fromEntries(Object.entries(contents).map(([name, index]) => [name, at(index)])),
        ...(objects === undefined ? {} : { objects: objects.map(at) }),
        ...(inventory === undefined ? {} : { inventory: inventory.map(at) }),
    }));
}
function withoutOldTexts(releases) {
    const good = releases.flatMap(({ status }, index) => (status === 'live' || status === 'superseded' ? [index] : []));
    const from = good.at(-2) ?? 0;
    return releases.map((release, index) => (index < from ? dropTexts(release) : release));
}
function dropTexts({ variables, objects, ...release }) {
    return {
        ...release,
        variables: dropAll(variables),
        ...(objects === undefined ? {} : { objects: objects.map(dropFromObject) }),
    };
}
function dropFromObject(object) {
    const { values } = object;
    if (values?.kind === 'env')
        return { ...object, values: { ...values, env: dropAll(values.env) } };
    if (values?.kind !== 'pull')
        return object;
    const credentials = values.credentials.map((one) => ({ ...one, password: drop(one.password) }));
    return { ...object, values: { ...values, credentials } };
}
function dropAll(variables) {
    return Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, drop(variable)]));
}
function drop({ parts }) {
    return {
        parts: parts.map((part) => part.kind === 'kept' ? { kind: 'kept', text: new model_secret/* Secret */.z(part.text.name, ''), dropped: true } : part),
    };
}
const state_parts_codec_compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function compress(body) {
    return (0,external_node_zlib_.brotliCompressSync)(body, {
        params: {
            // Beyond 5 it takes many times as long for a few per cent.
            [external_node_zlib_.constants.BROTLI_PARAM_QUALITY]: 5,
            [external_node_zlib_.constants.BROTLI_PARAM_LGWIN]: external_node_zlib_.constants.BROTLI_MAX_WINDOW_BITS,
            [external_node_zlib_.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
    });
}
function decompress(name, bytes) {
    try {
        return (0,external_node_zlib_.brotliDecompressSync)(bytes, { maxOutputLength: 512 * 1024 * 1024 }).toString('utf8');
    }
    catch {
        throw damaged(name);
    }
}
function damaged(name) {
    return new errors/* StackError */.L({
        code: 'STATE_UNREADABLE',
        message: `the state in Secret ${name} cannot be read: its checksum does not hold`,
        hint: 'Restore the Secret from a backup; or remove it, and with it the CA and all generated secrets: mcp-deploy destroy --volumes --force',
    });
}
function tooLarge(what, bytes) {
    return new errors/* StackError */.L({
        code: 'NOT_SUPPORTED',
        message: `the ${what} of this stack take ${Math.ceil(bytes / 1024)} KiB, and a Secret holds 1024`,
        hint: 'Use certificates.key_algorithm: ecdsa-p256, whose keys are the smallest, or divide the plugins among several stacks',
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/state-store.js









const names = { state: kubernetes/* stateNames */.U0.state, history: kubernetes/* stateNames */.U0.history };
/** Type of the two Secrets: `kubectl get secrets` shows what they are. */
const secretType = 'mcp-stack.dev/state';
function openStateStore(place) {
    const known = {};
    let namespaceCreated = false;
    const read = async (name) => {
        const answer = await place.api.get(pathTo(place, name));
        if (answer.status === 404) {
            delete known[name];
            return undefined;
        }
        if (answer.status !== 200)
            throw kubernetes_state_store_unreadable(place, names[name], answer);
        const { metadata, data } = answer.body;
        refuseOtherStack(place, metadata.labels?.[kubernetes/* objectLabels */.r$.stack]);
        const part = decodePart(names[name], data ?? {});
        known[name] = { ...part.head, resourceVersion: metadata.resourceVersion };
        return part;
    };
    const write = async (name, part) => {
        const before = known[name];
        if (before?.sha256 === part.sha256)
            return;
        const body = state_store_bodyOf(place, name, part, before?.resourceVersion);
        const path = pathTo(place, before === undefined ? undefined : name);
        const answer = before === undefined ? await place.api.create(path, body) : await place.api.replace(path, body);
        const sequence = (before?.sequence ?? 0) + 1;
        if (answer.status === 200 || answer.status === 201) {
            const { metadata } = answer.body;
            known[name] = { resourceVersion: metadata.resourceVersion, sequence, sha256: part.sha256 };
            return;
        }
        if (answer.status !== 409 && answer.status !== 404)
            throw notWritten(place, names[name], answer);
        // The answer to our own write may have been lost, and the write was then sent again.
        const there = await read(name);
        if (there?.head.sha256 !== part.sha256 || there.head.sequence !== sequence)
            throw otherWriter(place);
    };
    return {
        read: async () => {
            const [state, history] = await Promise.all([read('state'), read('history')]);
            if (state === undefined) {
                if (history !== undefined)
                    throw halfGone(place);
                return freshState(place.stack);
            }
            const decoded = decodeParts(state, history);
            for (const secret of secretsIn(decoded))
                place.io.redactor.add(secret);
            namespaceCreated ||= decoded.namespaceCreated === true;
            return decoded;
        },
        write: async (state) => {
            const sequences = { state: (known.state?.sequence ?? 0) + 1, history: (known.history?.sequence ?? 0) + 1 };
            const parts = encodeParts(namespaceCreated ? { ...state, namespaceCreated } : state, sequences);
            // What opens everything comes first: a history alone would be of no use.
            await write('state', parts.state);
            await write('history', parts.history);
        },
        remove: async () => {
            for (const name of ['history', 'state']) {
                const answer = await place.api.remove(pathTo(place, name));
                if (answer.status !== 404 && answer.status >= 300)
                    throw notWritten(place, names[name], answer);
                delete known[name];
            }
        },
        ensureNamespace: async (create) => {
            namespaceCreated = (await ensureNamespace(place, create)) || namespaceCreated;
        },
    };
}
const pathTo = ({ namespace }, name) => pathOf('v1', 'Secret', namespace, name === undefined ? undefined : names[name]);
function state_store_bodyOf({ stack }, name, { data }, resourceVersion) {
    const labels = { [kubernetes/* objectLabels */.r$.stack]: stack, 'app.kubernetes.io/managed-by': kubernetes/* fieldManager */.wM };
    const metadata = JSON.stringify({ name: names[name], labels, resourceVersion });
    return data.map((text) => `{"apiVersion":"v1","kind":"Secret","type":"${secretType}","metadata":${metadata},"data":${text}}`);
}
function refuseOtherStack({ stack, namespace }, other) {
    if (other === stack)
        return;
    throw new errors/* StackError */.L({
        code: 'STACK_CONFLICT',
        message: `the namespace ${namespace} holds the stack ${other ?? 'of an unknown name'} already`,
        hint: `Set another deployment.namespace for ${stack}; or, if it is the same stack, deployment.project_name: ${other ?? '…'}`,
    });
}
function kubernetes_state_store_unreadable(place, secret, answer) {
    const reason = place.io.redactor.redact(answers_reasonOf(answer));
    const what = `the state in Secret ${secret} cannot be read: ${reason}`;
    if (answer.status !== 401 && answer.status !== 403)
        return new errors/* StackError */.L({ code: 'STATE_UNREADABLE', message: what, hint: 'Run the same command again' });
    return new errors/* StackError */.L({ code: 'RIGHTS_MISSING', message: what, hint: tryGet(place, secret) });
}
function notWritten(place, secret, answer) {
    return new errors/* StackError */.L({
        code: answer.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED',
        message: `Secret ${secret} cannot be written: ${place.io.redactor.redact(answers_reasonOf(answer))}`,
        hint: tryGet(place, secret),
    });
}
function tryGet({ kubectl }, secret) {
    return `See what you may do: ${[kubectl.program, ...kubectl.args].join(' ')} auth can-i update secret/${secret}`;
}
function otherWriter({ namespace }) {
    return new errors/* StackError */.L({
        code: 'LOCK_HELD',
        message: `somebody else wrote the state in namespace ${namespace} while this run was at work`,
        hint: 'Run the same command again: it goes on from what is there',
    });
}
function halfGone({ namespace, kubectl }) {
    const kubectlCommand = [kubectl.program, ...kubectl.args].join(' ');
    return new errors/* StackError */.L({
        code: 'STATE_UNREADABLE',
        message: `Secret ${kubernetes/* stateNames */.U0.state} with the keys of the stack in namespace ${namespace} is gone; its history is there`,
        hint: `Restore it from a backup; or begin with a new CA and new secrets: ${kubectlCommand} delete secret ${kubernetes/* stateNames */.U0.history}`,
    });
}

;// CONCATENATED MODULE: ./build/js/targets/kubernetes/kubernetes.js



























/** One namespace of a cluster that the user's own kubectl reaches; the namespace is the stack's. */
const kubernetes_kubernetes = {
    type: 'kubernetes',
    async connect(plan, io) {
        return kubernetes_openConnection(await connectCluster(plan, io), plan);
    },
    diff: diff_diffStack,
    problems: findObstacles,
    inventoryOf: (bundle, live) => makeInventory(bundle, new Map(), live),
    slotOf: chooseSlot,
    rights: roleFor,
    checks: clusterChecks,
};
function kubernetes_openConnection(place, plan) {
    const store = openStateStore(place);
    let held;
    const stillOurs = () => refuseLost(held);
    const certManager = plan.certificatePolicy.issuer !== undefined && plan.certificates.length > 0;
    return {
        description: place.description,
        observe: () => namingAllMissing(place, plan, () => observe_observeStack(place, store, { certManager })),
        readSecret: (name) => readSecret(place, name),
        examine: (bundle, live) => examineStack(place, bundle, live),
        preflight: (...what) => preflightStack(place, ...what),
        async lock(purpose, waitSeconds) {
            const [holder, mark] = await Promise.all([describeHolder(place.io), markOfSelf(place.io)]);
            // The lock is in the namespace, too.
            await store.ensureNamespace(plan.config.deployment.createNamespace);
            held = await lock_takeLock(place, { purpose, holder, waitSeconds, ...(mark && { mark }) });
            return held;
        },
        async saveState(state) {
            stillOurs();
            await store.write(state);
        },
        async issueCertificates(objects, timeoutSeconds) {
            stillOurs();
            await issueCertificates(place, objects, timeoutSeconds);
        },
        fetchImages: async (bundle, absentOf) => findGoneImages(bundle, await readComponents(place), absentOf),
        apply: (input) => apply_applyChanges(place, input, stillOurs),
        databaseRevision: (input) => database_revision_readDatabaseRevision(place, input),
        async destroy(options) {
            stillOurs();
            const [missing] = await findMissingRights(place, await deleteRights(plan));
            if (missing !== undefined)
                throw new errors/* StackError */.L(missing);
            return await destroy_destroyStack(place, store, options);
        },
        components: () => readComponents(place),
        runningSecrets: () => readRunningSecrets(place),
        logs: (options) => logs_showLogs(place, options),
        keepEvidence: () => keepAllEvidence(place),
        gatewayShells: () => doors_openGatewayShells(place),
        pluginEndpoints: () => doors_findPluginEndpoints(place, plan.plugins),
        async close() {
            try {
                await held?.release();
            }
            finally {
                held = undefined;
                await place.api.close();
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/js/registry.js

















/** Where a stack can run. A new target is one file in targets/ and one word here. */
const targets = { compose: compose, kubernetes: kubernetes_kubernetes };
/** How an image can be built; the first that is available is used. */
const builders = [bake, docker, podman];
/** Who can sign certificates; `certificates.authority` names one. */
const authorities = [
    localAuthority,
    envAuthority,
    externalAuthority,
    vaultAuthority,
    certManagerAuthority,
];
/** Where secrets can be kept; `ci_cd.secrets` says which are asked, and in which order. */
const secretProviders = [
    environmentProvider,
    envFileProvider,
    fileProvider,
    vaultProvider,
    awsProvider,
    kubernetesProvider,
    commandProvider,
];
/** The target of `deployment.type`, which the schema has checked. */
function chooseTarget(type) {
    return targets[type];
}


/***/ }),

/***/ 38601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O4: () => (/* binding */ readSecretKey),
/* harmony export */   cL: () => (/* binding */ refuseCopies),
/* harmony export */   hH: () => (/* binding */ showSecretKey),
/* harmony export */   t1: () => (/* binding */ warnOfUnread)
/* harmony export */ });
/** `kubernetes:SECRET#KEY`; undefined for other providers. */
function readSecretKey({ provider, at }) {
    if (provider !== 'kubernetes')
        return undefined;
    const [secret = '', key = ''] = String(at).split('#');
    return { secret, key };
}
function showSecretKey({ secret, key }) {
    return `kubernetes:${secret}#${key}`;
}
/** What is in the target is referred to, never copied: so it has to be the whole value of a variable. */
function refuseCopies({ name, copiedTo = [] }, reference) {
    if (copiedTo.length === 0)
        return undefined;
    return {
        severity: 'error',
        code: 'SECRET_INVALID',
        message: `secret ${name} is ${showSecretKey(reference)}, which pods refer to and nobody copies; but ${copiedTo.join(', ')} would need a copy of it`,
        hint: `Put the whole text (a whole URL) into the Secret ${reference.secret}, and write \${${name}} alone; or keep ${name} with another provider`,
    };
}
/** One warning for each reason, not for each secret. */
function warnOfUnread(resolved) {
    const reasons = new Map();
    for (const { unread } of resolved)
        if (unread !== undefined)
            reasons.set(unread.message, unread);
    return [...reasons.values()].map((problem) => ({ ...problem, severity: 'warning' }));
}


/***/ }),

/***/ 75167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ shareFailures),
/* harmony export */   Z: () => (/* binding */ problemOf)
/* harmony export */ });
/** One problem for all secrets that the same thing keeps from us: it is told once, with their names. */
function shareFailures(answers) {
    const failures = answers.flatMap((answer) => ('kind' in answer ? [] : [answer]));
    const problems = new Map(failures.map(({ why }) => [keyOf(why), toProblem(why, failures)]));
    return answers.map((answer) => {
        if ('kind' in answer)
            return answer;
        return { kind: 'failed', problem: problems.get(keyOf(answer.why)) ?? toProblem(answer.why, [answer]) };
    });
}
/** Hints may name one of several places, as an example. */
function keyOf({ code, message }) {
    return `${code} ${message}`;
}
function toProblem(why, failures) {
    return problemOf(failures.filter((other) => keyOf(other.why) === keyOf(why)), why);
}
/** One problem for all that it keeps from us. */
function problemOf(secrets, { code, message, hint }) {
    const names = secrets.map(({ name }) => name);
    return {
        severity: 'error',
        code,
        message: `${names.length === 1 ? 'secret' : 'secrets'} ${names.join(', ')}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
    };
}


/***/ })

};
