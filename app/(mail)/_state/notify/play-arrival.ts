'use client'

/** Two soft tones, made here: no file to load, nobody's rights. Browsers keep silent until the page was first used. */
export async function playArrival(): Promise<void> {
  const context = new AudioContext()
  try {
    await context.resume()
    const [first, second] = [tone(context, 660, 0), tone(context, 880, 0.12)]
    await Promise.all([first, second])
  } finally {
    await context.close()
  }
}

/** A sine that fades, `delay` seconds from now. */
function tone(context: AudioContext, hertz: number, delay: number): Promise<void> {
  const start = context.currentTime + delay
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(0.12, start + 0.015)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.35)
  const source = context.createOscillator()
  source.frequency.value = hertz
  source.connect(gain).connect(context.destination)
  source.start(start)
  source.stop(start + 0.36)
  return new Promise((resolve) => {
    source.onended = () => resolve()
  })
}
