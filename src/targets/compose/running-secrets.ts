import { Secret } from '../../model/secret.ts'
import type { IsSecretVariable, RunningSecrets } from '../../model/target.ts'
import type { ContainerFacts } from './inspect.ts'
import { labels } from './names.ts'

/** What the containers have in these variables of their environment. Nothing is ever unread: who may ask, sees them all. Pure. */
export function runningSecrets(containers: readonly ContainerFacts[], isSecret: IsSecretVariable): RunningSecrets {
  const values = containers.flatMap(({ Config: { Env, Labels } }) => {
    const component = Labels?.[labels.component]
    if (component === undefined) return []
    return (Env ?? []).flatMap((entry) => {
      const end = entry.indexOf('=')
      const variable = entry.slice(0, end)
      if (end < 1 || !isSecret(component, variable)) return []
      return [{ component, variable, value: new Secret(`${component}.${variable}`, entry.slice(end + 1)) }]
    })
  })
  return { values, unread: [] }
}
