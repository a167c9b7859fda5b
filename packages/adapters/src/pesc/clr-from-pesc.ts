import { SourceDocumentError } from '../errors.js'
import { clrFromTranscript } from '../transcript/index.js'
import type { XmlInput, XmlStream } from '../xml/index.js'
import type { ClrFromPesc, ClrFromPescOptions } from './interface.js'
import type { ReadTranscript } from './read-transcript.js'
import { isStream } from './stream-start.js'
import { streamTranscriptsFromPesc, transcriptsFromPesc } from './transcripts-from-pesc.js'

/**
 * Returns the CLR 2.0, unsigned, of a document with exactly one PESC College Transcript: the credential, every element
 * of the document that it does not carry, and how many elements were read. See `clrFromTranscript` for what becomes of
 * what.
 *
 * @throws {@link SourceDocumentError} `ERR_PESC_SEVERAL_TRANSCRIPTS` when there are more, and as `transcriptsFromPesc` and
 * `clrFromTranscript`.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { clrFromPescTranscript } from '@testamur/adapters/pesc'
 *
 * const { credential, losses, counts } = clrFromPescTranscript(readFileSync('transcript.xml'), {
 *   issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
 *   learner: 'did:example:learner',
 *   validFrom: new Date(),
 * })
 * console.log(credential.name, counts.Course)
 * for (const { path, reason } of losses) console.log(path, reason)
 * ```
 */
export function clrFromPescTranscript(xml: XmlInput, options: ClrFromPescOptions): ClrFromPesc {
  const [transcript, ...others] = transcriptsFromPesc(xml, options)
  if (transcript !== undefined && others.length === 0) return clrOf(transcript, options, 1)
  throw new SourceDocumentError(
    'ERR_PESC_SEVERAL_TRANSCRIPTS',
    `the document holds ${others.length + 1} transcripts, and one was expected`,
    { advice: 'Use clrsFromPesc for batches' },
  )
}

/**
 * Returns the CLR of every transcript in a document, in order; for a document that arrives in pieces, an iterator that
 * makes each as its transcript is read, with one transcript in memory at a time.
 *
 * With a fixed `learner`, all records are about that one learner: leave it out for batches of several students. No two
 * records of a document have the same id.
 *
 * @throws {@link SourceDocumentError} `ERR_INVALID_OPTION` when there are several transcripts, and the option `id` for one
 * record; and as `transcriptsFromPesc` and `clrFromTranscript`.
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 * import { clrsFromPesc } from '@testamur/adapters/pesc'
 *
 * const issuer = { id: 'did:web:registrar.example.edu', name: 'Example University' }
 * for await (const { credential } of clrsFromPesc(createReadStream('batch.xml'), { issuer, validFrom: new Date() })) {
 *   console.log(credential.id)
 * }
 * ```
 */
export function clrsFromPesc(xml: XmlInput, options: ClrFromPescOptions): ClrFromPesc[]
export function clrsFromPesc(xml: XmlStream, options: ClrFromPescOptions): AsyncGenerator<ClrFromPesc, void, undefined>
export function clrsFromPesc(
  xml: XmlInput | XmlStream,
  options: ClrFromPescOptions,
): ClrFromPesc[] | AsyncGenerator<ClrFromPesc, void, undefined> {
  if (isStream(xml)) return streamClrs(xml, options)
  return transcriptsFromPesc(xml, options).map((transcript, index) => clrOf(transcript, options, index + 1))
}

async function* streamClrs(xml: XmlStream, options: ClrFromPescOptions): AsyncGenerator<ClrFromPesc, void, undefined> {
  let position = 0
  for await (const transcript of streamTranscriptsFromPesc(xml, options)) {
    position += 1
    yield clrOf(transcript, options, position)
  }
}

function clrOf(
  { transcript, counts, losses, provenance }: ReadTranscript,
  options: ClrFromPescOptions,
  position: number,
): ClrFromPesc {
  if (position > 1 && options.id !== undefined) {
    throw new SourceDocumentError('ERR_INVALID_OPTION', 'the option id names one record, and the document holds more', {
      advice: 'Leave it out: every record gets an id of its own',
    })
  }
  const mapped = clrFromTranscript(transcript, { ...options, provenance, position })
  // Both report in document order; together they do again by line.
  const all = [...losses, ...mapped.losses].sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
  return { credential: mapped.credential, losses: all, counts }
}
