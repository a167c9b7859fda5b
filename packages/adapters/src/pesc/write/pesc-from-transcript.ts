import { SourceDocumentError } from '../../errors.js'
import { requireTranscript } from '../../transcript/facts/index.js'
import type { Learner, Loss, Organization, Transcript } from '../../transcript/index.js'
import { Ledger } from '../../transcript/mapping/ledger.js'
import { checkedVersion, invalidOption } from './checked-options.js'
import { withDefaults } from './defaults.js'
import type { PescPerson, PescVersion, PescWriteOptions, PescWritten } from './interface.js'
import { documentHead, documentTail, type MessageDocument, transcriptNotes } from './message-layout.js'
import { NodeWriter, wrapped } from './node-writer.js'
import { organization } from './organization-layout.js'
import { person as personLayout } from './person-layout.js'
import { hasDesignator, record, test } from './record-layout.js'

/**
 * Returns a transcript as PESC College Transcript XML, valid against the schemas of the version, and what of it is not
 * there.
 *
 * - Text that is too long is shortened, notes go on in the next one, grades, numbers and codes that do not fit are left
 *   out: each time with a loss.
 * - What PESC demands and the transcript does not have is filled in where there is an honest default, and named in
 *   `defaults`. An element that cannot be valid without what is missing is left out, with a loss.
 * - The person is the caller's to supply: identity numbers, birth and sex are in no transcript model and no CLR.
 *
 * @throws `ERR_INVALID_OPTION` when it is no transcript, when an option holds what cannot be written, or the learner has no
 * name; {@link SourceDocumentError} `ERR_TRANSCRIPT_EMPTY` when nothing is left to write.
 * @example
 * ```ts
 * import { pescFromTranscript } from '@testamur/adapters/pesc'
 * import type { Transcript } from '@testamur/adapters/transcript'
 *
 * declare const transcript: Transcript
 *
 * const { xml, losses } = pescFromTranscript(transcript, { person: { name: { given: 'Robin', family: 'Sample' } } })
 * console.log(xml.length, losses.length)
 * ```
 */
export function pescFromTranscript(transcript: Transcript, options: PescWriteOptions = {}): PescWritten {
  const { lines, ...written } = messageLines(transcript, options)
  return { xml: `${declaration}\n${lines.join('\n')}\n`, ...written }
}

/** What an XML document begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

/** Returns the lines of the message, and what the result says of it. */
export function messageLines(
  source: Transcript,
  options: PescWriteOptions,
): Omit<PescWritten, 'xml'> & { readonly lines: readonly string[] } {
  requireTranscript(source)
  const version = checkedVersion(options)
  const { transcript, defaults, losses } = withDefaults(source, version, options)
  const ledger = new Ledger(undefined, `College Transcript ${version} has no place for it`)
  const writer = new NodeWriter(ledger, version)
  const records = transcript.records.flatMap((each) => writer.write('AcademicRecord', each, record))
  if (records.length === 0) {
    throw new SourceDocumentError(
      'ERR_TRANSCRIPT_EMPTY',
      'the transcript holds no academic record that can be written',
      {
        advice: 'A College Transcript needs at least one',
      },
    )
  }
  const student = [
    ...personLines(writer, ledger, transcript.learner, version, options.person),
    ...records,
    ...transcript.tests.flatMap((each) => writer.write('Tests', each, test)),
  ]
  const lines = [
    ...transmissionLines(writer, ledger, transcript, options, version),
    ...wrapped('Student', student),
    ...writer.inside(transcript, transcriptNotes),
  ]
  const namespace = ` xmlns:ColTrn="urn:org:pesc:message:CollegeTranscript:v${version}.0"`
  return {
    lines: wrapped('ColTrn:CollegeTranscript', lines, namespace),
    losses: [...losses, ...strayLosses(transcript), ...ledger.losses(transcript)],
    defaults,
  }
}

