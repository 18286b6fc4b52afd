export const id = 6498;
export const ids = [6498];
export const modules = {

/***/ 39391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ inspectBuilder)
/* harmony export */ });
/* unused harmony export readBuilder */
/* harmony import */ var _detect_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67521);

/** Asks for the builder that would build; undefined where there is none of that name. Does not throw. */
async function inspectBuilder({ engine, builder, io, }) {
    const words = ['buildx', 'inspect', ...(builder === undefined ? [] : [builder])];
    // Only then it lists its features (since 0.11).
    const command = { ...(0,_detect_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineCommand */ .KU)(engine, words), env: { DEBUG: '1' } };
    const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 30 });
    return exitCode === 0 ? readBuilder(stdout) : undefined;
}
/** Reads lines `Key: value`, of the builder and of its first node. */
function readBuilder(text) {
    const value = (key) => new RegExp(`^\\s*${key}:\\s*(\\S.*)$`, 'm').exec(text)?.[1]?.trim();
    const [name, driver] = [value('Name'), value('Driver')];
    if (name === undefined || driver === undefined)
        return undefined;
    const feature = value('Cache export');
    const exports = feature === undefined ? driver !== 'docker' : feature === 'true';
    return { name, driver, status: value('Status') ?? value('Error') ?? 'unknown', exports };
}


/***/ }),

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

/***/ 56996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b$: () => (/* binding */ checkOut),
/* harmony export */   fG: () => (/* binding */ readObjectId),
/* harmony export */   iH: () => (/* binding */ fetchCommit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _git_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27137);
/* harmony import */ var _git_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73604);
/* harmony import */ var _repository_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92117);
/* harmony import */ var _source_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84354);





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
            throw (0,_git_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(repo, (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .gitReason */ .th)(second.stderr, io));
    }
    const present = await git(clone, ['cat-file', '-e', `${commit}^{commit}`], io);
    if (present.exitCode !== 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'REF_NOT_FOUND',
            message: `${(0,_repository_url_js__WEBPACK_IMPORTED_MODULE_3__/* .showRepository */ .q)(repo)} has no commit ${commit}`,
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
    const object = `${clone.commit}:${(0,_source_key_js__WEBPACK_IMPORTED_MODULE_4__/* .normalPath */ .F)(path)}`;
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
    throw (0,_git_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(clone.repo, result.timedOut ? `no end after ${timeoutSeconds} seconds` : (0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .gitReason */ .th)(result.stderr, io));
}
function git(clone, args, io) {
    const where = [`--git-dir=${clone.gitFolder}`, `--work-tree=${clone.folder}`];
    return io.run((0,_git_command_js__WEBPACK_IMPORTED_MODULE_1__/* .gitCommand */ .QT)(clone.settings, [...where, ...args], clone.folder), { timeoutSeconds });
}


/***/ }),

/***/ 73604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ listRefs),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   jf: () => (/* binding */ chooseCommit)
/* harmony export */ });
/* unused harmony export parseRefs */
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _git_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27137);
/* harmony import */ var _repository_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92117);




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
    const command = (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .gitCommand */ .QT)(settings, ['ls-remote', '--heads', '--tags', '--', repo], '/');
    const result = await io.run(command, { timeoutSeconds: 60 });
    if (result.exitCode !== 0)
        throw unreachable(repo, result.timedOut ? 'no answer in 60 seconds' : (0,_git_command_js__WEBPACK_IMPORTED_MODULE_2__/* .gitReason */ .th)(result.stderr, io));
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'REF_AMBIGUOUS',
            message: `${ref} is both a branch (${branch.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${(0,_repository_url_js__WEBPACK_IMPORTED_MODULE_3__/* .showRepository */ .q)(repo)}`,
            hint: `Write which one: ref: refs/heads/${ref} or ref: refs/tags/${ref}`,
        });
    }
    const commit = branch ?? tag;
    if (commit !== undefined)
        return commit;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'REF_NOT_FOUND',
        message: `${(0,_repository_url_js__WEBPACK_IMPORTED_MODULE_3__/* .showRepository */ .q)(repo)} has no branch or tag ${ref}`,
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
    const nearest = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(ref, names);
    if ((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(ref, nearest) <= Math.max(2, ref.length / 3))
        return `Did you mean ref: ${nearest}?`;
    const shown = names.slice(0, 6).join(', ');
    return `It has: ${shown}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`;
}
/** The error for a repository git could not talk to. */
function unreachable(repo, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'SOURCE_UNREACHABLE',
        message: `git cannot read ${(0,_repository_url_js__WEBPACK_IMPORTED_MODULE_3__/* .showRepository */ .q)(repo)}: ${reason}`,
        hint: `Try it by hand: git ls-remote -- ${(0,_repository_url_js__WEBPACK_IMPORTED_MODULE_3__/* .showRepository */ .q)(repo)}`,
    });
}


/***/ }),

/***/ 57200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  As: () => (/* binding */ checkSource),
  yK: () => (/* binding */ identifySource),
  W_: () => (/* binding */ treeKey)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/build/git-fetch.js
