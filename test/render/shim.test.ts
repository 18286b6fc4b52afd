import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The shim in a folder of its own, and a folder of the image with a sitecustomize of its own. */
let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'shim-'))
  mkdirSync(join(root, 'shim'))
  mkdirSync(join(root, 'image'))
  copyFileSync(
    resolve(import.meta.dirname, '../../templates/compose/sitecustomize.py'),
    join(root, 'shim/sitecustomize.py'),
  )
  writeFileSync(join(root, 'image/sitecustomize.py'), 'import os\nos.environ["IMAGE_SITE"] = "ran"\n')
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const python = (program: string, folders: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  execFileSync('python3', ['-c', program], {
    env: { ...process.env, ...env, PYTHONPATH: folders.map((name) => join(root, name)).join(':') },
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()

const modes = 'import ssl; print([int(ssl.VerifyMode(x)) for x in ("0", "1", "2", 2)])'

test('teaches ssl.VerifyMode digit strings, which it does not know by itself', () => {
  expect(python(modes, ['shim'])).toBe('[0, 1, 2, 2]')
  expect(() => python(`${modes} # 2> /dev/null`, [])).toThrow(/not a valid VerifyMode/)
})

test('leaves every other value refused', () => {
  expect(() => python('import ssl; ssl.VerifyMode("3")', ['shim'])).toThrow(/not a valid VerifyMode/)
  expect(() => python('import ssl; ssl.VerifyMode(7)', ['shim'])).toThrow(/not a valid VerifyMode/)
})

test("runs the image's own sitecustomize as well", () => {
  expect(python('import os; print(os.environ.get("IMAGE_SITE"))', ['shim', 'image'])).toBe('ran')
  expect(python('import os; print(os.environ.get("IMAGE_SITE"))', ['shim'])).toBe('None')
})

/** What the shim knows of a gateway, in the form it has there. */
const gatewayModule = `
import asyncio
class TenantPluginManager:
    async def shutdown(self):
        print("sessions end")
class TenantPluginManagerFactory:
    manager = TenantPluginManager()
    build = None
    async def get_manager(self, context_id=None):
        self.build = self.build or asyncio.create_task(self.open(context_id))
        return await self.build
    async def open(self, context_id):
        await asyncio.sleep(0.1)
        return f"manager of {context_id}"
    async def shutdown(self):
        await self.manager.shutdown()
`

const replacedSessions = `
import asyncio
from mcpgateway.plugins.gateway_plugin_manager import TenantPluginManager, TenantPluginManagerFactory
async def main():
    await TenantPluginManager().shutdown()
    print("answered")
    await asyncio.sleep(0.3)
    await TenantPluginManager().shutdown()
    await TenantPluginManagerFactory().shutdown()
    print("ended")
asyncio.run(main())
`

/** One of two who wait for the same sessions hangs up. */
const hungUp = `
import asyncio
from mcpgateway.plugins.gateway_plugin_manager import TenantPluginManagerFactory
async def main():
    factory = TenantPluginManagerFactory()
    probe, call = [asyncio.create_task(factory.get_manager(context_id="all")) for _ in range(2)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    probe.cancel()
    print([type(one).__name__ if isinstance(one, BaseException) else one for one in await asyncio.gather(probe, call, return_exceptions=True)])
asyncio.run(main())
`

function writeGateway(): void {
  const folder = join(root, 'gateway/mcpgateway/plugins')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'gateway_plugin_manager.py'), gatewayModule)
}

test('a call gets its sessions although another that waited for the same ones hung up', () => {
  writeGateway()
  expect(python(hungUp, ['shim', 'gateway'])).toBe("['CancelledError', 'manager of all']")
  expect(python(hungUp, ['gateway'])).toBe("['CancelledError', 'CancelledError']")
})

test('keeps the old sessions of a gateway for the calls that use them, and does not wait when the gateway ends', () => {
  writeGateway()
  const run = (folders: readonly string[]) => python(replacedSessions, folders, { PLUGINS_PLUGIN_TIMEOUT: '-4.9' })
  expect(run(['shim', 'gateway']).split('\n')).toEqual(['answered', 'sessions end', 'sessions end', 'ended'])
  expect(run(['gateway']).split('\n').slice(0, 2)).toEqual(['sessions end', 'answered'])
})

test('leaves a gateway of another make as it is', () => {
  const folder = join(root, 'other/mcpgateway/plugins')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'gateway_plugin_manager.py'), 'made = "otherwise"\n')
  const program = 'from mcpgateway.plugins.gateway_plugin_manager import made; print(made)'
  expect(python(program, ['shim', 'other'])).toBe('otherwise')
})
