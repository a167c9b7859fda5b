import type { LintSettings } from '../interface.js'
import { sensitiveTopics } from './sensitive-topics.js'
import { wordList } from './word-list.js'

/** What rules go by where a profile says nothing else. */
export const defaultSettings: LintSettings = {
  minimumCriteriaLength: 40,
  boilerplate: wordList(`
    n/a, na, none, nil, null, tbd, tba, tbc, todo, to do, to be determined, to be announced, not applicable,
    not available, unknown, test, example, sample, placeholder, untitled, xxx, lorem ipsum, name, title, description,
    criteria, narrative, achievement, badge, course, see website, see web site, see catalog, see catalogue, see above,
    see description, same as above
  `),
  achievementTypeLabels: {},
  assessmentWords: wordList(`
    apprais, assess, assign, attend, audit, build, built, capstone, complet, defend, defens, demonstrat, design,
    dissertation, essay, evaluat, exam, exercise, exhibit, experiment, grade, homework, interview, laborator, labs,
    midterm, observ, paper, participat, pass, perform, portfolio, practic, present, problem, produc, project, proof,
    prove, question, quiz, recital, reflect, report, review, rubric, score, serv, show, simulat, solv, submi, task,
    test, theses, thesis, train, volunteer, work, write, written, wrote
  `),
  microcredentialTypes: ['Badge', 'MicroCredential'],
  shownBy: undefined,
  institutionIdentifiers: wordList(`
    opeid, ipeds, unitid, fice, ceeb, atp, ceebact, act, nces, ccd, pss, nchelpid, ctid, ror, isni, grid, lei, duns,
    psis, csis, usis, esis, apas, ukprn, pic, erasmus, schac, deqar, wikidata
  `),
  creditUnits: wordList(`
    semester, quarter, trimester, ects, carnegie, clock hour, clock hours, contact hour, contact hours, ceu, ceus,
    continuing education unit, continuing education units, unit, units
  `),
  programTypes: [
    'ApprenticeshipCertificate',
    'AssociateDegree',
    'BachelorDegree',
    'Certificate',
    'Certification',
    'Degree',
    'Diploma',
    'DoctoralDegree',
    'GeneralEducationDevelopment',
    'LearningProgram',
    'MasterDegree',
    'MicroCredential',
    'ProfessionalDoctorate',
    'ResearchDoctorate',
    'SecondarySchoolDiploma',
  ],
  hashedIdentity: true,
  sensitiveTopics,
  levelFrameworks: wordList(`
    eqf, european qualifications framework, nqf, national qualifications framework, dqp, degree qualifications profile,
    qf-ehea, isced, qualifications framework
  `),
  inProgressGrades: wordList('ip, cip, inp, in progress, in-progress, current, enrolled'),
  practices: [],
}
