import { describe, expect, it } from 'vitest'
import { validate } from '../validate/index.js'
import {
  type AchievementNode,
  achievement,
  achievementCredential,
  achievementHierarchy,
  clrCredential,
  type InvalidCredentialError,
} from './index.js'

const criteria = { narrative: 'As the catalogue says.' }
const named = (name: string) => achievement({ id: `urn:example:${name}`, name, description: name, criteria })
const degree = named('degree')
const major = named('major')
const minor = named('minor')
const algebra = named('algebra')

const issuer = 'did:web:university.example'
const validFrom = '2026-05-31T09:00:00Z'
const id = 'did:example:learner'
const award = (of: typeof degree) =>
  achievementCredential({ issuer, validFrom, credentialSubject: { id, achievement: of } })

/** A degree with two programmes that share a course. */
const hierarchy: AchievementNode = {
  achievement: degree,
  parts: [
    { achievement: major, parts: [{ achievement: algebra }] },
    { achievement: minor, parts: [{ achievement: algebra }] },
  ],
}

const links = ({ association }: ReturnType<typeof achievementHierarchy>) =>
  association.map(({ sourceId, targetId }) => `${sourceId.slice(12)} ${targetId.slice(12)}`)

function errorsOf(input: unknown): string[] {
  try {
    achievementHierarchy(input as AchievementNode)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ERR_INVALID_CREDENTIAL' })
    return (error as InvalidCredentialError).findings.map(({ code, pointer }) => `${code} ${pointer}`)
  }
  throw new Error('nothing was refused')
}

describe('achievementHierarchy', () => {
  it('lists every achievement once, each above its parts, and one association for each part', () => {
    const built = achievementHierarchy(hierarchy)
    expect(built.achievement).toEqual([degree, major, algebra, minor])
    expect(links(built)).toEqual(['major degree', 'algebra major', 'minor degree', 'algebra minor'])
    expect(built.association[0]).toEqual({
      type: 'Association',
      associationType: 'isChildOf',
      sourceId: major.id,
      targetId: degree.id,
    })
  })

  it('writes isPartOf when told to, and takes several hierarchies', () => {
    const built = achievementHierarchy(
      [{ achievement: major, parts: [{ achievement: algebra }] }, { achievement: minor }],
      {
        associationType: 'isPartOf',
      },
    )
    expect(built.achievement).toEqual([major, algebra, minor])
    expect(built.association.map(({ associationType }) => associationType)).toEqual(['isPartOf'])
    expect(achievementHierarchy([])).toEqual({ achievement: [], association: [] })
  })

  it('leaves out what the credentials of the record award, also inside another record', () => {
    const transferred = clrCredential({
      name: 'Transcript',
      issuer,
      validFrom,
      credentialSubject: { id, verifiableCredential: [award(algebra)] },
    })
    const verifiableCredential = [award(degree), transferred]
    const built = achievementHierarchy(hierarchy, { verifiableCredential })
    expect(built.achievement).toEqual([major, minor])
    const record = clrCredential({
      name: 'Transcript',
      issuer,
      validFrom,
      credentialSubject: { id, verifiableCredential, ...built },
    })
    expect(validate(record).findings).toEqual([])
  })

  it('builds achievements, the same object only once', () => {
    const course = { name: 'Algebra', description: 'A course.', criteria }
    const built = achievementHierarchy({
      achievement: major,
      parts: [{ achievement: course }, { achievement: course }],
    })
    expect(built.achievement).toHaveLength(2)
    expect(built.association).toHaveLength(1)
    expect(built.achievement[1]).toMatchObject({ id: built.association[0]?.sourceId, type: ['Achievement'] })
  })

  it('reads what is deep, and what is shared by reference', () => {
    let deep: AchievementNode = { achievement: named('0') }
    for (let level = 1; level < 5000; level++) deep = { achievement: named(String(level)), parts: [deep, deep] }
    expect(achievementHierarchy(deep).association).toHaveLength(4999)
  })

  it('refuses achievements that contain themselves, and says by which way', () => {
    const parts = [{ achievement: major, parts: [{ achievement: algebra, parts: [{ achievement: major }] }] }]
    const inCircle = { achievement: degree, parts }
    expect(errorsOf(inCircle)).toEqual(['association-cycle /parts/0/parts/0/parts/0'])
    expect(() => achievementHierarchy(inCircle)).toThrow(
      'This is no valid hierarchy: /parts/0/parts/0/parts/0: An achievement cannot be a part of itself: ' +
        '/parts/0 contains /parts/0/parts/0 contains /parts/0/parts/0/parts/0.',
    )
    expect(errorsOf({ achievement: degree, parts: [{ achievement: degree }] })).toEqual(['association-cycle /parts/0'])
  })

  it('sees circles that no single branch shows, and nodes that hold themselves', () => {
    const circle = [
      { achievement: major, parts: [{ achievement: minor }] },
      { achievement: minor, parts: [{ achievement: major }] },
    ]
    expect(errorsOf(circle)).toEqual(['association-cycle /1/parts/0'])
    const itself: { achievement: typeof degree; parts: AchievementNode[] } = { achievement: degree, parts: [] }
    itself.parts.push({ achievement: algebra, parts: [itself] })
    expect(errorsOf(itself)).toEqual(['association-cycle /parts/0/parts/0'])
  })

  it('refuses achievements that are not valid, with their places', () => {
    const parts = [{ achievement: { name: 'Algebra', criteria } }, { achievement: { ...minor, name: 7 } }, null, {}]
    expect(errorsOf({ achievement: degree, parts })).toEqual([
      'member-missing /parts/0/achievement',
      'value-kind /parts/1/achievement/name',
      'value-kind /parts/2',
      'value-kind /parts/3/achievement',
    ])
    expect(errorsOf(undefined)).toEqual(['value-kind '])
    expect(errorsOf({ achievement: degree, parts: 'all' })).toEqual(['value-kind /parts'])
  })

  it('refuses different achievements with the same id', () => {
    expect(errorsOf([{ achievement: minor }, { achievement: { ...minor, name: 'Geometry' } }])).toEqual([
      'identifier-repeated /1/achievement',
    ])
    expect(achievementHierarchy([{ achievement: minor }, { achievement: { ...minor } }]).achievement).toEqual([minor])
  })

  it('leaves its input as it was', () => {
    const before = structuredClone(hierarchy)
    achievementHierarchy(hierarchy)
    expect(hierarchy).toEqual(before)
  })
})
