// The class that gives a part its delegation's colours as --fill, --on-fill, --fill-text and --fill-wash.
import type { DelegationId } from '#simulation/kernel/ids'
import styles from './delegation-colours.module.css'

export function delegationColours(delegation: DelegationId | undefined): string {
  return (delegation && styles[delegation]) ?? ''
}
