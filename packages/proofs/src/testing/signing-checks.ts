import { TestamurError } from '@testamur/documents'
import type { SignatureAlgorithm, Signer } from '../keys/interface.js'
import { verifySignature } from '../keys/signature.js'
import { type Contract, check, hashData, must, mustFail, unknownNames } from './contract.js'
import type { ContractCheck } from './interface.js'
import { secretMember } from './secrets.js'

/** Bytes of a raw signature. */
const signatureBytes: Readonly<Record<SignatureAlgorithm, number | undefined>> = {
  EdDSA: 64,
  ES256: 64,
  ES384: 96,
  RS256: undefined,
}

/** What holds for every signer of a store. */
export function signingChecks(contract: Contract): ContractCheck[] {
  const signed = async (data: Uint8Array): Promise<void> => {
    const { key, signer } = await contract.aKey(await contract.create())
    const signature = await signer.sign(data)
    must((signature as unknown) instanceof Uint8Array, 'sign must return a Uint8Array')
    const length = signatureBytes[signer.algorithm]
    must(
      length === undefined || signature.length === length,
      `a ${signer.algorithm} signature has ${length} bytes, not ${signature.length}; is it DER?`,
    )
    must(await verifySignature(data, { signature, publicKey: key }), 'the public key does not confirm the signature')
    const other = Uint8Array.of(...data, 1)
    must(!(await verifySignature(other, { signature, publicKey: key })), 'the signature also fits other data')
  }
  return [
    check('getSigner names the key and its algorithm', async () => {
      const { key, signer } = await contract.aKey(await contract.create())
      must(signer.verificationMethod === key.verificationMethod, 'the signer names another verification method')
      must(signer.algorithm === key.algorithm, `the signer says ${signer.algorithm}, the key ${key.algorithm}`)
      const { maxMessageBytes = shortestLimit } = signer
      must(Number.isSafeInteger(maxMessageBytes), `maxMessageBytes is ${maxMessageBytes}`)
      must(maxMessageBytes >= shortestLimit, 'proofs need messages of 64 bytes')
    }),
    check('sign signs 64 bytes, as a Data Integrity proof needs', () => signed(hashData())),
    check('sign signs one byte', () => signed(Uint8Array.of(7))),
    check('sign signs the longest message that the signer says it takes, or 5 MB', async () => {
      const { key, signer } = await contract.aKey(await contract.create())
      const longest = longestTried(signer)
      for (const length of signer.maxMessageBytes === longest ? [longest - 1, longest] : [longest]) {
        const data = longMessage(length)
        const good = await verifySignature(data, { signature: await signer.sign(data), publicKey: key })
        must(good, `the public key does not confirm a signature over ${data.length} bytes`)
      }
    }),
    check('sign refuses a message that is too long, or signs it whole', async () => {
      const { key, signer } = await contract.aKey(await contract.create())
      const data = longMessage(longestTried(signer) + 1)
      const signature = await (async () => signer.sign(data))().catch(mustBeCoded)
      const good = signature === undefined || (await verifySignature(data, { signature, publicKey: key }))
      must(good, `it returns a bad signature over ${data.length} bytes`)
      must(signature !== undefined || signer.maxMessageBytes !== undefined, 'it does not say its "maxMessageBytes"')
    }),
    check('sign leaves the data as it is', async () => {
      const { signer } = await contract.aKey(await contract.create())
      const data = hashData()
      await signer.sign(data)
      must(data.join() === hashData().join(), 'the data was changed')
    }),
    check('twenty signatures at once are each their own', async () => {
      const { key, signer } = await contract.aKey(await contract.create())
      const messages = Array.from({ length: 20 }, (_, index) => Uint8Array.of(index, ...hashData()))
      const signatures = await Promise.all(messages.map((message) => signer.sign(message)))
      for (const [index, message] of messages.entries()) {
        const signature = signatures[index] ?? new Uint8Array()
        const good = await verifySignature(message, { signature, publicKey: key })
        must(good, `signature ${index} is not over message ${index}`)
      }
    }),
    check('getSigner refuses an unknown key with ERR_KEY_NOT_FOUND', async () => {
      const store = await contract.create()
      const { key } = await contract.aKey(store)
      for (const name of unknownNames(key.verificationMethod)) {
        await mustFail(() => store.getSigner(name), 'ERR_KEY_NOT_FOUND', name)
      }
    }),
    check('store and signer show nothing of the key', async () => {
      const store = await contract.create()
      const { signer } = await contract.aKey(store)
      for (const [what, value] of Object.entries({ store, signer })) {
        const secret = secretMember(value)
        must(
          secret === undefined,
          `the ${what} shows a member called ${secret}; keep it in a closure or a #private field`,
        )
      }
    }),
  ]
}

/** A CLR with a thousand results as a token: what a signer may have to sign in one piece. */
const largeBytes = 5 * 1024 * 1024

/** The message of a Data Integrity proof over SHA-256 must fit. */
const shortestLimit = 64

/** A limit up to this is tried to the byte. */
const largestLimit = 32 * 1024 * 1024

/** Bytes of the longest message that a signer is given to sign. */
function longestTried({ maxMessageBytes }: Pick<Signer, 'maxMessageBytes'>): number {
  return maxMessageBytes !== undefined && maxMessageBytes <= largestLimit ? maxMessageBytes : largeBytes
}

/** A message whose end differs from any shorter one's. */
function longMessage(length: number): Uint8Array {
  return new Uint8Array(length).fill(0x41).fill(0x5a, -1)
}

/** The outcome of a message that is not signed: an error of the store's own, not one that escaped it. */
function mustBeCoded(error: unknown): undefined {
  must(TestamurError.isInstance(error), `an error without a code was thrown: ${String(error)}`)
}
