export type { AnswerExpectations } from './answer-problems.js'
export { answerProblems } from './answer-problems.js'
export { claimProblems } from './claim-problems.js'
export type { ParseCompactJwsResult } from './compact-jws.js'
export { parseCompactJws } from './compact-jws.js'
export type { AdditionalClaims, CreateVcJwtOptions } from './create-vc-jwt.js'
export { createVcJwt } from './create-vc-jwt.js'
export type { CreateVpJwtOptions } from './create-vp-jwt.js'
export { createVpJwt } from './create-vp-jwt.js'
export { headerKey } from './header-key.js'
export type {
  ClaimProblems,
  CompactJws,
  HeaderKey,
  Jws,
  JwsHeader,
  Presentation,
  VcJwt,
  VcJwtForm,
  VcJwtKind,
} from './interface.js'
export type { ParseVcJwtResult } from './parse-vc-jwt.js'
export { parseVcJwt } from './parse-vc-jwt.js'
export { verifyVcJwtSignature } from './verify-signature.js'
