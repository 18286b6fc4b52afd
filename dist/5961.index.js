export const id = 5961;
export const ids = [5961];
export const modules = {

/***/ 22993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ boundsOf),
/* harmony export */   F: () => (/* binding */ enterFolder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _own_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74131);


/**
 * Makes the input `working-directory` the folder that every other path counts from.
 *
 * @throws StackError USAGE, UNTRUSTED
 */
function enterFolder(folder, { checkout, hint }) {
    const path = folder?.trim();
    if (path === undefined || path === '')
        return;
    const named = `the input working-directory names ${JSON.stringify(path)}, which is`;
    if (checkout !== undefined && !(0,_own_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .liesIn */ .z)(path, checkout)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'UNTRUSTED',
            message: `${named} outside what was checked out, and this run comes from outside (a fork's pull request, pull_request_target)`,
            hint: 'Who has read the change sets allow-untrusted: true',
        });
    }
    try {
        process.chdir(path);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'USAGE', message: `${named} no folder here`, hint, cause });
    }
}
/** Where a run has to stay: nowhere in particular for one that is trusted, or allowed by who has read the change. */
function boundsOf(given, { checkout, trusted }) {
    return trusted || given.get('allow-untrusted')?.trim().toLowerCase() === 'true' ? {} : { checkout };
}


/***/ }),

