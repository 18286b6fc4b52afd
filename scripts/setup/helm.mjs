// helm for the builder image and for the bench: 100 s of CPU the first time, then from the cache folder.
import { buildGoTool } from './go-tool.mjs'

const helm = {
  name: 'helm',
  module: 'helm.sh/helm/v3',
  version: 'v3.19.2',
  folder: './cmd/helm',
  versionVariable: 'helm.sh/helm/v3/internal/version.version',
}

/** The path of a helm. */
export function ensureHelm() {
  return buildGoTool(helm)
}
