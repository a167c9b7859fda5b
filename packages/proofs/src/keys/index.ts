export type { KeyPair, PrivateJwk, PublicJwk, PublicKey, SignatureAlgorithm, Signer } from './interface.js'
export { jwkFromPublicKey, publicKeyFromJwk } from './jwk.js'
export type { DecodedMultikey } from './multikey.js'
export {
  decodeBase58Multibase,
  decodeMultikey,
  decodeSecretMultikey,
  encodeBase58Multibase,
  encodeMultikey,
  publicKeyFromMultikey,
} from './multikey.js'
export { generatePrivateJwk, keyPairFromJwk, privateJwkFrom, signerFromJwk } from './private-key.js'
export type { VerifySignatureOptions } from './signature.js'
export { verifySignature } from './signature.js'
