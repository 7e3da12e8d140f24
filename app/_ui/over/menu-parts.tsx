'use client'
// The list of a menu. menu.tsx loads this chunk after the page, because the page can be read without it.
import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { Icon, type IconName } from '../words/icon'
import { Kbd } from '../words/kbd'
import floating from './floating.module.css'
import styles from './menu.module.css'

export type MenuItem =
  | {
      kind?: 'action'
      label: ReactNode
      /** A few words under the label. */
      hint?: ReactNode
      icon?: IconName
      onSelect: () => void
      keys?: string
      danger?: boolean
      disabled?: boolean
    }
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
          {item.icon ? <Icon name={item.icon} /> : null}
          <span className={styles.label}>
            {item.label}
            {item.hint ? <small className={styles.hint}>{item.hint}</small> : null}
          </span>
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
            <Rows items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Rows({ items }: { items: readonly MenuItem[] }) {
  return items.map((item, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of one menu have no other identity and keep their order
    <Row key={place} item={item} />
  ))
}

export type MenuAtProps = {
  /** The button that opened it, beside which it stands and to which the focus returns. */
  button: HTMLElement
  /** What it is the menu of: its name, and its head where it is a sheet. */
  label: string
  items: readonly MenuItem[]
  onClose: () => void
}

export function MenuAtParts({ button, label, items, onClose }: MenuAtProps) {
  const t = useTranslations('ui')
  const [open, setOpen] = useState(true)
  const chosen = useRef<(() => void) | null>(null)
  /** What was chosen comes after the focus has gone back to the button: a dialog that it opens takes it from there, and returns it there. */
  const closed = () => {
    onClose()
    if (chosen.current) setTimeout(chosen.current)
  }
  const after = items.map(
    (item): MenuItem =>
      'onSelect' in item
        ? {
            ...item,
            onSelect: () => {
              chosen.current = item.onSelect
            },
          }
        : item,
  )
  return (
    <Base.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(isOpen) => isOpen || closed()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Positioner
          className={`${floating.positioner} ${styles.atLine}`}
          anchor={button}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup
            className={`${floating.popup} ${styles.menu} ${styles.sheet}`}
            aria-label={label}
            finalFocus={() => (button.isConnected ? button : true)}
          >
            <p className={styles.head} aria-hidden="true">
              {label}
            </p>
            <Rows items={after} />
            <Base.Item className={styles.close}>{t('menu.close')}</Base.Item>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
