export const id = 3024;
export const ids = [3024];
export const modules = {

/***/ 54515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   nL: () => (/* binding */ wholeReference),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/** A plain environment value. */
function plain(value) {
    return { kind: 'plain', value };
}
/** The secret that alone is the whole value, as it is. */
function wholeReference(value) {
    if (value?.kind !== 'secret' || value.parts.length !== 1)
        return undefined;
    const [part] = value.parts;
    return part?.kind === 'reference' && part.encoding === 'none' ? part.secret : undefined;
}
/** The names of the secrets a value refers to, in order, without duplicates. */
function referencesOf(value) {
    if (value.kind === 'plain')
        return [];
    return [...new Set(value.parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : [])))];
}


/***/ }),

/***/ 58218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ planCertificates)
/* harmony export */ });
/* unused harmony export serverNames */
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34268);

/** One client certificate for the gateway and one server certificate per plugin with mTLS; none where no plugin has it. */
function planCertificates(config) {
    const plugins = config.plugins.filter((plugin) => plugin.mtls);
    if (plugins.length === 0 || !config.gateway.mtls)
        return [];
    const common = commonRequest(config.certificates);
    const { namespace } = config.deployment;
    return [
        { component: 'gateway', kind: 'client', commonName: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .gatewayService */ .kT, dnsNames: [_names_js__WEBPACK_IMPORTED_MODULE_0__/* .gatewayService */ .kT], ...common },
        ...plugins.map(({ name }) => ({
            component: name,
            kind: 'server',
            commonName: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .pluginAlias */ .a7)(name),
            dnsNames: [...serverNames(name, namespace), ...(hasSlots(config) ? slotNames(name, namespace) : [])],
            ...common,
        })),
    ];
}
/** CONTRACT §4: every name under which the gateway may dial the plugin on either target, and the name as written. */
function serverNames(name, namespace) {
    const alias = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .pluginAlias */ .a7)(name);
    const names = [
        (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsName */ .Tu)(name),
        alias,
        `${alias}.${namespace}`,
        `${alias}.${namespace}.svc`,
        `${alias}.${namespace}.svc.cluster.local`,
        'localhost',
        name,
    ];
    return [...new Set(names)];
}
/** With `rolling: parallel` the gateway dials the Service of a slot, and which one it is changes with every revision. */
function slotNames(name, namespace) {
    return _names_js__WEBPACK_IMPORTED_MODULE_0__/* .slots */ .Q0.flatMap((slot) => {
        const service = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .slotService */ .AH)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .pluginAlias */ .a7)(name), slot);
        return [service, `${service}.${namespace}.svc`];
    });
}
function hasSlots({ deployment, deploy }) {
    return deployment.type === 'kubernetes' && deploy.rolling === 'parallel';
}
function commonRequest(policy) {
    const { keyAlgorithm, validityDays, renewBeforeDays } = policy;
    return { keyAlgorithm, validityDays, ...(renewBeforeDays === undefined ? {} : { renewBeforeDays }) };
}


/***/ }),

/***/ 34268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AH: () => (/* binding */ slotService),
/* harmony export */   B8: () => (/* binding */ pluginService),
/* harmony export */   Q0: () => (/* reexport safe */ _model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__.Q0),
/* harmony export */   Tu: () => (/* binding */ dnsName),
/* harmony export */   a7: () => (/* binding */ pluginAlias),
/* harmony export */   kT: () => (/* binding */ gatewayService)
/* harmony export */ });
/* harmony import */ var _model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73354);

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
/** Workload and Service of one revision of a plugin with `rolling: parallel`; `slot` is one of `slots`. */
function slotService(alias, slot) {
    return `${alias}-${slot}`;
}


/***/ }),

/***/ 83024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ planStack),
  S: () => (/* binding */ refuseErrors)
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

