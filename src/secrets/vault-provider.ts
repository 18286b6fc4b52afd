import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import { runLimited } from '../model/run-limited.ts'
import { Secret } from '../model/secret.ts'
import type { OpenSecretProvider, SecretAnswer, SecretContext, SecretProvider, WantedSecret } from '../model/secrets.ts'
import { openVault, type VaultSession } from '../vault/session.ts'
import { hideTexts, showKeys, storeText, toText } from './json-document.ts'
import { type Failure, shareFailures } from './share-failures.ts'
import { type KvDocument, readKv } from './vault/read-kv.ts'
import { type KvReference, readReference } from './vault/reference.ts'

/** Requests at the same time. */
const atOnce = 4

/** HashiCorp Vault or OpenBao, the KV engine in both of its versions. Logs in once, reads each path once. */
export const vaultProvider: SecretProvider = { name: 'vault', open: openVaultProvider }

function openVaultProvider(context: SecretContext): OpenSecretProvider {
  const { io, sources } = context
  let session: Promise<VaultSession> | undefined
  const documents = new Map<string, Promise<KvDocument>>()

  const readOnce = (vault: VaultSession, { path, version }: KvReference): Promise<KvDocument> => {
    const key = JSON.stringify([path, version])
    const known = documents.get(key)
    if (known !== undefined) return known
    const reading = readKv(vault, path, version).then((document) => {
      hideAll(document, io)
      return document
    })
    documents.set(key, reading)
    return reading
  }

  const askOne = async (vault: VaultSession, { name, at }: WantedSecret): Promise<SecretAnswer | Failure> => {
    try {
      const reference = at === undefined ? placeOf(name, sources.vault.path) : readReference(String(at), name)
      return pick(await readOnce(vault, reference), reference, name, at === undefined)
    } catch (error) {
      if (!(error instanceof StackError) || io.signal.aborted) throw error
      const ended = vault.ended()
      return failed(name, ended?.code === error.code ? ended : error)
    }
  }

  return {
    async ask(wanted) {
      if (wanted.length === 0) return []
      if (wanted.some(({ at }) => at === undefined) && sources.vault.path === undefined) throw noPath
      session ??= openVault(sources.vault, context)
      const vault = await session
      return shareFailures(await runLimited(wanted, atOnce, (secret) => askOne(vault, secret)))
    },
    async close() {
      const vault = await session?.catch(() => undefined)
      await vault?.close()
    },
  }
}

function placeOf(name: string, path = ''): KvReference {
  return { ...readReference(path, name), key: name }
}

/** A name that is only one of those asked may be somewhere else; a `from` says that it is here. */
function pick(document: KvDocument, { key }: KvReference, name: string, isPlain: boolean): SecretAnswer | Failure {
  const { path, values, version } = document
  const where = `${path}#${key}`
  if (Object.hasOwn(values, key)) {
    const value = toText(values[key])
    if ('why' in value)
      return failed(name, new StackError({ code: 'SECRET_INVALID', message: `${where} ${value.why}`, hint: storeText }))
    return {
      kind: 'found',
      value: new Secret(name, value.text),
      where,
      ...(version === undefined ? {} : { version }),
    }
  }
  if (isPlain) return { kind: 'absent' }
  return failed(
    name,
    new StackError({
      code: 'SECRET_MISSING',
      message: `${path} has no key ${key}; it has ${showKeys(values)}`,
      hint: `vault kv patch ${path} ${key}=-`,
    }),
  )
}

function hideAll({ path, values }: KvDocument, { redactor }: Pick<Io, 'redactor'>): void {
  for (const [key, value] of Object.entries(values)) hideTexts(value, `${path}#${key}`, redactor)
}

function failed(name: string, { code, message, hint }: StackError): Failure {
  return {
    name,
    why: { code, message: message.replace(`secret ${name}: `, ''), hint },
  }
}

const noPath = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider vault is asked for names, and no path is given',
  hint: 'Write ci_cd.secrets.vault: {path: secret/data/mcp}, or `from: "vault:secret/data/mcp#jwt"` at the name',
})
