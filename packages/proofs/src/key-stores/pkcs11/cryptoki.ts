/** An attribute of an object on a token (PKCS#11 2.40 §4.1). */
export interface Pkcs11Attribute {
  type: number
  value?: number | boolean | string | Buffer
}

/**
 * The part of a loaded PKCS#11 module that key stores call. An instance of `PKCS11` of the package pkcs11js has it;
 * the names are those of the specification. Slots, sessions and objects are handles that only the module understands.
 */
export interface Pkcs11 {
  C_Initialize(options?: { flags?: number }): void
  C_Finalize(): void
  C_GetSlotList(tokenPresent?: boolean): Buffer[]
  C_GetTokenInfo(slot: Buffer): { readonly label: string; readonly flags: number }
  C_OpenSession(slot: Buffer, flags: number): Buffer
  C_CloseSession(session: Buffer): void
  C_GetSessionInfo(session: Buffer): { readonly state: number }
  C_Login(session: Buffer, userType: number, pin?: string): void
  C_FindObjectsInit(session: Buffer, template: Pkcs11Attribute[]): void
  C_FindObjects(session: Buffer, maxObjectCount: number): Buffer[]
  C_FindObjectsFinal(session: Buffer): void
  C_GetAttributeValue(session: Buffer, object: Buffer, template: { type: number }[]): { type: number; value: Buffer }[]
  C_SetAttributeValue(session: Buffer, object: Buffer, template: { type: number; value: string }[]): void
  C_CreateObject(session: Buffer, template: Pkcs11Attribute[]): Buffer
  C_DestroyObject(session: Buffer, object: Buffer): void
  C_SignInit(session: Buffer, mechanism: { mechanism: number }, key: Buffer): void
  C_SignAsync(session: Buffer, data: Buffer, signature: Buffer): Promise<Buffer>
  C_GenerateKeyPairAsync(
    session: Buffer,
    mechanism: { mechanism: number },
    publicTemplate: Pkcs11Attribute[],
    privateTemplate: Pkcs11Attribute[],
  ): Promise<{ publicKey: Buffer; privateKey: Buffer }>
}

// Numbers of the specification (PKCS#11 3.0, header pkcs11t.h). pkcs11js lacks those of Edwards curves.
export const CKF_OS_LOCKING_OK = 0x2
export const CKF_RW_SESSION = 0x2
export const CKF_SERIAL_SESSION = 0x4
export const CKF_TOKEN_INITIALIZED = 0x400

export const CKU_USER = 1
export const CKU_CONTEXT_SPECIFIC = 2

/** States of a session in which private keys can be used: read-only and read-write, logged in as user. */
export const userStates: ReadonlySet<number> = new Set([1, 3])

export const CKO_DATA = 0
export const CKO_PUBLIC_KEY = 2
export const CKO_PRIVATE_KEY = 3

export const CKK_EC = 0x3
export const CKK_EC_EDWARDS = 0x40

export const CKA_CLASS = 0x0
export const CKA_TOKEN = 0x1
export const CKA_PRIVATE = 0x2
export const CKA_LABEL = 0x3
export const CKA_KEY_TYPE = 0x100
export const CKA_ID = 0x102
export const CKA_SENSITIVE = 0x103
export const CKA_SIGN = 0x108
export const CKA_VERIFY = 0x10a
export const CKA_EXTRACTABLE = 0x162
export const CKA_EC_PARAMS = 0x180
export const CKA_EC_POINT = 0x181
export const CKA_ALWAYS_AUTHENTICATE = 0x202

export const CKM_EC_KEY_PAIR_GEN = 0x1040
export const CKM_ECDSA = 0x1041
export const CKM_EC_EDWARDS_KEY_PAIR_GEN = 0x1055
export const CKM_EDDSA = 0x1057
