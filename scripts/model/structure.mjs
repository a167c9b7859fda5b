// Makes what the package knows of the model at run time: the structure of the classes for builders and rules, and what
// a value of each type is for messages.
import { header, list, quote, wrap } from './layout.mjs'

const strings = (values) => `[${values.map(quote).join(', ')}]`

/** The members in the short form that `propertiesOf` reads. */
function propertiesText(properties) {
  const rows = properties.map(({ member, type, cardinality, refersTo }) =>
    [member, type, cardinality, ...(refersTo === undefined ? [] : [refersTo])].join(' '),
  )
  return wrap(
    rows.map((row, index) => (index === rows.length - 1 ? row : `${row},`)),
    112,
  )
    .map((line) => `      ${line}\n`)
    .join('')
}

function classEntry({ name, specification, contexts, types, generatesId, closed, properties }, model) {
  const facts = [
    `source: ${quote(`${model.specifications[specification].title}, ${name}`)}`,
    ...(contexts === undefined ? [] : [`contexts: ${strings(contexts)}`]),
    ...(types.length === 0 ? [] : [`types: [${types.map(strings).join(', ')}]`]),
    ...(generatesId ? ['generatesId: true'] : []),
    ...(closed ? ['closed: true'] : []),
  ]
  const lines = facts.map((fact) => `    ${fact},\n`).join('')
  return `  ${name}: {\n${lines}    properties: propertiesOf(\`\n${propertiesText(properties)}    \`),\n  },\n`
}

function structureFile(model) {
  const names = model.classes.map(({ name }) => quote(name))
  const contexts = Object.entries(model.contexts)
  return (
    `${header}import type { ClassDescription } from './interface.js'\nimport { propertiesOf } from './properties-of.js'\n\n` +
    `/** Name of a class of the data model. */\n` +
    `export type ClassName =${names.map((name) => `\n  | ${name}`).join('')}\n\n` +
    `/** The classes: which members they have, of which types, and how many values each takes. */\n` +
    `export const structure: Readonly<Record<ClassName, ClassDescription>> = {\n` +
    `${model.classes.map((each) => classEntry(each, model)).join('')}}\n\n` +
    `/** The contexts that credentials name at fixed places: their current URL and what they are called. */\n` +
    `export const contexts: Readonly<Record<string, { readonly url: string; readonly title: string }>> = {\n` +
    contexts
      .map(
        ([name, { url, title }]) =>
          `  ${list(`${name}: {`, [`url: ${quote(url)}`, `title: ${quote(title)}`], '}', { indent: '  ', inside: ' ' }).trimStart()},\n`,
      )
      .join('') +
    `}\n`
  )
}

function expectationOf({ terms, extensible }) {
  return `one of ${terms.map(({ term }) => `\`${term}\``).join(', ')}${extensible ? ' or a term that starts with `ext:`' : ''}`
}

function expectationLine([name, expected]) {
  const line = `  ${name}: ${quote(expected)},`
  return line.length <= 120 ? `${line}\n` : `  ${name}:\n    ${quote(expected)},\n`
}

function expectationsFile(model) {
  const entries = [
    ...Object.entries(model.primitives).map(([name, { expected }]) => [name, expected]),
    ...model.enumerations.map((each) => [each.name, expectationOf(each)]),
  ]
  return (
    `${header}/** What a value of each primitive type and enumeration is, in the words of a message. */\n` +
    `export const expectations: Readonly<Record<string, string>> = {\n${entries.map(expectationLine).join('')}}\n`
  )
}

/** Returns the files by their names. */
export const structureFilesOf = (model) => ({
  'structure.ts': structureFile(model),
  'expectations.ts': expectationsFile(model),
})
