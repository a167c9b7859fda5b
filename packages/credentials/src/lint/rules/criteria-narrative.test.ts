import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { criteriaNarrative } from './criteria-narrative.js'

const achievement = '/credentialSubject/achievement'
const criteria = `${achievement}/criteria`
const vague = 'The institution recorded it in the way that it always records such things.'

describe('Q03', () => {
  it('takes a narrative that tells of an assessment, and a page that is safe to open', () => {
    expect(lintFindings(criteriaNarrative, goodTranscript)).toEqual([])
    const withoutPage = changed(goodMicrocredential, `${criteria}/id`, undefined)
    expect(lintFindings(criteriaNarrative, withoutPage)).toEqual([])
  })

  it('leaves alone what is not in English', () => {
    const german = changed(goodMicrocredential, `${criteria}/narrative`, 'Teilnahme an allen Sitzungen des Kurses.')
    expect(lintFindings(criteriaNarrative, changed(german, `${achievement}/inLanguage`, 'de-AT'))).toEqual([])
    expect(lintFindings(criteriaNarrative, changed(german, `${achievement}/inLanguage`, undefined))).toEqual([])
  })

  it.each([
    ['narrative', undefined, `warning narrative-missing ${criteria}`],
    ['narrative', vague, `warning assessment-not-told ${criteria}/narrative`],
    ['id', 'http://university.example/welding', `warning criteria-page-not-https ${criteria}/id`],
    ['id', 'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2e00', `warning criteria-page-not-https ${criteria}/id`],
  ])('reports %s: %j', (member, value, finding) => {
    expect(lintFindings(criteriaNarrative, changed(goodMicrocredential, `${criteria}/${member}`, value))).toEqual([
      finding,
    ])
  })

  it('takes a text without a language for English if it reads like it', () => {
    const unknown = changed(goodMicrocredential, `${achievement}/inLanguage`, undefined)
    expect(lintFindings(criteriaNarrative, changed(unknown, `${criteria}/narrative`, vague))).toEqual([
      `warning assessment-not-told ${criteria}/narrative`,
    ])
  })
})
