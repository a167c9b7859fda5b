/**
 * Thrown inside this room for what the fast path does not read, or not as the reference does; turned into a result where
 * the room is left. It is no error: the document may be right, and the reference tells.
 */
export class Declined {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}
