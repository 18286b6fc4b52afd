import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/model/problem.ts'
import { errorsOf, type Given, stackFile } from './stack-file.ts'

/** A stack on a cluster: lines below deployment, the gateway, the only plugin, and at the top. */
interface Lines {
  readonly type?: 'compose' | 'kubernetes'
  readonly deployment?: string
  readonly gateway?: string
  readonly plugin?: string
  readonly top?: string
}

const write = ({ type = 'kubernetes', deployment = '', gateway = '', plugin = '', top = '' }: Lines): string =>
  [
    `deployment:\n  type: ${type}\n${indent(deployment, 2)}`,
    `gateway:\n  image: registry.example.test/gateway:1.0.0\n${indent(gateway, 2)}`,
    `plugins:\n  - name: Guard\n    image: registry.example.test/guard:1.0.0\n${indent(plugin, 4)}`,
    top === '' ? '' : `${top}\n`,
  ].join('')

const indent = (text: string, by: number): string => (text === '' ? '' : `${text.replace(/^/gm, ' '.repeat(by))}\n`)

const read = (lines: Lines, given: Given = {}) => stackFile(write(lines), given).read()
const problems = (lines: Lines, given: Given = {}) => stackFile(write(lines), given).problems()
const show = (told: readonly Problem[]) => told.map(({ severity, path }) => `${severity} ${path}`)

const pod = `labels: {team: platform, example.com/tier: "1"}
annotations: {prometheus.io/scrape: "true"}
node_selector: {kubernetes.io/arch: amd64}
tolerations: [{key: dedicated, operator: Exists, effect: NoSchedule}]
affinity: {podAntiAffinity: {}}
topology_spread: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]
priority_class: high
service_account: plugins
image_pull_secrets: [regcred]
existing_secret: guard-credentials
run_as_user: 1001
autoscaling: true
volumes:
  - {name: a, mount_path: /a, config_map: policies, sub_path: x.rego}
  - {name: b, mount_path: /b, secret: licence}
  - {name: c, mount_path: /c, claim: signatures, read_only: false}
  - {name: d, mount_path: /d, empty_dir: true}
  - {name: e, mount_path: /e, empty_dir: 1Gi}
  - {name: f, mount_path: /f, source: {csi: {driver: x}}}`

