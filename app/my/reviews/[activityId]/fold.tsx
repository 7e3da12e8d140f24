'use client'
// A part that is closed where it was done when the page came, and stays open while it is being done.
import { type ReactNode, useState } from 'react'

export function Fold({
  id,
  open,
  title,
  children,
}: {
  id: string
  open: boolean
  title: ReactNode
  children: ReactNode
}) {
  const [first] = useState(open)
  return (
    <details open={first}>
      <summary id={id}>{title}</summary>
      {children}
    </details>
  )
}
