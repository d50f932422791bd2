/** Properties of the page's style sheet that the picture depends on: a file has no style sheet. */
const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'text-anchor',
]

function standalone(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const originals = [picture, ...picture.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [i, element] of originals.entries()) {
    const style = getComputedStyle(element)
    for (const name of inherited) copies[i]?.setAttribute(name, style.getPropertyValue(name))
    copies[i]?.removeAttribute('class')
  }
  const { width, height } = picture.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return copy
}

function download(content: Blob, name: string) {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

async function toPng(svg: Blob, { width, height }: DOMRect, background: string): Promise<Blob | null> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const context = canvas.getContext('2d')
    if (!context) return null
    context.fillStyle = background
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Saves the picture as it is drawn, as a file that needs nothing of the page. */
export async function savePicture(picture: SVGSVGElement, name: string, format: 'svg' | 'png'): Promise<void> {
  const copy = standalone(picture)
  const svg = new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' })
  if (format === 'svg') return download(svg, `${name}.svg`)
  const background = getComputedStyle(document.documentElement).backgroundColor
  const png = await toPng(svg, picture.viewBox.baseVal as unknown as DOMRect, background)
  if (png) download(png, `${name}.png`)
}
