import type { HostKind } from '../../model/host.ts'

/** GITLAB_CI can be the text "false" (gitlab-ci-local): there the component says where we are. */
export const gitlab: HostKind = {
  name: 'gitlab',
  detect: ({ GITLAB_CI, MCP_DEPLOY_HOST }) => MCP_DEPLOY_HOST === 'gitlab' || GITLAB_CI === 'true',
  open: async (options) => (await import('./gitlab-host.ts')).gitlabHost(options),
}
