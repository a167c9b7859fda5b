// `npm run test:deep`: the property tests, with TESTAMUR_RUNS cases (2000 unless set) or a share of them where one takes
// long, on what `npm test` installed.
import { runGates } from './gates.mjs'
import { vitestGate } from './vitest/gate.mjs'

const runs = process.env.TESTAMUR_RUNS ?? '2000'
const hourMs = 3_600_000

const properties = vitestGate(`properties x${runs}`, ['.property.test.ts', `--testTimeout=${hourMs}`], {
  timeoutMs: hourMs,
  env: { TESTAMUR_RUNS: runs },
})
await runGates([[properties]])
