/**
 * What each field of a node holds: a text, texts, nodes, or one node. What is required is there even if it holds
 * nothing; what is optional only if it holds something.
 */
export type NodeShape<Node> = { readonly [Field in keyof Node]-?: FieldShape<Node[Field]> }

type FieldShape<Value> =
  NonNullable<Value> extends string
    ? 'text'
    : NonNullable<Value> extends readonly (infer Item)[]
      ? Item extends string
        ? undefined extends Value
          ? 'optional texts'
          : 'texts'
        : undefined extends Value
          ? { readonly optionalList: () => NodeShape<Item> }
          : readonly [of: () => NodeShape<Item>]
      : undefined extends Value
        ? { readonly optional: () => NodeShape<NonNullable<Value>> }
        : { readonly required: () => NodeShape<Value> }

/** A shape of any node, as programs walk it. */
export interface AnyShape {
  readonly [field: string]: AnyFieldShape
}

/** What one field holds, as programs walk it. */
export type AnyFieldShape =
  | 'text'
  | 'texts'
  | 'optional texts'
  | { readonly optionalList: () => AnyShape }
  | readonly [of: () => AnyShape]
  | { readonly optional: () => AnyShape }
  | { readonly required: () => AnyShape }

/** True when a field holds a list. */
export function holdsMany(field: AnyFieldShape): boolean {
  return typeof field === 'string' ? field !== 'text' : Array.isArray(field) || 'optionalList' in field
}

/** True when a field may be absent. */
export function isOptional(field: AnyFieldShape): boolean {
  return typeof field === 'string' ? field !== 'texts' : 'optional' in field || 'optionalList' in field
}

/** The shape of the nodes that a field holds; `undefined` for texts. */
export function shapeOf(field: AnyFieldShape | undefined): AnyShape | undefined {
  if (field === undefined || typeof field === 'string') return undefined
  if ('required' in field) return field.required()
  if ('optional' in field) return field.optional()
  return 'optionalList' in field ? field.optionalList() : field[0]()
}
