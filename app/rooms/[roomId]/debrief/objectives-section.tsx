// What each office was asked to reach, what its holder says of it, and whether the chair confirms it.
import { useTranslations } from 'next-intl'
import { claimsCounted, type SeatObjectives, seatsWithObjectives } from '#simulation/reading/positions/objectives'
import { Placard } from '#ui/charts/placard'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn } from '#ui/words/delegations.ts'
import { type DebriefData, entryHref } from './debrief-data'
import styles from './objectives-section.module.css'
import { Part } from './part'

export function ObjectivesSection({ back }: { back: DebriefData }) {
  const t = useTranslations('debrief.objectives')
  const { state } = back
  const seats = seatsWithObjectives(state)
  if (state.unsealedAt === null || seats.length === 0) return null
  return (
    <Part long title={t('title', claimsCounted(seats))} sub={t('sub')}>
      <ScrollRegion className={styles.scroll} label={t('caption')}>
        <table className={styles.table}>
          <caption className="unseen">{t('caption')}</caption>
          <thead>
            <tr>
              {(['seat', 'objective', 'claim', 'judged'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seats.map((each) => (
              <SeatRows key={each.seat.id} back={back} each={each} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Part>
  )
}

function SeatRows({ back: { room, state }, each: { seat, objectives } }: { back: DebriefData; each: SeatObjectives }) {
  const t = useTranslations('debrief.objectives')
  const delegation = delegationIn(state.plan, seat.delegation)
  return objectives.map(({ objective, text, claim }) => (
    <tr key={objective}>
      {objective === 0 ? (
        <th scope="rowgroup" rowSpan={objectives.length}>
          {delegation ? <Placard delegation={delegation} size="xs" /> : null} {seat.title}
        </th>
      ) : null}
      <td>{text}</td>
      <td>
        {claim ? (
          <>
            <b>{t(claim.met ? 'met' : 'notMet')}</b>{' '}
            {claim.entry === null ? null : (
              <a href={entryHref(room, String(claim.entry))}>{t('shown', { number: claim.entry })}</a>
            )}
          </>
        ) : (
          t('unclaimed')
        )}
      </td>
      <td>{claim ? t(claim.confirmed === null ? 'unjudged' : claim.confirmed ? 'yes' : 'no') : '–'}</td>
    </tr>
  ))
}
