'use client'
// The chair's ruling on one point of order: upheld or not, with a few words if it wishes.
import { useTranslations } from 'next-intl'
import { useKeptWords } from '#room/hooks/use-local-storage.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { pointsToRule } from '#simulation/questions/motions'
import { rulingDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { submits } from '#ui/controls/submits.ts'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import styles from './notes/note-dialog.module.css'
import type { DeskView } from './scoring/desk-view'

type RulingProps = { desk: DeskView; seat: string | null; onClose: () => void }

export function RulingDialog({ desk, seat, onClose }: RulingProps) {
  const t = useTranslations('desk.order')
  return (
    <Dialog open={seat !== null} onClose={onClose} title={t('rulingTitle')}>
      {seat === null ? null : <Ruling key={seat} desk={desk} seat={seat} onClose={onClose} />}
    </Dialog>
  )
}

function Ruling({ desk, seat: id, onClose }: RulingProps & { seat: string }) {
  const t = useTranslations('desk.order')
  const { state, ask, roomId } = desk
  const [words, setWords] = useKeptWords({ roomId, person: 'chair' }, rulingDraftKey(id), LIMITS.motion)
  const seat = Object.values(state.seats).find((each) => each.id === id)
  const waits = pointsToRule(state).some((point) => point.seat === id)
  const rule = async (upheld: boolean) => {
    if (!seat) return
    const said = words.trim()
    if (!(await ask({ type: 'rulePoint', seat: seat.id, upheld, words: said === '' ? null : said }))) return
    setWords('')
    onClose()
  }
  return (
    <form className={`form ${styles.form}`} onSubmit={submits(() => rule(true))}>
      <p>{waits ? t('by', { title: seat?.title ?? '' }) : t('gone')}</p>
      <Field label={t('words')} optional>
        <TextArea rows={2} maxLength={LIMITS.motion} value={words} onWords={setWords} />
      </Field>
      <div className={styles.send}>
        <Button type="submit" kind="primary">
          {t('upheld')}
        </Button>
        <Button onClick={() => void rule(false)}>{t('notUpheld')}</Button>
      </div>
    </form>
  )
}
