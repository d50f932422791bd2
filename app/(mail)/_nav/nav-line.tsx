'use client'

import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '@/app/_ui/class-names'
import { IconButton } from '@/app/_ui/icon-button'
import { type Drag, type DropTarget, useDropTarget } from '@/app/(mail)/_state/drag'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { useChanges } from '@/app/(mail)/_state/use-changes'

type NavLineProps = {
  /** Where it leads; null for a level that is only part of other names. */
  href: string | null
  here?: boolean
  /** How deep it is nested. */
  depth?: number
  icon: ReactNode
  name: string
  title?: string
  quiet?: boolean
  count?: ReactNode
  /** Its own menu: takes the place of the count while the line is pointed at. */
  menu?: ReactNode
  /** What is done with conversations dropped on it. */
  target?: DropTarget | null
  onFollow?: () => void
}

const look = 'flex h-8 w-full items-center gap-3 rounded-md pr-2.5 text-sm transition-colors max-md:h-11'

/** One line of the navigation. */
export function NavLine({
  href,
  here,
  depth = 0,
  icon,
  name,
  title,
  quiet,
  count,
  menu,
  target,
  onFollow,
}: NavLineProps) {
  const { act } = useChanges()
  const drop = useDropTarget(target ?? null, ({ threads, listed }: Drag, action) => act(action, threads, listed))
  const style = { paddingLeft: 12 + Math.min(depth, 6) * 14 }
  const content = (
    <>
      <span className={classNames('grid size-4 shrink-0 place-items-center', here && 'text-accent-text')}>{icon}</span>
      <span dir="auto" className="min-w-0 flex-1 truncate text-left">
        {name}
      </span>
      <span className={menu ? 'group-focus-within:invisible group-hover:invisible pointer-coarse:mr-8' : undefined}>
        {count}
      </span>
    </>
  )
  return (
    <li className="group relative" {...drop.handlers}>
      {href === null ? (
        <span title={title} style={style} className={classNames(look, 'text-ink-faint')}>
          {content}
        </span>
      ) : (
        <PlaceLink
          href={href}
          onClick={onFollow}
          aria-current={here ? 'page' : undefined}
          title={title}
          style={style}
          className={classNames(
            look,
            here
              ? 'bg-selected font-semibold text-ink forced-colors:outline'
              : 'text-ink-soft hover:bg-hover hover:text-ink',
            quiet && 'italic',
            drop.isOver && 'bg-selected text-ink outline-2 outline-accent-text -outline-offset-2',
          )}
        >
          {content}
        </PlaceLink>
      )}
      {menu && (
        <div className="absolute inset-y-0 right-0.5 flex items-center opacity-0 focus-within:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          {menu}
        </div>
      )}
    </li>
  )
}

/** The heading of a part of the navigation, with what makes another line in it. */
export function NavHeading({ text, add }: { text: string; add: { label: string; run: () => void } }) {
  return (
    <div className="mt-4 mb-1 flex min-h-7 items-center justify-between pr-0.5 pl-3">
      <h2 className="font-medium text-ink-faint text-xs">{text}</h2>
      <IconButton size="small" label={add.label} onClick={add.run}>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
