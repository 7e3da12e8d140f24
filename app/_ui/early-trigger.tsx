// The button of a menu or a sheet whose other parts are still on their way: a press is remembered, and opens it when they come.
import { cloneElement, type ReactElement } from 'react'

type EarlyTriggerProps = {
  opens: 'menu' | 'dialog'
  trigger: ReactElement<Record<string, unknown>>
  onPress: () => void
}

export function EarlyTrigger({ opens, trigger, onPress }: EarlyTriggerProps) {
  return cloneElement(trigger, { 'aria-haspopup': opens, 'aria-expanded': false, onClick: onPress })
}
