/** How the first line of every file begins that `generate` writes; templates/compose says it too. */
export const title = '# Written by mcp-stack-deploy'

/** The whole first line of a file of objects, and of the kustomization. */
export const objectsTitle = `${title}: no secret value is in it.`
export const kustomizationTitle = `${title}.`

/** What a line of a user's own may hold as well (the address of our schema, `rbac`'s output) proves nothing. */
const written = /^# (?:Written by mcp-stack-deploy[.:]|mcp-stack-deploy template sitecustomize\.py \d)/

/** Whether we wrote the file. */
export function isWritten(text: string): boolean {
  return written.test(text)
}

/** Whether it is one of our files of objects, of which one that nothing names any more may go. */
export function isWrittenObjects(text: string): boolean {
  const [firstLine] = text.split(/\r?\n/, 1)
  return firstLine === objectsTitle || firstLine === kustomizationTitle
}
