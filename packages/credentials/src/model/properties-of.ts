import type { PropertyDescription } from './interface.js'

/** Reads the members of a class from their short form: `name String 0..1, achievedLevel URI 0..1 RubricCriterionLevel`. */
export function propertiesOf(text: string): Readonly<Record<string, PropertyDescription>> {
  const rows = text.split(',').map((row) => row.trim().split(/\s+/))
  return Object.fromEntries(
    rows.map(([member = '', type = '', cardinality = '', refersTo]): [string, PropertyDescription] => [
      member,
      refersTo === undefined ? [type, cardinality] : [type, cardinality, refersTo],
    ]),
  )
}
