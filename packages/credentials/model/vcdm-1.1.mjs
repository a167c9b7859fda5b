// The VCDM 1.1 flavour of the classes, for reading older credentials: stated as what differs from the flavour that is
// written today. Open Badges 3.0 names these classes with the ending `v1p1`; CLR 2.0 is taken to follow the same
// pattern, since its classes of VCDM 1.1 were never published.
import { achievement } from './achievement.mjs'
import { achievementCredential, achievementSubject } from './achievement-credential.mjs'
import { clrCredential, clrSubject } from './clr-credential.mjs'
import { endorsementCredential } from './endorsement-credential.mjs'
import { profile } from './profile.mjs'
import { verifiableCredential } from './verifiable-credential.mjs'

const flavoured = [
  verifiableCredential,
  achievementCredential,
  achievementSubject,
  achievement,
  profile,
  endorsementCredential,
  clrCredential,
  clrSubject,
]
const names = new Set(flavoured.map(({ name }) => name))

const nameOf = (name) => (names.has(name) ? `${name}v1p1` : name)

/** Rows that read otherwise in VCDM 1.1, by their member, whatever the class. */
const changedRows = {
  issuer: 'issuer | Profilev1p1 | 1 | Who makes the claims.',
  validFrom: 'issuanceDate | DateTimeZ | 1 | Moment at which the credential was issued.',
  validUntil: 'expirationDate | DateTimeZ | 0..1 | Moment after which the credential is no longer valid.',
  // Even here the official schema has the profile of VCDM 2.0.
  parentOrg: 'parentOrg | Profile | 0..1 | Organization it belongs to.',
}

function rowOf(line, { name }) {
  const [member, type, cardinality, meaning] = line.split('|').map((cell) => cell.trim())
  if (changedRows[member] !== undefined) return changedRows[member]
  if (member === '@context') return [member, type, cardinality, meaning.replace('VCDM 2.0', 'VCDM 1.1')].join(' | ')
  const needed = member === 'name' && name === 'AchievementCredential' ? '1' : cardinality
  return [member, nameOf(type), needed, meaning].join(' | ')
}

/** The VCDM 1.1 flavour of each class that differs in it. */
export const vcdm11Classes = flavoured.map((description) => ({
  ...description,
  name: nameOf(description.name),
  version: '1.1',
  // Only reading needs these: nothing is built, and no package has them in a type of its own.
  typescript: undefined,
  generatesId: undefined,
  meaning: `${description.meaning} The flavour of VCDM 1.1, for reading.`,
  ...(description.contexts && { contexts: ['vcdm1', ...description.contexts.slice(1)] }),
  // The official schema leaves this subject open in VCDM 2.0 only.
  ...(description.name === 'AchievementSubject' && { closed: true }),
  properties: description.properties
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rowOf(line, description))
    .join('\n'),
}))
