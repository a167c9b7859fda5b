// The JavaScript of the packages, in two forms. Source maps lead stack traces to our files. Declarations come from
// `tsc -b`; the gate `types` checks them.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { frontDoorOf, groupsOf, subpathsAtFrontDoor } from './loaded-together.mjs'
import { publicPackagesOf, root } from './workspace.mjs'

/** A file per source: bundlers drop what an application does not use. */
const perSource = ({ folder }) => ({
  input: filesByName(folder, sourcesIn(folder)),
  platform: 'neutral',
  // What a bundler sees must be what was written; dropping is its task.
  treeshake: false,
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
  output: { dir: path.join(folder, 'dist'), preserveModules: true, preserveModulesRoot: path.join(folder, 'src') },
})

/**
 * Few files, for Node, which would otherwise load some hundred: programs start several times faster. So packages of ours
 * also import each other by their main entry points, whatever their sources say.
 */
function forNode({ folder, manifest }, dir) {
  const entryPoints = { ...manifest.exports, ...manifest.imports, ...(isProgram(folder) && { main: './src/main.ts' }) }
  const sources = new Map(
    Object.entries(entryPoints)
      .map(([name, target]) => [name, nodeSourceOf(target)])
      .filter(([, source]) => /^\.\/src\/.*\.ts$/.test(source))
      .map(([name, source]) => [name, source.replace('./src/', '')]),
  )
  const fileOf = (entryPoint) => path.join(folder, 'src', sources.get(entryPoint))
  const groups = chunksOf(manifest, fileOf)
  return {
    input: filesByName(folder, [...sources.values()]),
    platform: 'node',
    resolve: { conditionNames: ['@testamur/source', 'node'] },
    external: (id) => !/^[.#]/.test(id) && !path.isAbsolute(id),
    plugins: [frontDoor(fileOf, subpathsAtFrontDoor(manifest.name))],
    output: {
      dir: path.join(folder, dir),
      paths: frontDoorOf,
      ...(groups.length > 0 && { codeSplitting: { groups } }),
    },
  }
}

function chunksOf({ name }, fileOf) {
  const groups = groupsOf(name)
  return groups.map(([first], index) => ({
    name: first.slice(2).replace('/', '-') || 'all',
    test: (id) => id === fileOf(first),
    priority: groups.length - index,
  }))
}

/** Gives the main entry point the exports of further ones; `check-packages` looks whether it has them. */
const frontDoor = (fileOf, subpaths) => ({
  name: 'front-door',
  transform(code, id) {
    if (subpaths.length === 0 || id !== fileOf('.')) return null
    const further = subpaths.map((subpath) => `export * from ${JSON.stringify(fileOf(subpath))}`)
    return { code: [code, ...further].join('\n'), map: null }
  },
})

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
