import type { Shown } from '../model/host.ts'
import { endsOf } from '../model/lifetime.ts'
import type { Report } from '../model/report.ts'

/** What a following step or job can read; one sentence each. */
export const outputs = {
  status: 'succeeded, unchanged, pending, failed or unhealthy',
  changed: 'true when something was changed, or would be (plan)',
  'gateway-url': 'where the gateway is; empty where no client can reach it from outside',
  images: 'JSON: component to image reference, by digest where the image has one',
  plan: 'path of the frozen plan, when output was given to plan',
  report: 'path of the report as JSON, in deploy/ beside the configuration',
  manifests: 'folder of the manifests, when output was given to generate or deploy',
  release: 'number of the live release',
  'certificates-expire': 'when the first certificate expires, ISO 8601',
} as const

export type OutputName = keyof typeof outputs

/** The outputs of a run. Pure; nothing secret is in a report. */
export function outputsOf(
  report: Report,
  files: Shown['files'] & { readonly report: string },
): Readonly<Record<OutputName, string>> {
  const { certificates, changes, images, release, stack, status } = report
  return {
    status,
    changed: String(changes.some(({ action }) => action !== 'unchanged') && status !== 'failed'),
    'gateway-url': stack?.gatewayUrl ?? '',
    images: JSON.stringify(Object.fromEntries(images.map(({ component, reference }) => [component, reference]))),
    plan: files.plan ?? '',
    report: files.report,
    manifests: status === 'failed' ? '' : (files.manifests ?? ''),
    release: release === undefined ? '' : String(release.revision),
    'certificates-expire': endsOf(certificates)[0]?.notAfter ?? '',
  }
}
