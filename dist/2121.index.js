export const id = 2121;
export const ids = [2121];
export const modules = {

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 24467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ failureReport),
/* harmony export */   k: () => (/* binding */ toStackError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79471);
/* harmony import */ var _model_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67360);



const issues = 'https://github.com/ibm/mcp-stack-deploy/issues/new';
/** What was thrown, as something to tell the user; anything but a StackError is a bug of ours and says so. */
function toStackError(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L)
        return error;
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const where = error instanceof Error ? (/\(?([^()\s]+:\d+:\d+)\)?/.exec(error.stack ?? '')?.[1] ?? '') : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'BUG',
        message: `this is a bug in mcp-deploy ${_model_version_js__WEBPACK_IMPORTED_MODULE_2__/* .toolVersion */ .f}: ${what}${where === '' ? '' : ` (at ${where.split('/').at(-1)})`}`,
        hint: `Please report it: ${issues}`,
        cause: error,
    });
}
/** The report of a command that ended in an error; the last line is what to type next. */
function failureReport(error, run) {
    return {
        apiVersion: 'mcp-stack-deploy/v1',
        kind: 'Report',
        command: run.command,
        status: 'failed',
        exitCode: error.exitCode,
        run: { ...run.facts, toolVersion: _model_version_js__WEBPACK_IMPORTED_MODULE_2__/* .toolVersion */ .f, startedAt: run.startedAt.toISOString() },
        changes: [],
        images: [],
        certificates: [],
        components: [],
        problems: error.problems,
        secrets: {},
        timings: Object.fromEntries([...run.timings].map(([stage, seconds]) => [stage, Number(seconds.toFixed(1))])),
        next: error.next ?? nextCommand(error, run),
    };
}
/** What a plan shows in full, and where nothing was changed. */
const obstacles = ['OBJECT_FOREIGN', 'FIELD_CONFLICT', 'MASS_DELETE', 'OLDER_COMMIT'];
/** Of what is outside the file: validate would find nothing. */
const valueCodes = [
    'SECRET_MISSING',
    'SECRET_WEAK',
    'SECRET_INVALID',
    'SECRET_UNREACHABLE',
    'SECRET_FORBIDDEN',
];
function nextCommand(error, { command, again = command, arguments: same }) {
    const line = (name) => `mcp-deploy ${name}${same}`;
    if (error.code === 'USAGE')
        return `mcp-deploy help ${command === 'help' ? '' : command}`.trimEnd();
    if (error.code === 'INTERRUPTED' || error.code === 'TERMINATED')
        return line(again);
    if (error.code === 'PLAN_STALE')
        return `${line('plan')} -o plan.json`;
    if (error.code === 'CONFIG_UNREADABLE')
        return 'mcp-deploy init';
    if (error.code === 'RIGHTS_MISSING')
        return line('rbac');
    // Typed without its --to it would be another roll-back.
    if (command === 'rollback')
        return line('history');
    if (obstacles.includes(error.code))
        return line('plan');
    // The file is good; a value that it asks for is not.
    if (valueCodes.includes(error.code))
        return `Mend that, then: ${line(again)}`;
    if (_model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .codes */ .F[error.code] === 2 && command !== 'validate')
        return line('validate');
    if (_model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .codes */ .F[error.code] === 2)
        return `Mend the file, then: ${line('validate')}`;
    return `${line(again)} --verbose`;
}


/***/ }),

/***/ 38445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ globalOptions)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66807);

/** Options that every command understands. */
const globalOptions = {
    environment: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('environment', 'NAME', 'Use this overlay of environments:', { short: 'e' }),
    set: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('set', 'PATH=VALUE', 'Override one key of the file, e.g. --set gateway.replicas=2; repeatable'),
    context: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('context', 'NAME', 'Kubernetes: deploy to this context of the kubeconfig'),
    requirePinned: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('require-pinned', 'Moving refs and tags (main, latest) are errors, not warnings'),
    verbose: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('verbose', 'Show every command that is run, redacted', { short: 'v' }),
    json: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('json', 'One report as JSON on stdout, everything else on stderr'),
    color: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .onFlag */ .kY)('color', 'No colours; NO_COLOR=1 does the same, FORCE_COLOR=1 the opposite'),
    dagger: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .onFlag */ .kY)('dagger', 'Accepted for pipelines that give it: this version has no Dagger builder'),
    allowUntrusted: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('allow-untrusted', 'CI: do all of it for a pull request of a fork, too'),
    help: (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('help', 'Show help for the command', { short: 'h' }),
};


/***/ }),

/***/ 77536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ wordsOf)
/* harmony export */ });
/* unused harmony exports pipelineCommands, inputs, variableName */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_closest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80351);
/* harmony import */ var _global_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38445);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17053);




/** What a pipeline may run. The others ask a person, print a secret (`token`) or are for a terminal. */
const pipelineCommands = [
    'deploy',
    'plan',
    'validate',
    'config',
    'build',
    'certs',
    'certs check',
    'certs import',
    'certs rotate',
    'generate',
    'verify',
    'status',
    'history',
    'rollback',
    'logs',
    'destroy',
    'rbac',
    'doctor',
];
/** Options that mean nothing in a pipeline: the host decides how things look, and logs end. */
const withoutInput = ['json', 'color', 'help', 'dagger', 'follow'];
/** Inputs that are no option of a command. */
const ownInputs = [
    {
        name: 'command',
        kind: 'text',
        default: 'deploy',
        description: `What to do: ${pipelineCommands.join(', ')}.`,
        choices: pipelineCommands,
    },
    {
        name: 'config',
        kind: 'text',
        default: _table_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultFile */ .kL,
        description: 'The configuration file, from the working folder.',
    },
    {
        name: 'working-directory',
        kind: 'text',
        default: '.',
        description: 'The folder that config and every other path are in.',
    },
    {
        name: 'kubeconfig',
        kind: 'text',
        default: '',
        description: 'Kubernetes: a kubeconfig, as a path or as its text. A text is written into a 0600 file and removed after the job.',
    },
    {
        name: 'secrets',
        kind: 'text',
        default: '',
        description: 'toJSON(secrets): values for the names that the configuration asks for; no process inherits them. Better: name each one under env: of the step.',
        fronts: ['github'],
    },
    {
        name: 'comment',
        kind: 'flag',
        default: 'false',
        description: 'Keep one comment on the pull request up to date with the plan or the result.',
        fronts: ['github'],
    },
    {
        name: 'github-token',
        kind: 'text',
        // oxlint-disable-next-line no-template-curly-in-string
        default: '${{ github.token }}',
        description: 'What the comment is written with; the job needs permissions: pull-requests: write.',
        fronts: ['github'],
    },
];
/** Every input, in the order the README lists them. */
const inputs = [...ownInputs, ...optionInputs()];
/** An option that several commands have is one input: it says for each what it does there. */
function optionInputs() {
    const found = new Map();
    for (const name of pipelineCommands) {
        for (const option of Object.values(_table_js__WEBPACK_IMPORTED_MODULE_3__/* .commands */ .Pi[name].options)) {
            const uses = found.get(option.name) ?? [];
            const same = uses.find((use) => use.option.description === option.description);
            if (same === undefined)
                found.set(option.name, [...uses, { option, commands: [name] }]);
            else
                same.commands.push(name);
        }
    }
    const globals = Object.values(_global_options_js__WEBPACK_IMPORTED_MODULE_2__/* .globalOptions */ .W).map((option) => toInput([{ option, commands: [] }]));
    return [...globals, ...[...found.values()].map(toInput)].filter(({ name }) => !withoutInput.includes(name));
}
function toInput(uses) {
    const [first] = uses;
    if (first === undefined)
        throw new Error('an input without an option');
    const { kind, name } = first.option;
    const choices = uses.flatMap(({ option }) => option.choices ?? []);
    const known = uses.flatMap((use) => use.commands);
    return {
        name,
        kind,
        default: defaultText(first.option),
        description: uses.map(({ option, commands: where }) => describe(option, uses.length > 1 ? where : [])).join(' '),
        ...(choices.length === 0 ? {} : { choices }),
        ...(known.length === 0 ? {} : { commands: known }),
    };
}
function describe({ description, default: on, kind, metavar, choices }, where) {
    const about = where.length === 0 ? '' : `${where.join(', ')}: `;
    const off = kind === 'flag' && on === true ? 'false: ' : '';
    const form = kind === 'list' ? ` One ${metavar} a line.` : '';
    const words = choices === undefined ? '' : ` (${choices.join(' or ')})`;
    return `${about}${off}${description.replace(/; repeatable$/, '')}${words}.${form}`;
}
function defaultText({ default: value, kind }) {
    if (kind === 'flag')
        return value === true ? 'true' : 'false';
    return typeof value === 'number' ? String(value) : '';
}
/**
 * Inputs in the form of a command line. What is at its default is left out, so that an input which a command does not know
 * is an error only when somebody wrote it.
 *
 * @throws StackError USAGE naming the input and, for a typo, the one that was meant.
 */
function wordsOf(given, front) {
    const known = inputs.filter(({ fronts }) => fronts === undefined || fronts.includes(front));
    for (const name of given.keys())
        if (!known.some((input) => input.name === name))
            throw unknownInput(name, known);
    const valueOf = (name) => given.get(name)?.trim() || known.find((input) => input.name === name)?.default || '';
    const command = valueOf('command');
    if (!pipelineCommands.some((name) => name === command))
        throw wrongInput('command', command, pipelineCommands);
    const options = known
        .filter((input) => !ownInputs.includes(input))
        .flatMap((input) => optionWords(input, given.get(input.name)?.trim() ?? ''));
    return [...command.split(' '), ...(given.get('config')?.trim() ? [valueOf('config')] : []), ...options];
}
/** YAML's own words for true and false: both systems hand over what was written. */
const truths = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
function optionWords(input, value) {
    const { name, kind, choices } = input;
    if (value === '' || value === input.default)
        return [];
    if (kind === 'flag') {
        const on = truths[value];
        if (on === undefined)
            throw wrongInput(name, value, ['true', 'false']);
        return String(on) === input.default ? [] : [on ? `--${name}` : `--no-${name}`];
    }
    if (kind === 'list')
        return value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`--${name}=${line.trim()}`]));
    if (choices !== undefined && !choices.includes(value))
        throw wrongInput(name, value, choices);
    return [`--${name}=${value}`];
}
function unknownInput(name, known) {
    const names = known.map((input) => input.name);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'USAGE',
        message: `there is no input ${JSON.stringify(name)}`,
        hint: `${(0,_model_closest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, names)}All inputs: ${names.join(', ')}`,
    });
}
function wrongInput(name, value, choices) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'USAGE',
        message: `the input ${name} does not know ${JSON.stringify(value)}`,
        hint: `${(0,_model_closest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(value, choices)}It knows: ${choices.join(', ')}`,
    });
}
/** `dry-run` → `DRY_RUN`, as variables are written. */
function variableName(name) {
    return name.toUpperCase().replaceAll('-', '_');
}


/***/ }),

/***/ 69795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ keepsLogs)
/* harmony export */ });
/** They start builders, git, signers, Compose or kubectl on the way to a change; the others keep nothing of what their children say. */
const changing = new Set([
    'build',
    'certs',
    'certs rotate',
    'deploy',
    'rollback',
    'destroy',
]);
/** Whether what the children of a command say goes to deploy/logs/; a dry run writes nothing. */
function keepsLogs({ command, options }) {
    return changing.has(command) && !('dryRun' in options && options.dryRun);
}


/***/ }),

/***/ 61761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zt: () => (/* binding */ bundleLeaks),
/* harmony export */   bM: () => (/* binding */ refuseLeaks),
/* harmony export */   d3: () => (/* binding */ refuseNames),
/* harmony export */   jW: () => (/* binding */ withLeaks),
/* harmony export */   z5: () => (/* binding */ leakProblem)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_pending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75503);


/** Before the first write to the target: everything on the disk until then. @throws StackError SECRET_LEAKED */
async function refuseLeaks(session) {
    const problems = (await session.io.findLeaks()).map((leak) => leakProblem(leak, 'nothing was deployed; '));
    const [first, ...more] = problems.filter(({ severity }) => severity === 'error');
    if (first === undefined) {
        for (const problem of problems)
            session.io.progress.problem(problem);
        return;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'SECRET_LEAKED',
        message: more.length === 0 ? first.message : `${first.message}; and ${more.length} more`,
        problems,
    });
}
/**
 * A value that is the name of the stack or of an image stands in every line about it: no secret, and nothing can hide it.
 *
 * @throws StackError SECRET_INVALID
 */
function refuseNames({ io }, plan, images) {
    const names = new Map();
    for (const { component, reference, tag } of images) {
        const repositories = plan.images.filter((image) => image.component === component).map((image) => image.repository);
        for (const name of [tag, ...repositories, ...((0,_model_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .isPending */ .m)(reference) ? [] : [reference])]) {
            const short = name.replace(/(?:@|:[^/]*$).*/, '');
            for (const one of [name, short, short.replace(/.*\//, '')])
                names.set(one, `the name of ${component}'s image`);
        }
    }
    for (const { name, service } of [plan.gateway, ...plan.plugins, ...plan.infrastructure]) {
        for (const one of [name, service])
            names.set(one, 'the name of a component');
    }
    names.set(plan.stack.namespace, "the namespace's name").set(plan.stack.name, 'the project name');
    const problems = [...io.sameAs(names)].map(([secret, what]) => ({
        severity: 'error',
        code: 'SECRET_INVALID',
        message: `the value of ${secret} equals ${what}, which everybody may read`,
        hint: 'Choose another value',
    }));
    const [first] = problems;
    if (first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ ...first, problems });
}
/** What of the bundle holds a value that a provider gave, in plain or in base64: errors for a plan and before a deploy. */
function bundleLeaks(session, bundle) {
    return session.io.leaksIn(bundle.files).map(({ place, secrets }) => ({
        severity: 'error',
        code: 'SECRET_LEAKED',
        message: `the value of ${secrets.join(', ')} would stand in ${place} in plain text or base64`,
        hint: 'Where a template, a patch or a manifest of yours holds it, refer to the secret by its name; where a key does, name that key in secret_env',
    }));
}
/**
 * A report with what was found after the work was done. What is live stays live, and the run ends 4; where nothing was made
 * live it ends 1.
 */
function withLeaks(report, leaks, again) {
    if (leaks.length === 0)
        return report;
    const live = isLive(report);
    const problems = [...report.problems, ...leaks.map((leak) => leakProblem(leak, live ? 'deployed; ' : ''))];
    const names = namesOf(leaks);
    if (names.length === 0)
        return { ...report, problems };
    const next = `Rotate ${names.join(', ')}, then: ${again}`;
    // An error of its own says more than that.
    if (report.exitCode !== 0 && report.exitCode !== 3)
        return { ...report, problems, next };
    return { ...report, status: live ? 'unhealthy' : 'failed', exitCode: live ? 4 : 1, problems, next };
}
function namesOf(leaks) {
    return [...new Set(leaks.flatMap(({ secrets }) => secrets))].sort();
}
/** What deploys, and says of it that it succeeded or is not healthy. */
const deploying = new Set(['certs rotate', 'deploy', 'rollback']);
function isLive({ command, status }) {
    return deploying.has(command) && (status === 'succeeded' || status === 'unhealthy');
}
/** @param before  What became of the deploy, with `; ` behind it; empty where there is none. */
function leakProblem({ place, remedy, secrets }, before) {
    if (remedy === 'unread') {
        return {
            severity: 'warning',
            code: 'CONFIG_WARNING',
            message: `${place} could not be read, so it was not searched for secrets`,
            hint: 'This run wrote it: who changed its owner or mode since?',
        };
    }
    const [done, hint] = remedies[remedy];
    return {
        severity: 'error',
        code: 'SECRET_LEAKED',
        message: `${before}leaked in ${place}, ${done}, rotate ${secrets.join(', ')}`,
        hint: hint ?? `Whoever could read ${place} may know the value; what wrote it there writes it again`,
    };
}
/** What was done, and what is left to do where that is not what it is for every file. */
const remedies = {
    removed: ['removed'],
    cut: ['cut back to what it held before'],
    withheld: ['not sent', 'It did not leave this machine'],
    printed: [
        'and printed is printed',
        'Delete the log of this run too, and tell us: the redactor should have hidden it',
    ],
    kept: ['which could not be removed', 'Remove the file yourself'],
    left: [
        'not removed, for it was there before',
        'It was changed while this ran, by something else: remove the value from it, or keep the file elsewhere',
    ],
};


/***/ }),

/***/ 66807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   d_: () => (/* binding */ numberOr),
/* harmony export */   kY: () => (/* binding */ onFlag),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** Off unless given; `--no-<name>` takes it back. */
function flag(name, description, more = {}) {
    return { kind: 'flag', name, description, default: false, ...more };
}
/** On unless `--no-<name>` is given; `description` says what `--no-<name>` does. */
function onFlag(name, description) {
    return { kind: 'flag', name, description, default: true };
}
function text(name, metavar, description, more = {}) {
    return { kind: 'text', name, metavar, description, default: undefined, ...more };
}
/** One of a few words. */
function choice(name, choices, description) {
    return { kind: 'text', name, metavar: choices.join('|'), description, default: undefined, choices };
}
/** Whole numbers from 0. */
function number(name, metavar, description) {
    return { kind: 'number', name, metavar, description, default: undefined };
}
function numberOr(name, metavar, description, otherwise) {
    return { kind: 'number', name, metavar, description, default: otherwise };
}
/** May be given several times. */
function list(name, metavar, description) {
    return { kind: 'list', name, metavar, description, default: [] };
}


/***/ }),

/***/ 40851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* unused harmony export outputs */
/* harmony import */ var _model_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89125);

/** What a following step or job can read; one sentence each. */
const outputs = {
    status: 'succeeded, unchanged, pending, failed or unhealthy',
    changed: 'true when something was changed, or would be (plan)',
    'gateway-url': 'where the gateway is; empty where no client can reach it from outside',
    images: 'JSON: component to image reference, by digest where the image has one',
    plan: 'path of the frozen plan, when output was given to plan',
    report: 'path of the report as JSON, in deploy/ beside the configuration',
    manifests: 'folder of the manifests, when output was given to generate or deploy',
    release: 'number of the live release',
    'certificates-expire': 'when the first certificate expires, ISO 8601',
};
/** The outputs of a run. Pure; nothing secret is in a report. */
function outputsOf(report, files) {
    const { certificates, changes, images, release, stack, status } = report;
    return {
        status,
        changed: String(changes.some(({ action }) => action !== 'unchanged') && status !== 'failed'),
        'gateway-url': stack?.gatewayUrl ?? '',
        images: JSON.stringify(Object.fromEntries(images.map(({ component, reference }) => [component, reference]))),
        plan: files.plan ?? '',
        report: files.report,
        manifests: status === 'failed' ? '' : (files.manifests ?? ''),
        release: release === undefined ? '' : String(release.revision),
        'certificates-expire': (0,_model_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .endsOf */ .oI)(certificates)[0]?.notAfter ?? '',
    };
}


/***/ }),

/***/ 98186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ firstCommand),
/* harmony export */   n: () => (/* binding */ parseWords)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _model_closest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80351);
/* harmony import */ var _global_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38445);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17053);





/**
 * Turns the words of a command line into an invocation.
 *
 * @throws StackError USAGE for an unknown command or option, a missing or malformed value, a word too many.
 */
function parseWords(words) {
    const { tokens, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...words],
        options: parseOptions(allOptions()),
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
    if (given.some((token) => token.name === 'version' || token.rawName === '-V'))
        return invocation('version', {}, given);
    const { command, rest } = findCommand(positionals);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by the very table its type is made from
    const global = readOptions(command, given, _global_options_js__WEBPACK_IMPORTED_MODULE_3__/* .globalOptions */ .W);
    refuseUnknown(command, given);
    if (global.help && command !== 'help')
        return { ...helpFor(command), global };
    if (_table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi[command].argument === 'folder')
        return { ...withFolder(command, rest, given), global };
    return { ...invocation(command, readArgument(command, rest), given), global };
}
function invocation(command, argument, given) {
    const value = {
        command,
        file: _table_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultFile */ .kL,
        ...argument,
        options: readOptions(command, given, _table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi[command].options),
        global: readOptions(command, given, _global_options_js__WEBPACK_IMPORTED_MODULE_3__/* .globalOptions */ .W),
    };
    // The table gives name and options together, which the compiler cannot follow across a union.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return value;
}
function helpFor(topic) {
    return invocation('help', { topic }, []);
}
function findCommand(positionals) {
    if (positionals.length === 0)
        return { command: 'help', rest: [] };
    for (const length of [2, 1]) {
        const command = commandNames.get(positionals.slice(0, length).join(' '));
        if (command !== undefined && positionals.length >= length)
            return { command, rest: positionals.slice(length) };
    }
    const word = positionals[0] ?? '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'USAGE',
        message: `there is no command ${JSON.stringify(word)}`,
        hint: `${(0,_model_closest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(word, [...commandNames.keys()])}All commands: mcp-deploy help`,
    });
}
const commandNames = new Map([
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
    ...Object.keys(_table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi).map((name) => [name, name]),
    ...Object.entries(_table_js__WEBPACK_IMPORTED_MODULE_4__/* .aliases */ .z2),
]);
/** DIR and FILE: the file is the one that is named like YAML. */
function withFolder(command, rest, given) {
    const isFile = (word) => /\.ya?ml$/i.test(word);
    const [folder, ...more] = rest.filter((word) => !isFile(word));
    const file = readArgument('certs', rest.filter(isFile));
    if (more.length > 0 || (folder !== undefined && given.some(({ name }) => name === 'from'))) {
        const words = [folder, ...more].map((word) => JSON.stringify(word)).join(' ');
        throw wrongValue(command, `${command} takes one folder, not ${words} as well`, `Write mcp-deploy ${command} DIR`);
    }
    const from = folder === undefined ? [] : [{ name: 'from', rawName: '--from', value: folder, inlineValue: true }];
    return invocation(command, file, [...given, ...from]);
}
function readArgument(command, rest) {
    const { argument } = _table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi[command];
    if (rest.length === 0)
        return {};
    if (argument === 'command')
        return { topic: findCommand(rest).command };
    const [file, ...more] = argument === 'file' ? rest : [undefined, ...rest];
    if (more.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'USAGE',
            message: `${command} does not know what to do with ${more.map((word) => JSON.stringify(word)).join(' ')}`,
            hint: argument === 'file'
                ? `It takes one file: mcp-deploy ${command} ${file}`
                : `It takes no argument: mcp-deploy ${command}`,
        });
    }
    return file === undefined ? {} : { file };
}
function refuseUnknown(command, given) {
    const known = Object.values({ ..._global_options_js__WEBPACK_IMPORTED_MODULE_3__/* .globalOptions */ .W, ..._table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi[command].options });
    const names = known.flatMap(namesOf);
    for (const token of given) {
        if (names.includes(token.name))
            continue;
        const elsewhere = Object.entries(_table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi).filter(([, entry]) => Object.values(entry.options).some((option) => namesOf(option).includes(token.name)));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'USAGE',
            message: `${command} has no option ${token.rawName}`,
            hint: elsewhere.length > 0
                ? `${elsewhere.map(([name]) => name).join(', ')} ${elsewhere.length === 1 ? 'has' : 'have'} it; all options: mcp-deploy help ${command}`
                : `${(0,_model_closest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(token.rawName, names.map((name) => `--${name}`))}All options: mcp-deploy help ${command}`,
        });
    }
}
function readOptions(command, given, options) {
    return Object.fromEntries(Object.entries(options).map(([key, option]) => {
        const tokens = given.filter((token) => namesOf(option).includes(token.name));
        return [key, tokens.length === 0 ? option.default : readValue(command, option, tokens)];
    }));
}
/** The command that was meant although the line could not be read. */
function firstCommand(words) {
    const positionals = words.filter((word) => !word.startsWith('-'));
    return commandNames.get(positionals.slice(0, 2).join(' ')) ?? commandNames.get(positionals[0] ?? '');
}
/** The last one wins, lists collect. */
function readValue(command, option, tokens) {
    if (option.kind === 'flag') {
        const wrong = tokens.find((token) => token.inlineValue === true);
        if (wrong !== undefined)
            throw wrongValue(command, `${wrong.rawName} takes no value`, `Write ${wrong.rawName} or --no-${option.name}`);
        return tokens.at(-1)?.name === option.name;
    }
    const values = tokens.map((token) => readText(command, option, token));
    if (option.kind === 'list')
        return values;
    const last = values.at(-1) ?? '';
    if (option.kind === 'text')
        return oneOf(command, option, last);
    if (!/^\d{1,9}$/.test(last)) {
        throw wrongValue(command, `--${option.name} is a whole number, not ${JSON.stringify(last)}`, `Write --${option.name} ${option.metavar}, e.g. --${option.name} 60`);
    }
    return Number(last);
}
function oneOf(command, { choices, name }, value) {
    if (choices === undefined || choices.includes(value))
        return value;
    const message = `--${name} does not know ${JSON.stringify(value)}`;
    throw wrongValue(command, message, `${(0,_model_closest_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(value, choices)}Write --${name} ${choices.join(' or ')}`);
}
function readText(command, option, token) {
    // `--set --json` would swallow the next option; who means it writes `--set=--json`.
    const swallowed = token.inlineValue !== true && token.value?.startsWith('-') === true && token.value !== '-';
    if (token.value !== undefined && token.value !== '' && !swallowed)
        return token.value;
    throw wrongValue(command, `${token.rawName} needs a value`, `Write ${token.rawName} ${option.metavar}`);
}
function wrongValue(command, message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'USAGE', message, hint: `${hint}; all options: mcp-deploy help ${command}` });
}
/** `--x` and, for a flag, `--no-x`. */
function namesOf(option) {
    return option.kind === 'flag' && !option.name.startsWith('no-') ? [option.name, `no-${option.name}`] : [option.name];
}
function allOptions() {
    return [_global_options_js__WEBPACK_IMPORTED_MODULE_3__/* .globalOptions */ .W, ...Object.values(_table_js__WEBPACK_IMPORTED_MODULE_4__/* .commands */ .Pi).map((entry) => entry.options)].flatMap((options) => Object.values(options));
}
function parseOptions(options) {
    return Object.fromEntries(options.flatMap((option) => namesOf(option).map((name) => [
        name,
        {
            type: option.kind === 'flag' ? 'boolean' : 'string',
            ...(option.short === undefined || name !== option.name ? {} : { short: option.short }),
        },
    ])));
}


/***/ }),

/***/ 99411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/version.js
var version = __webpack_require__(67360);
;// CONCATENATED MODULE: ./build/js/commands/command-needs.js
/** They work without the secrets that a deploy needs. */
const looksOnly = new Set([
    'certs check',
    'certs import',
    'destroy',
    'doctor',
    'history',
    'logs',
    'rbac',
    'status',
    'token',
    'verify',
]);
/** They resolve every secret, before they change anything. */
const asksSecrets = new Set([
    'certs rotate',
    'deploy',
    'generate',
    'plan',
    'rollback',
]);
/** What they make is compared or kept with the commit it was made from. */
const recordsSource = new Set(['certs rotate', 'deploy', 'plan', 'rollback']);

// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
// EXTERNAL MODULE: ./build/js/commands/trust.js + 1 modules
var trust = __webpack_require__(40704);
;// CONCATENATED MODULE: ./build/js/commands/run-command.js






