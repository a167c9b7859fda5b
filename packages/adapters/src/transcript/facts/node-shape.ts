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
