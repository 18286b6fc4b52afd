import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { GitSettings } from '../../src/build/git-command.ts'
import { checkOut, fetchCommit, readObjectId } from '../../src/build/git-fetch.ts'
import { chooseCommit, listRefs } from '../../src/build/git-refs.ts'
import { checkSource } from '../../src/build/identify-source.ts'
import { git, makeRepository, openWorkshop, type Workshop, writeFiles } from '../build/workshop.ts'
import { type GitServer, startGitServer } from '../support/git-server.ts'

const settings: GitSettings = { transport: 'http' }
const recipe = { context: '.', containerfile: 'Containerfile', buildArgs: {}, platforms: [], submodules: false }
let workshop: Workshop
let server: GitServer

beforeEach(async () => {
  workshop = openWorkshop()
  server = await startGitServer(workshop.folder)
})
afterEach(async () => {
  await server.close()
  await workshop.close()
})

const fetchMain = async (name: string, submodules = false) => {
  const repo = `${server.url}/${name}.git`
  const commit = chooseCommit(await listRefs(repo, settings, workshop.io), 'main', repo)
  const clone = await fetchCommit(repo, commit, settings, workshop.io)
  await checkOut(clone, submodules, workshop.io)
  return clone
}

test('an annotated tag of a real server is peeled, a commit that is no branch head is fetched', async () => {
  const repository = makeRepository(workshop.folder, 'r', { f: '1', Containerfile: 'FROM scratch' })
  const first = git(repository.folder, 'rev-parse', 'HEAD')
  git(repository.folder, 'tag', '--annotate', '--message=x', 'v1')
  repository.commit({ f: '2' })
  const repo = `${server.url}/r.git`
  expect(chooseCommit(await listRefs(repo, settings, workshop.io), 'v1', repo)).toBe(first)

  const clone = await fetchCommit(repo, first, settings, workshop.io)
  await checkOut(clone, false, workshop.io)
  expect(readFileSync(join(clone.folder, 'f'), 'utf8')).toBe('1')
  expect(existsSync(join(clone.folder, '.git'))).toBe(false)
  expect(await readObjectId(clone, 'f', workshop.io)).toBe(git(repository.folder, 'rev-parse', `${first}:f`))
  expect(await readObjectId(clone, 'none', workshop.io)).toBeUndefined()
})

test('the tree comes without the files', async () => {
  const repository = makeRepository(workshop.folder, 'big', { 'a/f': '1', 'b/f': 'x'.repeat(100_000) })
  const commit = git(repository.folder, 'rev-parse', 'HEAD')
  const clone = await fetchCommit(`${server.url}/big.git`, commit, settings, workshop.io)
  const present = git(clone.gitFolder, '--git-dir=.', 'rev-list', '--objects', '--missing=print', commit)
  expect(present.split('\n').filter((line) => line.startsWith('?'))).toHaveLength(2)
})

test('a server that hands out neither trees alone nor single commits gives the same', async () => {
  const repository = makeRepository(workshop.folder, 'old', { f: '1' })
  const first = git(repository.folder, 'rev-parse', 'HEAD')
  repository.commit({ f: '2' })
  git(repository.bare, 'config', 'uploadpack.allowFilter', 'false')
  // Protocol 0 servers refuse commits that are not advertised.
  git(repository.bare, 'config', 'protocol.version', '0')
  const old = {
    ...workshop.io,
    run: ((command, options) =>
      workshop.io.run(
        { ...command, args: ['-c', 'protocol.version=0', ...command.args] },
        options,
      )) as typeof workshop.io.run,
  }
  const clone = await fetchCommit(`${server.url}/old.git`, first, settings, old)
  await checkOut(clone, false, workshop.io)
  expect(workshop.commands.filter((line) => line.includes('refs/all'))).toHaveLength(1)
  expect(readFileSync(join(clone.folder, 'f'), 'utf8')).toBe('1')
})

test('a commit that does not exist is REF_NOT_FOUND, a repository that does not is SOURCE_UNREACHABLE', async () => {
  makeRepository(workshop.folder, 'r', { f: '1' })
  await expect(fetchCommit(`${server.url}/r.git`, 'e'.repeat(40), settings, workshop.io)).rejects.toMatchObject({
    code: 'REF_NOT_FOUND',
  })
  await expect(listRefs(`${server.url}/none.git`, settings, workshop.io)).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('not found'),
  })
})

test('a private repository asks nobody, and takes a credential helper; the password is in no command', async () => {
  makeRepository(workshop.folder, 'private', { f: '1' })
  const credentials = { user: 'robot', password: 'git-password-1' }
  const guarded = await startGitServer(workshop.folder, { credentials })
  try {
    const repo = `${guarded.url}/private.git`
    await expect(listRefs(repo, settings, workshop.io)).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' })

    workshop.write({
      gitconfig: `[credential]\n\thelper = "!f() { echo username=$GIT_USER; echo password=$GIT_PASSWORD; }; f"\n`,
    })
    const helped = openWorkshop({
      GIT_CONFIG_GLOBAL: join(workshop.folder, 'gitconfig'),
      GIT_USER: credentials.user,
      GIT_PASSWORD: credentials.password,
    })
    try {
      const refs = await listRefs(repo, settings, helped.io)
      const clone = await fetchCommit(repo, chooseCommit(refs, 'main', repo), settings, helped.io)
      await checkOut(clone, false, helped.io)
      expect(readFileSync(join(clone.folder, 'f'), 'utf8')).toBe('1')
      expect(helped.commands.join('\n')).not.toContain(credentials.password)
    } finally {
      await helped.close()
    }
  } finally {
    await guarded.close()
  }
})

