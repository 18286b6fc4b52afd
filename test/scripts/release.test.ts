import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../support/machine.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function script(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [program, first] = name.endsWith('.mjs')
    ? [process.execPath, [join(root, 'scripts/release', name)]]
    : ['sh', [join(root, 'scripts/release', name)]]
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { exitCode: status, stdout, stderr }
}

const edit = (file: string, before: string | RegExp, after: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after))

describe('the tag', () => {
  const files = [
    'package.json',
    'package-lock.json',
    'src/model/version.ts',
    'CHANGELOG.md',
    'test/golden/released/pod-templates.json',
  ]
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version as string

  beforeEach(() => {
    for (const file of files) cpSync(join(root, file), join(folder, file))
    edit(join(folder, 'test/golden/released/pod-templates.json'), /"version": "[^"]*"/, `"version": "${version}"`)
    writeFileSync(
      join(folder, 'CHANGELOG.md'),
      `# Changelog\n\n## [Unreleased]\n\n## [${version}] - 2026-12-01\n\n### Added\n\n- It.\n\n## [0.0.1] - 2026-01-01\n\n- Old.\n`,
    )
  })

  test('fits: the text of the release is the section of the changelog', () => {
    expect(script('check-version.mjs', [`v${version}`, folder])).toEqual({
      exitCode: 0,
      stdout: '### Added\n\n- It.\n',
      stderr: '',
    })
  })

  test('does not fit: everything that names another version is told at once', () => {
    edit(join(folder, 'package.json'), `"version": "${version}"`, '"version": "9.9.9"')
    edit(join(folder, 'src/model/version.ts'), version, '9.9.8')
    edit(join(folder, 'CHANGELOG.md'), `[${version}] - 2026-12-01`, `[${version}]`)
    const { exitCode, stderr } = script('check-version.mjs', [`v${version}`, folder])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('package.json has 9.9.9')
    expect(stderr).toContain('src/model/version.ts has 9.9.8')
    expect(stderr).toContain('CHANGELOG.md has no section')
  })

  test('is no version', () => {
    for (const tag of ['1.2.3', 'v1', 'v1.2.3; rm -rf /', ''])
      expect(script('check-version.mjs', [tag, folder]).exitCode).toBe(1)
  })
})

