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
function refuseRepeated({ canonicalDocument, isSet = false }: Transformation): void {
  if (isSet || !hasRepeatedLine(canonicalDocument)) return
  const detail = 'A value stands twice in two spellings. Write it once.'
  throw new UnsignableDocumentError([problem('duplicate-statement', '', detail)])
}

/** Whether a line follows itself: lines are sorted. */
function hasRepeatedLine(text: string): boolean {
  let start = 0
  let lengthBefore = -1
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const length = end - start
    if (length === lengthBefore && text.startsWith(text.slice(start, end), start - 1 - length)) return true
    lengthBefore = length
    start = end + 1
  }
  return false
}
