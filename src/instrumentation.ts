import { registerFailure, registerPorts } from './server/ports.ts'

/** Called by Next once per process, before its first answer. A build opens no database. */
export async function register(): Promise<void> {
  // Written as one condition, because Next cuts this branch out of the bundle for other runtimes.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (process.env.NEXT_PHASE === 'phase-production-build') return
    try {
      const { boot } = await import('./desk/boot.ts')
      registerPorts(await boot())
    } catch (failure) {
      registerFailure(failure)
    }
  }
}
