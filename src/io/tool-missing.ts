import { basename } from 'node:path'
import { StackError } from '../errors.ts'

const hints: Readonly<Record<string, string>> = {
  docker:
    'Install Docker Engine with the buildx and compose plugins (https://docs.docker.com/engine/install/), or set deployment.container_engine: podman',
  podman: 'Install Podman (https://podman.io/docs/installation), or set deployment.container_engine: docker',
  git: 'Install git: apt-get install git, brew install git, or https://git-scm.com/downloads',
  kubectl: 'Install kubectl (https://kubernetes.io/docs/tasks/tools/) of the same minor version as the cluster',
  openssl: 'Install openssl: apt-get install openssl, or brew install openssl',
  helm: 'Install helm: https://helm.sh/docs/intro/install/',
  ssh: 'Install an ssh client: apt-get install openssh-client',
}

/** The error for a program that cannot be started, with what to install. */
export function toolMissing(program: string, reason: 'not found' | 'not executable', cause: unknown): StackError {
  const name = basename(program)
  return new StackError({
    code: 'TOOL_MISSING',
    message:
      reason === 'not found'
        ? `${program} is not installed or not on PATH`
        : `${program} is there but may not be executed`,
    hint:
      reason === 'not found'
        ? (hints[name] ?? `Install ${name} and put it on PATH`)
        : `Give it the execute permission: chmod +x ${program}`,
    cause,
  })
}
