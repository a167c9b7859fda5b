import type { Problem } from '@testamur/documents'
import { problem, type VerificationProblemCode } from '../problems.js'

/** Unwinds a reader with the problem that it found; never leaves this room. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(code: VerificationProblemCode, detail: string) {
    super(detail)
    this.problem = problem(code, '', detail)
  }
}

/** The image holds more than one credential, so that readers might see different ones. */
export function bakedTwice(detail: string): Refusal {
  return new Refusal('baked-twice', `${detail} Readers could see different ones, so none is read.`)
}

/** The image is a good one, with nothing in it for us. */
export function nothingInside(): Refusal {
  return new Refusal(
    'no-credential-inside',
    'No credential is baked into the image. Some programs remove it when they save, resize or send an image: ask for the file as it was issued.',
  )
}
