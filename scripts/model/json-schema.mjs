// Makes the JSON Schemas (draft 2019-09) of the model's classes. Like the official ones they take a single value for
// any set, and strings by language for any text; but they say it with if/then/else, so that a validator follows the
// one branch that fits the value and reports nothing of the others.

/** Language tags that name the strings of a language map. */
const languageTag = '^[a-z]{2}(-[A-Z]{2})?$'

/** Texts by language tag. */
const languageMap = {
  type: 'object',
  propertyNames: { pattern: languageTag },
  additionalProperties: { type: 'string' },
}

/** One branch for values of the condition, one for all others. */
const branch = (condition, yes, no) => {
  // oxlint-disable-next-line unicorn/no-thenable
  return { if: condition, then: yes, else: no }
}

/** A text, or that text by language; a narrower text narrows the strings of its language map as well. */
const textOf = (schema) =>
  schema.pattern === undefined && schema.enum === undefined
    ? { $ref: '#/$defs/Text' }
    : branch({ type: 'object' }, { propertyNames: { pattern: languageTag }, additionalProperties: schema }, schema)

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

const setOf = (item, keywords = {}) => branch({ type: 'array' }, { ...keywords, items: item }, item)

const anyContext = { type: ['string', 'object'] }

/** `@context`: the credential's own vocabularies at the first places, any others after them. */
function contextSchema({ contexts: names }, { cardinality }, { contexts }) {
  const places = names.map((name) =>
    contexts[name].pattern === undefined
      ? { const: contexts[name].url }
      : { type: 'string', pattern: contexts[name].pattern },
  )
  const inOrder = { minItems: Number.parseInt(cardinality, 10), items: places, additionalItems: anyContext }
  return branch({ type: 'array' }, inOrder, anyContext)
}

function typeSchema({ types }, { many }) {
  if (!many) return textOf(types.length === 0 ? { type: 'string' } : { enum: types[0] })
  return setOf(textOf({ type: 'string' }), {
    minItems: 1,
    allOf: types.map((group) => ({ contains: { enum: group } })),
  })
}

function valueSchema({ type }, model) {
  if (type === 'ProfileRef') {
    // An object whose members are all strings by language passes as the URI, the empty one included. Written out, the
    // condition is compiled to stop at the first member that shows what it is.
    const profile = { type: 'object', not: languageMap }
    return branch(profile, { $ref: '#/$defs/Profile' }, { type: ['string', 'object'] })
  }
  const primitive = model.primitives[type]
  if (primitive === undefined) return { $ref: `#/$defs/${type}` }
  if (hasPattern(primitive)) return { $ref: `#/$defs/${type}` }
  return primitive.text ? textOf(primitive.schema) : primitive.schema
}

const hasPattern = ({ text, schema }) => text && schema.pattern !== undefined

function propertySchema(property, description, model) {
  if (property.member === '@context') return contextSchema(description, property, model)
  if (property.member === 'type') return typeSchema(description, property)
  if (!property.many) return valueSchema(property, model)
  if (property.required) return setOf(valueSchema(property, model), { minItems: 1 })
  return { $ref: `#/$defs/${setName(property)}` }
}

const setName = ({ type }) => `SetOf${type}`

/** The sets of all classes, each once: compiled, a set would otherwise be written out wherever it is used. */
function setDefinitions(model) {
  const properties = model.classes.flatMap((each) => each.properties)
  const sets = properties.filter(({ member, many, required }) => many && !required && member !== 'type')
  return Object.fromEntries(
    sets.map((property) => [
      setName(property),
      {
        description: `Any number of ${property.type}, or one without an array.`,
        ...setOf(valueSchema(property, model)),
      },
    ]),
  )
}

const classSchema = (description, model) => ({
  description: description.meaning,
  type: 'object',
  properties: Object.fromEntries(
    description.properties.map((property) => [property.member, propertySchema(property, description, model)]),
  ),
  required: description.properties.filter(({ required }) => required).map(({ member }) => member),
  ...(description.closed ? { additionalProperties: false } : {}),
})

const enumerationSchema = ({ meaning, terms, extensible }, { extensionTerm }) => {
  const known = { enum: terms.map(({ term }) => term) }
  return {
    description: meaning,
    ...(extensible ? { type: 'string', if: { pattern: extensionTerm }, else: known } : known),
  }
}

/** Returns the schemas of all classes and enumerations by name, as `$defs` that refer to each other. */
export function definitionsOf(model) {
  return {
    ...Object.fromEntries(model.classes.map((description) => [description.name, classSchema(description, model)])),
    ...Object.fromEntries(model.enumerations.map((each) => [each.name, enumerationSchema(each, model)])),
    ...Object.fromEntries(
      Object.entries(model.primitives)
        .filter(([, primitive]) => hasPattern(primitive))
        .map(([name, { expected, schema }]) => [name, { description: `${capital(expected)}.`, ...textOf(schema) }]),
    ),
    ...setDefinitions(model),
    Text: {
      description: 'A text, or the same text in several languages.',
      ...branch({ type: 'object' }, { $ref: '#/$defs/LanguageMap' }, { type: 'string' }),
    },
    LanguageMap: {
      description: 'Texts by language tag.',
      ...languageMap,
    },
  }
}

function referencesIn(schema, found = new Set()) {
  if (typeof schema !== 'object' || schema === null) return found
  if (typeof schema.$ref === 'string') found.add(schema.$ref.slice('#/$defs/'.length))
  for (const value of Object.values(schema)) referencesIn(value, found)
  return found
}

/** Returns the schema document of one class: self-contained, with the definitions it reaches. */
export function schemaDocumentOf(name, definitions) {
  const reached = new Set([name])
  for (const each of reached) for (const reference of referencesIn(definitions[each])) reached.add(reference)
  return {
    $schema: 'https://json-schema.org/draft/2019-09/schema',
    title: name,
    $ref: `#/$defs/${name}`,
    $defs: Object.fromEntries(Object.entries(definitions).filter(([each]) => reached.has(each))),
  }
}
