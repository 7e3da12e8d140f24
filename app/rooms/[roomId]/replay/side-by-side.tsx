'use client'
// Two or three delegations at one moment, side by side: what each wanted, what it believed of the others, and what it alone had heard (D25).
import { useLocale, useTranslations } from 'next-intl'
import { type CSSProperties, useMemo, useState } from 'react'
import { entryPath } from '#paths'
import type { RecordContext } from '#record/entries/record-context.ts'
import { type CardWords, guessWords, standingWords } from '#record/position-words.ts'
import { RecordLine } from '#record/record-line'
import { GappedWords } from '#record/words/gapped-words'
import type { DelegationId } from '#simulation/kernel/ids'
import { type SideAt, type SideInRound, sideAt } from '#simulation/reading/positions/side-by-side'
import { lastSpoken } from '#simulation/reading/record/newest'
import type { RoomState } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { RecordList } from '#ui/charts/record-entry'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import type { Delegation } from '#ui/words/delegations.ts'
import { RedLine } from '#ui/words/red-line'
import { signed } from '#ui/words/signed.ts'
import { MomentHead } from './moment-view'
import styles from './side-by-side.module.css'

/** How many of the newest entries that it alone heard a column shows. */
const SHOWN = 4

/** A delegation that is shown, with the room as it could know it. */
export type Side = { id: DelegationId; state: RoomState }

type SideBySideProps = {
  sides: readonly Side[]
  /** The room as the reader may know it, at the same moment. */
  whole: RoomState
  instant: number
  about: RecordContext
  roomId: string
  delegations: readonly Delegation[]
  /** Shows another delegation in the place of one. */
  onChange: (from: DelegationId, to: DelegationId) => void
}

export function SideBySide({ sides, whole, instant, about, roomId, delegations, onChange }: SideBySideProps) {
  const t = useTranslations('replay.sides')
  const [chosen, choose] = useState<string | null>(null)
  const shown = sides.some(({ id }) => id === chosen) ? chosen : (sides[0]?.id ?? null)
  const [last] = lastSpoken(whole, 1)
  const free = delegations.filter(({ id }) => !sides.some((side) => side.id === id))
  return (
    <div className={`stack ${styles.moment}`}>
      <MomentHead state={whole} instant={instant} about={about} />
      <section aria-label={t('heardByAll')}>
        {last ? (
          <RecordLine paragraph={last} about={about} href={entryPath(roomId, last.id)} density="desk" />
        ) : (
          <p className="note">{t('nothing')}</p>
        )}
      </section>
      <div className={styles.switch}>
        <Segmented
          label={t('shown')}
          size="dense"
          value={shown ?? ''}
          onValueChange={choose}
          options={sides.flatMap(({ id }) => {
            const one = delegations.find((each) => each.id === id)
            return one ? [{ value: id, label: one.capital }] : []
          })}
        />
      </div>
      <div className={styles.columns} style={{ '--columns': sides.length } as CSSProperties}>
        {sides.map(({ id, state }) => {
          const delegation = delegations.find((each) => each.id === id)
          return delegation ? (
            <Column
              key={id}
              {...{ delegation, state, whole, about, roomId }}
              chosen={id === shown}
              others={free}
              onChange={(to) => onChange(id, to)}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

type ColumnProps = Pick<SideBySideProps, 'whole' | 'about' | 'roomId'> & {
  delegation: Delegation
  state: RoomState
  chosen: boolean
  /** The delegations that no column shows. */
  others: readonly Delegation[]
  onChange: (to: DelegationId) => void
}

function Column({ delegation, state, whole, about, roomId, chosen, others, onChange }: ColumnProps) {
  const t = useTranslations('replay.sides')
  const side = useMemo(() => sideAt(state, whole, delegation.id, SHOWN), [state, whole, delegation.id])
  return (
    <article
      className={`${styles.column} ${delegationColours(delegation)}`}
      data-chosen={chosen || undefined}
      aria-label={delegation.capital}
    >
      <header className={`bar ${styles.head}`}>
        <Placard delegation={delegation} silent />
        <h3>{delegation.capital}</h3>
        {others.length > 0 ? (
          <Select
            size="dense"
            aria-label={t('another', { capital: delegation.capital })}
            value={delegation.id}
            onChoose={onChange}
            options={[delegation, ...others].map(({ id, capital }) => ({ value: id, label: capital }))}
          />
        ) : null}
      </header>
      {side.rounds.map((each) => (
        <InRound key={each.round.key} {...{ each, state, about }} titled={side.rounds.length > 1} />
      ))}
      <Apart {...{ side, about, roomId }} />
    </article>
  )
}

type InRoundProps = { each: SideInRound; state: RoomState; about: RecordContext; titled: boolean }

function InRound({ each: { round, stood, brief, redLine, guesses }, state, about, titled }: InRoundProps) {
  const t = useTranslations('replay.sides')
  const record = useTranslations('record')
  const { plan } = state
  const words: CardWords = { record, locale: useLocale(), plan, timeZone: about.timeZone }
  return (
    <>
      {titled ? <h4 className={styles.round}>{round.title}</h4> : null}
      <h4>{t('wanted')}</h4>
      {stood ? (
        <p>
          <b>{signed(stood.position.value)}</b> {standingWords(stood, words).join(' · ')}
        </p>
      ) : (
        <p className="note">{t('noPosition')}</p>
      )}
      {brief ? (
        <p className="note">
          {t('brief', { value: signed(brief.value), low: signed(brief.low), high: signed(brief.high) })}
        </p>
      ) : null}
      {redLine === null ? null : (
        <RedLine>
          <b>{record('card.redLine')}</b> <GappedWords text={redLine} plan={plan} timeZone={about.timeZone} />
        </RedLine>
      )}
      <h4>{t('believed')}</h4>
      {guesses.length === 0 ? (
        <p className="note">{t('noGuess')}</p>
      ) : (
        <ul>
          {guessWords({ guesses }, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Apart({ side: { apart }, about, roomId }: { side: SideAt; about: RecordContext; roomId: string }) {
  const t = useTranslations('replay.sides')
  return (
    <>
      <h4>{t('knew', { count: apart.count })}</h4>
      <RecordList label={t('knew', { count: apart.count })}>
        {apart.newest.map((paragraph) => (
          <li key={paragraph.id} className={styles.entry}>
            <RecordLine paragraph={paragraph} about={about} density="desk" href={entryPath(roomId, paragraph.id)} />
          </li>
        ))}
      </RecordList>
    </>
  )
}
