import { defineConfig } from 'vitest/config'

// The workspace runs on its sources: packages name them under this export condition. Not `module`, which is for bundlers:
// some packages have files behind it that Node cannot load.
const conditions = ['@testamur/source', 'node', 'import', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node', 'import', 'default'] } },
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.ts',
      'packages/conformance/suites/**/*.test.ts',
      'examples/**/*.test.ts',
      'scripts/**/*.test.{ts,mjs}',
    ],
    setupFiles: ['./scripts/vitest/loopback-only.mjs'],
    typecheck: { enabled: true, tsconfig: './tsconfig.test.json', include: ['packages/*/{src,suites}/**/*.test-d.ts'] },
    testTimeout: 60_000,
    pool: 'threads',
    // The thread that starts them has little to do: by default one core of two would idle.
    maxWorkers: '100%',
  },
})
