import { normalize } from 'node:path/posix'
import { isInside } from '../files.ts'
import { type Finding, warn, wrong } from '../finding.ts'
import type { Subject } from '../subject.ts'

/** Public authorities stop at 398 days, and so do some clients. */
const usualDays = 398

/** A plugin that wants client certificates needs a gateway that has one. */
export function gatewayHasCertificate(stack: Subject): readonly Finding[] {
  if (stack.components.some(({ plugin, mtls }) => plugin === undefined && mtls)) return []
  return stack.components.flatMap(({ plugin, mtls, path }) =>
    plugin !== undefined && mtls
      ? [
          wrong(
            [...path, 'mtls_enabled'],
            'is true, but gateway.mtls_enabled is false: the gateway has no certificate to show',
            'Switch both on or both off',
          ),
        ]
      : [],
  )
}

/** A gateway that checks nothing does not know whom it talks to. */
export function gatewayVerifies(stack: Subject): readonly Finding[] {
  const { gateway } = stack.written
  return (['mtls_verify', 'mtls_check_hostname'] as const).flatMap((key) =>
    gateway[key] || !stack.components.some(({ plugin, mtls }) => plugin !== undefined && mtls)
      ? []
      : [
          warn(
            ['gateway', key],
            'is false: another server could answer in the place of a plugin',
            'Our certificates carry every name that is dialled: true works',
          ),
        ],
  )
}

/** Folders of keys: none is the root, none lies in another, for one of them is mounted. */
export function certificateFolders(stack: Subject): readonly Finding[] {
  const keys = ['ca_path', 'gateway_path', 'plugins_path'] as const
  const folders = keys.map((key) => ({ key, folder: absolute(stack.written.certificates[key]) }))
  const findings: Finding[] = []
  for (const { key, folder } of folders) {
    if (folder === '/' || /^\/(etc|usr|bin|sbin|lib|boot|dev|proc|sys|var|root|home)$/.test(folder)) {
      findings.push(wrong(['certificates', key], 'is a folder of the system', 'Give it a folder of its own'))
    } else if (stack.written.certificates[key] === '.' || folder === base) {
      findings.push(wrong(['certificates', key], 'is the folder of this file', 'Give it a folder of its own'))
    }
  }
  if (findings.length > 0) return findings
  for (const [index, one] of folders.entries()) {
    for (const other of folders.slice(index + 1)) {
      const nested = isInside(one.folder, other.folder)
        ? [other, one]
        : isInside(other.folder, one.folder)
          ? [one, other]
          : undefined
      if (nested === undefined) continue
      const [inner = one, outer = other] = nested
      const what = inner.folder === outer.folder ? `is the same folder as ${outer.key}` : `lies inside ${outer.key}`
      findings.push(
        wrong(
          ['certificates', inner.key],
          `${what}: keys would be mounted where they do not belong`,
          'Give each a folder of its own, beside the others',
        ),
      )
    }
  }
  return findings
}

/** Stands for the folder of the config, which the rules do not know. */
const base = '/config'

function absolute(path: string): string {
  return normalize(path.startsWith('/') ? `${path}/` : `${base}/${path}/`).replace(/(.)\/$/, '$1')
}

/** Lives that make sense. */
export function certificatePolicy(stack: Subject): readonly Finding[] {
  const { certificates } = stack.written
  const findings: Finding[] = []
  if (certificates.validity_days > usualDays) {
    findings.push(
      warn(
        ['certificates', 'validity_days'],
        `is more than ${usualDays} days, which some clients refuse`,
        'Deploys renew by themselves: 90 is enough',
      ),
    )
  }
  if (certificates.renew_before_days !== undefined && certificates.renew_before_days >= certificates.validity_days) {
    findings.push(
      wrong(['certificates', 'renew_before_days'], `must be less than validity_days (${certificates.validity_days})`),
    )
  }
  return findings
}
