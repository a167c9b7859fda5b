import { type JsonValue, type Problem, valueAtPointer } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import {
  type Check,
  type InnerVerificationReport,
  type VerificationOutcome,
  type VerificationReport,
  vouchedAchievements,
} from 'testamur'
import { credentialLabel, issuerLabel } from './credential-label.js'
import type { Branch, Palette, VerifiedSubject } from './interface.js'
import { counted, printable, printableName, thousands } from './printable.js'

/** Most inner credentials that are shown whole; the rest is counted. */
const maxShown = 20

/**
 * Returns a report as a tree: what the document is worth, its checks, and inside it first what is wrong, each whole
 * with its place and cause; then, counted by kind, what is undetermined for the same reason as the document, and what
 * is verified.
 */
export function verificationTree(report: VerificationReport, subject: VerifiedSubject, palette: Palette): Branch {
  const tree = new VerificationTree(subject.document, palette)
  return {
    text: tree.mark(report.outcome, `${palette.strong(report.outcome)}  ${printableName(subject.name)}`),
    children: [...tree.credential(report, ''), ...tree.vouchers(report), ...tree.warnings(report.warnings)],
  }
}

class VerificationTree {
  private readonly document: JsonValue | undefined
  private readonly palette: Palette
  private outerIssuer: string | undefined

  constructor(document: JsonValue | undefined, palette: Palette) {
    this.document = document
    this.palette = palette
  }

  mark(outcome: VerificationOutcome, text: string): string {
    if (outcome === 'verified') return this.palette.good(`✔ ${text}`)
    return outcome === 'rejected' ? this.palette.bad(`✘ ${text}`) : this.palette.doubt(`? ${text}`)
  }

  credential(report: VerificationReport, pointer: string): Branch[] {
    const content = this.contentOf(report, pointer)
    const about = pointer === '' && content !== undefined ? [{ text: labelOf(content) }] : []
    // Inside a record, only another issuer than the record's is worth a line.
    const issuer = issuerLabel(content)
    const isTold = content === undefined || (pointer !== '' && issuer === this.outerIssuer)
    if (pointer === '') this.outerIssuer = issuer
    const verified = report.credentials.filter((inner) => inner.verified)
    const alike = report.credentials.filter((inner) => isUndeterminedLike(inner, report))
    const others = report.credentials.filter((inner) => !inner.verified && !isUndeterminedLike(inner, report))
    return [
      ...about,
      ...(isTold ? [] : [{ text: isPresentation(content) ? `holder: ${issuer}` : `issuer: ${issuer}` }]),
      ...this.checks(report),
      ...others.slice(0, maxShown).map((inner) => this.inner(inner)),
      ...this.more(others.length - maxShown, 'credential that is not verified', 'credentials that are not verified'),
      ...this.countedByKind(alike, 'undetermined', ', for the same reason'),
      ...this.countedByKind(verified, 'verified'),
    ]
  }

  /** What the proof covers where one is good; else what stands there, which may be what was tampered with. */
  private contentOf(report: VerificationReport, pointer: string): JsonValue | undefined {
    return (report.credential as JsonValue | undefined) ?? valueAtPointer(this.document, pointer)
  }

  private inner(report: InnerVerificationReport): Branch {
    const place = { text: this.palette.faint(`at ${printableName(report.pointer)}`) }
    return {
      text: this.mark(
        report.outcome,
        `${this.palette.strong(report.outcome)}  ${labelOf(this.contentOf(report, report.pointer))}`,
      ),
      children: [place, ...this.credential(report, report.pointer)],
    }
  }

  private checks(report: VerificationReport): Branch[] {
    const unsettled = report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')
    const notReached = unsettled.filter(({ problem }) => problem === undefined)
    const told = unsettled.flatMap(({ problem }) => problem ?? [])
    const inside = report.credentials.flatMap(({ errors }) => errors)
    const untold = new Set(report.errors).size - new Set([...told, ...inside]).size
    return [
      ...this.checkNames(report.checks, 'passed', (names) => `${this.palette.good('✔')} passed: ${names}`),
      ...this.checkNames(report.checks, 'not-applicable', (names) => this.palette.faint(`– not applicable: ${names}`)),
      ...unsettled.flatMap((check) => this.check(check)),
      ...this.more(untold, 'error'),
      ...this.checkNames(notReached, 'undetermined', (names) => this.palette.doubt(`? not checked: ${names}`)),
    ]
  }

