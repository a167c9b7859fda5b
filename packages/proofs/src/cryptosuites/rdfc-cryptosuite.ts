import { UnsignableDocumentError } from '../errors.js'
import { problem } from '../problems.js'
import type { Cryptosuite } from './interface.js'
import { transformRdfc } from './rdfc-transformation.js'
import { type SignatureCryptosuite, signatureCryptosuite } from './signature-cryptosuite.js'
import type { Transformation } from './transformation.js'

/** Returns a suite that canonicalises statements with RDFC-1.0. */
export function rdfcCryptosuite(suite: Pick<SignatureCryptosuite, 'id' | 'algorithms'>): Cryptosuite {
  return signatureCryptosuite({ ...suite, transform: transformRdfc, refuse: refuseRepeated })
}

/**
 * A dataset is a set, but jsonld.js says a statement twice when the document says it as native value and as typed one.
 * Other implementations would hash one line, so no signature over two is made.
 */
function refuseRepeated({ canonicalDocument }: Transformation): void {
  const lines = canonicalDocument.split('\n')
  if (new Set(lines).size === lines.length) return
  const detail = 'A value stands twice in two spellings. Write it once.'
  throw new UnsignableDocumentError([problem('duplicate-statement', '', detail)])
}
