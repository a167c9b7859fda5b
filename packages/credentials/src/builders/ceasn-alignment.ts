import type { Alignment } from '../model/index.js'
import { alignment } from './alignment.js'
import { checkFields, ctid, registryAddress, registryUrl, requireNode, text } from './framework-fields.js'

/** What {@link ceasnAlignment} takes of a competency in the Credential Registry: its CTDL-ASN terms without `ceasn:`. */
export interface CeasnCompetency {
  /** `ce-` and a UUID. */
  readonly ctid: string
  readonly competencyText: string
  /** Short name of the competency; it becomes the name of the node, and the text its description. */
  readonly competencyLabel?: string | null | undefined
  /** Where it is described. Default: its address in the Credential Registry. */
  readonly url?: string | null | undefined
}

/** Options of {@link ceasnAlignment}. */
export interface CeasnAlignmentOptions {
  /** Name of the competency framework. Default: none. */
  readonly framework?: string | undefined
}

const source = 'CTDL-ASN, ceasn:Competency'

/**
 * Returns the Alignment with a competency described in CTDL-ASN, of target type `ceasn:Competency`. That the registry
 * has it is not checked.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` for a CTID that is none, an empty text, an address
 * that is none or that of another CTID.
 * @see [CTDL-ASN, ceasn:Competency](https://credreg.net/ctdlasn/terms)
 * @example
 * ```ts
 * import { ceasnAlignment } from '@testamur/credentials'
 *
 * export const inequalities = ceasnAlignment(
 *   {
 *     ctid: 'ce-6c1f4e0d-93a2-4b7c-a1de-52f08b3d7e94',
 *     competencyText: 'Solve and graph linear inequalities.',
 *   },
 *   { framework: 'Finite mathematics' },
 * )
 * ```
 */
export function ceasnAlignment(competency: CeasnCompetency, options: CeasnAlignmentOptions = {}): Alignment {
  requireNode(source, competency)
  const { competencyText, competencyLabel } = competency
  const url = competency.url ?? registryUrl(competency.ctid)
  checkFields(source, {
    ctid: ctid(competency.ctid),
    competencyText: text(competencyText),
    url: registryAddress(url, competency.ctid),
  })
  return alignment({
    targetType: 'ceasn:Competency',
    targetName: competencyLabel ?? competencyText,
    targetUrl: url,
    targetCode: competency.ctid,
    targetDescription: competencyLabel && competencyText,
    targetFramework: options.framework,
  })
}
