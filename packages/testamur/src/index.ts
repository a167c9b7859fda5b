// What most users need, from one import; everything else has a subpath of its package.

export type {
  Achievement,
  AchievementCredential,
  AchievementSubject,
  AchievementType,
  Alignment,
  Association,
  ClrCredential,
  ClrSubject,
  EndorsementCredential,
  Evidence,
  IdentityObject,
  Image,
  Profile,
  Result,
  ResultDescription,
} from '@testamur/credentials'
export {
  achievement,
  achievementCredential,
  achievementHierarchy,
  achievementSubject,
  alignment,
  association,
  caseAlignment,
  ceasnAlignment,
  clrCredential,
  ctdlAlignment,
  endorsementCredential,
  evidence,
  identityObject,
  image,
  profile,
  result,
  resultDescription,
  rsdAlignment,
  rubricCriterionLevel,
} from '@testamur/credentials'
export type { Finding, ValidateOptions, ValidationResult } from '@testamur/credentials/validate'
export { validate } from '@testamur/credentials/validate'
export type { Problem, VerifiableCredential } from '@testamur/documents'
export { TestamurError } from '@testamur/documents'
export type { KeyStore } from '@testamur/proofs/key-stores'
export type { Signer } from '@testamur/proofs/keys'
export type { BakedFormat, BakedMediaType, UnbakeLimits, UnbakeResult } from './bake/index.js'
export { bakedMediaType, unbake } from './bake/index.js'
export type { IssueErrorCode, VerifyErrorCode } from './errors.js'
export type { IssueOptions, Secured, SecuringFormat } from './issue/interface.js'
export { issue } from './issue/issue.js'
export { IssueError } from './issue/issue-error.js'
export type { AssociatedAchievement, VouchedAchievement, Voucher } from './verify/achievements.js'
export { vouchedAchievements } from './verify/achievements.js'
export { assertVerified, NotVerifiedError } from './verify/assert-verified.js'
export type {
  Check,
  CheckId,
  CoveredDocument,
  InnerVerificationReport,
  VerificationOutcome,
  VerificationReport,
  VerifiedReport,
} from './verify/interface.js'
export type {
  Recipient,
  SchemaValidator,
  SchemaViolation,
  VerifyLimits,
  VerifyOptions,
} from './verify/options.js'
export { verify } from './verify/verify.js'
