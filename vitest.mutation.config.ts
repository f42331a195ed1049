import { defineConfig } from 'vitest/config'

/**
 * Only unit tests: what the mutation test (Stryker) runs against each mutant. Its configuration names the folder. They
 * share a module graph for speed: nothing of the rules is kept between tests.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { environment: 'node', include: ['**/*.test.ts'], isolate: false },
})
