import type { SensitiveTopic } from '../interface.js'
import { phrasePattern } from '../read.js'

/** Tells topics that a record does without. */
export interface SensitiveFacts {
  /** Returns the topic that a name stands for: of a member, of a kind of result or of an identifier. */
  readonly topicOfLabel: (label: string) => string | undefined
  /** Returns the topic that a text about the learner tells of: in a phrase, or after a label and a colon. */
  readonly topicOfText: (text: string) => string | undefined
}

/** `Race: …`, at the beginning of a text, a line or a sentence. */
const labelled = /(?:^|[\n.;,|])\s{0,3}([\p{L}][\p{L} /]{1,38}[\p{L}])\s{0,3}[:=]/gu

/** Returns what tells these topics. */
export function sensitiveFacts(topics: readonly SensitiveTopic[]): SensitiveFacts {
  const kinds = new Map(topics.flatMap(({ kind, labels }) => labels.map((label) => [inWords(label), kind] as const)))
  const patterns = topics.map(({ kind, phrases }) => ({ kind, pattern: phrasePattern(phrases) }))
  const topicOfLabel = (label: string): string | undefined => kinds.get(inWords(label))
  return {
    topicOfLabel,
    topicOfText: (text) => {
      for (const [, label = ''] of text.matchAll(labelled)) {
        const kind = topicOfLabel(label)
        if (kind !== undefined) return kind
      }
      return patterns.find(({ pattern }) => pattern.test(text))?.kind
    },
  }
}

/** `ext:RaceEthnicity`, `race_ethnicity` and `Race/Ethnicity` are all `race ethnicity`. */
const inWords = (label: string): string =>
  label
    .replace(/^ext:/, '')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
