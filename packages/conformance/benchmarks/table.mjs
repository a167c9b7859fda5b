// Figures as text.
import { isReached } from './goals.mjs'

/** A number with as many digits as it deserves. */
export const digits = (figure) => (Math.abs(figure) >= 20 ? figure.toFixed(0) : figure.toFixed(1))

export const goalText = ({ goal: { atLeast, atMost }, unit }) =>
  atLeast === undefined ? `≤ ${atMost} ${unit}` : `≥ ${atLeast} ${unit}`

const rangeText = ({ low, high }) => `${digits(low)} to ${digits(high)}`

/** A row as it is printed when it is measured. */
export function lineOf(figure) {
  const { name, median, unit, goal } = figure
  const verdict = goal && `goal ${goalText(figure)}${isReached(goal, median) ? '' : ', missed'}`
  const value = `${digits(median).padStart(6)} ${unit}`.padEnd(10)
  return `  ${name.padEnd(46)}${value} [${rangeText(figure)}]`.padEnd(80) + (verdict ?? '')
}

/** A row in a list of many. */
export const shortLineOf = (figure) =>
  `${figure.id} ${digits(figure.median)} ${figure.unit}${figure.goal ? ` (${goalText(figure)})` : ''}`

/** The rows of a section as a table of Markdown. */
export function markdownTable({ title, rows }) {
  const lines = rows.map((figure) => {
    const { name, median, unit, goal } = figure
    return `| ${name} | ${digits(median)} ${unit} | ${rangeText(figure)} | ${goal ? goalText(figure) : ''} |`
  })
  return [`| ${title} | median | range | goal |`, '|---|---|---|---|', ...lines].join('\n')
}
