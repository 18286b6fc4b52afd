/** The values in a kubeconfig that log somebody in, in YAML and in JSON. */
export function kubeconfigSecrets(text: string): readonly string[] {
  const keys = 'token|password|client-key-data|access-token|id-token|refresh-token|client-secret'
  return [...text.matchAll(new RegExp(`["']?(?:${keys})["']?\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([^\\s,}]+))`, 'g'))].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
}
