/** True where https met a server that speaks plain HTTP: another try meets the same. */
export function speaksNoTls(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === 'ERR_SSL_WRONG_VERSION_NUMBER') || speaksNoTls(error.cause)
}
