'use client'
// The links of the bar. On a phone they are a strip that scrolls sideways, and the link of the open page is brought into it.
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './app-bar.module.css'

type NavStripProps = { label: string; current: string | undefined; children: ReactNode }

export function NavStrip({ label, current, children }: NavStripProps) {
  const strip = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link of another open page is another one to show
  useEffect(() => {
    const nav = strip.current
    const open = nav?.querySelector('[aria-current]')
    if (!nav || !open) return
    const show = () => {
      const [frame, link] = [nav.getBoundingClientRect(), open.getBoundingClientRect()]
      // To its middle, so that a font that comes later does not push it out again.
      nav.scrollLeft += link.left - frame.left - (frame.width - link.width) / 2
    }
    const watch = new ResizeObserver(show)
    watch.observe(nav)
    return () => watch.disconnect()
  }, [current])
  return (
    <nav className={styles.nav} ref={strip} aria-label={label}>
      {children}
    </nav>
  )
}
