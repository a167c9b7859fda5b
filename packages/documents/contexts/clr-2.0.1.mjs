// What the CLR context 2.0.1 says otherwise than 2.0.0, as a term table.

const clr = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#'

/**
 * What the CLR context 2.0.1 adds to 2.0.0, and the prefix it corrects: `obi` now leads to the vocabulary of Open
 * Badges.
 */
// biome-ignore format: one row per term
export const clr201Changes = [
  // scope          term          IRI                                                datatype          container
  ['ClrCredential', 'partial',    `${clr}partial`,                                   'xsd:boolean'],
  ['ClrSubject',    'identifier', `${clr}identifier-1`,                              'obi:Identifier', '@set'],
  ['ClrSubject',    'obi',        'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'],
]
