// Text for screen readers only: words in a line, or a heading that the page shows in another way.
import type { ReactNode } from 'react'

type VisuallyHiddenProps = { children: ReactNode; id?: string; as?: 'span' | 'h1' | 'h2' }

export function VisuallyHidden({ children, id, as: Tag = 'span' }: VisuallyHiddenProps) {
  return (
    <Tag className="unseen" id={id}>
      {children}
    </Tag>
  )
}
