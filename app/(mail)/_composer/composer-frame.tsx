import { Maximize2, Minimize2, Minus, PanelRight, SquareArrowOutUpRight, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { IconButton } from '@/app/_ui/icon-button'
import type { WindowLayout } from '@/app/(mail)/_composer/composer-windows'

const shapes: Record<WindowLayout, string> = {
  docked: 'h-[36rem] max-h-[calc(100dvh-4rem)] w-[34rem] rounded-t-lg',
  minimised: 'h-10 w-64 rounded-t-lg',
  half: 'fixed inset-y-0 right-0 w-1/2',
  full: 'fixed inset-x-[max(2rem,8vw)] inset-y-8 rounded-lg',
  inline: 'h-[26rem] max-h-[calc(100dvh-10rem)] w-full max-w-[860px] rounded-lg shadow-none',
}

type Props = {
  /** What the dialog is called: `New message`, `Reply`, `Forward`. */
  name: string
  /** Shown in the bar, where a subject says more than the name. */
  title: string
  layout: WindowLayout
  onLayout: (layout: WindowLayout) => void
  onMinimise: () => void
  onClose: () => void
  children: ReactNode
}

/** A window: docked at the bottom right, a bar, half or all of the screen, or below a conversation; on a phone a page. */
export function ComposerFrame({ name, title, layout, onLayout, onMinimise, onClose, children }: Props) {
  const t = useTranslations('composer.window')
  const bodyId = useId()
  const small = layout === 'minimised'
  const inline = layout === 'inline'
  const onKeyDown = (event: KeyboardEvent) => {
    // the list's own keys must not act on what is written here; the palette's (Ctrl K) may
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.key !== 'Escape' || event.defaultPrevented || small || inline) return
    event.preventDefault()
    onMinimise()
  }
  return (
    <>
      {layout === 'full' && <div aria-hidden className="pointer-events-auto fixed inset-0 bg-shade max-md:hidden" />}
      <div
        role="dialog"
        aria-label={name}
        onKeyDown={onKeyDown}
        className={classNames(
          'pointer-events-auto flex min-w-0 animate-rise flex-col overflow-clip border border-line bg-surface shadow-float',
          shapes[layout],
          !small &&
            'max-md:fixed max-md:inset-x-0 max-md:top-0 max-md:h-(--viewport) max-md:max-h-none max-md:w-full max-md:rounded-none',
        )}
      >
        <div className="flex h-10 shrink-0 items-center gap-0.5 border-line border-b bg-canvas pr-1 pl-3 max-md:h-12">
          <button
            type="button"
            aria-expanded={!small}
            aria-controls={bodyId}
            onClick={() => (small || inline ? onLayout('docked') : onMinimise())}
            className="h-full min-w-0 flex-1 truncate text-left font-semibold text-sm"
          >
            {title}
          </button>
          {inline ? (
            <IconButton size="small" label={t('popOut')} onClick={() => onLayout('docked')}>
              <SquareArrowOutUpRight size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          ) : (
            <LayoutButtons layout={layout} onLayout={onLayout} onMinimise={onMinimise} />
          )}
          <IconButton size="small" label={t('close')} onClick={onClose}>
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
        <div id={bodyId} className={small ? 'hidden' : 'flex min-h-0 flex-1 flex-col'}>
          {children}
        </div>
      </div>
    </>
  )
}

function LayoutButtons({ layout, onLayout, onMinimise }: Pick<Props, 'layout' | 'onLayout' | 'onMinimise'>) {
  const t = useTranslations('composer.window')
  const small = layout === 'minimised'
  return (
    <>
      <IconButton
        size="small"
        label={t(small ? 'restore' : 'minimise')}
        onClick={() => (small ? onLayout('docked') : onMinimise())}
      >
        <Minus size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={t(layout === 'half' ? 'dock' : 'half')}
        className="max-md:hidden"
        onClick={() => onLayout(layout === 'half' ? 'docked' : 'half')}
      >
        <PanelRight size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={t(layout === 'full' ? 'dock' : 'full')}
        className="max-md:hidden"
        onClick={() => onLayout(layout === 'full' ? 'docked' : 'full')}
      >
        {layout === 'full' ? (
          <Minimize2 size={16} strokeWidth={1.75} aria-hidden />
        ) : (
          <Maximize2 size={16} strokeWidth={1.75} aria-hidden />
        )}
      </IconButton>
    </>
  )
}
