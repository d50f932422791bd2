/** Keys as printed on a keyboard: one box for each press. */
export function Keys({ text }: { text: string }) {
  return (
    <kbd className="inline-flex gap-1 font-sans">
      {text.split(' ').map((stroke, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice, and the order never changes
          key={i}
          className="inline-grid min-w-5 place-items-center rounded border border-line bg-canvas px-1 text-ink-soft text-xs"
        >
          {stroke}
        </span>
      ))}
    </kbd>
  )
}
