// The frame of an invitation's page.
import type { ReactNode } from 'react'
import { Messages } from '#ui/page/messages'
import { AppBar } from '../_device/app-bar'

export default function InvitationLayout({ children }: { children: ReactNode }) {
  return (
    <Messages namespaces={['people']}>
      <AppBar />
      {children}
    </Messages>
  )
}
