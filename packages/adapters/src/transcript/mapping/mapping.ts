import type { ProfileInput } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'
import type { School, Term } from '../model/index.js'
import type { Ledger } from './ledger.js'
import type { RecordDraft } from './record-draft.js'

/** What every part of the mapper works with. */
export interface Mapping {
  readonly ledger: Ledger
  readonly draft: RecordDraft
  readonly options: ClrFromTranscriptOptions
}

/** Where and when something was learned. */
export interface Setting {
  /** The school that the transcript names for it. */
  readonly school: School | undefined
  /** Returns its profile, when it is not the issuer. Who asks carries it into the record. */
  readonly creator: () => ProfileInput | undefined
  readonly term: Term | undefined
}
