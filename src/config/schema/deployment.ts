import { checkRegistryUrl } from '../grammar/image-reference.ts'
import { checkContext, checkObjectName, checkPresent, checkUsername } from '../grammar/kubernetes.ts'
import { checkNamespace, checkProjectName } from '../grammar/names.ts'
import { checkDomain, checkPlainName, checkProgram } from '../grammar/words.ts'
import { choice, flag, ignored, key, list, section, text } from './keys.ts'

const pullCredential = section({
  registry: key(text(checkRegistryUrl), { about: 'Registry host, without a scheme.', example: 'ghcr.io' }),
  username: key(text(checkUsername), { about: 'User of the registry.', example: 'robot' }),
  password: key(text(checkPresent), {
    about: 'Password or token of the user, by reference.',
    example: '${PULL_TOKEN}',
    kubernetes: 'a Secret',
  }),
})

/** Where the stack runs. */
export const deployment = section({
  type: key(choice(['kubernetes', 'compose']), {
    about: 'Where the stack runs.',
    example: 'compose',
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
  context: key(text(checkContext).optional(), {
    about: 'Context of the kubeconfig: guards against the wrong cluster. The current one when absent.',
    example: 'staging',
    compose: ignored,
  }),
  create_namespace: key(flag().default(true), {
    about: 'Makes the namespace where it is not there.',
    example: false,
    compose: ignored,
  }),
  image_pull_secrets: key(list(text(checkObjectName), 'names of Secrets').default([]), {
    about: 'Existing Secrets that every pod pulls with.',
    example: ['regcred'],
    compose: ignored,
  }),
  pull_credentials: key(list(pullCredential, 'credentials').default([]), {
    about: 'Credentials of registries that a pull Secret is made of.',
    example: [{ registry: 'ghcr.io', username: 'robot', password: '${PULL_TOKEN}' }],
    compose: ignored,
  }),
  kubectl_proxy: key(flag().default(true), {
    about: 'Talks through one `kubectl proxy`; false where a proxy is forbidden: slower.',
    example: false,
    compose: ignored,
  }),
  openshift: key(
    section({
      create_routes: key(flag().default(false), {
        about: 'Makes an OpenShift Route for the gateway.',
        example: true,
        compose: ignored,
        kubernetes: 'as expose with via: route; host mcpgateway-<namespace>.<domain>',
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
    {
      about: 'OpenShift: its namespaces choose the users that pods run as.',
      example: { create_routes: true },
      compose: ignored,
    },
  ),
})
