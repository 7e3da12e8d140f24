// A part of the page that scrolls by itself: it has a name, and can be focused and scrolled by keyboard.
import { createElement, type ReactNode, type Ref } from 'react'

type ScrollRegionProps = {
  className: string | undefined
  /** Screen readers announce what is added. */
  log?: boolean
  /** What it is where it is no section: a list whose lines are its children, or what stands beside the page. */
  as?: 'section' | 'aside' | 'ol' | 'ul'
  id?: string
  ref?: Ref<HTMLElement>
  children: ReactNode
} & ({ label: string | undefined } | { labelledBy: string })

export function ScrollRegion({
  className,
  log = false,
  as = 'section',
  id,
  ref,
  children,
  ...named
}: ScrollRegionProps) {
  return createElement(
    as,
    {
      ref,
      id,
      className,
      ...('label' in named ? { 'aria-label': named.label } : { 'aria-labelledby': named.labelledBy }),
      ...(log ? { role: 'log' } : {}),
      tabIndex: 0,
    },
    children,
  )
}
