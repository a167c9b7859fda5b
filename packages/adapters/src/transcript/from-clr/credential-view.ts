import type { JsonObject } from '@testamur/documents/json'
import { type Entry, entryGenre, entryName, parseEntry } from '../facts/index.js'
import { ClrSource, nodesIn } from './clr-source.js'

/** One result of a learner, with what it is a result of. */
export interface ReadResult {
  readonly name: string
  readonly resultType: string | undefined
  readonly result: JsonObject
  readonly description: JsonObject | undefined
}

/** A credential of a learner record, with its parts at hand. */
export interface CredentialView {
  readonly source: ClrSource
  readonly node: JsonObject
  /** The issuer, when it is not that of the record. */
  readonly otherIssuer: JsonObject | undefined
  readonly subject: JsonObject | undefined
  readonly achievement: JsonObject | undefined
  readonly achievementType: string | undefined
  readonly tags: readonly string[]
  readonly results: readonly ReadResult[]
  /** What the credential remembers of the transcript it came from. */
  readonly entries: readonly Entry[]
}

/** Takes one fact, by its path below what is read. */
export type Put = (path: string, text: string | undefined) => void

/** Returns a view of a credential in a record of `recordIssuer`, with the entries among its evidence that count. */
export function viewOf(
  source: ClrSource,
  node: JsonObject,
  recordIssuer: JsonObject,
  counts: (place: string) => boolean,
): CredentialView {
  const [subject] = nodesIn(node, 'credentialSubject')
  const [achievement] = nodesIn(subject, 'achievement')
  const descriptions = new Map(nodesIn(achievement, 'resultDescription').map((each) => [each['id'], each]))
  const { achievementType } = achievement ?? {}
  const issuer = issuerOf(node)
  const otherIssuer = typeof issuer['id'] === 'string' && issuer['id'] === recordIssuer['id'] ? undefined : issuer
  const entries = entriesIn(source, node, (place) => otherIssuer === undefined && counts(place))
  if (entries.length === 0) useCommon(source, node, issuer, recordIssuer, achievement)
  return {
    // What a transcript says of a credential that has a place in it shows when it is mapped again.
    source: entries.length > 0 ? new ClrSource() : source,
    node,
    otherIssuer,
    subject,
    achievement,
    achievementType: typeof achievementType === 'string' ? achievementType : undefined,
    tags: [achievement?.['tag']].flat().filter((tag) => typeof tag === 'string'),
    results: nodesIn(subject, 'result').map((result) => {
      const description = descriptions.get(result['resultDescription'])
      const { name, resultType } = description ?? {}
      return {
        name: typeof name === 'string' ? name : '',
        resultType: typeof resultType === 'string' ? resultType : undefined,
        result,
        description,
      }
    }),
    entries,
  }
}

/** What a credential repeats of the record and of its achievement is read there. */
function useCommon(
  source: ClrSource,
  node: JsonObject,
  issuer: JsonObject,
  recordIssuer: JsonObject,
  achievement: JsonObject | undefined,
): void {
  if (node['issuer'] === recordIssuer['id']) source.use(node, 'issuer')
  else if (issuer['id'] === recordIssuer['id']) {
    for (const [member, value] of Object.entries(issuer)) {
      if (JSON.stringify(value) === JSON.stringify(recordIssuer[member])) source.use(issuer, member)
    }
  }
  if (node['name'] === achievement?.['name']) source.use(node, 'name')
}

/** Returns the issuer of a credential or record, which may be its id only. */
export function issuerOf(node: JsonObject): JsonObject {
  const [profile] = nodesIn(node, 'issuer')
  return profile ?? { id: node['issuer'] ?? null }
}

const strayEntry =
  'Only the issuer of the record says where in the transcript its own credentials stand, each at one place'

/** Returns the entries among the evidence of a credential or a record whose places count. The others are losses. */
export function entriesIn(source: ClrSource, node: JsonObject, counts: (place: string) => boolean): Entry[] {
  return nodesIn(node, 'evidence').flatMap((evidence) => {
    const { genre, narrative, name } = evidence
    if (genre !== entryGenre || typeof narrative !== 'string') return []
    const entry = parseEntry(narrative)
    if (entry === undefined) return []
    if (!counts(entry.place)) {
      source.lose(evidence, 'ambiguous', strayEntry)
      return []
    }
    for (const member of ['genre', 'narrative']) source.use(evidence, member)
    if (name === entryName(entry)) source.use(evidence, 'name')
    return [entry]
  })
}

/** Returns the value of the first result of a name. */
export function resultNamed(view: CredentialView, name: string): string | undefined {
  return resultsNamed(view, name)[0]
}

/** Returns the values of all results of a name, in order. */
export function resultsNamed({ source, results }: CredentialView, name: string): string[] {
  return results.filter((each) => each.name === name).flatMap((each) => valueOf(source, each) ?? [])
}

/** Returns the value of a result, which counts as read with its description. */
export function valueOf(source: ClrSource, { result, description }: ReadResult): string | undefined {
  if (description !== undefined) source.useAll(description)
  source.useAll(result)
  return source.text(result, 'value')
}

/** Returns the values of tags such as `pesc:CourseLevel=Honors`. */
export function taggedValues({ tags }: CredentialView, name: string): string[] {
  const start = `pesc:${name}=`
  return tags.filter((tag) => tag.startsWith(start)).map((tag) => tag.slice(start.length))
}

/** Returns the lines of a narrative: the notes that it was made of. */
export function putNotes({ source, subject }: CredentialView, put: Put): void {
  const lines = source.text(subject, 'narrative')?.split('\n') ?? []
  for (const [index, line] of lines.filter((each) => each.trim() !== '').entries()) put(`notes[${index + 1}]`, line)
}

/** Returns the day on which a moment is, as the moment itself has it. */
export function dayOf(moment: string | undefined): string | undefined {
  return moment === undefined ? undefined : /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(moment)?.[0]
}