/***/ 35961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAction: () => (/* binding */ openAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/io/files.js + 1 modules
var files = __webpack_require__(53619);
// EXTERNAL MODULE: ./build/js/hosts/enter-folder.js
var enter_folder = __webpack_require__(22993);
// EXTERNAL MODULE: ./build/js/hosts/own-folder.js
var own_folder = __webpack_require__(74131);
// EXTERNAL MODULE: ./build/js/hosts/terminal.js + 2 modules
var terminal = __webpack_require__(72540);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/hosts/kubeconfig.js
var hosts_kubeconfig = __webpack_require__(54495);
// EXTERNAL MODULE: ./build/js/hosts/github/environment.js
var github_environment = __webpack_require__(9053);
// EXTERNAL MODULE: ./build/js/hosts/github/given-inputs.js
var given_inputs = __webpack_require__(35907);
;// CONCATENATED MODULE: ./build/js/hosts/github/action-step.js








/**
 * Inputs into words, environment and secrets. Secrets are known to the redactor before anything else is looked at: a wrong
 * input next to them is an error that is printed.
 *
 * @throws StackError USAGE
 */
function openActionStep({ bounds, contract, environment, folder, given, redactor, }) {
    const token = given.get('github-token')?.trim();
    if (token !== undefined)
        redactor.add(new secret/* Secret */.z('github-token', token));
    const json = given.get('secrets');
    const secrets = json === undefined ? {} : (0,given_inputs/* parseSecrets */.d)(json);
    for (const [name, value] of Object.entries(secrets))
        redactor.add(new secret/* Secret */.z(name, value));
    const kubeconfig = given.get('kubeconfig');
    for (const value of (0,hosts_kubeconfig/* secretsOfKubeconfig */.W)(kubeconfig ?? ''))
        redactor.add(new secret/* Secret */.z('kubeconfig', value));
    // First of all that can be refused: the report of a refusal lies where that of the run would.
    (0,enter_folder/* enterFolder */.F)(given.get('working-directory'), {
        hint: 'Check the repository out before (actions/checkout), and give the folder from its top',
        ...bounds,
    });
    const comments = wantsComment(given.get('comment'));
    const words = contract.words(given, 'github');
    return {
        words,
        secrets,
        environment: {
            ...(0,github_environment/* withoutRunnerTokens */.lx)(environment),
            TMPDIR: folder,
            ...(kubeconfig === undefined ? {} : { KUBECONFIG: kubeconfigFile(kubeconfig, folder) }),
        },
        ...(comments && token !== undefined ? { commentToken: new secret/* Secret */.z('github-token', token) } : {}),
        problems: [...(json === undefined ? [] : [tooManySecrets]), ...(comments && token === undefined ? [noToken] : [])],
    };
}
const tooManySecrets = {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: 'the input secrets hands every secret of the repository to this step; only those that the file names are used',
    // oxlint-disable-next-line no-template-curly-in-string
    hint: 'Name each one under env: of the step: DB_PASSWORD: ${{ secrets.DB_PASSWORD }}',
};
const noToken = {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: 'no comment is written: the input github-token is empty',
    // oxlint-disable-next-line no-template-curly-in-string
    hint: 'Leave it out, or give it: github-token: ${{ github.token }}',
};
function kubeconfigFile(input, folder) {
    // oxlint-disable-next-line no-template-curly-in-string
    const kubeconfig = (0,hosts_kubeconfig/* readKubeconfig */.U)(input, 'Give a secret that holds the file: kubeconfig: ${{ secrets.KUBECONFIG }}');
    if ('path' in kubeconfig)
        return kubeconfig.path;
    const file = (0,external_node_path_.join)(folder, 'kubeconfig');
    (0,external_node_fs_.writeFileSync)(file, kubeconfig.text, { mode: 0o600 });
    return file;
}
/** YAML's own words. @throws StackError USAGE */
function wantsComment(value) {
    const word = value?.trim().toLowerCase() ?? 'false';
    if (word === 'true' || word === 'false')
        return word === 'true';
    throw new errors/* StackError */.L({
        code: 'USAGE',
        message: `the input comment does not know ${JSON.stringify(value)}`,
        hint: 'It knows: true, false',
    });
}

// EXTERNAL MODULE: ./build/js/hosts/github/after-job.js
var after_job = __webpack_require__(79292);
// EXTERNAL MODULE: ./build/js/hosts/github/annotations.js
var annotations = __webpack_require__(44842);
// EXTERNAL MODULE: ./build/js/hosts/github/event.js
var github_event = __webpack_require__(32316);
// EXTERNAL MODULE: ./build/js/hosts/github/group-progress.js
var group_progress = __webpack_require__(90731);
// EXTERNAL MODULE: ./build/js/hosts/github/identity-token.js
var identity_token = __webpack_require__(31412);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/js/hosts/github/layer-cache.js


/**
 * Folders of layers that travel from job to job through GitHub's cache. The library finds the service in the variables of
 * this process and keeps to ACTIONS_CACHE_MODE; what fails it says as a warning of the job and goes on.
 *
 * @param environment  As it was when the program started, tokens and all.
 * @param warn  For the few failures that it throws.
 * @returns undefined where there is no service, or no folder of the job's own.
 */
function openFolderStore(environment, warn) {
    const { ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, RUNNER_TEMP } = environment;
    const hasService = isSet(ACTIONS_RUNTIME_TOKEN) && (isSet(ACTIONS_RESULTS_URL) || isSet(ACTIONS_CACHE_URL));
    if (!hasService || RUNNER_TEMP === undefined || RUNNER_TEMP === '')
        return undefined;
    const attempt = async (what, work) => {
        try {
            // Loading it takes a tenth of a second, which only a run that builds needs.
            return await work(await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(1955), __webpack_require__.e(3838), __webpack_require__.e(1691)]).then(__webpack_require__.bind(__webpack_require__, 61691)));
        }
        catch (error) {
            warn(`layer cache: ${what}: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    };
    return {
        // A restored path is the one that was saved; a runner's temporary folder is the same in every job.
        folder: (0,external_node_path_.join)(RUNNER_TEMP, 'mcp-layers'),
        restore: (folder, key, prefixes) => attempt(`${key} could not be restored`, async (cache) => {
            await (0,promises_.mkdir)(folder, { recursive: true });
            return cache.restoreCache([folder], key, [...prefixes]);
        }),
        async save(folder, key) {
            await attempt(`${key} could not be saved`, (cache) => cache.saveCache([folder], key));
        },
    };
}
function isSet(value) {
    return value !== undefined && value !== '';
}

;// CONCATENATED MODULE: ./build/js/hosts/github/masks.js
/** Shorter ones would black out half of the log. */
const shortest = 4;
/** The first and last line of a PEM block say nothing and are in every certificate. */
const pemArmour = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/;
/**
 * What the runner is told to hide for one value: it compares line by line, so each line, and base64 of the whole as it
 * is written into Secrets, headers and URLs.
 */
function masksOf(secret) {
    const value = secret.reveal();
    const lines = value.split(/\r\n|\r|\n/).flatMap((line) => [line, line.trim()]);
    const base64 = Buffer.from(value).toString('base64');
    const urlSafe = base64.replaceAll('+', '-').replaceAll('/', '_');
    const masks = [...lines, base64, base64.replaceAll('=', ''), urlSafe, urlSafe.replaceAll('=', '')];
    return [...new Set(masks)].filter((mask) => mask.trim().length >= shortest && !pemArmour.test(mask));
}

// EXTERNAL MODULE: ./build/js/io/tool-missing.js
var tool_missing = __webpack_require__(35636);
;// CONCATENATED MODULE: ./build/js/hosts/github/run-brief.js

/** Commands that end by themselves in a moment, through @actions/exec: silent, so that nothing of a child reaches the log unredacted. */
function runBriefWith(getExecOutput) {
    return async ({ args, cwd, program }, environment) => {
        // It splits its first argument at spaces that are not quoted.
        const quoted = `"${program.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
        try {
            const { exitCode, stderr, stdout } = await getExecOutput(quoted, [...args], {
                silent: true,
                ignoreReturnCode: true,
                env: { ...environment },
                ...(cwd === undefined ? {} : { cwd }),
            });
            return { exitCode, stdout, stderr };
        }
        catch (error) {
            if (error instanceof Error && /Unable to locate executable file|ENOENT/.test(error.message))
                throw (0,tool_missing/* toolMissing */.N)(program, 'not found', error);
            throw error;
        }
    };
}

// EXTERNAL MODULE: ./build/js/hosts/github/runner-files.js
var runner_files = __webpack_require__(74086);
// EXTERNAL MODULE: ./build/js/hosts/github/summary-file.js
var summary_file = __webpack_require__(79051);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/js/hosts/github/docker-config.js



/**
 * A folder that is docker's configuration with further CLI plugins in it: docker looks for plugins there first and knows no
 * variable for another place. Everything that is in the user's own (log-ins, contexts, builders) is a link to it.
 *
 * @param plugins  file name → path
 */
function shadowDockerConfig(environment, folder, plugins) {
    const own = environment.DOCKER_CONFIG ?? (0,external_node_path_.join)(environment.HOME ?? (0,external_node_os_.homedir)(), '.docker');
    const shadow = (0,external_node_path_.join)(folder, 'docker');
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(shadow, 'cli-plugins'), { recursive: true, mode: 0o700 });
    for (const name of list(own))
        if (name !== 'cli-plugins')
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(own, name), (0,external_node_path_.join)(shadow, name));
    for (const [name, path] of Object.entries(plugins))
        (0,external_node_fs_.symlinkSync)(path, (0,external_node_path_.join)(shadow, 'cli-plugins', name));
    for (const name of list((0,external_node_path_.join)(own, 'cli-plugins'))) {
        if (!(name in plugins))
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(own, 'cli-plugins', name), (0,external_node_path_.join)(shadow, 'cli-plugins', name));
    }
    return shadow;
}
function list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        // Nobody has logged in, or there are no plugins of the user's own.
        return [];
    }
}

