// Reads the tables of the data model into objects and checks that they hold together.
import * as tables from '../../packages/credentials/model/index.mjs'

/** Lines of a table as arrays of trimmed cells. */
const rowsOf = (table) =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()))

function propertyOf([member, type, cardinality, meaning, ...rest], className) {
  if (meaning === undefined || rest.length > 0 || !/^(0|1)\.\.1$|^1$|^\d\.\.\*$/.test(cardinality))
    throw new Error(`${className}: a row must read: member | type | cardinality | meaning, not ${member} | ${type} …`)
  const [, name, refersTo] = /^(\w+)(?: of (\w+))?$/.exec(type) ?? []
  return {
    member,
    type: name,
    refersTo,
    cardinality,
    meaning,
    required: !cardinality.startsWith('0'),
    many: cardinality.endsWith('*'),
    compacted: tables.compactedSets.includes(member),
  }
}

/**
 * Returns the model: `classes` with their `properties` as objects, `enumerations` with their terms, and the rest as the
 * tables have it. Throws when a row names a type that there is not.
 */
export function readModel() {
  const classes = tables.classes.map(({ types = [], properties, ...rest }) => ({
    ...rest,
    types,
    properties: rowsOf(properties).map((row) => propertyOf(row, rest.name)),
  }))
  const enumerations = tables.enumerations.map(({ terms, ...rest }) => ({
    ...rest,
    terms: rowsOf(terms).map(([term, meaning]) => ({ term, meaning })),
  }))
  const known = new Set([...[...classes, ...enumerations].map(({ name }) => name), ...Object.keys(tables.primitives)])
  for (const name of ['Context', 'ProfileRef']) known.add(name)
  for (const { name, properties } of classes) {
    for (const { member, type, refersTo } of properties) {
      if (!known.has(type) || (refersTo !== undefined && !known.has(refersTo)))
        throw new Error(`${name}.${member} has a type that no table describes`)
    }
  }
  const { contexts, specifications, primitives, extensionTerm } = tables
  return { classes, enumerations, contexts, specifications, primitives, extensionTerm }
}
