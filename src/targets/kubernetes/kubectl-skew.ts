import { type Finding, good, wrong } from '../../model/check.ts'

/** Minor versions that kubectl may be older or newer than the server (Kubernetes' version skew policy). */
const supported = 1

/** `v1.34.4+k3s1` → 34; a server may say `34+` alone for its minor, so the whole version is read. */
export function readMinor(version: string): number | undefined {
  const minor = /^v?1\.(\d+)/.exec(version)?.[1]
  return minor === undefined ? undefined : Number(minor)
}

/** @param server  Undefined where it did not answer or does not tell everybody. */
export function judgeSkew(client: string, server: string | undefined): Finding {
  const found = client.replace(/^v/, '')
  const [ours, theirs] = [readMinor(client), server === undefined ? undefined : readMinor(server)]
  if (ours === undefined || theirs === undefined) return good('kubectl', found)
  const skew = ours - theirs
  if (Math.abs(skew) <= supported) return good('kubectl', found)
  return wrong(false, 'kubectl', {
    code: 'TOOL_OLD',
    message: `${found}, ${Math.abs(skew)} minor versions ${skew < 0 ? 'older' : 'newer'} than the cluster; 1 is supported`,
    hint: `Install kubectl 1.${theirs}: https://kubernetes.io/docs/tasks/tools/`,
  })
}
