import { describe, expect, it } from 'vitest'
import { lintFindings, profileWith } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { lint } from '../lint.js'
import { wording } from './wording.js'

const achievement = '/credentialSubject/achievement'
const narrative = `${achievement}/criteria/narrative`

describe('Q01', () => {
  it('takes what says something', () => {
    expect(lintFindings(wording, goodTranscript)).toEqual([])
    const byPage = changed(goodMicrocredential, `${achievement}/criteria`, { id: 'https://university.example/welding' })
    expect(lintFindings(wording, byPage)).toEqual([])
    const spanish = { es: 'Apruebe todos los exámenes y proyectos de soldadura.' }
    expect(lintFindings(wording, changed(goodMicrocredential, narrative, spanish))).toEqual([])
  })

  it.each([
    ['name', undefined, `error name-missing ${achievement}`],
    ['name', ' ', `error name-missing ${achievement}`],
    ['name', 'Untitled', `error name-boilerplate ${achievement}/name`],
    ['description', '', `error description-missing ${achievement}`],
    ['description', 'N/A', `error description-boilerplate ${achievement}/description`],
    ['description', '…', `error description-boilerplate ${achievement}/description`],
    ['description', 'welding.', `warning description-repeats ${achievement}/description`],
    ['criteria', undefined, `error criteria-missing ${achievement}`],
    ['criteria', {}, `error criteria-missing ${achievement}/criteria`],
    ['criteria', 'Pass', `error criteria-missing ${achievement}/criteria`],
    ['criteria/narrative', 'n / a', `error criteria-boilerplate ${narrative}`],
    ['criteria/narrative', 'Welding', `error criteria-repeats ${narrative}`],
    ['criteria/narrative', 'Joins of mild steel by shielded metal arcs', `error criteria-repeats ${narrative}`],
    ['criteria/narrative', 'Pass the examination.', `error criteria-short ${narrative}`],
  ])('reports %s: %j', (member, value, finding) => {
    expect(lintFindings(wording, changed(goodMicrocredential, `${achievement}/${member}`, value))).toEqual([finding])
  })

  it.each([
    [undefined, /has no `criteria`/],
    [{}, /`criteria` of the achievement say nothing/],
    ['Pass', /`criteria` is no object/],
  ])('says what is wrong with the criteria %j', (criteria, words) => {
    const document = changed(goodMicrocredential, `${achievement}/criteria`, criteria)
    const messages = lint(document, { profile: profileWith(wording) }).findings.map(({ message }) => message)
    expect(messages).toEqual([expect.stringMatching(words)])
  })

  it('looks at what is only listed, and goes by the settings', () => {
    const listed = changed(goodTranscript, '/credentialSubject/achievement/0/name', 'TBD')
    expect(lintFindings(wording, listed)).toEqual(['error name-boilerplate /credentialSubject/achievement/0/name'])
    expect(lintFindings(wording, listed, { boilerplate: [] })).toEqual([])
    const strict = lintFindings(wording, goodMicrocredential, { minimumCriteriaLength: 80 })
    expect(strict).toEqual([`error criteria-short ${narrative}`])
  })
})
