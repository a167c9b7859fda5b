import { hash } from 'node:crypto'
import { types } from 'node:util'
import type { Platform } from './interface.js'

export const sha256Hex: Platform['sha256Hex'] = (text) => hash('sha256', text)

export const md5Hex: Platform['md5Hex'] = (text) => {
  try {
    return hash('md5', text)
  } catch (error) {
    if (error instanceof TypeError) throw error // no text
    return undefined
  }
}

export const hexFromBytes: Platform['hexFromBytes'] = (bytes) => {
  if (!types.isUint8Array(bytes)) throw new TypeError('A Uint8Array was expected')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}
