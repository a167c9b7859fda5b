export {
  applyEntry,
  type Correction,
  type Entry,
  entryGenre,
  entryName,
  isCredentialPlace,
  ownerOf,
  parseEntry,
  serializeEntry,
} from './entry.js'
export { type Facts, factsOf, pathsOf, transcriptFromFacts } from './facts.js'
export { requireTranscript } from './require-transcript.js'
