import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'

/** What a valid file may hold and no stack should be deployed with: `validate` warns of it, who plans or deploys is refused. */
export function planRules(plan: Plan): readonly Problem[] {
  return plan.stack.target === 'kubernetes' ? sharedDatabase(plan) : []
}

/** Every gateway would have a SQLite of its own. A secret address is somebody else's to know. */
function sharedDatabase({ gateway, config }: Plan): readonly Problem[] {
  const url = gateway.env['DATABASE_URL']
  const isMany = gateway.replicas > 1 || gateway.autoscaled
  // The plan's own default gives way to the existing Secret, which may hold another.
  const isHidden = gateway.pod.existingSecret !== undefined && config.gateway.env['DATABASE_URL'] === undefined
  if (!isMany || isHidden || url?.kind !== 'plain' || !url.value.startsWith('sqlite')) return []
  const path = gateway.replicas > 1 ? 'gateway.replicas' : 'gateway.autoscaling'
  return [
    {
      severity: 'error',
      code: 'CONFIG_INVALID',
      message: `${path} is ${gateway.replicas > 1 ? gateway.replicas : 'true'}, and every gateway would have its own SQLite database`,
      hint: 'Set infrastructure.postgres.enabled: true, or DATABASE_URL of a PostgreSQL in gateway.env_vars',
      path,
    },
  ]
}
