// A delegation's placard: shape and letters on a plate with cut corners. Filled means present or speaking, outline means waiting or a
// guess. Its accessible name is the delegation's.

import { VisuallyHidden } from '../page/visually-hidden'
import { delegationColours } from '../words/delegation-colours'
import type { Delegation } from '../words/delegations'
import styles from './placard.module.css'
import { Shape, ShapeOutline } from './shape'

type PlacardProps = {
  delegation: Delegation
  form?: 'filled' | 'outline' | 'shape'
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'xl' | 'stage'
  /** Square lower corners, for a placard that stands on a rule. */
  square?: boolean
  /** Hidden from screen readers, where the text beside it already names the delegation. */
  silent?: boolean
}

export function Placard({ delegation, form = 'filled', size = 'md', square = false, silent = false }: PlacardProps) {
  if (form === 'shape') return <Shape delegation={delegation} silent={silent} />
  return (
    <span
      className={`${styles.plate} ${delegationColours(delegation)}`}
      data-form={form}
      data-size={size}
      data-square={square || undefined}
      data-delegation={delegation.id}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <ShapeOutline delegation={delegation} />
      </svg>
      <span aria-hidden="true">{delegation.letter}</span>
      {silent ? null : <VisuallyHidden>{delegation.name}</VisuallyHidden>}
    </span>
  )
}
