import { checkNamespace, checkProjectName } from '../grammar/names.ts'
import { checkDomain, checkPlainName, checkProgram } from '../grammar/words.ts'
import { choice, flag, key, list, section, text } from './keys.ts'

/** Where the stack runs. */
export const deployment = section({
  type: key(choice(['kubernetes', 'compose']), {
    about: 'Where the stack runs.',
    example: 'compose',
    kubernetes: 'checked and planned; this version cannot deploy it yet',
  }),
  namespace: key(text(checkNamespace).optional(), {
    about: 'Kubernetes namespace, `mcp-gateway` when absent.',
    example: 'mcp-gateway',
    compose: "in the certificates' names; the project's name when project_name is absent",
  }),
  project_name: key(text(checkProjectName).optional(), {
    about: "The stack's name; else namespace, else `mcp-gateway`.",
    example: 'mcp-staging',
    compose: 'the Compose project',
    kubernetes: 'the name in labels',
  }),
  container_engine: key(text(checkProgram).optional(), {
    about: 'docker, podman or the path of one; found by itself when absent.',
    example: 'docker',
    kubernetes: 'for building images',
  }),
  docker_context: key(text(checkPlainName).optional(), {
    about: 'Context of the docker command that reaches the engine.',
    example: 'remote',
    kubernetes: 'for building images',
  }),
  networks: key(list(text(checkPlainName), 'networks').default([]), {
    about: 'Existing networks that every component joins, to reach services outside the stack.',
    example: ['databases'],
    kubernetes: 'ignored, with a warning',
  }),
  openshift: key(
    section({
      create_routes: key(flag().default(false), {
        about: 'Makes an OpenShift Route for the gateway.',
        example: true,
        compose: 'ignored, with a warning',
        kubernetes: 'checked; this version cannot deploy it yet',
      }),
      domain: key(text(checkDomain).optional(), {
        about: "The cluster's apps domain.",
        example: 'apps-crc.testing',
        compose: 'ignored',
      }),
      tls_termination: key(choice(['edge', 'passthrough', 'reencrypt']).default('edge'), {
        about: 'Where TLS ends.',
        example: 'edge',
        compose: 'ignored',
      }),
    }).optional(),
    { about: 'OpenShift only.', example: { create_routes: true }, compose: 'ignored, with a warning' },
  ),
})
