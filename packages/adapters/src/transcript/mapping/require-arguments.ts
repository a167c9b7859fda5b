import { TestamurError } from '@testamur/documents'
import type { AdaptersErrorCode } from '../../errors.js'

/** Throws `ERR_INVALID_OPTION` for arguments of which nothing can be made, as callers without types may give them. */
export function requireArguments(transcript: unknown, options: unknown): void {
  const { document, learner, records, tests, notes } = membersOf(transcript)
  if (![document, learner].every(isObject) || ![records, tests, notes].every(Array.isArray)) {
    throw invalid('the transcript is no Transcript', 'It needs a document, a learner, records, tests and notes')
  }
  if (!isObject(membersOf(options)['issuer'])) {
    throw invalid('the option issuer is missing', 'Give the profile of the issuer: { id: "did:web:…" }')
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? (value as Record<string, unknown>) : {}
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(message: string, advice: string): TestamurError {
  return new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', message, { advice })
}
