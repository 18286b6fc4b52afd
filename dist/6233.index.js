export const id = 6233;
export const ids = [6233];
export const modules = {

/***/ 26233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yM: () => (/* reexport */ explainStack),
  bA: () => (/* binding */ readStack),
  VJ: () => (/* reexport */ reviewStack)
});

// UNUSED EXPORTS: validateStack

// EXTERNAL MODULE: ./build/js/model/secret.js
var model_secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/model/secret-names.js
var secret_names = __webpack_require__(60743);
;// CONCATENATED MODULE: ./build/js/config/finding.js
/** An error about the value at a path. */
function wrong(path, message, hint, more) {
    return { path, message, hint, ...more };
}
/** Something that works and is probably not meant. */
function warn(path, message, hint, more) {
    return { severity: 'warning', code: 'CONFIG_WARNING', path, message, hint, ...more };
}
/** Something we did that the user should know. */
function note(path, message, hint) {
    return { severity: 'note', code: 'CONFIG_NOTE', path, message, hint };
}

;// CONCATENATED MODULE: ./build/js/config/grammar/template.js
const operators = ['-', ':-', '?', ':?', '+', ':+'];
/** Nested defaults deeper than this are an attack or a mistake. */
const maxNesting = 20;
/** Takes a text apart, as the Compose specification has it, and `${NAME:urlencode}`; never throws, never evaluates. */
function parseTemplate(text) {
    if (!text.includes('$'))
        return { ok: true, parts: [{ kind: 'literal', text }] };
    try {
        return { ok: true, parts: parseParts(text, 0, 0).parts };
    }
    catch (error) {
        if (error instanceof Malformed)
            return { ok: false, message: error.message, index: error.index };
        throw error;
    }
}
class Malformed extends Error {
    index;
    constructor(message, index) {
        super(message);
        this.index = index;
    }
}
/** Reads parts until the end, or until the `}` that closes the variable around them (depth > 0). */
function parseParts(text, start, depth) {
    const parts = [];
    let literal = '';
    let index = start;
    const flush = () => {
        if (literal !== '')
            parts.push({ kind: 'literal', text: literal });
        literal = '';
    };
    while (index < text.length) {
        const character = text[index];
        if (depth > 0 && character === '}')
            break;
        if (character !== '$') {
            literal += character;
            index++;
        }
        else if (text[index + 1] === '$') {
            literal += '$';
            index += 2;
        }
        else {
            flush();
            const variable = parseVariable(text, index, depth);
            parts.push(variable.part);
            index = variable.end;
        }
    }
    flush();
    return { parts, end: index };
}
function parseVariable(text, index, depth) {
    if (depth > maxNesting)
        throw new Malformed('the defaults are nested too deep', index);
    const name = /[A-Za-z_][A-Za-z0-9_]*/y;
    if (text[index + 1] !== '{') {
        name.lastIndex = index + 1;
        const bare = name.exec(text)?.[0];
        if (bare === undefined)
            throw new Malformed('a single $ is not valid: write $$ for the character itself', index);
        return { part: { kind: 'variable', name: bare, encoding: 'none', index }, end: index + 1 + bare.length };
    }
    name.lastIndex = index + 2;
    const found = name.exec(text)?.[0];
    if (found === undefined) {
        const why = text.includes('}', index) ? 'has no valid name after it' : 'is not closed';
        throw new Malformed(`invalid interpolation: \${ ${why} (write $$ for a plain $)`, index);
    }
    const after = index + 2 + found.length;
    if (text[after] === '}')
        return { part: { kind: 'variable', name: found, encoding: 'none', index }, end: after + 1 };
    if (text.startsWith(':urlencode}', after)) {
        return { part: { kind: 'variable', name: found, encoding: 'url', index }, end: after + ':urlencode}'.length };
    }
    const written = /^:?[-?+]/.exec(text.slice(after, after + 2))?.[0];
    const operator = operators.find((candidate) => candidate === written);
    if (operator === undefined) {
        const closed = text.indexOf('}', after) !== -1;
        throw new Malformed(closed
            ? 'invalid interpolation: after the name comes }, :-default, :?message, :+value or :urlencode}'
            : 'invalid interpolation: ${ is not closed', index);
    }
    const inner = parseParts(text, after + operator.length, depth + 1);
    if (text[inner.end] !== '}')
        throw new Malformed('invalid interpolation: ${ is not closed', index);
    return {
        part: { kind: 'variable', name: found, encoding: 'none', operator, argument: inner.parts, index },
        end: inner.end + 1,
    };
}
/** The text of parts without their values, for messages: variables stay `${NAME}`. */
function showParts(parts) {
    return parts.map((part) => (part.kind === 'literal' ? part.text : `\${${part.name}}`)).join('');
}

// EXTERNAL MODULE: ./build/js/config/secret-texts.js
var secret_texts = __webpack_require__(10952);
;// CONCATENATED MODULE: ./build/js/config/interpolate.js




/** Fills `${…}` in every text but component names. Results are never looked at again. */
function interpolateTree(root, variables) {
    const findings = [];
    const missing = [];
    const visit = (node, path) => {
        if (node.kind === 'map') {
            const entries = new Map();
            for (const [key, entry] of node.entries)
                entries.set(key, { ...entry, value: visit(entry.value, [...path, key]) });
            return { ...node, entries };
        }
        if (node.kind === 'list')
            return { ...node, items: node.items.map((item, index) => visit(item, [...path, index])) };
        if (typeof node.value !== 'string' || !node.value.includes('$') || isComponentName(path))
            return node;
        const filled = fillText(node.value, node.origin, path, variables);
        findings.push(...filled.findings);
        missing.push(...filled.missing);
        return toScalarNode(node, filled.text, path, findings, filled.findings.length + filled.missing.length > 0);
    };
    return { root: visit(root, []), findings, missing };
}
/** Secrets may stand in environments, in the database's password and in those of registries; everywhere else they would be printed. */
function takesSecrets(path) {
    if (path[0] === 'gateway' && path[1] === 'env_vars' && path.length === 3)
        return true;
    if (path[0] === 'plugins' && path[2] === 'env_vars' && path.length === 4)
        return true;
    if (path[0] === 'deployment' && path[1] === 'pull_credentials')
        return path[3] === 'password';
    return path.join('.') === 'infrastructure.postgres.password';
}
function isComponentName(path) {
    return path.length === 3 && path[0] === 'plugins' && path[2] === 'name';
}
function toScalarNode(node, text, path, findings, broken) {
    const secretName = text.find((piece) => piece.kind === 'variable' && piece.secret);
    if (secretName?.kind === 'variable' && !takesSecrets(path)) {
        findings.push(wrong(path, `\${${secretName.name}} is a secret, and this key is shown in plans and manifests`, 'Secrets go into env_vars; rename the variable if it is none', { origin: node.origin }));
        return { ...node, unknown: true, loose: true };
    }
    const unknown = broken || text.some((piece) => piece.kind === 'variable' && piece.value === undefined);
    return { ...node, value: flatten(text), raw: flatten(text), text, loose: true, unknown };
}
/** One text with its variables filled in, as pieces, so that secrets can stay references. */
function fillText(value, origin, path, variables, earlier) {
    const template = parseTemplate(value);
    if (!template.ok) {
        const hint = 'Variables are ${NAME}, ${NAME:-default}, ${NAME:?message}; $$ is a plain $';
        return { text: [], findings: [wrong(path, template.message, hint, { origin })], missing: [] };
    }
    const missing = [];
    const evaluate = (parts) => parts.flatMap((part) => {
        if (part.kind === 'literal')
            return [{ kind: 'literal', text: part.text, secret: false }];
        return evaluateVariable(part);
    });
    const evaluateVariable = (part) => {
        const { name, operator, encoding } = part;
        if (variables.placed?.has(name) === true) {
            if (operator === '+' || operator === ':+')
                return evaluate(part.argument ?? []);
            return [{ kind: 'variable', name, encoding, value: undefined, secret: true }];
        }
        const known = Object.hasOwn(variables.environment, name) ? variables.environment[name] : undefined;
        const local = known === undefined ? earlier?.get(name) : undefined;
        const content = known ?? (local === undefined ? undefined : flatten(local));
        const secret = variables.declared.has(name) || (0,secret_names/* isSecretName */.e)(name, content) || (content !== undefined && (0,secret_texts/* isSecretText */.KZ)(content));
        // A CI system passes a secret that it does not have as an empty text.
        const present = content !== undefined && !(content === '' && (secret || operator?.startsWith(':') === true));
        const argument = part.argument ?? [];
        if (operator === '+' || operator === ':+')
            return present ? evaluate(argument) : [];
        if (present && local !== undefined)
            return [...local];
        if (present)
            return [{ kind: 'variable', name, encoding, value: content, secret }];
        if (operator === '-' || operator === ':-') {
            if (content === '' && operator === '-')
                return [];
            return evaluate(argument).map((piece) => (piece.kind === 'literal' && secret ? { ...piece, secret } : piece));
        }
        if (variables.required) {
            const message = operator === undefined ? {} : { message: showParts(argument) };
            missing.push({ name, ...message, path, origin: findVariable(origin, name), secret });
        }
        return [{ kind: 'variable', name, encoding, value: undefined, secret }];
    };
    return { text: evaluate(template.parts), findings: [], missing };
}
/** The text as far as it is known; secrets are in it: for checks only, never for messages. */
function flatten(text) {
    return text
        .map((piece) => {
        if (piece.kind === 'literal')
            return piece.text;
        return piece.encoding === 'url' ? encodeURIComponent(piece.value ?? '') : (piece.value ?? '');
    })
        .join('');
}
/** Narrows a value's place to the variable in it, where it is written as such. */
function findVariable(origin, name) {
    const text = origin.source.text.slice(origin.start, origin.end);
    for (const form of [`\${${name}`, `$${name}`]) {
        const index = text.indexOf(form);
        if (index !== -1)
            return { ...origin, start: origin.start + index, end: origin.start + index + form.length };
    }
    return origin;
}

;// CONCATENATED MODULE: ./build/js/config/component-env.js





/** A literal text. */
function literal(text) {
    return [{ kind: 'literal', text, secret: false }];
}
/**
 * Decides what is secret (DESIGN §4): by its own name, by a name it is made of, by its form; `secret_env` adds, `plain_env`
 * removes. Nothing, `true` and `false` hide nothing.
 */
