// `node scripts/generate-model.mjs`: makes the types, the structure, the JSON Schemas and the validators of
// @testamur/credentials and the reference page of the data model, from the tables in packages/credentials/model. All but
// the validators are committed; those are made by each build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { definitionsOf, schemaDocumentOf } from './model/json-schema.mjs'
import { json, kebab } from './model/layout.mjs'
import { propertyTablesOf } from './model/property-tables.mjs'
import { readModel } from './model/read.mjs'
import { structureFilesOf } from './model/structure.mjs'
import { typeFilesOf } from './model/typescript.mjs'
import { validatorsOf } from './model/validators.mjs'
import { root } from './workspace.mjs'

/** Classes whose schema stands on its own: what a document can be. */
const documentClasses = [
  'AchievementCredential',
  'ClrCredential',
  'EndorsementCredential',
  'VerifiableCredential',
  'Profile',
  'AchievementCredentialv1p1',
  'ClrCredentialv1p1',
  'EndorsementCredentialv1p1',
]

const inFolder = (folder, files) => Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])

/** Returns the text of every generated file by its path in the repository. */
export async function generateModel() {
  const model = readModel()
  const definitions = definitionsOf(model)
  const names = model.classes.map(({ name }) => name)
  const schemas = documentClasses.map((name) => [
    `${kebab(name)}.schema.json`,
    `${json(schemaDocumentOf(name, definitions))}\n`,
  ])
  return Object.fromEntries([
    ...inFolder('packages/credentials/src/model', { ...typeFilesOf(model), ...structureFilesOf(model) }),
    ...inFolder('packages/credentials/schemas', Object.fromEntries(schemas)),
    ...inFolder('packages/credentials/src/validate/generated', await validatorsOf(names, definitions)),
    ...inFolder('docs/reference', { 'data-model.md': propertyTablesOf(model) }),
  ])
}

/** Writes the files that differ, so that nothing is rebuilt without need. */
function write(files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    if (textOf(file) !== text) writeFileSync(file, text)
  }
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(await generateModel())
