export const id = 9856;
export const ids = [9856];
export const modules = {

/***/ 79856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rotateCerts: () => (/* binding */ rotateCerts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _plan_certificates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58218);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10688);
/* harmony import */ var _note_roll_over_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79552);
/* harmony import */ var _same_stack_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86113);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39045);






/**
 * `certs rotate`: new certificates now, or a new CA, with the images that run; their users roll as they do in a deploy.
 *
 * @throws StackError USAGE for names that have no certificate.
 */
async function rotateCerts(session, config, asked) {
    const { global, options } = asked;
    const { ca, caFromEnv, dryRun, plugin, timeout } = options;
    const names = (0,_plan_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .planCertificates */ .S)(config).map(({ component }) => component);
    refuseNames(session, names, options);
    if (config.certificates.issuer !== undefined)
        throw theirs(session);
    const report = await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_2__.deploy)(session, config, {
        caFromEnv,
        externalPki: false,
        dryRun,
        requirePinned: global.requirePinned,
        timeoutSeconds: timeout ?? config.deploy.timeoutSeconds,
        skipBuild: true,
        skipCertificates: false,
        frozen: true,
        wait: true,
        // A phase that is not proven is not left.
        verify: true,
        permissions: {},
        ...(ca ? { rollOver: { kind: 'begin' } } : { renew: plugin.length === 0 ? names : plugin }),
    });
    // Without --dry-run what is pending is a signature, and the report says how to get it.
    if (!dryRun || report.status !== 'pending')
        return report;
    return { ...report, next: `To do it: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, 'certs rotate')}${(0,_same_stack_js__WEBPACK_IMPORTED_MODULE_4__/* .ownWords */ .I1)(asked)}` };
}
function theirs(session) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'NOT_SUPPORTED',
        message: 'cert-manager renews what it issued; another CA is another issuer',
        hint: 'Have one renewed: cmctl renew NAME-certs (NAME is the component’s service); the next deploy rolls its users',
        next: `When it is renewed: ${(0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, 'deploy')}`,
    });
}
function refuseNames(session, names, { ca, plugin }) {
    const unknown = plugin.filter((name) => !names.includes(name));
    if (names.length > 0 && unknown.length === 0 && !(ca && plugin.length > 0))
        return;
    const usage = (message, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({ code: 'USAGE', message, hint });
    if (names.length === 0)
        throw usage('the stack has no mTLS, so there is no certificate', 'Set mtls_enabled: true');
    if (unknown.length > 0)
        throw usage(`no certificate is called ${unknown.join(', ')}`, `There are: ${names.join(', ')}`);
    throw usage('a CA signs for every component: --plugin and --ca exclude one another', (0,_note_roll_over_js__WEBPACK_IMPORTED_MODULE_3__/* .rotateCa */ .wo)(session));
}


/***/ })

};
