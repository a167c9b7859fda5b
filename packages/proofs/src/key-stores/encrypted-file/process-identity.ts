import { readFile } from 'node:fs/promises'

/**
 * Returns what tells a running process from any other that had or will have its id, since ids are given again: after a
 * restart a container's main process has the id that its predecessor had. Undefined where the system does not say, which
 * only Linux does (proc(5): boot_id, and field 22 of stat).
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ])
    // The second field is the name of the program in parentheses, which may hold anything.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return started && `${boot.trim()} ${started}`
  } catch {
    return undefined
  }
}
