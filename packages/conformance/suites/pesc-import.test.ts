import { readFileSync } from 'node:fs'
import {
  type ClrFromPesc,
  type ClrFromPescOptions,
  clrFromPescTranscript,
  transcriptsFromPesc,
} from '@testamur/adapters/pesc'
import { lint } from '@testamur/credentials/lint'
import { validate } from '@testamur/credentials/validate'
import { contextSource, quadsFromDocument } from '@testamur/documents'
import type { JsonObject } from '@testamur/documents/json'
import { statementProblems } from '@testamur/proofs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceBytes, readReferenceJson } from '../reference.js'
import {
  college18,
  college19,
  fullDocument,
  type Leaf,
  leavesOf,
  messageSchemas,
  withOwnWords,
  xsdFindings,
} from './pesc-xml.js'

interface Sample {
  readonly file: string
  readonly expectedCounts?: Record<string, number>
}

const options: ClrFromPescOptions = {
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
  learner: { id: 'did:example:learner', identity: 'plain' },
  validFrom: '2026-01-01T00:00:00Z',
}
const demo = readFileSync(new URL('../../../examples/data/transcript.xml', import.meta.url))
const contexts = contextSource()

function innerOf({ credential }: ClrFromPesc): readonly object[] {
  return credential.credentialSubject.verifiableCredential
}

/** Where a loss stands; a student of a report has a number, though there may be only one. */
const placeOf = ({ path }: { readonly path: string }): string => path.replace('/TestStudent[1]', '/TestStudent')

/** Places of texts, each a word of its own, that are neither in the record nor in the loss report. */
function silentLosses(document: string, leaves: readonly Leaf[] = leavesOf(document)): string[] {
  const { credential, losses } = clrFromPescTranscript(document, options)
  const record = JSON.stringify(credential).replaceAll('\\n', ' ')
  const reported = new Set(losses.map(placeOf))
  return leaves
    .filter(({ path, text }) => !reported.has(path) && (text === '' || !new RegExp(`\\b${text}`).test(record)))
    .map(({ path }) => path)
}

/** What the official JSON Schemas of 1EdTech find wrong with a record and with every credential in it. */
function schemaValidators(): (imported: ClrFromPesc) => unknown[] {
  const ajv = addFormats.default(new Ajv2019({ strict: false }))
  const clr = ajv.compile(readReferenceJson('reference', 'schemas', 'clr-v2p0', 'clr_v2p0_clrcredential_schema.json'))
  const achievement = ajv.compile(
    readReferenceJson('reference', 'schemas', 'ob-v3p0', 'ob_v3p0_achievementcredential_schema.json'),
  )
  return (imported) => [
    ...(clr(imported.credential) ? [] : (clr.errors ?? [])),
    ...innerOf(imported).flatMap((inner) => (achievement(inner) ? [] : (achievement.errors ?? []))),
  ]
}

/** What of a record or of a credential in it would not be signed; of the record, as jsonld.js says it. */
async function unsigned(imported: ClrFromPesc): Promise<readonly unknown[]> {
  const quads = await quadsFromDocument(imported.credential as never, { contexts })
  const inner = innerOf(imported).map((document) => statementProblems(document as JsonObject, { contexts }))
  return [...(quads.ok ? [] : quads.problems), ...(await Promise.all(inner)).flat()]
}

