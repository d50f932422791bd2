'use client'

import { useTranslations } from 'use-intl'
import { Part } from '@/app/(mail)/_system/part'
import type { SystemPiece } from '@/lib/contract/system'

/** Every server with its ports and whether each answers. */
export function ServerList({ pieces }: { pieces: SystemPiece[] }) {
  const t = useTranslations('system')
  return (
    <Part id="system-servers" title={t('servers')}>
      <ul aria-labelledby="system-servers" className="mt-1">
        {pieces.map((piece) => (
          <li key={piece.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b py-2">
            <p className="min-w-0">
              <span className="font-medium">{piece.name}</span>{' '}
              <span className="text-ink-faint text-sm">{piece.address}</span>
              <span className="block text-ink-soft text-sm">{t(`role.${piece.id}`)}</span>
            </p>
            <p className={piece.ok ? 'text-good-text' : 'text-danger-text'}>{t(piece.ok ? 'up' : 'down')}</p>
            <p className="col-span-2 flex flex-wrap gap-x-4 text-sm">
              {piece.ports.map(({ protocol, port, ok }) => (
                <span key={protocol} className={ok ? 'text-ink-faint' : 'text-danger-text'}>
                  {t('port', { protocol: protocol.toUpperCase(), port })} {ok ? '' : t('down')}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
