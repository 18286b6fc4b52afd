export const id = 806;
export const ids = [806];
export const modules = {

/***/ 90806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63466);
/* harmony import */ var _model_show_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39147);
/* harmony import */ var _secrets_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58345);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10688);
/* harmony import */ var _frozen_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86867);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43009);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39045);
/* harmony import */ var _views_plan_view_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70115);
/* harmony import */ var _views_secrets_view_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18663);
/* harmony import */ var _warm_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46436);










/** `plan`: everything up to the changes; no clone, no image, no key, no write but the file that was asked for. */
async function plan(session, config, options) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .prepare */ .iA)(session, config);
    const [{ connection, live }, { makeDraft }] = await Promise.all([(0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .observe */ .lB)(session, prepared), (0,_warm_up_js__WEBPACK_IMPORTED_MODULE_5__/* .warmUp */ .l)()]);
    try {
        const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__/* .build */ .jq)(session, prepared, { dry: true, requirePinned: options.requirePinned });
        const draft = await (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .timed */ .J)(session, 'plan', 'Comparing', () => makeDraft(session, { ...prepared, connection, live, images, dry: true }));
        if (options.output !== undefined)
            await (0,_frozen_plan_js__WEBPACK_IMPORTED_MODULE_2__.writeFrozenPlan)(session, draft, options.output);
        for (const line of (0,_views_plan_view_js__WEBPACK_IMPORTED_MODULE_4__/* .objectLines */ .T)(draft.changes))
            session.io.progress.detail(line);
        for (const line of (0,_views_secrets_view_js__WEBPACK_IMPORTED_MODULE_7__/* .secretLines */ ._)((0,_secrets_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .showSources */ .A)(draft.secrets.provenance)))
            session.io.progress.detail(line);
        const planned = await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_1__.reportPlanned)(session, connection, draft, {});
        const report = options.output === undefined || planned.status !== 'pending'
            ? planned
            : {
                ...planned,
                next: `To do exactly this: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, 'deploy')} --plan ${(0,_model_show_command_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .X)(options.output)}`,
            };
        return report.exitCode === 0 && (0,_model_change_js__WEBPACK_IMPORTED_MODULE_9__/* .hasWork */ .O)(draft) && options.exitCode ? { ...report, exitCode: 3 } : report;
    }
    finally {
        await connection.close();
    }
}


/***/ })

};
