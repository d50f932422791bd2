import type { Editor } from '@tiptap/core'
import { Node } from '@tiptap/core'
import { signatureBlock, signatureMark } from '@/app/(mail)/_editor/signature-block'

/** The signature inside a body: can be edited like the rest, and exchanged as a whole. */
export const SignatureNode = Node.create({
  name: 'signature',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: `div.${signatureMark}` }],
  renderHTML: () => ['div', { class: signatureMark }, 0],
})

/** Where the first signature stands, or null. */
function placeOf({ state }: Editor): { from: number; to: number } | null {
  let place: { from: number; to: number } | null = null
  state.doc.descendants((node, from) => {
    if (node.type.name === 'signature') place ??= { from, to: from + node.nodeSize }
    return place === null
  })
  return place
}

/** Puts another signature where one is, or at the end of the text. */
export function exchangeSignature(editor: Editor, html: string): void {
  const old = placeOf(editor)
  const end = editor.state.doc.content.size
  if (html !== '') editor.commands.insertContentAt(old ?? end, signatureBlock(html))
  else if (old) editor.commands.deleteRange(old)
}

/** Puts HTML in place of what is selected; before the signature where that would be touched. */
export function insertAtCursor(editor: Editor, html: string): void {
  const { from, to } = editor.state.selection
  const signature = placeOf(editor)
  const place = signature && to > signature.from ? signature.from : { from, to }
  editor.chain().insertContentAt(place, html).scrollIntoView().run()
  // the command of the same name waits for a frame, and what is typed meanwhile would be lost
  editor.view.focus()
}
