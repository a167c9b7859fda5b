import {
  type AchievementCredentialInput,
  achievementCredential,
  type ClrCredential,
  clrCredential,
  type RandomSource,
} from '@testamur/credentials'
import { v4 } from 'uuid'
import { SourceDocumentError } from '../errors.js'
import type { ClrFromTranscript, ClrFromTranscriptOptions } from './interface.js'
import { narrativeOf } from './mapping/carried-values.js'
import { contentId, present } from './mapping/content-id.js'
import { withCreditUnit } from './mapping/credit-unit.js'
import { learnerIdentity } from './mapping/learner-identity.js'
import { Ledger } from './mapping/ledger.js'
import { mapActivities } from './mapping/map-activities.js'
import { mapTest } from './mapping/map-test.js'
import type { Mapping } from './mapping/mapping.js'
import { issuerProfile } from './mapping/organization-profile.js'
import { ProgramMapping } from './mapping/program-mapping.js'
import { RecordDraft, type RecordParts } from './mapping/record-draft.js'
import { RecordMapping } from './mapping/record-mapping.js'
import { requireArguments } from './mapping/require-arguments.js'
import { requireUri } from './mapping/require-uri.js'
import { Schools } from './mapping/schools.js'
import type { Transcript, TranscriptDocument } from './model/index.js'
import { type UnbuiltRecord, withSourceEntries } from './source-entries.js'

/** The platform's generator of random bytes. */
const platformRandom: RandomSource = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length))

/** What a transcript that says it is a test becomes known by, so that no one takes it for real. */
const testMark = 'TEST DOCUMENT'

/**
 * Returns the CLR 2.0 of a transcript, unsigned, and what of the transcript it does not carry.
 *
 * - Each attempt at a course, each award, program and summary is one AchievementCredential of the same issuer, so that
 *   `issue()` signs them all. Definitions that nobody asserts (licenses, competencies, tests) stand beside them.
 * - Achievements have ids derived from their definition: the same course is the same achievement in every term.
 * - Grades are results, verbatim. Facts without a member in Open Badges are results of the attempt, or tags such as
 *   `pesc:CourseCreditUnits=Semester` of the definition; there are no extension members, so every word gets signed.
 * - A day becomes the moment at which it begins, in UTC if it has no zone. Months and years are never made into days.
 * - A transcript marked as a test says so in the name and the description of the record.
 * - Birth date, sex, health, identity numbers of a state and other persons are not in the model and not in the record.
 *
 * It does not check that codes are PESC's, nor that the record's numbers add up.
 *
 * @throws {@link SourceDocumentError} `ERR_TRANSCRIPT_EMPTY` when nothing in it can become a credential;
 * `ERR_INVALID_OPTION` of this package when issuer, learner or record are identified by something else than a URI; the
 * `ERR_INVALID_CREDENTIAL` of `@testamur/credentials` when other members of the options are unusable.
 * @see [CLR 2.0](https://www.imsglobal.org/spec/clr/v2p0/)
 * @example
 * ```ts
 * import { clrFromTranscript, type Transcript } from '@testamur/adapters/transcript'
 *
 * declare const transcript: Transcript
 *
 * const { credential, losses } = clrFromTranscript(transcript, {
 *   issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
 *   learner: 'did:example:learner',
 *   validFrom: new Date(),
 * })
 * console.log(credential.credentialSubject.verifiableCredential.length, losses.length)
 * ```
 */
export function clrFromTranscript(transcript: Transcript, options: ClrFromTranscriptOptions): ClrFromTranscript {
  requireArguments(transcript, options)
  const { issuer, learner, id } = options
  requireUri('issuer', issuer.id)
  requireUri('learner', typeof learner === 'string' ? learner : learner?.id)
  requireUri('id', id)
  requireUri('creditUnitIri', options.creditUnitIri)
  const ledger = new Ledger(options.provenance)
  const draft = new RecordDraft(options.issuer.id)
  const mapping: Mapping = { ledger, draft, options }
  const programs = new ProgramMapping(mapping)
  const records = new RecordMapping(mapping, programs, new Schools(ledger, transcript.sender))
  for (const record of transcript.records) records.noteAwards(record)
  for (const record of transcript.records) records.map(record)
  for (const test of transcript.tests) mapTest(mapping, test)
  if (transcript.activities !== undefined) mapActivities(mapping, transcript.activities)
  programs.assertAll()
  const parts = draft.finish()
  if (parts.assertions.length === 0) {
    throw new SourceDocumentError('ERR_TRANSCRIPT_EMPTY', 'the transcript holds no course, award or summary', {
      advice: 'A learner record needs at least one achievement',
    })
  }
  const plain = assemble(mapping, transcript, parts, records.remarks)
  if (options.transcriptEntries === 'omit') {
    return { credential: build(plain, options.random), losses: ledger.losses(transcript) }
  }
  // What no member can say stands in the entries, in the transcript's words.
  const { sender = {}, records: all, tests, activities = {} } = transcript
  for (const node of [sender, all, tests, activities]) ledger.carryRest(node)
  const unbuilt = withSourceEntries(plain, transcript, ledger.lostPaths(transcript))
  return { credential: build(unbuilt, options.random), losses: ledger.losses(transcript) }
}

