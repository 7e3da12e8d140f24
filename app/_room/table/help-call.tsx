'use client'
// Calls the instructor without interrupting the table, and shows the answer. Only this seat and the instructor receive either.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { dashed } from '#record/words/off-words.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { callsBy, callToTell } from '#simulation/reading/room/room-needs'
import { HELP_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { Banner } from '#ui/page/banner'
import { useLocalStorage } from '../hooks/use-local-storage'
import type { SeatView } from '../link/seat-view'
import { WaitingNote, waitingOf } from '../words/waiting-lines'
import styles from './help-call.module.css'

const words = z.string().check(z.maxLength(LIMITS.help))

export function HelpCall({ at }: { at: SeatView }) {
  const t = useTranslations('room.help')
  const said = useSaidAt(at.state)
  const { state, seat, view } = at
  const calls = callsBy(state, seat.id)
  const waiting = waitingOf(view.waiting, 'callForHelp')
  if (calls.length + waiting.length === 0) return null
  return (
    <section className={`stack ${styles.help}`}>
      <h2>{t('title')}</h2>
      {calls.slice(-2).map((call) => (
        <div key={call.no} className={styles.call}>
          <p>{dashed(call.text)}</p>
          <p className="faint">
            {call.answer === null
              ? t('waits', { time: said(call.at) })
              : call.answer.text === null
                ? t('seen', { time: said(call.answer.at) })
                : t('answered', { time: said(call.answer.at) })}
          </p>
          {call.answer?.text ? <p className={styles.answer}>{dashed(call.answer.text)}</p> : null}
        </div>
      ))}
      {waiting.map((entry) => (
        <div key={entry.id} className={styles.call}>
          <p>{entry.command.text}</p>
          <p className="faint">
            <WaitingNote entry={entry} view={view} sending={t('sending')} text={entry.command.text} />
          </p>
        </div>
      ))}
    </section>
  )
}

/** For a phone, which has no side panel: the newest call and its answer, until it is said on this device that it has been read. */
export function HelpLine({ at: { roomId, person, state, seat, view } }: { at: SeatView }) {
  const t = useTranslations('room.help')
  const said = useSaidAt(state)
  const [read, setRead] = useLocalStorage({ roomId, person }, 'help-read', z.string(), '')
  const call = callToTell(state, seat.id)
  const refused = waitingOf(view.waiting, 'callForHelp').find(({ status }) => status.kind === 'refused')
  if (refused?.status.kind === 'refused') {
    return (
      <Banner kind="help" title={refused.command.text}>
        <WaitingNote entry={refused} view={view} sending={null} text={refused.command.text} />
      </Banner>
    )
  }
  if (!call) return null
  const { answer } = call
  const key = `${call.no}/${answer ? 'answered' : 'called'}`
  if (read === key) return null
  const title = answer ? t('answered', { time: said(answer.at) }) : t('waits', { time: said(call.at) })
  return (
    <Banner
      kind="help"
      title={title}
      action={<Button kind="quiet" size="dense" icon="close" aria-label={t('read')} onClick={() => setRead(key)} />}
    >
      {answer?.text ? dashed(answer.text) : null}
    </Banner>
  )
}

type HelpDialogProps = {
  at: SeatView
  iconOnly?: boolean
  /** The button's own words, and the question to begin with where nothing has been typed. */
  open?: { label: string; words: string }
}

/** The button that calls the instructor, in the head of every page of a room. */
export function HelpDialog({ at, iconOnly = false, open }: HelpDialogProps) {
  const t = useTranslations('room.help')
  const [text, setText] = useLocalStorage({ roomId: at.roomId, person: at.person }, HELP_DRAFT, words, '')
  const call = () => {
    const said = text.trim()
    void at.view.submit({ type: 'callForHelp', text: said === '' ? t('plain') : said })
    setText('')
  }
  if (at.state.closedAt !== null) return null
  return (
    <Dialog
      title={t('call')}
      description={t('description')}
      onOpenChange={(opens) => opens && open && text.trim() === '' && setText(open.words)}
      trigger={
        open ? (
          <Button size="dense">{open.label}</Button>
        ) : iconOnly ? (
          <Button kind="quiet" size="dense" icon="help" aria-label={t('call')} />
        ) : (
          <Button size="dense" icon="help">
            {t('call')}
          </Button>
        )
      }
      closing={t('cancel')}
      actions={
        <DialogClose>
          <Button kind="primary" onClick={call}>
            {t('send')}
          </Button>
        </DialogClose>
      }
    >
      <HelpCall at={at} />
      <Field label={t('what')} optional>
        <TextArea rows={2} maxLength={LIMITS.help} value={text} onWords={setText} />
      </Field>
    </Dialog>
  )
}
