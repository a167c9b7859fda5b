/** An institution. */
export interface Organization {
  /** The institution's name; further names belong to what it is part of (a district). */
  readonly names: readonly string[]
  readonly identifiers: OrganizationIdentifiers
  readonly localIdentifier?: LocalIdentifier | undefined
  readonly contacts: readonly Contact[]
  readonly accreditation?: Accreditation | undefined
  readonly notes: readonly string[]
}

/** An institution where something was learned, when that is not the sender. */
export interface School extends Organization {
  /** Why it is named: `Transfer`, `StudyAbroad`, `Coop`, … */
  readonly overrideCode?: string | undefined
  readonly level?: string | undefined
  readonly localAffiliation?: string | undefined
}

/** Identifiers of institutions in the code systems of North America; strings, leading zeros count. */
export interface OrganizationIdentifiers {
  readonly OPEID?: string | undefined
  readonly NCHELPID?: string | undefined
  readonly IPEDS?: string | undefined
  /** College Board code of a college. */
  readonly ATP?: string | undefined
  readonly FICE?: string | undefined
  readonly ACT?: string | undefined
  readonly CCD?: string | undefined
  readonly PSS?: string | undefined
  /** College Board code of a high school. */
  readonly CEEBACT?: string | undefined
  readonly CSIS?: string | undefined
  readonly USIS?: string | undefined
  readonly ESIS?: string | undefined
  readonly PSIS?: string | undefined
  readonly DUNS?: string | undefined
  readonly MutuallyDefined?: string | undefined
  readonly APAS?: string | undefined
  readonly GEOCode?: string | undefined
}

/** An identifier that a state, province or network gave an institution. */
export interface LocalIdentifier {
  readonly code?: string | undefined
  /** Who gave it: a state or province code. */
  readonly qualifier?: string | undefined
}

/** Ways to reach an institution. */
export interface Contact {
  readonly addresses: readonly PostalAddress[]
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  readonly urls: readonly WebAddress[]
  readonly notes: readonly string[]
}

/** A postal address of an institution. */
export interface PostalAddress {
  readonly lines: readonly string[]
  readonly city?: string | undefined
  /** State or province, as a code. */
  readonly regionCode?: string | undefined
  /** State or province, in words. */
  readonly region?: string | undefined
  readonly postalCode?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string | undefined
  readonly notes: readonly string[]
}

/** A telephone number of an institution, in parts. */
export interface Phone {
  readonly countryPrefix?: string | undefined
  readonly areaCode?: string | undefined
  readonly number?: string | undefined
  readonly extension?: string | undefined
  readonly notes: readonly string[]
}

/** An e-mail address of an institution. */
export interface Email {
  readonly address?: string | undefined
  readonly notes: readonly string[]
}

/** A page on the web. */
export interface WebAddress {
  readonly address?: string | undefined
  readonly notes: readonly string[]
}

/** Who accredited an institution. */
export interface Accreditation {
  readonly bodyCode?: string | undefined
  readonly bodyName?: string | undefined
  readonly notes: readonly string[]
}
