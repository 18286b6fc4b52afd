import type { Environment } from './host.ts'

/** Set in the Containerfile of the builder image. */
const mark = 'MCP_DEPLOY_CONTAINER'

/**
 * True where somebody started the builder image with `docker run`. A CI system that runs its jobs in the image says so with CI or
 * JENKINS_URL: then nobody typed a `docker run` that something could be added to.
 */
export function isDockerRun(environment: Environment): boolean {
  return environment[mark] === '1' && environment['CI'] !== 'true' && environment['JENKINS_URL'] === undefined
}

/** A hint; in the builder image the one thing to add to its `docker run` instead. */
export function hintFor(environment: Environment, hint: string, addition: string): string {
  return isDockerRun(environment) ? `Add to docker run: ${addition}` : hint
}

/** The engine of the machine that the container runs on; its socket belongs to root or to a group there. */
export const socketAddition =
  '-v /var/run/docker.sock:/var/run/docker.sock (with --user also --group-add "$(stat -c %g /var/run/docker.sock)")'
