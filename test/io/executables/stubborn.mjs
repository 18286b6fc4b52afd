#!/usr/bin/env node
// Starts a grandchild, prints both process ids, and ignores SIGTERM when told to.
import { spawn } from 'node:child_process'

if (process.argv[2] === 'deaf') process.on('SIGTERM', () => {})
const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
console.log(JSON.stringify({ pid: process.pid, grandchild: grandchild.pid }))
setInterval(() => {}, 1000)
