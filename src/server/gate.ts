/** More work is waiting than could be done in useful time. */
export class Busy extends Error {}

/** The work took longer than it may. */
export class TooSlow extends Error {}

/** Runs at most `atOnce` jobs; up to `waiting` more queue, the next one is refused with Busy. */
export function createGate(
  atOnce: number,
  waiting: number,
): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0
  const queue: (() => void)[] = []
  return async (job) => {
    if (running < atOnce) running += 1
    else if (queue.length < waiting) await new Promise<void>((start) => queue.push(start))
    else throw new Busy('Too many pages are being made at once.')
    try {
      return await job()
    } finally {
      // The place goes to the next in line directly, so nobody slips in between.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** The promise's outcome, or TooSlow after so many milliseconds. The work itself isn't stopped. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`No answer in ${milliseconds} ms.`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
