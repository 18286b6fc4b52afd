import { flag, list, onFlag, text, type ValuesOf } from './options.ts'

/** Options that every command understands. */
export const globalOptions = {
  environment: text('environment', 'NAME', 'Use this overlay of environments:', { short: 'e' }),
  set: list('set', 'PATH=VALUE', 'Override one key of the file, e.g. --set gateway.replicas=2; repeatable'),
  context: text('context', 'NAME', 'Kubernetes: deploy to this context of the kubeconfig'),
  requirePinned: flag('require-pinned', 'Moving refs and tags (main, latest) are errors, not warnings'),
  verbose: flag('verbose', 'Show every command that is run, redacted', { short: 'v' }),
  json: flag('json', 'One report as JSON on stdout, everything else on stderr'),
  color: onFlag('color', 'No colours; NO_COLOR=1 does the same, FORCE_COLOR=1 the opposite'),
  dagger: onFlag('dagger', 'Accepted for pipelines that give it: this version has no Dagger builder'),
  allowUntrusted: flag('allow-untrusted', 'CI: do all of it for a pull request of a fork, too'),
  help: flag('help', 'Show help for the command', { short: 'h' }),
} as const

export type GlobalValues = ValuesOf<typeof globalOptions>
