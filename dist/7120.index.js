export const id = 7120;
export const ids = [7120];
export const modules = {

/***/ 82567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ maskSecrets),
  c: () => (/* binding */ openSecrets)
});

// EXTERNAL MODULE: ./build/js/model/own.js
var own = __webpack_require__(41224);
// EXTERNAL MODULE: ./build/js/registry.js + 162 modules
var registry = __webpack_require__(8950);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/secrets/reference.js
var reference = __webpack_require__(58345);
// EXTERNAL MODULE: ./build/js/secrets/share-failures.js
var share_failures = __webpack_require__(75167);
;// CONCATENATED MODULE: ./build/js/secrets/secret-source.js



/**
 * Asks each provider once for all that it is to answer. What has a `from` is asked there; another name in order, and the first
 * that has it wins. A provider that cannot be asked ends the search: what a later one has may be another value.
 *
 * @param providers  Those of the registry.
 */
function openSecretSource(providers, given) {
    let readTarget;
    const context = { ...given, readTargetSecret: () => readTarget };
    const opened = new Map();
    const known = new Map();
    const order = context.sources.providers;
    const ask = async (name, wanted) => {
        if (wanted.length === 0)
            return new Map();
        const provider = opened.get(name) ?? openProvider(providers, name, context);
        opened.set(name, provider);
        let answers;
        try {
            answers = await provider.ask(wanted);
        }
        catch (error) {
            if (!(error instanceof errors/* StackError */.L))
                throw error;
            const problem = (0,share_failures/* problemOf */.Z)(wanted, error);
            answers = wanted.map(() => ({ kind: 'failed', problem }));
        }
        for (const answer of answers)
            if (answer.kind === 'found')
                context.io.redactor.add(answer.value);
        return new Map(wanted.map((secret, index) => [secret.name, answers[index] ?? { kind: 'absent' }]));
    };
    const askThere = async (wanted) => {
        const named = new Set(wanted.map(({ from }) => from.provider));
        await Promise.all([...named].map(async (provider) => {
            const group = wanted.filter(({ from }) => from.provider === provider);
            const answers = await ask(provider, group.map(({ name, from }) => ({ name, at: from.at })));
            for (const { name, from } of group) {
                const answer = answers.get(name) ?? { kind: 'absent' };
                known.set(keyOf({ name, from }), toFinding(provider, answer) ?? { problem: notThere(name, from) });
            }
        }));
    };
    const askInOrder = async (wanted) => {
        let open = wanted.map(({ name, origin, place }) => ({
            name,
            unwritten: origin === 'generated' && place === undefined,
        }));
        for (const provider of order) {
            const answers = await ask(provider, open);
            for (const [name, answer] of answers) {
                const finding = toFinding(provider, answer);
                if (finding !== undefined)
                    known.set(name, finding);
            }
            open = open.filter(({ name }) => !known.has(name));
        }
        for (const { name } of open)
            known.set(name, undefined);
    };
    return {
        order,
        async find(wanted) {
            const fresh = wanted.filter((secret) => !known.has(keyOf(secret)));
            await Promise.all([
                askThere(fresh.filter((secret) => secret.from !== undefined)),
                askInOrder(fresh.filter(({ from }) => from === undefined)),
            ]);
            return new Map(wanted.flatMap((secret) => {
                const finding = known.get(keyOf(secret));
                return finding === undefined ? [] : [[secret.name, finding]];
            }));
        },
        reachTarget(read) {
            readTarget = read;
        },
        async close() {
            await Promise.all([...opened.values()].map(async (provider) => provider.close?.()));
        },
    };
}
function openProvider(providers, name, context) {
    const kind = providers.find((provider) => provider.name === name);
    if (kind === undefined)
        throw new Error(`the registry has no secret provider ${name}`);
    return kind.open(context);
}
/** The same name may be asked for at a place and without one: for the authority's pair. */
function keyOf({ name, from }) {
    return from === undefined ? name : `${name} from ${(0,reference/* showReference */.nj)(from)}`;
}
/** An empty value is none: CI systems pass a secret that does not exist as an empty text. */
function toFinding(provider, answer) {
    if (answer.kind === 'failed')
        return { problem: answer.problem };
    if (answer.kind === 'unread')
        return { unread: answer.why, reference: answer.reference, provenance: { provider, where: answer.where } };
    if (answer.kind === 'absent' || answer.value.matches(/^$/))
        return undefined;
    const { value, where, version, reference } = answer;
    return {
        value,
        ...(reference === undefined ? {} : { reference }),
        provenance: {
            provider,
            ...(where === undefined ? {} : { where }),
            ...(version === undefined ? {} : { version }),
        },
    };
}
function notThere(name, from) {
    return {
        severity: 'error',
        code: 'SECRET_MISSING',
        message: `secret ${name} is not at ${(0,reference/* showReference */.nj)(from)}, or empty there`,
        hint: 'Put it there, or correct `from` in ci_cd.vault_secrets',
    };
}

;// CONCATENATED MODULE: ./build/js/commands/open-secrets.js



/** The places where this stack's secrets are; nobody is asked yet. Close it. */
function openSecrets(session, config, io) {
    return openSecretSource(registry/* secretProviders */.b7, {
        io,
        sources: config.secretSources ?? environmentOnly,
        folder: config.folder,
        identityToken: async (audience) => session.host.identityToken?.(audience),
    });
}
/**
 * For commands that show what others print: every value that can be had is masked from now on. Nothing is refused.
 *
 * @returns names of the secrets whose values are not known here.
 */