/** Runs one command; its code is loaded only now, so that `validate` starts quickly. @throws StackError for everything that is the user's to mend. */
async function runCommand(started, invocation) {
    const opened = [];
    try {
        return await dispatch(started, invocation, opened);
    }
    finally {
        await Promise.all(opened.map((source) => source.close()));
    }
}
/** @param opened  Gets what has to be closed at the end. */
async function dispatch(started, invocation, opened) {
    (0,trust/* refuseUntrusted */.zd)(started.host.facts, invocation);
    const { global } = invocation;
    const untrusted = !started.host.facts.trusted && !global.allowUntrusted;
    const session = untrusted ? { ...started, untrusted } : started;
    const settings = {
        file: invocation.file,
        ...(global.environment === undefined ? {} : { environment: global.environment }),
        sets: [
            ...global.set,
            ...(global.context === undefined ? [] : [`deployment.context=${JSON.stringify(global.context)}`]),
        ],
        checkEnvironment: true,
        looksOnly: looksOnly.has(invocation.command) || untrusted,
        asksSecrets: asksSecrets.has(invocation.command),
        requirePinned: global.requirePinned,
        ...(untrusted ? { variables: (0,trust/* variablesFromOutside */.bN)(session.io.environment) } : {}),
    };
    if (untrusted)
        await (0,trust/* refuseLinks */.UA)(invocation, session.host.checkout, session.io.files);
    const open = async () => {
        const { openStack } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(2311), __webpack_require__.e(4178), __webpack_require__.e(5449), __webpack_require__.e(6233), __webpack_require__.e(7120)]).then(__webpack_require__.bind(__webpack_require__, 77120));
        const [stack, config] = await openStack(session, settings, { recordsSource: recordsSource.has(invocation.command) });
        if (stack.secretSource !== undefined)
            opened.push(stack.secretSource);
        return [stack, config];
    };
    const shown = async (report) => ({ report: await report });
    switch (invocation.command) {
        case 'help': {
            const { renderHelp } = await __webpack_require__.e(/* import() */ 634).then(__webpack_require__.bind(__webpack_require__, 20634));
            return { text: renderHelp(invocation.topic, session.host.style(global.color)) };
        }
        case 'version':
            return { text: `${version/* toolVersion */.f}\n` };
        case 'schema': {
            const { stackSchema } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(5449), __webpack_require__.e(8473)]).then(__webpack_require__.bind(__webpack_require__, 51815));
            return { text: `${JSON.stringify(stackSchema(), null, 2)}\n` };
        }
        case 'init': {
            const { init } = await __webpack_require__.e(/* import() */ 5803).then(__webpack_require__.bind(__webpack_require__, 15803));
            return shown(init(session, invocation.file));
        }
        case 'validate': {
            const { validate } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(2311), __webpack_require__.e(3024), __webpack_require__.e(314), __webpack_require__.e(5449), __webpack_require__.e(6233), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 51168));
            return shown(validate(session, { ...settings, checkEnvironment: !invocation.options.noEnvironment }));
        }
        case 'config': {
            const { explain } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(2311), __webpack_require__.e(3024), __webpack_require__.e(314), __webpack_require__.e(5449), __webpack_require__.e(6233), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 51168));
            return explain(session, settings, global.json);
        }
        case 'plan': {
            const { plan } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(2294), __webpack_require__.e(314), __webpack_require__.e(9514), __webpack_require__.e(688), __webpack_require__.e(806)]).then(__webpack_require__.bind(__webpack_require__, 90806));
            const { output, exitCode } = invocation.options;
            const options = { requirePinned: global.requirePinned, exitCode, ...(output === undefined ? {} : { output }) };
            return shown(plan(...(await open()), options));
        }
        case 'build': {
            const { buildCommand } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(6705)]).then(__webpack_require__.bind(__webpack_require__, 76705));
            const { plugin, pluginsOnly, cache, noCache } = invocation.options;
            const choice = {
                dry: false,
                noCache,
                ...(cache === undefined ? {} : { cache }),
                only: plugin,
                pluginsOnly,
                requirePinned: global.requirePinned,
            };
            return shown(buildCommand(...(await open()), choice));
        }
        case 'certs': {
            const { certs } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(2294), __webpack_require__.e(5362)]).then(__webpack_require__.bind(__webpack_require__, 25362));
            return shown(certs(...(await open()), invocation.options));
        }
        case 'certs check': {
            const { checkCerts } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(1925), __webpack_require__.e(8931)]).then(__webpack_require__.bind(__webpack_require__, 98931));
            const { within, storedOnly } = invocation.options;
            return shown(checkCerts(...(await open()), { storedOnly, ...(within === undefined ? {} : { within }) }));
        }
        case 'certs import': {
            const { importCerts } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(9600)]).then(__webpack_require__.bind(__webpack_require__, 89600));
            return shown(importCerts(...(await open()), invocation.options.from));
        }
        case 'certs rotate': {
            const { rotateCerts } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(2294), __webpack_require__.e(314), __webpack_require__.e(9514), __webpack_require__.e(688), __webpack_require__.e(9856)]).then(__webpack_require__.bind(__webpack_require__, 79856));
            return shown(rotateCerts(...(await open()), invocation));
        }
        case 'generate': {
            const { generate } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(2294), __webpack_require__.e(314), __webpack_require__.e(9514), __webpack_require__.e(7672)]).then(__webpack_require__.bind(__webpack_require__, 89514));
            const [stack, config] = await open();
            const { output, for: use } = invocation.options;
            return shown(generate(stack, config, {
                folder: output ?? (0,external_node_path_.join)(config.folder, 'deploy'),
                requirePinned: global.requirePinned,
                gitops: use === 'gitops',
            }));
        }
        case 'doctor': {
            const { doctor } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(2311), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(5449), __webpack_require__.e(6233), __webpack_require__.e(1078)]).then(__webpack_require__.bind(__webpack_require__, 41078));
            return shown(doctor(session, settings));
        }
        case 'rbac': {
            const { rbac } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8815), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(5929)]).then(__webpack_require__.bind(__webpack_require__, 35929));
            return rbac((await open())[1], invocation.options);
        }
        case 'deploy':
            return shown(runDeploy(...(await open()), invocation));
        case 'verify': {
            const { verify } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(5013)]).then(__webpack_require__.bind(__webpack_require__, 75013));
            const [stack, config] = await open();
            const { wait, timeout } = invocation.options;
            return shown(verify(stack, config, { wait, timeoutSeconds: timeout ?? config.deploy.timeoutSeconds }));
        }
        case 'status': {
            const { status } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(5013)]).then(__webpack_require__.bind(__webpack_require__, 75013));
            return shown(status(...(await open())));
        }
        case 'history': {
            const { history } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(8574)]).then(__webpack_require__.bind(__webpack_require__, 68574));
            return history(...(await open()), global);
        }
        case 'rollback': {
            const { rollBack } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(2294), __webpack_require__.e(314), __webpack_require__.e(7128), __webpack_require__.e(6717)]).then(__webpack_require__.bind(__webpack_require__, 97128));
            const [stack, config] = await open();
            const { to, force, verify: prove, timeout } = invocation.options;
            const options = {
                force,
                verify: prove && config.deploy.verify,
                timeoutSeconds: timeout ?? config.deploy.timeoutSeconds,
            };
            return shown(rollBack(stack, config, { ...options, ...(to === undefined ? {} : { to }) }));
        }
        case 'logs': {
            const { logs } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(2294), __webpack_require__.e(3115)]).then(__webpack_require__.bind(__webpack_require__, 43115));
            const { component, follow, tail } = invocation.options;
            return shown(logs(...(await open()), { components: component, follow, tail }));
        }
        case 'token': {
            const { token } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(2294), __webpack_require__.e(3115)]).then(__webpack_require__.bind(__webpack_require__, 43115));
            if (invocation.options.ttl === 0)
                throw new errors/* StackError */.L({
                    code: 'USAGE',
                    message: 'a token with --ttl 0 is dead',
                    hint: 'Give its life in seconds: --ttl 600',
                });
            return { secret: await token(...(await open()), invocation.options.ttl) };
        }
        case 'destroy': {
            const { destroy } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(2294), __webpack_require__.e(3115)]).then(__webpack_require__.bind(__webpack_require__, 43115));
            const [stack, config] = await open();
            if (!invocation.options.force)
                await confirmDestroy(stack, config);
            return shown(destroy(stack, config, { volumes: invocation.options.volumes }));
        }
    }
}
async function runDeploy(session, config, { options, global }) {
    const [{ deploy }, { parseFrozenPlan }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8554), __webpack_require__.e(4178), __webpack_require__.e(3024), __webpack_require__.e(6498), __webpack_require__.e(3752), __webpack_require__.e(4250), __webpack_require__.e(1925), __webpack_require__.e(5096), __webpack_require__.e(2294), __webpack_require__.e(314), __webpack_require__.e(9514), __webpack_require__.e(688)]).then(__webpack_require__.bind(__webpack_require__, 10688)), __webpack_require__.e(/* import() */ 6867).then(__webpack_require__.bind(__webpack_require__, 86867))]);
    const { files } = session.io;
    if (options.plan !== undefined && !(await files.exists(options.plan))) {
        const hint = `Make it: ${(0,commands_session/* commandLine */.ay)(session, 'plan')} -o ${options.plan}`;
        throw new errors/* StackError */.L({ code: 'USAGE', message: `the plan ${options.plan} does not exist`, hint });
    }
    const frozenPlan = options.plan === undefined ? undefined : parseFrozenPlan(await files.read(options.plan), options.plan);
    return deploy(session, config, {
        dryRun: options.dryRun,
        skipBuild: options.skipBuild,
        skipCertificates: options.skipCertificates,
        caFromEnv: options.caFromEnv,
        externalPki: options.externalPki,
        frozen: options.frozen,
        requirePinned: global.requirePinned,
        wait: options.wait && config.deploy.wait,
        verify: options.verify && config.deploy.verify,
        timeoutSeconds: options.timeout ?? config.deploy.timeoutSeconds,
        permissions: {
            forceConflicts: options.forceConflicts,
            allowMassDelete: options.allowMassDelete,
            allowOlder: options.allowOlder,
        },
        ...(frozenPlan === undefined ? {} : { frozenPlan }),
        ...(options.output === undefined ? {} : { output: options.output }),
        ...(options.cache === undefined ? {} : { cache: options.cache }),
    });
}
async function confirmDestroy(session, config) {
    const answer = await session.host.confirm?.(`Remove the stack ${config.deployment.name}?`);
    if (answer === true)
        return;
    throw new errors/* StackError */.L({
        code: 'USAGE',
        message: answer === undefined ? 'nobody is here to ask whether the stack may be removed' : 'nothing was removed',
        hint: `${(0,commands_session/* commandLine */.ay)(session, 'destroy')} --force`,
    });
}


/***/ }),

/***/ 86113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I1: () => (/* binding */ ownWords),
  i4: () => (/* binding */ sameCommand),
  rH: () => (/* binding */ sameStack)
});

// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
// EXTERNAL MODULE: ./build/js/config/secret-texts.js
var secret_texts = __webpack_require__(10952);
// EXTERNAL MODULE: ./build/js/model/secret-names.js
var secret_names = __webpack_require__(60743);
;// CONCATENATED MODULE: ./build/js/commands/show-set.js



/** A path as `--set` takes it, and nothing that was meant otherwise. */
const plainPath = /^(?:(?:^|\.)[\w -]+|\[\d+\]|\["[^"]+"\])+$/;
/** Maps and lists of values of the user's own: env_vars, env_file, build_args, headers, also misspelled. */
const ownValues = /env|(?:^|_|build)args?$|header|command|secret|credential/i;
/**
 * A `--set` in a command line to type again, quoted for a shell. Whoever puts a secret there knows it and the log must not: a
 * value is repeated where key and value are plainly harmless, else `KEY=…`.
 */
function showSet(set) {
    const equals = set.indexOf('=');
    const [key, value] = [set.slice(0, Math.max(0, equals)), set.slice(equals + 1)];
    if (!plainPath.test(key) || (0,secret_texts/* isSecretText */.KZ)(key))
        return '…';
    return isHarmless(key, value) ? (0,show_command/* quoteWord */.X)(set) : `${(0,show_command/* quoteWord */.X)(key)}=…`;
}
function isHarmless(key, value) {
    // A map or a list has keys of its own.
    if (/^\s*["'[{]/.test(value) || (0,secret_texts/* isSecretText */.KZ)(value))
        return false;
    const steps = key.split(/[.[\]"]+/).filter((step) => step !== '');
    return !steps.some((step) => ownValues.test(step) || (0,secret_names/* isSecretName */.e)(step));
}

// EXTERNAL MODULE: ./build/js/commands/table.js + 2 modules
var table = __webpack_require__(17053);
;// CONCATENATED MODULE: ./build/js/commands/same-stack.js



/** The words that choose this invocation's stack, quoted for a shell, each behind a space; empty for the default. No secret. */
function sameStack({ file, global }) {
    const words = [
        ...(file === table/* defaultFile */.kL ? [] : [file]),
        ...(global.environment === undefined ? [] : ['--environment', global.environment]),
        ...(global.context === undefined ? [] : ['--context', global.context]),
    ];
    return [...words.map(show_command/* quoteWord */.X), ...global.set.map((set) => `--set ${showSet(set)}`)]
        .map((word) => ` ${word}`)
        .join('');
}
/** The command with the words without which it would be another one. */
function sameCommand(invocation) {
    return `${invocation.command}${ownWords(invocation)}`;
}
/** Those words, quoted for a shell, each behind a space; empty where there are none. */
function ownWords(invocation) {
    return wordsOf(invocation)
        .map((word) => ` ${(0,show_command/* quoteWord */.X)(word)}`)
        .join('');
}
function wordsOf(invocation) {
    if (invocation.command === 'certs import')
        return invocation.options.from === undefined ? [] : [invocation.options.from];
    if (invocation.command !== 'certs rotate')
        return [];
    const { ca, caFromEnv, plugin } = invocation.options;
    return [
        ...(caFromEnv ? ['--ca-from-env'] : []),
        ...(ca ? ['--ca'] : []),
        ...plugin.flatMap((name) => ['--plugin', name]),
    ];
}


/***/ }),

/***/ 39045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ timed),
/* harmony export */   _O: () => (/* binding */ emptyReport),
/* harmony export */   ay: () => (/* binding */ commandLine),
/* harmony export */   pI: () => (/* binding */ runFacts)
/* harmony export */ });
/* harmony import */ var _model_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67360);

/** Runs one stage under its title and keeps how long it took, in seconds. */
async function timed(session, stage, title, work) {
    session.io.progress.step(title);
    const start = session.io.clock.now().getTime();
    try {
        return await work();
    }
    finally {
        const seconds = (session.io.clock.now().getTime() - start) / 1000;
        session.timings.set(stage, (session.timings.get(stage) ?? 0) + seconds);
    }
}
/** The facts of this run for reports and releases. */
function runFacts(session) {
    return { ...session.source, ...session.host.facts, toolVersion: _model_version_js__WEBPACK_IMPORTED_MODULE_0__/* .toolVersion */ .f, startedAt: session.startedAt.toISOString() };
}
/** A report with nothing in it yet; commands spread their findings over it. */
function emptyReport(session) {
    return {
        apiVersion: 'mcp-stack-deploy/v1',
        kind: 'Report',
        command: session.command,
        status: 'succeeded',
        exitCode: 0,
        run: runFacts(session),
        changes: [],
        images: [],
        certificates: [],
        components: [],
        problems: [],
        secrets: {},
        timings: Object.fromEntries([...session.timings].map(([stage, seconds]) => [stage, Number(seconds.toFixed(1))])),
    };
}
/** The line to type for another command on the same stack. */
function commandLine(session, command) {
    return `mcp-deploy ${command}${session.arguments}`;
}


/***/ }),

/***/ 17053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z2: () => (/* binding */ aliases),
  Pi: () => (/* binding */ commands),
  kL: () => (/* binding */ defaultFile)
});

// EXTERNAL MODULE: ./build/js/model/layer-cache.js
var layer_cache = __webpack_require__(6966);
;// CONCATENATED MODULE: ./build/js/commands/command-entry.js
const entry = (command) => command;

// EXTERNAL MODULE: ./build/js/commands/options.js
var options = __webpack_require__(66807);
;// CONCATENATED MODULE: ./build/js/commands/table-running.js


const wait = (0,options/* onFlag */.kY)('wait', 'Do not wait until the components are ready');
const verify = (0,options/* onFlag */.kY)('verify', 'Do not ask the running stack whether it works');
const timeout = (0,options/* number */.ai)('timeout', 'SECONDS', 'Give up after this long (default: ci_cd.deploy.timeout of the file)');
/** Options that deploy has, too. */
const waiting = { wait, verify, timeout };
/** Commands for a stack that runs, and those that ask no stack; the second half of table.ts. */
const runningCommands = {
    verify: entry({
        summary: 'Prove that the running stack works',
        details: "mTLS both ways, every plugin enabled: asked from inside the gateway's own containers. Exit 4 when it is live and does not work.",
        argument: 'file',
        options: { wait, timeout },
        examples: ['mcp-deploy verify', 'mcp-deploy verify --no-wait'],
    }),
    status: entry({
        summary: 'Show what runs now',
        details: 'Exit 4 when something is not ready.',
        argument: 'file',
        options: {},
        examples: ['mcp-deploy status --json'],
    }),
    history: entry({
        summary: 'List the releases: when, by whom, what changed',
        details: 'The last ten are kept with the stack.',
        argument: 'file',
        options: {},
        examples: ['mcp-deploy history'],
    }),
    rollback: entry({
        summary: 'Go back to the release before, or to a given one',
        details: "Restores images, configuration and shape with today's secrets and certificates.",
        argument: 'file',
        options: {
            to: (0,options/* number */.ai)('to', 'REVISION', 'The release to go back to (see history)'),
            force: (0,options/* flag */.Jt)('force', "Go back although the gateway's database was migrated since; it is not migrated back"),
            verify,
            timeout,
        },
        examples: ['mcp-deploy rollback', 'mcp-deploy rollback --to 4'],
    }),
    logs: entry({
        summary: "Show the components' logs, redacted",
        details: 'All components unless one is named.',
        argument: 'file',
        options: {
            component: (0,options/* list */.p_)('component', 'NAME', 'Only this component; repeatable'),
            follow: (0,options/* flag */.Jt)('follow', 'Go on until interrupted', { short: 'f' }),
            tail: (0,options/* numberOr */.d_)('tail', 'LINES', 'Begin with this many lines of each', 100),
        },
        examples: ['mcp-deploy logs --component gateway --follow'],
    }),
    token: entry({
        summary: "Print an administrator's token for the gateway",
        details: 'The one command that prints a secret: it goes to stdout, alone.',
        argument: 'file',
        options: { ttl: (0,options/* numberOr */.d_)('ttl', 'SECONDS', 'How long it is good for', 3600) },
        examples: ['TOKEN=$(mcp-deploy token --ttl 600)'],
    }),
    destroy: entry({
        summary: 'Remove the stack',
        details: 'What can be made again goes. Data volumes stay, and with them the secrets that open them: destroy, then deploy, works on the old data.',
        argument: 'file',
        options: {
            force: (0,options/* flag */.Jt)('force', 'Do not ask; needed where nobody can answer'),
            volumes: (0,options/* flag */.Jt)('volumes', 'Remove data volumes and all secrets too; this cannot be undone'),
        },
        examples: ['mcp-deploy destroy', 'mcp-deploy destroy --force --volumes'],
    }),
    rbac: entry({
        summary: 'Print the least rights that a command needs',
        details: 'Kubernetes: a ServiceAccount, a Role and a RoleBinding, for kubectl apply -f -. No cluster-wide right; asks no cluster.',
        argument: 'file',
        options: {
            for: (0,options/* choice */.Yq)('for', ['deploy', 'plan', 'verify'], 'The command (default: deploy)'),
            serviceAccount: (0,options/* text */.Qq)('service-account', 'NAMESPACE:NAME', 'Give the rights to this account, and make none (default: one in the namespace of the stack)'),
        },
        examples: ['mcp-deploy rbac > rbac.yaml', 'mcp-deploy rbac --for plan --service-account ci:runner'],
    }),
    doctor: entry({
        summary: 'Look for what a deploy would stumble over here',
        details: 'Engine, builder, cluster and rights, registries, git, proxy, clock: what is there, and the fix for what is wrong. Works without a file too; changes nothing. Exit 1 when something is in the way.',
        argument: 'file',
        options: {},
        examples: ['mcp-deploy doctor', 'mcp-deploy doctor -e production --json'],
    }),
    schema: entry({
        summary: 'Print the JSON Schema of mcp-stack.yaml, for editors',
        details: 'Draft-07, for editors; the file that init writes names it in its first line.',
        argument: 'none',
        options: {},
        examples: ['mcp-deploy schema > mcp-stack.schema.json'],
    }),
    version: entry({
        summary: 'Print the version',
        details: 'The same as --version.',
        argument: 'none',
        options: {},
        examples: ['mcp-deploy version'],
    }),
    help: entry({
        summary: 'Show this, or help for one command',
        details: 'The same as --help after a command.',
        argument: 'command',
        options: {},
        examples: ['mcp-deploy help deploy', 'mcp-deploy help certs check'],
    }),
};

;// CONCATENATED MODULE: ./build/js/commands/table.js




const { wait: table_wait, verify: table_verify, timeout: table_timeout } = waiting;
const cache = (0,options/* choice */.Yq)('cache', layer_cache/* cacheModes */.Z, 'Keep layers there for the next build (default: ci_cd.build.cache of the file)');
const caFromEnv = (0,options/* flag */.Jt)('ca-from-env', 'Sign with the CA in CA_CERT and CA_KEY; its key is never written');
const externalPki = (0,options/* flag */.Jt)('external-pki', 'Write requests for a signer outside; what it signs comes back with certs import');
/** All commands, in the order help lists them. */
const commands = {
    init: entry({
        summary: 'Write a first mcp-stack.yaml and what belongs beside it',
        details: 'That is a .gitignore and templates of env files. Nothing that is there already is overwritten.',
        argument: 'file',
        options: {},
        examples: ['mcp-deploy init'],
    }),
    validate: entry({
        summary: 'Check the file and every overlay in it',
        details: 'All problems at once, each with file:line:column and what to do. Touches nothing.',
        argument: 'file',
        options: {
            noEnvironment: (0,options/* flag */.Jt)('no-environment', 'Check the file alone, not the variables it needs from the environment'),
        },
        examples: ['mcp-deploy validate', 'mcp-deploy validate stacks/shop.yaml --no-environment'],
    }),
    config: entry({
        summary: 'Show everything resolved, each value with its origin',
        details: 'After the overlay, --set, interpolation and defaults. Secrets are shown as names.',
        argument: 'file',
        options: {},
        examples: ['mcp-deploy config --environment production'],
    }),
    plan: entry({
        summary: 'Show what deploy would do, and why',
        details: 'No side effect at all: no clone, no image, no key, no write but the file you ask for.',
        argument: 'file',
        options: {
            output: (0,options/* text */.Qq)('output', 'FILE', 'Freeze the plan into this file, for deploy --plan', { short: 'o' }),
            exitCode: (0,options/* flag */.Jt)('exit-code', 'Exit 3 when there is something to do'),
        },
        examples: ['mcp-deploy plan', 'mcp-deploy plan -o plan.json && mcp-deploy deploy --plan plan.json'],
    }),
    build: entry({
        summary: 'Build the images that are missing',
        details: 'An image whose source did not change is neither cloned nor built.',
        argument: 'file',
        options: {
            pluginsOnly: (0,options/* flag */.Jt)('plugins-only', 'Leave the gateway out'),
            plugin: (0,options/* list */.p_)('plugin', 'NAME', 'Only this plugin; repeatable'),
            cache,
            noCache: (0,options/* flag */.Jt)('no-cache', 'Build without the layer cache, and what is there already too'),
        },
        examples: ['mcp-deploy build', 'mcp-deploy build --plugin OPAPluginFilter --no-cache'],
    }),
    certs: entry({
        summary: 'Issue the certificates that are missing or due',
        details: 'Due is what is inside its renewal window. Keeps them with the stack and writes a copy for people under certs/.',
        argument: 'file',
        options: { caFromEnv, externalPki, force: (0,options/* flag */.Jt)('force', 'Issue all of them again') },
        examples: ['mcp-deploy certs', 'mcp-deploy certs --ca-from-env'],
    }),
    'certs check': entry({
        summary: 'Tell how long the certificates are good for',
        details: 'And whether the running components use them: asked from inside the gateway. Exit 0: good. 3: one of them is inside its renewal window, was not issued yet or is not in use yet, or a change of the CA has not come to its end. 4: one is expired or broken.',
        argument: 'file',
        options: {
            storedOnly: (0,options/* flag */.Jt)('stored-only', 'Ask no running component, look at the stored certificates alone'),
            within: (0,options/* number */.ai)('within', 'DAYS', 'Due is what ends within so many days (default: inside its own renewal window)'),
        },
        examples: ['mcp-deploy certs check --within 30', 'mcp-deploy certs check --stored-only'],
    }),
    'certs import': entry({
        summary: 'Take back what a signer outside has signed',
        details: 'Each chain is matched to its request by the key and checked; one that is wrong, and none is taken. Exit 3: requests are still open.',
        argument: 'folder',
        options: {
            from: (0,options/* text */.Qq)('from', 'DIR', 'Where the signed certificates are (default: certificates.external.folder of the file)'),
        },
        examples: ['mcp-deploy certs import', 'mcp-deploy certs import signed/'],
    }),
    'certs rotate': entry({
        summary: 'Issue certificates anew now, or change the CA without losing a call',
        details: 'With the images that run, in the line of a deploy. --ca goes through three phases (trust both CAs, new certificates, drop the old CA); run again, it goes on where it was stopped.',
        argument: 'file',
        options: {
            ca: (0,options/* flag */.Jt)('ca', 'Change to a new CA: one that is founded, or the one that is given'),
            plugin: (0,options/* list */.p_)('plugin', 'NAME', 'Only this component’s certificate (gateway is one too); repeatable'),
            caFromEnv,
            dryRun: (0,options/* flag */.Jt)('dry-run', 'Show what would be done'),
            timeout: table_timeout,
        },
        examples: ['mcp-deploy certs rotate --plugin OPAPluginFilter', 'mcp-deploy certs rotate --ca --dry-run'],
    }),
    generate: entry({
        summary: 'Write the manifests, for people to read',
        details: 'Builds and issues nothing and works without a reachable target. No secret is in them.',
        argument: 'file',
        options: {
            output: (0,options/* text */.Qq)('output', 'DIR', 'Where to write (default: deploy/ beside the file)', { short: 'o' }),
            for: (0,options/* choice */.Yq)('for', ['gitops'], 'Kubernetes: for Argo CD, Flux and kubectl apply -k; fixed names, Secrets by reference'),
        },
        examples: ['mcp-deploy generate -o deploy', 'mcp-deploy generate --for gitops -o gitops'],
    }),
    deploy: entry({
        summary: 'Build, certify, deploy and verify what changed',
        details: 'A second run that changes nothing says so. A deploy that fails goes back to the release before and keeps the evidence.',
        argument: 'file',
        options: {
            dryRun: (0,options/* flag */.Jt)('dry-run', 'Show what would be done, like plan'),
            plan: (0,options/* text */.Qq)('plan', 'FILE', 'Do what this frozen plan says, and nothing else'),
            cache,
            skipBuild: (0,options/* flag */.Jt)('skip-build', 'Build nothing; a missing image is an error'),
            skipCertificates: (0,options/* flag */.Jt)('skip-certs', 'Issue nothing; a missing certificate is an error'),
            caFromEnv,
            externalPki,
            frozen: (0,options/* flag */.Jt)('frozen', "Use the live release's commits and digests; look nothing up"),
            forceConflicts: (0,options/* flag */.Jt)('force-conflicts', 'Kubernetes: take over fields that another manager has set'),
            allowMassDelete: (0,options/* flag */.Jt)('allow-mass-delete', 'Remove more than half of what the stack has'),
            allowOlder: (0,options/* flag */.Jt)('allow-older', 'Deploy a commit that is older than the live one'),
            output: (0,options/* text */.Qq)('output', 'DIR', 'Write the manifests too', { short: 'o' }),
            wait: table_wait,
            verify: table_verify,
            timeout: table_timeout,
        },
        examples: [
            'mcp-deploy deploy',
            'mcp-deploy deploy -e staging --set gateway.replicas=2',
            'mcp-deploy deploy --dry-run',
        ],
    }),
    ...runningCommands,
};
/** Other words for commands. */
const aliases = {
    up: 'deploy',
    down: 'destroy',
    'roll-back': 'rollback',
    certificates: 'certs',
    'certificates check': 'certs check',
    'certificates rotate': 'certs rotate',
};
/** The file where none is given. */
const defaultFile = 'mcp-stack.yaml';


