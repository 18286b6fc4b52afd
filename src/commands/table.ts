import { cacheModes } from '../model/layer-cache.ts'
import { entry } from './command-entry.ts'
import type { GlobalValues } from './global-options.ts'
import { choice, flag, list, number, text, type ValuesOf } from './options.ts'
import { runningCommands, waiting } from './table-running.ts'

const { wait, verify, timeout } = waiting
const cache = choice(
  'cache',
  cacheModes,
  'Keep layers there for the next build (default: ci_cd.build.cache of the file)',
)
const caFromEnv = flag('ca-from-env', 'Sign with the CA in CA_CERT and CA_KEY; its key is never written')
const externalPki = flag(
  'external-pki',
  'Write requests for a signer outside; what it signs comes back with certs import',
)

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
    options: { caFromEnv, externalPki, force: flag('force', 'Issue all of them again') },
    examples: ['mcp-deploy certs', 'mcp-deploy certs --ca-from-env'],
  }),
  'certs check': entry({
    summary: 'Tell how long the certificates are good for',
    details:
      'And whether the running components use them: asked from inside the gateway. Exit 0: good. 3: one of them is inside its renewal window, was not issued yet or is not in use yet, or a change of the CA has not come to its end. 4: one is expired or broken.',
    argument: 'file',
    options: {
      storedOnly: flag('stored-only', 'Ask no running component, look at the stored certificates alone'),
      within: number('within', 'DAYS', 'Due is what ends within so many days (default: inside its own renewal window)'),
    },
    examples: ['mcp-deploy certs check --within 30', 'mcp-deploy certs check --stored-only'],
  }),
  'certs import': entry({
    summary: 'Take back what a signer outside has signed',
    details:
      'Each chain is matched to its request by the key and checked; one that is wrong, and none is taken. Exit 3: requests are still open.',
    argument: 'folder',
    options: {
      from: text(
        'from',
        'DIR',
        'Where the signed certificates are (default: certificates.external.folder of the file)',
      ),
    },
    examples: ['mcp-deploy certs import', 'mcp-deploy certs import signed/'],
  }),
  'certs rotate': entry({
    summary: 'Issue certificates anew now, or change the CA without losing a call',
    details:
      'With the images that run, in the line of a deploy. --ca goes through three phases (trust both CAs, new certificates, drop the old CA); run again, it goes on where it was stopped.',
    argument: 'file',
    options: {
      ca: flag('ca', 'Change to a new CA: one that is founded, or the one that is given'),
      plugin: list('plugin', 'NAME', 'Only this component’s certificate (gateway is one too); repeatable'),
      caFromEnv,
      dryRun: flag('dry-run', 'Show what would be done'),
      timeout,
    },
    examples: ['mcp-deploy certs rotate --plugin OPAPluginFilter', 'mcp-deploy certs rotate --ca --dry-run'],
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
      externalPki,
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
  ...runningCommands,
} as const

export type CommandName = keyof typeof commands

/** Other words for commands. */
export const aliases: Readonly<Record<string, CommandName>> = {
  up: 'deploy',
  down: 'destroy',
  'roll-back': 'rollback',
  certificates: 'certs',
  'certificates check': 'certs check',
  'certificates rotate': 'certs rotate',
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