async function maskSecrets(session, plan, state) {
    for (const secret of Object.values(state?.generated ?? {}))
        session.io.redactor.add(secret);
    const found = await session.secretSource?.find(plan.secrets);
    return plan.secrets
        .filter(({ name, origin }) => {
        const finding = found?.get(name);
        // What nobody has and nobody made is nowhere.
        if (finding === undefined)
            return origin !== 'generated';
        return !('value' in finding) && (0,own/* ownOf */._)(state?.generated ?? {}, name) === undefined;
    })
        .map(({ name }) => name);
}
const environmentOnly = { providers: ['environment'], envFiles: [], vault: {}, aws: {}, kubernetes: {} };


/***/ }),

/***/ 77120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openStack: () => (/* binding */ openStack)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/config/read-stack.js + 57 modules
var read_stack = __webpack_require__(26233);
// EXTERNAL MODULE: ./build/js/build/detect-engine.js
var detect_engine = __webpack_require__(67521);
;// CONCATENATED MODULE: ./build/js/commands/needed-tools.js

/** They make images that are missing. */
const builds = new Set(['build', 'deploy']);
/** They read files alone. */
const withoutTarget = new Set(['build', 'generate', 'rbac', 'validate', 'config']);
/** The programs that a command needs on this stack, as far as a host can fetch them. Pure. */
function neededTools(command, config) {
    const { deployment, gateway, plugins } = config;
    // Podman builds and composes in its own way.
    const docker = !(0,detect_engine/* isPodman */.eo)(deployment.containerEngine ?? 'docker');
    const hasSource = [gateway, ...plugins].some(({ source }) => source.kind !== 'image');
    return [
        ...(deployment.type === 'kubernetes' && !withoutTarget.has(command) ? ['kubectl'] : []),
        ...(deployment.type === 'compose' && docker && !withoutTarget.has(command) ? ['compose'] : []),
        ...(hasSource && docker && builds.has(command) ? ['buildx'] : []),
    ];
}
/** The environment with what the host fetched; undefined where it is as it was. */
async function provideTools(session, config) {
    const tools = neededTools(session.command, config);
    if (config.network.offline === true || tools.length === 0)
        return undefined;
    const added = await session.host.provideTools?.(tools, session.io.progress);
    if (added === undefined || Object.keys(added).length === 0)
        return undefined;
    return { ...session.host.environment, ...added };
}

// EXTERNAL MODULE: ./build/js/commands/open-secrets.js + 1 modules
var open_secrets = __webpack_require__(82567);
// EXTERNAL MODULE: ./build/js/commands/trust.js + 1 modules
var trust = __webpack_require__(40704);
;// CONCATENATED MODULE: ./build/js/commands/open-stack.js





/**
 * Reads the file and gives the session what the file says of the edge: authorities, tools, where secrets are.
 *
 * @param options  recordsSource: what the command makes is kept with the commit it was made from.
 * @returns the session; its `secretSource` has to be closed.
 */
async function openStack(session, settings, options) {
    // Git answers while the file is read; what is wrong with the file is told first.
    const reading = options.recordsSource ? readSource(session, settings.file) : Promise.resolve({});
    reading.catch(() => undefined);
    const config = await (0,read_stack/* readStack */.bA)(settings, session.io);
    if (session.untrusted === true) {
        await (0,trust/* refuseReach */.CI)(config, session.io.files);
        session.io.progress.line(fromOutside);
    }
    const { caFile } = config.network;
    const source = await reading;
    const environment = await provideTools(session, config);
    const changes = {
        ...(caFile === undefined ? {} : { caFile }),
        ...(environment === undefined ? {} : { environment }),
    };
    const io = Object.keys(changes).length === 0 ? session.io : session.io.with(changes);
    const opened = { ...session, io, source };
    if (session.untrusted === true)
        return [opened, config];
    const { host } = session;
    const vault = {
        source: config.secretSources?.vault ?? {},
        identityToken: async (audience) => host.identityToken?.(audience),
    };
    return [{ ...opened, secretSource: (0,open_secrets/* openSecrets */.c)(session, config, io), vault }, config];
}
const fromOutside = 'This run comes from outside: no secret and no variable is read, so values that are made of them are not known here';
async function readSource(session, file) {
    const { readSourceFacts } = await __webpack_require__.e(/* import() */ 2722).then(__webpack_require__.bind(__webpack_require__, 92722));
    return readSourceFacts(session.io, (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file)));
}


/***/ }),

/***/ 58345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ showSources),
/* harmony export */   nj: () => (/* binding */ showReference)
/* harmony export */ });
/* unused harmony export showProvenance */
/** `vault:secret/data/mcp#jwt`, `command: op read …`: as the file says it. The words of a command may be long: its first ones. */
function showReference({ provider, at }) {
    if (typeof at === 'string')
        return `${provider}:${at}`;
    const [program = '', first] = at;
    return `${provider}: ${program}${first === undefined ? '' : ` ${first} …`}`;
}
/** name → where it came from, as a report has it. */
function showSources(provenance) {
    return Object.fromEntries(Object.entries(provenance).map(([name, from]) => [name, showProvenance(from)]));
}
/** `environment`, `vault:secret/data/mcp#jwt version 3`: one line for a report. */
function showProvenance({ provider, where, version }) {
    const place = where === undefined ? provider : `${provider}:${where}`;
    return version === undefined ? place : `${place} version ${version}`;
}


/***/ })

};
