'use client'
// The form for a delegation's position in a round: value on the axis, text, red line, anchors, and guesses at the other delegations. The
// acting head files it; the other seats propose. Its fields change by the person's own hand alone.
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { bringTo, keepClear } from '#room/hooks/bring-to.ts'
import { OWN_FIELDS, ownForm } from '#room/hooks/form-focus.ts'
import { readUnsettled, settle } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { Docked } from '#room/table/dock-slot'
import { HandsIn } from '#room/table/hands-in'
import { AnchorPicker } from '#room/words/anchor-picker'
import { LengthLine, useLengthWords } from '#room/words/length-line'
import { RefusalText } from '#room/words/refusal-text'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import type { RoundPlan } from '#simulation/agenda/plan'
import type { DelegationId, FilingStage } from '#simulation/kernel/ids'
import { lengthFault } from '#simulation/kernel/lengths'
import { LIMITS } from '#simulation/kernel/limits'
import { paperBounds } from '#simulation/questions/lengths'
import { filingOf, foretold, formStart } from '#simulation/reading/log/filings'
import type { Position, PositionFile } from '#simulation/shapes/positions'
import { actingHead } from '#simulation/state/room-state'
import { positionDraft } from '#simulation/wire/draft-forms'
import { positionDraftKey } from '#simulation/wire/draft-key'
import { AxisInput } from '#ui/charts/axis-input'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea, TextInput } from '#ui/controls/text-input'
import { delegationIn } from '#ui/words/delegations.ts'
import { KeyHint } from '#ui/words/key-hint'
import { signed } from '#ui/words/signed.ts'
import { BriefSuggestion } from './brief-suggestion'
import { Ended } from './ended'
import { FiledWords, WhoseWords } from './filed-words'
import { Guesses } from './guesses'
import { isUnsent, type PositionDrafting, samePosition, usePositionDraft } from './position-draft'
import styles from './position-form.module.css'
import { ProposedWords } from './proposed-words'
import { ToldBeside } from './told-beside'

/** How long an acting head pauses typing before the draft is shown to the delegation. */
const REST_MS = 2_500

type PositionFormProps = {
  at: SeatView
  delegation: DelegationId
  round: RoundPlan
  stage: FilingStage
  /** The caucus is over: the words can be read, and nothing is filed any more. */
  ended: boolean
  onFiled: () => void
  /** Null when no other round waits for a filing. */
  onNext: (() => void) | null
  onLeave: () => void
  /** What helps to choose the value, and who has filed: beneath the line, which comes first. */
  beside: ReactNode
}

