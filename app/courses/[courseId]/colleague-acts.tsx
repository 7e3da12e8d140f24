'use client'
// The actions on one colleague, each confirmed in a dialog. A refusal says what to do first.
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { SubmitButton } from '#ui/controls/submit-button'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { PartFields, type RoomToGrade } from './part-fields'
import styles from './people.module.css'
import { changeColleague, handOverTo, leave, type PeopleState, takeOff } from './people-actions'

const untouched: PeopleState = { attempt: 0, answer: null }

type Send = (before: PeopleState, form: FormData) => Promise<PeopleState>
type ActDialogProps = {
  send: Send
  courseId: string
  act: 'change' | 'remove' | 'handOver' | 'leave'
  /** The colleague; null for the reader. */
  colleague: { userId: string; name: string } | null
  alert?: boolean
  children?: ReactNode
}

function ActDialog({ send, courseId, act, colleague, alert = true, children }: ActDialogProps) {
  const t = useTranslations('courses.people')
  const [{ answer }, submit] = useActionState(send, untouched)
  const name = colleague?.name ?? ''
  return (
    <Dialog
      alert={alert}
      trigger={
        <Button kind="quiet" size="dense" aria-label={t(`${act}.for`, { name })}>
          {t(`${act}.open`)}
        </Button>
      }
      title={t(`${act}.title`, { name })}
      description={t(`${act}.lead`)}
    >
      <form action={submit} className={`fields ${styles.form}`}>
        <input type="hidden" name="courseId" value={courseId} />
        {colleague ? <input type="hidden" name="userId" value={colleague.userId} /> : null}
        {children}
        <div role="status">
          {answer === 'done' ? (
            t(`${act}.done`, { name })
          ) : answer ? (
            <ErrorText>{t(`fault.${answer}`)}</ErrorText>
          ) : null}
        </div>
        <span className="acts">
          {answer === 'done' ? null : <SubmitButton>{t(`${act}.submit`)}</SubmitButton>}
          <DialogClose>
            <Button>{t(answer === 'done' ? 'close' : 'cancel')}</Button>
          </DialogClose>
        </span>
      </form>
    </Dialog>
  )
}

type OfColleague = { courseId: string; colleague: { userId: string; name: string } }

type ChangeDialogProps = OfColleague & {
  part: 'instructor' | 'assistant' | 'grader'
  checked: readonly string[]
  rooms: readonly RoomToGrade[]
}

export function ChangeDialog({ part, checked, rooms, ...of }: ChangeDialogProps) {
  return (
    <ActDialog {...of} send={changeColleague} act="change" alert={false}>
      <PartFields rooms={rooms} part={part} checked={checked} />
    </ActDialog>
  )
}

export const RemoveDialog = (of: OfColleague) => <ActDialog {...of} send={takeOff} act="remove" />

export const HandOverDialog = (of: OfColleague) => <ActDialog {...of} send={handOverTo} act="handOver" />

export const LeaveDialog = ({ courseId }: { courseId: string }) => (
  <ActDialog courseId={courseId} colleague={null} send={leave} act="leave" />
)