test('a URL the user rewrites with insteadOf works, and never ends at a transport that runs a command', async () => {
  makeRepository(workshop.folder, 'r', { f: '1' })
  const marker = join(workshop.folder, 'ran')
  workshop.write({
    good: `[url "${server.url}/"]\n\tinsteadOf = https://git.example.org/\n`,
    evil: `[url "ext::touch ${marker} "]\n\tinsteadOf = https://git.example.org/\n[protocol "ext"]\n\tallow = always\n`,
  })
  const good = openWorkshop({ GIT_CONFIG_GLOBAL: join(workshop.folder, 'good') })
  const evil = openWorkshop({ GIT_CONFIG_GLOBAL: join(workshop.folder, 'evil') })
  try {
    expect((await listRefs('https://git.example.org/r.git', settings, good.io)).has('refs/heads/main')).toBe(true)
    await expect(listRefs('https://git.example.org/r.git', settings, evil.io)).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
    })
    expect(existsSync(marker)).toBe(false)
  } finally {
    await good.close()
    await evil.close()
  }
})

test('neither hooks nor large-file filters of the user run', async () => {
  makeRepository(workshop.folder, 'lfs', { '.gitattributes': '*.bin filter=lfs\n', 'x.bin': 'pointer\n' })
  const marker = join(workshop.folder, 'ran')
  writeFiles(workshop.folder, {
    'hooks/post-checkout': `#!/bin/sh\ntouch ${marker}\n`,
    gitconfig: `[core]\n\thooksPath = ${workshop.folder}/hooks\n[filter "lfs"]\n\tsmudge = touch ${marker}; cat\n\tprocess = touch ${marker}\n\trequired = true\n`,
  })
  chmodSync(join(workshop.folder, 'hooks/post-checkout'), 0o755)
  const user = openWorkshop({ GIT_CONFIG_GLOBAL: join(workshop.folder, 'gitconfig') })
  try {
    const repo = `${server.url}/lfs.git`
    const commit = chooseCommit(await listRefs(repo, settings, user.io), 'main', repo)
    const clone = await fetchCommit(repo, commit, settings, user.io)
    await checkOut(clone, false, user.io)
    expect(readFileSync(join(clone.folder, 'x.bin'), 'utf8')).toBe('pointer\n')
    expect(existsSync(marker)).toBe(false)
  } finally {
    await user.close()
  }
})

test('submodules only when told', async () => {
  makeRepository(workshop.folder, 'inner', { g: 'inner' })
  const outer = makeRepository(workshop.folder, 'outer', { f: '1' })
  git(outer.folder, 'submodule', '--quiet', 'add', join(workshop.folder, 'inner.git'), 'lib')
  writeFiles(outer.folder, { '.gitmodules': '[submodule "lib"]\n\tpath = lib\n\turl = ../inner.git\n' })
  outer.commit({})
  expect(existsSync(join((await fetchMain('outer')).folder, 'lib/g'))).toBe(false)
  expect(readFileSync(join((await fetchMain('outer', true)).folder, 'lib/g'), 'utf8')).toBe('inner')
})

test('a submodule from the local disk is refused', async () => {
  makeRepository(workshop.folder, 'inner', { g: 'inner' })
  const outer = makeRepository(workshop.folder, 'outer', { f: '1' })
  git(outer.folder, 'submodule', '--quiet', 'add', join(workshop.folder, 'inner.git'), 'lib')
  outer.commit({})
  await expect(fetchMain('outer', true)).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' })
})

test.each([
  ['a link out of the context', 'evil', '../../../etc/passwd', { ...recipe }],
  ['a context that is a link', 'ctx', '/etc', { ...recipe, context: 'ctx' }],
  ['a Containerfile that is a link', 'Other', '/etc/passwd', { ...recipe, containerfile: 'Other' }],
])('%s is refused', async (_what, name, target, asked) => {
  const repository = makeRepository(workshop.folder, 'r', { Containerfile: 'FROM scratch' })
  symlinkSync(target, join(repository.folder, name))
  repository.commit({})
  const clone = await fetchMain('r')
  await expect(checkSource(clone.folder, asked, workshop.io)).rejects.toMatchObject({ code: 'SOURCE_INVALID' })
})

test('a repository name is never an option', async () => {
  const marker = join(workshop.folder, 'ran')
  await expect(listRefs(`--upload-pack=touch ${marker}`, settings, workshop.io)).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
  })
  expect(existsSync(marker)).toBe(false)
})
