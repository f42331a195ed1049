import type { WriteStream } from 'node:tty'

/** How often a log is told, where nobody watches a terminal. Milliseconds. */
const inLogs = 10_000
const onTerminals = 200

export interface Progress {
  /** What is going on now; shown once it takes longer than a second. */
  now: (what: string) => void
  /** Takes the line away. */
  end: () => void
}

/** One line about what takes longer than a second: on a terminal always the same one, in a log another now and then. */
export function progressOn(stream: Pick<WriteStream, 'write' | 'isTTY'>): Progress {
  const every = stream.isTTY ? onTerminals : inLogs
  let what = ''
  let told = ''
  let last = 0
  const began = Date.now()
  const tell = (): void => {
    const time = Date.now()
    if (what === told || time - began < 1000 || time - last < every) return
    last = time
    told = what
    stream.write(stream.isTTY ? `\r\x1b[K${what}` : `${what}\n`)
  }
  const timer = setInterval(tell, onTerminals)
  return {
    now: (line) => {
      what = line
      // A run that never pauses leaves the timer no time.
      tell()
    },
    end: () => {
      clearInterval(timer)
      if (stream.isTTY && told !== '') stream.write('\r\x1b[K')
    },
  }
}
