/** The sign of Waypost: a post with two arms, one pointing each way. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <path d="M12 2v20" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M12 4.5h6.6l2.9 2.6-2.9 2.6H12z" className="fill-accent" />
      <path d="M12 11.4H5.9L3 14l2.9 2.6H12z" className="fill-accent opacity-60" />
    </svg>
  )
}
