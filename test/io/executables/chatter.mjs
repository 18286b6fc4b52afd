#!/usr/bin/env node
// Writes as many bytes as it is told: chatter.mjs <bytes>
import { once } from 'node:events'

const block = Buffer.alloc(65536, 'x')
for (let left = Number(process.argv[2]); left > 0; left -= block.length) {
  if (!process.stdout.write(block.subarray(0, Math.min(left, block.length)))) await once(process.stdout, 'drain')
}
