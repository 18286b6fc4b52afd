export const id = 634;
export const ids = [634];
export const modules = {

/***/ 20634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderHelp: () => (/* binding */ renderHelp)
/* harmony export */ });
/* unused harmony export usageOf */
/* harmony import */ var _global_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38445);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17053);


/** The help text for everything or for one command; no line is longer than 79 columns. */
function renderHelp(topic, style) {
    const lines = topic === undefined ? renderOverview(style) : renderCommand(topic, style);
    return `${lines.join('\n')}\n`;
}
/** Help is as wide as the narrowest terminal people use, wherever it is shown. */
const width = 79;
function renderOverview(style) {
    const names = Object.keys(_table_js__WEBPACK_IMPORTED_MODULE_1__/* .commands */ .Pi);
    const column = Math.max(...names.map((name) => name.length)) + 4;
    return [
        `${style.bold('mcp-deploy')}  one mcp-stack.yaml in, a running and verified stack out`,
        '',
        `${style.bold('Usage')}  mcp-deploy COMMAND [FILE] [OPTIONS]     FILE: mcp-stack.yaml by default`,
        '',
        style.bold('Commands'),
        ...Object.entries(_table_js__WEBPACK_IMPORTED_MODULE_1__/* .commands */ .Pi).flatMap(([name, { summary }]) => describe(name, summary, column, style)),
        '',
        style.bold('Options of every command'),
        ...renderOptions(Object.values(_global_options_js__WEBPACK_IMPORTED_MODULE_0__/* .globalOptions */ .W), style),
        '',
        style.bold('Exit codes'),
        '  0 done   1 failed, nothing new is live   2 usage or configuration',
        '  3 something is pending (plan --exit-code, certs check, certs)',
        '  4 live but not healthy   130, 143 interrupted',
        '',
        `More about a command: ${style.cyan('mcp-deploy help deploy')}`,
    ];
}
function renderCommand(name, style) {
    const { argument, details, examples, options, summary } = _table_js__WEBPACK_IMPORTED_MODULE_1__/* .commands */ .Pi[name];
    const own = Object.values(options);
    const others = Object.entries(_table_js__WEBPACK_IMPORTED_MODULE_1__/* .aliases */ .z2).flatMap(([alias, command]) => (command === name ? [alias] : []));
    const words = { file: ' [FILE]', folder: ' [DIR] [FILE]', command: ' [COMMAND]', none: '' }[argument];
    return [
        style.bold(`mcp-deploy ${name}`),
        '',
        ...wrap(`${summary}. ${details}`, width),
        '',
        `${style.bold('Usage')}  mcp-deploy ${name}${words} [OPTIONS]${others.length === 0 ? '' : `      also: ${others.join(', ')}`}`,
        ...(own.length === 0 ? [] : ['', style.bold('Options'), ...renderOptions(own, style)]),
        '',
        style.bold('Options of every command'),
        ...renderOptions(Object.values(_global_options_js__WEBPACK_IMPORTED_MODULE_0__/* .globalOptions */ .W), style),
        '',
        style.bold(examples.length === 1 ? 'Example' : 'Examples'),
        ...examples.map((example) => `  ${style.cyan(example)}`),
    ];
}
function renderOptions(options, style) {
    const shown = options.map((option) => ({ option, usage: usageOf(option) }));
    const column = Math.max(...shown.map(({ usage }) => usage.length)) + 4;
    return shown.flatMap(({ option, usage }) => describe(usage, descriptionOf(option), column, style));
}
/** `-e, --environment NAME`; a flag that is on by default is shown by what turns it off. */
function usageOf(option) {
    const name = option.kind === 'flag' && option.default === true ? `no-${option.name}` : option.name;
    const short = option.short === undefined ? '    ' : `-${option.short}, `;
    return `${short}--${name}${option.metavar === undefined ? '' : ` ${option.metavar}`}`;
}
function descriptionOf(option) {
    return typeof option.default === 'number' ? `${option.description} (default: ${option.default})` : option.description;
}
function describe(term, text, column, style) {
    const lines = wrap(text, width - column);
    return lines.map((line, index) => `${index === 0 ? `  ${style.green(term)}${' '.repeat(column - term.length - 2)}` : ' '.repeat(column)}${line}`);
}
function wrap(text, columns) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > columns) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}


/***/ })

};
