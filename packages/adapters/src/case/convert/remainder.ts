import type { Loss, LossCode } from '../../transcript/index.js'

/** Why a member of an object is lost, or that only a part of it is. */
export type Remark = readonly [code: LossCode, reason: string, disposition?: Loss['disposition']]

const noPlace: Remark = ['no-equivalent', 'The other format has no place for it']

/**
 * Returns the losses of an object: every member that is present and not used, so that none is forgotten. `remarks` say why;
 * a used one with a remark is carried in part.
 */
export function remainder(
  object: object,
  path: string,
  used: readonly string[],
  remarks: Readonly<Record<string, Remark | undefined>> = {},
): Loss[] {
  return Object.entries(object).flatMap(([member, value]: [string, unknown]): Loss[] => {
    const remark = Object.hasOwn(remarks, member) ? remarks[member] : undefined
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return []
    if (used.includes(member) && remark === undefined) return []
    const [code, reason, disposition = 'dropped'] = remark ?? (member === 'extensions' ? extension : noPlace)
    return [{ path: `${path}/${member}`, code, reason, disposition }]
  })
}

const extension: Remark = ['extension', 'A private extension of the publisher']
