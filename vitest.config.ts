import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    pool: 'forks',
    // The tests need the processor, not each other's files: one worker for each core.
    maxWorkers: availableParallelism(),
    // Payload rejects a refused filter in a promise that it awaits a moment later, and the request is answered 400 all
    // the same (payload/dist/database/queryValidation/validateSearchParams.js, the nested validateQueryPaths).
    onUnhandledError: ({ name }) => name !== 'QueryError',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'proof', include: ['tests/proof/**/*.test.ts'], testTimeout: 600_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // Payload takes longer to load than most files to run. Each file opens desks of its own all the same.
          isolate: false,
          testTimeout: 120_000,
          // What fills a desk for a whole file takes longer where other work runs beside it.
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/server.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
