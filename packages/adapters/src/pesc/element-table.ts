/** Fields of a transcript's node that hold one text. */
type TextField<Node> = {
  [Field in keyof Node]-?: NonNullable<Node[Field]> extends string ? Field : never
}[keyof Node]

/** Fields that hold a list of texts. */
type TextListField<Node> = {
  [Field in keyof Node]-?: NonNullable<Node[Field]> extends readonly string[] ? Field : never
}[keyof Node]

/** The PESC element of every field that is text: its name, or its name in brackets where it may repeat. */
export type ElementNames<Node> = { readonly [Field in TextField<Node>]: string } & {
  readonly [Field in TextListField<Node>]: readonly [string]
}

/** Fields that are nodes themselves, or lists of nodes. */
export type ChildNodes<Node> = Omit<Node, TextField<Node> | TextListField<Node>>

/** The fields that are text, and the element of each: read in one direction, written in the other. */
export interface ElementTable<Node> {
  readonly names: ElementNames<Node>
  /** Which field an element goes to, and whether it may repeat. */
  readonly byElement: ReadonlyMap<string, { readonly field: string; readonly isList: boolean }>
}

/** Makes the table of a node's text fields; the compiler sees that no field is forgotten. */
export function elementTable<Node>(names: ElementNames<Node>): ElementTable<Node> {
  const fields = Object.entries(names as Readonly<Record<string, string | readonly [string]>>)
  const byElement = new Map<string, { field: string; isList: boolean }>()
  for (const [field, name] of fields) {
    const isList = typeof name !== 'string'
    byElement.set(isList ? name[0] : name, { field, isList })
  }
  return { names, byElement }
}
