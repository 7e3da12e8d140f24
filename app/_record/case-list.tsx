// What came of one delegation's asking of another, as a list: at the desk and in the debrief. Of what is not known nothing is said.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import { type CaseRow, type JudgedGuess, wordsOfEntry } from '#simulation/reading/positions/cases'
import type { RoomState } from '#simulation/state/room-state'
import { signed, unsigned } from '#ui/words/signed.ts'
import { capitalOf } from './names-in-plan'
import styles from './strategy-list.module.css'
import { GappedWords } from './words/gapped-words'

export function CaseList({ state, row }: { state: RoomState; row: CaseRow }) {
  const t = useTranslations('record.case')
  const { plan } = state
  const { before, after, guess, stated, score } = row
  const of = capitalOf(plan, row.of)
  const words = (label: string, text: string | null | undefined) =>
    text == null ? null : <Words label={label} text={text} plan={plan} />
  const judged = ({ value, stood, off }: JudgedGuess) =>
    t('judged', { value: signed(value), stood: signed(stood), off: unsigned(off), exact: off === 0 ? 'yes' : 'no' })
  return (
    <dl className={`fields ${styles.parts}`}>
      {words(t('question'), wordsOfEntry(state, row.question))}
      {words(t('answer', { of }), wordsOfEntry(state, row.answer))}
      {before ? words(t('before'), judged(before)) : null}
      {after ? words(t('after'), judged(after)) : guess ? words(t('after'), signed(guess.value)) : null}
      {words(t('said', { of }), stated?.text)}
      {score ? words(t('scored', { of }), t('of', { score: score.score })) : null}
      {words(t('missing', { of }), score?.missing)}
    </dl>
  )
}

const Words = ({ label, text, plan }: { label: string; text: string; plan: RoomPlan }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <GappedWords text={text} plan={plan} />
    </dd>
  </div>
)

/** Who asks whom. */
export const useCaseTitle = (plan: RoomPlan): ((row: Pick<CaseRow, 'by' | 'of'>) => string) => {
  const t = useTranslations('record.case')
  return ({ by, of }) => t('between', { from: capitalOf(plan, by), of: capitalOf(plan, of) })
}
