import type { Editor } from '@tiptap/react'
import {
  Bold,
  Code,
  Heading2,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  RemoveFormatting,
  Strikethrough,
  TextQuote,
  Underline,
} from 'lucide-react'

export type FormatName =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'heading'
  | 'bulletList'
  | 'orderedList'
  | 'blockquote'
  | 'code'
  | 'clear'

export type FormatButton = { name: FormatName; icon: LucideIcon; keys?: string; run: (editor: Editor) => void }

/** In the order of the bar. `keys` is the shortcut TipTap brings. */
export const formatButtons: FormatButton[] = [
  { name: 'bold', icon: Bold, keys: 'Mod+B', run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, keys: 'Mod+I', run: (editor) => editor.chain().focus().toggleItalic().run() },
  {
    name: 'underline',
    icon: Underline,
    keys: 'Mod+U',
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  { name: 'strike', icon: Strikethrough, run: (editor) => editor.chain().focus().toggleStrike().run() },
  { name: 'heading', icon: Heading2, run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
  { name: 'bulletList', icon: List, run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'orderedList', icon: ListOrdered, run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'blockquote', icon: TextQuote, run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { name: 'code', icon: Code, run: (editor) => editor.chain().focus().toggleCode().run() },
  {
    name: 'clear',
    icon: RemoveFormatting,
    run: (editor) => editor.chain().focus().unsetAllMarks().clearNodes().run(),
  },
]
