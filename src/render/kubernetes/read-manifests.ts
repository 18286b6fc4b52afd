import { StackError } from '../../errors.ts'

/**
 * Opens a reader of manifests as kubectl reads them: YAML 1.1 (`yes` is true, `0440` is octal), but no times and no numbers
 * to base 60, which Go's reader leaves alone too.
 *
 * @throws StackError CONFIG_INVALID (from the reader) for text that is no YAML.
 */
export async function openManifests(): Promise<(file: string, text: string) => readonly unknown[]> {
  const yaml = await import('js-yaml')
  const {
    Schema,
    FAILSAFE_SCHEMA,
    NOT_RESOLVED,
    intYaml11Tag,
    floatYaml11Tag,
    boolYaml11Tag,
    nullYaml11Tag,
    mergeTag,
  } = yaml
  const int = intYaml11Tag.resolve
  const float = floatYaml11Tag.resolve
  const schema = new Schema([
    ...FAILSAFE_SCHEMA.tags,
    nullYaml11Tag,
    boolYaml11Tag,
    {
      ...intYaml11Tag,
      resolve: (source, ...rest) => (source.includes(':') ? NOT_RESOLVED : int(source, ...rest)),
    },
    {
      ...floatYaml11Tag,
      resolve: (source, ...rest) => (source.includes(':') ? NOT_RESOLVED : float(source, ...rest)),
    },
    mergeTag,
  ])
  return (file, text) => {
    try {
      // Aliases may multiply: a hundred is what a person writes.
      const documents = yaml.loadAll(text, { schema, maxAliases: 100 })
      return documents.filter((document) => document !== null && document !== undefined)
    } catch (error) {
      const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
      throw new StackError({ code: 'CONFIG_INVALID', message: `extra_manifests: ${file}: ${message}`, cause: error })
    }
  }
}
