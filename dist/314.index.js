export const id = 314;
export const ids = [314];
export const modules = {

/***/ 12834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Os: () => (/* binding */ loadEngines),
/* harmony export */   Xm: () => (/* binding */ renderTemplate),
/* harmony export */   _h: () => (/* binding */ chooseTemplate),
/* harmony export */   yE: () => (/* binding */ openTemplates)
/* harmony export */ });
/* unused harmony export compileOptions */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82223);



/**
 * Renders one template. Values get in through the helper `y` only, which writes one YAML scalar and throws where there is none.
 *
 * @throws StackError TEMPLATE_INVALID for a template that does not compile or asks for what is not there.
 */
async function renderTemplate(templates, name, view, dialect) {
    const render = await openTemplates(templates, (value) => (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .formatScalar */ .kQ)(value, dialect));
    return render(name, view);
}
/**
 * The same for many objects of one kind: each template is compiled once.
 * @param write  the helper `y`: a value as the template's text has it.
 */
async function openTemplates(templates, write) {
    const compile = await loadCompiler();
    const helpers = { y: (value) => write(value) };
    return (name, view) => {
        const template = chooseTemplate(templates, name);
        try {
            return compile(template)(view, { helpers });
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
                code: template.override ? 'TEMPLATE_INVALID' : 'RENDER_INVALID',
                message: `template ${name}: ${firstLine(error)}`,
                hint: template.override ? `Correct ${name} in templates_dir` : undefined,
                cause: error,
            });
        }
    };
}
/** Loads what rendering needs, for whoever waits for something else meanwhile: a tenth of a second. Never throws. */
async function loadEngines() {
    // What cannot be loaded is told where it is needed.
    await Promise.allSettled([loadCompiler(), __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 33243))]);
}
/** How templates are compiled, here and by scripts/precompile.mjs. */
const compileOptions = { noEscape: true, knownHelpers: { y: true }, knownHelpersOnly: true };
const compiled = new WeakMap();
async function loadCompiler() {
    // Loaded here: validate must start without it.
    const [{ default: handlebars }, { precompiled }] = await Promise.all([
        __webpack_require__.e(/* import() */ 8508).then(__webpack_require__.t.bind(__webpack_require__, 88508, 19)),
        __webpack_require__.e(/* import() */ 217).then(__webpack_require__.bind(__webpack_require__, 40217)),
    ]);
    // Its helper `log` and its warnings would write on the standard streams, past everything that hides and guards.
    handlebars.log = handlebars.logger.log = () => undefined;
    return (template) => {
        const known = compiled.get(template);
        if (known !== undefined)
            return known;
        const made = precompiled[(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(template.text).digest('hex')];
        const draw = made === undefined ? handlebars.compile(template.text, compileOptions) : handlebars.template(made);
        compiled.set(template, draw);
        return draw;
    };
}
/** The text of a template that takes no values. */
function chooseTemplate(templates, name) {
    const template = templates[name];
    if (template !== undefined)
        return template;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'TEMPLATE_INVALID', message: `there is no template ${name}` });
}
function firstLine(error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}


/***/ }),

/***/ 32036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Items by what they have in common, in their order. */
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


/***/ }),

/***/ 41631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ describeComponents)
/* harmony export */ });
/* harmony import */ var _model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73354);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32036);
/* harmony import */ var _readable_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52857);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99384);
/* harmony import */ var _name_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47977);
/* harmony import */ var _referenced_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6670);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94480);
/* harmony import */ var _sketch_component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80958);








/** Makes every component's report from the final objects, so that patches and overridden templates count too. */
function describeComponents(facts, named) {
    const byKey = new Map(named.map((entry) => [`${entry.object.kind}/${entry.object.name}`, entry]));
    const byComponent = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_6__/* .groupBy */ .$)(named, ({ object }) => object.component);
    return facts.flatMap((fact) => {
        const own = byComponent.get(fact.name) ?? [];
        const workload = own.find(({ object }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .podTemplatePath */ .vt)(object.kind) !== undefined);
        return workload === undefined ? [] : [describe(fact, workload, own, byKey)];
    });
}
function describe(fact, { object }, own, byKey) {
    const { name, role, image, tag, revision } = fact;
    const template = (0,_name_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(object.manifest, object.kind);
    const replicas = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(object.manifest, 'spec')['replicas'];
    const contents = (0,_references_js__WEBPACK_IMPORTED_MODULE_4__/* .listReferences */ .X)(template).flatMap((reference) => byKey.get(reference) ?? []);
    // Only what differs is asked for them, and most runs change little.
    let fields;
    return {
        name,
        role,
        service: object.name,
        wave: _sketch_component_js__WEBPACK_IMPORTED_MODULE_5__/* .waves */ .L[role],
        image,
        tag,
        ...(revision === undefined ? {} : { revision }),
        replicas: typeof replicas === 'number' ? replicas : fact.replicas,
        hash: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(template, 'metadata', 'labels')[_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.hash]),
        get fields() {
            fields ??= describeFields(object.manifest, template, own, byKey);
            return fields;
        },
        contents: contents.map((entry) => entry.object.name),
        pending: object.pending,
    };
}
function describeFields(manifest, template, own, byKey) {
    const services = own.filter(({ object }) => object.kind === 'Service');
    const fields = [
        ...describeWorkload(manifest),
        ...describePod(template, byKey),
        ...services.flatMap(({ object }) => describeService(object.manifest)),
    ];
    return Object.fromEntries(fields.filter(isTelling).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** What every component has: it is left out of reports and of the history, until a patch or an override makes it differ. */
const usual = {
    'livenessProbe.failureThreshold': '6',
    'livenessProbe.periodSeconds': '10',
    'livenessProbe.timeoutSeconds': '5',
    'persistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain',
    'persistentVolumeClaimRetentionPolicy.whenScaled': 'Retain',
    'pod.automountServiceAccountToken': 'false',
    'pod.enableServiceLinks': 'false',
    'pod.securityContext.runAsNonRoot': 'true',
    'pod.securityContext.seccompProfile.type': 'RuntimeDefault',
    'pod.serviceAccountName': 'mcp-stack',
    'pod.terminationGracePeriodSeconds': '30',
    'readinessProbe.failureThreshold': '3',
    'readinessProbe.periodSeconds': '5',
    'readinessProbe.timeoutSeconds': '5',
    revisionHistoryLimit: '2',
    'securityContext.allowPrivilegeEscalation': 'false',
    'securityContext.capabilities.drop': 'ALL',
    'startupProbe.failureThreshold': '100',
    'startupProbe.periodSeconds': '3',
    'startupProbe.timeoutSeconds': '5',
    'strategy.rollingUpdate.maxSurge': '1',
    'strategy.rollingUpdate.maxUnavailable': '0',
    'strategy.type': 'RollingUpdate',
};
function isTelling([name, text]) {
    // Our labels follow from the component's name and role, which its hash covers.
    return usual[name] !== text && !/^pod\.(?:labels|annotations)\.(?:app\.kubernetes\.io|mcp-stack\.dev)\//.test(name);
}
/** What is in no pod: a change of it rolls nothing. */
function describeWorkload(manifest) {
    const { template: _template, selector: _selector, volumeClaimTemplates, ...rest } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(manifest, 'spec');
    const claims = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(volumeClaimTemplates).map((claim) => {
        return [`storage ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(claim, 'metadata')['name'])}`, (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(claim, 'spec'))];
    });
    return [...Object.entries(rest).flatMap(([key, value]) => (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableFields */ .K)(key, value)), ...claims];
}
function describeService(manifest) {
    const { selector: _selector, ports, ...rest } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(manifest, 'spec');
    const [port] = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(ports);
    const { port: number = null, appProtocol } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(port);
    const shown = { ...rest, port: number, ...(appProtocol === undefined ? {} : { appProtocol }) };
    return Object.entries(shown).flatMap(([key, value]) => (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableFields */ .K)(`service.${key}`, value));
}
function describePod(template, byKey) {
    const { containers, volumes, ...rest } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(template, 'spec');
    const [main, ...others] = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(containers);
    const { env, envFrom, volumeMounts, resources, name: _name, ...container } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(main);
    const { [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.hash]: _hash, [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.revision]: _slot, ...labels } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(template, 'metadata', 'labels');
    const { [_name_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .pluginsAnnotation */ .qn]: plugins, [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.certificate]: certificate, [_referenced_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .referencedAnnotation */ .L2]: referenced, ...annotations } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(template, 'metadata', 'annotations');
    return [
        ...Object.entries(container).flatMap(([key, value]) => (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableFields */ .K)(key, value)),
        ...(resources === undefined ? [] : (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableFields */ .K)('resources', resources)),
        ...Object.entries({ ...rest, labels, annotations }).flatMap(([key, value]) => (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableFields */ .K)(`pod.${key}`, value)),
        ...others.flatMap((other) => (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableFields */ .K)(`container ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(other)['name'])}`, other)),
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(envFrom).flatMap((source) => describeEnv(source, byKey)),
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(env).map((entry) => describeVariable((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(entry))),
        ...describeMounts((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(volumeMounts), (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(volumes), byKey),
        ...(certificate === undefined ? [] : [['certificates', (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(certificate)]]),
        ...(plugins === undefined ? [] : [['plugins', (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(plugins)]]),
        ...(referenced === undefined ? [] : [['existing secrets', `secret:${(0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(referenced)}`]]),
    ];
}
/** Each variable of what is ours; the name of what is the user's. */
function describeEnv(source, byKey) {
    const map = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(source, 'configMapRef')['name'];
    const secret = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(source, 'secretRef')['name'];
    const entry = byKey.get(map === undefined ? `Secret/${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(secret)}` : `ConfigMap/${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(map)}`);
    if (entry === undefined)
        return [[`env from ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(map ?? secret)}`, (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(source)]];
    const shown = map === undefined ? entry.content.digests : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(entry.object.manifest, 'data');
    return Object.entries(shown).map(([name, value]) => [`env.${name}`, (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(value)]);
}
function describeVariable({ name, value, ...rest }) {
    const { name: secret, key } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(rest, 'valueFrom', 'secretKeyRef');
    if (secret !== undefined)
        return [`env.${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(name)}`, `kubernetes:${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(secret)}#${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(key)}`];
    return [`env.${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(name)}`, (0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(value ?? rest)];
}
/** What a person calls the files that are mounted there, and their content's hash; other mounts by their path. */
function describeMounts(mounts, volumes, byKey) {
    const sources = new Map(volumes.map((volume) => [(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(volume)['name'], volume]));
    return mounts.map((mount) => {
        const { name, mountPath, ...rest } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(mount);
        const { name: _name, ...source } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(sources.get(name));
        const config = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(source, 'configMap')['name'];
        const secret = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(source, 'secret')['secretName'];
        const ours = byKey.get(config === undefined ? `Secret/${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(secret)}` : `ConfigMap/${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(config)}`);
        if (ours === undefined)
            return [`mount ${(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(mountPath)}`, describeSource({ ...source, ...rest })];
        return [contentField(ours.logicalName), ours.object.name.slice(ours.logicalName.length + 1)];
    });
}
function contentField(name) {
    if (name.endsWith('-certs'))
        return 'certificates';
    if (name.endsWith('-config'))
        return 'plugins-config.yaml';
    return name.endsWith('-shim') ? 'runtime shim' : name;
}
function describeSource(source) {
    return Object.entries(source)
        .map(([key, value]) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && Object.keys(value).length === 0 ? key : `${key} ${(0,_readable_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .readableText */ .G)(value)}`))
        .join(' ');
}


/***/ }),

/***/ 3228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ invalid),
/* harmony export */   M: () => (/* binding */ openForms)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _compile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12834);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82223);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99384);




/**
 * Templates as forms: `{{y value}}` writes a mark, the text is parsed, and the value is put where its mark is found. So no
 * value can break out of its place, and objects of one shape, of which there are hundreds, are parsed once.
 *
 * @throws StackError RENDER_INVALID (from the function) for text that is no YAML mapping, or a value that is not there.
 */
async function openForms(templates) {
    let values = [];
    const write = (value) => `__mcps_${values.push(value) - 1}__`;
    const [render, { load }] = await Promise.all([(0,_compile_js__WEBPACK_IMPORTED_MODULE_1__/* .openTemplates */ .yE)(templates, write), __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 33243))]);
    const parsed = new Map();
    return (template, view) => {
        values = [];
        const text = render(`${template}.yaml.hbs`, view);
        const form = parsed.get(text) ?? readForm(template, () => load(text, { maxAliases: 0 }));
        parsed.set(text, form);
        return fillMap(form, values, template);
    };
}
/** YAML 1.2's core gives nothing but JSON. */
function readForm(template, read) {
    try {
        const found = read();
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(found))
            return found;
    }
    catch (error) {
        // The lines after the first quote the text.
        const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
        throw invalid(template, `the text is not YAML: ${message}`, error);
    }
    throw invalid(template, 'a mapping was expected');
}
function fill(value, values, template) {
    if (typeof value === 'string')
        return fillText(value, values);
    if (Array.isArray(value))
        return value.map((item) => fill(item, values, template));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) ? fillMap(value, values, template) : value;
}
function fillMap(map, values, template) {
    const filled = {};
    for (const [key, item] of Object.entries(map)) {
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(fillText(key, values));
        if (Object.hasOwn(filled, name) || name === '__proto__')
            throw invalid(template, `the key ${name} is there twice`);
        filled[name] = fill(item, values, template);
    }
    return filled;
}
/** A mark alone is its value, whatever kind; within other text it is text. */
function fillText(text, values) {
    if (!text.includes('__mcps_'))
        return text;
    const alone = /^__mcps_(\d+)__$/.exec(text)?.[1];
    if (alone !== undefined)
        return checkValue(values[Number(alone)]);
    return text.replaceAll(/__mcps_(\d+)__/g, (_mark, index) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(checkValue(values[Number(index)])));
}
/** @throws StackError RENDER_INVALID for what is no JSON. */
function checkValue(value) {
    if (typeof value === 'string' && value.isWellFormed())
        return value;
    if (isPlain(value))
        return value;
    // It says what is wrong.
    (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .formatScalar */ .kQ)(value, _scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .kubernetesDialect */ .h4);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'RENDER_INVALID', message: 'a template asks for a value that cannot be written' });
}
function isPlain(value) {
    if (typeof value === 'object' && value !== null)
        return Object.values(value).every(isPlain);
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (typeof value === 'string')
        return value.isWellFormed();
    return value === null || typeof value === 'boolean';
}
function invalid(template, message, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'RENDER_INVALID',
        message: `${template}.yaml.hbs: ${message}`,
        hint: 'If you override templates with templates_dir, correct yours; else this is our bug: please report it',
        cause,
    });
}


