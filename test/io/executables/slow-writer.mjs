#!/usr/bin/env node
// Writes each argument as its own chunk, 30 ms apart.
for (const piece of process.argv.slice(2)) {
  process.stdout.write(piece.replaceAll('\\n', '\n').replaceAll('\\e', '\u001b').replaceAll('\\r', '\r'))
  await new Promise((resolve) => setTimeout(resolve, 30))
}
