// The clients of the cloud vendors fit the shapes that the key stores ask for, as they come and without a cast.
import * as kms from '@aws-sdk/client-kms'
import { type CryptographyClient, KeyClient } from '@azure/keyvault-keys'
import { KeyManagementServiceClient } from '@google-cloud/kms'
import {
  type AwsKmsClient,
  type AwsKmsCommands,
  type AwsKmsKey,
  awsKmsKeyStore,
} from '@testamur/proofs/key-stores/aws-kms'
import {
  type AzureCryptographyClient,
  type AzureKeyClient,
  azureKeyVaultKeyStore,
} from '@testamur/proofs/key-stores/azure-key-vault'
import { type GoogleCloudKmsClient, googleCloudKmsKeyStore } from '@testamur/proofs/key-stores/google-cloud-kms'
import { describe, expectTypeOf, it } from 'vitest'

describe('@aws-sdk/client-kms', () => {
  it('fits, client and commands', () => {
    expectTypeOf<kms.KMSClient>().toExtend<AwsKmsClient>()
    expectTypeOf<typeof kms>().toExtend<AwsKmsCommands>()
    awsKmsKeyStore({ client: new kms.KMSClient({}), commands: kms, keys: [] })
    const { SignCommand, GetPublicKeyCommand } = kms
    awsKmsKeyStore({ client: new kms.KMS({}), commands: { SignCommand, GetPublicKeyCommand }, keys: [] })
  })

  it('takes what its commands are given', () => {
    type Input<Name extends keyof AwsKmsCommands> = ConstructorParameters<NonNullable<AwsKmsCommands[Name]>>[0]
    expectTypeOf<Input<'SignCommand'>>().toExtend<kms.SignCommandInput>()
    expectTypeOf<Input<'GetPublicKeyCommand'>>().toExtend<kms.GetPublicKeyCommandInput>()
    expectTypeOf<Input<'DescribeKeyCommand'>>().toExtend<kms.DescribeKeyCommandInput>()
    expectTypeOf<Input<'CreateKeyCommand'>>().toExtend<kms.CreateKeyCommandInput>()
  })

  it('does not fit without its commands, nor keys without their ids', () => {
    const { SignCommand } = kms
    expectTypeOf<{ SignCommand: typeof SignCommand }>().not.toExtend<AwsKmsCommands>()
    expectTypeOf<{ verificationMethod: string }>().not.toExtend<AwsKmsKey>()
  })

  it('reads what the commands answer', () => {
    expectTypeOf<kms.SignCommandOutput['Signature']>().toEqualTypeOf<Uint8Array | undefined>()
    expectTypeOf<kms.GetPublicKeyCommandOutput['PublicKey']>().toEqualTypeOf<Uint8Array | undefined>()
    expectTypeOf<kms.KeyMetadata['CreationDate']>().toEqualTypeOf<Date | undefined>()
    expectTypeOf<kms.KeyMetadata['Arn']>().toEqualTypeOf<string | undefined>()
  })
})

describe('@google-cloud/kms', () => {
  it('fits', () => {
    expectTypeOf<KeyManagementServiceClient>().toExtend<GoogleCloudKmsClient>()
    googleCloudKmsKeyStore({ client: new KeyManagementServiceClient(), keys: [] })
  })

  it('fits with no method less', () => {
    expectTypeOf<Omit<KeyManagementServiceClient, 'asymmetricSign'>>().not.toExtend<GoogleCloudKmsClient>()
    expectTypeOf<Omit<KeyManagementServiceClient, 'getPublicKey'>>().not.toExtend<GoogleCloudKmsClient>()
  })
})

describe('@azure/keyvault-keys', () => {
  it('fits', () => {
    expectTypeOf<KeyClient>().toExtend<AzureKeyClient>()
    expectTypeOf<CryptographyClient>().toExtend<AzureCryptographyClient>()
    const credential = { getToken: async () => ({ token: '', expiresOnTimestamp: 0 }) }
    azureKeyVaultKeyStore({ client: new KeyClient('https://vault.example', credential), keys: [] })
  })

  it('is the KeyClient, not the CryptographyClient', () => {
    expectTypeOf<CryptographyClient>().not.toExtend<AzureKeyClient>()
  })
})
