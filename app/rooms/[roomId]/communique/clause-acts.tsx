'use client'
// What a seat may do about the clause that is shown: draft, and for the acting head also stand, put forward, give the reason and initial. No
// button here commits to anything: each opens the words to which it would.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { versionWords } from '#record/words/version-words.ts'
import { hasOwnForm } from '#room/hooks/form-focus.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { Docked } from '#room/table/dock-slot'
import forms from '#room/text/form.module.css'
import { LeaveForm } from '#room/text/leave-form'
import { TermLine } from '#room/text/term-line'
import { RefusalText } from '#room/words/refusal-text'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import type { DelegationId } from '#simulation/kernel/ids'
import { isClosed } from '#simulation/questions/motions'
import { isClean, isInitialled, standIn, stoodOn } from '#simulation/questions/text'
import type { ClauseText, Version, VersionId } from '#simulation/shapes/text'
import { opensNow } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { SteadyButton } from '#ui/controls/steady-button'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './clause-article.module.css'
import { DraftSheet } from './draft-sheet'
import { DraftsList } from './drafts-list'
import { InitialSheet, Reopen } from './initial-acts'
import { StandSheet } from './stand-sheet'

/** The one thing that the page asks for: what its button says, and where it leads. */
export type Lead = Readonly<{ label: string; act: () => void }>

type Opened = { kind: 'stand'; version: VersionId } | { kind: 'draft' | 'leave' | 'initial' } | null

type ClauseActsProps = {
  at: SeatView
  clause: ClauseText
  number: number
  own: DelegationId
  begun: boolean
  /** What comes before all that can be done here: an offer that awaits its answer. */
  answer: Lead | null
  /** Where to go once nothing is left to settle here. */
  onward: Lead | null
}

export function ClauseActs({ at, clause, number, own, begun, answer, onward }: ClauseActsProps) {
  const request = useRequest(at.view)
  const [opened, open] = useState<Opened>(null)
  const writes = opensNow(at.state, 'text')
  useEffect(() => {
    if (begun) open({ kind: 'draft' })
  }, [begun])
  const close = () => {
    open(null)
    request.object(null)
  }
  const shared = { at, clause, number, own, request }
  const version = opened?.kind === 'stand' ? clause.versions.find(({ id }) => id === opened.version) : undefined
  // A form with unsent words stays, also when its phase is over.
  if (!writes && !hasOwnForm('text')) return <Waiting at={at} clause={clause} />
  return (
    <>
      <DraftsList {...shared} onForm={() => open({ kind: 'draft' })} />
      {version ? <StandSheet key={version.id} {...shared} version={version} onClose={close} /> : null}
      {opened?.kind === 'draft' ? <DraftSheet {...shared} onClose={close} /> : null}
      {opened?.kind === 'initial' ? <InitialSheet {...shared} onClose={close} /> : null}
      {opened?.kind === 'leave' ? <LeaveForm {...shared} onClose={close} /> : null}
      {writes ? (
        <Choices {...{ at, clause, number, own, answer, onward, open }} leaving={opened?.kind === 'leave'} />
      ) : null}
      {writes && clause.initials.length > 0 ? <Reopen {...shared} /> : null}
      {opened === null ? <RefusalText>{request.refused}</RefusalText> : null}
      <Waiting at={at} clause={clause} />
    </>
  )
}

type ChoicesProps = Omit<ClauseActsProps, 'begun'> & {
  open: (what: Opened) => void
  /** Whether the reason is being written for which the bracket is left. */
  leaving: boolean
}

function Choices({ at, clause, number, own, answer, onward, open, leaving }: ChoicesProps) {
  const t = useTranslations('room.text')
  const record = useTranslations('record')
  const { plan } = at.state
  const [clean, fixed] = [isClean(clause), isInitialled(clause)]
  const stand = standIn(clause, own)
  const others = at.acts && !fixed ? versionsToStandOn(at, clause).filter(({ id }) => id !== stand.version) : []
  const standOn = (id: VersionId): Lead => ({
    label: t('standOn', { version: versionWords(record, plan, id) }),
    act: () => open({ kind: 'stand', version: id }),
  })
  const nearest = others.find(({ by }) => by !== own)
  const here = nearest && !clean && stand.reason === null ? nearest : null
  const initials = at.acts && clean && !clause.initials.includes(own)
  const initial = initials ? { label: t('initial.open', { number }), act: () => open({ kind: 'initial' }) } : null
  const lead = answer ?? (here ? standOn(here.id) : null) ?? onward ?? initial
  const draft =
    fixed || isClosed(at.state, clause.key) ? null : (
      <Button onClick={() => open({ kind: 'draft' })}>{t('otherWords')}</Button>
    )
  const plain = (each: Lead) => (
    <Button key={each.label} size="dense" onClick={each.act}>
      {each.label}
    </Button>
  )
  const elsewhere = others.filter(({ id }) => answer !== null || id !== here?.id).map(({ id }) => plain(standOn(id)))
  return (
    <>
      <TermLine at={at} of={clean ? 'clean' : 'stand'} />
      <Docked>
        <div data-acts className={`tools ${forms.acts} ${styles.lead}`}>
          {lead ? (
            <SteadyButton key={clause.key} kind="primary" means={lead.label} onAct={lead.act}>
              {lead.label}
            </SteadyButton>
          ) : null}
          {clean ? null : draft}
        </div>
      </Docked>
      <div className={`tools ${forms.acts}`}>
        {clean ? null : elsewhere}
        {initial && initial !== lead ? plain(initial) : null}
        {at.acts && !clean && !leaving ? (
          <Button size="dense" kind="quiet" onClick={() => open({ kind: 'leave' })}>
            {t(stand.reason === null ? 'leave' : 'leaveAgain')}
          </Button>
        ) : null}
      </div>
      {clean && (draft || elsewhere.length > 0) ? (
        <details className={styles.versions}>
          <summary>{t('openAgain', { capital: delegationIn(plan, own)?.capital ?? '' })}</summary>
          <div className={`tools ${forms.acts}`}>
            {elsewhere}
            {draft}
          </div>
        </details>
      ) : null}
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
function Waiting({ at, clause }: Pick<ClauseActsProps, 'at' | 'clause'>) {
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
