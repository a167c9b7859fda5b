/** The URLs of the bundled contexts. */
export const contextUrls = {
  /** Verifiable Credentials Data Model 1.1. */
  credentialsV1: 'https://www.w3.org/2018/credentials/v1',
  /** Verifiable Credentials Data Model 2.0. */
  credentialsV2: 'https://www.w3.org/ns/credentials/v2',
  /** Open Badges 3.0.0. Cannot be combined with {@link contextUrls.credentialsV2}: both protect the same terms. */
  openBadges300: 'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  /** Another URL of the text of 3.0.0. */
  openBadges300Alias: 'https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld',
  /** Open Badges 3.0.1. Cannot be combined with {@link contextUrls.credentialsV2} either. */
  openBadges301: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  /** Open Badges 3.0.2. */
  openBadges302: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  /** Open Badges 3.0.3, current; three texts were published under this URL. */
  openBadges303: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  /** The types of 1EdTech's own schema, status and refresh services. */
  openBadgesExtensions: 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  /** Comprehensive Learner Record 2.0.0. */
  clr200: 'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
  /** Comprehensive Learner Record 2.0.1, current. */
  clr201: 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  /** Data Integrity proofs under VCDM 1.1, first edition. */
  dataIntegrityV1: 'https://w3id.org/security/data-integrity/v1',
  /** Data Integrity proofs under VCDM 1.1; VCDM 2.0 has these terms built in. */
  dataIntegrityV2: 'https://w3id.org/security/data-integrity/v2',
  /** Multikey verification methods. */
  multikeyV1: 'https://w3id.org/security/multikey/v1',
  /** Ed25519Signature2020 proofs and their keys. */
  ed25519Signature2020V1: 'https://w3id.org/security/suites/ed25519-2020/v1',
  /** Bitstring Status List under VCDM 1.1; VCDM 2.0 has these terms built in. */
  bitstringStatusListV1: 'https://www.w3.org/ns/credentials/status/v1',
  /** Status List 2021, the predecessor of Bitstring Status List. */
  statusList2021V1: 'https://w3id.org/vc/status-list/2021/v1',
  /** Terms of the Digital Credentials Consortium. */
  dccV1: 'https://w3id.org/dcc/v1',
} as const