;// CONCATENATED MODULE: ./build/js/hosts/github/tools.js







const tools = {
    kubectl: {
        version: '1.34.1',
        file: 'kubectl',
        probe: ['kubectl', 'version', '--client'],
        program: ({ go }, version) => `v${version}/bin/linux/${go}/kubectl`,
        checksums: ({ go }, version) => `v${version}/bin/linux/${go}/kubectl.sha256`,
        sums: {
            amd64: '7721f265e18709862655affba5343e85e1980639395d5754473dafaadcaa69e3',
            arm64: '420e6110e3ba7ee5a3927b5af868d18df17aae36b720529ffa4e9e945aa95450',
        },
    },
    buildx: {
        version: '0.38.2',
        file: 'docker-buildx',
        probe: ['docker', 'buildx', 'version'],
        program: ({ go }, version) => `v${version}/buildx-v${version}.linux-${go}`,
        checksums: (_architecture, version) => `v${version}/checksums.txt`,
    },
    compose: {
        version: '2.40.3',
        file: 'docker-compose',
        probe: ['docker', 'compose', 'version'],
        program: ({ machine }, version) => `v${version}/docker-compose-linux-${machine}`,
        checksums: ({ machine }, version) => `v${version}/docker-compose-linux-${machine}.sha256`,
        sums: {
            amd64: 'dba9d98e1ba5bfe11d88c99b9bd32fc4a0624a30fafe68eea34d61a3e42fd372',
            arm64: 'd26373b19e89160546d15407516cc59f453030d9bc5b43ba7faf16f7b4980137',
        },
    },
};
/** Where each publisher has its releases. */
const publishers = {
    kubectl: 'https://dl.k8s.io/release',
    buildx: 'https://github.com/docker/buildx/releases/download',
    compose: 'https://github.com/docker/compose/releases/download',
};
/** Fetches programs that are missing through the runner's tool cache, and puts them on PATH or beside docker for this run alone. */
function toolProvider(options) {
    return async (wanted, progress) => {
        const { environment, folder } = options;
        const missing = [];
        for (const name of wanted)
            if (await isMissing(name, options))
                missing.push(name);
        if (missing.length === 0)
            return {};
        const cache = await options.toolCache();
        const plugins = {};
        const paths = [];
        for (const name of missing) {
            const { file, version } = tools[name];
            const place = cache.find(name, version) || (await fetchTool(name, cache, options));
            progress.line(`${name} ${version} for this run: there is none here`);
            if (file.startsWith('docker-'))
                plugins[file] = (0,external_node_path_.join)(place, file);
            else
                paths.push(place);
        }
        return {
            ...(paths.length === 0 ? {} : { PATH: [...paths, environment.PATH ?? ''].join(external_node_path_.delimiter) }),
            ...(Object.keys(plugins).length === 0 ? {} : { DOCKER_CONFIG: shadowDockerConfig(environment, folder, plugins) }),
        };
    };
}
/** A plugin without its docker is no use; what is said then is that there is no engine. */
async function isMissing(name, { environment, runBrief }) {
    const [program, ...args] = tools[name].probe;
    try {
        const { exitCode } = await runBrief({ program, args }, definedOnly(environment));
        return exitCode !== 0;
    }
    catch (error) {
        if (!(error instanceof errors/* StackError */.L) || error.code !== 'TOOL_MISSING')
            throw error;
        return name === 'kubectl';
    }
}
async function fetchTool(name, cache, options) {
    const { checksums, file, program, sums, version } = tools[name];
    const architecture = thisArchitecture(name);
    const base = (options.publishers ?? publishers)[name];
    const address = `${base}/${program(architecture, version)}`;
    const download = async (url) => {
        try {
            return await cache.downloadTool(url);
        }
        catch (cause) {
            const reason = cause instanceof Error ? cause.message : String(cause);
            throw refuse(name, `${url} could not be fetched: ${reason}`, cause);
        }
    };
    const fromList = async () => {
        const list = await (0,promises_.readFile)(await download(`${base}/${checksums(architecture, version)}`), 'utf8');
        return checksumIn(list, address.slice(address.lastIndexOf('/') + 1));
    };
    const pinned = (options.sums === undefined ? sums : options.sums[name])?.[architecture.go];
    const wanted = pinned ?? (await fromList());
    if (wanted === undefined)
        throw refuse(name, `its publisher names no checksum for ${address}`);
    const path = await download(address);
    const found = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), found);
    if (found.digest('hex') !== wanted)
        throw refuse(name, `${address} does not have the checksum that ${pinned === undefined ? 'its publisher names' : 'is known here'}`);
    await (0,promises_.chmod)(path, 0o755);
    return cache.cacheFile(path, file, name, version);
}
/** A file with one checksum, or lines of `<hex> *<name>`. */
function checksumIn(list, file) {
    if (/^[0-9a-f]{64}\s*$/.test(list))
        return list.trim();
    const lines = list.split('\n').map((line) => /^([0-9a-f]{64}) [ *](\S+)\s*$/.exec(line));
    return lines.find((line) => line?.[2] === file)?.[1];
}
function thisArchitecture(name) {
    if (process.platform === 'linux' && process.arch === 'x64')
        return { go: 'amd64', machine: 'x86_64' };
    if (process.platform === 'linux' && process.arch === 'arm64')
        return { go: 'arm64', machine: 'aarch64' };
    throw refuse(name, `nothing is known to fetch for ${process.platform} on ${process.arch}`);
}
function refuse(name, reason, cause) {
    return new errors/* StackError */.L({
        code: 'TOOL_MISSING',
        message: `${name} is not here, and ${reason}`,
        hint: `Install ${name} in a step before this one; network.offline: true keeps this action from fetching it`,
        cause,
    });
}
function definedOnly(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

// EXTERNAL MODULE: ./build/js/hosts/github/workflow-commands.js
var workflow_commands = __webpack_require__(39574);
;// CONCATENATED MODULE: ./build/js/hosts/github/action.js



















/** The runner compares each line of the log with each mask; beyond this many, our redactor is alone. */
const mostMasks = 2000;
/** Of one value: a long file must not take the room of every later one. */
const mostMasksOfOne = 200;
/**
 * The host of a `uses:` step. Everything is written to stdout, the only stream that keeps its order with the commands of
 * @actions/core; nothing else than ours can be a command in it.
 */
function openAction(options, { core, folder, getExecOutput, given }) {
    const { contract, environment, redactor, selfScan, stdout, views } = options;
    const { GITHUB_WORKSPACE: workspace } = environment;
    const origin = (0,github_event/* readOrigin */.P)(environment);
    const checkout = (0,github_event/* checkoutOf */.o)(environment);
    const quiet = (0,workflow_commands/* withoutCommands */.Df)(stdout);
    const base = (0,terminal/* terminalHost */.P0)({ ...options, stdout: quiet, stderr: quiet });
    let step;
    let progress;
    let masks = 0;
    const partlyMasked = new Set();
    const cacheTokens = (0,github_environment/* cacheTokensOf */.ci)(environment);
    const { ACTIONS_RUNTIME_TOKEN: token } = cacheTokens;
    if (token !== undefined)
        redactor.add(token);
    const layerCache = openFolderStore(environment, (message) => progress?.problem({ severity: 'warning', code: 'CACHE_UNUSABLE', message }));
    const runBrief = getExecOutput === undefined ? undefined : runBriefWith(getExecOutput);
    return {
        name: 'github',
        facts: origin.facts,
        checkout,
        asked: given.get('command')?.trim() ?? 'deploy',
        words() {
            const bounds = (0,enter_folder/* boundsOf */.B)(given, { checkout, trusted: origin.facts.trusted });
            step = openActionStep({ bounds, given, environment, contract, redactor, folder });
            return step.words;
        },
        get environment() {
            return step?.environment ?? (0,github_environment/* withoutRunnerTokens */.lx)(environment);
        },
        get secrets() {
            return step?.secrets ?? {};
        },
        cacheTokens,
        ...(layerCache === undefined ? {} : { layerCache }),
        ...(runBrief === undefined ? {} : { runBrief }),
        ...(runBrief === undefined
            ? {}
            : {
                provideTools: (tools, shown) => toolProvider({
                    environment: step?.environment ?? {},
                    folder,
                    runBrief,
                    toolCache: () => Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(1955), __webpack_require__.e(3838), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805)),
                })(tools, shown),
            }),
        // A CA that is kept elsewhere on a machine of one's own is meant to stay.
        notePrivateFile: (path) => {
            if ((0,own_folder/* liesIn */.z)(path, checkout))
                (0,after_job/* notePrivateFile */.et)(folder, path);
        },
        identityToken: (audience) => (0,identity_token/* requestIdentityToken */.l)(audience, environment),
        style: (color) => base.style(color),
        mask(secret) {
            const wanted = masksOf(secret);
            const fitting = wanted.slice(0, Math.min(mostMasksOfOne, mostMasks - masks));
            masks += fitting.length;
            if (fitting.length < wanted.length)
                partlyMasked.add(secret.name);
            fitting.forEach((mask) => core.setSecret(mask));
        },
        progress({ color, verbose }) {
            progress = (0,group_progress/* openGroupProgress */.j)(stdout, options, { style: base.style(color), verbose });
            return progress;
        },
        async report(found, shown) {
            progress?.stop();
            (0,runner_files/* noteRunnerFiles */.K)(environment, selfScan);
            // Of this host alone: said here, and not in the report, which is the same on every host.
            const own = [...(step?.problems ?? []), ...(partlyMasked.size === 0 ? [] : [notAllMasked(partlyMasked)])];
            const told = { ...found, problems: [...found.problems, ...own] };
            await base.report(told, { ...shown, json: false });
            const redacted = redactor.redactJson(found);
            const cleaned = (0,terminal/* cleanDeeply */.pp)(redacted);
            const warn = (message) => (0,annotations/* annotate */.f)(stdout, {
                ...cleaned,
                exitCode: 0,
                problems: [{ severity: 'warning', code: 'CONFIG_WARNING', message }],
            });
            (0,annotations/* annotate */.f)(stdout, (0,terminal/* cleanDeeply */.pp)(redactor.redactJson(told)), workspace);
            const reportFile = await writeReport(redacted, shown, { warn, origin, checkout, selfScan });
            const files = { ...shown.files, report: reportFile };
            const paths = Object.entries(files).map(([name, path]) => [name, (0,annotations/* fromWorkspace */.m)(path, workspace)]);
            for (const [name, value] of Object.entries(contract.outputs(redacted, { ...files, ...Object.fromEntries(paths) })))
                core.setOutput(name, value);
            await (0,summary_file/* writeSummary */.S)(core, views.summary(cleaned), warn);
            if (step?.commentToken !== undefined) {
                const { writeComment } = await __webpack_require__.e(/* import() */ 9089).then(__webpack_require__.bind(__webpack_require__, 19089));
                const key = ['working-directory', 'config', 'environment'].map((name) => given.get(name)?.trim() ?? '');
                const { commentToken } = step;
                await writeComment({ report: cleaned, origin, key, token: commentToken, environment, views, warn, selfScan });
            }
        },
        async print(text) {
            progress?.stop();
            await base.print(text);
        },
        printSecret: (text) => base.printSecret(text),
    };
}
function notAllMasked(names) {
    return {
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: `GitHub was not told to hide every line of ${[...names].sort().join(', ')}: it would compare each line of the log with thousands`,
        hint: 'What this step writes hides them all the same; later steps of the job should not print them',
    };
}
/** For an upload or a following step; what a run could not write down it has done all the same. */
async function writeReport(report, { folder }, { checkout, origin, selfScan, warn }) {
    if (!origin.facts.trusted && !(0,own_folder/* isOwnFolder */.Z)(folder, checkout))
        return '';
    const file = (0,external_node_path_.join)(folder, 'report.json');
    try {
        await (0,files/* createFiles */.q)(undefined, selfScan?.wrote).write(file, `${JSON.stringify(report, null, 2)}\n`, 0o644);
        return file;
    }
    catch (error) {
        warn(error instanceof Error ? error.message : String(error));
        return '';
    }
}


