// The frame of a personal link's page.
import type { ReactNode } from 'react'
import { AppBar } from '../../_device/app-bar'

export default function PersonalLinkLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AppBar />
      {children}
    </>
  )
}
