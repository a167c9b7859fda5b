import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed, record } from '../../../test/samples.js'
import { demonstration } from './demonstration.js'

const subject = '/credentialSubject'
const achievement = `${subject}/achievement`
const bare = ['/evidence', `${subject}/result`, `${achievement}/resultDescription`].reduce(
  (document, pointer) => changed(document, pointer, undefined),
  goodMicrocredential,
)

describe('Q05', () => {
  it('takes what shows the learning in the way of its kind', () => {
    for (const shownBy of ['evidence', 'result', 'attendance'] as const) {
      expect(lintFindings(demonstration, goodMicrocredential, { shownBy })).toEqual([])
    }
    expect(lintFindings(demonstration, bare), 'where nothing is asked for').toEqual([])
  })

  it('asks abilities for evidence that says something', () => {
    const missing = ['warning evidence-missing ']
    expect(lintFindings(demonstration, bare, { shownBy: 'evidence' })).toEqual(missing)
    const empty = changed(bare, '/evidence', [{ type: ['Evidence'] }])
    expect(lintFindings(demonstration, empty, { shownBy: 'evidence' })).toEqual(missing)
  })

  it('sends evidence from the subject to the credential', () => {
    const misplaced = changed(goodMicrocredential, `${subject}/evidence`, [{ type: ['Evidence'], name: 'Sample' }])
    expect(lintFindings(demonstration, misplaced, { shownBy: 'evidence' })).toEqual([
      `warning evidence-on-subject ${subject}/evidence`,
    ])
  })

  it('asks knowledge for a result, and for its description', () => {
    expect(lintFindings(demonstration, bare, { shownBy: 'result' })).toEqual([
      `warning result-description-missing ${achievement}`,
      `warning result-missing ${subject}`,
    ])
    const valueless = changed(goodMicrocredential, `${subject}/result/0/value`, undefined)
    expect(lintFindings(demonstration, valueless, { shownBy: 'result' })).toEqual([`warning result-missing ${subject}`])
  })

  it('tells recognition that it needs neither', () => {
    expect(lintFindings(demonstration, bare, { shownBy: 'attendance' })).toEqual(['info no-demonstration '])
  })

  it('leaves alone what is no microcredential in a record, and takes a badge alone for one', () => {
    expect(lintFindings(demonstration, goodTranscript, { shownBy: 'evidence' })).toEqual([])
    const certificate = changed(bare, `${achievement}/achievementType`, 'Certificate')
    expect(lintFindings(demonstration, certificate, { shownBy: 'evidence' })).toEqual(['warning evidence-missing '])
    const inside = changed(record, `${subject}/verifiableCredential/0`, bare)
    expect(lintFindings(demonstration, inside, { shownBy: 'evidence' })).toEqual([
      `warning evidence-missing ${subject}/verifiableCredential/0`,
    ])
  })
})
