export const id = 359;
export const ids = [359];
export const modules = {

/***/ 62359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain),
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _config_read_stack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25145);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _plan_plan_stack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45173);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39045);




/** `validate`: the base and every overlay, in full, the plan of each included; touches nothing. */
async function validate(session, settings) {
    const { problems, config } = await (0,_config_read_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewStack */ .VJ)(settings, session.io);
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (config === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: errors[0]?.code ?? 'CONFIG_INVALID',
            message: `${settings.file} has ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}`,
            problems,
        });
    }
    const plan = (0,_plan_plan_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .planStack */ .q)(config);
    const plugins = `${plan.plugins.length} plugin${plan.plugins.length === 1 ? '' : 's'}`;
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyReport */ ._O)(session),
        problems: [...problems, ...plan.problems],
        next: `${settings.file} is valid: ${plan.stack.name} on ${plan.stack.target}, a gateway and ${plugins}. Next: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, 'plan')}`,
    };
}
/** `config`: every value with where it came from; secrets by name. */
async function explain(session, settings, json) {
    const values = await (0,_config_read_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .explainStack */ .yM)(settings, session.io);
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


/***/ })

};
