import { caseAlign } from './case-align.js'
import { caseFetch } from './case-fetch.js'
import { caseShow } from './case-show.js'
import type { DefineCommand } from './interface.js'

/** `testamur case …` */
export const caseCommands: DefineCommand = (parent, io, exit) => {
  const cases = parent
    .command('case')
    .description('Look at competency frameworks in CASE, and at what aligns with them.')
  caseFetch(cases, io, exit)
  caseShow(cases, io, exit)
  caseAlign(cases, io, exit)
}