var git_fetch = __webpack_require__(56996);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
    const loaded = await __webpack_require__.e(/* import() */ 4158).then(__webpack_require__.t.bind(__webpack_require__, 44158, 19));
    const dockerignore = callable(loaded.default);
    const matcher = dockerignore({ ignorecase: false }).add(rules);
    return (path) => matcher.ignores(path);
}
/** Its types speak of a `default` in its export; at run time, bundled or not, the CommonJS export itself is the function. */
function callable(exported) {
    return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
}

// EXTERNAL MODULE: ./build/js/build/source-key.js
var source_key = __webpack_require__(84354);
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
        const key = (0,source_key/* sourceKey */.Z)({ kind: 'commit', repo: source.repo, commit }, source, baseImages);
        return { source, commit, key };
    }
    const hash = await hashSource(source.path, source, stage.io);
    return { source, key: (0,source_key/* sourceKey */.Z)({ kind: 'content', hash }, source, baseImages) };
}
/**
 * The second key of a git source, over what the commit has in its folder: equal for two commits that differ elsewhere.
 *
 * @throws StackError SOURCE_INVALID when the commit has no such folder or Containerfile.
 */
async function treeKey(source, clone, stage) {
    const context = await (0,git_fetch/* readObjectId */.fG)(clone, source.context, stage.io);
    if (context === undefined)
        throw noContext(source.context);
    for (const path of containerfilePaths(source)) {
        const containerfile = await (0,git_fetch/* readObjectId */.fG)(clone, path, stage.io);
        if (containerfile === undefined)
            continue;
        return (0,source_key/* sourceKey */.Z)({ kind: 'tree', context, containerfile }, source, stage.options.config.baseImages);
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
    return [...new Set([(0,source_key/* normalPath */.F)(`${recipe.context}/${recipe.containerfile}`), (0,source_key/* normalPath */.F)(recipe.containerfile)])];
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
        message: `the source has no ${recipe.containerfile}${(0,source_key/* normalPath */.F)(recipe.context) === '' ? '' : ` in ${recipe.context}`}`,
        hint: similar === undefined ? 'Set containerfile: to its path' : `Did you mean containerfile: ${similar}?`,
    });
}


/***/ }),

/***/ 63936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ findCache)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/js/build/layer-cache/choose.js
/** Chooses by the rules of `ci_cd.build.cache`. A run that comes from outside never writes: others would build on its layers. */
function chooseCache(situation) {
    const { mode, noCache } = situation;
    if (noCache || mode === 'off') {
        const why = noCache ? '--no-cache' : 'as asked for';
        return { kind: 'off', reads: false, writes: false, sentence: `layer cache: off (${why})` };
    }
    const kinds = mode === 'auto' ? ['gha', 'registry'] : [mode];
    const reasons = [];
    for (const kind of kinds) {
        const reason = findObstacle(kind, situation);
        if (reason === undefined)
            return use(kind, situation);
        if (reason !== '')
            reasons.push(`${kind} ${reason}`);
    }
    const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
    return {
        kind: 'builder',
        reads: true,
        writes: true,
        sentence: `layer cache: the builder's own${why}`,
        ...(mode === 'auto' ? {} : { refused: true }),
    };
}
/** Why a kind cannot be used; '' where nobody would have expected it. */
function findObstacle(kind, situation) {
    const { builder, driver, exports, hasRepository, mode, serviceMode, tokens, trusted } = situation;
    const isAuto = mode === 'auto';
    if (kind === 'registry') {
        if (!hasRepository)
            return isAuto ? '' : 'needs a registry that images are pushed to, or ci_cd.build.cache_ref';
        if (builder === 'docker')
            return isAuto ? '' : 'needs buildx or podman';
        // podman's cache is a tag for each layer, which nobody wants beside the images without having asked.
        if (isAuto && builder === 'podman')
            return '';
        if (isAuto && !trusted)
            return 'is not written by a run that comes from outside';
        return isAuto && !exports ? needsDriver(driver) : undefined;
    }
    if (kind === 'gha') {
        if (!tokens)
            return isAuto ? '' : 'needs a job on GitHub with its cache service';
        if (serviceMode === 'none')
            return 'is closed to this job (ACTIONS_CACHE_MODE=none)';
        if (!trusted && serviceMode === 'write-only')
            return 'is closed to this job (ACTIONS_CACHE_MODE=write-only)';
    }
    if (builder !== 'buildx')
        return `needs buildx, and ${builder} builds here`;
    return exports ? undefined : needsDriver(driver);
}
function needsDriver(driver = 'docker') {
    return `needs a builder with the docker-container or remote driver; this one's is ${driver}`;
}
function use(kind, situation) {
    const { exports, folder, ref, serviceMode, trusted } = situation;
    const where = { gha: "GitHub's cache", local: folder, registry: ref ?? 'the tag cache of each image' }[kind];
    const isOfService = kind === 'gha';
    const reads = !(isOfService && serviceMode === 'write-only');
    const readOnly = !trusted
        ? 'this run comes from outside'
        : isOfService && serviceMode === 'read'
            ? 'ACTIONS_CACHE_MODE=read'
            : situation.builder === 'buildx' && !exports
                ? `this builder cannot write it, its driver is ${situation.driver ?? 'docker'}`
                : undefined;
    const limits = readOnly === undefined ? (reads ? '' : ', write only') : `, read only: ${readOnly}`;
    return { kind, reads, writes: readOnly === undefined, sentence: `layer cache: ${kind} (${where}${limits})` };
}

