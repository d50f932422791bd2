'use client'

import { EllipsisVertical, Folder } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyView } from '@/app/_ui/lazy-view'
import { Menu } from '@/app/_ui/menu'
import type { FolderDialogKind } from '@/app/(mail)/_labels/folder-dialog'
import { NavHeading, NavLine } from '@/app/(mail)/_nav/nav-line'
import { UnreadCount } from '@/app/(mail)/_nav/unread-count'
import { nameTree } from '@/app/(mail)/_state/name-tree'
import { useIsHere } from '@/app/(mail)/_state/place'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import type { Mailbox } from '@/lib/contract/mailboxes'

const FolderDialog = lazyView(() => import('@/app/(mail)/_labels/folder-dialog'))

/** The person's own folders, for those who come with them. */
export default function FolderSection({ folders, onFollow }: { folders: Mailbox[]; onFollow?: () => void }) {
  const t = useTranslations('folders')
  const [dialog, setDialog] = useState<FolderDialogKind | null>(null)
  return (
    <>
      <NavHeading text={t('title')} add={{ label: t('new'), run: () => setDialog({ kind: 'create' }) }} />
      {folders.length > 0 && (
        <ul aria-label={t('title')}>
          {nameTree(folders, ({ path }) => path).map(({ path, name, depth, item }) => (
            <FolderLine
              key={item?.id ?? path}
              folder={item}
              path={path}
              name={name}
              depth={depth}
              onDialog={setDialog}
              onFollow={onFollow}
            />
          ))}
        </ul>
      )}
      {dialog && (
        <Suspense fallback={null}>
          <FolderDialog dialog={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  )
}

type FolderLineProps = {
  folder: Mailbox | null
  path: string
  name: string
  depth: number
  onDialog: (dialog: FolderDialogKind) => void
  onFollow?: () => void
}

function FolderLine({ folder, path, name, depth, onDialog, onFollow }: FolderLineProps) {
  const isHere = useIsHere()
  const icon = <Folder size={16} strokeWidth={1.75} aria-hidden />
  if (!folder) return <NavLine href={null} depth={depth} icon={icon} name={name} title={path} />
  return (
    <NavLine
      href={mailboxPath(folder.id)}
      here={isHere(folder.id)}
      depth={depth}
      icon={icon}
      name={name}
      title={path}
      count={<UnreadCount unread={folder.unread} />}
      menu={<FolderMenu folder={folder} onDialog={onDialog} />}
      target={{ id: folder.id, name, action: { moveTo: folder.id } }}
      onFollow={onFollow}
    />
  )
}

function FolderMenu({ folder, onDialog }: { folder: Mailbox; onDialog: (dialog: FolderDialogKind) => void }) {
  const t = useTranslations('folders')
  return (
    <Menu
      label={t('options', { name: folder.path })}
      tip={false}
      className="grid size-7 place-items-center text-ink-soft hover:bg-pressed max-md:size-10"
      entries={[
        { label: t('change'), run: () => onDialog({ kind: 'change', folder }) },
        { label: t('delete'), danger: true, run: () => onDialog({ kind: 'delete', folder }) },
      ]}
    >
      <EllipsisVertical size={16} strokeWidth={1.75} aria-hidden />
    </Menu>
  )
}
