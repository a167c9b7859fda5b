import { isObject } from '@testamur/documents/json'
import { SourceDocumentError } from '../../errors.js'
import type { CfPackage } from '../model/index.js'

/** Refuses what is no package as `parseCasePackage` returns it: JSON of a publisher may lack anything. */
export function requirePackage(cfPackage: CfPackage): void {
  const given: unknown = cfPackage
  const isFine =
    isObject(given) &&
    isNamed(given['CFDocument']) &&
    isListOf(given['CFItems'], isNamed) &&
    isListOf(
      given['CFAssociations'],
      (each) => isObject(each) && isNamed(each['originNodeURI']) && isNamed(each['destinationNodeURI']),
    )
  if (isFine) return
  throw new SourceDocumentError('ERR_CASE_NOT_CASE', 'what was given is no complete CFPackage', {
    advice: 'parseCasePackage makes one of the JSON of a publisher',
  })
}

function isNamed(value: unknown): boolean {
  return isObject(value) && typeof value['identifier'] === 'string' && typeof value['uri'] === 'string'
}

function isListOf(value: unknown, isFine: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isFine)
}
