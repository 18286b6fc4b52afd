import { type Env, plain } from '../model/env-value.ts'
import { paths } from './contract/paths.ts'

/**
 * PYTHONPATH with the shim's folder first. A variable of the container replaces the image's own, which is not known here:
 * an image that needs its PYTHONPATH is given it in env_vars, and it is kept behind ours.
 *
 * @param usual  What the public image has, used where nothing is given.
 */
export function withShim(env: Env, usual?: string): Env {
  const given = env['PYTHONPATH'] ?? (usual === undefined ? undefined : plain(usual))
  if (given === undefined) return { ...env, PYTHONPATH: plain(paths.shim) }
  if (given.kind === 'secret') return env
  return { ...env, PYTHONPATH: plain(`${paths.shim}:${given.value}`) }
}
