import { useTranslations } from 'use-intl'
import { Picker } from '@/app/_ui/picker'
import { showToast } from '@/app/_ui/toast'
import { useContactEdits } from '@/app/(mail)/_contacts/use-contact-edits'
import { useGroups } from '@/app/(mail)/_contacts/use-contacts'

type GroupPickerProps = { anchor: Element; ids: string[]; onDone: (() => void) | undefined; onClose: () => void }

/** Chooses the group that contacts are put into, or makes one. */
export default function GroupPicker({ anchor, ids, onDone, onClose }: GroupPickerProps) {
  const t = useTranslations('contacts')
  const { data } = useGroups()
  const edits = useContactEdits()
  const add = async (group: string, name: string) => {
    onClose()
    if (!(await edits.addTo(group, ids))) return
    onDone?.()
    showToast(t('added', { count: ids.length, name }))
  }
  const create = async (name: string) => {
    const made = await edits.createGroup(name)
    if (made) await add(made.id, name)
  }
  const groups = data?.groups ?? []
  return (
    <Picker
      title={t('addToGroup')}
      filterLabel={t('filterGroups')}
      anchor={anchor}
      items={groups.map(({ id, name }) => ({ id, label: name }))}
      onChoose={(id) => void add(id, groups.find((group) => group.id === id)?.name ?? '')}
      create={{ label: (name) => t('createNamed', { name }), run: (name) => void create(name) }}
      empty={t('noGroups')}
      onClose={onClose}
    />
  )
}
