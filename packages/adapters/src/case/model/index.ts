export type { CfAssociation, CfAssociationType } from './association.js'
export { cfAssociationTypes } from './association.js'
export type {
  CfAssociationGrouping,
  CfConcept,
  CfDefinitions,
  CfItemType,
  CfLicense,
  CfSubject,
} from './definitions.js'
export type { CfDocument } from './document.js'
export type { CfItem } from './item.js'
export type { CfExtensions, CfLink, CfNodeLink, CfObject } from './link.js'
export type { CfItemAssociations, CfPackage } from './package.js'
export type { CfRubric, CfRubricCriterion, CfRubricCriterionLevel } from './rubric.js'
