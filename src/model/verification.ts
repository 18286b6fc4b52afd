/** The result of asking the running stack; DESIGN §4 Verify. */
export interface Verification {
  readonly probes: readonly Probe[]
  readonly outcome: 'passed' | 'failed' | 'inconclusive'
  readonly seconds: number
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

/** A gateway container in which probes run; given by the target's connection. */
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
