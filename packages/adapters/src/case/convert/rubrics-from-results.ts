import type { Achievement, ResultDescription, RubricCriterionLevel } from '@testamur/credentials'
import type { Loss } from '../../transcript/index.js'
import type { CfLink, CfRubric, CfRubricCriterion, CfRubricCriterionLevel } from '../model/index.js'
import type { Ids } from './case-ids.js'
import { remainder } from './remainder.js'

/** Returns the rubrics that the result descriptions of achievements form: those aligned with one rubric are its criteria. */
export function rubricsOf(
  achievements: readonly Achievement[],
  ids: Ids,
  lastChangeDateTime: string,
): { rubrics: readonly CfRubric[]; losses: readonly Loss[] } {
  const rubrics = new Map<string, Omit<CfRubric, 'CFRubricCriteria'> & { CFRubricCriteria: CfRubricCriterion[] }>()
  const losses: Loss[] = []
  for (const [index, achievement] of achievements.entries()) {
    const item = { title: achievement.name, ...ids.items.get(achievement.id) } as CfLink
    for (const [place, description] of (achievement.resultDescription ?? []).entries()) {
      const path = `/achievement[${index + 1}]/resultDescription[${place + 1}]`
      if (description.resultType !== 'RubricCriterionLevel') {
        losses.push({ path, code: 'no-equivalent', reason: 'CASE has rubrics only', disposition: 'dropped' })
        continue
      }
      const source = description.alignment?.find(({ targetType }) => targetType === 'CFRubric')
      const key = source?.targetUrl ?? description.id
      const rubric = rubrics.get(key) ?? {
        ...(source === undefined ? ids.make('CFRubrics', description.id) : ids.of('CFRubrics', source.targetUrl)),
        title: source?.targetName ?? description.name,
        ...(source?.targetDescription !== undefined && { description: source.targetDescription }),
        lastChangeDateTime,
        CFRubricCriteria: [],
      }
      rubrics.set(key, rubric)
      const position = rubric.CFRubricCriteria.length + 1
      rubric.CFRubricCriteria.push(criterionOf(description, { item, rubric, position, ids, lastChangeDateTime }))
      losses.push(...lossesOf(description, path))
    }
  }
  return { rubrics: [...rubrics.values()], losses }
}

interface Setting {
  readonly item: CfLink
  readonly rubric: Pick<CfRubric, 'identifier'>
  readonly position: number
  readonly ids: Ids
  readonly lastChangeDateTime: string
}

function criterionOf(description: ResultDescription, setting: Setting): CfRubricCriterion {
  const { item, rubric, position, ids, lastChangeDateTime } = setting
  const about = description.alignment?.find(({ targetType }) => targetType === 'CFRubricCriterion')?.targetDescription
  const id = ids.of('CFRubricCriteria', description.id)
  return {
    ...id,
    category: description.name,
    ...(about !== undefined && { description: about }),
    CFItemURI: item,
    position,
    rubricId: rubric.identifier,
    lastChangeDateTime,
    CFRubricCriterionLevels: (description.rubricCriterionLevel ?? []).map((level, index): CfRubricCriterionLevel => {
      const score = exactScore(level)
      return {
        ...ids.of('CFRubricCriterionLevels', level.id),
        quality: level.name,
        ...(level.description !== undefined && { description: level.description }),
        ...(score !== undefined && { score }),
        position: /^\d{1,9}$/.test(level.level ?? '') ? Number(level.level) : index + 1,
        rubricCriterionId: id.identifier,
        lastChangeDateTime,
      }
    }),
  }
}

/** Points that a number says as they are written. */
function exactScore({ points }: RubricCriterionLevel): number | undefined {
  return points !== undefined && String(Number(points)) === points && Number.isFinite(Number(points))
    ? Number(points)
    : undefined
}

const carried = ['id', 'type', 'name', 'resultType', 'rubricCriterionLevel']

function lossesOf(description: ResultDescription, path: string): Loss[] {
  const { alignment = [], ...others } = description
  return [
    ...remainder(others, path, carried),
    ...alignment.flatMap(({ targetType }, index) =>
      targetType === 'CFRubric' || targetType === 'CFRubricCriterion'
        ? []
        : remainder({ [`alignment[${index + 1}]`]: true }, path, []),
    ),
    ...(description.rubricCriterionLevel ?? []).flatMap((level, index) =>
      remainder(level, `${path}/rubricCriterionLevel[${index + 1}]`, [
        'id',
        'type',
        'name',
        'description',
        ...(level.alignment?.every(({ targetUrl }) => targetUrl === level.id) ? ['alignment'] : []),
        ...(exactScore(level) === undefined ? [] : ['points']),
        ...(/^\d{1,9}$/.test(level.level ?? '') ? ['level'] : []),
      ]),
    ),
  ]
}