/***/ }),

/***/ 44842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ annotate),
/* harmony export */   m: () => (/* binding */ fromWorkspace)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39574);


/** GitHub shows ten of each kind from one step and drops the rest without a word. */
const shownOfAKind = 10;
const kinds = [
    { severity: 'error', command: 'error' },
    { severity: 'warning', command: 'warning' },
    { severity: 'note', command: 'notice' },
];
/**
 * The problems of a report at their line and column of the file, the most severe first. A failure has one error at least,
 * and what was held back is counted.
 *
 * @param report  redacted, without control characters
 * @param workspace  GITHUB_WORKSPACE
 */
function annotate(stream, report, workspace) {
    const problems = withFailure(report);
    const held = [];
    for (const { command, severity } of kinds) {
        const all = problems.filter((problem) => problem.severity === severity);
        for (const problem of all.slice(0, shownOfAKind))
            annotateOne(stream, command, problem, workspace);
        if (all.length > shownOfAKind)
            held.push(`${all.length - shownOfAKind} more ${severity}s`);
    }
    if (held.length > 0)
        stream.write(`Not shown as annotations: ${held.join(', ')}; they are all above\n`);
}
function annotateOne(stream, command, problem, workspace) {
    const { code, hint, message, path, severity } = problem;
    // `--set PATH` is the place of a problem, and no file.
    const place = problem.place?.file.startsWith('--') === true ? undefined : problem.place;
    const where = path === undefined || message.startsWith(path) ? '' : `${path}: `;
    (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .Lb)(stream, command, `${where}${message}${hint === undefined ? '' : `\nhint: ${hint}`}`, {
        title: severity === 'note' ? undefined : code,
        file: place === undefined ? undefined : fromWorkspace(place.file, workspace),
        line: place?.line,
        col: place?.column,
    });
}
/** A path as GitHub and the steps after this one know it: they start at the top of the checkout, we perhaps in a folder of it. */
function fromWorkspace(path, workspace) {
    if (path === '' || workspace === undefined || workspace === '')
        return path;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path));
    return inside === '' || inside.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) ? path : inside;
}
/** Equal ones once; a step that is red says why in an annotation, whatever went wrong. */
function withFailure({ command, exitCode, problems, status }) {
    const unique = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
    if (exitCode === 0 || unique.some(({ severity }) => severity === 'error'))
        return unique;
    return [
        { severity: 'error', code: exitCode === 3 ? 'WORK_PENDING' : 'COMMAND_FAILED', message: `${command}: ${status}` },
        ...unique,
    ];
}


