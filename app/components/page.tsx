// A sheet for developers, who alone can open it: each part in each state it can be in. What stands in it are samples, so its words are
// here and not in messages.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { environment } from '#server/environment'
import { AppBar, Saved } from '#ui/app-bar'
import { Messages } from '#ui/messages'
import { ThemeSwitch } from '#ui/theme-switch'
import { ChartSamples } from './chart-samples'
import { ControlSamples } from './control-samples'
import { RoomSamples } from './room-samples'
import styles from './sheet.module.css'
import { StateSamples } from './state-samples'

export const dynamic = 'force-dynamic' // a build would ask the settings of the machine it runs on
export const metadata: Metadata = { title: 'Components and states', robots: { index: false } }

export default function ComponentsPage() {
  if (!environment().development) notFound()
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
