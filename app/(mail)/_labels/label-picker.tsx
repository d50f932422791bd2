'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Picker } from '@/app/_ui/picker'
import type { Tick } from '@/app/_ui/picker-option'
import { LabelDot } from '@/app/(mail)/_labels/label-dot'
import { useLabelVerbs } from '@/app/(mail)/_labels/use-label-verbs'
import type { LabelChange } from '@/app/(mail)/_state/actions'
import { useLabels } from '@/app/(mail)/_state/use-labels'

type LabelPickerProps = {
  anchor: Element | null
  /** The labels of each conversation chosen. */
  labelled: { labels: string[] }[]
  onApply: (changes: LabelChange[]) => void
  onClose: () => void
}

/** Ticks labels on and off for the conversations chosen; nothing happens before Apply or Enter. */
export default function LabelPicker({ anchor, labelled, onApply, onClose }: LabelPickerProps) {
  const t = useTranslations('labels')
  const labels = useLabels()
  const { create } = useLabelVerbs()
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tickOf = (id: string, chosen = ticked): Tick => chosen.get(id) ?? tickAmong(labelled, id)
  const items = useMemo(
    () => labels.map(({ id, name, color }) => ({ id, label: name, icon: <LabelDot color={color} /> })),
    [labels],
  )
  const apply = (chosen: ReadonlyMap<string, boolean>) => {
    onClose()
    const changes = [...chosen].filter(([id, value]) => tickAmong(labelled, id) !== value)
    if (changes.length > 0) onApply(changes.map(([label, value]) => ({ label, value })))
  }
  const toggle = (id: string, how: 'toggle' | 'finish') => {
    const chosen = new Map(ticked).set(id, tickOf(id) !== true)
    if (how === 'finish') apply(chosen)
    else setTicked(chosen)
  }
  const createNew = async (name: string) => {
    const label = await create({ name })
    if (label) apply(new Map(ticked).set(label.id, true))
  }
  return (
    <Picker
      title={t('pick')}
      filterLabel={t('filter')}
      anchor={anchor}
      items={items}
      tickOf={tickOf}
      onChoose={toggle}
      onFinish={ticked.size > 0 ? () => apply(ticked) : undefined}
      create={{ label: (name) => t('createNamed', { name }), run: (name) => void createNew(name) }}
      empty={t('none')}
      onClose={onClose}
      footer={
        ticked.size > 0 && (
          <Button kind="primary" onClick={() => apply(ticked)}>
            {t('apply')}
          </Button>
        )
      }
    />
  )
}

function tickAmong(labelled: { labels: string[] }[], id: string): Tick {
  const having = labelled.filter(({ labels }) => labels.includes(id)).length
  if (having === 0) return false
  return having === labelled.length ? true : 'mixed'
}
