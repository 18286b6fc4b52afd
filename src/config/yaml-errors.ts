import type { Refusal } from './finding.ts'

/** The parser's codes in our words. Its own messages can quote the file, and the file can hold a secret. */
const explanations: Readonly<Record<string, Refusal>> = {
  TAB_AS_INDENT: { message: 'a tab is used as indentation', hint: 'Indent with spaces' },
  BAD_INDENT: { message: 'wrong indentation: entries of one map or list start in the same column' },
  MULTIPLE_DOCS: { message: 'the file holds several documents', hint: 'Keep one; overlays go under environments:' },
  NON_STRING_KEY: { message: 'a key must be plain text, not a list or a map' },
  MISSING_CHAR: { message: 'a closing quote, bracket or colon is missing' },
  MULTILINE_IMPLICIT_KEY: { message: 'a key goes over several lines: is a colon or a quote missing?' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'a second colon on this line: put the value in quotes' },
  BLOCK_IN_FLOW: { message: 'a block cannot stand inside [ ] or { }' },
  BAD_ALIAS: { message: 'an alias or anchor has no valid name' },
  BAD_SCALAR_START: { message: 'a value cannot begin with this character: put it in quotes' },
  BAD_DQ_ESCAPE: { message: 'an unknown escape after \\', hint: 'Use single quotes, or write \\\\ for one backslash' },
  MULTIPLE_ANCHORS: { message: 'a value can have one anchor' },
  MULTIPLE_TAGS: { message: 'a value can have one tag' },
  RESOURCE_EXHAUSTION: { message: 'the file is nested too deep' },
  UNEXPECTED_TOKEN: { message: 'syntax error: this character does not belong here' },
  TAG_RESOLVE_FAILED: {
    message: 'unknown tag: tags do nothing here',
    hint: 'Remove it, or put a text that begins with ! in quotes; files are named by env_file, values come from ${NAME}',
  },
  IMPOSSIBLE: { message: 'syntax error' },
}

/** What the user reads for one error of the YAML parser. */
export function explainYamlError(code: string): Refusal {
  return explanations[code] ?? { message: 'YAML syntax error' }
}
