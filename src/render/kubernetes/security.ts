import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { JsonObject } from '../../model/stack.ts'

/** Keys of Secrets are readable for this group alone; any number will do, images need not know it. */
const filesGroup = 10001

/** Pod Security `restricted`; OpenShift gives each namespace user and group numbers of its own and refuses others. */
export function podSecurity(plan: Plan, component: ComponentPlan): JsonObject {
  const { runAsUser } = component.pod
  const numbers =
    plan.config.deployment.openshift === undefined
      ? {
          ...(runAsUser === undefined ? {} : { runAsUser }),
          fsGroup: runAsUser === undefined || runAsUser === 0 ? filesGroup : runAsUser,
          ...(Object.keys(component.dataPaths).length === 0 ? {} : { fsGroupChangePolicy: 'OnRootMismatch' }),
        }
      : {}
  return { runAsNonRoot: true, ...numbers, seccompProfile: { type: 'RuntimeDefault' } }
}

export function containerSecurity(component: ComponentPlan): JsonObject {
  return {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: component.readOnlyRoot,
    capabilities: { drop: ['ALL'] },
  }
}
