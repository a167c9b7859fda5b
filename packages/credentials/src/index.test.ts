import { expect, it } from 'vitest'
import * as credentials from './index.js'
import * as validation from './validate/index.js'

it('exports what it promises', () => {
  expect(Object.keys(credentials).sort()).toEqual([
    'CredentialsError',
    'InvalidCredentialError',
    'achievement',
    'achievementCredential',
    'achievementSubject',
    'alignment',
    'association',
    'clrCredential',
    'identityObject',
    'isAchievementCredential',
    'isClrCredential',
    'isEndorsementCredential',
    'matchesIdentity',
    'profile',
    'result',
    'resultDescription',
    'typesOf',
  ])
  expect(Object.keys(validation).sort()).toEqual(['rules', 'validate', 'validateSchema'])
})
