import { isObject, type JsonObject, type JsonValue } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyTranscript } from '../../test/transcript-arbitrary.js'
import { factsOf, transcriptFromFacts } from './facts/index.js'
import { clrFromTranscript, transcriptFromClr } from './index.js'

const numRuns = Math.ceil(Number(process.env['TESTAMUR_RUNS'] ?? 50) / 12)
const options = {
  issuer: { id: 'did:web:registrar.example.edu' },
  validFrom: '2026-01-01T00:00:00Z',
  include: ['class-rank', 'standing'],
  learner: { identity: 'plain' },
} as const
const canary = 'CANARY'

/** Records of transcripts without nodes that say nothing: those are no part of a transcript that is read. */
const anyRecord = anyTranscript.map((made) => {
  const { credential } = clrFromTranscript(transcriptFromFacts(factsOf(made)), options)
  return JSON.parse(JSON.stringify(credential)) as JsonObject
})

/** Members that say which thing or what kind of thing a node is: to change them is to speak of something else. */
const identifying = new Set(['@context', 'id', 'type', 'validFrom'])

/** One place of a record, and how to put something there that no transcript has said. */
interface Change {
  readonly pointer: string
  readonly apply: () => void
}

/** Every change of one member, and every addition of a member or an item. */
function changesOf(value: JsonValue | undefined, pointer: string, set: (value: JsonValue) => void): Change[] {
  if (Array.isArray(value)) {
    const added = value.some(isObject) ? { name: canary } : canary
    return [
      ...value.flatMap((item, at) => changesOf(item, `${pointer}/${at}`, (next) => value.splice(at, 1, next))),
      { pointer: `${pointer}/${value.length}`, apply: () => value.push(added) },
    ]
  }
  if (!isObject(value)) return [{ pointer, apply: () => set(canary) }]
  const added = ['note', 'role', 'tag', 'narrative', 'status', 'fieldOfStudy'].filter((member) => !(member in value))
  return [
    ...Object.entries(value)
      .filter(([member]) => !identifying.has(member))
      .flatMap(([member, item]) => changesOf(item, `${pointer}/${member}`, (next) => (value[member] = next))),
    ...added.map((member) => ({ pointer: `${pointer}/${member}`, apply: () => (value[member] = canary) })),
  ]
}

it('names nothing of a record that was not changed', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(transcriptFromClr(record).losses).toEqual([])
    }),
    { numRuns },
  )
})

it('has what was changed in a record or added to it in the transcript, or names it as a loss', () => {
  fc.assert(
    fc.property(anyRecord, fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (original, places) => {
      for (const place of places.take(10)) {
        const record = structuredClone(original)
        const changes = changesOf(record, '', () => {})
        const { pointer, apply } = changes[Math.floor(place * changes.length)] as Change
        apply()
        const { transcript, losses } = transcriptFromClr(record)
        const isNamed = losses.some(({ path }) => pointer === path || pointer.startsWith(`${path}/`))
        expect({ pointer, isKept: isNamed || JSON.stringify(transcript).includes(canary) }).toEqual({
          pointer,
          isKept: true,
        })
      }
    }),
    { numRuns },
  )
})
