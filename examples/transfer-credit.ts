// A transfer office asks what of a learner's record stands for something of its own programme, and who says so.
import { readFile } from 'node:fs/promises'
import { alignmentFromCfItem, caseFramework, parseCasePackage } from '@testamur/adapters/case'
import { alignedAchievements } from '@testamur/adapters/credit-mobility'
import { type ClrCredential, isClrCredential } from '@testamur/credentials'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievement, achievementCredential, clrCredential, issue, verify } from 'testamur'

const standards = caseFramework(parseCasePackage(await readFile('examples/data/framework.json')).package)
const criteria = { narrative: 'Pass the examination.' }
const validFrom = '2026-06-15T00:00:00Z'
const learner = 'did:example:learner'
const keys = memoryKeyStore()

/** A course that is aligned with a standard. */
const course = (name: string, code: string) => {
  const item = standards.withCode(code)[0]?.item
  if (item === undefined) throw new Error(`There is no ${code}`)
  return achievement({ name, description: 'A course.', criteria, alignment: [alignmentFromCfItem(item).alignment] })
}

/** A record, signed by its issuer, and then verified: only what is verified is worth comparing. */
async function verified(name: string, courses: readonly ReturnType<typeof course>[]): Promise<ClrCredential> {
  const { controller, verificationMethod } = await keys.generate()
  const issuer = { id: controller, name }
  const verifiableCredential = courses.map((each) =>
    achievementCredential({ issuer, validFrom, credentialSubject: { id: learner, achievement: each } }),
  )
  const record = clrCredential({
    name: 'Record',
    issuer,
    validFrom,
    credentialSubject: { id: learner, verifiableCredential },
  })
  const report = await verify(await issue(record, { signer: await keys.getSigner(verificationMethod) }))
  if (!report.verified || !isClrCredential(report.credential)) throw new Error('The record is not good')
  return report.credential
}

const college = await verified('Example College', [course('Algebra I', 'ALG.4'), course('Graphs', 'FUN.3')])
const university = await verified('Example University', [course('MATH 101', 'ALG.4'), course('MATH 102', 'ALG.4.a')])

const { aligned, unaligned } = alignedAchievements(college, university, { frameworks: [standards] })
for (const { achievement, relation, target } of aligned) console.log(`${achievement.name} ${relation} ${target.name}`)
console.log(aligned.length, 'align') // 2 align
console.log(aligned[1]?.chain.map(({ assertedBy }) => assertedBy.name).join(', ')) // Example College, Example State Board of Education, Example University
console.log(unaligned.map(({ name }) => name)) // [ 'Graphs' ]
