'use client'
// The confidential instructions of a seat and of its delegation, on screen and on paper, with the delegation's range on each axis. The
// server sends them to no other delegation.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/seat-view.ts'
import type { Brief } from '#simulation/agenda/plan'
import { roundOf } from '#simulation/agenda/plan'
import { AnchorMark } from '#ui/anchor-mark'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { beginning } from '#ui/delegations.ts'
import { EmptyState } from '#ui/empty-state'
import { signed } from '#ui/signed.ts'
import styles from './brief-panel.module.css'
import { anchorsBeside, isBeyond, pieces } from './brief-text'

type BriefPanelProps = {
  at: SeatView
  /** One column, for a place beside the caucus. */
  narrow?: boolean
}

export function BriefPanel({ at, narrow = false }: BriefPanelProps) {
  const t = useTranslations('room.brief')
  const { own, delegation } = briefsOf(at)
  if (!own && !delegation) {
    return (
      <EmptyState title={t(at.delegation === null ? 'noneTitle' : 'soonTitle')} level={2}>
        {t(at.delegation === null ? 'none' : 'soon')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.brief} data-narrow={narrow || undefined}>
      <p className={styles.paper}>
        {[at.view.room?.name, at.view.room?.title, t('confidential')].filter(Boolean).join(' · ')}
      </p>
      {own ? (
        <section aria-labelledby="brief-own">
          <Band
            title={<span id="brief-own">{t('toSeat', { title: at.seat.title })}</span>}
            level={2}
            right={
              narrow ? (
                t('confidential')
              ) : (
                <Button size="dense" onClick={() => window.print()}>
                  {t('print')}
                </Button>
              )
            }
          />
          <Sections at={at} brief={own} />
        </section>
      ) : null}
      {delegation ? (
        <section aria-labelledby="brief-delegation">
          <Band
            title={<span id="brief-delegation">{t('toDelegation', { country: delegation.title })}</span>}
            level={2}
            right={t('confidential')}
          />
          <Bands at={at} brief={delegation} />
          <Sections at={at} brief={delegation} />
        </section>
      ) : null}
    </div>
  )
}

/** A second seat of the same office reads the brief of that office. */
function briefsOf({ state, seat, delegation }: SeatView) {
  const to = (whom: string | null) => state.briefs.find((brief) => brief.to === whom)
  return { own: to(seat.id) ?? to(seat.mirrors), delegation: to(delegation) }
}

function Sections({ at, brief }: { at: SeatView; brief: Brief }) {
  const t = useTranslations('room.brief.sections')
  return (
    <>
      {brief.sections.map(({ heading, lines }) => (
        <div key={heading} className={styles.section}>
          <h3 data-hidden={heading === 'brief' || undefined}>{t(heading)}</h3>
          {lines.length > 1 ? (
            <ul>
              {lines.map((line) => (
                <li key={line.text}>
                  <Prose at={at} {...line} />
                </li>
              ))}
            </ul>
          ) : (
            lines.map((line) => (
              <p key={line.text}>
                <Prose at={at} {...line} beside={heading !== 'brief'} />
              </p>
            ))
          )}
        </div>
      ))}
    </>
  )
}

function Prose({
  at,
  text,
  anchors,
  beside = true,
}: {
  at: SeatView
  text: string
  anchors: string[]
  beside?: boolean
}) {
  const mark = (id: string) => {
    const gist = at.about.gists?.[id]
    return gist === undefined ? <AnchorMark key={id} anchor={id} /> : <AnchorMark key={id} anchor={id} gist={gist} />
  }
  const beyond = (words: string) => <span className={styles.beyond}>{words}</span>
  return (
    <>
      {pieces(text).map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
        <span key={place}>
          {piece.kind === 'words' ? piece.text : piece.kind === 'beyond' ? beyond(`(${piece.mark})`) : mark(piece.id)}
        </span>
      ))}
      {beside
        ? anchorsBeside(text, anchors).map((anchor) => (
            <span key={anchor}> {isBeyond(anchor) ? beyond(`${beginning(anchor)}.`) : mark(anchor)}</span>
          ))
        : null}
    </>
  )
}

/** The delegation's starting position on each axis, and how far it may move within its role. */
function Bands({ at, brief }: { at: SeatView; brief: Brief }) {
  const t = useTranslations('room.brief')
  if (brief.bands.length === 0) return null
  return (
    <div className={styles.section}>
      <h3>{t('bands')}</h3>
      <dl className={styles.bands}>
        {brief.bands.map((band) => (
          <div key={band.round}>
            <dt>{roundOf(at.state.plan, band.round)?.title ?? band.round}</dt>
            <dd>
              <b>{signed(band.value)}</b> {t('band', { low: signed(band.low), high: signed(band.high) })}
              <span className={styles.reading}>{band.reading}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
