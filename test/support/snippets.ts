import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { root } from './machine.ts'

/** A piece of YAML that people copy. */
export interface Snippet {
  /** `docs/ci.md, line 47` or `examples/ci/gitlab-ci.yml`. */
  readonly name: string
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
}

/** Every fenced block of a language in README.md and docs/. */
export function fencedBlocks(language: string): readonly { readonly name: string; readonly text: string }[] {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => ({
      name: `${page}, line ${text.slice(0, match.index).split('\n').length}`,
      text: match[1] ?? '',
    }))
  })
}

/** All YAML of the README, docs/ and examples/ci; @throws Error where a piece cannot be read. */
export function yamlSnippets(): readonly Snippet[] {
  const files = readdirSync(join(root, 'examples/ci'))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => ({ name: `examples/ci/${name}`, text: readFileSync(join(root, 'examples/ci', name), 'utf8') }))
  return [...files, ...fencedBlocks('yaml')].map(({ name, text }) => {
    const documents = parseAllDocuments(text)
    const [problem] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])
    if (problem !== undefined) throw new Error(`${name}: ${problem.message}`)
    return { name, text, value: Object(documents.at(-1)?.toJS()) }
  })
}

/** Workflows of GitHub Actions: what has jobs. */
export const workflowSnippets = (): readonly Snippet[] => yamlSnippets().filter(({ value }) => 'jobs' in value)

/** GitLab pipelines that include a component. */
export const gitlabSnippets = (): readonly Snippet[] => yamlSnippets().filter(({ value }) => 'include' in value)
