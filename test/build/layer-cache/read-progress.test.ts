import { expect, test } from 'vitest'
import { createProgressReader } from '../../../src/build/layer-cache/read-progress.ts'

function read(text: string) {
  const reader = createProgressReader()
  for (const line of text.split('\n')) reader.line(line)
  return { hits: reader.hits(), failures: reader.failures() }
}

test('steps that were there already are counted, FROM and what is internal are not', () => {
  const { hits } = read(`#0 building with "far" instance using remote driver
#1 [internal] load build definition from Containerfile
#1 transferring dockerfile: 120B done
#1 DONE 0.0s
#4 [1/3] FROM localhost:5000/base:1@sha256:00
#4 CACHED
#5 [2/3] RUN echo one
#5 CACHED
#6 [linux/amd64 serve 3/3] COPY . /src
#6 0.123 a line of the step
#6 DONE 0.2s
#8 [serve 4/4] RUN cat /proc/sys/kernel/random/uuid > /once
#8 sha256:ec0968e56d028008a2f6ab537018d58dc263532c0a6c691cdbf44a05d90e6e00 182B / 182B done
#8 DONE 0.1s
#8 [serve 4/4] RUN cat /proc/sys/kernel/random/uuid > /once
#8 extracting sha256:ec0968e56d028008a2f6ab537018d58dc263532c0a6c691cdbf44a05d90e6e00 done
#8 DONE 0.1s
#7 exporting to image
#7 DONE 0.1s`)
  expect(hits).toEqual({ cached: 2, steps: 3 })
})

test('another tool says nothing of it', () => {
  expect(read('STEP 1/2: FROM scratch\n--> Using cache')).toEqual({ hits: undefined, failures: [] })
})

test('a first build finds no cache, and that is no failure', () => {
  expect(
    read('#5 importing cache manifest from localhost:5000/a:cache\n#5 ERROR: localhost:5000/a:cache: not found')
      .failures,
  ).toEqual([])
})

test('what fails is told, whichever way', () => {
  const { failures } = read(`#5 importing cache manifest from nowhere.invalid/a:cache
#5 ERROR: failed to do request: Head "https://nowhere.invalid/v2/": dial tcp: no such host
#9 exporting cache to registry
#9 preparing build cache for export
#9 ERROR: failed to push: connection refused
#10 exporting to GitHub Actions Cache
#10 ERROR: no route
#11 [2/2] RUN false
#11 ERROR: exit code: 1`)
  expect(failures).toEqual([
    {
      what: 'could not be read',
      reason: 'failed to do request: Head "https://nowhere.invalid/v2/": dial tcp: no such host',
    },
    { what: 'could not be written', reason: 'failed to push: connection refused' },
    { what: 'could not be written', reason: 'no route' },
  ])
})
