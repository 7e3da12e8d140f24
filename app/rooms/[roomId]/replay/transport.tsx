'use client'
// The player's scrubber with marks for phases and rounds, and its buttons.
import { Slider } from '@base-ui/react/slider'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { RoomPlan } from '#simulation/agenda/plan'
import { Button, LinkButton } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Segmented } from '#ui/controls/segmented'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationsIn } from '#ui/words/delegations.ts'
import { agendaLine, agendaWords } from './agenda-words'
import { SpokenStrip } from './strip'
import type { Strip, Timeline } from './timeline'
import styles from './transport.module.css'
import { PACES, type Pace, type Player } from './use-player'

type TransportProps = {
  player: Player
  timeline: Timeline
  strip: Strip
  plan: RoomPlan
  /** The moment in words, for screen readers. */
  said: string
  /** The address at which the room is played on from this moment; null for whoever may not. */
  fork: string | null
  onStep: (by: 1 | -1) => void
  skipsPauses: boolean
  onSkipsPauses: (skips: boolean) => void
  /** Whether only the reader’s own words are listed and stepped through; null for whoever has none. */
  onlyOwn: boolean | null
  onOnlyOwn: (own: boolean) => void
}

export function Transport({ player, timeline, strip, plan, said, fork, onStep, ...shown }: TransportProps) {
  const { skipsPauses, onSkipsPauses, onlyOwn, onOnlyOwn } = shown
  const t = useTranslations('replay.transport')
  return (
    <section className={`unprinted ${styles.transport}`} aria-label={t('label')}>
      <div className={styles.scrubber}>
        <Slider.Root
          value={Math.round(player.at)}
          min={0}
          max={Math.max(1, Math.round(timeline.length))}
          step={1}
          onValueChange={(value) => player.seek(value)}
        >
          <Slider.Control className={styles.control}>
            <SpokenStrip strip={strip} length={timeline.length} delegations={delegationsIn(plan)} />
            <Slider.Track className={styles.track}>
              <Slider.Indicator className={styles.passed} />
              <Slider.Thumb className={styles.thumb} getAriaLabel={() => t('moment')} getAriaValueText={() => said} />
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
        <Marks timeline={timeline} plan={plan} onGo={player.seek} />
      </div>
      <div className={`tools ${styles.row}`}>
        <span className="line">
          <Button
            size="dense"
            icon="left"
            aria-label={t('previous')}
            aria-keyshortcuts="ArrowLeft"
            onClick={() => onStep(-1)}
          />
          <Button
            kind="primary"
            size="dense"
            icon={player.isPlaying ? 'pause' : 'play'}
            aria-keyshortcuts="Space"
            onClick={player.toggle}
          >
            {t(player.isPlaying ? 'pause' : 'play')}
          </Button>
          <Button
            size="dense"
            icon="right"
            aria-label={t('next')}
            aria-keyshortcuts="ArrowRight"
            onClick={() => onStep(1)}
          />
        </span>
        <Segmented
          label={t('pace')}
          size="dense"
          value={String(player.pace)}
          onValueChange={(value) => player.setPace(paceOf(value))}
          options={PACES.map((pace) => ({ value: String(pace), label: t('times', { pace }) }))}
        />
        <Checkbox size="dense" checked={skipsPauses} onChange={(event) => onSkipsPauses(event.target.checked)}>
          {t('skip')}
        </Checkbox>
        {onlyOwn === null ? null : (
          <Checkbox size="dense" checked={onlyOwn} onChange={(event) => onOnlyOwn(event.target.checked)}>
            {t('ownWords')}
          </Checkbox>
        )}
        {fork === null ? null : (
          // Left whole: the address that a moving replay writes would call a step within the page back.
          <LinkButton size="dense" href={fork} target="_top">
            {t('playOn')}
          </LinkButton>
        )}
        <span className={`faint ${styles.keys}`}>{t('keys')}</span>
      </div>
    </section>
  )
}

const paceOf = (value: string): Pace => PACES.find((pace) => String(pace) === value) ?? 1

/** A tick at the start of each phase, with the name at the start of a round. Each is a button that jumps there. */
function Marks({ timeline, plan, onGo }: { timeline: Timeline; plan: RoomPlan; onGo: (at: number) => void }) {
  const t = useTranslations('replay')
  const record = useTranslations('record')
  return (
    <ol className={styles.marks} aria-label={t('transport.marks')}>
      {timeline.marks.map((mark, place) => {
        const where = agendaWords(t, record, plan, mark.phase)
        const before = timeline.marks[place - 1]
        const opensRound = where.round && plan.phases[before?.phase ?? -1]?.round !== plan.phases[mark.phase]?.round
        const at = timeline.length === 0 ? 0 : mark.at / timeline.length
        return (
          <li key={mark.place} style={{ '--at': `${at * 100}%` } as CSSProperties} data-round={opensRound || undefined}>
            <button
              type="button"
              className={styles.mark}
              tabIndex={-1}
              title={agendaLine(where)}
              onClick={() => onGo(mark.at)}
            >
              <span className={styles.tick} aria-hidden="true" />
              {opensRound ? <span className={styles.name}>{where.round?.number}</span> : null}
              <VisuallyHidden>{t('transport.goTo', { where: agendaLine(where) })}</VisuallyHidden>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
