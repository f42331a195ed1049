import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StartProblem } from '../../start-problem.ts'
import { archiveOf } from '../kits.ts'
import type { Ports } from '../ports.ts'
import { fileOfAddress, pathHere, pathsIn, withoutParameters } from './addresses.ts'

export interface Site {
  ports: Pick<Ports, 'pressRevision' | 'publishedFile' | 'pressKit' | 'respond'>
  /** The public origin, without a slash at its end. */
  origin: string
  /** Addresses to begin with, and those that nothing leads to. */
  seeds: () => Promise<readonly string[]>
  say: (line: string) => void
}

export interface Exported {
  pages: number
  files: number
  bytes: number
}

/** Lies in what was exported, so that nothing else is ever overwritten. */
const marker = 'communique-export.json'

/** Acts at the door may fall into an export; then it begins again. */
const attempts = 3

/**
 * Writes the whole press room as files under `folder`, as it is at one moment. The folder is replaced as a whole when
 * everything is there, so whoever serves it serves the old site or the new one. Throws `StartProblem` where the folder
 * holds something else, or where the press room doesn't stand still, with nothing changed.
 */
export async function exportSite(site: Site, folder: string): Promise<Exported> {
  const target = path.resolve(folder)
  await checkFolder(target)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const made = `${target}.${randomBytes(4).toString('hex')}.partial`
    try {
      const before = await site.ports.pressRevision()
      await mkdir(made, { recursive: true })
      const exported = await writeAll(site, made)
      const told = { at: new Date().toISOString(), revision: before, ...exported }
      await writeFile(path.join(made, marker), `${JSON.stringify(told, null, 2)}\n`)
      if ((await site.ports.pressRevision()) === before) {
        await replace(target, made)
        return exported
      }
      site.say('Something was published or taken back meanwhile. Beginning again …')
    } finally {
      await rm(made, { recursive: true, force: true })
    }
  }
  throw new StartProblem(
    'The press room changed during each of three tries. Nothing was exported; try again in a quieter hour.',
  )
}

async function checkFolder(target: string): Promise<void> {
  const held = await readdir(target).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw new StartProblem(`${target} can’t be used as a folder (${error.code}). Name another one.`)
  })
  if (held.length > 0 && !held.includes(marker))
    throw new StartProblem(
      `${target} holds something that no export has put there. Name an empty folder, or an earlier export.`,
    )
}

async function replace(target: string, made: string): Promise<void> {
  const old = `${made}.old`
  await mkdir(path.dirname(target), { recursive: true })
  await rename(target, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(made, target)
  await rm(old, { recursive: true, force: true })
}

/** Follows every link from the seeds on. */
async function writeAll(site: Site, folder: string): Promise<Exported> {
  const seeds = await site.seeds()
  const known = new Set(seeds)
  const all = [...known]
  const done = { pages: 0, files: 0, bytes: 0 }
  // It grows while it is gone through.
  for (const address of all) {
    const written = await writeOne(site, folder, address)
    if (!written) continue
    done[written.kind] += 1
    done.bytes += written.bytes
    if ((done.pages + done.files) % 1000 === 0)
      site.say(`${done.pages} pages, ${done.files} files …`)
    for (const next of written.leadsTo) {
      if (known.has(next)) continue
      known.add(next)
      all.push(next)
    }
  }
  await writeNotFound(site, folder)
  return done
}

interface Written {
  kind: 'pages' | 'files'
  bytes: number
  leadsTo: readonly string[]
}

/** Null for what isn't there: some pages name addresses that only a program answers. */
async function writeOne(site: Site, folder: string, address: string): Promise<Written | null> {
  const { ports, origin } = site
  if (address.startsWith('/files/')) {
    const file = await ports.publishedFile(decodeURI(address))
    if (file === null || file === 'gone') return null
    const at = await placeOf(folder, address, false)
    await copyFile(file.path, at)
    return { kind: 'files', bytes: (await stat(at)).size, leadsTo: [] }
  }
  const kit = await ports.pressKit(address)
  if (kit) {
    const archive = await archiveOf(kit)
    if (!archive) throw new Error(`A file of the press kit ${address} is not on the disk.`)
    const at = await placeOf(folder, address, false)
    await pipeline(archive.bytes(), createWriteStream(at))
    return { kind: 'files', bytes: archive.length, leadsTo: [] }
  }
  const answer = await ports.respond(new Request(origin + address))
  if (answer.status >= 500) throw new Error(`${address} answered ${answer.status}.`)
  const location = pathHere(answer.headers.get('location') ?? '', origin)
  if (location) return writePage(folder, address, leading(location), [location])
  if (answer.status !== 200) return null
  const type = answer.headers.get('content-type') ?? ''
  const body = Buffer.from(await answer.arrayBuffer())
  const leadsTo = /\b(?:html|xml)\b/.test(type) ? pathsIn(body.toString(), origin) : []
  if (type.startsWith('text/html'))
    return writePage(folder, address, withoutParameters(body.toString()), leadsTo)
  await writeFile(await placeOf(folder, address, false), body)
  return { kind: 'files', bytes: body.length, leadsTo }
}

async function writePage(
  folder: string,
  address: string,
  html: string,
  leadsTo: readonly string[],
): Promise<Written> {
  await writeFile(await placeOf(folder, address, true), html)
  return { kind: 'pages', bytes: Buffer.byteLength(html), leadsTo }
}

/** A page that leads on where a server would redirect. The path is our own and holds no sign of HTML. */
const leading = (location: string): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>→</title><meta http-equiv="refresh" content="0;url=${location}"><a href="${location}">${location}</a>\n`

async function placeOf(folder: string, address: string, isPage: boolean): Promise<string> {
  const at = fileOfAddress(folder, address, isPage)
  await mkdir(path.dirname(at), { recursive: true })
  return at
}

/** Web servers can be told to answer with it where there is no file. */
async function writeNotFound({ ports, origin }: Site, folder: string): Promise<void> {
  const answer = await ports.respond(new Request(`${origin}/404.html`))
  await writeFile(path.join(folder, '404.html'), Buffer.from(await answer.arrayBuffer()))
}
