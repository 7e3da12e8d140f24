'use client'
// Moves something for one's delegation: what, for how long or about what, and a few words if one wishes.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { RefusalText } from '#room/words/refusal-text'
import { LIMITS } from '#simulation/kernel/limits'
import { clausesToClose, movableNow, rulingsToAppeal } from '#simulation/questions/motions'
import { MOST_MINUTES, type Moved } from '#simulation/shapes/motions'
import { MOTION_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { submits } from '#ui/controls/submits.ts'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'

const USUAL_MINUTES = 3

type MotionProps = { at: SeatView; onClose: () => void }

export function MotionDialog({ at, onClose }: MotionProps) {
  const t = useTranslations('room.motions')
  return (
    <Dialog onClose={onClose} title={t('title')}>
      <Form at={at} onClose={onClose} />
    </Dialog>
  )
}

function Form({ at, onClose }: MotionProps) {
  const t = useTranslations('room.motions')
  const { state } = at
  const request = useRequest(at.view)
  const [words, setWords] = useKeptWords(at, MOTION_DRAFT, LIMITS.motion)
  const [kind, setKind] = useState<Moved['kind']>('caucus')
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const [chosen, setChosen] = useState<string | null>(null)
  // What was chosen stays so though it cannot be moved at this moment; the room then says why.
  const kinds = [...new Set([...movableNow(state), kind])]
  const about = aboutOf(kind, at)
  const one = about.find(({ value }) => value === chosen)?.value ?? about[0]?.value
  const send = async () => {
    const moved = movedOf(kind, minutes, one)
    if (!moved) return request.object(t('aboutNothing'))
    const said = words.trim()
    if (!(await request.ask({ type: 'moveMotion', moved, words: said === '' ? null : said }))) return
    setWords('')
    onClose()
  }
  return (
    <form {...ownForm('text', words.trim() !== '')} className={`stack ${forms.form}`} onSubmit={submits(send)}>
      <Field label={t('what')}>
        <Select
          value={kind}
          onChoose={setKind}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Field>
      {kind === 'caucus' || kind === 'extend' ? (
        <Field label={t('minutes')}>
          <Select
            value={String(minutes)}
            onChoose={(value) => setMinutes(Number(value))}
            options={MINUTES.map((count) => ({ value: String(count), label: t('minutesOf', { count }) }))}
          />
        </Field>
      ) : (
        <Field label={t(kind === 'appeal' ? 'ruling' : 'clause')}>
          <Select value={one ?? ''} onChoose={setChosen} options={about} />
        </Field>
      )}
      <Field label={t('words')} optional>
        <TextArea rows={2} maxLength={LIMITS.motion} value={words} onWords={setWords} />
      </Field>
      <p>{t('how', state.plan.ballotRule)}</p>
      <div className={`tools ${forms.acts}`}>
        <Button type="submit" kind="primary" busy={request.busy}>
          {t('moveIt')}
        </Button>
      </div>
      <RefusalText>{request.refused}</RefusalText>
    </form>
  )
}

const MINUTES = Array.from({ length: MOST_MINUTES }, (_, before) => before + 1)

/** What a motion of this kind may be about. */
function aboutOf(kind: Moved['kind'], { state }: SeatView): { value: string; label: string }[] {
  if (kind === 'appeal')
    return rulingsToAppeal(state).map(({ no, seat }) => ({
      value: String(no),
      label: `${no} · ${state.seats[seat]?.title ?? ''}`,
    }))
  const clauses = kind === 'close' ? clausesToClose(state) : state.clauses
  return clauses.map(({ key, heading }) => ({ value: key, label: heading }))
}

/** Null while nothing is chosen that it could be about. */
function movedOf(kind: Moved['kind'], minutes: number, about: string | undefined): Moved | null {
  switch (kind) {
    case 'caucus':
    case 'extend':
      return { kind, minutes }
    case 'close':
    case 'straw-poll':
      return about === undefined ? null : { kind, clause: about }
    case 'appeal':
      return about === undefined ? null : { kind, ruling: Number(about) }
    default:
      return kind satisfies never
  }
}