function isSecretVariable(name, text, secrecy) {
    if (secrecy.secret.includes(name))
        return true;
    if (secrecy.plain.includes(name))
        return false;
    if (text.some((piece) => piece.kind === 'variable' && piece.secret))
        return true;
    const unknown = text.some((piece) => piece.kind === 'variable' && piece.value === undefined);
    const value = flatten(unknown ? text.map(standIn) : text);
    if (!unknown && /^(|true|false)$/i.test(value))
        return false;
    if (text.some((piece) => piece.secret) || (0,secret_texts/* isSecretText */.KZ)(value))
        return true;
    return (0,secret_names/* isSecretName */.e)(name, unknown ? undefined : value) || secrecy.declared.has(name);
}
/** Something where nothing is known: `?password=${NAME}` is secret with and without an environment. */
function standIn(piece) {
    return piece.kind === 'variable' && piece.value === undefined ? { ...piece, value: 'unknown' } : piece;
}
/** plain_env cannot open what ci_cd.vault_secrets has closed. */
function checkPlainVariables(variables, secrecy) {
    return [...variables.values()].flatMap((variable) => {
        if (!secrecy.plain.includes(variable.name))
            return [];
        const declared = variable.text.find((piece) => piece.kind === 'variable' && secrecy.declared.has(piece.name));
        if (declared?.kind !== 'variable')
            return [];
        const message = `is in plain_env, but its value holds \${${declared.name}} of ci_cd.vault_secrets`;
        return [wrong(variable.path, message, 'Take it out of plain_env', { origin: variable.origin })];
    });
}
/** The environment as the plan takes it: plain values, and secrets as literals and references. Sorted as written. */
function toEnv(variables, secrecy) {
    return Object.fromEntries([...variables.values()].map((variable) => [
        variable.name,
        toEnvValue(variable.name, variable.text, isSecretVariable(variable.name, variable.text, secrecy)),
    ]));
}
/** One value; of a secret every variable stays a reference, every other text is wrapped. */
function toEnvValue(name, text, secret) {
    if (!secret)
        return { kind: 'plain', value: flatten(text) };
    const parts = [];
    let pending = '';
    const flush = () => {
        if (pending !== '')
            parts.push({ kind: 'literal', text: new model_secret/* Secret */.z(name, pending) });
        pending = '';
    };
    for (const piece of text) {
        if (piece.kind === 'literal')
            pending += piece.text;
        else {
            flush();
            parts.push({ kind: 'reference', secret: piece.name, encoding: piece.encoding });
        }
    }
    flush();
    return { kind: 'secret', parts };
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/js/model/version.js
var version = __webpack_require__(67360);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./build/js/config/files.js

/**
 * Finds a file or folder that the config names, and refuses what is not there or, once links are followed, not inside `folder`.
 *
 * @param folder  Absolute.
 */
async function findInside(io, folder, text, within) {
    const outside = {
        ok: false,
        refusal: { message: `leaves ${within}`, hint: `Put it inside ${within}: links are followed` },
    };
    const absolute = (0,posix_.resolve)(folder, text);
    if (!isInside(folder, absolute))
        return outside;
    if (!(await io.files.exists(absolute)))
        return { ok: false, refusal: { message: `names ${text}, which does not exist` } };
    const real = await io.files.realpath(absolute);
    if (!isInside(await io.files.realpath(folder), real))
        return outside;
    return { ok: true, path: absolute, kind: (await isFolder(io, real)) ? 'folder' : 'file' };
}
/** True for a folder; a file cannot be listed. */
async function isFolder(io, path) {
    try {
        await io.files.list(path);
        return true;
    }
    catch {
        return false;
    }
}
/** True when `path` is `folder` or below it; both absolute. */
function isInside(folder, path) {
    const inner = (0,posix_.relative)(folder, path);
    return inner !== '..' && !inner.startsWith('../');
}

;// CONCATENATED MODULE: ./build/js/config/check-program.js



/**
 * A program that is named by its path is there and may be executed. One that is named alone is looked for on PATH when it runs,
 * which may be on another machine.
 *
 * @param folder  Where it runs; absolute.
 */
async function checkProgram(path, program, folder, io) {
    if (program?.includes('/') !== true)
        return [];
    const place = (0,posix_.resolve)(folder, program);
    if (!(await io.files.exists(place)))
        return [wrong(path, `names ${program}, which does not exist`, `It is looked for at ${place}`)];
    if (await isFolder(io, place))
        return [wrong(path, `names ${program}, which is a folder and no program`)];
    if (await io.files.isExecutable(place))
        return [];
    return [wrong(path, `names ${program}, which is not executable`, `chmod +x ${program}, and commit that`)];
}

// EXTERNAL MODULE: ./build/js/model/closest.js
var closest = __webpack_require__(80351);
;// CONCATENATED MODULE: ./build/js/config/node.js
/** A text as a source, with its lines indexed once. */
function newSource(name, text, kind) {
    const lineStarts = [0];
    for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
        lineStarts.push(index + 1);
    return { name, text, kind, lineStarts };
}
/** The node at a path, or undefined. */
function findNode(root, path) {
    return path.reduce((node, step) => (node === undefined ? undefined : childOf(node, step)), root);
}
function childOf(node, step) {
    if (node.kind === 'map')
        return node.entries.get(String(step))?.value;
    if (node.kind === 'list')
        return node.items[Number(step)];
    return undefined;
}
/**
 * The place of a path: its value, else its nearest ancestor that exists. For a path whose last key exists without a useful
 * value (an unknown key), `atKey` gives the key itself.
 */
function locate(root, path, atKey = false) {
    let node = root;
    let origin = root.origin;
    for (const [index, step] of path.entries()) {
        const child = childOf(node, step);
        if (child === undefined)
            break;
        const key = node.kind === 'map' ? node.entries.get(String(step))?.key : undefined;
        const last = index === path.length - 1;
        origin = key !== undefined && (!last || atKey || isEmpty(child) || child.kind !== 'scalar') ? key : child.origin;
        node = child;
    }
    return origin;
}
function isEmpty(node) {
    return node.kind === 'scalar' && node.value === null;
}
/** `plugins[0].env_vars.LOG_LEVEL` */
function showPath(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        if (!/^[\w-]{1,80}$/.test(step))
            return `${text}[${JSON.stringify(step.slice(0, 80))}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}
/** True when `path` is `ancestor` or below it. */
function isWithin(path, ancestor) {
    return ancestor.length <= path.length && ancestor.every((step, index) => String(step) === String(path[index]));
}

;// CONCATENATED MODULE: ./build/js/config/later-keys.js

/** Keys that the design names and this version cannot honour: refused until they work, never dropped in silence. */
const laterKeys = [
    [/^secrets$/, 'Name them in ci_cd.vault_secrets, and where they are kept in ci_cd.secrets'],
    [/^deployment\.allow_older$/, 'Remove the key'],
    [
        /^ci_cd\.build\.(?:cache_to|cache_from)$/,
        'Use cache: registry with cache_ref, cache: local with cache_dir, or cache: gha',
    ],
    [/^ci_cd\.build\.dagger$/, 'Remove the key'],
    [/^certificates\.(?:cert_manager|issuer_ref)$/, 'Use cert_manager_issuer, cert_manager_kind and cert_manager_group'],
];
/** What to say about a key of a later version; undefined when it is simply unknown. */
function explainLaterKey(path) {
    const text = showPath(path);
    const found = laterKeys.find(([pattern]) => pattern.test(text));
    return found === undefined ? undefined : { message: 'this version cannot do this yet', hint: found[1] };
}

// EXTERNAL MODULE: ./build/js/config/schema/stack.js + 7 modules
var schema_stack = __webpack_require__(55449);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./build/js/config/schema/walk.js

/** The schema inside optional and default. */
function unwrapSchema(schema) {
    const isWrapped = schema instanceof schemas/* ZodOptional */.IiU || schema instanceof schemas/* ZodDefault */.XiL || schema instanceof schemas/* ZodPrefault */.xgV;
    return isWrapped ? unwrapSchema(schema.unwrap()) : schema;
}
/** The keys of a section, or of the map in a union; undefined when there are none. */
function shapeOf(schema) {
    const inner = unwrapSchema(schema);
    if (inner instanceof schemas/* ZodObject */.bvH)
        return inner.shape;
    if (!(inner instanceof schemas/* ZodUnion */.fZ7))
        return undefined;
    return inner.options.map((option) => shapeOf(option)).find((shape) => shape !== undefined);
}
/** The schema of a list's items. */
function elementOf(schema) {
    const inner = unwrapSchema(schema);
    return inner instanceof schemas/* ZodArray */.naA ? inner.element : undefined;
}

;// CONCATENATED MODULE: ./build/js/config/union-issues.js
/**
 * A union says only that none of its forms fits. Where the value has the kind of just one of them (a map, a text with a
 * grammar), what is wrong with it there is what helps; else the union's own words stay.
 */
function expandUnion(issue) {
    if (issue.code !== 'invalid_union')
        return [issue];
    const meant = issue.errors.filter((branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
    const [only, ...others] = meant;
    if (only === undefined || others.length > 0)
        return [issue];
    const helps = only.every(({ code, path }) => path.length > 0 || code === 'custom' || code === 'unrecognized_keys' || code === 'invalid_union');
    if (!helps)
        return [issue];
    return only.flatMap((inner) => expandUnion({ ...inner, path: [...issue.path, ...inner.path] }));
}

;// CONCATENATED MODULE: ./build/js/config/shape.js







/** Stands in for a name that is missing or wrong; it must pass the grammar, and nobody would choose it. */
const standInName = 'stand-in-for-a-broken-name';
/** A file with more wrong values than these is another kind of file; rules would say nothing more. */
const maxIssues = 500;
/** Twice what a stack's history holds ten releases of; more is a mistake or an attack, and costs a second for each 5,000. */
const maxPlugins = 1000;
/**
 * Checks the shape and gives every key its default. After the first problems the wrong values are taken out and the rest is checked
 * again, so that rules across keys still see everything that is right.
 */
function checkShape(root) {
    if (root.kind !== 'map')
        return { findings: [wrong([], 'the file must be a map with the keys deployment, gateway, plugins …')], pruned: [] };
    const findings = [];
    const pruned = [];
    let value = toPlain(root);
    const plugins = findNode(root, ['plugins']);
    if (plugins?.kind === 'list' && plugins.items.length > maxPlugins) {
        findings.push(wrong(['plugins'], `has ${plugins.items.length} plugins, ${maxPlugins} at most`));
        pruned.push(['plugins']);
        value = prune(value, ['plugins']);
    }
    // Every round takes something out; the bound is for our own mistakes.
    for (let round = 0; round < 20; round++) {
        const result = schema_stack/* stackShape */.a.safeParse(value);
        if (result.success)
            return { written: result.data, findings, pruned };
        let coerced = false;
        const issues = result.error.issues.flatMap(expandUnion);
        for (const issue of issues.slice(0, maxIssues)) {
            const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
            const replaced = coerce(value, root, issue, path);
            if (replaced !== undefined) {
                value = replaced;
                coerced = true;
                continue;
            }
            const unknown = findNode(root, path);
            if (unknown?.kind !== 'scalar' || !unknown.unknown)
                findings.push(...explainIssue(issue, path, root, pruned));
            const wrongPaths = issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...path, name]) : [path];
            pruned.push(...wrongPaths);
            // Nothing is checked again after so many: no copy of a large tree for each of them.
            if (issues.length > maxIssues)
                continue;
            value = issue.code === 'unrecognized_keys' ? dropKeys(value, path, issue.keys) : prune(value, path);
        }
        if (issues.length > maxIssues)
            break;
        if (!coerced && issues.every((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys'))
            break;
    }
    return { findings, pruned };
}
function toPlain(node) {
    if (node.kind === 'list')
        return node.items.map(toPlain);
    if (node.kind === 'scalar')
        return node.value;
    return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.value)]));
}
/** Variables and the command line bring texts; the schema says what they stand for. */
function coerce(value, root, issue, path) {
    const node = findNode(root, path);
    if (node?.kind !== 'scalar' || !node.loose || node.unknown || typeof node.value !== 'string')
        return undefined;
    if (issue.code !== 'invalid_type' &&
        issue.code !== 'invalid_union' &&
        issue.code !== 'custom' &&
        issue.code !== 'invalid_value')
        return undefined;
    const current = getAt(value, path);
    if (typeof current !== 'string')
        return undefined;
    const typed = /^-?\d{1,15}$/.test(current) ? Number(current) : { true: true, false: false }[current];
    return typed === undefined ? undefined : replaceAt(value, path, typed);
}
function explainIssue(issue, path, root, pruned) {
    if (pruned.some((other) => isWithin(path, other) && other.length > 0))
        return [];
    if (issue.code === 'unrecognized_keys')
        return issue.keys.slice(0, maxIssues).map((name) => explainUnknownKey([...path, name], name, path));
    const node = findNode(root, path);
    const isName = path.at(-1) === 'name' && path[0] === 'plugins';
    if (node === undefined) {
        return [wrong(path, 'is required', isName ? "Give the plugin's own name" : undefined, { atKey: true })];
    }
    if (node.kind === 'scalar' && node.value === null) {
        const isRequired = ['deployment', 'deployment.type', 'gateway'].includes(path.join('.')) || isName;
        const orRemove = isRequired ? 'Give it a value' : 'Give it a value, or remove the key for the default';
        const hint = typeof path.at(-1) === 'number' ? 'Remove the item or write it' : orRemove;
        return [wrong(path, `has no value: ${messageOf(issue)}`, hint)];
    }
    const params = issue.code === 'custom' ? issue.params : undefined;
    const given = params?.['hint'];
    const hint = typeof given === 'string' ? given : hintFor(issue, node, path);
    const message = messageOf(issue);
    const orUnquote = /^must be (?:a whole|a port|true)/.test(message) && isQuotedValue(node) ? 'Remove the quotes' : hint;
    return [wrong(path, message, orUnquote, params?.['atKey'] === true ? { atKey: true } : {})];
}
/** True for a number or a switch that would be one without its quotes. */
function isQuotedValue(node) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string' || !/^(?:-?\d+|true|false)$/.test(node.value))
        return false;
    return /["']/.test(node.origin.source.text[node.origin.start] ?? '');
}
function messageOf(issue) {
    if (issue.code === 'too_small' && issue.origin === 'array')
        return 'must not be empty';
    return issue.message;
}
function hintFor(issue, node, path) {
    if (path.at(-1) === 'ref' && node.kind === 'scalar' && typeof node.value === 'number') {
        return 'YAML reads this as a number: put it in quotes';
    }
    if (node.kind !== 'scalar')
        return undefined;
    if (issue.code === 'invalid_value' && typeof node.value === 'string') {
        const near = (0,closest/* closest */.k)(node.value, issue.values.map(String));
        return near === undefined ? undefined : `Did you mean ${near}?`;
    }
    if (issue.code === 'invalid_type' && issue.expected === 'string')
        return 'Put it in quotes';
    return undefined;
}
function explainUnknownKey(path, name, container) {
    const later = explainLaterKey(path);
    if (later !== undefined)
        return wrong(path, later.message, later.hint, { code: 'NOT_SUPPORTED', atKey: true });
    const known = knownKeys(container);
    const near = (0,closest/* closest */.k)(name, known);
    const hint = near === undefined ? `Known here: ${known.join(', ')}` : `Did you mean ${near}?`;
    return wrong(path, 'is not a key that is known here', hint, { atKey: true });
}
/** The keys of the section at a path. */
function knownKeys(path) {
    let schema = schema_stack/* stackShape */.a;
    for (const step of path)
        schema = schema && (shapeOf(schema)?.[String(step)] ?? elementOf(schema));
    return Object.keys(schema === undefined ? {} : (shapeOf(schema) ?? {}));
}
function isList(value) {
    return Array.isArray(value);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function dropKeys(value, path, keys) {
    const map = getAt(value, path);
    if (map === undefined || !isMap(map))
        return value;
    const dropped = new Set(keys);
    return replaceAt(value, path, Object.fromEntries(Object.entries(map).filter(([name]) => !dropped.has(name))));
}
function getAt(value, path) {
    return path.reduce((inner, step) => {
        if (inner === undefined || !(isMap(inner) || isList(inner)))
            return undefined;
        return isMap(inner) ? inner[String(step)] : inner[Number(step)];
    }, value);
}
function replaceAt(value, path, leaf) {
    const [step, ...rest] = path;
    if (step === undefined)
        return leaf ?? null;
    if (isList(value))
        return value.map((item, index) => (index === step ? replaceAt(item, rest, leaf) : item));
    const map = isMap(value) ? value : {};
    if (rest.length === 0 && leaf === undefined) {
        return Object.fromEntries(Object.entries(map).filter(([name]) => name !== String(step)));
    }
    return { ...map, [String(step)]: replaceAt(map[String(step)] ?? {}, rest, leaf) };
}
/** Takes a wrong value out; what must be there gets a stand-in that no rule speaks about. */
function prune(value, path) {
    const text = path.join('.');
    if (text === 'deployment' || text === 'deployment.type')
        return replaceAt(value, ['deployment', 'type'], 'kubernetes');
    if (text === 'gateway')
        return replaceAt(value, path, { image: 'unknown:1' });
    if (path[0] === 'plugins' && path.length === 2)
        return replaceAt(value, path, { name: standInName, image: 'unknown:1' });
    if (path[0] === 'plugins' && path[2] === 'name')
        return replaceAt(value, path, standInName);
    const inList = path.findIndex((step, index) => typeof step === 'number' && !(index === 1 && path[0] === 'plugins'));
    return replaceAt(value, inList === -1 ? path : path.slice(0, inList), undefined);
}

;// CONCATENATED MODULE: ./build/js/config/subject.js

/** Gateway first, then the plugins in order; one with a broken name is called by its place. */
function componentsOf(written) {
    const gatewayMtls = written.gateway.mtls_enabled ?? true;
    const gateway = { name: 'gateway', path: ['gateway'], config: written.gateway, mtls: gatewayMtls };
    const plugins = written.plugins.map((plugin, index) => ({
        name: plugin.name === standInName ? `plugins[${index}]` : plugin.name,
        path: ['plugins', index],
        config: plugin,
        plugin,
        mtls: plugin.mtls_enabled ?? gatewayMtls,
    }));
    return [gateway, ...plugins];
}
/** A few names and how many more: for problems that would else be five hundred. */
function shorten(names, most = 5) {
    if (names.length <= most)
        return names.join(', ');
    return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
/** A component's registry over the top-level one, key by key. */
function registryOf(written, config) {
    const [own, top] = [config.registry, written.registry];
    return {
        enabled: own?.enabled ?? top?.enabled ?? false,
        push: own?.push ?? top?.push ?? true,
        url: own?.url ?? top?.url,
        namespace: own?.namespace ?? top?.namespace,
    };
}

;// CONCATENATED MODULE: ./build/js/config/disk.js





const inFolder = 'the folder of the stack file';
/** Everything the config names on the disk, apart from env files. */
async function checkDisk(written, components, folder, io) {
    const findings = [];
    const containerfiles = new Map();
    for (const component of components)
        findings.push(...(await checkSource(component, folder, io, containerfiles)));
    if (written.templates_dir !== undefined) {
        const found = await findInside(io, folder, written.templates_dir, inFolder);
        const path = ['templates_dir'];
        if (!found.ok)
            findings.push(wrong(path, found.refusal.message, found.refusal.hint));
        else if (found.kind === 'file')
            findings.push(wrong(path, 'names a file, not a folder'));
    }
    const caFiles = [
        [['network', 'ca_file'], written.network.ca_file],
        [['certificates', 'external', 'ca_file'], written.certificates.external?.ca_file],
    ];
    for (const [path, caFile] of caFiles) {
        if (caFile === undefined || (await io.files.exists((0,posix_.resolve)(folder, caFile))))
            continue;
        findings.push(wrong(path, `names ${caFile}, which does not exist`));
    }
    const program = written.certificates.external?.command?.[0];
    findings.push(...(await checkProgram(['certificates', 'external', 'command', 0], program, folder, io)));
    return { findings: [...findings, ...(await checkGivenCertificates(written, components, folder, io))], containerfiles };
}
async function checkSource(component, folder, io, containerfiles) {
    const { config, path, name } = component;
    if (config.path === undefined || config.image !== undefined || config.repo !== undefined)
        return [];
    const source = await findInside(io, folder, config.path, inFolder);
    if (!source.ok)
        return [wrong([...path, 'path'], source.refusal.message, source.refusal.hint)];
    if (source.kind === 'file')
        return [wrong([...path, 'path'], 'names a file, not a folder')];
    const context = await findInside(io, source.path, config.context, 'the source');
    if (!context.ok)
        return [wrong([...path, 'context'], context.refusal.message, context.refusal.hint)];
    const candidates = config.containerfile === undefined ? ['Containerfile', 'Dockerfile'] : [config.containerfile];
    for (const candidate of candidates) {
        const file = (0,posix_.join)(config.context, candidate);
        const found = await findInside(io, source.path, file, 'the source');
        if (!found.ok) {
            const isUnnamed = config.containerfile === undefined;
            if (isUnnamed && (await io.files.exists((0,posix_.join)(context.path, candidate)))) {
                return [wrong([...path, 'path'], `has a ${candidate} that ${found.refusal.message}`, found.refusal.hint)];
            }
            if (candidate !== candidates.at(-1))
                continue;
            const message = isUnnamed ? `has no ${candidates.join(' or ')} in ${config.path}` : found.refusal.message;
            return [wrong([...path, isUnnamed ? 'path' : 'containerfile'], message, found.refusal.hint)];
        }
        containerfiles.set(name, candidate);
        return config.target === undefined && found.kind === 'file' ? await warnOfTestStage(component, found.path, io) : [];
    }
    return [];
}
/** Some build files end in a stage that runs tests and exits (CONTRACT §2). */
async function warnOfTestStage(component, file, io) {
    const stages = [
        ...(await io.files.read(file)).matchAll(/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*\S+(?:[ \t]+AS[ \t]+(\S+))?/gim),
    ];
    const last = stages.at(-1)?.[1];
    if (stages.length < 2 || last === undefined || !/test/i.test(last))
        return [];
    const before = stages.at(-2)?.[1];
    const hint = `Set target: ${before ?? 'the stage to run'}`;
    return [
        warn([...component.path, 'path'], `has a build file whose last stage is ${last}, which looks like a test stage`, hint),
    ];
}
/** auto_generate: false promises files: all of them, before anything starts. */
async function checkGivenCertificates(written, components, folder, io) {
    const { certificates } = written;
    const secured = components.filter(({ mtls }) => mtls);
    if (certificates.auto_generate || secured.length === 0)
        return [];
    const wanted = secured.flatMap(({ plugin, name }) => plugin === undefined
        ? ['client.key', 'client.crt', 'ca.crt'].map((file) => (0,posix_.join)(certificates.gateway_path, file))
        : ['server.key', 'server.crt', 'ca.crt'].map((file) => (0,posix_.join)(certificates.plugins_path, name, file)));
    const missing = [];
    for (const file of wanted)
        if (!(await io.files.exists((0,posix_.resolve)(folder, file))))
            missing.push(file);
    if (missing.length === 0)
        return [];
    const message = `is false, and these files are missing: ${shorten(missing)}`;
    return [wrong(['certificates', 'auto_generate'], message, 'Put them there, or set it to true')];
}

// EXTERNAL MODULE: ./build/js/errors.js
var js_errors = __webpack_require__(12027);
;// CONCATENATED MODULE: ./build/js/config/frame.js


const mask = '***';
const width = 120;
/** Longer lines are not text that a person wrote, and are not shown. */
const maxLine = 2000;
/** Keys of ours that only sound secret. */
const openKeys = new Set([
    'vault_secrets',
    'secret_env',
    'key_algorithm',
    'existing_secret',
    'image_pull_secrets',
    'tls_secret',
]);
/** Keys that hold addresses, where a query is refused. */
const addressKeys = new Set(['repo', 'url', 'image', 'insecure_repos']);
/** The spans of one source that hold secrets, by key name, by secret_env and by the form of the text. */
function findSecretSpans(root, declared) {
    const spans = [];
    const visit = (node, secret, key) => {
        if (node.kind === 'scalar') {
            const text = typeof node.value === 'string' ? node.value : node.raw;
            if (text === '' || node.value === null || /^\$\{\w+\}$/.test(text))
                return;
            const isNamed = !openKeys.has(key) && (0,secret_names/* isSecretName */.e)(key, text);
            const hasQuery = addressKeys.has(key) && /[?#]/.test(text);
            if (secret || isNamed || hasQuery || (0,secret_texts/* isSecretText */.KZ)(text))
                spans.push([node.origin.start, node.origin.end]);
        }
        else if (node.kind === 'list')
            for (const item of node.items)
                visit(item, secret, key);
        else {
            for (const [name, entry] of node.entries) {
                const isSection = entry.value.kind === 'map';
                const isNamed = declared.has(name) || (isSection && (0,secret_names/* isSecretName */.e)(name));
                visit(entry.value, !openKeys.has(name) && (secret || isNamed), name);
            }
        }
    };
    visit(root, false, '');
    return spans.sort((a, b) => a[0] - b[0]);
}
/** Line and column from 1; columns count characters, not UTF-16 units. */
function toPlace(origin) {
    const { source, start } = origin;
    const line = lineOf(source, start);
    const from = source.lineStarts[line] ?? 0;
    return { file: source.name, line: line + 1, column: source.text.slice(from, start).length + 1 };
}
/** Index of the line at an offset, from 0. */
function lineOf(source, offset) {
    let low = 0;
    let high = source.lineStarts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((source.lineStarts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
/**
 * The line of a place and a caret under it, secrets masked. Without spans (the text could not be parsed) everything that stands
 * after a secret name is masked, and lines that may continue one. Nothing for the command line and for env files.
 */
function drawFrame(origin, spans) {
    const { source } = origin;
    if (source.kind === 'command line' || source.text === '')
        return undefined;
    const line = lineOf(source, origin.start);
    const from = source.lineStarts[line] ?? 0;
    const to = Math.max(from, (source.lineStarts[line + 1] ?? source.text.length + 1) - 1);
    const at = Math.min(Math.max(0, origin.start - from), to - from);
    if (to - from > maxLine)
        return undefined;
    const raw = source.text.slice(from, to);
    const before = spans === undefined ? hideUnparsed(source, line, raw, at) : hideSpans(raw, from, spans, at);
    return draw(line + 1, (0,secret_texts/* maskSecrets */.QU)(before.text), before.column);
}
function hideSpans(raw, from, spans, at) {
    let text = '';
    let column = at;
    let index = 0;
    for (const [start, end] of spans) {
        const [first, last] = [Math.max(0, start - from), Math.min(raw.length, end - from)];
        if (last <= first || first < index)
            continue;
        text += raw.slice(index, first) + mask;
        if (at >= last)
            column += mask.length - (last - first);
        else if (at > first)
            column = text.length - mask.length;
        index = last;
    }
    return { text: text + raw.slice(index), column };
}
const secretWord = /PASSWORD|PASSWD|PASSPHRASE|PASSCODE|SECRET|TOKEN|CREDENTIAL|(?:KEYS?|PASS|PWD|SALT)(?![A-Z])|(?<![A-Z])(?:AUTH|AUTHORIZATION|BEARER|JWT|PAT|PW|CREDS?)(?![A-Z])/i;
function hideUnparsed(source, line, raw, at) {
    if (mayContinueSecret(source, line, raw))
        return { text: mask, column: 0 };
    const word = secretWord.exec(raw);
    const separator = word === null ? -1 : raw.slice(word.index).search(/[:=\s]/);
    if (word !== null && separator !== -1) {
        const kept = raw.slice(0, word.index + separator + 1);
        return { text: `${kept} ${mask}`, column: Math.min(at, kept.length + 1) };
    }
    return { text: raw, column: at };
}
/** True when a line above, not far away, names a secret and this line may be a part of its value. */
function mayContinueSecret(source, line, raw) {
    const indent = raw.search(/\S/);
    for (let above = line - 1; above >= Math.max(0, line - 50); above--) {
        const text = source.text.slice(source.lineStarts[above], source.lineStarts[above + 1]);
        if (/^\s*(#|$)/.test(text))
            continue;
        const isOpen = (text.split('"').length + text.split("'").length) % 2 === 1 || /[|>][-+\d]*\s*$/.test(text) || /:\s*$/.test(text);
        const isAbove = text.search(/\S/) < indent || isOpen;
        if (secretWord.test(text) && isAbove)
            return true;
    }
    return !/^\s*(?:- )?[\w.-]+\s*:/.test(raw) && /[A-Za-z0-9]{6}/.test(raw) && !/^\s*[-?:[\]{}|>*&!%@`#]/.test(raw);
}
function draw(number, text, column) {
    const shift = Math.max(0, column - width + 20);
    const shown = text
        .slice(shift, shift + width)
        .replaceAll('\t', ' ')
        .replace(/\r$/, '');
    const gutter = `${number} | `;
    const caret = text.slice(shift, column).length;
    return `${gutter}${shown}\n${' '.repeat(gutter.length + caret)}^`;
}

;// CONCATENATED MODULE: ./build/js/config/yaml-errors.js
/** The parser's codes in our words. Its own messages can quote the file, and the file can hold a secret. */
const explanations = {
    TAB_AS_INDENT: { message: 'a tab is used as indentation', hint: 'Indent with spaces' },
    BAD_INDENT: { message: 'wrong indentation: entries of one map or list start in the same column' },
    MULTIPLE_DOCS: { message: 'the file holds several documents', hint: 'Keep one; overlays go under environments:' },
    NON_STRING_KEY: { message: 'a key must be plain text, not a list or a map' },
    MISSING_CHAR: { message: 'a closing quote, bracket or colon is missing' },
    MULTILINE_IMPLICIT_KEY: { message: 'a key goes over several lines: is a colon or a quote missing?' },
    BLOCK_AS_IMPLICIT_KEY: { message: 'a second colon on this line: put the value in quotes' },
    BLOCK_IN_FLOW: { message: 'a block cannot stand inside [ ] or { }' },
    BAD_ALIAS: { message: 'an alias or anchor has no valid name' },
    BAD_SCALAR_START: { message: 'a value cannot begin with this character: put it in quotes' },
    BAD_DQ_ESCAPE: { message: 'an unknown escape after \\', hint: 'Use single quotes, or write \\\\ for one backslash' },
    MULTIPLE_ANCHORS: { message: 'a value can have one anchor' },
    MULTIPLE_TAGS: { message: 'a value can have one tag' },
    RESOURCE_EXHAUSTION: { message: 'the file is nested too deep' },
    UNEXPECTED_TOKEN: { message: 'syntax error: this character does not belong here' },
    TAG_RESOLVE_FAILED: {
        message: 'unknown tag: tags do nothing here',
        hint: 'Remove it, or put a text that begins with ! in quotes; files are named by env_file, values come from ${NAME}',
    },
    IMPOSSIBLE: { message: 'syntax error' },
};
/** What the user reads for one error of the YAML parser. */
function explainYamlError(code) {
    return explanations[code] ?? { message: 'YAML syntax error' };
}

;// CONCATENATED MODULE: ./build/js/config/parse-yaml.js


const maxDepth = 64;
/** Nodes that may come out of aliases: a bomb has millions. */
const maxAliased = 10_000;
/** More syntax errors than these only repeat the first. */
const maxErrors = 5;
const coreTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
/**
 * YAML text → nodes with places. Warnings of the parser are errors, and so are duplicate keys, keys that are no text, unknown tags,
 * directives, several documents, `__proto__`, and aliases that grow without end. Merge keys (`<<: *name`) work as in Compose.
 */
async function parseYaml(source) {
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    // uniqueKeys is quadratic in the library; duplicates are found below.
    const document = yaml.parseDocument(source.text, { uniqueKeys: false, stringKeys: true, prettyErrors: false });
    const place = (start, end) => ({ source, start, end });
    const broken = [...document.errors, ...document.warnings].slice(0, maxErrors).map((error) => {
        const { message, hint } = explainYamlError(error.code);
        return wrong([], message, hint, { code: 'CONFIG_SYNTAX', origin: place(error.pos[0], error.pos[1]) });
    });
    if (document.directives.yaml.explicit === true ||
        /^%/m.test(source.text.slice(0, document.contents?.range?.[0] ?? 0))) {
        broken.push(wrong([], 'YAML directives (%YAML, %TAG) are not used here', 'Remove the line that begins with %', {
            code: 'CONFIG_SYNTAX',
            origin: place(0, 1),
        }));
    }
    if (broken.length > 0)
        return { findings: broken };
    return convert(yaml, document, source);
}
function convert(yaml, document, source) {
    const findings = [];
    const anchors = new Map();
    const aliasing = new Set();
    let aliased = 0;
    const at = (node, fallback) => {
        const range = node?.range;
        return range === null || range === undefined
            ? fallback
            : { source, start: range[0], end: Math.max(range[1], range[0]) };
    };
    const asNode = (value) => (yaml.isNode(value) ? value : null);
    const refuse = (message, origin, hint) => {
        findings.push(wrong([], message, hint, { code: 'CONFIG_SYNTAX', origin }));
    };
    const toNode = (node, fallback, depth) => {
        const origin = at(node, fallback);
        if (depth > maxDepth)
            throw new Stop(`the file is nested more than ${maxDepth} levels deep`, origin);
        if (aliasing.size > 0 && ++aliased > maxAliased)
            throw new Stop('the aliases of this file grow without end', origin);
        if (yaml.isAlias(node))
            return followAlias(node.source, origin, depth);
        if (node?.tag !== undefined && !coreTags.has(node.tag)) {
            // The parser knows more than the core schema: !!binary, !!timestamp, !!set.
            const { message, hint } = explainYamlError('TAG_RESOLVE_FAILED');
            refuse(message, origin, hint);
        }
        const anchor = node === null ? undefined : node.anchor;
        if (node !== null && anchor !== undefined)
            anchors.set(anchor, node);
        if (yaml.isMap(node))
            return toMap(node.items, origin, depth);
        if (yaml.isSeq(node))
            return toList(node.items, origin, depth);
        const scalar = yaml.isScalar(node) ? node : undefined;
        const value = toScalar(scalar?.value);
        const raw = scalar?.source ?? (value === null ? '' : String(value));
        return { kind: 'scalar', value, raw, loose: false, unknown: false, origin };
    };
    const followAlias = (name, origin, depth) => {
        const target = anchors.get(name);
        if (target === undefined) {
            // A password may begin with *: its text is not shown.
            refuse('this alias has no anchor before it', origin, 'Define the anchor first; put a text that begins with * in quotes');
            return { kind: 'scalar', value: null, raw: '', loose: false, unknown: true, origin };
        }
        if (aliasing.has(name))
            throw new Stop('this alias contains itself', origin);
        aliasing.add(name);
        try {
            return { ...toNode(target, origin, depth + 1), origin };
        }
        finally {
            aliasing.delete(name);
        }
    };
    const toList = (items, origin, depth) => ({
        kind: 'list',
        items: items.map((item) => toNode(asNode(item), origin, depth + 1)),
        origin,
    });
    const toMap = (pairs, origin, depth) => {
        const entries = new Map();
        const merged = [];
        for (const pair of pairs) {
            const key = at(asNode(pair.key), origin);
            const name = yaml.isScalar(pair.key) ? String(toScalar(pair.key.value) ?? '') : '';
            const value = toNode(asNode(pair.value), { ...key, start: key.end }, depth + 1);
            if (name === '<<' && yaml.isScalar(pair.key) && pair.key.type === 'PLAIN') {
                merged.push(...mergeSources(value, key));
            }
            else if (name === '__proto__') {
                refuse('__proto__ cannot be used as a key', key, 'Choose another name');
            }
            else if (entries.has(name)) {
                refuse(`the key ${showKey(name)} is a duplicate: it is in this map twice`, key, 'Keep one of them');
            }
            else {
                entries.set(name, { key, value });
            }
        }
        for (const map of merged) {
            for (const [name, entry] of map.entries)
                if (!entries.has(name))
                    entries.set(name, entry);
        }
        return { kind: 'map', entries, origin };
    };
    const mergeSources = (value, key) => {
        const maps = value.kind === 'list' ? value.items : [value];
        const found = maps.flatMap((item) => (item.kind === 'map' ? [item] : []));
        if (found.length < maps.length)
            refuse('<< merges maps only', key, 'Give it an alias of a map: <<: *name');
        return found;
    };
    try {
        const start = { source, start: 0, end: 0 };
        const root = toNode(document.contents, start, 0);
        return findings.length > 0 ? { findings } : { root, findings };
    }
    catch (error) {
        if (!(error instanceof Stop))
            throw error;
        return {
            findings: [...findings, wrong([], error.message, undefined, { code: 'CONFIG_SYNTAX', origin: error.origin })],
        };
    }
}
/** Ends a conversion that must not go on. */
class Stop extends Error {
    origin;
    constructor(message, origin) {
        super(message);
        this.origin = origin;
    }
}
function toScalar(value) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    return typeof value === 'bigint' ? Number(value) : null;
}
function showKey(name) {
    return /^[\w.-]{1,80}$/.test(name) ? name : 'here';
}

