import { StackError } from '../errors.ts'
import type { HttpResponse } from '../model/io.ts'
import { RedirectRefused } from '../model/redirect-refused.ts'

/** No question of this run will be answered: no server, a sealed one, one that is not Vault. Others are about one path. */
export class VaultGone extends StackError {}

const whereItIs = 'ci_cd.secrets.vault.address or VAULT_ADDR'

/** Vault answers in JSON, and with nothing to what needs no answer. */
export function notVault(address: string, { status, headers, body }: HttpResponse): VaultGone {
  const speaksTls = /HTTP request to an HTTPS server/i.test(body)
  const [type] = (headers['content-type'] ?? '').split(';', 1)
  return new VaultGone({
    code: 'SECRET_UNREACHABLE',
    message: speaksTls
      ? `Vault at ${address} wants TLS`
      : `what answers at ${address} is not Vault (HTTP ${status}${type === '' ? '' : `, ${type}`})`,
    hint: speaksTls ? `Write https:// in ${whereItIs}` : `Look at ${whereItIs}, and at HTTPS_PROXY and NO_PROXY`,
  })
}

export function noTls(address: string, cause: Error): VaultGone {
  return new VaultGone({
    code: 'SECRET_UNREACHABLE',
    message: `what answers at ${address} does not speak TLS`,
    hint: `Is it ${address.replace(/^https:/, 'http:')}? Look at ${whereItIs}, and at HTTPS_PROXY`,
    cause,
  })
}

export function sentOn(address: string, refused: RedirectRefused): VaultGone {
  return new VaultGone({
    code: 'SECRET_UNREACHABLE',
    message: `Vault at ${address}: ${refused.message}`,
    hint: `If ${refused.to} is your Vault, write it into ${whereItIs}; a standby names its active server, so take the address of that one or of what balances them`,
    cause: refused,
  })
}

/** Vault says 500 to a name that it does not know. @param path  `pki/issuer/NAME/json`, `pki/issuer/NAME/sign/ROLE` */
export function unknownIssuer(address: string, path: string, status: number, reason: string): StackError {
  const [mount] = path.split('/issuer/', 1)
  return new StackError({
    code: 'SECRET_UNREACHABLE',
    message: `Vault at ${address} answers with HTTP ${status}: ${reason}`,
    hint: `vault list ${mount}/issuers shows them; certificates.vault.issuer names one`,
  })
}

/** The last of several tries. @param wait  Seconds that the server wants to be left alone for, where that ends the tries. */
export function unreachable(
  address: string,
  outcome: HttpResponse | Error,
  { tries, reason, wait }: { readonly tries: number; readonly reason: string; readonly wait: number | undefined },
): StackError {
  const asked = `asked ${tries === 1 ? 'once' : `${tries} times`}${wait === undefined ? '' : `; it says to come back in ${wait} s`}`
  if (outcome instanceof Error) {
    return new VaultGone({
      code: 'SECRET_UNREACHABLE',
      message: `Vault at ${address} cannot be reached (${asked}): ${outcome.message}`,
      hint: `curl ${address}/v1/sys/health; the address is ${whereItIs}, a company's CA network.ca_file`,
      cause: outcome,
    })
  }
  const { status } = outcome
  const isSealed = /vault is sealed/i.test(outcome.body)
  // What one path makes Vault stumble over, another may not.
  const Kind = status === 500 ? StackError : VaultGone
  return new Kind({
    code: 'SECRET_UNREACHABLE',
    message: isSealed
      ? `Vault at ${address} is sealed (${asked})`
      : `Vault at ${address} answers with HTTP ${status} (${asked})${reason === '' ? '' : `: ${reason}`}`,
    hint: isSealed ? 'vault operator unseal, by whoever has its keys' : `curl ${address}/v1/sys/health`,
  })
}
