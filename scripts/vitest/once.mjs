// Set-up files run for each test file, also for those that share a process.

const done = Symbol.for('testamur.tests.set-up')

/** Does something once in this process. */
export function once(name, work) {
  globalThis[done] ??= new Set()
  if (globalThis[done].has(name)) return
  globalThis[done].add(name)
  work()
}
