import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../src/io/http.ts'
import { listen } from './listen.ts'

const signal = new AbortController().signal
let folder: string
let server: Server
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'https-'))
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  const names = ['-subj', '/CN=company', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', [...args, ...names, '-keyout', 'key.pem', '-out', 'ca.pem'], { cwd: folder, stdio: 'ignore' })
  const [key, cert] = [readFileSync(join(folder, 'key.pem')), readFileSync(join(folder, 'ca.pem'))]
  server = createServer({ key, cert }, (_request, response) => response.end('trusted'))
  url = `https://127.0.0.1:${await listen(server)}/`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

test("a company's CA is trusted with ca_file, and only then", async () => {
  const without = createHttp({ environment: {}, signal })
  await expect(without({ url, timeoutSeconds: 5 })).rejects.toThrow(/self-signed certificate/)
  const withCa = createHttp({ environment: {}, signal, caFile: join(folder, 'ca.pem') })
  expect(await withCa({ url, timeoutSeconds: 5 })).toMatchObject({ status: 200, body: 'trusted' })
})

test('ca_file holds behind NO_PROXY too', async () => {
  const environment = { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' }
  const http = createHttp({ environment, signal, caFile: join(folder, 'ca.pem') })
  expect((await http({ url, timeoutSeconds: 5 })).body).toBe('trusted')
})
