import type { Refusal } from '../finding.ts'

/**
 * Refuses what is not one branch, tag or commit: the rules of git-check-ref-format, options, revision operators and the
 * names git keeps for itself.
 */
export function checkGitRef(text: string): Refusal | undefined {
  const message = 'is not a branch, tag or commit'
  if (text === '')
    return { message: 'must not be empty', hint: 'Remove the key for main, or name a branch, tag or commit' }
  if (text.length > 250) return { message: `${message}: it is too long` }
  if (text.startsWith('-')) return { message: `${message}: it begins with "-", which git reads as an option` }
  if (/\.\./.test(text)) return { message: `${message}: it is a range`, hint: 'Name one end of it' }
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u0020\u007f]/.test(text)) return { message: `${message}: it holds a space or a control character` }
  if (/[~^:?*[\\]|@\{/.test(text)) {
    return {
      message: `${message}: ~ ^ : ? * [ \\ and @{ are git's operators`,
      hint: 'Name the branch, tag or commit itself',
    }
  }
  if (text === '@' || /(^|\/)(FETCH_|ORIG_|MERGE_)?HEAD$/.test(text)) {
    return { message: `${message}: HEAD means something else in every clone`, hint: 'Name the branch: ref: main' }
  }
  const bad = text.split('/').some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock'))
  if (bad || text.endsWith('.')) return { message: `${message}: git does not allow such a name` }
  return undefined
}

/** True for a name that always means the same commit: a full hash, or what looks like a released version. */
export function isPinnedRef(text: string): boolean {
  return (
    /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ||
    /^(refs\/tags\/.+|([\w.-]+[-/])?v?\d+(\.\d+)+([-+.][\w.+-]+)?)$/.test(text)
  )
}
