'use client'
// Panels of which one is shown at a time. Where each tab has its own address, use the links of the app bar instead.
import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { CountBadge } from '../words/count-badge'
import styles from './tabs.module.css'

type TabsProps<Value extends string> = {
  label: string
  tabs: readonly { value: Value; label: ReactNode; count?: number | undefined; panel: ReactNode }[]
  value?: Value
  onValueChange?: (value: Value) => void
}

export function Tabs<Value extends string>({ label, tabs, value, onValueChange }: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      defaultValue={value === undefined ? tabs[0]?.value : undefined}
      onValueChange={(next: Value) => onValueChange?.(next)}
    >
      <Base.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
            {tab.count ? <CountBadge count={tab.count} /> : null}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={styles.panel}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
