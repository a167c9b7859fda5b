import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

const libraries = ['documents', 'credentials', 'proofs', 'testamur', 'adapters']

const common = (name: string): Options => ({
  name,
  outDir: `packages/${name}/dist`,
  format: 'esm',
  target: 'es2023',
  sourcemap: true,
  silent: true,
  esbuildOptions: (options) => {
    options.outbase = `packages/${name}/src`
    options.sourcesContent = false // the sources are in the package
  },
})

/** A file per source: bundlers drop what an application does not use. */
const perSource = (name: string): Options => ({
  ...common(name),
  entry: [`packages/${name}/src/**/*.{ts,js}`, '!**/*.{test,test-d}.ts', '!**/*.d.ts'],
  bundle: false,
})

/** The sources that a package names in its manifest: its entry points and its platforms. */
function namedSources(value: unknown): string[] {
  if (typeof value === 'string') return /^\.\/src\/.*\.ts$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedSources) : []
}

/** A file per entry point, for Node, which would otherwise load some hundred files: programs start several times faster. */
function perEntryPoint(name: string, outDir = 'dist/bundled'): Options {
  const folder = `packages/${name}`
  const { exports, imports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const program = existsSync(`${folder}/src/main.ts`) ? ['./src/main.ts'] : []
  const sources = new Set([...namedSources(exports), ...namedSources(imports), ...program])
  return {
    ...common(name),
    entry: [...sources].map((source) => source.replace('.', folder)),
    outDir: `${folder}/${outDir}`,
    bundle: true,
    splitting: true,
    skipNodeModulesBundle: true,
  }
}

// Source maps lead stack traces to our files. Declarations come from `tsc -b`; the gate `types` checks them.
export default defineConfig([
  ...libraries.flatMap((name) => [perSource(name), perEntryPoint(name)]),
  perEntryPoint('cli', 'dist'),
])
