// The JavaScript of the packages, in two forms. Source maps lead stack traces to our files. Declarations come from
// `tsc -b`; the gate `types` checks them.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { publicPackagesOf, root } from './workspace.mjs'

/**
 * Entry points that Node loads as one file each with all they reach, less what those before have: verification needs most
 * of it, and to find and open one more file takes as long as to read some kilobytes. What starts without the rest has a
 * file of its own. Further entry points share files by who needs what.
 */
const loadedTogether = {
  '@testamur/documents': [['./json'], ['.', './inflate']],
  '@testamur/credentials': [['./validate/schema'], ['.', './validate']],
  '@testamur/proofs': [['.', './cryptosuites', './dids', './keys', './status', './vc-jwt']],
  testamur: [['.']],
}

/** A file per source: bundlers drop what an application does not use. */
const perSource = ({ folder }) => ({
  input: filesByName(folder, sourcesIn(folder)),
  platform: 'neutral',
  // What a bundler sees must be what was written; dropping is its task.
  treeshake: false,
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
  output: { dir: path.join(folder, 'dist'), preserveModules: true, preserveModulesRoot: path.join(folder, 'src') },
})

/** Few files, for Node, which would otherwise load some hundred: programs start several times faster. */
function forNode({ folder, manifest }, dir) {
  const entryPoints = { ...manifest.exports, ...manifest.imports, ...(isProgram(folder) && { main: './src/main.ts' }) }
  const sources = new Map(
    Object.entries(entryPoints)
      .map(([name, target]) => [name, nodeSourceOf(target)])
      .filter(([, source]) => /^\.\/src\/.*\.ts$/.test(source))
      .map(([name, source]) => [name, source.replace('./src/', '')]),
  )
  const groups = groupsOf(manifest, (name) => path.join(folder, 'src', sources.get(name)))
  return {
    input: filesByName(folder, [...sources.values()]),
    platform: 'node',
    resolve: { conditionNames: ['@testamur/source', 'node'] },
    external: (id) => !/^[.#]/.test(id) && !path.isAbsolute(id),
    output: { dir: path.join(folder, dir), ...(groups.length > 0 && { codeSplitting: { groups } }) },
  }
}

function groupsOf({ name }, fileOf) {
  const groups = loadedTogether[name] ?? []
  return groups.map((entryPoints, index) => {
    const files = entryPoints.map(fileOf)
    return {
      name: entryPoints[0].slice(2).replace('/', '-') || 'all',
      test: (id) => files.includes(id),
      priority: groups.length - index,
    }
  })
}

const isProgram = (folder) => existsSync(path.join(folder, 'src/main.ts'))

/** The source that Node gets by an entry of `exports` or `imports`. */
const nodeSourceOf = (target) =>
  typeof target === 'string' ? target : nodeSourceOf(target['@testamur/source'] ?? target.node)

const sourcesIn = (folder) =>
  readdirSync(path.join(folder, 'src'), { recursive: true }).filter(
    (file) => /\.(?:ts|js)$/.test(file) && !/\.(?:test|test-d|d)\.ts$/.test(file),
  )

const filesByName = (folder, sources) =>
  Object.fromEntries(sources.map((source) => [source.replace(/\.\w+$/, ''), path.join(folder, 'src', source)]))

async function write({ output, ...input }) {
  const bundle = await rolldown({
    ...input,
    cwd: root,
    transform: { target: 'es2023' },
    experimental: { attachDebugInfo: 'none' }, // source maps name the sources
    onLog: (_, { message }) => {
      throw new Error(message)
    },
  })
  await bundle.write({
    ...output,
    format: 'esm',
    comments: { annotation: true, jsdoc: false, legal: true },
    entryFileNames: '[name].js',
    sourcemap: true,
    sourcemapExcludeSources: true, // the sources are in the package
  })
  await bundle.close()
}

for (const { folder: name, manifest } of publicPackagesOf()) {
  const own = { folder: path.join(root, name), manifest }
  if (isProgram(own.folder)) {
    await write(forNode(own, 'dist'))
  } else {
    await write(perSource(own))
    await write(forNode(own, 'dist/bundled'))
  }
}
