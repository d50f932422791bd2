'use client'

import { isLeaving } from '@/app/(mail)/_state/sign-out'
import { urls } from '@/lib/contract/urls'

/** What a frame is given to show. */
export type FrameBody = { html: string; look: string; quoteLabel: string; marks: string | null }

/**
 * The sandbox repeats the one of the document's own Content-Security-Policy: no origin, no forms, no scripts but the
 * nonce'd one.
 */
export const frameSandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'

const ready = new WeakSet<HTMLIFrameElement>()
/** One is taken while another is still loading: people go back and on faster than a document loads. */
const spare = 2
let waiting: HTMLIFrameElement[] = []
let parking: HTMLElement | null = null

/** Frames are hostile ground: of a message only its kind is looked at, and who sent it. */
function onMessageOf(frame: HTMLIFrameElement, kind: string, run: (data: object) => void): () => void {
  const listen = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
    if ('type' in data && data.type === kind) run(data)
  }
  window.addEventListener('message', listen)
  return () => window.removeEventListener('message', listen)
}

function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', frameSandbox)
  frame.referrerPolicy = 'no-referrer'
  frame.src = urls.bodyFrame()
  const stop = onMessageOf(frame, 'waypost-body-ready', () => {
    ready.add(frame)
    stop()
  })
  return frame
}

/** Out of sight: where the frame that is to be used next loads its empty document. */
function parkingPlace(): HTMLElement {
  if (parking) return parking
  parking = document.createElement('div')
  parking.setAttribute('aria-hidden', 'true')
  parking.inert = true
  parking.style.cssText = 'position:fixed;top:0;left:-200vw;width:820px;visibility:hidden'
  document.body.append(parking)
  return parking
}

/** Has frames ready, so that the next message opened waits for no document; not for who is signing out. */
export function prepareFrames(): void {
  if (isLeaving()) return
  waiting = waiting.filter((frame) => frame.isConnected)
  const fresh = Array.from({ length: spare - waiting.length }, makeFrame)
  waiting.push(...fresh)
  parkingPlace().append(...fresh)
}

/** A frame within `host`: the prepared one where the browser can move it without loading it anew, else a fresh one. */
export function takeFrame(host: HTMLElement): HTMLIFrameElement {
  const prepared = waiting.find((frame) => frame.isConnected && ready.has(frame))
  // not in the way of what is being opened
  setTimeout(prepareFrames, 150)
  if (prepared && 'moveBefore' in host) {
    waiting = waiting.filter((frame) => frame !== prepared)
    host.moveBefore(prepared, null)
    return prepared
  }
  const frame = makeFrame()
  host.append(frame)
  return frame
}

/** Shows a text in a frame, as soon as the frame is ready and again should it load anew. Gives what ends that. */
export function fillFrame(frame: HTMLIFrameElement, body: FrameBody): () => void {
  // The frame has no origin that could be named; what it is given is what it shows.
  const give = () => frame.contentWindow?.postMessage({ type: 'waypost-body', ...body }, '*')
  if (ready.has(frame)) give()
  return onMessageOf(frame, 'waypost-body-ready', give)
}

/** Marks words in a frame whose document came by itself, once it is there. Gives what ends that. */
export function markFrame(frame: HTMLIFrameElement, pattern: string): () => void {
  const give = () => frame.contentWindow?.postMessage({ type: 'waypost-marks', pattern }, '*')
  give()
  frame.addEventListener('load', give)
  return () => frame.removeEventListener('load', give)
}

/** Calls back with the height of the frame's document in pixels: a hint, within bounds. Gives what ends that. */
export function onFrameHeight(frame: HTMLIFrameElement, tell: (height: number) => void): () => void {
  return onMessageOf(frame, 'waypost-body-height', (data) => {
    if (!('height' in data) || typeof data.height !== 'number' || !Number.isFinite(data.height)) return
    tell(Math.min(200_000, Math.max(24, Math.ceil(data.height))))
  })
}
