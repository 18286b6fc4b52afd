#!/usr/bin/env node
// Writes its arguments' worth of output: chatter.mjs <bytes>
const bytes = Number(process.argv[2])
const block = Buffer.alloc(65536, 'x')
let left = bytes
const write = () => {
  while (left > 0) {
    const piece = block.subarray(0, Math.min(left, block.length))
    left -= piece.length
    if (!process.stdout.write(piece)) return process.stdout.once('drain', write)
  }
}
write()
