import { describe, expect, it } from 'vitest'
import { type ComposerWindow, inFront } from './composer-windows'

const window = (id: number, layout: ComposerWindow['layout']): ComposerWindow => ({
  id,
  layout,
  opener: null,
  state: 'starting',
  intent: { kind: 'new' },
})
const layouts = (windows: ComposerWindow[]) => windows.map((each) => each.layout)

describe('windows side by side', () => {
  it('stay open as long as there is room', () => {
    const windows = [window(1, 'docked'), window(2, 'docked')]
    expect(layouts(inFront(windows, 2, 'docked', 1280))).toEqual(['docked', 'docked'])
  })

  it('step back to bars, the oldest first, when there is none', () => {
    const windows = [window(1, 'docked'), window(2, 'docked'), window(3, 'docked')]
    expect(layouts(inFront(windows, 3, 'docked', 1280))).toEqual(['minimised', 'docked', 'docked'])
    expect(layouts(inFront(windows, 3, 'docked', 390))).toEqual(['minimised', 'minimised', 'docked'])
  })

  it('all step back for a full one', () => {
    expect(layouts(inFront([window(1, 'docked'), window(2, 'docked')], 1, 'full', 2560))).toEqual(['full', 'minimised'])
  })
  it('leave an answer below its conversation alone; there is one at a time', () => {
    const windows = [window(1, 'inline'), window(2, 'docked')]
    expect(layouts(inFront(windows, 2, 'docked', 390))).toEqual(['inline', 'docked'])
    expect(layouts(inFront(windows, 2, 'inline', 1280))).toEqual(['minimised', 'inline'])
  })
})
