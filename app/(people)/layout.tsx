// The frame of the pages for signing in, signing up and signing out.
import type { ReactNode } from 'react'
import { AppBar } from '#ui/app-bar'
import { Messages } from '#ui/messages'

export default function PeopleLayout({ children }: { children: ReactNode }) {
  return (
    <Messages namespaces={['people']}>
      <AppBar />
      {children}
    </Messages>
  )
}
