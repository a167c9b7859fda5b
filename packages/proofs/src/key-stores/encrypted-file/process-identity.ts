import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/**
 * Returns what tells a running process from any other that had or will have its id on this machine, since ids are given
 * again: when it was started (proc(5): field 22 of stat). Undefined where the system does not say, which only Linux does.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name of the program in parentheses, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/**
 * Returns what tells those whose processes can be told apart by their ids from all others: the host, on Linux also its boot
 * and the namespace of the ids, since two containers may have one host name, and each a process 7. Undefined on a Linux that
 * does not show its processes.
 */
export async function machineIdentity(): Promise<string | undefined> {
  if (process.platform !== 'linux') return hostname()
  try {
    const [boot, namespace, self] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readlink('/proc/self/ns/pid'),
      readlink('/proc/self'),
    ])
    // Otherwise /proc is that of another namespace.
    return self === String(process.pid) ? `${hostname()} ${boot.trim()} ${namespace}` : undefined
  } catch {
    return undefined
  }
}
