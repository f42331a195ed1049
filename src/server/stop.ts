import type { Server } from 'node:http'

export interface StopOptions {
  /** Closes what the server stands on, after the last answer. */
  close?: () => Promise<void>
  /** Milliseconds after which what is still open is cut. */
  within?: number
}

/** Stops accepting, lets answers under way finish, then closes the rest. Always resolves, in `within` at most. */
export async function stopCleanly(
  server: Server,
  { close, within = 4_500 }: StopOptions = {},
): Promise<void> {
  const deadline = new Promise<void>((resolve) => {
    setTimeout(resolve, within).unref()
  })
  const answered = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that is kept alive could still bring a request: it is told to be its last.
  server.prependListener('request', (_request, response) => {
    response.setHeader('connection', 'close')
  })
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await Promise.race([answered, deadline])
  clearInterval(sweep)
  server.closeAllConnections()
  await Promise.race([close?.().catch(() => {}), deadline])
}
