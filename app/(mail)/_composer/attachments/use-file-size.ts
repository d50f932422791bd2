import { useFormatter } from 'use-intl'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Writes bytes as people read them: `512 byte`, `3.4 MB`. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024) + 0.02))
    const value = bytes / 1024 ** power
    const maximumFractionDigits = power === 0 || value >= 10 ? 0 : 1
    return format.number(value, { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits })
  }
}
