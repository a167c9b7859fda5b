import type { Branch } from './interface.js'

/** Returns the lines of a tree, its root first. */
export function treeLines({ text, children = [] }: Branch): string[] {
  return [
    text,
    ...children.flatMap((child, index) => {
      const isLast = index === children.length - 1
      return treeLines(child).map((line, i) => (i === 0 ? (isLast ? '└─ ' : '├─ ') : isLast ? '   ' : '│  ') + line)
    }),
  ]
}
