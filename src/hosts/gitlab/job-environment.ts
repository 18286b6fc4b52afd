import { readFileSync } from 'node:fs'
import { isGitlabFile } from '../../model/gitlab-file-variable.ts'
import type { Environment } from '../../model/host.ts'

/** What a job's variables are for: every child inherits the one part, the file may ask for the other by name. */
export interface JobEnvironment {
  readonly environment: Environment
  readonly secrets: Environment
}

/**
 * Variables that hold the job's own credentials. CI_REPOSITORY_URL has the job token in it. CI_REGISTRY_PASSWORD is the job
 * token again: `docker login` comes before us and leaves its own file, no child needs the variable; the file can still name
 * it as a registry's password.
 */
const credentials =
  /^(?:CI_JOB_TOKEN|CI_BUILD_TOKEN|CI_JOB_JWT.*|CI_REGISTRY_PASSWORD|CI_DEPLOY_PASSWORD|CI_DEPENDENCY_PROXY_PASSWORD|CI_REPOSITORY_URL|CI_RUNNER_SHORT_TOKEN)$/

/** An ID token of `id_tokens:` comes under a name that the user chose; its form tells it. */
const idToken = /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/

/**
 * Names whose value is the secret itself. Others (KUBECONFIG, GOOGLE_APPLICATION_CREDENTIALS, …_FILE) are paths by design; where the
 * file names one as a secret, its provider reads it.
 */
const wantsContent = /(?:PASSWORD|SECRET|TOKEN|KEY|CERT)$/i

/** Splits the variables of a job. @param inputs  Prefix of variables that are inputs, which no process needs. */
export function splitEnvironment(variables: Environment, inputs: string): JobEnvironment {
  const environment: Record<string, string | undefined> = {}
  const secrets: Record<string, string> = {}
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined || name.startsWith(inputs)) continue
    const content = wantsContent.test(name) ? contentOf(value, variables.CI_PROJECT_DIR) : undefined
    if (content !== undefined) secrets[name] = content
    else if (value !== '' && (credentials.test(name) || idToken.test(value))) secrets[name] = value
    else environment[name] = value
  }
  return { environment, secrets }
}

function contentOf(value: string, project: string | undefined): string | undefined {
  if (!isGitlabFile(value, project)) return undefined
  try {
    return readFileSync(value, 'utf8')
  } catch {
    // A value that only looks like such a path.
    return undefined
  }
}
