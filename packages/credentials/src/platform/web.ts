import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Platform } from './interface.js'

export const sha256Hex: Platform['sha256Hex'] = (text) => bytesToHex(sha256(utf8ToBytes(text)))

export const md5Hex: Platform['md5Hex'] = (text) => bytesToHex(md5(utf8ToBytes(text)))

export const hexFromBytes: Platform['hexFromBytes'] = bytesToHex
