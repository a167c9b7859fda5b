import type { SensitiveTopic } from '../interface.js'
import { wordList } from './word-list.js'

/**
 * Health, and race or ethnicity: names of members and results that hold such facts, and phrases that tell them of a
 * person. Words that also name what is taught (`Public health`, `African American history`) are not among them.
 */
export const sensitiveTopics: readonly SensitiveTopic[] = [
  {
    kind: 'health',
    labels: wordList(`
      blood type, diagnosis, disabilities, disability, disability status, disability type, disabled, health condition,
      health status, immunization, immunizations, immunization record, immunization status, medical condition,
      medical history, vaccination, vaccinations, vaccination status
    `),
    phrases: wordList(`
      diagnosed with, disability accommodation, disability accommodations, learner has a disability,
      student has a disability, learner is disabled, student is disabled, her disability, his disability,
      her pregnancy, is pregnant, was pregnant, was hospitalized, is diabetic, has adhd, has autism, has dyslexia,
      has epilepsy, is autistic, is dyslexic, is hiv positive, individualized education program, 504 plan,
      immunization record, vaccination status, medical leave, medical withdrawal, for health reasons,
      for medical reasons
    `),
  },
  {
    kind: 'race or ethnicity',
    labels: wordList(`
      ethnic background, ethnic group, ethnic origin, ethnicity, race, race and ethnicity, race ethnicity,
      race or ethnicity, racial background, racial group
    `),
    // What statistics in the United States have students choose from, and what is said of a person.
    phrases: wordList(`
      american indian or alaska native, black or african american, hispanic or latino, two or more races,
      native hawaiian or other pacific islander, native hawaiian or pacific islander, is african american,
      is african-american, is asian american, is caucasian, is hispanic, is latina, is latino, is latinx,
      is native american, is of asian descent, is of hispanic origin
    `),
  },
]
