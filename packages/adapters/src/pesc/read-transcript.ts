import type { Loss, Provenance, Transcript } from '../transcript/index.js'
import type { XmlElement, XmlRecord } from '../xml/index.js'
import { dropRules, rulesOutside } from './drop-rules.js'
import { ElementSource } from './element-source.js'
import { countedElements, type ElementCounts, type PescMessage } from './interface.js'
import { readLearningRecord } from './read-learning-record.js'
import { readStudentTranscript } from './read-student.js'
import { readTestStudent } from './read-test-report.js'

/** A transcript that was read, where its values stood, and what was not read into it. */
export interface ReadTranscript {
  readonly transcript: Transcript
  /** The message that it came in. */
  readonly message: PescMessage
  /** How many elements the message holds, by name. */
  readonly counts: ElementCounts
  /** What the transcript model does not hold, in document order. */
  readonly losses: readonly Loss[]
  /** Where the values of the transcript stood: hand it to `clrFromTranscript`. */
  readonly provenance: Provenance
}

/** The element that holds one transcript, of every message. */
export const transcriptElements: Readonly<Record<string, PescMessage>> = {
  CollegeTranscript: 'CollegeTranscript',
  HighSchoolTranscript: 'HighSchoolTranscript',
  LearningRecord: 'LearningRecord',
  TestStudent: 'TestScoreReport',
}

/** Reads the records of one document, in order: the students of a report share what stands before them. */
export class TranscriptReader {
  #shared: XmlElement | undefined

  /** Reads one transcript. Throws `ERR_PESC_INCOMPLETE` when a part is missing without which it is none. */
  read({ element, outside }: XmlRecord): ReadTranscript {
    const source = new ElementSource()
    const message = transcriptElements[element.name] ?? 'CollegeTranscript'
    const transcript = this.#transcriptOf(source, message, element, outside)
    const counts = new Map(countedElements.map((name): [string, number] => [name, 0]))
    const losses = [
      ...outside.flatMap((root) => source.unread(root, rulesOutside, counts)),
      ...source.unread(element, dropRules, counts),
    ]
    return {
      transcript,
      message,
      counts: Object.fromEntries([...counts].filter(([, count]) => count > 0)),
      losses,
      provenance: source,
    }
  }

  #transcriptOf(
    source: ElementSource,
    message: PescMessage,
    element: XmlElement,
    outside: readonly XmlElement[],
  ): Transcript {
    if (message === 'LearningRecord') return readLearningRecord(source, element)
    if (message !== 'TestScoreReport') return readStudentTranscript(source, element)
    const { parent } = element
    this.#shared = [...outside, ...(this.#shared ? [this.#shared] : [])].find(
      (candidate) => candidate.name === 'TransmissionData' && candidate.parent === parent,
    )
    return readTestStudent(source, element, this.#shared)
  }
}
