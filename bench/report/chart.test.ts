import { expect, test } from 'vitest'
import { decades, drawChart, placeNames } from '@/bench/report/chart'

test('axes run over whole powers of ten', () => {
  expect(decades([3, 250])).toEqual([1, 10, 100, 1000])
  expect(decades([0.4, 0.6])).toEqual([0.1, 1])
})

test('names of lines that end at the same height stand one below the other', () => {
  expect(placeNames([100, 100, 40])).toEqual([100, 115, 40])
})

test('a chart is one SVG document with a line and a name for each series, and text is text', () => {
  const points: [number, number][] = [
    [1000, 5],
    [100_000, 50],
  ]
  const svg = drawChart({
    title: 'Lists <by size>',
    xName: 'messages',
    yName: 'ms',
    series: [{ name: 'Waypost & co', colour: '#2457d6', points }],
  })
  expect(svg).toContain('<title>Lists &lt;by size></title>')
  expect(svg).toContain('Waypost &amp; co')
  expect(svg.match(/<circle/g)).toHaveLength(2)
  expect(svg).not.toContain('NaN')
})

test('a series that measured nothing is left out', () => {
  const series = [
    { name: 'none', colour: '#000', points: [[1000, Number.NaN]] as [number, number][] },
    { name: 'some', colour: '#000', points: [[1000, 3]] as [number, number][] },
  ]
  const svg = drawChart({ title: 't', xName: 'x', yName: 'y', series })
  expect(svg).not.toContain('>none<')
  expect(svg).not.toContain('NaN')
})
