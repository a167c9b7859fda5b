/** A DID (DID Core 1.0 §3.1), taken apart. */
export interface Did {
  /** `key`, `web` … */
  readonly method: string
  /** What follows the method, undecoded. */
  readonly methodSpecificId: string
}

/** Returns the parts of a DID, or `undefined` when the text is none; a DID URL with path, query or fragment is none. */
export function parseDid(text: string): Did | undefined {
  const match = /^did:([a-z0-9]+):((?:[\w.:-]|%[0-9A-Fa-f]{2})*(?:[\w.-]|%[0-9A-Fa-f]{2}))$/.exec(text)
  const [, method, methodSpecificId] = match ?? []
  return method === undefined || methodSpecificId === undefined ? undefined : { method, methodSpecificId }
}
