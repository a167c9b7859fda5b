import { expect, it } from 'vitest'
import { transcriptFromFacts } from '../../transcript/facts/index.js'
import { pescBatchFromTranscripts } from './pesc-batch.js'

const transcript = transcriptFromFacts(new Map([['/records[1]/courses[1]/title', 'Algebra']]))
const person = { name: { given: 'Robin', family: 'Sample' } }

it('writes the start of the batch once, before its first transcript', () => {
  const pieces = [...pescBatchFromTranscripts([1, 2].map(() => ({ transcript, person })))]
  expect(pieces.join('').match(/<BatchContent>|<ColTrn:CollegeTranscript|<\/BatchContent>/g)).toEqual([
    '<BatchContent>',
    '<ColTrn:CollegeTranscript',
    '<ColTrn:CollegeTranscript',
    '</BatchContent>',
  ])
})

it('writes no empty batch, and nothing of one', () => {
  expect(() => pescBatchFromTranscripts([]).next()).toThrow(expect.objectContaining({ code: 'ERR_PESC_NO_TRANSCRIPT' }))
})
