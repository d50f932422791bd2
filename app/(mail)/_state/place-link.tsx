'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { goTo } from '@/app/(mail)/_state/place'

type PlaceLinkProps = ComponentProps<'a'> & { href: string; fromList?: boolean }

/** A link to a mail page: a real one for new tabs and copying, without a round to the server when simply followed. */
export function PlaceLink({ href, fromList, onClick, ...rest }: PlaceLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plain || event.defaultPrevented) return
    event.preventDefault()
    goTo(href, { fromList })
  }
  return <a href={href} onClick={follow} {...rest} />
}