/***/ }),

/***/ 9053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ci: () => (/* binding */ cacheTokensOf),
/* harmony export */   lx: () => (/* binding */ withoutRunnerTokens)
/* harmony export */ });
/* unused harmony export runnerTokens */
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10390);

/**
 * What the runner hands to an action and no child of it needs; whoever has them speaks as this job:
 * artifacts and caches (ACTIONS_RUNTIME_*, *_URL), a cloud identity (ACTIONS_ID_TOKEN_REQUEST_*), and the files in which the
 * variables, PATH, outputs and clean-up of later steps are written (GITHUB_ENV …), which a build or a hook could forge.
 */
const runnerTokens = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RUNTIME_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
];
/** Inputs hold secrets (`secrets`, `kubeconfig`, `github-token`), state the paths that `post` removes. */
const ours = /^(?:INPUT|STATE)_/;
/** What processes inherit: all of the job's environment but that. */
function withoutRunnerTokens(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name) && !runnerTokens.includes(name)));
}
/** What BuildKit finds GitHub's cache service with; only a build with `type=gha` is given it. The token alone is secret. */
const cacheNames = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
    'ACTIONS_CACHE_SERVICE_V2',
];
function cacheTokensOf(environment) {
    return Object.fromEntries(cacheNames.flatMap((name) => {
        const value = environment[name];
        return value === undefined || value === '' ? [] : [[name, new _model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(name, value)]];
    }));
}


