export type { AdaptersErrorCode, DocumentPosition } from '../errors.js'
export { SourceDocumentError } from '../errors.js'
export type { AdaptersProblemCode } from '../problems.js'
export type { Loss, LossCode } from '../transcript/index.js'
export { caseClient } from './client/case-client.js'
export type { CaseStatusInfo } from './client/case-service-error.js'
export { CaseServiceError } from './client/case-service-error.js'
export type {
  CaseCallOptions,
  CaseClient,
  CaseClientOptions,
  CaseCondition,
  CaseField,
  CaseFieldPath,
  CaseFilter,
  ClientCredentials,
  DocumentListing,
  DocumentPage,
  ListDocumentsOptions,
} from './client/interface.js'
export { achievementFromCfItem } from './convert/achievement-from-item.js'
export { alignmentFromCfItem } from './convert/alignment-from-item.js'
export { competenciesFromFramework } from './convert/competencies-from-framework.js'
export type {
  AchievementFromCfItem,
  AchievementFromCfItemOptions,
  AlignmentFromCfItem,
  CfPackageFromCompetencies,
  CfPackageFromCompetenciesOptions,
  Competencies,
  CompetenciesFromFramework,
  CompetenciesFromFrameworkOptions,
  ResultDescriptionsFromCfRubric,
} from './convert/interface.js'
export { cfPackageFromCompetencies } from './convert/package-from-competencies.js'
export { resultDescriptionsFromCfRubric } from './convert/results-from-rubric.js'
export { caseCounts } from './framework/case-counts.js'
export { caseFramework } from './framework/case-framework.js'
export type { CaseEdge, CaseFramework, CaseNode, CaseQuery, CaseTreeNode } from './framework/interface.js'
export type { CaseCounts, CaseReadOptions, ReadCase, ReadCasePackage } from './interface.js'
export type {
  CfAssociation,
  CfAssociationGrouping,
  CfAssociationType,
  CfConcept,
  CfDefinitions,
  CfDocument,
  CfExtensions,
  CfItem,
  CfItemAssociations,
  CfItemType,
  CfLicense,
  CfLink,
  CfNodeLink,
  CfObject,
  CfPackage,
  CfRubric,
  CfRubricCriterion,
  CfRubricCriterionLevel,
  CfSubject,
} from './model/index.js'
export { cfAssociationTypes } from './model/index.js'
export type { CaseInput } from './read/parse-case.js'
export { parseCaseDocuments, parseCasePackage } from './read/parse-case.js'
export type { SerializedCasePackage } from './write/serialize-package.js'
export { serializeCasePackage } from './write/serialize-package.js'
