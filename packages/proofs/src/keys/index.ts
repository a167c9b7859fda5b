export type { EcdsaAlgorithm } from './der-signature.js'
export { derFromRawSignature, rawSignatureFromDer } from './der-signature.js'
export type {
  BbsPublicKey,
  EcPrivateJwk,
  EcPublicJwk,
  KeyPair,
  OkpPrivateJwk,
  OkpPublicJwk,
  PrivateJwk,
  PublicJwk,
  PublicKey,
  RsaPrivateJwk,
  RsaPublicJwk,
  SignatureAlgorithm,
  Signer,
  VerificationKey,
} from './interface.js'
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
export { privateJwkFromPkcs8 } from './pkcs8.js'
export { generatePrivateJwk, keyPairFromJwk, privateJwkFrom, signerFromJwk } from './private-key.js'
export type { VerifySignatureOptions } from './signature.js'
export { verifySignature } from './signature.js'
export { publicKeyFromSpki } from './spki.js'
