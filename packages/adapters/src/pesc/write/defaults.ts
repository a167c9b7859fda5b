import { v4 } from 'uuid'
import type { AcademicRecord, AcademicSession, Course, Loss, Transcript } from '../../transcript/index.js'
import { isoMoment } from './checked-options.js'
import { codeLists } from './code-lists.js'
import type { PescDefault, PescVersion, PescWriteOptions } from './interface.js'
import { documentId, type MessageDocument } from './message-layout.js'
import { code, dateTime, type ValueType, yearMonth } from './value-type.js'

/** A transcript with all that PESC demands, where something can stand for what is missing. */
export interface Prepared {
  readonly transcript: Transcript & { readonly document: MessageDocument }
  readonly defaults: readonly PescDefault[]
  /** Values that were replaced, because PESC does not take them. */
  readonly losses: readonly Loss[]
}

const creditBasis = code(codeLists.CreditBasis)

/** Fills in what a College Transcript must have, and says where. */
export function withDefaults(transcript: Transcript, version: PescVersion, options: PescWriteOptions): Prepared {
  const filling = new Filling(version, options)
  const records = transcript.records.map((record, index) => filling.record(record, `/records[${index + 1}]`))
  const document = filling.document(transcript.document)
  const { defaults, losses } = filling
  return { transcript: { ...transcript, document, records }, defaults, losses }
}

class Filling {
  readonly defaults: PescDefault[] = []
  readonly losses: Loss[] = []
  readonly #version: PescVersion
  readonly #options: PescWriteOptions

  constructor(version: PescVersion, options: PescWriteOptions) {
    this.#version = version
    this.#options = options
  }

  document(source: Transcript['document']): MessageDocument {
    const { now = () => new Date(), document = {} } = this.#options
    return {
      ...source,
      id: document.id ?? this.#sourceOr('id', source.id, documentId, ['DocumentID', () => this.#randomId()]),
      created:
        (document.created && isoMoment('document.created', document.created)) ??
        this.#sourceOr('created', source.created, dateTime, ['CreatedDateTime', () => isoMoment('now', now())]),
      typeCode: document.typeCode ?? this.#default('/document', 'DocumentTypeCode', 'StudentRequest'),
      transmissionType: document.transmissionType ?? this.#default('/document', 'TransmissionType', 'Original'),
      requestTrackingId: document.requestTrackingId,
    }
  }

  record(record: AcademicRecord, path: string): AcademicRecord {
    return {
      ...record,
      courses: record.courses.map((course, index) => this.#course(course, `${path}/courses[${index + 1}]`)),
      sessions: record.sessions.map((session, index) => this.#session(session, `${path}/sessions[${index + 1}]`)),
    }
  }

  /** Year and month, which a session must have, are those of its first day, or of the first day of one of its courses. */
  #session(session: AcademicSession, path: string): AcademicSession {
    const courses = session.courses.map((course, index) => this.#course(course, `${path}/courses[${index + 1}]`))
    const { term } = session
    const days = [term.beginDate, ...courses.map(({ beginDate }) => beginDate).sort()]
    const month = days.find((day) => day !== undefined)?.slice(0, 7)
    if (term.designator !== undefined || month === undefined || !this.#fits(yearMonth, month))
      return { ...session, courses }
    return {
      ...session,
      courses,
      term: { ...term, designator: this.#default(`${path}/term`, 'SessionDesignator', month) },
    }
  }

  #course(course: Course, path: string): Course {
    const { creditUnit } = this.#options
    const isKnown = course.creditBasis !== undefined && this.#fits(creditBasis, course.creditBasis)
    if (course.creditBasis !== undefined && !isKnown) this.#replaced(`${path}/creditBasis`)
    return {
      ...course,
      ...(!isKnown && {
        creditBasis: this.#default(path, 'CourseCreditBasis', this.#options.creditBasis ?? 'Regular'),
      }),
      ...(course.creditUnit === undefined &&
        creditUnit !== undefined && { creditUnit: this.#default(path, 'CourseCreditUnits', creditUnit) }),
    }
  }

  /** The source's own value, if it can be written, else a default. */
  #sourceOr(
    field: 'id' | 'created',
    source: string | undefined,
    type: ValueType,
    [element, make]: readonly [string, () => string],
  ): string {
    if (source !== undefined && this.#fits(type, source)) return source
    if (source !== undefined) this.#replaced(`/document/${field}`)
    return this.#default('/document', element, make())
  }

  #fits(type: ValueType, value: string): boolean {
    return type(value, this.#version).texts.length > 0
  }

  #default(path: string, element: string, value: string): string {
    this.defaults.push({ path, element, value })
    return value
  }

  #replaced(path: string): void {
    const reason = 'PESC does not take the value, and demands one: a default stands in its place'
    this.losses.push({ path, code: 'not-in-version', reason, disposition: 'dropped' })
  }

  /** Without hyphens: 1.6 takes no more than 35 characters. */
  #randomId(): string {
    const random = this.#options.random?.(16)
    return v4(random === undefined ? {} : { random }).replaceAll('-', '')
  }
}
