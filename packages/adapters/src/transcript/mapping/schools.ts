import type { ProfileInput } from '@testamur/credentials'
import type { Organization, School, Term } from '../model/index.js'
import type { Ledger } from './ledger.js'
import type { Setting } from './mapping.js'
import { isSameOrganization, schoolProfile } from './organization-profile.js'

/**
 * Finds out who taught something. A course names the school, else its session, else its record, else it is the
 * institution that sent the transcript: which is the issuer, and needs no naming.
 */
export class Schools {
  readonly #ledger: Ledger
  readonly #sender: Organization | undefined
  readonly #profiles = new Map<School, ProfileInput | undefined>()

  constructor(ledger: Ledger, sender: Organization | undefined) {
    this.#ledger = ledger
    this.#sender = sender
  }

  /** Returns the setting of what happened in a term at the first of the schools that is given. */
  setting(term: Term | undefined, ...schools: readonly (School | undefined)[]): Setting {
    const school = schools.find((candidate) => candidate !== undefined)
    return { school, creator: () => school && this.#profileOf(school), term }
  }

  #profileOf(school: School): ProfileInput | undefined {
    if (!this.#profiles.has(school)) this.#profiles.set(school, this.#makeProfile(school))
    return this.#profiles.get(school)
  }

  #makeProfile(school: School): ProfileInput | undefined {
    if (this.#sender === undefined || !isSameOrganization(school, this.#sender))
      return schoolProfile(this.#ledger, school)
    // The issuer's profile says what is the same there.
    this.#ledger.useFirst(school, 'names')
    this.#ledger.loseRest(school, 'superseded', 'The school is the institution that sent the transcript')
    return undefined
  }
}
