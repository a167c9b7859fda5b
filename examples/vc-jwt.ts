// Issues a badge as a token (VC-JWT), signed with a P-256 key, and verifies it.
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { parseVcJwt } from '@testamur/proofs/vc-jwt'
import { achievementCredential, issue, verify } from 'testamur'

const keys = memoryKeyStore()
const { controller, verificationMethod } = await keys.generate({ algorithm: 'ES256' })
const badge = achievementCredential({
  issuer: { id: controller, name: 'Example University' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    id: 'did:example:learner',
    achievement: {
      name: 'Statics',
      description: 'Forces at rest.',
      criteria: { narrative: 'Two midterms and a final examination.' },
    },
  },
})
const token = await issue(badge, { signer: await keys.getSigner(verificationMethod), format: 'vc-jwt' })
console.log(token) // eyJ….eyJ….…

const report = await verify(token)
console.log(report.outcome, report.mediaType) // verified application/vc+jwt
console.log(report.credential?.type) // [ 'VerifiableCredential', 'AchievementCredential' ]

// The claims repeat what the credential says; verify compares them.
const parsed = parseVcJwt(token)
if (!parsed.ok) throw new Error(parsed.problem.detail)
console.log(Object.keys(parsed.token.claims).sort().join(' ')) // iss jti nbf sub

// Another payload under the same signature.
const [header, , signature] = token.split('.')
const payload = Buffer.from(JSON.stringify({ ...parsed.token.payload, name: 'Dynamics' })).toString('base64url')
const forged = await verify(`${header}.${payload}.${signature}`)
console.log(forged.outcome, forged.errors[0]?.code) // rejected signature-invalid
