'use client'

import { Menu as MenuIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '@/app/_ui/dialog'
import { IconButton } from '@/app/_ui/icon-button'
import { MailboxList } from '@/app/(mail)/_nav/mailbox-list'
import { QuotaMeter } from '@/app/(mail)/_nav/quota-meter'
import { Brand } from '@/app/(mail)/_nav/sidebar'

/** On a phone the mailboxes come from the left when asked for. */
export function Drawer() {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const show = () => {
    setUsed(true)
    setOpen(true)
  }
  return (
    <>
      <IconButton
        label={t('shell.openMenu')}
        aria-haspopup="dialog"
        aria-expanded={open}
        className="md:hidden"
        onClick={show}
      >
        <MenuIcon size={20} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {used && (
        <Dialog open={open} onOpenChange={setOpen} title={t('nav.label')} hideTitle kind="drawer">
          <div className="flex min-h-full flex-col">
            <Brand />
            <MailboxList onFollow={() => setOpen(false)} />
            <QuotaMeter />
          </div>
        </Dialog>
      )}
    </>
  )
}
