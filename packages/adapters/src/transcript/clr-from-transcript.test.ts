import { describe, expect, it } from 'vitest'
import {
  collegeTranscript,
  course,
  importDocument,
  innerOf,
  lossesOf,
  options,
  record,
} from '../../test/pesc-fixtures.js'
import { transcriptsFromPesc } from '../pesc/index.js'
import { clrFromTranscript } from './clr-from-transcript.js'
import type { Transcript } from './index.js'

const transmission = (code = 'PRODUCTION', more = '') =>
  `<DocumentID>D-1</DocumentID><CreatedDateTime>2024-06-03T09:30:00</CreatedDateTime><Source><Organization><OrganizationName>Sender</OrganizationName></Organization></Source><DocumentProcessCode>${code}</DocumentProcessCode>${more}`

describe('clrFromTranscript', () => {
  it('needs no source document: paths are those of the model', () => {
    const transcript: Transcript = {
      document: { notes: [] },
      learner: { agencyIdentifiers: [] },
      records: [
        {
          cohortGraduationYear: '2024',
          awards: [{ title: 'BA', honors: [], programs: [], requirements: [], summaries: [], notes: [] }],
          summaries: [],
          sessions: [],
          courses: [],
          additionalAchievements: [],
          notes: [],
        },
      ],
      tests: [],
      notes: [],
    }
    const frozen = structuredClone(transcript)
    const { credential, losses } = clrFromTranscript(transcript, { ...options, transcriptEntries: 'omit' })
    expect(innerOf(credential).map(({ name }) => name)).toEqual(['BA'])
    expect(losses).toEqual([
      expect.objectContaining({ path: '/records[1]/cohortGraduationYear', code: 'no-equivalent' }),
    ])
    expect(transcript).toEqual(frozen)
  })

  it('says of the document what concerns the reader, and loses what concerns its transport', () => {
    const imported = importDocument({
      transmission: transmission(
        'PRODUCTION',
        '<DocumentOfficialCode>Unofficial</DocumentOfficialCode><DocumentCompleteCode>Partial</DocumentCompleteCode><NoteMessage>See legend</NoteMessage>',
      ),
      records: record(`${course()}<NoteMessage>Transfer credit</NoteMessage><Legend>https://legend.example</Legend>`),
    })
    expect(imported.credential).toMatchObject({
      name: 'Transcript of Sender',
      description: 'Unofficial transcript.\nSee legend\nTransfer credit\nLegend: https://legend.example',
      partial: true,
      validFrom: '2026-01-01T00:00:00Z',
    })
    expect(lossesOf(imported)).toMatchObject({
      DocumentID: 'transport',
      CreatedDateTime: 'transport',
      DocumentProcessCode: 'transport',
    })
  })

  it.each([
    ['Complete', false],
    ['Partial', true],
    ['Some', undefined],
  ])('takes a document that is %s for partial: %s', (code, partial) => {
    const complete = `<DocumentCompleteCode>${code}</DocumentCompleteCode>`
    expect(importDocument({ transmission: transmission('PRODUCTION', complete) }).credential.partial).toBe(partial)
  })

  it('shows a test for what it is, even under a name of the caller', () => {
    const xml = { transmission: transmission('TEST') }
    expect(importDocument(xml).credential.name).toBe('TEST DOCUMENT: Transcript of Sender')
    const named = importDocument(xml, { name: 'Record' }).credential
    expect([named.name, named.description]).toEqual(['Record', expect.stringMatching(/^TEST DOCUMENT/)])
  })

  it('makes every credential valid from and until the same moments', () => {
    const { credential } = importDocument({}, { validFrom: new Date(0), validUntil: '2030-01-01T00:00:00Z' })
    for (const each of [credential, ...innerOf(credential)]) {
      expect(each).toMatchObject({ validFrom: '1970-01-01T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' })
    }
  })

  it('refuses a transcript without achievements', () => {
    const [read] = transcriptsFromPesc(collegeTranscript({ records: record('<NoteMessage>none</NoteMessage>') }))
    expect(() => clrFromTranscript(read?.transcript as Transcript, options)).toThrow(
      expect.objectContaining({ code: 'ERR_TRANSCRIPT_EMPTY' }),
    )
  })

  it('leaves it to the builders to refuse options they cannot use', () => {
    expect(() => importDocument({}, { validFrom: 'yesterday' })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_CREDENTIAL' }),
    )
    expect(() => importDocument({}, { validFrom: new Date(Number.NaN) })).toThrow(/validFrom/)
  })

  it.each([
    { learner: 'SECRET-42' },
    { learner: { id: '' } },
    { issuer: { id: 'Example University' } },
    { id: 'urn:a b' },
  ])('refuses %j, which is no URI, without quoting it', (more) => {
    const attempt = () => importDocument({}, more)
    expect(attempt).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
    expect(attempt).not.toThrow(/SECRET/)
  })

  it('gives achievements with one id one definition', () => {
    const attempt = (grade: string) => course(`<CourseAcademicGrade>${grade}</CourseAcademicGrade>`)
    const { credential } = importDocument({
      records: record(attempt('A') + attempt('87') + course('<ClassSize>3</ClassSize>') + course('', '102')),
    })
    const byId = new Map<string, string>()
    for (const { credentialSubject } of innerOf(credential)) {
      const text = JSON.stringify(credentialSubject.achievement)
      expect(byId.get(credentialSubject.achievement.id) ?? text).toBe(text)
      byId.set(credentialSubject.achievement.id, text)
    }
    expect(byId.size).toBe(2)
  })
})
