'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { Late } from '@/app/_ui/late'
import { lazyView, loadCode } from '@/app/_ui/lazy-view'
import { ThreadList } from '@/app/(mail)/_list/thread-list'
import { listedName } from '@/app/(mail)/_state/listed'
import {
  useAdminSection,
  useContactsPlace,
  useIsAtSystem,
  usePlace,
  useSettingsSection,
} from '@/app/(mail)/_state/place'
import { readerIsLoaded } from '@/app/(mail)/_state/place-provider'
import { refKey } from '@/app/(mail)/_state/query-keys'
import { prepareChanges } from '@/app/(mail)/_state/use-changes'
import { useListMode } from '@/app/(mail)/_state/use-list-mode'
import { usePane } from '@/app/(mail)/use-pane'

const loadReader = () => import('@/app/(mail)/_reader/reader')
const LazyReader = lazyView(loadReader)
const loadRowActions = () => import('@/app/(mail)/_list/row-actions')
const PaneView = lazyView(() => import('@/app/(mail)/pane-view'))
const SettingsView = lazyView(() => import('@/app/(mail)/_settings/settings-view'))
const AdminView = lazyView(() => import('@/app/(mail)/_admin/admin-view'))
const ContactsPage = lazyView(() => import('@/app/(mail)/_contacts/contacts-page'))
const SystemPage = lazyView(() => import('@/app/(mail)/_system/system-page'))
const SearchPage = lazyView(() => import('@/app/(mail)/_search/search-page'))

/** What React's `lazy` would wait for once more though it is there. Of the browser only: a server draws for everybody. */
let loadedReader: typeof LazyReader | Awaited<ReturnType<typeof loadReader>>['default'] = LazyReader

async function prepareReading(): Promise<void> {
  const { default: Reader, prepareReader } = await loadCode(loadReader)
  loadedReader = Reader
  readerIsLoaded()
  prepareReader()
}

/** Keeps the component it began with: another one would begin anew. */
function Reader(props: ComponentProps<typeof LazyReader>) {
  const [Kept] = useState(() => loadedReader)
  return <Kept {...props} />
}

/** What the address names: a list, or a conversation. It changes in the browser, without a round to the server. */
export function PlaceView() {
  const { listed, thread } = usePlace()
  const { mode } = useListMode()
  const section = useSettingsSection()
  const adminSection = useAdminSection()
  const atSystem = useIsAtSystem()
  const contacts = useContactsPlace()
  const pane = usePane()
  useEffect(() => {
    // Not in the way of the first paint, and there before the first conversation is opened.
    const timer = setTimeout(() => {
      void prepareReading()
      void loadCode(loadRowActions)
      void prepareChanges()
    }, 400)
    return () => clearTimeout(timer)
  }, [])
  if (section || adminSection || atSystem || contacts) {
    return (
      <Late>
        {section && <SettingsView section={section} />}
        {adminSection && <AdminView section={adminSection} />}
        {atSystem && <SystemPage />}
        {contacts && <ContactsPage place={contacts} />}
      </Late>
    )
  }
  const key = `${mode} ${listedName(listed)}`
  const list =
    listed.kind === 'search' ? (
      <Late>
        <SearchPage
          key={key}
          listed={listed}
          list={(empty) => <ThreadList key={key} listed={listed} empty={empty} />}
        />
      </Late>
    ) : (
      <ThreadList key={key} listed={listed} />
    )
  const reader = thread && (
    <Late>
      <Reader key={refKey(thread)} listed={listed} threadRef={thread} />
    </Late>
  )
  if (pane !== 'none') {
    return (
      <Late>
        <PaneView pane={pane} list={list} reader={reader} />
      </Late>
    )
  }
  return reader ?? list
}
