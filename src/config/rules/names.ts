import { type Finding, wrong } from '../finding.ts'
import { lineOf } from '../frame.ts'
import { dnsName, pluginPrefix } from '../grammar/names.ts'
import { locate } from '../node.ts'
import type { ComponentSubject, Subject } from '../subject.ts'

/** No two plugins with one name once they are DNS labels: services, certificates and folders are named after it. */
export function distinctNames(stack: Subject): readonly Finding[] {
  const taken = new Map<string, ComponentSubject>()
  const findings: Finding[] = []
  for (const component of stack.components.filter(({ plugin }) => plugin !== undefined)) {
    const name = dnsName(component.name)
    const before = taken.get(name) ?? taken.get(`${pluginPrefix}${name}`)
    if (before === undefined) {
      taken.set(name, component)
      taken.set(`${pluginPrefix}${name}`, component)
      continue
    }
    const place = locate(stack.root, [...before.path, 'name'])
    const line = lineOf(place.source, place.start) + 1
    findings.push(
      wrong(
        [...component.path, 'name'],
        before.name === component.name
          ? `is ${component.name} a second time: it is a duplicate of line ${line}`
          : `is ${component.name}, and ${before.name} (line ${line}) has the same DNS name ${name}`,
        'Choose another name for one of them',
      ),
    )
  }
  return findings
}
