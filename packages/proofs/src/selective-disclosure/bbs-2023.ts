import { isBlsMultikey, loadBlsMultikey } from './bls-multikey.js'
import { hmacLabels } from './hmac-labels.js'
import { notInstalled } from './not-installed.js'
import { isBytes, isLabelMap, isPositions, isTextList } from './proof-value.js'
import type { PeerCryptosuites, SelectiveDisclosureCryptosuite } from './suite.js'

const packages = '@digitalbazaar/bbs-2023-cryptosuite @noble/hashes@1'
const scalarBytes = 32
/** A BBS proof that withholds nothing: three points of 48 bytes and four scalars (proof_to_octets of the BBS draft). */
const shortestProofBytes = 3 * 48 + 4 * scalarBytes

/** BBS signatures over the statements, with the baseline feature option (VC DI BBS Cryptosuites 1.0). */
export const bbs2023: SelectiveDisclosureCryptosuite = {
  id: 'bbs-2023',
  packages,
  keyName: 'BLS12-381 G2',
  isPublicKey: isBlsMultikey,

  // createShuffledIdLabelMapFunction: positions in the order of the HMACs, so that equal documents can be told by none.
  labels(canonical, hmacKey) {
    const shuffled = hmacLabels(canonical, hmacKey)
    const order = [...shuffled.values()].sort()
    return new Map([...shuffled].map(([node, label]) => [node, `b${order.indexOf(label)}`]))
  },

  // serializeBaseProofValue
  readBaseProof([signature, header, publicKey, hmacKey, mandatoryPointers, ...more]) {
    if (
      !isBytes(signature, 80) ||
      !isBytes(header, 64) ||
      !isBytes(publicKey, 96) ||
      !isBytes(hmacKey, 32) ||
      !isTextList(mandatoryPointers) ||
      more.length > 0
    ) {
      return undefined
    }
    return {
      mandatoryPointers,
      hmacKey,
      // createDisclosureData and serializeDerivedProofValue
      async derive({ nonMandatory, selectiveIndexes, mandatoryIndexes, labels, presentationHeader }) {
        const { ALGORITHMS, fromRaw } = await loadBlsMultikey()
        const key = await fromRaw({ algorithm: ALGORITHMS.BBS_BLS12381_SHA256, publicKey })
        const encoder = new TextEncoder()
        const messages = nonMandatory.map((line) => encoder.encode(line))
        const disclosed = { disclosedMessageIndexes: selectiveIndexes, presentationHeader }
        const bbsProof = await key.deriveProof({ signature, header, messages, ...disclosed })
        const labelMap = new Map(labels.map((label, index) => [index, Number(label.slice(1))]))
        return [bbsProof, labelMap, mandatoryIndexes, selectiveIndexes, presentationHeader]
      },
    }
  },

  // serializeDerivedProofValue
  readDerivedProof([bbsProof, labelMap, mandatoryIndexes, selectiveIndexes, presentationHeader, ...more]) {
    if (!isBytes(bbsProof) || !Array.isArray(selectiveIndexes)) return undefined
    const withheld = (bbsProof.length - shortestProofBytes) / scalarBytes
    const isDerivedProof =
      Number.isInteger(withheld) &&
      withheld >= 0 &&
      isLabelMap(labelMap, (label) => typeof label === 'number') &&
      isPositions(mandatoryIndexes) &&
      isPositions(selectiveIndexes, withheld + selectiveIndexes.length) &&
      more.length === 0
    return isDerivedProof && isBytes(presentationHeader) ? { withheld, presentationHeader } : undefined
  },

  async load() {
    try {
      return (await import('@digitalbazaar/bbs-2023-cryptosuite')) as PeerCryptosuites
    } catch (error) {
      throw notInstalled(packages, error)
    }
  },
}
