// Regrades as a slice beside the log: what is told of their answers (J6).
import type { readableFrom } from '../../reading/marks/regrades'
import { defineBeside } from '../kind/define-beside'

export const regrades = defineBeside({
  key: 'regrades',
  settings: {},
  page: 'marks',
  switchedOff: { regradeDays: 0 },
  news: { regradeAnswered: 'written' },
  tells: (answered: ReturnType<typeof readableFrom>) =>
    answered.map(({ criterion, at }) => ({ kind: 'regradeAnswered' as const, named: criterion, at })),
})
