/** Returns what runs actions, at most so many at once; the others wait in the order in which they came. */
export function semaphore(permits: number): <T>(action: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = permits
  return async (action) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await action()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
