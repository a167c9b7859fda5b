import {
  type AlignmentInput,
  type BuildOptions,
  type ResultDescription,
  type RubricCriterionLevelInput,
  resultDescription,
} from '@testamur/credentials'
import { parseUrl } from '@testamur/documents/json'
import type { Loss } from '../../transcript/index.js'
import type { CfRubric, CfRubricCriterion, CfRubricCriterionLevel } from '../model/index.js'
import { achievementId } from './achievement-from-item.js'
import type { ResultDescriptionsFromCfRubric } from './interface.js'
import { remainder } from './remainder.js'
import { shortName } from './short-name.js'

/**
 * Returns the result descriptions of a rubric, one for each criterion, of type `RubricCriterionLevel`, with the levels from
 * low to high; alignments lead back to rubric, criterion and level where they have a web address. And what of the rubric
 * they do not carry: weights, feedback, dates.
 *
 * Levels are put in order by points; where not all have any, in the order of their positions.
 *
 * @throws the `ERR_INVALID_CREDENTIAL` of `@testamur/credentials`; no rubric that `parseCasePackage` returns is refused.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { parseCasePackage, resultDescriptionsFromCfRubric } from '@testamur/adapters/case'
 *
 * for (const rubric of parseCasePackage(readFileSync('framework.json')).package.CFRubrics ?? []) {
 *   const { resultDescription } = resultDescriptionsFromCfRubric(rubric)
 *   console.log(rubric.title, resultDescription.map(({ name }) => name))
 * }
 * ```
 */
export function resultDescriptionsFromCfRubric(
  rubric: CfRubric,
  options: BuildOptions = {},
): ResultDescriptionsFromCfRubric {
  const criteria = ordered(rubric.CFRubricCriteria ?? [])
  const taken = new Set<string>()
  return {
    resultDescription: criteria.map((criterion) => describe(rubric, criterion, taken, options)),
    losses: [
      ...rubricLosses(rubric, ''),
      ...(rubric.CFRubricCriteria ?? []).flatMap((criterion, index) =>
        criterionLosses(criterion, `/CFRubricCriteria[${index + 1}]`),
      ),
    ],
  }
}

/** Returns the result description of one criterion. An id that is taken already becomes a random one. */
export function describe(
  rubric: CfRubric,
  criterion: CfRubricCriterion,
  taken: Set<string>,
  options: BuildOptions,
): ResultDescription {
  const { category, description } = criterion
  const name = category ?? description ?? rubric.title ?? 'Criterion'
  const about = category === undefined ? undefined : description
  return resultDescription(
    {
      id: freeId(criterion, taken),
      name,
      resultType: 'RubricCriterionLevel',
      alignment: [
        ...alignmentTo('CFRubricCriterion', criterion.uri, name, about),
        ...alignmentTo('CFRubric', rubric.uri, rubric.title ?? 'Rubric', rubric.description),
      ],
      rubricCriterionLevel: fromLowToHigh(criterion.CFRubricCriterionLevels ?? []).map((level, index) =>
        levelInput(level, index, taken),
      ),
    },
    options,
  )
}

/** What of a rubric itself is lost. */
export function rubricLosses(rubric: CfRubric, path: string): Loss[] {
  const isLinked = isWebAddress(rubric.uri)
  const used = isLinked ? ['uri', 'title', 'description', 'CFRubricCriteria'] : ['CFRubricCriteria']
  return remainder(rubric, path, used, {
    identifier: ['no-equivalent', 'Its URI is carried', 'reduced'],
  })
}

/** What of a criterion and its levels is lost. */
export function criterionLosses(criterion: CfRubricCriterion, path: string): Loss[] {
  const describes = criterion.category === undefined || isWebAddress(criterion.uri)
  const used = ['uri', 'category', 'position', 'CFItemURI', 'CFRubricCriterionLevels', 'rubricId']
  return [
    ...remainder(criterion, path, describes ? [...used, 'description'] : used, {
      identifier: ['no-equivalent', 'Its URI is carried', 'reduced'],
    }),
    ...(criterion.CFRubricCriterionLevels ?? []).flatMap((level, index) =>
      remainder(
        level,
        `${path}/CFRubricCriterionLevels[${index + 1}]`,
        ['uri', 'quality', 'description', 'score', 'position', 'rubricCriterionId'],
        { identifier: ['no-equivalent', 'Its URI is carried', 'reduced'] },
      ),
    ),
  ]
}

function levelInput(level: CfRubricCriterionLevel, index: number, taken: Set<string>): RubricCriterionLevelInput {
  const { quality, description, score, position } = level
  const name = quality ?? (description === undefined ? `Level ${position ?? index + 1}` : shortName(description))
  return {
    id: freeId(level, taken),
    name,
    description,
    level: position === undefined ? undefined : String(position),
    points: score === undefined ? undefined : String(score),
    alignment: alignmentTo('CFRubricCriterionLevel', level.uri, name, description),
  }
}

function freeId(part: CfRubricCriterion | CfRubricCriterionLevel, taken: Set<string>): string | undefined {
  const id = achievementId(part)
  if (taken.has(id)) return undefined
  taken.add(id)
  return id
}

type RubricPart = 'CFRubric' | 'CFRubricCriterion' | 'CFRubricCriterionLevel'

/** An alignment needs a web address: without one there is none. */
function alignmentTo(
  targetType: RubricPart,
  targetUrl: string,
  targetName: string,
  targetDescription?: string,
): AlignmentInput[] {
  return isWebAddress(targetUrl) ? [{ targetType, targetUrl, targetName, targetDescription }] : []
}

function isWebAddress(uri: string): boolean {
  return /^https?:\/\//i.test(uri) && parseUrl(uri) !== undefined
}

/** By position; those without keep their places behind. */
function ordered<Part extends { readonly position?: number | undefined }>(parts: readonly Part[]): readonly Part[] {
  const place = ({ position }: Part): number => position ?? Number.POSITIVE_INFINITY
  return parts.toSorted((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)))
}

/** Open Badges lists levels from low to high; publishers number them either way, but points say which is higher. */
function fromLowToHigh(levels: readonly CfRubricCriterionLevel[]): readonly CfRubricCriterionLevel[] {
  const byPosition = ordered(levels)
  if (!levels.every(({ score }) => score !== undefined)) return byPosition
  return byPosition.toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0))
}