;// CONCATENATED MODULE: ./build/js/build/layer-cache/find.js


/**
 * Looks at the builder and at the host, and chooses.
 *
 * @param builder  Name of the image builder.
 * @param inspect  buildx: asks for its builder.
 */
async function findCache({ config, noCache, pushes }, builder, around, inspect, io) {
    const { environment } = io;
    const folder = config.folder ?? around.store?.folder ?? userFolder(environment);
    const isOff = noCache || config.mode === 'off';
    const found = builder === 'buildx' && !isOff ? await inspect() : undefined;
    const serviceMode = environment.ACTIONS_CACHE_MODE?.trim().toLowerCase();
    const chosen = chooseCache({
        mode: config.mode,
        noCache,
        builder,
        ...(found === undefined ? {} : { driver: found.driver }),
        exports: builder === 'buildx' ? (found?.exports ?? false) : builder !== 'docker',
        tokens: canOpenService(around.tokens),
        ...(serviceMode === undefined ? {} : { serviceMode }),
        trusted: around.trusted,
        hasRepository: config.ref !== undefined || pushes,
        ...(config.ref === undefined ? {} : { ref: config.ref }),
        folder,
    });
    return { chosen, folder };
}
/** The token, and one of the two addresses: of the service's second version, and of its first (GitHub Enterprise Server). */
function canOpenService(tokens = {}) {
    return 'ACTIONS_RUNTIME_TOKEN' in tokens && ('ACTIONS_RESULTS_URL' in tokens || 'ACTIONS_CACHE_URL' in tokens);
}
/** The XDG base directory specification's place for what can be made again. */
function userFolder(environment) {
    const { HOME, XDG_CACHE_HOME } = environment;
    const base = XDG_CACHE_HOME?.startsWith('/') === true ? XDG_CACHE_HOME : (0,external_node_path_.join)(HOME ?? '/tmp', '.cache');
    return (0,external_node_path_.join)(base, 'mcp-stack-deploy', 'layers');
}


/***/ }),

/***/ 62556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/js/model/run-limited.js
var run_limited = __webpack_require__(23762);
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

;// CONCATENATED MODULE: ./build/js/build/registry-token.js
/** `Bearer realm="…",service="…"` of RFC 6750. */
function readChallenge(header) {
    const scheme = header.split(' ', 1)[0]?.toLowerCase() ?? '';
    const values = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const realm = values.get('realm');
    const service = values.get('service');
    return { scheme, ...(realm === undefined ? {} : { realm }), ...(service === undefined ? {} : { service }) };
}
/**
 * What a token of a registry allows, where it is a JWT that says so (the distribution project's token specification). It is
 * read for people only: the registry itself decides.
 */
function grantedActions(token) {
    const [, payload] = token.split('.');
    if (payload === undefined)
        return undefined;
    try {
        const claims = Object(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
        return claims.access === undefined ? undefined : (claims.access ?? []).flatMap(({ actions }) => actions ?? []);
    }
    catch {
        return undefined;
    }
}

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
    const grants = new WeakMap();
    const send = async (reference, call) => {
        const url = `${baseUrl(reference.registry)}/v2/${call.path === undefined ? '' : `${reference.path}/${call.path}`}`;
        const scope = `${reference.registry}/${reference.path}:${call.access}`;
        const request = (token) => io.http({
            url,
            method: call.method,
            redirects: 'anonymous', // Blobs are often in a store of their own; registry.k8s.io sends manifests on too.
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
        const token = new secret/* Secret */.z('registry token', `Bearer ${value}`);
        const granted = grantedActions(value);
        if (granted !== undefined)
            grants.set(token, granted);
        return token;
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
        async enter(registry, path, access) {
            const { status, headers } = await send({ registry, path }, { method: 'GET', access });
            const token = tokens.get(`${registry}/${path}:${access}`);
            const granted = token && grants.get(token);
            const { date } = headers;
            const known = await credentials(registry);
            return { status, credentials: known !== undefined, ...(granted && { granted }), ...(date && { date }) };
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

/***/ 84354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ normalPath),
/* harmony export */   Z: () => (/* binding */ sourceKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 40);
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


/***/ }),

/***/ 81823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ cacheSurroundings)
/* harmony export */ });
/** What this run's host has for the layer cache. */
function cacheSurroundings({ host, untrusted }) {
    const { cacheTokens, layerCache } = host;
    return {
        trusted: untrusted !== true,
        ...(cacheTokens === undefined ? {} : { tokens: cacheTokens }),
        ...(layerCache === undefined ? {} : { store: layerCache }),
    };
}


/***/ }),

/***/ 85415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ planRules)
/* harmony export */ });
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


/***/ })

};
