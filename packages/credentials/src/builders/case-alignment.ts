import type { Alignment } from '../model/index.js'
import { alignment } from './alignment.js'
import { checkFields, isUuid, requireNode, text, webAddress } from './framework-fields.js'

/** What {@link caseAlignment} reads of an item of a CASE framework (CFItem). Other fields are ignored. */
export interface CaseItem {
  /** The item's GUID. */
  readonly identifier: string
  readonly uri: string
  readonly fullStatement: string
  /** The code that people use, such as `HSA.REI.4`. */
  readonly humanCodingScheme?: string | null | undefined
  readonly notes?: string | null | undefined
  /** The framework of the item. */
  readonly CFDocumentURI?: { readonly title?: string | null | undefined } | null | undefined
}

/** Options of {@link caseAlignment}. */
export interface CaseAlignmentOptions {
  /** Name of the framework. Default: the title in `CFDocumentURI`. */
  readonly framework?: string | undefined
  /**
   * What becomes the code of the node: the item's GUID (`identifier`), as the Open Badges implementation guide does it,
   * or the code that people use, where the item has one. Default `identifier`.
   */
  readonly targetCode?: 'identifier' | 'humanCodingScheme' | undefined
}

const source = 'CASE 1.1, CFItem'

/**
 * Returns the Alignment with an item of a CASE framework, of target type `CFItem`. That the item exists is not checked.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` for an identifier that is no GUID, a `uri` that is no
 * web address, an empty statement.
 * @see [CASE 1.1, CFItem](https://www.imsglobal.org/spec/case/v1p1)
 * @example
 * ```ts
 * import { caseAlignment } from '@testamur/credentials'
 *
 * export const equations = caseAlignment(
 *   {
 *     identifier: '5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11',
 *     uri: 'https://frameworks.example/ims/case/v1p1/CFItems/5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11',
 *     fullStatement: 'Solve quadratic equations in one variable.',
 *     humanCodingScheme: 'ALG.4',
 *   },
 *   { framework: 'Example State Standards for Mathematics' },
 * )
 * ```
 */
export function caseAlignment(item: CaseItem, options: CaseAlignmentOptions = {}): Alignment {
  requireNode(source, item)
  const { identifier, uri, fullStatement, notes } = item
  const { framework = item.CFDocumentURI?.title, targetCode = 'identifier' } = options
  checkFields(source, {
    identifier: [isUuid(identifier), 'the GUID of the item'],
    uri: webAddress(uri),
    fullStatement: text(fullStatement),
  })
  return alignment({
    targetType: 'CFItem',
    targetName: fullStatement,
    targetUrl: uri,
    targetCode: item[targetCode],
    targetDescription: notes,
    targetFramework: framework,
  })
}
