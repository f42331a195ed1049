// Prints figures of this machine, all from one run; -- --write puts them into docs/benchmarks.md, -- --quick measures
// a small archive for a short time, to see that it works. NODE_ENV must say production from the start: React and the
// migrations ask it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { makeAccount } from '../../src/desk/accounts/make.ts'
import { measureActs, password } from './acts.ts'
import { measureCached } from './cached.ts'
import { median, ms, percentile, table, timed } from './figures.ts'
import { measureGrowth, openArchive } from './growth.ts'
import { ask } from './http.ts'
import { wrk } from './load.ts'
import { nginx } from './nginx.ts'
import { build, settings, startServer } from './program.ts'

const quick = process.argv.includes('--quick')
const write = process.argv.includes('--write')
const size = quick
  ? { small: 1_000, large: 5_000, rounds: 20, seconds: 1, loads: 2, misses: 50, acts: 5 }
  : { small: 1_000, large: 100_000, rounds: 100, seconds: 4, loads: 5, misses: 400, acts: 60 }
const port = Number(process.env.BENCH_PORT || 3900)
const began = performance.now()
const say = (line: string): void =>
  console.log(`[${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s] ${line}`)

const limits = `## What these figures don’t show

- A network: loopback has neither distance nor loss, and the load takes a core from what it loads.
- Readers at different pages: one page is asked for over and over. A page that isn’t in memory costs what the second table says, once after each act at the door.
- The admin’s own pages, uploads, and making the sizes of a picture.
- Another machine. Compare the ratios, not the rates.`

const folder = mkdtempSync(path.join(tmpdir(), 'communique-bench-'))
const parts: string[] = []
const part = (title: string, text: string): void => {
  parts.push(`## ${title}\n\n${text}`)
  console.log(`\n${title}\n\n${text}\n`)
}

try {
  await build()
  part('Machine', machine())
  const uri = `file:${path.join(folder, 'large.db')}`
  const slug = await growth('SQLite', (name) => `file:${path.join(folder, `${name}.db`)}`, true)
  const mongo = process.env.TEST_MONGODB_URI
  if (mongo)
    await growth('MongoDB', (name) =>
      mongo.replace(/\/[^/?]*\?/, `/communique-bench-${name}-${process.pid}?`),
    )
  else part('Growth of the archive on MongoDB', 'Not measured: TEST_MONGODB_URI is not set.')
  await server(uri, slug)
  const head = [
    '# Benchmarks',
    `\`npm run bench -- --write\` wrote this on ${new Date().toISOString().slice(0, 10)}. Everything runs on one machine over the loopback interface, the load beside what it loads. Medians of interleaved rounds.`,
  ]
  if (write && !quick)
    writeFileSync('docs/benchmarks.md', `${[...head, ...parts, limits].join('\n\n')}\n${others()}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** What other commands measured, which stands at the end of the page. */
function others(): string {
  const page = readFileSync('docs/benchmarks.md', 'utf8')
  const at = page.indexOf('\n## Pages')
  return at === -1 ? '' : page.slice(at)
}

/** Fills two archives and measures both. Returns an English slug of the large one. */
async function growth(
  name: string,
  uriOf: (archive: string) => string,
  people = false,
): Promise<string> {
  say(`filling ${size.small} and ${size.large} editions on ${name} …`)
  const few = await openArchive(uriOf('small'), folder, size.small)
  const many = await openArchive(uriOf('large'), folder, size.large)
  const { markdown, worst } = await measureGrowth(few, many, size.rounds, say)
  if (people)
    for (const [who, role] of [
      ['editor', 'editor'],
      ['reviewer', 'reviewer'],
    ] as const)
      await makeAccount(many.payload, {
        email: `${who}@bench.example`,
        name: who,
        password,
        roles: [role],
        writes: ['en'],
        reviews: ['en'],
      })
  await few.close()
  await many.close()
  part(
    `Growth of the archive on ${name}`,
    `Pages made anew, as after every act at the door; the database asked each time.\n\n${markdown}\n\nThe largest factor is ${worst.toFixed(2)} (aim: below 1.5).`,
  )
  return encodeURIComponent(many.slugs[3] ?? '')
}

async function server(databaseUri: string, slug: string): Promise<void> {
  const env = settings(folder, port, databaseUri)
  const program = await startServer(env)
  const address = `/en/releases/${slug}`
  say('a cached page …')
  const { markdown, ratio } = await measureCached(program, address, env, {
    folder,
    port,
    rounds: size.loads,
    seconds: size.seconds,
  })
  part(
    'A release page from memory',
    [
      markdown,
      ratio === null
        ? 'nginx isn’t installed here, so there is no comparison with it.'
        : `Against nginx as one process each: ${ratio.toFixed(2)} (aim: 0.5).`,
      'All send the same bytes, compressed beforehand, with the same headers; plain Next makes the page anew each time and compresses nothing. A bare node:http server shows what Node itself costs.',
    ].join('\n\n'),
  )
  say('misses …')
  part('Not in memory', await misses(program.origin, address))
  say('acts …')
  part(
    `Acts at the desk, with ${size.large.toLocaleString('en')} editions in the press room`,
    await measureActs(program.origin, size.acts),
  )
  const code = await program.stop()
  if (code !== 0) throw new Error(`the server ended with ${code}`)
}

/** Every query is an address of its own, made from the same rows. */
async function misses(origin: string, release: string): Promise<string> {
  const rows: string[][] = []
  for (const [name, path] of [
    ['release page', release],
    ['list of releases', '/en/releases'],
    ['home page', '/en'],
  ] as const) {
    const times: number[] = []
    for (let round = 0; round < size.misses; round += 1)
      times.push(
        await timed(async () => {
          const { status } = await ask(`${origin}${path}?q=${round}`)
          if (status !== 200) throw new Error(`${path} answered ${status}`)
        }),
      )
    rows.push([name, ms(median(times)), ms(percentile(times, 95))])
  }
  return table(['made and sent, one after the other', 'p50', 'p95'], rows)
}

function machine(): string {
  const [cpu] = cpus()
  return [
    `- ${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory, Linux ${release()}`,
    `- Node ${process.versions.node}, nginx ${nginx ?? 'not installed'}, load by ${wrk ? `wrk ${wrk}` : 'a loop of our own in Node (wrk is not installed)'}, SQLite with a full sync of each write`,
    `- others worked on it meanwhile: the load average was ${loadavg()[0]?.toFixed(1)} at the start`,
  ].join('\n')
}
