export const id = 2254;
export const ids = [2254];
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

/***/ 82254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitlabHost: () => (/* binding */ gitlabHost)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/io/plain-text.js
var plain_text = __webpack_require__(61331);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/hosts/enter-folder.js
var enter_folder = __webpack_require__(22993);
// EXTERNAL MODULE: ./build/js/hosts/kubeconfig.js
var hosts_kubeconfig = __webpack_require__(54495);
// EXTERNAL MODULE: ./build/js/hosts/terminal.js + 2 modules
var terminal = __webpack_require__(72540);
;// CONCATENATED MODULE: ./build/js/hosts/gitlab/facts.js
/** Facts of a GitLab job, from the variables that GitLab sets for it. */
function factsOf(environment) {
    const repository = environment.CI_PROJECT_PATH || undefined;
    const commit = environment.CI_COMMIT_SHA || undefined;
    const ref = refOf(environment);
    const url = environment.CI_JOB_URL || undefined;
    return {
        host: 'gitlab',
        actor: environment.GITLAB_USER_LOGIN || 'gitlab',
        ...(repository === undefined ? {} : { repository }),
        ...(commit === undefined ? {} : { commit }),
        ...(ref === undefined ? {} : { ref }),
        ...(url === undefined ? {} : { url }),
        trusted: isTrusted(environment),
    };
}
/** Written as git does, as on every host. */
function refOf(environment) {
    const { CI_COMMIT_BRANCH: branch, CI_COMMIT_REF_NAME: name, CI_COMMIT_TAG: tag } = environment;
    if (tag)
        return `refs/tags/${tag}`;
    if (environment.CI_MERGE_REQUEST_REF_PATH)
        return environment.CI_MERGE_REQUEST_REF_PATH;
    return branch ? `refs/heads/${branch}` : name || undefined;
}
/**
 * Whether those who may change this project wrote what runs. A member can start a fork's merge request in the project
 * itself: then the fork's files run beside the project's variables. A merge train and a child pipeline keep the variables of
 * the merge request, so these count, not CI_PIPELINE_SOURCE alone. Where an id is missing nobody can tell: not trusted.
 */
