export type { WithProof } from './add-proof.js'
export { addProof } from './add-proof.js'
export type { AddProofOptions, VerifyDataIntegrityProofOptions } from './interface.js'
export { verifyDataIntegrityProof } from './verify-proof.js'
