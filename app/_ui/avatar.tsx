import { classNames } from '@/app/_ui/class-names'

function hueOf(text: string): number {
  let hash = 7
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360
  return hash
}

const initial = (name: string): string => (name.match(/[\p{L}\p{N}]/u)?.[0] ?? '?').toLocaleUpperCase()

type AvatarProps = { name: string; address: string; size?: number; className?: string }

/** A disc with an initial; its hue comes from the address, so one correspondent always looks the same. Decoration only. */
export function Avatar({ name, address, size = 32, className }: AvatarProps) {
  const hue = hueOf(address)
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold',
        className,
      )}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.42,
        background: `light-dark(oklch(0.9 0.055 ${hue}), oklch(0.38 0.07 ${hue}))`,
        color: `light-dark(oklch(0.38 0.1 ${hue}), oklch(0.9 0.06 ${hue}))`,
      }}
    >
      {initial(name || address)}
    </span>
  )
}
