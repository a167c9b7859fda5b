// A bar chart as SVG, without any library: one bar per row on a logarithmic scale, its range as a line, its goal as a
// mark. The same figures always make the same text.
import { digits } from './table.mjs'

const row = { height: 26, bar: 14 }
const margin = { top: 52, right: 84, bottom: 50, left: 300 }
const width = 880

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
  const bottom = height - margin.bottom
  const ticks = ticksTo(Math.max(...rows.map(({ high, goal }) => Math.max(high, goal?.atLeast ?? 1))))
  const decades = Math.log10(ticks.at(-1))
  const x = (figure) =>
    round(margin.left + ((width - margin.left - margin.right) * Math.log10(Math.max(figure, 1))) / decades)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}\n</style>`,
    `<text class="title" x="12" y="24">${escaped(title)}</text>`,
    ...ticks.flatMap((figure) => [
      `<line class="grid" x1="${x(figure)}" x2="${x(figure)}" y1="${margin.top - 8}" y2="${bottom}"/>`,
      `<text class="axis" x="${x(figure)}" y="${bottom + 16}" text-anchor="middle">${figure} ${unit}</text>`,
    ]),
    ...rows.flatMap((figure, index) => barOf(figure, margin.top + index * row.height, { x, unit })),
    `<text class="axis" x="12" y="${height - 10}">Bar: median of pairs measured in turns. Thin line: their range. Upright mark: goal. The scale is logarithmic.</text>`,
    '</svg>\n',
  ].join('\n')
}

/** 1, 2, 5, 10 … up to the first that is not less than the greatest figure. */
function ticksTo(greatest) {
  const ticks = [1]
  while (ticks.length < 2 || ticks.at(-1) < greatest)
    ticks.push([1, 2, 5][ticks.length % 3] * 10 ** Math.floor(ticks.length / 3))
  return ticks
}

function barOf({ name, median, low, high, goal }, top, { x, unit }) {
  const middle = top + row.bar / 2
  const goalMark =
    goal?.atLeast === undefined
      ? []
      : [
          `<line class="goal" x1="${x(goal.atLeast)}" x2="${x(goal.atLeast)}" y1="${top - 3}" y2="${top + row.bar + 3}"/>`,
        ]
  return [
    `<text x="${margin.left - 10}" y="${middle + 4}" text-anchor="end">${escaped(name)}</text>`,
    `<rect class="bar" x="${margin.left}" y="${top}" width="${round(x(median) - margin.left)}" height="${row.bar}"/>`,
    `<line class="range" x1="${x(low)}" x2="${x(high)}" y1="${middle}" y2="${middle}"/>`,
    ...goalMark,
    `<text x="${width - 12}" y="${middle + 4}" text-anchor="end">${digits(median)} ${unit}</text>`,
  ]
}

const round = (number) => Math.round(number * 10) / 10
