/**
 * A variable the contract gives to a component.
 * `required`: the stack does not work with any other value, so another value of the user is refused.
 * `default`: the user's value wins; `unless` says in a note what is lost when it differs.
 */
export interface ContractVariable {
  readonly name: string
  readonly value: string
  readonly rule: 'required' | 'default'
  /** Why a different value breaks the stack, or what is lost; ends a sentence that begins with the variable's name. */
  readonly because: string
  /** Other values that work as well. */
  readonly alsoFine?: readonly string[]
}
