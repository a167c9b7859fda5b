import type { AchievementCredentialInput, AchievementInput } from '@testamur/credentials'
import { TestamurError } from '@testamur/documents'
import { contextSource, contextUrls, inlineContextProblems } from '@testamur/documents/contexts'
import type { AdaptersErrorCode } from '../../errors.js'
import type { ClrFromTranscriptOptions } from '../interface.js'
import { requireUri } from './require-uri.js'

const tag = 'pesc:CourseCreditUnits='

/**
 * Throws `ERR_INVALID_OPTION` for an IRI that no member of a signed record can be named after: without a last part that
 * is a name, with a name that the contexts of a record know already, or one of theirs.
 */
export function requireCreditUnitIri(iri: string | undefined): void {
  requireUri('creditUnitIri', iri)
  if (iri === undefined || isOwnTerm(iri)) return
  throw new TestamurError<AdaptersErrorCode>(
    'ERR_INVALID_OPTION',
    'the option creditUnitIri names no member of its own: its last part is no name, or one that the contexts have',
    { advice: 'Use an IRI of yours that ends with the name, such as https://registrar.example.edu/terms#creditUnit' },
  )
}

/** Signing and verifying refuse contexts of the caller's by the same rules. */
function isOwnTerm(iri: string): boolean {
  const name = nameIn(iri)
  if (name === undefined) return false
  const named = [contextUrls.credentialsV2, contextUrls.clr201, contextUrls.openBadges303]
  const document = { '@context': [...named, { [name]: iri }] }
  return inlineContextProblems(document, '', { contexts: contextSource() }).length === 0
}

/** The last part of an IRI. */
function nameIn(iri: string): string | undefined {
  return /(?<=[#/:])[A-Za-z]\w*$/.exec(iri)?.[0]
}

/**
 * Returns the achievement with the credit unit as a member of the caller's own, and the context that the member needs:
 * Open Badges has no unit for credits. Both stay as they are without the option, or without a unit.
 */
export function withCreditUnit(
  achievement: AchievementInput,
  { creditUnitIri }: ClrFromTranscriptOptions,
): [context: Pick<AchievementCredentialInput, '@context'>, achievement: AchievementInput] {
  const unit = achievement.tag?.find((each) => each.startsWith(tag))?.slice(tag.length)
  const name = creditUnitIri === undefined ? undefined : nameIn(creditUnitIri)
  if (creditUnitIri === undefined || unit === undefined || name === undefined) return [{}, achievement]
  return [{ '@context': [{ [name]: creditUnitIri }] }, { ...achievement, [name]: unit } as AchievementInput]
}
