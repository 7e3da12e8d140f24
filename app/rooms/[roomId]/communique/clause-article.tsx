'use client'
// One clause of the joint text: its words with what is in brackets, who stands where and why, and what this seat may do about it.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ChangedWords } from '#record/changed-words'
import { Cited } from '#record/cited'
import { ClauseWords } from '#record/clause-words'
import { useSaidAt } from '#record/use-said-at.ts'
import { versionWords } from '#record/version-words.ts'
import { Docked } from '#room/dock-slot'
import { hasOwnForm } from '#room/hooks/form-focus.ts'
import { type Request, useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { LeaveForm } from '#room/text/leave-form'
import { ReadingLine } from '#room/text/reading-line'
import { WritingLine } from '#room/text/writing-line'
import { RefusalText } from '#room/words/refusal-text'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import type { DelegationId } from '#simulation/kernel/ids'
import { isClosed } from '#simulation/questions/motions'
import { cleanVersion, isClean, isInitialled, lastChangedAt, standIn, stoodOn } from '#simulation/questions/text'
import { nearestOf } from '#simulation/reading/authorship'
import { clauseStretches } from '#simulation/reading/brackets'
import { clauseState } from '#simulation/reading/text-now'
import type { ClauseText, Version, VersionId } from '#simulation/shapes/text'
import { opensNow, type RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/button'
import styles from './clause-article.module.css'
import { Initials, StoodOnLines, TakenFrom } from './clause-parts'
import { DraftForm } from './draft-form'
import { DraftsList } from './drafts-list'
import { InitialActs } from './initial-acts'
import { StandForm } from './stand-form'

type ClauseProps = {
  at: SeatView
  clause: ClauseText
  number: number
  /** Whether its form is to open, because its words were begun elsewhere. */
  begun?: boolean
}

export function ClauseArticle({ at, clause, number, begun = false }: ClauseProps) {
  const t = useTranslations('room.text')
  const said = useSaidAt(at.state)
  const own = at.delegation
  const since = lastChangedAt(clause)
  return (
    <article
      className={styles.clause}
      id={`clause-${clause.key}`}
      aria-labelledby={`clause-title-${clause.key}`}
      tabIndex={-1}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <ClauseWords
          plan={at.state.plan}
          stretches={clauseStretches(at.state.plan, clause)}
          lead={
            <h3 id={`clause-title-${clause.key}`} className={styles.heading}>
              {clause.heading}.
            </h3>
          }
        />
        <StoodOnLines at={at} clause={clause} />
        <Initials at={at} clause={clause} />
        {opensNow(at.state, 'text') ? (
          <WritingLine state={at.state} writing={at.view.writing} clause={clause.key} own={at.seat.id} />
        ) : null}
        <ReadingLine key={cleanVersion(clause)?.id} at={at} clause={clause} />
        {own === null || at.state.closedAt !== null ? null : (
          <Acts key={own} at={at} clause={clause} number={number} begun={begun} own={own} />
        )}
        <VersionsList state={at.state} clause={clause} />
      </div>
      <div className={`faint ${styles.margin}`}>
        <b>{t(`stateTitle.${clauseState(at.state.plan, clause)}`)}</b>
        {isClosed(at.state, clause.key) ? <span>{t('debateClosed')}</span> : null}
        {since > at.state.openedAt ? <span>{t('changed', { time: said(since, { seconds: false }) })}</span> : null}
        <span className={`acts ${styles.anchors}`}>
          {clause.anchors
            .filter((anchor) => /^[A-Z]\d/.test(anchor))
            .map((anchor) => (
              <Cited key={anchor} anchor={anchor} from={at.about} />
            ))}
        </span>
      </div>
    </article>
  )
}

type Form = { kind: 'stand'; version: VersionId } | { kind: 'draft' | 'leave' } | null
type ActsProps = ClauseProps & { own: DelegationId }

/** What a member of a delegation may do: draft, and for the acting head also stand, put forward, give the reason and initial. */
function Acts({ at, clause, number, own, begun = false }: ActsProps) {
  const request = useRequest(at.view)
  const [form, setForm] = useState<Form>(null)
  const writes = opensNow(at.state, 'text')
  useEffect(() => {
    if (begun) setForm({ kind: 'draft' })
  }, [begun])
  const close = () => {
    setForm(null)
    request.object(null)
  }
  const shared = { at, clause, number, own, request }
  const version = form?.kind === 'stand' ? clause.versions.find(({ id }) => id === form.version) : undefined
  // A form with unsent words stays, also when its phase is over.
  if (!writes && !hasOwnForm('text')) return <Waiting at={at} clause={clause} />
  return (
    <>
      <DraftsList {...shared} onForm={() => setForm({ kind: 'draft' })} />
      {version ? <StandForm {...shared} version={version} onClose={close} /> : null}
      {form?.kind === 'draft' ? <DraftForm {...shared} onClose={close} /> : null}
      {form?.kind === 'leave' ? <LeaveForm {...shared} onClose={close} /> : null}
      {form === null && writes ? (
        <>
          <Choices {...shared} onForm={setForm} />
          <RefusalText>{request.refused}</RefusalText>
        </>
      ) : null}
      <Waiting at={at} clause={clause} />
    </>
  )
}

type ChoicesProps = ActsProps & { request: Request; onForm: (form: Form) => void }

function Choices({ at, clause, own, request, onForm }: ChoicesProps) {
  const t = useTranslations('room.text')
  const record = useTranslations('record')
  const { plan } = at.state
  const fixed = isInitialled(clause)
  const stand = standIn(clause, own)
  const others = versionsToStandOn(at, clause).filter(({ id }) => id !== stand.version)
  const [first, ...rest] = at.acts && !fixed ? others : []
  const standOn = (id: VersionId, kind: 'primary' | 'plain') => (
    <Button key={id} size="dense" kind={kind} onClick={() => onForm({ kind: 'stand', version: id })}>
      {t('standOn', { version: versionWords(record, plan, id) })}
    </Button>
  )
  return (
    <>
      <div data-acts className={`tools ${forms.acts}`}>
        {fixed ? null : (
          <Docked>
            {first ? standOn(first.id, stand.reason === null ? 'primary' : 'plain') : null}
            {isClosed(at.state, clause.key) ? null : (
              <Button size="dense" onClick={() => onForm({ kind: 'draft' })}>
                {t('otherWords')}
              </Button>
            )}
          </Docked>
        )}
        {rest.map(({ id }) => standOn(id, 'plain'))}
        {at.acts && !isClean(clause) ? (
          <Button size="dense" kind="quiet" onClick={() => onForm({ kind: 'leave' })}>
            {t(stand.reason === null ? 'leave' : 'leaveAgain')}
          </Button>
        ) : null}
      </div>
      <InitialActs at={at} clause={clause} own={own} request={request} />
    </>
  )
}

/** The versions that another side stands on, one's own last words, and the chair's newest. */
function versionsToStandOn(at: SeatView, clause: ClauseText): readonly Version[] {
  const stood = stoodOn(at.state.plan, clause).flatMap(({ version }) => version ?? [])
  const own = clause.versions.findLast(({ by }) => by === at.delegation)
  const chair = clause.versions.findLast(({ by }) => by === null)
  return [...new Set([...stood, ...[chair, own].flatMap((version) => version ?? [])])]
}

/** What the room does not have yet, or has refused: its form may be folded by then, and nothing else would show the words. */
function Waiting({ at, clause }: Pick<ClauseProps, 'at' | 'clause'>) {
  const t = useTranslations('room.text')
  const { waiting } = at.view
  const words = [...waitingOf(waiting, 'putForward'), ...waitingOf(waiting, 'draftVersion')].map((entry) => ({
    entry,
    of: entry.command.clause,
    text: entry.command.words,
  }))
  const reasons = [...waitingOf(waiting, 'keepBracket'), ...waitingOf(waiting, 'standOn')].map((entry) => ({
    entry,
    of: entry.command.clause,
    text: entry.command.reason ?? '',
  }))
  const mine = [...words, ...reasons].filter(({ of }) => of === clause.key)
  return mine.map(({ entry, text }) => (
    <div key={entry.id} className={`note ${styles.waiting}`}>
      <WaitingNote entry={entry} view={at.view} sending={t('reasonSending', { words: text })} text={text} />
    </div>
  ))
}

/** Every wording that a clause has had, each against the one before it: folded until somebody asks. */
function VersionsList({ state, clause }: { state: RoomState; clause: ClauseText }) {
  const t = useTranslations('room.text.versions')
  const record = useTranslations('record')
  const said = useSaidAt(state)
  const { versions } = clause
  // Worked out only for whoever asks: each version is compared with all before it.
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.versions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title', { count: versions.length })}</summary>
      {open ? (
        <ol>
          {versions.map((version, place) => {
            const before = version.seat === null ? null : nearestOf(version.words, versions.slice(0, place))
            return (
              <li key={version.id}>
                <p className={`note ${styles.by}`}>
                  <b>{versionWords(record, state.plan, version.id)}</b>{' '}
                  {version.at > state.openedAt ? said(version.at, { seconds: false }) : null}{' '}
                  {before ? t('against', { version: versionWords(record, state.plan, before.id) }) : null}{' '}
                  <TakenFrom no={version.cites} />
                </p>
                <p className={styles.change}>
                  {before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
                </p>
              </li>
            )
          })}
        </ol>
      ) : null}
    </details>
  )
}
