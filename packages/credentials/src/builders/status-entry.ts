import { typesOf } from '../model/index.js'
import type { ObjectRule } from '../validate/interface.js'
import { misfit } from './misfit.js'

/** What the rule of `validate` with this id refuses, in fewer bytes: one finding for the whole entry. */
export const statusEntry: ObjectRule = {
  id: 'status-entry',
  classes: ['CredentialStatus'],
  source: 'Bitstring Status List 1.0 §2.1',
  check: ({ value, pointer }, report) => {
    const { statusPurpose, statusListCredential, statusListIndex } = value
    const isComplete =
      typeof statusPurpose === 'string' &&
      misfit('id', statusListCredential) === undefined &&
      (typeof statusListIndex === 'string' || Number.isSafeInteger(statusListIndex)) &&
      /^\d+$/.test(String(statusListIndex))
    const message =
      '`credentialStatus` needs `statusPurpose`, `statusListCredential` (a URL) and `statusListIndex` (a string of digits).'
    if (!isComplete && typesOf(value).some((type) => /^(BitstringStatusList|StatusList2021)Entry$/.test(type)))
      report('status-incomplete', pointer, message)
  },
}
