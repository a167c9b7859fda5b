import { sha256Hex } from '#platform'
import { TestamurError } from '../errors.js'
import { canonicalJson } from '../json/canonical.js'
import type { BundledContext, ContextDocument } from './interface.js'

/**
 * Loads a bundled context and returns a frozen copy, made from the very text that was hashed.
 * Throws `ERR_CONTEXT_INTEGRITY` when the hash is not the pinned one.
 */
export async function verifiedContext(context: BundledContext): Promise<ContextDocument> {
  const document = await context.load()
  // A package that has lost the context gives nothing, which is not the pinned content either.
  const text = canonicalJson(document ?? null)
  if ((await sha256Hex(text)) !== context.sha256) {
    throw new TestamurError(
      'ERR_CONTEXT_INTEGRITY',
      `The installed text of ${context.url} is not the one that was pinned`,
      {
        advice: 'Reinstall the packages as this version of Testamur asks for them',
      },
    )
  }
  return JSON.parse(text, (_member, value: unknown) => Object.freeze(value)) as ContextDocument
}
