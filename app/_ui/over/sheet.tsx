// A boxed document on the page: a position, a note, a form. Nothing else on the page gets a box.
import type { ComponentProps } from 'react'
import styles from './sheet.module.css'

type SheetProps = Omit<ComponentProps<'section'>, 'className' | 'style'> & {
  /** The top edge: plain, the accent colour for what can be acted on, or the hatch for what is private. */
  edge?: 'plain' | 'accent' | 'sealed'
}

export function Sheet({ edge = 'plain', children, ...rest }: SheetProps) {
  return (
    <section {...rest} className={styles.sheet} data-edge={edge}>
      {children}
    </section>
  )
}
