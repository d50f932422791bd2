'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { fills, glyphs, strokes } from '@/app/(mail)/_state/delivery/drawing'
import { MovingMail } from '@/app/(mail)/_system/moving-mail'
import { between, isPlace, lines, type PlaceId, places } from '@/app/(mail)/_system/places'
import { useNewSteps } from '@/app/(mail)/_system/use-new-steps'
import type { LivingSystem, SystemPiece } from '@/lib/contract/system'

/** The lesson's picture of the demo. The lists below it say the same in words. */
export function SystemPicture({ system: { pieces, faults, deliveries } }: { system: LivingSystem }) {
  const t = useTranslations('system')
  const moving = useNewSteps(deliveries)
  const answers = (id: PlaceId) => pieces.find((piece) => piece.id === id)?.ok ?? true
  const broken = faults.filter(({ on }) => on)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled with the arrow keys
    <div tabIndex={0} className="mt-4 overflow-x-auto rounded-lg bg-canvas py-2">
      <svg
        role="img"
        aria-label={t('picture')}
        viewBox="0 0 920 410"
        className="mx-auto block min-w-[40rem] max-w-full font-sans"
      >
        {lines.map((line) => (
          <Line key={`${line.from} ${line.to}`} {...line} ok={answers(line.from) && answers(line.to)} />
        ))}
        <Piece place="browser" name={t('you')} address="" ok />
        {pieces.map((piece) => isPlace(piece.id) && <Piece key={piece.id} place={piece.id} {...piece} />)}
        {moving.map((step) => (
          <MovingMail key={step.id} step={step} />
        ))}
        {broken.length > 0 && (
          <text x={20} y={392} fontSize={13} className="fill-warn-text">
            {t('brokenNow', { faults: broken.map(({ name }) => t(`fault.${name}`)).join(', ') })}
          </text>
        )}
      </svg>
    </div>
  )
}

/** Lines pass behind words. */
const clear = { textAnchor: 'middle', strokeWidth: 4, paintOrder: 'stroke' } as const

function Line({ from, to, protocol, at, ok }: (typeof lines)[number] & { ok: boolean }) {
  const ends = between(from, to)
  const [x, y] = [ends.x1 + (ends.x2 - ends.x1) * at, ends.y1 + (ends.y2 - ends.y1) * at]
  return (
    <>
      <line
        {...ends}
        strokeWidth={2}
        strokeDasharray={ok ? undefined : '5 5'}
        className={ok ? strokes.open : strokes.failed}
      />
      <text x={x} y={y - 7} {...clear} fontSize={11} className="fill-ink-faint stroke-canvas">
        {protocol}
      </text>
    </>
  )
}

const drawings: Record<PlaceId, keyof typeof glyphs> = {
  browser: 'author',
  web: 'host',
  blue: 'server',
  dns: 'dns',
  red: 'server',
  mx2: 'server',
}

type PieceProps = Pick<SystemPiece, 'name' | 'address' | 'ok'> & { place: PlaceId }

function Piece({ place, name, address, ok }: PieceProps) {
  const t = useTranslations('system')
  const { x, y } = places[place]
  const state = ok ? 'done' : 'failed'
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={26} strokeWidth={2} className={classNames('fill-surface', strokes[state])} />
      <path d={glyphs[drawings[place]]} fill="none" strokeWidth={1.75} className={strokes[state]} />
      <text y={45} {...clear} fontSize={12.5} fontWeight={600} className="fill-ink stroke-canvas">
        {t(`piece.${place}`)}
      </text>
      <text y={61} {...clear} fontSize={11.5} className="fill-ink-soft stroke-canvas">
        {place === 'dns' ? '' : name}
      </text>
      <text
        y={76}
        {...clear}
        fontSize={11}
        className={classNames('stroke-canvas', ok ? 'fill-ink-faint' : fills.failed)}
      >
        {ok ? address : t('down')}
      </text>
    </g>
  )
}
