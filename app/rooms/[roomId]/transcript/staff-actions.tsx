// What staff alone find beside an entry of a record: playing on from it, and what they can do with its words.
import { useTranslations } from 'next-intl'
import { forkPath } from '#paths'
import type { RecordContext } from '#record/entries/record-context.ts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { Beside } from '#simulation/reading/record/record-page'
import { LinkButton } from '#ui/controls/button'
import { studentOf } from './entries/student-of'
import { StaffTools } from './staff-tools'

type StaffActionsProps = { roomId: string; entry: Paragraph; about: RecordContext; beside: Beside | undefined }

export function StaffActions({ roomId, entry, about, beside }: StaffActionsProps) {
  const t = useTranslations('transcript.playOn')
  const who = studentOf(entry, about.displayNames)
  // Words are picked from the newest writing; where all of them go, those of the earlier ones go with them.
  const text =
    entry.id === entry.no
      ? beside?.strikes && (beside.strikes === 'parts' && 'text' in entry ? entry.text : null)
      : undefined
  const { no, seat, off } = entry
  const { plan, timeZone } = about
  return (
    <>
      {about.forks && 'text' in entry ? (
        <LinkButton kind="quiet" size="dense" href={forkPath(roomId, entry.seq)} aria-label={t('fromEntry', { no })}>
          {t('short')}
        </LinkButton>
      ) : null}
      <StaffTools
        roomId={roomId}
        entry={{ no, seat, off }}
        text={text}
        who={who}
        about={{ plan, ...(timeZone === undefined ? {} : { timeZone }) }}
      />
    </>
  )
}
