import type { Achievement } from '@testamur/credentials'
import type { Loss } from '../../transcript/index.js'
import type { CfItem } from '../model/index.js'
import { nameOf } from './achievement-from-item.js'
import type { CaseId, Ids } from './case-ids.js'
import { factsIn } from './item-tags.js'
import { remainder } from './remainder.js'

/** Returns the item of an achievement, and what of it the item does not carry. */
export function itemFrom(
  achievement: Achievement,
  ids: Ids,
  path: string,
  lastChangeDateTime: string,
): { item: CfItem; losses: readonly Loss[] } {
  const id = ids.items.get(achievement.id) as CaseId
  const { name, description, humanCode, inLanguage, achievementType, fieldOfStudy, tag = [] } = achievement
  const notes = ownAlignment(achievement)?.targetDescription
  const facts = factsIn(tag)
  const subject = facts.subject ?? (fieldOfStudy === undefined ? undefined : [fieldOfStudy])
  const itemType = facts.CFItemType ?? achievementType
  const item: CfItem = {
    ...id,
    fullStatement: description,
    ...(name !== nameOf({ fullStatement: description }) && { abbreviatedStatement: name }),
    ...(humanCode !== undefined && { humanCodingScheme: humanCode }),
    ...(inLanguage !== undefined && { language: inLanguage }),
    ...facts,
    ...(itemType !== undefined && { CFItemType: itemType }),
    ...(subject !== undefined && { subject }),
    ...(notes !== undefined && { notes }),
    lastChangeDateTime,
  }
  return { item, losses: lossesOf(achievement, path, id) }
}

/** The alignment of an achievement with the item that it is. */
export function ownAlignment({
  id,
  alignment = [],
}: Achievement): NonNullable<Achievement['alignment']>[number] | undefined {
  return alignment.find(({ targetUrl, targetType }) => targetType === 'CFItem' && targetUrl === id)
}

/** Alignments and result descriptions are accounted for where they are mapped. */
const used: readonly (keyof Achievement)[] = [
  'id',
  'type',
  'name',
  'description',
  'humanCode',
  'inLanguage',
  'achievementType',
  'fieldOfStudy',
  'tag',
  'alignment',
  'resultDescription',
]

function lossesOf(achievement: Achievement, path: string, { identifier }: CaseId): Loss[] {
  const { otherIdentifier = [], ...others } = achievement
  return [
    ...remainder(others, path, used),
    ...otherIdentifier.flatMap((each, index): Loss[] =>
      each.identifier.toLowerCase() === identifier.toLowerCase()
        ? []
        : [
            {
              path: `${path}/otherIdentifier[${index + 1}]`,
              code: 'no-equivalent',
              reason: 'An item has one identifier',
              disposition: 'dropped',
            },
          ],
    ),
  ]
}
