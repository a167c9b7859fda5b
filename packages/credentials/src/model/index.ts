export type { Achievement, AchievementInput } from './achievement.js'
export type { AchievementCredential, AchievementCredentialInput } from './achievement-credential.js'
export type { AchievementCredentialv1p1 } from './achievement-credential-v1p1.js'
export type { AchievementSubject, AchievementSubjectInput } from './achievement-subject.js'
export type { AchievementSubjectv1p1 } from './achievement-subject-v1p1.js'
export type { Achievementv1p1 } from './achievement-v1p1.js'
export type { Address, AddressInput } from './address.js'
export type { Alignment, AlignmentInput } from './alignment.js'
export type { Association, AssociationInput } from './association.js'
export { capital } from './capital.js'
export {
  classOfType,
  credentialsNamed,
  isCredentialClass,
  isMany,
  isOptional,
  knownCredentials,
  membersOfTypes,
  propertyOf,
  unmetTypes,
} from './class-of.js'
export type { ClrCredential, ClrCredentialInput } from './clr-credential.js'
export type { ClrCredentialv1p1 } from './clr-credential-v1p1.js'
export type { ClrSubject, ClrSubjectInput } from './clr-subject.js'
export type { ClrSubjectv1p1 } from './clr-subject-v1p1.js'
export type { CredentialSchema, CredentialSchemaInput } from './credential-schema.js'
export type { CredentialStatus, CredentialStatusInput } from './credential-status.js'
export type { CredentialSubject, CredentialSubjectInput } from './credential-subject.js'
export type { Criteria, CriteriaInput } from './criteria.js'
export type { EndorsementCredential, EndorsementCredentialInput } from './endorsement-credential.js'
export type { EndorsementCredentialv1p1 } from './endorsement-credential-v1p1.js'
export type { EndorsementSubject, EndorsementSubjectInput } from './endorsement-subject.js'
export type {
  AchievementType,
  AlignmentTargetType,
  AssociationType,
  IdentifierTypeEnum,
  ResultStatusType,
  ResultType,
} from './enumerations.js'
export type { Evidence, EvidenceInput } from './evidence.js'
export { expectations, termsOfEnumerations } from './expectations.js'
export type { GeoCoordinates, GeoCoordinatesInput } from './geo-coordinates.js'
export type { IdentifierEntry, IdentifierEntryInput } from './identifier-entry.js'
export type { IdentityObject, IdentityObjectInput } from './identity-object.js'
export type { Image, ImageInput } from './image.js'
export type {
  Cardinality,
  ClassDescription,
  ContextName,
  OneOrMany,
  PropertyDescription,
  RequireOne,
  TypeNames,
} from './interface.js'
export type { Profile, ProfileInput } from './profile.js'
export type { Profilev1p1 } from './profile-v1p1.js'
export type { RefreshService, RefreshServiceInput } from './refresh-service.js'
export type { Related, RelatedInput } from './related.js'
export type { Result, ResultInput } from './result.js'
export type { ResultDescription, ResultDescriptionInput } from './result-description.js'
export type { RubricCriterionLevel, RubricCriterionLevelInput } from './rubric-criterion-level.js'
export type { ClassName } from './structure.js'
export { contexts, structure } from './structure.js'
export type { ClassNamev1p1 } from './structure-v1p1.js'
export { structurev1p1 } from './structure-v1p1.js'
export type { TermsOfUse, TermsOfUseInput } from './terms-of-use.js'
export { isAchievementCredential, isClrCredential, isEndorsementCredential, typesOf } from './types-of.js'
export type { VerifiableCredentialv1p1 } from './verifiable-credential-v1p1.js'
