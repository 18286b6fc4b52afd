/** Labels and names by which this target finds its own things again; the templates write the same labels. */
export const labels = {
  stack: 'mcp-stack.dev/stack',
  component: 'mcp-stack.dev/component',
  role: 'mcp-stack.dev/role',
  hash: 'mcp-stack.dev/hash',
  /** What a volume or container that is not a component is for: `content`, `state`, `lock`, `helper`. */
  kind: 'mcp-stack.dev/kind',
} as const

/** Labels that Compose itself writes. */
export const composeLabels = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  volume: 'com.docker.compose.volume',
  oneOff: 'com.docker.compose.oneoff',
} as const

/** An image of no bytes, made by `docker import`: containers of it are created to reach volumes, and never started. */
export const emptyImage = 'mcp-stack/state:1'

export const stateVolume = (project: string): string => `${project}_mcp-state`
export const stateContainer = (project: string): string => `${project}-mcp-state`
export const lockContainer = (project: string): string => `${project}-mcp-lock`
