export const id = 718;
export const ids = [718];
export const modules = {

/***/ 27137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ gitCommand),
/* harmony export */   qA: () => (/* binding */ writeCaBundle),
/* harmony export */   th: () => (/* binding */ gitReason)
/* harmony export */ });
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41692);

/** Variables that would point git at another repository or print what it sends. */
const removed = [
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_NAMESPACE',
    'GIT_COMMON_DIR',
    'GIT_CEILING_DIRECTORIES',
    'GIT_TEMPLATE_DIR',
    'GIT_PROXY_COMMAND',
    'GIT_TRACE',
    'GIT_TRACE_CURL',
    'GIT_TRACE_PACKET',
    'GIT_CURL_VERBOSE',
];
/**
 * A call of git that trusts nothing it fetches: no hooks, no LFS or other large-file filter, no prompt, one transport.
 * The user's own configuration stays in force for credential helpers and `url.insteadOf`;
 * GIT_ALLOW_PROTOCOL overrides whatever it says of protocols, so a rewritten URL cannot run a command.
 */
function gitCommand(settings, args, cwd) {
    const config = [
        'core.hooksPath=/dev/null',
        'core.fsmonitor=false',
        'core.autocrlf=false',
        'submodule.recurse=false',
        'filter.lfs.smudge=',
        'filter.lfs.process=',
        'filter.lfs.required=false',
        'advice.detachedHead=false',
        'gc.auto=0',
        'maintenance.auto=false',
        'credential.interactive=false',
    ];
    return {
        program: 'git',
        args: [...config.flatMap((entry) => ['-c', entry]), '--literal-pathspecs', ...args],
        cwd,
        env: {
            ...Object.fromEntries(removed.map((name) => [name, undefined])),
            GIT_ALLOW_PROTOCOL: allowedProtocols(settings.transport),
            GIT_PROTOCOL_FROM_USER: '0',
            GIT_TERMINAL_PROMPT: '0',
            GCM_INTERACTIVE: 'never',
            GIT_LFS_SKIP_SMUDGE: '1',
            LC_ALL: 'C',
            ...(settings.caBundle === undefined ? {} : { GIT_SSL_CAINFO: settings.caBundle }),
        },
    };
}
/** ssh stays allowed beside https because `url.insteadOf` commonly turns one into the other. */
function allowedProtocols(transport) {
    return [...new Set(['https', 'ssh', transport])].join(':');
}
/**
 * Writes a bundle of the public roots and the company's CA: GIT_SSL_CAINFO replaces the system's roots, and a
 * company's file mostly holds only its own.
 *
 * @returns the path of a temporary file.
 */
async function writeCaBundle(caFile, io) {
    const own = await io.files.read(caFile);
    const path = `${await io.files.temporaryFolder('ca')}/bundle.pem`;
    await io.files.write(path, `${node_tls__WEBPACK_IMPORTED_MODULE_0__.rootCertificates.join('\n')}\n${own.trimEnd()}\n`, 0o600);
    return path;
}
/** git's reason in one line, redacted: the first `fatal:` or `error:` line, else the last that says anything. */
function gitReason(stderr, { redactor }) {
    const lines = stderr
        .split('\n')
        .map((line) => line.replace(/^remote:\s*/, '').trim())
        .filter((line) => line !== '');
    const reason = lines.find((line) => /^(fatal|error|ERROR):/i.test(line)) ?? lines.at(-1) ?? 'git gave no reason';
    const bare = reason.replace(/^(fatal|error):\s*/i, '').replace(/(:\/\/)[^/@\s]*@/g, '$1');
    // What a server says is shown on a terminal: no control characters.
    return redactor.redact(bare.replace(/\p{Cc}/gu, ' '));
}


/***/ }),

/***/ 2452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRegistry)
});

// UNUSED EXPORTS: readChallenge

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
;// CONCATENATED MODULE: ./build/js/build/registry-credentials.js

/**
 * Looks for what `docker login` or `podman login` left for a registry, helpers included.
 * Nothing found, or a helper that fails, is an anonymous request: the registry then says what it thinks of it.
 */
async function findCredentials(registry, io) {
    const keys = registry === 'docker.io' ? ['https://index.docker.io/v1/', 'docker.io'] : [registry, `https://${registry}`];
    for (const file of configFiles(io)) {
        const config = await readConfig(file, io);
        if (config === undefined)
            continue;
        for (const key of keys) {
            const helper = config.credHelpers?.[key] ?? config.credsStore;
            const found = helper === undefined ? readAuth(config, key, io) : await askHelper(helper, key, io);
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function configFiles(io) {
    const { DOCKER_CONFIG, REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, HOME } = io.environment;
    const docker = DOCKER_CONFIG ?? (HOME === undefined ? undefined : `${HOME}/.docker`);
    const candidates = [
        docker === undefined ? undefined : `${docker}/config.json`,
        REGISTRY_AUTH_FILE,
        XDG_RUNTIME_DIR === undefined ? undefined : `${XDG_RUNTIME_DIR}/containers/auth.json`,
    ];
    return candidates.flatMap((path) => (path === undefined || path === '' ? [] : [path]));
}
async function readConfig(path, io) {
    try {
        const value = JSON.parse(await io.files.read(path));
        return value ?? undefined;
    }
    catch {
        return undefined;
    }
}
function readAuth(config, key, io) {
    const entry = config.auths?.[key];
    if (entry === undefined)
        return undefined;
    const { auth, identitytoken } = entry;
    if (identitytoken !== undefined && identitytoken !== '') {
        return refreshing(identitytoken, io);
    }
    if (auth === undefined || auth === '')
        return undefined;
    const password = Buffer.from(auth, 'base64').toString('utf8').split(':').slice(1).join(':');
    keep(new secret/* Secret */.z('registry password', password), io);
    keep(new secret/* Secret */.z('registry credentials', auth), io);
    return { basic: keep(new secret/* Secret */.z('registry credentials', `Basic ${auth}`), io) };
}
async function askHelper(helper, key, io) {
    if (!/^[\w.-]+$/.test(helper))
        return undefined;
    try {
        const command = { program: `docker-credential-${helper}`, args: ['get'], stdin: key };
        const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 10 });
        if (exitCode !== 0)
            return undefined;
        const { Username: user, Secret: password } = JSON.parse(stdout);
        if (user === undefined || password === undefined)
            return undefined;
        // The helpers' protocol: this user name says that the secret is a refresh token.
        if (user === '<token>')
            return refreshing(password, io);
        keep(new secret/* Secret */.z('registry password', password), io);
        const encoded = Buffer.from(`${user}:${password}`).toString('base64');
        return { basic: keep(new secret/* Secret */.z('registry credentials', `Basic ${encoded}`), io) };
    }
    catch {
        return undefined;
    }
}
function refreshing(token, io) {
    keep(new secret/* Secret */.z('registry refresh token', token), io);
    return {
        refreshForm: (parameters) => {
            const form = new URLSearchParams({ grant_type: 'refresh_token', ...parameters, refresh_token: token });
            return new secret/* Secret */.z('registry token request', form.toString());
        },
    };
}
function keep(secret, io) {
    io.redactor.add(secret);
    return secret;
}

// EXTERNAL MODULE: ./build/js/build/run-limited.js
var run_limited = __webpack_require__(89635);
;// CONCATENATED MODULE: ./build/js/build/registry.js





const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const timeoutSeconds = 5;
/** Talks the OCI distribution protocol with the credentials `docker login` left. */
function openRegistry(io) {
    const credentials = (0,run_limited/* askOnce */.R)((registry) => findCredentials(registry, io));
    const tokens = new Map();
    const send = async (reference, call) => {
        const url = `${baseUrl(reference.registry)}/v2/${reference.path}/${call.path}`;
        const scope = `${reference.registry}/${reference.path}:${call.access}`;
        const request = (token) => io.http({
            url,
            method: call.method,
            timeoutSeconds,
            headers: {
                Accept: manifestTypes,
                ...(token === undefined ? {} : { Authorization: token }),
                ...(call.contentType === undefined ? {} : { 'Content-Type': call.contentType }),
            },
            ...(call.body === undefined ? {} : { body: call.body }),
        });
        const first = await request(tokens.get(scope));
        if (first.status !== 401)
            return first;
        const challenge = readChallenge(first.headers['www-authenticate'] ?? '');
        const token = await authorize(challenge, `repository:${reference.path}:${call.access}`, await credentials(reference.registry));
        if (token === undefined)
            return first;
        tokens.set(scope, token);
        return request(token);
    };
    const authorize = async (challenge, scope, known) => {
        if (challenge.scheme === 'basic')
            return known?.basic;
        const { realm, service } = challenge;
        // A realm without TLS would be given the password in clear text.
        if (realm === undefined || !URL.canParse(realm))
            return undefined;
        const url = new URL(realm);
        if (url.protocol !== 'https:' && !(0,image_reference/* isLoopback */.U9)(url.hostname))
            return undefined;
        const query = { ...(service === undefined ? {} : { service }), scope };
        const response = await io.http(known?.refreshForm === undefined
            ? {
                url: `${realm}${realm.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`,
                timeoutSeconds,
                headers: known?.basic === undefined ? {} : { Authorization: known.basic },
            }
            : {
                url: realm,
                method: 'POST',
                timeoutSeconds,
                headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
                body: known.refreshForm({ ...query, client_id: 'mcp-deploy' }),
            });
        if (response.status !== 200)
            return undefined;
        const answer = JSON.parse(response.body);
        const value = answer.token ?? answer.access_token;
        if (value === undefined)
            return undefined;
        io.redactor.add(new secret/* Secret */.z('registry token', value));
        return new secret/* Secret */.z('registry token', `Bearer ${value}`);
    };
    const manifest = (reference, method) => send(reference, { method, path: `manifests/${reference.digest ?? reference.tag}`, access: 'pull' });
    const look = async (reference) => {
        try {
            const head = await manifest(reference, 'HEAD');
            if (head.status === 404)
                return { kind: 'absent' };
            // Busy or broken: another try may well succeed, so it is not an answer about the image.
            if (head.status === 429 || head.status >= 500)
                return { kind: 'unreachable', reason: `HTTP ${head.status}` };
            if (head.status !== 200)
                return { kind: 'refused', reason: `HTTP ${head.status}` };
            const digest = head.headers['docker-content-digest'];
            if (digest !== undefined)
                return { kind: 'found', digest };
            const { body } = await manifest(reference, 'GET');
            return { kind: 'found', digest: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}` };
        }
        catch (error) {
            return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
        }
    };
    const answers = new Map();
    /** The manifests behind a reference that are images: those of an index, or the one that it is. */
    const manifestsOf = async (reference) => {
        const parsed = JSON.parse((await manifest(reference, 'GET')).body);
        const first = parsed.manifests?.find((entry) => entry.platform?.os !== 'unknown');
        if (first === undefined)
            return [parsed];
        return [JSON.parse((await manifest({ ...reference, digest: first.digest }, 'GET')).body)];
    };
    const configOf = async (reference, { config }) => {
        if (config === undefined)
            return {};
        const path = `blobs/${config.digest}`;
        return JSON.parse((await send(reference, { method: 'GET', path, access: 'pull' })).body);
    };
    return {
        look(reference) {
            const key = `${reference.registry}/${reference.path}@${reference.digest ?? reference.tag}`;
            const answer = answers.get(key) ?? look(reference);
            answers.set(key, answer);
            return answer;
        },
        async labels(reference) {
            try {
                const [first] = await manifestsOf(reference);
                return first === undefined ? undefined : ((await configOf(reference, first)).config?.Labels ?? {});
            }
            catch {
                return undefined;
            }
        },
        async platforms(reference) {
            try {
                const parsed = JSON.parse((await manifest(reference, 'GET')).body);
                const listed = (parsed.manifests ?? []).flatMap(({ platform }) => showPlatform(platform) ?? []);
                if (listed.length > 0 || parsed.config === undefined)
                    return listed;
                return [showPlatform(await configOf(reference, parsed)) ?? []].flat();
            }
            catch {
                return [];
            }
        },
        async alias(from, tag) {
            try {
                const { status, body, headers } = await manifest(from, 'GET');
                if (status !== 200)
                    return false;
                const contentType = headers['content-type'] ?? '';
                const put = await send(from, {
                    method: 'PUT',
                    path: `manifests/${tag}`,
                    access: 'pull,push',
                    body,
                    contentType,
                });
                return put.status === 201;
            }
            catch {
                return false;
            }
        },
    };
}
/** Build records (attestations) stand in an index as `unknown/unknown`. */
function showPlatform({ os, architecture } = {}) {
    return os === undefined || architecture === undefined || os === 'unknown' ? undefined : `${os}/${architecture}`;
}
/** Docker Hub's API lives under another name; this machine's registries speak plain HTTP, as engines expect of them. */
function baseUrl(registry) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${(0,image_reference/* isLoopback */.U9)(registry) ? 'http' : 'https'}://${registry}`;
}
/** `Bearer realm="…",service="…"` of RFC 6750. */
function readChallenge(header) {
    const scheme = header.split(' ', 1)[0]?.toLowerCase() ?? '';
    const values = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const realm = values.get('realm');
    const service = values.get('service');
    return { scheme, ...(realm === undefined ? {} : { realm }), ...(service === undefined ? {} : { service }) };
}


/***/ }),

/***/ 92117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ checkRepository),
/* harmony export */   q: () => (/* binding */ showRepository)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66788);


