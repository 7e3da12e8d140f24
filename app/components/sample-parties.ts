// The delegations that the page of samples shows its parts with.
import { type Delegation, partiesOf } from '../_ui/delegations'

const SAMPLES: readonly Delegation[] = [
  { id: 'us', name: 'United States', short: 'US', capital: 'Washington', letter: 'US', shape: 'triangle', hue: 'blue' },
  { id: 'jp', name: 'Japan', short: 'Japan', capital: 'Tokyo', letter: 'JP', shape: 'disc', hue: 'gold' },
  { id: 'cn', name: 'China', short: 'China', capital: 'Beijing', letter: 'CN', shape: 'square', hue: 'red' },
]
export const PARTIES = partiesOf({ delegations: SAMPLES, focus: { members: ['us', 'jp'], name: 'the allies' } })

const [first, second, third] = PARTIES.delegations
if (!first || !second || !third) throw new Error('The samples need three delegations.')
export const [FIRST, SECOND, THIRD] = [first, second, third] as const
