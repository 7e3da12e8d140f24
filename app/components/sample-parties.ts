// The delegations that the page of samples shows its parts with.
import { partiesOf } from '../_ui/delegations'

export const PARTIES = partiesOf({
  delegations: {
    us: { name: 'United States', capital: 'Washington' },
    jp: { name: 'Japan', capital: 'Tokyo' },
    cn: { name: 'China', capital: 'Beijing' },
  },
})

const [first, second, third] = PARTIES.delegations
if (!first || !second || !third) throw new Error('The samples need three delegations.')
export const [FIRST, SECOND, THIRD] = [first, second, third] as const
