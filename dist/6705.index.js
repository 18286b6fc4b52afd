export const id = 6705;
export const ids = [6705];
export const modules = {

/***/ 76705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildCommand: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37672);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43009);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);



/** `build`: the images alone, into the registry or the engine; what exists already is reused. */
async function buildCommand(session, config, choice) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .iA)(session, config);
    const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .build */ .jq)(session, prepared, choice);
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyReport */ ._O)(session),
        status: images.some((image) => image.how === 'built') ? 'succeeded' : 'unchanged',
        images: images.map(_assemble_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportImage */ .o7),
        problems: prepared.plan.problems,
        next: `To deploy them: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .ay)(session, 'deploy')}`,
    };
}


/***/ })

};
