export { eddsaRdfc2022 } from './eddsa-rdfc-2022.js'
export type {
  CreateProofOptions,
  Cryptosuite,
  CryptosuiteOptions,
  DataIntegrityProof,
  VerifyProofOptions,
} from './interface.js'
export type { RdfcTransformation, RdfcTransformationResult, TransformRdfcOptions } from './rdfc-transformation.js'
export { hashRdfc, transformRdfc } from './rdfc-transformation.js'
export type { CryptosuiteId } from './registry.js'
export { cryptosuites, defaultCryptosuite, findCryptosuite, isRegisteredCryptosuite } from './registry.js'
