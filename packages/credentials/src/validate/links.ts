import { childPointer } from '@testamur/documents/json'
import type { FindingCode, Located, Report, ReportDetails } from './interface.js'
import { memberOf } from './located.js'

/** Returns the ids of objects. */
export const idsOf = (objects: readonly Located[]): ReadonlySet<unknown> =>
  new Set(objects.map(({ value }) => memberOf(value, 'id')).filter((id) => typeof id === 'string'))

/**
 * Returns a check of members that refer to something by its id: it reports those that hold none of `ids`. `what` says
 * what has these ids. Anything but a string is for the schema to refuse.
 */
export const linkCheck =
  (report: Report, code: FindingCode, ids: Pick<ReadonlySet<unknown>, 'has'>, what: string, details?: ReportDetails) =>
  ({ value, pointer }: Located, member: string): void => {
    const id = memberOf(value, member)
    if (typeof id === 'string' && !ids.has(id))
      report(code, childPointer(pointer, member), `\`${member}\` must be the \`id\` of ${what}.`, details)
  }
