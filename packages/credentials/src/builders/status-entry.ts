import { typesOf } from '../model/index.js'
import { isUri } from '../validate/formats.js'
import type { Rule } from '../validate/interface.js'

/** What the rule of `validate` with this id refuses, in fewer bytes: one finding for the whole entry. */
export const statusEntry: Rule = {
  id: 'status-entry',
  classes: ['CredentialStatus'],
  source: 'Bitstring Status List 1.0 §2.1',
  check: ({ value, pointer }, report) => {
    const { statusPurpose, statusListCredential, statusListIndex } = value
    const isComplete =
      typeof statusPurpose === 'string' &&
      typeof statusListCredential === 'string' &&
      isUri(statusListCredential) &&
      (typeof statusListIndex === 'string' || Number.isSafeInteger(statusListIndex)) &&
      /^\d+$/.test(String(statusListIndex))
    const message =
      '`credentialStatus` needs `statusPurpose`, `statusListCredential` (a URL) and `statusListIndex` (a string of digits).'
    if (!isComplete && typesOf(value).some((type) => /^(BitstringStatusList|StatusList2021)Entry$/.test(type)))
      report('status-incomplete', pointer, message)
  },
}
