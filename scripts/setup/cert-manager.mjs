// The genuine cert-manager controllers, on the cluster of the end-to-end tests.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run, say, work } from './shell.mjs'

/**
 * On the cluster that we compiled and started cert-manager is added: its processes are in the cluster's own control groups, so
 * they end with it. Somebody else's cluster is only asked, and a line says when it has none. Tests ask the cluster themselves.
 *
 * @param cluster  The facts of `ensureCluster`, with `scripts` and `env` where it is a compiled one of ours.
 */
export function ensureCertManager({ kubeconfig, kubectl }, compiled) {
  const up = compiled === undefined ? '' : join(compiled.scripts, 'cert-manager/up')
  if (existsSync(up)) {
    work('starting cert-manager (built in 4 minutes the first time)', up, [], { env: compiled.env })
    return
  }
  const crd = ['get', 'crd', 'certificates.cert-manager.io', '--request-timeout=20s', '--output=name']
  if (run(kubectl, ['--kubeconfig', kubeconfig, ...crd]).ok) return
  say('no cert-manager: the cluster has none; the tests that need it are skipped')
}
