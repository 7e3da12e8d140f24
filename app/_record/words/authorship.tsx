// Who wrote which words of an agreed clause: a full shape and line for what people of a side wrote, a hollow shape and dots for a side's
// first words, which the scenario gave, and no mark for what was common from the start. Shown on request.
import { useTranslations } from 'next-intl'
import { isFourthEdition, type RoomPlan } from '#simulation/agenda/plan'
import type { ReadClause } from '#simulation/questions/ballots'
import { type Authored, authorsOf, wordsBySide } from '#simulation/reading/text/authorship'
import { type Agreed, agreedVersions } from '#simulation/reading/text/surviving-words'
import { Shape } from '#ui/charts/shape'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import styles from './authorship.module.css'
import { GappedWords } from './gapped-words'

export function AuthorshipSwitch() {
  const t = useTranslations('record.text')
  return (
    <p className={`unprinted ${styles.switch}`}>
      <label className="line">
        <input type="checkbox" /> {t('authorship')}
      </label>
    </p>
  )
}

/** The clean words of a clause, each stretch with its author. */
export function AuthoredWords({ plan, clause }: { plan: RoomPlan; clause: ReadClause }) {
  const [agreed] = agreedVersions([{ ...clause, outcome: 'passed' }])
  if (!agreed || agreed.version.words !== clause.text) return <GappedWords text={clause.text} plan={plan} />
  return authorsOf(agreed.clause, agreed.version).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text keep their order
    <Stretch key={place} plan={plan} piece={piece} />
  ))
}

function Stretch({ plan, piece: { text, author } }: { plan: RoomPlan; piece: Authored }) {
  const t = useTranslations('record.text')
  const words = <GappedWords text={text} plan={plan} />
  if (author.kind === 'common') return <>{words}</>
  const side = delegationIn(plan, author.side)
  const given = author.kind === 'first'
  const title = side ? t(given ? 'authorFirst' : 'authorPeople', { capital: side.capital }) : t('authorChair')
  return (
    <span className={`${styles.stretch} ${delegationColours(side)}`} data-given={given || undefined} title={title}>
      {side ? (
        <span className={styles.mark}>
          <Shape delegation={side} hollow={given} silent />
        </span>
      ) : null}
      {words}
    </span>
  )
}

/** How many of the agreed words each side wrote. */
export function AuthorTable({ plan, agreed }: { plan: RoomPlan; agreed: readonly Agreed[] }) {
  const t = useTranslations('record.text')
  const { common, sides, chair } = wordsBySide(plan, agreed)
  return (
    <table className={styles.table}>
      <caption>{t('whose')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('byPeople')}</th>
          <th scope="col">{t('given')}</th>
        </tr>
      </thead>
      <tbody>
        {delegationsIn(plan).map((delegation) => {
          const own = sides.find(({ side }) => side === delegation.id)
          return (
            <tr key={delegation.id}>
              <th scope="row">
                <Shape delegation={delegation} silent /> {delegation.name}
              </th>
              <td>{own?.people ?? 0}</td>
              <td>{own?.first ?? 0}</td>
            </tr>
          )
        })}
        {chair > 0 ? (
          <tr>
            <th scope="row">{t('chairWords')}</th>
            <td>{chair}</td>
            <td />
          </tr>
        ) : null}
        <tr>
          <th scope="row">{t('commonWords')}</th>
          <td />
          <td>{common}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** What the page ends with: how many of the agreed words people wrote. */
export function useFoot(plan: RoomPlan, clauses: readonly ReadClause[]): string {
  const t = useTranslations('record.text')
  if (!isFourthEdition(plan)) return t('footBefore')
  const agreed = agreedVersions(clauses)
  if (agreed.length === 0) return t('footNone')
  const { written, all } = wordsBySide(plan, agreed)
  return t('foot', { written, of: all })
}