/***/ }),

/***/ 32316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readOrigin),
/* harmony export */   o: () => (/* binding */ checkoutOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** The folder that actions/checkout fills, also where a step was started deeper. */
function checkoutOf({ GITHUB_WORKSPACE: workspace }) {
    return workspace === undefined || workspace === '' ? process.cwd() : workspace;
}
/** Facts of the run, from the runner's variables and its event file. */
function readOrigin(environment) {
    const event = readEvent(environment.GITHUB_EVENT_PATH);
    const { GITHUB_REPOSITORY: repository, GITHUB_REF: ref, GITHUB_RUN_ID: runId } = environment;
    const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
    const commit = text(event?.pull_request?.head?.sha) ?? environment.GITHUB_SHA;
    const pullRequest = numberOf(event, ref);
    return {
        facts: {
            host: 'github',
            actor: environment.GITHUB_TRIGGERING_ACTOR ?? environment.GITHUB_ACTOR ?? 'unknown',
            ...(repository === undefined ? {} : { repository: `${server}/${repository}` }),
            ...(commit === undefined ? {} : { commit }),
            ...(ref === undefined ? {} : { ref }),
            ...(repository === undefined || runId === undefined
                ? {}
                : { url: `${server}/${repository}/actions/runs/${runId}` }),
            trusted: isTrusted(environment, event),
        },
        ...(pullRequest === undefined ? {} : { pullRequest }),
    };
}
/**
 * Whether what is checked out was approved by somebody who may write to the repository. On the events that outsiders can start
 * it has to be known; where the event file does not say it, it is not.
 */
function isTrusted({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: repository }, event) {
    switch (name ?? '') {
        // Runs with the secrets of the base repository; what it checks out may be anybody's.
        case 'pull_request_target':
            return false;
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return repository !== undefined && event?.pull_request?.head?.repo?.full_name === repository;
        case 'workflow_run':
            return repository !== undefined && event?.workflow_run?.head_repository?.full_name === repository;
        // The event of a comment on a pull request does not say where the pull request comes from.
        case 'issue_comment':
            return event?.issue !== undefined && event.issue.pull_request === undefined;
        default:
            return true;
    }
}
function numberOf(event, ref) {
    const number = event?.pull_request?.number ?? (event?.issue?.pull_request === undefined ? undefined : event.issue.number);
    if (typeof number === 'number')
        return number;
    const found = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1];
    return found === undefined ? undefined : Number(found);
}
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        return typeof event === 'object' && event !== null ? event : undefined;
    }
    catch {
        // Not there or not JSON: isTrusted draws the conclusion.
        return undefined;
    }
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 90731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ openGroupProgress)
/* harmony export */ });
/* unused harmony export createGroupProgress */
/* harmony import */ var _io_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61331);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72540);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39574);



