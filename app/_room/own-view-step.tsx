'use client'
// The own view on one screen: what is marked, the question at hand with its axis, and two ways on. A phone docks the first of them.
import { useTranslations } from 'next-intl'
import { stanceKey } from '#simulation/state/room-state'
import { AxisInput } from '#ui/axis-input'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { LockLine } from '#ui/seal'
import { signed } from '#ui/signed.ts'
import { UnbrokenWords } from '#ui/unbroken-words'
import styles from './own-view-step.module.css'
import { RefusalText } from './refusal-text'
import type { SeatView } from './seat-view'
import { OWN_VIEW_FORM, type OwnView } from './use-own-view'

type OwnViewProps = { at: SeatView; ownView: OwnView; docked: boolean }

export function OwnViewStep({ at, ownView, docked }: OwnViewProps) {
  const t = useTranslations('room.ownView')
  const { when, round, value, marks, of } = ownView
  if (when === null || round === null) return null
  const before = when === 'after' ? at.state.stances[stanceKey(at.person, 'before', round.key)] : undefined
  return (
    <form
      id={OWN_VIEW_FORM}
      className={styles.step}
      aria-label={t(when)}
      onSubmit={(event) => {
        event.preventDefault()
        ownView.mark()
      }}
    >
      <p className={styles.hint}>{t('count', { marked: marks.length, of })}</p>
      <Marks ownView={ownView} />
      <p className={styles.question}>
        <UnbrokenWords>{round.question}</UnbrokenWords>
      </p>
      <AxisInput key={round.key} label={t('where')} axis={round.axis} value={value} onValueChange={ownView.place} />
      {before === undefined ? null : <p className={styles.hint}>{t('wasBefore', { value: signed(before) })}</p>}
      <LockLine>{t(`privacy.${when}`)}</LockLine>
      <RefusalText>{ownView.refused}</RefusalText>
      <p className={styles.actions}>
        {docked ? null : (
          <Button kind="primary" type="submit">
            {t('mark', { value: signed(value) })}
          </Button>
        )}
        <Button wide={docked} onClick={ownView.pass}>
          {t('pass')}
        </Button>
      </p>
    </form>
  )
}

/** What is marked so far; each can be taken up again. */
function Marks({ ownView }: { ownView: OwnView }) {
  const t = useTranslations('room.ownView')
  if (ownView.marks.length === 0) return null
  return (
    <ul className={styles.marks}>
      {ownView.marks.map(({ round, value }) => (
        <li key={round.key}>
          <Icon name="check" />
          <span>{round.title}</span>
          <b>{signed(value)}</b>
          <Button
            size="dense"
            kind="quiet"
            aria-label={t('changeOf', { title: round.title })}
            onClick={() => ownView.choose(round.key)}
          >
            {t('change')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** One line in place of the step once it is done or passed over, with the way back to it. */
export function OwnViewLine({ ownView }: { ownView: OwnView }) {
  const t = useTranslations('room.ownView')
  if (ownView.when === null || ownView.open) return null
  return (
    <details className={styles.line}>
      <summary>{t('count', { marked: ownView.marks.length, of: ownView.of })}</summary>
      <Marks ownView={ownView} />
      {ownView.marks.length < ownView.of && ownView.round ? (
        <Button size="dense" onClick={() => ownView.choose(ownView.round?.key ?? '')}>
          {t('markAfterAll')}
        </Button>
      ) : null}
    </details>
  )
}
