export type {
  CanonicalizationCache,
  CanonicalizeOptions,
  CanonicalizeResult,
  Canonicalizer,
  EngineOptions,
  FallbackLimits,
  HashAlgorithm,
  RefusedEngineOption,
} from './canonicalize/index.js'
export {
  canonicalizationCache,
  canonicalize,
  canonicalizeByReference,
  refusedEngineOption,
  statementProblems,
} from './canonicalize/index.js'
export type { Cryptosuite, CryptosuiteId, DataIntegrityProof } from './cryptosuites/index.js'
export {
  cryptosuiteOf,
  cryptosuites,
  defaultCryptosuite,
  findCryptosuite,
  isRegisteredCryptosuite,
} from './cryptosuites/index.js'
export type { AddProofOptions, VerifyDataIntegrityProofOptions, WithProof } from './data-integrity/index.js'
export { addProof, createProof, verifyDataIntegrityProof } from './data-integrity/index.js'
export type {
  DidResolutionResult,
  DidResolver,
  RemoteDocumentCache,
  RemoteDocumentCacheOptions,
  RemoteDocuments,
  RemoteDocumentsOptions,
  ResolvedVerificationMethod,
} from './dids/index.js'
export {
  didResolver,
  remoteDocumentCache,
  remoteDocumentsFrom,
  resolveHeaderKey,
  resolveVerificationMethod,
} from './dids/index.js'
export type { ProofsErrorCode } from './errors.js'
export { ProofsError, UnsignableDocumentError } from './errors.js'
export type {
  GenerateKeyOptions,
  KeyStore,
  LocalKeyStore,
  RevokeKeyOptions,
  RotatedKey,
  RotateKeyOptions,
  StoredKey,
} from './key-stores/index.js'
export type {
  KeyPair,
  PrivateJwk,
  PublicJwk,
  PublicKey,
  SignatureAlgorithm,
  Signer,
  VerificationKey,
} from './keys/index.js'
export { publicKeyFromMultikey, signerFromJwk, verifySignature } from './keys/index.js'
export type { ProofsProblemCode } from './problems.js'
