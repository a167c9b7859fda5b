import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type PescPerson,
  type PescVersion,
  pescBatchFromTranscripts,
  pescFromClr,
  pescFromTranscript,
  transcriptsFromPesc,
} from '@testamur/adapters/pesc'
import { clrFromTranscript, type Transcript } from '@testamur/adapters/transcript'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transcriptsWith } from '../../adapters/test/transcript-arbitrary.js'
import { describeWithReferenceAnd, readReferenceBytes, readReferenceJson, referencePath } from '../reference.js'
import {
  allCodes,
  batchFindings,
  batchWith,
  college16,
  college18,
  fullDocument,
  type PescSchemas,
  xsdFindings,
} from './pesc-xml.js'

const person: PescPerson = {
  name: { given: 'Robin', middle: ['Q'], family: 'Sample' },
  schoolAssignedId: 'S00000042',
  ssn: '000000000',
  birthDate: '2002-03-14',
  gender: 'Unreported',
}
const options = {
  issuer: { id: 'did:web:registrar.example.edu' },
  validFrom: '2026-01-01T00:00:00Z',
  include: ['class-rank', 'standing'],
} as const
const schemasOf = { '1.6': college16, '1.8': college18 } as const
const demo = readFileSync(new URL('../../../examples/data/transcript.xml', import.meta.url))

const xsdPath = ({ folder }: PescSchemas, file: string): string =>
  referencePath('reference', 'pesc', 'xsd', folder, file)

/** What xmllint finds wrong with a document. */
function xmllintFindings(version: PescVersion, xml: string): string[] {
  return lint(xsdPath(schemasOf[version], schemasOf[version].main), xml)
}

/** What xmllint finds wrong with a batch. */
function xmllintBatchFindings(version: PescVersion, xml: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'pesc-batch-'))
  try {
    const schema = path.join(folder, 'batch.xsd')
    writeFileSync(schema, batchWith(schemasOf[version], xsdPath))
    return lint(schema, xml)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function lint(schema: string, xml: string): string[] {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], { input: xml })
  return status === 0 ? [] : stderr.toString().split('\n')
}

/** The transcript without what is lost, nodes without any text, and gaps in lists. */
function without(value: unknown, lost: ReadonlySet<string>, at = ''): unknown {
  if (value === undefined || lost.has(at)) return undefined
  if (Array.isArray(value)) {
    const items = value.map((item, index) => without(item, lost, `${at}[${index + 1}]`))
    const kept = items.filter((item) => item !== undefined)
    return kept.length > 0 ? kept : undefined
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
    .map(([field, item]) => [field, without(item, lost, `${at}/${field}`)] as const)
    .filter(([, item]) => item !== undefined)
  return fields.length > 0 ? Object.fromEntries(fields) : undefined
}

/** Learner, document and what PESC demands are the caller's and PESC's: the rest of two transcripts must be equal. */
function comparable({ sender, records, tests, notes }: Transcript): object {
  return { sender, records, tests, notes }
}

function roundTrip(xml: Uint8Array | string, version: PescVersion) {
  const [read] = transcriptsFromPesc(xml)
  if (read === undefined) throw new Error('no transcript')
  const { credential, losses } = clrFromTranscript(read.transcript, options)
  const written = pescFromClr(JSON.parse(JSON.stringify(credential)), { version, person })
  return { transcript: read.transcript, losses, credential, written }
}

/** Where the transcript of a document, made into a CLR, exported and read again, differs without a loss that says so. */
function differences(xml: Uint8Array | string, version: PescVersion): { before: unknown; after: unknown } {
  const { transcript, losses, written } = roundTrip(xml, version)
  const [again] = transcriptsFromPesc(written.xml)
  if (again === undefined) throw new Error('no transcript')
  // A note that was split counts as several: the notes beside it have other positions then.
  const paths = [...losses, ...written.losses].map(({ path, code }) =>
    code === 'too-long' ? path.replace(/(?<=\/notes)\[\d+\]$/, '') : path,
  )
  const lost = new Set(paths)
  // Elements that PESC demands are no part of what was read.
  const added = new Set(written.defaults.map(({ path, element }) => `${path}/${fieldOf[element] ?? element}`))
  return {
    before: without(comparable(transcript), lost),
    after: without(comparable(again.transcript), new Set([...lost, ...added])),
  }
}

const fieldOf: Readonly<Record<string, string>> = { CourseCreditBasis: 'creditBasis', SessionDesignator: 'designator' }

describeWithReferenceAnd('xmllint', 'CLRs become PESC College Transcripts', () => {
  const { samples } = readReferenceJson<{ samples: { file: string }[] }>('reference', 'pesc', 'index.json')
  const college = samples.filter(({ file }) => file.startsWith('samples/college/'))
  const files: [name: string, xml: Uint8Array][] = [
    ...college.map(({ file }): [string, Uint8Array] => [file, readReferenceBytes('reference', 'pesc', file)]),
    ['the transcript of the examples', demo],
  ]

  describe.each(files)('%s', (_, xml) => {
    it.each(['1.8', '1.6'] as const)('is valid %s, as two validators agree', (version) => {
      const { written } = roundTrip(xml, version)
      expect(xmllintFindings(version, written.xml)).toEqual([])
      expect(xsdFindings(schemasOf[version], Buffer.from(written.xml))).toEqual([])
    })

    it.each(['1.8', '1.6'] as const)(
      'is read again from %s as the same transcript, except for its losses',
      (version) => {
        const { before, after } = differences(xml, version)
        expect(after).toEqual(before)
      },
    )
  })

  it.each(['1.8', '1.6'] as const)('a document with every element of %s is valid again', (version) => {
    const { written } = roundTrip(fullDocument(schemasOf[version]), version)
    expect(xsdFindings(schemasOf[version], Buffer.from(written.xml))).toEqual([])
  })

  it.each(['1.8', '1.6'] as const)('whatever a transcript holds, %s is valid', (version) => {
    fc.assert(
      fc.property(transcriptsWith(allCodes()), (transcript) => {
        const { xml } = pescFromTranscript(transcript, { version, person })
        expect(xsdFindings(schemasOf[version], Buffer.from(xml))).toEqual([])
      }),
      { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 12) },
    )
  })

  describe.each(['1.8', '1.6'] as const)('a batch of %s', (version) => {
    const transcripts = files.map(([, xml]) => transcriptsFromPesc(xml)[0]?.transcript as Transcript)
    const items = transcripts.map((transcript) => ({ transcript, person }))
    const batch = [...pescBatchFromTranscripts(items, { version })].join('')

    it('holds the transcripts that were put into it', () => {
      expect(transcriptsFromPesc(batch)).toHaveLength(files.length)
    })

    it('is valid with all that is in it, as two validators agree', () => {
      expect(xmllintBatchFindings(version, batch)).toEqual([])
      expect(batchFindings(schemasOf[version], Buffer.from(batch))).toEqual([])
    })

    it.each([
      ['without transcripts', /<ColTrn:CollegeTranscript[^]*<\/ColTrn:CollegeTranscript>/],
      ['with a transcript without its student', /<Student>[^]*?<\/Student>/],
    ])('would not be valid %s', (_, part) => {
      const broken = batch.replace(part, '')
      expect(xmllintBatchFindings(version, broken)).not.toEqual([])
      expect(batchFindings(schemasOf[version], Buffer.from(broken))).not.toEqual([])
    })
  })
})
