import { stringify } from 'yaml'
import { variableName } from '../inputs.ts'
import { type ComponentRelease, contractInputs, contractSpec, jobSpec, type SpecInput } from './component-inputs.ts'

/** templates/mcp-stack-deploy/template.yml of the component project. */
export function renderTemplate(release: ComponentRelease): string {
  const spec = { spec: { inputs: { ...contractSpec, ...jobSpec(release) } } }
  const text = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
  return `# Made by npm run docs from the table of commands and release.json; do not edit.\n${text(spec)}---\n${text(jobs())}`
}

const given = (name: string) => `$[[ inputs.${name} ]]`

/** Values that a script needs to get the program. */
const programVariables = {
  MCP_RUNTIME: literal(given('runtime')),
  MCP_VERSION: literal(given('version')),
  MCP_ASSET: literal(given('asset')),
  MCP_ASSET_SHA256: literal(given('asset-sha256')),
}

function jobs() {
  const name = given('job-name')
  const environment = given('gitlab-environment')
  const common = {
    stage: given('stage'),
    image: { name: given('image'), entrypoint: [''] },
    interruptible: false,
    resource_group: given('resource-group'),
    id_tokens: { MCP_ID_TOKEN: { aud: given('id-token-audience') } },
  }
  return {
    [name]: {
      ...common,
      rules: given('rules'),
      environment: {
        name: environment,
        url: '$MCP_GATEWAY_URL',
        action: given('environment-action'),
        on_stop: `${name}:stop`,
      },
      variables: {
        ...commonVariables,
        MCP_REPORTS_FOLDER: literal(given('reports-folder')),
        ...Object.fromEntries(contractInputs.map((input) => [variableOf(input.name), valueOf(input.name)])),
      },
      // Packages that npm fetched, and layers of images; nothing in them is secret, and each is found by its hash.
      cache: { key: `${name}-mcp-stack`, paths: ['.mcp-stack/npm/', '.mcp-stack/layers/'] },
      script: [script],
      artifacts: {
        name: `${name}-$CI_JOB_ID`,
        when: 'always',
        expire_in: '30 days',
        paths: [`${given('reports-folder')}/`],
        reports: {
          dotenv: `${given('reports-folder')}/mcp-deploy.env`,
          codequality: `${given('reports-folder')}/gl-code-quality.json`,
          junit: `${given('reports-folder')}/junit-verify.xml`,
        },
      },
    },
    [`${name}:stop`]: {
      ...common,
      rules: given('stop-rules'),
      // For a rule that does not say it: a stack is never removed by a push.
      when: 'manual',
      environment: { name: environment, action: 'stop' },
      variables: {
        ...commonVariables,
        ...Object.fromEntries(stopInputs.map((input) => [variableOf(input), valueOf(input)])),
        MCP_INPUT_COMMAND: 'destroy',
        // Who pressed the button was asked.
        MCP_INPUT_FORCE: 'true',
      },
      script: [script],
    },
  }
}

const commonVariables = {
  // In gitlab-ci-local GITLAB_CI is the text "false".
  MCP_DEPLOY_HOST: 'gitlab',
  ...programVariables,
}

/** Which stack is to be removed; not `volumes`: data goes only when somebody types it. */
const stopInputs = contractInputs
  .filter(
    ({ commands, name }) =>
      (commands === undefined || commands.includes('destroy')) && !['command', 'force', 'volumes'].includes(name),
  )
  .map(({ name }) => name)

const variableOf = (name: string) => `MCP_INPUT_${variableName(name)}`

/** GitLab keeps its hands off the value: a dollar sign in it is one. */
function literal(value: string) {
  return { value, expand: false }
}

/** Booleans and arrays are no values of a variable: the space makes them a part of a text. The program trims it. */
function valueOf(name: string) {
  const types: Readonly<Record<string, SpecInput>> = contractSpec
  const type = types[name]?.type ?? 'string'
  // A variable of the type file is named as $NAME.
  if (name === 'kubeconfig') return given(name)
  return literal(type === 'string' ? given(name) : `${given(name)} `)
}

/** Inputs are variables here: no text of a user is ever a part of the script. */
const script = `set -eu
tool="$PWD/.mcp-stack/tool"
case "$MCP_RUNTIME" in
  image)
    set -- mcp-deploy ;;
  npm)
    # What a commit has put there is not the program.
    rm -rf "$tool"
    npm install --silent --no-save --ignore-scripts --cache .mcp-stack/npm --prefix "$tool" "mcp-stack-deploy@$MCP_VERSION"
    set -- node "$tool/node_modules/mcp-stack-deploy/dist/index.js" ;;
  asset)
    rm -rf "$tool"
    mkdir -p "$tool"
    curl --fail --silent --show-error --location --retry 3 --output "$tool/package.tgz" -- "$MCP_ASSET"
    echo "$MCP_ASSET_SHA256  $tool/package.tgz" | sha256sum -c -
    tar -xzf "$tool/package.tgz" -C "$tool"
    set -- node "$tool/package/dist/index.js" ;;
  path)
    set -- node "$MCP_DEPLOY_BUNDLE/index.js" ;;
esac
"$@"
`
