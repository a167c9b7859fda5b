import type { ProfileInput } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { Organization, School, Term } from '../model/index.js'
import { institutionOf, institutionOfProfile, isIssuer, isSameInstitution, isSameName } from './institution.js'
import type { Ledger } from './ledger.js'
import type { Setting } from './mapping.js'
import { schoolProfile } from './organization-profile.js'

/**
 * Finds out who taught something. A course names the school, else its session, else its record, else it is the
 * institution that sent the transcript. If that is the issuer, it needs no naming.
 */
export class Schools {
  readonly #ledger: Ledger
  readonly #options: ClrFromTranscriptOptions
  readonly #sender: Organization | undefined
  readonly #senderIsIssuer: boolean
  /** Undefined for the issuer. */
  readonly #profiles = new Map<Organization, ProfileInput | undefined>()

  constructor(ledger: Ledger, options: ClrFromTranscriptOptions, sender: Organization | undefined) {
    this.#ledger = ledger
    this.#options = options
    this.#sender = sender
    this.#senderIsIssuer = sender === undefined || isIssuer(sender, options)
  }

  /** Returns the setting of what happened in a term at the first of the schools that is given. */
  setting(term: Term | undefined, ...schools: readonly (School | undefined)[]): Setting {
    const school = schools.find((candidate) => candidate !== undefined)
    return { school, creator: () => this.#profileOf(school ?? this.#sender), term }
  }

  #profileOf(organization: Organization | undefined): ProfileInput | undefined {
    if (organization === undefined) return undefined
    if (!this.#profiles.has(organization)) this.#profiles.set(organization, this.#makeProfile(organization))
    return this.#profiles.get(organization)
  }

  #makeProfile(organization: Organization): ProfileInput | undefined {
    if (organization === this.#sender) {
      return this.#senderIsIssuer ? undefined : schoolProfile(this.#ledger, organization)
    }
    if (this.#sender !== undefined && isSameInstitution(institutionOf(organization), institutionOf(this.#sender))) {
      this.#supersede(organization, this.#sender.names[0], 'The school is the institution that sent the transcript')
      return this.#profileOf(this.#sender)
    }
    if (this.#isOtherIssuer(organization)) {
      this.#supersede(organization, this.#options.issuer.name ?? undefined, 'The school is the issuer')
      return undefined
    }
    return schoolProfile(this.#ledger, organization)
  }

  /** True for the issuer, where that is not the sender. */
  #isOtherIssuer(organization: Organization): boolean {
    if (this.#sender !== undefined && this.#senderIsIssuer) return false
    return isSameInstitution(institutionOf(organization), institutionOfProfile(this.#options.issuer))
  }

  /** The profile that stands for the school says what is the same there: another name of it is in the entries at most. */
  #supersede(school: Organization, name: string | undefined, reason: string): void {
    const isNamed = isSameName(school.names[0], name) || this.#options.transcriptEntries !== 'omit'
    if (isNamed) this.#ledger.useFirst(school, 'names')
    this.#ledger.loseRest(school, 'superseded', reason)
  }
}
