// Floods the real server with a hundred thousand things that readers can make up, and prints the curve of its memory.
//   npm run bench:memory                 100,000 requests
//   npm run bench:memory -- 10000        fewer
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from './program.ts'
import { flood } from './flood.ts'

const [asked] = process.argv.slice(2)
const requests = asked ? Number(asked) : 100_000
if (!Number.isInteger(requests) || requests < 1_000 || requests > 1_000_000) {
  console.error('Say how many requests: a whole number from 1,000 to 1,000,000.')
  process.exit(2)
}
await build()
const folder = mkdtempSync(path.join(tmpdir(), 'communique-memory-'))
try {
  const { curve, grown, bound } = await flood(folder, {
    requests,
    port: Number(process.env.BENCH_PORT || 3900),
    say: (line) => console.log(line),
  })
  const first = curve[0]
  console.log(
    `After ${requests.toLocaleString('en')} requests ${(grown / 2 ** 20).toFixed(1)} MB more are held than after the first ${first?.requests.toLocaleString('en')}; the cache may hold ${bound / 2 ** 20} MB.`,
  )
  process.exitCode = grown <= bound ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
