import type { AuthorityKind } from '../model/certificate.ts'
import { envAuthority } from './env-authority.ts'
import { localAuthority } from './local-authority.ts'

/** The authorities that come with the tool; a new one is one file and one word here. */
export const authorities: readonly AuthorityKind[] = [localAuthority, envAuthority]
