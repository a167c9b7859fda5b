// Who may import whom: packages, the rooms inside a package, and what a file may be called and weigh.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { reportWhenMain } from './report.mjs'
import { isSource, packagesOf, repositoryFiles, root } from './workspace.mjs'

/** The package graph: a package and what it may depend on. */
const everything = ['documents', 'credentials', 'proofs', 'testamur', 'adapters', 'exchange', 'batch', 'cli']
const packageGraph = {
  documents: /*  */ [],
  credentials: /**/ ['documents'],
  proofs: /*     */ ['documents'],
  testamur: /*   */ ['documents', 'credentials', 'proofs'],
  adapters: /*   */ ['documents', 'credentials'],
  exchange: /*   */ ['documents', 'credentials'],
  batch: /*      */ ['documents', 'credentials'],
  cli: /*        */ ['documents', 'credentials', 'proofs', 'testamur', 'adapters', 'exchange', 'batch'],
  conformance: everything,
  examples: everything,
}

/** Rooms of a package in order; one imports only those further left. On one step: siblings, which do not import each other. */
const roomOrder = {
  documents:
    'errors problem > problems > json > envelope > platform > inflate contexts > active-context > terms > fetch > json-ld',
  credentials: 'errors problems platform > model > identity > validate > builders lint',
  proofs:
    'errors problems date-time > signable-json > platform remote-documents > keys > key-stores dids status vc-jwt > canonicalize selective-disclosure > cryptosuites > data-integrity > testing',
  testamur: 'errors problems rules > nesting bake > issue verify',
  adapters: 'errors problems > xml > transcript > pesc case > credit-mobility',
}

const vagueNames = /(?:^|[/.-])(?:utils?|helpers?|common|shared|misc)(?=[/.-]|$)/
const maxLines = 400
const manyLines = 300

/** Returns the broken rules of a workspace. */
export function checkLayers(workspace = root) {
  const paths = repositoryFiles(workspace).filter((file) => /^(packages|scripts|examples)\//.test(file))
  const handWritten = paths.filter(
    (file) => isSource(file) || /^(scripts|examples)\/.*(?<!\.test)\.(?:ts|mjs)$/.test(file),
  )
  const files = handWritten.map((file) => ({ file, text: readFileSync(path.join(workspace, file), 'utf8') }))
  const dependencies = new Map(packagesOf(workspace).map(({ folder, manifest }) => [folder, dependenciesOf(manifest)]))
  const longerThan = (limit) =>
    files
      .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > limit)
      .map(({ file, lines }) => `${file} has ${lines} lines`)
  return {
    errors: [
      ...packagesOf(workspace).flatMap(brokenDependencies),
      ...files.filter(({ file }) => isSource(file)).flatMap((source) => brokenImports(source, dependencies)),
      ...paths.filter((file) => vagueNames.test(file)).map((file) => `${file}: name it for what it holds`),
      ...longerThan(maxLines).map((fact) => `${fact}, more than ${maxLines}: it holds two things`),
    ],
    warnings: longerThan(manyLines),
    summary: `${files.length} files; ${longerThan(manyLines).length} over ${manyLines} lines`,
  }
}

function brokenDependencies({ folder, manifest }) {
  const name = path.basename(folder)
  const allowed = packageGraph[name]
  if (allowed === undefined) return [`${folder}: not in the package graph of scripts/check-layers.mjs`]
  const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
  return kinds
    .flatMap((kind) => Object.keys(manifest[kind] ?? {}))
    .filter((dependency) => everything.includes(shortName(dependency)) && !allowed.includes(shortName(dependency)))
    .map((dependency) => `${folder}/package.json: ${name} ─► ${dependency} is no arrow of the package graph`)
}

const shortName = (specifier) =>
  specifier === 'testamur' || specifier.startsWith('testamur/')
    ? 'testamur'
    : /^@testamur\/([^/]+)/.exec(specifier)?.[1]

/** What a package may import by name. */
const dependenciesOf = ({ dependencies, peerDependencies }) => Object.keys({ ...dependencies, ...peerDependencies })

const packageName = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]

function brokenImports({ file, text }, dependencies) {
  const [, name] = file.split('/')
  const source = `packages/${name}/src/`
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }) => {
    const reason = fileName.startsWith('.')
      ? brokenRoomArrow(name, file.slice(source.length), path.posix.join(path.posix.dirname(file), fileName), source)
      : brokenName(name, fileName, dependencies.get(`packages/${name}`) ?? [])
    return reason ? [`${file}:${text.slice(0, pos).split('\n').length}: ${reason}`] : []
  })
}

/** The reason why a name is not to be imported, if there is one. */
function brokenName(name, specifier, dependencies) {
  if (shortName(specifier) === name) return 'a package imports itself by relative paths'
  if (/^(?:node:|#)/.test(specifier) || dependencies.includes(packageName(specifier))) return undefined
  return `${packageName(specifier)} is not among the dependencies of the package`
}

/** The reason why a relative import is not allowed, if there is one. */
function brokenRoomArrow(name, from, target, source) {
  if (!target.startsWith(source)) return 'other packages are imported by their name'
  const steps = roomOrder[name]?.split(' > ').map((step) => step.split(' '))
  const [fromRoom, toRoom] = [roomOf(from), roomOf(target.slice(source.length))]
  if (steps === undefined || fromRoom === 'index' || fromRoom === toRoom) return undefined
  const [fromStep, toStep] = [fromRoom, toRoom].map((room) => steps.findIndex((step) => step.includes(room)))
  const unknown = [fromRoom, toRoom].find((room, i) => [fromStep, toStep][i] < 0)
  if (unknown !== undefined) return `${name}/${unknown} is not in the room order of scripts/check-layers.mjs`
  return toStep < fromStep ? undefined : `${fromRoom} ─► ${toRoom} runs against the order ${roomOrder[name]}`
}

/** First folder under `src`, or the name of a file that lies there itself. */
const roomOf = (file) => file.split('/')[0].replace(/\.[jt]s$/, '')

await reportWhenMain(import.meta, checkLayers)
