'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from '@/app/_ui/class-names'
import { PlaceLink } from '@/app/(mail)/_state/place-link'

type SectionsViewProps = {
  /** Accessible name of the list of sections. */
  title: string
  sections: { href: string; text: string; here: boolean }[]
  className?: string
  children: ReactNode
}

/** A page of several sections: their names at the left (on a phone above), the one chosen beside them. */
export function SectionsView({ title, sections, className, children }: SectionsViewProps) {
  const id = useId()
  const nav = useRef<HTMLElement>(null)
  const current = sections.find(({ here }) => here)
  const href = current?.href
  useEffect(() => {
    // On a phone the names are one line that is longer than the screen.
    if (href) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [href])
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        ref={nav}
        aria-label={title}
        className="flex shrink-0 gap-0.5 border-line p-3 max-md:overflow-x-auto max-md:border-b md:w-48 md:flex-col md:border-r"
      >
        {sections.map(({ href, text, here }) => (
          <PlaceLink
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={classNames(
              'flex min-h-8 items-center whitespace-nowrap rounded-md px-3 max-md:min-h-11',
              here ? 'bg-selected font-semibold' : 'text-ink-soft hover:bg-hover',
            )}
          >
            {text}
          </PlaceLink>
        ))}
      </nav>
      <section
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
      >
        <div className={className}>
          <h2 id={id} className="border-line border-b pt-5 pb-3 font-semibold text-xl">
            {current?.text}
          </h2>
          {children}
        </div>
      </section>
    </div>
  )
}