describe('the transcript of the examples', () => {
  const imported = clrFromPescTranscript(demo, options)

  it('is a full degree', () => {
    expect(imported.counts).toEqual({
      AcademicRecord: 2,
      AcademicSession: 8,
      Course: 40,
      AcademicAward: 1,
      AcademicSummary: 6,
      GPA: 2,
      AcademicProgram: 14,
      NoteMessage: 4,
    })
  })

  it('adds up: hours, quality points and averages are those of its courses', () => {
    const courses = [...demo.toString().matchAll(/<Course>[\s\S]*?<\/Course>/g)].map(([xml]) => ({
      value: Number(/<CourseCreditValue>(.*?)</.exec(xml)?.[1]),
      earned: Number(/<CourseCreditEarned>(.*?)</.exec(xml)?.[1]),
      points: Number(/<CourseQualityPointsEarned>(.*?)</.exec(xml)?.[1] ?? 0),
      counts: xml.includes('>Applicable<'),
      isTransferred: xml.includes('<OriginalCourseID>'),
    }))
    const summaries = [...demo.toString().matchAll(/<GPA>[\s\S]*?<\/GPA>/g)].map(([xml]) => xml)
    for (const [index, counted] of [courses.filter(({ isTransferred }) => !isTransferred), courses].entries()) {
      const sum = (member: 'value' | 'earned' | 'points', of = counted): number =>
        of.reduce((total, each) => total + each[member], 0)
      const forGpa = counted.filter(({ counts }) => counts)
      expect(summaries[index]).toContain(`<CreditHoursAttempted>${sum('value').toFixed(1)}<`)
      expect(summaries[index]).toContain(`<CreditHoursEarned>${sum('earned').toFixed(1)}<`)
      expect(summaries[index]).toContain(`<CreditHoursforGPA>${sum('value', forGpa).toFixed(1)}<`)
      expect(summaries[index]).toContain(`<TotalQualityPoints>${sum('points', forGpa).toFixed(1)}<`)
      const average = sum('points', forGpa) / sum('value', forGpa)
      expect(summaries[index]).toContain(`<GradePointAverage>${average.toFixed(3)}<`)
    }
  })

  it('is valid, and a good transcript', () => {
    const { credential } = clrFromPescTranscript(demo, { ...options, learner: 'did:example:learner' })
    expect(validate(credential).findings).toEqual([])
    const advice = lint(credential, { profile: 'transcript' }).findings
    expect(advice.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('says nothing that a signature would not cover', async () => {
    expect(await unsigned(imported)).toEqual([])
  })
})

/** How many elements of the counted names a PESC document in JSON stands for. */
function countsInJson(value: unknown, name = ''): Record<string, number> {
  const counts: Record<string, number> = {}
  const add = (more: Record<string, number>) => {
    for (const [key, count] of Object.entries(more)) counts[key] = (counts[key] ?? 0) + count
  }
  if (Array.isArray(value)) for (const item of value) add(countsInJson(item, name))
  else {
    if (countedNames.includes(name)) add({ [name]: 1 })
    if (typeof value === 'object' && value !== null) {
      for (const [member, child] of Object.entries(value)) add(countsInJson(child, member))
    }
  }
  return counts
}
const countedNames =
  'AcademicRecord AcademicSession Course AcademicAward AcademicSummary GPA AcademicProgram NoteMessage'.split(' ')

/** A document in JSON in which every text and number is a word of its own, and the places of the elements they stand for. */
function jsonWithOwnWords(document: unknown): { text: string; leaves: Leaf[] } {
  const leaves: Leaf[] = []
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) {
      return value.map((item, index) => visit(item, value.length === 1 ? path : `${path}[${index + 1}]`))
    }
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value).map(([name, child]) => [
        name,
        visit(child, `${path}/${name.replace(/.*:/, '')}`),
      ])
      return Object.fromEntries(members)
    }
    const text = `w${leaves.length}x`
    leaves.push({ path, text })
    return text
  }
  const text = JSON.stringify(visit(document, ''))
  expect(leaves.length).toBeGreaterThan(300)
  return { text, leaves }
}