/***/ }),

/***/ 99384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ shortHash),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   cL: () => (/* binding */ changeAt),
/* harmony export */   f$: () => (/* binding */ stableText),
/* harmony export */   gT: () => (/* binding */ listAt),
/* harmony export */   lJ: () => (/* binding */ objectAt),
/* harmony export */   vt: () => (/* binding */ podTemplatePath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A mapping as one; anything else as an empty one. */
function objectAt(value, ...path) {
    const found = path.reduce((at, key) => (isObject(at) ? at[key] : undefined), value);
    return isObject(found) ? found : {};
}
/** A list as one; anything else as an empty one. */
function listAt(value, ...path) {
    const last = path.at(-1);
    const found = last === undefined ? value : objectAt(value, ...path.slice(0, -1))[last];
    return Array.isArray(found) ? found : [];
}
/** Words as they are; anything else as JSON has it. */
function textOf(value) {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
/** JSON with the keys of all mappings in the order of the alphabet: the same text for equal values. */
function stableText(value) {
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value))
        return `[${value.map(stableText).join(',')}]`;
    const map = value;
    // A loop and one text, no lists in between: every object is hashed on every run.
    let text = '{';
    for (const key of Object.keys(map).sort()) {
        const item = map[key];
        if (item !== undefined)
            text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${stableText(item)}`;
    }
    return `${text}}`;
}
/** The first hexadecimal digits of a value's SHA-256. */
function shortHash(value, digits) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(stableText(value)).digest('hex').slice(0, digits);
}
/** The value with one place in it changed; the mappings on the way are made where they are missing. */
function changeAt(value, path, change) {
    const [key, ...rest] = path;
    if (key === undefined)
        return value;
    const next = rest.length === 0 ? change(value[key]) : changeAt(objectAt(value, key), rest, change);
    return { ...value, [key]: next };
}
/** A name without its place under `/`: the keys of pod templates by kind of workload. */
function podTemplatePath(kind) {
    if (kind === 'CronJob')
        return ['spec', 'jobTemplate', 'spec', 'template'];
    return ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'].includes(kind)
        ? ['spec', 'template']
        : undefined;
}


/***/ }),

/***/ 17461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ componentLabels),
/* harmony export */   ed: () => (/* binding */ componentAnnotations),
/* harmony export */   mu: () => (/* binding */ stackLabels),
/* harmony export */   nv: () => (/* binding */ podSelector),
/* harmony export */   sI: () => (/* binding */ stackComponent),
/* harmony export */   xJ: () => (/* binding */ commonLabels)
/* harmony export */ });
/* harmony import */ var _model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73354);

/** Component of what belongs to none. */
const stackComponent = 'stack';
/** What every object of the stack carries. Nothing here changes from one deploy to the next. */
function stackLabels(stack) {
    return {
        'app.kubernetes.io/instance': stack,
        'app.kubernetes.io/part-of': 'mcp-stack',
        'app.kubernetes.io/managed-by': 'mcp-stack-deploy',
        [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.stack]: stack,
    };
}
/** Labels of what belongs to no component. */
function commonLabels(stack) {
    return { ...stackLabels(stack), [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.component]: stackComponent };
}
/** Labels of a component's objects and pods; the user's never replace ours. */
function componentLabels(plan, component) {
    return {
        ...component.pod.labels,
        'app.kubernetes.io/name': component.service,
        'app.kubernetes.io/component': component.role,
        ...stackLabels(plan.stack.name),
        [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.component]: component.name.toLowerCase().replaceAll('_', '-'),
        [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.role]: component.role,
    };
}
function componentAnnotations(component) {
    return { ...component.pod.annotations, [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.name]: component.name };
}
/** Finds a component's pods, of every slot. Immutable in a workload: it must never say more. */
function podSelector(plan, component) {
    return { 'app.kubernetes.io/name': component.service, [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.stack]: plan.stack.name };
}


/***/ }),

/***/ 47977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sg: () => (/* binding */ nameObjects),
  qn: () => (/* binding */ pluginsAnnotation),
  kW: () => (/* binding */ templateOf)
});

// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
// EXTERNAL MODULE: ./build/js/model/pending.js
var model_pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/render/kubernetes/json.js
var json = __webpack_require__(99384);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/contents.js


const nothing = { identity: null, digests: {}, pending: [] };
/** The values of one object; ConfigMaps have theirs in the manifest. */
function readContent(object, sources) {
    const { values, component } = object;
    if (values === undefined)
        return nothing;
    if (values.kind === 'env')
        return readEnv(values.env, component, sources);
    if (values.kind === 'pull')
        return readPull(values.credentials, sources);
    return readCertificate(sources.certificate(values.component));
}
/** Name of an object that its content names; a content that is not there yet is known by what asks for it. */
function contentName(object, { identity, pending }) {
    const { data, binaryData } = object.manifest;
    const hash = (0,json/* shortHash */.BC)([data, binaryData, identity], 10);
    return pending.length === 0 ? `${object.name}-${hash}` : `${object.name}-pending-${hash}`;
}
function readEnv(env, component, { digest }) {
    const read = Object.entries(env).map(([name, value]) => ({
        name,
        value,
        digest: digest(value, `${component}.${name}`),
    }));
    const digests = Object.fromEntries(read.map((entry) => [entry.name, showDigest(entry.digest)]));
    const data = Object.fromEntries(read.map((entry) => [
        entry.name,
        (0,model_pending/* isPending */.m)(entry.digest)
            ? { kind: 'pending', pending: entry.digest }
            : { kind: 'env', name: `${component}.${entry.name}`, value: entry.value },
    ]));
    return { identity: digests, digests, data, pending: read.map((entry) => entry.digest).filter((it) => (0,model_pending/* isPending */.m)(it)) };
}
function readPull(credentials, { digest }) {
    const read = credentials.map(({ registry, username, password }) => ({
        registry,
        username,
        digest: digest(password, `pull.${registry}`),
    }));
    const pending = read.map((entry) => entry.digest).filter((it) => (0,model_pending/* isPending */.m)(it));
    const [first] = pending;
    const datum = first === undefined ? { kind: 'pull', credentials } : { kind: 'pending', pending: first };
    return {
        identity: read.map((entry) => ({ ...entry, digest: showDigest(entry.digest) })),
        digests: {},
        data: { '.dockerconfigjson': datum },
        pending,
    };
}
function readCertificate(certificate) {
    if ((0,model_pending/* isPending */.m)(certificate)) {
        const datum = { kind: 'pending', pending: certificate };
        return {
            identity: `pending ${certificate.key}`,
            digests: {},
            data: { 'tls.crt': datum, 'tls.key': datum, 'ca.crt': datum },
            pending: [certificate],
        };
    }
    const { fingerprint, chainPem, keyPem, trustBundlePem } = certificate;
    return {
        // The key is bound to the leaf by its public key; the trust bundle changes alone during a roll-over of the CA.
        identity: [fingerprint, chainPem, trustBundlePem],
        digests: {},
        data: {
            'tls.crt': { kind: 'text', text: chainPem },
            'tls.key': { kind: 'text', text: keyPem },
            'ca.crt': { kind: 'text', text: trustBundlePem },
        },
        pending: [],
    };
}
function showDigest(digest) {
    return (0,model_pending/* isPending */.m)(digest) ? `secret:pending:${digest.key}` : `secret:${digest}`;
}

// EXTERNAL MODULE: ./build/js/model/cert-manager.js
var cert_manager = __webpack_require__(36118);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/mark-certificates.js




/** Component → what its `Certificate` among the objects leads to; the user's own belong to no component. */
function keptCertificates(objects, certificate) {
    const own = objects.filter(({ manifest }) => (0,cert_manager/* asksForLeaf */.MO)(manifest));
    return new Map(own.map(({ component, manifest }) => [
        component,
        { secretName: (0,json/* textOf */.b6)((0,json/* objectAt */.lJ)(manifest, 'spec')['secretName']), certificate: certificate(component) },
    ]));
}
/** The Secret keeps its name when cert-manager renews: a mark on the pods is what rolls them. */
function markPods(manifest, { component, kind }, kept) {
    const path = (0,json/* podTemplatePath */.vt)(kind);
    const found = kept.get(component);
    if (path === undefined || found === undefined)
        return manifest;
    return (0,json/* changeAt */.cL)(manifest, [...path, 'metadata', 'annotations', kubernetes/* objectLabels */.r$.certificate], () => markOf(found.certificate));
}
/** Beginning of the leaf's SHA-256 fingerprint, and a hash of what comes with it: the trust bundle may change alone. */
function markOf(certificate) {
    if ((0,model_pending/* isPending */.m)(certificate))
        return `pending-${certificate.key}`;
    const { chainPem, fingerprint, trustBundlePem } = certificate;
    return `${fingerprint.slice(0, 16)}-${(0,json/* shortHash */.BC)([chainPem, trustBundlePem], 8)}`;
}
/** `Secret/name` → what it waits for. */
function pendingSecrets(kept) {
    return new Map([...kept.values()].flatMap(({ certificate, secretName }) => (0,model_pending/* isPending */.m)(certificate) ? [[`Secret/${secretName}`, [certificate]]] : []));
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/referenced-keys.js
var referenced_keys = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/render/kubernetes/references.js
var kubernetes_references = __webpack_require__(94480);
// EXTERNAL MODULE: ./build/js/render/kubernetes/slots.js
var kubernetes_slots = __webpack_require__(31105);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/name-objects.js







/** Annotation of the gateway's pods: changes with every plugin's pod template, since a gateway does not survive their restart. */
const pluginsAnnotation = 'mcp-stack.dev/plugins';
/**
 * Gives ConfigMaps and Secrets names that their content decides, rewrites who refers to them, closes open slots, and writes
 * hashes. Pure: equal input gives equal objects, also from a release that was stored.
 */
function nameObjects(unnamed, input) {
    const kept = input.marksCertificates === false ? new Map() : keptCertificates(unnamed, input.certificate);
    const read = unnamed.map((object) => {
        const draft = { unnamed: object, content: readContent(object, input), manifest: object.manifest };
        return markReferenced(withManifest(draft, markPods(object.manifest, object, kept)), input);
    });
    const slots = chooseSlots(read, input);
    const drafts = read.map((draft) => withManifest(draft, (0,kubernetes_slots/* fillSlots */.Hv)(draft.manifest, slots)));
    const renamed = nameContents(drafts);
    const waiting = new Map([
        ...pendingSecrets(kept),
        ...drafts.flatMap(({ unnamed: { kind }, content, manifest }) => content.pending.length === 0 ? [] : [[`${kind}/${finalName(kind, manifest, renamed)}`, content.pending]]),
    ]);
    const referring = drafts.map((draft) => withManifest(draft, complete(draft, renamed)));
    const plugins = referring.filter(isPluginInPlace).map((draft) => ({ draft, hash: hashTemplate(draft) }));
    const hashes = new Map(plugins.map(({ draft, hash }) => [draft, hash]));
    const mark = plugins.map(({ draft, hash }) => [nameOf(draft.manifest), hash]);
    return referring.map((draft) => {
        const marked = markGateway(draft, mark);
        return finish(marked, isOurs(marked) ? (hashes.get(draft) ?? hashTemplate(marked)) : undefined, input, waiting);
    });
}
function withManifest(draft, manifest) {
    if (manifest === draft.manifest)
        return draft;
    return { ...draft, manifest, unnamed: { ...draft.unnamed, manifest } };
}
/** The hash of an open plugin's pod template answers which slot it gets; nothing in the template depends on the slot. */
function chooseSlots(drafts, { slotOf }) {
    const open = drafts.filter(({ unnamed: { kind }, manifest }) => (0,json/* podTemplatePath */.vt)(kind) !== undefined && slotOfObject(manifest) === kubernetes_slots/* openSlot */.fZ);
    if (open.length === 0)
        return new Map();
    const renamed = nameContents(drafts);
    return new Map(open.map(({ unnamed: { kind, component }, manifest }) => {
        const template = templateOf((0,kubernetes_references/* renameReferences */.J)(manifest, kind, renamed), kind);
        const service = nameOf(manifest).slice(0, -`-${kubernetes_slots/* openSlot */.fZ}`.length);
        return [service, slotOf?.(component, templateHash(template)) ?? 'r1'];
    }));
}
function nameContents(drafts) {
    return new Map(drafts
        .filter(({ unnamed }) => unnamed.contentNamed)
        .map(({ unnamed, content }) => [
        `${unnamed.kind}/${unnamed.name}`,
        contentName(unnamed, content),
    ]));
}
/** The manifest under its name, with its references. */
function complete({ unnamed: { kind, contentNamed }, manifest }, renamed) {
    const referring = (0,kubernetes_references/* renameReferences */.J)(manifest, kind, renamed);
    if (!contentNamed)
        return referring;
    const named = (0,json/* changeAt */.cL)(referring, ['metadata', 'name'], () => finalName(kind, manifest, renamed));
    return { ...named, immutable: true };
}
function finalName(kind, manifest, renamed) {
    const name = nameOf(manifest);
    return renamed.get(`${kind}/${name}`) ?? name;
}
function isPluginInPlace({ unnamed: { kind }, manifest }) {
    const { [kubernetes/* objectLabels */.r$.role]: role } = (0,json/* objectAt */.lJ)(manifest, 'metadata', 'labels');
    return role === 'plugin' && (0,json/* podTemplatePath */.vt)(kind) !== undefined && slotOfObject(manifest) === undefined;
}
function markGateway(draft, plugins) {
    const { manifest, unnamed } = draft;
    const path = (0,json/* podTemplatePath */.vt)(unnamed.kind);
    const { [kubernetes/* objectLabels */.r$.role]: role } = (0,json/* objectAt */.lJ)(manifest, 'metadata', 'labels');
    if (role !== 'gateway' || path === undefined || plugins.length === 0)
        return draft;
    const marked = (0,json/* changeAt */.cL)(manifest, [...path, 'metadata', 'annotations', pluginsAnnotation], () => (0,json/* shortHash */.BC)(Object.fromEntries(plugins), 16));
    return withManifest(draft, marked);
}
function markReferenced(draft, { referenced }) {
    const { manifest, unnamed } = draft;
    const path = (0,json/* podTemplatePath */.vt)(unnamed.kind);
    const hash = path === undefined ? undefined : (0,referenced_keys/* hashReferenced */.yl)(manifest, unnamed.kind, referenced ?? new Map());
    if (path === undefined || hash === undefined)
        return draft;
    const annotation = [...path, 'metadata', 'annotations', referenced_keys/* referencedAnnotation */.L2];
    return withManifest(draft, (0,json/* changeAt */.cL)(manifest, annotation, () => hash));
}
/** Hashes in their places: of the pod template on the pods, of the whole on the object. */
function finish(draft, podHash, input, waiting) {
    const { unnamed, content } = draft;
    const { apiVersion, kind, component, wave, contentNamed } = unnamed;
    const path = (0,json/* podTemplatePath */.vt)(kind);
    const template = podHash === undefined ? undefined : templateOf(draft.manifest, kind);
    const stamped = podHash === undefined || path === undefined
        ? draft.manifest
        : (0,json/* changeAt */.cL)(draft.manifest, [...path, 'metadata', 'labels', kubernetes/* objectLabels */.r$.hash], () => podHash);
    // A pod template is the greater part of its object: it is hashed once. What its hash leaves out is in the object's name too.
    const hashed = podHash === undefined || path === undefined ? stamped : (0,json/* changeAt */.cL)(stamped, path, () => podHash);
    const hash = (0,json/* shortHash */.BC)([hashed, content.identity], 16);
    const name = nameOf(stamped);
    const references = template === undefined ? [] : (0,kubernetes_references/* listReferences */.X)(template);
    const image = template === undefined ? undefined : input.images?.get(component);
    const pending = [
        ...content.pending,
        ...(image === undefined ? [] : [image]),
        ...references.flatMap((reference) => waiting.get(reference) ?? []),
    ];
    return {
        logicalName: unnamed.name,
        content,
        object: {
            key: (0,kubernetes/* objectKey */.T5)({ apiVersion, kind, name }),
            apiVersion,
            kind,
            name,
            component,
            wave,
            contentNamed,
            manifest: (0,json/* changeAt */.cL)(stamped, ['metadata', 'annotations', kubernetes/* objectLabels */.r$.hash], () => hash),
            hash,
            ...(content.data === undefined ? {} : { data: content.data }),
            pending: [...new Map(pending.map((entry) => [`${entry.pending} ${entry.key}`, entry])).values()],
        },
    };
}
/** A component's workload, and not a Job among the user's own manifests. */
function isOurs({ manifest, unnamed: { kind } }) {
    return (0,json/* podTemplatePath */.vt)(kind) !== undefined && kubernetes/* objectLabels */.r$.role in (0,json/* objectAt */.lJ)(manifest, 'metadata', 'labels');
}
function templateOf(manifest, kind) {
    return (0,json/* objectAt */.lJ)(manifest, ...((0,json/* podTemplatePath */.vt)(kind) ?? []));
}
function hashTemplate({ manifest, unnamed: { kind } }) {
    return templateHash(templateOf(manifest, kind));
}
/** Without what only says which revision it is. */
function templateHash(template) {
    const { [kubernetes/* objectLabels */.r$.revision]: _slot, [kubernetes/* objectLabels */.r$.hash]: _hash, ...labels } = (0,json/* objectAt */.lJ)(template, 'metadata', 'labels');
    return (0,json/* shortHash */.BC)((0,json/* changeAt */.cL)(template, ['metadata', 'labels'], () => labels), 16);
}
function slotOfObject(manifest) {
    return (0,json/* objectAt */.lJ)(manifest, 'metadata', 'labels')[kubernetes/* objectLabels */.r$.revision];
}
function nameOf(manifest) {
    const { metadata } = manifest;
    return (0,json/* isObject */.Gv)(metadata) ? (0,json/* textOf */.b6)(metadata['name']) : '';
}


/***/ }),

/***/ 6670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   H5: () => (/* binding */ listSecretKeys),
/* harmony export */   L2: () => (/* binding */ referencedAnnotation),
/* harmony export */   M4: () => (/* binding */ digestReferenced),
/* harmony export */   g3: () => (/* binding */ checkReferenced),
/* harmony export */   my: () => (/* binding */ splitReferenced),
/* harmony export */   vU: () => (/* binding */ viewReferenced),
/* harmony export */   yl: () => (/* binding */ hashReferenced)
/* harmony export */ });
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75503);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3228);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99384);



/** Annotation of pods: changes with the values of the Secrets of others that they refer to, which are read at their start only. */
const referencedAnnotation = 'mcp-stack.dev/secrets';
/** What is to be referred to, apart from what we put in. */
function splitReferenced(uses, referenceOf = () => undefined) {
    const own = [];
    const referenced = [];
    for (const use of uses) {
        const reference = referenceOf(use.value);
        if (reference === undefined)
            own.push(use);
        else
            referenced.push({ ...use, reference });
    }
    return { own, referenced };
}
/** `env` of the container; it wins over `envFrom`. */
function viewReferenced(uses) {
    return uses.map(({ name, reference: { secret, key } }) => ({
        name,
        valueFrom: { secretKeyRef: { name: secret, key } },
    }));
}
/** `SECRET#KEY` → keyed hash of the value; without an entry where it is not known. */
function digestReferenced(uses, digest) {
    return new Map(uses.flatMap(({ component, name, value, reference }) => {
        const found = digest(value, `${component}.${name}`);
        return (0,_model_pending_js__WEBPACK_IMPORTED_MODULE_2__/* .isPending */ .m)(found) ? [] : [[placeOf(reference), found]];
    }));
}
/** The keys of Secrets that a workload's pods refer to by `secretKeyRef`, and cannot start without. */
function listSecretKeys(manifest, kind) {
    const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .podTemplatePath */ .vt)(kind);
    if (path === undefined)
        return [];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(manifest, ...path, 'spec', 'containers').flatMap((container) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listAt */ .gT)(container, 'env').flatMap((entry) => {
        const { name, key, optional } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectAt */ .lJ)(entry, 'valueFrom', 'secretKeyRef');
        return typeof name === 'string' && typeof key === 'string' && optional !== true ? [{ secret: name, key }] : [];
    }));
}
/** One hash over all that a workload refers to and that is known; undefined where nothing is. */
function hashReferenced(manifest, kind, digests) {
    const known = listSecretKeys(manifest, kind).flatMap((reference) => {
        const place = placeOf(reference);
        const digest = digests.get(place);
        return digest === undefined ? [] : [[place, digest]];
    });
    return known.length === 0 ? undefined : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shortHash */ .BC)(Object.fromEntries(known), 16);
}
/** An overridden template of an earlier version would leave the variables out. @throws StackError RENDER_INVALID */
function checkReferenced(uses, objects) {
    const written = new Set(objects.flatMap(({ kind, component, manifest }) => listSecretKeys(manifest, kind).map((reference) => `${component} ${placeOf(reference)}`)));
    const lost = uses.find(({ component, reference }) => !written.has(`${component} ${placeOf(reference)}`));
    if (lost === undefined)
        return;
    throw (0,_form_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .G)('deployment', `the variable ${lost.name} of ${lost.component} is not in it: write {{y container.env}} as env of the container`);
}
function placeOf({ secret, key }) {
    return `${secret}#${key}`;
}