describe('the stamp', () => {
  const digest = `sha256:${'a1'.repeat(32)}`
  const image = `ghcr.io/ibm/mcp-builder@${digest}`
  const stamp = (version: string, one: string) => {
    const archive = join(folder, 'mcp-stack-deploy-1.2.3.tgz')
    writeFileSync(archive, 'package')
    return script('stamp.mjs', [version, one, archive, join(folder, 'release.json')])
  }

  test('is version, image by digest, and the package with its checksum', () => {
    expect(stamp('1.2.3', image)).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'))).toEqual({
      version: '1.2.3',
      image,
      asset: 'https://github.com/ibm/mcp-stack-deploy/releases/download/v1.2.3/mcp-stack-deploy-1.2.3.tgz',
      assetSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('takes no tag, no placeholder and no package of another version', () => {
    const placeholder = `ghcr.io/ibm/mcp-builder@sha256:${'0'.repeat(64)}`
    for (const one of ['ghcr.io/ibm/mcp-builder:1.2.3', placeholder, `${image} x`, ''])
      expect(stamp('1.2.3', one).exitCode).toBe(1)
    expect(stamp('1.2.4', image).stderr).toContain('not of this version')
  })
})

test('today every pod template that differs from the last release was declared', () => {
  expect(script('keep-golden.mjs', ['--check'])).toMatchObject({ exitCode: 0, stderr: '' })
})

describe('the pod templates of the last release', () => {
  const golden = (word: string) => script('keep-golden.mjs', [word], { GOLDEN: folder })
  const deployment = () => join(folder, 'kubernetes/minimal/plugin-guard-deployment.yaml')
  const declare = (...entries: readonly object[]) =>
    writeFileSync(join(folder, 'released/declared-changes.json'), JSON.stringify(entries))

  beforeEach(() => {
    for (const stack of ['minimal', 'kubernetes/minimal'])
      cpSync(join(root, 'test/golden', stack), join(folder, stack), { recursive: true })
    mkdirSync(join(folder, 'released'))
    declare()
    // There was no release before.
    golden('1.0.0')
  })

  test('a change that nobody declared fails, with the component and the stack, and cannot be released', () => {
    edit(deployment(), 'terminationGracePeriodSeconds: 30', 'terminationGracePeriodSeconds: 31')
    edit(join(folder, 'minimal/compose.yaml'), 'restart: unless-stopped', 'restart: always')
    const { exitCode, stderr } = golden('1.0.1')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Since 1.0.0:')
    expect(stderr).toContain('mcp-plugin-guard of kubernetes/minimal would roll')
    expect(stderr).toContain('guard of minimal would roll')
  })

  test('declared it passes, and a release clears the declarations', () => {
    edit(deployment(), 'terminationGracePeriodSeconds: 30', 'terminationGracePeriodSeconds: 31')
    declare({ component: 'mcp-plugin-guard', why: 'more time to end', version: '1.1.0' })
    expect(golden('1.1.0').exitCode).toBe(0)
    expect(readFileSync(join(folder, 'released/declared-changes.json'), 'utf8')).toBe('[]\n')
    declare({ component: 'mcp-plugin-guard', why: '', version: '1.2.0' })
    expect(golden('--check').stderr).toMatch(/declared to change and does not[\s\S]*needs why and version/)
  })

  test('another order of keys, a comment and a field of the Deployment itself roll nothing', () => {
    const [before, after] = [
      'automountServiceAccountToken: false\n      enableServiceLinks: false',
      'enableServiceLinks: false # moved\n      automountServiceAccountToken: false',
    ]
    expect(readFileSync(deployment(), 'utf8')).toContain(before)
    edit(deployment(), before, after)
    edit(deployment(), 'revisionHistoryLimit: 2', 'revisionHistoryLimit: 3')
    expect(golden('--check').exitCode).toBe(0)
  })
})

test('the component project gets the folder, all of it and nothing else, once for a version', () => {
  const [project, content, clone] = ['project.git', 'gitlab', 'clone'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  git('init', '--quiet', '--bare', '--initial-branch=main', project)
  const publish = (version: string) => script('publish-component.sh', [content, project, version])

  mkdirSync(join(content, 'templates'), { recursive: true })
  writeFileSync(join(content, 'templates/a.yml'), 'first')
  expect(publish('1.0.0')).toMatchObject({ exitCode: 0, stdout: 'published 1.0.0\n' })
  rmSync(join(content, 'templates/a.yml'))
  writeFileSync(join(content, 'templates/b.yml'), 'second')
  expect(publish('1.1.0')).toMatchObject({ exitCode: 0 })
  expect(publish('1.1.0')).toMatchObject({ exitCode: 0, stdout: '1.1.0 is published already\n' })

  git('clone', '--quiet', project, clone)
  expect(git('-C', clone, 'ls-files')).toBe('templates/b.yml')
  expect(git('-C', clone, 'tag')).toBe('1.0.0\n1.1.0')
  expect(git('-C', clone, 'log', '--format=%s')).toBe('mcp-stack-deploy 1.1.0\nmcp-stack-deploy 1.0.0')
})

test('the package holds the program, its schemas, what to read and the licence, and no source', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  const paths: readonly string[] = packed.files.map((file: { readonly path: string }) => file.path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/index.js',
      'dist/LICENSES.txt',
      'dist/package.json',
      'LICENSE',
      'README.md',
      'package.json',
    ]),
  )
  for (const schema of ['mcp-stack', 'plan', 'report']) expect(paths).toContain(`schemas/${schema}.schema.json`)
  expect(
    paths.filter((path) => !/^(dist|schemas|templates)\/|^(LICENSE|README\.md|package\.json)$/.test(path)),
  ).toEqual([])
})

test('a program of the builder image that is not what its publisher says is not taken', () => {
  const check = (bytes: string, text: string) =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { checkSum } = await import(process.argv[3]); checkSum('helm', Buffer.from(process.argv[1]), process.argv[2])`,
        bytes,
        text,
        join(root, 'scripts/image/fetch-tools.mjs'),
      ],
      { encoding: 'utf8' },
    )
  // sha256 of "abc", as kubectl's and as helm's file has it.
  const sum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(check('abc', sum).status).toBe(0)
  expect(check('abc', `${sum}  helm-v3.tar.gz\n`).status).toBe(0)
  expect(check('abd', sum).stderr).toContain('its publisher says')
  expect(check('abc', '<html>not found</html>').stderr).toContain('no SHA-256 of helm')
})
