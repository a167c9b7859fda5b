// The guide names every profile, rule, code, level and setting there is, and none that there is not.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintProfiles, lintRules } from './index.js'

const page = readFileSync(path.join(import.meta.dirname, '../../../../docs/guides/lint.md'), 'utf8')

/** The rows of the tables of a section, each as its cells, code marks taken off. */
function rowsOf(heading: string): string[][] {
  const [, after = ''] = page.split(`\n## ${heading}\n`)
  const section = after.split('\n## ')[0] ?? ''
  const rows = [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split(' | '))
  return rows.map((cells) => cells.map((cell) => cell.replace(/^`([^`]*)`$/, '$1')))
}

describe('the guide to lint', () => {
  it('has a row for each profile', () => {
    expect(rowsOf('Profiles').map(([name]) => name)).toEqual(Object.keys(lintProfiles))
  })

  it('has a row for each rule, with its level in each profile', () => {
    const letters = { error: 'E', warning: 'W', info: 'I', off: '–' }
    const rows = rowsOf('Rules').map(([id, , ...levels]) => [id, ...levels])
    const expected = lintRules.map((rule) => [
      rule.id,
      ...Object.values(lintProfiles).map(({ rules, levels }) =>
        rules.includes(rule) ? letters[levels[rule.id] ?? rule.level] : '–',
      ),
    ])
    expect(rows).toEqual(expected)
  })

  it('has a row for each code, with its rule and level', () => {
    const rows = rowsOf('Codes').map(([code, rule, level]) => [code, rule, level])
    const expected = lintRules.flatMap(({ id, level, codes }) =>
      Object.entries(codes).map(([code, reason]) => [code, id, reason.level ?? level]),
    )
    expect(rows.filter(([, rule]) => rule !== 'document')).toEqual(expected)
  })

  it('names the codes whose level a profile changes apart from their rule', () => {
    const changed = Object.values(lintProfiles).flatMap(({ levels }) =>
      Object.keys(levels).filter((name) => !/^Q\d\d$/.test(name)),
    )
    const [, note = ''] = /\nSingle codes differ: ([\s\S]*?)\n\n/.exec(page) ?? []
    expect(new Set([...note.matchAll(/`([a-z-]+-[a-z-]+)`/g)].map(([, code]) => code))).toEqual(new Set(changed))
  })

  it('has a row for each setting', () => {
    const rows = rowsOf('Your own list of practices').map(([setting]) => setting)
    expect(rows).toEqual(Object.keys(lintProfiles.general.settings))
  })
})