  private checkNames(checks: readonly Check[], wanted: Check['outcome'], line: (names: string) => string): Branch[] {
    const names = checks.flatMap(({ id, outcome }) => (outcome === wanted ? [id] : []))
    return names.length === 0 ? [] : [{ text: line(names.join(', ')) }]
  }

  private check({ id, outcome, problem }: Check): Branch[] {
    if (problem === undefined) return []
    const text = this.mark(outcome === 'failed' ? 'rejected' : 'undetermined', `${id}: ${problem.title}`)
    return [this.problem(text, problem)]
  }

  private problem(text: string, { detail, pointer, code }: Problem): Branch {
    const place = this.palette.faint(`at ${printableName(pointer) || '(whole document)'}  [${code}]`)
    return { text, children: [{ text: printable(detail) }, { text: place }] }
  }

  /** One credential of a kind by its name, several by their number. */
  private countedByKind(
    reports: readonly InnerVerificationReport[],
    outcome: VerificationOutcome,
    remark: string = '',
  ): Branch[] {
    const groups = new Map<string, (JsonValue | undefined)[]>()
    for (const report of reports) {
      const content = this.contentOf(report, report.pointer)
      const { kind } = credentialLabel(content)
      const group = groups.get(kind)
      if (group === undefined) groups.set(kind, [content])
      else group.push(content)
    }
    return Array.from(groups, ([kind, contents]) => {
      const what = contents.length === 1 ? labelOf(contents[0]) : `${thousands(contents.length)} × ${kind}`
      return { text: this.mark(outcome, `${this.palette.strong(outcome)}  ${what}${remark}`) }
    })
  }

  /** Who vouches for how many achievements; only where several credentials do. */
  vouchers(report: VerificationReport): Branch[] {
    if (report.credentials.length === 0) return []
    const groups = new Map<string, { count: number; outcome: VerificationOutcome; text: string }>()
    for (const { issuer, outcome, claim } of vouchedAchievements(report)) {
      const who = printableName(issuer.name === undefined ? (issuer.id ?? 'nobody') : `${issuer.name} (${issuer.id})`)
      const text = `${who} ${claim === 'awarded' ? 'awards' : 'lists'}`
      const group = groups.get(text + outcome) ?? { count: 0, outcome, text }
      groups.set(text + outcome, { ...group, count: group.count + 1 })
    }
    const lines = Array.from(groups.values(), ({ count, outcome, text }) => ({
      text: this.mark(outcome, `${text} ${counted(count, 'achievement')}`),
    }))
    return lines.length === 0 ? [] : [{ text: 'who vouches for what:', children: lines.slice(0, maxShown) }]
  }

  /** One line for each kind of warning, with how many there are and where the first one is. */
  warnings(warnings: readonly Problem[]): Branch[] {
    return [...new Set(warnings.map(({ code }) => code))].flatMap((code) => {
      const [first, ...others] = warnings.filter((warning) => warning.code === code)
      if (first === undefined) return []
      const times = others.length === 0 ? '' : ` (${others.length + 1} times, the first:)`
      return [this.problem(this.palette.doubt(`! warning: ${first.title}${times}`), first)]
    })
  }

  private more(count: number, noun: string, plural?: string): Branch[] {
    return count > 0
      ? [{ text: `… and ${counted(count, `more ${noun}`, plural && `more ${plural}`)}; --json names them all` }]
      : []
  }
}

function labelOf(content: JsonValue | undefined): string {
  const { kind, name } = credentialLabel(content)
  return name === '' ? kind : `${kind} ${name}`
}

function isPresentation(content: JsonValue | undefined): boolean {
  const type = isObject(content) ? content['type'] : undefined
  return [type].flat().includes('VerifiablePresentation')
}

/** True when all that keeps an inner credential from being verified has been told of the one that holds it. */
function isUndeterminedLike(inner: VerificationReport, holder: VerificationReport): boolean {
  const told = new Set(holder.checks.map(reasonOf))
  const isTold = (check: Check): boolean => check.outcome !== 'undetermined' || told.has(reasonOf(check))
  return (
    inner.outcome === 'undetermined' &&
    inner.checks.every(isTold) &&
    inner.credentials.every(({ verified }) => verified)
  )
}

function reasonOf({ id, outcome, problem }: Check): string {
  return JSON.stringify([id, outcome, problem?.code, problem?.detail])
}
