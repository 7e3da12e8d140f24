// Loads the messages of the join pages.
import type { ReactNode } from 'react'
import { Messages } from '#ui/page/messages'

export default function JoinLayout({ children }: { children: ReactNode }) {
  return <Messages namespaces={['join', 'chair-notes', 'record', 'refusals']}>{children}</Messages>
}