/***/ }),

/***/ 54842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ tellReport),
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/* harmony import */ var _leaks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61761);

/** Shows what came of a command; what leaked until then, or in the telling itself, ends it otherwise. @returns the exit code. */
async function tell(answer, shown, listener) {
    const { host, selfScan } = listener;
    if ('report' in answer)
        return tellReport(answer.report, shown, listener);
    if ('text' in answer)
        await host.print(answer.text);
    const leaks = await selfScan.run();
    // After it: this one is printed on purpose.
    if ('secret' in answer)
        await host.printSecret(`${answer.secret}\n`);
    const progress = host.progress({ verbose: false, json: shown.json, color: false });
    for (const leak of leaks)
        progress.problem((0,_leaks_js__WEBPACK_IMPORTED_MODULE_0__/* .leakProblem */ .z5)(leak, ''));
    return leaks.some(({ secrets }) => secrets.length > 0) ? 1 : 0;
}
async function tellReport(found, shown, { again, host, selfScan }) {
    const report = (0,_leaks_js__WEBPACK_IMPORTED_MODULE_0__/* .withLeaks */ .jW)(found, await selfScan.run(), again);
    await withdrawPlan(found, report, shown, selfScan);
    await host.report(report, shown);
    // What the host itself wrote: report, outputs, summary.
    const late = await selfScan.run();
    if (late.length === 0)
        return report.exitCode;
    const bare = (0,_leaks_js__WEBPACK_IMPORTED_MODULE_0__/* .withLeaks */ .jW)(bareOf(report), late, again);
    await withdrawPlan(report, bare, shown, selfScan);
    // JSON on stdout is there already, and a second one would make it unreadable.
    if (shown.json) {
        const progress = host.progress({ verbose: false, json: true, color: false });
        for (const problem of bare.problems)
            progress.problem(problem);
    }
    else
        await host.report(bare, shown);
    await selfScan.run();
    return bare.exitCode;
}
/** A plan that leaked is refused: what it froze is not left for anybody to approve. */
async function withdrawPlan(before, after, { files }, selfScan) {
    if (files.plan !== undefined && before.status !== 'failed' && after.status === 'failed')
        await selfScan.withdraw(files.plan);
}
/** Of a report that leaked nothing is said again that could be the leak. */
function bareOf(report) {
    const { apiVersion, command, exitCode, kind, run, status, timings } = report;
    const nothing = { changes: [], images: [], certificates: [], components: [], problems: [], secrets: {} };
    return { apiVersion, command, exitCode, kind, run, status, timings, ...nothing };
}


/***/ }),

/***/ 40704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UA: () => (/* binding */ refuseLinks),
  gz: () => (/* binding */ refuseOutside),
  CI: () => (/* binding */ refuseReach),
  zd: () => (/* binding */ refuseUntrusted),
  bN: () => (/* binding */ variablesFromOutside)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
;// CONCATENATED MODULE: ./build/js/commands/find-outside.js

/**
 * The first path, of `path` and everything below it, whose real place is outside `folder`; undefined where there is none. A link
 * in a folder of certificates reaches as far as one in the folder's own name.
 */
async function findOutside(path, folder, files) {
    const root = await files.realpath(folder);
    const seen = new Set();
    const look = async (one) => {
        const real = await realPlace(one, files);
        if (isAbove((0,external_node_path_.relative)(root, real)))
            return one;
        if (seen.has(real))
            return undefined;
        seen.add(real);
        for (const name of await namesIn(real, files)) {
            const outside = await look((0,external_node_path_.join)(one, name));
            if (outside !== undefined)
                return outside;
        }
        return undefined;
    };
    return isAbove((0,external_node_path_.relative)(folder, path)) ? path : look(path);
}
/** Whether a path itself, links followed, is outside `folder`. */
async function isOutside(path, folder, files) {
    const [real, root] = await Promise.all([path, folder].map((one) => realPlace((0,external_node_path_.resolve)(one), files)));
    return isAbove((0,external_node_path_.relative)(root ?? '', real ?? ''));
}
function isAbove(path) {
    return path === '..' || path.startsWith('../');
}
/** Of what is not there: where it would be made. */
async function realPlace(path, files) {
    if (await files.exists(path))
        return files.realpath(path);
    const above = (0,external_node_path_.dirname)(path);
    return above === path ? path : (0,external_node_path_.join)(await realPlace(above, files), (0,external_node_path_.relative)(above, path));
}
/** None for a file, and for a folder that nobody can read. */
async function namesIn(path, files) {
    try {
        return await files.list(path);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/js/commands/trust.js



/** They change nothing, build nothing and ask nobody for a secret. */
const harmless = new Set([
    'validate',
    'config',
    'plan',
    'generate',
    'rbac',
    'doctor',
    'schema',
    'version',
    'help',
]);
/**
 * A pull request of a fork brings a configuration that nobody has approved.
 *
 * @throws StackError UNTRUSTED
 */
function refuseUntrusted(facts, invocation) {
    const { command, global } = invocation;
    const dry = command === 'deploy' && invocation.options.dryRun;
    if (facts.trusted || global.allowUntrusted || dry || harmless.has(command))
        return;
    throw new errors/* StackError */.L({
        code: 'UNTRUSTED',
        message: `${command} is not done for a run that comes from outside (a fork's pull request, pull_request_target)`,
        hint: 'Use plan or validate there; who has read the change sets allow-untrusted: true',
    });
}
/** What says where a run belongs to, and nothing that only its owner knows. */
const facts = [
    'CI',
    'GITHUB_ACTOR',
    'GITHUB_BASE_REF',
    'GITHUB_HEAD_REF',
    'GITHUB_REF',
    'GITHUB_REF_NAME',
    'GITHUB_REPOSITORY',
    'GITHUB_RUN_ID',
    'GITHUB_RUN_NUMBER',
    'GITHUB_SHA',
    'CI_COMMIT_REF_NAME',
    'CI_COMMIT_SHA',
    'CI_COMMIT_SHORT_SHA',
    'CI_COMMIT_TAG',
    'CI_JOB_ID',
    'CI_PIPELINE_ID',
    'CI_PROJECT_PATH',
];
/** The variables that a file from outside may read: with any other it could have the step's secrets written into a manifest. */
function variablesFromOutside(environment) {
    return Object.fromEntries(facts.map((name) => [name, environment[name]]));
}
/** They open no file. */
const opensNothing = new Set(['schema', 'version', 'help']);
/**
 * A file from outside, the folder that reports go to, and what the command was asked to read or write must be in the checkout, and
 * the first two no links to elsewhere on this machine.
 *
 * @throws StackError UNTRUSTED
 */
async function refuseLinks({ command, file, options }, checkout, files) {
    if (opensNothing.has(command))
        return;
    const named = ['output' in options ? options.output : undefined, 'plan' in options ? options.plan : undefined];
    const paths = [(0,external_node_path_.dirname)(file), ...named.filter((path) => path !== undefined)];
    await refuseOutside(paths, checkout, files);
    for (const path of [file, (0,external_node_path_.join)((0,external_node_path_.dirname)(file), 'deploy')]) {
        if (!(await files.exists(path)))
            continue;
        const [real, folder] = await Promise.all([files.realpath(path), files.realpath((0,external_node_path_.dirname)(file))]);
        const inside = (0,external_node_path_.relative)(folder, real);
        if (inside !== '' && !inside.startsWith('..'))
            continue;
        throw reach(`${path} is a link to a place outside its folder`);
    }
}
/** @param checkout  Host.checkout. @throws StackError UNTRUSTED */
async function refuseOutside(paths, checkout, files) {
    for (const path of new Set(paths))
        if (await isOutside(path, checkout ?? '.', files))
            throw reach(`${path} is outside what was checked out`);
}
/**
 * What a file from outside must not name: programs, repositories, and files outside its folder, links followed. Nothing is opened.
 *
 * @throws StackError UNTRUSTED
 */
async function refuseReach(config, files) {
    const { build, certificates, deployment, folder, network } = config;
    const { containerEngine } = deployment;
    if (containerEngine !== undefined && !['docker', 'podman'].includes(containerEngine))
        throw reach('deployment.container_engine is neither docker nor podman');
    const { external } = certificates;
    if (external?.command !== undefined)
        throw reach('certificates.external.command names a program');
    if (build.insecureRepos.length > 0)
        throw reach('ci_cd.build.insecure_repos is set');
    const paths = {
        'network.ca_file': network.caFile,
        'certificates.external.ca_file': external?.caFile,
        'certificates.external.folder': external?.folder,
        'certificates.ca_path': certificates.caPath,
        'certificates.gateway_path': certificates.gatewayPath,
        'certificates.plugins_path': certificates.pluginsPath,
        templates_dir: config.templatesDir,
    };
    for (const [key, path] of Object.entries(paths)) {
        const outside = path === undefined ? undefined : await findOutside(path, folder, files);
        if (outside === undefined)
            continue;
        const what = outside === path ? 'is' : `holds ${(0,external_node_path_.relative)(folder, outside)}, which is`;
        throw reach(`${key} ${what} outside the folder of the configuration`);
    }
}
function reach(what) {
    return new errors/* StackError */.L({
        code: 'UNTRUSTED',
        message: `${what}, and this run comes from outside (a fork's pull request, pull_request_target)`,
        hint: 'Who has read the change sets allow-untrusted: true',
    });
}


/***/ }),

/***/ 58791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderColumns),
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
const gap = 2;
/** A column is not made narrower than this: less of a reference or a sentence says nothing. */
const narrowest = 12;
/** Aligned columns under their titles, indented by two; empty columns are left out, wide ones shortened to fit. */
function renderColumns(columns, rows, style) {
    const used = columns.flatMap((column, index) => rows.some((row) => textOf(row[index]) !== '') ? [{ column, index }] : []);
    if (used.length === 0)
        return [];
    const widths = fitWidths(used.map(({ column, index }) => ({
        wanted: Math.max(column.title.length, ...rows.map((row) => lengthOf(textOf(row[index])))),
        flexible: column.shorten !== undefined,
    })), style.columns - gap);
    const renderRow = (cells) => {
        const parts = used.map(({ column }, place) => renderCell(cells[place] ?? '', column, widths[place] ?? 0, place === used.length - 1));
        return `${' '.repeat(gap)}${parts.join(' '.repeat(gap))}`.trimEnd();
    };
    return [
        renderRow(used.map(({ column }) => ({ text: column.title, paint: style.dim }))),
        ...rows.map((row) => renderRow(used.map(({ index }) => row[index] ?? ''))),
    ];
}
function textOf(cell) {
    return typeof cell === 'string' ? cell : (cell?.text ?? '');
}
function renderCell(cell, column, width, last) {
    const text = shorten(textOf(cell), width, column.shorten ?? 'end');
    const space = ' '.repeat(Math.max(0, width - lengthOf(text)));
    const painted = typeof cell === 'string' ? text : cell.paint(text);
    if (column.align === 'right')
        return space + painted;
    return last ? painted : painted + space;
}
/** Takes what is too much from the widest flexible columns, letter by letter. */
function fitWidths(columns, total) {
    const widths = columns.map((column) => column.wanted);
    const sum = () => widths.reduce((a, b) => a + b, 0) + gap * (columns.length - 1);
    while (sum() > total) {
        const candidates = columns.flatMap((column, index) => column.flexible && (widths[index] ?? 0) > narrowest ? [index] : []);
        const widest = candidates.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
        if (widest === undefined)
            break;
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}
/** At most `width` characters; what was left out is shown as `…`. */
function shorten(text, width, where) {
    const characters = Array.from(text);
    if (characters.length <= width)
        return text;
    if (where === 'end')
        return `${characters.slice(0, width - 1).join('')}…`;
    const end = Math.floor((width - 1) / 2);
    return `${characters.slice(0, width - 1 - end).join('')}…${characters.slice(characters.length - end).join('')}`;
}
function lengthOf(text) {
    return Array.from(text).length;
}


/***/ }),

/***/ 50177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ hostViews)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/commands/views/problem-view.js
/**
 * A problem as a person reads it:
 *
 *     error CONFIG_INVALID  mcp-stack.yaml:5:11 plugins[0].port: must be at most 64535
 *         5 |     port: 70000
 *           |           ^
 *       hint  With mTLS the health port is port + 1000
 */
