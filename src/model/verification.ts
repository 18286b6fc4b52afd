/** The result of asking the running stack; DESIGN §4 Verify. */
export interface Verification {
  readonly probes: readonly Probe[]
  readonly outcome: 'passed' | 'failed' | 'inconclusive'
  readonly seconds: number
  /** The certificates that the components were seen to use, one entry for each place. */
  readonly certificates?: readonly SeenCertificate[]
}

/** The certificate that a running component uses, or why nobody could see it. */
export interface SeenCertificate {
  readonly component: string
  /** `client`: the file that the gateway reads; `server`: what a plugin presents. */
  readonly kind: 'client' | 'server'
  /** The gateway container that has the file, the address that presents it. */
  readonly at: string
  /** SHA-256 of its DER, lower-case hex. */
  readonly fingerprint?: string
  readonly issuer?: string
  /** ISO 8601, UTC. */
  readonly notAfter?: string
  /** Why it was not seen. */
  readonly message?: string
}

export type ProbeKind =
  | 'gateway-ready'
  | 'handshake'
  | 'refused-without-certificate'
  | 'refused-foreign-certificate'
  | 'mcp-initialize'
  | 'plugin-enabled'

export interface Probe {
  readonly kind: ProbeKind
  /** The gateway container that asked. */
  readonly from: string
  /** The component that was asked. */
  readonly component: string
  /** Address or name that was dialled. */
  readonly to: string
  readonly outcome: 'passed' | 'failed' | 'inconclusive'
  /** What was seen: `TLSv1.3, CN=…`, `connection dropped`, `HTTP 200`. */
  readonly message: string
  readonly hint?: string
  readonly milliseconds: number
}

/** The ways into a running stack, as they are at the moment of the question; given by the target's connection. */
export interface Doors {
  gatewayShells(): Promise<readonly GatewayShell[]>
  pluginEndpoints(): Promise<readonly PluginEndpoint[]>
}

/** A gateway container in which probes run. */
export interface GatewayShell {
  readonly name: string
  /** Runs a Python program given on stdin inside the container; stdout comes back. Input may hold secrets. */
  python(
    program: string,
    timeoutSeconds: number,
  ): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }>
}

/** A plugin container to dial by address, with the name its certificate must carry. */
export interface PluginEndpoint {
  readonly component: string
  readonly address: string
  readonly port: number
  readonly serverName: string
}
