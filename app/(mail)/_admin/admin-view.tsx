'use client'

import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { DeliveryLogView } from '@/app/(mail)/_admin/deliveries/delivery-log-view'
import { QueueView } from '@/app/(mail)/_admin/queue/queue-view'
import { type AdminSection, adminSections } from '@/app/(mail)/_state/admin-sections'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { adminPath } from '@/app/(mail)/_state/place-path'

const contents: Record<AdminSection, ComponentType> = { queue: QueueView, deliveries: DeliveryLogView }

/** The team's side: what the mail hosts of one's own domain are doing. */
export default function AdminView({ section }: { section: AdminSection }) {
  const t = useTranslations('admin')
  const Content = contents[section]
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label={t('title')}
        className="flex shrink-0 gap-0.5 border-line p-3 max-md:overflow-x-auto max-md:border-b md:w-48 md:flex-col md:border-r"
      >
        {adminSections.map((name) => (
          <PlaceLink
            key={name}
            href={adminPath(name)}
            aria-current={name === section ? 'page' : undefined}
            className={classNames(
              'flex min-h-8 items-center whitespace-nowrap rounded-md px-3 max-md:min-h-11',
              name === section ? 'bg-selected font-semibold' : 'text-ink-soft hover:bg-hover',
            )}
          >
            {t(`sections.${name}`)}
          </PlaceLink>
        ))}
      </nav>
      <section
        aria-labelledby="admin-section"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
      >
        <h2 id="admin-section" className="pt-5 pb-3 font-semibold text-xl">
          {t(`sections.${section}`)}
        </h2>
        <Content />
      </section>
    </div>
  )
}
