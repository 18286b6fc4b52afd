import { stringify } from 'yaml'
import { StackError } from '../errors.ts'
import type { JsonObject, StackConfig } from '../model/stack.ts'
import type { RightsCommand } from '../model/target.ts'
import { planStack } from '../plan/plan-stack.ts'
import { chooseTarget } from '../registry.ts'
import type { Answer } from './run-command.ts'

export interface RbacOptions {
  readonly for: RightsCommand | undefined
  /** `NAMESPACE:NAME` of an account that is there already. */
  readonly serviceAccount: string | undefined
}

/** `rbac`: what an account must be allowed, as YAML. @throws StackError NOT_SUPPORTED where the target knows no rights. */
export async function rbac(config: StackConfig, options: RbacOptions): Promise<Answer> {
  const target = chooseTarget(config.deployment.type)
  const command = options.for ?? 'deploy'
  const objects = await target.rights?.(planStack(config), command)
  if (objects === undefined) {
    throw new StackError({
      code: 'NOT_SUPPORTED',
      message: `${target.type} knows no rights of its own: who may talk to the engine may do everything`,
      hint: 'rbac is for deployment.type: kubernetes',
    })
  }
  const account = options.serviceAccount === undefined ? undefined : readAccount(options.serviceAccount)
  const shown = account === undefined ? objects : bindTo(objects, account)
  const title = `# What mcp-deploy ${command} needs for the stack ${config.deployment.name}; written by mcp-stack-deploy\n`
  return { text: title + shown.map((object) => stringify(object, { lineWidth: 0 })).join('---\n') }
}

interface Account {
  readonly namespace: string
  readonly name: string
}

/** @throws StackError USAGE */
function readAccount(text: string): Account {
  const [, namespace, name] = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?):([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/.exec(text) ?? []
  if (namespace !== undefined && name !== undefined) return { namespace, name }
  throw new StackError({
    code: 'USAGE',
    message: `--service-account is NAMESPACE:NAME, not ${JSON.stringify(text)}`,
    hint: 'For example --service-account ci:runner',
  })
}

/** The same rights for an account that somebody else keeps. */
function bindTo(objects: readonly JsonObject[], account: Account): readonly JsonObject[] {
  const subjects = [{ kind: 'ServiceAccount', ...account }]
  return objects.flatMap((object) => {
    if (object['kind'] === 'ServiceAccount') return []
    return [object['kind'] === 'RoleBinding' ? { ...object, subjects } : object]
  })
}
