import { registerPorts } from './server/ports.ts'

/** Called by Next once per process, before its first answer. A build opens no database. */
export async function register(): Promise<void> {
  // Written as one condition, because Next cuts this branch out of the bundle for other runtimes.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (process.env.NEXT_PHASE === 'phase-production-build') return
    const { boot } = await import('./desk/boot.ts')
    const opening = boot()
    registerPorts(opening)
    // Whoever waits for the ports hears of a failure; here it would only be an unhandled one.
    await opening.catch(() => {})
  }
}
