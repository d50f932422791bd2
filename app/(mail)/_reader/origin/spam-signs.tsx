'use client'

import { useTranslations } from 'use-intl'
import { Part } from '@/app/(mail)/_reader/origin/part'
import { isKnownSign } from '@/app/(mail)/_reader/origin/sign-names'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { MessageOrigin } from '@/lib/contract/origin'

type Spam = NonNullable<MessageOrigin['spam']>

/** What the spam filter saw, in words, heaviest first. What weighs nothing is only named. */
export function SpamSigns({ spam }: { spam: MessageOrigin['spam'] }) {
  const t = useTranslations('origin.spam')
  const format = useFormat()
  if (spam === null) {
    return (
      <Part title={t('title')}>
        <p className="text-ink-soft">{t('none')}</p>
      </Part>
    )
  }
  const light = spam.symbols.filter(({ score }) => score === 0)
  return (
    <Part title={t('title')}>
      <p>{t(spam.marked ? 'marked' : 'clean', { score: format.count(spam.score) })}</p>
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{t('signs')}</caption>
        <tbody>
          {spam.symbols
            .filter(({ score }) => score !== 0)
            .map((sign) => (
              <SignRow key={sign.name} sign={sign} />
            ))}
        </tbody>
      </table>
      {light.length > 0 && (
        <details className="text-ink-faint text-sm">
          <summary className="cursor-pointer">{t('light', { count: light.length })}</summary>
          <p className="mt-1 break-words font-mono text-xs">{light.map(({ name }) => name).join(', ')}</p>
        </details>
      )}
    </Part>
  )
}

function SignRow({ sign: { name, score, options } }: { sign: Spam['symbols'][number] }) {
  const t = useTranslations('origin')
  const format = useFormat()
  return (
    <tr className="border-line border-t align-baseline">
      <td className={`w-16 py-1 pr-3 tabular-nums ${score > 0 ? 'text-danger-text' : 'text-good-text'}`}>
        {score > 0 ? '+' : ''}
        {format.count(score)}
      </td>
      <th scope="row" className="break-words py-1 font-normal">
        {isKnownSign(name) ? t(`sign.${name}`) : t('spam.unknownSign', { name })}{' '}
        {options !== '' && (
          <span dir="auto" className="break-all text-ink-faint text-xs">
            {options}
          </span>
        )}
      </th>
    </tr>
  )
}
