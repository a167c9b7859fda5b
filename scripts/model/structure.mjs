// Makes what the package knows of the model at run time: the structure of the classes for builders and rules, and what
// a value of each type is for messages.
import { header, list, quote } from './layout.mjs'

const strings = (values) => `[${values.map(quote).join(', ')}]`

/** How many values a member takes, in the signs of regular expressions. How many contexts, the contexts say. */
const signOf = ({ required, many }) => (many ? (required ? '+' : '*') : required ? '' : '?')

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

/** The members of a class in the short form that `describedClasses` reads; `names` are the classes beside it. */
const propertiesText = (properties, { names, primitives }) =>
  properties
    .map((property) => {
      const { member, refersTo } = property
      const type = primitives[property.type]?.atRunTime ?? property.type
      const usual = names.includes(capital(member)) ? capital(member) : 'String'
      return [`${member}${signOf(property)}`, type === usual ? '' : `:${type}`, refersTo ? `:${refersTo}` : ''].join('')
    })
    .join(' ')

/** Facts beside the members; what can be told from the name is left out. */
function factsOf({ name, contexts, types, generatesId, closed }) {
  const isUsual = types.length === 1 && types[0].length === 1 && types[0][0] === name.replace(/v1p1$/, '')
  const typesText = types.length === 0 ? 'undefined' : `[${types.map(strings).join(', ')}]`
  return [
    ...(contexts === undefined ? [] : [`contexts: ${strings(contexts)}`]),
    ...(isUsual ? [] : [`types: ${typesText}`]),
    ...(generatesId ? ['generatesId: true'] : []),
    ...(closed ? ['closed: true'] : []),
  ]
}

function classEntry(description, known) {
  const facts = factsOf(description)
  const factsText = list('{', facts, '}', { indent: '    ', inside: ' ' }).trimStart()
  const items = [quote(description.specification), quote(propertiesText(description.properties, known))]
  const all = [...items, ...(facts.length === 0 ? [] : [factsText])]
  return `${list(`${description.name}: [`, all, ']', { indent: '  ' })},\n`
}

const ofVersion = ({ classes }, version) => classes.filter((each) => each.version === version)

/** The type of the class names, and the classes by their names. */
function classesText(classes, primitives, { typeName, typeMeaning, name, meaning, interfaces }) {
  const names = classes.map((each) => each.name)
  return (
    `${header}import { describedClasses } from './described-classes.js'\nimport type { ${interfaces} } from './interface.js'\n\n` +
    `/** ${typeMeaning} */\n` +
    `export type ${typeName} =${names.map((each) => `\n  | ${quote(each)}`).join('')}\n\n` +
    `/** ${meaning} */\n` +
    `export const ${name}: Readonly<Record<${typeName}, ClassDescription>> = /* @__PURE__ */ describedClasses({\n` +
    `${classes.map((each) => classEntry(each, { names, primitives })).join('')}})\n`
  )
}

const vcdm11File = (model) =>
  classesText(ofVersion(model, '1.1'), model.primitives, {
    typeName: 'ClassNamev1p1',
    typeMeaning: 'Name of a class as VCDM 1.1 has it; all others are the same in both versions.',
    name: 'structurev1p1',
    interfaces: 'ClassDescription',
    meaning: 'The classes that VCDM 1.1 has otherwise. Only reading needs them, so they stand apart.',
  })

function structureFile(model) {
  const contexts = Object.entries(model.contexts)
  return (
    classesText(ofVersion(model, undefined), model.primitives, {
      typeName: 'ClassName',
      typeMeaning: 'Name of a class of the data model.',
      name: 'structure',
      interfaces: 'ClassDescription, ContextName',
      meaning: 'The classes: which members they have, of which types, and how many values each takes.',
    }) +
    `\n/** The contexts that credentials name at fixed places: their current URL and what they are called. */\n` +
    `export const contexts: Readonly<Record<ContextName, { readonly url: string; readonly title: string }>> = {\n` +
    contexts
      .map(
        ([name, { url, title }]) =>
          `  ${list(`${name}: {`, [`url: ${quote(url)}`, `title: ${quote(title)}`], '}', { indent: '  ', inside: ' ' }).trimStart()},\n`,
      )
      .join('') +
    `}\n`
  )
}

function entryLine([name, text]) {
  const line = `  ${name}: ${quote(text)},`
  return line.length <= 120 ? `${line}\n` : `  ${name}:\n    ${quote(text)},\n`
}

function expectationsFile(model) {
  // What is not listed is a string.
  const primitives = Object.entries(model.primitives)
    .filter(([, { expected, atRunTime }]) => expected !== 'a string' && atRunTime === undefined)
    .map(([name, { expected }]) => [name, expected])
  const expected = [
    ...primitives,
    ['Context', 'a URI or an inline context'],
    ['ProfileRef', 'a URI or a `Profile` object'],
  ]
  const terms = model.enumerations.map(({ name, terms: each, extensible }) => [
    name,
    [...each.map(({ term }) => term), ...(extensible ? ['ext:'] : [])].join(' '),
  ])
  return (
    `${header}/** What a value of each type that is no class is, in the words of a message; of one that is not here, a string. */\n` +
    `export const expectations: Readonly<Record<string, string>> = {\n${expected.map(entryLine).join('')}}\n\n` +
    `/** The terms of each enumeration; \`ext:\` at the end of one that takes terms of one's own. */\n` +
    `export const termsOfEnumerations: Readonly<Record<string, string>> = {\n${terms.map(entryLine).join('')}}\n`
  )
}

/** Returns the files by their names. */
export const structureFilesOf = (model) => ({
  'structure.ts': structureFile(model),
  'structure-v1p1.ts': vcdm11File(model),
  'expectations.ts': expectationsFile(model),
})
