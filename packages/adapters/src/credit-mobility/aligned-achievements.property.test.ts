import { type AssociationType, achievementCredential, type ClrCredential, clrCredential } from '@testamur/credentials'
import { valueAtPointer } from '@testamur/documents'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseFramework, parseCasePackage } from '../case/index.js'
import { alignedAchievements } from './aligned-achievements.js'
import { relationsByStrength } from './relations.js'

const runs = { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) }
const moment = '2026-01-01T00:00:00Z'
const guid = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`
const uri = (n: number): string => `https://f.example/ims/case/v1p1/CFItems/${guid(n)}`
const link = (n: number) => ({ title: `T${n}`, identifier: guid(n), uri: uri(n) })
const count = 6

const framework = fc
  .array(
    fc.tuple(
      fc.constantFrom('isChildOf', 'exactMatchOf', 'isRelatedTo', 'isPartOf', 'precedes'),
      fc.nat(count - 1),
      fc.nat(count - 1),
    ),
    { maxLength: 8 },
  )
  .map((links) =>
    caseFramework(
      parseCasePackage({
        CFDocument: { ...link(9), creator: 'Framework', lastChangeDateTime: moment },
        CFItems: Array.from({ length: count }, (_, n) => ({
          ...link(n),
          title: undefined,
          fullStatement: `S${n}`,
          lastChangeDateTime: moment,
        })),
        CFAssociations: links.map(([associationType, from, to], n) => ({
          identifier: `00000000-0000-4000-9000-00000000000${n}`,
          uri: `urn:x:${n}`,
          associationType,
          originNodeURI: link(from),
          destinationNodeURI: link(to),
          lastChangeDateTime: moment,
        })),
      }).package,
    ),
  )

const types: readonly AssociationType[] = ['isPartOf', 'exactMatchOf', 'isRelatedTo', 'precedes', 'isPeerOf']
const recordOf = (issuer: string) =>
  fc
    .record({
      courses: fc.uniqueArray(fc.record({ n: fc.nat(4), items: fc.uniqueArray(fc.nat(count - 1), { maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ n }) => n,
      }),
      links: fc.array(fc.tuple(fc.constantFrom(...types), fc.nat(2), fc.nat(2)), { maxLength: 3 }),
    })
    .map(({ courses, links }): ClrCredential => {
      const achievements = courses.map(({ n, items }) => ({
        id: `urn:x:course-${n}`,
        name: `Course ${n}`,
        description: 'A course.',
        criteria: { narrative: 'x' },
        alignment: items.map((each) => ({ targetName: `S${each}`, targetUrl: uri(each) })),
      }))
      const id = (place: number): string => achievements[place % achievements.length]?.id ?? ''
      return clrCredential({
        name: 'Record',
        issuer,
        validFrom: moment,
        credentialSubject: {
          id: 'did:example:learner',
          verifiableCredential: achievements.map((achievement) =>
            achievementCredential({
              issuer,
              validFrom: moment,
              credentialSubject: { id: 'did:example:learner', achievement },
            }),
          ),
          association: links
            .map(([associationType, from, to]) => ({ associationType, sourceId: id(from), targetId: id(to) }))
            .filter(
              ({ associationType, sourceId, targetId }) =>
                sourceId !== targetId && (associationType !== 'isPartOf' || sourceId < targetId),
            ),
        },
      })
    })

test('every chain is whole, and stands in the documents as it says; the answer is always the same', () => {
  fc.assert(
    fc.property(
      recordOf('did:web:a.example'),
      fc.oneof(recordOf('did:web:b.example'), framework),
      framework,
      (record, target, between) => {
        const options = { frameworks: [between] }
        const answer = alignedAchievements(record, target, options)
        expect(alignedAchievements(record, target, options)).toEqual(answer)
        const documents = { record, target: 'package' in target ? target.package : target, framework: between.package }
        for (const { achievement, chain, target: goal } of answer.aligned) {
          expect(chain[0]?.from.id).toBe(achievement.id)
          expect(chain.at(-1)?.to.id).toBe(goal.id)
          for (const [index, each] of chain.entries()) {
            if (index > 0) expect(each.from).toEqual(chain[index - 1]?.to)
            const said = JSON.stringify(valueAtPointer(documents[each.place.document], each.place.pointer))
            expect(said, 'the link is written there').toBeTypeOf('string')
            const ends =
              each.by === 'sameId' || each.by === 'alignment'
                ? [each.direction === 'forward' ? each.to.id : each.from.id]
                : [each.from.id, each.to.id]
            for (const end of ends) expect(said).toContain(end)
          }
        }
      },
    ),
    runs,
  )
})

test('each pair is told once, with as much as one direction proves for the other', () => {
  const opposite = {
    exactMatchOf: 'exactMatchOf',
    isAlignedWith: 'isAlignedWith',
    isParentOf: 'isChildOf',
    isChildOf: 'isParentOf',
    isRelatedTo: 'isRelatedTo',
  }
  fc.assert(
    fc.property(recordOf('did:web:a.example'), recordOf('did:web:b.example'), framework, (one, other, between) => {
      const options = { frameworks: [between], maxLinks: 20 }
      const pairs = (from: ClrCredential, to: ClrCredential, isTurned: boolean): Map<string, string> => {
        const { aligned, isComplete } = alignedAchievements(from, to, options)
        expect(isComplete).toBe(true)
        const told = aligned.map(({ achievement, target, relation }): [string, string] =>
          isTurned
            ? [`${target.id} ${achievement.id}`, opposite[relation]]
            : [`${achievement.id} ${target.id}`, relation],
        )
        expect(new Set(told.map(([pair]) => pair)).size).toBe(told.length)
        return new Map(told)
      }
      const [there, back] = [pairs(one, other, false), pairs(other, one, true)]
      // A pair that contains each other has both relations; the stronger is told in either direction.
      const plain = (relation: string | undefined): string | undefined =>
        relation === 'isChildOf' ? 'isParentOf' : relation
      expect([...there.keys()].toSorted()).toEqual([...back.keys()].toSorted())
      for (const [pair, relation] of there) expect(plain(back.get(pair))).toBe(plain(relation))
    }),
    runs,
  )
})

test('relations are told from strong to weak', () => {
  fc.assert(
    fc.property(recordOf('did:web:a.example'), framework, (record, target) => {
      const { aligned } = alignedAchievements(record, target)
      for (const [index, each] of aligned.entries()) {
        const before = aligned[index - 1]
        if (before?.achievement.id !== each.achievement.id) continue
        expect(relationsByStrength.indexOf(before.relation)).toBeLessThanOrEqual(
          relationsByStrength.indexOf(each.relation),
        )
      }
    }),
    runs,
  )
})