/** What stood in a session that cannot be written is there, and no longer in the session. */
function strayLosses({ records }: Transcript): Loss[] {
  return records.flatMap(({ sessions }, at) =>
    sessions.flatMap((session, index) => {
      if (hasDesignator(session)) return []
      const reason = 'A session needs year and month: its courses, awards and summaries stand in the record itself'
      return [
        { path: `/records[${at + 1}]/sessions[${index + 1}]`, code: 'incomplete', reason, disposition: 'reduced' },
      ]
    }),
  )
}

function transmissionLines(
  writer: NodeWriter,
  ledger: Ledger,
  { document, sender }: Transcript & { readonly document: MessageDocument },
  { destination = {} }: PescWriteOptions,
  version: PescVersion,
): string[] {
  const receiver = { names: [], identifiers: {}, contacts: [], notes: [], ...destination }
  const head = writer.inside(document, documentHead)
  const tail = writer.inside(document, documentTail)
  const ownFields = ['id', 'created', 'typeCode', 'transmissionType', 'requestTrackingId']
  const wrong = ledger.losses(document).find(({ path }) => ownFields.includes(path.slice(1)))
  if (wrong !== undefined)
    throw invalidOption(`document${wrong.path.replace('/', '.')}`, `cannot be written: ${wrong.reason}`)
  return wrapped('TransmissionData', [
    ...head,
    ...wrapped('Source', organizationLines(writer, sender)),
    ...wrapped(
      'Destination',
      checkedLines('destination', receiver, version, (each) => organizationLines(each, receiver)),
    ),
    ...tail,
  ])
}

/** An organization must be there, and may be empty. */
function organizationLines(writer: NodeWriter, node: Organization | undefined): string[] {
  const lines = node === undefined ? [] : writer.write('Organization', node, organization)
  return lines.length > 0 ? lines : ['<Organization/>']
}

/** The person of the caller, or what the transcript knows of the learner. */
function personLines(
  writer: NodeWriter,
  ledger: Ledger,
  learner: Learner,
  version: PescVersion,
  given: PescPerson | undefined,
): string[] {
  if (given !== undefined) {
    supersede(ledger, learner, given)
    return checkedLines('person', given, version, (each) => each.write('Person', given, personLayout))
  }
  const lines = learner.name === undefined ? [] : writer.write('Person', learner as PescPerson, personLayout)
  if (lines.length > 0) return lines
  throw invalidOption('person', 'is missing, and the transcript does not name the learner', 'Give the name at least')
}

/** What the caller gives stands in the place of what the transcript knows; what is the same is carried. */
function supersede(ledger: Ledger, node: object, given: object | undefined): void {
  for (const [field, value] of Object.entries(node)) {
    const other: unknown = given === undefined ? undefined : Reflect.get(given, field)
    const items = Array.isArray(value)
      ? value.map((item, index) => [item, index] as const)
      : [[value, undefined] as const]
    for (const [item, index] of items) {
      const match: unknown = index === undefined ? other : Array.isArray(other) ? other[index] : undefined
      if (typeof item === 'object' && item !== null) {
        supersede(ledger, item, typeof match === 'object' && match !== null ? match : undefined)
      } else if (item === match) ledger.enter(node, field, index, 'used')
      else {
        const reason = 'The person that the caller gave stands in its place'
        ledger.enter(node, field, index, { code: 'superseded', reason, disposition: 'dropped' })
      }
    }
  }
}

/** Writes a value of the caller's. What cannot be written of it is the caller's mistake; the message quotes nothing. */
function checkedLines(
  option: string,
  value: object,
  version: PescVersion,
  write: (writer: NodeWriter) => string[],
): string[] {
  const ledger = new Ledger(undefined, `College Transcript ${version} has no place for it`)
  const lines = write(new NodeWriter(ledger, version))
  const [wrong] = ledger.losses(value)
  if (wrong === undefined && lines.length > 0) return lines
  const at = `${option}${wrong?.path.replaceAll('/', '.') ?? ''}`
  throw invalidOption(at, wrong === undefined ? 'holds no name' : `cannot be written: ${wrong.reason}`)
}