/** All tasks together: 500 components that wait for ten minutes are 60 lines, not 30,000. */
const updateMilliseconds = 10_000;
/** In a job's log: a group per step that can be opened, plain lines in it. The runner has the time of each line. */
function createGroupProgress(stream, options) {
    const { clean, now, renderProblem, style, verbose } = options;
    const write = (line) => stream.write(`${(0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .neutralise */ .$0)(line)}\n`);
    const seconds = (start) => `${((now() - start) / 1000).toFixed(1)} s`;
    let open = false;
    let nextUpdate = now() + updateMilliseconds;
    const endGroup = () => {
        if (open)
            (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .issueCommand */ .Lb)(stream, 'endgroup', '');
        open = false;
    };
    const task = (name) => {
        const shown = clean(name);
        const started = now();
        let over = false;
        const end = (word, text) => {
            if (!over)
                write(`${shown}: ${word}${clean(text)} (${seconds(started)})`);
            over = true;
        };
        return {
            update(text) {
                if (over || now() < nextUpdate)
                    return;
                nextUpdate = now() + updateMilliseconds;
                write(`${shown}: ${clean(text)} (${seconds(started)} so far)`);
            },
            done: (text) => end('', text),
            fail: (text) => end(style.red('failed: '), text),
        };
    };
    return {
        task,
        step(title) {
            endGroup();
            (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .issueCommand */ .Lb)(stream, 'group', clean(title));
            open = true;
        },
        line: (text) => write(clean(text)),
        detail: (text) => {
            if (verbose)
                write(style.dim(clean(text)));
        },
        problem: (problem) => renderProblem(problem, style).forEach(write),
        stop: endGroup,
    };
}
/** The same for a host: everything is redacted and without control characters first. */
function openGroupProgress(stream, { now = Date.now, redactor, views }, { style, verbose }) {
    return createGroupProgress(stream, {
        style,
        verbose,
        now,
        clean: (text) => (0,_io_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainLine */ .I)(redactor.redact(text)),
        renderProblem: (problem) => views.problem((0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanDeeply */ .pp)(redactor.redactJson(problem)), style),
    });
}


/***/ }),

/***/ 31412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ requestIdentityToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _io_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15883);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10390);



/** For one request; the service is beside the runner. */
const timeoutSeconds = 10;
const tries = 3;
/**
 * GitHub's OpenID Connect token for this job (docs.github.com, "OpenID Connect reference": GET with the job's own bearer).
 * By hand and not by @actions/core, which would print a mask command with the token into the stdout that a step may pipe.
 *
 * @returns undefined where the job has no `permissions: id-token: write`.
 * @throws StackError HOST_FAILED
 */
async function requestIdentityToken(audience, environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment;
    if (!address || !bearer)
        return undefined;
    const url = new URL(address);
    if (audience !== undefined)
        url.searchParams.set('audience', audience);
    const http = (0,_io_http_js__WEBPACK_IMPORTED_MODULE_1__/* .createHttp */ .V)({ environment, signal: AbortSignal.timeout(tries * timeoutSeconds * 1000) });
    const headers = { authorization: new _model_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z('bearer of the job', `Bearer ${bearer}`), accept: 'application/json' };
    let reason = '';
    for (let attempt = 1; attempt <= tries; attempt++) {
        try {
            const answer = await http({ url: url.href, headers, timeoutSeconds });
            const body = answer.status === 200 ? JSON.parse(answer.body) : undefined;
            if (isToken(body))
                return new _model_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z('identity token', body.value);
            reason = `HTTP ${answer.status}`;
            if (answer.status < 500 && answer.status !== 429)
                break;
        }
        catch (error) {
            reason = error instanceof Error ? error.message : String(error);
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'HOST_FAILED',
        message: `GitHub gave no identity token for this job: ${reason}`,
        hint: 'The job needs `permissions: {id-token: write}`; run it again when githubstatus.com says that Actions is well',
    });
}
function isToken(body) {
    return typeof body === 'object' && body !== null && 'value' in body && typeof body.value === 'string';
}


