import type { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'

/** Where text goes: a stream of the process, or a test's list. */
export interface TextSink {
  /** True for a terminal: colours and counters are for people only. */
  readonly isTerminal: boolean
  /** Resolves when the text is handed over; rejects when it cannot be written. */
  write(text: string): Promise<void>
}

/** What commands do with files; the functions of `node:fs/promises`. */
export interface FileSystem {
  readonly mkdir: typeof mkdir
  readonly open: typeof open
  readonly readFile: typeof readFile
  readonly realpath: typeof realpath
  readonly rename: typeof rename
  readonly rm: typeof rm
  readonly stat: typeof stat
}

/** All that a command knows of the world around it. */
export interface Io {
  /** Standard input, in pieces. */
  readonly stdin: AsyncIterable<Uint8Array>
  /** Results. */
  readonly stdout: TextSink
  /** Everything said to the person: summaries, losses, errors, progress. */
  readonly stderr: TextSink
  /** Environment variables: `TESTAMUR_PASSPHRASE` and its like, `TESTAMUR_DEBUG`, `NO_COLOR`. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from. */
  readonly cwd: string
  readonly fileSystem: FileSystem
  /** Asks the person and returns the answer, which is not shown. Absent where there is no terminal to ask on. */
  readonly prompt?: ((question: string) => Promise<string>) | undefined
  /** Transport of verification. Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch | undefined
}
