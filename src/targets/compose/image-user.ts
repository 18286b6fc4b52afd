import { linesOf, type Place, runEngine } from './engine.ts'
import type { PresentImage } from './images.ts'
import { labels } from './names.ts'
import { unpackTar } from './tar.ts'

/** The numbers a container's process runs under. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** The user of an image as numbers; a name is looked up in the image's own /etc/passwd, without starting it. */
export async function findOwner(place: Place, image: PresentImage): Promise<Owner> {
  const [user = '', group] = image.user.split(':')
  if (user === '') return { uid: 0, gid: 0 }
  if (isNumber(user) && (group === undefined || isNumber(group))) return { uid: Number(user), gid: Number(group ?? 0) }
  return parseOwner(image.user, await readPasswd(place, image.reference))
}

/** `name[:group]` and a passwd file → numbers; an unknown name is root, as the engine itself would refuse to start. Pure. */
export function parseOwner(user: string, passwd: string): Owner {
  const [name, group] = user.split(':')
  const entry = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name || fields[2] === name)
  const uid = Number(isNumber(name ?? '') ? name : (entry?.[2] ?? 0))
  const gid = Number(isNumber(group ?? '') ? group : (entry?.[3] ?? 0))
  return { uid, gid }
}

async function readPasswd(place: Place, image: string): Promise<string> {
  const ours = ['--label', `${labels.stack}=${place.project}`, '--label', `${labels.kind}=helper`]
  const args = ['create', '--network', 'none', ...ours, '--entrypoint', 'never-started', image]
  const created = await runEngine(place, args)
  const id = linesOf(created.stdout).at(-1)
  if (created.exitCode !== 0 || id === undefined) return ''
  try {
    const copied = await runEngine(place, ['cp', '--follow-link', `${id}:/etc/passwd`, '-'], { binary: true })
    if (copied.exitCode !== 0) return ''
    return [...(await unpackTar(copied.stdoutBytes)).values()][0]?.toString('utf8') ?? ''
  } finally {
    await runEngine(place, ['rm', '--force', id], { uninterruptible: true })
  }
}

const isNumber = (text: string) => /^\d+$/.test(text)
