import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

const packages = ['documents', 'credentials', 'proofs', 'testamur', 'adapters', 'cli']

/** The sources that a package names in its manifest: its entry points and its platforms. */
function namedSources(value: unknown): string[] {
  if (typeof value === 'string') return /^\.\/src\/.*\.ts$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedSources) : []
}

// One file per entry point, and one for what several share: a program starts several times faster than with a file per
// source. Source maps lead stack traces to our files. Declarations come from `tsc -b`, which checks the types on the way.
export default defineConfig(
  packages.map((name) => {
    const folder = `packages/${name}`
    const { exports, imports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const program = existsSync(`${folder}/src/main.ts`) ? ['./src/main.ts'] : []
    const sources = [...new Set([...namedSources(exports), ...namedSources(imports), ...program])]
    return {
      name,
      entry: sources.map((source) => source.replace('.', folder)),
      outDir: `${folder}/dist`,
      format: 'esm',
      target: 'es2023',
      splitting: true,
      skipNodeModulesBundle: true,
      sourcemap: true,
      silent: true,
      esbuildOptions: (options) => {
        options.outbase = `${folder}/src`
        options.chunkNames = 'chunks/[name]-[hash]'
        options.sourcesContent = false // the sources are in the package
        options.minifyWhitespace = name === 'credentials' // its compiled validators grow by half in other form
      },
    }
  }),
)
