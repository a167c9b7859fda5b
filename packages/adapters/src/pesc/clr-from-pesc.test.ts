import { describe, expect, it } from 'vitest'
import { collegeTranscript, course, importDocument, options, record } from '../../test/pesc-fixtures.js'
import { clrFromPescTranscript, clrsFromPesc } from './clr-from-pesc.js'

const one = collegeTranscript({ records: record(course('<CourseTitle>Again</CourseTitle>')) })
const two = `<AcademicRecordBatch>${one}${one}</AcademicRecordBatch>`

describe('clrFromPescTranscript', () => {
  it('returns the record, the losses of reading and mapping in the order of the document, and the counts', () => {
    const { credential, losses, counts } = importDocument({
      transmission: '<DocumentID>1</DocumentID>\n<Odd>x</Odd>\n<DocumentProcessCode>PRODUCTION</DocumentProcessCode>',
    })
    expect(credential.type).toEqual(['VerifiableCredential', 'ClrCredential'])
    expect(losses.map(({ path, line }) => [path.split('/').at(-1), line])).toEqual([
      ['DocumentID', 1],
      ['Odd', 2],
      ['DocumentProcessCode', 3],
    ])
    expect(counts).toEqual({ AcademicRecord: 1, Course: 1 })
  })

  it('says how many transcripts there are when there is not one', () => {
    expect(() => clrFromPescTranscript(two, options)).toThrow(
      expect.objectContaining({
        code: 'ERR_PESC_SEVERAL_TRANSCRIPTS',
        message: expect.stringContaining('2 transcripts'),
      }),
    )
  })

  it('refuses what it cannot be called with', () => {
    const refused = (call: () => unknown, message: RegExp): void => {
      expect(call).toThrow(expect.objectContaining({ code: 'ERR_INVALID_OPTION' }))
      expect(call).toThrow(message)
    }
    refused(() => clrFromPescTranscript(one, undefined as never), /issuer/)
    refused(() => clrFromPescTranscript(one, { validFrom: new Date() } as never), /issuer/)
    for (const none of [null, undefined, 5, {}]) {
      refused(() => clrFromPescTranscript(none as never, options), /string or a Uint8Array/)
      refused(() => clrsFromPesc(none as never, options), /string or a Uint8Array/)
    }
  })

  it('names nothing in a loss that may be the data of a person', () => {
    const secret = '078-05-1120'
    const Person = { [secret]: { name: 'x' }, JaneDoe: 'x', Name: { '@Jane': 'x', LastName: 'y', [`@${secret}`]: 'x' } }
    const Student = { Person, 'Jane Doe': 'x', AcademicRecord: { Course: { CourseTitle: 'x', Titel: 'y' } } }
    const { losses } = clrFromPescTranscript(JSON.stringify({ CollegeTranscript: { Student } }), options)
    expect(losses.map(({ path }) => path.slice('/CollegeTranscript/Student/'.length))).toEqual([
      'Person/*[1]/*',
      'Person/*[2]',
      'Person/Name/@*',
      'Person/Name/@*',
      '*[2]',
      'AcademicRecord/Course/Titel',
    ])
  })

  it('carries nothing about the person but what identifies them', () => {
    const person =
      '<SIN>CANARY</SIN><NSN>CANARY</NSN><RecipientAssignedID>CANARY</RecipientAssignedID><SSN>CANARY</SSN><PartialSSN>CANARY</PartialSSN>' +
      '<Birth><BirthDate>CANARY</BirthDate><BirthCity>CANARY</BirthCity><Birthdate>CANARY</Birthdate></Birth>' +
      '<AlternateName><LastName>CANARY</LastName></AlternateName><HighSchool><OrganizationName>CANARY</OrganizationName></HighSchool>' +
      '<Contacts><Address><City>CANARY</City></Address><Phone><PhoneNumber>CANARY</PhoneNumber></Phone></Contacts>' +
      '<Gender><GenderCode>CANARY</GenderCode></Gender><Gender>CANARY</Gender><Residency><County>CANARY</County></Residency>' +
      '<Deceased><DeceasedIndicator>CANARY</DeceasedIndicator></Deceased><Language><LanguageCode>CANARY</LanguageCode></Language>' +
      '<RaceEthnicity><RaceEthnicityCode>CANARY</RaceEthnicityCode></RaceEthnicity><NoteMessage>CANARY</NoteMessage>' +
      '<Unheard><Of>CANARY</Of></Unheard>'
    const student =
      '<Health><Immunizations><ImmunizationCode>CANARY</ImmunizationCode></Immunizations></Health><NoteMessage>CANARY</NoteMessage>'
    const imported = importDocument({ person, student })
    expect(JSON.stringify(imported)).not.toContain('CANARY')
    expect(imported.losses).toHaveLength(22)
    expect(new Set(imported.losses.map(({ code }) => code))).toEqual(new Set(['personal-data']))
  })
})

describe('clrsFromPesc', () => {
  async function* stream(): AsyncGenerator<string> {
    yield two
  }

  it('returns all records of a document, or yields those of a stream', async () => {
    const fixed = { ...options, random: (length: number): Uint8Array => new Uint8Array(length) }
    const all = clrsFromPesc(two, fixed)
    expect(all).toHaveLength(2)
    const streamed: unknown[] = []
    for await (const each of clrsFromPesc(stream(), fixed)) streamed.push(each)
    expect(streamed).toEqual(all)
  })

  it('gives every student of a batch another id when the caller gives none', () => {
    const [first, second] = clrsFromPesc(two, { ...options, learner: undefined })
    expect(first?.credential.credentialSubject.id).not.toBe(second?.credential.credentialSubject.id)
  })
})
