'use client'
// The list of a menu. menu.tsx loads this chunk after the page, because the page can be read without it.
import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'
import floating from './floating.module.css'
import { Kbd } from './kbd'
import styles from './menu.module.css'

export type MenuItem =
  | { kind?: 'action'; label: ReactNode; onSelect: () => void; keys?: string; danger?: boolean; disabled?: boolean }
  | { kind: 'link'; label: ReactNode; href: string }
  /** A file. Where the server refuses it with a sentence, the browser shows that as a page; with `download` it would show nothing. */
  | { kind: 'file'; label: ReactNode; href: string }
  | { kind: 'divider' }

export type MenuProps = {
  trigger: ReactElement<Record<string, unknown>>
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

function Row({ item }: { item: MenuItem }) {
  switch (item.kind) {
    case 'divider':
      return <Base.Separator className={styles.divider} />
    case 'link':
      return (
        <Base.LinkItem className={styles.item} closeOnClick render={<Link href={item.href} />}>
          {item.label}
        </Base.LinkItem>
      )
    case 'file':
      return (
        <Base.LinkItem className={styles.item} closeOnClick href={item.href}>
          {item.label}
        </Base.LinkItem>
      )
    case 'action':
    case undefined:
      return (
        <Base.Item
          className={styles.item}
          data-danger={item.danger || undefined}
          disabled={item.disabled}
          onClick={item.onSelect}
        >
          <span>{item.label}</span>
          {item.keys ? <Kbd>{item.keys}</Kbd> : null}
        </Base.Item>
      )
    default:
      return item satisfies never
  }
}

export function MenuParts({ trigger, items, align = 'start', opened }: MenuProps & { opened: boolean }) {
  return (
    <Base.Root defaultOpen={opened}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={floating.positioner} align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={`${floating.popup} ${styles.menu}`}>
            {items.map((item, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the items of one menu have no other identity and keep their order
              <Row key={place} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