;// CONCATENATED MODULE: ./build/js/config/problems.js


const rank = { error: 0, warning: 1, note: 2 };
/** More problems than these are told by their number. */
const maxProblems = 200;
/** Findings → problems with place and frame: errors first, then in the order of the file; the same one is told once. */
function toProblems(findings, backdrop) {
    const placed = findings
        .map((finding) => ({ finding, origin: originOf(finding, backdrop) }))
        .sort((a, b) => rankOf(a.finding) - rankOf(b.finding) || a.origin.start - b.origin.start);
    const problems = placed.slice(0, maxProblems).map(({ finding, origin }) => toProblem(finding, origin, backdrop));
    const seen = new Set();
    const distinct = problems.filter((problem) => {
        const mark = JSON.stringify([problem.severity, problem.path, problem.message, problem.place]);
        if (seen.has(mark))
            return false;
        seen.add(mark);
        return true;
    });
    const rest = placed.slice(maxProblems);
    const [first] = rest;
    if (first === undefined)
        return distinct;
    const more = { ...first.finding, path: [], message: `and ${rest.length} more problems` };
    return [...distinct, toProblem(more, first.origin, backdrop)];
}
function rankOf(finding) {
    return rank[finding.severity ?? 'error'];
}
function originOf(finding, { root, source }) {
    if (finding.origin !== undefined)
        return finding.origin;
    return root === undefined ? { source, start: 0, end: 0 } : locate(root, finding.path, finding.atKey);
}
function toProblem(finding, origin, backdrop) {
    const { source, spans } = backdrop;
    const path = showPath(finding.path);
    const isStackFile = origin.source === source;
    const frame = isStackFile ? drawFrame(origin, spans) : undefined;
    const overlay = origin.environment === undefined ? '' : ` (environment ${origin.environment})`;
    const severity = finding.severity ?? 'error';
    return {
        severity,
        code: finding.code ?? 'CONFIG_INVALID',
        message: `${sentence(path, finding.message)}${overlay}`,
        ...(finding.hint === undefined ? {} : { hint: finding.hint }),
        ...(path === '' ? {} : { path }),
        place: toPlace(origin),
        ...(frame === undefined ? {} : { frame }),
    };
}
/** Findings that begin with a verb are about the key; the others stand alone after it. */
const verbs = /^(must|is|are|has|have|holds|begins|uses|carries|names|leaves|cannot|needs|does|belongs|excludes|repeats|can|and|gives|becomes|sets)\b/;
function sentence(path, message) {
    if (path === '')
        return message;
    return verbs.test(message) ? `${path} ${message}` : `${path}: ${message}`;
}

;// CONCATENATED MODULE: ./build/js/config/read-text.js
/** A stack of 500 plugins with every key is about 400 KiB. */
const maxBytes = 1024 * 1024;
/** Lines and commas: what the parser's time grows with. */
const maxEntries = 30_000;
const read_text_maxDepth = 64;
/**
 * Bytes → text, or the first reason why the YAML parser must not see them: too big, not UTF-8, control characters, too deep.
 * The byte order mark is dropped. `offset` counts UTF-16 units of `text`, which is '' where nothing can be shown.
 */
function decodeText(bytes, limits) {
    if (bytes.length > maxBytes)
        return refuse({ message: `the file has ${bytes.length} bytes, more than ${maxBytes}` });
    const wide = wideEncoding(bytes);
    if (wide !== undefined)
        return refuse({ message: `the file is ${wide}, not UTF-8`, hint: 'Save it as UTF-8' });
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        const before = new TextDecoder('utf-8').decode(bytes);
        const offset = Math.max(0, before.indexOf('\uFFFD'));
        return refuse({ message: 'the file is not valid UTF-8', hint: 'Save it as UTF-8' }, before, offset);
    }
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text);
    if (control !== null) {
        const name = control[0] === '\0' ? 'NUL' : `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
        return refuse({ message: `the file holds a control character (${name})`, hint: 'Remove it' }, text, control.index);
    }
    return checkSize(text, limits.yaml);
}
function checkSize(text, yaml) {
    let entries = 0;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code === 10 || code === 44)
            entries++;
    }
    if (entries > maxEntries) {
        return {
            ok: false,
            refusal: { message: `the file has more than ${maxEntries} lines and list items` },
            text,
            offset: 0,
        };
    }
    const deep = yaml ? findDepth(text) : undefined;
    if (deep !== undefined) {
        const message = `the file is nested more than ${read_text_maxDepth} levels deep`;
        return { ok: false, refusal: { message, hint: 'No key of a stack file needs this' }, text, offset: deep };
    }
    return { ok: true, text };
}
/** By their marks, and without one by the zeros around the first characters, which are ASCII. */
function wideEncoding(bytes) {
    const [a, b, c, d] = bytes;
    const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('');
    const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
    // The mark of UTF-32 (little end first) begins with that of UTF-16.
    if ((isMarked && c === 0 && d === 0) || ['x000', '000x'].includes(zeros))
        return 'UTF-32';
    if (zeros === '00xx' && c === 0xfe && d === 0xff)
        return 'UTF-32';
    return isMarked || zeros === 'x0x0' || zeros === '0x0x' ? 'UTF-16' : undefined;
}
/**
 * An upper bound of the nesting, by brackets and by indicators at the start of lines, before a recursive parser sees it.
 * Brackets in texts count too; a line that starts a top-level key starts again.
 */
function findDepth(text) {
    let brackets = 0;
    let start = 0;
    for (const line of text.split('\n')) {
        if (/^[\w-]/.test(line))
            brackets = 0;
        const indicators = /^[\s?:-]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
        if (indicators > read_text_maxDepth && !/^-+\s*$/.test(line))
            return start;
        for (let index = 0; index < line.length; index++) {
            const character = line[index];
            if (character === '[' || character === '{')
                brackets++;
            else if ((character === ']' || character === '}') && brackets > 0)
                brackets--;
            if (brackets > read_text_maxDepth)
                return start + index;
        }
        start += line.length + 1;
    }
    return undefined;
}
function refuse(refusal, text = '', offset = 0) {
    return { ok: false, refusal, text, offset };
}

;// CONCATENATED MODULE: ./build/js/config/load.js









/** Reads and parses one stack file. @throws StackError CONFIG_UNREADABLE, CONFIG_SYNTAX. */
async function loadStackFile(file, io) {
    if (!(await io.files.exists(file))) {
        throw new js_errors/* StackError */.L({
            code: 'CONFIG_UNREADABLE',
            message: `${file} does not exist`,
            // The first mistake in a job is to forget the checkout.
            hint: io.environment.CI === 'true'
                ? 'Check the repository out before this step, or give the path of the file'
                : 'Write one with: mcp-deploy init',
        });
    }
    if (await isFolder(io, file)) {
        const message = `${file} is a folder`;
        throw new js_errors/* StackError */.L({ code: 'CONFIG_UNREADABLE', message, hint: `Name the file: ${file}/mcp-stack.yaml` });
    }
    const decoded = decodeText(await readBytes(file, io), { yaml: true });
    const source = newSource(file, decoded.text, 'file');
    const unparsed = { source, spans: undefined };
    if (!decoded.ok) {
        const origin = { source, start: decoded.offset, end: decoded.offset };
        const finding = wrong([], decoded.refusal.message, decoded.refusal.hint, { code: 'CONFIG_SYNTAX', origin });
        throw toError(toProblems([finding], unparsed), file);
    }
    const parsed = await parseYaml(source);
    if (parsed.root === undefined)
        throw toError(toProblems(parsed.findings, unparsed), file);
    const { root } = parsed;
    if (root.kind !== 'map') {
        const isEmpty = root.kind === 'scalar' && root.value === null;
        const message = isEmpty
            ? 'the file is empty: it must be a map'
            : 'the file must be a map with the keys deployment, gateway, plugins';
        const finding = wrong([], message, 'Begin with: mcp-deploy init', { code: 'CONFIG_INVALID', origin: root.origin });
        throw toError(toProblems([finding], unparsed), file);
    }
    const declared = declaredNames(root);
    const spans = findSecretSpans(root, new Set([...declared, ...secretEnvNames(root)]));
    const folder = await io.files.realpath((0,posix_.dirname)(file));
    return { file, folder, root, declared, backdrop: { source, spans, root } };
}
async function readBytes(file, io) {
    try {
        return await io.files.readBytes(file);
    }
    catch (cause) {
        throw new js_errors/* StackError */.L({
            code: 'CONFIG_UNREADABLE',
            message: `${(0,posix_.basename)(file)} cannot be read: ${reasonOf(cause)}`,
            hint: `Look at it: ls -l ${file}`,
            cause,
        });
    }
}
/** The system's words for why a file could not be read; the file itself is named elsewhere. */
function reasonOf(cause) {
    return cause instanceof Error ? cause.message.replace(/, (?:open|read)\b.*$/, '') : String(cause);
}
/** One error for all problems; its message is the first one and how many there are. */
function toError(problems, file) {
    const errors = problems.filter((problem) => problem.severity === 'error');
    const [first] = errors;
    const message = errors.length === 1 ? (first?.message ?? '') : `${file} has ${errors.length} problems`;
    return new js_errors/* StackError */.L({
        code: first?.code ?? 'CONFIG_INVALID',
        message,
        hint: first?.hint,
        place: first?.place,
        problems,
    });
}
/** Names in ci_cd.vault_secrets, before anything is checked. */
function declaredNames(root) {
    return namesOf(declarationNodes(root));
}
/** Those of them that say where they are: this program's environment has nothing to say about them. */
function placedNames(root) {
    return namesOf(declarationNodes(root).filter((item) => item.kind === 'map' && childOf(item, 'from') !== undefined));
}
function declarationNodes(root) {
    const list = childOf(childOf(root, 'ci_cd') ?? root, 'vault_secrets');
    return list?.kind === 'list' ? list.items : [];
}
function namesOf(declarations) {
    const names = declarations.map((item) => (item.kind === 'map' ? childOf(item, 'name') : item));
    return new Set(names.flatMap((node) => (node?.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [])));
}
/** Every name in a secret_env list, wherever it is: for masking only. */
function secretEnvNames(node) {
    if (node.kind === 'scalar')
        return [];
    if (node.kind === 'list')
        return node.items.flatMap(secretEnvNames);
    return [...node.entries].flatMap(([key, entry]) => {
        if (key !== 'secret_env' || entry.value.kind !== 'list')
            return secretEnvNames(entry.value);
        return entry.value.items.flatMap((item) => item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : []);
    });
}

// EXTERNAL MODULE: ./build/js/model/builder-image.js
var builder_image = __webpack_require__(12191);
// EXTERNAL MODULE: ./build/js/model/secret-strength.js
var secret_strength = __webpack_require__(14730);
// EXTERNAL MODULE: ./build/js/config/grammar/secret-place.js
var secret_place = __webpack_require__(69765);
// EXTERNAL MODULE: ./build/js/model/stack-secrets.js
var stack_secrets = __webpack_require__(61584);
;// CONCATENATED MODULE: ./build/js/config/rules/secret-providers.js



/** What each provider must be told before it can be asked for names. */
const settings = {
    env_file: { key: 'env_files: [secrets/prod.env]', has: (sources) => sources.env_files.length > 0 },
    file: { key: 'files: {folder: /run/secrets}', has: (sources) => sources.files !== undefined },
    vault: { key: 'vault: {path: secret/data/mcp}', has: (sources) => sources.vault.path !== undefined },
    aws: { key: 'aws: {secret: prod/mcp}', has: (sources) => sources.aws.secret !== undefined },
    kubernetes: { key: 'kubernetes: {secret: mcp-secrets}', has: (sources) => sources.kubernetes.secret !== undefined },
    command: { key: "command: [pass, show, 'prod/{name}']", has: (sources) => sources.command !== undefined },
};
/** Who is asked for a name without `from`: what the file says, or the environment and then every provider that is told where names are. */
function askedInOrder(sources) {
    return (sources.providers ?? stack_secrets/* secretProviderNames */.Y.filter((name) => name === 'environment' || settings[name].has(sources)));
}
/** A provider in the order is asked for names: it has to know where they are. */
function providersHaveSettings({ written, root }) {
    const { secrets } = written.ci_cd;
    return (secrets?.providers ?? []).flatMap((provider, index) => {
        if (secrets === undefined || provider === 'environment')
            return [];
        const { key, has } = settings[provider];
        if (has(secrets) || isRefused(root, provider))
            return [];
        const message = `has ${provider}, which is not told where names are`;
        const hint = `Write ci_cd.secrets.${key}; one place is said with \`from\` and needs no entry here`;
        return [wrong(['ci_cd', 'secrets', 'providers', index], message, hint)];
    });
}
/** It is written and wrong, which is told there. */
function isRefused(root, provider) {
    const key = provider === 'vault' ? 'path' : 'secret';
    const node = findNode(root, ['ci_cd', 'secrets', provider, key]);
    return node?.kind === 'scalar' && node.value !== null;
}

;// CONCATENATED MODULE: ./build/js/config/rules/secrets.js







