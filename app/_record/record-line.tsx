// One paragraph of the record on screen: the parts of entry-parts.ts, drawn. It depends on the paragraph and on RecordContext and not on the room's state, so that it re-renders only when these change.
import { useLocale, useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { RecordEntry } from '#ui/charts/record-entry'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import type { RecordContext } from './entries/record-context'
import { entryTime } from './entries/said-at'
import type { EntryDetail } from './entry-details'
import { anchorText, type EntryParts, entryParts } from './entry-parts'
import { Clauses, Sides, Stands } from './opened-line'
import styles from './record-line.module.css'
import { Who } from './who-spoke'
import { Cited } from './words/cited'
import { GappedWords } from './words/gapped-words'
import { RevisedWords } from './words/revised-words'

type RecordLineProps = {
  paragraph: Paragraph
  about: RecordContext
  density?: 'room' | 'desk'
  /** The link of the number; by default the entry's own anchor on the page. */
  href?: string
  /** Marks the newest statement of the seat that has the floor. */
  live?: boolean
  selected?: boolean
  /** Further details beneath the words. */
  beneath?: ReactNode
  actions?: ReactNode
  lead?: ReactNode
  aside?: ReactNode
}

/** Draws a RecordEntry (a div); put it in your own <li>. */
export const RecordLine = memo(function RecordLine(props: RecordLineProps) {
  const { paragraph, about, density = 'room', href, selected = false, beneath, actions, lead, aside } = props
  const says = useEntryDrawn(props)
  const when = entryTime(useLocale(), about.plan, paragraph.at, about.timeZone)
  return (
    <RecordEntry
      {...says}
      meta={beneath === undefined ? says.meta : [...(says.meta ?? []), beneath]}
      number={paragraph.id}
      href={href}
      time={when}
      density={density}
      selected={selected}
      actions={actions}
      lead={lead}
      aside={aside}
    />
  )
})

type Drawn = Pick<
  Parameters<typeof RecordEntry>[0],
  'variant' | 'delegation' | 'office' | 'above' | 'children' | 'meta' | 'opens' | 'anchors' | 'from'
>

function useEntryDrawn({ paragraph, about, live = false }: RecordLineProps): Drawn {
  const record = useTranslations('record')
  const parts = entryParts(paragraph, about, { record, locale: useLocale() })
  const { variant, source, office } = parts
  const plated = variant === 'statement' || variant === 'withdrawal'
  return {
    variant: live && paragraph.kind === 'statement' ? 'live' : variant,
    delegation: plated ? delegationIn(about.plan, paragraph.delegation) : undefined,
    office: office ?? undefined,
    above: source === null || variant === 'news' ? null : <Above icon={paragraph.kind === 'statement'}>{source}</Above>,
    from: source ?? undefined,
    children: <Words parts={parts} paragraph={paragraph} about={about} />,
    meta: [
      parts.speaker === null ? null : <Who key="speaker" paragraph={paragraph} about={about} />,
      ...parts.details.map((detail) => <Detail key={detail.text} {...detail} />),
      ...parts.checks.map((check) => (
        <span key={check.text} className={styles.checked}>
          <Icon name="search" /> <Detail {...check} />
        </span>
      )),
    ],
    opens:
      paragraph.kind === 'statement' && paragraph.revised && paragraph.withdrawnBy === null && !about.still ? (
        <RevisedWords revised={paragraph.revised} text={paragraph.text} />
      ) : null,
    anchors: parts.anchors.map((anchor) => <Anchored key={anchor} anchor={anchor} about={about} />),
  }
}

function Above({ icon, children }: { icon: boolean; children: string }) {
  return (
    <span className={styles.above}>
      {icon ? <Icon name="pen" /> : null} {children}
    </span>
  )
}

/** The words, and beneath them what the entry opens. */
function Words({ parts, paragraph, about }: { parts: EntryParts; paragraph: Paragraph; about: RecordContext }) {
  const { plan, marks, timeZone } = about
  const words = (text: string) => <GappedWords {...{ text, plan, marks, timeZone }} off={paragraph.off} />
  const text = parts.look === 'replaced' ? <del>{words(parts.text)}</del> : words(parts.text)
  if (paragraph.kind === 'turn') return <i>{text}</i>
  if (parts.heading === null) {
    return (
      <>
        {text}
        {paragraph.kind === 'reveal' ? <Stands plan={plan} entry={paragraph} /> : null}
        {paragraph.kind === 'issued' ? <Clauses clauses={paragraph.clauses} /> : null}
        {paragraph.kind === 'ratification' ? <Sides about={about} sides={paragraph.sides} /> : null}
      </>
    )
  }
  return (
    <>
      <b>{words(parts.heading)}</b>
      {parts.variant === 'news' ? '\n' : ' '}
      <span className={styles.afterHeading}>{text}</span>
    </>
  )
}

/** Leads to the entry that it names. */
function Detail({ text, to }: EntryDetail) {
  return to === null ? text : <a href={`#e${to}`}>{text}</a>
}

function Anchored({ anchor, about }: { anchor: string; about: RecordContext }) {
  if (about.still) return <span>{anchorText(anchor)}</span>
  return <Cited anchor={anchor} from={about} />
}
