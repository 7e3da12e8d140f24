// The order in which the delegations always stand: at the table, in lists, in charts.
import type { DelegationId } from '#simulation/kernel/ids'

export const TABLE_ORDER: readonly DelegationId[] = ['us', 'jp', 'cn']
