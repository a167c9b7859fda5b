import { describe, expect, it } from 'vitest'
import { profileFindings } from '../../../test/lint-findings.js'
import { goodExperience, goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { validate } from '../../validate/index.js'
import { lintProfiles, lintRules } from '../index.js'

describe('lintProfiles', () => {
  it('are named as they are called, and have titles', () => {
    expect(Object.entries(lintProfiles).filter(([name, profile]) => name !== profile.name)).toEqual([])
    expect(new Set(Object.values(lintProfiles).map(({ title }) => title)).size).toBe(7)
  })

  it('have each rule once, and each rule is in one of them', () => {
    for (const { rules } of Object.values(lintProfiles)) expect(new Set(rules).size).toBe(rules.length)
    const used = new Set(Object.values(lintProfiles).flatMap(({ rules }) => rules))
    expect(lintRules.filter((rule) => !used.has(rule))).toEqual([])
  })

  it('give levels only to rules and codes that there are', () => {
    const known = new Set(lintRules.flatMap(({ id, codes }) => [id, ...Object.keys(codes)]))
    const given = Object.values(lintProfiles).flatMap(({ levels }) => Object.keys(levels))
    expect(given.length).toBeGreaterThan(0)
    expect(given.filter((name) => !known.has(name))).toEqual([])
  })

  it.each([
    ['transcript', goodTranscript],
    ['degree', goodTranscript],
    ['general', goodTranscript],
    ['general', goodMicrocredential],
    ['microcredential-application', goodMicrocredential],
    ['microcredential-knowledge', goodMicrocredential],
    ['recognition', goodMicrocredential],
    ['general', goodExperience],
    ['cocurricular', goodExperience],
  ] as const)('%s has nothing to say about a good record', (name, record) => {
    expect(profileFindings(name, record)).toEqual([])
    expect(validate(record).findings.filter(({ level }) => level === 'error')).toEqual([])
  })
})
