'use client'

import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { DeliveryLogView } from '@/app/(mail)/_admin/deliveries/delivery-log-view'
import { QueueView } from '@/app/(mail)/_admin/queue/queue-view'
import { type AdminSection, adminSections } from '@/app/(mail)/_state/admin-sections'
import { adminPath } from '@/app/(mail)/_state/place-path'
import { SectionsView } from '@/app/(mail)/_state/sections-view'

const contents: Record<AdminSection, ComponentType> = { queue: QueueView, deliveries: DeliveryLogView }

/** The team's side: what the mail hosts of one's own domain are doing. */
export default function AdminView({ section }: { section: AdminSection }) {
  const t = useTranslations('admin')
  const Content = contents[section]
  const sections = adminSections.map((name) => ({
    href: adminPath(name),
    text: t(`sections.${name}`),
    here: name === section,
  }))
  return (
    <SectionsView title={t('title')} sections={sections}>
      <Content />
    </SectionsView>
  )
}
