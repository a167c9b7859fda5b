import { expect, it } from 'vitest'
import { commands } from './commands/index.js'
import type { Io } from './io/index.js'
import { program } from './program.js'

const namesFor = async (word: string | undefined): Promise<readonly string[]> => {
  const { commands } = await program(word, {} as Io, { exit: () => undefined, help: () => undefined })
  return commands.map((command) => command.name())
}

it.each(Object.keys(commands))('has nothing but %s where that is called', async (word) => {
  expect(await namesFor(word)).toEqual([word])
})

it.each([undefined, 'verfy', '--help', 'toString'])('has all commands for %s', async (word) => {
  expect(await namesFor(word)).toEqual(Object.keys(commands))
})
