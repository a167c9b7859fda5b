import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember } from '../../validate/located.js'
import { isOfType } from '../awards.js'
import type { LintReport, LintRule } from '../interface.js'
import { isHttps, textAt, textsAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'alignment-missing'
  | 'alignment-name-missing'
  | 'alignment-url-not-https'
  | 'alignment-type-missing'
  | 'alignment-framework-missing'
  | 'case-identifier-missing'
  | 'ctid-missing'

/** The tag that says: there is no framework that this achievement could be aligned to. */
const noFramework = 'ext:noFramework'

const caseIdentifier = /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/i
const ctid = /(?<![0-9a-z])ce-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/i

/** Q04: a microcredential is aligned, or says that it cannot be; an alignment can be followed. */
export const alignments: LintRule<Code> = {
  id: 'Q04',
  title: 'Microcredentials are aligned, and alignments can be followed',
  why: 'Software matches skills by the node of a framework that an alignment names; words alone match nothing.',
  source: sources.alignmentAdvice,
  level: 'warning',
  codes: {
    'alignment-missing': {
      why: 'A small credential is worth what it says about skills: alignments say it in terms that others know.',
      source: sources.microcredentials,
    },
    'alignment-name-missing': { source: sources.alignment },
    'alignment-url-not-https': {},
    'alignment-type-missing': {},
    'alignment-framework-missing': {},
    'case-identifier-missing': {
      why: 'Items of a CASE framework are known by their GUID: texts and codes change from one edition to the next.',
      source: sources.caseItem,
    },
    'ctid-missing': {
      why: 'The Credential Registry finds credentials and competencies by their CTID.',
      source: sources.ctid,
    },
  },
  check: (record, report) => {
    const { achievements, settings } = record
    for (const achievement of achievements) {
      if (!isOfType(achievement, settings.microcredentialTypes) || hasMember(achievement, 'alignment')) continue
      if (textsAt(achievement, 'tag').includes(noFramework)) continue
      const message = `The microcredential or badge has no \`alignment\`: name the skills it shows, or tag it \`${noFramework}\` if no framework has them.`
      report('alignment-missing', achievement.pointer, message)
    }
    for (const alignment of record.instancesOf('Alignment')) checkAlignment(alignment, report)
  },
}

function checkAlignment(alignment: Located, report: LintReport<Code>): void {
  const { pointer } = alignment
  if (!hasMember(alignment, 'targetName')) {
    report('alignment-name-missing', pointer, 'The alignment has no `targetName`: write what the node is called.')
  }
  if (!isHttps(textAt(alignment, 'targetUrl'))) {
    const place = hasMember(alignment, 'targetUrl') ? childPointer(pointer, 'targetUrl') : pointer
    const message = 'The alignment has no `https:` address as `targetUrl`: write the lasting address of the node.'
    report('alignment-url-not-https', place, message)
  }
  if (!hasMember(alignment, 'targetType')) {
    const message = 'The alignment has no `targetType`: write `CFItem`, `ceasn:Competency` or whatever the node is.'
    report('alignment-type-missing', pointer, message)
  }
  if (!hasMember(alignment, 'targetFramework')) {
    const message = 'The alignment has no `targetFramework`: write what the framework is called.'
    report('alignment-framework-missing', pointer, message)
  }
  checkIdentifier(alignment, report)
}

function checkIdentifier(alignment: Located, report: LintReport<Code>): void {
  const type = textAt(alignment, 'targetType')
  const names = (pattern: RegExp): boolean =>
    ['targetCode', 'targetUrl'].some((member) => pattern.test(textAt(alignment, member)))
  if (type.startsWith('CF') && !names(caseIdentifier)) {
    const message = 'The node is of CASE: write its GUID as `targetCode`, or its address with the GUID as `targetUrl`.'
    report('case-identifier-missing', alignment.pointer, message)
  }
  if (/^(?:ceterms:|ceasn:|CTDL$)/.test(type) && !names(ctid)) {
    const message =
      'The node is of CTDL: write its CTID (`ce-` and a UUID) as `targetCode`, or its address with the CTID as `targetUrl`.'
    report('ctid-missing', alignment.pointer, message)
  }
}
