import { TestamurError } from '@testamur/documents'
import type { AdaptersErrorCode } from '../../errors.js'
import { codeLists } from './code-lists.js'
import type { PescVersion, PescWriteOptions } from './interface.js'
import { code, type ValueType } from './value-type.js'

/** Returns the version to write, once the options that hold for the whole transcript are known to be usable. */
export function checkedVersion({ version = '1.8', creditBasis, creditUnit }: PescWriteOptions): PescVersion {
  if (version !== '1.8' && version !== '1.6') {
    throw invalidOption('version', 'is not one that is written', 'Use 1.8 or 1.6')
  }
  checkCode('creditBasis', creditBasis, code(codeLists.CreditBasis), version)
  checkCode('creditUnit', creditUnit, code(codeLists.CreditUnit), version)
  return version
}

/** A code that PESC does not have would leave out every course that it is written to. */
function checkCode(option: string, value: string | undefined, type: ValueType, version: PescVersion): void {
  if (value === undefined || type(value, version).texts.length > 0) return
  throw invalidOption(option, `is no code of College Transcript ${version}`, `Use one of PESC's own`)
}

/** Returns a moment of the caller's in ISO 8601. */
export function isoMoment(option: string, moment: Date): string {
  if (moment instanceof Date && !Number.isNaN(moment.getTime())) return moment.toISOString()
  throw invalidOption(option, 'is no valid Date', 'Give a Date, made of a moment that there is')
}

/** Makes the error of an option that cannot be used. `what` quotes nothing of it. */
export function invalidOption(option: string, what: string, advice = 'See the types of the options'): Error {
  return new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', `the option ${option} ${what}`, { advice })
}
