'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Picker } from '@/app/_ui/picker'
import { useFolderVerbs } from '@/app/(mail)/_labels/use-folder-verbs'
import { moveTargets, useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'

type MovePickerProps = {
  anchor: Element | null
  /** The mailbox the conversations are in, when it is one. */
  from: string | null
  onMove: (mailbox: string) => void
  onClose: () => void
}

/** Chooses the mailbox or folder conversations are moved to. */
export default function MovePicker({ anchor, from, onMove, onClose }: MovePickerProps) {
  const t = useTranslations('folders')
  const { data } = useMailboxes()
  const nameOf = useMailboxName()
  const { create } = useFolderVerbs()
  const items = useMemo(
    () =>
      moveTargets(data?.mailboxes ?? [], from).map(({ id, role, path }) => ({ id, label: role ? nameOf(id) : path })),
    [data, from, nameOf],
  )
  const choose = (id: string) => {
    onClose()
    onMove(id)
  }
  const createNew = async (name: string) => {
    const id = await create({ name, parent: null })
    if (id !== null) choose(id)
  }
  return (
    <Picker
      title={t('pick')}
      filterLabel={t('filter')}
      anchor={anchor}
      items={items}
      onChoose={choose}
      create={{ label: (name) => t('createNamed', { name }), run: (name) => void createNew(name) }}
      empty={t('none')}
      onClose={onClose}
    />
  )
}
