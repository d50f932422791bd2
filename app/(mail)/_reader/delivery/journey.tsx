'use client'

import { Download, Pause, Play } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Menu } from '@/app/_ui/menu'
import { JourneyPicture } from '@/app/(mail)/_reader/delivery/journey-picture'
import { savePicture } from '@/app/(mail)/_reader/delivery/save-picture'
import { stationsOf, stepsFor } from '@/app/(mail)/_reader/delivery/stations'
import { StepList } from '@/app/(mail)/_reader/delivery/step-list'
import { useReplay } from '@/app/(mail)/_reader/delivery/use-replay'
import { useAccount } from '@/app/(mail)/_state/account'
import type { Delivery, RecipientDelivery } from '@/lib/contract/delivery'
import type { MessageDetail } from '@/lib/contract/messages'

type JourneyProps = { delivery: Delivery; recipient: RecipientDelivery | undefined; detail: MessageDetail }

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The way of the message for one recipient: as a picture, and step by step as a list. */
export function Journey({ delivery, recipient, detail }: JourneyProps) {
  const t = useTranslations('delivery')
  const { address } = useAccount()
  const picture = useRef<SVGSVGElement>(null)
  const steps = stepsFor(delivery, recipient)
  const mailbox = recipient?.deliveredTo.at(-1) ?? recipient?.recipient ?? address
  const stations = stationsOf(steps, detail.from[0]?.address ?? '', mailbox)
  const replay = useReplay(stations.length)
  const save = (format: 'svg' | 'png') => picture.current && void savePicture(picture.current, 'journey', format)
  return (
    <section aria-label={t('journey')} className="mt-5">
      <div className="flex items-center gap-2">
        <h3 className="flex-1 font-semibold">{t('journey')}</h3>
        <Button kind="quiet" onClick={replay.running ? replay.stop : replay.start}>
          {replay.running ? <Pause {...icon} /> : <Play {...icon} />}
          {t(replay.running ? 'pause' : 'replay')}
        </Button>
        <Menu
          label={t('save')}
          className="grid size-8 place-items-center rounded-md text-ink-soft hover:bg-hover"
          entries={[
            { label: t('saveSvg'), run: () => save('svg') },
            { label: t('savePng'), run: () => save('png') },
          ]}
        >
          <Download {...icon} />
        </Menu>
      </div>
      <JourneyPicture ref={picture} stations={stations} shown={replay.shown} />
      <StepList steps={steps} sender={delivery.sender} />
    </section>
  )
}
