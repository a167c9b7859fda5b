import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { collegeTranscript, course, record } from '../../test/pesc-fixtures.js'
import { anyTranscript } from '../../test/transcript-arbitrary.js'
import { clrFromPescTranscript } from '../pesc/index.js'
import { clrFromTranscript, type Learner, type PersonalDatum, type Transcript } from './index.js'

const numRuns = Math.ceil(Number(process.env['TESTAMUR_RUNS'] ?? 100) / 4)
const options = {
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
  validFrom: '2026-01-01T00:00:00Z',
} as const
const data: readonly PersonalDatum[] = ['name', 'school-id', 'agency-ids']

/** Each text of it tells which datum it belongs to. */
const learner: Learner = {
  name: {
    given: 'CANARY-name-1',
    middle: ['CANARY-name-2', 'CANARY-name-3'],
    family: 'CANARY-name-4',
    suffix: 'CANARY-name-5',
    composite: 'CANARY-name-6',
  },
  schoolAssignedId: 'CANARY-school-id-1',
  agencyIdentifiers: [
    {
      value: 'CANARY-agency-ids-1',
      agencyCode: 'CANARY-agency-ids-2',
      agencyName: 'CANARY-agency-ids-3',
      countryCode: 'CANARY-agency-ids-4',
      regionCode: 'CANARY-agency-ids-5',
    },
  ],
}

it('carries no personal datum outside the chosen set', () => {
  const chosen = fc.record({
    identity: fc.constantFrom('hashed' as const, 'plain' as const, 'none' as const),
    carry: fc.option(fc.subarray([...data]), { nil: undefined }),
    transcriptEntries: fc.constantFrom('carry' as const, 'omit' as const),
  })
  fc.assert(
    fc.property(anyTranscript, chosen, (transcript, { identity, carry, transcriptEntries }) => {
      const made = clrFromTranscript(
        { ...transcript, learner },
        { ...options, learner: { identity, carry }, transcriptEntries },
      )
      const text = JSON.stringify(made)
      for (const datum of data) {
        const isChosen = identity === 'plain' && (carry === undefined || carry.includes(datum))
        if (isChosen) expect(text).toContain(`CANARY-${datum}-1`)
        // The kind of a number's agency is told with its hash.
        else expect(text).not.toMatch(new RegExp(`CANARY-${datum}-${datum === 'agency-ids' ? '1' : ''}`))
      }
    }),
    { numRuns },
  )
})

it('says the same of whoever has the same learning: what is not chosen goes into no id and no hash', () => {
  const other = JSON.parse(JSON.stringify(learner).replaceAll('CANARY', 'SOMEONE')) as Learner
  const withoutIdentity = { id: 'did:example:learner', identity: 'none' } as const
  fc.assert(
    fc.property(anyTranscript, fc.string(), (transcript, documentId) => {
      const made = (of: Learner, id: string | undefined) => {
        const { document } = transcript
        const random = (length: number): Uint8Array => new Uint8Array(length)
        const more = { learner: withoutIdentity, random }
        return clrFromTranscript({ ...transcript, learner: of, document: { ...document, id } }, { ...options, ...more })
      }
      expect(made(other, documentId).credential).toEqual(made(learner, undefined).credential)
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  )
})

it('makes no id of a name or a number, even where they are carried', () => {
  const idsOf = (of: Learner, transcript: Transcript): string[] => {
    const more = { learner: { id: 'did:example:learner', identity: 'plain' } } as const
    const { credential } = clrFromTranscript({ ...transcript, learner: of }, { ...options, ...more })
    return [...JSON.stringify(credential).matchAll(/"id":"([^"]*)"/g)].map(([, id = '']) => id)
  }
  fc.assert(
    fc.property(anyTranscript, (transcript) => {
      expect(idsOf(learner, transcript)).toEqual(idsOf({ agencyIdentifiers: [] }, transcript))
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  )
})

it('carries nothing else of a person, whatever is chosen', () => {
  const canaries = (...names: string[]): string => names.map((name) => `<${name}>CANARY</${name}>`).join('')
  const person =
    canaries('SIN', 'NSN', 'RecipientAssignedID', 'SSN', 'PartialSSN') +
    `<Birth>${canaries('BirthDate', 'Birthday', 'BirthCity')}</Birth><Name>${canaries('NamePrefix', 'NameTitle')}<LastName>Sample</LastName></Name>` +
    `<AlternateName>${canaries('FirstName', 'LastName')}</AlternateName><HighSchool>${canaries('OrganizationName')}</HighSchool>` +
    `<Contacts><Address>${canaries('AddressLine', 'City')}</Address><Phone>${canaries('PhoneNumber')}</Phone></Contacts>` +
    `<Gender>${canaries('GenderCode')}</Gender><RaceEthnicity>${canaries('RaceEthnicityCode')}</RaceEthnicity>` +
    `<Residency>${canaries('StateProvince')}</Residency><Deceased>${canaries('DeceasedIndicator')}</Deceased>` +
    `<Language>${canaries('LanguageCode')}</Language>${canaries('NoteMessage')}`
  const student = `<Health><Immunizations>${canaries('ImmunizationDate')}</Immunizations></Health>`
  const xml = collegeTranscript({ person, student, records: record(course()) })
  const made = clrFromPescTranscript(xml, {
    ...options,
    learner: { identity: 'plain' },
    include: ['class-rank', 'standing'],
  })
  expect(JSON.stringify(made.credential)).toContain('Sample')
  expect(JSON.stringify(made)).not.toContain('CANARY')
})
