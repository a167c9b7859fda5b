import {
  type Achievement,
  type AchievementInput,
  type Alignment,
  type AlignmentInput,
  achievement,
  caseAlignment,
  InvalidCredentialError,
  type ResultDescription,
} from '@testamur/credentials'
import type { Loss } from '../../transcript/index.js'
import type { CfItem } from '../model/index.js'
import { isBlank, urnOf } from '../read/formats.js'
import { achievementTypeOf } from './achievement-types.js'
import type { AchievementFromCfItem, AchievementFromCfItemOptions } from './interface.js'
import { tagsOf } from './item-tags.js'
import { type Remark, remainder } from './remainder.js'
import { shortName } from './short-name.js'

/** What else of a framework belongs to an item's achievement. */
interface Additions {
  /** Id of the achievement. Default: the item's URI. */
  readonly id?: string | undefined
  /** Where losses say that the item stands. */
  readonly path?: string
  readonly alignment?: readonly AlignmentInput[]
  readonly resultDescription?: readonly ResultDescription[]
}

/**
 * Returns the Achievement that an item describes, and what of the item it does not carry. Its id is the item's URI, so that
 * the same item is the same achievement for everybody.
 *
 * Statement, abbreviated statement, code and language have members of their own; type, levels and subjects become tags such
 * as `case:educationLevel=09` beside the keywords; an alignment leads back to the item, and carries its notes.
 *
 * @throws the `ERR_INVALID_CREDENTIAL` of `@testamur/credentials` when criteria or creator are unusable.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { achievementFromCfItem, caseFramework, parseCasePackage } from '@testamur/adapters/case'
 *
 * const framework = caseFramework(parseCasePackage(readFileSync('framework.json')).package)
 * const [node] = framework.withCode('ALG.4')
 * if (node?.item) {
 *   const criteria = () => ({ narrative: 'Solve four of five equations in a written test.' })
 *   console.log(achievementFromCfItem(node.item, { criteria }).achievement.name)
 * }
 * ```
 */
export function achievementFromCfItem(item: CfItem, options: AchievementFromCfItemOptions = {}): AchievementFromCfItem {
  return mapItem(item, options)
}

/** The same, with what else belongs to it. */
export function mapItem(
  item: CfItem,
  options: AchievementFromCfItemOptions,
  additions: Additions = {},
): AchievementFromCfItem {
  const { path = '', id = achievementId(item) } = additions
  const own = ownAlignment(item, options)
  const language = languageOf(item)
  const [subject] = item.subject ?? []
  const input: AchievementInput = {
    id,
    achievementType: options.achievementType?.(item) ?? achievementTypeOf(item.CFItemType),
    name: nameOf(item),
    description: statementOf(item),
    criteria: options.criteria?.(item) ?? defaultCriteria(options.framework ?? item.CFDocumentURI?.title),
    humanCode: item.humanCodingScheme,
    inLanguage: language,
    fieldOfStudy: item.subject?.length === 1 ? subject : undefined,
    tag: tagsOf(item),
    otherIdentifier: [{ identifier: item.identifier, identifierType: 'identifier' }],
    creator: options.creator,
    alignment: [...(own === undefined ? [] : [own]), ...(additions.alignment ?? [])],
    resultDescription: additions.resultDescription,
  }
  return { achievement: build(input, options), losses: lossesOf(item, path, own !== undefined, language !== undefined) }
}

function build(input: AchievementInput, { random }: AchievementFromCfItemOptions): Achievement {
  return achievement(input, { random })
}

/** What is written down about how a competency is shown, where nobody says it. */
export function defaultCriteria(framework: string | undefined): { narrative: string } {
  const place = framework ? `the framework “${framework}”` : 'the framework'
  return {
    narrative: `The learner has shown what this statement of ${place} says, in an assessment of the institution that awards it.`,
  }
}

const uri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i

/** Addresses that a browser runs or shows without asking anybody: no names of anything, and no links to offer to people. */
const runnable = /^(?:javascript|vbscript|data|blob):/i

/** Returns the id of an item's achievement: its URI, or a URN of its identifier where that cannot be an id. */
export function achievementId({ uri: wanted, identifier }: Pick<CfItem, 'uri' | 'identifier'>): string {
  return uri.test(wanted) && !runnable.test(wanted) ? wanted : urnOf(identifier)
}

/** Returns the name that an item's achievement has. */
export function nameOf(item: Pick<CfItem, 'abbreviatedStatement' | 'fullStatement'> & Partial<CfItem>): string {
  return firstText(item.abbreviatedStatement) ?? shortName(statementOf(item))
}

function statementOf({
  fullStatement,
  abbreviatedStatement,
  alternativeLabel,
  humanCodingScheme,
  identifier,
}: Partial<CfItem>): string {
  return firstText(fullStatement, abbreviatedStatement, alternativeLabel, humanCodingScheme, identifier) ?? ''
}

/** The first text that says anything. */
function firstText(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && !isBlank(text))
}

/** The alignment that leads back to an item; none for an item without GUID or web address. */
function ownAlignment(item: CfItem, { framework, targetCode }: AchievementFromCfItemOptions): Alignment | undefined {
  try {
    return caseAlignment(item, { framework: framework ?? item.CFDocumentURI?.title, targetCode })
  } catch (error) {
    if (error instanceof InvalidCredentialError) return undefined
    throw error
  }
}

/** The language of an item, if Open Badges can say it: language, script and region in their usual letters. */
function languageOf({ language }: CfItem): string | undefined {
  try {
    const tag = language === undefined ? '' : (Intl.getCanonicalLocales(language)[0] ?? '')
    return /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(tag) ? tag : undefined
  } catch {
    return undefined
  }
}

const used: readonly (keyof CfItem)[] = [
  'identifier',
  'uri',
  'fullStatement',
  'abbreviatedStatement',
  'humanCodingScheme',
  'conceptKeywords',
  'educationLevel',
  'CFItemType',
  'subject',
  'language',
]

function lossesOf(item: CfItem, path: string, isAligned: boolean, hasLanguage: boolean): Loss[] {
  const carriedByLabel: Remark = ['no-equivalent', 'Its label is carried', 'reduced']
  return remainder(item, path, [...used, ...(isAligned ? ['notes', 'CFDocumentURI'] : [])], {
    ...(item.CFItemType !== undefined && { CFItemTypeURI: carriedByLabel }),
    ...(item.subject !== undefined && { subjectURI: carriedByLabel }),
    ...(!hasLanguage && { language: ['invalid-value', 'It is no language tag'] as const }),
    ...(isAligned && { CFDocumentURI: ['no-equivalent', 'The title of the framework is carried', 'reduced'] as const }),
    ...(achievementId(item) !== item.uri && { uri: isAligned ? onlyInAlignment : noId }),
  })
}

const noId: Remark = ['invalid-value', 'It is no URI that can be the id of an achievement']
const onlyInAlignment: Remark = [noId[0], `${noId[1]}; its alignment carries it`, 'reduced']
