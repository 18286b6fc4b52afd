export const id = 9421;
export const ids = [9421];
export const modules = {

/***/ 51137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ findPlatforms)
/* harmony export */ });
/* harmony import */ var _model_run_limited_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23762);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66788);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62556);



const lookUpsAtOnce = 8;
/** Asks the registries what images run on; an image that only an engine has, and a registry that is silent, say nothing. */
function findPlatforms(io) {
    const registry = (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .openRegistry */ .M)(io);
    return async (references) => {
        const found = await (0,_model_run_limited_js__WEBPACK_IMPORTED_MODULE_1__/* .runLimited */ .O)([...new Set(references)], lookUpsAtOnce, async (reference) => {
            const parsed = reference.startsWith('sha256:') ? undefined : (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(reference);
            return [reference, parsed === undefined ? [] : await registry.platforms(parsed)];
        });
        return new Map(found.filter(([, platforms]) => platforms.length > 0));
    };
}


/***/ }),

/***/ 80269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ unreadyProblems),
/* harmony export */   g: () => (/* binding */ componentProblems)
/* harmony export */ });
/** One problem per component that did not come up, with its last words. */
function componentProblems(outcome) {
    if (outcome.ok)
        return [];
    return outcome.failures.map((failure) => ({
        severity: 'error',
        code: 'COMPONENT_FAILED',
        message: `${failure.component} (${failure.service}): ${failure.reason}`,
        hint: failure.hint,
        ...(failure.lastLog.length === 0 ? {} : { frame: failure.lastLog.map((line) => `  | ${line}`).join('\n') }),
    }));
}
/** What runs as it should be and is not ready, after all the waiting: live, but not healthy. */
function unreadyProblems(live, timeoutSeconds) {
    return live.components
        .filter(({ readiness }) => readiness !== 'ready')
        .map(({ component, message, readiness, service }) => {
        const waited = readiness === 'progressing' ? `; not ready after ${timeoutSeconds} seconds` : '';
        const name = component === undefined || component === service ? service : `${component} (${service})`;
        return {
            severity: 'error',
            code: 'VERIFY_FAILED',
            message: `${name}: ${message}${waited}`,
            hint: `mcp-deploy logs${readiness === 'progressing' ? ', or give it longer with --timeout' : ''}`,
        };
    });
}


/***/ })

};
