import { type Input, inputs } from '../inputs.ts'

/** What a release writes into gitlab/release.json before the component is made. */
export interface ComponentRelease {
  readonly version: string
  /** The builder image by digest. */
  readonly image: string
  /** URL of the package as `npm pack` makes it, and its SHA-256. */
  readonly asset: string
  readonly assetSha256: string
}

/** One entry of `spec:inputs`. */
export interface SpecInput {
  readonly type: 'string' | 'boolean' | 'number' | 'array'
  readonly description: string
  readonly default: unknown
  readonly options?: readonly string[]
  readonly regex?: string
}

type Spec = Readonly<Record<string, SpecInput>>

/** The contract's inputs that this front has. */
export const contractInputs: readonly Input[] = inputs.filter(
  ({ fronts }) => fronts === undefined || fronts.includes('gitlab'),
)

/** What the contract says, in GitLab's types. */
export const contractSpec: Spec = Object.fromEntries(contractInputs.map((input) => [input.name, toSpec(input)]))

function toSpec({ choices, commands, default: value, description, kind }: Input): SpecInput {
  const about = commands === undefined ? description : `${description} For: ${commands.join(', ')}.`
  if (kind === 'flag') return { type: 'boolean', description: about, default: value === 'true' }
  if (kind === 'list') return { type: 'array', description: about.replace(/ One \S+ a line\./, ''), default: [] }
  if (kind === 'number' && value !== '') return { type: 'number', description: about, default: Number(value) }
  return {
    type: 'string',
    description: about,
    default: value,
    ...(choices === undefined ? {} : { options: [...new Set(value === '' ? ['', ...choices] : choices)] }),
    // A number without a default: an input of type number could not be left out.
    ...(kind === 'number' ? { regex: '^\\d*$' } : {}),
  }
}

const defaultBranch = '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'

/** What only a GitLab job has. */
export function jobSpec(release: ComponentRelease): Spec {
  return {
    'job-name': text('mcp-stack-deploy', 'Name of the job; another one for each time the component is included.'),
    stage: text('deploy', 'Stage of the job.'),
    rules: array([{ if: defaultBranch }], 'When the job runs: rules as in .gitlab-ci.yml.'),
    'stop-rules': array(
      [{ if: defaultBranch, when: 'manual', allow_failure: true }],
      'When the job that removes the stack is there; keep when: manual.',
    ),
    'gitlab-environment': text('mcp-stack', 'Name of the environment on the pages of GitLab, e.g. production.'),
    'environment-action': {
      ...text('start', 'What the job does with it; access for plan and validate, verify for verify.'),
      options: ['start', 'prepare', 'verify', 'access'],
    },
    'resource-group': text('mcp-stack', 'Jobs of one group run one after another.'),
    'reports-folder': text(
      'deploy',
      "deploy/ beside the configuration, from the project's root: GitLab takes reports there.",
    ),
    'id-token-audience': text('mcp-stack-deploy', 'Audience of the ID token in the variable MCP_ID_TOKEN.'),
    runtime: {
      ...text(
        'image',
        'Where the program comes from: the builder image, the npm package, the release asset; path is for developing the component.',
      ),
      options: ['image', 'npm', 'asset', 'path'],
    },
    image: text(
      release.image,
      'Image of the job: the builder image by digest, or one with Node 20.19 or later and the tools.',
    ),
    version: {
      ...text(release.version, 'runtime npm: the exact version of the package.'),
      regex: '^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$',
    },
    asset: text(release.asset, 'runtime asset: URL of the package.'),
    'asset-sha256': { ...text(release.assetSha256, 'runtime asset: its SHA-256.'), regex: '^[0-9a-f]{64}$' },
  }
}

function text(value: string, description: string): SpecInput {
  return { type: 'string', description, default: value }
}

function array(value: readonly unknown[], description: string): SpecInput {
  return { type: 'array', description, default: value }
}
