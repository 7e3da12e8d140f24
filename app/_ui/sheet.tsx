// A document lying on the page: a position, a note, a form to sign. Nothing else gets a box.
import type { ComponentProps } from 'react'
import styles from './sheet.module.css'

type SheetProps = Omit<ComponentProps<'section'>, 'className' | 'style'> & {
  /** The edge at the top: plain, the accent for what can be acted on here, or the hatch for what is private. */
  edge?: 'plain' | 'accent' | 'sealed'
}

export function Sheet({ edge = 'plain', children, ...rest }: SheetProps) {
  return (
    <section {...rest} className={styles.sheet} data-edge={edge}>
      {children}
    </section>
  )
}
