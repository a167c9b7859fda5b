// A bar chart as SVG, without any library: one bar per row on a logarithmic scale, its range as a line, its goal as a
// mark. The same figures always make the same text.
import { digits } from './table.mjs'

const row = { height: 26, bar: 14 }
const margin = { top: 44, right: 64, bottom: 34, left: 268 }
const width = 860

const style = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 15px }
  .axis { fill: #57606a; font-size: 11px }
  .grid { stroke: #d0d7de }
  .bar { fill: #2f6fb0 }
  .range { stroke: #24292f; stroke-width: 1.5 }
  .goal { stroke: #bf5b04; stroke-width: 2.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .axis { fill: #9198a1 }
    .grid { stroke: #3d444d }
    .bar { fill: #4a8fd4 }
    .range { stroke: #e6edf3 }
    .goal { stroke: #f0883e }
  }`

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Returns the chart of a section's rows. */
export function plot({ title, unit, rows }) {
  const height = margin.top + rows.length * row.height + margin.bottom
  const powers = Math.max(
    1,
    Math.ceil(Math.log10(Math.max(...rows.map(({ high, goal }) => Math.max(high, goal?.atLeast ?? 0))))),
  )
  const x = (figure) =>
    round(margin.left + ((width - margin.left - margin.right) * Math.log10(Math.max(figure, 1))) / powers)
  const bottom = height - margin.bottom
  const ticks = Array.from({ length: powers + 1 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power))
    .flat()
    .filter((figure) => figure <= 10 ** powers)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}\n</style>`,
    `<text class="title" x="12" y="24">${escaped(title)}</text>`,
    ...ticks.flatMap((figure) => [
      `<line class="grid" x1="${x(figure)}" x2="${x(figure)}" y1="${margin.top - 6}" y2="${bottom}"/>`,
      `<text class="axis" x="${x(figure)}" y="${bottom + 16}" text-anchor="middle">${figure} ${unit}</text>`,
    ]),
    ...rows.flatMap((figure, index) => barOf(figure, margin.top + index * row.height, { x, unit })),
    `<text class="axis" x="12" y="${height - 6}">bar: median of pairs measured in turns; thin line: range; mark: goal; logarithmic</text>`,
    '</svg>\n',
  ].join('\n')
}

function barOf({ name, median, low, high, goal }, top, { x, unit }) {
  const middle = top + row.bar / 2
  const goalLine =
    goal?.atLeast === undefined
      ? []
      : [
          `<line class="goal" x1="${x(goal.atLeast)}" x2="${x(goal.atLeast)}" y1="${top - 3}" y2="${top + row.bar + 3}"/>`,
        ]
  return [
    `<text x="${margin.left - 10}" y="${middle + 4}" text-anchor="end">${escaped(name)}</text>`,
    `<rect class="bar" x="${margin.left}" y="${top}" width="${round(x(median) - margin.left)}" height="${row.bar}"/>`,
    `<line class="range" x1="${x(low)}" x2="${x(high)}" y1="${middle}" y2="${middle}"/>`,
    ...goalLine,
    `<text x="${round(Math.max(x(high), x(median)) + 8)}" y="${middle + 4}">${digits(median)} ${unit}</text>`,
  ]
}

const round = (number) => Math.round(number * 10) / 10
