import type { Alignment } from '../model/index.js'
import { alignment } from './alignment.js'
import { checkFields, ctid, registryAddress, registryUrl, requireNode, text } from './framework-fields.js'

/** What {@link ctdlAlignment} takes of a credential in the Credential Registry: its CTDL terms without `ceterms:`. */
export interface CtdlCredential {
  /** `ce-` and a UUID. */
  readonly ctid: string
  readonly name: string
  readonly description?: string | null | undefined
  /** Where it is described. Default: its address in the Credential Registry. */
  readonly url?: string | null | undefined
}

/** Options of {@link ctdlAlignment}. */
export interface CtdlAlignmentOptions {
  /** Name of the catalogue or collection it belongs to. Default: none. */
  readonly framework?: string | undefined
}

const source = 'CTDL, ceterms:Credential'

/**
 * Returns the Alignment with a credential described in CTDL, of target type `ceterms:Credential`. That the registry has
 * it is not checked.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` for a CTID that is none, an empty name, an address
 * that is none or that of another CTID.
 * @see [CTDL, ceterms:Credential](https://credreg.net/ctdl/terms)
 * @example
 * ```ts
 * import { ctdlAlignment } from '@testamur/credentials'
 *
 * export const nursing = ctdlAlignment({
 *   ctid: 'ce-0a5e6f3c-2b7d-4f3c-8d11-3c5a9e7f1b20',
 *   name: 'Bachelor of Science in Nursing',
 * })
 * ```
 */
export function ctdlAlignment(credential: CtdlCredential, options: CtdlAlignmentOptions = {}): Alignment {
  requireNode(source, credential)
  const { name, description } = credential
  const url = credential.url ?? registryUrl(credential.ctid)
  checkFields(source, {
    ctid: ctid(credential.ctid),
    name: text(name),
    url: registryAddress(url, credential.ctid),
  })
  return alignment({
    targetType: 'ceterms:Credential',
    targetName: name,
    targetUrl: url,
    targetCode: credential.ctid,
    targetDescription: description,
    targetFramework: options.framework,
  })
}
