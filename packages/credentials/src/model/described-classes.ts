import { capital } from './capital.js'
import type { Cardinality, ClassDescription, PropertyDescription } from './interface.js'

/**
 * A class in its short form: its specification, its members as in `value? alignment* creditsEarned?:Float
 * achievedLevel?:URI:RubricCriterionLevel` (name, cardinality, type, class referred to), and what cannot be told from its
 * name. A member without a type has the class of its own name, where there is one, or else is a string.
 */
type ShortForm = readonly [
  specification: 'ob' | 'clr',
  properties: string,
  facts?: Omit<ClassDescription, 'name' | 'source' | 'properties'>,
]

const titles = { ob: 'Open Badges 3.0', clr: 'CLR 2.0' }

/** Returns the classes of the model from their short form. */
export function describedClasses<Name extends string>(
  classes: Readonly<Record<Name, ShortForm>>,
): Readonly<Record<Name, ClassDescription>> {
  const described: Record<string, ClassDescription> = {}
  for (const [name, [specification, rows, facts]] of Object.entries<ShortForm>(classes)) {
    const properties: Record<string, PropertyDescription> = {}
    for (const row of rows.split(' ')) {
      const [signed = '', type, refersTo] = row.split(':')
      const member = signed.replace(/[?*+]$/, '')
      const usual = capital(member) in classes ? capital(member) : 'String'
      properties[member] = [type ?? usual, signed.slice(member.length) as Cardinality, refersTo]
    }
    const source = `${titles[specification]}, ${name}`
    described[name] = { name, source, types: [[name.replace('v1p1', '')]], ...facts, properties }
  }
  return described as Record<Name, ClassDescription>
}
