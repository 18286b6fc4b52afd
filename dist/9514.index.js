export const id = 9514;
export const ids = [9514];
export const modules = {

/***/ 89514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   generate: () => (/* binding */ generate),
/* harmony export */   u: () => (/* binding */ writeManifests)
/* harmony export */ });
/* unused harmony export removeForgotten */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _model_show_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39147);
/* harmony import */ var _assemble_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37672);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2177);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43009);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39045);
/* harmony import */ var _without_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23507);








/** `generate -o DIR`: writes the manifests for people to read; builds and issues nothing, works without a reachable target. */
async function generate(session, config, { folder, gitops, requirePinned }) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .prepare */ .iA)(session, config);
    if (gitops && prepared.target.type !== 'kubernetes') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'NOT_SUPPORTED',
            message: `--for gitops writes manifests for a cluster, and this stack is for ${prepared.target.type}`,
            hint: `Without it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .commandLine */ .ay)(session, 'generate')}`,
        });
    }
    const { connection, live } = await (0,_without_target_js__WEBPACK_IMPORTED_MODULE_6__/* .observeOrNothing */ .B)(session, prepared);
    await connection?.close();
    const images = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .build */ .jq)(session, prepared, { dry: true, requirePinned });
    const draft = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .timed */ .J)(session, 'render', 'Rendering', () => (0,_draft_js__WEBPACK_IMPORTED_MODULE_4__.makeDraft)(session, { ...prepared, live, images, dry: true, ...(gitops ? { gitops } : {}) }));
    await writeManifests(session, draft.bundle, folder);
    if (draft.bundle.kubernetes !== undefined)
        await removeForgotten(session, draft.bundle, folder);
    const now = session.io.clock.now();
    return {
        ...(0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyReport */ ._O)(session),
        images: images.map(_assemble_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportImage */ .o7),
        certificates: draft.certificates.certificates.map((entry) => (0,_assemble_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportCertificate */ .Kh)(entry, now)),
        problems: prepared.plan.problems,
        next: gitops
            ? `The files hold no secret value: make the Secrets that they name first, then: kubectl apply -k ${(0,_model_show_command_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteWord */ .X)(folder)}`
            : `The files hold no secret value; to deploy: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .commandLine */ .ay)(session, 'deploy')}`,
    };
}
/** Writes the bundle's text; no secret value is in it. */
async function writeManifests(session, bundle, folder) {
    const { files } = session.io;
    for (const file of bundle.files) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file.path);
        if ((await files.exists(path)) && !isOurs(await files.read(path))) {
            const hint = 'Choose another folder: -o DIR';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'USAGE', message: `${path} is there already, and we did not write it`, hint });
        }
        await files.write(path, file.text, 0o644);
        session.io.progress.line(`wrote  ${path}`);
    }
}
/**
 * One manifest per component: that of a component that is gone would be applied with the others (`kubectl apply -f DIR`).
 * Only what names us in its first line goes.
 */
async function removeForgotten(session, bundle, folder) {
    const { files } = session.io;
    const written = new Set(bundle.files.map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path)));
    for (const place of new Set([...written].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)))) {
        for (const name of await files.list(place)) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place, name);
            if (!name.endsWith('.yaml') || written.has(path))
                continue;
            const [firstLine = ''] = (await files.read(path)).split('\n', 1);
            if (!firstLine.includes('mcp-stack-deploy'))
                continue;
            await files.remove(path);
            session.io.progress.line(`removed  ${path}`);
        }
    }
}
/** Every generated file says so in its first lines. */
function isOurs(text) {
    return text.slice(0, 500).includes('mcp-stack-deploy');
}


/***/ }),

/***/ 23507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ observeOrNothing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10390);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43009);



const unreachable = ['ENGINE_UNREACHABLE', 'TOOL_MISSING'];
/**
 * What runs now, or an empty stack when the target does not answer: `certs` and `generate` work with files alone, and a
 * line says so.
 */
async function observeOrNothing(session, prepared) {
    try {
        return await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .observe */ .lB)(session, prepared);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L) || !unreachable.includes(error.code))
            throw error;
        session.io.progress.line(`The target does not answer (${error.message}); going on with files alone`);
        return { live: emptyLive(prepared.plan.stack.name) };
    }
}
function emptyLive(stack) {
    return {
        components: [],
        contents: [],
        state: {
            schema: 1,
            stack,
            hashKey: new _model_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z('hash key', ''),
            certificates: [],
            generated: {},
            releases: [],
            fresh: true,
        },
    };
}


/***/ })

};
