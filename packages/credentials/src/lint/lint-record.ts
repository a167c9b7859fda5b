import { type ClassName, isAchievementCredential, isClrCredential, isEndorsementCredential } from '../model/index.js'
import { instancesIn } from '../validate/instances.js'
import type { Located } from '../validate/interface.js'
import { objectsAt, valuesAt } from '../validate/located.js'
import { describedResults } from '../validate/rules/achievement/described-results.js'
import type { Award, LearnerRecord, LintRecord, LintSettings } from './interface.js'

/** What there is in a credential, and in those inside it. */
interface Parts {
  readonly awards: readonly Award[]
  readonly achievements: readonly Located[]
  readonly learnerRecords: readonly LearnerRecord[]
}

/** Returns a document, taken apart for the rules. It must not be nested so deep that recursion would fail. */
export function lintRecord(document: Located, settings: LintSettings, now: number): LintRecord {
  let instances: ReadonlyMap<string, readonly Located[]> | undefined
  return {
    document,
    ...partsOf(document, undefined),
    instancesOf: (className) => {
      instances ??= instancesByClass(document)
      return instances.get(className) ?? []
    },
    settings,
    now,
  }
}

function partsOf(credential: Located, learnerRecord: Located | undefined): Parts {
  const awards = isAchievementCredential(credential.value) ? awardsOf(credential, learnerRecord) : []
  const achievements = awards.map(({ achievement }) => achievement)
  const subjects = isClrCredential(credential.value) ? objectsAt(credential, 'credentialSubject') : []
  return merged([
    { awards, achievements, learnerRecords: [] },
    ...subjects.map((each) => recordParts(credential, each)),
  ])
}

function recordParts(credential: Located, subject: Located): Parts {
  const inner = merged(objectsAt(subject, 'verifiableCredential').map((each) => partsOf(each, credential)))
  const { awards, learnerRecords } = inner
  const compact = valuesAt(subject, 'verifiableCredential').filter(({ value }) => typeof value === 'string')
  const compactCredentials = compact.map(({ pointer }) => pointer)
  const achievements = [...inner.achievements, ...objectsAt(subject, 'achievement')]
  const record = { credential, subject, awards, achievements, compactCredentials }
  return { awards, achievements, learnerRecords: [record, ...learnerRecords] }
}

const merged = (parts: readonly Parts[]): Parts => ({
  awards: parts.flatMap(({ awards }) => awards),
  achievements: parts.flatMap(({ achievements }) => achievements),
  learnerRecords: parts.flatMap(({ learnerRecords }) => learnerRecords),
})

function awardsOf(credential: Located, learnerRecord: Located | undefined): Award[] {
  return objectsAt(credential, 'credentialSubject').flatMap((subject) => {
    const { results } = describedResults(subject)
    return objectsAt(subject, 'achievement').map((achievement) => ({
      credential,
      subject,
      achievement,
      results,
      learnerRecord,
    }))
  })
}

function instancesByClass(document: Located): ReadonlyMap<string, readonly Located[]> {
  const byClass = new Map<string, Located[]>()
  for (const credential of credentialsIn(document)) {
    for (const { className, ...located } of instancesIn(classOf(credential), credential)) {
      const known = byClass.get(className)
      if (known === undefined) byClass.set(className, [located])
      else known.push(located)
    }
  }
  return byClass
}

function classOf({ value }: Located): ClassName {
  if (isClrCredential(value)) return 'ClrCredential'
  if (isAchievementCredential(value)) return 'AchievementCredential'
  return isEndorsementCredential(value) ? 'EndorsementCredential' : 'VerifiableCredential'
}

/** Yields a credential and, if it is a learner record, the credentials inside, which have types of their own. */
function* credentialsIn(credential: Located): Generator<Located> {
  yield credential
  if (!isClrCredential(credential.value)) return
  for (const subject of objectsAt(credential, 'credentialSubject')) {
    for (const inner of objectsAt(subject, 'verifiableCredential')) yield* credentialsIn(inner)
  }
}
