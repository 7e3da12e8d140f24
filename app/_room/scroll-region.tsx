// A part of the page that scrolls by itself and can be reached and scrolled by keyboard. Its look is its user's.
import type { ReactNode, Ref } from 'react'

type ScrollRegionProps = {
  label: string
  className: string | undefined
  /** A log is read out as it grows. */
  log?: boolean
  ref?: Ref<HTMLElement>
  children: ReactNode
}

export function ScrollRegion({ label, className, log = false, ref, children }: ScrollRegionProps) {
  return (
    <section
      ref={ref}
      className={className}
      aria-label={label}
      {...(log ? { role: 'log' } : {})}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  )
}
