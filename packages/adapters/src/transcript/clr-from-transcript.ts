import {
  type AchievementCredentialInput,
  achievementCredential,
  type ClrCredential,
  clrCredential,
  type ProfileInput,
  type RandomSource,
} from '@testamur/credentials'
import { SourceDocumentError } from '../errors.js'
import type { ClrFromTranscript, ClrFromTranscriptOptions } from './interface.js'
import { narrativeOf } from './mapping/carried-values.js'
import { present } from './mapping/content-id.js'
import { requireCreditUnitIri, withCreditUnit } from './mapping/credit-unit.js'
import { isIssuer } from './mapping/institution.js'
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
import type { Organization, Transcript, TranscriptDocument } from './model/index.js'
import { withIds } from './record-ids.js'
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
 * - An issuer that is not the institution that sent the transcript gets nothing of that one's profile; the sender is then
 *   the creator of what it taught.
 * - Achievements have ids derived from their definition: the same course is the same achievement in every term and
 *   record, whatever became of an attempt at it.
 * - Grades are results, verbatim. Facts without a member in Open Badges are results of the attempt, or tags such as
 *   `pesc:CourseCreditUnits=Semester` of the definition; there are no extension members, so every word gets signed.
 * - A day becomes the moment at which it begins, in UTC if it has no zone. Months and years are never made into days.
 * - Ids of the record and of its credentials follow from what each says of whom; the option `position` tells apart what
 *   says the same. With the same learner and options the same transcript has the same ids whenever it is imported.
 * - A transcript marked as a test says so in the name and the description of the record.
 * - Birth date, sex, health, identity numbers of a state and other persons are not in the model and not in the record.
 *
 * It does not check that codes are PESC's, nor that the record's numbers add up.
 *
 * @throws {@link SourceDocumentError} `ERR_TRANSCRIPT_EMPTY` when nothing in it can become a credential;
 * `ERR_INVALID_OPTION` of this package when issuer, learner or record are identified by something else than a URI, or
 * `creditUnitIri` is no IRI to name a member after; the
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
  requireCreditUnitIri(options.creditUnitIri)
  const ledger = new Ledger(options.provenance)
  const plain = unbuiltRecord(transcript, options, ledger)
  if (plain.credentials.length === 0) {
    throw new SourceDocumentError('ERR_TRANSCRIPT_EMPTY', 'the transcript holds no course, award or summary', {
      advice: 'A learner record needs at least one achievement',
    })
  }
  if (options.transcriptEntries === 'omit') {
    return { credential: build(plain, options.random), losses: ledger.losses(transcript) }
  }
  // What no member can say stands in the entries, in the transcript's words.
  const { sender = {}, records: all, tests, activities = {} } = transcript
  const isApart = transcript.sender !== undefined && !isIssuer(transcript.sender, options)
  if (isApart) keepEmailsOut(ledger, transcript.sender)
  for (const node of [sender, all, tests, activities]) ledger.carryRest(node)
  const unbuilt = withSourceEntries(plain, transcript, ledger.lostPaths(transcript), isApart)
  return { credential: build(unbuilt, options.random), losses: ledger.losses(transcript) }
}

/** Returns the record of a transcript without entries, before it is built. It may hold no credential at all. */
export function unbuiltRecord(
  transcript: Transcript,
  options: ClrFromTranscriptOptions,
  ledger: Ledger,
): UnbuiltRecord {
  const draft = new RecordDraft(options.issuer.id)
  const mapping: Mapping = { ledger, draft, options }
  const programs = new ProgramMapping(mapping)
  const records = new RecordMapping(mapping, programs, new Schools(ledger, options, transcript.sender))
  for (const record of transcript.records) records.noteAwards(record)
  for (const record of transcript.records) records.map(record)
  for (const test of transcript.tests) mapTest(mapping, test)
  if (transcript.activities !== undefined) mapActivities(mapping, transcript.activities)
  programs.assertAll()
  return assemble(mapping, transcript, draft.finish(), records.remarks)
}

function assemble(
  mapping: Mapping,
  transcript: Transcript,
  parts: RecordParts,
  remarks: readonly string[],
): UnbuiltRecord {
  const { ledger, options } = mapping
  const { validFrom, validUntil, random = platformRandom } = options
  const issuer = issuerProfile(ledger, options, transcript.sender)
  const learner = learnerIdentity(ledger, transcript.learner, options.learner, random)
  const shared = { issuer: present({ id: issuer.id, name: issuer.name, url: issuer.url }), validFrom, validUntil }
  const isTest = testProcess(ledger, transcript.document)
  const record = {
    record: {
      name: options.name ?? recordName(ledger, transcript, issuer, isTest),
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
    credentials: parts.assertions.map((part) => ({
      credential: innerCredential(part, shared, learner.id, options),
      from: part.assertion.from,
    })),
  }
  return withIds(record, options)
}

/** No text of a record should hold an e-mail address, so the entries do without that of a sender that is not the issuer. */
function keepEmailsOut(ledger: Ledger, { contacts }: Organization): void {
  const reason = 'The sender is not the issuer: its address stands at most with what it taught'
  for (const email of contacts.flatMap(({ emails }) => emails)) {
    ledger.lose(email, 'address', 'superseded', reason, 'reduced')
  }
}

function recordName(ledger: Ledger, { sender }: Transcript, issuer: ProfileInput, isTest: boolean): string {
  const institution = (sender && ledger.useFirst(sender, 'names')) ?? issuer.name ?? 'the institution'
  return `${isTest ? `${testMark}: ` : ''}Transcript of ${institution}`
}

function innerCredential(
  { assertion, achievement, results }: RecordParts['assertions'][number],
  shared: Pick<AchievementCredentialInput, 'issuer' | 'validFrom' | 'validUntil'>,
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

function testProcess(ledger: Ledger, document: TranscriptDocument): boolean {
  const isTest = ledger.use(document, 'process')?.toUpperCase() === 'TEST'
  if (!isTest) ledger.lose(document, 'process', 'transport', 'It serves the transmission of the document')
  ledger.lose(document, 'created', 'transport', 'The caller chooses when the record becomes valid')
  ledger.lose(document, 'id', 'transport', 'It is the number of the message, and the record has an id of its own')
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
