import { defineConfig } from 'vitest/config';

/**
 * Unit and property tests stand beside their code; what belongs to no single file is in `tests/`.
 * End-to-end tests are Playwright's (`*.e2e.ts`), benchmarks are not tests at all.
 */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/{contract,corpus,formats,fault,kinds,build,guard}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
