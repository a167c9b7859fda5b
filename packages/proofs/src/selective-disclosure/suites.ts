import { bbs2023 } from './bbs-2023.js'
import { ecdsaSd2023 } from './ecdsa-sd-2023.js'
import type { SelectiveDisclosureCryptosuiteId } from './interface.js'
import type { SelectiveDisclosureCryptosuite } from './suite.js'

/** The cryptosuites of selective disclosure by id. */
export const suites: Readonly<Record<SelectiveDisclosureCryptosuiteId, SelectiveDisclosureCryptosuite>> = {
  'ecdsa-sd-2023': ecdsaSd2023,
  'bbs-2023': bbs2023,
}
