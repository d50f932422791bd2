'use client'

import type { Ref } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import type { Station } from '@/app/(mail)/_reader/delivery/stations'
import { fills, glyphs, strokes } from '@/app/(mail)/_state/delivery/drawing'
import { useFormat } from '@/app/(mail)/_state/use-format'

type JourneyPictureProps = { stations: Station[]; shown: number; ref?: Ref<SVGSVGElement> }

const pitch = 184
const top = 46
const radius = 24

/** The lesson's picture, drawn for this message. What it shows stands in the list below it too, for those who cannot see it. */
export function JourneyPicture({ stations, shown, ref }: JourneyPictureProps) {
  const t = useTranslations('delivery')
  const width = Math.max(1, stations.length) * pitch
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled with the arrow keys
    <div tabIndex={0} className="mt-2 overflow-x-auto rounded-lg bg-canvas py-2">
      <svg
        ref={ref}
        role="img"
        aria-label={t('picture')}
        viewBox={`0 0 ${width} 148`}
        className="mx-auto block font-sans"
        style={{ width, minWidth: width * 0.8, maxWidth: '100%' }}
      >
        {stations.slice(1).map((station, i) => (
          <Line key={station.id} from={i} station={station} hidden={i + 1 >= shown} />
        ))}
        {stations.map((station, i) => (
          <StationMark key={station.id} station={station} at={pitch * (i + 0.5)} hidden={i >= shown} />
        ))}
      </svg>
    </div>
  )
}

function Line({ from, station, hidden }: { from: number; station: Station; hidden: boolean }) {
  const start = pitch * (from + 0.5) + radius + 6
  const end = pitch * (from + 1.5) - radius - 6
  return (
    <line
      x1={start}
      x2={end}
      y1={top}
      y2={top}
      strokeWidth={2}
      strokeDasharray={station.state === 'done' ? undefined : '5 5'}
      className={classNames('transition-opacity', strokes[station.state])}
      opacity={hidden ? 0.12 : 1}
    />
  )
}

function StationMark({ station, at, hidden }: { station: Station; at: number; hidden: boolean }) {
  const t = useTranslations('delivery')
  const format = useFormat()
  const { kind, state, name, address } = station
  return (
    <g transform={`translate(${at} ${top})`} opacity={hidden ? 0.12 : 1} className="transition-opacity">
      <circle r={radius} strokeWidth={2} className={classNames('fill-surface', strokes[state])} />
      <path d={glyphs[kind]} fill="none" strokeWidth={1.75} className={strokes[state]} />
      <text y={46} textAnchor="middle" fontSize={12} fontWeight={600} className="fill-ink">
        {t(`station.${kind}`)}
      </text>
      <text y={63} textAnchor="middle" fontSize={11.5} className="fill-ink-soft">
        {short(name)}
        <title>{name}</title>
      </text>
      <text y={79} textAnchor="middle" fontSize={11} className="fill-ink-faint">
        {address}
      </text>
      <text y={95} textAnchor="middle" fontSize={11} className={fills[state]}>
        {station.at ? format.clock(station.at) : t(`stationState.${state}`)}
      </text>
    </g>
  )
}

/** What fits under a station. */
const short = (text: string): string => (text.length > 27 ? `${text.slice(0, 26)}…` : text)
