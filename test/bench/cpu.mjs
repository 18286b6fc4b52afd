import { spawnSync } from 'node:child_process'

/**
 * CPU seconds, user and system, of one run and of all that it started and waited for. Told by the kernel (getrusage) through
 * bash's own `time`: Node tells the CPU of itself only.
 *
 * @throws Error with what the program said when it does not end with 0.
 */
export function cpuSeconds(program, args, options = {}) {
  const script = 'TIMEFORMAT="cpu %3U %3S"; time "$@"'
  const run = spawnSync('/bin/bash', ['-c', script, 'bench', program, ...args], { encoding: 'utf8', ...options })
  const found = /cpu ([\d.]+) ([\d.]+)\s*$/.exec(run.stderr ?? '')
  if (run.status !== 0 || found === null) {
    throw new Error(`${program} ${args.join(' ')} ended with ${run.status}:\n${run.stdout ?? ''}${run.stderr ?? ''}`)
  }
  return Number(found[1]) + Number(found[2])
}

/** The middle of several runs: one that was disturbed does not count. */
export function medianCpu(runs, program, args, options) {
  const all = Array.from({ length: runs }, () => cpuSeconds(program, args, options)).sort((a, b) => a - b)
  return all[Math.floor(all.length / 2)]
}
