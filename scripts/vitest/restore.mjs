// Test files share processes: what one replaced is back for the next, also when it failed on the way. Stubs, spies and
// environment are undone by vitest.config.ts.
import { afterEach, vi } from 'vitest'

afterEach(() => void vi.useRealTimers())
