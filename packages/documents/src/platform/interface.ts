/** An address of a host, as the DNS knows it. */
export interface HostAddress {
  /** IPv4 or IPv6, as text. */
  readonly address: string
  /** 4 or 6. */
  readonly family: number
}

/** Finds the addresses of a host name; `dns.promises.lookup` with `all` has this shape. */
export type LookupAddresses = (hostname: string) => Promise<readonly HostAddress[]>

/**
 * Returns what a platform fetches with: GET requests that send nothing about the user. Redirects are the caller's to
 * follow, and so are limits of time and size.
 */
export type PlatformFetch = (options: { readonly allowPrivateNetworks: boolean }) => typeof globalThis.fetch
