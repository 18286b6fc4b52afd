export const id = 9501;
export const ids = [9501];
export const modules = {

/***/ 51168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain),
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./build/js/config/read-stack.js + 57 modules
var read_stack = __webpack_require__(26233);
// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/plan/plan-stack.js + 15 modules
var plan_stack = __webpack_require__(83024);
// EXTERNAL MODULE: ./build/js/render/render-bundle.js + 22 modules
var render_bundle = __webpack_require__(70314);
// EXTERNAL MODULE: ./build/js/render/templates.js
var render_templates = __webpack_require__(19116);
;// CONCATENATED MODULE: ./build/js/commands/check-objects.js


/**
 * What only shows when objects are drawn: patches that meet nothing, manifests that no stack may have. Nothing is built, issued
 * or asked for: what is not known stands as pending.
 *
 * @throws StackError CONFIG_INVALID, TEMPLATE_INVALID.
 */
async function checkObjects(session, plan) {
    const { patches, extraManifests, templatesDir } = plan.config;
    // Our own templates draw what the configuration's rules let through: only what the user adds to them can be wrong.
    if (plan.stack.target !== 'kubernetes' || (patches.length === 0 && extraManifests.length === 0))
        return;
    const { templates } = await (0,render_templates/* loadTemplates */.K)(plan.stack.target, templatesDir, session.io);
    await (0,render_bundle/* renderBundle */.p)({
        plan,
        templates,
        images: plan.images.map(({ component, repository }) => ({
            component,
            reference: { pending: 'image', key: 'unknown' },
            tag: `${repository}:unknown`,
            how: 'pending',
            seconds: 0,
        })),
        certificates: plan.certificates.map((request) => ({ request, how: 'pending' })),
        digest: (_value, name) => ({ pending: 'secret', key: name }),
    });
}

// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/validate.js





/** `validate`: the base and every overlay, in full, the plan of each included; touches nothing. */
async function validate(session, settings) {
    const { problems, config } = await (0,read_stack/* reviewStack */.VJ)(settings, session.io);
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (config === undefined) {
        throw new js_errors/* StackError */.L({
            code: errors[0]?.code ?? 'CONFIG_INVALID',
            message: `${settings.file} has ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}`,
            problems,
        });
    }
    const plan = (0,plan_stack/* planStack */.q)(config);
    await checkObjects(session, plan);
    const plugins = `${plan.plugins.length} plugin${plan.plugins.length === 1 ? '' : 's'}`;
    return {
        ...(0,commands_session/* emptyReport */._O)(session),
        problems: [...problems, ...plan.problems],
        next: `${settings.file} is valid: ${plan.stack.name} on ${plan.stack.target}, a gateway and ${plugins}. Next: ${(0,commands_session/* commandLine */.ay)(session, 'plan')}`,
    };
}
/** `config`: every value with where it came from; secrets by name. */
async function explain(session, settings, json) {
    const values = await (0,read_stack/* explainStack */.yM)(settings, session.io);
    if (json)
        return { text: `${JSON.stringify(values, null, 2)}\n` };
    const lines = values.map(({ path, value, origin }) => ({ text: `${path}: ${quoteText(value)}`, origin }));
    const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
    return {
        text: lines
            .map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}`)
            .join('\n')
            .concat('\n'),
    };
}
/** A value on one line: as JSON text where it could be taken for something else or has an end that nobody sees. */
function quoteText(value) {
    return /^$|^\s|\s$|[\p{Cc}\u2028\u2029]| #/u.test(value) ? JSON.stringify(value) : value;
}


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
        'certificate.yaml.hbs',
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
