'use client'

import { EllipsisVertical } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyView } from '@/app/_ui/lazy-view'
import { Menu } from '@/app/_ui/menu'
import type { LabelDialogKind } from '@/app/(mail)/_labels/label-dialog'
import { LabelDot } from '@/app/(mail)/_labels/label-dot'
import { useLabelVerbs } from '@/app/(mail)/_labels/use-label-verbs'
import { NavHeading, NavLine } from '@/app/(mail)/_nav/nav-line'
import { UnreadCount } from '@/app/(mail)/_nav/unread-count'
import { nameTree } from '@/app/(mail)/_state/name-tree'
import { useIsHere } from '@/app/(mail)/_state/place'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import { useLabels } from '@/app/(mail)/_state/use-labels'
import { type LabelColor, labelColors } from '@/lib/contract/label-colors'
import type { Label } from '@/lib/contract/labels'

const LabelDialog = lazyView(() => import('@/app/(mail)/_labels/label-dialog'))

/** The labels of the navigation, nested by their names, and what can be done with them. */
export default function LabelSection({ onFollow }: { onFollow?: () => void }) {
  const t = useTranslations('labels')
  const labels = useLabels()
  const [dialog, setDialog] = useState<LabelDialogKind | null>(null)
  const [showHidden, setShowHidden] = useState(false)
  const hidden = labels.filter((label) => label.hidden).length
  const shown = showHidden ? labels : labels.filter((label) => !label.hidden)
  return (
    <>
      <NavHeading text={t('title')} add={{ label: t('new'), run: () => setDialog({ kind: 'create' }) }} />
      {shown.length > 0 && (
        <ul aria-label={t('title')}>
          {nameTree(shown, ({ name }) => name).map(({ path, name, depth, item }) => (
            <LabelLine
              key={item?.id ?? path}
              label={item}
              path={path}
              name={name}
              depth={depth}
              onDialog={setDialog}
              onFollow={onFollow}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button
          type="button"
          aria-expanded={showHidden}
          onClick={() => setShowHidden(!showHidden)}
          className="flex h-8 w-full items-center rounded-md pl-10 text-ink-faint text-sm hover:bg-hover hover:text-ink max-md:h-11"
        >
          {t(showHidden ? 'hideHidden' : 'hidden', { count: hidden })}
        </button>
      )}
      {dialog && (
        <Suspense fallback={null}>
          <LabelDialog dialog={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  )
}

type LabelLineProps = {
  label: Label | null
  path: string
  name: string
  depth: number
  onDialog: (dialog: LabelDialogKind) => void
  onFollow?: () => void
}

function LabelLine({ label, path, name, depth, onDialog, onFollow }: LabelLineProps) {
  const isHere = useIsHere()
  if (!label) return <NavLine href={null} depth={depth} icon={null} name={name} title={path} />
  return (
    <NavLine
      href={mailboxPath(label.id)}
      here={isHere(label.id)}
      depth={depth}
      icon={<LabelDot color={label.color} />}
      name={name}
      title={path}
      quiet={label.hidden}
      count={<UnreadCount unread={label.unread} />}
      menu={<LabelMenu label={label} onDialog={onDialog} />}
      target={{ id: label.id, name: label.name, action: { label: label.id, value: true } }}
      onFollow={onFollow}
    />
  )
}

const isColor = (value: string): value is LabelColor => labelColors.some((color) => color === value)

function LabelMenu({ label, onDialog }: { label: Label; onDialog: (dialog: LabelDialogKind) => void }) {
  const t = useTranslations('labels')
  const { change } = useLabelVerbs()
  return (
    <Menu
      label={t('options', { name: label.name })}
      tip={false}
      className="grid size-7 place-items-center text-ink-soft hover:bg-pressed max-md:size-10"
      entries={[
        { label: t('rename'), run: () => onDialog({ kind: 'rename', label }) },
        {
          label: t(label.hidden ? 'show' : 'hide'),
          run: () => void change(label, { hidden: !label.hidden }),
        },
        { label: t('delete'), danger: true, run: () => onDialog({ kind: 'delete', label }) },
        'line',
        {
          group: t('color'),
          value: label.color,
          options: labelColors.map((color) => ({
            value: color,
            label: t(`colors.${color}`),
            icon: <LabelDot color={color} />,
          })),
          choose: (color) => isColor(color) && void change(label, { color }),
        },
      ]}
    >
      <EllipsisVertical size={16} strokeWidth={1.75} aria-hidden />
    </Menu>
  )
}