/**
 * Decides whether git may be given this repository, and over which transport.
 *
 * @param insecure  `ci_cd.build.insecure_repos`: whole URLs, or beginnings of URLs up to a `/`.
 * @throws StackError SOURCE_INVALID; the message never shows the URL's user info.
 */
function checkRepository(repo, insecure) {
    const address = readAddress(repo);
    if (address === undefined) {
        throw invalid(repo, 'is not a repository address', 'Write https://host/path.git or git@host:path.git');
    }
    if (address.secret) {
        throw invalid(repo, 'carries credentials', 'Take them out of the URL and give them to git: a credential helper, GIT_ASKPASS, or an SSH key');
    }
    const allowed = insecure.some((entry) => repo === entry || repo.startsWith(entry.endsWith('/') ? entry : `${entry}/`));
    const safe = address.transport === 'https' || address.transport === 'ssh';
    if (!allowed && (!safe || isOwnMachine(address.host))) {
        throw invalid(repo, safe ? 'is on this machine' : `uses the unprotected transport ${address.transport}`, 'Use https or ssh; or, if you trust the way to it, list it in ci_cd.build.insecure_repos');
    }
    return address.transport;
}
/** A repository's address without user name and password, for people and labels. */
function showRepository(repo) {
    return repo.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
function readAddress(repo) {
    // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
    if (repo === '' || repo.startsWith('-') || /[\s\u0000-\u001f\u007f]/.test(repo) || repo.includes('::'))
        return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repo)?.[1]?.toLowerCase();
    if (scheme === undefined) {
        // git's scp form, `user@host:path`; a host that starts with `-` would be an option of ssh.
        const host = /^(?:[\w.-]+@)?(?!-)([\w.-]+|\[[0-9a-f:]+\]):(?!-)[^:]/i.exec(repo)?.[1];
        if (host !== undefined && !/^[\w.-]*@?-/.test(repo))
            return { transport: 'ssh', host, secret: false };
        return repo.startsWith('/') ? { transport: 'file', host: '', secret: false } : undefined;
    }
    const transports = { https: 'https', ssh: 'ssh', http: 'http', git: 'git', file: 'file' };
    const transport = transports[scheme];
    if (transport === undefined)
        return undefined;
    if (transport === 'file')
        return { transport, host: '', secret: false };
    // Read as http so that 2130706433 and 0x7f.1 become the 127.0.0.1 they are dialled as.
    const url = tryUrl(repo.replace(/^[^:]+/, 'http'));
    if (url === null || url.hostname.startsWith('-'))
        return undefined;
    const secret = url.password !== '' || (url.username !== '' && transport !== 'ssh');
    return { transport, host: url.hostname, secret };
}
function tryUrl(text) {
    return URL.canParse(text) ? new URL(text) : null;
}
function isOwnMachine(host) {
    return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(host) || host === '::1' || host === '0.0.0.0' || host === '[::]';
}
function invalid(repo, what, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'SOURCE_INVALID', message: `repository ${showRepository(repo)} ${what}`, hint });
}


/***/ }),

/***/ 37672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ reportCertificate),
/* harmony export */   o7: () => (/* binding */ reportImage),
/* harmony export */   wc: () => (/* binding */ reportComponent),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75503);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79471);
/* harmony import */ var _gateway_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96913);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14316);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);





/** Step 11: everything that was found out, in the one value that all outputs are views of. */
async function assembleReport(session, findings) {
    const { draft, connection, status } = findings;
    const now = session.io.clock.now();
    const problems = [...draft.plan.problems, ...draft.problems, ...(findings.problems ?? [])];
    const exitCode = exitCodeOf(status, problems);
    // Where nothing was done, what was seen at the beginning still holds: it is not asked for a second time.
    const untouched = status === 'unchanged' || status === 'pending';
    const live = untouched ? draft.live.components : await connection.components();
    const last = findings.release ?? draft.live.state.releases.findLast((release) => release.status === 'live');
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyReport */ ._O)(session),
        status,
        exitCode,
        stack: {
            name: draft.plan.stack.name,
            target: draft.plan.stack.target,
            where: connection.description,
            ...(draft.plan.config.environment === undefined ? {} : { environment: draft.plan.config.environment }),
            ...(draft.plan.gatewayUrl === undefined ? {} : { gatewayUrl: draft.plan.gatewayUrl }),
        },
        changes: draft.changes,
        images: draft.images.map(reportImage),
        certificates: draft.certificates.certificates.map((entry) => reportCertificate(entry, now)),
        components: (live.length === 0 ? [] : draft.bundle.components).map((component) => reportComponent(component.name, component.service, component.tag, live, findings.seconds?.[component.service])),
        secrets: draft.secrets.provenance,
        problems,
        ...(findings.verification === undefined ? {} : { verification: findings.verification }),
        ...(last === undefined ? {} : { release: { revision: last.revision, summary: last.summary } }),
        ...nextStep(session, findings, exitCode),
    };
}
function nextStep(session, { status, draft, release }, exitCode) {
    if (status === 'pending')
        return { next: `${(0,_release_js__WEBPACK_IMPORTED_MODULE_1__/* .summarise */ .fS)(draft.changes)}; to do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'deploy')}` };
    if (status === 'failed' && release?.status === 'rolled-back')
        return { next: `The release before is live again. Correct the cause, then: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'deploy')}` };
    if (exitCode !== 0)
        return { next: (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'logs') };
    return { next: (0,_gateway_place_js__WEBPACK_IMPORTED_MODULE_3__/* .describePlace */ .d)(draft.plan) };
}
function exitCodeOf(status, problems) {
    if (status === 'failed')
        return 1;
    if (status !== 'unhealthy')
        return 0;
    return problems.find((problem) => _model_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F[problem.code] === 4) === undefined ? 1 : 4;
}
function reportImage(image) {
    return {
        component: image.component,
        tag: image.tag,
        reference: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_4__/* .isPending */ .m)(image.reference) ? 'known after build' : image.reference,
        ...(image.revision === undefined ? {} : { revision: image.revision }),
        how: image.how,
        seconds: Number(image.seconds.toFixed(1)),
    };
}
function reportCertificate(entry, now) {
    const { request, certificate } = entry;
    return {
        component: request.component,
        kind: request.kind,
        how: entry.how,
        ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        ...(certificate === undefined
            ? {}
            : {
                fingerprint: certificate.fingerprint,
                notAfter: certificate.notAfter,
                daysLeft: Math.floor((new Date(certificate.notAfter).getTime() - now.getTime()) / 86_400_000),
            }),
    };
}
function reportComponent(name, service, image, live, seconds) {
    const found = live.find((component) => component.service === service);
    return {
        name,
        service,
        image,
        readiness: found?.readiness ?? 'stopped',
        message: found?.message ?? 'not running',
        containers: found?.containers.map((container) => container.id) ?? [],
        ...(seconds === undefined ? {} : { seconds: Number(seconds.toFixed(1)) }),
    };
}


