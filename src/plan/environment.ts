import { type Env, type EnvValue, plain } from '../model/env-value.ts'
import type { Problem } from '../model/problem.ts'
import type { SecretDeclaration } from '../model/stack.ts'
import type { ContractVariable } from './contract/variable.ts'

/** An environment and what is to be said about it. */
export interface PlannedEnv {
  readonly env: Env
  readonly problems: readonly Problem[]
}

/**
 * The user's environment with the contract's in it. The user's value wins where the stack still works with it;
 * where it cannot, that is an error which names the key to change.
 *
 * @param path  Key of the component in the config, for problems: `gateway`, `plugins[0]`.
 */
export function applyContract(user: Env, contract: readonly ContractVariable[], path: string): PlannedEnv {
  const problems = contract.flatMap((variable) => checkVariable(user[variable.name], variable, path))
  const owned = contract.map(({ name, value }) => [name, plain(value)] as const)
  return { env: { ...Object.fromEntries(owned), ...user }, problems }
}

function checkVariable(given: EnvValue | undefined, variable: ContractVariable, path: string): readonly Problem[] {
  const { name, value, rule, because } = variable
  if (given === undefined || (given.kind === 'plain' && fits(given.value, variable))) return []
  const where = { path: `${path}.env_vars.${name}` }
  if (rule === 'required') {
    const hint = `Remove it: mcp-deploy sets ${name}=${value}`
    return [
      { severity: 'error', code: 'CONFIG_INVALID', message: `${name} cannot be changed: ${because}`, hint, ...where },
    ]
  }
  if (because === '') return []
  return [{ severity: 'note', code: 'CONFIG_NOTE', message: `${name} is not ${value}: ${because}`, ...where }]
}

function fits(given: string, variable: ContractVariable): boolean {
  return given === variable.value || (variable.alsoFine?.includes(given) ?? false)
}

/** `{name, to: [component …]}` of vault_secrets: the secret under its own name, where the user did not set it. */
export function injectSecrets(env: Env, component: string, secrets: readonly SecretDeclaration[]): Env {
  const injected = secrets
    .filter(({ name, to }) => to.includes(component) && !Object.hasOwn(env, name))
    .map(({ name }) => [name, reference(name)] as const)
  return { ...env, ...Object.fromEntries(injected) }
}

/** The value of one secret, as it is. */
export function reference(secret: string): EnvValue {
  return { kind: 'secret', parts: [{ kind: 'reference', secret, encoding: 'none' }] }
}

/** Sorted by name, so that equal input gives equal text. */
export function sortEnv(env: Env): Env {
  return Object.fromEntries(Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1)))
}
