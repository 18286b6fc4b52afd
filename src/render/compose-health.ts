import type { HealthProbe } from '../model/plan.ts'

/**
 * Compose's healthcheck. A success counts from the first probe on; failures count after the start period only (a gateway
 * that migrates under load takes 48 s, CONTRACT §5). `start_interval` is refused by engines before 25.
 */
export interface Healthcheck {
  readonly test: readonly string[]
  readonly interval: string
  readonly timeout: string
  readonly retries: number
  readonly startPeriod: string
}

const timing = { interval: '3s', timeout: '5s', retries: 20, startPeriod: '120s' } as const

export function planHealthcheck(health: HealthProbe): Healthcheck {
  return { ...timing, test: planTest(health) }
}

function planTest(health: HealthProbe): readonly string[] {
  if (health.kind === 'none') return ['NONE']
  if (health.kind === 'command') return ['CMD', ...health.command]
  return ['CMD', 'python3', '-IS', '-c', askOverHttp(health.port, health.path)]
}

/**
 * The images have Python and no curl (CONTRACT §2). It runs every three seconds in every container, so a bare socket instead of
 * urllib, and `-IS`: no site packages, no PYTHONPATH, and so no shim.
 */
function askOverHttp(port: number, path: string): string {
  const request = `GET ${path} HTTP/1.0\\r\\nHost: 127.0.0.1:${port}\\r\\n\\r\\n`
  return [
    'import socket',
    `c = socket.create_connection(('127.0.0.1', ${port}), 4)`,
    `c.sendall(b'${request}')`,
    "line = c.makefile('rb').readline()",
    "raise SystemExit(0 if b' 200 ' in line else str(line))",
  ].join('\n')
}
