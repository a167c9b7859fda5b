import { expect, test, vi } from 'vitest'
import type { Io } from '../io/index.js'
import { progressLine } from './progress.js'

/** What a counter that is told of the time in milliseconds shows. */
async function shown(isTerminal: boolean, times: readonly number[]): Promise<string[]> {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  const written: string[] = []
  const stderr = {
    isTerminal,
    write: async (text: string) => void written.push(text.replace('\r\u001B[2K', '<clear>')),
  }
  const progress = progressLine({ stderr } as unknown as Io)
  for (const time of times) {
    now.mockReturnValue(time)
    progress.show(String(time))
  }
  await progress.end()
  return written
}

test('a counter is shown ten times a second at most, and cleared', async () => {
  expect(await shown(true, [0, 99, 100, 150, 199, 200, 1000])).toEqual([
    '<clear>100',
    '<clear>200',
    '<clear>1000',
    '<clear>',
  ])
})

test('work that is quick, and output that is no terminal, show nothing', async () => {
  expect(await shown(true, [10, 99])).toEqual([])
  expect(await shown(false, [100, 200])).toEqual([])
})
