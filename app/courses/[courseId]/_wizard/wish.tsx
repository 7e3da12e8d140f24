// A box of a wizard's form, which says what ticking it does. What is ticked is sent as `yes`.
import type { ReactNode } from 'react'
import { Choice } from '#ui/controls/choice'

export function Wish({ name, title, text, on }: { name: string; title: ReactNode; text: ReactNode; on: boolean }) {
  return (
    <Choice type="checkbox" name={name} value="yes" title={title} defaultChecked={on}>
      {text}
    </Choice>
  )
}
