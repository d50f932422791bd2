'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Confirm } from '@/app/_ui/confirm'
import { Dialog } from '@/app/_ui/dialog'
import { ColorChoice } from '@/app/(mail)/_labels/color-choice'
import { NameField } from '@/app/(mail)/_labels/name-field'
import { useLabelVerbs } from '@/app/(mail)/_labels/use-label-verbs'
import { listedName, mailboxListed } from '@/app/(mail)/_state/listed'
import { goTo, usePlace } from '@/app/(mail)/_state/place'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import { useLabels } from '@/app/(mail)/_state/use-labels'
import { type LabelColor, labelColors } from '@/lib/contract/label-colors'
import type { Label } from '@/lib/contract/labels'
import { labelNameProblem, tidyName } from '@/lib/contract/names'

export type LabelDialogKind = { kind: 'create' } | { kind: 'rename' | 'delete'; label: Label }

/** Making, renaming and deleting a label. */
export default function LabelDialog({ dialog, onClose }: { dialog: LabelDialogKind; onClose: () => void }) {
  if (dialog.kind === 'delete') return <DeleteLabel label={dialog.label} onClose={onClose} />
  return <NameLabel label={dialog.kind === 'rename' ? dialog.label : null} onClose={onClose} />
}

function NameLabel({ label, onClose }: { label: Label | null; onClose: () => void }) {
  const t = useTranslations('labels')
  const { create, change } = useLabelVerbs()
  const [name, setName] = useState(label?.name ?? '')
  const [color, setColor] = useState<LabelColor>(label?.color ?? labelColors[6])
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const problem = labelNameProblem(tidyName(name))
  const save = async () => {
    setShown(true)
    if (problem || busy) return
    setBusy(true)
    const done = label ? await change(label, { name, color }) : (await create({ name, color })) !== null
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(label ? 'rename' : 'new')}>
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NameField
          label={t('name')}
          value={name}
          onChange={setName}
          problem={shown ? problem : null}
          hint={t('nesting')}
        />
        <ColorChoice value={color} onChange={setColor} />
        <div className="flex justify-end gap-2">
          <Cancel onClick={onClose} />
          <Button kind="primary" type="submit" disabled={busy}>
            {t(label ? 'save' : 'create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Cancel({ onClick }: { onClick: () => void }) {
  return <Button onClick={onClick}>{useTranslations('ui')('cancel')}</Button>
}

function DeleteLabel({ label, onClose }: { label: Label; onClose: () => void }) {
  const t = useTranslations('labels')
  const { remove } = useLabelVerbs()
  const { listed } = usePlace()
  const below = useLabels().some(({ name }) => name.startsWith(`${label.name}/`))
  const confirm = async () => {
    onClose()
    const gone = await remove(label)
    if (gone && listedName(listed) === listedName(mailboxListed(label.id))) goTo(mailboxPath('inbox'))
  }
  return (
    <Confirm
      title={t('deleteTitle', { name: label.name })}
      text={below ? `${t('deleteText')} ${t('deleteBelow')}` : t('deleteText')}
      verb={t('delete')}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    />
  )
}
