import { pageCell } from '../views/markdown.ts'
import { type ComponentRelease, contractSpec, jobSpec, type SpecInput } from './component-inputs.ts'

const begin = '<!-- inputs -->'
const end = '<!-- /inputs -->'

/** The page with the tables between its two marks made new. */
export function withInputsTable(page: string, release: ComponentRelease): string {
  const [head, rest] = page.split(begin)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined) throw new Error(`the page has no ${begin} … ${end}`)
  const tables = `Of the program:\n\n${table(contractSpec)}\n\nOf the job:\n\n${table(jobSpec(release))}`
  return `${head}${begin}\n\n${tables}\n\n${end}${tail}`
}

function table(spec: Readonly<Record<string, SpecInput>>): string {
  const rows = Object.entries(spec).map(([name, input]) => {
    const words = input.options === undefined ? '' : ` (${input.options.filter((word) => word !== '').join(', ')})`
    return `| \`${name}\` | ${input.type} | ${shown(input.default)} | ${pageCell(`${input.description}${words}`)} |`
  })
  return ['| input | type | default | what |', '|---|---|---|---|', ...rows].join('\n')
}

function shown(value: unknown): string {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return ''
  return `\`${pageCell(typeof value === 'string' ? value : JSON.stringify(value))}\``
}
