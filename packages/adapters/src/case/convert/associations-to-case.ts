import type { Achievement } from '@testamur/credentials'
import type { Loss } from '../../transcript/index.js'
import type { CfAssociation, CfDocument, CfNodeLink } from '../model/index.js'
import type { CaseId, Ids } from './case-ids.js'
import type { Competencies } from './interface.js'
import { ownAlignment } from './item-from-achievement.js'
import { remainder } from './remainder.js'

/**
 * Returns the associations of a package: those of the record, the place of every other item below the document, and one
 * for each alignment with another node.
 */
export function associationsOf(
  { achievement, association }: Competencies,
  document: CfDocument,
  ids: Ids,
): { associations: readonly CfAssociation[]; losses: readonly Loss[] } {
  const { lastChangeDateTime } = document
  const byId = new Map(achievement.map((each) => [each.id, each]))
  const node = (id: string): CfNodeLink => {
    const known = byId.get(id)
    const { identifier, uri } = ids.items.get(id) ?? (id === document.uri ? document : ids.of('CFItems', id))
    return { title: known?.name ?? (id === document.uri ? document.title : id), identifier, uri, targetType: 'CASE' }
  }
  const isHere = (id: string): boolean => byId.has(id) || id === document.uri
  const made = new Map<string, CfAssociation>()
  const add = (associationType: string, origin: CfNodeLink, destination: CfNodeLink, sequenceNumber?: number): void => {
    const id: CaseId = ids.make('CFAssociations', document.identifier, associationType, origin.uri, destination.uri)
    if (made.has(id.identifier)) return
    const order = sequenceNumber === undefined ? {} : { sequenceNumber }
    made.set(id.identifier, {
      ...id,
      associationType,
      ...order,
      originNodeURI: origin,
      destinationNodeURI: destination,
      lastChangeDateTime,
    })
  }

  const children = new Set<string>()
  for (const { associationType, sourceId, targetId } of association) {
    const isReversed = associationType === 'isParentOf'
    const [origin, destination] = isReversed ? [targetId, sourceId] : [sourceId, targetId]
    const isBelow = isReversed || associationType === 'isChildOf'
    // A parent that is not in the package holds nothing there: its child would be found below nothing.
    if (isBelow && origin !== destination && isHere(destination)) children.add(origin)
    add(isReversed ? 'isChildOf' : associationType, node(origin), node(destination))
  }
  const top: CfNodeLink = {
    title: document.title,
    identifier: document.identifier,
    uri: document.uri,
    targetType: 'CASE',
  }
  const tops = achievement.filter(({ id }) => !children.has(id) && id !== document.uri)
  for (const [index, { id }] of tops.entries()) add('isChildOf', node(id), top, index + 1)
  const losses: Loss[] = []
  for (const [index, each] of achievement.entries()) {
    for (const { link, loss } of alignedNodes(each, ids, `/achievement[${index + 1}]`)) {
      add('isRelatedTo', node(each.id), link)
      losses.push(...loss)
    }
  }
  return { associations: [...made.values()], losses }
}

/** The nodes that an achievement is aligned with, apart from the item that it is. */
function alignedNodes(achievement: Achievement, ids: Ids, path: string): { link: CfNodeLink; loss: readonly Loss[] }[] {
  const own = ownAlignment(achievement)
  return (achievement.alignment ?? []).flatMap((alignment, index) => {
    if (alignment === own) return []
    const { targetName, targetUrl, targetCode, targetType } = alignment
    const link = {
      title: targetName,
      identifier: targetCode ?? ids.of('CFItems', targetUrl).identifier,
      uri: targetUrl,
      ...(targetType?.startsWith('CF') && { targetType: 'CASE' }),
    }
    const at = `${path}/alignment[${index + 1}]`
    const relation: Loss = {
      path: at,
      code: 'no-equivalent',
      reason: 'CASE has no alignments: it became isRelatedTo',
      disposition: 'reduced',
    }
    return [{ link, loss: [relation, ...remainder(alignment, at, ['type', 'targetName', 'targetUrl', 'targetCode'])] }]
  })
}