function problemLines(problem, style) {
    const paint = { error: style.red, warning: style.yellow, note: style.cyan }[problem.severity];
    const { events = [], frame, hint, message, place } = problem;
    // Messages of the config begin with the path.
    const path = problem.path !== undefined && message.startsWith(problem.path) ? undefined : problem.path;
    const where = [place === undefined ? [] : `${place.file}:${place.line}:${place.column}`, path ?? []].flat().join(' ');
    return [
        `${paint(style.bold(problem.severity))}${problem.severity === 'note' ? '' : ` ${paint(problem.code)}`}  ${where === '' ? '' : `${style.bold(where)}: `}${message}`,
        ...(frame === undefined ? [] : frame.split('\n').map((line) => style.dim(`    ${line}`))),
        ...events.map((line) => style.dim(`    event  ${line}`)),
        ...(hint === undefined ? [] : [`  ${style.green('hint')}  ${hint}`]),
    ];
}
/** Errors last, so that they are what one sees; equal ones once. */
function sortProblems(problems) {
    const order = { note: 0, warning: 1, error: 2 };
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    return [...unique.values()].sort((a, b) => order[a.severity] - order[b.severity]);
}
/** `2 errors, 1 warning` */
function countProblems(problems) {
    const count = (severity) => {
        const found = problems.filter((problem) => problem.severity === severity).length;
        return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`];
    };
    return [...count('error'), ...count('warning'), ...count('note')].join(', ');
}

;// CONCATENATED MODULE: ./build/js/commands/views/code-quality.js


const severities = { error: 'critical', warning: 'minor', note: 'info' };
/** The problems as GitLab's code quality report: the part of the Code Climate format that GitLab reads. JSON text. */
function renderCodeQuality(report, { config, toProject }) {
    const seen = new Map();
    const findings = sortProblems(report.problems).map((problem) => {
        // `--set PATH` is the place of a problem, and no file.
        const place = problem.place?.file.startsWith('--') === true ? undefined : problem.place;
        const path = toProject(place?.file ?? config);
        const { code, hint, message, path: key = '' } = problem;
        // Without the line: a finding that moved is the same finding, in the merge request's comparison too.
        const what = JSON.stringify([code, path, key, message]);
        const before = seen.get(what) ?? 0;
        seen.set(what, before + 1);
        return {
            description: hint === undefined ? message : `${message}. ${hint}`,
            check_name: code,
            fingerprint: (0,external_node_crypto_.createHash)('sha256').update(`${what}${before}`).digest('hex').slice(0, 40),
            severity: severities[problem.severity],
            location: { path, lines: { begin: place?.line ?? 1 } },
        };
    });
    return `${JSON.stringify(findings, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/js/commands/views/dotenv.js
/** GitLab refuses a report of 5,120 bytes and more unless its administrator raised the limit. */
const largestBytes = 5119;
/**
 * `gateway-url` becomes `MCP_GATEWAY_URL=…`: one line each, no quotes (GitLab would keep them), no comment, no empty line.
 * `$$` is a dollar sign: later jobs expand the values. What does not fit is left out, the longest first (`images`).
 */
function renderDotenv(outputs) {
    const lines = Object.entries(outputs).map(([name, value]) => ({
        name,
        line: `MCP_${name.toUpperCase().replaceAll('-', '_')}=${value.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll('$', () => '$$')}\n`,
    }));
    const left = new Set();
    const text = () => lines
        .filter(({ name }) => !left.has(name))
        .map(({ line }) => line)
        .join('');
    for (const { name } of lines.toSorted((a, b) => b.line.length - a.line.length)) {
        if (Buffer.byteLength(text()) <= largestBytes)
            break;
        left.add(name);
    }
    return { text: text(), left: [...left] };
}

// EXTERNAL MODULE: ./build/js/model/lifetime.js
var lifetime = __webpack_require__(89125);
;// CONCATENATED MODULE: ./build/js/commands/views/headline.js

/** More names than these are counted. */
const shownNames = 4;
/**
 * A run in one line that a person can paste:
 * `prod: 1 changed (OPAPluginFilter a1b2→c3d4), 5 unchanged, mTLS 12/12, 41 s`
 */
function headline(report) {
    const { stack, timings } = report;
    const seconds = Math.round(Object.values(timings).reduce((sum, stage) => sum + stage, 0));
    const told = [...statusPart(report), ...changeParts(report), ...mtlsPart(report), ...expiryPart(report)];
    const parts = [
        ...(told.length === 0 ? [`${report.command} succeeded`] : told),
        ...(seconds === 0 ? [] : [`${seconds} s`]),
    ];
    return `${stack?.environment ?? stack?.name ?? 'mcp-deploy'}: ${parts.join(', ')}`;
}
/** A success is told by what was done. */
function statusPart({ command, exitCode, problems, status }) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const count = errors === 0 ? '' : ` (${errors} ${errors === 1 ? 'error' : 'errors'})`;
    if (status === 'failed')
        return [`${command} failed${count}`];
    if (status === 'unhealthy')
        return [`live but not healthy${count}`];
    return exitCode === 0 || command === 'plan' ? [] : [`${command} ended with ${exitCode}`];
}
const groups = [
    { action: 'create', done: 'created', planned: 'to create' },
    { action: 'update', done: 'changed', planned: 'to change' },
    { action: 'restart', done: 'restarted', planned: 'to restart' },
    { action: 'delete', done: 'removed', planned: 'to remove' },
];
function changeParts({ changes, command, status }) {
    const planned = status === 'pending' || status === 'failed' || command === 'plan';
    const parts = groups.flatMap(({ action, done, planned: future }) => {
        const names = changes.filter((change) => change.action === action).map(changeText);
        if (names.length === 0)
            return [];
        const more = names.length > shownNames ? ` and ${names.length - shownNames + 1} more` : '';
        const shown = names.slice(0, more === '' ? shownNames : shownNames - 1).join(', ');
        return [`${names.length} ${planned ? future : done} (${shown}${more})`];
    });
    const unchanged = changes.filter(({ action }) => action === 'unchanged').length;
    return [...parts, ...(unchanged === 0 ? [] : [`${unchanged} unchanged`])];
}
/** With the image before and after, where that is what changed. */
function changeText({ component, reasons }) {
    const image = reasons.find(({ field }) => field === 'image');
    const [before, after] = [shortImage(image?.before), shortImage(image?.after)];
    return before === undefined || after === undefined || before === after ? component : `${component} ${before}→${after}`;
}
/** The first digits of a digest, else the tag. */
function shortImage(reference) {
    const digest = /sha256:([0-9a-f]{4})/.exec(reference ?? '')?.[1];
    return digest ?? /:([\w][\w.-]{0,19})$/.exec(reference ?? '')?.[1];
}
/** A handshake that works, and two that must be refused. */
const mtlsKinds = new Set([
    'handshake',
    'refused-without-certificate',
    'refused-foreign-certificate',
]);
function mtlsPart({ verification }) {
    const probes = verification?.probes.filter(({ kind }) => mtlsKinds.has(kind)) ?? [];
    if (probes.length === 0)
        return [];
    return [`mTLS ${probes.filter(({ outcome }) => outcome === 'passed').length}/${probes.length}`];
}
/** Most end on one day, for they were issued together; what ends later is only counted. */
function expiryPart({ certificates }) {
    const soon = (0,lifetime/* endsOf */.oI)(certificates).filter(({ daysLeft }) => daysLeft < lifetime/* soonDays */.dK);
    const [first] = soon;
    if (first === undefined)
        return [];
    const expired = first.daysLeft < 0;
    const together = soon.filter(({ daysLeft }) => (expired ? daysLeft < 0 : daysLeft === first.daysLeft)).length;
    const many = together > 1;
    const who = many ? `certificates of ${first.component} and ${together - 1} more` : `certificate of ${first.component}`;
    const when = expired ? `${many ? 'have' : 'has'} expired` : `${many ? 'expire' : 'expires'} in ${first.daysLeft} d`;
    const later = soon.length - together;
    return [`${who} ${when}${later === 0 ? '' : `, ${later} more within ${lifetime/* soonDays */.dK} d`}`];
}

// EXTERNAL MODULE: ./build/js/commands/views/markdown.js
var markdown = __webpack_require__(81927);
;// CONCATENATED MODULE: ./build/js/commands/views/lifetimes-view.js


/** Rows beyond these nobody reads on a page; what ends first is among them, and the report has all. */
const shownRows = 200;
/** The terminal's line of the first end: `certificates: the first ends 2027-02-24 (OPA, 90 days)`. */
function firstEndLines({ certificates }, style) {
    const [first] = (0,lifetime/* endsOf */.oI)(certificates);
    if (first === undefined)
        return [];
    const { component, daysLeft, notAfter } = first;
    const when = daysLeft < 0 ? 'has ended' : `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`;
    const text = `certificates: the first ends ${notAfter.slice(0, 10)} (${component}, ${when})`;
    return [daysLeft < 0 ? style.red(text) : daysLeft < lifetime/* soonDays */.dK ? style.yellow(text) : style.dim(text)];
}
/** Every certificate and CA of the stack in one table, what ends first first; what has no end yet is at the top. '' without any. */
function lifetimesTable({ certificates }) {
    const sorted = certificates.toSorted((a, b) => endOf(a) - endOf(b));
    const rows = sorted
        .slice(0, shownRows)
        .map((row) => [
        (0,markdown/* escapeMarkdown */.FV)(row.component),
        (0,markdown/* escapeMarkdown */.FV)(row.kind),
        (0,markdown/* escapeMarkdown */.FV)(row.issuer ?? ''),
        inUseText(row.inUse),
        row.notAfter === undefined ? 'to be issued' : (0,markdown/* escapeMarkdown */.FV)(row.notAfter.slice(0, 10)),
        daysText(row.daysLeft),
    ]);
    if (rows.length === 0)
        return '';
    const table = (0,markdown/* tableMarkdown */.oS)(['certificate', 'kind', 'issuer', 'in use', 'expires', 'days left'], rows);
    const more = sorted.length > shownRows ? `\n\nand ${sorted.length - shownRows} more, which end later` : '';
    return `#### Certificates\n\n${table}${more}`;
}
/** A certificate ends for its users when the one that they run ends. */
const endOf = (row) => Date.parse((0,lifetime/* endsOf */.oI)([row])[0]?.notAfter ?? '1970-01-01');
function daysText(daysLeft) {
    if (daysLeft === undefined)
        return '';
    return daysLeft < 0 ? '**expired**' : daysLeft < lifetime/* soonDays */.dK ? `**${daysLeft}**` : String(daysLeft);
}
function inUseText(inUse) {
    if (inUse === undefined)
        return '';
    if (inUse.state === 'same')
        return '✓';
    if (inUse.state === 'unreachable')
        return 'not seen';
    const end = inUse.notAfter === undefined ? '' : ` until ${(0,markdown/* escapeMarkdown */.FV)(inUse.notAfter.slice(0, 10))}`;
    return `✗ ${(0,markdown/* codeMarkdown */.fl)(inUse.fingerprint?.slice(0, 12) ?? 'another')}${end}`;
}

// EXTERNAL MODULE: ./build/js/commands/views/plan-view.js
var plan_view = __webpack_require__(70115);
// EXTERNAL MODULE: ./build/js/commands/views/secrets-view.js
var secrets_view = __webpack_require__(18663);
;// CONCATENATED MODULE: ./build/js/commands/views/stack-picture.js


/** A picture of more plugins cannot be read. */
const drawnPlugins = 20;
/** What mTLS was proven between the gateway and each plugin: a picture, or a table where it would be too large. '' without a proof. */
function stackPicture({ components, verification }) {
    const probes = verification?.probes.filter(({ kind }) => mtlsKinds.has(kind)) ?? [];
    const plugins = [...new Set(probes.map(({ component }) => component))];
    if (plugins.length === 0)
        return '';
    if (plugins.length > drawnPlugins)
        return proofTable(plugins, probes);
    const others = components.map(({ name }) => name).filter((name) => name !== 'gateway' && !plugins.includes(name));
    const edges = plugins.flatMap((plugin, index) => {
        const own = probes.filter(({ component }) => component === plugin);
        const passed = own.filter(({ outcome }) => outcome === 'passed').length;
        const good = passed === own.length;
        return [
            `  gateway ${good ? '--' : '-.'} "mTLS ${good ? '✓' : '✗'} ${passed}/${own.length}" ${good ? '-->' : '.->'} p${index}["${label(plugin)}"]`,
            `  class p${index} ${good ? 'proven' : 'broken'}`,
        ];
    });
    return [
        '```mermaid',
        'flowchart LR',
        '  clients(["clients"]) --> gateway["gateway"]',
        ...edges,
        ...others.map((name, index) => `  gateway --> s${index}[("${label(name)}")]`),
        '  classDef proven stroke:#1a7f37',
        '  classDef broken stroke:#cf222e,stroke-width:3px',
        '```',
    ].join('\n');
}
function proofTable(plugins, probes) {
    const rows = plugins.map((plugin) => [
        (0,markdown/* escapeMarkdown */.FV)(plugin),
        ...[...mtlsKinds].map((kind) => {
            const own = probes.filter((probe) => probe.component === plugin && probe.kind === kind);
            const passed = own.filter(({ outcome }) => outcome === 'passed').length;
            return own.length === 0 ? '' : `${passed === own.length ? '✓' : '✗'} ${passed}/${own.length}`;
        }),
    ]);
    return (0,markdown/* tableMarkdown */.oS)(['plugin', 'handshake', 'without certificate: refused', 'foreign CA: refused'], rows);
}
/** Mermaid has an escape of its own that Markdown's knows nothing of: what is no ordinary letter of a name is left out. */
function label(name) {
    return name.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 60);
}

;// CONCATENATED MODULE: ./build/js/commands/views/job-summary.js







/** GitHub refuses the summaries of a step above 1 MiB; a part of it is for other commands of the step. */
const largestSummary = 1_000_000;
/** Problems whose logs and events are shown, and characters of a line of them. */
const shownEvidence = 10;
const longestLine = 200;
/** Rows and problems beyond these nobody reads on a page; the report has them. */
const shownProblems = 50;
/**
 * The page of a pipeline: the line to paste, where the gateway is, failures with their remedies, the stack, what mTLS was
 * proven, the plan, the lives of the certificates, timings. Whatever does not fit in `room` (bytes) is left out, the least important first, and said.
 *
 * @param report  redacted, without control characters
 */
function jobSummary(report, room = largestSummary) {
    const first = `### ${marks[report.status]} ${(0,markdown/* escapeMarkdown */.FV)(headline(report))}\n`;
    const sections = [
        placeSection(report),
        problemSection('What failed', report, (problem) => problem.severity === 'error'),
        failedProbes(report),
        checkSection(report),
        evidenceSection(report),
        stackTable(report),
        stackPicture(report),
        planSection(report.changes),
        lifetimesTable(report),
        problemSection('Warnings and notes', report, (problem) => problem.severity !== 'error'),
        (0,secrets_view/* secretSection */.m)(report),
        timingSection(report),
    ];
    const tooLong = '\n_More did not fit here: the report of the run (output `report`) has it._\n';
    let text = first;
    let left = room - bytes(first) - bytes(tooLong);
    let complete = true;
    for (const section of sections.filter((part) => part !== '')) {
        const block = `\n${section}\n`;
        const fits = bytes(block) <= left;
        complete &&= fits;
        if (!fits)
            continue;
        text += block;
        left -= bytes(block);
    }
    return complete ? text : text + tooLong;
}
const bytes = (text) => Buffer.byteLength(text, 'utf8');
const marks = { succeeded: '✅', unchanged: '✅', pending: '📝', failed: '❌', unhealthy: '⚠️' };
function placeSection({ exitCode, next, release, stack }) {
    const instruction = next === undefined || exitCode === 0 ? '' : `Next: ${(0,markdown/* codeMarkdown */.fl)(next)}`;
    if (stack === undefined)
        return instruction;
    const gateway = stack.gatewayUrl === undefined ? '' : ` · gateway ${(0,markdown/* linkMarkdown */.k9)(stack.gatewayUrl)}`;
    const revision = release === undefined ? '' : ` · release ${release.revision}`;
    return `${(0,markdown/* escapeMarkdown */.FV)(stack.name)} on ${(0,markdown/* escapeMarkdown */.FV)(stack.where)}${gateway}${revision}${instruction === '' ? '' : `<br>${instruction}`}`;
}
function problemSection(title, report, wanted) {
    const worst = { error: 0, warning: 1, note: 2 };
    const all = sortProblems(report.problems)
        .filter(wanted)
        .toSorted((a, b) => worst[a.severity] - worst[b.severity]);
    if (all.length === 0)
        return '';
    const lines = all.slice(0, shownProblems).map(problemItem);
    const more = all.length > shownProblems ? [`- and ${all.length - shownProblems} more`] : [];
    return [`#### ${title}\n`, ...lines, ...more].join('\n');
}
function problemItem({ code, hint, message, place, severity }) {
    const where = place === undefined ? '' : ` ${(0,markdown/* codeMarkdown */.fl)(`${place.file}:${place.line}:${place.column}`)}`;
    const remedy = hint === undefined ? '' : `<br>→ ${(0,markdown/* escapeMarkdown */.FV)(hint)}`;
    return `- **${severity === 'note' ? 'note' : (0,markdown/* escapeMarkdown */.FV)(code)}**${where} ${(0,markdown/* escapeMarkdown */.FV)(message)}${remedy}`;
}
/** What the first that failed said last, and what the cluster said of them; a frame with a place is of the file. */
function evidenceSection({ problems }) {
    const said = problems
        .map(({ events = [], frame, message, place }) => ({
        message,
        lines: [...(frame === undefined || place !== undefined ? [] : frame.split('\n')), ...events],
    }))
        .filter(({ lines }) => lines.length > 0);
    const blocks = said
        .slice(0, shownEvidence)
        .map(({ lines, message }) => [
        (0,markdown/* escapeMarkdown */.FV)(message.slice(0, longestLine)),
        ...lines.map((line) => (0,markdown/* codeMarkdown */.fl)(line.slice(0, longestLine))),
    ]);
    return blocks.length === 0
        ? ''
        : (0,markdown/* foldedMarkdown */.SP)('Last log lines and events', blocks.map((lines) => lines.join('<br>')).join('\n\n'));
}
function failedProbes({ verification }) {
    const failed = verification?.probes.filter(({ outcome }) => outcome !== 'passed') ?? [];
    if (failed.length === 0)
        return '';
    const items = failed.slice(0, shownProblems).map(({ component, from, hint, kind, message, outcome, to }) => {
        const remedy = hint === undefined ? '' : `<br>→ ${(0,markdown/* codeMarkdown */.fl)(hint)}`;
        return `- **${(0,markdown/* escapeMarkdown */.FV)(component)}** ${(0,markdown/* escapeMarkdown */.FV)(kind)} ${outcome}: ${(0,markdown/* escapeMarkdown */.FV)(`${from} → ${to}: ${message}`)}${remedy}`;
    });
    const more = failed.length > shownProblems ? [`- and ${failed.length - shownProblems} more`] : [];
    return ['#### What was not proven\n', ...items, ...more].join('\n');
}
/** `doctor`: what was looked at, each with its fix. */
function checkSection({ checks = [] }) {
    const rows = checks.map(({ fix = '', found, name, state }) => [
        `${checkMarks[state]} ${(0,markdown/* escapeMarkdown */.FV)(name)}`,
        (0,markdown/* escapeMarkdown */.FV)(found),
        (0,markdown/* escapeMarkdown */.FV)(fix),
    ]);
    return rows.length === 0 ? '' : `#### Checks\n\n${(0,markdown/* tableMarkdown */.oS)(['check', 'found', 'fix'], rows)}`;
}
const checkMarks = { good: '✓', warning: '⚠️', bad: '✗', skipped: '–' };
/** One row per component that runs; where none was looked at (build, plan), one per image. */
function stackTable({ certificates, components, images }) {
    const names = components.length > 0 ? components.map(({ name }) => name) : images.map(({ component }) => component);
    const rows = names.map((name) => {
        const component = components.find((entry) => entry.name === name);
        const image = images.find((entry) => entry.component === name);
        const certificate = certificates.find((entry) => entry.component === name);
        const seconds = component?.seconds ?? (image === undefined || image.seconds === 0 ? undefined : image.seconds);
        return [
            (0,markdown/* escapeMarkdown */.FV)(name),
            (0,markdown/* codeMarkdown */.fl)(sourceText(image?.tag ?? component?.image ?? '', image?.revision)),
            (0,markdown/* codeMarkdown */.fl)(shortDigest(image?.reference ?? '')),
            image === undefined ? '' : howText(image),
            certificate === undefined ? '' : expiryText(certificate),
            component === undefined ? '' : readyText(component.readiness, component.message),
            seconds === undefined ? '' : seconds.toFixed(1),
        ];
    });
    return (0,markdown/* tableMarkdown */.oS)(['component', 'source@commit', 'digest', 'image', 'certificate', 'ready', 'seconds'], rows);
}
/** `built (3 of 5 steps from the cache)` */
function howText({ cacheHits, how }) {
    return cacheHits === undefined ? how : `${how} (${(0,markdown/* escapeMarkdown */.FV)(cacheHits)} steps from the cache)`;
}
/** What is in front of the last slash is the same in every row. */
function sourceText(tag, revision) {
    const name = tag.slice(tag.lastIndexOf('/') + 1);
    if (revision !== undefined)
        return `${name.replace(/:[^:]*$/, '')}@${revision.slice(0, 7)}`;
    // A source key says nothing beyond its first digits.
    return name.replace(/:([0-9a-f]{12})[0-9a-f]+$/, ':$1…');
}
function shortDigest(reference) {
    return /sha256:([0-9a-f]{12})/.exec(reference)?.[1] ?? '';
}
function expiryText({ daysLeft, how, notAfter }) {
    if (daysLeft === undefined || notAfter === undefined || how === 'pending')
        return 'to be issued';
    return daysLeft < 0 ? '**expired**' : `${(0,markdown/* escapeMarkdown */.FV)(notAfter.slice(0, 10))} (${daysLeft} d)`;
}
function readyText(readiness, message) {
    if (readiness === 'ready')
        return '✓';
    return `${readiness === 'failed' ? '✗ ' : ''}${(0,markdown/* escapeMarkdown */.FV)(message === '' ? readiness : message.slice(0, 300))}`;
}
function planSection(changes) {
    if (!changes.some(({ action }) => action !== 'unchanged'))
        return '';
    // Of what was written by others nothing can end a <pre>, and no line in it is empty.
    const lines = (0,plan_view/* planLines */.H)(changes).map((line) => line.replace(/^ */, (spaces) => '&nbsp;'.repeat(spaces.length)));
    const body = lines.map((line) => line.replace(/^((?:&nbsp;)*)(.*)$/s, (_, indent, text) => `${indent}${(0,markdown/* escapeMarkdown */.FV)(text)}`));
    return (0,markdown/* foldedMarkdown */.SP)('The changes and their reasons', `<code>${body.join('<br>')}</code>`);
}
function timingSection({ timings }) {
    const rows = Object.entries(timings).map(([stage, seconds]) => [(0,markdown/* escapeMarkdown */.FV)(stage), seconds.toFixed(1)]);
    return rows.length === 0 ? '' : (0,markdown/* foldedMarkdown */.SP)('Timings', (0,markdown/* tableMarkdown */.oS)(['stage', 'seconds'], rows));
}

;// CONCATENATED MODULE: ./build/js/commands/views/junit.js
/**
 * The probes of verify as a JUnit report: one test case each, inconclusive ones skipped. GitLab shows `classname` as the suite
 * and the element's text, not its `message`, and takes only the first of two cases of one name.
 */
function renderJunit({ verification }) {
    const probes = verification?.probes ?? [];
    const count = (outcome) => probes.filter((probe) => probe.outcome === outcome).length;
    const counts = attributes({
        name: 'mcp-stack verify',
        tests: String(probes.length),
        failures: String(count('failed')),
        errors: '0',
        skipped: String(count('inconclusive')),
        time: (verification?.seconds ?? 0).toFixed(3),
    });
    const seen = new Map();
    const cases = probes.map((probe) => {
        const name = `${probe.kind}: ${probe.from} → ${probe.to}`;
        const times = (seen.get(`${probe.component} ${name}`) ?? 0) + 1;
        seen.set(`${probe.component} ${name}`, times);
        return testCase(probe, times === 1 ? name : `${name} (${times})`);
    });
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${counts}>`,
        `  <testsuite${counts}>`,
        ...cases,
        '  </testsuite>',
        '</testsuites>',
        '',
    ].join('\n');
}
function testCase({ component, hint, kind, message, milliseconds, outcome }, name) {
    const open = `    <testcase${attributes({ classname: component, name, time: (milliseconds / 1000).toFixed(3) })}`;
    if (outcome === 'passed')
        return `${open}/>`;
    const text = escapeXml(hint === undefined ? message : `${message}\n${hint}`);
    const why = outcome === 'failed'
        ? `<failure${attributes({ message, type: kind })}>${text}</failure>`
        : `<skipped${attributes({ message })}>${text}</skipped>`;
    return `${open}>${why}</testcase>`;
}
function attributes(values) {
    return Object.entries(values)
        .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('\n', '&#10;')}"`)
        .join('');
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
/** What XML 1.0 has no way to write: control characters, halves of surrogate pairs, two that are no characters. */
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
function escapeXml(text) {
    return text.replaceAll(unwritable, '\ufffd').replaceAll(/[&<>"']/g, (unit) => entities[unit] ?? unit);
}

;// CONCATENATED MODULE: ./build/js/commands/views/doctor-view.js

const doctor_view_marks = { good: '✓', warning: '!', bad: '✗', skipped: '–' };
/** A name longer than this (a repository's address) does not push all others to the right. */
const widestName = 24;
/**
 * Mark, name, what was found; the fix below it:
 *
 *     ✗ engine     neither docker nor podman is installed
 *                  → Install Docker or Podman, or name the program: deployment.container_engine
 */
function checkLines(checks, style) {
    const column = Math.min(widestName, Math.max(0, ...checks.map(({ name }) => name.length))) + 2;
    const paints = { good: style.green, warning: style.yellow, bad: style.red, skipped: style.dim };
    const indent = ' '.repeat(column + 2);
    return checks.flatMap(({ fix, found, name, state }) => {
        const paint = paints[state];
        const [first = '', ...rest] = wrap(found, style.columns - column - 2);
        const head = `${paint(doctor_view_marks[state])} ${state === 'bad' ? style.bold(name) : name}`;
        const body = state === 'skipped' ? style.dim(first) : first;
        const lines = name.length + 2 > column ? [head, indent + body] : [head + ' '.repeat(column - name.length) + body];
        const fixes = fix === undefined ? [] : wrap(fix, style.columns - column - 4);
        return [
            ...lines,
            ...rest.map((line) => indent + line),
            ...fixes.map((line, index) => `${indent}${index === 0 ? style.cyan('→') : ' '} ${line}`),
        ];
    });
}
/** The whole report of `doctor`: the checks, the places in the file that are wrong, one line with the result, what to type next. */
function doctorView(report, checks, style) {
    const inFile = report.problems.filter(({ frame, severity }) => frame !== undefined && severity === 'error');
    const parts = [
        checkLines(checks, style),
        inFile.flatMap((problem) => problemLines(problem, style)),
        [resultLine(checks, style), ...(report.next === undefined ? [] : [report.next])],
    ];
    return parts
        .filter((lines) => lines.length > 0)
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
function resultLine(checks, style) {
    const count = (state) => checks.filter((check) => check.state === state).length;
    const [bad, warnings] = [count('bad'), count('warning')];
    const further = warnings === 0 ? '' : `, ${warnings} warning${warnings === 1 ? '' : 's'}`;
    if (bad === 0 && checks[0]?.state === 'good')
        return style.green(`✓ nothing is in the way of a deploy${further}`);
    // What is missing may be just what the stack will need.
    if (bad === 0)
        return style.yellow(`! without a file nobody can say what a deploy needs${further}`);
    return style.red(`✗ ${bad} ${bad === 1 ? 'thing is' : 'things are'} in the way of a deploy${further}`);
}
/** Words are kept whole; an address may be as long as it is. */
function wrap(text, width) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last === undefined || last.length + 1 + word.length > Math.max(20, width))
            lines.push(word);
        else
            lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
}

// EXTERNAL MODULE: ./build/js/commands/views/columns.js
var columns = __webpack_require__(58791);
;// CONCATENATED MODULE: ./build/js/commands/views/summary-view.js


/** One line per component: what it runs, from which source, how it came, its certificate, whether it is ready. */
function summaryLines(report, style) {
    const rows = report.components.map((component) => {
        const image = report.images.find((entry) => entry.component === component.name);
        const certificate = report.certificates.find((entry) => entry.component === component.name);
        return [
            { text: component.name, paint: style.bold },
            withoutRegistry(image?.tag ?? component.image),
            image?.revision?.slice(0, 7) ?? '',
            image?.how ?? '',
            certificate === undefined ? '' : daysCell(certificate, style),
            readinessCell(component, style),
            component.seconds === undefined ? '' : `${component.seconds.toFixed(1)} s`,
        ];
    });
    const sick = report.components.filter(({ message, readiness }) => readiness !== 'ready' && message !== '');
    return [
        ...(0,columns/* renderColumns */.C)([
            { title: 'component', shorten: 'middle' },
            { title: 'image', shorten: 'middle' },
            { title: 'commit' },
            { title: 'how' },
            { title: 'cert' },
            { title: 'state' },
            { title: 'time', align: 'right' },
        ], rows, style),
        ...sick.map(({ message, name, readiness }) => (readiness === 'failed' ? style.red : style.yellow)(`  ${name}: ${(0,columns/* shorten */.m)(message, style.columns - name.length - 4, 'end')}`)),
    ];
}
/** One line per image, for commands that only build. */
function imageLines(report, style) {
    const rows = report.images.map((image) => [
        { text: image.component, paint: style.bold },
        image.tag,
        image.revision?.slice(0, 10) ?? '',
        { text: image.how, paint: image.how === 'built' ? style.green : style.dim },
        image.seconds === 0 ? '' : image.seconds.toFixed(1),
    ]);
    return (0,columns/* renderColumns */.C)([
        { title: 'component', shorten: 'middle' },
        { title: 'image', shorten: 'middle' },
        { title: 'commit' },
        { title: 'how' },
        { title: 'seconds', align: 'right' },
    ], rows, style);
}
/** With a column more there is no room for fingerprints in a line that is shorter. */
const wideColumns = 100;
/** One line per certificate: until when, how it came, why, whether it runs, its fingerprint. */
function certificateLines(report, style) {
    const short = style.columns < wideColumns && report.certificates.some(({ inUse }) => inUse !== undefined);
    const rows = report.certificates.map((certificate) => [
        { text: certificate.component, paint: style.bold },
        certificate.kind,
        expiryCell(certificate, style),
        { text: certificate.how, paint: paintHow(certificate.how, style) },
        certificate.reason ?? '',
        inUseCell(certificate, style),
        short ? '' : (certificate.fingerprint?.slice(0, 12) ?? ''),
    ]);
    return (0,columns/* renderColumns */.C)([
        { title: 'component', shorten: 'middle' },
        { title: 'kind' },
        { title: 'good until' },
        { title: 'how' },
        { title: 'why', shorten: 'end' },
        { title: 'in use' },
        { title: 'sha-256' },
    ], rows, style);
}
/** `kept` and `ok` are no news; what `certs check` finds wrong is. */
function paintHow(how, style) {
    if (how === 'kept' || how === 'ok')
        return style.dim;
    if (how === 'expired' || how === 'broken')
        return style.red;
    return ['expiring', 'missing', 'stale', 'untrusted'].includes(how) ? style.yellow : style.green;
}
function inUseCell({ inUse }, style) {
    if (inUse === undefined)
        return '';
    if (inUse.state === 'same')
        return { text: '✓ yes', paint: style.green };
    if (inUse.state === 'unreachable')
        return { text: '? unseen', paint: style.yellow };
    return { text: '✗ no', paint: style.red };
}
function expiryCell(certificate, style) {
    const { daysLeft, notAfter } = certificate;
    if (notAfter === undefined || daysLeft === undefined)
        return { text: 'to be issued', paint: style.yellow };
    const date = notAfter.slice(0, 10);
    if (daysLeft < 0)
        return { text: `${date} expired`, paint: style.red };
    return { text: `${date} (${daysLeft} d)`, paint: daysLeft < lifetime/* urgentDays */.L6 ? style.yellow : style.dim };
}
/** In a summary the days that are left; the date is for `certs`. */
function daysCell(certificate, style) {
    const { daysLeft } = certificate;
    if (daysLeft === undefined)
        return { text: 'pending', paint: style.yellow };
    if (daysLeft < 0)
        return { text: 'expired', paint: style.red };
    return { text: `${daysLeft} d`, paint: daysLeft < lifetime/* urgentDays */.L6 ? style.yellow : style.dim };
}
function readinessCell({ readiness }, style) {
    if (readiness === 'ready')
        return { text: '✓ ready', paint: style.green };
    if (readiness === 'failed')
        return { text: '✗ failed', paint: style.red };
    return { text: readiness, paint: style.yellow };
}
/** `host/namespace/stack/name:tag` → `name:tag`: the rest is the same in every line. */
function withoutRegistry(reference) {
    return reference.slice(reference.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/js/commands/views/verification-view.js

/** Titles of the probes, in the order of what they build on. */
const titles = {
    'gateway-ready': 'ready',
    handshake: 'mTLS',
    'refused-without-certificate': 'no cert',
    'refused-foreign-certificate': 'foreign CA',
    'mcp-initialize': 'initialize',
    'plugin-enabled': 'enabled',
};
/** One line per component that was asked, one column per probe; what did not pass is spelt out below. */
function verificationLines(verification, style) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
    const kinds = Object.keys(titles);
    const components = [...new Set(verification.probes.map((probe) => probe.component))];
    const rows = components.map((component) => [
        { text: component, paint: style.bold },
        ...kinds.map((kind) => probeCell(verification.probes.filter((probe) => probe.component === component && probe.kind === kind), style)),
    ]);
    const failed = verification.probes.filter((probe) => probe.outcome !== 'passed');
    return [
        ...(0,columns/* renderColumns */.C)([{ title: 'verified', shorten: 'middle' }, ...kinds.map((kind) => ({ title: titles[kind] }))], rows, style),
        ...failed.map((probe) => style.red(`  ${mark(probe.outcome)} ${probe.component} ${titles[probe.kind]}: ${probe.from} → ${probe.to}: ${probe.message}`)),
    ];
}
/** Several gateways ask several containers: all must pass, and how many did is said where there is more than one. */
function probeCell(probes, style) {
    if (probes.length === 0)
        return '';
    const passed = probes.filter((probe) => probe.outcome === 'passed');
    const word = passedWord(probes[0]?.kind);
    if (passed.length === probes.length) {
        return { text: `✓ ${word}${probes.length === 1 ? '' : ` ×${probes.length}`}`, paint: style.green };
    }
    const failed = probes.some((probe) => probe.outcome === 'failed');
    const count = probes.length === 1 ? '' : ` ${passed.length}/${probes.length}`;
    return {
        text: `${mark(failed ? 'failed' : 'inconclusive')} ${failed ? 'failed' : 'unclear'}${count}`,
        paint: failed ? style.red : style.yellow,
    };
}
/** For the two that must be refused, a bare mark would leave open what passed. */
function passedWord(kind) {
    return kind === 'refused-foreign-certificate' || kind === 'refused-without-certificate' ? 'refused' : 'yes';
}
function mark(outcome) {
    return { passed: '✓', failed: '✗', inconclusive: '?' }[outcome];
}

;// CONCATENATED MODULE: ./build/js/commands/views/report-view.js






/** Commands whose changes were not shown while they ran. */
const showsChanges = ['plan', 'rollback'];
/** A plan that a deploy would refuse is still a plan; a command that came to nothing has no changes. */
function showsPlan(report) {
    return showsChanges.includes(report.command) && (report.status !== 'failed' || report.changes.length > 0);
}
/** Which cluster or engine a plan is for is the first thing to read in it, also when only stdout is kept. */
function whereLines({ command, stack }) {
    return command === 'plan' && stack !== undefined ? [`${stack.name} on ${stack.where}`] : [];
}
/** A note tells what was decided; who only deploys again knows it. A failure shows everything. */
function showsNotes(report) {
    return report.command === 'validate' || report.command === 'plan' || report.exitCode !== 0;
}
/**
 * A report for a terminal or a pipe: what changed, the tables, the problems, one line with the result, and as the last
 * line the command to type next or where the gateway is. Ends in a newline; empty for commands that found nothing to say.
 */
function renderReport(report, style) {
    if (report.checks !== undefined)
        return doctorView(report, report.checks, style);
    const parts = [
        showsPlan(report) ? [...whereLines(report), ...(0,plan_view/* planLines */.H)(report.changes, style)] : [],
        tables(report, style),
        report.verification === undefined ? [] : verificationLines(report.verification, style),
        sortProblems(report.problems.filter((problem) => showsNotes(report) || problem.severity !== 'note')).flatMap((problem) => problemLines(problem, style)),
        closing(report, style),
    ];
    return parts
        .filter((lines) => lines.length > 0)
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
function tables(report, style) {
    if (report.command === 'plan')
        return [];
    if (report.command.startsWith('certs'))
        return certificateLines(report, style);
    if (report.components.length > 0)
        return summaryLines(report, style);
    return imageLines(report, style);
}
function closing(report, style) {
    const next = report.next ?? (report.exitCode === 0 ? undefined : `mcp-deploy help ${report.command}`);
    // Of a command line that was not understood there is no more to say.
    const misread = report.problems.some((problem) => problem.code === 'USAGE');
    return [
        ...(misread ? [] : [statusLine(report, style)]),
        ...firstEndLines(report, style),
        ...(next === undefined ? [] : [next]),
    ];
}
function statusLine(report, style) {
    const seconds = Object.values(report.timings).reduce((sum, stage) => sum + stage, 0);
    const time = seconds < 0.1 ? '' : ` in ${seconds.toFixed(1)} s`;
    const release = report.release === undefined ? '' : `, release ${report.release.revision}`;
    const found = countProblems(report.problems);
    const { green, red, yellow } = style;
    const problems = found === '' ? '' : ` (${found})`;
    const lines = {
        succeeded: green(`✓ ${report.command} succeeded${time}${release}`),
        unchanged: green(`= nothing to do${time}${release}`),
        pending: yellow(report.changes.length > 0 ? `~ changes are pending${time}` : `~ something is pending${time}`),
        failed: red(`✗ ${report.command} failed${problems}${time}`),
        unhealthy: red(`✗ live, but not healthy${problems}${time}${release}`),
    };
    return lines[report.status];
}

;// CONCATENATED MODULE: ./build/js/commands/views/host-views.js






/** How everything looks, on whichever host. */
const hostViews = {
    report: renderReport,
    problem: problemLines,
    summary: jobSummary,
    dotenv: renderDotenv,
    codeQuality: renderCodeQuality,
    junit: renderJunit,
};


/***/ }),

/***/ 81927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SP: () => (/* binding */ foldedMarkdown),
/* harmony export */   fl: () => (/* binding */ codeMarkdown),
/* harmony export */   k9: () => (/* binding */ linkMarkdown),
/* harmony export */   oS: () => (/* binding */ tableMarkdown)
/* harmony export */ });
/* unused harmony export pageCell */
/**
 * Text from elsewhere as text in Markdown, also within HTML and a table: every character that either could take for more
 * than itself is written by its number. Mentions get a zero-width space: GitHub looks for them in what is left.
 */
function escapeMarkdown(text) {
    return (text
        .replace(/\s+/g, ' ')
        .trim()
        // A colon is only dangerous where it makes a link, a bracket that opens a link's address is not without the one before it.
        .replace(/:(?=\/)|[^\p{L}\p{N} .,:;=/()+…→×✓✗-]/gu, (character) => character === '@' ? '&#64;&#8203;' : `&#${character.codePointAt(0) ?? 63};`)
        // A list, a heading or a rule begins at the start of a line.
        .replace(/^[-=+]/, (character) => `&#${character.charCodeAt(0)};`));
}
/** The same in a monospaced face. */
function codeMarkdown(text) {
    return text === '' ? '' : `<code>${escapeMarkdown(text)}</code>`;
}
/** Only an http address becomes a link; everything else is text. */
function linkMarkdown(address) {
    return /^https?:\/\/[^\s"'<>`\\]+$/.test(address)
        ? `<a href="${address.replaceAll('&', '&amp;')}">${escapeMarkdown(address)}</a>`
        : codeMarkdown(address);
}
/** Rows under their titles, cells escaped already; columns without a text are left out. */
function tableMarkdown(titles, rows) {
    const used = titles.flatMap((title, index) => rows.some((row) => (row[index] ?? '') !== '') ? [{ title, index }] : []);
    if (used.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(used.map(({ title }) => title)),
        line(used.map(() => '---')),
        ...rows.map((row) => line(used.map(({ index }) => row[index] ?? ''))),
    ].join('\n');
}
/** Closed until somebody opens it. */
function foldedMarkdown(title, body) {
    return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`;
}
/** Our own words, Markdown in them, in a cell of a table of docs/. */
function pageCell(text) {
    return text.replaceAll('|', '\\|');
}


/***/ }),

/***/ 70115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ planLines),
/* harmony export */   T: () => (/* binding */ objectLines)
/* harmony export */ });
/* harmony import */ var _model_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67533);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58791);


const groups = [
    { action: 'create', sign: '+', word: 'create' },
    { action: 'update', sign: '~', word: 'update' },
    { action: 'restart', sign: '↻', word: 'restart' },
    { action: 'delete', sign: '-', word: 'remove' },
    { action: 'unchanged', sign: '=', word: 'unchanged' },
];
/** What a deploy will do, grouped by what happens, with the reasons under each component. */
function planLines(changes, style = (0,_model_style_js__WEBPACK_IMPORTED_MODULE_0__/* .plainStyle */ .s)(120)) {
    if (changes.length === 0)
        return ['nothing to deploy'];
    return groups.flatMap(({ action, sign, word }) => {
        const group = changes.filter((change) => change.action === action);
        if (group.length === 0)
            return [];
        const paint = paintOf(action, style);
        // What does not change is one line, however much it is.
        if (action === 'unchanged')
            return wrapNames(`${sign} ${word}  `, group.map((change) => change.component), style);
        return group.flatMap((change) => [
            `${paint(`${sign} ${word}`)}  ${style.bold(change.component)}${change.service === change.component ? '' : style.dim(` (${change.service})`)}`,
            ...reasonLines(change, style),
            // What is new or gone as a whole has all of its objects with it; and a workload is the component itself.
            ...(action === 'create' || action === 'delete' ? [] : (change.objects ?? []))
                .filter(({ object }) => !isWorkload(object))
                .map((object) => `      ${style.dim(objectText(object))}`),
        ]);
    });
}
/** With --verbose: every object that is written or removed, in the order of the changes. */
function objectLines(changes) {
    return changes.flatMap((change) => (change.objects ?? []).map(objectText));
}
function objectText({ action, object }) {
    return `${{ create: '+', update: '~', delete: '- delete' }[action]} ${object}`;
}
const isWorkload = (object) => /^(?:Deployment|StatefulSet)\//.test(object);
function paintOf(action, style) {
    const { dim, green, red, yellow } = style;
    return { create: green, update: yellow, restart: yellow, delete: red, unchanged: dim }[action];
}
/** A new component differs in everything: only sentences are worth saying of it. */
function reasonLines(change, style) {
    const reasons = change.action === 'create' || change.action === 'delete'
        ? change.reasons.filter((reason) => reason.why !== undefined)
        : change.reasons;
    const said = new Set();
    const lines = reasons.flatMap((reason) => {
        const line = reasonText(reason, style.columns - 8);
        if (said.has(line))
            return [];
        said.add(line);
        return [`      ${style.dim(line)}`];
    });
    return [...lines, ...change.pending.map((pending) => `      ${style.dim(pendingText(pending))}`)];
}
function reasonText(reason, columns) {
    const { after, before, field, secret, why } = reason;
    if (secret === true)
        return `${field}: secret value ${why ?? 'changed'}`;
    if (before === undefined && after === undefined)
        return (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .m)(why === undefined ? field : `${field}: ${why}`, columns, 'end');
    const room = Math.max(16, Math.floor((columns - field.length - 6) / 2));
    const show = (value) => (value === undefined ? '(none)' : (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .m)(oneLine(value), room, 'middle'));
    return `${field}: ${show(before)} → ${show(after)}${why === undefined ? '' : ` (${why})`}`;
}
function pendingText({ key, pending }) {
    const texts = {
        image: `image: known after build (source ${key.slice(0, 12)})`,
        certificate: 'certificate: known after issue',
        secret: `${key}: known after it is generated`,
    };
    return texts[pending];
}
function oneLine(value) {
    return value.replaceAll('\n', String.raw `\n`);
}
function wrapNames(title, names, style) {
    const lines = [];
    let line = title;
    for (const [index, name] of names.entries()) {
        const word = index === names.length - 1 ? name : `${name}, `;
        if (line.length > title.length && (line + word).trimEnd().length > style.columns) {
            lines.push(line.trimEnd());
            line = ' '.repeat(title.length);
        }
        line += word;
    }
    return [...lines, line].map((text) => style.dim(text));
}


/***/ }),

/***/ 18663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ secretLines),
/* harmony export */   m: () => (/* binding */ secretSection)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81927);

/** `API_KEY  vault:secret/data/mcp#jwt version 3`: for who asks for more (--verbose). Never a value. */
function secretLines(secrets) {
    const names = Object.keys(secrets).sort();
    const width = Math.max(0, ...names.map((name) => name.length));
    return names.map((name) => `secret ${name.padEnd(width)}  ${secrets[name] ?? ''}`);
}
/** Where each secret came from, for the page of a pipeline; empty where none was asked for. */
function secretSection({ secrets }) {
    const rows = Object.keys(secrets)
        .sort()
        .map((name) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeMarkdown */ .fl)(name), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(secrets[name] ?? '')]);
    return rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .foldedMarkdown */ .SP)('Secrets', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .tableMarkdown */ .oS)(['name', 'from'], rows));
}


