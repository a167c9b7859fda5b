import type { JsonValue } from '@testamur/documents'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import {
  contentOf,
  eachRecord,
  jsonFault,
  parseRecords,
  type Records,
  readBytes,
  recordName,
  writeJson,
  writeOutput,
} from '../files/index.js'
import type { Io } from '../io/index.js'
import { findingLines, paletteFor, type ShownFinding, type Verdict } from '../output/index.js'

/** What `--json` prints for a record; for an array of records, an array of these. */
export interface Judgement {
  readonly valid: boolean
  readonly findings: readonly (ShownFinding & { readonly rule: string; readonly source: string })[]
}

/** How the records of a file are judged, and in which words that is told. */
interface Judge {
  readonly judge: (record: JsonValue) => Judgement | Promise<Judgement>
  readonly verdict: Verdict
}

/** Reads a file, judges each record in it, prints what was found, and returns the exit code. */
export async function judgeRecords(
  file: string,
  { judge, verdict }: Judge,
  { json }: { readonly json?: boolean | undefined },
  io: Io,
): Promise<ExitCode> {
  const judgements = await judgementsOf(await readBytes(file, io), judge)
  if (json) await writeJson(undefined, contentOf(judgements), io)
  else {
    const lines = judgements.items.flatMap(({ findings }, index) =>
      findingLines(recordName(file, judgements, index), findings, verdict, paletteFor(io.stdout, io)),
    )
    await writeOutput(undefined, `${lines.join('\n')}\n`, io)
  }
  return judgements.items.every(({ valid }) => valid) ? exitCodes.fine : exitCodes.document
}

async function judgementsOf(bytes: Uint8Array, judge: Judge['judge']): Promise<Records<Judgement>> {
  const parsed = parseRecords(bytes)
  if (parsed.ok) return eachRecord<JsonValue, Judgement>(parsed.records, judge)
  const { code, pointer } = parsed.problem
  const finding = {
    rule: 'json',
    level: 'error',
    code,
    pointer,
    message: jsonFault(parsed.problem),
    source: 'RFC 8259',
  } as const
  return { items: [{ valid: false, findings: [finding] }], isList: false }
}
