export const id = 5803;
export const ids = [5803];
export const modules = {

/***/ 15803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   init: () => (/* binding */ init)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39045);



/** Where editors find the schema of the file. */
const schemaUrl = 'https://raw.githubusercontent.com/ibm/mcp-stack-deploy/v1/schemas/mcp-stack.schema.json';
const stack = `# yaml-language-server: $schema=${schemaUrl}
# One file, the whole stack. Every key: mcp-deploy schema, or docs/configuration.md.
version: 1

deployment:
  type: compose             # or kubernetes
  project_name: my-stack

gateway:
  image: ghcr.io/ibm/mcp-context-forge:1.0.0
  port: 4444
  env_file: gateway.env
  mtls_enabled: true        # mutual TLS between the gateway and every plugin

plugins:
  - name: MyPlugin          # equals the name in the plugin image's own config
    repo: https://github.com/yourorg/my-plugin.git
    ref: v1.0.0             # a tag or a commit: a branch moves
    port: 8000
    priority: 10
    env_file: plugins/my-plugin.env

certificates:
  validity_days: 90         # renewed by itself in the last third

ci_cd:
  deploy:
    timeout: 300            # seconds
`;
const gatewayEnv = `# Environment of the gateway. \${NAME} is taken from the environment of mcp-deploy; secrets never belong into this file.
# JWT_SECRET_KEY, AUTH_ENCRYPTION_SECRET and the administrator's password are made once and kept with the stack when
# they are not given here.
LOG_LEVEL=INFO
MCPGATEWAY_UI_ENABLED=true
`;
const pluginEnv = `# Environment of MyPlugin.
LOG_LEVEL=INFO
`;
/** Lines that a .gitignore must have: what is generated, and may hold keys. */
const ignored = ['certs/', 'deploy/'];
/** Writes a first mcp-stack.yaml with what belongs beside it. @throws StackError USAGE when the file is there already. */
async function init(session, file) {
    const { files, progress } = session.io;
    if (await files.exists(file)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
            code: 'USAGE',
            message: `${file} is there already`,
            hint: `Check it with: mcp-deploy validate ${file}`,
        });
    }
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file);
    const write = async (name, text) => {
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name);
        if (await files.exists(path))
            return progress.line(`kept   ${path}`);
        await files.write(path, text, 0o644);
        return progress.line(`wrote  ${path}`);
    };
    await write(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file), stack);
    await write('gateway.env', gatewayEnv);
    await write('plugins/my-plugin.env', pluginEnv);
    await extendGitignore(session, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, '.gitignore'));
    return { ...(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyReport */ ._O)(session), next: `Edit ${file}, then: mcp-deploy validate ${file}` };
}
async function extendGitignore(session, path) {
    const { files, progress } = session.io;
    const before = (await files.exists(path)) ? await files.read(path) : '';
    const lines = before.split(/\r?\n/).map((line) => line.trim());
    const missing = ignored.filter((entry) => !lines.includes(entry) && !lines.includes(`/${entry}`));
    if (missing.length === 0)
        return progress.line(`kept   ${path}`);
    const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
    await files.write(path, `${start}${missing.join('\n')}\n`, 0o644);
    progress.line(`wrote  ${path}`);
}


/***/ })

};
