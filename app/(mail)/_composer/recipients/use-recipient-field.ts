import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  addRecipients,
  checkAddress,
  parseRecipients,
  recipientText,
} from '@/app/(mail)/_composer/recipients/parse-recipients'
import { type Completion, useCompletion } from '@/app/(mail)/_composer/recipients/use-completion'
import type { Address } from '@/lib/contract/address'

export type RecipientFieldInput = {
  value: Address[]
  onChange: (next: Address[]) => void
  /** Text not yet made a chip must be taken along by Send: the field says how. */
  register: (commit: () => void) => () => void
}

const openQuote = (text: string) => (text.match(/"/g)?.length ?? 0) % 2 === 1

/** What a recipient field does: typing, pasting, completion, and moving among its chips by keyboard. */
export function useRecipientField({ value, onChange, register }: RecipientFieldInput) {
  const [text, setText] = useState('')
  const [active, setActive] = useState<number | null>(null)
  const [closed, setClosed] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const chips = useRef<(HTMLButtonElement | null)[]>([])
  const found = useCompletion(text, value)
  const options = closed ? [] : found
  const typedAddress = checkAddress(text.trim()) === null
  const selected = options.length === 0 ? -1 : Math.min(active ?? (typedAddress ? -1 : 0), options.length - 1)

  const type = (next: string) => {
    setText(next)
    setActive(null)
    setClosed(false)
  }
  const add = (recipients: Address[]) => {
    if (recipients.length > 0) onChange(addRecipients(value, recipients))
    type('')
  }
  const commit = () => {
    if (text.trim() !== '') add(parseRecipients(text))
  }

  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => register(() => latest.current()), [register])

  const focusChip = (index: number) => {
    if (index >= value.length) input.current?.focus()
    else chips.current[Math.max(0, index)]?.focus()
  }
  const remove = (index: number) => {
    onChange(value.filter((_, at) => at !== index))
    input.current?.focus()
  }
  const edit = (index: number) => {
    const recipient = value[index]
    if (!recipient) return
    remove(index)
    type(recipientText(recipient))
  }

  const onChipKey = (index: number) => (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowLeft: () => focusChip(index - 1),
      ArrowRight: () => focusChip(index + 1),
      Home: () => focusChip(0),
      End: () => focusChip(value.length),
      Backspace: () => remove(index),
      Delete: () => remove(index),
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  const choose = (option: Completion) => add(option.kind === 'group' ? option.group.members : [option.person])
  const take = () => {
    const option = options[selected]
    if (option) choose(option)
    else commit()
  }

  const onListKey = (event: KeyboardEvent): boolean => {
    if (options.length === 0) return false
    if (event.key === 'ArrowDown') setActive((selected + 1) % options.length)
    else if (event.key === 'ArrowUp') setActive(selected <= 0 ? options.length - 1 : selected - 1)
    else if (event.key === 'Escape') setClosed(true)
    else return false
    event.stopPropagation()
    return true
  }

  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const atStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    const separator = (event.key === ',' || event.key === ';') && !openQuote(text)
    if (onListKey(event)) event.preventDefault()
    else if (event.key === 'Tab' && !event.shiftKey && text.trim() !== '') take()
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      take()
    } else if (separator) {
      event.preventDefault()
      commit()
    } else if (atStart && value.length > 0 && (event.key === 'ArrowLeft' || event.key === 'Backspace')) {
      event.preventDefault()
      focusChip(value.length - 1)
    }
  }

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    const recipients = parseRecipients(pasted)
    const whole = recipients.length > 1 || recipients.every((each) => checkAddress(each.address) === null)
    if (text !== '' || recipients.length === 0 || !whole) return
    event.preventDefault()
    add(recipients)
  }

  return { text, type, choose, commit, options, selected, input, chips, edit, remove, onChipKey, onInputKey, onPaste }
}
