import type { Palette, ShownFinding } from './interface.js'
import { counted, printable } from './printable.js'

/** Most findings that are shown. */
const maxShown = 50

/** Returns the lines that tell a person whether a document is valid: the verdict, then each finding with its place. */
export function findingLines(name: string, findings: readonly ShownFinding[], palette: Palette): string[] {
  const errors = findings.filter(({ level }) => level === 'error')
  const warnings = findings.filter(({ level }) => level === 'warning')
  const noted = warnings.length === 0 ? '' : `, with ${counted(warnings.length, 'warning')}`
  const verdict =
    errors.length === 0
      ? palette.good(`✔ ${palette.strong('valid')}${noted}`)
      : palette.bad(`✘ ${palette.strong('invalid')}: ${counted(errors.length, 'error')}${noted}`)
  const ordered = [...errors, ...warnings]
  const more = ordered.length - maxShown
  return [
    `${verdict}  ${printable(name)}`,
    ...ordered.slice(0, maxShown).map((finding) => findingLine(finding, palette)),
    ...(more > 0 ? [`  … and ${more} more; --json names them all`] : []),
  ]
}

function findingLine({ level, code, pointer, message }: ShownFinding, palette: Palette): string {
  const mark = level === 'error' ? palette.bad('✘') : palette.doubt('!')
  return `  ${mark} ${palette.strong(printable(pointer) || '(whole document)')}  ${printable(message)} ${palette.faint(`[${code}]`)}`
}
