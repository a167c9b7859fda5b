/**
 * Returns a language tag (BCP 47) in the letters that the schema wants: `en-US` for `EN-us`, `he` for the old `iw`. What
 * is no language tag stays as it is, for others to refuse.
 */
export function languageTag(value: unknown): unknown {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value)[0] : value
  } catch {
    return value
  }
}
