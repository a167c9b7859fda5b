/** What is none of the characters of XML 1.0: most controls, halves of pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A bare carriage return would be read as a line feed.
  '\r': '&#13;',
}

/** Returns text without characters that no XML document can hold, not even as references. */
export function withoutForbidden(text: string): string {
  return text.replace(forbidden, '')
}

/** Returns text as the content of an element. It must not hold forbidden characters. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => references[character] ?? character)
}