/***/ }),

/***/ 10952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K0: () => (/* binding */ secretPartsOf),
/* harmony export */   KZ: () => (/* binding */ isSecretText),
/* harmony export */   QU: () => (/* binding */ maskSecrets)
/* harmony export */ });
/* unused harmony export hasUserInfo */
/* harmony import */ var _model_secret_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60743);

const mask = '***';
/** Credentials that are known by how they begin. Each starts at a word, so that no text is read more than once. */
const credential = new RegExp([
    // GitHub, GitLab, Slack, npm, Hugging Face, Vault, Stripe
    String.raw `(?:gh[oprsu]_|github_pat_|glpat-|xox[abeoprs]-|npm_|hf_|hvs\.|[rs]k_(?:live|test)_|whsec_)[\w-]{6,}`,
    // OpenAI and others; sk-learn is a library
    String.raw `sk-(?=[A-Za-z_-]*\d)[\w-]{8,}`,
    // AWS, Google
    String.raw `A[KS]IA[A-Z0-9]{12,}`,
    String.raw `AIza[\w-]{30,}`,
    // JSON Web Token
    String.raw `eyJ[\w-]{4,}\.eyJ[\w-]{4,}(?:\.[\w-]*)?`,
]
    .map((pattern) => String.raw `(?<![\w-])${pattern}`)
    .join('|'), 'g');
/** Addresses whose path is the secret. */
const hook = /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com|outlook\.office(?:365)?\.com\/webhook|hooks\.zapier\.com\/hooks|api\.telegram\.org\/bot)[^\s"'<>]+/gi;
const privateKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/;
/** `Bearer …` as the whole text, or behind the name of the header. */
const bearer = /^\s*(?:Bearer|Basic)\s+[\w.~+/=-]{4,}\s*$|authorization["']?\s{0,5}[:=]\s{0,5}["']?(?:Bearer|Basic)\s+\S/i;
/** `user:password@tcp(host)` of Go's drivers, and an address without its scheme. */
const schemeless = /^[^\s:/@?#]+:[^\s@]+@(?!sha\d+:)(?:(?:tcp|unix)\d?\(|\[?[\w.:-]+\]?(?:[/?][^\s@]*)?$)/;
/**
 * Tells from its form that a text is secret, whatever it is called: user info or a secret parameter in a URL, a password in a
 * connection string, a private key, an Authorization header, a credential or webhook of a known maker. In one pass, whatever the text.
 */
function isSecretText(text) {
    if (hasUserInfo(text) || privateKey.test(text) || bearer.test(text))
        return true;
    if (text.search(credential) !== -1 || text.search(hook) !== -1)
        return true;
    if (!text.startsWith('mailto:') && schemeless.test(text))
        return true;
    return secretParameters(text).length > 0;
}
/** The parts of a text that are secret on their own: passwords and parameters of URLs and connection strings, decoded too. */
function secretPartsOf(text) {
    const passwords = [...text.matchAll(/:\/\/[^\s/?#:@]*:([^\s/?#@]+)@/g)].map(([, password = '']) => password);
    const values = secretParameters(text).map(({ start, end }) => text.slice(start, end));
    return [...new Set([...passwords, ...values].flatMap((part) => [part, decode(part)]))];
}
/** User info in the authority of a URL anywhere in a text: `//user@`, `//user:word@`, `//:word@`. In one pass, whatever the text. */
function hasUserInfo(text) {
    const authority = /[^\s/?#]*/y;
    for (let index = text.indexOf('://'); index !== -1; index = text.indexOf('://', index + 3)) {
        authority.lastIndex = index + 3;
        if (authority.exec(text)?.[0].includes('@') === true)
            return true;
    }
    return false;
}
/**
 * A text with what may be secret in it replaced, also in addresses that lack their scheme; digests of images stay.
 * For one line: the time grows with the square of its length.
 */
function maskSecrets(text) {
    let masked = '';
    let from = 0;
    for (const { start, end } of secretParameters(text)) {
        masked += text.slice(from, start) + mask;
        from = end;
    }
    return (masked + text.slice(from))
        .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s]*@/gi, `$1${mask}@`)
        .replace(/(^|[\s"'[{,=])[^\s"'@/]*:(?!\/\/)[^\s@]+@(?!sha256:)/g, `$1${mask}@`)
        .replace(/\b(Bearer|Basic)(\s+)[\w.~+/=-]{6,}/gi, `$1$2${mask}`)
        .replace(credential, mask)
        .replace(hook, mask);
}
/** Longer names are none of ours. */
const maxName = 64;
/** What every secret name has in it; a percent sign may hide a letter. */
const hint = /pass|pw|secret|token|cred|key|salt|auth|bearer|jwt|pat|sig|%/i;
/** Where the values of secret parameters stand: `?token=…`, `&sig=…`, `;Password=…`, `--password=…`, `host=db password=…`. */
function secretParameters(text) {
    const spans = [];
    const judged = new Map();
    const value = /[ \t]{0,3}("[^"]*"|'[^']*'|[^\s;&"',#}\])]+)/y;
    for (let equals = text.indexOf('='); equals !== -1; equals = text.indexOf('=', equals + 1)) {
        const before = text.slice(Math.max(0, equals - maxName), equals);
        const name = hint.test(before) ? parameterName(before) : undefined;
        if (name === undefined)
            continue;
        // The name alone first: what stands behind every `=` may be long.
        const maySay = judged.get(name) ?? (0,_model_secret_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretParameter */ .q)(name);
        judged.set(name, maySay);
        if (!maySay)
            continue;
        value.lastIndex = equals + 1;
        const [whole, found] = value.exec(text) ?? [];
        if (whole === undefined || found === undefined)
            continue;
        if (/^(?:true|false|null|none)$/i.test(found) || !(0,_model_secret_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretParameter */ .q)(name, found))
            continue;
        const end = equals + 1 + whole.length;
        spans.push({ start: end - found.length, end });
        equals = end - 1;
    }
    return spans;
}
/** The name before a `=`, decoded; undefined where it says nothing: `key=` in a format is not `?key=`. */
function parameterName(before) {
    const match = /(^|[^\w.%-])-{0,2}([\w.%-]+)[ \t]{0,3}$/.exec(before);
    const name = decode(match?.[2] ?? '');
    const isQuery = /[?&#]/.test(match?.[1] ?? '');
    return name === '' || (!isQuery && /^(?:keys?|auth|pat|salt|sig|signature)$/i.test(name)) ? undefined : name;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 64815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ chooseHost)
});

// UNUSED EXPORTS: hosts

// EXTERNAL MODULE: ./build/js/hosts/github/after-job.js
var after_job = __webpack_require__(79292);
// EXTERNAL MODULE: ./build/js/hosts/github/given-inputs.js
var given_inputs = __webpack_require__(35907);
;// CONCATENATED MODULE: ./build/js/hosts/github/github.js


/** A GitHub job: as an action (`uses:`), whose words are its inputs, or as a command in a `run:` step. */
const github = {
    name: 'github',
    detect: ({ GITHUB_ACTIONS }) => GITHUB_ACTIONS === 'true',
    async open(options) {
        const { environment, words } = options;
        const given = words.length === 0 ? (0,given_inputs/* givenInputs */.P)(environment) : undefined;
        if (given === undefined) {
            const { openRunStep } = await __webpack_require__.e(/* import() */ 8068).then(__webpack_require__.bind(__webpack_require__, 48068));
            return openRunStep(options);
        }
        const core = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(3838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
        const { openAction } = await __webpack_require__.e(/* import() */ 5961).then(__webpack_require__.bind(__webpack_require__, 35961));
        // start.ts has begun the step, unless it could not: then this says why.
        const folder = environment[`STATE_${after_job/* stateName */.Vi}`] ?? (0,after_job/* beginStep */.Uz)(environment);
        const { getExecOutput } = await __webpack_require__.e(/* import() */ 1955).then(__webpack_require__.bind(__webpack_require__, 41955));
        return openAction(options, { given, core, folder, getExecOutput });
    },
};

;// CONCATENATED MODULE: ./build/js/hosts/gitlab/gitlab.js
/** GITLAB_CI can be the text "false" (gitlab-ci-local): there the component says where we are. */
const gitlab = {
    name: 'gitlab',
    detect: ({ GITLAB_CI, MCP_DEPLOY_HOST }) => MCP_DEPLOY_HOST === 'gitlab' || GITLAB_CI === 'true',
    open: async (options) => (await __webpack_require__.e(/* import() */ 2254).then(__webpack_require__.bind(__webpack_require__, 82254))).gitlabHost(options),
};

// EXTERNAL MODULE: ./build/js/hosts/terminal.js + 2 modules
var terminal = __webpack_require__(72540);
;// CONCATENATED MODULE: ./build/js/hosts/choose-host.js



/** Where the program can run, the first that knows its place; a new one is one file and one word here. */
const hosts = [github, gitlab, terminal/* terminal */.Fo];
/** Apart from registry.ts, which loads every adapter: this is the first thing a run needs. */
function chooseHost(environment) {
    return hosts.find((kind) => kind.detect(environment)) ?? terminal/* terminal */.Fo;
}


/***/ }),

/***/ 72540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pp: () => (/* binding */ cleanDeeply),
  Fo: () => (/* binding */ terminal),
  P0: () => (/* binding */ terminalHost)
});

// UNUSED EXPORTS: createStyle

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/js/io/plain-text.js
var plain_text = __webpack_require__(61331);
// EXTERNAL MODULE: ./build/js/model/style.js
var style = __webpack_require__(67533);
;// CONCATENATED MODULE: ./build/js/hosts/live-region.js
/** DECAWM off and on: the terminal itself cuts lines that are too long, whatever width it gives its characters. */
const noWrap = '\u001b[?7l';
const wrap = '\u001b[?7h';
const eraseDown = '\u001b[0J';
/** Draws without a cursor position of its own: it goes up by as many lines as it wrote. */
function createLiveRegion(screen) {
    let drawn = [];
    const toTop = () => (drawn.length === 0 ? '' : `\r\u001b[${drawn.length}A${eraseDown}`);
    return {
        draw(lines) {
            // A region higher than the screen cannot be drawn over again.
            const room = Math.max(1, (screen.rows ?? 24) - 2);
            const fitting = lines.length <= room ? lines : [...lines.slice(0, room - 1), `  … and ${lines.length - room + 1} more`];
            screen.write(toTop() + bodyOf(fitting));
            drawn = fitting;
        },
        write(text) {
            screen.write(toTop() + text + bodyOf(drawn));
        },
        clear() {
            if (drawn.length > 0)
                screen.write(toTop());
            drawn = [];
        },
    };
}
function bodyOf(lines) {
    return lines.length === 0 ? '' : `${noWrap}${lines.join('\n')}\n${wrap}`;
}

;// CONCATENATED MODULE: ./build/js/hosts/terminal-progress.js

const terminal_progress_frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMilliseconds = 100;
/** On a terminal: one living line per image and component, and what is finished above them. */
function createTerminalProgress(screen, options) {
    const { clean, now, renderProblem, style, verbose } = options;
    const region = createLiveRegion(screen);
    const running = new Set();
    let timer;
    const draw = () => {
        const column = Math.max(0, ...[...running].map((task) => task.name.length));
        const frame = terminal_progress_frames[Math.floor(now() / frameMilliseconds) % terminal_progress_frames.length] ?? '';
        region.draw([...running].map((task) => `  ${style.cyan(frame)} ${task.name.padEnd(column)}  ${style.dim(`${secondsSince(task.started, now)}  ${task.text}`)}`));
    };
    const keepDrawing = () => {
        draw();
        if (running.size === 0) {
            clearInterval(timer);
            timer = undefined;
            return;
        }
        // The clock on the screen must not keep the program alive.
        timer ??= setInterval(draw, frameMilliseconds).unref();
    };
    const write = (lines) => region.write(`${lines.join('\n')}\n`);
    return {
        step: (title) => write([style.bold(clean(title))]),
        line: (text) => write([`  ${clean(text)}`]),
        detail: (text) => {
            if (verbose)
                write([style.dim(`  ${clean(text)}`)]);
        },
        problem: (problem) => write(renderProblem(problem, style)),
        task(name) {
            const task = { name: clean(name), started: now(), text: '' };
            running.add(task);
            keepDrawing();
            const end = (mark, text) => {
                if (!running.delete(task))
                    return;
                write([`  ${mark} ${task.name}  ${clean(text)}  ${style.dim(secondsSince(task.started, now))}`]);
                keepDrawing();
            };
            return {
                update: (text) => {
                    task.text = clean(text);
                },
                done: (text) => end(style.green('✓'), text),
                fail: (text) => end(style.red('✗'), text),
            };
        },
        stop() {
            clearInterval(timer);
            timer = undefined;
            running.clear();
            region.clear();
        },
    };
}
/** Lines of a child come by the thousand; a log wants to know that it goes on, and what it is at. */
const updateMilliseconds = 10_000;
/** In a pipe: plain lines with the time of day. */
function createPlainProgress(screen, options) {
    const { clean, now, renderProblem, style, verbose } = options;
    const write = (line) => screen.write(`${style.dim(timeOfDay(now()))} ${line}\n`);
    const task = (name) => {
        const shown = clean(name);
        const started = now();
        let next = started;
        let over = false;
        const end = (word, text) => {
            if (!over)
                write(`${shown}: ${word}${clean(text)} (${secondsSince(started, now)})`);
            over = true;
        };
        return {
            update(text) {
                if (over || now() < next)
                    return;
                next = now() + updateMilliseconds;
                write(`${shown}: ${clean(text)}`);
            },
            done: (text) => end('', text),
            fail: (text) => end(style.red('failed: '), text),
        };
    };
    return {
        task,
        step: (title) => write(style.bold(clean(title))),
        line: (text) => write(clean(text)),
        detail: (text) => {
            if (verbose)
                write(style.dim(clean(text)));
        },
        problem: (problem) => renderProblem(problem, style).forEach((line) => write(line)),
        stop: () => undefined,
    };
}
function secondsSince(start, now) {
    return `${((now() - start) / 1000).toFixed(1)} s`;
}
/** `08:15:03`, in the time zone of whoever reads it. */
function timeOfDay(milliseconds) {
    return new Date(milliseconds).toTimeString().slice(0, 8);
}

;// CONCATENATED MODULE: ./build/js/hosts/terminal.js





const terminal = {
    name: 'terminal',
    detect: () => true,
    open: (options) => Promise.resolve(terminalHost(options)),
};
/** Lines in a pipe have no width of their own. */
const pipeColumns = 120;
/**
 * The host of a person: progress on stderr, the result on stdout, so that either can be sent elsewhere.
 * Every text passes the redactor and loses its control characters before it is coloured.
 */
function terminalHost(options) {
    const { environment, redactor, stderr, stdout, views, words } = options;
    const shown = new Set();
    let progress;
    let wantsColor = true;
    ignoreClosedPipe(stdout);
    ignoreClosedPipe(stderr);
    const clean = (text) => (0,plain_text/* toPlainLine */.I)(redactor.redact(text));
    const styleOf = (stream, color) => createStyle(stream, color && hasColor(stream, environment));
    const write = (stream, text) => new Promise((resolve) => {
        stream.write(redactor.redact(text), resolve);
    });
    return {
        name: 'terminal',
        words: () => words,
        environment,
        facts: { host: 'terminal', actor: nameOfUser(environment), trusted: true },
        mask: () => undefined,
        confirm: (question) => askPerson(clean(question), options.stdin ?? process.stdin, stderr),
        style: (color) => styleOf(stdout, color),
        progress({ color, verbose }) {
            wantsColor = color;
            const style = styleOf(stderr, color);
            const isLive = stderr.isTTY === true && environment.TERM !== 'dumb' && !isSet(environment.CI);
            const create = isLive ? createTerminalProgress : createPlainProgress;
            progress = create(stderr, {
                style,
                verbose,
                clean,
                now: options.now ?? Date.now,
                renderProblem: (problem) => {
                    shown.add(JSON.stringify(problem));
                    return views.problem(cleanDeeply(redactor.redactJson(problem)), style);
                },
            });
            return progress;
        },
        async report(report, { json }) {
            progress?.stop();
            const redacted = redactor.redactJson(report);
            if (json)
                return write(stdout, `${JSON.stringify(redacted, null, 2)}\n`);
            const news = report.problems.filter((problem) => !shown.has(JSON.stringify(problem)));
            const fresh = { ...redacted, problems: redactor.redactJson(news) };
            return write(stdout, views.report(cleanDeeply(fresh), styleOf(stdout, wantsColor)));
        },
        async print(text) {
            progress?.stop();
            await write(stdout, text);
        },
        printSecret: (text) => new Promise((resolve) => {
            progress?.stop();
            stdout.write(text, resolve);
        }),
    };
}
/** Yes or no; undefined where nobody can answer, or nobody does. */
async function askPerson(question, stdin, stderr) {
    if (stdin.isTTY !== true || stderr.isTTY !== true)
        return undefined;
    const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 80481, 19));
    stderr.write(`${question} [y/N] `);
    const lines = createInterface({ input: stdin });
    try {
        for await (const line of lines)
            return /^y(?:es)?$/i.test(line.trim());
        return undefined;
    }
    finally {
        lines.close();
    }
}
/** NO_COLOR (no-color.org) beats FORCE_COLOR; without either, a terminal that is not dumb has colours. */
function hasColor(stream, environment) {
    if (isSet(environment.NO_COLOR))
        return false;
    if (isSet(environment.FORCE_COLOR))
        return environment.FORCE_COLOR !== '0' && environment.FORCE_COLOR !== 'false';
    return stream.isTTY === true && environment.TERM !== 'dumb';
}
function isSet(value) {
    return value !== undefined && value !== '';
}
function createStyle(stream, color) {
    const columns = stream.isTTY === true ? Math.max(60, stream.columns ?? 80) : pipeColumns;
    if (!color)
        return (0,style/* plainStyle */.s)(columns);
    const { bold, cyan, dim, green, red, yellow } = picocolors.createColors(true);
    return { columns, bold, cyan, dim, green, red, yellow };
}
/** Every text in a value without control characters; only frames of the config may have several lines. */
function cleanDeeply(value) {
    // Strings stay strings and keys stay keys.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return cleanValue(value, '');
}
function cleanValue(value, key) {
    if (typeof value === 'string')
        return key === 'frame' ? (0,plain_text/* toPlainText */.b)(value) : (0,plain_text/* toPlainLine */.I)(value);
    if (Array.isArray(value))
        return value.map((item) => cleanValue(item, key));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [(0,plain_text/* toPlainLine */.I)(name), cleanValue(item, name)]));
}
/** `mcp-deploy plan | head` is no failure. */
function ignoreClosedPipe(stream) {
    stream.on?.('error', (error) => {
        if (!('code' in error) || error.code !== 'EPIPE')
            throw error;
    });
}
function nameOfUser(environment) {
    const { LOGNAME, USER } = environment;
    if (isSet(USER))
        return USER ?? '';
    if (isSet(LOGNAME))
        return LOGNAME ?? '';
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        // A container's user id without a name.
        return 'unknown';
    }
}


/***/ }),

/***/ 31381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createIo)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/io/clock.js
/** The time of this machine. */
const systemClock = {
    now: () => new Date(),
    sleep: (milliseconds, signal) => new Promise((resolve) => {
        if (signal?.aborted === true) {
            resolve();
            return;
        }
        const wake = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', wake);
            resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        signal?.addEventListener('abort', wake, { once: true });
    }),
};

// EXTERNAL MODULE: ./build/js/io/files.js + 1 modules
var io_files = __webpack_require__(53619);
// EXTERNAL MODULE: ./build/js/io/http.js + 1 modules
var http = __webpack_require__(15883);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
;// CONCATENATED MODULE: ./build/js/io/logs.js




/** A log that has grown beyond this many bytes is put aside as `<name>.old.log` when a run opens it. */
const largestLog = 8 * 1024 * 1024;
/** Logs under `folder` (0700, files 0600). Lines are written in order; errors are kept until `close`. */
function openLogs(folder, wrote = () => undefined) {
    const files = new Map();
    const waiting = new Map();
    let writing;
    let failure;
    const pathOf = (name) => (0,external_node_path_.join)(folder, `${fileName(name)}.log`);
    /** Everything that came while the last write was under way goes out in one write per file. */
    const writeWaiting = async () => {
        try {
            while (waiting.size > 0) {
                for (const [name, lines] of waiting) {
                    waiting.delete(name);
                    const file = files.get(name) ?? (await openLog(folder, pathOf(name)));
                    files.set(name, file);
                    wrote(pathOf(name));
                    await file.appendFile(`${lines.join('\n')}\n`);
                }
            }
        }
        catch (error) {
            failure ??= error instanceof Error ? error : new Error(String(error));
            waiting.clear();
        }
        finally {
            writing = undefined;
        }
    };
    return {
        pathOf,
        append(name, line) {
            if (failure !== undefined)
                return;
            const lines = waiting.get(name) ?? [];
            lines.push(line);
            waiting.set(name, lines);
            writing ??= Promise.resolve().then(writeWaiting);
        },
        async flush() {
            await writing;
        },
        async close() {
            await writing;
            for (const file of files.values())
                await file.close();
            files.clear();
            if (failure === undefined)
                return;
            const cause = failure;
            failure = undefined;
            throw new errors/* StackError */.L({
                code: 'FILE_UNWRITABLE',
                message: `logs under ${folder} could not be written: ${cause.message}`,
                hint: 'Make the folder writable for this user, or remove it',
                cause,
            });
        },
    };
}
async function openLog(folder, path) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const before = await (0,promises_.stat)(path).catch(() => undefined);
    if (before !== undefined && before.size > largestLog)
        await (0,promises_.rename)(path, path.replace(/\.log$/, '.old.log'));
    // O_NOFOLLOW: a link that somebody else put there must not be written through.
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = external_node_fs_.constants;
    const handle = await (0,promises_.open)(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
    await handle.chmod(0o600);
    await (0,promises_.chmod)(folder, 0o700);
    return handle;
}
/** A component's name may be any text: only what is harmless in a file name stays. */
function fileName(name) {
    const safe = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+/, '_');
    return safe === '' ? '_' : safe.slice(0, 100);
}

// EXTERNAL MODULE: ./build/js/io/redact.js + 3 modules
var redact = __webpack_require__(81914);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./build/js/model/show-command.js
var show_command = __webpack_require__(39147);
;// CONCATENATED MODULE: ./build/js/io/bounded-output.js
/**
 * Keeps all of a stream up to `limit` bytes; of a longer one the first and the last half, with a line between them
 * that says how much is missing.
 */
function createBoundedOutput(limit) {
    const half = Math.floor(limit / 2);
    const head = [];
    let headLength = 0;
    let tail = [];
    let tailLength = 0;
    let dropped = 0;
    return {
        get truncated() {
            return dropped > 0;
        },
        add(chunk) {
            const room = Math.max(0, half - headLength);
            if (room > 0) {
                head.push(chunk.subarray(0, room));
                headLength += Math.min(room, chunk.length);
            }
            if (chunk.length <= room)
                return;
            tail.push(chunk.subarray(room));
            tailLength += chunk.length - room;
            // Cut only when twice too long: cutting on every chunk would copy the tail each time.
            if (tailLength > 2 * half)
                cutTail();
        },
        bytes() {
            if (tailLength > half)
                cutTail();
            const gap = dropped === 0 ? [] : [Buffer.from(`\n[… ${dropped} bytes left out …]\n`)];
            return Buffer.concat([...head, ...gap, ...tail]);
        },
    };
    function cutTail() {
        const all = Buffer.concat(tail);
        dropped += all.length - half;
        tail = [all.subarray(all.length - half)];
        tailLength = half;
    }
}