// EXTERNAL MODULE: ./build/js/plan/names.js
var names = __webpack_require__(34268);
;// CONCATENATED MODULE: ./build/js/plan/addresses.js


/** Where the gateway calls a plugin (CONTRACT §3); https exactly when that plugin has mTLS. */
function pluginUrl(plugin, place) {
    const scheme = plugin.mtls ? 'https' : 'http';
    const service = (0,names/* pluginService */.B8)(plugin.name, place.target);
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
/** Where a person reaches the gateway: on the engine's machine, or at the host it is exposed under; undefined where only the cluster knows. */
function gatewayUrl(config) {
    const published = gatewayHostPort(config);
    if (published === undefined)
        return exposedUrl(config.expose);
    const everywhere = ['0.0.0.0', '::', ''].includes(published.address);
    const host = everywhere ? '127.0.0.1' : published.address;
    return `http://${host.includes(':') ? `[${host}]` : host}:${published.port}`;
}
function exposedUrl(expose) {
    if (expose === undefined || expose.host === '')
        return undefined;
    return `${isEncrypted(expose) ? 'https' : 'http'}://${expose.host}${expose.path === '/' ? '' : expose.path}`;
}
/** A Gateway's listener is not ours to see: its name tells, where it is given. */
function isEncrypted({ via, tlsSecret, parent }) {
    if (via === 'route')
        return true;
    if (via === 'ingress')
        return tlsSecret !== undefined;
    return /https|tls|secure/i.test(parent?.sectionName ?? '');
}

// EXTERNAL MODULE: ./build/js/plan/certificates.js
var certificates = __webpack_require__(58218);
;// CONCATENATED MODULE: ./build/js/plan/component.js
/** What the gateway and plugins have in common: taken from the config as it is. */
function planShape(component, target) {
    const { port, servicePort, serviceType, replicas, resources, mtls, command, args, readOnlyRoot, pullPolicy, pod } = component;
    return {
        port,
        servicePort,
        serviceType,
        replicas,
        autoscaled: component.autoscaled,
        resources,
        mtls,
        readOnlyRoot,
        writablePaths: withoutMounts(['/tmp', ...component.writablePaths], component, target),
        pullPolicy,
        pod,
        ...(command === undefined ? {} : { command }),
        ...(args === undefined ? {} : { args }),
    };
}
/** Sorted; a volume of the user's own takes the place of ours at the same path. Compose has no such volumes. */
function withoutMounts(paths, { pod }, target) {
    const taken = new Set(target === 'kubernetes' ? pod.volumes.map(({ mountPath }) => mountPath.replace(/\/$/, '')) : []);
    return [...new Set(paths)].filter((path) => !taken.has(path.replace(/\/$/, ''))).sort();
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
        env: { DATABASE_URL: (0,env_value/* plain */.pj)(`sqlite:///${paths.gatewayData}/mcp.db`) },
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
            env: { DATABASE_URL: (0,env_value/* plain */.pj)(value) },
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
    const env = given === undefined ? { REDIS_URL: (0,env_value/* plain */.pj)('redis://redis:6379/0') } : {};
    const chosen = user['CACHE_TYPE'];
    if (chosen === undefined) {
        return {
            env: { ...env, CACHE_TYPE: (0,env_value/* plain */.pj)('redis') },
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
    const owned = contract.map(({ name, value }) => [name, (0,env_value/* plain */.pj)(value)]);
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

;// CONCATENATED MODULE: ./build/js/plan/shim.js


/**
 * PYTHONPATH with the shim's folder first. A variable of the container replaces the image's own, which is not known here:
 * an image that needs its PYTHONPATH is given it in env_vars, and it is kept behind ours.
 *
 * @param usual  What the public image has, used where nothing is given.
 */
function withShim(env, usual) {
    const given = env['PYTHONPATH'] ?? (usual === undefined ? undefined : (0,env_value/* plain */.pj)(usual));
    if (given === undefined)
        return { ...env, PYTHONPATH: (0,env_value/* plain */.pj)(paths.shim) };
    if (given.kind === 'secret')
        return env;
    return { ...env, PYTHONPATH: (0,env_value/* plain */.pj)(`${paths.shim}:${given.value}`) };
}

;// CONCATENATED MODULE: ./build/js/plan/gateway.js








/** PYTHONPATH of the public gateway images: their programs are in it. */
const imagePath = '/app';
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
    const { type, networks } = config.deployment;
    // Where no call may be lost: the gateway loses some by itself (docs/decisions/0010).
    const parallel = type === 'kubernetes' && config.deploy.rolling === 'parallel';
    const shim = parallel && gateway.runtimeCompat;
    const kept = withoutMounts(Object.keys(stores.dataPaths), gateway, type);
    return {
        gateway: {
            ...planShape(gateway, type),
            name: 'gateway',
            role: 'gateway',
            service: names/* gatewayService */.kT,
            aliases: [],
            ...(published === undefined ? {} : { hostPort: published }),
            env: sortEnv(shim ? withShim(planned.env, imagePath) : planned.env),
            mtls: hasClientCertificate,
            dataPaths: Object.fromEntries(Object.entries(stores.dataPaths).filter(([path]) => kept.includes(path))),
            health: { kind: 'http', port: gateway.port, path: readyPath },
            dependsOn,
            networks: type === 'compose' ? networks : [],
            shim,
        },
        problems: [
            ...stores.problems,
            ...secrets.problems,
            ...planned.problems,
            ...(parallel && kept.length > 0 ? [endsBefore] : []),
        ],
    };
}
/** Two pods on one SQLite file would break it. */
const endsBefore = {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: 'rolling: parallel, but the gateway keeps its database in a volume: its old pod ends before the new one starts, and calls fail until that is ready',
    hint: 'Add infrastructure.postgres, or set gateway.env_vars.DATABASE_URL: then no call fails',
    path: 'ci_cd.deploy.rolling',
};
/** The secrets the gateway cannot start without, where the user did not give them. */
function addSecrets(user) {
    const missing = gatewaySecrets.filter(({ name }) => !(name in user)).map(({ name }) => name);
    const added = Object.fromEntries(missing.map((name) => [name, reference(name)]));
    const settled = missing.includes('PLATFORM_ADMIN_PASSWORD') ? { [passwordChange]: (0,env_value/* plain */.pj)('false') } : {};
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
        planImage(config.gateway, 'gateway', names/* gatewayService */.kT, config),
        ...config.plugins.map((plugin) => planImage(plugin, plugin.name, (0,names/* dnsName */.Tu)(plugin.name), config)),
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

// EXTERNAL MODULE: ./build/js/model/postgres-image.js
var postgres_image = __webpack_require__(31797);
;// CONCATENATED MODULE: ./build/js/plan/postgres-env.js




/** What the image's entry point is told: database, user and password. */
function postgresEnv(postgres) {
    const password = postgres.password ?? reference(postgresPassword);
    return (0,postgres_image/* isSclorgPostgres */.eh)(postgres.image) ? sclorgEnv(postgres, password) : officialEnv(postgres, password);
}
function officialEnv({ user, database, dataPath }, password) {
    return {
        POSTGRES_USER: (0,env_value/* plain */.pj)(user),
        POSTGRES_DB: (0,env_value/* plain */.pj)(database),
        POSTGRES_PASSWORD: password,
        // A folder below the mount: initdb refuses one that is not empty (lost+found), and the default moved in image 18.
        PGDATA: (0,env_value/* plain */.pj)(`${dataPath}/pgdata`),
    };
}
/**
 * Read in the image's scripts (github.com/sclorg/postgresql-container: run-postgresql, common.sh, set_passwords.sh), never run
 * by us. All three of user, password and database, or none; PGDATA they set themselves. `postgres` is there from initdb on, and
 * making it a second time ends the container: its password is the administrator's, and the database gets an owner of its own
 * name.
 */
function sclorgEnv({ user, database }, password) {
    const admin = user === 'postgres' ? { POSTGRESQL_ADMIN_PASSWORD: password } : {};
    if (user === 'postgres' && database === 'postgres')
        return admin;
    return {
        ...admin,
        POSTGRESQL_USER: (0,env_value/* plain */.pj)(user === 'postgres' ? database : user),
        POSTGRESQL_DATABASE: (0,env_value/* plain */.pj)(database),
        POSTGRESQL_PASSWORD: password,
    };
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
/**
 * Port, owner and read-only root are those of the official images; their entry points start as root and step down. Sclorg's
 * write into their user's home as they start.
 */
function planPostgres(postgres, config) {
    const { user, database, dataPath, image } = postgres;
    return {
        ...planStore('postgres', 5432),
        pod: storePod(postgres.pod, postgresUser(image), config),
        resources: postgres.resources,
        env: storeEnv('postgres', config, postgresEnv(postgres)),
        writablePaths: ['/tmp', ...((0,postgres_image/* isSclorgPostgres */.eh)(image) ? [postgres_image/* sclorgHome */.Yg] : []), '/var/run/postgresql'],
        dataPaths: { [dataPath]: 'postgres-data' },
        // By address: while it initialises, the image's temporary server listens on its socket only.
        health: { kind: 'command', command: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', database] },
    };
}
/** A cache: nothing is written to disk, so a new container starts empty. */
function planRedis(redis, config) {
    return {
        ...planStore('redis', 6379),
        pod: storePod(redis.pod, redisUser(redis.image), config),
        resources: redis.resources,
        env: storeEnv('redis', config, {}),
        args: ['redis-server', '--save', '', '--appendonly', 'no'],
        // The image declares /data a volume; without a tmpfs every container would leave an anonymous one behind.
        writablePaths: ['/data', '/tmp'],
        dataPaths: {},
        health: { kind: 'command', command: ['redis-cli', 'ping'] },
    };
}
/** Users of the images by number, for Kubernetes wants to see that they are not root: uid 70 in Alpine, 999 in Debian, 26 at sclorg. */
function postgresUser(image) {
    if ((0,postgres_image/* isSclorgPostgres */.eh)(image))
        return 26;
    if (!isNamed(image, 'postgres'))
        return undefined;
    return /:[^@]*alpine/.test(image) ? 70 : 999;
}
function redisUser(image) {
    return isNamed(image, 'redis') ? 999 : undefined;
}
/** The official image, also in a mirror: its last part is the bare name. */
function isNamed(image, name) {
    return /([^/:@]+)(?::[^/@]+)?(?:@.*)?$/.exec(image)?.[1] === name;
}
/** On OpenShift the namespace chooses the user. */
function storePod(given, known, { deployment }) {
    const { runAsUser: wanted = known, ...pod } = given;
    const isChosen = deployment.type === 'kubernetes' && deployment.openshift === undefined;
    const user = isChosen && wanted !== undefined ? { runAsUser: wanted } : {};
    return { ...pod, topologySpread: [], volumes: [], ...user };
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
        autoscaled: false,
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
    const service = (0,names/* pluginService */.B8)(plugin.name, type);
    const alias = (0,names/* pluginAlias */.a7)(plugin.name);
    return {
        plugin: {
            ...planShape(plugin, type),
            name: plugin.name,
            role: 'plugin',
            service,
            aliases: alias === service ? [] : [alias],
            ...(plugin.hostPort === undefined || type !== 'compose' ? {} : { hostPort: plugin.hostPort }),
            env: sortEnv(shim ? withShim(planned.env) : planned.env),
            dataPaths: {},
            health: planHealth(plugin),
            dependsOn: [],
            networks: type === 'compose' ? networks : [],
            shim,
            url: pluginUrl(plugin, { target: type, namespace }),
            config: plugin,
        },
        problems: planned.problems,
    };
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
 * Every secret that some environment or pull credential refers to, once, sorted by name. One that is declared and used by nothing is not asked for.
 *
 * @param declared  Those that say where they are: asked for there, never made.
 * @param given  Names the user's own environment refers to: they have to be there, so they are never made.
 */
function planSecrets(components, given, pulls, declared = []) {
    const declarations = new Map(declared.map((declaration) => [declaration.name, declaration]));
    const users = usersBySecret(components, pulls);
    const copies = copiesBySecret(components, pulls);
    const strengths = strengthsBySecret(components);
    return [...users.keys()].sort().map((name) => {
        const { from, place } = declarations.get(name) ?? {};
        const made = given.has(name) || from !== undefined ? undefined : makeable.get(name);
        const strength = strengths.get(name);
        return {
            name,
            origin: made === undefined ? 'declared' : 'generated',
            opensVolume: made?.opensVolume ?? false,
            usedBy: users.get(name) ?? [],
            ...(copies.has(name) ? { copiedTo: copies.get(name) ?? [] } : {}),
            ...(from === undefined ? {} : { from }),
            ...(place === undefined ? {} : { place }),
            ...(made?.shape === undefined ? {} : { shape: made.shape }),
            ...(strength === undefined ? {} : { strength }),
        };
    });
}
function usersBySecret(components, pulls) {
    const users = new Map();
    const add = (user, value) => {
        for (const name of (0,env_value/* referencesOf */.CL)(value))
            users.set(name, [...(users.get(name) ?? []), user]);
    };
    for (const component of components) {
        for (const [variable, value] of Object.entries(component.env))
            add(`${component.name}.${variable}`, value);
    }
    for (const { registry, password } of pulls)
        add(`pull.${registry}`, password);
    return users;
}
/** Users that need the value itself: to put it into a longer text, or into a file for the kubelet. */
function copiesBySecret(components, pulls) {
    const variables = components.flatMap(({ name, env }) => Object.entries(env)
        .filter(([, value]) => (0,env_value/* wholeReference */.nL)(value) === undefined)
        .map(([variable, value]) => ({ user: `${name}.${variable}`, value })));
    const copies = new Map();
    for (const { user, value } of [
        ...variables,
        ...pulls.map(({ registry, password }) => ({ user: `the pull credentials of ${registry}`, value: password })),
    ]) {
        for (const name of (0,env_value/* referencesOf */.CL)(value))
            copies.set(name, [...(copies.get(name) ?? []), user]);
    }
    return copies;
}
/** A secret that alone is the value of a variable the gateway checks, must be strong enough for it. */
function strengthsBySecret(components) {
    const gateway = components.find((component) => component.role === 'gateway');
    const pairs = gatewaySecrets.flatMap(({ name, strength }) => {
        const secret = (0,env_value/* wholeReference */.nL)(gateway?.env[name]);
        return secret === undefined || strength === undefined ? [] : [[secret, strength]];
    });
    return new Map(pairs);
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
        certificates: (0,certificates/* planCertificates */.S)(config),
        certificatePolicy: config.certificates,
        secrets: planSecrets([...infrastructure, ...plugins, gateway], secretsGiven(config), pullCredentials(config), config.secrets),
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
    const pulls = pullCredentials(config).map((credential) => credential.password);
    const injected = config.secrets.filter(({ to }) => to.length > 0).map(({ name }) => name);
    return new Set([...[...values, ...password, ...pulls].flatMap(env_value/* referencesOf */.CL), ...injected]);
}
/** An engine pulls with the login of whoever deploys. */
function pullCredentials({ deployment }) {
    return deployment.type === 'kubernetes' ? deployment.pullCredentials : [];
}
/** @throws StackError with every error among the problems, if there is one. */
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


/***/ })

};
