import type { Problem } from '@testamur/documents'

/** Images that credentials are baked into. */
export type BakedMediaType = 'image/png' | 'image/svg+xml'

/** By which specification a credential was baked: its keyword in a PNG, its namespace in an SVG. */
export type BakedFormat = 'open-badges-2' | 'open-badges-3' | 'clr-2'

/** Bounds that {@link unbake} keeps. */
export interface UnbakeLimits {
  /** Largest image in bytes, and largest text of a credential inside it. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /**
   * Largest SVG in bytes, if `maxBytes` does not forbid it. Default 4 MiB: a hostile SVG can take forty times its size in
   * memory.
   */
  readonly maxSvgBytes?: number | undefined
  /** Most chunks of a PNG. Default 65,536. */
  readonly maxChunks?: number | undefined
  /** Deepest nesting of elements in an SVG. Default 128. */
  readonly maxElementDepth?: number | undefined
}

/** All limits, filled in. */
export type FullUnbakeLimits = { readonly [K in keyof UnbakeLimits]-?: number }

/** What was baked into an image: the text of a credential, not yet looked at. */
export interface BakedCredential {
  readonly format: BakedFormat
  /** JSON, a compact JWS or, for Open Badges 2 only, perhaps the URL of the assertion; without white space around it. */
  readonly content: string
}

/** The credential in an image, or why there is none. */
export type UnbakeResult =
  | ({ readonly ok: true; readonly mediaType: BakedMediaType } & BakedCredential)
  | { readonly ok: false; readonly problem: Problem }
