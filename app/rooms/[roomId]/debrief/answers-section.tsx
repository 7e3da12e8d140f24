// Who answered whom: three by three, a bar and a number in each field. The drawing is the table.
import { useTranslations } from 'next-intl'
import { DELEGATIONS } from '#simulation/kernel/ids'
import { type Answers, answersAmong } from '#simulation/reading/debrief'
import { Placard } from '#ui/placard'
import { delegationColours } from '../../../_ui/delegation-colours'
import { TABLE_ORDER } from '../../../_ui/table-order'
import styles from './answers-section.module.css'
import type { LookingBack } from './looking-back'
import { Part } from './part'

export function AnswersSection({ back: { state } }: { back: LookingBack }) {
  const t = useTranslations('debrief.answers')
  const common = useTranslations('common.delegations')
  const answers = answersAmong(state)
  const most = Math.max(1, ...DELEGATIONS.flatMap((by) => Object.values(answers[by])))
  return (
    <Part title={useTitle(answers)} sub={t('sub')}>
      <table className={styles.matrix}>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('corner')}</th>
            {TABLE_ORDER.map((to) => (
              <th key={to} scope="col">
                <Placard delegation={to} size="xs" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TABLE_ORDER.map((by) => (
            <tr key={by} className={delegationColours(by)}>
              <th scope="row">
                <Placard delegation={by} size="xs" silent /> <span>{common(`${by}.name`)}</span>
              </th>
              {TABLE_ORDER.map((to) => (
                <td key={to}>{by === to ? '–' : <Field count={answers[by][to]} most={most} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

const LONGEST = 72

function Field({ count, most }: { count: number; most: number }) {
  const width = (count / most) * LONGEST
  return (
    <span className={styles.field}>
      <svg viewBox={`0 0 ${LONGEST} 14`} aria-hidden="true">
        <rect x={LONGEST - width} y="0" width={width} height="14" />
      </svg>
      <b>{count}</b>
    </span>
  )
}

/** Whom the room answered most, and whom least. */
function useTitle(answers: Answers): string {
  const t = useTranslations('debrief.answers')
  const common = useTranslations('common.delegations')
  const received = DELEGATIONS.map((to) => ({ to, count: DELEGATIONS.reduce((sum, by) => sum + answers[by][to], 0) }))
  const ranked = [...received].sort((a, b) => b.count - a.count)
  const [first, , last] = ranked
  if (!first || !last || first.count === 0) return t('none')
  const capital = (place: (typeof ranked)[number]) => common(`${place.to}.capital`)
  if (first.count === last.count) return t('even', { count: first.count })
  return t('most', { first: capital(first), count: first.count, last: capital(last), least: last.count })
}
