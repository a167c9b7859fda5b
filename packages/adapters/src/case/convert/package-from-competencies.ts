import { TestamurError } from '@testamur/documents'
import type { AdaptersErrorCode } from '../../errors.js'
import type { Loss } from '../../transcript/index.js'
import type { CfDocument, CfItem, CfPackage } from '../model/index.js'
import { isUri } from '../read/formats.js'
import { associationsOf } from './associations-to-case.js'
import { type Ids, idsOf } from './case-ids.js'
import type { CfPackageFromCompetencies, CfPackageFromCompetenciesOptions, Competencies } from './interface.js'
import { itemFrom } from './item-from-achievement.js'
import { rubricsOf } from './rubrics-from-results.js'

/**
 * Returns the CFPackage of CASE 1.1 for achievements and associations, and what of them it does not carry. What
 * `competenciesFromFramework` made of a framework becomes its items and associations again; what it reported as lost is not
 * there.
 *
 * GUIDs are those that an achievement has already (in its id, if that has neither query nor fragment, or as identifier), else
 * derived from its id, so that the same achievement always becomes the same item; for several that have one GUID all are
 * derived. Achievements that are nobody's child in the list become children of the document.
 * Alignments with other nodes become `isRelatedTo` associations, result descriptions with levels become rubrics.
 *
 * @throws `ERR_INVALID_OPTION` when the document has no title or creator, or `serviceUrl` is no address.
 * @see [CASE 1.1, CFPackage](https://www.imsglobal.org/spec/case/v1p1)
 * @example
 * ```ts
 * import { cfPackageFromCompetencies, serializeCasePackage } from '@testamur/adapters/case'
 * import { achievement } from '@testamur/credentials'
 *
 * const teamwork = achievement({
 *   achievementType: 'Competency',
 *   name: 'Teamwork',
 *   description: 'Plans and shares work in a group.',
 *   criteria: { narrative: 'Observed in two projects.' },
 * })
 * const { package: framework } = cfPackageFromCompetencies(
 *   { achievement: [teamwork], association: [] },
 *   { document: { title: 'Graduate attributes', creator: 'Example University' } },
 * )
 * console.log(serializeCasePackage(framework).problems.length) // 0
 * ```
 */
export function cfPackageFromCompetencies(
  { achievement, association }: Competencies,
  options: CfPackageFromCompetenciesOptions,
): CfPackageFromCompetencies {
  const { document: given, serviceUrl, now = () => new Date() } = options
  requireOption('document', given.title?.trim() && given.creator?.trim(), 'needs a title and a creator')
  requireOption('serviceUrl', serviceUrl === undefined || isUri(serviceUrl), 'is no address')
  const ids = idsOf(achievement, serviceUrl)
  const CFDocument = documentFrom(given, ids, now)
  const { lastChangeDateTime } = CFDocument
  const losses: Loss[] = []
  const CFItems = achievement.flatMap((each, index): CfItem[] => {
    const path = `/achievement[${index + 1}]`
    if (each.id === CFDocument.uri) {
      losses.push({ path, code: 'superseded', reason: 'The document stands for it', disposition: 'reduced' })
      return []
    }
    const made = itemFrom(each, ids, path, lastChangeDateTime)
    losses.push(...made.losses)
    return [made.item]
  })
  const rubrics = rubricsOf(achievement, ids, lastChangeDateTime)
  const links = associationsOf({ achievement, association }, CFDocument, ids)
  losses.push(...rubrics.losses, ...links.losses)
  const cfPackage: CfPackage = {
    CFDocument,
    CFItems,
    CFAssociations: links.associations,
    ...(rubrics.rubrics.length > 0 && { CFRubrics: rubrics.rubrics }),
  }
  return { package: cfPackage, losses }
}

function documentFrom(given: CfPackageFromCompetenciesOptions['document'], ids: Ids, now: () => Date): CfDocument {
  const made = ids.make('CFDocuments', given.creator, given.title)
  const identifier = given.identifier ?? made.identifier
  return {
    caseVersion: '1.1',
    ...given,
    identifier,
    uri: given.uri ?? ids.uri('CFDocuments', identifier),
    lastChangeDateTime: given.lastChangeDateTime ?? now().toISOString(),
  }
}

function requireOption(option: string, isFine: unknown, what: string): void {
  if (!isFine) throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', `the option ${option} ${what}`)
}
