export const id = 55;
export const ids = [55];
export const modules = {

/***/ 1055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ makeDraft)
});

// EXTERNAL MODULE: ./build/js/certificates/issue.js + 2 modules
var issue = __webpack_require__(67478);
// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/registry.js + 49 modules
var registry = __webpack_require__(90904);
;// CONCATENATED MODULE: ./build/js/render/record.js
/** A parsed mapping as one; anything else as an empty one. */
function readRecord(value) {
    return isRecord(value) ? value : {};
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/js/render/scalar.js

/** A value that the target fills in from the environment of `docker compose`: the only thing that may become `${…}`. */
class Variable {
    name;
    constructor(name) {
        this.name = name;
    }
}
const variableHint = 'deployed by mcp-deploy';
/** Compose interpolates `$` in every value; `$$` is a dollar (Compose specification, Interpolation). */
const composeDialect = { protect: (quoted) => quoted.replaceAll('$', '$$$$') };
/** The gateway renders plugins-config.yaml with Jinja before it parses it: a brace written as an escape is none for Jinja. */
const jinjaDialect = {
    protect: (quoted) => (/\{[{%#]/.test(quoted) ? quoted.replaceAll('{', '\\u007b') : quoted),
};
/**
 * One YAML flow value that YAML 1.1 (Kubernetes, PyYAML) and 1.2 (Compose) read alike: strings are JSON strings unless they
 * are plain words in both; lists and maps are written in one line.
 *
 * @throws StackError RENDER_INVALID for undefined, a function, a number that is not finite, a lone surrogate.
 */
function formatScalar(value, dialect) {
    if (typeof value === 'string')
        return isPlainWord(value) ? value : quote(value, dialect);
    if (value instanceof Variable)
        return `"\${${value.name}:?${variableHint}}"`;
    return formatNested(value, dialect);
}
function formatNested(value, dialect) {
    if (typeof value === 'string')
        return quote(value, dialect);
    if (typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return formatNumber(value);
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return `[${value.map((item) => formatNested(item, dialect)).join(', ')}]`;
    if (typeof value === 'object' && isPlainObject(value)) {
        const entries = Object.entries(value).map(([key, item]) => `${quote(key, dialect)}: ${formatNested(item, dialect)}`);
        return `{${entries.join(', ')}}`;
    }
    throw new js_errors/* StackError */.L({
        code: 'RENDER_INVALID',
        message: `a template asks for a value that is ${value === undefined ? 'not there' : `a ${typeof value}`}`,
        hint: 'If you override templates with templates_dir, compare yours with the built-in one',
    });
}
/** YAML 1.1 knows a float only by its dot: `1e+21` would be a string to it. */
function formatNumber(value) {
    const text = JSON.stringify(value);
    return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}
function isPlainObject(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
/** Words that YAML 1.1 takes for booleans or null (yaml.org/type/bool.html). */
const reserved = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
function isPlainWord(text) {
    return text.length <= 120 && /^[A-Za-z_/][\w./-]*$/.test(text) && !reserved.has(text.toLowerCase());
}
/** What JSON lets through and PyYAML refuses or folds: DEL, C1 controls, line and paragraph separators, BOM, noncharacters. */
const unsafe = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
function quote(text, dialect) {
    if (/\p{Surrogate}/u.test(text)) {
        throw new js_errors/* StackError */.L({ code: 'RENDER_INVALID', message: 'a value holds half of a character (a lone surrogate)' });
    }
    const quoted = JSON.stringify(text).replace(unsafe, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return dialect.protect(quoted);
}

;// CONCATENATED MODULE: ./build/js/render/check-compose.js



/**
 * Reads rendered text back and compares it with the plan: an override, or a value that broke out of its place, shows here.
 *
 * @throws StackError RENDER_INVALID for text that is no YAML, other object names, or a `${…}` that is not ours.
 */
async function readBack(text, expected) {
    const file = await parseText(text);
    const services = record(file['services']);
    sameNames('services', Object.keys(services), expected.services);
    sameNames('networks', Object.keys(record(file['networks'])), expected.networks);
    sameNames('volumes', Object.keys(record(file['volumes'])), expected.volumes);
    if (file['name'] !== expected.project)
        throw invalid(`the project is called ${String(file['name'])}, not ${expected.project}`);
    checkText(file, expected.variables, '');
    return {
        name: expected.project,
        services: Object.fromEntries(Object.entries(services).map(([name, service]) => [name, record(service)])),
    };
}
/**
 * Parses one YAML 1.2 document; aliases, duplicate keys, unknown tags and a second document are errors.
 * js-yaml and not yaml, which the config is read with: it needs a quarter of the time for a large stack, and knows nothing
 * of what the writer assumed.
 */
async function parseText(text) {
    const { load } = await __webpack_require__.e(/* import() */ 243).then(__webpack_require__.bind(__webpack_require__, 33243));
    return record(parse(() => load(text, { maxAliases: 0 })));
}
function parse(read) {
    try {
        return read();
    }
    catch (error) {
        // The lines after the first quote the text.
        const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
        throw invalid(`the text is not YAML: ${message}`, error);
    }
}
function sameNames(what, found, expected) {
    const [has, wants] = [new Set(found), new Set(expected)];
    const missing = expected.filter((name) => !has.has(name));
    const extra = found.filter((name) => !wants.has(name));
    if (missing.length + extra.length === 0)
        return;
    const parts = [...missing.map((name) => `${name} is missing`), ...extra.map((name) => `${name} is not in the plan`)];
    throw invalid(`${what}: ${parts.join(', ')}`);
}
/** Every `$` is doubled, or begins one of our variables that stands alone. */
function checkText(value, variables, path) {
    if (typeof value === 'string') {
        if (!value.includes('$'))
            return;
        const own = /^\$\{(MCPS_\d+):\?([\w -]+)\}$/.exec(value);
        if (own !== null && variables.has(own[1] ?? '') && own[2] === variableHint)
            return;
        if (value.replaceAll('$$', '').includes('$'))
            throw invalid(`${path}: a $ is not doubled, compose would replace it`);
        return;
    }
    if (typeof value !== 'object' || value === null)
        return;
    for (const [key, item] of Object.entries(value))
        checkText(item, variables, path === '' ? key : `${path}.${key}`);
}
/** An absent section has no names; one that is no mapping is wrong. */
function record(value) {
    if (value === undefined || value === null)
        return {};
    if (isRecord(value))
        return value;
    throw invalid('a mapping was expected');
}
function invalid(message, cause) {
    return new js_errors/* StackError */.L({
        code: 'RENDER_INVALID',
        message: `the rendered compose.yaml is wrong: ${message}`,
        hint: 'If you override templates with templates_dir, correct yours; else this is our bug: please report it',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/js/render/check-secrets.js

/**
 * Looks for every secret text that is known here (literals of the config) and for any private key in the files of the bundle.
 * Texts under 16 characters are left out: they meet by chance.
 *
 * @throws StackError RENDER_INVALID naming the secret and the file, never the value.
 */
function checkSecrets(files, uses) {
    for (const { path, text } of files) {
        if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
            throw leaked('a private key', path);
        const secret = uses.flatMap(literalsOf).find((literal) => literal.isIn(text));
        if (secret !== undefined)
            throw leaked(`the value of ${secret.name}`, path);
    }
}
function literalsOf({ value }) {
    if (value.kind === 'plain')
        return [];
    return value.parts.flatMap((part) => part.kind === 'literal' && part.text.matches(/^[\s\S]{16,}$/) ? [part.text] : []);
}
function leaked(what, path) {
    return new js_errors/* StackError */.L({
        code: 'RENDER_INVALID',
        message: `${what} would stand in ${path} in plain text`,
        hint: 'The same text is in a key that is not secret: name that key in secret_env, or refer to the secret by name',
    });
}

;// CONCATENATED MODULE: ./build/js/render/compile.js


/**
 * Renders one template. Values get in through the helper `y` only, which writes one YAML scalar and throws where there is none.
 *
 * @throws StackError TEMPLATE_INVALID for a template that does not compile or asks for what is not there.
 */
async function renderTemplate(templates, name, view, dialect) {
    const template = chooseTemplate(templates, name);
    // Loaded here: validate must start without it.
    const { default: handlebars } = await __webpack_require__.e(/* import() */ 508).then(__webpack_require__.t.bind(__webpack_require__, 88508, 19));
    const own = handlebars.create();
    own.registerHelper('y', (value) => formatScalar(value, dialect));
    try {
        return own.compile(template.text, { noEscape: true, knownHelpers: { y: true }, knownHelpersOnly: true })(view);
    }
    catch (error) {
        throw new js_errors/* StackError */.L({
            code: template.override ? 'TEMPLATE_INVALID' : 'RENDER_INVALID',
            message: `template ${name}: ${firstLine(error)}`,
            hint: template.override ? `Correct ${name} in templates_dir` : undefined,
            cause: error,
        });
    }
}
/** The text of a template that takes no values. */
function chooseTemplate(templates, name) {
    const template = templates[name];
    if (template !== undefined)
        return template;
    throw new js_errors/* StackError */.L({ code: 'TEMPLATE_INVALID', message: `there is no template ${name}` });
}
function firstLine(error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
;// CONCATENATED MODULE: ./build/js/render/compose-health.js
const timing = { interval: '3s', timeout: '5s', retries: 20, startPeriod: '120s' };
function planHealthcheck(health) {
    return { ...timing, test: planTest(health) };
}
function planTest(health) {
    if (health.kind === 'none')
        return ['NONE'];
    if (health.kind === 'command')
        return ['CMD', ...health.command];
    return ['CMD', 'python3', '-IS', '-c', askOverHttp(health.port, health.path)];
}
/**
 * The images have Python and no curl (CONTRACT §2). It runs every three seconds in every container, so a bare socket instead of
 * urllib, and `-IS`: no site packages, no PYTHONPATH, and so no shim.
 */
function askOverHttp(port, path) {
    const request = `GET ${path} HTTP/1.0\\r\\nHost: 127.0.0.1:${port}\\r\\n\\r\\n`;
    return [
        'import socket',
        `c = socket.create_connection(('127.0.0.1', ${port}), 4)`,
        `c.sendall(b'${request}')`,
        "line = c.makefile('rb').readline()",
        "raise SystemExit(0 if b' 200 ' in line else str(line))",
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/js/render/quantity.js
/** Binary and decimal suffixes of Kubernetes quantities as powers: bytes = number × base^power. */
const suffixes = {
    '': [10n, 0],
    k: [10n, 3],
    M: [10n, 6],
    G: [10n, 9],
    T: [10n, 12],
    P: [10n, 15],
    E: [10n, 18],
    Ki: [2n, 10],
    Mi: [2n, 20],
    Gi: [2n, 30],
    Ti: [2n, 40],
    Pi: [2n, 50],
    Ei: [2n, 60],
};
/**
 * Bytes of a Kubernetes memory quantity (`512Mi`, `1.5G`, `1e9`), a part of a byte rounded up, as Kubernetes does.
 * @throws RangeError for what is no quantity: the config's schema lets none through.
 */
function memoryBytes(quantity) {
    return ceilDivide(thousandths(quantity), 1000n);
}
/**
 * CPUs of a Kubernetes quantity (`250m`, `1`, `0.5`) as a decimal number without trailing zeros: `0.25`.
 * @throws RangeError for what is no quantity.
 */
function cpuCount(quantity) {
    const milli = thousandths(quantity);
    const fraction = String(milli % 1000n)
        .padStart(3, '0')
        .replace(/0+$/, '');
    return fraction === '' ? String(milli / 1000n) : `${milli / 1000n}.${fraction}`;
}
/** The quantity times 1000, exactly; below that rounded up. */
function thousandths(quantity) {
    const match = /^\+?(\d+)?(?:\.(\d*))?(?:(m|[kMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,3}))?$/.exec(quantity);
    const [, whole = '', fraction = '', suffix = '', exponent] = match ?? [];
    if (match === null || (whole === '' && fraction === ''))
        throw new RangeError(`not a quantity: ${quantity}`);
    const digits = BigInt(`${whole}${fraction}`);
    const scale = 10n ** BigInt(fraction.length);
    if (suffix === 'm')
        return ceilDivide(digits, scale);
    if (exponent !== undefined && exponent.startsWith('-')) {
        return ceilDivide(digits * 1000n, scale * 10n ** BigInt(exponent.slice(1)));
    }
    const [base, power] = exponent === undefined ? (suffixes[suffix] ?? [10n, 0]) : [10n, Number(exponent)];
    return ceilDivide(digits * 1000n * base ** BigInt(power), scale);
}
function ceilDivide(value, divisor) {
    return (value + divisor - 1n) / divisor;
}

;// CONCATENATED MODULE: ./build/js/render/variables.js

/** Numbers the secrets of all environments, in the order of components and names: `MCPS_1`, `MCPS_2` … */
function numberVariables(components) {
    return components
        .flatMap((component) => Object.entries(component.env)
        .filter(([, value]) => isHidden(value))
        .map(([name, value]) => ({ component: component.name, name, value })))
        .map((use, index) => ({ ...use, variable: `MCPS_${index + 1}` }));
}
/** One component's environment as the templates see it: text, or the variable that stands for a secret. */
function showEnvironment(component, uses) {
    const variables = new Map(uses.map((use) => [use.name, use.variable]));
    return Object.entries(component.env).map(([name, value]) => ({
        name,
        value: showValue(value, variables.get(name)),
    }));
}
function showValue(value, variable) {
    if (value.kind === 'plain')
        return value.value;
    return variable === undefined ? '' : new Variable(variable);
}
/** An empty text hides nothing, and `${NAME:?…}` would refuse it. */
function isHidden(value) {
    if (value.kind === 'plain')
        return false;
    return value.parts.some((part) => part.kind === 'reference' || !part.text.matches(/^$/));
}

;// CONCATENATED MODULE: ./build/js/render/compose-service.js




/** The stack's own network, as the compose file calls it. */
const ownNetwork = 'stack';
function viewService(parts) {
    const { plan, component, image } = parts;
    const { hostPort } = component;
    const published = hostPort === undefined
        ? []
        : [{ target: component.port, published: String(hostPort.port), address: hostPort.address }];
    return {
        service: component.service,
        image: imageText(image),
        // The target has pulled before; the engine's own image ids cannot be pulled at all.
        pullPolicy: imageText(image).startsWith('sha256:') || component.pullPolicy === 'Never' ? 'never' : 'missing',
        entrypoint: component.command,
        command: component.args,
        environment: showEnvironment(component, parts.uses),
        dependsOn: component.dependsOn.flatMap((name) => viewDependency(parts.components.get(name))),
        healthcheck: planHealthcheck(component.health),
        ports: published,
        networks: [{ key: ownNetwork, aliases: component.aliases }, ...component.networks.map(joinNetwork)],
        mounts: viewMounts(parts),
        readOnlyRoot: component.readOnlyRoot,
        capabilities: capabilities[component.role],
        resources: viewResources(component.resources),
        labels: [
            { key: 'mcp-stack.dev/stack', value: plan.stack.name },
            { key: 'mcp-stack.dev/component', value: component.name },
            { key: 'mcp-stack.dev/role', value: component.role },
            { key: hashLabel, value: hashMark(component.service) },
        ],
    };
}
const hashLabel = 'mcp-stack.dev/hash';
/** Stands in the text until the service is complete and can be hashed. */
function hashMark(service) {
    return `mcps-hash-of-${service}`;
}
/** The key under which an external network is known in the file: any name, so it is numbered. */
function networkKey(index) {
    return `external-${index + 1}`;
}
function joinNetwork(_name, index) {
    return { key: networkKey(index), aliases: [] };
}
/** The digest where there is one, else the tag: what is pending is known by its source key. */
function imageText(image) {
    return (0,pending/* isPending */.m)(image.reference) ? image.tag : image.reference;
}
/** The official images start as root, give their folder to their user, and become it; nothing else needs a capability. */
const capabilities = {
    gateway: [],
    plugin: [],
    postgres: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'],
    redis: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
};
function viewDependency(component) {
    if (component === undefined)
        return [];
    const condition = component.health.kind === 'none' ? 'service_started' : 'service_healthy';
    return [{ service: component.service, condition }];
}
function viewMounts({ plan, component, contents }) {
    return [
        ...contents.map(({ name, mountPath }) => ({ type: 'volume', source: name, target: mountPath, readOnly: true })),
        ...Object.entries(component.dataPaths).map(([path, name]) => ({
            type: 'volume',
            source: `${plan.stack.name}_${name}`,
            target: path,
            readOnly: false,
        })),
        ...(component.readOnlyRoot ? component.writablePaths : [])
            .filter((path) => !(path in component.dataPaths))
            .map((path) => ({ type: 'tmpfs', source: undefined, target: path, readOnly: false })),
    ];
}
function viewResources(resources) {
    const limits = pairs(resources.cpuLimit, resources.memoryLimit);
    const reservations = pairs(resources.cpuRequest, resources.memoryRequest);
    return limits.length + reservations.length === 0 ? undefined : { limits, reservations };
}
/** Text for both: compose reads a bare number of bytes, and a decimal number of CPUs. */
function pairs(cpu, memory) {
    return [
        ...(cpu === undefined ? [] : [{ key: 'cpus', value: cpuCount(cpu) }]),
        ...(memory === undefined ? [] : [{ key: 'memory', value: String(memoryBytes(memory)) }]),
    ];
}

;// CONCATENATED MODULE: ./build/js/render/readable-fields.js

/**
 * One key of a Compose service as a person reads it: one field per leaf (`healthcheck.interval`), a list as one line.
 * Two services that differ may read the same (`1` and `"1"`), so a hash is taken of something else.
 */
function readableFields(key, value) {
    // The configuration has it under `resources`, without Compose's `deploy`.
    if (key === 'deploy' && isRecord(value))
        return Object.entries(value).flatMap(([name, item]) => flatten(name, item));
    return flatten(key, value);
}
function flatten(path, value) {
    if (isRecord(value) && Object.keys(value).length > 0) {
        return Object.entries(value).flatMap(([key, item]) => flatten(`${path}.${key}`, item));
    }
    if (path.startsWith('resources.') && path.endsWith('.memory'))
        return [[path, showMemory(value)]];
    return [[path, readableText(value)]];
}
/** One value on one line: words as they are, quoted where a space would tear them apart. */
function readableText(value) {
    if (Array.isArray(value))
        return value.map(showItem).join(value.some(isRecord) ? ', ' : ' ');
    if (isRecord(value))
        return Object.entries(value)
            .map(([key, item]) => `${key}=${showItem(item)}`)
            .join(' ');
    if (value === undefined || value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function showItem(item) {
    if (isRecord(item))
        return 'published' in item ? showPort(item) : readableText(item);
    if (Array.isArray(item))
        return `[${readableText(item)}]`;
    const text = readableText(item);
    return text === '' || /[\s"]/.test(text) ? JSON.stringify(text) : text;
}
/** As `docker ps` writes it: `127.0.0.1:4444->4444/tcp`. */
function showPort(port) {
    const { host_ip: address, published, target, protocol = 'tcp' } = port;
    const host = readableText(address);
    const shown = host.includes(':') ? `[${host}]` : host;
    return `${shown === '' ? '' : `${shown}:`}${readableText(published)}->${readableText(target)}/${readableText(protocol)}`;
}
const units = ['', 'Ki', 'Mi', 'Gi', 'Ti'];
/** Bytes in the largest unit that needs no fraction, as the configuration writes them. */
function showMemory(value) {
    const text = readableText(value);
    if (!/^\d+$/.test(text))
        return text;
    let [amount, unit] = [BigInt(text), 0];
    while (amount > 0n && amount % 1024n === 0n && unit < units.length - 1)
        [amount, unit] = [amount / 1024n, unit + 1];
    return `${amount}${units[unit] ?? ''}`;
}

;// CONCATENATED MODULE: ./build/js/render/component.js





/** 0 what others store in, 1 plugins, 2 the gateway: a wave is ready before the next one starts (CONTRACT §6). */
const waves = { postgres: 0, redis: 0, plugin: 1, gateway: 2 };
/** What the target compares and reports: taken from the rendered service, so that an overridden template counts too. */
function describeComponent(parts) {
    const { component, image, contents } = parts;
    const shown = flattenService(parts, readableFields, readableText);
    return {
        name: component.name,
        role: component.role,
        service: component.service,
        wave: waves[component.role],
        image: image.reference,
        tag: image.tag,
        ...(image.revision === undefined ? {} : { revision: image.revision }),
        // One container on Compose: a plugin keeps its sessions in one process.
        replicas: 1,
        hash: hashFields(flattenService(parts, (key, value) => [[key, show(value)]], show)),
        fields: shown,
        contents: contents.map(({ name }) => name),
        pending: findPending(parts),
    };
}
/**
 * The service as flat text: `env.NAME` for each variable, each mount by what it carries, every other key as `showKey` has it.
 * A secret is `secret:<keyed hash>`, so its number among the MCPS_n does not matter.
 */
function flattenService({ service, contents, digests }, showKey, showValue) {
    const { environment, labels, volumes, ...rest } = service;
    const variables = Object.entries(readRecord(environment)).map(([name, value]) => {
        const digest = digests.get(name);
        return [`env.${name}`, digest === undefined ? undouble(show(value)) : showDigest(digest)];
    });
    const others = Object.entries({ ...rest, labels: withoutHash(readRecord(labels)) })
        .flatMap(([key, value]) => showKey(key, value))
        .map(([key, text]) => [key, undouble(text)]);
    const mounts = (Array.isArray(volumes) ? volumes : []).map((mount) => flattenMount(readRecord(mount), contents, showValue));
    return Object.fromEntries([...others, ...mounts, ...variables].sort(([a], [b]) => (a < b ? -1 : 1)));
}
const contentFields = {
    certificates: 'certificates',
    config: 'plugins-config.yaml',
    shim: 'runtime shim',
};
/** What a person calls the packet of files that is mounted there, and its content's hash; other mounts by their path. */
function flattenMount(mount, contents, showValue) {
    const { source, target, ...rest } = mount;
    const content = contents.find(({ name }) => name === source);
    if (content === undefined)
        return [`mount ${show(target)}`, undouble(showValue({ source, ...rest }))];
    return [contentFields[content.kind], content.name.slice(content.name.lastIndexOf('-') + 1)];
}
function showDigest(digest) {
    return (0,pending/* isPending */.m)(digest) ? `secret:pending:${digest.key}` : `secret:${digest}`;
}
function withoutHash(labels) {
    const { [hashLabel]: _hash, ...rest } = labels;
    return rest;
}
/** `$$` is how compose writes a dollar; people read one. */
function undouble(text) {
    return text.replaceAll('$$', '$');
}
function show(value) {
    return typeof value === 'string' ? value : JSON.stringify(sortKeys(value));
}
function sortKeys(value) {
    if (Array.isArray(value))
        return value.map(sortKeys);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sortKeys(item)]));
}
function hashFields(fields) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(fields)).digest('hex');
}
function findPending({ image, contents, digests }) {
    const certificates = contents.flatMap(({ files }) => Object.values(files)).filter((file) => (0,pending/* isPending */.m)(file));
    const all = [image.reference, ...certificates, ...digests.values()].filter((value) => (0,pending/* isPending */.m)(value));
    return [...new Map(all.map((pending) => [`${pending.pending} ${pending.key}`, pending])).values()];
}

;// CONCATENATED MODULE: ./build/js/render/contents.js

/** Where the packets are mounted: the folders the plan's environment names (`src/plan/contract/paths.ts`). */
const mountPaths = { certificates: '/app/certs/mcp', config: '/app/config', shim: '/opt/mcp-stack/shim' };
const words = { certificates: 'certs', config: 'config', shim: 'shim' };
/** The packets of files that components mount: named by their content, so that a change of content is a change of name. */
function makeContents(plan, certificates, texts) {
    const states = new Map(certificates.map((state) => [state.request.component, state]));
    const requested = new Set(plan.certificates.map(({ component }) => component));
    return [plan.gateway, ...plan.plugins].flatMap((component) => {
        const state = states.get(component.name);
        return [
            ...(component.role === 'gateway'
                ? [makeContent(plan, component, 'config', texts.pluginsConfig, { 'plugins.yaml': texts.pluginsConfig })]
                : []),
            ...(requested.has(component.name) && state !== undefined ? [makeCertificates(plan, component, state)] : []),
            ...(component.shim ? [makeContent(plan, component, 'shim', texts.shim, { 'sitecustomize.py': texts.shim })] : []),
        ];
    });
}
function makeCertificates(plan, component, state) {
    const { certificate, request } = state;
    if (certificate === undefined) {
        const key = shortHash(JSON.stringify(request));
        const pending = { pending: 'certificate', key };
        const files = { [`${request.kind}.crt`]: pending, [`${request.kind}.key`]: pending, 'ca.crt': pending };
        return makeContent(plan, component, 'certificates', `pending ${key}`, files);
    }
    const { fingerprint, chainPem, keyPem, trustBundlePem } = certificate;
    // The key is bound to the leaf by its public key; the trust bundle changes alone during a roll-over of the CA.
    const identity = [fingerprint, chainPem, trustBundlePem].join('\n');
    // The names of the tree in CONTRACT §4; the plan's environment names the same.
    const files = { [`${request.kind}.crt`]: chainPem, [`${request.kind}.key`]: keyPem, 'ca.crt': trustBundlePem };
    return makeContent(plan, component, 'certificates', identity, files);
}
function makeContent(plan, component, kind, identity, files) {
    return {
        name: `${plan.stack.name}_${component.service}-${words[kind]}-${shortHash(identity)}`,
        component: component.name,
        kind,
        mountPath: mountPaths[kind],
        files,
    };
}
function shortHash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}

;// CONCATENATED MODULE: ./build/js/render/plugins-config.js





/**
 * plugins-config.yaml of CONTRACT §3 as text that survives the gateway's Jinja.
 * @throws StackError RENDER_INVALID where, read back, it does not name the plan's plugins and their URLs.
 */
async function renderPluginsConfig(plan, templates) {
    const { plugins, plugin_dirs } = plan.pluginsConfig;
    const view = { plugins: plugins.map(viewEntry), plugin_dirs };
    const text = await renderTemplate(templates, 'plugins-config.yaml.hbs', view, jinjaDialect);
    const { plugins: found } = await parseText(text);
    if (JSON.stringify(identify(found)) !== JSON.stringify(identify(plugins))) {
        throw new js_errors/* StackError */.L({
            code: 'RENDER_INVALID',
            message: 'the rendered plugins-config.yaml does not name the plugins of the plan',
            hint: 'If you override plugins-config.yaml.hbs with templates_dir, correct yours',
        });
    }
    return text;
}
function viewEntry(entry) {
    const { name, kind, mcp, ...rest } = entry;
    return { name, kind, mcp, settings: Object.entries(rest).map(([key, value]) => ({ key, value })) };
}
/** What the gateway knows a plugin by. */
function identify(entries) {
    if (!Array.isArray(entries))
        return [];
    return entries.map(readRecord).map(({ name, kind, mcp }) => [name, kind, mcp]);
}

;// CONCATENATED MODULE: ./build/js/render/compose-bundle.js










/** The Compose bundle: compose.yaml, plugins-config.yaml, the shim, and what each service is made of. */
async function renderCompose(input) {
    const { plan, templates } = input;
    const components = [...plan.infrastructure, ...plan.plugins, plan.gateway];
    const pluginsConfig = await renderPluginsConfig(plan, templates);
    const shim = chooseTemplate(templates, 'sitecustomize.py').text;
    const contents = makeContents(plan, input.certificates, { pluginsConfig, shim });
    const dataVolumes = components.flatMap((component) => listDataVolumes(plan, component));
    const uses = numberVariables(components);
    const usesOf = groupBy(uses, ({ component }) => component);
    const contentsOf = groupBy(contents, ({ component }) => component);
    const byName = new Map(components.map((component) => [component.name, component]));
    const images = new Map(input.images.map((image) => [image.component, image]));
    const services = components.map((component) => viewService({
        plan,
        component,
        image: imageOf(images, component),
        contents: contentsOf.get(component.name) ?? [],
        uses: usesOf.get(component.name) ?? [],
        components: byName,
    }));
    const networks = [
        { key: ownNetwork, name: `${plan.stack.name}_${ownNetwork}`, external: false },
        ...plan.config.deployment.networks.map((name, index) => ({ key: networkKey(index), name, external: true })),
    ];
    // Content volumes are the target's; data volumes are Compose's own, so `docker compose` alone would make them too.
    const volumes = [
        ...contents.map(({ name }) => ({ name, external: true })),
        ...dataVolumes.map(({ name }) => ({ name, external: false })),
    ];
    const view = { project: plan.stack.name, services, networks, volumes };
    const marked = await renderTemplate(templates, 'compose.yaml.hbs', view, composeDialect);
    const file = await readBack(marked, {
        project: plan.stack.name,
        services: components.map(({ service }) => service),
        networks: networks.map(({ key }) => key),
        volumes: volumes.map(({ name }) => name),
        variables: new Set(uses.map(({ variable }) => variable)),
    });
    const described = components.map((component) => describeComponent({
        component,
        service: file.services[component.service] ?? {},
        image: imageOf(images, component),
        contents: contentsOf.get(component.name) ?? [],
        digests: new Map((usesOf.get(component.name) ?? []).map(({ name, value }) => [
            name,
            input.digest(value, `${component.name}.${name}`),
        ])),
    }));
    const hashes = new Map(described.map(({ service, hash }) => [hashMark(service), hash]));
    const compose = marked.replace(/mcps-hash-of-[a-z0-9-]+/g, (mark) => hashes.get(mark) ?? mark);
    const files = listFiles(compose, pluginsConfig, contents, shim);
    checkSecrets(files, uses);
    return {
        target: 'compose',
        files,
        components: described,
        contents,
        variables: Object.fromEntries(uses.map(({ variable, value }) => [variable, value])),
        dataVolumes,
    };
}
/** @throws StackError RENDER_INVALID: our bug, the build stage answers for every component of the plan. */
function imageOf(images, component) {
    const image = images.get(component.name);
    if (image !== undefined)
        return image;
    throw new js_errors/* StackError */.L({ code: 'RENDER_INVALID', message: `there is no image for ${component.name}` });
}
function listDataVolumes(plan, component) {
    return Object.entries(component.dataPaths).map(([mountPath, name]) => ({
        name: `${plan.stack.name}_${name}`,
        component: component.name,
        service: component.service,
        mountPath,
        ownedByComponent: component.role !== 'postgres',
    }));
}
function listFiles(compose, pluginsConfig, contents, shim) {
    const hasShim = contents.some(({ kind }) => kind === 'shim');
    return [
        { path: 'compose.yaml', text: compose },
        { path: 'plugins-config.yaml', text: pluginsConfig },
        ...(hasShim ? [{ path: 'shim/sitecustomize.py', text: shim }] : []),
    ];
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group === undefined)
            groups.set(keyOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/js/render/render-bundle.js


/**
 * Plan + images + certificates → everything a target is told, as text without a secret value in it. Pure but for loading
 * the template engine: equal input gives an equal bundle, byte for byte.
 *
 * @throws StackError RENDER_INVALID, TEMPLATE_INVALID; NOT_SUPPORTED for a target that this version only plans.
 */
async function renderBundle(input) {
    const { target } = input.plan.stack;
    if (target === 'compose')
        return await renderCompose(input);
    throw new js_errors/* StackError */.L({
        code: 'NOT_SUPPORTED',
        message: `this version cannot write manifests for ${target} yet`,
        hint: 'Use deployment.type: compose, or an overlay for it: --environment NAME',
    });
}

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
;// CONCATENATED MODULE: ./build/js/commands/draft.js







/** Resolves, issues (unless dry), renders and compares; writes nothing. */
async function makeDraft(session, input) {
    const { plan, live, target, images, dry } = input;
    const hashKey = live.state.fresh ? newHashKey(session) : live.state.hashKey;
    session.io.redactor.add(hashKey);
    const secrets = await (0,resolve/* resolveSecrets */.M)(plan.secrets, { providers: registry/* secretProviders */.b7, generated: live.state.generated, hashKey, dry }, session.io);
    checkValues(valuesOf(plan), secrets);
    const issued = await (0,issue/* issueCertificates */.K)({
        authorities: registry/* authorities */.eH,
        requests: plan.certificates,
        policy: plan.certificatePolicy,
        state: live.state.fresh ? undefined : live.state,
        dry: dry || input.skipCertificates === true,
        force: input.force ?? false,
        caFromEnv: input.caFromEnv ?? false,
    }, session.io);
    const certificates = input.skipCertificates === true ? useCurrent(issued, session.io.clock.now()) : issued;
    if (input.skipCertificates === true && !dry)
        refuseMissing(certificates);
    const bundle = await renderBundle({
        plan,
        images,
        certificates: certificates.certificates,
        digest: (value, name) => secrets.digest(value, name),
        templates: input.templates,
    });
    return {
        plan,
        live,
        images,
        secrets,
        certificates,
        bundle,
        changes: target.diff(bundle, live),
        problems: [...secrets.problems, ...certificates.problems, ...tooShort(session)],
        state: nextState(live.state, plan, hashKey, secrets, certificates),
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
        const { current, request } = entry;
        if (entry.certificate !== undefined || current === undefined || new Date(current.notAfter) <= now)
            return entry;
        return { request, certificate: current, how: 'kept', reason: entry.reason ?? 'not renewed: --skip-certs' };
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
function tooShort(session) {
    const names = session.io.redactor.unsearched();
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
function newHashKey(session) {
    return new secret/* Secret */.z('hash key', Buffer.from(session.io.random(32)).toString('base64url'));
}
function nextState(state, plan, hashKey, secrets, outcome) {
    const { authority: _old, ...rest } = state;
    const authority = outcome.authority ?? state.authority;
    return {
        ...rest,
        stack: plan.stack.name,
        hashKey,
        fresh: false,
        generated: { ...state.generated, ...secrets.generated },
        certificates: outcome.certificates.flatMap((entry) => (entry.certificate === undefined ? [] : [entry.certificate])),
        ...(authority === undefined ? {} : { authority }),
    };
}


/***/ }),

/***/ 14730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v0: () => (/* binding */ weaknessOf),
/* harmony export */   yo: () => (/* binding */ passwordClasses)
/* harmony export */ });
/* unused harmony export entropyOf */
/**
 * What the gateway calls weak (PyPI mcp-contextforge-gateway 1.0.7, settings and password policy): it does not start with a
 * weak JWT_SECRET_KEY or AUTH_ENCRYPTION_SECRET, and takes any administrator's password at first but no weak one later.
 */
/** Refused whatever their length, in lower case. */
const knownWeak = new Set([
    'my-test-key',
    'my-test-key-but-now-longer-than-32-bytes',
    'my-test-salt',
    'changeme',
    'secret',
    'password',
    'test-secret',
    'my-secret',
    '12345678',
]);
/** Common passwords without the digits and signs that people add. */
const commonPassword = /^(password|passw0rd|p@ssw0rd|p@ssword|admin|administrator|root|toor|welcome|letmein|qwerty|abc|monkey|changeme)[\d!@]*$/;
/** Gateway keys: characters and Shannon bits per character below which the gateway does not start. */
const gatewayLength = 32;
const gatewayEntropy = 3.5;
/** The gateway's minimum for a user's password; 22 for an administrator who changes it. */
const administratorLength = 12;
const administratorClasses = 3;
/** The kinds of characters that the gateway's password policy tells apart. */
const passwordClasses = [/[a-z]/, /[A-Z]/, /[0-9]/, /[!@#$%^&*(),.?":{}|<>\-_=+[\]\\;'`~]/];
/**
 * Says why the gateway would not take a value, in words that do not contain it; undefined when it would.
 *
 * @param strength  `gateway` for JWT_SECRET_KEY and AUTH_ENCRYPTION_SECRET, `administrator` for the platform administrator's password.
 */
function weaknessOf(value, strength) {
    const lower = value.toLowerCase();
    if (value.trim() === '')
        return 'is empty';
    if (lower.startsWith('__replace_me__'))
        return 'is still a placeholder';
    if (knownWeak.has(lower))
        return 'is a well-known value';
    return strength === 'gateway' ? keyWeakness(value) : passwordWeakness(value);
}
/** Shannon entropy in bits per character, as the gateway computes it. */
function entropyOf(value) {
    const characters = Array.from(value);
    const counts = new Map();
    for (const character of characters)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => {
        const share = count / characters.length;
        return sum - share * Math.log2(share);
    }, 0);
}
function keyWeakness(value) {
    if (Array.from(value).length < gatewayLength)
        return `has fewer than ${gatewayLength} characters`;
    return entropyOf(value) < gatewayEntropy ? 'repeats too few different characters' : undefined;
}
function passwordWeakness(value) {
    if (commonPassword.test(value.toLowerCase()))
        return 'is a common password';
    if (Array.from(value).length < administratorLength)
        return `has fewer than ${administratorLength} characters`;
    if (passwordClasses.filter((pattern) => pattern.test(value)).length >= administratorClasses)
        return undefined;
    return `has fewer than ${administratorClasses} of: lower-case letters, upper-case letters, digits, signs`;
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

;// CONCATENATED MODULE: ./build/js/secrets/secret-problems.js



/** The redactor cannot search for a value shorter than this, in bytes, without hitting innocent text. */
const shortestSearchedBytes = 8;
/** Throws one error with every problem of every secret; names only, never a value. */
function throwProblems(missing, resolved, providers) {
    const problems = [
        ...missing.map((request) => missingProblem(request, providers)),
        ...resolved.flatMap(({ request, value }) => ((0,pending/* isPending */.m)(value) ? [] : findValueProblems(request, value))),
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
/** What to tell about values that can be used: too short to scan for, stray white space, a generated value replaced. */
function warnOfValues(resolved, generated) {
    const given = resolved.flatMap(({ request, value, source }) => (0,pending/* isPending */.m)(value) ? [] : [{ name: request.name, text: value.reveal(), source }]);
    const short = given.filter(({ text }) => Buffer.byteLength(text) < shortestSearchedBytes);
    const padded = given.filter(({ text }) => text !== text.trim());
    const replaced = given.filter(({ name, text, source }) => {
        const before = generated[name];
        return source !== 'state' && before !== undefined && before.reveal() !== text;
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
function missingProblem({ name, usedBy }, providers) {
    const asked = providers.map((provider) => provider.name).join(', ');
    const users = usedBy.length === 0 ? '' : `, needed by ${usedBy.join(', ')}`;
    return {
        severity: 'error',
        code: 'SECRET_MISSING',
        message: `secret ${name} is not set or empty (asked: ${asked === '' ? 'nobody' : asked})${users}`,
        hint: `Set ${name} in the environment; in CI pass it to the step from the host's secrets.`,
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
 * @throws StackError SECRET_MISSING, SECRET_WEAK, SECRET_INVALID: all problems of all secrets at once, by name.
 */
async function resolveSecrets(requests, options, io) {
    for (const secret of Object.values(options.generated))
        io.redactor.add(secret);
    const wanted = new Map(requests.map((request) => [request.name, request]));
    const given = await askProviders([...wanted.keys()], options.providers, io);
    const resolved = [];
    const missing = [];
    for (const request of wanted.values()) {
        const found = given.get(request.name) ?? generatedValue(request, options, io);
        if (found === undefined)
            missing.push(request);
        else
            resolved.push({ request, ...found });
    }
    throwProblems(missing, resolved, options.providers);
    return toSecrets(resolved, options, io);
}
async function askProviders(names, providers, io) {
    const given = new Map();
    for (const provider of providers) {
        const open = names.filter((name) => !given.has(name));
        if (open.length === 0)
            break;
        for (const [name, value] of await provider.resolve(open, io)) {
            if (!open.includes(name))
                continue;
            io.redactor.add(value);
            given.set(name, { value, source: provider.name });
        }
    }
    return given;
}
function generatedValue(request, options, io) {
    if (request.origin !== 'generated')
        return undefined;
    const kept = options.generated[request.name];
    if (kept !== undefined)
        return { value: kept, source: 'state' };
    if (options.dry)
        return { value: pendingSecret(request.name), source: 'generated' };
    const random = (bytes) => io.random(bytes);
    const text = request.shape === 'password' ? generatePassword(random) : generateToken(random);
    const value = new model_secret/* Secret */.z(request.name, text);
    io.redactor.add(value);
    return { value, source: 'generated' };
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
    return {
        get,
        compose,
        digest(value, name) {
            const text = compose(value, name);
            if ((0,pending/* isPending */.m)(text))
                return text;
            if (options.hashKey === undefined)
                return pendingSecret('hash key');
            return (0,external_node_crypto_.createHmac)('sha256', options.hashKey.reveal()).update(text.reveal()).digest('hex').slice(0, 16);
        },
        generated: Object.fromEntries(resolved.flatMap(({ request, value, source }) => (source === 'generated' || source === 'state') && !(0,pending/* isPending */.m)(value) ? [[request.name, value]] : [])),
        provenance: Object.fromEntries(resolved.map(({ request, source }) => [request.name, source])),
        problems: warnOfValues(resolved, options.generated),
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
