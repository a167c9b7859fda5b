import { alignmentFromCfItem, type CaseFramework, caseFramework } from '@testamur/adapters/case'
import type { ClrFromTranscriptOptions } from '@testamur/adapters/transcript'
import type { Alignment, AlignmentInput } from '@testamur/credentials'
import { validateSchema } from '@testamur/credentials/validate'
import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { CliError } from '../errors.js'
import { displayName, readJsonObject } from '../files/index.js'
import type { Io } from '../io/index.js'
import { isAbsoluteUri } from './options.js'
import { readFramework } from './read-framework.js'

/** What a course is aligned with, as the option `alignment` takes it. */
export type AlignmentOfCourse = NonNullable<ClrFromTranscriptOptions['alignment']>

/** The members of an Alignment: any others would have no meaning in a record without a context. */
const members: Readonly<Record<keyof Alignment, true>> = {
  type: true,
  targetCode: true,
  targetDescription: true,
  targetName: true,
  targetFramework: true,
  targetType: true,
  targetUrl: true,
}

/** Files that say what courses are aligned with. */
interface AlignmentFiles {
  /** JSON object from the key of a course to items of the framework, to alignments, or to a list of both. */
  readonly map: string
  /** CASE package with the items. */
  readonly framework: string | undefined
}

/**
 * Returns what courses are aligned with. The key of a course is its code, subject and number with a space between, else its
 * title; that of another school's course begins with the name of the school and a colon.
 *
 * @throws {CliError} what reading throws, and `ERR_FILE_CONTENT` for what is no alignment and no item of the framework; all
 * of the map is the call's fault
 */
export async function readAlignments({ map, framework: file }: AlignmentFiles, io: Io): Promise<AlignmentOfCourse> {
  const framework = file === undefined ? undefined : caseFramework((await readFramework(file, io)).package)
  const content = await readJsonObject(map, io, 'an object from courses to what they are aligned with')
  const alignments = new Map<string, readonly AlignmentInput[]>()
  for (const [key, value] of Object.entries(content)) {
    const refuse = (index: number, what: string): CliError => {
      const pointer = childPointer('', key) + (Array.isArray(value) ? `/${index}` : '')
      return new CliError('ERR_FILE_CONTENT', `at "${pointer}": ${what}`, { file: displayName(map) })
    }
    alignments.set(
      key,
      listOf(value).map((each, index) => alignmentIn(each, framework, (what) => refuse(index, what))),
    )
  }
  return (course, school) => alignments.get(keyOf(course, school))
}

function keyOf(
  { subject, number, title = '' }: Parameters<AlignmentOfCourse>[0],
  school: Parameters<AlignmentOfCourse>[1],
): string {
  const code = [subject, number].filter(Boolean).join(' ') || title
  return school === undefined ? code : `${school.names[0] ?? ''}: ${code}`
}

type Refuse = (what: string) => CliError

function alignmentIn(value: JsonValue, framework: CaseFramework | undefined, refuse: Refuse): AlignmentInput {
  if (typeof value === 'string') return alignmentWithItem(value, framework, refuse)
  if (!isObject(value)) throw refuse('an alignment was expected, or the code, identifier or URI of an item')
  const problem = faultOf({ type: ['Alignment'], ...value })
  if (problem !== undefined) throw refuse(problem.replace(/\.$/, ''))
  return value as unknown as AlignmentInput
}

function faultOf(alignment: JsonObject): string | undefined {
  const unknown = Object.keys(alignment).find((member) => !Object.hasOwn(members, member))
  if (unknown !== undefined) return `An \`Alignment\` has no member \`${unknown}\``
  const [finding] = validateSchema(alignment, 'Alignment')
  if (finding !== undefined) return finding.message
  return isAbsoluteUri(alignment['targetUrl']) ? undefined : '`targetUrl` must be an absolute URL'
}

function alignmentWithItem(name: string, framework: CaseFramework | undefined, refuse: Refuse): Alignment {
  if (framework === undefined) throw refuse('items of a framework need --framework, the file that they are in')
  const item = framework.find(name)?.item
  const [withCode, another] = item === undefined ? framework.withCode(name) : []
  if (another !== undefined) throw refuse('several items of the framework have this code: give the identifier or URI')
  const found = item ?? withCode?.item
  if (found === undefined) throw refuse('the framework has no item with this code, identifier or URI')
  try {
    return alignmentFromCfItem(found, { framework: framework.document.title }).alignment
  } catch {
    throw refuse('the item needs a GUID, a web address and a statement to be aligned with')
  }
}