/** Made once and kept where nobody gives them; all but the last are checked by the gateway at its start. */
const generatedSecrets = {
    JWT_SECRET_KEY: 'gateway',
    AUTH_ENCRYPTION_SECRET: 'gateway',
    PLATFORM_ADMIN_PASSWORD: 'administrator',
    BASIC_AUTH_PASSWORD: undefined,
};
/** A weak signing key is refused before the gateway refuses it; by name only. */
function strongSecrets(stack) {
    const variables = stack.variables.get('gateway');
    return Object.entries(generatedSecrets).flatMap(([name, strength]) => {
        if (strength === undefined)
            return [];
        const variable = variables?.get(name);
        const fromEnvironment = stack.checkEnvironment && Object.hasOwn(stack.environment, name) ? stack.environment[name] : undefined;
        const known = variable?.text.every((piece) => piece.kind === 'literal' || piece.value !== undefined) === true;
        const value = variable === undefined ? fromEnvironment : known ? flatten(variable.text) : undefined;
        if (value === undefined || (variable === undefined && value === ''))
            return [];
        const weakness = (0,secret_strength/* weaknessOf */.v0)(value, strength);
        if (weakness === undefined)
            return [];
        const path = variable?.path ?? ['gateway', 'env_vars', name];
        const hint = 'Make one with: openssl rand -base64 48; or leave it out: it is then generated once and kept';
        const what = `${weakness}: the gateway would refuse it`;
        return [
            wrong(path, what, hint, { code: 'SECRET_WEAK', ...(variable === undefined ? {} : { origin: variable.origin }) }),
        ];
    });
}
function declarationsOf(stack) {
    return stack.written.ci_cd.vault_secrets.map((entry, index) => ({
        ...(typeof entry === 'string' ? { name: entry, to: [] } : { name: entry.name, to: entry.to }),
        ...(typeof entry === 'string' || entry.from === undefined ? {} : { from: (0,secret_place/* parseSecretPlace */.$_)(entry.from) }),
        path: ['ci_cd', 'vault_secrets', index],
    }));
}
/** Tells the secrets that this program's environment need not have: they say where they are, or another provider is asked. */
function keptElsewhere({ asksSecrets, written, }) {
    const { secrets } = written.ci_cd;
    const others = secrets !== undefined && askedInOrder(secrets).some((provider) => provider !== 'environment');
    const placed = new Set(declarationsOf({ written }).flatMap(({ name, from }) => (from === undefined ? [] : [name])));
    return (name) => others || placed.has(name) || (asksSecrets && placed.size > 0);
}
/** vault_secrets: each once, for components that exist, used by something, and there. */
function declaredSecrets(stack) {
    const declarations = declarationsOf(stack);
    const names = new Set(stack.components.map(({ name }) => name));
    const seen = new Set();
    const elsewhere = keptElsewhere(stack);
    const findings = declarations.flatMap(({ name, to, path }) => {
        const problems = [];
        if (seen.has(name)) {
            problems.push(wrong(path, `names ${name} a second time`, 'Remove one of them'));
        }
        seen.add(name);
        for (const component of to.filter((other) => !names.has(other))) {
            problems.push(wrong(path, `gives ${name} to ${component}, which is no component of this stack`, `Known: ${shorten([...names])}`));
        }
        const missing = stack.checkEnvironment && to.length > 0 && (stack.environment[name] ?? '') === '';
        if (missing && !elsewhere(name) && !stack.referred.has(name)) {
            const message = `needs the secret ${name}, which is not set`;
            const hint = (0,builder_image/* hintFor */.JR)(stack.environment, `Pass it to this program in its environment: ${name}`, `-e ${name}`);
            problems.push(wrong(path, message, hint, { code: 'SECRET_MISSING' }));
        }
        return problems;
    });
    const unused = declarations.filter(({ name, to }) => to.length === 0 && !stack.referred.has(name) && !(name in generatedSecrets));
    const [first] = unused;
    if (first === undefined)
        return findings;
    const shown = shorten(unused.map(({ name }) => name));
    const hint = 'Refer to it with ${NAME} in env_vars, write {name: NAME, to: [gateway]}, or remove it';
    return [...findings, warn(first.path, `is used by nothing: ${shown}`, hint)];
}

;// CONCATENATED MODULE: ./build/js/config/missing.js





/**
 * One problem per name that is not set, at its first place, with all its places.
 *
 * @param environment  Says where the program runs.
 */
