import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { FormEnd } from '@/app/_ui/form-end'
import { TextArea, TextField } from '@/app/_ui/text-field'
import { ManyFields } from '@/app/(mail)/_contacts/many-fields'
import { useContactBody } from '@/app/(mail)/_contacts/use-contact-body'
import { useSaveContact } from '@/app/(mail)/_contacts/use-contact-edits'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { ContactBody } from '@/lib/contract/contacts'

type FormProps = {
  /** Null for a new one. */
  id: string | null
  given: ContactBody
  /** With the id when it was saved, null when not. */
  onDone: (id: string | null) => void
}

/** Writes a contact, or one that is new. What is written into it stays when one goes elsewhere, until it is saved or cancelled. */
export function ContactForm({ id, given, onDone }: FormProps) {
  const t = useTranslations('contacts')
  const problemText = useProblemText()
  const save = useSaveContact()
  const { body, tidy, change, giveUp } = useContactBody(id, given)
  const cancel = () => {
    giveUp()
    onDone(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ id, body: tidy }, { onSuccess: (saved) => onDone(saved.id) })
  }
  return (
    <form aria-label={t(id === null ? 'new' : 'edit')} onSubmit={submit} className="space-y-4 pt-6 max-md:pt-2">
      <h2 className="font-semibold text-xl">{t(id === null ? 'new' : 'edit')}</h2>
      <TextField focused label={t('name')} value={body.name} maxLength={300} onChange={(name) => change({ name })} />
      <ManyFields
        label={t('addresses')}
        one={(n) => t('addressNumber', { n })}
        more={t('addAddress')}
        type="email"
        maxLength={320}
        values={body.addresses}
        onChange={(addresses) => change({ addresses })}
      />
      <ManyFields
        label={t('phones')}
        one={(n) => t('phoneNumber', { n })}
        more={t('addPhone')}
        type="tel"
        maxLength={100}
        values={body.phones}
        onChange={(phones) => change({ phones })}
      />
      <TextField
        label={t('organisation')}
        value={body.organisation}
        maxLength={300}
        onChange={(organisation) => change({ organisation })}
      />
      <TextArea label={t('note')} value={body.note} maxLength={20_000} onChange={(note) => change({ note })} />
      <FormEnd
        save={t('save')}
        busy={save.isPending}
        problem={save.error && problemText(save.error)}
        onCancel={cancel}
      />
    </form>
  )
}
