import { base64url } from 'multiformats/bases/base64'
import { decodeMultikey } from '../keys/multikey.js'
import { hmacLabels } from './hmac-labels.js'
import { notInstalled } from './not-installed.js'
import { isBytes, isBytesList, isLabelMap, isPositions, isTextList } from './proof-value.js'
import type { PeerCryptosuites, SelectiveDisclosureCryptosuite } from './suite.js'

const packages = '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
const signatureBytes = 64
/** A P-256 Multikey without its multibase letter: two bytes of prefix, 33 of the point. */
const publicKeyBytes = 35
const hmacBytes = 32

/** Every statement signed by a key made for this proof alone (VC DI ECDSA Cryptosuites 1.0). */
export const ecdsaSd2023: SelectiveDisclosureCryptosuite = {
  id: 'ecdsa-sd-2023',
  packages,
  keyName: 'P-256',
  isPublicKey: (publicKeyMultibase) => decodeMultikey(publicKeyMultibase)?.algorithm === 'ES256',
  labels: hmacLabels,

  // serializeBaseProofValue
  readBaseProof([baseSignature, publicKey, hmacKey, signatures, mandatoryPointers, ...more]) {
    if (
      !isBytes(baseSignature, signatureBytes) ||
      !isBytes(publicKey, publicKeyBytes) ||
      !isBytes(hmacKey, hmacBytes) ||
      !isBytesList(signatures, signatureBytes) ||
      !isTextList(mandatoryPointers) ||
      more.length > 0
    ) {
      return undefined
    }
    return {
      mandatoryPointers,
      hmacKey,
      // createDisclosureData and serializeDerivedProofValue
      async derive({ nonMandatory, selectiveIndexes, mandatoryIndexes, labels }) {
        if (signatures.length !== nonMandatory.length) return undefined
        const disclosed = selectiveIndexes.flatMap((index) => signatures[index] ?? [])
        const labelMap = new Map(labels.map((label, index) => [index, base64url.decode(label)]))
        return [baseSignature, publicKey, disclosed, labelMap, mandatoryIndexes]
      },
    }
  },

  // serializeDerivedProofValue
  readDerivedProof([baseSignature, publicKey, signatures, labelMap, mandatoryIndexes, ...more]) {
    const isDerivedProof =
      isBytes(baseSignature, signatureBytes) &&
      isBytes(publicKey, publicKeyBytes) &&
      isBytesList(signatures, signatureBytes) &&
      isLabelMap(labelMap, (label) => isBytes(label, hmacBytes)) &&
      isPositions(mandatoryIndexes) &&
      more.length === 0
    // What is withheld leaves no trace in the proof.
    return isDerivedProof ? { withheld: 0, presentationHeader: undefined } : undefined
  },

  async load() {
    try {
      return (await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')) as PeerCryptosuites
    } catch (error) {
      throw notInstalled(packages, error)
    }
  },
}