describe('pods', () => {
  test('every key arrives', async () => {
    const config = await read({ plugin: pod })
    expect(config.problems).toEqual([])
    expect(config.plugins[0]?.autoscaled).toBe(true)
    expect(config.plugins[0]?.pod).toEqual({
      labels: { team: 'platform', 'example.com/tier': '1' },
      annotations: { 'prometheus.io/scrape': 'true' },
      nodeSelector: { 'kubernetes.io/arch': 'amd64' },
      tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
      affinity: { podAntiAffinity: {} },
      topologySpread: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
      priorityClass: 'high',
      serviceAccount: 'plugins',
      imagePullSecrets: ['regcred'],
      existingSecret: 'guard-credentials',
      runAsUser: 1001,
      volumes: [
        { name: 'a', mountPath: '/a', subPath: 'x.rego', readOnly: true, source: { configMap: { name: 'policies' } } },
        { name: 'b', mountPath: '/b', readOnly: true, source: { secret: { secretName: 'licence' } } },
        { name: 'c', mountPath: '/c', readOnly: false, source: { persistentVolumeClaim: { claimName: 'signatures' } } },
        { name: 'd', mountPath: '/d', readOnly: false, source: { emptyDir: {} } },
        { name: 'e', mountPath: '/e', readOnly: false, source: { emptyDir: { sizeLimit: '1Gi' } } },
        { name: 'f', mountPath: '/f', readOnly: true, source: { csi: { driver: 'x' } } },
      ],
    })
    expect(config.gateway).toMatchObject({ autoscaled: false, pod: { labels: {}, volumes: [] } })
  })

  test('of Postgres and Redis, too, but for what an image of one pod does not take', async () => {
    const lines = pod.split('\n')
    const own = lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('existing_secret')),
    )
    const keys = own.filter((line) => !line.startsWith('topology_spread')).join('\n')
    const store = (name: string, text: string) => `  ${name}:\n${indent(text, 4)}`
    const config = await read({ top: `infrastructure:\n${store('postgres', keys)}${store('redis', 'labels: {a: b}')}` })
    expect(config.problems).toEqual([])
    expect(config.infrastructure.postgres?.pod).toEqual({
      labels: { team: 'platform', 'example.com/tier': '1' },
      annotations: { 'prometheus.io/scrape': 'true' },
      nodeSelector: { 'kubernetes.io/arch': 'amd64' },
      tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
      affinity: { podAntiAffinity: {} },
      priorityClass: 'high',
      serviceAccount: 'plugins',
      imagePullSecrets: ['regcred'],
    })
    expect(config.infrastructure.redis?.pod).toMatchObject({ labels: { a: 'b' }, nodeSelector: {} })
    for (const key of ['existing_secret: a', 'volumes: []', 'labels: {mcp-stack.dev/stack: x}'])
      expect(errorsOf(await problems({ top: `infrastructure:\n${store('redis', key)}` }))).toHaveLength(1)
  })

  test.each([
    ['labels: {"-a": b}', 'labels.-a', /prefix/],
    ['labels: {mcp-stack.dev/stack: x}', 'labels["mcp-stack.dev/stack"]', /belongs to this program/],
    ['labels: {app.kubernetes.io/name: x}', 'labels["app.kubernetes.io/name"]', /belongs to this program/],
    ['labels: {a: "b c"}', 'labels.a', /value of a label/],
    ['labels: {a: 1}', 'labels.a', /quotes/],
    ['annotations: {mcp-stack.dev/hash: x}', 'annotations["mcp-stack.dev/hash"]', /belongs to this program/],
    ['annotations: {a/b/c: x}', 'annotations["a/b/c"]', /prefix/],
    ['node_selector: {a: "@"}', 'node_selector.a', /value of a label/],
    ['tolerations: {key: a}', 'tolerations', /list of tolerations/],
    ['tolerations: [a]', 'tolerations[0]', /map of fields/],
    ['tolerations: [{keey: a}]', 'tolerations[0].keey', /Did you mean key\?/],
    ['affinity: {podAntiAfinity: {}}', 'affinity.podAntiAfinity', /Did you mean podAntiAffinity\?/],
    ['topology_spread: [{maxskew: 1}]', 'topology_spread[0].maxskew', /Did you mean maxSkew\?/],
    ['priority_class: High', 'priority_class', /name of an object/],
    ['service_account: a_b', 'service_account', /name of an object/],
    ['image_pull_secrets: regcred', 'image_pull_secrets', /list/],
    ['existing_secret: ""', 'existing_secret', /empty/],
    ['run_as_user: 0', 'run_as_user', /from 1/],
    ['autoscaling: "on"', 'autoscaling', /true or false/],
    ['volumes: [{name: a, mount_path: /a}]', 'volumes[0]', /needs one of config_map/],
    ['volumes: [{name: a, mount_path: /a, claim: b, secret: c}]', 'volumes[0].claim', /excludes secret/],
    ['volumes: [{name: A, mount_path: /a, claim: b}]', 'volumes[0].name', /name of a volume/],
    ['volumes: [{name: a, mount_path: a, claim: b}]', 'volumes[0].mount_path', /absolute/],
    ['volumes: [{name: a, mount_path: /app/certs, claim: b}]', 'volumes[0].mount_path', /hides/],
    ['volumes: [{name: a, mount_path: /a, empty_dir: false}]', 'volumes[0].empty_dir', /true or a size/],
    ['volumes: [{name: a, mount_path: /a, source: {}}]', 'volumes[0].source', /exactly one/],
    ['volumes: [{name: a, mount_path: /a, source: {hostPth: {}}}]', 'volumes[0].source.hostPth', /hostPath/],
    [
      'volumes: [{name: a, mount_path: /a, claim: b}, {name: a, mount_path: /a/, claim: b}]',
      'volumes[1].mount_path',
      /second time/,
    ],
  ])('%s', async (plugin, path, says) => {
    const [error, ...others] = errorsOf(await problems({ plugin })).toReversed()
    expect(error).toMatchObject({ path: `plugins[0].${path}`, place: { line: 8 } })
    expect(`${error?.message} ${error?.hint}`).toMatch(says)
    expect(others.length).toBeLessThan(2)
  })

  test('what makes no sense is said', async () => {
    const told = await problems({
      deployment: 'openshift: {}',
      plugin:
        'run_as_user: 5\nreplicas: 2\nautoscaling: true\nservice_type: NodePort\nvolumes: [{name: a, mount_path: /a, source: {hostPath: {path: /x}}}]',
      top: 'infrastructure: {redis: {run_as_user: 7}}',
    })
    expect(show(told)).toEqual([
      'warning plugins[0].run_as_user',
      'warning plugins[0].replicas',
      'warning plugins[0].service_type',
      'warning plugins[0].volumes[0].source',
      'warning infrastructure.redis.run_as_user',
    ])
  })
})

