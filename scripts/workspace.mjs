// What the workspace is made of. Built-ins only: the scripts read it before anything is installed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the workspace. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Returns a parsed JSON file. */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** Returns the packages of a workspace: everything in `packages/`, and the examples. */
export function packagesOf(workspace = root) {
  const folders = readdirSync(path.join(workspace, 'packages')).map((name) => `packages/${name}`)
  return [...folders, 'examples']
    .filter((folder) => existsSync(path.join(workspace, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readJson(path.join(workspace, folder, 'package.json')) }))
}

/** Returns the packages that are published. */
export const publicPackagesOf = (workspace = root) => packagesOf(workspace).filter(({ manifest }) => !manifest.private)

/** Returns the entry points of a published package: what users import, and the source it is built from. */
export function entryPointsOf({ folder, manifest }) {
  return Object.entries(manifest.exports ?? {})
    .filter(([subpath]) => subpath !== './package.json')
    .map(([subpath, target]) => ({
      specifier: path.posix.join(manifest.name, subpath),
      source: path.posix.join(folder, typeof target === 'string' ? target : target['@testamur/source']),
      target,
    }))
}

/** Returns the repository's own files, with slashes and relative to it: not what `.gitignore` names. */
export function repositoryFiles(workspace = root) {
  const lines = readFileSync(path.join(workspace, '.gitignore'), 'utf8').split('\n')
  const ignored = lines.filter((line) => line !== '' && !line.startsWith('#')).map(patternOf)
  const walk = (folder) =>
    readdirSync(path.join(workspace, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.posix.join(folder, entry.name)
      if (file === '.git' || ignored.some((pattern) => pattern.test(`/${file}${entry.isDirectory() ? '/' : ''}`)))
        return []
      return entry.isDirectory() ? walk(file) : entry.isFile() ? [file] : []
    })
  return walk('').sort()
}

/** A line of `.gitignore` as a pattern for `/path` or `/folder/`; one with a slash inside starts at the root. */
function patternOf(line) {
  const start = /\/./.test(line) ? '^/' : '/'
  const glob = line.replace(/^\//, '').replace(/[.+^${}()|[\]\\]/g, '\\$&')
  const body = glob.replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'))
  return new RegExp(`${start}${body}${line.endsWith('/') ? '' : '/?'}$`)
}

/** True for hand-written TypeScript that is shipped: no test, no declaration file. */
export const isSource = (file) =>
  /^packages\/[^/]+\/src\/.*\.ts$/.test(file) && !/(\.test|\.test-d|\.d)\.ts$/.test(file)
