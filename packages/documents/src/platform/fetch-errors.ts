/** Thrown by a fetch that does not go where it was sent; the message completes the sentence "<address>: …". */
export class RefusedAddress extends Error {}

/** Thrown by a fetch that got an answer it does not take; the message completes the sentence "<address> …". */
export class RefusedAnswer extends Error {}
