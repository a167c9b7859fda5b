// The examples of the key services, with the real client libraries against the doubles on loopback. Where a client cannot be
// sent to another address by its environment, its constructor gets what sends it there, and nothing else.
import type * as azure from '@azure/keyvault-keys'
import type * as google from '@google-cloud/kms'
import { credentials } from '@grpc/grpc-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { awsKmsDouble } from './doubles/aws-kms-double.js'
import { azureKeyVaultDouble } from './doubles/azure-key-vault-double.js'
import { googleCloudKmsDouble } from './doubles/google-cloud-kms-double.js'
import { vaultDouble } from './doubles/vault-double.js'

const redirected = vi.hoisted(() => ({ googlePort: 0, azureCertificate: '' }))

vi.mock('@google-cloud/kms', async (original) => {
  const real = await original<typeof google>()
  class KeyManagementServiceClient extends real.KeyManagementServiceClient {
    constructor() {
      super({ servicePath: '127.0.0.1', port: redirected.googlePort, sslCreds: credentials.createInsecure() })
    }
  }
  return { ...real, KeyManagementServiceClient }
})

vi.mock('@azure/keyvault-keys', async (original) => {
  const real = await original<typeof azure>()
  class KeyClient extends real.KeyClient {
    constructor(...[vaultUrl, credential, options]: ConstructorParameters<typeof real.KeyClient>) {
      const tlsOptions = { ca: redirected.azureCertificate }
      super(vaultUrl, credential, { ...options, tlsOptions, disableChallengeResourceVerification: true })
    }
  }
  return { ...real, KeyClient }
})

beforeEach(() => {
  // Google's library would look for a metadata server, and that of AWS tell the age of Node.
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none')
  vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.resetModules()
})

/** What an example prints, with these variables in its environment. */
async function printed(
  run: () => Promise<unknown>,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const lines: unknown[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
  await run()
  return lines.join('\n')
}

const aws = () => import('../../../../examples/key-store-aws-kms.js')
const googleCloud = () => import('../../../../examples/key-store-google-cloud-kms.js')
const azureVault = () => import('../../../../examples/key-store-azure-key-vault.js')
const vault = () => import('../../../../examples/key-store-vault-transit.js')

it.each([
  ['AWS KMS', aws, 'AWS_KMS_KEY_ID'],
  ['Google Cloud KMS', googleCloud, 'GOOGLE_KMS_KEY_VERSION'],
  ['Azure Key Vault', azureVault, 'AZURE_VAULT_URL'],
  ['Vault', vault, 'VAULT_ADDR'],
])('%s: the example says what it needs', async (_name, run, variable) => {
  expect(await printed(run, { [variable]: undefined as never })).toContain(variable)
})

it('AWS KMS: the example issues what verifies', async () => {
  const double = await awsKmsDouble()
  const environment = {
    AWS_KMS_KEY_ID: double.addKey('EdDSA'),
    AWS_ENDPOINT_URL: double.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
  }
  expect(await printed(aws, environment)).toBe('verified')
  await double.close()
})

it('Google Cloud KMS: the example issues what verifies', async () => {
  const double = await googleCloudKmsDouble()
  redirected.googlePort = double.port
  const environment = { GOOGLE_KMS_KEY_VERSION: double.addKey('EdDSA'), GOOGLE_CLOUD_PROJECT: 'registrar' }
  expect(await printed(googleCloud, environment)).toBe('verified')
  double.close()
})

it('Azure Key Vault: the example issues what verifies', async () => {
  const double = await azureKeyVaultDouble({ token: 'token' })
  redirected.azureCertificate = double.certificate
  const { name, version } = double.addKey('ES256')
  const environment = {
    AZURE_VAULT_URL: double.url,
    AZURE_KEY_NAME: name,
    AZURE_KEY_VERSION: version,
    AZURE_TOKEN: 'token',
  }
  expect(await printed(azureVault, environment)).toBe('verified')
  await double.close()
})

it('Vault: the example issues what verifies', async () => {
  const double = await vaultDouble({ token: 'token' })
  const { fetch } = globalThis
  const address = 'https://vault.registrar.example:8200'
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => fetch(url.replace(address, double.url), init))
  const environment = { VAULT_ADDR: address, VAULT_TOKEN: 'token', VAULT_KEY_NAME: double.addKey('EdDSA') }
  expect(await printed(vault, environment)).toBe('verified')
  await double.close()
})
