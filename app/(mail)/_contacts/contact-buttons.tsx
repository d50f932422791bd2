import { Trash2, Users } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'
import { IconButton } from '@/app/_ui/icon-button'
import { lazyView } from '@/app/_ui/lazy-view'
import { showToast } from '@/app/_ui/toast'
import { useContactEdits } from '@/app/(mail)/_contacts/use-contact-edits'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

const GroupPicker = lazyView(() => import('@/app/(mail)/_contacts/group-picker'))

/** Puts contacts into a group. */
export function GroupButton({ ids, onDone }: { ids: string[]; onDone?: () => void }) {
  const t = useTranslations('contacts')
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <>
      <IconButton label={t('addToGroup')} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
        <Users {...icon} />
      </IconButton>
      {anchor && (
        <Suspense fallback={null}>
          <GroupPicker anchor={anchor} ids={ids} onDone={onDone} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}

/** Deletes contacts, once that is agreed to; it cannot be undone. */
export function DeleteButton({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations('contacts')
  const edits = useContactEdits()
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    setAsking(false)
    // first, or what is shown would be asked for when it is gone
    onDone()
    const done = await edits.remove(ids)
    if (done) showToast(t('deleted', { count: done.removed }))
  }
  return (
    <>
      <IconButton label={t('delete')} onClick={() => setAsking(true)}>
        <Trash2 {...icon} />
      </IconButton>
      {asking && (
        <Confirm
          title={t('deleteTitle', { count: ids.length })}
          text={t('deleteText')}
          verb={t('delete')}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
