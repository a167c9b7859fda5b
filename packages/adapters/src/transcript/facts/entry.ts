import type { Facts } from './facts.js'

/**
 * What the members of a credential do not say of a transcript's entry, or say in another form: where it stood, and
 * texts verbatim. Written as evidence of the credential, for people to read and for programs to restore the transcript.
 */
export interface Entry {
  /** Path of the entry; empty for the transcript itself. */
  readonly place: string
  readonly corrections: readonly Correction[]
}

/** A text of an entry that its credential does not give back. */
export interface Correction {
  /** Path below the place. */
  readonly path: string
  /** The text; `undefined` when there is none. */
  readonly text: string | undefined
  /** What is read from the credential instead. The correction holds only while it still is. */
  readonly instead: string | undefined
}

/** By this genre an entry is known among the evidence of a credential. */
export const entryGenre = 'Transcript entry'

/** Returns the name of the evidence that an entry is written as. */
export function entryName({ place }: Entry): string {
  return place === '' ? 'Outline of the transcript' : 'Entry in the transcript'
}

/** Lists and fields of a transcript whose nodes become credentials. */
const ownFields: ReadonlySet<string> = new Set([
  'courses',
  'awards',
  'programs',
  'program',
  'summaries',
  'summary',
  'experiences',
  'additionalAchievements',
  'coCurricular',
  'requirements',
  'attributes',
  'proficiencies',
  'languages',
  'licensures',
  'tests',
  'subtests',
  'achievements',
  'extracurricular',
])

/** True for the place of something that a credential can be about: not of the learner, the sender or the document. */
export function isCredentialPlace(place: string): boolean {
  const fields = place.split('/').map((part) => part.replace(/\[\d+\]$/, ''))
  return ['records', 'tests', 'activities'].includes(fields[1] ?? '') && ownFields.has(fields.at(-1) ?? '')
}

/** Returns the nearest place above a path; that of the transcript itself, if there is no other. */
export function ownerOf(path: string, places: { has(place: string): boolean }): string {
  let place = path
  do place = place.slice(0, place.lastIndexOf('/'))
  while (place !== '' && !places.has(place))
  return place
}

const line = /^([A-Za-z[\]0-9/]+): (none|"(?:[^"\\]|\\.)*")(?: for ("(?:[^"\\]|\\.)*"))?$/

/** Returns the text of an entry: its place, then a line for each correction, such as `creditEarned: "3.00" for "3"`. */
export function serializeEntry({ place, corrections }: Entry): string {
  const lines = corrections.map(({ path, text, instead }) => {
    const value = text === undefined ? 'none' : JSON.stringify(text)
    return `${path}: ${value}${instead === undefined ? '' : ` for ${JSON.stringify(instead)}`}`
  })
  return [place || '/', ...lines].join('\n')
}

/** Returns the entry that a text is; `undefined` when it is none. */
export function parseEntry(text: string): Entry | undefined {
  const [place = '', ...lines] = text.split('\n')
  if (!/^\/([A-Za-z]+(\[\d+\])?(\/|$))*$/.test(place)) return undefined
  const corrections: Correction[] = []
  for (const each of lines) {
    const [, path, value, instead] = line.exec(each) ?? []
    if (path === undefined || value === undefined) return undefined
    const [known, replaced] = [value === 'none' ? undefined : parseText(value), instead && parseText(instead)]
    if (known === null || replaced === null) return undefined
    corrections.push({ path, text: known, instead: replaced })
  }
  return { place: place === '/' ? '' : place, corrections }
}

function parseText(json: string): string | null {
  try {
    return JSON.parse(json) as string
  } catch {
    return null
  }
}

/**
 * Applies the corrections of an entry to what was read. A text that was changed in the credential since is the caller's
 * own and stays: such paths are returned.
 */
export function applyEntry(facts: Facts, { place, corrections }: Entry): string[] {
  const changed: string[] = []
  for (const { path, text, instead } of corrections) {
    const full = `${place}/${path}`
    const current = facts.get(full)
    if (current === text) continue
    if (current !== instead) changed.push(full)
    else if (text === undefined) facts.delete(full)
    else facts.set(full, text)
  }
  return changed
}
