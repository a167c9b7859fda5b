// What the CLR context 2.0.0 says, as a term table.

const clr = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#'

/**
 * The terms of the CLR context 2.0.0. No context defines the prefix `xsd`, so `xsd:anyURI` is itself the datatype that
 * proofs cover.
 */
// biome-ignore format: one row per term
export const clr200Terms = [
  // scope          term                    IRI                                                  datatype
  // container
  ['*',             'id',                   '@id'],
  ['*',             'type',                 '@type'],
  ['*',             'ClrCredential',        `${clr}ClrCredential`],
  ['*',             'ClrSubject',           `${clr}ClrSubject`],
  ['*',             'Association',          `${clr}Association`],

  ['ClrCredential', 'id',                   '@id'],
  ['ClrCredential', 'type',                 '@type'],

  ['ClrSubject',    'id',                   '@id'],
  ['ClrSubject',    'type',                 '@type'],
  ['ClrSubject',    'cred',                 'https://www.w3.org/2018/credentials#'],
  ['ClrSubject',    'obi',                  'https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#'],
  ['ClrSubject',    'achievement',          `${clr}achievement`,                                 'obi:Achievement',           '@set'],
  ['ClrSubject',    'association',          `${clr}association`,                                 `${clr}Association`,         '@set'],
  ['ClrSubject',    'verifiableCredential', `${clr}verifiableCredential`,                        'cred:verifiableCredential', '@set'],

  ['Association',   'associationType',      `${clr}AssociationType`],
  ['Association',   'sourceId',             `${clr}sourceId`,                                    'xsd:anyURI'],
  ['Association',   'targetId',             `${clr}targetId`,                                    'xsd:anyURI'],
]
