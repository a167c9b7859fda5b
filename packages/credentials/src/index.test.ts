import { expect, it } from 'vitest'
import * as credentials from './index.js'
import * as validation from './validate/index.js'

it('exports what it promises', () => {
  expect(Object.keys(credentials).sort()).toEqual([
    'CredentialsError',
    'InvalidCredentialError',
    'achievement',
    'achievementCredential',
    'achievementHierarchy',
    'achievementSubject',
    'alignment',
    'association',
    'caseAlignment',
    'ceasnAlignment',
    'clrCredential',
    'ctdlAlignment',
    'endorsementCredential',
    'evidence',
    'identityObject',
    'image',
    'isAchievementCredential',
    'isClrCredential',
    'isEndorsementCredential',
    'matchesIdentity',
    'profile',
    'result',
    'resultDescription',
    'rsdAlignment',
    'rubricCriterionLevel',
    'typesOf',
  ])
  expect(Object.keys(validation).sort()).toEqual(['rules', 'validate', 'validateSchema'])
})