// EXTERNAL MODULE: ./build/js/io/plain-text.js
var plain_text = __webpack_require__(61331);
;// CONCATENATED MODULE: ./build/js/io/line-reader.js

/** A line longer than this (characters) is given out in pieces: a child without newlines must not fill the memory. */
const longestLine = 16_384;
/**
 * Turns the bytes of a child into redacted lines that are safe to show. A progress bar that overwrites itself with
 * carriage returns gives its last state.
 */
function createLineReader(redactor, onLine) {
    const decoder = new TextDecoder();
    const redacting = redactor.stream();
    let rest = '';
    const give = (line) => {
        const shown = line.replace(/\r+$/, '');
        const last = shown.slice(shown.lastIndexOf('\r') + 1);
        const plain = (0,plain_text/* toPlainText */.b)(last);
        // A value that was interrupted by terminal sequences is whole only now.
        onLine(plain === last ? plain : redactor.redact(plain));
    };
    const split = (text) => {
        rest += text;
        if (!rest.includes('\n') && rest.length <= longestLine)
            return;
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            give(line);
        while (rest.length > longestLine) {
            give(rest.slice(0, longestLine));
            rest = rest.slice(longestLine);
        }
    };
    return {
        push: (chunk) => split(redacting.push(decoder.decode(chunk, { stream: true }))),
        end() {
            split(redacting.push(decoder.decode()) + redacting.end());
            if (rest !== '')
                give(rest);
            rest = '';
        },
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/js/io/live-children.js

/** Process groups of children that run now: none of them may outlive us. */
const groups = new Set();
let guard;
/** Remembers a child's process group until `forgetGroup`; if we end before, however we end, it is ended too. */
function rememberGroup(pid) {
    guard ??= startGuard();
    groups.add(pid);
    guard.stdin?.write(`+ ${pid}\n`);
}
function forgetGroup(pid) {
    groups.delete(pid);
    guard?.stdin?.write(`- ${pid}\n`);
}
/** Sends a signal to a child and everything it started; nothing happens when they are gone. */
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
        // ESRCH: already gone. EPERM: it gave up our user (setuid); it ends when its pipes close.
    }
}
/**
 * Reads the groups that run on stdin. End of file means that we are gone: after SIGKILL nothing of ours runs any more
 * that could end a build or a `compose up` which would then work against the next run.
 */
const guardProgram = `
groups=
while read -r what group; do
  left=
  for other in $groups; do [ "$other" = "$group" ] || left="$left $other"; done
  groups=$left
  [ "$what" = + ] && groups="$groups $group"
done
[ -z "$groups" ] && exit
for group in $groups; do kill -s TERM -- "-$group"; done
sleep 5
for group in $groups; do kill -s KILL -- "-$group"; done
`;
function startGuard() {
    process.once('exit', () => groups.forEach((group) => signalGroup(group, 'SIGKILL')));
    // Detached: a Ctrl-C at the terminal must not end the guard before us. Its environment holds no secret.
    const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', guardProgram, 'mcp-deploy-guard'], {
        detached: true,
        env: { PATH: '/usr/bin:/bin' },
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    // Without a shell there is no guard; everything else works.
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    child.unref();
    if ('unref' in child.stdin && typeof child.stdin.unref === 'function')
        child.stdin.unref();
    return child;
}

// EXTERNAL MODULE: ./build/js/io/tool-missing.js
var tool_missing = __webpack_require__(35636);
;// CONCATENATED MODULE: ./build/js/io/start-child.js









/** How long pipes that a grandchild holds open are waited for after the child itself has ended. */
const pipesMilliseconds = 2000;
/**
 * Starts a program in a process group of its own, so that a Ctrl-C reaches it only through us, in our order.
 * Without stdin in the command it reads end of file: nothing ever waits for an answer.
 *
 * @throws StackError TOOL_MISSING, or COMMAND_FAILED when the folder is not there.
 */
async function startChild(command, env) {
    const stdin = command.stdin instanceof secret/* Secret */.z ? command.stdin.reveal() : command.stdin;
    const subprocess = await openChild(command, env, stdin === undefined ? 'ignore' : 'pipe');
    const { pid } = subprocess;
    rememberGroup(pid);
    // EPIPE: it does not want to read all of it, which its exit code says better.
    subprocess.stdin?.on('error', () => undefined).end(stdin);
    const ended = new Promise((resolve) => {
        let timer;
        subprocess.once('exit', () => {
            timer = setTimeout(() => {
                signalGroup(pid, 'SIGTERM');
                subprocess.stdout.destroy();
                subprocess.stderr.destroy();
            }, pipesMilliseconds);
        });
        subprocess.once('close', (exitCode, signal) => {
            clearTimeout(timer);
            forgetGroup(pid);
            resolve(exitCode ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]));
        });
    });
    return {
        program: command.program,
        ended,
        onOutput(stream, listener) {
            subprocess[stream].on('data', listener);
        },
        signal: (signal) => signalGroup(pid, signal),
    };
}
async function openChild(command, env, stdin) {
    try {
        const { args, cwd, program } = command;
        const subprocess = (0,external_node_child_process_.spawn)(program, args, { cwd, env, detached: true, stdio: [stdin, 'pipe', 'pipe'] });
        // What does not start has no pid, and says why a moment later.
        if (subprocess.pid === undefined)
            await (0,external_node_events_.once)(subprocess, 'spawn');
        return subprocess;
    }
    catch (cause) {
        throw await startFailed(command, cause);
    }
}
async function startFailed(command, cause) {
    const folder = command.cwd === undefined ? undefined : await (0,promises_.stat)(command.cwd).catch(() => undefined);
    if (command.cwd !== undefined && folder?.isDirectory() !== true) {
        return new errors/* StackError */.L({
            code: 'COMMAND_FAILED',
            message: `${command.program} cannot run in ${command.cwd}: there is no such folder`,
            cause,
        });
    }
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') {
        const there = command.program.includes('/') && (await isThere(command.program));
        // A script whose interpreter is missing gives ENOENT too.
        if (!there)
            return (0,tool_missing/* toolMissing */.N)(command.program, 'not found', cause);
    }
    if (code === 'EACCES')
        return (0,tool_missing/* toolMissing */.N)(command.program, 'not executable', cause);
    return new errors/* StackError */.L({
        code: 'COMMAND_FAILED',
        message: `${command.program} could not be started: ${cause instanceof Error ? cause.message : String(cause)}`,
        cause,
    });
}
async function isThere(path) {
    return (0,promises_.access)(path, external_node_fs_.constants.F_OK).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/js/io/run.js






/** Bytes kept of each stream of text: enough for any `inspect` or `kubectl get`, not for the memory to run out. */
const keptText = 32 * 1024 * 1024;
/** Bytes of a binary stream; beyond it the content would be broken, so that is an error. */
const keptBinary = 512 * 1024 * 1024;
/** How long a child has to end after SIGTERM. */
const killAfterMilliseconds = 5000;
/** Makes the one function that starts processes: no shell, its own process group, everything shown is redacted. */
function createRun(context) {
    return async (command, options = {}) => {
        if (options.uninterruptible !== true)
            throwIfAborted(context.signal);
        const shown = context.redactor.redact((0,show_command/* showCommand */.T)(command));
        context.progress.detail(`$ ${shown}`);
        const log = (line) => {
            if (options.log !== undefined)
                context.logs?.append(options.log, line);
        };
        log(`$ ${shown}`);
        const inherited = environmentOf(context.environment, command);
        if (options.brief === true && context.runBrief !== undefined && options.onLine === undefined) {
            const { exitCode, stdout, stderr } = await context.runBrief(command, inherited);
            log(`exit ${exitCode}`);
            throwIfAborted(context.signal);
            return { exitCode, stdout, stderr, stdoutBytes: Buffer.from(stdout), timedOut: false };
        }
        const started = Date.now();
        const child = await startChild(command, inherited);
        const stopped = stopWhenAsked(child, context.signal, options);
        const result = await collect(child, context, options, log, stopped.stop);
        stopped.dispose();
        log(`exit ${result.exitCode} after ${((Date.now() - started) / 1000).toFixed(1)} s${stopped.timedOut() ? ' (timed out)' : ''}`);
        if (options.uninterruptible !== true)
            throwIfAborted(context.signal);
        return { ...result, timedOut: stopped.timedOut() };
    };
}
/** @throws the StackError the signal was aborted with, else INTERRUPTED. */
function throwIfAborted(signal) {
    if (!signal.aborted)
        return;
    if (signal.reason instanceof errors/* StackError */.L)
        throw signal.reason;
    throw new errors/* StackError */.L({ code: 'INTERRUPTED', message: 'interrupted', hint: 'Run the same command again to go on' });
}
function environmentOf(inherited, command) {
    const environment = {};
    for (const [name, value] of Object.entries({ ...inherited, ...command.env })) {
        if (value !== undefined)
            environment[name] = value instanceof secret/* Secret */.z ? value.reveal() : value;
    }
    return environment;
}
/** Ends the child's group on time-out and on the signals that apply: SIGTERM, and SIGKILL five seconds later. */
function stopWhenAsked(child, runSignal, options) {
    const signals = [options.uninterruptible === true ? undefined : runSignal, options.signal].filter((signal) => signal !== undefined);
    let timedOut = false;
    let killTimer;
    const stop = () => {
        child.signal('SIGTERM');
        killTimer ??= setTimeout(() => child.signal('SIGKILL'), killAfterMilliseconds);
    };
    for (const signal of signals) {
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    }
    const timeout = options.timeoutSeconds === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop();
        }, options.timeoutSeconds * 1000);
    return {
        stop,
        timedOut: () => timedOut,
        dispose() {
            clearTimeout(timeout);
            clearTimeout(killTimer);
            for (const signal of signals)
                signal.removeEventListener('abort', stop);
        },
    };
}
async function collect(child, context, options, log, stop) {
    const { answerBytes } = options;
    let tooLong = false;
    const readStream = (stream) => {
        const binary = stream === 'stdout' && options.binary === true;
        const output = createBoundedOutput(binary ? keptBinary : keptText);
        const isAnswer = stream === 'stdout' && answerBytes !== undefined;
        let length = 0;
        const wanted = !binary && !isAnswer && (options.onLine !== undefined || options.log !== undefined);
        const lines = wanted
            ? createLineReader(context.redactor, (line) => {
                log(line);
                options.onLine?.(line, stream);
            })
            : undefined;
        child.onOutput(stream, (chunk) => {
            length += chunk.length;
            if (isAnswer && length > answerBytes) {
                if (!tooLong)
                    stop();
                tooLong = true;
                return;
            }
            output.add(chunk);
            lines?.push(chunk);
        });
        return { output, end: () => lines?.end() };
    };
    const stdout = readStream('stdout');
    const stderr = readStream('stderr');
    const exitCode = await child.ended;
    stdout.end();
    stderr.end();
    if (options.binary === true && stdout.output.truncated) {
        throw new errors/* StackError */.L({ code: 'COMMAND_FAILED', message: `${child.program} wrote more than ${keptBinary} bytes` });
    }
    const stdoutBytes = stdout.output.bytes();
    return {
        exitCode,
        stdout: options.binary === true ? '' : stdoutBytes.toString('utf8'),
        stderr: stderr.output.bytes().toString('utf8'),
        stdoutBytes,
        ...(tooLong ? { tooLong } : {}),
    };
}

// EXTERNAL MODULE: ./build/js/io/self-scan.js + 5 modules
var self_scan = __webpack_require__(58638);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/js/io/socket-http.js



/** Bytes of one answer: a list of every object of a namespace, not for the memory to run out. */
const largestBody = 64 * 1024 * 1024;
/**
 * HTTP over a unix socket, which is needed with the first request only. SIGTERM does not end it. Node's own client: undici
 * takes 0.15 s to load, as long as all else that a deploy without changes loads.
 */
function createSocketHttp(path, connections) {
    const agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: connections });
    const underWay = new Set();
    /** @returns the answer once its head is there; `sent` is destroyed where nobody wants the rest. */
    const open = (request, signal) => {
        const { method = 'GET', headers = {}, body } = request;
        const bytes = body === undefined ? undefined : Buffer.from(body instanceof secret/* Secret */.z ? body.reveal() : body);
        const sent = (0,external_node_http_.request)({
            agent,
            socketPath: path,
            path: request.path,
            method,
            // Node itself gives a DELETE with a body no length.
            headers: { ...headers, ...(bytes === undefined ? {} : { 'content-length': bytes.length }) },
            ...(signal === undefined ? {} : { signal }),
        });
        underWay.add(sent);
        sent.once('close', () => underWay.delete(sent));
        const answer = new Promise((resolve, reject) => {
            sent.once('response', resolve);
            // Not once: what is destroyed while its answer comes fails a second time.
            sent.on('error', reject);
        });
        sent.end(bytes);
        return { sent, answer };
    };
    return {
        async request(request) {
            const { sent, answer } = open(request);
            const late = new Error(`no answer within ${request.timeoutSeconds} s`);
            const timer = setTimeout(() => sent.destroy(late), request.timeoutSeconds * 1000);
            try {
                return await readWhole(await answer);
            }
            catch (cause) {
                throw new Error(reasonOf(sent.errored ?? cause), { cause });
            }
            finally {
                clearTimeout(timer);
            }
        },
        async lines(request, onLine) {
            try {
                const answer = await open(request, request.signal).answer;
                await readLines(answer, onLine);
                return answer.statusCode ?? 0;
            }
            catch (cause) {
                // 499: nobody waits for the answer any more.
                if (request.signal.aborted)
                    return 499;
                throw new Error(reasonOf(cause), { cause });
            }
        },
        async close() {
            for (const sent of underWay)
                sent.destroy(new Error('the connection was destroyed'));
            agent.destroy();
        },
    };
}
async function readWhole(answer) {
    const chunks = [];
    let length = 0;
    for await (const chunk of answer) {
        length += chunk.length;
        if (length > largestBody)
            throw new Error(`the answer is larger than ${largestBody} bytes`);
        chunks.push(chunk);
    }
    return {
        status: answer.statusCode ?? 0,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(', ') : (value ?? ''),
        ])),
        body: Buffer.concat(chunks).toString('utf8'),
    };
}
async function readLines(body, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = [];
    for await (const chunk of body) {
        const [first = '', ...lines] = decoder.write(Buffer.from(chunk)).split('\n');
        rest.push(first);
        for (const line of lines) {
            onLine(rest.join(''));
            rest = [line];
        }
    }
    const last = rest.join('') + decoder.end();
    if (last !== '')
        onLine(last);
}
function reasonOf(cause) {
    if (!(cause instanceof Error))
        return String(cause);
    // Node's words, `socket hang up` and `aborted`, do not say who.
    if ('code' in cause && cause.code === 'ECONNRESET')
        return 'other side closed';
    return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}

;// CONCATENATED MODULE: ./build/js/io/create-io.js









/** Makes the edge of a run: processes, files, HTTP, clock, randomness. Touches nothing until it is used. */
function createIo(options) {
    const scan = options.selfScan ?? (0,self_scan/* createSelfScan */.U)();
    const redactor = scan.guard(options.redactor ?? (0,redact/* createRedactor */.l)());
    const { TMPDIR } = options.environment;
    const files = (0,io_files/* createFiles */.q)(TMPDIR === '' ? undefined : TMPDIR, scan.wrote, options.notePrivateFile);
    return assemble(options, { redactor, files, scan, opened: [] });
}
/** @param shared  What every edge that `with` makes has in common. */
function assemble(options, shared) {
    const { files, opened, redactor, scan } = shared;
    const { environment, progress, runBrief, secrets, signal } = options;
    const logs = options.logsFolder === undefined ? undefined : openLogs(options.logsFolder, scan.wrote);
    if (logs !== undefined)
        opened.push(logs);
    const flush = async () => {
        for (const log of opened)
            await log.flush();
    };
    return {
        environment: { ...secrets, ...environment },
        progress,
        signal,
        redactor,
        files,
        clock: systemClock,
        run: createRun({ environment, progress, signal, redactor, logs, runBrief }),
        http: (0,http/* createHttp */.V)({ environment, signal, caFile: options.caFile }),
        openSocket: createSocketHttp,
        random: (bytes) => (0,external_node_crypto_.randomBytes)(bytes),
        log: (name, text) => logs?.append(name, redactor.redact(text)),
        flush,
        async findLeaks() {
            await flush();
            return scan.run();
        },
        leaksIn: (texts) => scan.leaksIn(texts),
        sameAs: (names) => scan.sameAs(names),
        with: (changes) => assemble({ ...options, ...changes }, shared),
        async close() {
            await files.close();
            for (const log of opened)
                await log.close();
        },
    };
}


/***/ }),

/***/ 53619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ createFiles)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/js/io/abandoned-folders.js



const [socketSeconds, emptySeconds] = [10 * 60, 24 * 60 * 60];
/**
 * Removes what killed runs left of their temporary folders: those of our own user with a socket `s` that nobody listens on, kubeconfigs, and
 * empty ones. Only old ones, and best effort: it never throws.
 */
async function removeAbandoned(root, prefix) {
    const names = await (0,promises_.readdir)(root).catch(() => []);
    for (const folder of names.filter((name) => name.startsWith(`${prefix}-`)).map((name) => (0,external_node_path_.join)(root, name))) {
        const facts = await (0,promises_.lstat)(folder).catch(() => undefined);
        const seconds = (Date.now() - (facts?.mtimeMs ?? Date.now())) / 1000;
        if (seconds < socketSeconds || facts?.uid !== process.getuid?.())
            continue;
        if (await isDead((0,external_node_path_.join)(folder, 's')))
            await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
        // A kubeconfig of a job that was killed; none runs for a day.
        else if (prefix === 'mcp-kubeconfig' && seconds > emptySeconds)
            await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
        // It fails where anything is in it.
        else if (seconds > emptySeconds)
            await (0,promises_.rmdir)(folder).catch(() => undefined);
    }
}
/** A socket whose process is gone refuses; one that is busy does not. */
function isDead(path) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(path, () => resolve(!socket.destroy()));
        socket.once('error', (error) => resolve(error.code === 'ECONNREFUSED'));
    });
}

;// CONCATENATED MODULE: ./build/js/io/files.js








/**
 * Files as they are on this machine. Reading throws the system's own error (`code: 'ENOENT'` …), which the caller
 * knows how to word; writing throws StackError FILE_UNWRITABLE.
 *
 * @param temporaryRoot  Where temporary folders are made; the system's own place by default.
 * @param wrote  Hears of every file that was written; one whose content is a Secret is meant to hold one.
 * @param notePrivateFile  Host.notePrivateFile.
 */
function createFiles(temporaryRoot = (0,external_node_os_.tmpdir)(), wrote = () => undefined, notePrivateFile) {
    const folders = new Set();
    let watching = false;
    const may = (path, mode) => (0,promises_.access)(path, mode).then(() => true, () => false);
    const exists = (path) => may(path, external_node_fs_.constants.F_OK);
    return {
        read: async (path) => (await readRegularFile(path)).toString('utf8'),
        readBytes: readRegularFile,
        exists,
        isExecutable: (path) => may(path, external_node_fs_.constants.X_OK),
        list: async (path) => (await (0,promises_.readdir)(path)).sort(),
        async write(path, content, mode) {
            const isPrivate = (mode & 0o077) === 0;
            if (isPrivate && notePrivateFile !== undefined && !(await exists(path)))
                notePrivateFile(path);
            await writeFileAtomically(path, content, mode);
            wrote(path, content instanceof secret/* Secret */.z ? { secret: true } : {});
        },
        remove: (path) => (0,promises_.rm)(path, { recursive: true, force: true }),
        realpath: (path) => (0,promises_.realpath)(path),
        async temporaryFolder(prefix) {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporaryRoot, `${prefix}-`));
            // An uncaught error ends the process without `close`.
            if (!watching)
                process.once('exit', () => folders.forEach((path) => (0,external_node_fs_.rmSync)(path, { recursive: true, force: true })));
            watching = true;
            folders.add(folder);
            // Other prefixes are words that other programs use, too. Nobody waits for it.
            if (prefix.startsWith('mcp-'))
                void removeAbandoned(temporaryRoot, prefix);
            return folder;
        },
        async close() {
            for (const folder of folders)
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            folders.clear();
        },
    };
}
/** The longest file that is read whole, in bytes: everything we read was written by a person or by us. */
const longestFile = 256 * 1024 * 1024;
/** Reads a file, never a pipe or a device: those may have no end. */
async function readRegularFile(path) {
    // Without O_NONBLOCK opening a pipe that nobody writes to waits for ever, and no signal ends it.
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        const facts = await file.stat();
        if (!facts.isFile() && !facts.isDirectory())
            throw new Error('it is a pipe or a device, not a file');
        if (facts.size > longestFile)
            throw new Error('it is longer than 256 MiB');
        return await file.readFile();
    }
    finally {
        await file.close();
    }
}
/**
 * Writes a file so that a reader sees the old or the new content and never a part: a new file beside it, fsync,
 * rename. The mode is exact whatever the umask; a link at `path` is replaced, not followed.
 */
async function writeFileAtomically(path, content, mode) {
    const folder = (0,external_node_path_.dirname)(path);
    const fresh = (0,external_node_path_.join)(folder, `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.new`);
    try {
        // Nobody else may even list a folder that is made for files nobody else may read.
        await (0,promises_.mkdir)(folder, { recursive: true, mode: (mode & 0o077) === 0 ? 0o700 : 0o755 });
        const file = await (0,promises_.open)(fresh, 'wx', mode);
        try {
            await file.writeFile(content instanceof secret/* Secret */.z ? content.reveal() : content);
            await file.chmod(mode);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(fresh, path);
        await syncFolder(folder);
    }
    catch (cause) {
        await (0,promises_.rm)(fresh, { force: true }).catch(() => undefined);
        throw new errors/* StackError */.L({
            code: 'FILE_UNWRITABLE',
            message: `${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`,
            hint: `Make ${folder} writable for this user`,
            cause,
        });
    }
}
/** The rename itself survives a power cut only when its folder is on the disk; not every file system can do that. */
async function syncFolder(folder) {
    const handle = await (0,promises_.open)(folder, 'r').catch(() => undefined);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
}


/***/ }),

/***/ 15883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ createHttp)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/js/model/redirect-refused.js
var redirect_refused = __webpack_require__(62143);
// EXTERNAL MODULE: ./build/js/model/secret.js
var secret = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/js/io/follow-redirects.js

/** A registry needs one, one behind a proxy two. */
const mostHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Says which bytes are wanted, and nothing of who wants them. */
const plainHeaders = new Set(['accept', 'user-agent']);
/**
 * Sends a request and follows redirects within its origin, where the credentials in it are known already. To another origin only
 * what `redirects: 'anonymous'` permits: GET and HEAD, without a credential and never from https to http.
 *
 * @throws RedirectRefused naming both servers.
 */
async function followRedirects(request, send) {
    const first = new URL(request.url);
    let current = request;
    for (let hop = 0;; hop++) {
        const answer = await send(current);
        const location = answer.headers.get('location');
        const isElsewhere = new URL(current.url).origin !== first.origin;
        if (!redirects.has(answer.status) || location === null)
            return { answer, isElsewhere };
        // Otherwise its connection stays busy.
        await answer.body?.cancel();
        current = next(current, location, answer.status);
        if (hop === mostHops)
            throw new redirect_refused/* RedirectRefused */.J(first.origin, new URL(current.url).origin, 'again and again');
    }
}
function next(request, location, status) {
    const from = new URL(request.url);
    if (!URL.canParse(location, from.href))
        throw new redirect_refused/* RedirectRefused */.J(from.origin, 'no address', 'which it should name');
    const to = new URL(location, from);
    // `origin` of a file: or data: address is the word null.
    const refuse = (why) => new redirect_refused/* RedirectRefused */.J(from.origin, `${to.protocol}//${to.host}`, why);
    if (to.username !== '' || to.password !== '')
        throw refuse('with a user in the address');
    const moved = asGet({ ...request, url: to.href }, status);
    if (to.origin === from.origin)
        return moved;
    if (!['http:', 'https:'].includes(to.protocol))
        throw refuse('which is not HTTP');
    if (from.protocol === 'https:' && to.protocol === 'http:')
        throw refuse('which has no TLS');
    const isRead = ['GET', 'HEAD'].includes(request.method ?? 'GET') && request.body === undefined;
    if (request.redirects !== 'anonymous' || !isRead)
        throw refuse('which may not be given what was sent');
    return {
        ...moved,
        headers: Object.fromEntries(Object.entries(request.headers ?? {}).filter(([name, value]) => typeof value === 'string' && plainHeaders.has(name.toLowerCase()))),
    };
}
/** As browsers do: 303 always means another page to read, 301 and 302 after a POST. */
function asGet(request, status) {
    const method = request.method ?? 'GET';
    const isGet = status === 303 ? method !== 'HEAD' : status <= 302 && method === 'POST';
    if (!isGet || method === 'GET')
        return request;
    const { body: _body, headers = {}, ...rest } = request;
    const kept = Object.entries(headers).filter(([name]) => !/^content-/i.test(name));
    return { ...rest, method: 'GET', headers: Object.fromEntries(kept) };
}

;// CONCATENATED MODULE: ./build/js/io/http.js




/** A response larger than this (bytes) is not one of ours: registries and stores answer with a few kilobytes. */
const largestBody = 32 * 1024 * 1024;
/**
 * HTTP through Node's own fetch; through undici's where a proxy or a company's CA is asked for, which Node 20's
 * cannot do. Proxy variables are read in both cases of letters, as curl does, and HTTP_PROXY never for https.
 */
