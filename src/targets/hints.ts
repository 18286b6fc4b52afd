/** What to do where a sign is seen. */
export interface Hint {
  readonly sign: RegExp
  /** A sentence without a full stop. */
  readonly hint: string
}

/**
 * The first hint whose sign is in the reason or the log, and where the whole log is. Pure.
 *
 * @param own  Signs of one target, looked at before those that all targets share.
 */
export function chooseHint(log: string, text: string, own: readonly Hint[] = []): string {
  const known = [...own, ...hints].find(({ sign }) => sign.test(text))
  const where = `The whole log is in deploy/logs/${log}.log`
  return known === undefined ? where : `${known.hint}. ${where}`
}

/** Signs seen in real logs (CONTRACT §1, §2, §5), most telling first. */
const hints: readonly Hint[] = [
  { sign: /more memory than/, hint: 'Raise resources.limits.memory of this component' },
  {
    sign: /^exited \(137\)/m,
    hint: 'It was killed, most often for using more memory than resources.limits.memory allows',
  },
  {
    sign: /port is already allocated|address already in use/i,
    hint: 'Another process has the port: set another host_port',
  },
  {
    sign: /is not a valid VerifyMode/,
    hint: 'The plugin runtime cannot serve mTLS by itself: set runtime_compat: true for it',
  },
  { sign: /exec format error/i, hint: 'The image is for another processor: set platforms: to the engine’s own' },
  {
    sign: /executable file not found|no such file or directory: unknown|permission denied: unknown/i,
    hint: 'The start command is not in the image: look at command: and target:',
  },
  {
    sign: /PermissionError|Permission denied/i,
    hint: 'A file is not readable for the image’s user, or the root file system is read-only',
  },
  { sign: /Read-only file system/i, hint: 'The process writes outside its volumes: name the folder in writable_paths' },
  {
    sign: /CERTIFICATE_VERIFY_FAILED|certificate verify failed/i,
    hint: 'A certificate is not accepted: mcp-deploy certs check',
  },
  {
    sign: /password authentication failed/i,
    hint: 'The database was made with another password: give that one, or destroy --volumes',
  },
  {
    sign: /^exited \(0\)/m,
    hint: 'It ended without an error: look whether the last stage of its image is a test stage (set target:), or the plugin ran as stdio',
  },
]
