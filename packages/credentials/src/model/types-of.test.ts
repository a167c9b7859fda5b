import { describe, expect, it } from 'vitest'
import { badge, endorsement, record } from '../../test/samples.js'
import { isAchievementCredential, isClrCredential, isEndorsementCredential, typesOf } from './types-of.js'

describe('typesOf', () => {
  it('reads one name and several', () => {
    expect(typesOf({ type: 'Image' })).toEqual(['Image'])
    expect(typesOf({ type: ['Profile', 7, 'Person'] })).toEqual(['Profile', 'Person'])
  })

  it('reads nothing from what has no type of its own', () => {
    for (const value of [undefined, null, 'Image', 7, {}, { type: {} }, Object.create({ type: 'Image' })]) {
      expect(typesOf(value)).toEqual([])
    }
  })
})

describe('guards', () => {
  it('tell credentials by their type', () => {
    expect([badge, record, endorsement].map(isAchievementCredential)).toEqual([true, false, false])
    expect([badge, record, endorsement].map(isClrCredential)).toEqual([false, true, false])
    expect([badge, record, endorsement].map(isEndorsementCredential)).toEqual([false, false, true])
    expect(isAchievementCredential({ type: 'OpenBadgeCredential' })).toBe(true)
  })
})
