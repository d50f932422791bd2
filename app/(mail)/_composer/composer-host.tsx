'use client'

import { type CSSProperties, useEffect, useState, useSyncExternalStore } from 'react'
import { ComposerDesk } from '@/app/(mail)/_composer/composer-desk'
import { ComposerWindow } from '@/app/(mail)/_composer/composer-window'
import { Recovery } from '@/app/(mail)/_composer/recovery'
import { useVisibleHeight } from '@/app/(mail)/_composer/use-visible-height'
import { WindowPlace } from '@/app/(mail)/_composer/window-place'
import { useAccount } from '@/app/(mail)/_state/account'
import { onComposerIntent } from '@/app/(mail)/_state/composer-intents'
import { takePlace, useOfferedPlace } from '@/app/(mail)/_state/composer-place'
import { useIdentities } from '@/app/(mail)/_state/use-identities'

/** All composers of this tab, above the pages, so that they stay while one walks through the mail. */
export default function ComposerHost() {
  const { address } = useAccount()
  const [desk] = useState(() => new ComposerDesk(address))
  // asked for while the first window opens
  useIdentities()
  const windows = useSyncExternalStore(desk.subscribe, desk.windows)
  const visibleHeight = useVisibleHeight()
  const [dock, setDock] = useState<HTMLElement | null>(null)
  const below = useOfferedPlace()
  const inline = windows.some(({ layout }) => layout === 'inline')
  useEffect(() => takePlace(inline), [inline])
  useEffect(() => (below ? () => desk.stepAside() : undefined), [below, desk])
  useEffect(() => {
    const stop = onComposerIntent(desk.open)
    return () => {
      stop()
    }
  }, [desk])
  return (
    <div
      className="pointer-events-none fixed right-4 bottom-0 z-40 flex flex-row-reverse items-end gap-3 max-md:right-2 max-md:bottom-14"
      style={{ '--viewport': visibleHeight } as CSSProperties}
    >
      <div ref={setDock} className="contents" />
      {windows.map((window) => (
        <WindowPlace
          key={window.id}
          place={window.layout === 'inline' ? below : dock}
          reveal={window.layout === 'inline' && window.state === 'ready'}
        >
          <ComposerWindow desk={desk} window={window} />
        </WindowPlace>
      ))}
      <Recovery desk={desk} account={address} />
    </div>
  )
}
