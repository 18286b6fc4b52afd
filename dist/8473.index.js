export const id = 8473;
export const ids = [8473];
export const modules = {

/***/ 51815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stackSchema: () => (/* binding */ stackSchema)
/* harmony export */ });
/* unused harmony export isMap */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98439);
/* harmony import */ var _schema_stack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55449);


/** Where `${NAME}` does not work: the names of components. */
const interpolation = { type: 'string', pattern: '\\$' };
/**
 * The JSON Schema (draft-07) of mcp-stack.yaml for editors: types, defaults, descriptions, examples, and overlays under `environments`.
 * Editors accept `${NAME}` wherever the program does; what only the program knows (grammars, rules across keys) is not in it.
 */
function stackSchema() {
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .toJSONSchema */ .bl(_schema_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .stackShape */ .a, {
        target: 'draft-7',
        io: 'input',
        unrepresentable: 'any',
        reused: 'inline',
    });
    const base = mapOf(allowVariables(schema));
    const properties = mapOf(base['properties']);
    const { version: _version, required_version: _required, ...overlaid } = properties;
    return {
        title: 'mcp-stack.yaml',
        description: 'A stack of MCP Context Forge: one gateway, its plugins, and how they are built and deployed.',
        ...base,
        properties: {
            ...properties,
            environments: {
                type: 'object',
                description: 'Overlays, chosen with --environment: maps merge, plugins merge by name, other lists replace, null removes a key.',
                examples: [{ production: { gateway: { replicas: 3 } } }],
                additionalProperties: relax({
                    type: 'object',
                    properties: withPluginMap(overlaid),
                    additionalProperties: false,
                }),
            },
        },
    };
}
/** `type: integer` also takes a text with a variable in it. */
function allowVariables(value, key) {
    if (Array.isArray(value))
        return value.map((item) => allowVariables(item));
    if (!isMap(value))
        return value;
    const node = withoutOurBounds(value);
    if (key === 'default' || key === 'examples')
        return node;
    const isLeaf = ['integer', 'number', 'boolean'].includes(String(node['type'])) || (node['type'] === 'string' && 'enum' in node);
    if (isLeaf && key !== 'name') {
        const { description, examples, default: standard, ...constraint } = node;
        return defined({ description, examples, default: standard, anyOf: [constraint, interpolation] });
    }
    return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, skip(name) ? inner : allowVariables(inner, name)]));
}
function skip(name) {
    return name === 'default' || name === 'examples' || name === 'required' || name === 'enum';
}
/** An overlay changes some keys: nothing is required, nothing has a default, null removes. */
function relax(value) {
    if (Array.isArray(value))
        return value.map(relax);
    if (!isMap(value))
        return value;
    const { required: _required, default: _default, ...node } = value;
    const inner = Object.fromEntries(Object.entries(node).map(([key, item]) => {
        if (skip(key))
            return [key, item];
        if (key === 'properties') {
            const entries = Object.entries(mapOf(item)).map(([name, property]) => [name, orNull(mapOf(relax(property)))]);
            return [key, Object.fromEntries(entries)];
        }
        return [key, relax(item)];
    }));
    return inner;
}
function orNull(schema) {
    const { description, examples, ...constraint } = schema;
    const choices = Array.isArray(constraint['anyOf']) && Object.keys(constraint).length === 1 ? constraint['anyOf'] : [constraint];
    return defined({ description, examples, anyOf: [...choices, { type: 'null' }] });
}
/** In an overlay plugins may be a map by name, where null removes one. */
function withPluginMap(properties) {
    const plugins = mapOf(properties['plugins']);
    const { description, examples, default: _default, ...constraint } = plugins;
    const byName = { type: 'object', additionalProperties: { anyOf: [plugins['items'], { type: 'null' }] } };
    return { ...properties, plugins: { description, examples, anyOf: [constraint, byName] } };
}
function defined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
/** Whole numbers without limits of ours carry those of JavaScript, which say nothing. */
function withoutOurBounds(node) {
    const meaningless = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    return Object.fromEntries(Object.entries(node).filter(([, value]) => !meaningless.includes(value)));
}
function mapOf(value) {
    return isMap(value) ? value : {};
}
/** A JSON object. */
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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


/***/ })

};