function explainMissing(missing, environment) {
    const byName = new Map();
    for (const entry of missing) {
        const same = byName.get(entry.name);
        if (same === undefined)
            byName.set(entry.name, [entry]);
        else
            same.push(entry);
    }
    return [...byName].flatMap(([name, entries]) => {
        const [first] = entries;
        if (first === undefined)
            return [];
        const said = entries.find((entry) => entry.message !== undefined && entry.message !== '')?.message;
        const others = [...new Set(entries.slice(1).map((entry) => showPath(entry.path)))].filter((path) => path !== showPath(first.path));
        const also = others.length === 0 ? '' : `; also needed by ${shorten(others)}`;
        const message = `needs ${name}, which is not set${said === undefined ? '' : `: ${said}`}${also}`;
        const set = first.secret
            ? `Pass it to this program in its environment: ${name}`
            : `Set ${name} in the environment, or write \${${name}:-default}`;
        const where = (0,builder_image/* hintFor */.JR)(environment, set, `-e ${name}`);
        const hint = name in generatedSecrets ? `${where}; or remove the line: it is then generated once and kept` : where;
        return [
            wrong(first.path, message, hint, {
                code: first.secret ? 'SECRET_MISSING' : 'VARIABLE_MISSING',
                origin: first.origin,
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./build/js/config/overlay.js



/** Keys that say what file this is; an overlay cannot change them. */
const fixedKeys = new Set(['version', 'required_version', 'environments']);
/** The names of the overlays, in order. */
function environmentNames(root) {
    const environments = childOf(root, 'environments');
    return environments?.kind === 'map' ? [...environments.entries.keys()] : [];
}
/**
 * Lays `environments.<name>` over the rest: maps merge, plugins merge by name (new ones are added, `name: null` in map form
 * removes), other lists replace, null removes a key. Without a name only `environments` is taken away.
 */
function overlayEnvironment(root, name) {
    if (root.kind !== 'map')
        return { root, findings: [] };
    const findings = [];
    const environments = root.entries.get('environments');
    const base = { ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'environments')) };
    if (environments !== undefined && environments.value.kind !== 'map') {
        findings.push(wrong(['environments'], 'must be a map of overlays', undefined, { origin: environments.key }));
    }
    if (name === undefined)
        return { root: base, findings };
    const overlay = childOf(environments?.value ?? base, name);
    if (environments === undefined || overlay === undefined) {
        const known = environmentNames(root);
        const near = (0,closest/* closest */.k)(name, known);
        return {
            root: base,
            findings: [
                ...findings,
                wrong(['environments'], `there is no environment ${JSON.stringify(name)}`, near === undefined ? `Known: ${known.join(', ') || 'none'}` : `Did you mean ${near}?`, { origin: environments?.key ?? base.origin }),
            ],
        };
    }
    if (overlay.kind === 'scalar' && overlay.value === null)
        return { root: base, findings };
    if (overlay.kind !== 'map') {
        return {
            root: base,
            findings: [...findings, wrong(['environments', name], 'must be a map', undefined, { origin: overlay.origin })],
        };
    }
    for (const key of overlay.entries.keys()) {
        if (!fixedKeys.has(key))
            continue;
        const origin = overlay.entries.get(key)?.key ?? overlay.origin;
        findings.push(wrong(['environments', name, key], `${key} cannot be changed by an overlay`, 'Write it at the top', { origin }));
    }
    const usable = { ...overlay, entries: new Map([...overlay.entries].filter(([key]) => !fixedKeys.has(key))) };
    return { root: merge(base, mark(usable, name), []), findings };
}
/** Lays one node over another, as an overlay does. */
function merge(base, over, path) {
    const isPlugins = path.length === 1 && path[0] === 'plugins';
    if (isPlugins && base.kind === 'list' && (over.kind === 'list' || over.kind === 'map'))
        return mergePlugins(base, over);
    if (base.kind !== 'map' || over.kind !== 'map')
        return over;
    const entries = new Map(base.entries);
    for (const [key, entry] of over.entries) {
        const before = entries.get(key);
        if (isRemoval(entry.value))
            entries.delete(key);
        else if (before === undefined)
            entries.set(key, { ...entry, value: withoutRemovals(entry.value) });
        else
            entries.set(key, { ...entry, value: merge(before.value, entry.value, [...path, key]) });
    }
    return { ...base, entries };
}
function mergePlugins(base, over) {
    const items = [...base.items];
    const places = new Map(base.items.map((item, index) => [nameOf(item), index]));
    const changes = over.kind === 'list'
        ? over.items.map((item) => [nameOf(item), item])
        : [...over.entries].map(([name, entry]) => [name, named(name, entry)]);
    for (const [name, item] of changes) {
        const index = name === undefined ? -1 : (places.get(name) ?? -1);
        const before = items[index];
        if (isRemoval(item) && over.kind === 'map') {
            if (index !== -1)
                items[index] = undefined;
        }
        else if (before === undefined)
            items.push(withoutRemovals(item));
        else
            items[index] = merge(before, item, ['plugins', index]);
    }
    return { ...base, items: items.filter((item) => item !== undefined) };
}
/** The map form of an overlay's plugins: the key is the name. */
function named(name, entry) {
    if (entry.value.kind !== 'map' || entry.value.entries.has('name'))
        return entry.value;
    const value = { kind: 'scalar', value: name, raw: name, loose: false, unknown: false, origin: entry.key };
    return {
        ...entry.value,
        entries: new Map([['name', { key: entry.key, value }], ...entry.value.entries]),
    };
}
function nameOf(node) {
    const name = childOf(node, 'name');
    return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined;
}
function isRemoval(node) {
    return node.kind === 'scalar' && node.value === null;
}
function withoutRemovals(node) {
    if (node.kind !== 'map')
        return node;
    const kept = [...node.entries].filter(([, entry]) => !isRemoval(entry.value));
    return {
        ...node,
        entries: new Map(kept.map(([key, entry]) => [key, { ...entry, value: withoutRemovals(entry.value) }])),
    };
}
/** Remembers in every place which overlay it is from. */
function mark(node, environment) {
    const origin = { ...node.origin, environment };
    if (node.kind === 'scalar')
        return { ...node, origin };
    if (node.kind === 'list')
        return { ...node, origin, items: node.items.map((item) => mark(item, environment)) };
    const entries = [...node.entries].map(([key, entry]) => [key, { key: { ...entry.key, environment }, value: mark(entry.value, environment) }]);
    return { ...node, origin, entries: new Map(entries) };
}

;// CONCATENATED MODULE: ./build/js/config/env-file.js



/** A file with more bad lines than these is no env file. */
const maxBadLines = 20;
/**
 * Reads dotenv text as Compose v2 does: `NAME=value`, `NAME: value`, `export NAME=value`; no quotes: up to ` #`, trimmed;
 * 'single': as it stands; "double": \n \r \t \\ \" \$ and line breaks; `${…}` except in single quotes, also of earlier lines;
 * a name alone takes its value from the environment. The last of two equal names wins. A line that is none of this is an error
 * that never shows the line.
 *
 * @param path  Of the env_file key, for the findings.
 */
function parseEnvFile(source, path, variables) {
    const { text } = source;
    const findings = [];
    const missing = [];
    const values = new Map();
    const entries = new Map();
    const bad = (start, what) => {
        const line = lineOf(source, start) + 1;
        findings.push(wrong(path, `line ${line} of ${source.name} ${what}`, 'Write NAME=value, or # for a comment', {
            code: 'ENV_FILE_INVALID',
            origin: { source, start, end: start },
        }));
    };
    let index = 0;
    while (index < text.length && findings.length < maxBadLines) {
        const end = lineEnd(text, index);
        const line = text.slice(index, end);
        const start = index + (/^[ \t\r]*/.exec(line)?.[0].length ?? 0);
        index = end + 1;
        if (start >= end || text[start] === '#')
            continue;
        const head = /^(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:([=:])[ \t]*|\r?$)/.exec(text.slice(start, end));
        const name = head?.[1];
        if (head === null || name === undefined || /[.-]/.test(name)) {
            bad(start, 'is not NAME=value');
            continue;
        }
        const origin = { source, start, end };
        if (head[2] === undefined) {
            if (variables.environment[name] === undefined && variables.required) {
                bad(start, 'is not NAME=value, nor a name that the environment has');
                continue;
            }
            const filled = fillText(`\${${name}}`, origin, path, variables);
            values.set(name, filled.text);
            entries.set(name, { name, text: filled.text, origin });
            continue;
        }
        const raw = readValue(text, start + head[0].length, end);
        if (raw === undefined) {
            bad(start, 'has a quote that is not closed, or text after it');
            continue;
        }
        index = Math.max(index, raw.next);
        // oxlint-disable-next-line no-control-regex -- NUL is what is looked for
        if (/\u0000/.test(raw.value))
            bad(start, 'holds a NUL character');
        const filled = raw.literal
            ? { text: [{ kind: 'literal', text: raw.value, secret: false }], findings: [], missing: [] }
            : fillText(raw.value, { ...origin, end: raw.next }, path, variables, values);
        findings.push(...filled.findings);
        missing.push(...filled.missing);
        values.set(name, filled.text);
        entries.delete(name);
        entries.set(name, { name, text: filled.text, origin });
    }
    return { entries: [...entries.values()], findings, missing };
}
function readValue(text, start, end) {
    const quote = text[start];
    if (quote !== '"' && quote !== "'") {
        // As Compose: a comment begins with space and #, so that A=b#c keeps its #. The character before start may be that space.
        const value = ` ${text.slice(start, end)}`.replace(text[start - 1] === ' ' ? / #.*$/s : /(?!^) #.*$/s, '').trim();
        return { value, literal: false, next: end + 1 };
    }
    let close = start + 1;
    while (close < text.length && text[close] !== quote)
        close += text[close] === '\\' ? 2 : 1;
    if (close >= text.length)
        return undefined;
    const rest = lineEnd(text, close);
    if (!/^[ \t\r]*(#.*)?$/.test(text.slice(close + 1, rest)))
        return undefined;
    const inner = text.slice(start + 1, close);
    if (quote === "'")
        return { value: inner.replaceAll("\\'", "'"), literal: true, next: rest + 1 };
    return { value: unescapeDouble(inner), literal: false, next: rest + 1 };
}
const escapes = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' };
function unescapeDouble(text) {
    return text.replace(/\\(.)/gs, (whole, character) => escapes[character] ?? whole);
}
function lineEnd(text, index) {
    const found = text.indexOf('\n', index);
    return found === -1 ? text.length : found;
}

;// CONCATENATED MODULE: ./build/js/config/read-env.js









/** Reads the env files and lays env_vars over them. One file that many components name is read once. */
async function readEnvironments(components, root, folder, environment, io) {
    const findings = [];
    const missing = [];
    const variables = new Map();
    const referred = new Set();
    const files = new Map();
    for (const component of components) {
        const merged = new Map();
        const { env_file: file } = component.config;
        if (file !== undefined) {
            const path = [...component.path, 'env_file'];
            const reading = files.get(file) ?? readEnvFile(file, path, folder, environment, io);
            files.set(file, reading);
            const read = await reading;
            findings.push(...read.findings);
            missing.push(...read.missing);
            for (const entry of read.entries)
                merged.set(entry.name, { ...entry, path: [...component.path, 'env_vars', entry.name] });
        }
        for (const variable of envVars(component, root))
            merged.set(variable.name, variable);
        for (const { text } of merged.values()) {
            for (const piece of text)
                if (piece.kind === 'variable')
                    referred.add(piece.name);
        }
        if (component.plugin === undefined)
            findings.push(...adaptGateway(merged));
        variables.set(component.name, merged);
    }
    return { variables, referred, findings, missing };
}
async function readEnvFile(file, path, folder, environment, io) {
    const refuse = (message, hint) => ({
        entries: [],
        missing: [],
        findings: [wrong(path, message, hint)],
    });
    const found = await findInside(io, folder, file, 'the folder of the stack file');
    if (!found.ok)
        return refuse(found.refusal.message, found.refusal.hint);
    if (found.kind === 'folder')
        return refuse(`names ${file}, which is a directory`, 'Name a file');
    let bytes;
    try {
        bytes = await io.files.readBytes(found.path);
    }
    catch (cause) {
        return refuse(`names ${file}, which cannot be read: ${reasonOf(cause)}`);
    }
    const decoded = decodeText(bytes, { yaml: false });
    const source = newSource((0,posix_.relative)(folder, found.path), decoded.text, 'file');
    if (!decoded.ok) {
        const origin = { source, start: decoded.offset, end: decoded.offset };
        const finding = wrong(path, `names ${file}: ${decoded.refusal.message}`, decoded.refusal.hint, {
            code: 'ENV_FILE_INVALID',
            origin,
        });
        return { entries: [], missing: [], findings: [finding] };
    }
    return parseEnvFile(source, path, environment);
}
/** env_vars with their texts: what the shape check refused is not among them. */
function envVars(component, root) {
    const map = findNode(root, [...component.path, 'env_vars']);
    if (map?.kind !== 'map')
        return [];
    return Object.keys(component.config.env_vars).flatMap((name) => {
        const node = childOf(map, name);
        if (node?.kind !== 'scalar' || node.value === null)
            return [];
        const text = node.text ?? literal(typeof node.value === 'string' ? node.value : node.raw);
        return [{ name, text, path: [...component.path, 'env_vars', name], origin: node.origin }];
    });
}
/** What the gateway needs and users do not write: the psycopg driver, and a cache type beside a Redis. Both are said. */
function adaptGateway(variables) {
    const findings = [];
    const database = variables.get('DATABASE_URL');
    const [first, ...rest] = database?.text ?? [];
    const start = first === undefined ? undefined : first.kind === 'literal' ? first.text : (first.value ?? '');
    if (database !== undefined && first !== undefined && start !== undefined && /^postgres(?:ql)?:\/\//.test(start)) {
        const text = start.replace(/^postgres(?:ql)?:\/\//, 'postgresql+psycopg://');
        const secret = first.kind === 'literal' ? first.secret : true;
        variables.set('DATABASE_URL', { ...database, text: [{ kind: 'literal', text, secret }, ...rest] });
        findings.push({
            ...note(database.path, 'becomes postgresql+psycopg://…: the driver that the gateway has'),
            origin: database.origin,
        });
    }
    const redis = variables.get('REDIS_URL');
    if (redis !== undefined && flatten(redis.text) !== '' && !variables.has('CACHE_TYPE')) {
        variables.set('CACHE_TYPE', { ...redis, name: 'CACHE_TYPE', text: literal('redis') });
        findings.push({
            ...note(redis.path, 'sets CACHE_TYPE=redis too: without it the gateway never uses Redis'),
            origin: redis.origin,
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/js/config/read-manifests.js




/** A release keeps them, and ten releases share one object of 1 MiB. */
const maxTotal = 256 * 1024;
/** Reads extra_manifests as they are: nothing in them is filled in. */
async function readManifests(files, folder, io) {
    const manifests = [];
    const findings = [];
    for (const [index, file] of files.entries()) {
        const read = await readManifest(file, folder, io);
        if ('message' in read)
            findings.push(wrong(['extra_manifests', index], read.message, read.hint));
        else if (files.indexOf(file) < index)
            findings.push(wrong(['extra_manifests', index], `is ${file} a second time`));
        else
            manifests.push(read);
    }
    const total = manifests.reduce((sum, { text }) => sum + text.length, 0);
    if (total > maxTotal) {
        const message = `has ${total} characters in all, ${maxTotal} at most: a release keeps them`;
        findings.push(wrong(['extra_manifests'], message, 'Apply them apart from the stack'));
    }
    return { manifests, findings };
}
async function readManifest(file, folder, io) {
    const found = await findInside(io, folder, file, 'the folder of the stack file');
    if (!found.ok)
        return found.refusal;
    if (found.kind === 'folder')
        return { message: `names ${file}, which is a directory`, hint: 'Name its files' };
    try {
        const decoded = decodeText(await io.files.readBytes(found.path), { yaml: true });
        if (decoded.ok)
            return { file, text: decoded.text };
        const { message, hint } = decoded.refusal;
        return { message: `names ${file}: ${message}`, ...(hint === undefined ? {} : { hint }) };
    }
    catch (cause) {
        return { message: `names ${file}, which cannot be read: ${reasonOf(cause)}` };
    }
}

// EXTERNAL MODULE: ./build/js/model/cert-manager.js
var cert_manager = __webpack_require__(36118);
;// CONCATENATED MODULE: ./build/js/config/rules/cert-manager.js



/** Who signs: the incumbent's switch says the same as the authority of that name. */
function authorityOf({ authority, use_cert_manager: switched }) {
    return switched ? 'cert-manager' : authority;
}
/** cert-manager is in a cluster, keeps what it makes, and is told an issuer that there is. */
function certManager(stack) {
    const { certificates } = stack.written;
    if (authorityOf(certificates) !== 'cert-manager')
        return [];
    const key = certificates.use_cert_manager ? 'use_cert_manager' : 'authority';
    const findings = [];
    if (stack.target === 'compose') {
        findings.push(wrong(['certificates', key], 'asks for cert-manager, which runs in a Kubernetes cluster: there is none on Compose', 'Use authority: local or env here; an overlay under environments: may choose another one for a cluster', { code: 'NOT_SUPPORTED' }));
    }
    // The default is no second signer, but one that is written is.
    const isWritten = findNode(stack.root, ['certificates', 'authority']) !== undefined;
    if (certificates.use_cert_manager && isWritten && certificates.authority !== 'cert-manager') {
        findings.push(wrong(['certificates', key], `is true beside authority: ${certificates.authority}: only one can sign`, 'Remove one of them'));
    }
    if (!certificates.auto_generate) {
        findings.push(wrong(['certificates', 'auto_generate'], 'is false, but cert-manager issues and keeps the certificates: no files are read', 'Remove the key, or use authority: local with your files'));
    }
    const { cert_manager_group: group, cert_manager_kind: kind } = certificates;
    if (group === cert_manager/* certManagerGroup */.N8 && kind !== 'Issuer' && kind !== 'ClusterIssuer') {
        findings.push(wrong(['certificates', 'cert_manager_kind'], `is ${kind}, which ${cert_manager/* certManagerGroup */.N8} does not have`, 'Issuer or ClusterIssuer; for an external issuer set cert_manager_group too'));
    }
    return findings;
}

// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
// EXTERNAL MODULE: ./build/js/config/grammar/names.js
var names = __webpack_require__(71703);
;// CONCATENATED MODULE: ./build/js/config/rules/cluster.js






/** `-r1` behind `mcp-plugin-<name>`: 63 characters in all. */
const maxParallelName = 49;
/** Two revisions of a plugin side by side need names for both, and a cluster. */
function rollingParallel(stack) {
    if (stack.written.ci_cd.deploy.rolling !== 'parallel')
        return [];
    if (stack.target === 'compose') {
        const message = 'is parallel, and on Compose a component runs once';
        return [wrong(['ci_cd', 'deploy', 'rolling'], message, 'Use in_place', { code: 'NOT_SUPPORTED' })];
    }
    const plugins = stack.components.filter(({ plugin }) => plugin !== undefined);
    const tooLong = plugins
        .filter(({ name }) => (0,names/* dnsName */.Tu)(name).length > maxParallelName)
        .map(({ name, path }) => wrong([...path, 'name'], `has ${name.length} characters, ${maxParallelName} at most with rolling: parallel, whose services are named mcp-plugin-<name>-r1`, 'Shorten it, or use rolling: in_place'));
    return [...tooLong, ...namedAsSlots(plugins)];
}
/** Plugins whose one Service would be that of another plugin's revision. */
function namedAsSlots(plugins) {
    const owners = new Map(plugins.flatMap(({ name }) => kubernetes/* slots */.Q0.map((slot) => [`${(0,names/* dnsName */.Tu)(name)}-${slot}`, name])));
    return plugins.flatMap(({ name, path }) => {
        const owner = owners.get((0,names/* dnsName */.Tu)(name));
        if (owner === undefined)
            return [];
        const what = `is ${name}, and with rolling: parallel ${owner} has a service mcp-plugin-${(0,names/* dnsName */.Tu)(name)} too`;
        return [wrong([...path, 'name'], what, 'Choose another name, or use rolling: in_place')];
    });
}
/** Where the stack lands. */
function clusterPlace(stack) {
    const { deployment } = stack.written;
    const findings = [];
    if (stack.target === 'kubernetes' && deployment.namespace === 'default') {
        findings.push(note(['deployment', 'namespace'], 'is default, which everybody shares', 'Give the stack its own'));
    }
    const seen = new Set();
    for (const [index, { registry }] of deployment.pull_credentials.entries()) {
        const path = ['deployment', 'pull_credentials', index];
        if (seen.has(registry))
            findings.push(wrong([...path, 'registry'], `is ${registry} a second time`));
        seen.add(registry);
        const node = findNode(stack.root, [...path, 'password']);
        const isLiteral = node?.kind === 'scalar' && !(node.text ?? []).some((piece) => piece.kind === 'variable');
        if (isLiteral) {
            findings.push(warn([...path, 'password'], 'is written in the file', 'Write ${NAME} and give it in the environment'));
        }
    }
    return findings;
}
/** expose: in one place, with what its kind of object needs. */
function exposed(stack) {
    const { expose: top, gateway, deployment } = stack.written;
    const expose = top ?? gateway.expose;
    const path = top === undefined ? ['gateway', 'expose'] : ['expose'];
    if (expose === undefined)
        return [];
    const findings = [];
    if (top !== undefined && gateway.expose !== undefined) {
        findings.push(wrong(['gateway', 'expose'], 'is written at the top too', 'Keep one of them', { atKey: true }));
    }
    if (expose.host === undefined && expose.via !== 'route') {
        findings.push(wrong([...path, 'host'], 'is required', 'For example mcp.example.com', { atKey: true }));
    }
    if (expose.via === 'httproute' && expose.parent === undefined) {
        const hint = 'Name the Gateway: parent: {name: …, namespace: …}';
        findings.push(wrong([...path, 'parent'], 'is required with via: httproute', hint, { atKey: true }));
    }
    const owners = { class: 'ingress', tls_secret: 'ingress', parent: 'httproute', tls_termination: 'route' };
    for (const [key, via] of Object.entries(owners)) {
        if (via === expose.via || findNode(stack.root, [...path, key]) === undefined)
            continue;
        findings.push(warn([...path, key], `does nothing with via: ${expose.via}`, `It belongs to via: ${via}`));
    }
    if (deployment.openshift?.create_routes === true && stack.target === 'kubernetes') {
        findings.push(warn(['deployment', 'openshift', 'create_routes'], 'does nothing beside expose', 'Keep one of them'));
    }
    return findings;
}
/** The gateway serves plain HTTP: who ends TLS at the router alone can speak with it. */
function routeTermination(stack) {
    const { expose: top, gateway, deployment } = stack.written;
    const expose = top ?? gateway.expose;
    if (stack.target !== 'kubernetes')
        return [];
    if (expose === undefined) {
        const { create_routes: made, tls_termination: how = 'edge' } = deployment.openshift ?? {};
        return made === true ? plainBehind(['deployment', 'openshift', 'tls_termination'], how) : [];
    }
    const path = top === undefined ? ['gateway', 'expose'] : ['expose'];
    if (expose.via !== 'route')
        return [];
    const { path: prefix, tls_termination: how } = expose;
    if (how === 'passthrough' && prefix !== '/') {
        const message = 'does not go with tls_termination: passthrough: the router sees no path';
        return [wrong([...path, 'path'], message, 'Leave it out, or use tls_termination: edge')];
    }
    return plainBehind([...path, 'tls_termination'], how);
}
function plainBehind(path, termination) {
    if (termination === 'edge')
        return [];
    const what = `is ${termination}, which needs TLS at the gateway, and that serves plain HTTP`;
    return [warn(path, what, 'Use edge, unless a patch or an image of your own gives the gateway a certificate')];
}
/** Peers and rules of policies that are off. */
function policiesInUse(stack) {
    if (stack.written.network_policy.enabled || stack.target !== 'kubernetes')
        return [];
    return ['gateway_from', 'metrics_from', 'egress']
        .filter((key) => findNode(stack.root, ['network_policy', key]) !== undefined)
        .map((key) => warn(['network_policy', key], 'does nothing without enabled: true', 'Add enabled: true'));
}
/** A patch is one of two kinds, of something that is there, and each of its steps is complete. */
function completePatches(stack) {
    const { infrastructure } = stack.written;
    const stores = ['postgres', 'redis'].filter((name) => infrastructure[name]?.enabled === true);
    const known = [...stack.components.map(({ name }) => name), ...stores];
    return stack.written.patches.flatMap((patch, index) => {
        const path = ['patches', index];
        const { component, kind } = patch.target;
        const findings = [];
        if (kind === 'Namespace') {
            const { namespace } = stack.written.deployment;
            const hint = `Label it by hand: kubectl label namespace ${namespace ?? 'NAME'} KEY=VALUE`;
            findings.push(wrong([...path, 'target', 'kind'], 'is Namespace, which is made once and never changed', hint));
        }
        if (component !== undefined && !known.includes(component)) {
            const near = (0,closest/* closest */.k)(component, known);
            const hint = near === undefined ? `Known: ${shorten(known)}` : `Did you mean ${near}?`;
            findings.push(wrong([...path, 'target', 'component'], `is ${component}, which is none of this stack`, hint));
        }
        if (patch.merge !== undefined && patch.json6902 !== undefined) {
            findings.push(wrong([...path, 'json6902'], 'excludes merge: a patch is one of the two', 'Write two patches'));
        }
        if (patch.merge === undefined && patch.json6902 === undefined) {
            findings.push(wrong(path, 'needs merge or json6902', undefined, { atKey: true }));
        }
        return [...findings, ...checkSteps(patch, path, stack)];
    });
}
function checkSteps(patch, path, stack) {
    return (patch.json6902 ?? []).flatMap(({ op }, index) => {
        const needs = { add: 'value', replace: 'value', test: 'value', move: 'from', copy: 'from', remove: undefined }[op];
        const at = [...path, 'json6902', index];
        if (needs === undefined || findNode(stack.root, [...at, needs]) !== undefined)
            return [];
        return [wrong([...at, needs], `is required with op: ${op}`, undefined, { atKey: true })];
    });
}

;// CONCATENATED MODULE: ./build/js/config/rules/environment.js




/** Characters a URL's user info may hold as they are (RFC 3986, 3.2.1), and `:`. */
const userInfo = /^[A-Za-z0-9\-._~!$&'()*+,;=:%]*$/;
/** A reserved character in a URL's password makes another URL of it. */
function encodedUserInfo(stack) {
    return eachVariable(stack, (variable) => {
        const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(flatten(variable.text))?.[0];
        if (scheme === undefined)
            return [];
        const rest = flatten(variable.text).slice(scheme.length);
        const authority = rest.split(/[/?#]/)[0] ?? '';
        const user = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
        // `user:pa/ss@host`: the authority ends too early, and what should be a port is none.
        const cut = !authority.includes('@') && /:[^,\]]*[^\d,\]]/.test(authority.replace(/^\[[^\]]*\]/, '')) && rest.includes('@');
        const badPercent = /%(?![0-9a-f]{2})/i.test(user);
        if (!cut && !badPercent && userInfo.test(user))
            return [];
        const reference = variable.text.find((piece) => piece.kind === 'variable' && piece.encoding === 'none');
        const hint = reference?.kind === 'variable'
            ? `Write \${${reference.name}:urlencode}`
            : 'Write %40 for @, %2F for /, %3A for :, %23 for #, %3F for ?, %25 for %';
        const message = 'is a URL whose user or password holds a reserved character that is not percent-encoded';
        return [wrong(variable.path, message, hint, { origin: variable.origin })];
    });
}
/** A URL whose host is a bare name that nothing here has: a service that was thought to come along. */
function knownHosts(stack) {
    const { infrastructure, deployment } = stack.written;
    if (deployment.networks.length > 0)
        return [];
    const known = new Set(['mcpgateway', 'localhost']);
    for (const { name, plugin } of stack.components) {
        if (plugin === undefined)
            continue;
        known.add((0,names/* dnsName */.Tu)(name));
        known.add(`${names/* pluginPrefix */.yl}${(0,names/* dnsName */.Tu)(name)}`);
    }
    for (const name of ['postgres', 'redis'])
        if (infrastructure[name]?.enabled === true)
            known.add(name);
    return eachVariable(stack, (variable) => {
        const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]+)/i.exec(flatten(variable.text))?.[1];
        const host = authority
            ?.slice(authority.lastIndexOf('@') + 1)
            .replace(/:\d+$/, '')
            .toLowerCase();
        if (host === undefined || !/^[a-z][a-z0-9_-]*$/.test(host) || known.has(host))
            return [];
        const isOurs = host === 'postgres' || host === 'redis';
        const hint = isOurs
            ? `Switch it on: infrastructure.${host}.enabled: true`
            : stack.target === 'compose'
                ? 'Name the network it is on in deployment.networks, or give the full host name'
                : `Give the full host name, or run it in the namespace ${deployment.namespace ?? 'mcp-gateway'}`;
        return [
            warn(variable.path, `names the host ${host}, which this stack does not have`, hint, { origin: variable.origin }),
        ];
    });
}
/** SQLite lives in one container. What an existing Secret or a provider brings is not seen here; planRules refuses to deploy it. */
function sharedDatabase(stack) {
    const { gateway, infrastructure } = stack.written;
    const isOne = gateway.replicas < 2 && !gateway.autoscaling;
    if (isOne || infrastructure.postgres?.enabled === true)
        return [];
    const url = stack.variables.get('gateway')?.get('DATABASE_URL');
    if (url !== undefined && !flatten(url.text).startsWith('sqlite'))
        return [];
    const isGiven = declarationsOf(stack).some(({ name, to }) => name === 'DATABASE_URL' && to.includes('gateway'));
    if (url === undefined && (isGiven || gateway.existing_secret !== undefined))
        return [];
    const path = ['gateway', gateway.replicas < 2 ? 'autoscaling' : 'replicas'];
    const what = `is ${gateway.replicas < 2 ? 'true' : gateway.replicas}, and every gateway would have its own SQLite database`;
    const hint = 'Set infrastructure.postgres.enabled: true, or DATABASE_URL of a PostgreSQL in gateway.env_vars';
    return [warn(path, what, hint)];
}
/** A cache that is reachable but switched off. */
function cacheInUse(stack) {
    const variables = stack.variables.get('gateway');
    const type = variables?.get('CACHE_TYPE');
    if (variables?.has('REDIS_URL') !== true || type === undefined || flatten(type.text) === 'redis')
        return [];
    return [
        warn(type.path, 'is not redis, so REDIS_URL is never used', 'Set it to redis, or remove REDIS_URL', {
            origin: type.origin,
        }),
    ];
}
/** Every name in plain_env and secret_env is a variable of the component. */
function namedVariablesExist(stack) {
    return stack.components.flatMap(({ name, path, config }) => ['secret_env', 'plain_env'].flatMap((key) => config[key].flatMap((variable, index) => {
        if (stack.variables.get(name)?.has(variable) === true)
            return [];
        return [warn([...path, key, index], `names ${variable}, which this component does not set`)];
    })));
}
/** No value that the kernel would cut. */
function noNulCharacters(stack) {
    return eachVariable(stack, (variable) => flatten(variable.text).includes('\0')
        ? [
            wrong(variable.path, 'holds a NUL character, which no environment can', undefined, {
                origin: variable.origin,
            }),
        ]
        : []);
}
function eachVariable(stack, check) {
    return [...stack.variables.values()].flatMap((variables) => [...variables.values()].flatMap(check));
}

// EXTERNAL MODULE: ./build/js/config/schema/keys.js
var keys = __webpack_require__(51321);
;// CONCATENATED MODULE: ./build/js/config/rules/ignored-keys.js





/** Keys whose description says that Compose has no use for them: once per key, however many components have it. */
function ignoredKeys(stack) {
    if (stack.target !== 'compose')
        return [];
    const byKey = new Map();
    for (const path of writtenPaths(schema_stack/* stackShape */.a, stack.root, [])) {
        const owner = stack.components.find((component) => component.path.every((step, index) => step === path[index]));
        const key = [owner === undefined ? '' : 'component', ...path.slice(owner?.path.length ?? 0)].join('.');
        const found = byKey.get(key) ?? { path, owners: [] };
        byKey.set(key, found);
        if (owner !== undefined)
            found.owners.push(owner.name);
    }
    return [...byKey.values()].map(({ path, owners }) => warn(path, `does nothing on Compose${owners.length > 1 ? `: ${shorten(owners)}` : ''}`));
}
function writtenPaths(schema, node, path) {
    if (node.kind === 'list') {
        const element = elementOf(schema);
        return element === undefined
            ? []
            : node.items.flatMap((item, index) => writtenPaths(element, item, [...path, index]));
    }
    if (node.kind === 'scalar')
        return [];
    const shape = shapeOf(schema) ?? {};
    return [...node.entries].flatMap(([name, { value }]) => {
        const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
        if (field === undefined || (value.kind === 'scalar' && value.value === null))
            return [];
        return keys/* keyFacts */.zS.get(field)?.compose === keys/* ignored */.PP ? [[...path, name]] : writtenPaths(field, value, [...path, name]);
    });
}

;// CONCATENATED MODULE: ./build/js/config/rules/mtls.js



/** Public authorities stop at 398 days, and so do some clients. */
const usualDays = 398;
/** A plugin that wants client certificates needs a gateway that has one. */
function gatewayHasCertificate(stack) {
    if (stack.components.some(({ plugin, mtls }) => plugin === undefined && mtls))
        return [];
    return stack.components.flatMap(({ plugin, mtls, path }) => plugin !== undefined && mtls
        ? [
            wrong([...path, 'mtls_enabled'], 'is true, but gateway.mtls_enabled is false: the gateway has no certificate to show', 'Switch both on or both off'),
        ]
        : []);
}
/** A gateway that checks nothing does not know whom it talks to. */
function gatewayVerifies(stack) {
    const { gateway } = stack.written;
    return ['mtls_verify', 'mtls_check_hostname'].flatMap((key) => gateway[key] || !stack.components.some(({ plugin, mtls }) => plugin !== undefined && mtls)
        ? []
        : [
            warn(['gateway', key], 'is false: another server could answer in the place of a plugin', 'Our certificates carry every name that is dialled: true works'),
        ]);
}
/** Folders of keys: none is the root, none lies in another, for one of them is mounted. */
function certificateFolders(stack) {
    const keys = ['ca_path', 'gateway_path', 'plugins_path'];
    const folders = keys.map((key) => ({ key, folder: absolute(stack.written.certificates[key]) }));
    const findings = [];
    for (const { key, folder } of folders) {
        if (folder === '/' || /^\/(etc|usr|bin|sbin|lib|boot|dev|proc|sys|var|root|home)$/.test(folder)) {
            findings.push(wrong(['certificates', key], 'is a folder of the system', 'Give it a folder of its own'));
        }
        else if (stack.written.certificates[key] === '.' || folder === base) {
            findings.push(wrong(['certificates', key], 'is the folder of this file', 'Give it a folder of its own'));
        }
    }
    if (findings.length > 0)
        return findings;
    for (const [index, one] of folders.entries()) {
        for (const other of folders.slice(index + 1)) {
            const nested = isInside(one.folder, other.folder)
                ? [other, one]
                : isInside(other.folder, one.folder)
                    ? [one, other]
                    : undefined;
            if (nested === undefined)
                continue;
            const [inner = one, outer = other] = nested;
            const what = inner.folder === outer.folder ? `is the same folder as ${outer.key}` : `lies inside ${outer.key}`;
            findings.push(wrong(['certificates', inner.key], `${what}: keys would be mounted where they do not belong`, 'Give each a folder of its own, beside the others'));
        }
    }
    return findings;
}
/** Stands for the folder of the config, which the rules do not know. */
const base = '/config';
function absolute(path) {
    return (0,posix_.normalize)(path.startsWith('/') ? `${path}/` : `${base}/${path}/`).replace(/(.)\/$/, '$1');
}
/** Lives that make sense. */
function certificatePolicy(stack) {
    const { certificates } = stack.written;
    const findings = [];
    if (certificates.validity_days > usualDays) {
        findings.push(warn(['certificates', 'validity_days'], `is more than ${usualDays} days, which some clients refuse`, 'Deploys renew by themselves: 90 is enough'));
    }
    if (certificates.renew_before_days !== undefined && certificates.renew_before_days >= certificates.validity_days) {
        findings.push(wrong(['certificates', 'renew_before_days'], `must be less than validity_days (${certificates.validity_days})`));
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/js/config/rules/names.js




/** No two plugins with one name once they are DNS labels: services, certificates and folders are named after it. */
function distinctNames(stack) {
    const taken = new Map();
    const findings = [];
    for (const component of stack.components.filter(({ plugin }) => plugin !== undefined)) {
        const name = (0,names/* dnsName */.Tu)(component.name);
        const before = taken.get(name) ?? taken.get(`${names/* pluginPrefix */.yl}${name}`);
        if (before === undefined) {
            taken.set(name, component);
            taken.set(`${names/* pluginPrefix */.yl}${name}`, component);
            continue;
        }
        const place = locate(stack.root, [...before.path, 'name']);
        const line = lineOf(place.source, place.start) + 1;
        findings.push(wrong([...component.path, 'name'], before.name === component.name
            ? `is ${component.name} a second time: it is a duplicate of line ${line}`
            : `is ${component.name}, and ${before.name} (line ${line}) has the same DNS name ${name}`, 'Choose another name for one of them'));
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/js/config/rules/open-secrets.js




/** Where secrets may stand, and addresses, which have rules of their own. */
const ownRules = new Set([...addressKeys, 'env_vars', 'password', 'vault_secrets']);
/** A secret in a key that plans and manifests show: told by its form, and in build_args by its name too. */
function openSecrets(stack) {
    const findings = [];
    const visit = (node, path) => {
        if (node.kind === 'list')
            for (const [index, item] of node.items.entries())
                visit(item, [...path, index]);
        else if (node.kind === 'map') {
            for (const [key, entry] of node.entries)
                if (!ownRules.has(key))
                    visit(entry.value, [...path, key]);
        }
        else if (typeof node.value === 'string' && !node.unknown) {
            const isNamed = path.at(-2) === 'build_args' && node.value !== '' && (0,secret_names/* isSecretName */.e)(String(path.at(-1)), node.value);
            if (!isNamed && !(0,secret_texts/* isSecretText */.KZ)(node.value))
                return;
            const message = 'holds what looks like a secret, and this key is shown in plans and manifests';
            findings.push(warn(path, message, 'Secrets go into env_vars: ${NAME}', { origin: node.origin }));
        }
    };
    visit(stack.root, []);
    return findings;
}

;// CONCATENATED MODULE: ./build/js/config/rules/pods.js




const sources = ['config_map', 'secret', 'claim', 'empty_dir', 'source'];
/** Where the stack mounts what is its own: certificates, plugins.yaml, the shim (plan/contract/paths.ts). */
const ownPaths = new Set(['/app/certs/mcp', '/app/config', '/opt/mcp-stack/shim']);
/** Every volume has one source, a name of its own and a place of its own. */
function extraVolumes(stack) {
    return stack.components.flatMap(({ path, config }) => {
        const names = new Set();
        const places = new Set();
        return config.volumes.flatMap((volume, index) => {
            const at = [...path, 'volumes', index];
            const place = (0,posix_.normalize)(`${volume.mount_path}/`);
            const isOurs = [...ownPaths].some((own) => `${own}/`.startsWith(place) || place.startsWith(`${own}/`));
            const found = [
                ...pods_checkSource(volume, at),
                ...(names.has(volume.name) ? [wrong([...at, 'name'], `is ${volume.name} a second time`)] : []),
                ...(places.has(place) ? [wrong([...at, 'mount_path'], `is ${volume.mount_path} a second time`)] : []),
                ...(isOurs ? [wrong([...at, 'mount_path'], 'hides what this program mounts', 'Choose another folder')] : []),
            ];
            names.add(volume.name);
            places.add(place);
            return found;
        });
    });
}
function pods_checkSource(volume, path) {
    const given = sources.filter((source) => volume[source] !== undefined);
    const [first, second] = given;
    if (first === undefined)
        return [wrong(path, `needs one of ${sources.join(', ')}`, undefined, { atKey: true })];
    if (second !== undefined)
        return [wrong([...path, second], `excludes ${first}: a volume has one source`)];
    const kinds = Object.keys(volume.source ?? {});
    if (volume.source === undefined)
        return [];
    if (kinds.length !== 1)
        return [wrong([...path, 'source'], 'must hold exactly one kind of source')];
    return kinds[0] === 'hostPath'
        ? [warn([...path, 'source'], 'is a folder of the node, which restricted namespaces refuse')]
        : [];
}
/** What makes no sense on this kind of cluster, or together. */
function podKeys(stack) {
    if (stack.target !== 'kubernetes')
        return [];
    const { deployment, infrastructure } = stack.written;
    const places = [
        ...stack.components.map(({ path, config }) => [path, config]),
        [['infrastructure', 'postgres'], infrastructure.postgres],
        [['infrastructure', 'redis'], infrastructure.redis],
    ];
    const users = places.flatMap(([path, config]) => deployment.openshift === undefined || config?.run_as_user === undefined
        ? []
        : [warn([...path, 'run_as_user'], 'does nothing on OpenShift: the namespace chooses the user')]);
    const scaled = stack.components.flatMap(({ path, config }) => config.autoscaling && findNode(stack.root, [...path, 'replicas']) !== undefined
        ? [warn([...path, 'replicas'], 'does nothing beside autoscaling: true', 'Keep one of them')]
        : []);
    return [...users, ...scaled, ...openPlugins(stack)];
}
/** Only the gateway calls a plugin. */
function openPlugins(stack) {
    const open = stack.components.filter(({ plugin, config }) => plugin !== undefined && config.service_type !== 'ClusterIP');
    const [first] = open;
    if (first === undefined)
        return [];
    const message = `makes a plugin reachable from outside the cluster, and only the gateway calls it: ${shorten(open.map(({ name }) => name))}`;
    return [warn([...first.path, 'service_type'], message, 'Use ClusterIP')];
}

// EXTERNAL MODULE: ./build/js/config/grammar/host-port.js
var host_port = __webpack_require__(61201);
;// CONCATENATED MODULE: ./build/js/config/rules/ports.js


const healthOffset = 1000;
/** With mTLS a plugin's health is on port + 1000 (CONTRACT §2). */
function healthPorts(stack) {
    return stack.components.flatMap(({ plugin, mtls, path }) => {
        if (plugin === undefined || !mtls)
            return [];
        if (plugin.port + healthOffset > 65535) {
            return [
                wrong([...path, 'port'], `must be at most ${65535 - healthOffset}: with mTLS the plugin's health is on port + ${healthOffset}`),
            ];
        }
        if (plugin.service_port === plugin.port + healthOffset) {
            return [
                wrong([...path, 'service_port'], `is port + ${healthOffset}, where the plugin's health is`, 'Choose another'),
            ];
        }
        return [];
    });
}
/** One port of the host for one component; on Kubernetes none. */
function hostPorts(stack) {
    const findings = [];
    const taken = new Map();
    for (const { name, config, plugin, path } of stack.components) {
        const keys = ['host_port', 'expose_port'].filter((key) => key === 'host_port' ? config.host_port !== undefined : plugin?.expose_port === true);
        if (stack.target === 'kubernetes') {
            findings.push(...keys.map((key) => warn([...path, key], 'does nothing on Kubernetes', 'service_type publishes there')));
            continue;
        }
        if (plugin !== undefined && config.host_port !== undefined && !plugin.expose_port) {
            findings.push(warn([...path, 'host_port'], 'does nothing without expose_port: true', 'Add expose_port: true, or remove host_port'));
            continue;
        }
        const value = config.host_port ?? (plugin === undefined ? config.port : undefined);
        const port = value === undefined ? undefined : (0,host_port/* parseHostPort */.D)(value)?.port;
        if (port === undefined)
            continue;
        const other = taken.get(port);
        const key = config.host_port === undefined ? [...path, 'port'] : [...path, 'host_port'];
        if (other !== undefined)
            findings.push(wrong(key, `is ${port}, which ${other} has on the host already`, 'Choose another host_port'));
        taken.set(port, name);
    }
    return findings;
}

// EXTERNAL MODULE: ./build/js/config/grammar/quantity.js
var quantity = __webpack_require__(97310);
;// CONCATENATED MODULE: ./build/js/config/rules/resources.js


/** A request is not more than its limit, whatever units they are written in. */
function requestsWithinLimits(stack) {
    const { postgres, redis } = stack.written.infrastructure;
    const places = [
        ...stack.components.map(({ path, config }) => [path, config]),
        [['infrastructure', 'postgres'], postgres],
        [['infrastructure', 'redis'], redis],
    ];
    return places.flatMap(([path, limits]) => limits === undefined
        ? []
        : [...compare(path, limits, 'memory', quantity/* parseMemory */.Pw), ...compare(path, limits, 'cpu', quantity/* parseCpu */.Oh)]);
}
function compare(path, limits, kind, parse) {
    const request = limits[`${kind}_request`];
    const limit = limits[`${kind}_limit`];
    if (request === undefined || limit === undefined)
        return [];
    const [least, most] = [parse(String(request)), parse(String(limit))];
    if (least === undefined || most === undefined || least <= most)
        return [];
    return [
        wrong([...path, `${kind}_request`], `is ${request}, more than ${kind}_limit ${limit}`, 'Raise the limit or lower the request'),
    ];
}

// EXTERNAL MODULE: ./build/js/config/grammar/git-ref.js
var git_ref = __webpack_require__(75839);
// EXTERNAL MODULE: ./build/js/config/grammar/image-reference.js
var image_reference = __webpack_require__(36942);
;// CONCATENATED MODULE: ./build/js/config/grammar/repository.js
const allowHint = 'Use https:// or ssh; or, if you trust the way to it, list it in ci_cd.build.insecure_repos';
/**
 * Refuses repositories that git must not be given: options, unknown or unprotected transports, credentials in the URL, and
 * this machine's own addresses in every spelling.
 *
 * @param insecure  ci_cd.build.insecure_repos: whole addresses, or their beginning up to a `/`; lifts transport and loopback rules only.
 */
function checkRepository(text, insecure) {
    const message = 'is not a repository: write https://host/path.git or git@host:path.git';
    if (text === '')
        return { message: 'must not be empty' };
    if (text.length > 2000)
        return { message: 'is too long' };
    if (text.startsWith('-'))
        return { message: 'begins with "-", which git reads as an option' };
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\s\u0000-\u001f\u007f]/.test(text))
        return { message: 'holds a space or a control character' };
    if (/[?#]/.test(text)) {
        const hint = 'The branch goes into ref:, credentials to git: a credential helper, GIT_ASKPASS, or an SSH key';
        return { message: 'has a query or a fragment', hint };
    }
    if (/^[a-z][\w+.-]*::/i.test(text))
        return { message: 'uses a remote helper of git, which can run any program' };
    if (/[\\`$|;&<>"'()]/.test(text))
        return { message: 'holds a character that no repository address needs' };
    const trusted = insecure.some((entry) => text === entry || text.startsWith(entry.endsWith('/') ? entry : `${entry}/`));
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return checkScpForm(text, message, trusted);
    if (!['https', 'ssh', 'http', 'git', 'file'].includes(scheme)) {
        return { message: `uses the transport ${scheme}:, which is not allowed`, hint: 'Use https:// or ssh' };
    }
    if (scheme === 'file')
        return trusted ? undefined : { message: 'is a local file: path: is for local folders', hint: allowHint };
    return checkUrl(text, scheme, message, trusted);
}
function checkUrl(text, scheme, message, trusted) {
    // Read as http, so that the URL standard turns 2130706433, 0x7f.1 and 0177.1 into the 127.0.0.1 that would be dialled.
    const asHttp = text.replace(/^[^:]+/, 'http');
    if (!URL.canParse(asHttp))
        return { message };
    const url = new URL(asHttp);
    const authority = /^[^:]+:\/\/([^/?#]*)/.exec(text)?.[1] ?? '';
    const user = authority.includes('@') ? authority.slice(0, authority.lastIndexOf('@')) : '';
    const credentials = user.includes(':') || (user !== '' && scheme !== 'ssh');
    if (credentials) {
        const secret = user.includes(':') ? user.slice(user.indexOf(':') + 1) : user;
        return {
            message: 'carries credentials in the URL',
            hint: 'Give them to git instead: a credential helper, GIT_ASKPASS, or an SSH key',
            secret,
        };
    }
    if (user.startsWith('-') || url.hostname === '' || url.hostname.startsWith('-') || /^%2d/i.test(authority)) {
        return { message: 'has a host or user that begins with "-", which ssh reads as an option' };
    }
    if (url.pathname === '' || url.pathname === '/')
        return { message: 'names a host but no repository on it' };
    if (/\/-/.test(url.pathname) && scheme === 'ssh')
        return { message: 'has a path that begins with "-"' };
    if (trusted)
        return undefined;
    if (isOwnMachine(url.hostname))
        return { message: 'is an address of this machine (loopback)', hint: allowHint };
    if (scheme !== 'https' && scheme !== 'ssh')
        return { message: `uses the unprotected transport ${scheme}://`, hint: allowHint };
    return undefined;
}
/** git's scp form, `[user@]host:path`. */
function checkScpForm(text, message, trusted) {
    const match = /^(?:([^@:/]+)@)?(\[[0-9a-fA-F:]+\]|[^@:/[\]]+):(.+)$/.exec(text);
    if (match === null) {
        if (trusted)
            return undefined;
        return /^[./~]/.test(text)
            ? { message: 'is a local path', hint: 'Use path: for a folder beside this file' }
            : { message };
    }
    const [, user = '', host = '', path = ''] = match;
    if (user.startsWith('-') || host.startsWith('-') || path.startsWith('-')) {
        return { message: 'has a part that begins with "-", which ssh and git read as an option' };
    }
    if (!/^[\w.-]*$/.test(user) || !/^(\[[0-9a-fA-F:]+\]|[\w.-]+)$/.test(host))
        return { message };
    const name = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : host;
    if (!trusted && isOwnMachine(name))
        return { message: 'is an address of this machine (loopback)', hint: allowHint };
    return undefined;
}
/** Loopback and "any" addresses, as the URL standard writes them. */
function isOwnMachine(hostname) {
    const host = hostname.toLowerCase().replace(/\.$/, '');
    if (host === 'localhost' || host.endsWith('.localhost') || host === 'localhost.localdomain')
        return true;
    if (host.startsWith('127.') || host === '0.0.0.0')
        return true;
    return host === '[::1]' || host === '[::]' || /^\[::ffff:(7f[0-9a-f]{2}:|0:0\]|127\.)/.test(host);
}

;// CONCATENATED MODULE: ./build/js/config/rules/sources.js






const recipeKeys = ['context', 'containerfile', 'target', 'build_args', 'platforms', 'submodules'];
/** Exactly one of image, repo and path; and no key that belongs to another of them. */
function oneSource(stack) {
    return stack.components.flatMap(({ config, path }) => {
        const given = ['image', 'repo', 'path'].filter((name) => config[name] !== undefined || isThere(stack, [...path, name]));
        if (given.length === 0) {
            return [
                wrong(path, 'needs one of image, repo and path', 'Name a prebuilt image, or a repository to build from', {
                    atKey: true,
                }),
            ];
        }
        if (given.length > 1) {
            const last = given.at(-1) ?? 'image';
            return [
                wrong([...path, last], `excludes ${given.filter((name) => name !== last).join(' and ')}: a component has one source`, 'Keep one of image, repo and path; in an overlay, null removes the other'),
            ];
        }
        const [source = 'image'] = given;
        const stray = [...(source === 'repo' ? [] : ['ref', 'submodules']), ...(source === 'image' ? recipeKeys : [])];
        return [...new Set(stray)]
            .filter((name) => isThere(stack, [...path, name]))
            .map((name) => wrong([...path, name], `belongs to a source that is built, and this one is ${source}`, name === 'ref' ? 'Remove it; the tag of an image stands in image' : 'Remove it'));
    });
}
/** Repositories that git may be given. */
function safeRepositories(stack) {
    const insecure = stack.written.ci_cd.build.insecure_repos;
    return stack.components.flatMap(({ config, path }) => {
        const refusal = config.repo === undefined ? undefined : checkRepository(config.repo, insecure);
        return refusal === undefined ? [] : [wrong([...path, 'repo'], refusal.message, refusal.hint)];
    });
}
/** Moving refs and images: one warning each, however many components there are; errors with --require-pinned. */
function pinnedSources(stack) {
    const refs = stack.components.flatMap(({ config, name, path }) => {
        const ref = config.ref ?? 'main';
        return config.repo === undefined || (0,git_ref/* isPinnedRef */.Q)(ref)
            ? []
            : [{ name: `${name} (${ref})`, path: [...path, config.ref === undefined ? 'repo' : 'ref'] }];
    });
    const images = [
        ...stack.components.flatMap(({ config, name, path }) => config.image !== undefined && (0,image_reference/* isMovingImage */.m8)(config.image) ? [{ name, path: [...path, 'image'] }] : []),
        ...['postgres', 'redis'].flatMap((name) => {
            const service = stack.written.infrastructure[name];
            return service?.enabled === true && (0,image_reference/* isMovingImage */.m8)(service.image)
                ? [{ name, path: ['infrastructure', name, 'image'] }]
                : [];
        }),
    ];
    return [
        ...moving(stack, refs, 'can mean another commit tomorrow', 'Name a version tag or a full commit'),
        ...moving(stack, images, 'can mean another image tomorrow', 'Name a version tag or a digest'),
    ];
}
function moving(stack, found, what, hint) {
    const [first] = found;
    if (first === undefined)
        return [];
    if (stack.requirePinned) {
        return found.map(({ path }) => wrong(path, `${what}, and --require-pinned is set`, hint, { code: 'NOT_PINNED' }));
    }
    const names = shorten(found.map(({ name }) => name));
    return [warn(first.path, `${found.length === 1 ? '' : 'and others '}${what}: ${names}`, hint)];
}
/** Kubernetes nodes pull what was built; those of a cluster on this machine can be given it. */
function builtImagesNeedRegistry(stack) {
    if (stack.target !== 'kubernetes')
        return [];
    const built = stack.components.filter(({ config }) => {
        const registry = registryOf(stack.written, config);
        return (config.repo !== undefined || config.path !== undefined) && !(registry.enabled && registry.push);
    });
    const [first] = built;
    if (first === undefined)
        return [];
    const names = shorten(built.map(({ name }) => name));
    return [
        note([...first.path, first.config.repo === undefined ? 'path' : 'repo'], `is built and pushed to no registry, so only kind, k3d and minikube can be given the image: ${names}`, 'For other clusters add registry: {enabled: true, url: …, namespace: …}'),
    ];
}
/** A registry that is on says where; one that is off is probably not meant. */
function registriesAreComplete(stack) {
    const places = [
        [['registry'], stack.written.registry],
        ...stack.components.map(({ config, path }) => [[...path, 'registry'], config.registry]),
    ];
    return places.flatMap(([path, registry]) => {
        if (registry === undefined)
            return [];
        const url = registry.url ?? stack.written.registry?.url;
        if (registry.enabled === true && url === undefined)
            return [wrong([...path, 'url'], 'is required where enabled is true', 'For example ghcr.io')];
        if (registry.enabled !== true && registry.url !== undefined && !isThere(stack, [...path, 'enabled'])) {
            return [warn([...path, 'url'], 'is not used: enabled is false when it is not written', 'Add enabled: true')];
        }
        return [];
    });
}
function isThere(stack, path) {
    const node = findNode(stack.root, path);
    return node !== undefined && !(node.kind === 'scalar' && node.value === null);
}

// EXTERNAL MODULE: ./build/js/model/postgres-image.js
var postgres_image = __webpack_require__(31797);
;// CONCATENATED MODULE: ./build/js/config/rules/stores.js


/** What the scripts of sclorg's images cannot do: data elsewhere is lost with the pod, and the second fails at every start. */
function sclorgPostgres({ written }) {
    const { postgres } = written.infrastructure;
    if (postgres?.enabled !== true || !(0,postgres_image/* isSclorgPostgres */.eh)(postgres.image))
        return [];
    const { data_path: dataPath = postgres_image/* sclorgData */.R8, database, user } = postgres;
    const path = ['infrastructure', 'postgres'];
    return [
        ...(dataPath === postgres_image/* sclorgData */.R8 || dataPath === postgres_image/* sclorgHome */.Yg
            ? []
            : [
                wrong([...path, 'data_path'], `must be ${postgres_image/* sclorgData */.R8}: ${postgres.image} keeps its data nowhere else`, 'Leave it out'),
            ]),
        ...(database === 'postgres' && user !== 'postgres'
            ? [
                wrong([...path, 'database'], `must not be postgres, which ${postgres.image} has already, and not for ${user}`, 'Give the database another name, or leave user out'),
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/js/config/schema/component.js
var component = __webpack_require__(52002);
;// CONCATENATED MODULE: ./build/js/config/rules/target.js





/** Keys that the target has no use for: said, not dropped in silence. */
function targetKeys(stack) {
    return stack.target === 'compose' ? composeKeys(stack) : kubernetesKeys(stack);
}
function composeKeys(stack) {
    const { written, components } = stack;
    const findings = [];
    const many = components.filter(({ config }) => config.replicas > 1);
    const [first] = many;
    if (first !== undefined) {
        const names = shorten(many.map(({ name, config }) => `${name} (${config.replicas})`));
        findings.push(warn([...first.path, 'replicas'], `is more than 1, and on Compose a component runs once: ${names}`, 'Kubernetes runs several'));
    }
    findings.push(...clusterSecrets(stack));
    for (const { path, config } of components) {
        if (config.service_type !== 'ClusterIP') {
            findings.push(warn([...path, 'service_type'], 'does nothing on Compose', 'host_port publishes there (plugins: with expose_port)'));
        }
        const registry = registryOf(written, config);
        if (config.platforms.length > 1 && !(registry.enabled && registry.push)) {
            findings.push(wrong([...path, 'platforms'], 'names several platforms, and an engine keeps images of one', 'Add a registry, or name one'));
        }
    }
    return findings;
}
/** Pods refer to Secrets of a cluster; an engine has none. */
function clusterSecrets({ written }) {
    const { secrets } = written.ci_cd;
    const message = 'names a Secret of a Kubernetes cluster, and this stack is for Compose';
    const hint = 'Use another provider, or deployment.type: kubernetes';
    const found = declarationsOf({ written })
        .filter(({ from }) => from?.provider === 'kubernetes')
        .map(({ path }) => wrong([...path, 'from'], message, hint));
    if (secrets?.kubernetes.secret !== undefined)
        found.push(wrong(['ci_cd', 'secrets', 'kubernetes', 'secret'], message, hint));
    const place = secrets?.providers?.indexOf('kubernetes') ?? -1;
    if (place >= 0)
        found.push(wrong(['ci_cd', 'secrets', 'providers', place], message, hint));
    const pair = written.certificates.ca_secret;
    for (const half of ['certificate', 'key']) {
        if (pair !== undefined && (0,secret_place/* parseSecretPlace */.$_)(pair[half]).provider === 'kubernetes')
            found.push(wrong(['certificates', 'ca_secret', half], message, hint));
    }
    return found;
}
function kubernetesKeys(stack) {
    const { deployment } = stack.written;
    const findings = [];
    if (deployment.networks.length > 0) {
        findings.push(warn(['deployment', 'networks'], 'does nothing on Kubernetes', 'Name services by their DNS name there'));
    }
    return findings;
}
/** Keys of a plugin's entry that are ours, or that break loading (CONTRACT §3). */
function pluginOverrides(stack) {
    const ours = new Set(['name', 'kind', 'mcp', 'grpc', 'unix_socket', 'config', 'url']);
    return stack.components.flatMap(({ plugin, path }) => Object.entries(plugin?.plugin_overrides ?? {}).flatMap(([key, value]) => {
        const at = [...path, 'plugin_overrides', key];
        if (ours.has(key)) {
            const why = key === 'config' ? 'is forbidden for an external plugin: it has its own' : 'is written by this program';
            return [wrong(at, why, 'Remove it', { atKey: true })];
        }
        if (key === 'mode' && !component/* modes */.nI.includes(String(value)))
            return [wrong(at, `must be one of ${component/* modes */.nI.join(', ')}`)];
        const twice = (key === 'priority' && plugin?.priority !== undefined) || (key === 'mode' && plugin?.mode !== undefined);
        if (twice)
            return [note(at, `is not used: ${key} of the plugin itself wins`)];
        return [];
    }));
}

;// CONCATENATED MODULE: ./build/js/config/rules/unused-signers.js



/** What is said of a signer that does not sign (only a flag of the command line would ask it), and of what it alone needs. */
function unusedSigners(stack) {
    const { certificates } = stack.written;
    const authority = authorityOf(certificates);
    const findings = [];
    if (certificates.ca_secret !== undefined && authority !== 'env') {
        const message = `is not used by authority: ${authority}, only with --ca-from-env`;
        findings.push(note(['certificates', 'ca_secret'], message, 'For every run: certificates.authority: env'));
    }
    const storage = ['certificates', 'ca_storage'];
    if (authority !== 'local' && findNode(stack.root, storage) !== undefined)
        findings.push(note(storage, `is not used by authority: ${authority}, which keeps no CA here`, 'Remove the key'));
    if (certificates.external === undefined)
        return findings;
    if (authority !== 'external') {
        const message = `is not used by authority: ${authority}, only with --external-pki`;
        findings.push(note(['certificates', 'external'], message, 'For every run: certificates.authority: external'));
    }
    const folder = ['certificates', 'external', 'folder'];
    if (certificates.external.command !== undefined && findNode(stack.root, folder) !== undefined) {
        const message = 'does nothing beside external.command: the program gets each request, and none is written';
        findings.push(warn(folder, message, 'Remove one of them'));
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/js/config/rules/vault.js

/** `authority: vault` and its roles belong together, and there are two of them. */
function vaultHasRoles(stack) {
    const { authority, vault } = stack.written.certificates;
    if (vault === undefined) {
        if (authority !== 'vault')
            return [];
        const hint = 'Write certificates.vault: {mount: pki, role: mcp-server, client_role: mcp-client}';
        return [
            wrong(['certificates', 'authority'], 'is vault, and certificates.vault does not say which roles sign', hint),
        ];
    }
    const findings = [];
    if (vault.role === vault.client_role) {
        findings.push(wrong(['certificates', 'vault', 'client_role'], `is ${vault.client_role}, as certificates.vault.role is: no certificate may be good for servers and clients`, 'Name two roles: role with server_flag=true client_flag=false, client_role the other way round'));
    }
    if (authority !== 'vault')
        findings.push(warn(['certificates', 'vault'], `is not used by authority: ${authority}`));
    return findings;
}

;// CONCATENATED MODULE: ./build/js/config/rules/list.js

















/** What must hold across keys. A new rule is one function and one word here. */
const rules = [
    oneSource,
    safeRepositories,
    pinnedSources,
    builtImagesNeedRegistry,
    registriesAreComplete,
    distinctNames,
    healthPorts,
    hostPorts,
    requestsWithinLimits,
    gatewayHasCertificate,
    gatewayVerifies,
    certificateFolders,
    certificatePolicy,
    vaultHasRoles,
    unusedSigners,
    certManager,
    targetKeys,
    ignoredKeys,
    clusterPlace,
    rollingParallel,
    exposed,
    routeTermination,
    policiesInUse,
    completePatches,
    extraVolumes,
    podKeys,
    pluginOverrides,
    encodedUserInfo,
    knownHosts,
    sharedDatabase,
    sclorgPostgres,
    cacheInUse,
    namedVariablesExist,
    noNulCharacters,
    declaredSecrets,
    providersHaveSettings,
    strongSecrets,
    openSecrets,
];

;// CONCATENATED MODULE: ./build/js/config/set-values.js



/**
 * Applies `--set path=value` arguments, in order. A path is `gateway.replicas`, `plugins[0].ref`, `plugins.NAME.ref` or
 * `ci_cd.build.base_images["python:3.12"]`; `null` removes the key; a value that begins with `[`, `{` or `"` is YAML; any other is a
 * text that takes the type its key wants.
 */
async function applySets(root, sets) {
    const findings = [];
    let current = root;
    for (const set of sets) {
        const equals = set.indexOf('=');
        const steps = equals === -1 ? undefined : parsePath(set.slice(0, equals));
        const source = newSource(steps === undefined ? '--set' : `--set ${showPath(steps)}`, '', 'command line');
        const origin = { source, start: 0, end: 0 };
        const refusal = refusePath(steps);
        if (steps === undefined || refusal !== undefined) {
            const { message, hint } = refusal ?? needsPath;
            findings.push(wrong([], message, hint, { code: 'USAGE', origin }));
            continue;
        }
        const value = await parseValue(set.slice(equals + 1), origin);
        if (value === undefined) {
            findings.push(wrong(steps, 'the value of --set is not valid YAML', 'Quote it for the shell', { code: 'USAGE', origin }));
            continue;
        }
        const result = put(current, steps, value, origin);
        if (typeof result === 'string')
            findings.push(wrong(steps, result, undefined, { code: 'USAGE', origin }));
        else
            current = result;
    }
    return { root: current, findings };
}
function parsePath(text) {
    const steps = [];
    const step = /(?:^|\.)([^.[\]"=]+)|\[(\d+)\]|\["([^"]+)"\]/y;
    while (step.lastIndex < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        const [, word, index, quoted] = match;
        if (index !== undefined || (word !== undefined && /^\d+$/.test(word)))
            steps.push(Number(index ?? word));
        else
            steps.push((word ?? quoted ?? '').trim());
    }
    return steps.length === 0 ? undefined : steps;
}
const needsPath = { message: '--set needs path=value', hint: 'For example: --set gateway.replicas=3' };
/** Paths that can be read and are none of a key. */
function refusePath(steps) {
    if (steps === undefined)
        return needsPath;
    if (steps.includes('__proto__'))
        return { message: '__proto__ in the path of --set is not a key' };
    if (steps[0] !== 'environments')
        return undefined;
    return {
        message: '--set changes the stack after its overlay: environments is not a key there',
        hint: 'Choose the overlay with --environment, and set the key itself: --set gateway.replicas=3',
    };
}
async function parseValue(text, origin) {
    const scalar = (value) => ({
        kind: 'scalar',
        value,
        raw: text,
        loose: true,
        unknown: false,
        origin,
    });
    if (text === 'null' || text === '~')
        return scalar(null);
    if (!/^\s*[[{"]/.test(text))
        return scalar(text);
    const { root } = await parseYaml(newSource(origin.source.name, text, 'command line'));
    return root === undefined ? undefined : move(root, origin);
}
/** Gives every node of a parsed argument the argument's own place. */
function move(node, origin) {
    if (node.kind === 'scalar')
        return { ...node, origin };
    if (node.kind === 'list')
        return { ...node, origin, items: node.items.map((item) => move(item, origin)) };
    const entries = [...node.entries].map(([key, entry]) => [key, { key: origin, value: move(entry.value, origin) }]);
    return { ...node, origin, entries: new Map(entries) };
}
/** A tree with one value put in; a text says why it cannot be. */
function put(node, path, value, origin) {
    const [step, ...rest] = path;
    if (step === undefined)
        return value;
    if (node.kind === 'list') {
        const index = typeof step === 'number' ? step : node.items.findIndex((item) => isNamed(item, step));
        const item = node.items[index];
        if (item === undefined)
            return `there is no item ${JSON.stringify(step)} in this list`;
        if (rest.length === 0 && isNull(value))
            return { ...node, items: node.items.filter((_, other) => other !== index) };
        const changed = put(item, rest, value, origin);
        return typeof changed === 'string' ? changed : { ...node, items: node.items.with(index, changed) };
    }
    const map = node.kind === 'map' ? node : { kind: 'map', entries: new Map(), origin };
    const key = String(step);
    const entries = new Map(map.entries);
    if (rest.length === 0 && isNull(value)) {
        entries.delete(key);
        return { ...map, entries };
    }
    const changed = put(childOf(map, key) ?? { kind: 'map', entries: new Map(), origin }, rest, value, origin);
    if (typeof changed === 'string')
        return changed;
    entries.set(key, { key: entries.get(key)?.key ?? origin, value: changed });
    return { ...map, entries };
}
function isNamed(node, name) {
    const child = childOf(node, 'name');
    return child?.kind === 'scalar' && child.value === name;
}
function isNull(node) {
    return node.kind === 'scalar' && node.value === null;
}

;// CONCATENATED MODULE: ./build/js/config/evaluate.js

















/** The steps from a parsed file to everything that is known and wrong about it; every step says all it can. */
async function evaluateStack(loaded, options, io) {
    const overlaid = overlayEnvironment(loaded.root, options.environment);
    const overridden = await applySets(overlaid.root, options.sets);
    const placed = placedNames(overridden.root);
    const environment = {
        environment: options.checkEnvironment ? without(options.variables ?? io.environment, placed) : {},
        required: options.checkEnvironment,
        declared: declaredNames(overridden.root),
        placed,
    };
    const isNeeded = ({ path, secret }) => options.looksOnly !== true || !(secret || path.includes('env_vars') || path.includes('env_file'));
    const filled = interpolateTree(overridden.root, environment);
    const shaped = checkShape(filled.root);
    const before = [...overlaid.findings, ...overridden.findings, ...filled.findings, ...shaped.findings];
    const { written } = shaped;
    if (written === undefined) {
        return {
            root: filled.root,
            findings: [...before, ...explainMissing(filled.missing.filter(isNeeded), io.environment)],
            containerfiles: new Map(),
            manifests: [],
        };
    }
    const components = componentsOf(written);
    const read = await readEnvironments(components, filled.root, loaded.folder, environment, io);
    const disk = await checkDisk(written, components, loaded.folder, io);
    const extra = await readManifests(written.extra_manifests, loaded.folder, io);
    const declared = declaredNames(filled.root);
    const subject = {
        written,
        root: filled.root,
        target: written.deployment.type,
        components,
        variables: read.variables,
        environment: environment.environment,
        checkEnvironment: options.checkEnvironment && options.looksOnly !== true,
        asksSecrets: options.asksSecrets === true,
        requirePinned: options.requirePinned,
        secrecy: new Map(components.map(({ name, config }) => [name, { secret: config.secret_env, plain: config.plain_env, declared }])),
        referred: referredNames(filled.root, read.referred),
    };
    const after = [
        ...checkVersion(written),
        ...rules.flatMap((rule) => rule(subject)),
        ...components.flatMap(({ name }) => checkPlainVariables(read.variables.get(name) ?? new Map(), secrecyOf(subject, name))),
        ...read.findings,
        ...disk.findings,
        ...extra.findings,
    ].filter((finding) => !shaped.pruned.some((path) => isWithin(finding.path, path)));
    const elsewhere = keptElsewhere(subject);
    const needed = [...filled.missing, ...read.missing].filter((entry) => isNeeded(entry) && !(entry.secret && elsewhere(entry.name)));
    const missing = explainMissing(needed, io.environment);
    return {
        root: filled.root,
        findings: [...before, ...missing, ...after],
        subject,
        containerfiles: disk.containerfiles,
        manifests: extra.manifests,
    };
}
function without(variables, names) {
    if (names.size === 0)
        return variables;
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !names.has(name)));
}
/** What a component's lists and vault_secrets say about its variables. */
function secrecyOf(subject, name) {
    return subject.secrecy.get(name) ?? { secret: [], plain: [], declared: new Set() };
}
function referredNames(root, others) {
    const names = new Set(others);
    const visit = (node) => {
        if (node.kind === 'map')
            for (const entry of node.entries.values())
                visit(entry.value);
        else if (node.kind === 'list')
            for (const item of node.items)
                visit(item);
        else
            for (const piece of node.text ?? [])
                if (piece.kind === 'variable')
                    names.add(piece.name);
    };
    visit(root);
    return names;
}
function checkVersion(written) {
    const range = written.required_version;
    if (range === undefined)
        return [];
    if ((0,semver.validRange)(range) === null)
        return [wrong(['required_version'], 'is not a semver range', 'For example: >=0.1 <1')];
    if ((0,semver.satisfies)(version/* toolVersion */.f, range, { includePrerelease: true }))
        return [];
    const message = `is ${range}, and this is mcp-deploy ${version/* toolVersion */.f}`;
    return [wrong(['required_version'], message, 'Install a version in that range', { code: 'VERSION_REQUIRED' })];
}

;// CONCATENATED MODULE: ./build/js/config/check-stack.js









/** Evaluates one environment of a stack; every secret that stands in a file is known to the redactor before a problem is made. */
async function checkStack(loaded, options, io) {
    maskUrlSecrets(loaded.root, io);
    const evaluated = await evaluateStack(loaded, options, io);
    if (evaluated.subject !== undefined)
        maskLiteralSecrets(evaluated.subject, io);
    const problems = toProblems(evaluated.findings, { ...loaded.backdrop, root: evaluated.root });
    return { evaluated, problems };
}
/** Passwords and queries in addresses are refused and must still not be printed by anyone. */
function maskUrlSecrets(node, io, isAddress = false) {
    if (node.kind === 'map') {
        for (const [key, entry] of node.entries)
            maskUrlSecrets(entry.value, io, addressKeys.has(key));
    }
    else if (node.kind === 'list')
        for (const item of node.items)
            maskUrlSecrets(item, io, isAddress);
    else if (isAddress && typeof node.value === 'string') {
        const { value } = node;
        const user = value.includes('@')
            ? (checkRepository(value, [])?.secret ?? (0,image_reference/* checkRegistryUrl */.Z)(value)?.secret)
            : undefined;
        const query = /[?#](.+)$/s.exec(value)?.[1];
        for (const secret of [user, query, ...(0,secret_texts/* secretPartsOf */.K0)(value)]) {
            if (secret !== undefined && secret !== '')
                io.redactor.add(new model_secret/* Secret */.z('URL password', secret));
        }
    }
}
function maskLiteralSecrets(subject, io) {
    const known = new Set();
    const add = (name, value) => {
        if (value === undefined || value.trim() === '' || known.has(value))
            return;
        known.add(value);
        io.redactor.add(new model_secret/* Secret */.z(name, value));
    };
    for (const [component, variables] of subject.variables) {
        const secrecy = secrecyOf(subject, component);
        for (const { name, text } of variables.values()) {
            if (!isSecretVariable(name, text, secrecy))
                continue;
            // What a person rotates: the secret, or what stands in this variable of this component.
            const label = `${component}.${name}`;
            for (const piece of text) {
                if (piece.kind === 'literal')
                    add(label, piece.text);
                else
                    add(piece.name, piece.value);
            }
            for (const part of (0,secret_texts/* secretPartsOf */.K0)(flatten(text)))
                add(label, part);
        }
    }
    const { deployment, infrastructure } = subject.written;
    for (const { password } of deployment.pull_credentials)
        add('registry password', password);
    add('POSTGRES_PASSWORD', infrastructure.postgres?.password);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/config/defined.js
function defined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}

;// CONCATENATED MODULE: ./build/js/config/normalise-cluster.js



const defaultName = 'mcp-gateway';
/** Where the stack runs and how it is reached. */
function normaliseDeployment(subject) {
    const { deployment } = subject.written;
    const { openshift } = deployment;
    return {
        type: deployment.type,
        name: deployment.project_name ?? deployment.namespace ?? defaultName,
        namespace: deployment.namespace ?? defaultName,
        ...defined({
            containerEngine: deployment.container_engine,
            dockerContext: deployment.docker_context,
            context: deployment.context,
        }),
        networks: deployment.networks,
        createNamespace: deployment.create_namespace,
        imagePullSecrets: deployment.image_pull_secrets,
        pullCredentials: deployment.pull_credentials.map(({ registry, username, password }, index) => {
            const text = textAt(subject, ['deployment', 'pull_credentials', index, 'password'], password) ?? [];
            return { registry, username, password: toEnvValue('registry password', text, true) };
        }),
        kubectlProxy: deployment.kubectl_proxy,
        ...(openshift === undefined
            ? {}
            : {
                openshift: {
                    createRoutes: openshift.create_routes,
                    tlsTermination: openshift.tls_termination,
                    ...defined({ domain: openshift.domain }),
                },
            }),
    };
}
/** A text with its variables, or as it is written. */
function textAt(subject, path, value) {
    const node = findNode(subject.root, path);
    if (node?.kind !== 'scalar')
        return undefined;
    return node.text ?? (value === undefined ? undefined : literal(value));
}
function normaliseNetworkPolicy({ network_policy: policy }) {
    return {
        enabled: policy.enabled,
        gatewayFrom: policy.gateway_from,
        metricsFrom: policy.metrics_from,
        ...defined({ egress: policy.egress }),
    };
}
/** expose, wherever it is written; else the incumbent's openshift.create_routes, whose host the Route chooses where no domain is given. */
function normaliseExpose(written) {
    const expose = written.expose ?? written.gateway.expose;
    const { namespace = defaultName, openshift } = written.deployment;
    if (expose === undefined) {
        if (openshift?.create_routes !== true)
            return undefined;
        const host = openshift.domain === undefined ? '' : `mcpgateway-${namespace}.${openshift.domain}`;
        return { host, via: 'route', path: '/', tlsTermination: openshift.tls_termination, annotations: {} };
    }
    const { parent } = expose;
    return {
        host: expose.host ?? '',
        via: expose.via,
        path: expose.path,
        tlsTermination: expose.tls_termination,
        annotations: expose.annotations,
        ...defined({ className: expose.class, tlsSecret: expose.tls_secret }),
        ...(parent === undefined
            ? {}
            : { parent: { name: parent.name, ...defined({ namespace: parent.namespace, sectionName: parent.section }) } }),
    };
}
function normalisePatches(written) {
    return written.patches.map(({ target, merge, json6902 }) => ({
        target: { kind: target.kind, ...defined({ name: target.name, component: target.component }) },
        ...defined({ merge, json6902: json6902?.map((step) => defined(step)) }),
    }));
}

;// CONCATENATED MODULE: ./build/js/config/normalise-pod.js

/** What a component's pods get on Kubernetes. */
function normalisePod(config) {
    return {
        ...normaliseStorePod(config),
        topologySpread: config.topology_spread,
        volumes: config.volumes.map(normaliseVolume),
        ...defined({ existingSecret: config.existing_secret }),
    };
}
/** The same of Postgres and Redis. */
function normaliseStorePod(config) {
    return {
        labels: config.labels,
        annotations: config.annotations,
        nodeSelector: config.node_selector,
        tolerations: config.tolerations,
        imagePullSecrets: config.image_pull_secrets,
        ...defined({
            affinity: config.affinity,
            priorityClass: config.priority_class,
            serviceAccount: config.service_account,
            runAsUser: config.run_as_user,
        }),
    };
}
function normaliseVolume(volume) {
    return {
        name: volume.name,
        mountPath: volume.mount_path,
        ...defined({ subPath: volume.sub_path }),
        // An empty folder that nobody may write to is of no use.
        readOnly: volume.read_only ?? volume.empty_dir === undefined,
        source: toSource(volume),
    };
}
/** The rules have seen that there is exactly one. */
function toSource(volume) {
    if (volume.config_map !== undefined)
        return { configMap: { name: volume.config_map } };
    if (volume.secret !== undefined)
        return { secret: { secretName: volume.secret } };
    if (volume.claim !== undefined)
        return { persistentVolumeClaim: { claimName: volume.claim } };
    if (volume.empty_dir === undefined)
        return volume.source ?? {};
    return { emptyDir: volume.empty_dir === true ? {} : { sizeLimit: String(volume.empty_dir) } };
}

;// CONCATENATED MODULE: ./build/js/config/normalise-component.js







const firstExposedPort = 8000;
/** What gateway and plugins share. */
function normaliseComponent({ name, config, mtls }, subject, around, hostPorts) {
    const registry = normaliseRegistry(subject.written, config);
    const policy = config.image_pull_policy ?? config.registry?.image_pull_policy ?? subject.written.registry?.image_pull_policy;
    return {
        name,
        source: normaliseSource(name, config, around),
        ...defined({ registry, hostPort: hostPorts.get(name), command: config.command, args: config.args }),
        pullPolicy: policy ?? 'IfNotPresent',
        port: config.port,
        servicePort: config.service_port ?? config.port,
        serviceType: config.service_type,
        replicas: config.replicas,
        resources: toResources(config),
        env: toEnv(subject.variables.get(name) ?? new Map(), secrecyOf(subject, name)),
        mtls,
        readOnlyRoot: config.read_only_root,
        writablePaths: config.writable_paths,
        autoscaled: config.autoscaling,
        pod: normalisePod(config),
    };
}
/** What only plugins have, over what they share. */
function normalisePlugin({ plugin }, common) {
    return {
        ...common,
        ...defined({
            priority: plugin?.priority,
            mode: plugin?.mode,
            onError: plugin?.on_error,
            healthcheck: plugin?.healthcheck,
        }),
        overrides: plugin?.plugin_overrides ?? {},
        runtimeCompat: plugin?.runtime_compat ?? true,
    };
}
function normaliseSource(name, config, around) {
    if (config.image !== undefined)
        return { kind: 'image', reference: config.image };
    const containerfile = config.containerfile ?? around.containerfiles.get(name) ?? 'Containerfile';
    const recipe = {
        context: (0,posix_.join)(config.context),
        // As the incumbent reads it: relative to the context.
        containerfile: (0,posix_.join)(config.context, containerfile),
        ...defined({ target: config.target }),
        buildArgs: Object.fromEntries(Object.entries(config.build_args).map(([key, value]) => [key, String(value)])),
        platforms: config.platforms,
        submodules: config.submodules,
    };
    if (config.repo !== undefined)
        return { kind: 'git', repo: config.repo, ref: config.ref ?? 'main', ...recipe };
    return { kind: 'path', path: (0,posix_.resolve)(around.folder, config.path ?? '.'), ...recipe };
}
function normaliseRegistry(written, config) {
    const { enabled, push, url = '', namespace } = registryOf(written, config);
    if (!enabled)
        return undefined;
    return { prefix: [url.replace(/\/$/, ''), ...(namespace === undefined ? [] : [namespace])].join('/'), push };
}
/** Quantities as texts, whichever way YAML read them. */
function toResources(limits) {
    return defined({
        memoryRequest: normalise_component_quantity(limits.memory_request),
        memoryLimit: normalise_component_quantity(limits.memory_limit),
        cpuRequest: normalise_component_quantity(limits.cpu_request),
        cpuLimit: normalise_component_quantity(limits.cpu_limit),
    });
}
function normalise_component_quantity(value) {
    return value === undefined ? undefined : String(value);
}
/** Compose only: the gateway's port, and those of exposed plugins; who names none gets the first that is free from 8000. */
function assignHostPorts(subject) {
    const assigned = new Map();
    if (subject.target !== 'compose')
        return assigned;
    const open = subject.components.filter(({ plugin }) => plugin === undefined || plugin.expose_port);
    for (const { name, config, plugin } of open) {
        const hostPort = (0,host_port/* parseHostPort */.D)(config.host_port ?? (plugin === undefined ? config.port : ''));
        if (hostPort !== undefined)
            assigned.set(name, hostPort);
    }
    let next = firstExposedPort;
    for (const { name } of open.filter((component) => !assigned.has(component.name))) {
        while ([...assigned.values()].some(({ port }) => port === next))
            next++;
        assigned.set(name, { address: '127.0.0.1', port: next });
    }
    return assigned;
}

;// CONCATENATED MODULE: ./build/js/config/normalise-external.js


/** The signer outside; nothing where nobody wrote of it, so that the digest of such a file stays what it was. */
function normaliseExternal({ certificates: { authority, external } }, folder) {
    if (external === undefined && authority !== 'external')
        return {};
    const [program, ...args] = external?.command ?? [];
    return {
        external: {
            ...(program === undefined ? {} : { command: [program, ...args] }),
            commandFolder: folder,
            timeoutSeconds: external?.timeout ?? 120,
            folder: (0,posix_.resolve)(folder, external?.folder ?? './certs/mcp/requests'),
            ...defined({ caFile: external?.ca_file === undefined ? undefined : (0,posix_.resolve)(folder, external.ca_file) }),
        },
    };
}

;// CONCATENATED MODULE: ./build/js/config/normalise-secrets.js



/** Paths absolute; absent where the file says nothing, so that the digest of such a file stays what it was. */
function normaliseSecretSources(written, folder) {
    if (written === undefined)
        return undefined;
    const { files, command } = written;
    return {
        providers: askedInOrder(written),
        envFiles: written.env_files.map((file) => (0,posix_.resolve)(folder, file)),
        ...(files === undefined ? {} : { folder: (0,posix_.resolve)(folder, files.folder) }),
        ...defined({ command }),
        vault: defined(written.vault),
        aws: defined(written.aws),
        kubernetes: defined(written.kubernetes),
    };
}

// EXTERNAL MODULE: ./build/js/config/grammar/vault.js
var grammar_vault = __webpack_require__(3339);
;// CONCATENATED MODULE: ./build/js/config/normalise-vault.js


/** Who signs in Vault; nothing where nobody wrote of it. */
function normaliseVaultAuthority({ certificates: { vault }, }) {
    if (vault === undefined)
        return {};
    const { mount, role, client_role: clientRole, issuer, ttl } = vault;
    return {
        vault: {
            mount,
            role,
            clientRole,
            ...defined({ issuer, ttlSeconds: ttl === undefined ? undefined : (0,grammar_vault/* ttlInSeconds */.jX)(ttl) }),
        },
    };
}

;// CONCATENATED MODULE: ./build/js/config/normalise.js

















/** A builder gains little from more, and a laptop loses much. */
const maxParallel = 4;
/** A valid stack in its one form: paths absolute, defaults filled in, nothing optional that has a default. */
function normaliseStack(subject, around) {
    const { written } = subject;
    const { folder } = around;
    const hostPorts = assignHostPorts(subject);
    const [gateway, ...plugins] = subject.components;
    if (gateway === undefined)
        throw new Error('a valid stack has a gateway');
    const common = (component) => normaliseComponent(component, subject, around, hostPorts);
    const certificates = written.certificates;
    const config = {
        file: around.file,
        folder,
        ...defined({ environment: around.environment }),
        deployment: normaliseDeployment(subject),
        gateway: {
            ...common(gateway),
            mtlsVerify: written.gateway.mtls_verify,
            mtlsCheckHostname: written.gateway.mtls_check_hostname,
            runtimeCompat: written.gateway.runtime_compat,
        },
        plugins: plugins.map((component) => normalisePlugin(component, common(component))),
        infrastructure: normaliseInfrastructure(subject),
        certificates: {
            authority: authorityOf(certificates),
            ...(certificates.ca_secret === undefined
                ? {}
                : {
                    caSecret: {
                        certificate: (0,secret_place/* parseSecretPlace */.$_)(certificates.ca_secret.certificate),
                        key: (0,secret_place/* parseSecretPlace */.$_)(certificates.ca_secret.key),
                        places: {
                            certificate: toPlace(locate(subject.root, ['certificates', 'ca_secret', 'certificate'])),
                            key: toPlace(locate(subject.root, ['certificates', 'ca_secret', 'key'])),
                        },
                    },
                }),
            autoGenerate: certificates.auto_generate,
            validityDays: certificates.validity_days,
            ...defined({ renewBeforeDays: certificates.renew_before_days }),
            keyAlgorithm: certificates.key_algorithm,
            caStorage: certificates.ca_storage,
            caPath: (0,posix_.resolve)(folder, certificates.ca_path),
            gatewayPath: (0,posix_.resolve)(folder, certificates.gateway_path),
            pluginsPath: (0,posix_.resolve)(folder, certificates.plugins_path),
            ...normaliseExternal(written, folder),
            ...normaliseVaultAuthority(written),
            ...(authorityOf(certificates) === 'cert-manager' ? { issuer: issuerOf(certificates) } : {}),
        },
        secrets: declarationsOf(subject).map(({ name, to, from, path }) => ({
            name,
            to,
            ...defined({ from }),
            place: toPlace(locate(subject.root, path)),
        })),
        ...defined({ secretSources: normaliseSecretSources(written.ci_cd.secrets, folder) }),
        build: normaliseBuild(written, folder),
        deploy: {
            wait: written.ci_cd.deploy.wait,
            timeoutSeconds: written.ci_cd.deploy.timeout,
            verify: written.ci_cd.deploy.verify,
            rollBack: written.ci_cd.deploy.roll_back,
            rolling: written.ci_cd.deploy.rolling,
            ...defined({ before: written.ci_cd.deploy.before }),
        },
        network: {
            ...(written.network.ca_file === undefined ? {} : { caFile: (0,posix_.resolve)(folder, written.network.ca_file) }),
            // Left out where it is not wanted: the digest of a file that does not have it stays what it was.
            ...(written.network.offline ? { offline: true } : {}),
        },
        networkPolicy: normaliseNetworkPolicy(written),
        ...defined({ expose: normaliseExpose(written) }),
        patches: normalisePatches(written),
        extraManifests: around.manifests,
        ...(written.templates_dir === undefined ? {} : { templatesDir: (0,posix_.resolve)(folder, written.templates_dir) }),
        problems: around.problems,
    };
    return { ...config, digest: digestOf(config, folder) };
}
function normaliseInfrastructure(subject) {
    const { postgres, redis } = subject.written.infrastructure;
    const text = textAt(subject, ['infrastructure', 'postgres', 'password'], postgres?.password);
    return {
        ...(postgres?.enabled === true
            ? {
                postgres: {
                    image: postgres.image,
                    database: postgres.database,
                    user: postgres.user,
                    ...(text === undefined ? {} : { password: toEnvValue('POSTGRES_PASSWORD', text, true) }),
                    storageSize: String(postgres.storage_size),
                    ...defined({ storageClass: postgres.storage_class }),
                    dataPath: postgres.data_path ?? knownDataPath(postgres.image),
                    resources: toResources(postgres),
                    pod: normaliseStorePod(postgres),
                },
            }
            : {}),
        ...(redis?.enabled === true
            ? {
                redis: {
                    image: redis.image,
                    resources: toResources(redis),
                    pod: normaliseStorePod(redis),
                },
            }
            : {}),
    };
}
/** Where the two families of images keep their data. */
function knownDataPath(image) {
    return (0,postgres_image/* isSclorgPostgres */.eh)(image) ? postgres_image/* sclorgData */.R8 : '/var/lib/postgresql/data';
}
function normaliseBuild(written, folder) {
    const { build } = written.ci_cd;
    const parallel = build.parallel === true ? maxParallel : build.parallel === false ? 1 : build.parallel;
    return {
        parallel,
        cache: {
            mode: build.cache === true ? 'auto' : build.cache === false ? 'off' : build.cache,
            ...defined({ ref: build.cache_ref }),
            ...(build.cache_dir === undefined ? {} : { folder: (0,posix_.resolve)(folder, build.cache_dir) }),
            maxBytes: Number(((0,quantity/* parseMemory */.Pw)(String(build.cache_max_size)) ?? 0n) / 1000n),
        },
        ...defined({ builder: build.builder }),
        insecureRepos: build.insecure_repos,
        baseImages: build.base_images,
        checkBase: build.check_base,
    };
}
/** Paths of this machine are taken out: the plan of one clone holds in another. Secrets print as their names. */
function digestOf(config, folder) {
    const { file: _file, folder: _folder, problems: _problems, ...rest } = config;
    // Where layers are kept decides how long a build takes, not what is deployed: a plan of another machine holds.
    const { cache: _cache, ...build } = config.build;
    const secrets = config.secrets.map(({ place: _place, ...secret }) => secret);
    const certificates = certificatesOf(config.certificates);
    const text = JSON.stringify({ ...rest, build, secrets, certificates }, (_key, value) => {
        if (typeof value === 'string' && (value === folder || value.startsWith(`${folder}/`)))
            return `.${value.slice(folder.length)}`;
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return value;
        return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
/** Without places, and with the whole days that an absent window was before it counted hours: the digest stays what it was. */
function certificatesOf({ caSecret, ...certificates }) {
    const renewBeforeDays = certificates.renewBeforeDays ?? Math.floor(certificates.validityDays / 3);
    const { places: _places, ...pair } = caSecret ?? {};
    return { ...certificates, renewBeforeDays, ...(caSecret === undefined ? {} : { caSecret: pair }) };
}
function issuerOf(certificates) {
    const { cert_manager_group: group, cert_manager_issuer: name, cert_manager_kind: kind } = certificates;
    return { group, kind, name };
}

;// CONCATENATED MODULE: ./build/js/config/to-config.js


/** A checked stack in its one form. @throws StackError with every problem when one of them is an error. */
function toConfig(loaded, checked, options) {
    const { evaluated, problems } = checked;
    if (evaluated.subject === undefined || problems.some(({ severity }) => severity === 'error')) {
        throw toError(problems, options.file);
    }
    return normaliseStack(evaluated.subject, {
        file: options.file,
        folder: loaded.folder,
        environment: options.environment,
        problems,
        containerfiles: evaluated.containerfiles,
        manifests: evaluated.manifests,
    });
}

;// CONCATENATED MODULE: ./build/js/config/explain-stack.js









/** Everything that is in force, each value with where it is from. @throws StackError as readStack. */
async function explainStack(options, io) {
    const loaded = await loadStackFile(options.file, io);
    const { evaluated, problems } = await checkStack(loaded, options, io);
    const { subject } = evaluated;
    if (subject === undefined || problems.some(({ severity }) => severity === 'error'))
        throw toError(problems, options.file);
    const lines = [];
    const visit = (value, path) => {
        const last = path.at(-1);
        if (last === 'env_vars')
            return visitEnvironment(path);
        if (Array.isArray(value) && value.length > 0)
            for (const [index, item] of value.entries())
                visit(item, [...path, index]);
        else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
            for (const [key, item] of Object.entries(value))
                visit(item, [...path, key]);
        }
        else if (value !== undefined)
            lines.push({ path: showPath(path), ...show(value, path) });
    };
    const visitEnvironment = (path) => {
        const name = subject.components.find((component) => showPath(component.path) === showPath(path.slice(0, -1)))?.name ?? '';
        for (const variable of subject.variables.get(name)?.values() ?? []) {
            const secret = isSecretVariable(variable.name, variable.text, secrecyOf(subject, name));
            const value = secret ? hideText(variable.text) : flatten(variable.text);
            lines.push({ path: showPath([...path, variable.name]), value, origin: showOrigin(variable.origin) });
        }
    };
    const show = (value, path) => {
        const node = findNode(subject.root, path);
        const origin = node === undefined ? 'default' : showOrigin(node.origin);
        if (path.at(-1) === 'password')
            return { value: node?.kind === 'scalar' && node.text !== undefined ? hideText(node.text) : '***', origin };
        const shown = typeof value === 'string' ? value : JSON.stringify(value);
        // In free maps, such as build_args, and anywhere in patches the last step is a name that a user chose.
        const isFree = freeMaps.has(String(path.at(-2))) || path[0] === 'patches';
        const isNamed = isFree && (0,secret_names/* isSecretName */.e)(String(path.at(-1)), shown);
        return { value: isNamed || (0,secret_texts/* isSecretText */.KZ)(shown) ? '***' : shown, origin };
    };
    visit(subject.written, []);
    return lines;
}
const freeMaps = new Set(['build_args', 'plugin_overrides', 'annotations']);
/** A secret text with its variables by name and everything else hidden. */
function hideText(text) {
    return text.map((piece) => (piece.kind === 'variable' ? `\${${piece.name}}` : '***')).join('');
}
function showOrigin(origin) {
    const { file, line, column } = toPlace(origin);
    const place = origin.source.kind === 'command line' ? file : `${file}:${line}:${column}`;
    return origin.environment === undefined ? place : `${place} (${origin.environment})`;
}

;// CONCATENATED MODULE: ./build/js/config/validate-stack.js





/**
 * Checks a stack file: the base and every overlay, or the one that is named. Answers with all problems, errors first; what is wrong
 * in the base is not told again for each overlay.
 */
async function validateStack(options, io) {
    return (await reviewStack(options, io)).problems;
}
/** As validateStack, and hands out the stack it has read: one parse instead of two. Never throws for a problem of the file. */
async function reviewStack(options, io) {
    try {
        const loaded = await loadStackFile(options.file, io);
        const base = await checkStack(loaded, options, io);
        const problems = options.environment === undefined ? await addOverlays(loaded, options, base.problems, io) : base.problems;
        if (problems.some(({ severity }) => severity === 'error'))
            return { problems };
        return { problems, config: toConfig(loaded, base, options) };
    }
    catch (error) {
        if (error instanceof js_errors/* StackError */.L)
            return { problems: error.problems };
        throw error;
    }
}
async function addOverlays(loaded, options, base, io) {
    const problems = [...base];
    const names = environmentNames(loaded.root);
    if (names.length > maxEnvironments)
        return [tooManyEnvironments(options.file, names.length), ...problems];
    for (const environment of names) {
        const checked = await checkStack(loaded, { ...options, environment }, io);
        const news = checked.problems.filter((problem) => !problems.some((other) => isSame(problem, other)));
        problems.push(...news.map((problem) => nameEnvironment(problem, environment)));
    }
    return problems;
}
/** Each overlay is a whole stack to check. */
const maxEnvironments = 50;
function tooManyEnvironments(file, count) {
    const message = `environments has ${count} overlays, ${maxEnvironments} at most`;
    return {
        severity: 'error',
        code: 'CONFIG_INVALID',
        message,
        path: 'environments',
        place: { file, line: 1, column: 1 },
    };
}
function isSame(one, other) {
    return one.path === other.path && one.message === other.message && one.severity === other.severity;
}
function nameEnvironment(problem, environment) {
    const suffix = `(environment ${environment})`;
    return problem.message.endsWith(suffix) ? problem : { ...problem, message: `${problem.message} ${suffix}` };
}

;// CONCATENATED MODULE: ./build/js/config/read-stack.js





/**
 * Reads mcp-stack.yaml: overlay, --set, interpolation, shape, rules, one form. Literal secrets are known to the redactor afterwards;
 * references are not resolved.
 *
 * @throws StackError with all problems at once: CONFIG_UNREADABLE, CONFIG_SYNTAX, CONFIG_INVALID and the other codes of kind 2.
 */
async function readStack(options, io) {
    const loaded = await loadStackFile(options.file, io);
    return toConfig(loaded, await checkStack(loaded, options, io), options);
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


/***/ })

};
