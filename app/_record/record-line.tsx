// One paragraph of the record on screen, drawn by its kind: speaker, words, details beneath, anchors. It depends on the paragraph and on
// RecordContext and not on the room's state, so that it re-renders only when these change.
import { useLocale, useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import { membersOf } from '#simulation/agenda/parties'
import type { Check } from '#simulation/kernel/room-state'
import type { Paragraph } from '#simulation/reading/transcript'
import { delegationIn } from '#ui/delegations.ts'
import { Icon } from '#ui/icon'
import { RecordEntry } from '#ui/record-entry'
import { clockText } from '#ui/signed.ts'
import { Cited } from './cited'
import { GappedWords } from './gapped-words'
import { hasGap } from './off-words'
import { onTension } from './on-tension'
import { IssuedLine, RevealLine } from './opened-line'
import { procedureSentence } from './procedure-sentence'
import type { RecordContext } from './record-context'
import styles from './record-line.module.css'
import { entryTime } from './said-at'
import { SummaryOf, titleOf, Who } from './who-spoke'

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
  const says = useEntryParts(props)
  const when = useEntryTime(about)(paragraph.at)
  return (
    <RecordEntry
      {...says}
      meta={beneath === undefined ? says.meta : [...(says.meta ?? []), beneath]}
      number={paragraph.no}
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

function useEntryTime({ plan, timeZone }: RecordContext): (at: number) => string {
  const locale = useLocale()
  return (at) => entryTime(locale, plan, at, timeZone)
}

type EntryParts = Pick<
  Parameters<typeof RecordEntry>[0],
  'variant' | 'delegation' | 'office' | 'above' | 'children' | 'meta' | 'anchors' | 'from' | 'withdrawn'
>

function useEntryParts({ paragraph, about, live = false }: RecordLineProps): EntryParts {
  const t = useTranslations('record')
  const locale = useLocale()
  const { plan, marks, timeZone } = about
  const timeOf = useEntryTime(about)
  const words = (text: string) => <GappedWords {...{ text, plan, marks, timeZone }} off={paragraph.off} />
  const seat = plan.seats.find((candidate) => candidate.id === paragraph.seat)
  const office = seat && t('the', { title: seat.title })
  const delegation = delegationIn(plan, paragraph.delegation)
  const who = <Who paragraph={paragraph} about={about} />
  const link = (number: number) => (chunks: ReactNode) => <a href={`#e${number}`}>{chunks}</a>

  const checks = (made: readonly Check[] = []) =>
    made.map(({ no, finding }) => (
      <span key={no} className={styles.checked}>
        <Icon name="search" /> {t.rich(`check.checked.${finding}`, { number: no, link: link(no) })}
      </span>
    ))

  switch (paragraph.kind) {
    case 'statement':
      return {
        variant: live ? 'live' : 'statement',
        delegation,
        office,
        above: <SummaryOf paragraph={paragraph} about={about} />,
        children: words(paragraph.text),
        meta: [
          who,
          onTension(paragraph, about, t),
          t(`intents.${paragraph.intent}`),
          secondsOf(paragraph, t),
          paragraph.summary?.dictated ? t('turn.dictated', { as: paragraph.summary.as }) : null,
          paragraph.answers === null
            ? null
            : t.rich('answers', { number: paragraph.answers, link: link(paragraph.answers) }),
          paragraph.late ? t('late') : null,
          paragraph.summary ? t('turn.written', { time: timeOf(paragraph.summary.at) }) : null,
          paragraph.withdrawnBy === null
            ? null
            : t.rich('withdrawnBy', { number: paragraph.withdrawnBy, link: link(paragraph.withdrawnBy) }),
          ...checks(paragraph.checkedIn),
        ],
        anchors: paragraph.anchors.map((anchor) => (
          <Anchored key={keyOf(anchor)} anchor={keyOf(anchor)} about={about} />
        )),
      }
    case 'turn':
      return {
        variant: 'statement',
        delegation,
        children: t.rich('turn.spoken', {
          office: office ?? '',
          time: clockText(paragraph.seconds),
          b: (chunks) => <b>{chunks}</b>,
          i: (chunks) => <i>{chunks}</i>,
        }),
        meta: [
          who,
          t(`intents.${paragraph.intent}`),
          paragraph.answers === null
            ? null
            : t.rich('answers', { number: paragraph.answers, link: link(paragraph.answers) }),
          paragraph.takenBack ? t('turn.takenBack') : null,
          paragraph.leftTo === null ? null : t('turn.leftTo', { title: titleOf(plan, paragraph.leftTo) }),
          ...checks(paragraph.checkedIn),
        ],
      }
    case 'earlier-words':
      return {
        variant: 'procedure',
        children: (
          <>
            {t('turn.earlier', { turn: paragraph.turn })}{' '}
            {hasGap(paragraph.text) ? words(paragraph.text) : <del>{words(paragraph.text)}</del>}
          </>
        ),
        meta: [who, t.rich('turn.replacedBy', { number: paragraph.replacedBy, link: link(paragraph.replacedBy) })],
      }
    case 'check':
      return {
        variant: 'statement',
        office,
        children: (
          <>
            <b>{t(`check.${paragraph.finding}`, { number: paragraph.checks })}</b> {words(paragraph.text)}
          </>
        ),
        meta: [who, t.rich('check.checks', { number: paragraph.checks, link: link(paragraph.checks) })],
        anchors: paragraph.anchors.map((anchor) => (
          <Anchored key={keyOf(anchor)} anchor={keyOf(anchor)} about={about} />
        )),
      }
    case 'chronicle':
      return {
        variant: 'statement',
        office,
        children: words(paragraph.text),
        meta: [who, t('chronicle'), onTension(paragraph, about, t)],
      }
    case 'withdrawal':
      return {
        variant: 'withdrawal',
        delegation,
        office,
        children: words([t('withdrawal', { number: paragraph.withdraws }), paragraph.text ?? ''].join(' ').trim()),
        meta: [who, t.rich('withdraws', { number: paragraph.withdraws, link: link(paragraph.withdraws) })],
      }
    case 'news':
      return {
        variant: 'news',
        from:
          paragraph.form === ''
            ? t('ownWords', { by: paragraph.by })
            : t('fiction', { form: paragraph.form, by: paragraph.by }),
        children: (
          <>
            <b>{words(paragraph.headline)}</b>
            {'\n'}
            <span className={styles.newsText}>{words(paragraph.text)}</span>
          </>
        ),
        withdrawn: paragraph.retracted,
        meta: [paragraph.retracted ? t('retracted') : null],
        anchors: paragraph.anchors.map((anchor) => <Anchored key={anchor} anchor={anchor} about={about} />),
      }
    case 'note': {
      const { to } = paragraph
      const titled = plan.seats.find((candidate) => candidate.id === to)
      const office =
        to === 'room'
          ? t('note.room')
          : titled
            ? t('note.seat', { title: titled.title })
            : t('note.delegation', { country: delegationIn(plan, to)?.name ?? '' })
      return { variant: to === 'room' ? 'statement' : 'caucus', office, children: words(paragraph.text) }
    }
    case 'caucus':
      return {
        variant: 'caucus',
        office,
        children: words(paragraph.text),
        meta: [who, delegation ? t('caucus', { capital: delegation.capital }) : null],
      }
    case 'bilateral': {
      const [first, second] = membersOf(paragraph.between).map((id) => delegationIn(plan, id)?.capital ?? '')
      return {
        variant: 'caucus',
        office,
        children: words(paragraph.text),
        meta: [
          who,
          t('bilateral', {
            first: first ?? '',
            second: second ?? '',
          }),
        ],
      }
    }
    case 'help':
      return {
        variant: 'caucus',
        office,
        children: words(paragraph.text),
        meta: [
          who,
          t('help.call'),
          paragraph.answer === null ? t('help.waiting') : t('help.answer', { answer: paragraph.answer }),
        ],
      }
    case 'reflection':
      return {
        variant: 'caucus',
        children: words(paragraph.text),
        meta: [who, t('reflection'), plan.reflectionPrompts[paragraph.prompt]],
      }
    case 'bracket': {
      const heading = plan.communique.clauses.find((clause) => clause.key === paragraph.clause)?.heading ?? ''
      const capital = delegation?.capital ?? ''
      return {
        variant: 'statement',
        delegation,
        office: t('bracket', { capital, heading }),
        children: words(paragraph.text),
        meta: [who],
      }
    }
    case 'reveal':
      return { variant: 'procedure', children: <RevealLine plan={plan} {...paragraph} /> }
    case 'issued':
      return { variant: 'procedure', children: <IssuedLine clauses={paragraph.clauses} /> }
    case 'procedure':
      return {
        variant: 'procedure',
        children: words(procedureSentence(locale, t, plan, paragraph.sentence, about.timeZone)),
      }
    default:
      return paragraph satisfies never
  }
}

type Statement = Extract<Paragraph, { kind: 'statement' }>

/** How long was spoken: until a statement was put on the record, or for a summary the whole turn. */
function secondsOf({ seconds, summary }: Statement, t: ReturnType<typeof useTranslations<'record'>>): string | null {
  if (seconds === 0) return null
  return summary ? t('turn.seconds', { time: clockText(seconds) }) : t('seconds', { count: seconds })
}

const keyOf = (anchor: string | { source: string }): string => (typeof anchor === 'string' ? anchor : anchor.source)

function Anchored({ anchor, about }: { anchor: string; about: RecordContext }) {
  if (about.still) return <span>{/^[A-Z]\d+\.\d+$/.test(anchor) ? `¶ ${anchor}` : anchor}</span>
  return <Cited anchor={anchor} from={about} />
}
