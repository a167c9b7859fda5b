import type { Palette, ShownFinding, Verdict } from './interface.js'
import { counted, printable, printableName } from './printable.js'

/** Most findings that are shown. */
const maxShown = 50

const order = ['error', 'warning', 'info'] as const

/** Returns the lines that tell a person what was found in a document: the verdict, then each finding with its place. */
export function findingLines(
  name: string,
  findings: readonly ShownFinding[],
  verdict: Verdict,
  palette: Palette,
): string[] {
  const ordered = order.flatMap((level) => findings.filter((finding) => finding.level === level))
  const more = ordered.length - maxShown
  const told = new Set<string>()
  return [
    `${verdictText(findings, verdict, palette)}  ${printableName(name)}`,
    ...ordered.slice(0, maxShown).flatMap((finding) => linesOf(finding, told, palette)),
    ...(more > 0 ? [`  … and ${more} more; --json names them all`] : []),
  ]
}

function verdictText(findings: readonly ShownFinding[], { good, bad }: Verdict, palette: Palette): string {
  const numberOf = (level: ShownFinding['level']): number => findings.filter((each) => each.level === level).length
  const [errors, warnings, ideas] = [numberOf('error'), numberOf('warning'), numberOf('info')]
  const notes = [
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
    ...(ideas === 0 ? [] : [counted(ideas, 'idea')]),
  ]
  const noted = notes.length === 0 ? '' : `, with ${notes.join(' and ')}`
  return errors === 0
    ? palette.good(`✔ ${palette.strong(good)}${noted}`)
    : palette.bad(`✘ ${palette.strong(bad)}: ${counted(errors, 'error')}${noted}`)
}

/** A finding, what to write instead, and why it matters: the reason once, where it first counts. */
function linesOf(
  { level, code, pointer, message, hint, why, source }: ShownFinding,
  told: Set<string>,
  palette: Palette,
) {
  const mark = { error: palette.bad('✘'), warning: palette.doubt('!'), info: palette.faint('·') }[level]
  const place = palette.strong(printableName(pointer) || '(whole document)')
  const isNews = why !== undefined && !told.has(why)
  if (isNews) told.add(why)
  return [
    `  ${mark} ${place}  ${printable(message)} ${palette.faint(`[${code}]`)}`,
    ...(hint === undefined ? [] : [`      ${palette.good('→')} ${printable(hint)}`]),
    ...(isNews ? [palette.faint(`      why: ${printable(why)} (${printable(source ?? '')})`)] : []),
  ]
}
