// The data model of Open Badges 3.0 and CLR 2.0, one table per class. Types, JSON Schemas, validators and what the
// package knows at run time are generated from it by scripts/generate-model.mjs.
//
// A row of a class says: member | type | cardinality | meaning. "URI of X" is a URI that names an X of the same record.
// Beside its rows a class may have:
//   types        names that its `type` holds, one of each group; where `type` takes one value, it is that value
//   contexts     credentials: which contexts stand at the first places of `@context`
//   needsOneOf   members of which at least one is present
//   closed       takes no members of other vocabularies
//   extensible   is a frame that other specifications fill with members of their own
//   generatesId  builders give it an id where none is given
//   typescript   the package that has its TypeScript type already

import { achievement, alignment, criteria, evidence, image, related } from './achievement.mjs'
import { achievementCredential, achievementSubject } from './achievement-credential.mjs'
import { association, clrCredential, clrSubject } from './clr-credential.mjs'
import { endorsementCredential, endorsementSubject } from './endorsement-credential.mjs'
import { address, geoCoordinates, identifierEntry, identityObject, profile } from './profile.mjs'
import { result, resultDescription, rubricCriterionLevel } from './result.mjs'
import { vcdm11Classes } from './vcdm-1.1.mjs'
import {
  credentialSchema,
  credentialStatus,
  credentialSubject,
  proof,
  refreshService,
  termsOfUse,
  verifiableCredential,
} from './verifiable-credential.mjs'

export { contexts } from './contexts.mjs'
export { enumerations } from './enumerations.mjs'
export { extensionTerm, primitives } from './primitives.mjs'

export const specifications = {
  ob: { title: 'Open Badges 3.0', url: 'https://www.imsglobal.org/spec/ob/v3p0/' },
  clr: { title: 'CLR 2.0', url: 'https://www.imsglobal.org/spec/clr/v2p0/' },
}

/** Sets that plain JSON may also write as a single value, without an array. */
export const compactedSets = ['type', 'proof', 'credentialSchema', 'termsOfUse']

export const classes = [
  achievementCredential,
  achievementSubject,
  achievement,
  criteria,
  alignment,
  related,
  evidence,
  image,
  result,
  resultDescription,
  rubricCriterionLevel,
  profile,
  address,
  geoCoordinates,
  identifierEntry,
  identityObject,
  endorsementCredential,
  endorsementSubject,
  clrCredential,
  clrSubject,
  association,
  verifiableCredential,
  credentialSubject,
  proof,
  credentialSchema,
  credentialStatus,
  refreshService,
  termsOfUse,
  ...vcdm11Classes,
]
