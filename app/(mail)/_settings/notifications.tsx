'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { showToast } from '@/app/_ui/toast'
import { Switch } from '@/app/(mail)/_settings/choice'
import { playArrival } from '@/app/(mail)/_state/notify/play-arrival'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'

type Permission = NotificationPermission | 'unsupported'

export function Notifications() {
  const t = useTranslations('settings')
  const { notifications, sound } = usePreferences()
  const change = useChangePreferences()
  const [permission, setPermission] = useState<Permission>('default')
  useEffect(() => setPermission('Notification' in window ? Notification.permission : 'unsupported'), [])
  const choose = async (on: boolean) => {
    // Asked only here, by a click on the switch: a page that asks by itself is refused for ever.
    const answer = on && permission !== 'unsupported' ? await Notification.requestPermission() : permission
    setPermission(answer)
    if (!on || answer === 'granted') change({ notifications: on })
    else showToast(t('notificationsRefused'), { tone: 'error' })
  }
  return (
    <>
      <Switch
        label={t('notifications')}
        hint={permission === 'granted' ? t('notificationsHint') : t(`permission.${permission}`)}
        checked={notifications && permission === 'granted'}
        disabled={permission === 'unsupported'}
        onChange={(on) => void choose(on)}
      />
      <Switch label={t('sound')} hint={t('soundHint')} checked={sound} onChange={(on) => change({ sound: on })}>
        <Button onClick={() => void playArrival()}>{t('playSound')}</Button>
      </Switch>
    </>
  )
}