/***/ }),

/***/ 96913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ describePlace)
/* harmony export */ });
/** Where a person finds the gateway, as a sentence: its address, or how to reach it where only the cluster has one. */
function describePlace({ gatewayUrl, gateway, stack, config }) {
    if (gatewayUrl !== undefined)
        return `The gateway is at ${gatewayUrl}`;
    const { service, servicePort } = gateway;
    const { context } = config.deployment;
    const flags = [...(context === undefined ? [] : [`--context ${context}`]), `--namespace ${stack.namespace}`].join(' ');
    const forward = `kubectl ${flags} port-forward service/${service} ${servicePort}:${servicePort}`;
    return `The gateway is at http://${service}.${stack.namespace}.svc:${servicePort} in the cluster; to reach it from here: ${forward}`;
}


/***/ }),

/***/ 48085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ joinInventories),
/* harmony export */   Kr: () => (/* binding */ intendedInventory),
/* harmony export */   S_: () => (/* binding */ replaceRelease),
/* harmony export */   Xg: () => (/* binding */ asRestored),
/* harmony export */   gN: () => (/* binding */ listsSame),
/* harmony export */   nE: () => (/* binding */ withInventory)
/* harmony export */ });
// A target without objects (Compose) has no inventory, and everything here leaves its releases as they are.
/** What is about to be written: kept with the release before anything is, so that it can be pruned whatever happens. */
function intendedInventory(bundle) {
    return bundle.kubernetes?.objects.map(({ key, component, contentNamed, hash }) => ({
        key,
        component,
        contentNamed,
        hash,
    }));
}
/** Whether a release was to write just the objects of this bundle. */
function listsSame(release, bundle) {
    const wanted = intendedInventory(bundle);
    if (wanted === undefined)
        return true;
    return namesOf(release.inventory ?? []) === namesOf(wanted);
}
const namesOf = (inventory) => inventory
    .map(({ key, hash }) => `${key} ${hash}`)
    .sort()
    .join('\n');
/** A release with what was written for it; without news it keeps what it has. */
function withInventory(release, inventory) {
    return inventory === undefined ? release : { ...release, inventory };
}
/**
 * A stored release as it runs again: with today's secrets and certificates its pods have other hashes, and a plugin may have
 * come to another slot.
 */
function asRestored(release, bundle) {
    if (bundle.kubernetes === undefined)
        return release;
    const components = release.components.map((component) => {
        const now = bundle.components.find(({ name, role }) => name === component.name && role === component.role);
        return now === undefined ? component : { ...component, service: now.service, hash: now.hash, fields: now.fields };
    });
    return { ...release, components };
}
/** A release in its place in the history, whose order stays. */
function replaceRelease(state, release) {
    const releases = state.releases.map((other) => (other.revision === release.revision ? release : other));
    return { ...state, releases };
}
/** Everything that either lists; of what both list, the second knows more. */
function joinInventories(first, second) {
    if (first === undefined || second === undefined)
        return second ?? first;
    const keys = new Set(second.map(({ key }) => key));
    return [...first.filter(({ key }) => !keys.has(key)), ...second];
}


/***/ }),

/***/ 99407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ build),
  lB: () => (/* binding */ observe),
  iA: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
// EXTERNAL MODULE: ./build/js/build/repository-url.js
var repository_url = __webpack_require__(92117);
;// CONCATENATED MODULE: ./build/js/build/build-failure.js





/** The problem of an image that did not build: why, the end of its log, and how to see it by hand. */
function buildFailure(outcome, job, identified, engine) {
    return {
        severity: 'error',
        code: 'BUILD_FAILED',
        message: `${outcome.component}: the image did not build: ${outcome.reason}`,
        hint: `Build it by hand: ${byHand(job, identified, engine)}`,
        ...(outcome.log.length === 0 ? {} : { frame: outcome.log.join('\n') }),
    };
}
/** The problems of an error, each with the component's name in front. */
function problemsOf(error, component) {
    return error.problems.map((problem) => ({ ...problem, message: `${component}: ${problem.message}` }));
}
/** One error for all images that failed. */
function joinFailures(problems, images) {
    const [first] = problems;
    const code = problems.find((problem) => problem.code === 'BUILD_FAILED')?.code ?? first?.code ?? 'BUILD_FAILED';
    if (problems.length === 1 && first !== undefined) {
        return new errors/* StackError */.L({ code, message: first.message, hint: first.hint, problems });
    }
    return new errors/* StackError */.L({ code, message: `${problems.length} of ${images} images failed`, problems });
}
/** Without build arguments' values: they stand in the config, and need not stand on a screen. */
function byHand(job, { source, commit }, engine) {
    const folder = source.kind === 'path' ? source.path : 'source';
    const build = (0,show_command/* showCommand */.T)((0,detect_engine/* engineCommand */.KU)(engine, [
        'build',
        ...(job.target === undefined ? [] : [`--target=${job.target}`]),
        ...Object.keys(job.buildArgs).flatMap((name) => ['--build-arg', name]),
        `--file=${(0,external_node_path_.join)(folder, job.containerfile)}`,
        (0,external_node_path_.join)(folder, job.context),
    ]));
    if (source.kind === 'path' || commit === undefined)
        return build;
    const clone = (0,show_command/* showCommand */.T)({ program: 'git', args: ['clone', '--', (0,repository_url/* showRepository */.q)(source.repo), folder] });
    return `${clone} && git -C ${folder} checkout ${commit} && ${build}`;
}

// EXTERNAL MODULE: ./build/js/build/engine-store.js
var engine_store = __webpack_require__(75163);
// EXTERNAL MODULE: ./build/js/build/image-reference.js
var image_reference = __webpack_require__(66788);
;// CONCATENATED MODULE: ./build/js/build/labels.js

