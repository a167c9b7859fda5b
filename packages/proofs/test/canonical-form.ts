import rdfCanonize from 'rdf-canonize'
import type { HashAlgorithm } from '../src/canonicalize/interface.js'

/** Returns what rdf-canonize makes of quads, at its default limit of work; `undefined` beyond. Used as the oracle. */
export async function canonicalForm(quads: readonly object[], hash: HashAlgorithm): Promise<string | undefined> {
  const options = { algorithm: 'RDFC-1.0', rejectURDNA2015: true, maxWorkFactor: 1, signal: null } as const
  return rdfCanonize.canonize(quads, { ...options, messageDigestAlgorithm: hash }).catch((error: Error) => {
    if (error.message.startsWith('Maximum deep iterations exceeded')) return undefined
    throw error
  })
}
