import { TestamurError } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { AdaptersErrorCode } from '../../errors.js'
import { requireTranscript } from '../facts/index.js'

/** Throws `ERR_INVALID_OPTION` for arguments of which nothing can be made, as callers without types may give them. */
export function requireArguments(transcript: unknown, options: unknown): void {
  requireTranscript(transcript)
  if (isObject(options) && isObject(options['issuer'])) return
  throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', 'the option issuer is missing', {
    advice: 'Give the profile of the issuer: { id: "did:web:…" }',
  })
}
