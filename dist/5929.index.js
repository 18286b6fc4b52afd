export const id = 5929;
export const ids = [5929];
export const modules = {

/***/ 35929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rbac: () => (/* binding */ rbac)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _plan_plan_stack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83024);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8950);




/** `rbac`: what an account must be allowed, as YAML. @throws StackError NOT_SUPPORTED where the target knows no rights. */
async function rbac(config, options) {
    const target = (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseTarget */ .bx)(config.deployment.type);
    const command = options.for ?? 'deploy';
    const objects = await target.rights?.((0,_plan_plan_stack_js__WEBPACK_IMPORTED_MODULE_2__/* .planStack */ .q)(config), command);
    if (objects === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'NOT_SUPPORTED',
            message: `${target.type} knows no rights of its own: who may talk to the engine may do everything`,
            hint: 'rbac is for deployment.type: kubernetes',
        });
    }
    const account = options.serviceAccount === undefined ? undefined : readAccount(options.serviceAccount);
    const shown = account === undefined ? objects : bindTo(objects, account);
    const title = `# What mcp-deploy ${command} needs for the stack ${config.deployment.name}; written by mcp-stack-deploy\n`;
    return { text: title + shown.map((object) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__.stringify)(object, { lineWidth: 0 })).join('---\n') };
}
/** @throws StackError USAGE */
function readAccount(text) {
    const [, namespace, name] = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?):([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/.exec(text) ?? [];
    if (namespace !== undefined && name !== undefined)
        return { namespace, name };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'USAGE',
        message: `--service-account is NAMESPACE:NAME, not ${JSON.stringify(text)}`,
        hint: 'For example --service-account ci:runner',
    });
}
/** The same rights for an account that somebody else keeps. */
function bindTo(objects, account) {
    const subjects = [{ kind: 'ServiceAccount', ...account }];
    return objects.flatMap((object) => {
        if (object['kind'] === 'ServiceAccount')
            return [];
        return [object['kind'] === 'RoleBinding' ? { ...object, subjects } : object];
    });
}


/***/ })

};
