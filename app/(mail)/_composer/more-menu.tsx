import { EllipsisVertical, FileInput, FilePlus, MailCheck, Type } from 'lucide-react'
import { type RefObject, Suspense, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyView } from '@/app/_ui/lazy-view'
import { Menu } from '@/app/_ui/menu'
import type { BodyTools } from '@/app/(mail)/_composer/use-identity'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'

const InsertTemplate = lazyView(() => import('@/app/(mail)/_composer/templates/insert-template'))
const SaveTemplate = lazyView(() => import('@/app/(mail)/_composer/templates/save-template'))

type Props = {
  session: DraftSession
  tools: RefObject<BodyTools | null>
  signature: string
  onToggleFormat: () => void
}

/** What is wanted more rarely while writing: templates, a read receipt, plain text. */
export function MoreMenu({ session, tools, signature, onToggleFormat }: Props) {
  const t = useTranslations('composer')
  const [open, setOpen] = useState<'insert' | 'save' | null>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const close = () => setOpen(null)
  const { format, receipt } = session.snapshot().draft
  const rich = format === 'html'
  return (
    <span ref={anchor}>
      <Menu
        label={t('more')}
        className="grid size-8 place-items-center text-ink-soft hover:bg-hover max-md:size-10"
        entries={[
          { label: t('insertTemplate'), icon: <FileInput {...look} />, run: () => setOpen('insert') },
          { label: t('saveTemplate'), icon: <FilePlus {...look} />, run: () => setOpen('save') },
          'line',
          {
            label: t(receipt ? 'noReceipt' : 'askReceipt'),
            icon: <MailCheck {...look} />,
            run: () => session.change({ receipt: !receipt }),
          },
          { label: t(rich ? 'usePlain' : 'useRich'), icon: <Type {...look} />, run: onToggleFormat },
        ]}
      >
        <EllipsisVertical {...look} />
      </Menu>
      <Suspense fallback={null}>
        {open === 'insert' && (
          <InsertTemplate session={session} tools={tools} anchor={anchor.current} onClose={close} />
        )}
        {open === 'save' && <SaveTemplate session={session} signature={signature} onClose={close} />}
      </Suspense>
    </span>
  )
}

const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
