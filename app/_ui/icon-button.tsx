import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '@/app/_ui/class-names'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** Accessible name, shown as a tooltip too. */
  label: string
  /** Key that does the same, shown in the tooltip. */
  hint?: string
  size?: 'small' | 'normal'
  children: ReactNode
}

/** A square button with an icon only; the name is for screen readers and the tooltip. */
export function IconButton({ label, hint, size = 'normal', className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={hint ? `${label} (${hint})` : label}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-md text-ink-soft transition-colors',
        'hover:bg-hover hover:text-ink active:bg-pressed disabled:pointer-events-none disabled:opacity-45',
        size === 'small' ? 'size-7' : 'size-8 max-md:size-10',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
}
