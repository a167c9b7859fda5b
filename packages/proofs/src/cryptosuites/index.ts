export { bbs2023 } from './bbs-2023.js'
export { ecdsaJcs2019 } from './ecdsa-jcs-2019.js'
export { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.js'
export { ecdsaSd2023 } from './ecdsa-sd-2023.js'
export { ed25519Signature2020 } from './ed25519-signature-2020.js'
export { eddsa2022 } from './eddsa-2022.js'
export { eddsaJcs2022 } from './eddsa-jcs-2022.js'
export { eddsaRdfc2022 } from './eddsa-rdfc-2022.js'
export type {
  CreateProofOptions,
  Cryptosuite,
  CryptosuiteOptions,
  DataIntegrityProof,
  OptionalProofMembers,
  SecurableDocument,
  VerifyProofOptions,
} from './interface.js'
export type { TransformJcsOptions } from './jcs-transformation.js'
export { transformJcs } from './jcs-transformation.js'
export type { TransformRdfcOptions } from './rdfc-transformation.js'
export { transformRdfc } from './rdfc-transformation.js'
export type { CryptosuiteId } from './registry.js'
export {
  cryptosuiteOf,
  cryptosuites,
  defaultCryptosuite,
  findCryptosuite,
  isRegisteredCryptosuite,
} from './registry.js'
export type { HashTransformationOptions, Transformation, TransformationResult } from './transformation.js'
export { hashTransformation } from './transformation.js'
