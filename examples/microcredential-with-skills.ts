// Builds a microcredential whose skills are those of frameworks (CASE, CTDL-ASN, rich skill descriptors), with evidence.
import {
  achievement,
  achievementCredential,
  caseAlignment,
  ceasnAlignment,
  ctdlAlignment,
  evidence,
  identityObject,
  image,
  rsdAlignment,
} from '@testamur/credentials'
import { validate } from '@testamur/credentials/validate'

// What the frameworks publish: an item of a CASE server, entries of the Credential Registry, a rich skill descriptor.
const standard = caseAlignment({
  identifier: '5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11',
  uri: 'https://frameworks.example/ims/case/v1p1/CFItems/5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11',
  fullStatement: 'Explain how to configure a network.',
  humanCodingScheme: 'IT.4.2',
  CFDocumentURI: { title: 'Example State Standards for Information Technology' },
})
const competency = ceasnAlignment(
  { ctid: 'ce-6c1f4e0d-93a2-4b7c-a1de-52f08b3d7e94', competencyText: 'Set up a router and a wireless network.' },
  { framework: 'Network technician' },
)
const certificate = ctdlAlignment({
  ctid: 'ce-0a5e6f3c-2b7d-4f3c-8d11-3c5a9e7f1b20',
  name: 'Network Technician Certificate',
  description: 'The microcredential is a third of this certificate.',
})
const skill = rsdAlignment(
  {
    id: 'https://skills.example/api/skills/7c9e2a54-1f0b-4b6d-8a3e-d2c45f6b9013',
    skillName: 'Network troubleshooting',
    skillStatement: 'Find the cause of a failing connection with standard tools.',
  },
  { collection: 'IT support' },
)

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4"/></svg>'
const networks = achievement({
  achievementType: 'MicroCredential',
  name: 'Small networks',
  description: 'Plan, build and repair the network of a small office.',
  criteria: {
    narrative: 'Build a network for an office of ten people and repair three faults in it under supervision.',
  },
  inLanguage: 'en-US',
  tag: ['networks', 'IT support'],
  image: image(new TextEncoder().encode(drawing), { caption: 'A black disc' }),
  alignment: [standard, competency, certificate, skill],
})
const badge = achievementCredential({
  name: 'Small networks',
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example College' },
  validFrom: new Date('2026-05-17T00:00:00Z'),
  credentialSubject: {
    identifier: [identityObject({ identityType: 'emailAddress', identity: 'learner@mail.example' })],
    achievement: networks,
  },
  evidence: [
    evidence({
      id: 'https://portfolio.example/networks',
      name: 'Network for an office of ten',
      narrative: 'Planned the addresses, set up the router, documented both and found three faults in 40 minutes.',
      genre: 'project',
    }),
  ],
})

for (const { targetType, targetFramework } of badge.credentialSubject.achievement.alignment ?? [])
  console.log(`${targetType}: ${targetFramework ?? 'the registry'}`)
console.log(badge.evidence?.length, 'piece of evidence') // 1 piece of evidence
console.log(validate(badge).valid) // true
