// JSON-LD contexts: at which place of `@context` a credential names them, and what counts as naming them.

export const contexts = {
  vcdm1: { url: 'https://www.w3.org/2018/credentials/v1', title: 'the VCDM 1.1 context' },
  vcdm2: { url: 'https://www.w3.org/ns/credentials/v2', title: 'the VCDM 2.0 context' },
  clr: {
    url: 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    title: 'a CLR 2.0 context',
    pattern: '^https://purl\\.imsglobal\\.org/spec/clr/v2p0/context(-2\\.\\d\\.\\d)*\\.json$',
  },
  ob: {
    url: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    title: 'an Open Badges 3.0 context',
    pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json$',
  },
}
