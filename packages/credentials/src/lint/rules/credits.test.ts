import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { credits } from './credits.js'

const subject = '/credentialSubject/verifiableCredential/0/credentialSubject'
const achievement = `${subject}/achievement`
const unitless = changed(goodTranscript, `${achievement}/tag`, undefined)
const described = (name: string) => changed(unitless, `${achievement}/resultDescription/0/name`, name)

describe('Q10', () => {
  it('takes credits that add up and have a unit, and what has no credits', () => {
    expect(lintFindings(credits, goodTranscript)).toEqual([])
    expect(lintFindings(credits, goodMicrocredential)).toEqual([])
    expect(lintFindings(credits, changed(goodTranscript, `${subject}/creditsEarned`, 0))).toEqual([])
  })

  it('reports more credits than there are', () => {
    expect(lintFindings(credits, changed(goodTranscript, `${subject}/creditsEarned`, 3.5))).toEqual([
      `warning credits-exceeded ${subject}/creditsEarned`,
    ])
  })

  it('reports a course without credits, of nothing else', () => {
    const missing = [`warning credits-available-missing ${achievement}`]
    expect(lintFindings(credits, changed(goodTranscript, `${achievement}/creditsAvailable`, undefined))).toEqual(
      missing,
    )
    const without = changed(goodTranscript, `${subject}/creditsEarned`, 0)
    expect(lintFindings(credits, changed(without, `${achievement}/creditsAvailable`, 0))).toEqual([])
  })

  it.each(['ext:creditUnit=ECTS', 'pesc:CourseCreditUnits=Quarter', 'creditUnits: Semester'])(
    'takes the tag %s',
    (tag) => {
      expect(lintFindings(credits, changed(unitless, `${achievement}/tag`, [tag]))).toEqual([])
    },
  )

  it('takes a member of another vocabulary, and the name of a result description', () => {
    expect(lintFindings(credits, changed(unitless, `${achievement}/creditUnit`, 'Semester'))).toEqual([])
    for (const name of ['Semester credits', 'ECTS points', 'Clock hours']) {
      expect(lintFindings(credits, described(name))).toEqual([])
    }
  })

  it('reports credits without a unit, earned ones too', () => {
    const missing = [`warning credit-unit-missing ${achievement}`]
    expect(lintFindings(credits, unitless)).toEqual(missing)
    expect(lintFindings(credits, described('Semester grade'))).toEqual(missing)
    const unreported = changed(unitless, `${achievement}/tag`, ['pesc:CourseCreditUnits=Unreported'])
    expect(lintFindings(credits, unreported)).toEqual(missing)
    const earned = changed(goodMicrocredential, '/credentialSubject/creditsEarned', 1)
    expect(lintFindings(credits, earned)).toEqual(['warning credit-unit-missing /credentialSubject/achievement'])
  })
})
