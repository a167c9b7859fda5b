/** Members of private and symmetric keys (RFC 7518 §6), and what else opens something. */
const secretName =
  /^_?(d|p|q|dp|dq|qi|oth|k|seed|pin|(user|so)Pin|pass(phrase|word|code)|(\w+)?(token|secret|apiKey|credentials?)|(private|secret)\w*)$/i
const maxDepth = 5

/** Returns the name of a member, on whatever level of an object, that seems to hold a secret: what a logger would print. */
export function secretMember(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth === maxDepth) return undefined
  for (const name of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[name]
    if (typeof member === 'function' || member === undefined) continue
    const found = secretName.test(name) ? name : secretMember(member, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
