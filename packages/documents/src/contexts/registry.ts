import { TestamurError } from '../errors.js'
import { clr200Terms } from './clr-2.0.0.js'
import { clr201Changes } from './clr-2.0.1.js'
import { contextUrls } from './context-urls.js'
import type { BundledContext, ContextDocument } from './interface.js'
import { addedByNewest, addedByValidator202511 } from './open-badges-3.0.3.js'
import * as packaged from './packaged.js'
import { contextFromTerms, type TermTable } from './term-table.js'
import { verifiedContext } from './verified-context.js'

const firstOpenBadges303 = packaged.fromOpenBadges(contextUrls.openBadges303)
const openBadges303With = (added: TermTable) => async (): Promise<ContextDocument> =>
  contextFromTerms(added, await firstOpenBadges303())

/**
 * Every context that ships with Testamur. The default text of a URL has no `variant`; where a text was changed in place under its URL,
 * the earlier ones follow as variants, because signatures made under them are checked under them.
 */
export const bundledContexts: readonly BundledContext[] = [
  {
    url: contextUrls.credentialsV1,
    sha256: 'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
    load: packaged.fromCredentials(contextUrls.credentialsV1),
  },
  {
    url: contextUrls.credentialsV2,
    sha256: 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
    load: packaged.fromCredentials(contextUrls.credentialsV2),
  },
  {
    url: contextUrls.openBadges300,
    sha256: '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
    load: packaged.fromOpenBadges(contextUrls.openBadges300),
  },
  {
    url: contextUrls.openBadges300Alias,
    sha256: '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
    load: packaged.fromOpenBadges(contextUrls.openBadges300),
  },
  {
    url: contextUrls.openBadges301,
    sha256: '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
    load: packaged.fromOpenBadges(contextUrls.openBadges301),
  },
  {
    url: contextUrls.openBadges302,
    sha256: 'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
    load: packaged.fromOpenBadges(contextUrls.openBadges302),
  },
  {
    url: contextUrls.openBadges303,
    sha256: '04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966',
    load: openBadges303With(addedByNewest),
  },
  {
    url: contextUrls.openBadges303,
    variant: 'until-2026-06',
    sha256: 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
    load: firstOpenBadges303,
  },
  {
    url: contextUrls.openBadges303,
    variant: 'validator-2025-11',
    sha256: 'ebc297f165b4882a6c28feb2706147c95e3e8294206dd0fb85043df9057b3b79',
    load: openBadges303With(addedByValidator202511),
  },
  {
    url: contextUrls.openBadgesExtensions,
    sha256: '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
    load: packaged.fromOpenBadges(contextUrls.openBadgesExtensions),
  },
  {
    url: contextUrls.clr200,
    sha256: 'a2dd0c0c07434663b7b54a51dd8a3363f6d5c420efa87e3d97b4ef8661596d44',
    load: async () => contextFromTerms(clr200Terms),
  },
  {
    url: contextUrls.clr201,
    sha256: '7defe702c102faf14108579b7d65ef39ecf4c3bbef925b803e15bd77cd6e3394',
    load: async () => contextFromTerms(clr201Changes, contextFromTerms(clr200Terms)),
  },
  {
    url: contextUrls.dataIntegrityV1,
    sha256: '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
    load: packaged.fromDataIntegrity(contextUrls.dataIntegrityV1),
  },
  {
    url: contextUrls.dataIntegrityV2,
    sha256: '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
    load: packaged.fromDataIntegrity(contextUrls.dataIntegrityV2),
  },
  {
    url: contextUrls.multikeyV1,
    sha256: 'be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc',
    load: packaged.fromMultikey(contextUrls.multikeyV1),
  },
  {
    url: contextUrls.ed25519Signature2020V1,
    sha256: 'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
    load: packaged.fromEd25519Signature2020(contextUrls.ed25519Signature2020V1),
  },
  {
    url: contextUrls.bitstringStatusListV1,
    sha256: 'b2fcebfbaf4e6beae2be370fda8a5f9f99c28540c798a75a8cdccc0fb1a12492',
    load: packaged.fromBitstringStatusList(contextUrls.bitstringStatusListV1),
  },
  {
    url: contextUrls.statusList2021V1,
    sha256: '9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6',
    load: packaged.fromStatusList2021(contextUrls.statusList2021V1),
  },
  {
    url: contextUrls.dccV1,
    sha256: '72bbeeb602655938f472f98317cab12c1bf6abc96a915d1fcc3fe18e79f92a42',
    load: packaged.fromDcc(contextUrls.dccV1),
  },
]

/** Which of the texts that were published under one URL to load. */
export interface LoadBundledContextOptions {
  /** Name of a variant in {@link bundledContexts}. Default: the URL's default text. */
  readonly variant?: string | undefined
}

/** Checked contexts by the hash of their content, so that two URLs of one text share it. */
const loaded = new Map<string, Promise<ContextDocument>>()

/**
 * Returns a bundled context, deep-frozen, or `undefined` for a URL that is not bundled. The text is held to its pinned hash when it is
 * first loaded; after that the same object is returned. Never uses the network.
 *
 * Throws `ERR_CONTEXT_UNKNOWN` for a variant that the URL does not have, and `ERR_CONTEXT_INTEGRITY` when an installed package has
 * another text than the pinned one.
 *
 * @example
 * ```ts
 * import { contextUrls, loadBundledContext } from '@testamur/documents/contexts'
 *
 * const current = await loadBundledContext(contextUrls.openBadges303)
 * const earlier = await loadBundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' })
 * console.log(current !== earlier) // true
 * ```
 */
export async function loadBundledContext(
  url: string,
  options: LoadBundledContextOptions = {},
): Promise<ContextDocument | undefined> {
  const context = bundledContext(url, options.variant)
  if (context === undefined) return undefined
  let document = loaded.get(context.sha256)
  if (document === undefined) {
    document = verifiedContext(context)
    loaded.set(context.sha256, document)
    // What could not be loaded now may be there the next time.
    document.catch(() => loaded.delete(context.sha256))
  }
  return document
}

/** The entry of a URL and variant, or `undefined` for a URL that is not bundled. Throws `ERR_CONTEXT_UNKNOWN` for an unknown variant. */
export function bundledContext(url: string, variant: string | undefined): BundledContext | undefined {
  const texts = bundledTexts(url)
  const found = texts.find((text) => text.variant === variant)
  if (found === undefined && texts.length > 0) {
    const names = texts.flatMap((text) => text.variant ?? [])
    throw new TestamurError('ERR_CONTEXT_UNKNOWN', `No text of ${url} is called "${variant}"`, {
      advice: names.length === 0 ? 'It has one text only' : `Its variants are ${names.join(', ')}`,
    })
  }
  return found
}

/** All texts of a URL; none for a URL that is not bundled. */
export function bundledTexts(url: string): readonly BundledContext[] {
  return bundledContexts.filter((text) => text.url === url)
}
