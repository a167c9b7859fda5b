import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodExperience, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import type { LintPractice } from '../interface.js'
import { tennesseePractices } from '../profiles/tennessee-practices.js'
import { practice } from './practice.js'

const subject = '/credentialSubject'
const achievement = `${subject}/achievement`
const settings = { practices: tennesseePractices }
const inRecord = (document = goodExperience) => changed(goodTranscript, `${subject}/verifiableCredential/3`, document)
const found = (document = goodExperience, practices: readonly LintPractice[] = tennesseePractices) =>
  lintFindings(practice, document, { practices })

describe('Q18', () => {
  it('takes an experience that says all, alone and in a record', () => {
    expect(found()).toEqual([])
    expect(found(inRecord())).toEqual([])
  })

  it.each([['wsl'], ['Service learning'], ['pesc:Attribute=WSL2'], ['study abroad']])(
    'takes the category %s',
    (tag) => {
      expect(found(changed(goodExperience, `${achievement}/tag`, [tag]))).toEqual([])
    },
  )

  it('reports a category that is none of the list', () => {
    const other = changed(goodExperience, `${achievement}/tag`, ['WSL4'])
    expect(found(other)).toEqual([`warning practice-missing ${achievement}`])
    expect(found(other, [{ name: 'Service', tags: ['WSL4'] }])).toEqual([])
    expect(found(other, []), 'without a list').toEqual([])
  })

  it('names the list, and nothing of the record', () => {
    const [other] = lintFindings(practice, changed(goodTranscript, `${subject}/verifiableCredential`, []), settings)
    expect(other).toBe(`warning practice-missing ${subject}`)
  })

  it('reports a type that does not fit the category', () => {
    const degree = changed(goodExperience, `${achievement}/achievementType`, 'BachelorDegree')
    expect(found(degree)).toEqual([`warning practice-type-unexpected ${achievement}`])
  })

  it('asks for hours or a level', () => {
    const hourless = changed(goodExperience, `${subject}/result`, undefined)
    expect(found(hourless), 'the level tells').toEqual([])
    const levelless = changed(hourless, `${achievement}/tag`, ['WSL'])
    expect(found(levelless)).toEqual([`warning practice-hours-missing ${subject}`])
    expect(found(changed(levelless, `${subject}/hours`, 12))).toEqual([])
    expect(found(changed(levelless, `${achievement}/tag`, ['WSL', 'ext:hours=12']))).toEqual([])
  })

  it.each([
    ['WSL1', '9', true],
    ['WSL1', '9.5', true],
    ['WSL1', '10', false],
    ['WSL2', '10 hours', true],
    ['WSL2', '19.5', true],
    ['WSL2', '20', false],
    ['WSL3', '20', true],
    ['WSL3', '19', false],
  ])('%s: %s hours fit: %s', (tag, hours, fits) => {
    const document = changed(changed(goodExperience, `${achievement}/tag`, [tag]), `${subject}/result/0/value`, hours)
    expect(found(document)).toEqual(fits ? [] : [`warning practice-hours-unexpected ${subject}`])
  })

  it('does not take credit hours for hours', () => {
    const credit = changed(goodExperience, `${achievement}/resultDescription/0/name`, 'Credit hours')
    expect(found(changed(credit, `${achievement}/tag`, ['WSL']))).toEqual([`warning practice-hours-missing ${subject}`])
  })

  it('asks for a sponsor', () => {
    const alone = changed(goodExperience, `${achievement}/creator`, undefined)
    expect(found(alone)).toEqual([`warning sponsor-missing ${achievement}`])
    const source = { id: 'https://river.example', type: ['Profile'], name: 'Friends of the River' }
    expect(found(changed(alone, `${subject}/source`, source))).toEqual([])
  })

  it('asks for an outcome', () => {
    const bare = changed(goodExperience, `${achievement}/alignment`, undefined)
    expect(found(bare)).toEqual([`warning outcome-missing ${achievement}`])
    const assessed = changed(bare, `${achievement}/resultDescription/0/resultType`, 'PerformanceLevel')
    expect(found(assessed)).toEqual([])
    const competency = changed(
      changed(inRecord(bare), `${subject}/achievement/0/achievementType`, 'Competency'),
      `${subject}/association/2`,
      {
        type: 'Association',
        associationType: 'isParentOf',
        sourceId: 'https://university.example/river-cleanup',
        targetId: 'https://university.example/bachelor-of-science',
      },
    )
    expect(found(competency)).toEqual([])
  })

  it('leaves courses alone, unless they have a category', () => {
    const course = `${subject}/verifiableCredential/0/credentialSubject`
    const coded = changed(inRecord(), `${course}/achievement/tag`, ['pesc:Attribute=WSL3'])
    expect(found(coded)).toEqual([`warning sponsor-missing ${course}/achievement`])
  })

  it('reports a record without any experience', () => {
    expect(found(goodTranscript)).toEqual([`warning practice-missing ${subject}`])
  })
})
