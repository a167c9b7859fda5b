import { TestamurError } from '@testamur/documents'
import { isObject, type JsonObject } from '@testamur/documents/json'
import { type AdaptersErrorCode, SourceDocumentError } from '../errors.js'
import { unbuiltRecord } from './clr-from-transcript.js'
import { transcriptFromFacts } from './facts/index.js'
import { ClrSource, factsFromClr, issuerOf, markRestated, type Restatement } from './from-clr/index.js'
import type { Loss, TranscriptFromClr } from './interface.js'
import { Ledger } from './mapping/ledger.js'
import type { Transcript } from './model/index.js'

/**
 * Returns the transcript that a CLR 2.0 tells of, and what of the record is not in it.
 *
 * - A record that `clrFromTranscript` made gives back the transcript it was made from, text by text, except for what its
 *   losses named. Members that were changed since count as they are now.
 * - Of any other record: courses with term, credits and grades; degrees and certificates; programmes; averages; tests;
 *   experiences; licenses. Everything else is in `losses`, by JSON Pointer.
 * - Hashed identities cannot be read back.
 *
 * It verifies nothing, neither proofs nor shape: hand it what `verify()` returned. Credentials that are tokens (JWT) are
 * losses: give their content instead.
 *
 * @throws `ERR_INVALID_OPTION` when it is no object with type `ClrCredential`; {@link SourceDocumentError}
 * `ERR_TRANSCRIPT_EMPTY` when nothing in it has a place in a transcript.
 * @example
 * ```ts
 * import type { ClrCredential } from '@testamur/credentials'
 * import { transcriptFromClr } from '@testamur/adapters/transcript'
 *
 * declare const clr: ClrCredential
 *
 * const { transcript, losses } = transcriptFromClr(clr)
 * console.log(transcript.records.length, losses.length)
 * ```
 */
export function transcriptFromClr(clr: object): TranscriptFromClr {
  if (!isObject(clr) || ![clr['type']].flat().includes('ClrCredential')) {
    throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', 'what was given is no ClrCredential', {
      advice: 'Give the record as an object, with its type',
    })
  }
  const source = new ClrSource()
  const { facts, own, changed } = factsFromClr(source, clr as JsonObject)
  const unknown: string[] = []
  const paths = new Map<object, string>()
  const transcript = transcriptFromFacts(facts, {
    nodes: own.flatMap(({ entries }) => entries.map(({ place }) => place)),
    unknown: (path) => unknown.push(path),
    made: (node, path) => paths.set(node, path),
  })
  if (transcript.records.length === 0 && transcript.tests.length === 0) {
    throw new SourceDocumentError(
      'ERR_TRANSCRIPT_EMPTY',
      'the record holds nothing that a transcript has a place for',
      {
        advice: 'A transcript needs a course, an award, a summary or a test',
      },
    )
  }
  if (own.length > 0)
    markRestated(source, clr as JsonObject, own, restate(transcript, paths, issuerOf(clr as JsonObject)))
  return {
    transcript,
    losses: [...source.losses(clr as JsonObject), ...changed.map(superseded), ...unknown.map(misplaced)],
  }
}

/** Maps a transcript again, with all that can be carried. `paths` are those at which its nodes were read. */
function restate(transcript: Transcript, paths: ReadonlyMap<object, string>, issuer: JsonObject): Restatement {
  const textOf = (member: string): string | undefined =>
    typeof issuer[member] === 'string' ? issuer[member] : undefined
  const { record, credentials } = unbuiltRecord(
    transcript,
    {
      issuer: { id: textOf('id') ?? '', name: textOf('name'), url: textOf('url') },
      learner: { id: 'urn:learner', identity: 'plain' },
      validFrom: '',
      id: 'urn:record',
      include: ['class-rank', 'standing'],
      random: (length) => new Uint8Array(length),
    },
    new Ledger(),
  )
  const byPlace = new Map<string, JsonObject[]>()
  for (const { credential, from } of credentials) {
    for (const node of from) {
      const place = paths.get(node) ?? ''
      byPlace.set(place, [...(byPlace.get(place) ?? []), credential as unknown as JsonObject])
    }
  }
  return { record: record as unknown as JsonObject, credentialsAt: (place) => byPlace.get(place) ?? [] }
}

function superseded(path: string): Loss {
  const reason = 'The record was changed here since it was made from a transcript'
  return { path, code: 'superseded', reason, disposition: 'reduced' }
}

function misplaced(path: string): Loss {
  const reason = 'The record remembers it at a place that transcripts do not have'
  return { path, code: 'unknown-element', reason, disposition: 'dropped' }
}
