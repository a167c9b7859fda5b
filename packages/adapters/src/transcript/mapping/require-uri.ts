import { TestamurError } from '@testamur/documents'
import type { AdaptersErrorCode } from '../../errors.js'

/**
 * Throws `ERR_INVALID_OPTION` for an id that is no URI: it would be lost when the record is signed. Its text may be
 * about the learner, and stays out of the message.
 */
export function requireUri(option: string, value: string | undefined): void {
  if (value === undefined || /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)) return
  throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', `the option ${option} is not identified by a URI`, {
    advice: 'Use a DID, a URL or a urn:uuid:',
  })
}