/***/ }),

/***/ 74086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ noteRunnerFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Files of the runner's that @actions/core adds to; a step before us, or a command of the same step, may have written there. */
const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_STATE'];
/** Before they are written to: from here on what is in them is ours. */
function noteRunnerFiles(environment, selfScan) {
    for (const name of names) {
        const path = environment[name];
        if (path === undefined || path === '')
            continue;
        selfScan?.wrote(path, { from: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.size ?? 0 });
    }
}


/***/ }),

/***/ 79051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary)
/* harmony export */ });
/** Adds to the job's summary; a runner without summaries (GHES before 3.6) is told of, not failed for. */
async function writeSummary(core, markdown, warn) {
    try {
        await core.summary.addRaw(markdown, true).write();
    }
    catch (error) {
        warn(`no job summary was written: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 39574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ neutralise),
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   Lb: () => (/* binding */ issueCommand)
/* harmony export */ });
/**
 * Writes a workflow command to the stream the log of this step is read from. @actions/core can only write to stdout, which
 * in a `run:` step belongs to the result; the runner reads commands from both.
 */
function issueCommand(stream, name, message, properties = {}) {
    const given = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]);
    stream.write(`::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeText(message)}\n`);
}
function escapeText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** No white space for the runner, nothing for the eye; JSON with it is still JSON. */
const zeroWidthSpace = '\u200b';
/**
 * Text from elsewhere in which the runner finds no command: it takes `::name::` at the start of a line (after white space,
 * U+0085 too; a carriage return starts a line) and, as it did at first, `##[name]` anywhere in one.
 */
function neutralise(text) {
    return text
        .replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*)::/g, `$1$2${zeroWidthSpace}::`)
        .replaceAll('##[', `##${zeroWidthSpace}[`);
}
/** A stream through which no command gets, and no terminal: some runners give a job one, and a log has neither colours nor a width. */
function withoutCommands(stream) {
    return {
        write: (text, done) => stream.write(neutralise(text), done),
        on: (event, listener) => stream.on?.(event, listener),
    };
}


/***/ }),

/***/ 54495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readKubeconfig),
/* harmony export */   W: () => (/* binding */ secretsOfKubeconfig)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12027);



/**
 * A text has several lines or is JSON; many keep it in base64. Everything else is a path.
 *
 * @param hint  How to give one on this host.
 * @throws StackError USAGE without a word of the input, for it may be a secret.
 */
function readKubeconfig(input, hint) {
    const text = kubeconfigText(input);
    if (text !== undefined)
        return { text };
    // Whatever folder is entered after this.
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(input.trim()))
        return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(input.trim()) };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StackError */ .L({
        code: 'USAGE',
        message: 'the input kubeconfig is neither a file that is there nor the text of a kubeconfig',
        hint,
    });
}
/** What must not be shown of the input: what logs somebody in, and a text as a whole, so that its base64 is hidden too. */
function secretsOfKubeconfig(input) {
    const text = kubeconfigText(input);
    if (text === undefined)
        return [];
    const keys = 'token|password|client-key-data|access-token|id-token|refresh-token|client-secret';
    const values = text.matchAll(new RegExp(`["']?(?:${keys})["']?\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([^\\s,}]+))`, 'g'));
    return [...[...values].map(([, double, single, bare]) => double ?? single ?? bare ?? ''), text];
}
function kubeconfigText(input) {
    if (/[\n{]/.test(input.trim()))
        return input;
    const decoded = Buffer.from(input, 'base64').toString('utf8');
    return /^\s*["']?clusters\b|["']clusters["']/m.test(decoded) ? decoded : undefined;
}


/***/ }),

/***/ 74131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isOwnFolder),
/* harmony export */   z: () => (/* binding */ liesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Whether a folder may get the reports of a run from outside: it is in the checkout, and where its name says or not there yet. A
 * link in a fork's checkout would have a job write elsewhere.
 */
function isOwnFolder(folder, checkout) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder);
    return liesIn(path, checkout) && realPlace(path) === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(realPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
}
/** Whether a path, links followed, is in a folder or is that folder. */
function liesIn(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(realPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)), realPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)));
    return way !== '..' && !way.startsWith('../');
}
/** Of what is not there: where it would be made. */
function realPlace(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        return above === path ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(realPlace(above), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    }
}


/***/ })

};
