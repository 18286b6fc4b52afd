import { closest } from '../../model/closest.ts'
import { slots } from '../../model/kubernetes.ts'
import { type Finding, note, warn, wrong } from '../finding.ts'
import { dnsName } from '../grammar/names.ts'
import { findNode, type Path } from '../node.ts'
import type { Written } from '../schema/stack.ts'
import { type ComponentSubject, type Subject, shorten } from '../subject.ts'

/** `-r1` behind `mcp-plugin-<name>`: 63 characters in all. */
const maxParallelName = 49

/** Two revisions of a plugin side by side need names for both, and a cluster. */
export function rollingParallel(stack: Subject): readonly Finding[] {
  if (stack.written.ci_cd.deploy.rolling !== 'parallel') return []
  if (stack.target === 'compose') {
    const message = 'is parallel, and on Compose a component runs once'
    return [wrong(['ci_cd', 'deploy', 'rolling'], message, 'Use in_place', { code: 'NOT_SUPPORTED' })]
  }
  const plugins = stack.components.filter(({ plugin }) => plugin !== undefined)
  const tooLong = plugins
    .filter(({ name }) => dnsName(name).length > maxParallelName)
    .map(({ name, path }) =>
      wrong(
        [...path, 'name'],
        `has ${name.length} characters, ${maxParallelName} at most with rolling: parallel, whose services are named mcp-plugin-<name>-r1`,
        'Shorten it, or use rolling: in_place',
      ),
    )
  return [...tooLong, ...namedAsSlots(plugins)]
}

/** Plugins whose one Service would be that of another plugin's revision. */
function namedAsSlots(plugins: readonly ComponentSubject[]): readonly Finding[] {
  const owners = new Map(
    plugins.flatMap(({ name }) => slots.map((slot): [string, string] => [`${dnsName(name)}-${slot}`, name])),
  )
  return plugins.flatMap(({ name, path }) => {
    const owner = owners.get(dnsName(name))
    if (owner === undefined) return []
    const what = `is ${name}, and with rolling: parallel ${owner} has a service mcp-plugin-${dnsName(name)} too`
    return [wrong([...path, 'name'], what, 'Choose another name, or use rolling: in_place')]
  })
}

/** Where the stack lands. */
export function clusterPlace(stack: Subject): readonly Finding[] {
  const { deployment } = stack.written
  const findings: Finding[] = []
  if (stack.target === 'kubernetes' && deployment.namespace === 'default') {
    findings.push(note(['deployment', 'namespace'], 'is default, which everybody shares', 'Give the stack its own'))
  }
  const seen = new Set<string>()
  for (const [index, { registry }] of deployment.pull_credentials.entries()) {
    const path = ['deployment', 'pull_credentials', index]
    if (seen.has(registry)) findings.push(wrong([...path, 'registry'], `is ${registry} a second time`))
    seen.add(registry)
    const node = findNode(stack.root, [...path, 'password'])
    const isLiteral = node?.kind === 'scalar' && !(node.text ?? []).some((piece) => piece.kind === 'variable')
    if (isLiteral) {
      findings.push(
        warn([...path, 'password'], 'is written in the file', 'Write ${NAME} and give it in the environment'),
      )
    }
  }
  return findings
}

/** expose: in one place, with what its kind of object needs. */
export function exposed(stack: Subject): readonly Finding[] {
  const { expose: top, gateway, deployment } = stack.written
  const expose = top ?? gateway.expose
  const path: Path = top === undefined ? ['gateway', 'expose'] : ['expose']
  if (expose === undefined) return []
  const findings: Finding[] = []
  if (top !== undefined && gateway.expose !== undefined) {
    findings.push(wrong(['gateway', 'expose'], 'is written at the top too', 'Keep one of them', { atKey: true }))
  }
  if (expose.host === undefined && expose.via !== 'route') {
    findings.push(wrong([...path, 'host'], 'is required', 'For example mcp.example.com', { atKey: true }))
  }
  if (expose.via === 'httproute' && expose.parent === undefined) {
    const hint = 'Name the Gateway: parent: {name: …, namespace: …}'
    findings.push(wrong([...path, 'parent'], 'is required with via: httproute', hint, { atKey: true }))
  }
  const owners = { class: 'ingress', tls_secret: 'ingress', parent: 'httproute', tls_termination: 'route' } as const
  for (const [key, via] of Object.entries(owners)) {
    if (via === expose.via || findNode(stack.root, [...path, key]) === undefined) continue
    findings.push(warn([...path, key], `does nothing with via: ${expose.via}`, `It belongs to via: ${via}`))
  }
  if (deployment.openshift?.create_routes === true && stack.target === 'kubernetes') {
    findings.push(warn(['deployment', 'openshift', 'create_routes'], 'does nothing beside expose', 'Keep one of them'))
  }
  return findings
}

