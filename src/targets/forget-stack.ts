import type { StackState } from '../model/live.ts'

/**
 * What stays with kept volumes when a stack is destroyed: who it is, and the generated secrets that open what is in them.
 * CA, certificates, requests, a change of CAs and history are gone. Pure.
 */
export function forgetStack(state: StackState, keepSecrets: readonly string[]): StackState {
  const { fresh, generated, hashKey, namespaceCreated, schema, stack } = state
  return {
    schema,
    stack,
    hashKey,
    certificates: [],
    generated: Object.fromEntries(Object.entries(generated).filter(([name]) => keepSecrets.includes(name))),
    releases: [],
    fresh,
    ...(namespaceCreated === undefined ? {} : { namespaceCreated }),
  }
}
