/** Thrown by a transport that refuses an address. */
export class RefusedAddress extends Error {}
