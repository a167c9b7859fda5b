import { transcriptFromClr } from '../../transcript/index.js'
import type { PescWriteOptions, PescWritten } from './interface.js'
import { pescFromTranscript } from './pesc-from-transcript.js'

/**
 * Returns the College Transcript XML of a CLR 2.0, and what of the record is not in it: first what no transcript holds,
 * then what the version does not. See `transcriptFromClr` and `pescFromTranscript` for what becomes of what.
 *
 * A record that came from PESC goes back to what it was; of any other, what a transcript has elements for.
 *
 * @throws as `transcriptFromClr` and `pescFromTranscript`.
 * @example
 * ```ts
 * import { readFileSync, writeFileSync } from 'node:fs'
 * import { pescFromClr } from '@testamur/adapters/pesc'
 *
 * const { xml, losses, defaults } = pescFromClr(JSON.parse(readFileSync('clr.json', 'utf8')), {
 *   version: '1.8',
 *   person: { name: { given: 'Robin', family: 'Sample' }, birthDate: '2002-03-14' },
 * })
 * writeFileSync('transcript.xml', xml)
 * console.log(losses.length, defaults.length)
 * ```
 */
export function pescFromClr(clr: object, options: PescWriteOptions = {}): PescWritten {
  const { transcript, losses } = transcriptFromClr(clr)
  const written = pescFromTranscript(transcript, options)
  return { ...written, losses: [...losses, ...written.losses] }
}
