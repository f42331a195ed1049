/** What the server keeps on the disk for when the database can’t be asked (`src/server/reserve.ts`). */
interface Doors {
  shut: () => () => void
}

// The server is another bundle, so what both must see hangs on the process.
const key = Symbol.for('communique.reserve')
const shared = globalThis as { [key]?: Doors }

/**
 * Runs what changes what the public sees. Before its first write nothing that the server keeps is shown any more, and
 * it is out of reach on the disk.
 */
export async function pastReserve<Result>(work: () => Promise<Result>): Promise<Result> {
  const reopen = shared[key]?.shut()
  try {
    return await work()
  } finally {
    reopen?.()
  }
}
