// What users may import exists, is built from the source it is named after, and stands in a guide; and whatever the
// texts tell them to import can be imported.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reportWhenMain } from './report.mjs'
import { entryPointsOf, isSource, publicPackagesOf, repositoryFiles, root } from './workspace.mjs'

export function checkSubpaths(workspace = root) {
  const files = repositoryFiles(workspace)
  const read = (file) => ({ file, text: readFileSync(path.join(workspace, file), 'utf8') })
  const guides = files.filter((file) => /^(README\.md|docs\/.*\.md)$/.test(file)).map(read)
  const packages = publicPackagesOf(workspace)
  const entryPoints = packages.flatMap(entryPointsOf)
  const importable = new Set([
    ...packages.map(({ manifest }) => manifest.name),
    ...entryPoints.map((entry) => entry.specifier),
  ])
  return {
    errors: [
      ...packages.flatMap((one) => missingTargets(one, workspace)),
      ...entryPoints.flatMap(crossedTarget),
      ...entryPoints
        .filter(
          ({ specifier }) =>
            !guides.some(({ text }) => mentions(text).some((mention) => mention.specifier === specifier)),
        )
        .map(({ specifier }) => `${specifier}: no guide and no table of the README names it`),
      ...[...guides, ...files.filter(isSource).map(read)].flatMap(({ file, text }) =>
        mentions(text)
          .filter(({ specifier }) => !importable.has(specifier))
          .map(({ specifier, line }) => `${file}:${line}: ${specifier} cannot be imported`),
      ),
    ],
    summary: `${entryPoints.length} entry points`,
  }
}

/** Targets in a manifest for which there is no file: of `exports` and `imports` the sources, and the programs. */
function missingTargets({ folder, manifest }, workspace) {
  const { exports = {}, imports = {}, bin = {} } = manifest
  return [exports, imports, bin]
    .flatMap(leaves)
    .filter((target) => !target.startsWith('./dist/') && !existsSync(path.join(workspace, folder, target)))
    .map((target) => `${folder}/package.json: there is no ${target}`)
}

const leaves = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves))

/** An entry point whose built files are not those of its source. */
function crossedTarget({ specifier, target }) {
  if (typeof target === 'string') return []
  const built = target['@testamur/source'].replace('./src/', './dist/')
  const wanted = {
    types: built.replace(/\.ts$/, '.d.ts'),
    node: built.replace('./dist/', './dist/bundled/').replace(/\.ts$/, '.js'),
    default: built.replace(/\.ts$/, '.js'),
  }
  return Object.entries(wanted)
    .filter(([condition, file]) => target[condition] !== file)
    .map(([condition, file]) => `${specifier}: the condition ${condition} should be ${file}`)
}

/** What a text names as an import: `'testamur'` and `@testamur/…` in quotes or in code marks. */
function mentions(text) {
  const pattern = /['"`](testamur|(?:testamur|@testamur\/[a-z-]+)(?:\/[a-z][\w.-]*)*)['"`]/g
  return [...text.matchAll(pattern)]
    .filter(([, specifier]) => specifier !== '@testamur/source')
    .map(({ 1: specifier, index }) => ({ specifier, line: text.slice(0, index).split('\n').length }))
}

await reportWhenMain(import.meta, checkSubpaths)
