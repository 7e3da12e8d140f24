// A delegation's positions of a round on one card: where it opened and closed, in which words, its red line and anchors, where the words
// came from and who filed them, and what was believed. It draws what the sheet holds, and a sheet holds what its reader hears.
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { roundOf } from '#simulation/agenda/plan'
import type { Anchor } from '#simulation/kernel/ids'
import type { PositionSheet, Stood } from '#simulation/reading/log/position-sheet'
import type { Struck } from '#simulation/reading/log/strikes'
import { positionPlace } from '#simulation/shapes/places'
import { Placard } from '#ui/charts/placard'
import { PositionAxis } from '#ui/charts/position-axis'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { delegationIn } from '#ui/words/delegations.ts'
import { RedLine } from '#ui/words/red-line'
import { signed } from '#ui/words/signed.ts'
import type { RecordContext } from './entries/record-context'
import { anchorText, keyOf } from './entry-parts'
import styles from './position-card.module.css'
import { type CardWords, cameFrom, guessedByWords, guessWords, standingWords } from './position-words'
import { Cited } from './words/cited'
import { GappedWords } from './words/gapped-words'

export type PositionCardProps = {
  sheet: PositionSheet
  about: Pick<RecordContext, 'plan' | 'gists' | 'timeZone' | 'still'>
  /** What was taken off a position's words. */
  offAt?: (place: string) => readonly Struck[]
  /** Plays the opening animation once, when it has just been revealed. */
  opening?: boolean
  /** Whether the reveal of the openings stands before it in the same record: paper does not say them again. */
  openingStood?: boolean
  children?: ReactNode
}

export function PositionCard({ sheet, about, offAt, opening, openingStood, children }: PositionCardProps) {
  const record = useTranslations('record')
  const locale = useLocale()
  const { plan, timeZone } = about
  const delegation = delegationIn(plan, sheet.delegation)
  if (!delegation) return null
  const words: CardWords = { record, locale, plan, timeZone }
  const stages = [sheet.opening, sheet.closing].filter((stood) => stood !== null)
  const guesses = guessWords(sheet, words)
  const guessedBy = guessedByWords(sheet, words)
  return (
    <article
      className={`${styles.card} ${delegationColours(delegation)}`}
      data-opening={opening || undefined}
      data-card={sheet.delegation}
    >
      <header className={`bar ${styles.head}`}>
        <Placard delegation={delegation} silent />
        <h3>{delegation.name}</h3>
        <Values sheet={sheet} />
      </header>
      {stages.length === 0 ? null : (
        <div className={styles.axis}>
          <PositionAxis
            delegation={delegation}
            opening={sheet.opening?.position.value ?? null}
            closing={sheet.closing?.position.value ?? null}
            guesses={sheet.guessedBy.map(({ delegation: by, value }) => ({
              value,
              by: delegationIn(plan, by)?.letter ?? '',
            }))}
            by={(letters) => record('card.by', { letters })}
            axis={roundOf(plan, sheet.round)?.axis}
          />
        </div>
      )}
      {stages.map((stood) => (
        <Stage
          key={stood.stage}
          stood={stood}
          before={stood.stage === 'closing' ? sheet.opening : null}
          repeated={openingStood === true && stood.stage === 'opening'}
          about={about}
          words={words}
          off={offAt?.(positionPlace({ ...sheet, stage: stood.stage })) ?? []}
        />
      ))}
      <Lines title={record('card.guesses')} lines={guesses} />
      <Lines title={record('card.guessedBy')} lines={guessedBy} />
      {children}
    </article>
  )
}

function Values({ sheet: { opening, closing } }: { sheet: PositionSheet }) {
  const record = useTranslations('record')
  const [from, to] = [opening?.position.value, closing?.position.value]
  const last = to ?? from
  if (last === undefined) return <p className={styles.values}>{record('card.none')}</p>
  if (from === undefined || to === undefined)
    return (
      <p className={styles.values}>
        <b>{signed(last)}</b>
      </p>
    )
  if (from === to) return <p className={styles.values}>{record('card.heldAt', { value: signed(to) })}</p>
  return (
    <p className={styles.values}>
      <span aria-hidden="true">{record('card.moved', { from: signed(from), to: signed(to) })}</span>
      <VisuallyHidden>{record('card.movedHeard', { from: signed(from), to: signed(to) })}</VisuallyHidden>
    </p>
  )
}

type StageProps = {
  stood: Stood
  /** The opening that a closing follows: what it only repeats is not drawn twice. */
  before: Stood | null
  repeated: boolean
  about: PositionCardProps['about']
  words: CardWords
  off: readonly Struck[]
}

function Stage({ stood, before, repeated, about, words, off }: StageProps) {
  const { record, plan, timeZone } = words
  const { text, redLine, anchors } = stood.position
  const said = (written: string) => <GappedWords {...{ text: written, off, plan, timeZone }} />
  const from = cameFrom(stood, record)
  const isHeld = stood.how === 'held' && before !== null
  const repeats = (left: unknown, right: unknown) => before !== null && JSON.stringify(left) === JSON.stringify(right)
  return (
    <section className={styles.stage} data-repeated={repeated || undefined}>
      <h4>{record(`card.stage.${stood.stage}`)}</h4>
      {isHeld ? null : <p className={styles.words}>{text === '' ? record('card.noWords') : said(text)}</p>}
      <p className={`faint ${styles.note}`}>
        {from === null ? null : <b>{from}</b>}
        {from === null ? null : ' · '}
        {standingWords(stood, words).join(' · ')}
      </p>
      {redLine === '' || repeats(before?.position.redLine, redLine) ? null : (
        <RedLine>
          <b>{record('card.redLine')}</b> {said(redLine)}
          {stood.redLineOfBrief ? <em className="faint"> {record('card.ofBrief')}</em> : null}
        </RedLine>
      )}
      {anchors.length === 0 || repeats(before?.position.anchors, anchors) ? null : (
        <Anchors anchors={anchors} ofBrief={stood.anchorsOfBrief} about={about} />
      )}
    </section>
  )
}

function Anchors({
  anchors,
  ofBrief,
  about,
}: {
  anchors: readonly Anchor[]
  ofBrief: readonly Anchor[]
  about: PositionCardProps['about']
}) {
  const record = useTranslations('record')
  const given = new Set(ofBrief.map(keyOf))
  return (
    <ul className={styles.anchors} aria-label={record('card.anchors')}>
      {anchors.map(keyOf).map((key) => (
        <li className="stack" key={key}>
          {about.still ? <span>{anchorText(key)}</span> : <Cited anchor={key} from={about} />}
          <span>
            <span className={styles.gist}>{about.gists?.[key]}</span>{' '}
            {given.has(key) ? <em className="faint">{record('card.ofBrief')}</em> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section className={styles.stage}>
      <h4>{title}</h4>
      <ul className={`hint ${styles.lines}`}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
