import type { ComponentProps } from 'react'
import { classNames } from '@/app/_ui/class-names'

type Kind = 'primary' | 'plain' | 'quiet' | 'danger'

const looks: Record<Kind, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  plain: 'border border-line bg-surface text-ink hover:bg-hover active:bg-pressed',
  quiet: 'text-ink-soft hover:bg-hover hover:text-ink active:bg-pressed',
  danger: 'bg-danger text-accent-ink hover:brightness-95',
}

type ButtonProps = ComponentProps<'button'> & { kind?: Kind }

/** A button with words. Its default type is `button`, so that it submits nothing by accident. */
export function Button({ kind = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        'inline-flex h-8 shrink-0 select-none items-center justify-center gap-2 rounded-md px-3 font-medium text-sm',
        'transition-colors disabled:pointer-events-none disabled:opacity-55 forced-colors:border',
        looks[kind],
        className,
      )}
      {...rest}
    />
  )
}