function createHttp(options) {
    let chosen;
    return async (request) => {
        chosen ??= chooseFetch(options);
        const fetchWith = await chosen;
        const timeout = AbortSignal.timeout(request.timeoutSeconds * 1000);
        const signal = request.uninterruptible === true ? timeout : AbortSignal.any([options.signal, timeout]);
        let asked = request;
        try {
            const { answer, isElsewhere } = await followRedirects(request, (one) => {
                asked = one;
                return fetchWith(one.url, { ...toInit(one), redirect: 'manual', signal });
            });
            return {
                status: answer.status,
                headers: Object.fromEntries(
                // Whoever answers a challenge means the server that was asked, and has credentials for that one.
                [...answer.headers].filter(([name]) => !isElsewhere || name !== 'www-authenticate')),
                body: await readBody(answer),
            };
        }
        catch (cause) {
            if (cause instanceof redirect_refused/* RedirectRefused */.J)
                throw cause;
            throw new Error(reasonOf(asked, cause), { cause });
        }
    };
}
function toInit(request) {
    return {
        method: request.method ?? 'GET',
        headers: Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name, reveal(value)])),
        ...(request.body === undefined ? {} : { body: reveal(request.body) }),
    };
}
function reveal(value) {
    return value instanceof secret/* Secret */.z ? value.reveal() : value;
}
async function chooseFetch({ environment, caFile }) {
    const variable = (name) => environment[name.toLowerCase()] ?? environment[name] ?? '';
    const all = variable('ALL_PROXY');
    const httpProxy = variable('HTTP_PROXY') || all;
    const httpsProxy = variable('HTTPS_PROXY') || all;
    if (httpProxy === '' && httpsProxy === '' && caFile === undefined)
        return fetch;
    const undici = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    const connect = caFile === undefined ? {} : { ca: await trustedAuthorities(caFile, environment.NODE_EXTRA_CA_CERTS) };
    const dispatcher = httpProxy === '' && httpsProxy === ''
        ? new undici.Agent({ connect })
        : new undici.EnvHttpProxyAgent({
            httpProxy,
            httpsProxy,
            noProxy: variable('NO_PROXY'),
            connect,
            requestTls: connect,
            proxyTls: connect,
        });
    return (url, init) => undici.fetch(url, { ...init, dispatcher });
}
/** `ca` replaces Node's list, and with it NODE_EXTRA_CA_CERTS: all three are put together again. */
async function trustedAuthorities(caFile, extraFile) {
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
    const extra = extraFile === undefined || extraFile === '' ? [] : [await (0,promises_.readFile)(extraFile, 'utf8').catch(() => '')];
    return [...rootCertificates, await (0,promises_.readFile)(caFile, 'utf8'), ...extra.filter((text) => text !== '')];
}
async function readBody(response) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
        length += chunk.length;
        if (length > largestBody)
            throw new Error(`the answer is larger than ${largestBody} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** fetch says only "fetch failed"; the reason is in its cause. The query may hold a token and is not shown. */
function reasonOf(request, error) {
    const origin = URL.canParse(request.url) ? new URL(request.url).host : request.url;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && cause.name === 'TimeoutError')
        return `${origin} did not answer within ${request.timeoutSeconds} s`;
    const text = cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause);
    return `${origin}: ${text}`;
}


/***/ }),

/***/ 61331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ toPlainLine),
/* harmony export */   b: () => (/* binding */ toPlainText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Control characters but tab and newline, line and paragraph separators, and Unicode's bidirectional controls. */
const unprintable = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/**
 * Text from elsewhere as it may be shown: terminal sequences gone, every other control character spelt out
 * (`\u0007`), so that a line of a child or of a config cannot overwrite, hide or forge one of ours. Newlines stay.
 */
function toPlainText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(unprintable, (unit) => unit === '\r' ? '' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** The same on one line: newlines become spaces. */
function toPlainLine(text) {
    return toPlainText(text)
        .replace(/\s*\n\s*/g, ' ')
        .trimEnd();
}


/***/ }),

/***/ 93472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isPublicText)
/* harmony export */ });
const publicBlocks = /-----BEGIN (CERTIFICATE|TRUSTED CERTIFICATE|PUBLIC KEY)-----[A-Za-z0-9+/=\s]+-----END \1-----/g;
/**
 * Whether a text is nothing but certificates and public keys: as PEM, as PEM with its line ends written `\n`, or as base64 of
 * it, the forms in which a CA is given. Whoever connects is shown them, so they are hidden nowhere and leak nowhere.
 */
function isPublicText(text) {
    if (text.includes('-----BEGIN'))
        return isPublicPem(text);
    const base64 = text.replaceAll(/\s/g, '');
    // `-----BEGIN ` in base64, at the start of a text.
    return base64.startsWith('LS0tLS1CRUdJTi') && isPublicPem(Buffer.from(base64, 'base64').toString());
}
function isPublicPem(text) {
    const lines = text.replaceAll('\\r', '').replaceAll('\\n', '\n');
    return lines.replaceAll(publicBlocks, '').trim() === '';
}


/***/ }),

/***/ 81914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createRedactor)
});

;// CONCATENATED MODULE: ./build/js/io/pattern-tree.js
/** Units by which a tree goes deeper. */
const step = 4;
/** A list of this many is as fast as a map. */
const longestList = 6;
/** Adds a pattern to the tree of all patterns that agree in their first `depth` units. */
function addToTree(tree, pattern, depth) {
    if (tree.children !== undefined && pattern.text.length >= depth + step) {
        const key = pattern.text.slice(depth, depth + step);
        const child = tree.children.get(key) ?? { patterns: [] };
        tree.children.set(key, child);
        addToTree(child, pattern, depth + step);
        return;
    }
    insertLongestFirst(tree.patterns, pattern);
    if (tree.children === undefined && tree.patterns.length > longestList)
        splitTree(tree, depth);
}
/** Finds what begins at `position` of a text that agrees with the tree in the first `depth` units. */
function findInTree(tree, text, position, depth) {
    let pattern;
    let cutOff = false;
    let node = tree;
    for (let reached = depth; node !== undefined; reached += step) {
        const hit = findInList(node.patterns, text, position);
        pattern = hit.pattern ?? pattern;
        cutOff ||= hit.cutOff;
        if (node.children === undefined)
            break;
        const key = text.slice(position + reached, position + reached + step);
        if (key.length < step)
            cutOff ||= [...node.children.keys()].some((other) => other.startsWith(key));
        node = node.children.get(key);
    }
    return { pattern, cutOff };
}
/** Finds the first, which is the longest, of a list. */
function findInList(patterns, text, position) {
    const left = text.length - position;
    let cutOff = false;
    for (const pattern of patterns) {
        if (pattern.text.length > left)
            cutOff ||= pattern.text.startsWith(text.slice(position));
        else if (text.startsWith(pattern.text, position))
            return { pattern, cutOff };
    }
    return { pattern: undefined, cutOff };
}
function insertLongestFirst(patterns, pattern) {
    const place = patterns.findIndex((other) => other.text.length < pattern.text.length);
    patterns.splice(place === -1 ? patterns.length : place, 0, pattern);
}
function splitTree(tree, depth) {
    const all = tree.patterns.splice(0);
    tree.children = new Map();
    for (const pattern of all)
        addToTree(tree, pattern, depth);
}

;// CONCATENATED MODULE: ./build/js/io/pattern-index.js

/** Units of the rolling hash. Eight, because the shortest value searched for has eight bytes. */
const pattern_index_window = 8;
const base = 0x01000193;
/** base ** (window - 1), modulo 2 ** 32: takes the oldest unit out of the hash. */
const oldest = Array.from({ length: pattern_index_window - 1 }).reduce((power) => Math.imul(power, base), 1);
/** 2 ** 20 bits: at 10,000 patterns one position in a hundred is looked at twice. */
const filterBits = 20;
/**
 * Makes an empty index (Rabin and Karp's search with a bit filter). Adding costs the same at any size, so secrets
 * may arrive one by one; an automaton over 500 secrets in all their forms would be built again for each.
 */
function createPatternIndex() {
    const known = new Set();
    const byBeginning = new Map();
    const filter = new Uint32Array(2 ** (filterBits - 5));
    /** Patterns of fewer than `window` units (eight bytes of UTF-8 can be three), by first unit. */
    const short = new Map();
    /** All beginnings that are shorter than the window. */
    const beginnings = new Set();
    return {
        get size() {
            return known.size;
        },
        add(pattern) {
            const { text } = pattern;
            if (known.has(text))
                return;
            known.add(text);
            for (let length = Math.min(pattern_index_window, text.length) - 1; length > 0; length--) {
                const beginning = text.slice(0, length);
                // Then the shorter ones are there, too.
                if (beginnings.has(beginning))
                    break;
                beginnings.add(beginning);
            }
            if (text.length < pattern_index_window) {
                const patterns = short.get(text.charCodeAt(0)) ?? [];
                insertLongestFirst(patterns, pattern);
                short.set(text.charCodeAt(0), patterns);
                return;
            }
            const slot = slotOf(hashOf(text));
            filter[slot >>> 5] = (filter[slot >>> 5] ?? 0) | (1 << (slot & 31));
            const tree = byBeginning.get(text.slice(0, pattern_index_window)) ?? { patterns: [] };
            byBeginning.set(text.slice(0, pattern_index_window), tree);
            addToTree(tree, pattern, pattern_index_window);
        },
        scan(text, onHit) {
            const give = (position, hit) => {
                if (hit.pattern !== undefined || hit.cutOff)
                    onHit(position, hit);
            };
            const lastWindow = text.length - pattern_index_window;
            let hash = lastWindow >= 0 ? hashOf(text) : 0;
            for (let position = 0; position <= lastWindow; position++) {
                const slot = slotOf(hash);
                if (((filter[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) {
                    const tree = byBeginning.get(text.slice(position, position + pattern_index_window));
                    if (tree !== undefined)
                        give(position, findInTree(tree, text, position, pattern_index_window));
                }
                if (short.size > 0) {
                    const patterns = short.get(text.charCodeAt(position));
                    if (patterns !== undefined)
                        give(position, findInList(patterns, text, position));
                }
                const without = (hash - Math.imul(text.charCodeAt(position), oldest)) | 0;
                hash = (Math.imul(without, base) + text.charCodeAt(position + pattern_index_window)) | 0;
            }
            for (let position = Math.max(0, lastWindow + 1); position < text.length; position++) {
                give(position, findInList(short.get(text.charCodeAt(position)) ?? [], text, position));
                give(position, { pattern: undefined, cutOff: beginnings.has(text.slice(position)) });
            }
        },
    };
}
function slotOf(hash) {
    return Math.imul(hash, 0x9e3779b1) >>> (32 - filterBits);
}
function hashOf(text) {
    let hash = 0;
    for (let index = 0; index < pattern_index_window; index++)
        hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0;
    return hash;
}

// EXTERNAL MODULE: ./build/js/io/public-text.js
var public_text = __webpack_require__(93472);
;// CONCATENATED MODULE: ./build/js/io/secret-forms.js
/** Values shorter than this (bytes of UTF-8) occur in ordinary text too often to be searched for. */
const shortestSearched = 8;
/** The first and last line of a PEM block are the same in every file and say nothing. */
const pemArmour = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/;
/**
 * Every text under which a value is searched for: itself, its lines and long words, base64 at each alignment, hex, escaped for a URL,
 * JSON, XML and HTML, `$` and `'` doubled.
 * Empty when the value is too short.
 */
function formsOf(value) {
    const forms = new Set();
    // A lone surrogate cannot be written as UTF-8; what leaves the process has U+FFFD in its place.
    const whole = Buffer.from(value, 'utf8').toString('utf8');
    const add = (form) => {
        if (isSearched(form))
            forms.add(form);
    };
    for (const text of new Set([whole, whole.trim()])) {
        if (!isSearched(text))
            continue;
        for (const form of [...writtenForms(text), ...base64Forms(text), ...hexForms(text)])
            add(form);
    }
    const lines = whole.split(/\r\n|\r|\n/).map((line) => line.trim());
    for (const text of new Set([...lines, ...longWords(whole)])) {
        if (text === whole || !isSearched(text) || pemArmour.test(text))
            continue;
        for (const form of writtenForms(text))
            add(form);
    }
    return forms;
}
/** As it is and escaped, each also with every `$` doubled, as Compose and the kubelet want it. */
function writtenForms(text) {
    const texts = text.includes('$') ? [text, text.split('$').join('$$')] : [text];
    return texts.flatMap((one) => [one, ...urlForms(one), ...jsonForms(one), ...markupForms(one), ...quotedForms(one)]);
}
/** A token in a longer text, which may be printed alone: in letters of both cases and digits, or in hex. */
function longWords(text) {
    const isToken = (word) => /^[0-9a-f]{32,}$/i.test(word) || [/[a-z]/, /[A-Z]/, /\d/].every((one) => one.test(word));
    return text.split(/[\s"',;]+/).filter((word) => word.length >= 16 && isToken(word));
}
/** Whether a value is long enough to be searched for. */
function isSearched(value) {
    return Buffer.byteLength(value, 'utf8') >= shortestSearched;
}
/**
 * Base64 of a value that starts at any byte of the encoded data: the characters that depend on the value alone,
 * with and without its end, in both alphabets, and the lines `base64` and PEM wrap it into (76 and 64 characters).
 */
function base64Forms(text) {
    const bytes = Buffer.from(text, 'utf8');
    const forms = [];
    for (const offset of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        // `offset` foreign bytes spoil the first ceil(offset * 8 / 6) characters.
        const skipped = Math.ceil((offset * 8) / 6);
        const ownLength = Math.floor(((offset + bytes.length) * 8) / 6);
        forms.push(encoded.slice(skipped), encoded.slice(skipped).replaceAll('=', ''), encoded.slice(skipped, ownLength));
    }
    const encoded = bytes.toString('base64');
    for (const width of [64, 76]) {
        if (encoded.length <= width)
            continue;
        for (let start = 0; start < encoded.length; start += width) {
            const line = encoded.slice(start, start + width);
            if (line.length >= 16)
                forms.push(line);
        }
    }
    return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}
/** Percent-encoding as browsers, RFC 3986, Python's `quote` (keeps `/`) and HTML forms (`+` for a space) write it. */
function urlForms(text) {
    // Secrets come by the hundred, and most are of these letters: none of the forms is another text.
    if (/^[\w.-]*$/.test(text))
        return [];
    const component = encodeURIComponent(text);
    const strict = component.replace(/[!'()*]/g, percent);
    // What URLSearchParams writes, in a fifth of its time.
    const form = component.replace(/[!'()~]/g, percent).replaceAll('%20', '+');
    const forms = [component, strict, encodeURI(text), strict.replaceAll('%2F', '/'), strict.replaceAll('%20', '+'), form];
    const different = [...new Set(forms)];
    return [...different, ...different.map((one) => one.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
/** JSON as JavaScript, Go (escapes `<>&`) and Python (escapes everything beyond ASCII) write it, and JSON within JSON. */
function jsonForms(text) {
    // Printable ASCII but for quote, backslash, ampersand and angle brackets: nothing is escaped.
    if (/^[ !#-%'-;=?-[\]-~]*$/.test(text))
        return [];
    const plain = JSON.stringify(text).slice(1, -1);
    const go = plain.replace(/[<>&\u2028\u2029]/g, escapeUnit);
    const ascii = plain.replace(/[\u007f-\uffff]/g, escapeUnit);
    return [plain, go, ascii, JSON.stringify(plain).slice(1, -1), JSON.stringify(go).slice(1, -1)];
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** Within single quotes, as YAML and SQL write one. */
function quotedForms(text) {
    return text.includes("'") ? [text.replaceAll("'", "''")] : [];
}
function hexForms(text) {
    const hex = Buffer.from(text, 'utf8').toString('hex');
    return [hex, hex.toUpperCase()];
}
/** How `"` and `'` are spelled by those who escape them; XML's text leaves both as they are. */
const quotes = [
    ['"', "'"],
    ['&quot;', "'"],
    // XML and Java, lodash, Python and JavaScript, PHP, Go and Jinja.
    ['&quot;', '&apos;'],
    ['&quot;', '&#39;'],
    ['&quot;', '&#x27;'],
    ['&quot;', '&#039;'],
    ['&#34;', '&#39;'],
];
/** As XML, HTML and our own Markdown write it. */
function markupForms(text) {
    if (/^[\p{L}\p{N} .,:;=/()+-]*$/u.test(text))
        return [];
    const open = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const closed = open.replaceAll('>', '&gt;');
    const markdown = text.replace(/[^\p{L}\p{N} .,:;=/()+-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};`);
    return [
        open,
        ...quotes.map(([double, single]) => closed.replaceAll('"', double).replaceAll("'", single)),
        markdown,
        // Nobody is to be notified.
        markdown.replaceAll('&#64;', '&#64;&#8203;'),
    ];
}

;// CONCATENATED MODULE: ./build/js/io/redact.js



/**
 * Makes a redactor that knows nothing yet. It finds a value whole, line by line, in base64, in hex, and escaped,
 * and writes `[secret NAME]` in its place. `onAdd` hears of every value once, so that a host can hide it too. Where values overlap, all of them go: a piece of a secret is never left.
 */
function createRedactor(onAdd = () => undefined) {
    const index = createPatternIndex();
    /** value → its first name: a variable that is nothing but a secret is the same value again. */
    const unsearched = new Map();
    // A key of the stored state is seen again where its certificate is judged.
    const added = new Set();
    const stream = () => createRedactingStream(index);
    const redact = (text) => {
        if (index.size === 0)
            return text;
        const whole = stream();
        return whole.push(text) + whole.end();
    };
    return {
        add(secret, { needle = true } = {}) {
            const value = secret.reveal();
            if (!isSearched(value)) {
                if (value !== '' && needle && !unsearched.has(value))
                    unsearched.set(value, secret.name);
                return;
            }
            if (added.has(value) || (0,public_text/* isPublicText */.B)(value))
                return;
            added.add(value);
            onAdd(secret);
            for (const text of formsOf(value))
                index.add({ text, replacement: secret.toString() });
        },
        redact,
        stream,
        // Of the same shape but for numbers that are secret, which no reader may rely on anyway.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        redactJson: (value) => redactValue(value, once(redact)),
        unsearched: () => [...new Set(unsearched.values())].sort(),
    };
}
/**
 * Holds back only what may be the beginning of a value. `covered` units at the start of what is held back belong to
 * a region whose replacement was already given out, so a run of overlapping values needs no growing buffer.
 */
function createRedactingStream(index) {
    let held = '';
    let covered = 0;
    const take = (text, last) => {
        const { regions, holdFrom } = findRegions(index, text, covered, last);
        let output = '';
        let written = covered;
        covered = 0;
        for (const region of regions) {
            if (region.start >= holdFrom)
                break;
            if (region.start >= written)
                output += text.slice(written, region.start) + region.longest.replacement;
            written = Math.max(written, region.end);
        }
        if (written > holdFrom)
            covered = written - holdFrom;
        else
            output += text.slice(written, holdFrom);
        held = text.slice(holdFrom);
        return output;
    };
    return {
        push: (chunk) => (index.size === 0 && held === '' ? chunk : take(held + chunk, false)),
        end: () => take(held, true),
    };
}
/** All covered stretches, and the position from which the text must wait for what follows. */
function findRegions(index, text, covered, last) {
    const regions = [];
    let holdFrom = text.length;
    let openEnd = covered;
    let open;
    index.scan(text, (position, { pattern, cutOff }) => {
        if (cutOff && !last)
            holdFrom = Math.min(holdFrom, position);
        if (pattern === undefined)
            return;
        const end = position + pattern.text.length;
        if (position < openEnd) {
            openEnd = Math.max(openEnd, end);
            if (open === undefined) {
                open = { start: 0, end: openEnd, longest: pattern };
                regions.push(open);
            }
            else
                open.end = openEnd;
            return;
        }
        open = { start: position, end, longest: pattern };
        openEnd = end;
        regions.push(open);
    });
    return { regions, holdFrom };
}
/** A report has few different texts: keys and references are in it a hundred times. */
function once(redact) {
    const known = new Map();
    return (text) => {
        const redacted = known.get(text) ?? redact(text);
        known.set(text, redacted);
        return redacted;
    };
}
function redactValue(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (typeof value === 'number') {
        const text = String(value);
        return redact(text) === text ? value : redact(text);
    }
    if (Array.isArray(value))
        return value.map((item) => redactValue(item, redact));
    if (typeof value !== 'object' || value === null)
        return value;
    if ('toJSON' in value && typeof value.toJSON === 'function')
        return redactValue(value.toJSON(), redact);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactValue(item, redact)]));
}


/***/ }),

/***/ 58638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createSelfScan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/js/io/changed-files.js



/** A longer file is compared by its size and times alone, in bytes. */
const longestCompared = 4 * 1024 * 1024;
/**
 * Every regular file below a folder; links are not followed, layers of images are left out. Empty where there is no folder, or
 * where it is a link that leads out of the folder it stands in: what is there is somebody else's.
 */
async function readFolderState(folder) {
    const state = new Map();
    for (const [path, { facts, size }] of await readFacts(folder)) {
        const content = size > longestCompared ? undefined : await contentOf(path);
        state.set(path, { facts, size, ...(content === undefined ? {} : { content }) });
    }
    return state;
}
/** Files that are new or hold something else. */
async function changedFiles(folder, before) {
    const changed = [];
    for (const [path, now] of await readFacts(folder)) {
        const known = before.get(path);
        if (known === undefined)
            changed.push({ path, existed: false });
        else if (!(await isSame(path, known, now)))
            changed.push({ path, existed: true });
    }
    return changed;
}
/** Whoever only touches a file, moves it back or sets its mode has not written it. */
async function isSame(path, before, now) {
    if (before.facts === now.facts)
        return true;
    return before.size === now.size && before.content !== undefined && before.content === (await contentOf(path));
}
async function readFacts(folder) {
    const state = new Map();
    if (await leadsOut(folder))
        return state;
    for (const path of await filesBelow(folder)) {
        const facts = await (0,promises_.lstat)(path).catch(() => undefined);
        if (facts?.isFile() !== true)
            continue;
        state.set(path, { facts: `${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`, size: facts.size });
    }
    return state;
}
async function leadsOut(folder) {
    try {
        const way = (0,external_node_path_.relative)(await (0,promises_.realpath)((0,external_node_path_.dirname)(folder)), await (0,promises_.realpath)(folder));
        return way === '..' || way.startsWith('../') || (0,external_node_path_.isAbsolute)(way);
    }
    catch {
        // There is none yet.
        return false;
    }
}
/** Kept in memory only, and of no use to who does not know the content. undefined where it cannot be read. */
async function contentOf(path) {
    try {
        return (0,external_node_crypto_.createHash)('sha256')
            .update(await (0,promises_.readFile)(path))
            .digest('base64');
    }
    catch {
        return undefined;
    }
}
async function filesBelow(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    // BuildKit's layers (`cache: local`): packed, and large.
    if (['blobs', 'index.json'].every((name) => entries.some((entry) => entry.name === name)))
        return [];
    const nested = await Promise.all(entries.map(async (entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path) : [path];
    }));
    return nested.flat();
}

;// CONCATENATED MODULE: ./build/js/io/private-words.js
/** Base64, tokens and the body of PEM have all three; a line of YAML or the address in a service account has not. */
const looksRandom = (word) => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
const looksHex = (word) => /^[0-9a-f]{32,}$/i.test(word);
const certificate = /-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----[^-]+-----END (?:CERTIFICATE|PUBLIC KEY)-----/g;
/** `-----BEGIN CERTI` in base64, as a kubeconfig has it. */
const encodedCertificate = 'LS0tLS1CRUdJTiBDRVJUS';
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/g;
/**
 * A private key holds its public key, and so does the certificate: some lines of both can be the same (seen: the last line
 * of an EC key, at one alignment in three). Such lines, and whole certificates, are no secret.
 *
 * @param shortest  of a word, in characters
 */
function privateWords(text, shortest) {
    const shared = (text.match(privateKey) ?? []).flatMap(publicLines);
    const sharedWords = new Set(shared.flatMap((block) => block.split('\n')));
    const words = text
        .replaceAll(certificate, ' ')
        .split(/[\s"',;]+/)
        .filter((word) => word.length >= shortest && word !== text && (looksRandom(word) || looksHex(word)))
        .filter((word) => !sharedWords.has(word) && !word.startsWith(encodedCertificate));
    return { words, isPublic: (piece) => shared.some((block) => block.includes(piece.replaceAll('\r', ''))) };
}
/** Runs of lines of a PEM key that are in its public key as well, with the armour that follows. */
function publicLines(pem) {
    const known = publicBytes(pem);
    if (known === undefined)
        return [];
    const blocks = [];
    let block = '';
    for (const line of pem.split(/\r?\n/)) {
        const isArmour = line.startsWith('-----');
        if (isArmour ? line.startsWith('-----END') : known.includes(Buffer.from(line, 'base64')))
            block += `${line}\n`;
        else {
            blocks.push(block);
            block = '';
        }
    }
    return [...blocks, block].filter((one) => one !== '');
}
/** INTEGER 0 (the version of RSAPrivateKey) and the head of the modulus, a length of two bytes follows (RFC 8017, A.1.2). */
const modulusHead = Buffer.from('0201000282', 'hex');
/** `02 03 01 00 01`: the public exponent stands behind the modulus in both keys. */
const exponentSize = 5;
/** BIT STRING with an uncompressed point on P-256, P-384 and P-521 (RFC 5915, 3): the end of the key. */
const pointHeads = ['03420004', '03620004', '0381860004'].map((hex) => Buffer.from(hex, 'hex'));
/**
 * What of a key's DER is in its SubjectPublicKeyInfo, too; undefined where nothing is. By its marks: OpenSSL takes a third of a
 * millisecond for a key, and a large stack has hundreds.
 */
function publicBytes(pem) {
    const der = Buffer.from(pem.replaceAll(/-----[^-]+-----/g, ''), 'base64');
    const modulus = der.indexOf(modulusHead) + modulusHead.length + 2;
    if (modulus > modulusHead.length + 1) {
        const size = ((der[modulus - 2] ?? 0) << 8) | (der[modulus - 1] ?? 0);
        return der.subarray(modulus, modulus + size + exponentSize);
    }
    const point = Math.max(...pointHeads.map((head) => der.lastIndexOf(head)));
    return point === -1 ? undefined : der.subarray(point);
}

// EXTERNAL MODULE: ./build/js/io/public-text.js
var public_text = __webpack_require__(93472);
;// CONCATENATED MODULE: ./build/js/io/leak-forms.js


/** Shorter texts, in bytes, meet by chance. */
const shortest = 8;
/** From here on a text is taken for a secret whatever it looks like; a word of a longer text must have this length, too. */
const longEnough = 16;
/** Words and host names under `longEnough` bytes, numbers: a password like that is in many a file that has never seen it. */
const ordinary = /^(?:[a-z]+(?:[-_. ][a-z]+)*|\d+)$/i;
/**
 * The bytes by which a value gives itself away on a disk. Apart from the redactor's own list on purpose: what that one
 * misses, this one is there to find. Of a value with several lines or words each word that looks like nothing else is
 * searched for, so that a key without its first line, or in lines of another length, is found as well.
 */
function leakForms(value) {
    // What is between white space is a part of the whole in every form; half a character is written as U+FFFD.
    const text = Buffer.from(value.trim()).toString();
    if (!isDistinct(text) || (0,public_text/* isPublicText */.B)(text))
        return [];
    const { isPublic, words } = privateWords(text, longEnough);
    const plain = (words.length > 0 ? words : [text]).flatMap(inDialects).flatMap(plainForms);
    return [...new Set([...plain, ...base64Forms(text), ...wrappedForms(text, isPublic), ...hexForms(text)])]
        .filter((form) => Buffer.byteLength(form) >= shortest)
        .map((form) => Buffer.from(form));
}
/** Whether a value can be told from ordinary text: only such a one is searched for where nothing was redacted. */
function isDistinct(value) {
    const size = Buffer.byteLength(value);
    return size >= longEnough || (size >= shortest && !ordinary.test(value));
}
/** Compose, the kubelet and CI systems replace `$`, and `$$` is how a dollar is written for them. */
function inDialects(text) {
    return text.includes('$') ? [text, text.replaceAll('$', () => '$$')] : [text];
}
/** As it is, and as JSON, XML and a URL write it. */
function plainForms(text) {
    if (/^[a-z\d.-]*$/i.test(text))
        return [text];
    const url = encodeURIComponent(text);
    return [
        text,
        JSON.stringify(text).slice(1, -1),
        JSON.stringify(JSON.stringify(text)).slice(3, -3),
        url,
        url.replace(/%../g, (code) => code.toLowerCase()),
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
        text.replaceAll("'", "''"),
        // Our own Markdown, of summaries and comments.
        text.replace(/[^\p{L}\p{N} .,:;=/()+-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};${one === '@' ? '&#8203;' : ''}`),
    ];
}
/** Whatever stands before it in what was encoded: without the characters at both ends that other bytes have a part in. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((before) => {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const own = encoded.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3));
        return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** The lines that `base64` and PEM break it into. The first of a PEM text is the same for every key of a kind. */
function wrappedForms(text, isPublic) {
    const encoded = Buffer.from(text).toString('base64');
    return [64, 76].flatMap((width) => {
        const lines = encoded.length <= width ? [] : (encoded.match(new RegExp(`.{1,${width}}`, 'g')) ?? []);
        const own = text.startsWith('-----BEGIN') ? lines.slice(1) : lines;
        return own.filter((line) => line.length >= longEnough && !isPublic(Buffer.from(line, 'base64').toString()));
    });
}
function hexForms(text) {
    const hex = Buffer.from(text).toString('hex');
    return [hex, hex.toUpperCase()];
}

;// CONCATENATED MODULE: ./build/js/io/leak-search.js

/** Bytes of a needle that are compared by table; the shortest needle has as many. */
const leak_search_window = 8;
/** Bytes that the table is asked for at once. */
const block = 3;
const tableBits = 20;
/**
 * Wu and Manber's search: a table says for three bytes how far the window may jump, so that most bytes are never looked at.
 * The window lies in the middle of a needle: tokens and keys of a kind begin alike.
 *
 * @param needles  bytes → name; none is shorter than eight bytes.
 */
function createLeakSearch(needles) {
    const jumps = new Uint8Array(2 ** tableBits).fill(leak_search_window - block + 1);
    const byEnd = new Map();
    let longest = 0;
    for (const [bytes, name] of needles) {
        const anchor = (bytes.length - leak_search_window) >>> 1;
        for (let end = block - 1; end < leak_search_window; end++) {
            const slot = slotAt(bytes, anchor + end);
            jumps[slot] = Math.min(jumps[slot] ?? 0, leak_search_window - 1 - end);
        }
        const slot = slotAt(bytes, anchor + leak_search_window - 1);
        const same = byEnd.get(slot);
        if (same === undefined)
            byEnd.set(slot, [{ bytes, name, anchor }]);
        else
            same.push({ bytes, name, anchor });
        longest = Math.max(longest, bytes.length);
    }
    return {
        overlap: Math.max(0, longest - 1),
        find(bytes) {
            const found = new Set();
            if (longest === 0)
                return found;
            let end = leak_search_window - 1;
            while (end < bytes.length) {
                const slot = slotAt(bytes, end);
                const jump = jumps[slot] ?? 0;
                if (jump > 0) {
                    end += jump;
                    continue;
                }
                for (const needle of byEnd.get(slot) ?? [])
                    if (isAt(needle, bytes, end - leak_search_window + 1))
                        found.add(needle.name);
                end++;
            }
            return found;
        },
    };
}
function slotAt(bytes, end) {
    const three = (bytes[end] ?? 0) | ((bytes[end - 1] ?? 0) << 8) | ((bytes[end - 2] ?? 0) << 16);
    return Math.imul(three, 0x9e3779b1) >>> (32 - tableBits);
}
function isAt({ anchor, bytes }, text, windowStart) {
    const start = windowStart - anchor;
    const end = start + bytes.length;
    if (start < 0 || end > text.length)
        return false;
    // Cheaper than a call for most of those that are none.
    if (text[windowStart] !== bytes[anchor])
        return false;
    return bytes.compare(text, start, end) === 0;
}
const pieceSize = 1024 * 1024;
/** Names of what is in a file from byte `from` on, in pieces, whatever its size. @throws the system's error. */
async function searchFile(path, from, search) {
    const found = new Set();
    const file = await (0,promises_.open)(path, 'r');
    try {
        const buffer = Buffer.allocUnsafe(search.overlap + pieceSize);
        let kept = 0;
        let position = from;
        for (;;) {
            const { bytesRead } = await file.read(buffer, kept, pieceSize, position);
            if (bytesRead === 0)
                return found;
            const filled = kept + bytesRead;
            for (const name of search.find(buffer.subarray(0, filled)))
                found.add(name);
            position += bytesRead;
            kept = Math.min(search.overlap, filled);
            buffer.copyWithin(0, filled - kept, filled);
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/js/io/printed.js
/** Bytes that wait to be searched. Most runs print less in all. */
const mostHeld = 4 * 1024 * 1024;
/**
 * Listens to a stream. Progress is printed before the last secret is known, so what was printed is kept and searched at the
 * end; where it grows too long (`logs --follow`), it is searched with what is known by then.
 */
function listenTo(stream, searchNow) {
    let held = [];
    let size = 0;
    const found = new Set();
    const told = new Set();
    const searchHeld = (by) => {
        const bytes = Buffer.concat(held);
        for (const name of by.find(bytes))
            found.add(name);
        // A value may be printed in two pieces.
        held = [Buffer.from(bytes.subarray(Math.max(0, bytes.length - by.overlap)))];
        size = held[0]?.length ?? 0;
    };
    return {
        stream: {
            get columns() {
                return stream.columns;
            },
            get rows() {
                return stream.rows;
            },
            get isTTY() {
                return stream.isTTY;
            },
            write(text, done) {
                const bytes = Buffer.from(text);
                held.push(bytes);
                size += bytes.length;
                if (size > mostHeld)
                    searchHeld(searchNow());
                return stream.write(text, done);
            },
            on: (event, listener) => stream.on?.(event, listener),
        },
        search(by) {
            searchHeld(by);
            const fresh = new Set([...found].filter((name) => !told.has(name)));
            for (const name of fresh)
                told.add(name);
            return fresh;
        },
    };
}

;// CONCATENATED MODULE: ./build/js/io/self-scan.js






function createSelfScan() {
    /** value → name: a key of the stored state is seen again where its certificate is judged. */
    const values = new Map();
    const written = new Map();
    const watched = new Map();
    const printed = new Map();
    /** Values that are names of the stack. */
    const publicNames = new Set();
    /** What was found clean, by its state and the number of values it was searched for. */
    const clean = new Map();
    /** What stays as it is, and was said. */
    const told = new Set();
    let withheld = [];
    let made;
    const searchNow = () => {
        const size = values.size + publicNames.size;
        if (made?.size !== size) {
            made = { search: searchFor([...values].filter(([value]) => !publicNames.has(value))), size };
        }
        return made.search;
    };
    const leaksIn = (texts) => texts.flatMap(({ path, text }) => toLeaks(path, searchNow().find(Buffer.from(text)), 'withheld'));
    const scanFile = async (path, { from, shown, theirs }) => {
        if (told.has(path))
            return [];
        try {
            const facts = await (0,promises_.lstat)(path);
            // A link is not ours: what it leads to was not written by us.
            if (!facts.isFile() || facts.size <= (from ?? 0))
                return [];
            const state = `${facts.size} ${facts.mtimeMs} ${facts.ino} ${values.size}`;
            if (clean.get(path) === state)
                return [];
            const names = await searchFile(path, from ?? 0, searchNow());
            if (names.size > 0) {
                const remedy = theirs === true ? 'left' : await takeBack(path, from);
                if (remedy === 'kept' || remedy === 'left')
                    told.add(path);
                return toLeaks(shown, names, remedy);
            }
            clean.set(path, state);
            return [];
        }
        catch (error) {
            // Removed meanwhile, as temporary files are.
            if (isGone(error))
                return [];
            told.add(path);
            return [{ secrets: [], place: shown, remedy: 'unread' }];
        }
    };
    return {
        guard: (redactor) => ({
            ...redactor,
            add(secret, how = {}) {
                const value = secret.reveal();
                if (how.needle !== false && !values.has(value))
                    values.set(value, secret.name);
                redactor.add(secret, how);
            },
        }),
        async watch(folder) {
            watched.set(folder, await readFolderState(folder));
        },
        listen(stream, name) {
            const listened = listenTo(stream, searchNow);
            printed.set(name, listened);
            return listened.stream;
        },
        wrote(path, how = {}) {
            const key = (0,external_node_path_.resolve)(path);
            const before = written.get(key)?.from;
            const from = how.from === undefined || before === undefined ? (how.from ?? before) : Math.min(how.from, before);
            written.set(key, {
                shown: path,
                ...(from === undefined ? {} : { from }),
                ...(how.secret === undefined ? {} : { secret: how.secret }),
            });
        },
        leaksIn,
        sameAs(names) {
            const same = new Map();
            for (const [value, secret] of values) {
                const what = isDistinct(value) ? names.get(value) : undefined;
                if (what === undefined)
                    continue;
                publicNames.add(value);
                same.set(secret, what);
            }
            return same;
        },
        mayLeave(place, text) {
            const leaks = leaksIn([{ path: place, text }]);
            withheld.push(...leaks);
            return leaks.length === 0;
        },
        async withdraw(path) {
            if (written.has((0,external_node_path_.resolve)(path)))
                await (0,promises_.rm)(path, { force: true }).catch(() => undefined);
        },
        async run() {
            const files = new Map(written);
            for (const [folder, before] of watched) {
                for (const { existed, path } of await changedFiles(folder, before)) {
                    if (!files.has((0,external_node_path_.resolve)(path)))
                        files.set((0,external_node_path_.resolve)(path), { shown: path, theirs: existed });
                }
            }
            const leaks = withheld;
            withheld = [];
            for (const [path, entry] of files)
                if (entry.secret !== true)
                    leaks.push(...(await scanFile(path, entry)));
            for (const [name, listened] of printed)
                leaks.push(...toLeaks(name, listened.search(searchNow()), 'printed'));
            return leaks;
        },
    };
}
function searchFor(values) {
    return createLeakSearch(values.flatMap(([value, name]) => leakForms(value).map((form) => [form, name])));
}
function toLeaks(place, names, remedy) {
    return names.size === 0 ? [] : [{ secrets: [...names].sort(), place, remedy }];
}
/** A file of somebody else's is cut back to what it held; ours is removed. */
async function takeBack(path, from) {
    try {
        if (from === undefined)
            await (0,promises_.rm)(path);
        else
            await (0,promises_.truncate)(path, from);
        return from === undefined ? 'removed' : 'cut';
    }
    catch (error) {
        return isGone(error) ? 'removed' : 'kept';
    }
}
function isGone(error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}


/***/ }),

/***/ 35636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ toolMissing)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


const hints = {
    docker: 'Install Docker Engine with the buildx and compose plugins (https://docs.docker.com/engine/install/), or set deployment.container_engine: podman',
    podman: 'Install Podman (https://podman.io/docs/installation), or set deployment.container_engine: docker',
    git: 'Install git: apt-get install git, brew install git, or https://git-scm.com/downloads',
    kubectl: 'Install kubectl (https://kubernetes.io/docs/tasks/tools/) of the same minor version as the cluster',
    openssl: 'Install openssl: apt-get install openssl, or brew install openssl',
    helm: 'Install helm: https://helm.sh/docs/intro/install/',
    ssh: 'Install an ssh client: apt-get install openssh-client',
};
/** The error for a program that cannot be started, with what to install. */
function toolMissing(program, reason, cause) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(program);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'TOOL_MISSING',
        message: reason === 'not found'
            ? `${program} is not installed or not on PATH`
            : `${program} is there but may not be executed`,
        hint: reason === 'not found'
            ? (hints[name] ?? `Install ${name} and put it on PATH`)
            : `Give it the execute permission: chmod +x ${program}`,
        cause,
    });
}


/***/ }),

/***/ 92121:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _commands_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24467);
/* harmony import */ var _commands_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77536);
/* harmony import */ var _commands_keeps_logs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69795);
/* harmony import */ var _commands_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40851);
/* harmony import */ var _commands_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98186);
/* harmony import */ var _commands_run_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99411);
/* harmony import */ var _commands_same_stack_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86113);
/* harmony import */ var _commands_tell_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54842);
/* harmony import */ var _commands_views_host_views_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(50177);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(12027);
/* harmony import */ var _hosts_choose_host_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(64815);
/* harmony import */ var _hosts_terminal_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(72540);
/* harmony import */ var _io_create_io_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(31381);
/* harmony import */ var _io_redact_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(81914);
/* harmony import */ var _io_self_scan_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(58638);
















