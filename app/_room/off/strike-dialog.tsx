'use client'
// The one question before words are taken off: how much, why, and how it will read. Enter takes them off, Escape leaves them.
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { GappedWords } from '#record/words/gapped-words'
import { GAP, wordCount } from '#simulation/kernel/gaps'
import { spanOf } from '#simulation/reading/log/strikes'
import { strikeDraftKey } from '#simulation/wire/draft-key'
import { Placard } from '#ui/charts/placard'
import { Button } from '#ui/controls/button'
import { PickedWords, type Stretch } from '#ui/controls/picked-words'
import { Segmented } from '#ui/controls/segmented'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { beginning, delegationIn } from '#ui/words/delegations.ts'
import { useLocalStorage } from '../hooks/use-local-storage'
import { RefusalText } from '../words/refusal-text'
import styles from './strike-dialog.module.css'
import type { StrikeAct, StruckLine } from './strike-line'
import { draftOfReason, NO_REASON, type ReasonDraft, reasonOf, StrikeReasons } from './strike-reasons'

/** What a report found, as a reason that the chair may give: where it says the same. */
const SUGGESTED = {
  'targets-a-person': 'names-a-person',
  'out-of-role': null,
  'tells-private': 'tells-private',
  other: null,
} as const

type StrikeDialogProps = {
  roomId: string
  line: StruckLine
  /** The words that were selected on the page, as they stand in the main text; null where none were. */
  picked: string | null
  now: () => number
  act: StrikeAct
  /** `count` words are off. */
  onDone: (line: StruckLine, count: number) => void
  onClose: () => void
}

export function StrikeDialog({ roomId, line, picked, now, act, onDone, onClose }: StrikeDialogProps) {
  const t = useTranslations('off.strike')
  const record = useTranslations('record')
  const form = useId()
  const counted = useTranslations('off')
  const [picks, setPicks] = useState<readonly (Stretch | null)[]>(() => line.texts.map((text) => within(text, picked)))
  const [how, setHow] = useState<'some' | 'all'>(picks.some((one) => one !== null) ? 'some' : 'all')
  const begun: ReasonDraft = { ...NO_REASON, choice: line.reported && SUGGESTED[line.reported.reason] }
  const [draft, set] = useLocalStorage({ roomId, person: 'chair' }, strikeDraftKey(line.entry), draftOfReason, begun)
  const [objection, object] = useState<string | null>(null)
  const { busy, send } = useSending()
  const [at] = useState(now)
  const whole = (text: string): Stretch => ({ from: 0, to: text.length })
  const taken = line.texts.map((text, part) => (how === 'all' ? whole(text) : (picks[part] ?? null)))
  const count = sumOf(line.texts, picks)
  const reason = reasonOf(draft)

  const take = async () => {
    if (reason === null) return object(t('reasonFirst'))
    const spans = line.texts.flatMap((text, part) => {
      const pick = picks[part]
      return pick ? [{ part, ...spanOf(text, pick.from, pick.to) }] : []
    })
    object(null)
    const words = how === 'all' ? 'all' : spans
    if ((await send(() => act({ type: 'strikeWords', entry: line.entry, words, reason }))) !== null) return
    set(NO_REASON)
    onDone(line, sumOf(line.texts, taken))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take()
  }
  const pick = (part: number, stretch: Stretch) => {
    setPicks(picks.map((one, place) => (place === part ? stretch : one)))
    setHow('some')
  }
  const seat = line.plan.seats.find(({ id }) => id === line.seat)
  const delegation = delegationIn(line.plan, seat?.delegation)
  return (
    <Dialog
      onClose={onClose}
      title={t('title')}
      actions={
        <>
          <Button type="submit" form={form} kind="primary" keys="↵" busy={busy}>
            {t('take')}
          </Button>
          <DialogClose>
            <Button keys="Esc">{t('notNow')}</Button>
          </DialogClose>
        </>
      }
    >
      <form id={form} className={`fields ${styles.form}`} onSubmit={submit}>
        <div>
          {line.texts.map((text, part) => (
            <PickedWords
              // biome-ignore lint/suspicious/noArrayIndexKey: the texts of one entry keep their order
              key={part}
              text={text.replaceAll(GAP, '—')}
              picked={taken[part] ?? { from: 0, to: 0 }}
              onPick={(stretch) => pick(part, stretch)}
              onEnter={() => void take()}
              label={t('text', { name: line.name })}
              autoFocus={part === 0}
            />
          ))}
          {count === 0 && line.texts.length > 0 ? <p className={`hint ${styles.hint}`}>{t('hint')}</p> : null}
        </div>
        <Segmented
          label={t('how')}
          value={how}
          onValueChange={setHow}
          options={[
            {
              value: 'some',
              disabled: count === 0,
              label: count === 0 ? t('some') : t('picked', { count, words: counted('words', { count }) }),
            },
            { value: 'all', label: t('all', { turn: line.isTurn ? 'yes' : 'no' }) },
          ]}
        />
        <StrikeReasons draft={draft} set={set} />
        <RefusalText>{objection}</RefusalText>
        <div className={styles.preview}>
          <p className={`hint ${styles.hint}`}>{t('reads')}</p>
          <p className={styles.reads}>
            {delegation ? <Placard delegation={delegation} size="xs" /> : null}{' '}
            {seat ? <b>{record('the', { title: seat.title })}. </b> : null}
            <GappedWords
              text={line.texts.map((text, part) => without(text, taken[part] ?? null)).join('\n') || GAP}
              off={[{ by: 'chair', actor: null, at, reason, count, seq: 0 }]}
              plan={line.plan}
              timeZone={line.timeZone}
            />
          </p>
        </div>
        <p className={`hint ${styles.hint}`}>{t('what', { name: line.who ?? 'none' })}</p>
      </form>
    </Dialog>
  )
}

/** Where the words that were selected stand in the text. */
function within(text: string, picked: string | null): Stretch | null {
  const from = picked === null || picked === '' ? -1 : text.indexOf(picked)
  return from === -1 || picked === null ? null : { from, to: from + picked.length }
}

const without = (text: string, taken: Stretch | null): string =>
  taken === null || taken.from === taken.to ? text : `${text.slice(0, taken.from)}${GAP}${text.slice(taken.to)}`

const sumOf = (texts: readonly string[], picks: readonly (Stretch | null)[]): number =>
  wordCount(texts.map((text, part) => text.slice(picks[part]?.from ?? 0, picks[part]?.to ?? 0)).join('\n'))

/** "Ten words are off 88. Diego Paredes and the two who reported are told." */
export function useStruckWords(): (line: StruckLine, count: number) => string {
  const t = useTranslations('off.strike')
  const counted = useTranslations('off')
  return ({ name, who, reported }, count) => {
    const words = count === 0 ? t('theWords') : beginning(counted('words', { count }))
    const done = t('done', { words, count, name })
    return who === null ? done : `${done} ${t('told', { who, reports: reported?.count ?? 0 })}`
  }
}
