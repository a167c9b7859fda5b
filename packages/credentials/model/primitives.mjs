// Primitive and derived types: what JSON value they are, how that is written in JSON Schema and in TypeScript, and
// what a message says was expected. `text` marks the types whose value may also be an object of strings by language.
// `atRunTime` names the type that is checked the same way.

const text = (expected, keywords = {}) => ({
  typescript: 'string',
  text: true,
  schema: { type: 'string', ...keywords },
  expected,
})

/** Marks a value of one's own in an extensible enumeration. Not anchored, like the official expression. */
export const extensionTerm = 'ext:[A-Za-z0-9._|]'

export const primitives = {
  String: text('a string'),
  Markdown: { ...text('a string'), atRunTime: 'String' },
  URI: text('a URI'),
  URL: text('a URL'),
  IRI: { ...text('a string'), atRunTime: 'String' },
  Identifier: { ...text('a string'), atRunTime: 'String' },
  IdentityHash: text('a string'),
  EmailAddress: text('an e-mail address'),
  PhoneNumber: text('a telephone number'),
  CountryCode: text('a two-letter country code'),
  LanguageCode: text('a language tag such as `en` or `en-US`', {
    pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$',
  }),
  CompactJws: text('a compact JWS: three base64url parts joined by dots', {
    pattern: '^[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]*\\.[a-zA-Z0-9_-]+$',
  }),
  Boolean: { typescript: 'boolean', schema: { type: 'boolean' }, expected: '`true` or `false`' },
  Float: { typescript: 'number', schema: { type: 'number' }, expected: 'a number' },
  Date: { typescript: 'string', schema: { type: 'string', format: 'date' }, expected: 'a date such as `2026-05-31`' },
  DateTime: {
    typescript: 'string',
    schema: { type: 'string', format: 'date-time' },
    expected: 'a date and time with its time zone, such as `2026-05-31T09:00:00Z`',
  },
  DateTimeZ: {
    atRunTime: 'DateTime',
    typescript: 'string',
    schema: { type: 'string', format: 'date-time' },
    expected: 'a date and time with its time zone, such as `2026-05-31T09:00:00Z`',
  },
}
