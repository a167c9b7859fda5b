import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, objectsAt } from '../../validate/located.js'
import type { LintReport, LintRule, LintSettings } from '../interface.js'
import { isHttps, textAt } from '../read.js'
import { sources } from '../sources.js'

type Code = 'narrative-missing' | 'assessment-not-told' | 'criteria-page-not-https' | 'criteria-page-unreachable'

const narrativeWhy = 'A page can change or disappear; the narrative is signed and stays with the learner.'
const pageWhy = 'A reader who wants to know more is sent to this page.'

/** Q03: the narrative of the criteria says what was assessed, and the page they name can be opened. */
export const criteriaNarrative: LintRule<Code> = {
  id: 'Q03',
  title: 'Criteria say what was assessed',
  why: 'Employers and registrars decide by what the learner had to show, not by what the course was about.',
  source: sources.recommendedPractices,
  level: 'warning',
  codes: {
    'narrative-missing': { why: narrativeWhy },
    'assessment-not-told': {},
    'criteria-page-not-https': { why: pageWhy, source: sources.criteria },
    'criteria-page-unreachable': { why: pageWhy, source: sources.criteria },
  },
  check: ({ achievements, settings }, report) => {
    for (const achievement of achievements) {
      const language = textAt(achievement, 'inLanguage')
      for (const criteria of objectsAt(achievement, 'criteria')) {
        checkNarrative(criteria, language, settings, report)
        const page = textAt(criteria, 'id')
        if (page === '' || isHttps(page)) continue
        const message =
          'The `id` of the criteria cannot be opened safely: write the `https:` address of a page about them.'
        report('criteria-page-not-https', childPointer(criteria.pointer, 'id'), message)
      }
    }
  },
  links: ({ achievements }, link) => {
    for (const achievement of achievements) {
      for (const criteria of objectsAt(achievement, 'criteria')) {
        const message = 'The page of the criteria does not open: name one that does, or leave `id` out.'
        const place = childPointer(criteria.pointer, 'id')
        link(textAt(criteria, 'id'), 'criteria-page-unreachable', place, message)
      }
    }
  },
}

function checkNarrative(
  criteria: Located,
  language: string,
  { assessmentWords }: LintSettings,
  report: LintReport<Code>,
): void {
  const narrative = textAt(criteria, 'narrative')
  if (narrative === '' && hasMember(criteria, 'id')) {
    const message = 'The criteria only name a page: say in `narrative` what was assessed.'
    report('narrative-missing', criteria.pointer, message)
  }
  if (!isEnglish(narrative, language)) return
  const words = narrative.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.some((word) => assessmentWords.some((start) => word.startsWith(start)))) return
  const message = 'The narrative does not say what was assessed: name the examination, project or performance.'
  report('assessment-not-told', childPointer(criteria.pointer, 'narrative'), message)
}

/** Only English is understood, so a text that may be in another language is left alone. */
const isEnglish = (text: string, language: string): boolean =>
  text !== '' && (language === '' ? /\b(?:the|of|and|with)\b/i.test(text) : /^en(?:-|$)/i.test(language))