describe('the place', () => {
  test('every key arrives', async () => {
    const config = await read(
      {
        deployment: `context: arn:aws:eks:eu-1:1:cluster/x
create_namespace: false
image_pull_secrets: [regcred]
pull_credentials:
  - {registry: registry.example.test, username: robot, password: "\${PULL_TOKEN}"}
kubectl_proxy: false`,
      },
      { variables: { PULL_TOKEN: 'hunter2token' } },
    )
    expect(config.problems).toEqual([])
    expect(config.deployment).toMatchObject({
      context: 'arn:aws:eks:eu-1:1:cluster/x',
      createNamespace: false,
      imagePullSecrets: ['regcred'],
      kubectlProxy: false,
      pullCredentials: [
        {
          registry: 'registry.example.test',
          username: 'robot',
          password: { kind: 'secret', parts: [{ kind: 'reference', secret: 'PULL_TOKEN', encoding: 'none' }] },
        },
      ],
    })
  })

  const credential = (password: string) =>
    `pull_credentials: [{registry: r.example.test, username: u, password: ${password}}]`

  test('a password in the file is a warning, known to the redactor and shown nowhere', async () => {
    const file = stackFile(write({ deployment: credential('hunter2hunter2') }))
    const config = await file.read()
    expect(show(config.problems)).toEqual(['warning deployment.pull_credentials[0].password'])
    expect(JSON.stringify([config, await file.explain()])).not.toContain('hunter2')
    expect(file.masked.map((secret) => secret.reveal())).toContain('hunter2hunter2')
  })

  test('a password that is not set is missing', async () => {
    const told = await problems({ deployment: credential('"${PULL_TOKEN}"') })
    expect(told).toMatchObject([{ code: 'SECRET_MISSING', path: 'deployment.pull_credentials[0].password' }])
  })

  test.each([
    ['namespace: kube-public', 'error deployment.namespace'],
    ['namespace: default', 'note deployment.namespace'],
    ['context: "-x"', 'error deployment.context'],
    ['context: ""', 'error deployment.context'],
    ['create_namespace: "yes"', 'error deployment.create_namespace'],
    ['image_pull_secrets: [A]', 'error deployment.image_pull_secrets[0]'],
    ['kubectl_proxy: 1', 'error deployment.kubectl_proxy'],
    [
      'pull_credentials: [{registry: "https://a", username: u, password: p}]',
      'error deployment.pull_credentials[0].registry',
    ],
    [
      'pull_credentials: [{registry: a, username: "u:v", password: p}]',
      'error deployment.pull_credentials[0].username',
    ],
    ['pull_credentials: [{registry: a, username: u}]', 'error deployment.pull_credentials[0].password'],
    ['allow_older: true', 'error deployment.allow_older'],
  ])('%s', async (deployment, expected) => {
    const told = await problems({ deployment })
    expect(show(told)[0]).toBe(expected)
    expect(told[0]?.place?.line).toBe(3)
  })

  test('a registry twice is refused', async () => {
    const one = '{registry: a, username: u, password: "${P_TOKEN}"}'
    const told = await problems({ deployment: `pull_credentials: [${one}, ${one}]` }, { variables: { P_TOKEN: 'x' } })
    expect(show(told)).toEqual(['error deployment.pull_credentials[1].registry'])
  })
})
