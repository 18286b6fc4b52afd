import type { EnvValue } from '../model/env-value.ts'
import type { ComponentPlan } from '../model/plan.ts'
import { Variable } from './scalar.ts'

/** A secret of one component's environment, under the generated name the manifest asks for. */
export interface VariableUse {
  readonly variable: string
  readonly component: string
  readonly name: string
  readonly value: EnvValue
}

/** Numbers the secrets of all environments, in the order of components and names: `MCPS_1`, `MCPS_2` … */
export function numberVariables(components: readonly ComponentPlan[]): readonly VariableUse[] {
  return components
    .flatMap((component) =>
      Object.entries(component.env)
        .filter(([, value]) => isHidden(value))
        .map(([name, value]) => ({ component: component.name, name, value })),
    )
    .map((use, index) => ({ ...use, variable: `MCPS_${index + 1}` }))
}

/** One component's environment as the templates see it: text, or the variable that stands for a secret. */
export function showEnvironment(
  component: ComponentPlan,
  uses: readonly VariableUse[],
): readonly { readonly name: string; readonly value: string | Variable }[] {
  const variables = new Map(uses.map((use) => [use.name, use.variable]))
  return Object.entries(component.env).map(([name, value]) => ({
    name,
    value: showValue(value, variables.get(name)),
  }))
}

function showValue(value: EnvValue, variable: string | undefined): string | Variable {
  if (value.kind === 'plain') return value.value
  return variable === undefined ? '' : new Variable(variable)
}

/** An empty text hides nothing, and `${NAME:?…}` would refuse it. */
function isHidden(value: EnvValue): boolean {
  if (value.kind === 'plain') return false
  return value.parts.some((part) => part.kind === 'reference' || !part.text.matches(/^$/))
}
