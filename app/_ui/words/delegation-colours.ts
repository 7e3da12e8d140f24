// The class that sets a delegation's colours as --fill, --on-fill, --fill-text and --fill-wash.
import styles from './delegation-colours.module.css'
import type { Delegation } from './delegations'

export function delegationColours(delegation: Pick<Delegation, 'hue'> | undefined): string {
  return (delegation && styles[delegation.hue]) ?? ''
}
