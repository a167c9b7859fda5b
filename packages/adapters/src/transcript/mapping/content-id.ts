import { v5 } from 'uuid'

/** Namespace of the ids that are derived from content (RFC 9562 §6.6). */
const namespace = '6f0b7d5e-2f0c-4f7a-9d0e-5b8a6f3c1e42'

/**
 * Returns a `urn:uuid:` derived from content (UUID version 5 over its JSON): the same content always has the same id,
 * other content another. Members must be written in a fixed order.
 */
export function contentId(...content: readonly unknown[]): string {
  return `urn:uuid:${v5(JSON.stringify(content), namespace)}`
}

/** Members that may be absent, and are something where they are present. */
export type Present<Members> = { [Member in keyof Members]: Exclude<Members[Member], null | undefined> }

/** Without members that are absent, so that content that says the same has one form only. */
export function present<Members extends object>(members: Members): Present<Members> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => isPresent(value))) as Present<Members>
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}
