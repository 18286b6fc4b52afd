import { expect, test } from 'vitest'
import { finalBase, readContainerfile, replaceBases, testStage } from '../../src/build/containerfile.ts'

const text = `# syntax=docker/dockerfile:1
ARG PYTHON=3.12
ARG BASE="python:\${PYTHON}-slim"
FROM --platform=$BUILDPLATFORM \${BASE} AS Builder
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/
RUN --mount=type=bind,from=busybox:1,target=/b \\
    # a comment inside
    --mount=type=cache,target=/c \\
    true
RUN <<EOF
FROM not-an-image
EOF
FROM builder AS server
COPY --from=builder /x /x
COPY --from=0 /y /y
ENTRYPOINT ["run"]
FROM python:3.12-slim AS testing
CMD ["pytest"]
`

test('images from outside, with arguments filled in; stages are not among them', () => {
  const { bases, stages } = readContainerfile(text.replace('ARG BASE="', 'ARG BASE="'), {})
  expect(bases).toEqual(['python:3.12-slim', 'ghcr.io/astral-sh/uv:0.9', 'busybox:1'])
  expect(stages.map((stage) => stage.name)).toEqual(['builder', 'server', 'testing'])
})

test('build arguments win over the defaults', () => {
  expect(readContainerfile('ARG V=1\nFROM a:${V}\n', { V: '2' }).bases).toEqual(['a:2'])
  expect(readContainerfile('ARG V\nFROM a:${V:-3}\n', {}).bases).toEqual(['a:3'])
  expect(readContainerfile('FROM scratch\n', {}).bases).toEqual([])
})

test('replacing changes references and nothing else', () => {
  const map: Record<string, string> = {
    'python:3.12-slim': 'mirror/python@sha256:1',
    'ghcr.io/astral-sh/uv:0.9': 'mirror/uv:0.9',
    'busybox:1': 'mirror/busybox:1',
  }
  const replaced = replaceBases(text, {}, (reference) => map[reference] ?? reference)
  expect(replaced).toBe(
    text
      .replace('$BUILDPLATFORM ${BASE} AS', '$BUILDPLATFORM mirror/python@sha256:1 AS')
      .replace('ghcr.io/astral-sh/uv:0.9', 'mirror/uv:0.9')
      .replace('from=busybox:1', 'from=mirror/busybox:1')
      .replace('FROM python:3.12-slim AS testing', 'FROM mirror/python@sha256:1 AS testing'),
  )
  expect(replaceBases(text, {}, (reference) => reference)).toBe(text)
})

test('lines that end in CR LF stay so', () => {
  expect(replaceBases('FROM a:1\r\nRUN x\r\n', {}, () => 'b:1')).toBe('FROM b:1\r\nRUN x\r\n')
})

test('the base of a stage is found through other stages', () => {
  const parsed = readContainerfile(text, {})
  expect(finalBase(parsed, 'server')).toBe('python:3.12-slim')
  expect(finalBase(parsed, undefined)).toBe('python:3.12-slim')
  expect(finalBase(readContainerfile('FROM scratch\n', {}), undefined)).toBeUndefined()
  expect(finalBase(readContainerfile('FROM a AS a\n', {}), undefined)).toBe('a')
})

test('a last stage that runs tests is seen, by name or by command', () => {
  expect(testStage(readContainerfile(text, {}))).toBe('testing')
  expect(testStage(readContainerfile('FROM a AS x\nFROM x AS last\nCMD ["pytest", "-q"]\n', {}))).toBe('last')
  expect(testStage(readContainerfile('FROM a AS x\nFROM x AS latest\nCMD ["serve"]\n', {}))).toBeUndefined()
  expect(testStage(readContainerfile('FROM a AS test\n', {}))).toBeUndefined()
})

test.each(['', '\\', '#', 'FROM', 'FROM \\', 'RUN <<EOF', '# escape=`\nFROM a `\n  AS b', '\n\n#\\\n'])(
  '%j ends and throws nothing',
  (strange) => {
    expect(readContainerfile(strange, {}).stages.length).toBeLessThanOrEqual(1)
  },
)
