// A scrolling part of the page that can be focused and scrolled by keyboard.
import type { ReactNode, Ref } from 'react'

type ScrollRegionProps = {
  label: string
  className: string | undefined
  /** Screen readers announce what is added. */
  log?: boolean
  id?: string
  ref?: Ref<HTMLElement>
  children: ReactNode
}

export function ScrollRegion({ label, className, log = false, id, ref, children }: ScrollRegionProps) {
  return (
    <section
      ref={ref}
      {...(id === undefined ? {} : { id })}
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
