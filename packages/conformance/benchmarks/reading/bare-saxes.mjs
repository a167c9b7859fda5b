// The parser that reading stands on, alone: it counts elements and characters, and keeps nothing.
import { createRequire } from 'node:module'
import { printMeasured } from './measured.mjs'

// The very copy that @testamur/adapters uses.
const { SaxesParser } = createRequire(new URL('../../../adapters/package.json', import.meta.url))('saxes')

await printMeasured(async (stream) => {
  const parser = new SaxesParser()
  let courses = 0
  let characters = 0
  parser.on('opentag', ({ name }) => {
    if (name === 'Course') courses++
  })
  parser.on('text', (text) => {
    characters += text.length
  })
  parser.on('closetag', () => {})
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }))
  parser.close()
  if (characters === 0) throw new Error('nothing was read')
  return courses
})
