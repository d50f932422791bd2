/** One line of a chart; `points` in the chart's units. `dashed` for what is compared with. */
export type Series = { name: string; colour: string; dashed?: boolean; points: [x: number, y: number][] }

export type Chart = { title: string; xName: string; yName: string; series: Series[] }

const size = { width: 720, height: 400, left: 64, right: 190, top: 48, bottom: 56 }
const font = 'font-family="system-ui, sans-serif" font-size="12"'

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Powers of ten around the values: both axes are logarithmic, as sizes and times differ by thousands. */
export function decades(values: number[]): number[] {
  const usable = values.filter((value) => value > 0)
  const from = Math.floor(Math.log10(Math.min(...usable)))
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...usable))))
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
}

type Scale = (value: number) => number

function scale(ticks: number[], from: number, to: number): Scale {
  const [low, high] = [Math.log10(ticks[0] ?? 1), Math.log10(ticks.at(-1) ?? 10)]
  return (value) => Number((from + ((Math.log10(value) - low) / (high - low)) * (to - from)).toFixed(1))
}

const tickText = (value: number) => (value >= 1 ? value.toLocaleString('en') : String(Number(value.toPrecision(1))))

function axes(chart: Chart, xs: number[], ys: number[], x: Scale, y: Scale): string[] {
  const [right, bottom] = [size.width - size.right, size.height - size.bottom]
  return [
    ...ys.map((value) => `<path d="M${size.left} ${y(value)}H${right}" stroke="#d4d7dd"/>`),
    ...ys.map((value) => `<text x="${size.left - 8}" y="${y(value) + 4}" text-anchor="end">${tickText(value)}</text>`),
    ...xs.map((value) => `<text x="${x(value)}" y="${bottom + 20}" text-anchor="middle">${tickText(value)}</text>`),
    `<text x="${(size.left + right) / 2}" y="${bottom + 42}" text-anchor="middle">${asText(chart.xName)}</text>`,
    `<text x="${size.left - 48}" y="${size.top - 14}">${asText(chart.yName)}</text>`,
  ]
}

function line({ colour, dashed, points }: Series, x: Scale, y: Scale): string[] {
  const places = points.filter(([, value]) => value > 0).map(([at, value]) => `${x(at)} ${y(value)}`)
  const dash = dashed ? ' stroke-dasharray="5 4"' : ''
  return [
    `<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
    ...places.map(
      (place) => `<circle cx="${place.split(' ')[0]}" cy="${place.split(' ')[1]}" r="3" fill="${colour}"/>`,
    ),
  ]
}

/** Names stand beside the ends of their lines, moved apart where they would lie on each other. */
export function placeNames(ends: number[]): number[] {
  const places = [...ends]
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0))
  order.forEach((index, at) => {
    const above = at === 0 ? undefined : places[order[at - 1] ?? 0]
    if (above !== undefined) places[index] = Math.max(places[index] ?? 0, above + 15)
  })
  return places
}

/** A line chart with logarithmic axes as an SVG document that reads on white and on dark pages. */
export function drawChart(chart: Chart): string {
  const series = chart.series.filter(({ points }) => points.some(([, value]) => value > 0))
  const xs = [...new Set(series.flatMap(({ points }) => points.map(([at]) => at)))].sort((a, b) => a - b)
  const ys = decades(series.flatMap(({ points }) => points.map(([, value]) => value)))
  const x = scale(xs.length > 1 ? xs : decades(xs), size.left + 16, size.width - size.right - 16)
  const y = scale(ys, size.height - size.bottom, size.top)
  const names = placeNames(series.map(({ points }) => y(points.at(-1)?.[1] ?? 1)))
  const labels = series.map(
    ({ name, colour }, at) =>
      `<text x="${size.width - size.right + 4}" y="${(names[at] ?? 0) + 4}" style="fill:${colour}">${asText(name)}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" ${font} fill="#3c4250">`,
    `<title>${asText(chart.title)}</title>`,
    '<rect width="100%" height="100%" rx="8" fill="#ffffff"/>',
    `<text x="${size.left - 48}" y="20" font-size="14" font-weight="600">${asText(chart.title)}</text>`,
    ...axes(chart, xs, ys, x, y),
    ...series.flatMap((one) => line(one, x, y)),
    ...labels,
    '</svg>\n',
  ].join('\n')
}
