import { hash } from 'node:crypto'
import type { Platform } from './interface.js'

export const sha256Hex: Platform['sha256Hex'] = (text) => hash('sha256', text)

export const md5Hex: Platform['md5Hex'] = (text) => {
  try {
    return hash('md5', text)
  } catch {
    return undefined
  }
}

export const hexFromBytes: Platform['hexFromBytes'] = (bytes) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
