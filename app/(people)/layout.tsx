// The frame of the pages at which somebody says who they are. It knows nobody yet.
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
