import { readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// The workspace runs on its sources: packages name them under this export condition. Not `module`, which is for bundlers:
// some packages have files behind it that Node cannot load.
const conditions = ['@testamur/source', 'node', 'import', 'default']

const packages = readdirSync(new URL('packages', import.meta.url))
const testsOf = (name: string) => `packages/${name}/{src,test,suites}/**/*.test.ts`
const isolatedTests = '**/*.isolated.test.ts'

/** Tests whose files share a process and its modules: most of what a small file takes would be loading them. */
const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include, exclude: ['**/node_modules/**', isolatedTests], isolate: false },
})

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node', 'import', 'default'] } },
  test: {
    setupFiles: ['loopback-only', 'derive-once', 'restore'].map((name) => `./scripts/vitest/${name}.mjs`),
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    pool: 'threads',
    // The thread that starts them has little to do: by default one core of two would idle.
    maxWorkers: '100%',
    projects: [
      ...packages.map((name) => project(name, [testsOf(name)])),
      project('workspace', ['examples/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}']),
      // Those that replace modules: nobody else may meet what they put in their place.
      { extends: true, test: { name: 'isolated', include: [isolatedTests] } },
    ],
  },
})
