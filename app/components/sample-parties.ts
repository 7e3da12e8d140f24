// Made-up delegations for the samples, so that no component depends on those of a scenario.
import { delegationId } from '#simulation/kernel/ids'
import type { Delegation, Parties } from '#ui/delegations.ts'

export const FIRST: Delegation = {
  ...{ id: delegationId.parse('arn'), name: 'Arnmark', short: 'Arnmark', capital: 'Arnport', letter: 'AR' },
  ...{ shape: 'triangle', hue: 'blue' },
}
export const SECOND: Delegation = {
  ...{ id: delegationId.parse('bel'), name: 'Belmora', short: 'Belmora', capital: 'Bela', letter: 'BE' },
  ...{ shape: 'disc', hue: 'gold' },
}
export const THIRD: Delegation = {
  ...{ id: delegationId.parse('cas'), name: 'Castrova', short: 'Castrova', capital: 'Castle Quay', letter: 'CA' },
  ...{ shape: 'square', hue: 'red' },
}

export const PARTIES: Parties = {
  delegations: [FIRST, SECOND, THIRD],
  focus: { members: [FIRST.id, SECOND.id], name: 'the neighbours' },
}