function assemble(
  mapping: Mapping,
  transcript: Transcript,
  parts: RecordParts,
  remarks: readonly string[],
): UnbuiltRecord {
  const { ledger, options } = mapping
  const { validFrom, validUntil, random = platformRandom } = options
  const issuer = issuerProfile(ledger, options.issuer, transcript.sender)
  const learner = learnerIdentity(ledger, transcript.learner, options.learner, random)
  const id = options.id ?? recordId(ledger, transcript, issuer.id, random)
  const shared = { issuer: present({ id: issuer.id, name: issuer.name, url: issuer.url }), validFrom, validUntil }
  const isTest = testProcess(ledger, transcript.document)
  const about = `Transcript of ${transcript.sender?.names[0] ?? issuer.name ?? 'the institution'}`
  return {
    record: {
      id,
      name: options.name ?? (isTest ? `${testMark}: ${about}` : about),
      description: describe(ledger, transcript, isTest, remarks),
      partial: partial(ledger, transcript.document),
      issuer,
      validFrom,
      validUntil,
      credentialSubject: {
        id: learner.id,
        identifier: learner.identifier,
        verifiableCredential: [],
        achievement: parts.definitions,
        association: parts.associations,
      },
    },
    credentials: parts.assertions.map((part, index) => ({
      credential: innerCredential(part, { ...shared, id: contentId('credential', id, index) }, learner.id, options),
      from: part.assertion.from,
    })),
  }
}

function innerCredential(
  { assertion, achievement, results }: RecordParts['assertions'][number],
  shared: Pick<AchievementCredentialInput, 'id' | 'issuer' | 'validFrom' | 'validUntil'>,
  learnerId: string,
  options: ClrFromTranscriptOptions,
): AchievementCredentialInput {
  const [context, extended] = withCreditUnit(achievement, options)
  return {
    ...shared,
    ...context,
    name: achievement.name,
    awardedDate: assertion.awardedDate,
    evidence: assertion.evidence,
    credentialSubject: { ...assertion.subject, id: learnerId, achievement: extended, result: results },
  }
}

function build({ record, credentials }: UnbuiltRecord, random: RandomSource = platformRandom): ClrCredential {
  const verifiableCredential = credentials.map(({ credential }) => achievementCredential(credential, { random }))
  const credentialSubject = { ...record.credentialSubject, verifiableCredential }
  return clrCredential({ ...record, credentialSubject }, { random })
}

/** The sender's id of a document is unique only at the sender, so both go into the id of the record. */
function recordId(ledger: Ledger, { document, sender }: Transcript, issuerId: string, random: RandomSource): string {
  const documentId = ledger.use(document, 'id')
  if (documentId === undefined) return `urn:uuid:${v4({ random: random(16) })}`
  ledger.lose(document, 'id', 'transport', 'The id of the record is derived from it', 'reduced')
  return contentId('record', issuerId, present(sender?.identifiers ?? {}), sender?.names[0] ?? null, documentId)
}

function testProcess(ledger: Ledger, document: TranscriptDocument): boolean {
  const isTest = ledger.use(document, 'process')?.toUpperCase() === 'TEST'
  if (!isTest) ledger.lose(document, 'process', 'transport', 'It serves the transmission of the document')
  ledger.lose(document, 'created', 'transport', 'The caller chooses when the record becomes valid')
  return isTest
}

function partial(ledger: Ledger, document: TranscriptDocument): boolean | undefined {
  const completeness = ledger.use(document, 'completeness')
  if (completeness === undefined || completeness === 'Complete') return completeness && false
  if (completeness === 'Partial') return true
  ledger.lose(document, 'completeness', 'invalid-value', 'It is neither Complete nor Partial')
  return undefined
}

function describe(
  ledger: Ledger,
  transcript: Transcript,
  isTest: boolean,
  remarks: readonly string[],
): string | undefined {
  const official = ledger.use(transcript.document, 'official')
  const lines = [
    isTest ? `${testMark}: the transcript that this record was made from is marked as a test.` : undefined,
    official && `${official} transcript.`,
    narrativeOf(ledger, transcript.document, transcript),
    ...remarks,
  ].filter((line) => line !== undefined)
  return lines.length > 0 ? lines.join('\n') : undefined
}