/** Our own labels, beside those of the OCI image specification. */
const sourceKeyLabel = 'mcp-stack.dev/source-key';
const basesLabel = 'mcp-stack.dev/bases';
/** The labels every image of ours carries; without times, so that equal sources give equal labels. */
function imageLabels(facts) {
    const baseDigest = facts.finalBase === undefined ? undefined : facts.bases[facts.finalBase];
    return {
        'org.opencontainers.image.title': facts.component,
        ...(facts.repo === undefined ? {} : { 'org.opencontainers.image.source': (0,repository_url/* showRepository */.q)(facts.repo) }),
        ...(facts.commit === undefined ? {} : { 'org.opencontainers.image.revision': facts.commit }),
        ...(facts.finalBase === undefined ? {} : { 'org.opencontainers.image.base.name': facts.finalBase }),
        ...(baseDigest === undefined ? {} : { 'org.opencontainers.image.base.digest': baseDigest }),
        // Not the ownership label: containers inherit an image's labels, and who runs one by hand owns it.
        'mcp-stack.dev/built-for': facts.stack,
        [sourceKeyLabel]: facts.sourceKey,
        [basesLabel]: JSON.stringify(Object.fromEntries(Object.entries(facts.bases).sort(([a], [b]) => (a < b ? -1 : 1)))),
    };
}
/** The base digests an image was built on; empty when its labels do not say. */
function recordedBases(labels) {
    try {
        const value = JSON.parse(labels?.[basesLabel] ?? '{}');
        return value ?? {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/js/build/find-image.js




/**
 * Looks for the image of a source key: in the component's registry, else in the engine's store.
 *
 * @throws StackError REGISTRY_UNREACHABLE; a dry run takes silence for "not there".
 */
async function findImage(plan, key, stage) {
    const tag = `${plan.repository}:${key}`;
    const inRegistry = plan.registry === undefined ? undefined : await findInRegistry(tag, plan, stage);
    if (inRegistry !== undefined && inRegistry.kind !== 'missing')
        return inRegistry;
    if (plan.registry?.push === true)
        return { kind: 'missing' };
    const engine = stage.request.dry ? await stage.localEngine() : await stage.engine();
    const stored = engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(engine, tag, stage.io);
    if (stored === undefined)
        return { kind: 'missing' };
    return checkBases(stored.id, () => Promise.resolve(stored.labels), stage);
}
/** Gives a found image the key of the commit too, so that the next run finds it without a fetch. Best effort. */
async function aliasImage(plan, from, key, reference, stage) {
    if (!reference.startsWith('sha256:')) {
        const parsed = (0,image_reference/* parseReference */.F2)(`${plan.repository}:${from}`);
        if (parsed !== undefined)
            await stage.registry.alias(parsed, key);
        return;
    }
    const engine = await stage.localEngine();
    if (engine !== undefined)
        await (0,engine_store/* tagImage */.E)(engine, reference, `${plan.repository}:${key}`, stage.io);
}
/** The image of a component that was found instead of built. */
function reusedImage(plan, key, reference, revision) {
    return {
        component: plan.component,
        reference,
        tag: `${plan.repository}:${key}`,
        sourceKey: key,
        ...(revision === undefined ? {} : { revision }),
        how: 'reused',
        seconds: 0,
    };
}
async function findInRegistry(tag, plan, stage) {
    const parsed = (0,image_reference/* parseReference */.F2)(tag);
    if (parsed === undefined) {
        throw new errors/* StackError */.L({
            code: 'SOURCE_INVALID',
            message: `${(0,image_reference/* nameOf */.Vb)(tag)} is not a name an image can have`,
            hint: 'Write the registry as host[:port]/namespace in lower case, without a scheme',
        });
    }
    const answer = await stage.registry.look(parsed);
    if (answer.kind === 'found') {
        const reference = `${(0,image_reference/* nameOf */.Vb)(tag)}@${answer.digest}`;
        return checkBases(reference, () => stage.registry.labels({ ...parsed, digest: answer.digest }), stage);
    }
    if (answer.kind !== 'unreachable' || stage.request.dry || plan.registry?.push === false)
        return { kind: 'missing' };
    throw new errors/* StackError */.L({
        code: 'REGISTRY_UNREACHABLE',
        message: `the registry ${parsed.registry} did not answer: ${answer.reason}`,
        hint: `Try it by hand: docker pull ${tag}`,
    });
}
async function checkBases(reference, labels, stage) {
    const image = { kind: 'image', reference };
    const { checkBase, baseImages } = stage.options.config;
    if (!checkBase)
        return image;
    for (const [base, digest] of Object.entries(recordedBases(await labels()))) {
        const parsed = (0,image_reference/* parseReference */.F2)(baseImages[base] ?? base);
        // A base that is written with its digest cannot move.
        if (parsed === undefined || parsed.digest !== undefined)
            continue;
        const answer = await stage.registry.look(parsed);
        if (answer.kind === 'found' && answer.digest !== digest)
            return { kind: 'stale', reason: `${base} has moved` };
    }
    return image;
}

// EXTERNAL MODULE: ./build/js/build/git-command.js
var git_command = __webpack_require__(27137);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/js/build/git-refs.js




/** SHA-1 and SHA-256 repositories. */
const fullCommit = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** True when a ref needs no look-up: it is a whole commit already. */
function isCommit(ref) {
    return fullCommit.test(ref);
}
/**
 * Asks a repository for its branches and tags; reads only, keeps nothing on disk.
 *
 * @throws StackError SOURCE_UNREACHABLE with git's reason.
 */
async function listRefs(repo, settings, io) {
    // In the root folder, so that a repository around the working folder has no say.
    const command = (0,git_command/* gitCommand */.QT)(settings, ['ls-remote', '--heads', '--tags', '--', repo], '/');
    const result = await io.run(command, { timeoutSeconds: 60 });
    if (result.exitCode !== 0)
        throw unreachable(repo, result.timedOut ? 'no answer in 60 seconds' : (0,git_command/* gitReason */.th)(result.stderr, io));
    return parseRefs(result.stdout);
}
/** `git ls-remote` output → refs, annotated tags peeled. */
function parseRefs(output) {
    const refs = new Map();
    const peeled = new Map();
    for (const line of output.split('\n')) {
        const [commit, name] = line.split('\t');
        if (commit === undefined || name === undefined || !fullCommit.test(commit))
            continue;
        if (name.endsWith('^{}'))
            peeled.set(name.slice(0, -3), commit);
        else
            refs.set(name, commit);
    }
    return new Map([...refs, ...peeled]);
}
/**
 * The commit a user's word means: a branch, a tag (short or full name), or a whole commit.
 *
 * @throws StackError REF_AMBIGUOUS for a name that is a branch and a tag of different commits or of the same;
 *         REF_NOT_FOUND with the nearest name, or with the whole commit for a shortened one.
 */
function chooseCommit(refs, ref, repo) {
    if (isCommit(ref))
        return ref;
    const exact = ref.startsWith('refs/') ? refs.get(ref) : undefined;
    if (exact !== undefined)
        return exact;
    const branch = refs.get(`refs/heads/${ref}`);
    const tag = refs.get(`refs/tags/${ref}`);
    if (branch !== undefined && tag !== undefined) {
        throw new errors/* StackError */.L({
            code: 'REF_AMBIGUOUS',
            message: `${ref} is both a branch (${branch.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${(0,repository_url/* showRepository */.q)(repo)}`,
            hint: `Write which one: ref: refs/heads/${ref} or ref: refs/tags/${ref}`,
        });
    }
    const commit = branch ?? tag;
    if (commit !== undefined)
        return commit;
    throw new errors/* StackError */.L({
        code: 'REF_NOT_FOUND',
        message: `${(0,repository_url/* showRepository */.q)(repo)} has no branch or tag ${ref}`,
        hint: hintFor(refs, ref),
    });
}
function hintFor(refs, ref) {
    if (/^[0-9a-f]{4,39}$/.test(ref)) {
        const whole = [...refs.values()].find((commit) => commit.startsWith(ref));
        return `A commit is given with all its digits: ref: ${whole ?? `the output of git rev-parse ${ref}`}`;
    }
    const names = [...refs.keys()].map((name) => name.replace(/^refs\/(heads|tags)\//, ''));
    if (names.length === 0)
        return 'The repository is empty: push a branch first';
    const nearest = (0,mod/* closest */.kp)(ref, names);
    if ((0,mod/* distance */.Io)(ref, nearest) <= Math.max(2, ref.length / 3))
        return `Did you mean ref: ${nearest}?`;
    const shown = names.slice(0, 6).join(', ');
    return `It has: ${shown}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`;
}
/** The error for a repository git could not talk to. */
function unreachable(repo, reason) {
    return new errors/* StackError */.L({
        code: 'SOURCE_UNREACHABLE',
        message: `git cannot read ${(0,repository_url/* showRepository */.q)(repo)}: ${reason}`,
        hint: `Try it by hand: git ls-remote -- ${(0,repository_url/* showRepository */.q)(repo)}`,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/build/source-key.js

/** Raised when the same source has to give another image: a change in how we build. */
const keyVersion = 1;
/**
 * The name of an image before it exists: 40 hex digits of SHA-256 over all that decides its content.
 * Equal sources and recipes have equal keys, on every machine.
 *
 * @param baseImages  `ci_cd.build.base_images`: another base is another image.
 */
function sourceKey(identity, recipe, baseImages) {
    const facts = [
        keyVersion,
        sorted({ ...identity }),
        normalPath(recipe.context),
        normalPath(recipe.containerfile),
        recipe.target ?? null,
        sorted(recipe.buildArgs),
        [...recipe.platforms].sort(),
        recipe.submodules,
        sorted(baseImages),
    ];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 40);
}
/** `./a//b/` and `a/b` are the same folder; the top is the empty path. */
function normalPath(path) {
    return path
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/');
}
function sorted(record) {
    return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/js/build/git-fetch.js





/** The most a fetch or a checkout may take. */
const timeoutSeconds = 600;
/**
 * Fetches exactly one commit: its trees, no history, no blobs. A server that cannot filter or hand out single commits
 * gives more, down to everything; the result is the same.
 *
 * @throws StackError SOURCE_UNREACHABLE, or REF_NOT_FOUND when the repository answers and has no such commit.
 */
async function fetchCommit(repo, commit, settings, io) {
    // Apart from the files, so that nothing of git ends in an image.
    const gitFolder = await io.files.temporaryFolder('git');
    const folder = await io.files.temporaryFolder('source');
    const clone = { repo, commit, folder, gitFolder, settings };
    const format = commit.length === 64 ? ['--object-format=sha256'] : [];
    await must(clone, ['init', '--quiet', '--template=', ...format], io);
    await must(clone, ['config', 'remote.origin.url', repo], io);
    const shallow = ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--filter=blob:none'];
    const first = await git(clone, [...shallow, 'origin', commit], io);
    if (first.exitCode !== 0) {
        const everything = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin'];
        const second = await git(clone, [...everything, '+refs/heads/*:refs/all/heads/*', '+refs/tags/*:refs/all/tags/*'], io);
        if (second.exitCode !== 0)
            throw unreachable(repo, (0,git_command/* gitReason */.th)(second.stderr, io));
    }
    const present = await git(clone, ['cat-file', '-e', `${commit}^{commit}`], io);
    if (present.exitCode !== 0) {
        throw new errors/* StackError */.L({
            code: 'REF_NOT_FOUND',
            message: `${(0,repository_url/* showRepository */.q)(repo)} has no commit ${commit}`,
            hint: 'It may have been rewritten or never pushed: push it, or name a branch or tag',
        });
    }
    return clone;
}
/**
 * The id of a folder's tree or a file's blob in the commit; undefined when there is no such path.
 *
 * @param path  Relative to the repository's top; empty for the top itself.
 */
async function readObjectId(clone, path, io) {
    const object = `${clone.commit}:${normalPath(path)}`;
    const result = await git(clone, ['rev-parse', '--verify', '--quiet', '--end-of-options', object], io);
    // Before 2.30 rev-parse prints the marker itself, so only the last line is the answer.
    return result.exitCode === 0 ? result.stdout.trim().split('\n').at(-1) : undefined;
}
/**
 * Puts the commit's files into the clone's folder, submodules only when told.
 *
 * @throws StackError SOURCE_UNREACHABLE
 */
async function checkOut(clone, submodules, io) {
    await must(clone, ['checkout', '--quiet', '--detach', '--force', clone.commit], io);
    if (!submodules)
        return;
    await must(clone, ['submodule', '--quiet', 'update', '--init', '--recursive', '--depth=1'], io);
}
async function must(clone, args, io) {
    const result = await git(clone, args, io);
    if (result.exitCode === 0)
        return result;
    throw unreachable(clone.repo, result.timedOut ? `no end after ${timeoutSeconds} seconds` : (0,git_command/* gitReason */.th)(result.stderr, io));
}
function git(clone, args, io) {
    const where = [`--git-dir=${clone.gitFolder}`, `--work-tree=${clone.folder}`];
    return io.run((0,git_command/* gitCommand */.QT)(clone.settings, [...where, ...args], clone.folder), { timeoutSeconds });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/js/build/read-folder.js







/**
 * Lists what of a context goes to the builder, sorted by path.
 *
 * @param folder  Absolute.
 * @param ignore  Text of .dockerignore; empty when there is none.
 * @throws StackError SOURCE_INVALID for a link that leaves the context, a socket or a device.
 */
async function readFolder(folder, ignore) {
    const ignored = await ignoreRules(ignore);
    // An ignored folder can be skipped only when no rule may bring something in it back.
    const mayReturn = /^\s*!/m.test(ignore);
    const entries = [];
    const walk = async (prefix) => {
        const names = (await (0,promises_.readdir)((0,external_node_path_.join)(folder, prefix))).sort();
        for (const name of names) {
            const path = prefix === '' ? name : `${prefix}/${name}`;
            const status = await (0,promises_.lstat)((0,external_node_path_.join)(folder, path));
            const skipped = ignored(path);
            if (status.isDirectory()) {
                if (path === '.git')
                    continue;
                if (!skipped)
                    entries.push({ path, kind: 'folder', executable: false });
                if (!skipped || mayReturn)
                    await walk(path);
                continue;
            }
            if (skipped)
                continue;
            const executable = (status.mode & 0o100) !== 0;
            if (status.isSymbolicLink())
                entries.push(await readLink(folder, path));
            else if (status.isFile())
                entries.push({ path, kind: 'file', executable });
            else
                throw invalid(`${path} in the build context is neither a file, a folder nor a link`);
        }
    };
    await walk('');
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}
/**
 * SHA-256 (hex) over names, executable bits and contents; times and owners do not count, so a new clone hashes the same.
 */
async function hashEntries(folder, entries) {
    const total = (0,external_node_crypto_.createHash)('sha256');
    for (const entry of entries) {
        const content = entry.kind === 'file' ? await hashFile((0,external_node_path_.join)(folder, entry.path)) : (entry.target ?? '');
        total.update(JSON.stringify([entry.path, entry.kind, entry.executable, content]));
    }
    return total.digest('hex');
}
/** SHA-256 (hex) of a file's bytes. */
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}
async function readLink(folder, path) {
    const target = await (0,promises_.readlink)((0,external_node_path_.join)(folder, path));
    const end = target.startsWith('/') ? '..' : (0,posix_.normalize)(`${path}/../${target}`);
    if (end === '..' || end.startsWith('../')) {
        throw invalid(`the link ${path} -> ${target} leaves the build context`);
    }
    return { path, kind: 'link', executable: false, target };
}
function invalid(message) {
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message,
        hint: 'Put the file itself there, or list the path in .dockerignore',
    });
}
async function ignoreRules(text) {
    const rules = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (rules.length === 0)
        return () => false;
    const loaded = await __webpack_require__.e(/* import() */ 158).then(__webpack_require__.t.bind(__webpack_require__, 44158, 19));
    const dockerignore = callable(loaded.default);
    const matcher = dockerignore({ ignorecase: false }).add(rules);
    return (path) => matcher.ignores(path);
}
/** Its types speak of a `default` in its export; at run time, bundled or not, the CommonJS export itself is the function. */
function callable(exported) {
    return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
}

;// CONCATENATED MODULE: ./build/js/build/identify-source.js





/**
 * Finds out what exactly would be built, without fetching it: git's commit, or the content of a local folder.
 *
 * @throws StackError SOURCE_INVALID, SOURCE_UNREACHABLE, REF_NOT_FOUND, REF_AMBIGUOUS
 */
async function identifySource(source, stage) {
    const { baseImages } = stage.options.config;
    if (source.kind === 'git') {
        const commit = await stage.commitOf(source.repo, source.ref);
        const key = sourceKey({ kind: 'commit', repo: source.repo, commit }, source, baseImages);
        return { source, commit, key };
    }
    const hash = await hashSource(source.path, source, stage.io);
    return { source, key: sourceKey({ kind: 'content', hash }, source, baseImages) };
}
/**
 * The second key of a git source, over what the commit has in its folder: equal for two commits that differ elsewhere.
 *
 * @throws StackError SOURCE_INVALID when the commit has no such folder or Containerfile.
 */
async function treeKey(source, clone, stage) {
    const context = await readObjectId(clone, source.context, stage.io);
    if (context === undefined)
        throw noContext(source.context);
    for (const path of containerfilePaths(source)) {
        const containerfile = await readObjectId(clone, path, stage.io);
        if (containerfile === undefined)
            continue;
        return sourceKey({ kind: 'tree', context, containerfile }, source, stage.options.config.baseImages);
    }
    // The files are needed to say what is there instead.
    await stage.checkedOut(clone, false);
    throw noContainerfile(source, await stage.io.files.list((0,external_node_path_.join)(clone.folder, source.context)));
}
/**
 * Checks a source on disk: folder and Containerfile are in it also after links, and no link of the context leaves it.
 *
 * @param folder  Absolute.
 * @returns the Containerfile's path relative to `folder`.
 * @throws StackError SOURCE_INVALID
 */
async function checkSource(folder, recipe, io) {
    const { containerfile, contextFolder } = await locate(folder, recipe, io);
    await readFolder(contextFolder, await readIgnore((0,external_node_path_.join)(folder, containerfile), contextFolder, io));
    return containerfile;
}
async function hashSource(folder, recipe, io) {
    const { containerfile, contextFolder } = await locate(folder, recipe, io);
    const file = (0,external_node_path_.join)(folder, containerfile);
    const ignore = await readIgnore(file, contextFolder, io);
    const entries = await readFolder(contextFolder, ignore);
    // The two may be ignored or lie outside the context and still decide what is built.
    return JSON.stringify([await hashEntries(contextFolder, entries), await hashFile(file), ignore]);
}
async function locate(folder, recipe, io) {
    const contextFolder = (0,external_node_path_.join)(folder, recipe.context);
    if (!(await isInside(contextFolder, folder, io))) {
        if (await io.files.exists(contextFolder))
            throw leavesSource(recipe.context, 'the folder');
        throw noContext(recipe.context);
    }
    for (const path of containerfilePaths(recipe)) {
        if (await isInside((0,external_node_path_.join)(folder, path), folder, io))
            return { containerfile: path, contextFolder };
    }
    for (const path of containerfilePaths(recipe)) {
        if (await isListed((0,external_node_path_.join)(folder, path), folder, io))
            throw leavesSource(path, 'the file');
    }
    throw noContainerfile(recipe, await io.files.list(contextFolder));
}
/** True for what is in its folder by name: what is listed and cannot be found inside is a link. */
async function isListed(path, folder, io) {
    if (!(await isInside((0,external_node_path_.dirname)(path), folder, io)))
        return false;
    return (await io.files.list((0,external_node_path_.dirname)(path))).includes((0,external_node_path_.basename)(path));
}
/** As Docker has it, a Containerfile is looked for in the context; then from the source's top. */
function containerfilePaths(recipe) {
    return [...new Set([normalPath(`${recipe.context}/${recipe.containerfile}`), normalPath(recipe.containerfile)])];
}
async function isInside(path, folder, io) {
    if (!(await io.files.exists(path)))
        return false;
    const [real, top] = [await io.files.realpath(path), await io.files.realpath(folder)];
    return real === top || real.startsWith(`${top}/`);
}
/** BuildKit's rule: the Containerfile's own ignore file wins over the context's. */
async function readIgnore(containerfile, contextFolder, io) {
    for (const path of [`${containerfile}.dockerignore`, (0,external_node_path_.join)(contextFolder, '.dockerignore')]) {
        if (await io.files.exists(path))
            return io.files.read(path);
    }
    return '';
}
function leavesSource(path, what) {
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message: `${path} is a link that leaves the source, or leads nowhere in it`,
        hint: `Put ${what} itself into the source: links are followed only inside it`,
    });
}
function noContext(context) {
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message: `the source has no folder ${context}`,
        hint: 'Set context: to a folder inside the source',
    });
}
function noContainerfile(recipe, names) {
    const similar = names.find((name) => /^(containerfile|dockerfile)(\..*)?$|\.(containerfile|dockerfile)$/i.test(name));
    return new errors/* StackError */.L({
        code: 'SOURCE_INVALID',
        message: `the source has no ${recipe.containerfile}${normalPath(recipe.context) === '' ? '' : ` in ${recipe.context}`}`,
        hint: similar === undefined ? 'Set containerfile: to its path' : `Did you mean containerfile: ${similar}?`,
    });
}

// EXTERNAL MODULE: ./build/js/build/containerfile.js
var build_containerfile = __webpack_require__(78056);
;// CONCATENATED MODULE: ./build/js/build/make-job.js







/**
 * Makes the job of one image: checks its source, pins its bases to the digests they have now, and writes its labels.
 *
 * @throws StackError SOURCE_INVALID, NOT_SUPPORTED
 */
async function makeJob(facts, stage) {
    const { plan, source, folder } = facts;
    const path = await checkSource(folder, source, stage.io);
    const containerfile = (0,build_containerfile/* readContainerfile */.eb)(await stage.io.files.read((0,external_node_path_.join)(folder, path)), source.buildArgs);
    checkTarget(containerfile, facts, stage);
    const push = plan.registry?.push === true;
    if (source.platforms.length > 1 && !push) {
        throw new errors/* StackError */.L({
            code: 'NOT_SUPPORTED',
            message: 'an image for several platforms has to be pushed to a registry',
            hint: 'Set registry: for this component, or take all but one out of platforms:',
        });
    }
    const bases = await Promise.all(containerfile.bases.map((base) => pinBase(base, stage)));
    const final = (0,build_containerfile/* finalBase */.Ys)(containerfile, source.target);
    const labels = imageLabels({
        stack: stage.options.stack,
        component: plan.component,
        sourceKey: facts.key,
        ...(source.kind === 'git' ? { repo: source.repo } : {}),
        ...(facts.commit === undefined ? {} : { commit: facts.commit }),
        bases: Object.fromEntries(bases.flatMap(({ base, digest }) => (digest === undefined ? [] : [[base, digest]]))),
        ...(final === undefined ? {} : { finalBase: final }),
    });
    return {
        component: plan.component,
        folder,
        context: source.context,
        containerfile: path,
        ...(source.target === undefined ? {} : { target: source.target }),
        buildArgs: source.buildArgs,
        platforms: source.platforms,
        tags: [facts.key, ...facts.otherKeys].map((key) => `${plan.repository}:${key}`),
        labels,
        baseImages: Object.fromEntries(bases.map(({ base, reference }) => [base, reference])),
        push,
        log: `build-${plan.component}`,
    };
}
/** What the registry has now is written into the build itself, so that the label says what was really used. */
async function pinBase(base, stage) {
    const reference = stage.options.config.baseImages[base] ?? base;
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    if (parsed === undefined)
        return { base, reference };
    if (parsed.digest !== undefined)
        return { base, reference, digest: parsed.digest };
    const answer = await stage.registry.look(parsed);
    if (answer.kind === 'found') {
        return { base, reference: `${(0,image_reference/* nameOf */.Vb)(reference)}@${answer.digest}`, digest: answer.digest };
    }
    // Out of reach: the engine will take its own copy, whose digest it may know.
    const engine = await stage.localEngine();
    const stored = engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(engine, reference, stage.io);
    const digest = stored?.repoDigests.map((text) => (0,image_reference/* parseReference */.F2)(text)?.digest).find((text) => text !== undefined);
    return { base, reference, ...(digest === undefined ? {} : { digest }) };
}
function checkTarget(containerfile, { source, plan }, stage) {
    const names = containerfile.stages.flatMap((one) => one.name ?? []);
    if (source.target !== undefined) {
        const known = names.includes(source.target.toLowerCase()) || containerfile.stages[Number(source.target)] !== undefined;
        if (known)
            return;
        throw new errors/* StackError */.L({
            code: 'SOURCE_INVALID',
            message: `${source.containerfile} has no stage ${source.target}`,
            hint: names.length === 0 ? 'It has no named stages: leave target: out' : `It has: ${names.join(', ')}`,
        });
    }
    const test = (0,build_containerfile/* testStage */.N)(containerfile);
    if (test === undefined)
        return;
    const others = names.filter((name) => name !== test);
    stage.io.progress.problem({
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: `${plan.component}: no target is set, and the last stage of ${source.containerfile} (${test}) seems to run tests`,
        hint: `Set target: to the stage that serves${others.length === 0 ? '' : `: ${others.join(', ')}`}`,
    });
}

;// CONCATENATED MODULE: ./build/js/build/prebuilt.js



/**
 * Turns the reference of a prebuilt image into what will not move: a digest, or the image id where only this engine
 * has it. Where the registry does not answer in five seconds, the engine's knowledge of it is used, else the tag stays.
 *
 * @throws StackError SOURCE_INVALID, IMAGE_NOT_FOUND, NOT_PINNED
 */
async function resolvePrebuilt(plan, reference, lookup, io) {
    const parsed = (0,image_reference/* parseReference */.F2)(reference);
    if (parsed === undefined) {
        throw new errors/* StackError */.L({
            code: 'SOURCE_INVALID',
            message: `${reference} is not an image reference`,
            hint: 'Write [registry/]name[:tag] or name@sha256:…',
        });
    }
    const image = { component: plan.component, tag: reference, seconds: 0 };
    const resolved = (to) => ({ ...image, reference: to, how: 'resolved' });
    if (parsed.digest !== undefined)
        return resolved(`${(0,image_reference/* nameOf */.Vb)(reference)}@${parsed.digest}`);
    const stored = lookup.engine === undefined ? undefined : await (0,engine_store/* inspectImage */.m)(lookup.engine, reference, io);
    const known = stored === undefined ? undefined : knownDigest(stored, parsed);
    // Built by hand: no registry has it under this name, and asking one would only cost its time-out.
    if (stored !== undefined && stored.repoDigests.length === 0 && plan.pullPolicy !== 'Always')
        return resolved(stored.id);
    if (stored !== undefined && plan.pullPolicy === 'Never')
        return resolved(stored.id);
    const answer = await lookup.registry.look(parsed);
    if (answer.kind === 'found')
        return resolved(`${(0,image_reference/* nameOf */.Vb)(reference)}@${answer.digest}`);
    if (answer.kind !== 'absent' && known !== undefined)
        return resolved(`${(0,image_reference/* nameOf */.Vb)(reference)}@${known}`);
    if (stored !== undefined)
        return resolved(stored.id);
    if (answer.kind === 'absent') {
        throw new errors/* StackError */.L({
            code: 'IMAGE_NOT_FOUND',
            message: `${parsed.registry} has no image ${reference}`,
            hint: `Look at the name and the tag: docker pull ${reference}`,
        });
    }
    const problem = unpinned(reference, parsed, answer, lookup.requirePinned);
    if (lookup.requirePinned)
        throw new errors/* StackError */.L(problem);
    io.progress.problem(problem);
    return { ...image, reference, how: 'unresolved' };
}
function knownDigest(stored, reference) {
    for (const text of stored.repoDigests) {
        const candidate = (0,image_reference/* parseReference */.F2)(text);
        if (candidate?.registry === reference.registry && candidate.path === reference.path)
            return candidate.digest;
    }
    return undefined;
}
function unpinned(reference, parsed, answer, error) {
    const refused = answer.kind === 'refused';
    return {
        severity: error ? 'error' : 'warning',
        code: 'NOT_PINNED',
        message: `${reference} keeps its tag: ${parsed.registry} ${refused ? 'refused to answer' : 'did not answer'} (${answer.reason})`,
        hint: refused
            ? `Log in: docker login ${parsed.registry}`
            : `Write its digest: image: ${(0,image_reference/* nameOf */.Vb)(reference)}@sha256:…`,
    };
}

// EXTERNAL MODULE: ./build/js/build/run-limited.js
var run_limited = __webpack_require__(89635);
// EXTERNAL MODULE: ./build/js/build/registry.js + 1 modules
var registry = __webpack_require__(2452);
;// CONCATENATED MODULE: ./build/js/build/stage.js








/** Makes the stage; nothing is asked yet. */
function openStage(request, options, io) {
    const { config, caFile, containerEngine, dockerContext } = options;
    const engine = (0,run_limited/* askOnce */.R)(() => (0,detect_engine/* detectEngine */.uU)({
        ...(containerEngine === undefined ? {} : { containerEngine }),
        ...(dockerContext === undefined ? {} : { dockerContext }),
        ...(config.builder === undefined ? {} : { builder: config.builder }),
    }, io));
    // The one file a dry run makes too: it is gone at the end of the run, and git could not verify anybody without it.
    const caBundle = (0,run_limited/* askOnce */.R)((path) => (0,git_command/* writeCaBundle */.qA)(path, io));
    const settingsOf = async (repo) => {
        const transport = (0,repository_url/* checkRepository */.n)(repo, config.insecureRepos);
        return { transport, ...(caFile === undefined ? {} : { caBundle: await caBundle(caFile) }) };
    };
    const refs = (0,run_limited/* askOnce */.R)(async (repo) => listRefs(repo, await settingsOf(repo), io));
    const clones = new Map();
    const checkOuts = new Map();
    return {
        request,
        options,
        io,
        registry: (0,registry/* openRegistry */.M)(io),
        engine: () => engine(''),
        async localEngine() {
            if (options.target !== 'compose')
                return undefined;
            try {
                return await engine('');
            }
            catch (error) {
                if (error instanceof errors/* StackError */.L && ['TOOL_MISSING', 'ENGINE_UNREACHABLE'].includes(error.code))
                    return undefined;
                throw error;
            }
        },
        async commitOf(repo, ref) {
            (0,repository_url/* checkRepository */.n)(repo, config.insecureRepos);
            return isCommit(ref) ? ref : chooseCommit(await refs(repo), ref, repo);
        },
        async clone(repo, commit) {
            const settings = await settingsOf(repo);
            const key = `${repo}\n${commit}`;
            const clone = clones.get(key) ?? fetchCommit(repo, commit, settings, io);
            clones.set(key, clone);
            return clone;
        },
        checkedOut(clone, submodules) {
            const known = checkOuts.get(clone.folder);
            // One after the other: an image with submodules may come after one without.
            const next = (known ?? Promise.resolve()).then(() => checkOut(clone, submodules, io));
            const result = known === undefined || submodules ? next : known;
            checkOuts.set(clone.folder, result);
            return result;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/build/build-images.js








/** Look-ups wait for the network, not for this machine. */
const lookUpsAtOnce = 8;
const fetchesAtOnce = 4;
/**
 * Finds or builds the image of every component; what exists already is neither cloned nor built.
 * With `dry` nothing is written anywhere, and what is missing is `Pending` under its source key.
 *
 * @returns the images in the order of the request; references as in `Image.reference`.
 * @throws StackError with the problems of all images that failed, after all others have ended.
 */
async function buildImages(request, options, io) {
    const stage = openStage(request, options, io);
    const tasks = new Map(request.images.map((plan) => [plan.component, io.progress.task(plan.component)]));
    const taskOf = (component) => tasks.get(component) ?? io.progress.task(component);
    const lookUp = (plan) => attempt(plan, taskOf(plan.component), () => lookUpImage(plan, stage));
    let steps = await (0,run_limited/* runLimited */.O)(request.images, lookUpsAtOnce, lookUp);
    steps = await (0,run_limited/* runLimited */.O)(steps, fetchesAtOnce, async (step) => {
        if (step.kind !== 'missing')
            return step;
        taskOf(step.plan.component).update('fetching');
        return attempt(step.plan, taskOf(step.plan.component), () => fetchSource(step, stage));
    });
    steps = await buildMissing(steps, stage, taskOf);
    const problems = steps.flatMap((step) => (step.kind === 'failed' ? step.problems : []));
    if (problems.length > 0)
        throw joinFailures(problems, request.images.length);
    return steps.flatMap((step) => (step.kind === 'image' ? [step.image] : []));
}
async function lookUpImage(plan, stage) {
    const { request, io } = stage;
    const live = request.frozen?.[plan.component];
    if (live !== undefined) {
        const tag = plan.source.kind === 'image' ? plan.source.reference : plan.repository;
        return { kind: 'image', image: { component: plan.component, ...live, tag, how: 'reused', seconds: 0 } };
    }
    if (plan.source.kind === 'image') {
        const lookup = { registry: stage.registry, engine: await stage.localEngine(), requirePinned: request.requirePinned };
        return { kind: 'image', image: await resolvePrebuilt(plan, plan.source.reference, lookup, io) };
    }
    const identified = await identifySource(plan.source, stage);
    const { key, commit } = identified;
    const found = request.noCache ? { kind: 'missing' } : await findImage(plan, key, stage);
    if (found.kind === 'image')
        return { kind: 'image', image: reusedImage(plan, key, found.reference, commit) };
    if (found.kind === 'stale')
        io.progress.line(`${plan.component}: ${found.reason}, building again`);
    if (!request.dry)
        return { kind: 'missing', plan, identified, rebuild: request.noCache || found.kind === 'stale' };
    const image = {
        component: plan.component,
        reference: { pending: 'image', key },
        tag: `${plan.repository}:${key}`,
        sourceKey: key,
        ...(commit === undefined ? {} : { revision: commit }),
        how: 'pending',
        seconds: 0,
    };
    return { kind: 'image', image };
}
/** Brings the source to this disk; on the way a git tree may turn out to be one that was built before. */
async function fetchSource(step, stage) {
    const { plan, identified, rebuild } = step;
    const { source, commit, key } = identified;
    if (source.kind === 'path' || commit === undefined) {
        const folder = source.kind === 'path' ? source.path : '';
        return { ...step, kind: 'job', job: await makeJob({ ...identified, plan, folder, otherKeys: [] }, stage) };
    }
    const clone = await stage.clone(source.repo, commit);
    const second = await treeKey(source, clone, stage);
    const found = rebuild ? undefined : await findImage(plan, second, stage);
    if (found?.kind === 'image') {
        await aliasImage(plan, second, key, found.reference, stage);
        return { kind: 'image', image: reusedImage(plan, key, found.reference, commit) };
    }
    await stage.checkedOut(clone, source.submodules);
    const job = await makeJob({ ...identified, plan, folder: clone.folder, otherKeys: [second] }, stage);
    return { kind: 'job', plan, identified, job };
}
async function buildMissing(steps, stage, taskOf) {
    const jobs = steps.flatMap((step) => (step.kind === 'job' ? [step.job] : []));
    if (jobs.length === 0)
        return steps;
    const { config, builders } = stage.options;
    const context = {
        io: stage.io,
        engine: await stage.engine(),
        parallel: config.parallel,
        cache: config.cache && !stage.request.noCache,
        ...(config.builder === undefined ? {} : { builder: config.builder }),
        report: (component, line) => taskOf(component).update(line),
    };
    const builder = await chooseBuilder(builders, jobs, context);
    const outcomes = new Map();
    for (const outcome of await builder.build(jobs, context))
        outcomes.set(outcome.component, outcome);
    return steps.map((step) => {
        if (step.kind !== 'job')
            return step;
        const outcome = outcomes.get(step.plan.component);
        if (outcome === undefined)
            throw new Error(`builder ${builder.name} gave no answer for ${step.plan.component}`);
        const task = taskOf(step.plan.component);
        if (!outcome.ok) {
            task.fail(outcome.reason);
            return { kind: 'failed', problems: [buildFailure(outcome, step.job, step.identified, context.engine)] };
        }
        task.done(`built in ${outcome.seconds.toFixed(1)} s`);
        const { reference, seconds } = outcome;
        const { key, commit } = step.identified;
        return { kind: 'image', image: { ...reusedImage(step.plan, key, reference, commit), how: 'built', seconds } };
    });
}
/** @throws StackError NOT_SUPPORTED, TOOL_MISSING */
async function chooseBuilder(builders, jobs, context) {
    for (const builder of builders) {
        if (!(await builder.available(context)))
            continue;
        const asking = jobs.find((job) => job.platforms.length > 0);
        if (builder.name === 'buildx' || (asking === undefined && context.builder === undefined))
            return builder;
        throw new errors/* StackError */.L({
            code: 'NOT_SUPPORTED',
            message: `${asking === undefined ? `the builder ${context.builder}` : `platforms of ${asking.component}`} needs docker buildx, and ${context.engine.program} has none`,
            hint: 'Install buildx, or take platforms: and ci_cd.build.builder out',
        });
    }
    throw new errors/* StackError */.L({
        code: 'TOOL_MISSING',
        message: `nothing here can build an image with ${context.engine.program}`,
        hint: 'Install docker with buildx, or podman',
    });
}
/** Errors meant for the user become this image's problems; an interrupted run and our bugs end everything. */
async function attempt(plan, task, work) {
    try {
        const step = await work();
        if (step.kind === 'image')
            task.done(describe(step.image));
        return step;
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || ['INTERRUPTED', 'TERMINATED', 'BUG'].includes(error.code))
            throw error;
        task.fail(error.message);
        return { kind: 'failed', problems: problemsOf(error, plan.component) };
    }
}
function describe(image) {
    const words = {
        reused: 'unchanged',
        resolved: image.tag,
        unresolved: `${image.tag} (not resolved)`,
        pending: 'to be built',
        built: 'built',
    };
    return words[image.how];
}

;// CONCATENATED MODULE: ./build/js/plan/plan-rules.js
/** What a valid file may hold and no stack should be deployed with: `validate` warns of it, who plans or deploys is refused. */
function planRules(plan) {
    return plan.stack.target === 'kubernetes' ? sharedDatabase(plan) : [];
}
/** Every gateway would have a SQLite of its own. A secret address is somebody else's to know. */
function sharedDatabase({ gateway, config }) {
    const url = gateway.env['DATABASE_URL'];
    const isMany = gateway.replicas > 1 || gateway.autoscaled;
    // The plan's own default gives way to the existing Secret, which may hold another.
    const isHidden = gateway.pod.existingSecret !== undefined && config.gateway.env['DATABASE_URL'] === undefined;
    if (!isMany || isHidden || url?.kind !== 'plain' || !url.value.startsWith('sqlite'))
        return [];
    const path = gateway.replicas > 1 ? 'gateway.replicas' : 'gateway.autoscaling';
    return [
        {
            severity: 'error',
            code: 'CONFIG_INVALID',
            message: `${path} is ${gateway.replicas > 1 ? gateway.replicas : 'true'}, and every gateway would have its own SQLite database`,
            hint: 'Set infrastructure.postgres.enabled: true, or DATABASE_URL of a PostgreSQL in gateway.env_vars',
            path,
        },
    ];
}

// EXTERNAL MODULE: ./build/js/plan/plan-stack.js + 16 modules
var plan_stack = __webpack_require__(43349);
// EXTERNAL MODULE: ./build/js/registry.js + 118 modules
var js_registry = __webpack_require__(62488);
// EXTERNAL MODULE: ./build/js/render/templates.js
var render_templates = __webpack_require__(19116);
// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/prepare.js







/** Commands that only look or remove: who deployed has seen the warnings. */
const quiet = ['certs check', 'destroy', 'history', 'logs', 'status', 'token', 'verify'];
/** Plans the stack and shows every warning of the config and the plan once. */
async function prepare(session, config) {
    const target = (0,js_registry/* chooseTarget */.bx)(config.deployment.type);
    const plan = (0,plan_stack/* planStack */.q)(config);
    if (!quiet.includes(session.command))
        (0,plan_stack/* refuseErrors */.S)(planRules(plan));
    const { templates, problems } = await (0,render_templates/* loadTemplates */.K)(target.type, config.templatesDir, session.io);
    const all = [...config.problems, ...plan.problems, ...problems];
    const told = quiet.includes(session.command) ? all.filter(({ severity }) => severity === 'error') : all;
    // Notes are for who looks closer: validate, plan and --json show them.
    for (const problem of told)
        if (problem.severity !== 'note')
            session.io.progress.problem(problem);
    return { config, plan: { ...plan, problems: told }, target, templates };
}
/** Steps 4 and 5: reaches the target and looks at what runs there. */
async function observe(session, prepared) {
    return (0,commands_session/* timed */.J)(session, 'observe', `Looking at ${prepared.plan.stack.name}`, async () => {
        const connection = await prepared.target.connect(prepared.plan, session.io);
        session.io.progress.line(connection.description);
        try {
            return { connection, live: await connection.observe() };
        }
        catch (error) {
            // An open connection keeps a process of its own alive, and ours with it.
            await connection.close();
            throw error;
        }
    });
}
/** Step 6, first half. */
async function build(session, prepared, choice) {
    const { plan, config } = prepared;
    return (0,commands_session/* timed */.J)(session, 'build', choice.dry ? 'Looking up images' : 'Images', () => buildImages({
        images: chooseImages(plan, choice),
        dry: choice.dry,
        noCache: choice.noCache ?? false,
        requirePinned: choice.requirePinned ?? false,
        ...(choice.frozen === undefined ? {} : { frozen: liveImages(choice.frozen) }),
    }, {
        config: config.build,
        stack: plan.stack.name,
        target: plan.stack.target,
        builders: js_registry/* builders */.LX,
        ...(config.deployment.containerEngine === undefined
            ? {}
            : { containerEngine: config.deployment.containerEngine }),
        ...(config.deployment.dockerContext === undefined ? {} : { dockerContext: config.deployment.dockerContext }),
        ...(config.network.caFile === undefined ? {} : { caFile: config.network.caFile }),
    }, session.io));
}
/** @throws StackError USAGE for a --plugin that the config does not have. */
function chooseImages(plan, choice) {
    const plugins = plan.plugins.map((plugin) => plugin.name);
    const unknown = (choice.only ?? []).filter((name) => !plugins.includes(name));
    if (unknown.length > 0) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: `no plugin is called ${unknown.join(', ')}`,
            hint: plugins.length === 0 ? 'The file has no plugins' : `The file has: ${plugins.join(', ')}`,
        });
    }
    return plan.images.filter((image) => {
        if (choice.only !== undefined && choice.only.length > 0)
            return choice.only.includes(image.component);
        return choice.pluginsOnly === true ? plugins.includes(image.component) : true;
    });
}
function liveImages(live) {
    const release = live.state.releases.findLast((entry) => entry.status === 'live');
    if (release === undefined) {
        throw new errors/* StackError */.L({
            code: 'USAGE',
            message: '--frozen needs a live release, and there is none',
            hint: 'Deploy once without --frozen',
        });
    }
    return Object.fromEntries(release.components.map(({ name, image, revision }) => [
        name,
        { reference: image, ...(revision === undefined ? {} : { revision }) },
    ]));
}


/***/ }),

