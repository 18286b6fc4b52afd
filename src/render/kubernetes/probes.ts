import type { ComponentPlan, HealthProbe } from '../../model/plan.ts'
import type { JsonObject } from '../../model/stack.ts'

export interface Probes {
  readonly startup: JsonObject
  readonly readiness: JsonObject
  readonly liveness: JsonObject
}

/** 300 s: a gateway that migrates under load takes 48 s (CONTRACT §5), a store that recovers takes longer. */
const startup = { periodSeconds: 3, timeoutSeconds: 5, failureThreshold: 100 }
const readiness = { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 }
const liveness = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 }

/** The gateway is alive while its database is down, and not ready (CONTRACT §1). */
const gatewayAlive = '/health'

export function planProbes(component: ComponentPlan): Probes | undefined {
  const { health, role } = component
  if (health.kind === 'none') return undefined
  const ready = probeAction(health, component)
  const alive =
    role === 'gateway' && health.kind === 'http' ? probeAction({ ...health, path: gatewayAlive }, component) : ready
  return {
    startup: { ...alive, ...startup },
    readiness: { ...ready, ...readiness },
    liveness: { ...alive, ...liveness },
  }
}

/** Whether health is asked on a port of its own: a plugin with mTLS answers in plain HTTP on port + 1000 (CONTRACT §2). */
export function healthPort({ health, port }: ComponentPlan): number | undefined {
  return health.kind === 'http' && health.port !== port ? health.port : undefined
}

function probeAction(health: Exclude<HealthProbe, { kind: 'none' }>, component: ComponentPlan): JsonObject {
  if (health.kind === 'command') return { exec: { command: health.command } }
  return { httpGet: { path: health.path, port: healthPort(component) === undefined ? portName(component) : 'health' } }
}

/** Service meshes read the protocol off the name: a store does not speak HTTP. */
export function portName({ role }: ComponentPlan): string {
  return role === 'postgres' || role === 'redis' ? role : 'http'
}
