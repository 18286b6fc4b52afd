import { StackError } from '../errors.ts'
import { type Dialect, formatScalar } from './scalar.ts'
import type { Template, Templates } from './templates.ts'

/**
 * Renders one template. Values get in through the helper `y` only, which writes one YAML scalar and throws where there is none.
 *
 * @throws StackError TEMPLATE_INVALID for a template that does not compile or asks for what is not there.
 */
export async function renderTemplate(
  templates: Templates,
  name: string,
  view: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): Promise<string> {
  const render = await openTemplates(templates, (value) => formatScalar(value, dialect))
  return render(name, view)
}

/**
 * The same for many objects of one kind: each template is compiled once.
 * @param write  the helper `y`: a value as the template's text has it.
 */
export async function openTemplates(
  templates: Templates,
  write: (value: unknown) => string,
): Promise<(name: string, view: object) => string> {
  // Loaded here: validate must start without it.
  const { default: handlebars } = await import('handlebars')
  const own = handlebars.create()
  own.registerHelper('y', (value: unknown) => write(value))
  const compiled = new Map<string, (view: object) => string>()

  return (name, view) => {
    const template = chooseTemplate(templates, name)
    const draw =
      compiled.get(name) ??
      own.compile(template.text, { noEscape: true, knownHelpers: { y: true }, knownHelpersOnly: true })
    compiled.set(name, draw)
    try {
      return draw(view)
    } catch (error) {
      throw new StackError({
        code: template.override ? 'TEMPLATE_INVALID' : 'RENDER_INVALID',
        message: `template ${name}: ${firstLine(error)}`,
        hint: template.override ? `Correct ${name} in templates_dir` : undefined,
        cause: error,
      })
    }
  }
}

/** Loads what rendering needs, for whoever waits for something else meanwhile: a tenth of a second. */
export async function loadEngines(): Promise<void> {
  await Promise.all([import('handlebars'), import('js-yaml')])
}

/** The text of a template that takes no values. */
export function chooseTemplate(templates: Templates, name: string): Template {
  const template = templates[name]
  if (template !== undefined) return template
  throw new StackError({ code: 'TEMPLATE_INVALID', message: `there is no template ${name}` })
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
