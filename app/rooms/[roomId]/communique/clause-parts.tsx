'use client'
// What stands beside the words of a clause: why sides stand where they do, who wrote the words that are not the scenario's, and who has
// initialled them.
import { useFormatter, useTranslations } from 'next-intl'
import { Reason } from '#record/words/bracket'
import { GappedWords } from '#record/words/gapped-words'
import { struckName } from '#record/words/off-words.ts'
import { versionWords } from '#record/words/version-words.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { MoreButton } from '#room/off/more-button'
import { useLineMenu } from '#room/off/use-line-menu'
import type { DelegationId } from '#simulation/kernel/ids'
import { isInitialled, type StoodOn, stoodOn } from '#simulation/questions/text'
import { mayReport, struckAt } from '#simulation/reading/log/strikes'
import type { ClauseText } from '#simulation/shapes/text'
import { Shape } from '#ui/charts/shape'
import { delegationsIn } from '#ui/words/delegations.ts'
import styles from './clause-article.module.css'

/** What a sheet about a clause is given. */
export type ClauseSheetProps = {
  at: SeatView
  clause: ClauseText
  number: number
  own: DelegationId
  request: Request
  onClose: () => void
}

/** The capitals of delegations as a list in the reader's language. */
export function useCapitals(at: Pick<SeatView, 'state'>): (ids: readonly DelegationId[]) => string {
  const format = useFormatter()
  return (ids) =>
    format.list(delegationsIn(at.state.plan).flatMap(({ id, capital }) => (ids.includes(id) ? [capital] : [])))
}

type PartProps = { at: SeatView; clause: ClauseText }

/** Who wrote the versions that sides stand on, where people did, and each side's reason. */
export function StoodOnLines({ at, clause }: PartProps) {
  const t = useTranslations('room.text')
  const record = useTranslations('record')
  const capitals = useCapitals(at)
  const { plan } = at.state
  const stood = stoodOn(plan, clause)
  const written = stood.flatMap(({ version }) => (version?.seat && !version.given ? [version] : []))
  const none = stood.find(({ version }) => version === null)
  const title = (seat: string) => plan.seats.find(({ id }) => id === seat)?.title ?? seat
  return (
    <>
      {written.map(({ id, seat, cites }) => (
        <p key={id} className={`note ${styles.by}`}>
          {capitalised(versionWords(record, plan, id))}: {t('by', { title: title(seat ?? '') })}{' '}
          <TakenFrom no={cites} />
        </p>
      ))}
      {none ? (
        <p className={`note ${styles.by}`}>
          {t('standsOnNone', { who: capitals(none.delegations), count: none.delegations.length })}
        </p>
      ) : null}
      <Reasons at={at} clause={clause} stood={stood} />
    </>
  )
}

/** The entry from which words were taken over. */
export function TakenFrom({ no }: { no: string | null }) {
  const t = useTranslations('room.text')
  return no === null ? null : <a href={`#e${no}`}>{t('takenFrom', { number: no })}</a>
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function Reasons({ at, clause, stood }: PartProps & { stood: readonly StoodOn[] }) {
  const t = useTranslations('room.text')
  const record = useTranslations('record')
  const { opened, open, parts } = useLineMenu(at)
  const delegations = delegationsIn(at.state.plan)
  return (
    <>
      {stood.flatMap(({ reasons }) =>
        reasons.map(({ by, words }) => {
          const places = by.map((one) => `bracket/${clause.key}/${one}`)
          return (
            <Reason key={places.join()} by={delegations.filter(({ id }) => by.includes(id))} label={t('whyStands')}>
              <GappedWords
                text={words}
                off={places.flatMap((place) => struckAt(at.state, place))}
                plan={at.state.plan}
              />{' '}
              {places.map((place) =>
                mayReport(at.state, at.person, place) ? (
                  <MoreButton
                    key={place}
                    no={place}
                    name={struckName(record, at.state.plan, place)}
                    open={place === opened}
                    onMore={(entry, button) => open({ entry, title: null, at: null }, button)}
                  />
                ) : null,
              )}
            </Reason>
          )
        }),
      )}
      {parts}
    </>
  )
}

/** Who has initialled the clean words. */
export function Initials({ at, clause }: PartProps) {
  const t = useTranslations('room.text.initial')
  const capitals = useCapitals(at)
  if (clause.initials.length === 0) return null
  return (
    <p className={`note ${styles.by}`}>
      {delegationsIn(at.state.plan)
        .filter(({ id }) => clause.initials.includes(id))
        .map((delegation) => (
          <Shape key={delegation.id} delegation={delegation} silent />
        ))}{' '}
      {isInitialled(clause) ? t('all') : t('done', { who: capitals(clause.initials) })}
    </p>
  )
}
