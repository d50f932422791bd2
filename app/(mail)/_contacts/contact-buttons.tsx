import { Trash2, Users } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { lazyView } from '@/app/_ui/lazy-view'
import { showToast } from '@/app/_ui/toast'
import { dropUnsaved } from '@/app/(mail)/_contacts/unsaved-contacts'
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

/** Deletes contacts; a toast offers to bring them back. */
export function DeleteButton({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations('contacts')
  const ui = useTranslations('ui')
  const edits = useContactEdits()
  const bringBack = async (undo: string) => {
    const done = await edits.restore(undo)
    if (done) showToast(t('restored', { count: done.restored }))
  }
  const remove = async () => {
    // first, or what is shown would be asked for when it is gone
    onDone()
    const done = await edits.remove(ids)
    if (done === null) return
    dropUnsaved(...ids)
    const { removed: count, undo } = done
    const action = undo === null ? undefined : { label: ui('undo'), run: () => void bringBack(undo) }
    showToast(t('deleted', { count }), { action })
  }
  return (
    <IconButton label={t('delete')} onClick={() => void remove()}>
      <Trash2 {...icon} />
    </IconButton>
  )
}
