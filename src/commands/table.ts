import { cacheModes } from '../model/layer-cache.ts'
import { entry } from './command-entry.ts'
import type { GlobalValues } from './global-options.ts'
import { choice, flag, list, number, numberOr, onFlag, text, type ValuesOf } from './options.ts'

const wait = onFlag('wait', 'Do not wait until the components are ready')
const verify = onFlag('verify', 'Do not ask the running stack whether it works')
const timeout = number('timeout', 'SECONDS', 'Give up after this long (default: ci_cd.deploy.timeout of the file)')
const cache = choice(
  'cache',
  cacheModes,
  'Keep layers there for the next build (default: ci_cd.build.cache of the file)',
)
const caFromEnv = flag('ca-from-env', 'Sign with the CA in CA_CERT and CA_KEY; its key is never written')

/** All commands, in the order help lists them. */
export const commands = {
  init: entry({
    summary: 'Write a first mcp-stack.yaml and what belongs beside it',
    details: 'That is a .gitignore and templates of env files. Nothing that is there already is overwritten.',
    argument: 'file',
    options: {},
    examples: ['mcp-deploy init'],
  }),
  validate: entry({
    summary: 'Check the file and every overlay in it',
    details: 'All problems at once, each with file:line:column and what to do. Touches nothing.',
    argument: 'file',
    options: {
      noEnvironment: flag('no-environment', 'Check the file alone, not the variables it needs from the environment'),
    },
    examples: ['mcp-deploy validate', 'mcp-deploy validate stacks/shop.yaml --no-environment'],
  }),
  config: entry({
    summary: 'Show everything resolved, each value with its origin',
    details: 'After the overlay, --set, interpolation and defaults. Secrets are shown as names.',
    argument: 'file',
    options: {},
    examples: ['mcp-deploy config --environment production'],
  }),
  plan: entry({
    summary: 'Show what deploy would do, and why',
    details: 'No side effect at all: no clone, no image, no key, no write but the file you ask for.',
    argument: 'file',
    options: {
      output: text('output', 'FILE', 'Freeze the plan into this file, for deploy --plan', { short: 'o' }),
      exitCode: flag('exit-code', 'Exit 3 when there is something to do'),
    },
    examples: ['mcp-deploy plan', 'mcp-deploy plan -o plan.json && mcp-deploy deploy --plan plan.json'],
  }),
  build: entry({
    summary: 'Build the images that are missing',
    details: 'An image whose source did not change is neither cloned nor built.',
    argument: 'file',
    options: {
      pluginsOnly: flag('plugins-only', 'Leave the gateway out'),
      plugin: list('plugin', 'NAME', 'Only this plugin; repeatable'),
      cache,
      noCache: flag('no-cache', 'Build without the layer cache, and what is there already too'),
    },
    examples: ['mcp-deploy build', 'mcp-deploy build --plugin OPAPluginFilter --no-cache'],
  }),
  certs: entry({
    summary: 'Issue the certificates that are missing or due',
    details:
      'Due is what is inside its renewal window. Keeps them with the stack and writes a copy for people under certs/.',
    argument: 'file',
    options: { caFromEnv, force: flag('force', 'Issue all of them again') },
    examples: ['mcp-deploy certs', 'mcp-deploy certs --ca-from-env'],
  }),
  'certs check': entry({
    summary: 'Tell how long the certificates are good for',
    details: 'Exit 0: good. 3: one of them is inside the window. 4: one is expired or broken.',
    argument: 'file',
    options: {
      within: number('within', 'DAYS', 'The window in days (default: certificates.renew_before_days of the file)'),
    },
    examples: ['mcp-deploy certs check --within 30'],
  }),
  generate: entry({
    summary: 'Write the manifests, for people to read',
    details: 'Builds and issues nothing and works without a reachable target. No secret is in them.',
    argument: 'file',
    options: {
      output: text('output', 'DIR', 'Where to write (default: deploy/ beside the file)', { short: 'o' }),
      for: choice(
        'for',
        ['gitops'],
        'Kubernetes: for Argo CD, Flux and kubectl apply -k; fixed names, Secrets by reference',
      ),
    },
    examples: ['mcp-deploy generate -o deploy', 'mcp-deploy generate --for gitops -o gitops'],
  }),
  deploy: entry({
    summary: 'Build, certify, deploy and verify what changed',
    details:
      'A second run that changes nothing says so. A deploy that fails goes back to the release before and keeps the evidence.',
    argument: 'file',
    options: {
      dryRun: flag('dry-run', 'Show what would be done, like plan'),
      plan: text('plan', 'FILE', 'Do what this frozen plan says, and nothing else'),
      cache,
      skipBuild: flag('skip-build', 'Build nothing; a missing image is an error'),
      skipCertificates: flag('skip-certs', 'Issue nothing; a missing certificate is an error'),
      caFromEnv,
      frozen: flag('frozen', "Use the live release's commits and digests; look nothing up"),
      forceConflicts: flag('force-conflicts', 'Kubernetes: take over fields that another manager has set'),
      allowMassDelete: flag('allow-mass-delete', 'Remove more than half of what the stack has'),
      allowOlder: flag('allow-older', 'Deploy a commit that is older than the live one'),
      output: text('output', 'DIR', 'Write the manifests too', { short: 'o' }),
      wait,
      verify,
      timeout,
    },
    examples: [
      'mcp-deploy deploy',
      'mcp-deploy deploy -e staging --set gateway.replicas=2',
      'mcp-deploy deploy --dry-run',
    ],
  }),
  verify: entry({
    summary: 'Prove that the running stack works',
    details:
      "mTLS both ways, every plugin enabled: asked from inside the gateway's own containers. Exit 4 when it is live and does not work.",
    argument: 'file',
    options: { wait, timeout },
    examples: ['mcp-deploy verify', 'mcp-deploy verify --no-wait'],
  }),
  status: entry({
    summary: 'Show what runs now',
    details: 'Exit 4 when something is not ready.',
    argument: 'file',
    options: {},
    examples: ['mcp-deploy status --json'],
  }),
  history: entry({
    summary: 'List the releases: when, by whom, what changed',
    details: 'The last ten are kept with the stack.',
    argument: 'file',
    options: {},
    examples: ['mcp-deploy history'],
  }),
  rollback: entry({
    summary: 'Go back to the release before, or to a given one',
    details: "Restores images, configuration and shape with today's secrets and certificates.",
    argument: 'file',
    options: {
      to: number('to', 'REVISION', 'The release to go back to (see history)'),
      force: flag('force', "Go back although the gateway's database was migrated since; it is not migrated back"),
      verify,
      timeout,
    },
    examples: ['mcp-deploy rollback', 'mcp-deploy rollback --to 4'],
  }),
  logs: entry({
    summary: "Show the components' logs, redacted",
    details: 'All components unless one is named.',
    argument: 'file',
    options: {
      component: list('component', 'NAME', 'Only this component; repeatable'),
      follow: flag('follow', 'Go on until interrupted', { short: 'f' }),
      tail: numberOr('tail', 'LINES', 'Begin with this many lines of each', 100),
    },
    examples: ['mcp-deploy logs --component gateway --follow'],
  }),
  token: entry({
    summary: "Print an administrator's token for the gateway",
    details: 'The one command that prints a secret: it goes to stdout, alone.',
    argument: 'file',
    options: { ttl: numberOr('ttl', 'SECONDS', 'How long it is good for', 3600) },
    examples: ['TOKEN=$(mcp-deploy token --ttl 600)'],
  }),
  destroy: entry({
    summary: 'Remove the stack',
    details:
      'What can be made again goes. Data volumes stay, and with them the secrets that open them: destroy, then deploy, works on the old data.',
    argument: 'file',
    options: {
      force: flag('force', 'Do not ask; needed where nobody can answer'),
      volumes: flag('volumes', 'Remove data volumes and all secrets too; this cannot be undone'),
    },
    examples: ['mcp-deploy destroy', 'mcp-deploy destroy --force --volumes'],
  }),
  rbac: entry({
    summary: 'Print the least rights that a command needs',
    details:
      'Kubernetes: a ServiceAccount, a Role and a RoleBinding, for kubectl apply -f -. No cluster-wide right; asks no cluster.',
    argument: 'file',
    options: {
      for: choice('for', ['deploy', 'plan', 'verify'], 'The command (default: deploy)'),
      serviceAccount: text(
        'service-account',
        'NAMESPACE:NAME',
        'Give the rights to this account, and make none (default: one in the namespace of the stack)',
      ),
    },
    examples: ['mcp-deploy rbac > rbac.yaml', 'mcp-deploy rbac --for plan --service-account ci:runner'],
  }),
  doctor: entry({
    summary: 'Look for what a deploy would stumble over here',
    details:
      'Engine, builder, cluster and rights, registries, git, proxy, clock: what is there, and the fix for what is wrong. Works without a file too; changes nothing. Exit 1 when something is in the way.',
    argument: 'file',
    options: {},
    examples: ['mcp-deploy doctor', 'mcp-deploy doctor -e production --json'],
  }),
  schema: entry({
    summary: 'Print the JSON Schema of mcp-stack.yaml, for editors',
    details: 'Draft-07, for editors; the file that init writes names it in its first line.',
    argument: 'none',
    options: {},
    examples: ['mcp-deploy schema > mcp-stack.schema.json'],
  }),
  version: entry({
    summary: 'Print the version',
    details: 'The same as --version.',
    argument: 'none',
    options: {},
    examples: ['mcp-deploy version'],
  }),
  help: entry({
    summary: 'Show this, or help for one command',
    details: 'The same as --help after a command.',
    argument: 'command',
    options: {},
    examples: ['mcp-deploy help deploy', 'mcp-deploy help certs check'],
  }),
} as const

export type CommandName = keyof typeof commands

/** Other words for commands. */
export const aliases: Readonly<Record<string, CommandName>> = {
  up: 'deploy',
  down: 'destroy',
  'roll-back': 'rollback',
  certificates: 'certs',
  'certificates check': 'certs check',
}

/** What the user asked for, one shape per command. */
export type Invocation = {
  readonly [N in CommandName]: {
    readonly command: N
    /** The configuration's path. */
    readonly file: string
    /** `help`: the command that help is wanted for. */
    readonly topic?: CommandName
    readonly options: ValuesOf<(typeof commands)[N]['options']>
    readonly global: GlobalValues
  }
}[CommandName]

/** The file where none is given. */
export const defaultFile = 'mcp-stack.yaml'
