import type { Rule } from '../../interface.js'
import { lookingAt } from '../looking-at.js'
import { claimedSchema } from './claimed-schema.js'
import { dataModelContext } from './data-model-context.js'
import { dateNames } from './date-names.js'
import { dateOrder } from './date-order.js'
import { endorsementJwt } from './endorsement-jwt.js'
import { envelopeType } from './envelope-type.js'
import { identifiers } from './identifiers.js'
import { issuer } from './issuer.js'
import { names } from './names.js'
import { presentedCredentials } from './presented-credentials.js'
import { proofFields } from './proof-fields.js'
import { services } from './services.js'
import { statusEntry } from './status-entry.js'
import { subject } from './subject.js'
import { typeNamesSubject } from './type-names-subject.js'
import { typedObjects } from './typed-objects.js'
import { validityDates } from './validity-dates.js'

/** Rules of the envelope that every credential has. */
export const credentialRules: readonly Rule[] = [
  dataModelContext,
  envelopeType,
  typeNamesSubject,
  identifiers,
  issuer,
  subject,
  validityDates,
  dateNames,
  lookingAt(['validUntil', 'expirationDate', 'activityEndDate'], dateOrder),
  names,
  typedObjects,
  services,
  statusEntry,
  claimedSchema,
  proofFields,
  endorsementJwt,
  presentedCredentials,
]
