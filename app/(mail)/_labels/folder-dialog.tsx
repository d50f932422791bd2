'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Confirm } from '@/app/_ui/confirm'
import { Dialog } from '@/app/_ui/dialog'
import { NameField } from '@/app/(mail)/_labels/name-field'
import { useFolderVerbs } from '@/app/(mail)/_labels/use-folder-verbs'
import { goTo, usePlace } from '@/app/(mail)/_state/place'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import { useMailboxes } from '@/app/(mail)/_state/use-mailboxes'
import type { Mailbox } from '@/lib/contract/mailboxes'
import { folderNameProblem, tidyName } from '@/lib/contract/names'

export type FolderDialogKind = { kind: 'create' } | { kind: 'change' | 'delete'; folder: Mailbox }

/** Making, renaming, moving and deleting a folder. */
export default function FolderDialog({ dialog, onClose }: { dialog: FolderDialogKind; onClose: () => void }) {
  if (dialog.kind === 'delete') return <DeleteFolder folder={dialog.folder} onClose={onClose} />
  return <PlaceFolder folder={dialog.kind === 'change' ? dialog.folder : null} onClose={onClose} />
}

const isBelow = (folder: Mailbox, { path }: Mailbox) => path.startsWith(`${folder.path}/`)

function useOwnFolders(): Mailbox[] {
  const { data } = useMailboxes()
  return (data?.mailboxes ?? []).filter(({ role }) => role === null)
}

/** Goes along when the folder that is open, or one above it, gets another id. */
function useFollow(folder: Mailbox | null): (id: string) => void {
  const { listed } = usePlace()
  const here = useOwnFolders().find(({ id }) => listed.kind === 'mailbox' && listed.id === id)
  const goes = folder !== null && here !== undefined && (here.id === folder.id || isBelow(folder, here))
  return (id) => goes && goTo(mailboxPath(id), { replace: true })
}

function PlaceFolder({ folder, onClose }: { folder: Mailbox | null; onClose: () => void }) {
  const t = useTranslations('folders')
  const ui = useTranslations('ui')
  const { create, change } = useFolderVerbs()
  const follow = useFollow(folder)
  const folders = useOwnFolders().filter((other) => !folder || (other.id !== folder.id && !isBelow(folder, other)))
  const [name, setName] = useState(folder?.name ?? '')
  const [parent, setParent] = useState(() => parentOf(folder, folders))
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const problem = folderNameProblem(tidyName(name), parent === null ? 'top' : 'below')
  const save = async () => {
    setShown(true)
    if (problem || busy) return
    setBusy(true)
    const id = await (folder ? change(folder, { name, parent }) : create({ name, parent }))
    setBusy(false)
    if (id === null) return
    follow(id)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={folder ? t('changeTitle', { name: folder.name }) : t('new')}
    >
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NameField label={t('name')} value={name} onChange={setName} problem={shown ? problem : null} />
        <ParentChoice folders={folders} value={parent} onChange={setParent} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {t(folder ? 'save' : 'create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function parentOf(folder: Mailbox | null, folders: Mailbox[]): string | null {
  if (!folder) return null
  const path = folder.path.slice(0, Math.max(0, folder.path.lastIndexOf('/')))
  return folders.find((other) => other.path === path)?.id ?? null
}

type ParentChoiceProps = { folders: Mailbox[]; value: string | null; onChange: (id: string | null) => void }

function ParentChoice({ folders, value, onChange }: ParentChoiceProps) {
  const t = useTranslations('folders')
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {t('inside')}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
        className="h-9 min-w-0 rounded-md border border-line-strong bg-surface px-2 text-sm max-md:h-11 max-md:text-base"
      >
        <option value="">{t('top')}</option>
        {folders.map((folder) => (
          <option key={folder.id} value={folder.id}>
            {folder.path}
          </option>
        ))}
      </select>
    </div>
  )
}

function DeleteFolder({ folder, onClose }: { folder: Mailbox; onClose: () => void }) {
  const t = useTranslations('folders')
  const { remove } = useFolderVerbs()
  const follow = useFollow(folder)
  const inside = useOwnFolders().filter((other) => isBelow(folder, other)).length
  const text = t('deleteText', { count: folder.total })
  const confirm = async () => {
    onClose()
    // Not when it is gone: its list would be asked for once more.
    follow('inbox')
    await remove(folder)
  }
  return (
    <Confirm
      title={t('deleteTitle', { name: folder.name })}
      text={inside > 0 ? `${text} ${t('deleteBelow', { count: inside })}` : text}
      verb={t('delete')}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    />
  )
}
