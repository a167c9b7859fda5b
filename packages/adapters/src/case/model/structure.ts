// What the classes of CASE have, stated once: the reader and the writer both go by these tables.
import type {
  CfAssociation,
  CfAssociationGrouping,
  CfConcept,
  CfDefinitions,
  CfDocument,
  CfItem,
  CfItemAssociations,
  CfItemType,
  CfLicense,
  CfLink,
  CfNodeLink,
  CfPackage,
  CfRubric,
  CfRubricCriterion,
  CfRubricCriterionLevel,
  CfSubject,
} from './index.js'

/** The classes, by the names that the specification gives them. */
export interface CfClasses {
  readonly CFPackage: CfPackage
  readonly CFDocument: CfDocument
  readonly CFItem: CfItem
  readonly CFAssociation: CfAssociation
  readonly CFDefinition: CfDefinitions
  readonly CFConcept: CfConcept
  readonly CFSubject: CfSubject
  readonly CFLicense: CfLicense
  readonly CFItemType: CfItemType
  readonly CFAssociationGrouping: CfAssociationGrouping
  readonly CFRubric: CfRubric
  readonly CFRubricCriterion: CfRubricCriterion
  readonly CFRubricCriterionLevel: CfRubricCriterionLevel
  readonly CFItemAssociations: CfItemAssociations
  readonly LinkURI: CfLink
  readonly LinkGenURI: CfNodeLink
}

/** Name of a class. */
export type CfClassName = keyof CfClasses

/** What a value is: a primitive of the specification, or an object of a class. */
export type CfValueKind =
  | 'text'
  | 'name'
  | 'uri'
  | 'uuid'
  | 'dateTime'
  | 'date'
  | 'number'
  | 'integer'
  | 'associationType'
  | 'targetType'
  | 'caseVersion'
  | 'extensions'
  | CfClassName

/** One member of a class. */
export interface CfMember {
  readonly kind: CfValueKind
  /** Several values, in an array. */
  readonly isList?: true
  /** The specification demands it. */
  readonly isRequired?: true
  /** It is a member of single objects, and forbidden inside a package. */
  readonly isOnlySingle?: true
}

/** The members of every class; the types hold each table to the names of its interface. */
type Structure = { readonly [Name in CfClassName]: { readonly [Member in keyof CfClasses[Name]]-?: CfMember } }

const text: CfMember = { kind: 'text' }
const texts: CfMember = { kind: 'text', isList: true }
const requiredText: CfMember = { kind: 'text', isRequired: true }
const uri: CfMember = { kind: 'uri' }
const date: CfMember = { kind: 'date' }
const integer: CfMember = { kind: 'integer' }
const link: CfMember = { kind: 'LinkURI' }
const links: CfMember = { kind: 'LinkURI', isList: true }
const ownLink: CfMember = { kind: 'LinkURI', isOnlySingle: true }
const node: CfMember = { kind: 'LinkGenURI', isRequired: true }
const requiredUri: CfMember = { kind: 'uri', isRequired: true }
const listOf = (kind: CfValueKind): CfMember => ({ kind, isList: true })

const identity = {
  identifier: { kind: 'uuid', isRequired: true },
  uri: requiredUri,
  lastChangeDateTime: { kind: 'dateTime', isRequired: true },
  extensions: { kind: 'extensions' },
} as const satisfies Record<string, CfMember>
const definition = { ...identity, title: requiredText, description: text }
const status = { statusStartDate: date, statusEndDate: date }

/** The members of the classes of CASE 1.1; those of 1.0 are among them. */
export const structure: Structure = {
  CFPackage: {
    CFDocument: { kind: 'CFDocument', isRequired: true },
    CFItems: listOf('CFItem'),
    CFAssociations: listOf('CFAssociation'),
    CFDefinitions: { kind: 'CFDefinition' },
    CFRubrics: listOf('CFRubric'),
    extensions: { kind: 'extensions' },
  },
  CFDocument: {
    ...identity,
    ...status,
    creator: requiredText,
    title: requiredText,
    frameworkType: text,
    caseVersion: { kind: 'caseVersion' },
    officialSourceURL: uri,
    publisher: text,
    description: text,
    subject: texts,
    subjectURI: links,
    language: text,
    version: text,
    adoptionStatus: text,
    licenseURI: link,
    notes: text,
    CFPackageURI: ownLink,
  },
  CFItem: {
    ...identity,
    ...status,
    fullStatement: requiredText,
    alternativeLabel: text,
    CFItemType: text,
    CFItemTypeURI: link,
    humanCodingScheme: text,
    listEnumeration: text,
    abbreviatedStatement: text,
    conceptKeywords: texts,
    conceptKeywordsURI: link,
    notes: text,
    subject: texts,
    subjectURI: links,
    language: text,
    educationLevel: texts,
    licenseURI: link,
    CFDocumentURI: ownLink,
  },
  CFAssociation: {
    ...identity,
    associationType: { kind: 'associationType', isRequired: true },
    sequenceNumber: integer,
    originNodeURI: node,
    destinationNodeURI: node,
    CFAssociationGroupingURI: link,
    notes: text,
    CFDocumentURI: ownLink,
  },
  CFDefinition: {
    CFConcepts: listOf('CFConcept'),
    CFSubjects: listOf('CFSubject'),
    CFLicenses: listOf('CFLicense'),
    CFItemTypes: listOf('CFItemType'),
    CFAssociationGroupings: listOf('CFAssociationGrouping'),
    extensions: { kind: 'extensions' },
  },
  CFConcept: { ...definition, keywords: text, hierarchyCode: requiredText },
  CFSubject: { ...definition, hierarchyCode: requiredText },
  CFLicense: { ...definition, licenseText: requiredText },
  CFItemType: { ...definition, description: requiredText, hierarchyCode: requiredText, typeCode: text },
  CFAssociationGrouping: definition,
  CFRubric: { ...identity, title: text, description: text, CFRubricCriteria: listOf('CFRubricCriterion') },
  CFRubricCriterion: {
    ...identity,
    category: text,
    description: text,
    CFItemURI: link,
    weight: { kind: 'number' },
    position: integer,
    rubricId: { kind: 'uuid' },
    CFRubricCriterionLevels: listOf('CFRubricCriterionLevel'),
  },
  CFRubricCriterionLevel: {
    ...identity,
    description: text,
    quality: text,
    score: { kind: 'number' },
    feedback: text,
    position: integer,
    rubricCriterionId: { kind: 'uuid' },
  },
  CFItemAssociations: {
    CFItem: { kind: 'CFItem', isRequired: true },
    CFAssociations: listOf('CFAssociation'),
  },
  LinkURI: { title: requiredText, identifier: { kind: 'uuid', isRequired: true }, uri: requiredUri },
  LinkGenURI: {
    title: requiredText,
    // CASE 1.1, LinkGenURI: the node may be of another world, so its identifier is any text; but an empty one names nothing.
    identifier: { kind: 'name', isRequired: true },
    uri: requiredUri,
    targetType: { kind: 'targetType' },
  },
}

/** True for a kind whose values are objects of a class. */
export function isClassName(kind: CfValueKind): kind is CfClassName {
  return Object.hasOwn(structure, kind)
}