/** Where the redacted output of git, builders, Compose and kubectl goes: beside the configuration. */
const logsFolderOf = (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), 'deploy/logs');
async function main() {
    const startedAt = new Date();
    const environment = process.env;
    let host;
    const selfScan = (0,_io_self_scan_js__WEBPACK_IMPORTED_MODULE_15__/* .createSelfScan */ .U)();
    const redactor = selfScan.guard((0,_io_redact_js__WEBPACK_IMPORTED_MODULE_14__/* .createRedactor */ .l)((secret) => host?.mask(secret)));
    const options = {
        words: process.argv.slice(2),
        environment,
        stdout: selfScan.listen(process.stdout, 'stdout'),
        stderr: selfScan.listen(process.stderr, 'stderr'),
        redactor,
        selfScan,
        contract: { words: _commands_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9, outputs: _commands_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .outputsOf */ .Y },
        views: _commands_views_host_views_js__WEBPACK_IMPORTED_MODULE_9__/* .hostViews */ .r,
    };
    try {
        host = await (0,_hosts_choose_host_js__WEBPACK_IMPORTED_MODULE_11__/* .chooseHost */ .w)(environment).open(options);
    }
    catch (error) {
        // A runner that is not as its system says; told as on a terminal.
        const fallback = await _hosts_terminal_js__WEBPACK_IMPORTED_MODULE_12__/* .terminal */ .Fo.open(options);
        const told = { facts: fallback.facts, startedAt, command: 'help', arguments: '', timings: new Map() };
        const failure = (0,_commands_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureReport */ .L)((0,_commands_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .toStackError */ .k)(error), told);
        await fallback.report(failure, { json: false, folder: 'deploy', files: {} });
        return failure.exitCode;
    }
    return runOn(host, redactor, selfScan, startedAt);
}
/** One command on one host; whatever is thrown becomes a report. */
async function runOn(host, redactor, selfScan, startedAt) {
    const signal = abortOnSignals();
    const display = { verbose: false, json: false, color: true };
    let words = [];
    let invocation;
    let session;
    try {
        words = host.words();
        // For a line that cannot be read, too.
        Object.assign(display, { json: words.includes('--json'), color: !words.includes('--no-color') });
        invocation = (0,_commands_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseWords */ .n)(words);
        const { global } = invocation;
        Object.assign(display, { verbose: global.verbose, json: global.json, color: global.color });
        const logsFolder = logsFolderOf(invocation.file);
        const writes = (0,_commands_keeps_logs_js__WEBPACK_IMPORTED_MODULE_3__/* .keepsLogs */ .M)(invocation);
        if (writes)
            await selfScan.watch((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(logsFolder));
        const io = (0,_io_create_io_js__WEBPACK_IMPORTED_MODULE_13__/* .createIo */ .l)({
            environment: host.environment,
            ...(host.secrets === undefined ? {} : { secrets: host.secrets }),
            ...(host.runBrief === undefined ? {} : { runBrief: host.runBrief }),
            ...(host.notePrivateFile === undefined ? {} : { notePrivateFile: host.notePrivateFile }),
            signal,
            redactor,
            selfScan,
            progress: host.progress(display),
            ...(writes ? { logsFolder } : {}),
        });
        session = { io, host, command: invocation.command, arguments: (0,_commands_same_stack_js__WEBPACK_IMPORTED_MODULE_7__/* .sameStack */ .rH)(invocation), startedAt, timings: new Map() };
        try {
            const answer = await (0,_commands_run_command_js__WEBPACK_IMPORTED_MODULE_6__/* .runCommand */ .d)(session, invocation);
            await io.flush();
            return await (0,_commands_tell_js__WEBPACK_IMPORTED_MODULE_8__/* .tell */ .q)(answer, shownBy(invocation), { host, selfScan, again: againOf(invocation) });
        }
        finally {
            await io.close();
        }
    }
    catch (error) {
        const failure = signal.aborted && signal.reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .StackError */ .L ? signal.reason : (0,_commands_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .toStackError */ .k)(error);
        const report = (0,_commands_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureReport */ .L)(failure, {
            facts: host.facts,
            startedAt,
            command: invocation?.command ?? (0,_commands_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .firstCommand */ .Y)(words.length === 0 ? (host.asked ?? '').split(' ') : words) ?? 'help',
            ...(invocation === undefined ? {} : { again: (0,_commands_same_stack_js__WEBPACK_IMPORTED_MODULE_7__/* .sameCommand */ .i4)(invocation) }),
            arguments: invocation === undefined ? '' : (0,_commands_same_stack_js__WEBPACK_IMPORTED_MODULE_7__/* .sameStack */ .rH)(invocation),
            timings: session?.timings ?? new Map(),
        });
        const shown = invocation === undefined ? { folder: 'deploy', files: {} } : shownBy(invocation);
        const again = invocation === undefined ? 'mcp-deploy help' : againOf(invocation);
        return (0,_commands_tell_js__WEBPACK_IMPORTED_MODULE_8__/* .tellReport */ .k)(report, { ...shown, json: display.json }, { host, selfScan, again });
    }
}
function againOf(invocation) {
    return `mcp-deploy ${(0,_commands_same_stack_js__WEBPACK_IMPORTED_MODULE_7__/* .sameCommand */ .i4)(invocation)}${(0,_commands_same_stack_js__WEBPACK_IMPORTED_MODULE_7__/* .sameStack */ .rH)(invocation)}`;
}
/** Where the report and what was asked for lie. */
function shownBy(invocation) {
    const { command, file, global, options } = invocation;
    const output = 'output' in options ? options.output : undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), 'deploy');
    const written = command === 'generate' ? (output ?? folder) : output;
    const files = written === undefined ? {} : command === 'plan' ? { plan: written } : { manifests: written };
    return { json: global.json, folder, files };
}
/** How long a stop may take: children get 5 s, the lock and the state are written after them. */
const longestStopMilliseconds = 30_000;
/** Ends the run cleanly on the first signal, at once on the second or when the clean end takes too long. */
function abortOnSignals() {
    const controller = new AbortController();
    const stop = (code) => () => {
        const end = () => process.exit(code === 'INTERRUPTED' ? 130 : 143);
        if (controller.signal.aborted)
            end();
        setTimeout(end, longestStopMilliseconds).unref();
        controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .StackError */ .L({
            code,
            message: code === 'INTERRUPTED' ? 'interrupted' : 'terminated',
            hint: 'What was begun is repaired by running the same command again',
        }));
    };
    process.on('SIGINT', stop('INTERRUPTED'));
    process.on('SIGTERM', stop('TERMINATED'));
    // A terminal that was closed.
    process.on('SIGHUP', stop('TERMINATED'));
    return controller.signal;
}
process.exitCode = await main();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 80351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The known word that was probably meant: at most a third of it is different. Letters in the wrong order are one mistake. */
function closest(word, known) {
    const [best] = known
        .map((candidate) => ({ candidate, far: mistakes(word.toLowerCase(), candidate.toLowerCase()) }))
        .toSorted((a, b) => a.far - b.far);
    if (best === undefined)
        return undefined;
    return best.far <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}
function mistakes(word, candidate) {
    const far = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, candidate);
    return far === 2 && [...word].toSorted().join('') === [...candidate].toSorted().join('') ? 1 : far;
}
/** `Did you mean deploy? `, or nothing. */
function didYouMean(word, known) {
    const near = closest(word, known);
    return near === undefined ? '' : `Did you mean ${near}? `;
}


/***/ }),

/***/ 6966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ cacheModes)
/* harmony export */ });
/** Where the layers of a build are kept for the next one: the words of `ci_cd.build.cache` and of `--cache`. */
const cacheModes = ['auto', 'gha', 'local', 'registry', 'off'];


/***/ }),

/***/ 89125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IT: () => (/* binding */ renewDaysOf),
/* harmony export */   L6: () => (/* binding */ urgentDays),
/* harmony export */   dK: () => (/* binding */ soonDays),
/* harmony export */   oI: () => (/* binding */ endsOf)
/* harmony export */ });
/** Fewer days than these are told where everybody looks: first line of the summary, warning of the terminal. */
const soonDays = 30;
/** Fewer days than these get a colour in the tables of the terminal. */
const urgentDays = 14;
/** How many days before its end a certificate is due, where only the wish for it is known; a fraction for short lives. */
function renewDaysOf(wish) {
    return wish.renewBeforeDays ?? wish.validityDays / 3;
}
/** Every certificate's end, what ends first first. Pure. */
function endsOf(certificates) {
    return certificates
        .flatMap(({ component, inUse, ...stored }) => {
        const ends = [stored, ...(inUse === undefined ? [] : [inUse])].flatMap(({ daysLeft, notAfter }) => notAfter === undefined || daysLeft === undefined ? [] : [{ component, notAfter, daysLeft }]);
        return ends.toSorted(byEnd).slice(0, 1);
    })
        .toSorted(byEnd);
}
const byEnd = (a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter) || a.daysLeft - b.daysLeft;


/***/ }),

/***/ 75503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ isPending)
/* harmony export */ });
function isPending(value) {
    return typeof value === 'object' && value !== null && 'pending' in value;
}


/***/ }),

/***/ 62143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ RedirectRefused)
/* harmony export */ });
/** A server sent us on to where a request with a credential must not go. Another try would not change it. */
class RedirectRefused extends Error {
    name = 'RedirectRefused';
    /** Both without path and query, which may hold more than an address. */
    from;
    to;
    constructor(from, to, why) {
        super(`${from} redirects to ${to}, ${why}`);
        this.from = from;
        this.to = to;
    }
}


/***/ }),

/***/ 60743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSecretName),
/* harmony export */   q: () => (/* binding */ isSecretParameter)
/* harmony export */ });
/** English words that end like a secret word and hide nothing. */
const harmlessWords = new Set([
    'MONKEY',
    'DONKEY',
    'TURKEY',
    'HOCKEY',
    'JOCKEY',
    'WHISKEY',
    'HOTKEY',
    'COMPASS',
    'ENCOMPASS',
    'BYPASS',
    'OVERPASS',
    'UNDERPASS',
    'SURPASS',
    'TRESPASS',
    'BASALT',
    'ASPHALT',
]);
/** Words that are secret as the last one of a name: AUTH, but not AUTH_REQUIRED; JWT, but not JWT_ALGORITHM. */
const lastWords = new Set(['AUTH', 'AUTHORIZATION', 'BEARER', 'JWT', 'PAT']);
/** Words behind those that only say how the value is written. */
const formWords = new Set(['HEADER', 'STRING', 'VALUE', 'CONFIG', 'DATA', 'B64', 'BASE64']);
/** What stands behind AUTH where it is a switch. */
const switchValue = /^(?:true|false|yes|no|on|off|none|null|enabled|disabled|required|optional|\d{1,5})?$/i;
/**
 * Tells from its name that a variable is secret (DESIGN §4 Secrets): PASSWORD, PASSPHRASE, SECRET, TOKEN or CREDENTIAL anywhere in it
 * (`PGPASSWORD`, `authToken`); a word that is or ends in KEY, PASS, PWD or SALT (`API_KEY`, `APIKEY`, `DBPASS`), but not MONKEY and not
 * COMPASS; PW, CRED or CREDS as a word; AUTH, AUTHORIZATION, BEARER, JWT or PAT as the last word.
 * Rather one too many: `plain_env` takes a name out, nothing puts a leaked value back.
 *
 * @param value  Where it is known: a folder in PWD and OLDPWD is the shell's, a switch in AUTH is a switch.
 */
function isSecretName(name, value) {
    if (/PASSWORD|PASSWD|PASSPHRASE|PASSCODE|SECRET|TOKEN|CREDENTIAL/i.test(name))
        return true;
    if (name === 'PWD' || name === 'OLDPWD')
        return value !== undefined && value !== '' && !value.startsWith('/');
    const words = wordsOf(name);
    if (words.some(isSecretWord))
        return true;
    const last = words.findLast((word) => !formWords.has(word));
    return last !== undefined && lastWords.has(last) && (value === undefined || !switchValue.test(value));
}
/** As isSecretName, for parameters of URLs and connection strings, which sign as well: `sig`, `X-Amz-Signature`. */
function isSecretParameter(name, value) {
    return isSecretName(name === 'PWD' ? 'pwd' : name, value) || /^SIG(?:NATURE)?$/.test(wordsOf(name).at(-1) ?? '');
}
function isSecretWord(word) {
    if (/^(?:PW|CREDS?)$/.test(word))
        return true;
    return /(?:KEYS?|PASS|PWD|SALT)$/.test(word) && !harmlessWords.has(word.replace(/(?<=KEY)S$/, ''));
}
/** The same few names stand in every component of a large stack. */
const known = new Map();
const mostKnown = 10_000;
/** `dbPass2` → DB, PASS: the words of a name in capitals, without numbers. */
function wordsOf(name) {
    const found = known.get(name);
    if (found !== undefined)
        return found;
    const words = splitName(name);
    if (known.size < mostKnown)
        known.set(name, words);
    return words;
}
function splitName(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .map((word) => word.replace(/^(?!B64$|BASE64$)(.*?)\d+$/, '$1'))
        .filter((word) => word !== '');
}


/***/ }),

/***/ 10390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** A value that must not be printed. Every way JavaScript turns it into text yields its name instead. */
class Secret {
    name;
    #value;
    constructor(name, value) {
        this.name = name;
        this.#value = value;
    }
    /** The only way out. Call it where the value crosses the edge (stdin, an environment, a 0600 file) and nowhere else. */
    reveal() {
        return this.#value;
    }
    /** Whether the text matches; the text itself stays inside. Pure stages decide with this, without seeing the value. */
    matches(pattern) {
        return pattern.test(this.#value);
    }
    /** Whether the whole text occurs in another one: for the check that nothing leaked. */
    isIn(text) {
        return this.#value !== '' && text.includes(this.#value);
    }
    /** A new secret under the same name with its text changed, for example percent-encoded. `change` must not keep the text. */
    map(change) {
        return new Secret(this.name, change(this.#value));
    }
    toString() {
        return `[secret ${this.name}]`;
    }
    toJSON() {
        return this.toString();
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return this.toString();
    }
}


/***/ }),

/***/ 39147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ showCommand),
/* harmony export */   X: () => (/* binding */ quoteWord)
/* harmony export */ });
/**
 * A command as a person would type it: quoted for a POSIX shell where needed, control characters written as `$'\n'` so
 * that a printed line cannot be forged. Environment variables are named, secrets never shown; stdin is left out.
 */
function showCommand(command) {
    const words = [command.program, ...command.args].map(quoteWord).join(' ');
    const variables = Object.entries(command.env ?? {}).flatMap(([name, value]) => value === undefined
        ? []
        : [typeof value === 'string' ? `${name}=${quoteWord(value)}` : `${name}='${value.toString()}'`]);
    const line = [...variables, words].join(' ');
    return command.cwd === undefined ? line : `cd ${quoteWord(command.cwd)} && ${line}`;
}
const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** Control characters, line and paragraph separators, and what reorders text on a terminal (Unicode's bidi controls). */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** One word, as `showCommand` writes it. */
function quoteWord(word) {
    if (plainWord.test(word))
        return word;
    if (word.search(unprintable) === -1)
        return `'${word.replaceAll("'", String.raw `'\''`)}'`;
    const text = word.replaceAll('\\', String.raw `\\`).replaceAll("'", String.raw `\'`);
    return `$'${text.replace(unprintable, (unit) => escapeUnit(unit))}'`;
}
const named = { '\n': String.raw `\n`, '\r': String.raw `\r`, '\t': String.raw `\t` };
function escapeUnit(unit) {
    return named[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}


/***/ }),

/***/ 67533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ plainStyle)
/* harmony export */ });
const same = (text) => text;
/** No colours, for files, pipes and tests. */
function plainStyle(columns) {
    return { columns, bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
}


/***/ }),

/***/ 67360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toolVersion)
/* harmony export */ });
/** Version of this tool; a test compares it with package.json. */
const toolVersion = '0.1.0';


/***/ })

};
