// A sheet for developers: each part in each state it can be in. What stands in it are samples, so its words are here and not in messages.

import type { Metadata } from 'next'
import { AppBar, Saved } from '#ui/app-bar'
import { Messages } from '#ui/messages'
import { ThemeSwitch } from '#ui/theme-switch'
import { ChartSamples } from './chart-samples'
import { ControlSamples } from './control-samples'
import { RoomSamples } from './room-samples'
import styles from './sheet.module.css'
import { StateSamples } from './state-samples'

export const metadata: Metadata = { title: 'Components and states', robots: { index: false } }

export default function ComponentsPage() {
  return (
    <Messages namespaces={[]}>
      <AppBar
        right={
          <>
            <Saved>A sheet for developers</Saved>
            <ThemeSwitch />
          </>
        }
      />
      <main id="main" className={styles.page}>
        <h1 className={styles.title}>Components and states</h1>
        <p className={styles.intro}>Each part in each state it can be in. The screens show them at work.</p>
        <RoomSamples />
        <ControlSamples />
        <ChartSamples />
        <StateSamples />
      </main>
    </Messages>
  )
}
