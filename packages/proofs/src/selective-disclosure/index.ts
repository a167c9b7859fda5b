export { addBaseProof, createBaseProof } from './add-base-proof.js'
export { bbsSigner, generateBbsKey } from './bbs-key.js'
export { deriveCredential, UnderivableCredentialError } from './derive-credential.js'
export type {
  AddBaseProofOptions,
  BaseProof,
  BbsKey,
  BbsSigner,
  CreateBaseProofOptions,
  DeriveCredentialOptions,
  SelectiveDisclosureCryptosuiteId,
  VerifyDerivedProofOptions,
} from './interface.js'
export { verifyDerivedProof } from './verify-derived-proof.js'
