import { describeUrl, parseUrl } from '@testamur/documents/json'
import { verificationKeyFromMultikey } from './bbs-public-key.js'
import { describeDid } from './describe-did.js'
import type { KeyNames, KeyQuery, VerificationRelationship } from './interface.js'

/**
 * Returns how messages call a key and who must control it. Ids that may be a person's are not repeated: none of the holder
 * of a presentation, and of others only DIDs and https URLs, without what may be secret in them.
 */
export function keyNames(
  query: KeyQuery,
  { issuer, relationship }: { readonly issuer: string; readonly relationship: VerificationRelationship },
): KeyNames {
  const isHolders = relationship === 'authentication'
  return { key: nameOfKey(query, isHolders), controller: isHolders ? 'the holder' : nameOfIssuer(issuer) }
}

function nameOfKey(query: KeyQuery, isHolders: boolean): string {
  if ('publicKey' in query) return 'in the header of the token'
  if (isHolders) return 'of the presentation'
  const [base = '', ...fragments] = query.id.split('#')
  const name = nameOf(base)
  const fragment = fragments.join('#')
  if (name === undefined) return 'that is named'
  if (name.startsWith('a ')) return `of ${name}`
  return isTellable(fragment) ? `${name}#${fragment}` : name
}

function nameOfIssuer(issuer: string): string {
  const name = nameOf(issuer)
  return name === undefined || name.startsWith('a ') ? 'the issuer' : name
}

/** The name of a DID or an https URL; others may be a person's address. */
function nameOf(id: string): string | undefined {
  // What follows a DID in a DID URL may hold a token.
  if (id.startsWith('did:')) return describeDid(id.split(/[/?#]/)[0] ?? '')
  return /^https:/i.test(id) && parseUrl(id) !== undefined ? describeUrl(id) : undefined
}

/** A short plain word has no room for a private key; a public one may be shown. */
function isTellable(fragment: string): boolean {
  return /^[\w.-]{1,36}$/.test(fragment) || verificationKeyFromMultikey(fragment) !== undefined
}
