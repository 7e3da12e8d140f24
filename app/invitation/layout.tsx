// The frame of an invitation's page.
import type { ReactNode } from 'react'
import { AppBar } from '#ui/app-bar'
import { Messages } from '#ui/messages'

export default function InvitationLayout({ children }: { children: ReactNode }) {
  return (
    <Messages namespaces={['people']}>
      <AppBar />
      {children}
    </Messages>
  )
}
