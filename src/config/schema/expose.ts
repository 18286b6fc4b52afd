import { checkAnnotationKey, checkObjectName, checkPresent, checkUrlPath } from '../grammar/kubernetes.ts'
import { checkNamespace } from '../grammar/names.ts'
import { checkDomain } from '../grammar/words.ts'
import { egressRule, policyPeer } from './api-fields.ts'
import { choice, flag, freeMap, key, list, section, text } from './keys.ts'

/** How the gateway is reached from outside the cluster. */
export const expose = section({
  host: key(text(checkDomain).optional(), {
    about: 'Host name of the gateway; with `via: route` the cluster chooses one when absent.',
    example: 'mcp.example.com',
  }),
  via: key(choice(['ingress', 'httproute', 'route']), {
    about: "The object that is made: an Ingress, a Gateway API HTTPRoute, or OpenShift's Route.",
    example: 'ingress',
  }),
  path: key(text(checkUrlPath).default('/'), { about: 'Path prefix.', example: '/' }),
  class: key(text(checkObjectName).optional(), {
    about: "Ingress class; the cluster's default when absent.",
    example: 'nginx',
  }),
  tls_secret: key(text(checkObjectName).optional(), {
    about: "Existing Secret with the host's certificate: Ingress.",
    example: 'mcp-example-com',
  }),
  parent: key(
    section({
      name: key(text(checkObjectName), { about: 'Name of the Gateway.', example: 'public' }),
      namespace: key(text(checkNamespace).optional(), {
        about: "Its namespace; the stack's when absent.",
        example: 'gateways',
      }),
      section: key(text(checkPresent).optional(), { about: 'One listener of it.', example: 'https' }),
    }).optional(),
    { about: 'The Gateway an HTTPRoute attaches to.', example: { name: 'public' } },
  ),
  tls_termination: key(choice(['edge', 'passthrough', 'reencrypt']).default('edge'), {
    about: 'Where TLS ends: Route.',
    example: 'edge',
  }),
  annotations: key(freeMap(text(), 'annotations', checkAnnotationKey).default({}), {
    about: 'Annotations of the object.',
    example: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
  }),
})

/** Who may reach what inside the cluster. */
export const networkPolicy = section({
  enabled: key(flag().default(false), {
    about: "Makes NetworkPolicies: only the gateway reaches a plugin's port, only the gateway the stores.",
    example: true,
  }),
  gateway_from: key(list(policyPeer, 'NetworkPolicyPeers').default([]), {
    about: 'Who may reach the gateway; everybody when empty.',
    example: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
  }),
  metrics_from: key(list(policyPeer, 'NetworkPolicyPeers').default([]), {
    about: "Who may reach the plugins' port of health and metrics; nobody but the node when empty.",
    example: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
  }),
  egress: key(list(egressRule, 'NetworkPolicyEgressRules').optional(), {
    about: 'What plugins may reach beside DNS; everything when absent, nothing when empty.',
    example: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
  }),
})
