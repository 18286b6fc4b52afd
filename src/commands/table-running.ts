import { entry } from './command-entry.ts'
import { choice, flag, list, number, numberOr, onFlag, text } from './options.ts'

const wait = onFlag('wait', 'Do not wait until the components are ready')
const verify = onFlag('verify', 'Do not ask the running stack whether it works')
const timeout = number('timeout', 'SECONDS', 'Give up after this long (default: ci_cd.deploy.timeout of the file)')

/** Options that deploy has, too. */
export const waiting = { wait, verify, timeout } as const

/** Commands for a stack that runs, and those that ask no stack; the second half of table.ts. */
export const runningCommands = {
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
