import type { ClassDescription, PropertyDescription } from './interface.js'

/**
 * A class in its short form: its specification, its members as in `value?, achievedLevel? URI RubricCriterionLevel` (no
 * sign: one value; `?` at most one, `*` any number, `+` at least one, `++` at least two; no type: a string), and what
 * cannot be told from its name.
 */
type ShortForm = readonly [
  specification: 'ob' | 'clr',
  properties: string,
  facts?: Omit<ClassDescription, 'source' | 'properties'>,
]

const titles = { ob: 'Open Badges 3.0', clr: 'CLR 2.0' }

const cardinalities: Readonly<Record<string, string>> = {
  '': '1',
  '?': '0..1',
  '*': '0..*',
  '+': '1..*',
  '++': '2..*',
  '+++': '3..*',
}

/**
 * Returns the classes of the model from their short form. Each is read when it is first asked for: a program that only
 * validates valid documents asks for none.
 */
export function describedClasses<Name extends string>(
  classes: Readonly<Record<Name, ShortForm>>,
): Readonly<Record<Name, ClassDescription>> {
  const described = {} as Record<Name, ClassDescription>
  for (const name in classes) {
    Object.defineProperty(described, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = describedClass(name, classes[name])
        Object.defineProperty(described, name, { value, enumerable: true })
        return value
      },
    })
  }
  return described
}

const describedClass = (name: string, [specification, properties, facts]: ShortForm): ClassDescription => ({
  source: `${titles[specification]}, ${name}`,
  types: [[name.replace('v1p1', '')]],
  ...facts,
  properties: propertiesOf(properties),
})

const propertiesOf = (text: string): Readonly<Record<string, PropertyDescription>> =>
  Object.fromEntries(text.split(', ').map(propertyOf))

function propertyOf(row: string): [string, PropertyDescription] {
  const [signed = '', type = 'String', refersTo] = row.split(' ')
  const member = signed.replace(/[?*+]+$/, '')
  const cardinality = cardinalities[signed.slice(member.length)] ?? ''
  return [member, refersTo === undefined ? [type, cardinality] : [type, cardinality, refersTo]]
}
