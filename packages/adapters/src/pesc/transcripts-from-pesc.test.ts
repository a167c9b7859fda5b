import { describe, expect, it } from 'vitest'
import { collegeTranscript, course, record } from '../../test/pesc-fixtures.js'
import type { ReadTranscript } from './read-transcript.js'
import { streamTranscriptsFromPesc, transcriptsFromPesc } from './transcripts-from-pesc.js'

const transcript = collegeTranscript({ records: record(course()) })
const batch = (...messages: string[]) =>
  `<b:AcademicRecordBatch xmlns:b="urn:org:pesc:message:AcademicRecordBatch:v2.1.0"><BatchEnvelope><BatchID>7</BatchID></BatchEnvelope>` +
  `<BatchContent>${messages.join('')}</BatchContent><Trailer>x</Trailer></b:AcademicRecordBatch>`

describe('transcriptsFromPesc', () => {
  it.each([
    ['another prefix', transcript.replaceAll('ct:', 'ns0:').replace('xmlns:ct', 'xmlns:ns0')],
    ['another version', transcript.replace('v1.8.0', 'v1.0.0')],
    ['no namespace', transcript.replaceAll('ct:', '').replace(/ xmlns\S+"/, '')],
    ['a default namespace', transcript.replaceAll('ct:', '').replace('xmlns:ct', 'xmlns')],
    ['prefixes everywhere', transcript.replaceAll(/<(\/?)(?!\/?ct:)/g, '<$1ct:')],
    ['a byte-order mark', new TextEncoder().encode(`\uFEFF${transcript}`)],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${transcript}`, 'utf16le'))],
  ])('reads %s', (_, xml) => {
    const [read] = transcriptsFromPesc(xml)
    expect(read?.transcript.records[0]?.courses[0]).toMatchObject({ title: 'Algebra', number: '101' })
    expect(read?.counts).toEqual({ AcademicRecord: 1, Course: 1 })
    expect(read?.losses).toEqual([])
  })

  it('reads every transcript of a batch, and reports the envelope with the first and the rest with the last', () => {
    const [first, second, ...others] = transcriptsFromPesc(batch(transcript, transcript))
    expect(others).toEqual([])
    expect(first?.losses).toMatchObject([{ path: '/AcademicRecordBatch/BatchEnvelope/BatchID', code: 'transport' }])
    expect(second?.losses).toMatchObject([{ path: '/AcademicRecordBatch/Trailer', code: 'unknown-element' }])
    expect(second?.provenance.locate(second.transcript.records[0]?.courses[0] ?? {}, 'title')?.path).toBe(
      '/AcademicRecordBatch/BatchContent/CollegeTranscript[2]/Student/AcademicRecord/Course/CourseTitle',
    )
  })

  it('reports what is no message of a batch', () => {
    const other = '<RequestForTranscript><Student><Name>x</Name></Student></RequestForTranscript>'
    const [read] = transcriptsFromPesc(batch(transcript, other))
    expect(read?.losses.map(({ path }) => path)).toContain(
      '/AcademicRecordBatch/BatchContent/RequestForTranscript/Student/Name',
    )
  })

  it.each([
    ['another message', '<TranscriptRequest/>', 'ERR_PESC_ROOT', /the root element is TranscriptRequest, which/],
    ['an unknown message', '<JaneDoe/>', 'ERR_PESC_ROOT', /^((?!JaneDoe).)*line 1/],
    ['a web page', '<html><body>', 'ERR_PESC_ROOT', /the root element is html/],
    [
      'a message without a student',
      '<CollegeTranscript><TransmissionData/></CollegeTranscript>',
      'ERR_PESC_INCOMPLETE',
      /no Student/,
    ],
    ['an empty message', '<CollegeTranscript/>', 'ERR_PESC_INCOMPLETE', /no Student/],
    [
      'a student without a record',
      '<CollegeTranscript><Student><Person><SSN>1</SSN></Person></Student></CollegeTranscript>',
      'ERR_PESC_INCOMPLETE',
      /no AcademicRecord/,
    ],
    ['a batch without transcripts', batch(), 'ERR_PESC_NO_TRANSCRIPT', /no transcript/],
    ['a truncated file', transcript.slice(0, -30), 'ERR_XML_TRUNCATED', /line 1/],
  ])('refuses %s', (_, xml, code, message) => {
    const attempt = () => transcriptsFromPesc(xml)
    expect(attempt).toThrow(expect.objectContaining({ code }))
    expect(attempt).toThrow(message)
  })

  it('keeps limits that the caller sets', () => {
    expect(() => transcriptsFromPesc(transcript, { limits: { maxElements: 3 } })).toThrow(/maxElements/)
  })
})

describe('streamTranscriptsFromPesc', () => {
  async function* pieces(text: string, length: number): AsyncGenerator<string> {
    for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length)
  }

  it('yields what the whole document yields', async () => {
    const xml = batch(transcript, transcript, transcript)
    const streamed: ReadTranscript[] = []
    for await (const each of streamTranscriptsFromPesc(pieces(xml, 7))) streamed.push(each)
    const whole = transcriptsFromPesc(xml)
    expect(streamed.map(({ transcript: read, losses }) => [read, losses])).toEqual(
      whole.map(({ transcript: read, losses }) => [read, losses]),
    )
  })

  it('refuses what is no stream of text or bytes, and lets go of it', async () => {
    let isClosed = false
    async function* numbers(): AsyncGenerator<string> {
      try {
        yield '<CollegeTranscript>'
        yield 5 as never
      } finally {
        isClosed = true
      }
    }
    const invalid = expect.objectContaining({ code: 'ERR_INVALID_OPTION' })
    await expect(streamTranscriptsFromPesc(numbers()).next()).rejects.toThrow(invalid)
    expect(isClosed).toBe(true)
    for (const none of [null, undefined, 5, '<a/>', []]) {
      await expect(streamTranscriptsFromPesc(none as never).next()).rejects.toThrow(invalid)
    }
  })

  it('reports an empty batch at its end', async () => {
    await expect(streamTranscriptsFromPesc(pieces(batch(), 50)).next()).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_PESC_NO_TRANSCRIPT' }),
    )
  })
})