/***/ }),

/***/ 94480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ renameReferences),
/* harmony export */   X: () => (/* binding */ listReferences)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99384);

/** A manifest whose pod template refers to ConfigMaps and Secrets by their new names. */
function renameReferences(manifest, kind, renamed) {
    const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .podTemplatePath */ .vt)(kind);
    if (path === undefined)
        return manifest;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .changeAt */ .cL)(manifest, [...path, 'spec'], (spec) => rename(spec ?? {}, renamed));
}
/** Which of these a pod template refers to, as `ConfigMap/name` and `Secret/name`. */
function listReferences(template) {
    const found = new Set();
    const spec = template['spec'];
    rename((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(spec) ? spec : {}, { get: (key) => void found.add(key) });
    return [...found];
}
/** Keys under which a pod's specification names a ConfigMap or Secret, and the key of the name in them. */
const places = {
    configMap: [['ConfigMap', 'name']],
    configMapRef: [['ConfigMap', 'name']],
    configMapKeyRef: [['ConfigMap', 'name']],
    // A volume says secretName, a projected source name.
    secret: [
        ['Secret', 'secretName'],
        ['Secret', 'name'],
    ],
    secretRef: [['Secret', 'name']],
    secretKeyRef: [['Secret', 'name']],
};
/** The same value where nothing in it has another name. */
function rename(value, renamed) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value)) {
        const items = value.map((item) => rename(item, renamed));
        return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    let result;
    for (const [key, item] of Object.entries(value)) {
        if (typeof item !== 'object' || item === null)
            continue;
        const found = renameAt(key, item, renamed);
        if (found !== item)
            result = { ...(result ?? value), [key]: found };
    }
    return result ?? value;
}
function renameAt(key, item, renamed) {
    if (key === 'imagePullSecrets')
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listAt */ .gT)(item).map((entry) => renameIn(entry, 'Secret', 'name', renamed));
    const named = Object.hasOwn(places, key) ? (places[key] ?? []) : [];
    return rename(named.reduce((at, [kind, name]) => renameIn(at, kind, name, renamed), item), renamed);
}
function renameIn(value, kind, key, renamed) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    const name = value[key];
    if (typeof name !== 'string')
        return value;
    const other = renamed.get(`${kind}/${name}`);
    return other === undefined ? value : { ...value, [key]: other };
}


/***/ }),

/***/ 80958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ sketchComponent),
  L: () => (/* binding */ waves)
});

// EXTERNAL MODULE: ./build/js/model/cert-manager.js
var cert_manager = __webpack_require__(36118);
// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/certificate.js


