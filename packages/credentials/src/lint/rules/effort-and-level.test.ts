import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodExperience, goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { effortAndLevel } from './effort-and-level.js'

const achievement = '/credentialSubject/achievement'
const undated = changed(goodMicrocredential, '/credentialSubject/activityEndDate', undefined)
const effortless = [`info effort-missing ${achievement}`]

describe('Q16', () => {
  it('takes what says effort and level, and courses', () => {
    expect(lintFindings(effortAndLevel, goodTranscript)).toEqual([])
    expect(lintFindings(effortAndLevel, goodMicrocredential)).toEqual([])
    expect(lintFindings(effortAndLevel, goodExperience)).toEqual([])
  })

  it('reports learning without credit of which nothing says how much it was', () => {
    expect(lintFindings(effortAndLevel, undated)).toEqual(effortless)
    expect(lintFindings(effortAndLevel, changed(undated, `${achievement}/tag`, ['2026']))).toEqual(effortless)
  })

  it.each([
    [`${achievement}/creditsAvailable`, 1],
    [`${achievement}/description`, 'A 40-hour course on shielded metal arcs.'],
    [`${achievement}/criteria/narrative`, 'Attend on 3 days and pass the examination.'],
    [`${achievement}/tag`, ['2 ECTS']],
    [`${achievement}/duration`, 'P3D'],
    [`${achievement}/resultDescription/0/name`, 'Hours'],
    ['/credentialSubject/creditsEarned', 1],
  ])('takes %s: %j', (pointer, value) => {
    expect(lintFindings(effortAndLevel, changed(undated, pointer, value))).toEqual([])
  })

  it('reports a qualification without a level', () => {
    const level = '/credentialSubject/achievement/0/alignment'
    expect(lintFindings(effortAndLevel, changed(goodTranscript, level, undefined))).toEqual([
      'info level-missing /credentialSubject/achievement/0',
    ])
    const other = changed(goodTranscript, `${level}/0/targetFramework`, 'Skills of the metal trades')
    expect(lintFindings(effortAndLevel, changed(other, `${level}/0/targetUrl`, 'https://levels.example/6'))).toEqual([
      'info level-missing /credentialSubject/achievement/0',
    ])
    expect(lintFindings(effortAndLevel, other, { levelFrameworks: ['metal trades'] })).toEqual([])
  })
})