function isTrusted(environment) {
    const { CI_PIPELINE_SOURCE: source, CI_PROJECT_ID: project } = environment;
    if (source === 'external_pull_request_event' || environment.CI_EXTERNAL_PULL_REQUEST_IID) {
        const from = environment.CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY;
        return Boolean(from) && from === environment.CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY;
    }
    const isMergeRequest = source === 'merge_request_event' ||
        Object.keys(environment).some((name) => name.startsWith('CI_MERGE_REQUEST_') && environment[name]);
    return !isMergeRequest || (Boolean(project) && environment.CI_MERGE_REQUEST_SOURCE_PROJECT_ID === project);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/js/model/gitlab-file-variable.js
var gitlab_file_variable = __webpack_require__(81733);
;// CONCATENATED MODULE: ./build/js/hosts/gitlab/job-environment.js


/**
 * Variables that hold the job's own credentials. CI_REPOSITORY_URL has the job token in it. CI_REGISTRY_PASSWORD is the job
 * token again: `docker login` comes before us and leaves its own file, no child needs the variable; the file can still name
 * it as a registry's password.
 */
const credentials = /^(?:CI_JOB_TOKEN|CI_BUILD_TOKEN|CI_JOB_JWT.*|CI_REGISTRY_PASSWORD|CI_DEPLOY_PASSWORD|CI_DEPENDENCY_PROXY_PASSWORD|CI_REPOSITORY_URL|CI_RUNNER_SHORT_TOKEN)$/;
/** An ID token of `id_tokens:` comes under a name that the user chose; its form tells it. */
const idToken = /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/;
/**
 * Names whose value is the secret itself. Others (KUBECONFIG, GOOGLE_APPLICATION_CREDENTIALS, …_FILE) are paths by design; where the
 * file names one as a secret, its provider reads it.
 */
const wantsContent = /(?:PASSWORD|SECRET|TOKEN|KEY|CERT)$/i;
/** Splits the variables of a job. @param inputs  Prefix of variables that are inputs, which no process needs. */
function splitEnvironment(variables, inputs) {
    const environment = {};
    const secrets = {};
    for (const [name, value] of Object.entries(variables)) {
        if (value === undefined || name.startsWith(inputs))
            continue;
        const content = wantsContent.test(name) ? contentOf(value, variables.CI_PROJECT_DIR) : undefined;
        if (content !== undefined)
            secrets[name] = content;
        else if (value !== '' && (credentials.test(name) || idToken.test(value)))
            secrets[name] = value;
        else
            environment[name] = value;
    }
    return { environment, secrets };
}
function contentOf(value, project) {
    if (!(0,gitlab_file_variable/* isGitlabFile */.K)(value, project))
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(value, 'utf8');
    }
    catch {
        // A value that only looks like such a path.
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/js/io/files.js + 1 modules
var io_files = __webpack_require__(53619);
;// CONCATENATED MODULE: ./build/js/hosts/gitlab/job-inputs.js



/** The component hands an input `dry-run` over as the variable MCP_INPUT_DRY_RUN: never as a piece of a script. */
const inputPrefix = 'MCP_INPUT_';
/** Inputs by their kebab-case name; an empty one was not given. */
function inputsOf(environment) {
    return new Map(Object.entries(environment).flatMap(([name, value = '']) => {
        const text = linesOf(value.trim());
        if (!name.startsWith(inputPrefix) || text === '')
            return [];
        return [[name.slice(inputPrefix.length).toLowerCase().replaceAll('_', '-'), text]];
    }));
}
/**
 * An array, one item a line. GitLab puts an input of type array into a text as Ruby shows it, which is JSON but for the
 * backslash before `#{`, `#$` and `#@`.
 */
function linesOf(value) {
    if (!value.startsWith('['))
        return value;
    try {
        const items = JSON.parse(value.replaceAll(/\\#(?=[{$@])/g, '#'));
        return Array.isArray(items) && items.every((item) => typeof item !== 'object') ? items.join('\n') : value;
    }
    catch {
        return value;
    }
}
/** The input `kubeconfig` as a path: a text goes into a 0600 file in a folder of its own, which is gone when the process ends. */
async function kubeconfigPath(input) {
    const hint = 'Give a variable of the type file: kubeconfig: $KUBECONFIG_OF_PRODUCTION';
    const kubeconfig = (0,hosts_kubeconfig/* readKubeconfig */.U)(input, hint);
    if ('path' in kubeconfig)
        return kubeconfig.path;
    const files = (0,io_files/* createFiles */.q)();
    const path = `${await files.temporaryFolder('mcp-kubeconfig')}/config`;
    await files.write(path, new secret/* Secret */.z('kubeconfig', `${kubeconfig.text}\n`), 0o600);
    return path;
}

// EXTERNAL MODULE: ./build/js/hosts/own-folder.js
var own_folder = __webpack_require__(74131);
;// CONCATENATED MODULE: ./build/js/hosts/gitlab/report-files.js



/** The files that the component's `artifacts:reports` names. */
const reportFiles = {
    report: 'report.json',
    dotenv: 'mcp-deploy.env',
    codeQuality: 'gl-code-quality.json',
    junit: 'junit-verify.xml',
};
/**
 * Writes what GitLab reads after the job.
 *
 * @param report  Redacted.
 * @returns what a person should know: a failed job shows its report above, so none of it is an error.
 */
async function writeReportFiles(report, shown, around) {
    const { contract, environment, views } = around;
    const toProject = (path) => (0,external_node_path_.relative)(around.project, (0,external_node_path_.resolve)(path)).split(external_node_path_.sep).join(external_node_path_.posix.sep);
    const folder = toProject(shown.folder);
    const outputs = contract.outputs(report, { ...shown.files, report: external_node_path_.posix.join(folder, reportFiles.report) });
    const dotenv = views.dotenv?.(outputs);
    const texts = {
        report: `${JSON.stringify(report, null, 2)}\n`,
        dotenv: dotenv?.text,
        codeQuality: views.codeQuality?.(report, { config: around.config, toProject }),
        junit: views.junit?.(report),
    };
    if (!report.run.trusted && !(0,own_folder/* isOwnFolder */.Z)(shown.folder, around.checkout))
        return [];
    const files = (0,io_files/* createFiles */.q)(undefined, around.selfScan?.wrote);
    const warnings = dotenv?.left.map((name) => `${name} is not in ${reportFiles.dotenv}: GitLab takes 5 KB at most`) ?? [];
    for (const [kind, name] of Object.entries(reportFiles)) {
        const text = texts[kind];
        if (text === undefined)
            continue;
        try {
            await files.write((0,external_node_path_.join)(shown.folder, name), text, 0o644);
        }
        catch (error) {
            warnings.push(error instanceof Error ? error.message : String(error));
        }
    }
    const taken = environment.MCP_REPORTS_FOLDER;
    if (taken && external_node_path_.posix.normalize(taken) !== folder) {
        warnings.push(`the reports of this job are in ${folder}, GitLab takes them from ${taken}: set reports-folder: ${folder}`);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./build/js/hosts/gitlab/sections.js
/** Erases the line, so that the marker itself is not seen. */
const erase = '\u001b[0K';
/** @param now  Milliseconds; markers count in seconds. */
function createSections(stream, now) {
    let open;
    let count = 0;
    const seconds = () => Math.floor(now() / 1000);
    const end = () => {
        if (open !== undefined)
            stream.write(`${erase}section_end:${seconds()}:${open}\r${erase}\n`);
        open = undefined;
    };
    return {
        begin(title) {
            end();
            count++;
            // A section's name is seen once in a log.
            const word = title
                .toLowerCase()
                .replaceAll(/[^a-z\d]+/g, '_')
                .slice(0, 40);
            open = `mcp_${count}_${word}`;
            stream.write(`${erase}section_start:${seconds()}:${open}[collapsed=true]\r${erase}${title}\n`);
        },
        end,
    };
}

;// CONCATENATED MODULE: ./build/js/hosts/gitlab/gitlab-host.js












/**
 * A job of GitLab: the terminal's host with sections for the steps, inputs from variables, and the files that GitLab shows.
 * GitLab has no way to hide a value while a job runs: everything passes our redactor before it is written.
 */
async function gitlabHost(options) {
    const { contract, redactor, stderr, words } = options;
    const { environment, secrets } = splitEnvironment(options.environment, inputPrefix);
    for (const [name, value] of Object.entries(secrets))
        redactor.add(new secret/* Secret */.z(name, value ?? ''));
    const given = new Map(words.length === 0 ? inputsOf(options.environment) : []);
    const kubeconfigInput = given.get('kubeconfig');
    for (const value of (0,hosts_kubeconfig/* secretsOfKubeconfig */.W)(kubeconfigInput ?? ''))
        redactor.add(new secret/* Secret */.z('kubeconfig', value));
    const kubeconfig = await openKubeconfig(kubeconfigInput);
    const facts = factsOf(options.environment);
    const project = projectFolder(options.environment.CI_PROJECT_DIR);
    // Also where we were started elsewhere: a `cd` of the job may have followed a link.
    const checkout = options.environment.CI_PROJECT_DIR || process.cwd();
    const sections = createSections(stderr, options.now ?? Date.now);
    // GitLab's page shows colours although the log is no terminal.
    const base = (0,terminal/* terminalHost */.P0)({ ...options, environment: { FORCE_COLOR: '1', ...environment, CI: 'true' } });
    return {
        ...base,
        name: 'gitlab',
        facts,
        checkout,
        ...(words.length === 0 ? { asked: given.get('command') ?? 'deploy' } : {}),
        environment: kubeconfig.path === undefined ? environment : { ...environment, KUBECONFIG: kubeconfig.path },
        secrets,
        // Its audience is fixed where the job asks for it: `id_tokens: {MCP_ID_TOKEN: {aud: …}}`.
        identityToken: async () => identityTokenOf(options.environment),
        // The template's cache: carries the folder from job to job.
        layerCache: {
            folder: (0,external_node_path_.join)(project, '.mcp-stack/layers'),
            restore: () => Promise.resolve(undefined),
            save: () => Promise.resolve(),
        },
        words() {
            // First of all that can be refused: the reports of a refusal lie where those of the run would.
            const bounds = (0,enter_folder/* boundsOf */.B)(given, { checkout, trusted: facts.trusted });
            (0,enter_folder/* enterFolder */.F)(given.get('working-directory'), { hint: 'It counts from the root of the project', ...bounds });
            if (kubeconfig.error !== undefined)
                throw kubeconfig.error;
            const asked = words.length === 0 ? contract.words(given, 'gitlab') : words;
            refuseTrace(options.environment, asked[0] ?? '');
            return asked;
        },
        progress(display) {
            const lines = base.progress(display);
            return { ...lines, step: (title) => sections.begin((0,plain_text/* toPlainLine */.I)(redactor.redact(title))) };
        },
        async print(text) {
            sections.end();
            await base.print(text);
        },
        async report(report, shown) {
            sections.end();
            await base.report(report, shown);
            const config = given.get('config');
            // Of inputs that were not understood, main does not know the file.
            const folder = config === undefined ? shown.folder : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), 'deploy');
            const around = { ...options, config: config ?? (0,external_node_path_.join)(folder, '../mcp-stack.yaml'), project, checkout };
            const warnings = await writeReportFiles(redactor.redactJson(report), { ...shown, folder }, around);
            for (const warning of warnings)
                stderr.write(`${(0,plain_text/* toPlainLine */.I)(redactor.redact(warning))}\n`);
        },
    };
}
function identityTokenOf({ MCP_ID_TOKEN: token }) {
    return token === undefined || token === '' ? undefined : new secret/* Secret */.z('identity token', token);
}
/** A job starts in it. CI_PROJECT_DIR counts where we were started deeper; in gitlab-ci-local's shell it is another folder. */
function projectFolder(named) {
    const here = process.cwd();
    return named && !(0,external_node_path_.relative)(named, here).startsWith('..') ? named : here;
}
/** The error of a wrong value is thrown where main expects one. */
async function openKubeconfig(value) {
    if (value === undefined)
        return {};
    return kubeconfigPath(value).then((path) => ({ path }), (error) => ({ error }));
}
/** They resolve no secret. */
const withoutSecrets = new Set(['validate', 'schema', 'version', 'help']);
/** What the runner takes for true. */
const isOn = /^(?:1|t|true)$/i;
/**
 * A traced job writes every command and variable into its log before anybody could hide them.
 *
 * @throws StackError UNTRUSTED
 */
function refuseTrace(environment, command) {
    const name = ['CI_DEBUG_TRACE', 'CI_DEBUG_SERVICES'].find((variable) => isOn.test(environment[variable] ?? ''));
    if (name === undefined || withoutSecrets.has(command))
        return;
    throw new errors/* StackError */.L({
        code: 'UNTRUSTED',
        message: `${command} is not done with ${name}: it writes the secrets of the stack into the log of the job`,
        hint: `Remove the variable ${name}, delete the log of this job and change the secrets that stand in it; validate runs all the same`,
    });
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


/***/ })

};
