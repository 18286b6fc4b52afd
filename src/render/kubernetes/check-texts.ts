import type { BundleObject } from '../../model/kubernetes.ts'
import { checkSecrets } from '../check-secrets.ts'
import type { VariableUse } from '../variables.ts'

/** As `checkSecrets`: nothing shorter is looked for. */
const shortest = 16

/**
 * Looks for secret texts and private keys in everything that the objects say.
 * @throws StackError RENDER_INVALID naming the secret and the object, never the value.
 */
export function checkTexts(objects: readonly BundleObject[], uses: readonly VariableUse[]): void {
  const texts = new Set<string>()
  for (const { manifest } of objects) collect(manifest, texts)
  try {
    // Each text once, all of them together: labels alone would be searched for every secret in every object.
    checkSecrets([{ path: 'the objects', text: [...texts].join('\n') }], uses)
  } catch (error) {
    for (const { kind, name, manifest } of objects) {
      const own = new Set<string>()
      collect(manifest, own)
      checkSecrets([{ path: `${kind} ${name}`, text: [...own].join('\n') }], uses)
    }
    throw error
  }
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length >= shortest) texts.add(value)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (key.length >= shortest) texts.add(key)
    collect(item, texts)
  }
}
