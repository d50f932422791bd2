'use client'

import { useEffect, useState } from 'react'

type Tip = { text: string; x: number; top: number; bottom: number }

/**
 * One tooltip for the whole page: shows the `data-tip` of whatever is hovered (after a moment) or focused by keyboard.
 * The name itself is on the control as `aria-label`; this is for sighted people only.
 */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(() => watchTips(setTip), [])
  if (!tip) return null
  const above = tip.bottom + 40 > window.innerHeight
  // half of its widest, so that a sentence stays on the screen
  const half = tip.text.length > 20 ? 136 : 60
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-70 w-max max-w-64 -translate-x-1/2 text-pretty rounded-md bg-toast px-2 py-1 text-toast-ink text-xs forced-colors:border"
      style={{
        left: Math.min(Math.max(tip.x, half), window.innerWidth - half),
        ...(above ? { bottom: window.innerHeight - tip.top + 6 } : { top: tip.bottom + 6 }),
      }}
    >
      {tip.text}
    </div>
  )
}

function watchTips(show: (tip: Tip | null) => void): () => void {
  const controller = new AbortController()
  const options = { signal: controller.signal, capture: true, passive: true }
  let timer = 0
  const hide = () => {
    clearTimeout(timer)
    show(null)
  }
  const aim = (target: EventTarget | null, delay: number) => {
    clearTimeout(timer)
    const control = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
    if (!control) return show(null)
    timer = window.setTimeout(() => show(tipOf(control)), delay)
  }
  document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && aim(event.target, 450), options)
  document.addEventListener(
    'focusin',
    (event) => event.target instanceof Element && event.target.matches(':focus-visible') && aim(event.target, 0),
    options,
  )
  for (const name of ['pointerdown', 'keydown', 'focusout', 'scroll', 'wheel']) {
    document.addEventListener(name, hide, options)
  }
  return () => {
    controller.abort()
    clearTimeout(timer)
  }
}

function tipOf(control: HTMLElement): Tip | null {
  if (!control.isConnected || control.getAttribute('aria-expanded') === 'true') return null
  const box = control.getBoundingClientRect()
  return { text: control.dataset.tip ?? '', x: box.left + box.width / 2, top: box.top, bottom: box.bottom }
}
