import type { AchievementCredentialInput, ClrCredentialInput, EvidenceInput } from '@testamur/credentials'
import type { JsonObject } from '@testamur/documents/json'
import {
  type Correction,
  type Entry,
  entryGenre,
  entryName,
  type Facts,
  factsOf,
  ownerOf,
  pathsOf,
  serializeEntry,
} from './facts/index.js'
import { ClrSource, factsFromClr } from './from-clr/index.js'
import type { Transcript } from './model/index.js'

/** A learner record before it is built, and of each credential in it the nodes of the transcript that it is made of. */
export interface UnbuiltRecord {
  readonly record: ClrCredentialInput
  readonly credentials: readonly { readonly credential: AchievementCredentialInput; readonly from: readonly object[] }[]
}

/**
 * Adds to a learner record what it takes to make the transcript of it again: to each credential the place of its entry
 * and what its members do not give back verbatim, to the record what belongs to no credential. It reads the record back
 * as `transcriptFromClr` does, and writes down the differences, except for what is lost. A sender that is not the issuer
 * is named in the record's own entry.
 */
export function withSourceEntries(
  unbuilt: UnbuiltRecord,
  transcript: Transcript,
  lost: ReadonlySet<string>,
  senderIsApart: boolean,
): UnbuiltRecord {
  const facts = new Map([...factsOf(transcript)].filter(([path]) => !lost.has(path)))
  const paths = pathsOf(transcript)
  const places = unbuilt.credentials.map(({ from }) => from.flatMap((node) => paths.get(node) ?? []))
  const corrections = new Map<string, Correction[]>(['', ...places.flat()].map((place) => [place, []]))
  const add = (path: string, text: string | undefined, instead: string | undefined): void => {
    const place = ownerOf(path, corrections)
    corrections.get(place)?.push({ path: path.slice(place.length + 1), text, instead })
  }
  const isOutline = (path: string): boolean =>
    path.startsWith('/records[') ? ownerOf(path, corrections) === '' : senderIsApart && path.startsWith('/sender/')
  for (const [path, text] of facts) if (isOutline(path)) add(path, text, undefined)
  const read = readBack(withEntries(unbuilt, places, corrections))
  for (const [path, text] of facts) if (read.get(path) !== text) add(path, text, read.get(path))
  for (const [path, text] of read) if (!facts.has(path)) add(path, undefined, text)
  return withEntries(unbuilt, places, corrections)
}

function withEntries(
  { record, credentials }: UnbuiltRecord,
  places: readonly (readonly string[])[],
  corrections: ReadonlyMap<string, readonly Correction[]>,
): UnbuiltRecord {
  const written = new Set<string>()
  const entryOf = (place: string): Entry => {
    const isFirst = !written.has(place)
    written.add(place)
    return { place, corrections: isFirst ? (corrections.get(place) ?? []) : [] }
  }
  const outline = entryOf('')
  return {
    record: outline.corrections.length === 0 ? record : { ...record, evidence: [evidenceOf(outline)] },
    credentials: credentials.map(({ credential, from }, index) => {
      const evidence = [
        ...[credential.evidence ?? []].flat(),
        ...(places[index] ?? []).map((place) => evidenceOf(entryOf(place))),
      ]
      return { from, credential: { ...credential, evidence } }
    }),
  }
}

function evidenceOf(entry: Entry): EvidenceInput {
  return { name: entryName(entry), genre: entryGenre, narrative: serializeEntry(entry) }
}

function readBack({ record, credentials }: UnbuiltRecord): Facts {
  const { credentialSubject } = record
  const verifiableCredential = credentials.map(({ credential }) => credential)
  const whole: unknown = { ...record, credentialSubject: { ...credentialSubject, verifiableCredential } }
  return factsFromClr(new ClrSource(), whole as JsonObject).facts
}