export function PositionForm(props: PositionFormProps) {
  const { at, delegation, round, stage, ended, onFiled } = props
  const t = useTranslations('room.position')
  const { state } = at
  const file = filingOf(state, round.key, stage, delegation)
  const [start] = useState(() => formStart(state, round.key, stage, delegation))
  const drafting = usePositionDraft(at, round.key, stage, start.position)
  const { draft, change, words, touched } = drafting
  const bounds = paperBounds(state.plan, state.agenda.index)
  const filedWords = useRef<HTMLDivElement>(null)
  useShownWhenResting(at, round, stage, drafting, file, ended)
  const unsent = touched && !samePosition(words, file.filed?.position ?? null)
  // Words that were sent and that a colleague's newer ones replaced are on the record: they hold nobody here.
  const isMine =
    touched &&
    isUnsent(state, { round: round.key, stage, delegation }, draft) &&
    readUnsettled(at, positionDraftKey(round.key, stage), positionDraft) !== null
  return (
    <div className={styles.form}>
      <div
        {...OWN_FIELDS}
        {...ownForm('position', isMine)}
        onInput={({ target }) => {
          if (target instanceof Element) keepClear(target)
        }}
      >
        <WhoseWords at={at} file={file} drafting={drafting} stage={stage} from={start.from} round={round.key} />
        <div className={styles.block}>
          <AxisInput
            delegation={delegationIn(state.plan, delegation)}
            label={t('where')}
            axis={round.axis}
            value={draft.value}
            onValueChange={(value) => change({ value })}
          />
          <p className="faint">
            <KeyHint>{t('keys')}</KeyHint>
          </p>
          {props.beside}
        </div>
        {ended ? null : <BriefSuggestion at={at} round={round.key} delegation={delegation} drafting={drafting} />}
        <div className={styles.block}>
          <Field label={t('words')} hint={<LengthLine text={draft.text} bounds={bounds} />}>
            <TextArea
              voice="record"
              rows={4}
              maxRows={10}
              maxLength={LIMITS.written}
              value={draft.text}
              onWords={(value) => change({ text: value })}
            />
          </Field>
          <div className={styles.anchors}>
            <AnchorPicker at={at} anchors={draft.anchors} onChange={(anchors) => change({ anchors })} />
          </div>
        </div>
        <div className={styles.block}>
          <Field label={t('redLine')} hint={t('redLineHint')}>
            <TextInput
              maxLength={LIMITS.redLine}
              value={draft.redLine}
              onWords={(value) => change({ redLine: value })}
            />
          </Field>
        </div>
        <Guesses at={at} delegation={delegation} round={round} drafting={drafting} />
      </div>
      {ended ? (
        <Ended file={file} words={draft.text} onLeave={props.onLeave} />
      ) : (
        <Filing at={at} round={round} stage={stage} file={file} drafting={drafting} onFiled={onFiled} acts={at.acts} />
      )}
      <Waiting at={at} round={round} stage={stage} />
      <FiledWords at={at} file={file} drafting={drafting} place={filedWords} />
      {ended ? null : <ProposedWords at={at} file={file} drafting={drafting} />}
      <ToldBeside
        at={at}
        delegation={delegation}
        round={round.key}
        stage={stage}
        unsent={unsent}
        onCompare={() => {
          if (filedWords.current) bringTo(filedWords.current, 'middle')
          filedWords.current?.focus({ preventScroll: true })
        }}
        onNext={props.onNext}
      />
    </div>
  )
}