/** Our profile in cert-manager's words: one usage, so that a plugin's certificate does not pass as a client's (CONTRACT §4). */
const usages = {
    client: ['digital signature', 'client auth'],
    server: ['digital signature', 'server auth'],
};
/** A `Certificate` as its template sees it; the Secret of the same name is cert-manager's. */
function viewCertificate(request, issuer, { annotations, ...metadata }) {
    const { commonName, dnsNames, keyAlgorithm, kind, validityDays } = request;
    const renewDays = (0,cert_manager/* wholeRenewDays */._X)(request);
    const view = {
        ...metadata,
        annotations: { ...annotations, [kubernetes/* objectLabels */.r$.request]: (0,cert_manager/* requestMark */.Rr)(request, issuer) },
        commonName,
        dnsNames,
        duration: days(validityDays),
        // It wants five minutes at least, and takes a third of the life where nothing is said.
        renewBefore: renewDays === 0 ? undefined : days(renewDays),
        usages: usages[kind],
        privateKey: { ...algorithms[keyAlgorithm], encoding: 'PKCS8', rotationPolicy: 'Always' },
        issuer,
    };
    return { template: 'certificate', ...cert_manager/* certificateKind */.AI, view };
}
const algorithms = {
    'ecdsa-p256': { algorithm: 'ECDSA', size: 256 },
    'rsa-2048': { algorithm: 'RSA', size: 2048 },
    'rsa-3072': { algorithm: 'RSA', size: 3072 },
    'rsa-4096': { algorithm: 'RSA', size: 4096 },
};
/** As Go writes a duration: what the server stores is then what was sent. */
function days(count) {
    return `${count * 24}h0m0s`;
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/labels.js
var kubernetes_labels = __webpack_require__(17461);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/probes.js
/** 300 s: a gateway that migrates under load takes 48 s (CONTRACT §5), a store that recovers takes longer. */
const startup = { periodSeconds: 3, timeoutSeconds: 5, failureThreshold: 100 };
const readiness = { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 };
const liveness = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 };
/** The gateway is alive while its database is down, and not ready (CONTRACT §1). */
const gatewayAlive = '/health';
function planProbes(component) {
    const { health, role } = component;
    if (health.kind === 'none')
        return undefined;
    const ready = probeAction(health, component);
    const alive = role === 'gateway' && health.kind === 'http' ? probeAction({ ...health, path: gatewayAlive }, component) : ready;
    return {
        startup: { ...alive, ...startup },
        readiness: { ...ready, ...readiness },
        liveness: { ...alive, ...liveness },
    };
}
/** Whether health is asked on a port of its own: a plugin with mTLS answers in plain HTTP on port + 1000 (CONTRACT §2). */
function healthPort({ health, port }) {
    return health.kind === 'http' && health.port !== port ? health.port : undefined;
}
function probeAction(health, component) {
    if (health.kind === 'command')
        return { exec: { command: health.command } };
    return { httpGet: { path: health.path, port: healthPort(component) === undefined ? portName(component) : 'health' } };
}
/** Service meshes read the protocol off the name: a store does not speak HTTP. */
function portName({ role }) {
    return role === 'postgres' || role === 'redis' ? role : 'http';
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/network-policy.js



/** 53 is the Service's, 5353 the pods' on OpenShift, where policies see the pod's port. */
const names = {
    ports: [53, 5353].flatMap((port) => ['UDP', 'TCP'].map((protocol) => ({ protocol, port }))),
};
/** Who may reach a component. Probes come from the node itself, which network plugins let through. */
function sketchPolicy(plan, component) {
    const { networkPolicy } = plan.config;
    if (!networkPolicy.enabled)
        return [];
    const egress = component.role === 'plugin' ? networkPolicy.egress : undefined;
    const view = {
        name: component.service,
        namespace: plan.stack.namespace,
        labels: (0,kubernetes_labels/* componentLabels */.D8)(plan, component),
        annotations: (0,kubernetes_labels/* componentAnnotations */.ed)(component),
        selector: (0,kubernetes_labels/* podSelector */.nv)(plan, component),
        types: egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'],
        ingress: planIngress(plan, component),
        egress: egress === undefined ? undefined : [names, ...egress],
    };
    return [{ template: 'network-policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', view }];
}
function planIngress(plan, component) {
    const { gatewayFrom, metricsFrom } = plan.config.networkPolicy;
    const ports = [{ protocol: 'TCP', port: component.port }];
    if (component.role === 'gateway')
        return [gatewayFrom.length === 0 ? { ports } : { from: gatewayFrom, ports }];
    const gateway = { matchLabels: { [kubernetes/* objectLabels */.r$.stack]: plan.stack.name, [kubernetes/* objectLabels */.r$.role]: 'gateway' } };
    const health = healthPort(component);
    const metrics = health === undefined || metricsFrom.length === 0
        ? []
        : [{ from: metricsFrom, ports: [{ protocol: 'TCP', port: health }] }];
    return [{ from: [{ podSelector: gateway }], ports }, ...metrics];
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/referenced-keys.js
var referenced_keys = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/render/kubernetes/slots.js
var slots = __webpack_require__(31105);
// EXTERNAL MODULE: ./build/js/render/kubernetes/volumes.js
var kubernetes_volumes = __webpack_require__(71315);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/security.js
/** Keys of Secrets are readable for this group alone; any number will do, images need not know it. */
const filesGroup = 10001;
/** Pod Security `restricted`; OpenShift gives each namespace user and group numbers of its own and refuses others. */
function podSecurity(plan, component) {
    const { runAsUser } = component.pod;
    const numbers = plan.config.deployment.openshift === undefined
        ? {
            ...(runAsUser === undefined ? {} : { runAsUser }),
            fsGroup: runAsUser === undefined || runAsUser === 0 ? filesGroup : runAsUser,
            ...(Object.keys(component.dataPaths).length === 0 ? {} : { fsGroupChangePolicy: 'OnRootMismatch' }),
        }
        : {};
    return { runAsNonRoot: true, ...numbers, seccompProfile: { type: 'RuntimeDefault' } };
}
function containerSecurity(component) {
    return {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: component.readOnlyRoot,
        capabilities: { drop: ['ALL'] },
    };
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/workload.js





/** Postgres loses nothing by the default, and a gateway in mid-request needs no longer. */
const gracePeriod = 30;
function viewWorkload({ plan, component, image, envFrom, env }) {
    const { volumes, mounts } = (0,kubernetes_volumes/* planVolumes */.b)(plan, component);
    const labels = { ...(0,kubernetes_labels/* componentLabels */.D8)(plan, component), ...(0,slots/* slotLabel */.Df)(plan, component) };
    const annotations = (0,kubernetes_labels/* componentAnnotations */.ed)(component);
    return {
        name: (0,slots/* workloadName */.vO)(plan, component),
        namespace: plan.stack.namespace,
        labels,
        annotations,
        replicas: component.autoscaled ? undefined : component.replicas,
        selector: { ...(0,kubernetes_labels/* podSelector */.nv)(plan, component), ...(0,slots/* slotLabel */.Df)(plan, component) },
        strategy: planStrategy(component),
        progressDeadline: plan.deploy.timeoutSeconds,
        serviceName: component.service,
        claim: viewClaim(plan, component),
        pod: { labels, annotations, ...viewPod(plan, component), volumes: some(volumes) },
        container: {
            name: component.role,
            image,
            pullPolicy: component.pullPolicy,
            command: component.command?.map(keepDollars),
            args: component.args?.map(keepDollars),
            ports: viewPorts(component),
            envFrom: some(envFrom),
            env: some(env),
            probes: planProbes(component),
            lifecycle: planLifecycle(component),
            resources: viewResources(component.resources),
            security: containerSecurity(component),
            mounts: some(mounts),
        },
    };
}
/** More pods than one, now or when an autoscaler says so. */
function isMany(component) {
    return component.replicas > 1 || component.autoscaled;
}
/** A new pod is ready before an old one goes; where both would need one volume, the old one goes first. */
function planStrategy(component) {
    if (Object.keys(component.dataPaths).length > 0)
        return { type: 'Recreate' };
    return { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } };
}
/**
 * A pod that ends still gets connections until every node has heard of it, and its program stops accepting at once: it is told
 * ten seconds later. The sleep is Kubernetes' own (1.30 and later), since images need not have a shell.
 */
function planLifecycle(component) {
    return isMany(component) ? { preStop: { sleep: { seconds: 10 } } } : undefined;
}
function viewPod(plan, component) {
    const { pod } = component;
    const { imagePullSecrets, pullCredentials } = plan.config.deployment;
    const own = pullCredentials.length === 0 ? [] : [kubernetes_volumes/* names */.D.pull];
    const pullSecrets = [...new Set([...imagePullSecrets, ...pod.imagePullSecrets, ...own])];
    return {
        serviceAccount: pod.serviceAccount ?? kubernetes_volumes/* names */.D.account,
        imagePullSecrets: some(pullSecrets.map((name) => ({ name }))),
        priorityClass: pod.priorityClass,
        nodeSelector: Object.keys(pod.nodeSelector).length === 0 ? undefined : pod.nodeSelector,
        tolerations: some(pod.tolerations),
        affinity: pod.affinity,
        topologySpread: some(planSpread(plan, component)),
        security: podSecurity(plan, component),
        gracePeriod,
    };
}
/** Over the nodes where that is possible, unless the user says where; slots of one plugin count together. */
function planSpread(plan, component) {
    const { topologySpread, affinity } = component.pod;
    const labelSelector = { matchLabels: (0,kubernetes_labels/* podSelector */.nv)(plan, component) };
    if (topologySpread.length > 0)
        return topologySpread.map((entry) => ({ labelSelector, ...entry }));
    if (affinity !== undefined || !isMany(component))
        return [];
    return [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector }];
}
function viewPorts(component) {
    const health = healthPort(component);
    return [
        { name: portName(component), port: component.port },
        ...(health === undefined ? [] : [{ name: 'health', port: health }]),
    ];
}
function viewResources(resources) {
    const { cpuLimit, cpuRequest, memoryLimit, memoryRequest } = resources;
    const requests = quantities(cpuRequest, memoryRequest);
    const limits = quantities(cpuLimit, memoryLimit);
    if (requests === undefined && limits === undefined)
        return undefined;
    return { ...(requests === undefined ? {} : { requests }), ...(limits === undefined ? {} : { limits }) };
}
function quantities(cpu, memory) {
    if (cpu === undefined && memory === undefined)
        return undefined;
    return { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
}
function viewClaim(plan, component) {
    const { postgres } = plan.config.infrastructure;
    if (component.role !== 'postgres' || postgres === undefined)
        return undefined;
    return { labels: claimLabels(plan, component), size: postgres.storageSize, storageClass: postgres.storageClass };
}
/** A StatefulSet's claim template can never be changed: without the user's labels. */
function claimLabels(plan, component) {
    return (0,kubernetes_labels/* componentLabels */.D8)(plan, { ...component, pod: { ...component.pod, labels: {} } });
}
/** In `command` and `args`, `$(NAME)` is replaced by the kubelet, and `$$` is how a dollar is written. */
function keepDollars(text) {
    return /\$[$(]/.test(text) ? text.replaceAll('$', '$$$$') : text;
}
function some(items) {
    return items.length === 0 ? undefined : items;
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/sketch-component.js








/** What is ready before the next wave starts (CONTRACT §6); configuration is there before all of them. */
const waves = {
    namespace: -2,
    configuration: -1,
    postgres: 0,
    redis: 0,
    plugin: 1,
    gateway: 2,
    last: 3,
};
/** Where a SQLite database and what else the gateway keeps goes; nothing in the configuration says how large it gets. */
const gatewayDataSize = '1Gi';
/** All objects of one component. */
function sketchComponent(parts) {
    const { plan, component, image } = parts;
    const env = sketchEnv(parts);
    const wave = waves[component.role];
    const stateful = component.role === 'postgres';
    const workload = {
        ...sketch_component_frame(parts, wave),
        template: stateful ? 'statefulset' : 'deployment',
        apiVersion: 'apps/v1',
        kind: stateful ? 'StatefulSet' : 'Deployment',
        view: viewWorkload({ plan, component, image, envFrom: env.sources, env: (0,referenced_keys/* viewReferenced */.vU)(parts.referenced) }),
    };
    return [
        ...env.sketches,
        ...sketchCertificates(parts),
        ...sketchConfig(parts),
        ...sketchClaims(parts),
        ...sketchPolicy(plan, component).map((policy) => ({ ...sketch_component_frame(parts, waves.configuration), ...policy })),
        workload,
        ...sketchServices(parts),
        ...(isMany(component) ? [sketchBudget(parts)] : []),
    ];
}
function sketch_component_frame({ component }, wave) {
    return { component: component.name, wave };
}
function metadata({ plan, component }, name) {
    return {
        name,
        namespace: plan.stack.namespace,
        labels: (0,kubernetes_labels/* componentLabels */.D8)(plan, component),
        annotations: (0,kubernetes_labels/* componentAnnotations */.ed)(component),
    };
}
/**
 * Plain values in a ConfigMap, secret ones in a Secret, both through `envFrom`: in `env` the kubelet would replace `$(NAME)`.
 * The user's own Secret comes last, and so wins.
 */
function sketchEnv(parts) {
    const { component, uses } = parts;
    const name = kubernetes_volumes/* names */.D.env(component);
    const hidden = new Map(uses.map((use) => [use.name, use.value]));
    const elsewhere = new Set(parts.referenced.map((use) => use.name));
    const shown = Object.entries(component.env)
        .filter(([key]) => !hidden.has(key) && !elsewhere.has(key))
        .map(([key, value]) => ({ key, value: value.kind === 'plain' ? value.value : '' }));
    const own = component.pod.existingSecret;
    const secret = hidden.size === 0 ? [] : [sketchSecret(parts, name, 'Opaque', { kind: 'env', env: Object.fromEntries(hidden) })];
    return {
        sketches: [...(shown.length === 0 ? [] : [sketchConfigMap(parts, name, shown)]), ...secret],
        sources: [
            ...(shown.length === 0 ? [] : [{ configMapRef: { name } }]),
            ...(hidden.size === 0 ? [] : [{ secretRef: { name } }]),
            ...(own === undefined ? [] : [{ secretRef: { name: own } }]),
        ],
    };
}
function sketchCertificates(parts) {
    const { plan, component } = parts;
    const request = plan.certificates.find((candidate) => candidate.component === component.name);
    if (request === undefined)
        return [];
    const { issuer } = plan.certificatePolicy;
    if (issuer !== undefined) {
        const certificate = viewCertificate(request, issuer, metadata(parts, kubernetes_volumes/* names */.D.certificates(component)));
        return [{ ...sketch_component_frame(parts, waves.configuration), ...certificate }];
    }
    const values = { kind: 'certificates', component: component.name };
    return [sketchSecret(parts, kubernetes_volumes/* names */.D.certificates(component), 'kubernetes.io/tls', values)];
}
function sketchConfig(parts) {
    const { component, pluginsConfig } = parts;
    if (pluginsConfig === undefined)
        return [];
    return [sketchConfigMap(parts, kubernetes_volumes/* names */.D.config(component), [{ key: 'plugins.yaml', value: pluginsConfig }])];
}
function sketchConfigMap(parts, name, data) {
    const view = { ...metadata(parts, name), data };
    return {
        ...sketch_component_frame(parts, waves.configuration),
        template: 'config-map',
        apiVersion: 'v1',
        kind: 'ConfigMap',
        contentNamed: true,
        view,
    };
}
function sketchSecret(parts, name, type, values) {
    const view = { ...metadata(parts, name), type };
    return {
        ...sketch_component_frame(parts, waves.configuration),
        template: 'secret',
        apiVersion: 'v1',
        kind: 'Secret',
        contentNamed: true,
        values,
        view,
    };
}
function sketchClaims(parts) {
    const { component } = parts;
    if (component.role === 'postgres' || Object.keys(component.dataPaths).length === 0)
        return [];
    const view = { ...metadata(parts, kubernetes_volumes/* names */.D.claim(component)), size: gatewayDataSize };
    return [
        {
            ...sketch_component_frame(parts, waves.configuration),
            template: 'persistent-volume-claim',
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            view,
        },
    ];
}
/** Two where a plugin has slots: the slot's own, and a stable one that follows once the gateway is there. */
function sketchServices(parts) {
    const { plan, component } = parts;
    const slotted = (0,slots/* hasSlot */.P2)(plan, component);
    const outside = component.serviceType !== 'ClusterIP';
    const make = (name, wave) => {
        const base = metadata(parts, name);
        const view = {
            ...base,
            labels: { ...base.labels, ...(0,slots/* slotLabel */.Df)(plan, component) },
            // One port of the node, one address: the stable name's.
            type: slotted && wave !== waves.last ? 'ClusterIP' : component.serviceType,
            sessionAffinity: component.role === 'plugin' ? 'ClientIP' : undefined,
            externalTrafficPolicy: outside && !(slotted && wave !== waves.last) ? 'Local' : undefined,
            selector: { ...(0,kubernetes_labels/* podSelector */.nv)(plan, component), ...(0,slots/* slotLabel */.Df)(plan, component) },
            portName: portName(component),
            // Meshes and Ingress controllers take a port for plain HTTP that is named http and says nothing else.
            appProtocol: component.role === 'plugin' && component.mtls ? 'https' : undefined,
            port: component.servicePort,
        };
        return { ...sketch_component_frame(parts, wave), template: 'service', apiVersion: 'v1', kind: 'Service', view };
    };
    const own = make((0,slots/* workloadName */.vO)(plan, component), waves[component.role]);
    return slotted ? [own, make(component.service, waves.last)] : [own];
}
function sketchBudget(parts) {
    const { plan, component } = parts;
    return {
        ...sketch_component_frame(parts, waves[component.role]),
        template: 'pod-disruption-budget',
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        view: { ...metadata(parts, component.service), selector: (0,kubernetes_labels/* podSelector */.nv)(plan, component) },
    };
}


/***/ }),

/***/ 31105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ slotLabel),
/* harmony export */   FL: () => (/* binding */ withSlotUrls),
/* harmony export */   Hv: () => (/* binding */ fillSlots),
/* harmony export */   P2: () => (/* binding */ hasSlot),
/* harmony export */   fZ: () => (/* binding */ openSlot),
/* harmony export */   vO: () => (/* binding */ workloadName)
/* harmony export */ });
/* unused harmony exports slots, isParallel */
/* harmony import */ var _model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73354);

