// Makes the TypeScript of the model: for each class its type and the type of what its builder takes.
import { comment, header, imports, kebab, memberName, quote, union } from './layout.mjs'

const dateTypes = new Set(['Date', 'DateTime', 'DateTimeZ'])

/** Where the class files find the types they use. */
function moduleOf(name, model) {
  if (name === 'ContextMember') return '@testamur/documents'
  if (['OneOrMany', 'RequireOne', 'TypeNames'].includes(name)) return './interface.js'
  if (model.enumerations.some((each) => each.name === name)) return './enumerations.js'
  const className = name.replace(/Input$/, '')
  return model.classes.find((each) => each.name === className).typescript ?? `./${kebab(className)}.js`
}

/** The TypeScript of one value of a property: as documents have it, or (`input`) as a builder takes it. */
function valueType({ type, refersTo }, model, input) {
  if (type === 'Context') return 'ContextMember'
  if (type === 'ProfileRef') return input ? 'string | ProfileInput' : 'string | Profile'
  if (input && refersTo !== undefined) return `string | ${refersTo}`
  if (input && dateTypes.has(type)) return 'string | Date'
  const primitive = model.primitives[type]
  if (primitive !== undefined) return primitive.typescript
  const description = model.classes.find(({ name }) => name === type)
  const isBuilt =
    description !== undefined && description.contexts === undefined && description.typescript === undefined
  return input && isBuilt ? `${type}Input` : type
}

function propertyType(property, { types }, model, input) {
  if (property.member === 'type' && types.length > 0) {
    if (!property.many) return quote(types[0][0])
    return input ? 'OneOrMany<string>' : `TypeNames<${types.flat().map(quote).join(' | ')}>`
  }
  const value = valueType(property, model, input)
  if (!property.many) return value
  if (property.compacted) return `OneOrMany<${value}>`
  return `readonly ${value.includes(' | ') ? `(${value})` : value}[]`
}

/** What of a property differs for a builder: nothing, or what it fills in by itself; `undefined` for what it leaves out. */
function inputOf(property, { generatesId, contexts, types }) {
  const { member, many } = property
  if (member === 'proof' && contexts !== undefined) return undefined
  if (member === '@context')
    return { ...property, required: false, meaning: 'Vocabularies to add to those that the builder names.' }
  if (member === 'id' && generatesId)
    return { ...property, required: false, meaning: `${property.meaning} A random \`urn:uuid:\` when absent.` }
  if (member !== 'type' || types.length === 0) return property
  return {
    ...property,
    required: false,
    ...(many ? { meaning: 'Kinds to add to those that the builder writes.' } : {}),
  }
}

function membersOf(description, model, input) {
  const properties = input
    ? description.properties.map((property) => inputOf(property, description)).filter((each) => each !== undefined)
    : description.properties
  const absent = input ? ' | null | undefined' : ' | undefined'
  return properties
    .map((property) => {
      const { member, meaning, type, cardinality, required } = property
      const value = propertyType(property, description, model, input)
      const declaration = `${memberName(member)}${required ? '' : '?'}: ${value}${required ? '' : absent}`
      return `${comment([input ? meaning : `${meaning} (${type}, ${cardinality})`], '  ')}  readonly ${declaration}\n`
    })
    .concat(description.extensible ? ['  readonly [member: string]: unknown\n'] : [])
    .join('')
}

/** One exported type. Where one of several members is needed, the type says so. */
function declaration(name, paragraphs, members, needsOneOf) {
  if (needsOneOf === undefined) return `${comment(paragraphs)}export interface ${name} {\n${members}}\n`
  const keys = needsOneOf.map(quote).join(' | ')
  return (
    `interface ${name}Members {\n${members}}\n\n` +
    `${comment(paragraphs)}export type ${name} = RequireOne<${name}Members, ${keys}>\n`
  )
}

const inputDeclaration = (description, model) =>
  declaration(
    `${description.name}Input`,
    [
      `What the builder of {@link ${description.name}} takes: members that it can fill in by itself are optional, \`null\` and ` +
        `empty arrays count as absent${description.closed ? '' : ', members of other vocabularies are carried over'}.`,
    ],
    membersOf(description, model, true),
    description.needsOneOf,
  )

function classFile(description, model) {
  const { name, meaning, specification, needsOneOf, version } = description
  const { title, url } = model.specifications[specification]
  const see = `@see [${title}, ${name}](${url}#${name.toLowerCase()})`
  const read = declaration(name, [meaning, see], membersOf(description, model, false), needsOneOf)
  const body = version === undefined ? `${read}\n${inputDeclaration(description, model)}` : read
  const code = body.replaceAll(/\/\*\*[\s\S]*?\*\//g, '').replaceAll(/'[^']*'/g, '')
  const used = new Set([...code.matchAll(/\b[A-Z]\w+\b/g)].map(([word]) => word))
  for (const own of ['Date', name, `${name}Input`, `${name}Members`, `${name}InputMembers`]) used.delete(own)
  return `${header}${imports(used, (each) => moduleOf(each, model))}${body}`
}

function enumeration({ name, meaning, specification, terms, extensible }, model) {
  const { title, url } = model.specifications[specification]
  const alternatives = [...terms.map(({ term }) => quote(term)), ...(extensible ? ['`ext:${string}`'] : [])]
  const paragraphs = [
    `${meaning}${extensible ? ' Terms of your own start with `ext:`.' : ''}`,
    ...terms.map((each) => `- \`${each.term}\`: ${each.meaning}`),
    `@see [${title}, ${name}](${url}#${name.toLowerCase()})`,
  ]
  return `${comment(paragraphs)}${union(name, alternatives)}\n`
}

/** Returns the files of the types by their names. */
export function typeFilesOf(model) {
  const classes = model.classes.filter(({ typescript }) => typescript === undefined)
  return {
    ...Object.fromEntries(classes.map((each) => [`${kebab(each.name)}.ts`, classFile(each, model)])),
    'enumerations.ts': header + model.enumerations.map((each) => enumeration(each, model)).join('\n'),
  }
}