/***/ 14316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ newRelease),
/* harmony export */   Ru: () => (/* binding */ lastGoodRelease),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   ty: () => (/* binding */ recordRelease)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75503);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10390);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48085);



/** How many releases the history keeps. */
const kept = 10;
/** The record of a deploy that is about to be applied. */
function newRelease(bundle, changes, state, run, configDigest) {
    return {
        revision: (state.releases.at(-1)?.revision ?? 0) + 1,
        status: 'applying',
        startedAt: run.startedAt,
        actor: run.actor,
        ...(run.repository === undefined ? {} : { repository: run.repository }),
        ...(run.commit === undefined ? {} : { commit: run.commit }),
        ...(run.url === undefined ? {} : { runUrl: run.url }),
        toolVersion: run.toolVersion,
        configDigest,
        summary: summarise(changes),
        components: bundle.components.map(toReleaseComponent),
        manifest: bundle.files.find((file) => file.path === 'compose.yaml')?.text ?? '',
        contents: Object.fromEntries(bundle.contents.map((content) => [content.name, storeContent(content)])),
        variables: Object.fromEntries(Object.entries(bundle.variables).map(([name, value]) => [name, storeVariable(value)])),
        ...storeKubernetes(bundle),
    };
}
/**
 * Adds or replaces a release by its revision. Of the others only one is `live`, and none is still being applied: it was
 * interrupted. What is live never falls out of the history, however many failed after it.
 */
