'use client'
// What staff can do with the words of an entry on the page of a record, which has no line to the room: take them off, read those that are off,
// put them back.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RecordContext } from '#record/entries/record-context.ts'
import { strike } from '#room/off/strike-actions.ts'
import { StrikeDialog, useStruckWords } from '#room/off/strike-dialog'
import type { StrikeAct } from '#room/off/strike-line.ts'
import { StruckTools } from '#room/off/struck-tools'
import type { SeatId } from '#simulation/kernel/ids'
import type { Struck } from '#simulation/reading/log/strikes'
import { isPublicNumber } from '#simulation/state/numbered-entries'
import { Button } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'

type StaffToolsProps = {
  roomId: string
  entry: { no: string; seat: SeatId | null; off: readonly Struck[] }
  /** The words from which some can be picked; null where all of them or none are taken; absent where nothing can be taken off. */
  text?: string | null | undefined
  who: string | null
  about: Pick<RecordContext, 'plan' | 'timeZone'>
}

export function StaffTools({ roomId, entry, text, who, about }: StaffToolsProps) {
  const t = useTranslations('off')
  const tell = useToast()
  const act = useStrikeAct(roomId)
  const say = useStruckWords()
  const [asking, ask] = useState(false)
  const { no, seat, off } = entry
  return (
    <>
      {text === undefined ? null : (
        <Button
          kind="quiet"
          size="dense"
          aria-haspopup="dialog"
          aria-label={t('menu.strikeOf', { no })}
          onClick={() => ask(true)}
        >
          {t('menu.strikeShort')}
        </Button>
      )}
      {off.length > 0 ? <StruckTools {...{ roomId, off, act }} entry={no} name={no} timeZone={about.timeZone} /> : null}
      {asking ? (
        <StrikeDialog
          roomId={roomId}
          line={{
            ...{ entry: no, name: no, who, seat, plan: about.plan, timeZone: about.timeZone, reported: null },
            texts: text == null ? [] : [text],
            isTurn: isPublicNumber(no),
          }}
          picked={null}
          now={Date.now}
          act={act}
          onDone={(line, count) => tell({ text: say(line, count) })}
          onClose={() => ask(false)}
        />
      ) : null}
    </>
  )
}

/** Carries a command out over the page's own server action, and says why where it was refused. */
function useStrikeAct(roomId: string): StrikeAct {
  const t = useTranslations('off.staff')
  const refusals = useTranslations('refusals')
  const tell = useToast()
  return async (command) => {
    const answer = await strike({ roomId, command }).catch(() => null)
    if (answer?.ok) return true
    const why = answer?.rejection ?? 'not-found'
    tell({ text: why === 'not-found' ? t('notDone') : refusals(why) })
    return false
  }
}
