import { type CaseAlignmentOptions, caseAlignment } from '@testamur/credentials'
import type { CfItem } from '../model/index.js'
import type { AlignmentFromCfItem } from './interface.js'
import { remainder } from './remainder.js'

/**
 * Returns the Alignment with an item, of target type `CFItem`, and what of the item it does not carry. As `caseAlignment` of
 * `@testamur/credentials`, which it uses: the code is the item's GUID unless `targetCode` says otherwise.
 *
 * @throws the `ERR_INVALID_CREDENTIAL` of `@testamur/credentials` for an item without GUID, web address or statement: those
 * have no alignment.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { alignmentFromCfItem, caseFramework, parseCasePackage } from '@testamur/adapters/case'
 *
 * const framework = caseFramework(parseCasePackage(readFileSync('framework.json')).package)
 * const [item] = framework.withCode('ALG.4')
 * if (item?.item) console.log(alignmentFromCfItem(item.item, { framework: framework.document.title }).alignment.targetUrl)
 * ```
 */
export function alignmentFromCfItem(item: CfItem, options: CaseAlignmentOptions = {}): AlignmentFromCfItem {
  const code = options.targetCode === 'humanCodingScheme' ? ['humanCodingScheme'] : []
  const identifier = options.targetCode === 'humanCodingScheme' ? [] : ['identifier']
  return {
    alignment: caseAlignment(item, options),
    losses: remainder(item, '', ['uri', 'fullStatement', 'notes', 'CFDocumentURI', ...code, ...identifier]),
  }
}
