import { z } from 'zod'
import type { Json } from '../../model/stack.ts'
import { checkKind, checkObjectName, checkPointer, checkPresent } from '../grammar/kubernetes.ts'
import { anyFields } from './api-fields.ts'
import { choice, key, list, section, text } from './keys.ts'

/** Steps of RFC 6902. */
export const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test'] as const

/** A change of rendered objects. */
export const patch = section({
  target: key(
    section({
      kind: key(text(checkKind), { about: 'Kind of the objects.', example: 'Deployment' }),
      name: key(text(checkObjectName).optional(), {
        about: 'Name of one of them, without the hash that ConfigMaps and Secrets carry.',
        example: 'mcpgateway',
      }),
      component: key(text(checkPresent).optional(), {
        about: 'Those of one component: `gateway`, `postgres`, `redis` or the name of a plugin.',
        example: 'gateway',
      }),
    }),
    { about: 'What is changed; it must meet an object.', example: { kind: 'Deployment', component: 'gateway' } },
  ),
  merge: key(anyFields.optional(), {
    about: 'A strategic merge patch. Excludes json6902.',
    example: { spec: { template: { spec: { terminationGracePeriodSeconds: 120 } } } },
  }),
  json6902: key(
    list(
      section({
        op: key(choice(operations), { about: 'What the step does.', example: 'add' }),
        path: key(text(checkPointer), { about: 'Where.', example: '/spec/template/spec/hostAliases' }),
        value: key(z.custom<Json>().optional(), { about: 'For add, replace and test.', example: [] }),
        from: key(text(checkPointer).optional(), { about: 'For move and copy.', example: '/metadata/labels/a' }),
      }),
      'steps',
    )
      .min(1)
      .optional(),
    {
      about: 'Steps of a JSON Patch (RFC 6902). Excludes merge.',
      example: [{ op: 'add', path: '/spec/template/spec/hostAliases', value: [] }],
    },
  ),
})
