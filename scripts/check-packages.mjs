// What is published is whole: packs each package, then checks the tarball with publint and are-the-types-wrong, and that
// every file its manifest names is in it, sources included. On Node, entry points have the same exports as elsewhere, and
// main ones what packages of ours import by them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { subpathsAtFrontDoor } from './loaded-together.mjs'
import { reportWhenMain } from './report.mjs'
import { pnpm, run, tool } from './run.mjs'
import { publicPackagesOf, root } from './workspace.mjs'

async function checkPackages() {
  const packages = publicPackagesOf()
  const destination = mkdtempSync(path.join(tmpdir(), 'testamur-packages-'))
  try {
    const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`)
    const pack = await run(pnpm('--recursive', ...filters, 'pack', '--json', '--pack-destination', destination))
    if (pack.code !== 0) return { errors: [`pnpm pack failed\n${pack.output}`], summary: '' }
    const tarballs = new Map([JSON.parse(pack.stdout)].flat().map((tarball) => [tarball.name, tarball]))
    const errors = []
    for (const one of packages) {
      const { manifest } = one
      errors.push(...(await brokenPackage(manifest, tarballs.get(manifest.name))), ...(await differingExports(one)))
    }
    return { errors, summary: `${packages.length} packages` }
  } finally {
    rmSync(destination, { recursive: true })
  }
}

/** What keeps one package from being published. */
async function brokenPackage({ name, exports = {}, imports = {}, bin = {} }, tarball) {
  if (tarball === undefined) return [`${name}: pnpm packed nothing`]
  const { filename, files } = tarball
  const packed = files.map((file) => `./${file.path}`)
  const wanted = ['./README.md', ...[exports, imports, bin].flatMap(leaves)]
  return [
    ...wanted.filter((file) => !packed.includes(file)).map((file) => `${name}: ${file} is not in the tarball`),
    ...packed.filter((file) => /\.test(-d)?\./.test(file)).map((file) => `${name}: ${file} is in the tarball`),
    ...(await findingsOf(name, tool('publint', 'run', filename, '--strict'))),
    ...(await findingsOf(name, tool('attw', filename, '--profile', 'esm-only', '--no-definitely-typed'))),
  ]
}

/** Where the exports on Node are others than those of the files per source; the front door may have more. */
async function differingExports({ folder, manifest: { name, exports = {} } }) {
  const load = (file) => import(path.join(root, folder, file))
  const further = subpathsAtFrontDoor(name)
  const errors = []
  const main = exports['.'] && (await load(exports['.'].node))
  for (const [subpath, target] of Object.entries(exports).filter(([, { node }]) => node !== undefined)) {
    const [onNode, perSource] = await Promise.all([load(target.node), load(target.default)])
    const isFrontDoor = subpath === '.' && further.length > 0
    const names = Object.keys(isFrontDoor ? perSource : { ...perSource, ...onNode })
    errors.push(
      ...names
        .filter((each) => !Object.hasOwn(onNode, each) || !Object.hasOwn(perSource, each))
        .map((each) => `${name}: ${subpath} has ${each} either on Node or elsewhere alone`),
      ...(further.includes(subpath) ? Object.keys(onNode) : [])
        .filter((each) => main[each] !== onNode[each])
        .map((each) => `${name}: on Node, the main entry point has no ${each}, or another one`),
    )
  }
  return errors
}

const leaves = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves))

async function findingsOf(name, command) {
  const { code, output } = await run(command)
  return code === 0 ? [] : [`${name}: ${path.basename(command[0])}\n${output}`]
}

await reportWhenMain(import.meta, checkPackages)
