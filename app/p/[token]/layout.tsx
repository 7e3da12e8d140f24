// The bar over a personal link.
import type { ReactNode } from 'react'
import { AppBar } from '#ui/app-bar'

export default function PersonalLinkLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AppBar />
      {children}
    </>
  )
}
