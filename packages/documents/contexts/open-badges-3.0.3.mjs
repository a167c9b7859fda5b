// The context 3.0.3 of Open Badges changed in place. Its first text, in use until June 2026, comes from a package;
// these are the terms that later texts added. Nothing was changed or removed.

/**
 * What the text that 1EdTech's validator used from November 2025 adds: the `jti` of a VC-JWT whose payload is the
 * credential.
 */
// biome-ignore format: one row per term
export const addedByValidator202511 = [
  // scope  term              IRI                                                             datatype   container
  ['*',     'jti',            'https://www.iana.org/assignments/jwt#jti',                     '@id'],
]

/** What the newest text, published in June 2026, adds: that, and endorsements in compact JWS form. */
// biome-ignore format: one row per term
export const addedByNewest = [
  ...addedByValidator202511,
  ['*',     'endorsementJwt', 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt', undefined, '@set'],
]
