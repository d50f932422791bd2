'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Choice, Switch } from '@/app/(mail)/_settings/choice'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'
import { clocks, receiptChoices, undoWindows } from '@/lib/contract/preferences'

const delays = ['0', '2', '5', '20', 'never'] as const

export function General() {
  const t = useTranslations('settings')
  const { clock, conversations, markReadAfter, readReceipts, undoSeconds } = usePreferences()
  const change = useChangePreferences()
  const locale = useLocale()
  const delay = delays.find((each) => each === String(markReadAfter ?? 'never')) ?? '0'
  return (
    <>
      <Choice
        label={t('language')}
        value={locale}
        options={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        onChoose={(chosen) => change({ locale: chosen })}
      />
      <Choice
        label={t('clock')}
        value={clock}
        options={clocks.map((value) => ({ value, label: t(`clocks.${value}`) }))}
        onChoose={(chosen) => change({ clock: chosen })}
      />
      <Switch
        label={t('conversations')}
        hint={t('conversationsHint')}
        checked={conversations}
        onChange={(checked) => change({ conversations: checked })}
      />
      <Choice
        label={t('undoSend')}
        hint={t('undoSendHint')}
        value={String(undoSeconds)}
        options={undoWindows.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('undoSendOff') : t('undoSendFor', { count: seconds }),
        }))}
        onChoose={(chosen) => change({ undoSeconds: undoWindows.find((each) => String(each) === chosen) })}
      />
      <Choice
        label={t('markRead')}
        value={delay}
        options={delays.map((value) => ({ value, label: delayText(value, t) }))}
        onChoose={(chosen) => change({ markReadAfter: chosen === 'never' ? null : Number(chosen) })}
      />
      <Choice
        label={t('readReceipts')}
        hint={t('readReceiptsHint')}
        value={readReceipts}
        options={receiptChoices.map((value) => ({ value, label: t(`receiptChoices.${value}`) }))}
        onChoose={(chosen) => change({ readReceipts: chosen })}
      />
    </>
  )
}

function delayText(delay: (typeof delays)[number], t: ReturnType<typeof useTranslations<'settings'>>): string {
  if (delay === 'never') return t('markReadNever')
  return delay === '0' ? t('markReadAtOnce') : t('markReadAfter', { count: Number(delay) })
}