describeWithReference('PESC messages become CLRs', () => {
  const { samples } = readReferenceJson<{ samples: Sample[] }>('reference', 'pesc', 'index.json')
  const schemaErrors = schemaValidators()

  it('the transcript of the examples is valid against the XSD, and its record against the official schemas', () => {
    expect(xsdFindings(college18, demo)).toEqual([])
    expect(schemaErrors(clrFromPescTranscript(demo, options))).toEqual([])
  })

  it('knows every sample', () => {
    expect(samples).toHaveLength(15)
  })

  describe.each(samples)('$file', ({ file, expectedCounts }) => {
    const bytes = readReferenceBytes('reference', 'pesc', file)
    const isJson = file.endsWith('.json')
    const imported = clrFromPescTranscript(bytes, options)

    it('imports with the counts of the index, or of the JSON', () => {
      const counts = expectedCounts ?? countsInJson(readReferenceJson('reference', 'pesc', file))
      expect(imported.counts).toEqual(counts)
      const courses = innerOf(imported).filter((inner) => JSON.stringify(inner).includes('"achievementType":"Course"'))
      expect(courses).toHaveLength(counts['Course'] ?? 0)
    })

    it('passes the official JSON Schemas, every inner credential too', () => {
      expect(schemaErrors(imported)).toEqual([])
    })

    it('is valid by schema, rules and names', () => {
      expect(validate(imported.credential).findings.filter(({ level }) => level === 'error')).toEqual([])
    })

    it('lints without errors', () => {
      const { credential } = clrFromPescTranscript(bytes, { ...options, learner: 'did:example:learner' })
      expect(lint(credential, { profile: 'transcript' }).findings.filter(({ level }) => level === 'error')).toEqual([])
    })

    it('says nothing that a signature would not cover', async () => {
      expect(await unsigned(imported)).toEqual([])
    })

    it('loses nothing silently', () => {
      const json = isJson && jsonWithOwnWords(readReferenceJson('reference', 'pesc', file))
      if (json) expect(silentLosses(json.text, json.leaves)).toEqual([])
      else expect(silentLosses(withOwnWords(textOf(bytes)))).toEqual([])
    })

    it('reports no place twice, and no value', () => {
      const paths = imported.losses.map(placeOf)
      expect(new Set(paths).size).toBe(paths.length)
      if (isJson) return
      const leaves = leavesOf(textOf(bytes))
      expect(paths.filter((path) => !leaves.some((leaf) => leaf.path === path))).toEqual([])
    })
  })

  describe('findings name what is wrong with the samples that are not valid', () => {
    const sample = (file: string) => readReferenceBytes('reference', 'pesc', 'samples', file)
    const lossesOf = (file: string) => clrFromPescTranscript(sample(file), options).losses
    const findings = (file: string, code: string) =>
      lossesOf(file)
        .filter((loss) => loss.code === code)
        .map(({ path }) => path)

    it('content that a later version has no more: what stood in it, element by element', () => {
      const file = 'college/butte-v1.9-invalid.xml'
      expect(xsdFindings(college19, sample(file)).join()).toContain("Element 'Delinquencies'")
      const session = '/CollegeTranscript/Student/AcademicRecord/AcademicSession'
      expect(
        lossesOf(file)
          .map(({ path }) => path)
          .filter((path) => path.includes('/Delinquencies')),
      ).toEqual([
        `${session}[1]/AcademicProgram/ProgramSummary/Delinquencies/DelinquencyCode`,
        `${session}[1]/AcademicProgram/ProgramSummary/Delinquencies/StatusName`,
        `${session}[2]/AcademicSummary/Delinquencies/DelinquencyCode`,
        `${session}[2]/AcademicSummary/Delinquencies/StatusName`,
        `${session}[2]/AcademicSummary/Delinquencies/NoteMessage`,
      ])
    })

    it('misspelt elements, of a person too', () => {
      const file = 'college/nova-scotia-university-1-nonamespace.xml'
      const organization = '/CollegeTranscript/TransmissionData/Source/Organization'
      expect(findings(file, 'unknown-element')).toEqual([`${organization}/GeoCode`, `${organization}/PSID`])
      const person = '/CollegeTranscript/Student/Person'
      expect(findings(file, 'personal-data')).toEqual(
        expect.arrayContaining([`${person}/Birth/Birthdate`, `${person}/Gender/Gender`]),
      )
    })

    it.each([
      ['highschool/nova-scotia-3-v1.5.xml', 45],
      ['highschool/nova-scotia-1-v1.5-utf16.xml', 45],
    ])('every empty element of %s', (file, least) => {
      const leaves = leavesOf(textOf(sample(file)))
      const empty = leaves.filter(({ text }) => text === '').map(({ path }) => path)
      expect(empty.length).toBeGreaterThan(least)
      expect(findings(file, 'empty')).toEqual(empty)
    })

    it('elements that no schema has', () => {
      const address = '/HighSchoolTranscript/Student/AcademicRecord/School/Contacts/Address'
      expect(findings('highschool/nova-scotia-3-v1.5.xml', 'unknown-element')).toEqual([
        `${address}/ItemsElementName[1]`,
        `${address}/ItemsElementName[2]`,
      ])
    })
  })

  it('reads the same record from JSON as from XML', () => {
    const read = (file: string) => transcriptsFromPesc(readReferenceBytes('reference', 'pesc', 'samples', file))[0]
    const [xml, json] = [read('college/utaustin-v1.8.xml'), read('json/utaustin-v1.8.json')]
    const courses = (of: typeof xml) =>
      of?.transcript.records.flatMap(({ sessions }) => sessions.flatMap((session) => session.courses))
    const known = (of: typeof xml) =>
      courses(of)?.map(({ subject, number, title, grade }) => [subject, number, title, grade])
    expect(known(json)).toEqual(known(xml))
    expect(json?.transcript.sender?.identifiers).toEqual(xml?.transcript.sender?.identifiers)
    expect(json?.losses.map(({ path }) => path).filter((path) => path.includes('/Person/SSN'))).toEqual([
      '/CollegeTranscript/Student/Person/SSN',
    ])
  })

  describe.each(Object.entries(messageSchemas))('a document with every element of %s', (_, schemas) => {
    const xml = fullDocument(schemas)

    it('holds hundreds of elements', () => {
      expect(leavesOf(xml).length).toBeGreaterThan(500)
    })

    it('imports without an element that is unknown', () => {
      const { losses } = clrFromPescTranscript(xml, options)
      expect(losses.filter(({ code }) => code === 'unknown-element')).toEqual([])
    })

    it('loses nothing silently', () => {
      expect(silentLosses(xml)).toEqual([])
    })
  })
})

/** The text of a sample, whatever it says of its encoding. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)
  return text.replace(/^<\?xml.*?\?>\s*/, '')
}
