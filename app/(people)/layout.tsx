// The frame of the pages for signing in, signing up and signing out.
import type { ReactNode } from 'react'
import { Messages } from '#ui/page/messages'
import { AppBar } from '../_device/app-bar'

export default function PeopleLayout({ children }: { children: ReactNode }) {
  return (
    <Messages namespaces={['people']}>
      <AppBar />
      {children}
    </Messages>
  )
}
