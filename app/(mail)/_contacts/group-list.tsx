import { EllipsisVertical, Plus, UserRound, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { Confirm } from '@/app/_ui/confirm'
import { IconButton } from '@/app/_ui/icon-button'
import { Menu } from '@/app/_ui/menu'
import { useContactEdits } from '@/app/(mail)/_contacts/use-contact-edits'
import { useGroups } from '@/app/(mail)/_contacts/use-contacts'
import { useWriteTo } from '@/app/(mail)/_contacts/use-write-to'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { NameDialog } from '@/app/(mail)/_state/name-dialog'
import { goTo } from '@/app/(mail)/_state/place'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { ContactGroup } from '@/lib/contract/contacts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

type Asking = { kind: 'create' } | { kind: 'rename' | 'delete'; group: ContactGroup }

/** All contacts, then each group. */
export function GroupList({ here }: { here: string | null }) {
  const t = useTranslations('contacts')
  const { data } = useGroups()
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <nav
      aria-label={t('groups')}
      className="flex min-h-0 gap-0.5 p-2 max-lg:overflow-x-auto max-lg:border-line max-lg:border-b lg:w-48 lg:flex-col lg:overflow-y-auto"
    >
      <ul className="contents">
        <Line
          href={contactsPath({ group: null, contact: null })}
          here={here === null}
          name={t('all')}
          count={data?.all}
        >
          <UserRound {...icon} />
        </Line>
      </ul>
      <div className="flex shrink-0 items-center max-lg:order-last lg:mt-3 lg:justify-between lg:pl-3">
        <h2 className="font-medium text-ink-faint text-xs max-lg:sr-only">{t('groups')}</h2>
        <IconButton
          size="small"
          label={t('newGroup')}
          onClick={() => setAsking({ kind: 'create' })}
          className="max-md:size-11"
        >
          <Plus {...icon} />
        </IconButton>
      </div>
      <ul aria-label={t('groups')} className="contents">
        {data?.groups.map((group) => (
          <Line
            key={group.id}
            href={contactsPath({ group: group.id, contact: null })}
            here={here === group.id}
            name={group.name}
            count={group.members}
            menu={<GroupMenu group={group} onAsk={setAsking} />}
          >
            <Users {...icon} />
          </Line>
        ))}
      </ul>
      {asking && <GroupDialog asking={asking} here={here} onClose={() => setAsking(null)} />}
    </nav>
  )
}

type LineProps = { href: string; here: boolean; name: string; count?: number; menu?: ReactNode; children: ReactNode }

function Line({ href, here, name, count, menu, children }: LineProps) {
  const format = useFormat()
  return (
    <li
      className={classNames(
        'flex h-8 shrink-0 items-center rounded-md text-sm max-md:h-11',
        here
          ? 'bg-selected font-semibold text-ink forced-colors:outline'
          : 'text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      <PlaceLink
        href={href}
        aria-current={here ? 'page' : undefined}
        className="flex h-full min-w-0 flex-1 items-center gap-3 px-3"
      >
        <span className={here ? 'text-accent-text' : undefined}>{children}</span>
        <span dir="auto" className="min-w-0 flex-1 truncate max-lg:max-w-40">
          {name}
        </span>
        {count !== undefined && <span className="font-normal text-ink-faint text-xs">{format.count(count)}</span>}
      </PlaceLink>
      {menu}
    </li>
  )
}

function GroupMenu({ group, onAsk }: { group: ContactGroup; onAsk: (asking: Asking) => void }) {
  const t = useTranslations('contacts')
  const writeTo = useWriteTo()
  return (
    <Menu
      label={t('groupMenu', { name: group.name })}
      tip={false}
      className="grid size-7 shrink-0 place-items-center text-ink-faint hover:bg-pressed hover:text-ink max-md:size-10"
      entries={[
        { label: t('writeToGroup'), disabled: group.members === 0, run: () => void writeTo.group(group.id) },
        { label: t('rename'), run: () => onAsk({ kind: 'rename', group }) },
        'line',
        { label: t('deleteGroup'), danger: true, run: () => onAsk({ kind: 'delete', group }) },
      ]}
    >
      <EllipsisVertical size={14} strokeWidth={1.75} aria-hidden />
    </Menu>
  )
}

function GroupDialog({ asking, here, onClose }: { asking: Asking; here: string | null; onClose: () => void }) {
  const t = useTranslations('contacts')
  const edits = useContactEdits()
  if (asking.kind === 'delete') {
    const { id, name } = asking.group
    const remove = async () => {
      onClose()
      if ((await edits.removeGroup(id)) && here === id) goTo(contactsPath({ group: null, contact: null }))
    }
    return (
      <Confirm
        title={t('deleteGroupTitle', { name })}
        text={t('deleteGroupText')}
        verb={t('deleteGroup')}
        onConfirm={() => void remove()}
        onCancel={onClose}
      />
    )
  }
  const create = async (name: string) => {
    const made = await edits.createGroup(name)
    if (made) goTo(contactsPath({ group: made.id, contact: null }))
  }
  const renamed = asking.kind === 'rename' ? asking.group : null
  return (
    <NameDialog
      title={t(renamed ? 'renameGroup' : 'newGroup')}
      label={t('groupName')}
      verb={t(renamed ? 'rename' : 'createGroup')}
      initial={renamed?.name ?? ''}
      onName={(name) => void (renamed ? edits.renameGroup(renamed.id, name) : create(name))}
      onClose={onClose}
    />
  )
}
