import { createHash } from 'node:crypto'
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
  const compile = await loadCompiler()
  const helpers = { y: (value: unknown) => write(value) }

  return (name, view) => {
    const template = chooseTemplate(templates, name)
    try {
      return compile(template)(view, { helpers })
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

/** Loads what rendering needs, for whoever waits for something else meanwhile: a tenth of a second. Never throws. */
export async function loadEngines(): Promise<void> {
  // What cannot be loaded is told where it is needed.
  await Promise.allSettled([loadCompiler(), import('js-yaml')])
}

/** How templates are compiled, here and by scripts/precompile.mjs. */
export const compileOptions = { noEscape: true, knownHelpers: { y: true }, knownHelpersOnly: true } as const

type Draw = (
  view: object,
  options: { readonly helpers: Readonly<Record<string, (value: unknown) => string>> },
) => string

const compiled = new WeakMap<Template, Draw>()

async function loadCompiler(): Promise<(template: Template) => Draw> {
  // Loaded here: validate must start without it.
  const [{ default: handlebars }, { precompiled }] = await Promise.all([
    import('handlebars'),
    import('./precompiled.ts'),
  ])
  // Its helper `log` and its warnings would write on the standard streams, past everything that hides and guards.
  handlebars.log = handlebars.logger.log = () => undefined
  return (template) => {
    const known = compiled.get(template)
    if (known !== undefined) return known
    const made = precompiled[createHash('sha256').update(template.text).digest('hex')]
    const draw = made === undefined ? handlebars.compile(template.text, compileOptions) : handlebars.template(made)
    compiled.set(template, draw)
    return draw
  }
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
