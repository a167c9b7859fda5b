import { contextUrls } from './context-urls.js'

/** A URL, and the SHA-256 of the canonical JSON of a text that was published under it. */
export type PinnedContext = readonly [url: string, sha256: string, variant?: string | undefined]

/**
 * What this version of Testamur takes for the text of each context. A build looks these hashes up among what npm packages
 * ship and our own term tables state, and fails when one is not there.
 */
// biome-ignore format: one row per text
export const pinnedContexts: readonly PinnedContext[] = [
  [contextUrls.credentialsV1,          'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247'],
  [contextUrls.credentialsV2,          'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf'],
  [contextUrls.openBadges300,          '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b'],
  [contextUrls.openBadges300Alias,     '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b'],
  [contextUrls.openBadges301,          '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5'],
  [contextUrls.openBadges302,          'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c'],
  [contextUrls.openBadges303,          '04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966'],
  [contextUrls.openBadges303,          'ebc297f165b4882a6c28feb2706147c95e3e8294206dd0fb85043df9057b3b79', 'validator-2025-11'],
  [contextUrls.openBadges303,          'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99', 'until-2026-06'],
  [contextUrls.openBadgesExtensions,   '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7'],
  [contextUrls.clr200,                 'a2dd0c0c07434663b7b54a51dd8a3363f6d5c420efa87e3d97b4ef8661596d44'],
  [contextUrls.clr201,                 '7defe702c102faf14108579b7d65ef39ecf4c3bbef925b803e15bd77cd6e3394'],
  [contextUrls.dataIntegrityV1,        '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f'],
  [contextUrls.dataIntegrityV2,        '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305'],
  [contextUrls.multikeyV1,             'be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc'],
  [contextUrls.ed25519Signature2020V1, 'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691'],
  [contextUrls.bitstringStatusListV1,  'b2fcebfbaf4e6beae2be370fda8a5f9f99c28540c798a75a8cdccc0fb1a12492'],
  [contextUrls.statusList2021V1,       '9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6'],
  [contextUrls.dccV1,                  '72bbeeb602655938f472f98317cab12c1bf6abc96a915d1fcc3fe18e79f92a42'],
]