/**
 * `rolling: parallel`: until its pod template's hash is known, a plugin runs in slot `rN`. The capital letter is legal in no
 * DNS name, so that `-rN` stands in no text but ours.
 */
const openSlot = 'rN';
/** Slots that a plugin may run in: one that runs, one that comes up, one that a failed deploy left behind. */
const slots = (/* unused pure expression or super */ null && (['r1', 'r2', 'r3']));
/** Whether the plan's plugins come up beside their old revisions. */
function isParallel(plan) {
    return plan.deploy.rolling === 'parallel';
}
/** Name of a component's workload before its slot is known. */
function workloadName(plan, component) {
    return hasSlot(plan, component) ? `${component.service}-${openSlot}` : component.service;
}
function hasSlot(plan, component) {
    return isParallel(plan) && component.role === 'plugin';
}
function slotLabel(plan, component) {
    return hasSlot(plan, component) ? { [_model_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLabels */ .r$.revision]: openSlot } : {};
}
/** The plan with every plugin under the URL of its slot. */
function withSlotUrls(plan) {
    if (!isParallel(plan))
        return plan;
    const host = new Map(plan.plugins.map(({ name, service }) => [name, service]));
    const plugins = plan.pluginsConfig.plugins.map((entry) => {
        const { name, mcp } = entry;
        const service = host.get(String(name));
        if (service === undefined || typeof mcp !== 'object' || mcp === null || !('url' in mcp))
            return entry;
        const url = String(mcp.url).replace(`//${service}.`, `//${service}-${openSlot}.`);
        return { ...entry, mcp: { ...mcp, url } };
    });
    return { ...plan, pluginsConfig: { ...plan.pluginsConfig, plugins } };
}
/** The open slots of a value closed: workload's stable name → slot. */
function fillSlots(value, chosen) {
    if (chosen.size === 0)
        return value;
    const own = ownSlot(value, chosen);
    const names = [...chosen].map(([service, slot]) => [`${service}-${openSlot}`, `${service}-${slot}`]);
    const fill = (item) => {
        if (typeof item === 'string') {
            if (item === openSlot)
                return own ?? item;
            return item.includes(`-${openSlot}`) ? replaceNames(item, names) : item;
        }
        if (Array.isArray(item))
            return item.map(fill);
        if (typeof item !== 'object' || item === null)
            return item;
        return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key, fill(entry)]));
    };
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
}
/** A whole name only: `mcp-plugin-a-rN` is part of no other, but `x-mcp-plugin-a-rN` might be written by a user. */
function replaceNames(text, names) {
    return names.reduce((result, [open, closed]) => result.replaceAll(open, closed), text);
}
/** The slot that the label of this very object means. */
function ownSlot(manifest, chosen) {
    const { metadata } = manifest;
    if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata) || !('labels' in metadata))
        return undefined;
    const { labels } = metadata;
    if (typeof labels !== 'object' || labels === null || Array.isArray(labels))
        return undefined;
    const name = 'app.kubernetes.io/name' in labels ? labels['app.kubernetes.io/name'] : undefined;
    return typeof name === 'string' ? chosen.get(name) : undefined;
}


/***/ }),

/***/ 71315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ names),
/* harmony export */   b: () => (/* binding */ planVolumes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_cert_manager_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36118);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99384);



/** Names of ConfigMaps, Secrets and claims before their content names them. */
const names = {
    env: (component) => `${component.service}-env`,
    certificates: (component) => (0,_model_cert_manager_js__WEBPACK_IMPORTED_MODULE_1__/* .leafSecret */ .bt)(component.service),
    config: (component) => `${component.service}-config`,
    claim: (component) => `${component.service}-data`,
    shim: 'mcp-stack-shim',
    pull: 'mcp-stack-pull',
    account: 'mcp-stack',
};
/** The folders that the plan's environment names (`src/plan/contract/paths.ts`). */
const folders = { certificates: '/app/certs/mcp', config: '/app/config', shim: '/opt/mcp-stack/shim' };
/** For the owner's group: `fsGroup` is the group. Octal 440. */
const groupReadable = 0o440;
/** What a component mounts, in this order: ours, its data, the user's, and memory of its own where it must write. */
function planVolumes(plan, component) {
    const kept = [
        ...certificates(plan, component),
        ...(component.role === 'gateway' ? [file('config', names.config(component), folders.config)] : []),
        ...(component.shim ? [file('shim', names.shim, folders.shim)] : []),
        ...data(component),
        ...component.pod.volumes.map(({ name, mountPath, subPath, readOnly, source }) => ({
            volume: { name, ...source },
            mount: { name, mountPath, ...(subPath === undefined ? {} : { subPath }), ...(readOnly ? { readOnly } : {}) },
        })),
    ];
    const taken = new Set(kept.map(({ mount }) => mount.mountPath));
    const all = [...kept, ...scratch(component, taken)];
    return { volumes: uniqueVolumes(component, all), mounts: all.map(({ mount }) => mount) };
}
/** One volume may be mounted twice; two of one name may not be. */
function uniqueVolumes(component, all) {
    const volumes = new Map();
    for (const { volume, mount } of all) {
        if (volume === undefined)
            continue;
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(mount['name']);
        const other = volumes.get(name);
        if (other !== undefined && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stableText */ .f$)(other) !== (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stableText */ .f$)(volume)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
                code: 'CONFIG_INVALID',
                message: `${component.name} would have two volumes with the name ${name}`,
                hint: `Give yours another name: volumes of ${component.name}`,
            });
        }
        volumes.set(name, volume);
    }
    return [...volumes.values()];
}
function certificates(plan, component) {
    const request = plan.certificates.find((candidate) => candidate.component === component.name);
    if (request === undefined)
        return [];
    const { kind } = request;
    const items = [
        { key: 'tls.crt', path: `${kind}.crt` },
        { key: 'tls.key', path: `${kind}.key` },
        { key: 'ca.crt', path: 'ca.crt' },
    ];
    const secret = { secretName: names.certificates(component), defaultMode: groupReadable, items };
    return [
        { volume: { name: 'certs', secret }, mount: { name: 'certs', mountPath: folders.certificates, readOnly: true } },
    ];
}
function file(name, configMap, mountPath) {
    return { volume: { name, configMap: { name: configMap } }, mount: { name, mountPath, readOnly: true } };
}
function data(component) {
    return Object.keys(component.dataPaths).map((mountPath) => ({
        volume: component.role === 'postgres'
            ? undefined
            : { name: 'data', persistentVolumeClaim: { claimName: names.claim(component) } },
        mount: { name: 'data', mountPath },
    }));
}
function scratch(component, taken) {
    const paths = component.readOnlyRoot ? component.writablePaths.filter((path) => !taken.has(path)) : [];
    const used = new Map();
    return paths.map((mountPath) => {
        const slug = `writable-${mountPath
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-/, '')}`
            .slice(0, 55)
            .replace(/-+$/, '');
        const count = (used.get(slug) ?? 0) + 1;
        used.set(slug, count);
        const name = count === 1 ? slug : `${slug}-${count}`;
        return { volume: { name, emptyDir: {} }, mount: { name, mountPath } };
    });
}


/***/ }),

/***/ 52857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readableText),
/* harmony export */   K: () => (/* binding */ readableFields)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76962);

/**
 * One key of a Compose service as a person reads it: one field per leaf (`healthcheck.interval`), a list as one line.
 * Two services that differ may read the same (`1` and `"1"`), so a hash is taken of something else.
 */
function readableFields(key, value) {
    // The configuration has it under `resources`, without Compose's `deploy`.
    if (key === 'deploy' && (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value))
        return Object.entries(value).flatMap(([name, item]) => flatten(name, item));
    return flatten(key, value);
}
function flatten(path, value) {
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value) && Object.keys(value).length > 0) {
        return Object.entries(value).flatMap(([key, item]) => flatten(`${path}.${key}`, item));
    }
    if (path.startsWith('resources.') && path.endsWith('.memory'))
        return [[path, showMemory(value)]];
    return [[path, readableText(value)]];
}
/** One value on one line: words as they are, quoted where a space would tear them apart. */
function readableText(value) {
    if (Array.isArray(value))
        return value.map(showItem).join(value.some(_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u) ? ', ' : ' ');
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(value))
        return Object.entries(value)
            .map(([key, item]) => `${key}=${showItem(item)}`)
            .join(' ');
    if (value === undefined || value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function showItem(item) {
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(item))
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


/***/ }),

/***/ 76962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readRecord),
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** A parsed mapping as one; anything else as an empty one. */
function readRecord(value) {
    return isRecord(value) ? value : {};
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 70314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ renderBundle)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/render/record.js
var record = __webpack_require__(76962);
// EXTERNAL MODULE: ./build/js/render/scalar.js
var scalar = __webpack_require__(82223);
;// CONCATENATED MODULE: ./build/js/render/check-compose.js



/**
 * Reads rendered text back and compares it with the plan: an override, or a value that broke out of its place, shows here.
 *
 * @throws StackError RENDER_INVALID for text that is no YAML, other object names, or a `${…}` that is not ours.
 */
async function readBack(text, expected) {
    const file = await parseText(text);
    const services = check_compose_record(file['services']);
    sameNames('services', Object.keys(services), expected.services);
    sameNames('networks', Object.keys(check_compose_record(file['networks'])), expected.networks);
    sameNames('volumes', Object.keys(check_compose_record(file['volumes'])), expected.volumes);
    if (file['name'] !== expected.project)
        throw invalid(`the project is called ${String(file['name'])}, not ${expected.project}`);
    checkText(file, expected.variables, '');
    return {
        name: expected.project,
        services: Object.fromEntries(Object.entries(services).map(([name, service]) => [name, check_compose_record(service)])),
    };
}
/**
 * Parses one YAML 1.2 document; aliases, duplicate keys, unknown tags and a second document are errors.
 * js-yaml and not yaml, which the config is read with: it needs a quarter of the time for a large stack, and knows nothing
 * of what the writer assumed.
 */
