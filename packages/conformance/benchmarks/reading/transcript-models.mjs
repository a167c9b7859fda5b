// Every transcript of a batch as a transcript model, with its losses.
import { streamTranscriptsFromPesc } from '@testamur/adapters/pesc'
import { printMeasured } from './measured.mjs'

await printMeasured(async (stream) => {
  let courses = 0
  for await (const { counts } of streamTranscriptsFromPesc(stream)) courses += counts.Course ?? 0
  return courses
})
