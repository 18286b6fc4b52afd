import { checkImageReference } from '../grammar/image-reference.ts'
import { checkDatabaseName } from '../grammar/names.ts'
import { checkContainerPath } from '../grammar/paths.ts'
import { checkCpu, checkMemory, checkStorage } from '../grammar/quantity.ts'
import { checkPlainName } from '../grammar/words.ts'
import { flag, ignored, key, section, text, textOrNumber } from './keys.ts'
import { storePodShape } from './pod.ts'

const limits = {
  memory_request: key(textOrNumber(checkMemory).optional(), { about: 'Memory that is set aside.', example: '256Mi' }),
  memory_limit: key(textOrNumber(checkMemory).optional(), { about: 'Memory it may use at most.', example: '512Mi' }),
  cpu_request: key(textOrNumber(checkCpu).optional(), { about: 'CPU that is set aside.', example: '100m' }),
  cpu_limit: key(textOrNumber(checkCpu).optional(), { about: 'CPU it may use at most.', example: '500m' }),
}

/** Services the stack brings itself. */
export const infrastructure = section({
  postgres: key(
    section({
      enabled: key(flag().default(true), { about: 'Runs it; true where the section is written.', example: true }),
      image: key(text(checkImageReference).default('docker.io/library/postgres:17'), {
        about: 'PostgreSQL image: the official one or one of sclorg.',
        example: 'quay.io/sclorg/postgresql-15-c9s:c9s',
      }),
      database: key(text(checkDatabaseName).default('mcp'), { about: 'Name of the database.', example: 'mcp' }),
      user: key(text(checkDatabaseName).default('postgres'), { about: 'User of the database.', example: 'postgres' }),
      password: key(text().optional(), {
        about: "Password; generated once and kept with the stack's state when absent.",
        example: '${DATABASE_PASSWORD}',
        compose: 'by reference, never in a file',
        kubernetes: 'a Secret',
      }),
      storage_size: key(textOrNumber(checkStorage).default('10Gi'), {
        about: 'Size of the volume.',
        example: '10Gi',
        compose: 'ignored: a volume of the engine has no size',
      }),
      storage_class: key(text(checkPlainName).optional(), {
        about: 'Storage class of the volume claim.',
        example: 'fast',
        compose: ignored,
      }),
      data_path: key(text(checkContainerPath).optional(), {
        about: 'Folder in the image that holds the data; known for the official and the sclorg images.',
        example: '/var/lib/postgresql/data',
      }),
      ...storePodShape,
      ...limits,
    }).optional(),
    { about: 'A PostgreSQL of the stack; sets DATABASE_URL of the gateway.', example: { enabled: true } },
  ),
  redis: key(
    section({
      enabled: key(flag().default(true), { about: 'Runs it; true where the section is written.', example: true }),
      image: key(text(checkImageReference).default('docker.io/library/redis:7'), {
        about: 'Redis image.',
        example: 'redis:7',
      }),
      ...storePodShape,
      ...limits,
    }).optional(),
    { about: 'A Redis of the stack; sets REDIS_URL and CACHE_TYPE of the gateway.', example: { enabled: true } },
  ),
})