/** Proposes the acting head's draft after each typing pause: when the caucus ends, the newest proposal is filed, so it must be current. */
function useShownWhenResting(
  { acts, view, state }: SeatView,
  round: RoundPlan,
  stage: FilingStage,
  { words, touched }: PositionDrafting,
  { draft, filed }: PositionFile,
  ended: boolean,
): void {
  const { submit } = view
  const isShown = [draft, filed].some((known) => known && samePosition(words, known.position))
  // What the form began with is not the head's own: shown as a draft it would say that somebody has begun.
  // At home the head shows words by pressing the button, or files them; what is left typed is handed in at the deadline (H14).
  const isTaken = words !== null && lengthFault(words.text, paperBounds(state.plan, state.agenda.index)) === null
  const settled = !isTaken || !acts || !touched || ended || isShown || state.plan.kind === 'homework'
  const newest = useRef(words)
  newest.current = words
  const print = JSON.stringify(words)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change restarts the pause
  useEffect(() => {
    if (settled) return
    const timer = setTimeout(() => {
      if (newest.current) void submit({ type: 'draftPosition', round: round.key, stage, ...newest.current })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [settled, print, submit, round.key, stage])
}

type FilingProps = {
  at: SeatView
  round: RoundPlan
  stage: FilingStage
  file: PositionFile
  drafting: PositionDrafting
  onFiled: () => void
  acts: boolean
}

function Filing({ at, round, stage, file, drafting, onFiled, acts }: FilingProps) {
  const t = useTranslations('room.position')
  const refusals = useTranslations('refusals')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const { state, delegation } = at
  const { words } = drafting
  const sayLength = useLengthWords()
  const bounds = paperBounds(state.plan, state.agenda.index)
  const fault = words && lengthFault(words.text, bounds)
  const { object } = request
  // A refusal is about the old text: it goes when the text changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the text changes
  useEffect(() => object(null), [words, object])
  const filed = words !== null && samePosition(words, file.filed?.position ?? null)
  const shown = filed || (words !== null && samePosition(words, file.draft?.position ?? null))
  const ends = state.clock ? said(state.clock.endsAt, { seconds: false }) : ''
  const head = delegation === null ? null : actingHead(state, delegation)
  const capital = delegationIn(state.plan, delegation)?.capital ?? ''
  const stands = delegation && foretold(state, delegation).find((each) => each.round === round.key)
  const ready = (needsText: boolean) => {
    if (!words) request.object(t('placeFirst'))
    else if (needsText && words.text === '') request.object(refusals('empty-words'))
    else if (fault) request.object(sayLength(fault))
    else return words
    return null
  }
  // Settled as it is accepted: a colleague's newer draft may come with it, and these words would never be seen to stand.
  const isTaken = async (type: 'draftPosition' | 'filePosition', position: Position) => {
    const what = positionDraftKey(round.key, stage)
    const before = readUnsettled(at, what, positionDraft)
    if (!(await request.ask({ type, round: round.key, stage, ...position }))) return false
    if (JSON.stringify(readUnsettled(at, what, positionDraft)) === JSON.stringify(before)) settle(at, what)
    return true
  }
  const show = () => {
    const position = ready(false)
    if (position) void isTaken('draftPosition', position)
  }
  const fileIt = async () => {
    const position = ready(true)
    if (position && (await isTaken('filePosition', position))) onFiled()
  }
  return (
    <div className={`stack ${styles.filing}`}>
      <div className="tools">
        <Docked>
          {acts && !filed ? (
            <Button kind="primary" busy={request.busy} onClick={() => void fileIt()}>
              {file.filed ? t('fileRevision', { revision: file.filed.revision + 1 }) : t('file')}
            </Button>
          ) : null}
          {acts || shown ? null : (
            <Button kind="primary" onClick={show}>
              {t('propose')}
            </Button>
          )}
          <RefusalText>{request.refused}</RefusalText>
        </Docked>
        {acts && !shown ? <Button onClick={show}>{t('show')}</Button> : null}
      </div>
      <p className="faint">
        {file.sealedAt === null ? null : `${t('filedAt', { time: said(file.sealedAt) })} `}
        {acts ? t('revisable', { time: ends }) : t('headFiles', { title: head?.title ?? '', capital })}{' '}
        {stands && stands.how !== 'filed'
          ? t(`willStand.${stands.how}`, { value: stands.value === null ? 'none' : signed(stands.value) })
          : null}
        {acts || shown || words === null ? null : (
          <HandsIn at={at} phase={state.agenda.index} text={words.text} bounds={bounds} />
        )}
      </p>
      {file.draft && file.draft.seat === at.seat.id && shown && !filed ? (
        <p className="faint" role="status">
          {acts || !head
            ? t('shownAt', { time: said(file.draft.at, { seconds: false }) })
            : t('proposedAt', {
                time: said(file.draft.at, { seconds: false }),
                who: holderName(at, head) ?? head.title,
              })}
        </p>
      ) : null}
    </div>
  )
}

/** What of this form is on its way, or was refused, such as for coming after the end. */
function Waiting({ at: { view }, round, stage }: Pick<FilingProps, 'at' | 'round' | 'stage'>) {
  const t = useTranslations('room.position')
  const mine = (['filePosition', 'draftPosition'] as const).flatMap((type) =>
    waitingOf(view.waiting, type).filter(({ command }) => command.round === round.key && command.stage === stage),
  )
  return mine.map((entry) => (
    <div key={entry.id} className={entry.status.kind === 'sending' ? 'faint' : styles.refused}>
      <WaitingNote entry={entry} view={view} sending={t('sending')} text={entry.command.text} />
    </div>
  ))
}
