// `npm run demo`: the whole main job on a machine with nothing but Node and npm. Installs and builds what that needs,
// then lets the command line turn a PESC transcript into a signed learner record, verify it, and find a changed grade.
// Checks itself: it fails when a step does not do what it should.
import { installAndBuild } from './demo/install-and-build.mjs'
import { begin, DemoFailure, end, fail } from './demo/stage.mjs'
import { steps, writtenFiles } from './demo/steps.mjs'

try {
  begin(steps.length)
  await installAndBuild()
  const scene = {}
  for (const step of steps) Object.assign(scene, await step(scene))
  end(writtenFiles())
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error
  fail(error)
}
