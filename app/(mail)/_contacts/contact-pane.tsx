import { ArrowLeft, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { Skeleton } from '@/app/_ui/skeleton'
import { ContactForm } from '@/app/(mail)/_contacts/contact-form'
import { ContactView } from '@/app/(mail)/_contacts/contact-view'
import { unsavedContact } from '@/app/(mail)/_contacts/unsaved-contacts'
import { useContact } from '@/app/(mail)/_contacts/use-contacts'
import { type ContactsPlace, contactsPath } from '@/app/(mail)/_state/contacts-path'
import { goTo } from '@/app/(mail)/_state/place'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'

const nobody = { name: '', organisation: '', phones: [], note: '', addresses: [] }

/** One contact: read, edited or written anew. */
export function ContactPane({ place }: { place: ContactsPlace }) {
  const t = useTranslations('contacts')
  if (place.contact === null) {
    return (
      <div className="grid flex-1 place-content-center justify-items-center gap-2 p-6 text-center text-ink-faint text-sm">
        <UserRound size={28} strokeWidth={1.5} aria-hidden />
        {t('choose')}
      </div>
    )
  }
  const leave = () => goTo(contactsPath({ group: place.group, contact: null }))
  const open = (id: string) => goTo(contactsPath({ group: place.group, contact: id }), { replace: true })
  return (
    <section
      aria-label={t('details')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
    >
      <div className="max-w-2xl">
        <IconButton label={t('back')} onClick={leave} className="mt-2 -ml-2 md:hidden">
          <ArrowLeft size={20} strokeWidth={1.75} aria-hidden />
        </IconButton>
        {place.contact === 'new' ? (
          <ContactForm id={null} given={nobody} onDone={(id) => (id === null ? leave() : open(id))} />
        ) : (
          <KnownContact id={place.contact} onLeave={leave} />
        )}
      </div>
    </section>
  )
}

function KnownContact({ id, onLeave }: { id: string; onLeave: () => void }) {
  const t = useTranslations('ui')
  const problemText = useProblemText()
  const { data, error } = useContact(id)
  const [editing, setEditing] = useState(unsavedContact(id) !== undefined)
  if (error) {
    return (
      <p role="alert" className="py-8 text-ink-soft">
        {problemText(error)}
      </p>
    )
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('loading')} className="space-y-4 py-8">
        <Skeleton className="w-48" />
        <Skeleton className="w-72" />
      </div>
    )
  }
  if (!editing) return <ContactView contact={data} onEdit={() => setEditing(true)} onGone={onLeave} />
  const given = { ...data, addresses: data.addresses.map(({ address }) => address) }
  return <ContactForm id={id} given={given} onDone={() => setEditing(false)} />
}