function recordRelease(state, release) {
    const others = state.releases
        .filter((other) => other.revision !== release.revision)
        .map((other) => {
        if (other.status === 'applying')
            return { ...other, status: 'interrupted' };
        return release.status === 'live' && other.status === 'live' ? { ...other, status: 'superseded' } : other;
    });
    const all = [...others, release];
    const good = all.findLast(({ status }) => status === 'live' || status === 'superseded');
    const recent = all.slice(-kept);
    return { ...state, releases: good === undefined || recent.includes(good) ? recent : [good, ...recent.slice(1)] };
}
/** The last release that was live, other than the one that is being made. */
function lastGoodRelease(state, below = Number.POSITIVE_INFINITY) {
    return state.releases.findLast((release) => release.revision < below && (release.status === 'live' || release.status === 'superseded'));
}
/** `1 updated (OPAPluginFilter), 5 unchanged` */
function summarise(changes) {
    const words = {
        create: 'created',
        update: 'updated',
        restart: 'restarted',
        delete: 'removed',
        unchanged: 'unchanged',
    };
    // What belongs to no component (a service account) is worth a word only where nothing else changes.
    const components = changes.filter(({ service }) => !service.includes('/'));
    const named = components.some(({ action }) => action !== 'unchanged') ? components : changes;
    const parts = ['create', 'update', 'restart', 'delete', 'unchanged'].flatMap((action) => {
        const names = named.filter((change) => change.action === action).map((change) => change.component);
        if (names.length === 0)
            return [];
        const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
        return [action === 'unchanged' ? `${names.length} unchanged` : `${names.length} ${words[action]} (${shown})`];
    });
    return parts.length === 0 ? 'nothing to deploy' : parts.join(', ');
}
function toReleaseComponent(component) {
    return {
        name: component.name,
        role: component.role,
        service: component.service,
        image: (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .isPending */ .m)(component.image) ? component.image.key : component.image,
        tag: component.tag,
        ...(component.revision === undefined ? {} : { revision: component.revision }),
        hash: component.hash,
        fields: component.fields,
    };
}
function storeContent(content) {
    const texts = Object.entries(content.files).flatMap(([name, text]) => typeof text === 'string' ? [[name, text]] : []);
    return {
        component: content.component,
        kind: content.kind,
        mountPath: content.mountPath,
        files: content.kind === 'certificates' ? {} : Object.fromEntries(texts),
    };
}
/** Objects as they were before their contents named them, and the keys that are about to be written. */
function storeKubernetes(bundle) {
    const { kubernetes } = bundle;
    if (kubernetes === undefined)
        return {};
    const inventory = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .intendedInventory */ .Kr)(bundle);
    return { objects: kubernetes.unnamed.map(storeObject), ...(inventory === undefined ? {} : { inventory }) };
}
function storeObject({ values, ...object }) {
    if (values === undefined)
        return object;
    if (values.kind === 'certificates')
        return { ...object, values };
    if (values.kind === 'env') {
        const env = Object.entries(values.env).map(([name, value]) => [
            name,
            storeVariable(value),
        ]);
        return { ...object, values: { kind: 'env', env: Object.fromEntries(env) } };
    }
    const credentials = values.credentials.map((entry) => ({ ...entry, password: storeVariable(entry.password) }));
    return { ...object, values: { kind: 'pull', credentials } };
}
function storeVariable(value) {
    if (value.kind === 'plain')
        return { parts: [{ kind: 'kept', text: new _model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z('kept', value.value) }] };
    return {
        parts: value.parts.map((part) => part.kind === 'literal'
            ? { kind: 'kept', text: part.text }
            : { kind: 'reference', secret: part.secret, encoding: part.encoding }),
    };
}


