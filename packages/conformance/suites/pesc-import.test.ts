import { readFileSync } from 'node:fs'
import { type ClrFromPesc, type ClrFromPescOptions, clrFromPescTranscript } from '@testamur/adapters/pesc'
import { lint } from '@testamur/credentials/lint'
import { validate } from '@testamur/credentials/validate'
import { contextSource, quadsFromDocument } from '@testamur/documents'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { describeWithReference, readReferenceBytes, readReferenceJson, readReferenceText } from '../reference.js'
import { college16, college18, college19, fullDocument, leavesOf, withOwnWords, xsdFindings } from './pesc-xml.js'

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

/** Places of texts, each a word of its own, that are neither in the record nor in the loss report. */
function silentLosses(xml: string): string[] {
  const { credential, losses } = clrFromPescTranscript(xml, options)
  const record = JSON.stringify(credential).replaceAll('\\n', ' ')
  const reported = new Set(losses.map(({ path }) => path))
  return leavesOf(xml)
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

/** What of a document would not be signed. */
async function unsigned(document: object): Promise<readonly unknown[]> {
  const quads = await quadsFromDocument(document as never, { contexts })
  return quads.ok ? [] : quads.problems
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
    for (const document of [imported.credential, ...innerOf(imported)]) expect(await unsigned(document)).toEqual([])
  })
})

describeWithReference('PESC College Transcripts become CLRs', () => {
  const { samples } = readReferenceJson<{ samples: Sample[] }>('reference', 'pesc', 'index.json')
  const schemaErrors = schemaValidators()

  it('the transcript of the examples is valid against the XSD, and its record against the official schemas', () => {
    expect(xsdFindings(college18, demo)).toEqual([])
    expect(schemaErrors(clrFromPescTranscript(demo, options))).toEqual([])
  })

  describe.each(samples.filter(({ file }) => file.startsWith('samples/college/')))(
    '$file',
    ({ file, expectedCounts }) => {
      const imported = clrFromPescTranscript(readReferenceBytes('reference', 'pesc', file), options)

      it('imports with the counts of the index', () => {
        expect(imported.counts).toEqual(expectedCounts)
        const courses = innerOf(imported).filter((inner) =>
          JSON.stringify(inner).includes('"achievementType":"Course"'),
        )
        expect(courses).toHaveLength(expectedCounts?.['Course'] ?? 0)
      })

      it('passes the official JSON Schemas, every inner credential too', () => {
        expect(schemaErrors(imported)).toEqual([])
      })

      it('is valid by schema, rules and names', () => {
        expect(validate(imported.credential).findings.filter(({ level }) => level === 'error')).toEqual([])
      })

      it('says nothing that a signature would not cover', async () => {
        for (const document of [imported.credential, ...innerOf(imported)]) expect(await unsigned(document)).toEqual([])
      })

      it('loses nothing silently', () => {
        expect(silentLosses(withOwnWords(readReferenceText('reference', 'pesc', file)))).toEqual([])
      })

      it('reports no place twice, and no value', () => {
        const paths = imported.losses.map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
        const leaves = leavesOf(readReferenceBytes('reference', 'pesc', file))
        expect(paths.filter((path) => !leaves.some((leaf) => leaf.path === path))).toEqual([])
      })
    },
  )

  describe.each([
    ['1.6', college16],
    ['1.8', college18],
    ['1.9', college19],
  ])('a document with every element of %s', (_, schemas) => {
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

  it.each(samples.filter(({ file }) => /\/(highschool|learningrecord|testscore)\//.test(file)))(
    '$file is refused for its root element',
    ({ file }) => {
      const read = () => clrFromPescTranscript(readReferenceBytes('reference', 'pesc', file), options)
      expect(read).toThrow(expect.objectContaining({ code: 'ERR_PESC_ROOT' }))
      expect(read).toThrow(/the root element is (HighSchoolTranscript|LearningRecord|\w*Test\w*)/)
    },
  )
})
