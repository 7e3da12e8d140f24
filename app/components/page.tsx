// A page for developers, not served in production: each component in each of its states. Its texts are samples, so they stand here and not
// in the messages.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { environment } from '#server/base/environment'
import { Messages } from '#ui/messages'
import { ThemeSwitch } from '#ui/theme-switch'
import { AppBar, Saved } from '../_device/app-bar'
import { ChartSamples } from './chart-samples'
import { ControlSamples } from './control-samples'
import { RoomSamples } from './room-samples'
import styles from './sheet.module.css'
import { StateSamples } from './state-samples'

export const dynamic = 'force-dynamic' // rendered on request: a build has no settings to check
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