/***/ }),

/***/ 19116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ loadTemplates)
/* harmony export */ });
/* unused harmony export templateNames */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


/** What gateway and plugins read is the same on every target; the files are beside Compose's. */
const sharedNames = ['plugins-config.yaml.hbs', 'sitecustomize.py'];
/** Every template a target has; users may override any of them by name. */
const templateNames = {
    compose: ['compose.yaml.hbs', ...sharedNames],
    kubernetes: [
        'namespace.yaml.hbs',
        'service-account.yaml.hbs',
        'config-map.yaml.hbs',
        'secret.yaml.hbs',
        'deployment.yaml.hbs',
        'statefulset.yaml.hbs',
        'service.yaml.hbs',
        'network-policy.yaml.hbs',
        'pod-disruption-budget.yaml.hbs',
        'persistent-volume-claim.yaml.hbs',
        'ingress.yaml.hbs',
        'http-route.yaml.hbs',
        'route.yaml.hbs',
        ...sharedNames,
    ],
};
/**
 * Reads the built-in templates of a target and the user's overrides.
 *
 * @param folder  templates_dir, absolute: `compose.yaml.hbs` in it, or `compose/compose.yaml.hbs`.
 * @returns the templates, and a warning for every override that is older than ours or that nothing reads.
 */
async function loadTemplates(target, folder, io) {
    const names = templateNames[target];
    const builtIn = await builtInFolder(io);
    const overrides = folder === undefined ? new Map() : await findOverrides(folder, target, io);
    const problems = unknownNames(overrides, names, target);
    const templates = await Promise.all(names.map(async (name) => {
        const ours = readTemplate(await io.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(builtIn, folderOf(name, target), name)), false);
        const path = overrides.get(name);
        if (path === undefined)
            return [name, ours];
        const own = readTemplate(await io.files.read(path), true);
        problems.push(...compareVersions(path, own, ours));
        return [name, own];
    }));
    return { templates: Object.fromEntries(templates), problems };
}
/** Beside the bundled program, or at the repository's root when the sources run. */
async function builtInFolder(io) {
    const candidates = ['templates', '../templates', '../../templates'].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(import.meta.dirname, path));
    for (const folder of candidates) {
        if (await io.files.exists((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'compose', 'compose.yaml.hbs')))
            return folder;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'TEMPLATE_INVALID',
        message: `the built-in templates are not beside the program (looked in ${candidates[0]})`,
        hint: 'The folder templates/ belongs beside dist/index.js: install the program again',
    });
}
function folderOf(name, target) {
    return sharedNames.includes(name) ? 'compose' : target;
}
async function findOverrides(folder, target, io) {
    const found = new Map();
    for (const place of [folder, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, target)]) {
        if (!(await io.files.exists(place)))
            continue;
        for (const name of await io.files.list(place)) {
            if (/\.(?:hbs|py)$/.test(name))
                found.set(name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place, name));
        }
    }
    return found;
}
function readTemplate(text, override) {
    const [firstLine = ''] = text.split('\n', 1);
    const version = /mcp-stack-deploy template \S+ (\d{1,6})\b/.exec(firstLine)?.[1];
    return { text, override, ...(version === undefined ? {} : { version: Number(version) }) };
}
function compareVersions(path, own, ours) {
    if (own.version === ours.version)
        return [];
    const message = own.version === undefined
        ? `${path} does not say which template version it was made from`
        : `${path} was made from template version ${own.version}, this program has version ${ours.version ?? 0}`;
    const hint = 'Compare it with the built-in template and copy the first line when they agree';
    return [{ severity: 'warning', code: 'TEMPLATE_INVALID', message, hint, path: 'templates_dir' }];
}
/** An override of another target's template is none of this one's business: an overlay may change the target. */
function unknownNames(found, names, target) {
    const known = new Set(Object.values(templateNames).flat());
    return [...found]
        .filter(([name]) => !known.has(name))
        .map(([, path]) => ({
        severity: 'warning',
        code: 'TEMPLATE_INVALID',
        message: `${path} overrides no template of ${target}`,
        hint: `Templates are: ${names.join(', ')}`,
        path: 'templates_dir',
    }));
}


/***/ })

};
