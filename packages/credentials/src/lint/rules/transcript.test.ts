import type { JsonObject } from '@testamur/documents/json'
import { describe, expect, it } from 'vitest'
import { lintFindings } from '../../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../../test/lint-samples.js'
import { changed } from '../../../test/samples.js'
import { transcript } from './transcript.js'

const credentials = '/credentialSubject/verifiableCredential'
const [finished, running, average] = [0, 1, 2].map((index) => `${credentials}/${index}/credentialSubject`)

describe('Q17', () => {
  it('takes a whole transcript, and what is none', () => {
    expect(lintFindings(transcript, goodTranscript)).toEqual([])
    expect(lintFindings(transcript, goodMicrocredential)).toEqual([])
  })

  it('asks for an average over everything', () => {
    const missing = ['warning cumulative-gpa-missing /credentialSubject']
    expect(lintFindings(transcript, changed(goodTranscript, `${credentials}/2`, undefined))).toEqual(missing)
    const ofTerm = changed(goodTranscript, `${average}/term`, 'Fall 2025')
    expect(lintFindings(transcript, ofTerm), 'named cumulative').toEqual([])
    const named = changed(ofTerm, `${average}/achievement/resultDescription/0/name`, 'Term average')
    expect(lintFindings(transcript, named)).toEqual(missing)
    expect(lintFindings(transcript, changed(named, `${average}/term`, undefined)), 'of no term').toEqual([])
  })

  it.each([
    [`${finished}/term`, undefined, `warning course-term-missing ${finished}`],
    [`${finished}/creditsEarned`, undefined, `warning course-credits-missing ${finished}`],
    [`${running}/achievement/creditsAvailable`, undefined, `warning course-credits-missing ${running}`],
    [`${finished}/result`, undefined, `warning course-grade-missing ${finished}`],
  ])('reports %s: %j', (pointer, value, finding) => {
    expect(lintFindings(transcript, changed(goodTranscript, pointer, value))).toEqual([finding])
  })

  it('takes a status, or a result that is called a grade, for a grade', () => {
    expect(lintFindings(transcript, changed(goodTranscript, `${finished}/result/0`, undefined))).toEqual([])
    const called = changed(goodTranscript, `${finished}/achievement/resultDescription/0/resultType`, 'Result')
    const stateless = changed(called, `${finished}/result/1`, undefined)
    expect(lintFindings(transcript, stateless)).toEqual([])
    const fact = changed(stateless, `${finished}/achievement/resultDescription/0/name`, 'Section')
    expect(lintFindings(transcript, fact)).toEqual([`warning course-grade-missing ${finished}`])
  })

  it('asks work in progress for its status', () => {
    const ip = changed(goodTranscript, `${finished}/result/0/value`, 'IP')
    expect(lintFindings(transcript, ip)).toEqual([`warning in-progress-not-marked ${finished}`])
    expect(lintFindings(transcript, changed(ip, `${finished}/result/1/status`, 'InProgress'))).toEqual([])
  })

  describe('repeats', () => {
    const [first] = (goodTranscript['credentialSubject'] as { verifiableCredential: JsonObject[] }).verifiableCredential
    const again = `${credentials}/3/credentialSubject`
    const repeated = changed(goodTranscript, `${credentials}/3`, first)
    const unmarked = [`warning repeat-not-marked ${again}`]
    const repeatCode = { id: 'urn:x:repeat', type: ['ResultDescription'], name: 'Repeat code', resultType: 'Result' }

    it('reports a course that is there twice', () => {
      expect(lintFindings(transcript, repeated)).toEqual(unmarked)
      const redefined = changed(repeated, `${again}/achievement/id`, 'https://university.example/statics-2')
      expect(lintFindings(transcript, redefined), 'by its code').toEqual(unmarked)
    })

    it.each([
      ['another name', `${again}/achievement/name`, 'Special topics: bridges'],
      ['a withdrawal', `${again}/result/1/status`, 'Withdrew'],
      ['a laboratory without credits', `${again}/achievement/creditsAvailable`, 0],
      ['a remark', `${again}/narrative`, 'Repeated course, counts in place of the first attempt.'],
    ])('takes %s', (_, pointer, value) => {
      expect(lintFindings(transcript, changed(repeated, pointer, value))).toEqual([])
    })

    it('takes a repeat code, and an association that says which replaced which', () => {
      const described = changed(repeated, `${again}/achievement/resultDescription/2`, repeatCode)
      const result = { type: ['Result'], resultDescription: 'urn:x:repeat', value: 'RepeatCounted' }
      expect(lintFindings(transcript, described), 'described only').toEqual(unmarked)
      expect(lintFindings(transcript, changed(described, `${again}/result/2`, result))).toEqual([])
      const other = 'https://university.example/statics-2'
      const redefined = changed(repeated, `${again}/achievement/id`, other)
      const replaced = {
        type: 'Association',
        associationType: 'replacedBy',
        sourceId: 'https://university.example/statics',
        targetId: other,
      }
      expect(lintFindings(transcript, changed(redefined, '/credentialSubject/association/2', replaced))).toEqual([])
    })
  })
})
