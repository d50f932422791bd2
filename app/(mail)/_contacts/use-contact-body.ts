import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import {
  dropUnsaved,
  keepUnsaved,
  leaveUnsaved,
  newContact,
  resumeUnsaved,
  unsavedContact,
} from '@/app/(mail)/_contacts/unsaved-contacts'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { goTo } from '@/app/(mail)/_state/place'
import type { ContactBody } from '@/lib/contract/contacts'

const bodyOf = ({ name, organisation, addresses, phones, note }: ContactBody): ContactBody => ({
  name,
  organisation,
  addresses,
  phones,
  note,
})

const filled = (texts: string[]) => texts.map((text) => text.trim()).filter((text) => text !== '')

/** Without the lines that were left empty. */
const tidied = (body: ContactBody): ContactBody => ({
  ...body,
  addresses: filled(body.addresses),
  phones: filled(body.phones),
})

const same = (one: ContactBody, other: ContactBody) => JSON.stringify(tidied(one)) === JSON.stringify(tidied(other))

/**
 * What stands in the form of a contact (null for a new one), kept when one goes elsewhere. `giveUp` forgets it; so do saving
 * and putting everything back as it was.
 */
export function useContactBody(id: string | null, given: ContactBody) {
  const t = useTranslations('contacts')
  const key = id ?? newContact
  const [body, setBody] = useState(() => unsavedContact(key) ?? bodyOf(given))
  const change = (patch: Partial<ContactBody>) => {
    const next = { ...body, ...patch }
    setBody(next)
    if (same(next, bodyOf(given))) dropUnsaved(key)
    else keepUnsaved(key, next)
  }
  const onLeft = useEffectEvent(() => {
    const left = unsavedContact(key)
    if (left === undefined) return
    const run = () => goTo(contactsPath({ group: null, contact: key }))
    leaveUnsaved(key, showToast(t('unsaved', { name: left.name || t('new') }), { action: { label: t('goOn'), run } }))
  })
  useEffect(() => {
    resumeUnsaved(key)
    return () => onLeft()
  }, [key])
  return { body, tidy: tidied(body), change, giveUp: () => dropUnsaved(key) }
}
