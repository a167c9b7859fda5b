/** Finds the addresses of a host name; `dns.promises.lookup` with `all` has this shape. */
export type LookupAddresses = (
  hostname: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>

/** One request without redirects, as a platform makes it. */
export type Transport = (url: URL, request: TransportRequest) => Promise<TransportResponse>

/** What a {@link Transport} is asked. */
export interface TransportRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly allowPrivateNetworks: boolean
  readonly lookup: LookupAddresses | undefined
}

/** What a {@link Transport} answers; the body is read by the guard, up to its limit. */
export interface TransportResponse {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: AsyncIterable<Uint8Array>
  /** Gives up a body that nobody reads. */
  readonly discard: () => void
}
