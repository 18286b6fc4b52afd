import { closest } from '../../model/closest.ts'
import { type Finding, note, warn, wrong } from '../finding.ts'
import { dnsName } from '../grammar/names.ts'
import { findNode, type Path } from '../node.ts'
import type { Written } from '../schema/stack.ts'
import { type Subject, shorten } from '../subject.ts'

/** `-r1` behind `mcp-plugin-<name>`: 63 characters in all. */
const maxParallelName = 49

/** Two revisions of a plugin side by side need names for both, and a cluster. */
export function rollingParallel(stack: Subject): readonly Finding[] {
  if (stack.written.ci_cd.deploy.rolling !== 'parallel') return []
  if (stack.target === 'compose') {
    const message = 'is parallel, and on Compose a component runs once'
    return [wrong(['ci_cd', 'deploy', 'rolling'], message, 'Use in_place', { code: 'NOT_SUPPORTED' })]
  }
  return stack.components
    .filter(({ plugin, name }) => plugin !== undefined && dnsName(name).length > maxParallelName)
    .map(({ name, path }) =>
      wrong(
        [...path, 'name'],
        `has ${name.length} characters, ${maxParallelName} at most with rolling: parallel, whose services are named mcp-plugin-<name>-r1`,
        'Shorten it, or use rolling: in_place',
      ),
    )
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
    const { component } = patch.target
    const findings: Finding[] = []
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