/** The gateway serves plain HTTP: who ends TLS at the router alone can speak with it. */
export function routeTermination(stack: Subject): readonly Finding[] {
  const { expose: top, gateway, deployment } = stack.written
  const expose = top ?? gateway.expose
  if (stack.target !== 'kubernetes') return []
  if (expose === undefined) {
    const { create_routes: made, tls_termination: how = 'edge' } = deployment.openshift ?? {}
    return made === true ? plainBehind(['deployment', 'openshift', 'tls_termination'], how) : []
  }
  const path: Path = top === undefined ? ['gateway', 'expose'] : ['expose']
  if (expose.via !== 'route') return []
  const { path: prefix, tls_termination: how } = expose
  if (how === 'passthrough' && prefix !== '/') {
    const message = 'does not go with tls_termination: passthrough: the router sees no path'
    return [wrong([...path, 'path'], message, 'Leave it out, or use tls_termination: edge')]
  }
  return plainBehind([...path, 'tls_termination'], how)
}

function plainBehind(path: Path, termination: string): readonly Finding[] {
  if (termination === 'edge') return []
  const what = `is ${termination}, which needs TLS at the gateway, and that serves plain HTTP`
  return [warn(path, what, 'Use edge, unless a patch or an image of your own gives the gateway a certificate')]
}

/** Peers and rules of policies that are off. */
export function policiesInUse(stack: Subject): readonly Finding[] {
  if (stack.written.network_policy.enabled || stack.target !== 'kubernetes') return []
  return ['gateway_from', 'metrics_from', 'egress']
    .filter((key) => findNode(stack.root, ['network_policy', key]) !== undefined)
    .map((key) => warn(['network_policy', key], 'does nothing without enabled: true', 'Add enabled: true'))
}

/** A patch is one of two kinds, of something that is there, and each of its steps is complete. */
export function completePatches(stack: Subject): readonly Finding[] {
  const { infrastructure } = stack.written
  const stores = (['postgres', 'redis'] as const).filter((name) => infrastructure[name]?.enabled === true)
  const known = [...stack.components.map(({ name }) => name), ...stores]
  return stack.written.patches.flatMap((patch, index): readonly Finding[] => {
    const path = ['patches', index]
    const { component, kind } = patch.target
    const findings: Finding[] = []
    if (kind === 'Namespace') {
      const { namespace } = stack.written.deployment
      const hint = `Label it by hand: kubectl label namespace ${namespace ?? 'NAME'} KEY=VALUE`
      findings.push(wrong([...path, 'target', 'kind'], 'is Namespace, which is made once and never changed', hint))
    }
    if (component !== undefined && !known.includes(component)) {
      const near = closest(component, known)
      const hint = near === undefined ? `Known: ${shorten(known)}` : `Did you mean ${near}?`
      findings.push(wrong([...path, 'target', 'component'], `is ${component}, which is none of this stack`, hint))
    }
    if (patch.merge !== undefined && patch.json6902 !== undefined) {
      findings.push(wrong([...path, 'json6902'], 'excludes merge: a patch is one of the two', 'Write two patches'))
    }
    if (patch.merge === undefined && patch.json6902 === undefined) {
      findings.push(wrong(path, 'needs merge or json6902', undefined, { atKey: true }))
    }
    return [...findings, ...checkSteps(patch, path, stack)]
  })
}

function checkSteps(patch: Written['patches'][number], path: Path, stack: Subject): readonly Finding[] {
  return (patch.json6902 ?? []).flatMap(({ op }, index) => {
    const needs = { add: 'value', replace: 'value', test: 'value', move: 'from', copy: 'from', remove: undefined }[op]
    const at = [...path, 'json6902', index]
    if (needs === undefined || findNode(stack.root, [...at, needs]) !== undefined) return []
    return [wrong([...at, needs], `is required with op: ${op}`, undefined, { atKey: true })]
  })
}