async function parseText(text) {
    const { load } = await __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 33243));
    return check_compose_record(parse(() => load(text, { maxAliases: 0 })));
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
        if (own !== null && variables.has(own[1] ?? '') && own[2] === scalar/* variableHint */.eo)
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
function check_compose_record(value) {
    if (value === undefined || value === null)
        return {};
    if ((0,record/* isRecord */.u)(value))
        return value;
    throw invalid('a mapping was expected');
}
function invalid(message, cause) {
    return new errors/* StackError */.L({
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
    return new errors/* StackError */.L({
        code: 'RENDER_INVALID',
        message: `${what} would stand in ${path} in plain text`,
        hint: 'The same text is in a key that is not secret: name that key in secret_env, or refer to the secret by name',
    });
}

// EXTERNAL MODULE: ./build/js/render/compile.js
var compile = __webpack_require__(12834);
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
    return variable === undefined ? '' : new scalar/* Variable */.rT(variable);
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

// EXTERNAL MODULE: ./build/js/render/readable-fields.js
var readable_fields = __webpack_require__(52857);
;// CONCATENATED MODULE: ./build/js/render/component.js





/** 0 what others store in, 1 plugins, 2 the gateway: a wave is ready before the next one starts (CONTRACT §6). */
const waves = { postgres: 0, redis: 0, plugin: 1, gateway: 2 };
/** What the target compares and reports: taken from the rendered service, so that an overridden template counts too. */
function describeComponent(parts) {
    const { component, image, contents } = parts;
    const shown = flattenService(parts, readable_fields/* readableFields */.K, readable_fields/* readableText */.G);
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
    const variables = Object.entries((0,record/* readRecord */.a)(environment)).map(([name, value]) => {
        const digest = digests.get(name);
        return [`env.${name}`, digest === undefined ? undouble(show(value)) : showDigest(digest)];
    });
    const others = Object.entries({ ...rest, labels: withoutHash((0,record/* readRecord */.a)(labels)) })
        .flatMap(([key, value]) => showKey(key, value))
        .map(([key, text]) => [key, undouble(text)]);
    const mounts = (Array.isArray(volumes) ? volumes : []).map((mount) => flattenMount((0,record/* readRecord */.a)(mount), contents, showValue));
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

// EXTERNAL MODULE: ./build/js/render/group-by.js
var group_by = __webpack_require__(32036);
;// CONCATENATED MODULE: ./build/js/render/plugins-config.js





/**
 * plugins-config.yaml of CONTRACT §3 as text that survives the gateway's Jinja.
 * @throws StackError RENDER_INVALID where, read back, it does not name the plan's plugins and their URLs.
 */
async function renderPluginsConfig(plan, templates) {
    const { plugins, plugin_dirs } = plan.pluginsConfig;
    const view = { plugins: plugins.map(viewEntry), plugin_dirs };
    const text = await (0,compile/* renderTemplate */.Xm)(templates, 'plugins-config.yaml.hbs', view, scalar/* jinjaDialect */.JJ);
    const { plugins: found } = await parseText(text);
    if (JSON.stringify(identify(found)) !== JSON.stringify(identify(plugins))) {
        throw new errors/* StackError */.L({
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
    return entries.map(record/* readRecord */.a).map(({ name, kind, mcp }) => [name, kind, mcp]);
}

;// CONCATENATED MODULE: ./build/js/render/compose-bundle.js











/** The Compose bundle: compose.yaml, plugins-config.yaml, the shim, and what each service is made of. */
async function renderCompose(input) {
    const { plan, templates } = input;
    const components = [...plan.infrastructure, ...plan.plugins, plan.gateway];
    const pluginsConfig = await renderPluginsConfig(plan, templates);
    const shim = (0,compile/* chooseTemplate */._h)(templates, 'sitecustomize.py').text;
    const contents = makeContents(plan, input.certificates, { pluginsConfig, shim });
    const dataVolumes = components.flatMap((component) => listDataVolumes(plan, component));
    const uses = numberVariables(components);
    const usesOf = (0,group_by/* groupBy */.$)(uses, ({ component }) => component);
    const contentsOf = (0,group_by/* groupBy */.$)(contents, ({ component }) => component);
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
    const marked = await (0,compile/* renderTemplate */.Xm)(templates, 'compose.yaml.hbs', view, scalar/* composeDialect */.nY);
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
    throw new errors/* StackError */.L({ code: 'RENDER_INVALID', message: `there is no image for ${component.name}` });
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

;// CONCATENATED MODULE: ./build/js/render/kubernetes/check-texts.js

/** As `checkSecrets`: nothing shorter is looked for. */
const shortest = 16;
/**
 * Looks for secret texts and private keys in everything that the objects say.
 * @throws StackError RENDER_INVALID naming the secret and the object, never the value.
 */
function checkTexts(objects, uses) {
    const texts = new Set();
    for (const { manifest } of objects)
        collect(manifest, texts);
    try {
        // Each text once, all of them together: labels alone would be searched for every secret in every object.
        checkSecrets([{ path: 'the objects', text: [...texts].join('\n') }], uses);
    }
    catch (error) {
        for (const { kind, name, manifest } of objects) {
            const own = new Set();
            collect(manifest, own);
            checkSecrets([{ path: `${kind} ${name}`, text: [...own].join('\n') }], uses);
        }
        throw error;
    }
}
function collect(value, texts) {
    if (typeof value === 'string') {
        if (value.length >= shortest)
            texts.add(value);
        return;
    }
    if (typeof value !== 'object' || value === null)
        return;
    for (const [key, item] of Object.entries(value)) {
        if (key.length >= shortest)
            texts.add(key);
        collect(item, texts);
    }
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/describe.js
var describe = __webpack_require__(41631);
// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
// EXTERNAL MODULE: ./build/js/render/kubernetes/form.js
var kubernetes_form = __webpack_require__(3228);
// EXTERNAL MODULE: ./build/js/render/kubernetes/json.js
var json = __webpack_require__(99384);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/draw.js




/**
 * Draws objects from their templates and compares them with what was planned: an override that went wrong shows here.
 *
 * @throws StackError RENDER_INVALID for text that is no YAML, another identity than planned, or one that is there twice.
 */
async function drawObjects(templates, stack, sketches) {
    const form = await (0,kubernetes_form/* openForms */.M)(templates);
    const objects = sketches.map((sketch) => {
        const { template, view, apiVersion, kind, component, wave, contentNamed = false, values } = sketch;
        const manifest = form(template, view);
        checkIdentity(sketch, stack, manifest);
        return {
            apiVersion,
            kind,
            name: view.name,
            component,
            wave,
            contentNamed,
            manifest,
            ...(values === undefined ? {} : { values }),
        };
    });
    refuseTwins(objects);
    return objects;
}
function checkIdentity({ template, apiVersion, kind, view }, stack, manifest) {
    const { name, namespace } = (0,json/* objectAt */.lJ)(manifest, 'metadata');
    const label = (0,json/* objectAt */.lJ)(manifest, 'metadata', 'labels')[kubernetes/* objectLabels */.r$.stack];
    const pairs = [
        ['apiVersion', manifest['apiVersion'], apiVersion],
        ['kind', manifest['kind'], kind],
        ['metadata.name', name, view.name],
        ['metadata.namespace', namespace, view.namespace],
        [`the label ${kubernetes/* objectLabels */.r$.stack}`, label, stack],
    ];
    const wrong = pairs.find(([, found, wanted]) => found !== wanted);
    if (wrong === undefined)
        return;
    const [what, found, wanted] = wrong;
    throw (0,kubernetes_form/* invalid */.G)(template, `${what} of ${kind} ${view.name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}
function refuseTwins(objects) {
    const seen = new Set();
    for (const object of objects) {
        const key = (0,kubernetes/* objectKey */.T5)(object);
        if (seen.has(key)) {
            throw new errors/* StackError */.L({ code: 'RENDER_INVALID', message: `two objects would be ${object.kind}/${object.name}` });
        }
        seen.add(key);
    }
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/cluster-kinds.js
/**
 * Kinds that are in no namespace, by API group: those of Kubernetes itself and of what many clusters have. A name alone tells
 * nothing (`Cluster` of postgresql.cnpg.io is in a namespace); what is not known here the cluster tells when it is planned.
 */
const clusterKinds = {
    '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
    'admissionregistration.k8s.io': [
        'MutatingAdmissionPolicy',
        'MutatingAdmissionPolicyBinding',
        'MutatingWebhookConfiguration',
        'ValidatingAdmissionPolicy',
        'ValidatingAdmissionPolicyBinding',
        'ValidatingWebhookConfiguration',
    ],
    'apiextensions.k8s.io': ['CustomResourceDefinition'],
    'apiregistration.k8s.io': ['APIService'],
    'cert-manager.io': ['ClusterIssuer'],
    'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
    'external-secrets.io': ['ClusterExternalSecret', 'ClusterSecretStore'],
    'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
    'gateway.networking.k8s.io': ['GatewayClass'],
    'kyverno.io': ['ClusterCleanupPolicy', 'ClusterPolicy'],
    'networking.k8s.io': ['IPAddress', 'IngressClass', 'ServiceCIDR'],
    'node.k8s.io': ['RuntimeClass'],
    'project.openshift.io': ['Project', 'ProjectRequest'],
    'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
    'resource.k8s.io': ['DeviceClass', 'ResourceSlice'],
    'scheduling.k8s.io': ['PriorityClass'],
    'security.openshift.io': ['SecurityContextConstraints'],
    'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
    'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
};
function isClusterKind(group, kind) {
    return Object.hasOwn(clusterKinds, group) && clusterKinds[group]?.includes(kind) === true;
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/labels.js
var kubernetes_labels = __webpack_require__(17461);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/read-manifests.js

/**
 * Opens a reader of manifests as kubectl reads them: YAML 1.1 (`yes` is true, `0440` is octal), but no times and no numbers
 * to base 60, which Go's reader leaves alone too.
 *
 * @throws StackError CONFIG_INVALID (from the reader) for text that is no YAML.
 */
async function openManifests() {
    const yaml = await __webpack_require__.e(/* import() */ 3243).then(__webpack_require__.bind(__webpack_require__, 33243));
    const { Schema, FAILSAFE_SCHEMA, NOT_RESOLVED, intYaml11Tag, floatYaml11Tag, boolYaml11Tag, nullYaml11Tag, mergeTag, } = yaml;
    const int = intYaml11Tag.resolve;
    const float = floatYaml11Tag.resolve;
    const schema = new Schema([
        ...FAILSAFE_SCHEMA.tags,
        nullYaml11Tag,
        boolYaml11Tag,
        {
            ...intYaml11Tag,
            resolve: (source, ...rest) => (source.includes(':') ? NOT_RESOLVED : int(source, ...rest)),
        },
        {
            ...floatYaml11Tag,
            resolve: (source, ...rest) => (source.includes(':') ? NOT_RESOLVED : float(source, ...rest)),
        },
        mergeTag,
    ]);
    return (file, text) => {
        try {
            // Aliases may multiply: a hundred is what a person writes.
            const documents = yaml.loadAll(text, { schema, maxAliases: 100 });
            return documents.filter((document) => document !== null && document !== undefined);
        }
        catch (error) {
            const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
            throw new errors/* StackError */.L({ code: 'CONFIG_INVALID', message: `extra_manifests: ${file}: ${message}`, cause: error });
        }
    };
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/sketch-component.js + 5 modules
var sketch_component = __webpack_require__(80958);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/extra-manifests.js







/** What runs comes when the configuration is there; everything else is configuration. */
const workloadKinds = new Set(['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']);
/**
 * The user's own manifests as objects of the stack.
 * @throws StackError CONFIG_INVALID for what is no object, is outside the namespace, is named as one of ours, or holds a secret.
 */
async function readExtraManifests(plan, ours) {
    const { extraManifests } = plan.config;
    if (extraManifests.length === 0)
        return [];
    const read = await openManifests();
    const taken = new Map(ours.map((object) => [identity(object.apiVersion, object.kind, object.name), 'the stack itself']));
    return extraManifests.flatMap(({ file, text }) => read(file, text).map((document, index) => {
        const place = `${file}, document ${index + 1}`;
        const object = toObject(plan, document, place);
        const id = identity(object.apiVersion, object.kind, object.name);
        const other = taken.get(id);
        if (other !== undefined)
            throw refuse(place, `${object.kind} ${object.name} is there already, from ${other}`);
        taken.set(id, place);
        return object;
    }));
}
function toObject(plan, document, place) {
    if (!(0,json/* isObject */.Gv)(document))
        throw refuse(place, 'is no mapping');
    const { apiVersion, kind } = document;
    const { name } = (0,json/* objectAt */.lJ)(document, 'metadata');
    if (!isText(apiVersion))
        throw refuse(place, 'has no apiVersion');
    if (!isText(kind))
        throw refuse(place, 'has no kind');
    for (const [what, text, shape] of [
        ['apiVersion', apiVersion, apiVersionShape],
        ['kind', kind, kindShape],
        ['metadata.name', name, nameShape],
    ]) {
        if (isText(text) && !shape.test(text))
            throw refuse(place, `${JSON.stringify(text)} is no ${what}`);
    }
    refuseList(place, document, apiVersion, kind);
    if (!isText(name))
        throw refuse(place, `${kind} has no metadata.name`, 'Objects are found again by their names');
    refusePlace(plan, place, document, { apiVersion, kind });
    refuseSecrets(place, kind, name, document);
    const reserved = Object.values(kubernetes/* stateNames */.U0);
    if (reserved.includes(name))
        throw refuse(place, `${name} is where the stack keeps its state`, 'Choose another name');
    const labels = { ...(0,json/* objectAt */.lJ)(document, 'metadata', 'labels'), ...ownLabels(plan) };
    const metadata = { ...(0,json/* objectAt */.lJ)(document, 'metadata'), namespace: plan.stack.namespace, labels };
    return {
        apiVersion,
        kind,
        name,
        component: kubernetes_labels/* stackComponent */.sI,
        wave: workloadKinds.has(kind) ? sketch_component/* waves */.L.redis : sketch_component/* waves */.L.configuration,
        contentNamed: false,
        manifest: { ...document, metadata },
    };
}
/** They become parts of a path: what is in them is what the server allows, and nothing that leads elsewhere. */
const apiVersionShape = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?v\d[a-z0-9]{0,30}$/;
const kindShape = /^[A-Z][A-Za-z0-9]{0,62}$/;
/** Of most kinds a DNS name; roles and their bindings may have colons. */
const nameShape = /^[a-zA-Z0-9](?:[-a-zA-Z0-9.:_]{0,251}[a-zA-Z0-9])?$/;
/** Only those that pruning goes by: the rest is the user's own. */
function ownLabels(plan) {
    const { [kubernetes/* objectLabels */.r$.stack]: stack = '', [kubernetes/* objectLabels */.r$.component]: component = '' } = (0,kubernetes_labels/* commonLabels */.xJ)(plan.stack.name);
    return { [kubernetes/* objectLabels */.r$.stack]: stack, [kubernetes/* objectLabels */.r$.component]: component };
}
/** What kubectl unpacks. A kind of somebody's own may end in `List` and be no list. */
function refuseList(place, document, apiVersion, kind) {
    const isList = (apiVersion === 'v1' && kind === 'List') || (kind.endsWith('List') && Array.isArray(document['items']));
    if (isList)
        throw refuse(place, 'is a list', 'Write its items as documents, with --- between');
}
function refusePlace(plan, place, document, { apiVersion, kind }) {
    const { namespace } = (0,json/* objectAt */.lJ)(document, 'metadata');
    if (isClusterKind(groupOf(apiVersion), kind)) {
        throw refuse(place, `${kind} is in no namespace, and a stack owns nothing outside its own`, 'Apply it with kubectl');
    }
    if (namespace === undefined || namespace === plan.stack.namespace)
        return;
    throw refuse(place, `is for namespace ${JSON.stringify(namespace)}, the stack's is ${plan.stack.namespace}`, 'Leave the namespace out');
}
function refuseSecrets(place, kind, name, document) {
    const hasValues = ['data', 'stringData'].some((key) => Object.keys((0,json/* objectAt */.lJ)(document, key)).length > 0);
    if (kind !== 'Secret' || !hasValues)
        return;
    throw refuse(place, `Secret ${name} holds its values in plain text`, 'Make the Secret where its values are kept, and name it with existing_secret');
}
/** The group counts and its version does not: `apps/v1` and `apps/v1beta1` are one object. */
function identity(apiVersion, kind, name) {
    return `${groupOf(apiVersion)}/${kind}/${name}`;
}
function groupOf(apiVersion) {
    return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function refuse(place, message, hint) {
    return new errors/* StackError */.L({ code: 'CONFIG_INVALID', message: `extra_manifests: ${place}: ${message}`, hint });
}

// EXTERNAL MODULE: ./build/js/render/written.js
var written = __webpack_require__(37208);
// EXTERNAL MODULE: ./build/js/render/kubernetes/references.js
var references = __webpack_require__(94480);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/write-yaml.js


/** One object as YAML for people: a line per key, text of several lines as it is, values as YAML 1.1 and 1.2 read alike. */
function writeYaml(value) {
    return `${writeMap(value, '').join('\n')}\n`;
}
function writeMap(value, indent) {
    return Object.entries(value).flatMap(([key, item]) => writeEntry(`${indent}${write_yaml_scalar(key)}:`, item, `${indent}  `));
}
/** `head` and what follows it: on its line where that is short, below it otherwise. */
function writeEntry(head, item, indent) {
    if (typeof item === 'string' && isBlock(item))
        return [
            `${head} |`,
            ...item
                .slice(0, -1)
                .split('\n')
                .map((line) => `${indent}${line}`.trimEnd()),
        ];
    if (Array.isArray(item) && item.some((entry) => typeof entry === 'object' && entry !== null)) {
        // Items stand where their key stands, as Kubernetes' own examples do.
        return [head, ...item.flatMap((entry) => writeItem(entry, indent))];
    }
    if ((0,json/* isObject */.Gv)(item) && Object.keys(item).length > 0)
        return [head, ...writeMap(item, indent)];
    return [`${head} ${write_yaml_scalar(item)}`];
}
function writeItem(item, indent) {
    if (!(0,json/* isObject */.Gv)(item) || Object.keys(item).length === 0)
        return [`${indent}- ${write_yaml_scalar(item)}`];
    const [first = '', ...rest] = writeMap(item, `${indent}  `);
    return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}
/** Several plain lines with one line end: a literal block that every reader gives back as it is. */
function isBlock(text) {
    return (/^[\x21-\x7e][\x20-\x7e\n]*[\x21-\x7e]\n$/.test(text) && !/ \n/.test(text) && text.indexOf('\n') < text.length - 1);
}
function write_yaml_scalar(value) {
    return (0,scalar/* formatScalar */.kQ)(value, scalar/* kubernetesDialect */.h4);
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/files.js





/** What `generate -o` writes: one file for each component, no Secret among them. */
function writeFiles({ plan, objects, pluginsConfig, gitops }) {
    const shown = gitops ? fixNames(objects) : objects.map(({ object }) => object);
    const components = [...plan.infrastructure, ...plan.plugins, plan.gateway];
    const named = new Set(components.map(({ name }) => name));
    const files = [
        { path: 'namespace.yaml', objects: shown.filter(({ kind }) => kind === 'Namespace') },
        {
            path: 'stack.yaml',
            objects: shown.filter(({ kind, component }) => kind !== 'Namespace' && !named.has(component)),
        },
        ...components.map((component) => ({
            path: fileOf(component),
            objects: shown.filter((object) => object.component === component.name),
        })),
    ].filter((file) => file.objects.length > 0);
    const written = files.map((file) => ({ path: file.path, text: writeFile(file.objects, gitops) }));
    // A file of secrets alone is a comment: kubectl refuses it.
    const resources = files.filter((file) => file.objects.some(isShown)).map(({ path }) => path);
    return [
        { path: 'plugins-config.yaml', text: pluginsConfig },
        ...written,
        ...(gitops ? [{ path: 'kustomization.yaml', text: writeKustomization(plan, resources) }] : []),
    ];
}
/** The names of the feature request: `plugin-<dns name>-deployment.yaml`. */
function fileOf({ name, role, service }) {
    if (role === 'plugin')
        return `plugin-${name.toLowerCase().replaceAll('_', '-')}-deployment.yaml`;
    return role === 'postgres' ? `${service}-statefulset.yaml` : `${role}-deployment.yaml`;
}
function isShown({ kind }) {
    return kind !== 'Secret';
}
function writeFile(objects, gitops) {
    const secrets = objects.filter((object) => !isShown(object));
    const documents = objects.filter(isShown).map(({ manifest }) => `---\n${writeYaml(manifest)}`);
    return `${written/* objectsTitle */.NN}\n${secrets.map((secret) => describeSecret(secret, gitops)).join('')}${documents.join('')}`;
}
/** What must be there beside the file. */
function describeSecret({ name, manifest, data = {} }, gitops) {
    const who = gitops ? 'to be there before' : 'which `mcp-deploy deploy` makes';
    return `# Needs Secret ${name} (${(0,json/* textOf */.b6)(manifest['type'])}: ${Object.keys(data).sort().join(', ')}), ${who}.\n`;
}
/** Names without hashes, as somebody writes them who keeps them in a repository. The pods' hash label still rolls them. */
function fixNames(objects) {
    const logical = new Map(objects.map(({ object, logicalName }) => [`${object.kind}/${object.name}`, logicalName]));
    return objects.map(({ object, logicalName }) => {
        const { kind, contentNamed } = object;
        const manifest = files_withoutHash((0,references/* renameReferences */.J)(object.manifest, kind, logical));
        if (!contentNamed)
            return { ...object, manifest };
        const { immutable: _immutable, ...rest } = manifest;
        return {
            ...object,
            name: logicalName,
            manifest: { ...rest, metadata: { ...(0,json/* objectAt */.lJ)(rest, 'metadata'), name: logicalName } },
        };
    });
}
function files_withoutHash(manifest) {
    const { annotations: _annotations, ...metadata } = (0,json/* objectAt */.lJ)(manifest, 'metadata');
    const { [kubernetes/* objectLabels */.r$.hash]: _hash, ...annotations } = (0,json/* objectAt */.lJ)(manifest, 'metadata', 'annotations');
    return { ...manifest, metadata: { ...metadata, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) } };
}
function writeKustomization(plan, resources) {
    const kustomization = {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        namespace: plan.stack.namespace,
        resources,
    };
    return `${written/* kustomizationTitle */._g}\n${writeYaml(kustomization)}`;
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/name-objects.js + 2 modules
var name_objects = __webpack_require__(47977);
// EXTERNAL MODULE: ./node_modules/rfc6902/index.js
var rfc6902 = __webpack_require__(48554);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/json-patch.js



/** RFC 6902, and what each of them cannot do without. */
const needs = {
    add: ['path', 'value'],
    remove: ['path'],
    replace: ['path', 'value'],
    move: ['from', 'path'],
    copy: ['from', 'path'],
    test: ['path', 'value'],
};
/**
 * JSON Patch (RFC 6902), all operations in order.
 * @throws StackError CONFIG_INVALID naming the operation that cannot be done; then nothing was.
 */
function jsonPatch(target, operations) {
    const whole = { target: structuredClone(target) };
    for (const operation of operations) {
        checkOperation(operation);
        const [error] = (0,rfc6902/* applyPatch */.X6)(whole, [below('/target', operation)]);
        if (error)
            throw failed(operation, json_patch_describe(error));
    }
    if ((0,json/* isObject */.Gv)(whole.target))
        return whole.target;
    throw failed({ op: 'replace', path: '' }, 'leaves no mapping');
}
function checkOperation(operation) {
    const needed = needs[(0,json/* textOf */.b6)(operation['op'])];
    if (needed === undefined)
        throw failed(operation, `is no operation: ${Object.keys(needs).join(', ')} are`);
    const missing = needed.find((key) => operation[key] === undefined);
    if (missing !== undefined)
        throw failed(operation, `has no ${missing}`);
    for (const key of ['path', 'from']) {
        const path = operation[key];
        if (path !== undefined && path !== '' && (typeof path !== 'string' || !path.startsWith('/')))
            throw failed(operation, `has a ${key} that does not begin with /`);
        // The library walks past it without a word.
        if ((0,json/* textOf */.b6)(path).split('/').includes('__proto__'))
            throw failed(operation, `has a ${key} that is no path`);
    }
}
/** The document is one level down, so that a path of nothing names something that can be replaced. */
function below(root, operation) {
    const move = (key) => (key in operation ? { [key]: `${root}${(0,json/* textOf */.b6)(operation[key])}` } : {});
    // checkOperation has seen that it is one.
    return { ...operation, ...move('path'), ...move('from') };
}
function json_patch_describe(error) {
    if (error.name === 'MissingError')
        return 'finds nothing there';
    return error.name === 'TestError' ? 'does not hold' : `cannot be done: ${error.message}`;
}
function failed({ op, path }, why) {
    return new errors/* StackError */.L({ code: 'CONFIG_INVALID', message: `json6902: ${(0,json/* textOf */.b6)(op)} ${(0,json/* textOf */.b6)(path)} ${why}` });
}

// EXTERNAL MODULE: ./build/js/render/kubernetes/slots.js
var slots = __webpack_require__(31105);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/strategic-merge.js


const podKeys = {
    containers: 'name',
    initContainers: 'name',
    ephemeralContainers: 'name',
    env: 'name',
    volumes: 'name',
    volumeMounts: 'mountPath',
    volumeDevices: 'devicePath',
    imagePullSecrets: 'name',
    hostAliases: 'ip',
    topologySpreadConstraints: 'topologyKey',
    ports: 'containerPort',
};
/** Lists of every other kind are replaced whole: a NetworkPolicy's `ports` are no Service's, and CRDs have no such keys. */
function mergeKeysOf(kind) {
    if (kind === 'Pod' || (0,json/* podTemplatePath */.vt)(kind) !== undefined)
        return podKeys;
    if (kind === 'Service')
        return { ports: 'port' };
    return kind === 'ServiceAccount' ? { secrets: 'name' } : {};
}
/**
 * A strategic merge patch as `kubectl patch` means it: maps are merged, null removes, those lists are merged by key that
 * Kubernetes merges in that kind, `$patch: delete` and `$patch: replace` in a map or an item.
 *
 * @throws StackError CONFIG_INVALID for another directive, or an item without its key.
 */
function strategicMerge(kind, target, patch) {
    return mergeMap(mergeKeysOf(kind), target, patch);
}
function mergeMap(keys, target, patch) {
    const { $patch: directive, ...rest } = patch;
    refuseDirectives(rest);
    if (directive === 'replace')
        return withoutNull(keys, rest);
    if (directive === 'delete')
        return {};
    if (directive !== undefined && directive !== 'merge')
        throw unknown(`$patch: ${JSON.stringify(directive)}`);
    const result = { ...target };
    for (const [key, value] of Object.entries(rest)) {
        if (key === '__proto__')
            throw unknown(key);
        if (value === null || ((0,json/* isObject */.Gv)(value) && value['$patch'] === 'delete'))
            delete result[key];
        else
            result[key] = mergeValue(keys, key, target[key], value);
    }
    return result;
}
function mergeValue(keys, key, found, value) {
    if (Array.isArray(value))
        return mergeList(keys, key, Array.isArray(found) ? found : [], value);
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    return mergeMap(keys, (0,json/* isObject */.Gv)(found) ? found : {}, value);
}
function mergeList(keys, list, found, patch) {
    const name = keys[list];
    const replaces = patch.some((item) => (0,json/* isObject */.Gv)(item) && item['$patch'] === 'replace' && Object.keys(item).length === 1);
    const clean = (value) => ((0,json/* isObject */.Gv)(value) ? withoutNull(keys, value) : value);
    if (replaces)
        return patch.filter((item) => !((0,json/* isObject */.Gv)(item) && item['$patch'] === 'replace')).map(clean);
    if (name === undefined)
        return patch.map(clean);
    return patch.reduce((items, entry) => {
        const index = findItem(items, strategic_merge_identify(list, name, entry));
        const { $patch: directive, ...rest } = (0,json/* isObject */.Gv)(entry) ? entry : {};
        if (directive === 'delete')
            return items.filter((_item, at) => at !== index);
        const before = items[index];
        const merged = directive === 'replace' ? withoutNull(keys, rest) : mergeMap(keys, (0,json/* isObject */.Gv)(before) ? before : {}, rest);
        return index === -1 ? [...items, merged] : items.with(index, merged);
    }, found);
}
function strategic_merge_identify(list, name, entry) {
    const id = (0,json/* isObject */.Gv)(entry) ? entry[name] : undefined;
    if ((0,json/* isObject */.Gv)(entry) && id !== undefined) {
        const { protocol } = entry;
        return { name, id, ...(list === 'ports' && protocol !== undefined ? { protocol } : {}) };
    }
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `an item of ${list} in a patch does not say its ${name}, by which it is found`,
        hint: 'Name the item, or use json6902',
    });
}
function findItem(items, { name, id, protocol }) {
    return items.findIndex((item) => (0,json/* isObject */.Gv)(item) && item[name] === id && (protocol === undefined || (item['protocol'] ?? 'TCP') === protocol));
}
/** What is put in whole, without the marks of a patch. */
function withoutNull(keys, value) {
    return mergeMap(keys, {}, value);
}
function refuseDirectives(patch) {
    const directive = Object.keys(patch).find((key) => key.startsWith('$'));
    if (directive !== undefined)
        throw unknown(directive);
}
function unknown(directive) {
    return new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `a patch says ${directive}, which is not known`,
        hint: 'Known are null, $patch: delete and $patch: replace; for all else use json6902',
    });
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/patches.js






/**
 * The user's patches on the rendered objects, in order.
 * @throws StackError CONFIG_INVALID for one that finds nothing, that breaks, or that takes away what we find our objects by.
 */
function applyPatches(objects, patches) {
    return patches.reduce((patched, patch, index) => {
        const path = `patches[${index}]`;
        const found = patched.filter((object) => matches(object, patch.target));
        if (found.length === 0)
            throw notFound(path, patch, patched);
        const targets = new Set(found);
        return patched.map((object) => (targets.has(object) ? patchObject(object, patch, path) : object));
    }, objects);
}
function matches(object, { kind, name, component }) {
    if (object.kind !== kind)
        return false;
    if (component !== undefined && object.component !== component)
        return false;
    return name === undefined || stableName(object) === name;
}
/** A plugin's name without its slot: what the user knows it by. */
function stableName({ name }) {
    return name.endsWith(`-${slots/* openSlot */.fZ}`) ? name.slice(0, -1 - slots/* openSlot */.fZ.length) : name;
}
function patchObject(object, { merge, json6902 }, path) {
    const manifest = inPlace(path, object, () => {
        const merged = merge === undefined ? object.manifest : strategicMerge(object.kind, object.manifest, merge);
        return json6902 === undefined ? merged : jsonPatch(merged, json6902);
    });
    const broken = findBroken(object, manifest);
    if (broken === undefined)
        return { ...object, manifest };
    throw new errors/* StackError */.L({
        code: 'CONFIG_INVALID',
        message: `${path} would change ${broken} of ${object.kind} ${stableName(object)}, by which it is found again`,
        hint: 'Use extra_manifests for an object of your own',
    });
}
function inPlace(path, object, patch) {
    try {
        return patch();
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L))
            throw error;
        const { code, message, hint, cause } = error;
        throw new errors/* StackError */.L({ code, message: `${path} on ${object.kind} ${stableName(object)}: ${message}`, hint, cause });
    }
}
/** What must stay as it was, and is not. */
function findBroken({ manifest: before, kind }, after) {
    const metadata = (manifest) => (0,json/* objectAt */.lJ)(manifest, 'metadata');
    const fixed = [
        ['apiVersion', (manifest) => manifest['apiVersion']],
        ['kind', (manifest) => manifest['kind']],
        ['metadata.name', (manifest) => metadata(manifest)['name']],
        ['metadata.namespace', (manifest) => metadata(manifest)['namespace']],
        ['the labels', (manifest) => ourLabels(manifest)],
        ['the selector', (manifest) => (0,json/* objectAt */.lJ)(manifest, 'spec')['selector']],
        ['the pods’ labels', (manifest) => ourLabels((0,json/* objectAt */.lJ)(manifest, ...((0,json/* podTemplatePath */.vt)(kind) ?? ['none'])))],
        ['the Secret', (manifest) => (kind === 'Certificate' ? (0,json/* objectAt */.lJ)(manifest, 'spec')['secretName'] : null)],
        [
            'the values',
            (manifest) => (kind === 'Secret' ? [manifest['data'] ?? null, manifest['stringData'] ?? null] : null),
        ],
    ];
    return fixed.find(([, read]) => (0,json/* stableText */.f$)(read(before)) !== (0,json/* stableText */.f$)(read(after)))?.[0];
}
function ourLabels(manifest) {
    const labels = (0,json/* objectAt */.lJ)(manifest, 'metadata', 'labels');
    const own = new Set([...Object.values(kubernetes/* objectLabels */.r$), 'app.kubernetes.io/name']);
    return Object.fromEntries(Object.entries(labels).filter(([name]) => own.has(name)));
}
function notFound(path, { target }, objects) {
    const { kind, name, component } = target;
    const wanted = [kind, name, component === undefined ? undefined : `of ${component}`].filter(patches_isText).join(' ');
    const sameKind = objects.filter((object) => object.kind === kind);
    const there = sameKind.length === 0
        ? `Kinds are: ${[...new Set(objects.map((object) => object.kind))].sort().join(', ')}`
        : `There are: ${sameKind.map(stableName).slice(0, 12).join(', ')}${sameKind.length > 12 ? ' …' : ''}`;
    return new errors/* StackError */.L({ code: 'CONFIG_INVALID', message: `${path} finds no ${wanted}`, hint: there });
}
const patches_isText = (text) => text !== undefined;

// EXTERNAL MODULE: ./build/js/render/kubernetes/referenced-keys.js
var referenced_keys = __webpack_require__(6670);
// EXTERNAL MODULE: ./build/js/render/kubernetes/volumes.js
var volumes = __webpack_require__(71315);
;// CONCATENATED MODULE: ./build/js/render/kubernetes/sketch-stack.js



/** The objects that belong to no component. */
function sketchStack({ plan, namespaceExists, shim }) {
    const { name: stack, namespace } = plan.stack;
    const { createNamespace, pullCredentials } = plan.config.deployment;
    const common = { component: kubernetes_labels/* stackComponent */.sI, wave: sketch_component/* waves */.L.configuration, apiVersion: 'v1' };
    const place = { namespace, labels: (0,kubernetes_labels/* commonLabels */.xJ)(stack) };
    const sketches = [
        { ...common, template: 'service-account', kind: 'ServiceAccount', view: { name: volumes/* names */.D.account, ...place } },
    ];
    if (createNamespace && !namespaceExists)
        sketches.unshift(sketchNamespace(namespace, stack));
    if ([plan.gateway, ...plan.plugins].some(({ shim: mounted }) => mounted)) {
        const view = { name: volumes/* names */.D.shim, ...place, data: [{ key: 'sitecustomize.py', value: shim }] };
        sketches.push({ ...common, template: 'config-map', kind: 'ConfigMap', contentNamed: true, view });
    }
    if (pullCredentials.length > 0) {
        const view = { name: volumes/* names */.D.pull, ...place, type: 'kubernetes.io/dockerconfigjson' };
        // Not named by its content: a password that changes with every run would roll every pod with every deploy.
        sketches.push({
            ...common,
            template: 'secret',
            kind: 'Secret',
            values: { kind: 'pull', credentials: pullCredentials },
            view,
        });
    }
    return sketches;
}
/** Warnings only: an official Postgres image may need more than `restricted` gives, and the user decides. */
function sketchNamespace(namespace, stack) {
    const labels = {
        ...(0,kubernetes_labels/* stackLabels */.mu)(stack),
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
    };
    const view = { name: namespace, labels };
    return {
        component: kubernetes_labels/* stackComponent */.sI,
        wave: sketch_component/* waves */.L.namespace,
        apiVersion: 'v1',
        template: 'namespace',
        kind: 'Namespace',
        view,
    };
}
/** How people outside the cluster reach the gateway. */
function sketchExpose(plan) {
    const { gateway } = plan;
    const { expose, deployment } = plan.config;
    const base = {
        name: gateway.service,
        namespace: plan.stack.namespace,
        labels: (0,kubernetes_labels/* componentLabels */.D8)(plan, gateway),
        service: gateway.service,
    };
    const annotations = (0,kubernetes_labels/* componentAnnotations */.ed)(gateway);
    const frame = { component: gateway.name, wave: sketch_component/* waves */.L.last };
    if (expose === undefined) {
        if (deployment.openshift?.createRoutes !== true)
            return [];
        const { domain, tlsTermination } = deployment.openshift;
        const host = domain === undefined ? undefined : `${gateway.service}-${plan.stack.namespace}.${domain}`;
        return [
            { ...frame, ...route, view: { ...base, annotations, host, path: undefined, tls: terminate(tlsTermination) } },
        ];
    }
    const { via, host, path, className, tlsSecret, parent, tlsTermination } = expose;
    const common = { ...base, host, annotations: { ...expose.annotations, ...annotations } };
    if (via === 'ingress')
        return [{ ...frame, ...ingress, view: { ...common, path, className, tlsSecret } }];
    if (via === 'httproute')
        return [{ ...frame, ...httpRoute, view: { ...common, path, parent, port: gateway.servicePort } }];
    const prefix = path === '/' ? undefined : path;
    return [{ ...frame, ...route, view: { ...common, path: prefix, tls: terminate(tlsTermination) } }];
}
const ingress = { template: 'ingress', apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' };
const httpRoute = { template: 'http-route', apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' };
const route = { template: 'route', apiVersion: 'route.openshift.io/v1', kind: 'Route' };
function terminate(termination) {
    return termination === 'none' ? undefined : { termination, insecureEdgeTerminationPolicy: 'Redirect' };
}

;// CONCATENATED MODULE: ./build/js/render/kubernetes/kubernetes-bundle.js


















/** The Kubernetes bundle: objects before and after their contents name them, and the files that people read. */
async function renderKubernetes(input) {
    const plan = planForSlots(input);
    const components = [...plan.infrastructure, ...plan.plugins, plan.gateway];
    const uses = numberVariables(components);
    const images = new Map(input.images.map((image) => [image.component, image]));
    const pluginsConfig = await renderPluginsConfig(plan, input.templates);
    const { own, referenced } = (0,referenced_keys/* splitReferenced */.my)(uses, input.reference);
    const unnamed = await makeUnnamed(input, plan, { components, uses: own, referenced, images, pluginsConfig });
    const named = (0,name_objects/* nameObjects */.sg)(unnamed, {
        ...(input.gitops === true ? madeElsewhere : readSources(input)),
        referenced: input.gitops === true ? new Map() : (0,referenced_keys/* digestReferenced */.M4)(referenced, input.digest),
        images: pendingImages(input.images),
        slotOf: input.slotOf,
    });
    const objects = named.map(({ object }) => object);
    checkTexts(objects, uses);
    const config = objects.find(({ component, manifest }) => component === plan.gateway.name && isConfig(manifest['data']));
    // Of no use to a deploy, and a quarter of its rendering: made when somebody asks.
    let files;
    const makeFiles = () => writeFiles({
        plan,
        objects: named,
        pluginsConfig: isConfig(config?.manifest['data']) ? config.manifest['data']['plugins.yaml'] : pluginsConfig,
        gitops: input.gitops === true,
    });
    const facts = components.map((component) => {
        const { name, role, replicas } = component;
        const { reference, tag, revision } = kubernetes_bundle_imageOf(images, component);
        return { name, role, replicas, image: reference, tag, revision };
    });
    return {
        target: 'kubernetes',
        get files() {
            files ??= makeFiles();
            return files;
        },
        components: (0,describe/* describeComponents */.U)(facts, named),
        contents: [],
        variables: {},
        kubernetes: { objects, unnamed },
    };
}
/** A repository holds one revision: there is nobody to remove the old one. */
function planForSlots({ plan, gitops }) {
    return gitops === true ? { ...plan, deploy: { ...plan.deploy, rolling: 'in_place' } } : (0,slots/* withSlotUrls */.FL)(plan);
}
async function makeUnnamed({ templates, gitops, namespaceExists = true }, plan, { components, uses, referenced, images, pluginsConfig }) {
    const usesOf = (0,group_by/* groupBy */.$)(uses, ({ component }) => component);
    const referencedBy = (0,group_by/* groupBy */.$)(referenced, ({ component }) => component);
    const sketches = [
        // In a repository `create_namespace` alone decides: one that goes with the next `generate` would be pruned, with all in it.
        ...sketchStack({
            plan,
            namespaceExists: namespaceExists && gitops !== true,
            shim: (0,compile/* chooseTemplate */._h)(templates, 'sitecustomize.py').text,
        }),
        ...components.flatMap((component) => (0,sketch_component/* sketchComponent */.k)({
            plan,
            component,
            image: kubernetes_bundle_imageText(kubernetes_bundle_imageOf(images, component)),
            uses: usesOf.get(component.name) ?? [],
            referenced: referencedBy.get(component.name) ?? [],
            ...(component.role === 'gateway' ? { pluginsConfig } : {}),
        })),
        ...sketchExpose(plan),
    ];
    const drawn = await drawObjects(templates, plan.stack.name, sketches);
    (0,referenced_keys/* checkReferenced */.g3)(referenced, drawn);
    const patched = applyPatches(drawn, plan.config.patches);
    return [...patched, ...(await readExtraManifests(plan, patched))];
}
/** In a repository, values and certificates are no business of ours: a change of them must not change a file. */
const madeElsewhere = {
    digest: () => 'elsewhere',
    certificate: () => ({ pending: 'certificate', key: 'elsewhere' }),
    marksCertificates: false,
};
function readSources({ digest, certificates }) {
    const states = new Map(certificates.map((state) => [state.request.component, state]));
    return { digest, certificate: (component) => certificateOf(component, states.get(component)) };
}
/** One that is not issued yet is known by what was asked for. */
function certificateOf(component, state) {
    return state?.certificate ?? { pending: 'certificate', key: (0,json/* shortHash */.BC)(state?.request ?? component, 12) };
}
/** No node can pull an engine's own image id: then, and while it is not built, the tag. */
function kubernetes_bundle_imageText({ reference, tag }) {
    return (0,pending/* isPending */.m)(reference) || reference.startsWith('sha256:') ? tag : reference;
}
function pendingImages(images) {
    return new Map(images.flatMap(({ component, reference }) => ((0,pending/* isPending */.m)(reference) ? [[component, reference]] : [])));
}
/** @throws StackError RENDER_INVALID: our bug, the build stage answers for every component of the plan. */
function kubernetes_bundle_imageOf(images, component) {
    const image = images.get(component.name);
    if (image !== undefined)
        return image;
    throw new errors/* StackError */.L({ code: 'RENDER_INVALID', message: `there is no image for ${component.name}` });
}
function isConfig(data) {
    return typeof data === 'object' && data !== null && 'plugins.yaml' in data && typeof data['plugins.yaml'] === 'string';
}

;// CONCATENATED MODULE: ./build/js/render/render-bundle.js


/**
 * Plan + images + certificates → everything a target is told, as text without a secret value in it. Pure but for loading
 * the template engine: equal input gives an equal bundle, byte for byte.
 *
 * @throws StackError RENDER_INVALID, TEMPLATE_INVALID; CONFIG_INVALID for patches and extra manifests that cannot be.
 */
async function renderBundle(input) {
    return input.plan.stack.target === 'compose' ? await renderCompose(input) : await renderKubernetes(input);
}


/***/ }),

/***/ 82223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ jinjaDialect),
/* harmony export */   eo: () => (/* binding */ variableHint),
/* harmony export */   h4: () => (/* binding */ kubernetesDialect),
/* harmony export */   kQ: () => (/* binding */ formatScalar),
/* harmony export */   nY: () => (/* binding */ composeDialect),
/* harmony export */   rT: () => (/* binding */ Variable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);

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
/** Nothing reads an object of Kubernetes before it is YAML; what the kubelet replaces in `args` is the view's to protect. */
const kubernetesDialect = { protect: (quoted) => quoted };
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'RENDER_INVALID', message: 'a value holds half of a character (a lone surrogate)' });
    }
    const quoted = JSON.stringify(text).replace(unsafe, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return dialect.protect(quoted);
}


/***/ }),

/***/ 37208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NN: () => (/* binding */ objectsTitle),
/* harmony export */   QH: () => (/* binding */ isWritten),
/* harmony export */   _g: () => (/* binding */ kustomizationTitle),
/* harmony export */   iQ: () => (/* binding */ isWrittenObjects)
/* harmony export */ });
/* unused harmony export title */
/** How the first line of every file begins that `generate` writes; templates/compose says it too. */
const title = '# Written by mcp-stack-deploy';
/** The whole first line of a file of objects, and of the kustomization. */
const objectsTitle = `${title}: no secret value is in it.`;
const kustomizationTitle = `${title}.`;
/** What a line of a user's own may hold as well (the address of our schema, `rbac`'s output) proves nothing. */
const written = /^# (?:Written by mcp-stack-deploy[.:]|mcp-stack-deploy template sitecustomize\.py \d)/;
/** Whether we wrote the file. */
function isWritten(text) {
    return written.test(text);
}
/** Whether it is one of our files of objects, of which one that nothing names any more may go. */
function isWrittenObjects(text) {
    const [firstLine] = text.split(/\r?\n/, 1);
    return firstLine === objectsTitle || firstLine === kustomizationTitle;
}


/***/ })

};
