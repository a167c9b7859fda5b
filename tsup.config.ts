import { defineConfig } from 'tsup'

const packages = ['documents', 'credentials', 'proofs', 'testamur', 'adapters', 'cli']

// One output file per source file: stack traces name our files, and bundlers drop what an application does not use.
// Declarations come from `tsc -b`, which checks the types on the way.
export default defineConfig(
  packages.map((name) => ({
    name,
    entry: [`packages/${name}/src/**/*.{ts,js}`, '!**/*.{test,test-d}.ts', '!**/*.d.ts'],
    outDir: `packages/${name}/dist`,
    format: 'esm',
    target: 'es2023',
    bundle: false,
    sourcemap: true,
    silent: true,
    esbuildOptions: (options) => {
      options.outbase = `packages/${name}/src`
      options.sourcesContent = false // the sources are in the package
    },
  })),
)
