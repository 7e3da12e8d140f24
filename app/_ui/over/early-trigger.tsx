// The button of a menu or dialog whose chunk is still loading: a press is remembered and opens it once it has loaded.
import { cloneElement, type ReactElement } from 'react'

type EarlyTriggerProps = {
  opens: 'menu' | 'dialog'
  trigger: ReactElement<Record<string, unknown>>
  onPress: () => void
}

export function EarlyTrigger({ opens, trigger, onPress }: EarlyTriggerProps) {
  return cloneElement(trigger, { 'aria-haspopup': opens, 'aria-expanded': false, onClick: onPress })
}
