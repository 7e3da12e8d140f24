'use client'
// "Write this into clause 3": an entry of the record starts the reader's own words for a clause, which then name it (rule Q24).
import { useTranslations } from 'next-intl'
import { keepLocally, readUnsettled } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { type Start, startsFrom } from '#simulation/reading/homework/starts'
import type { Paragraph } from '#simulation/reading/log/transcript'
import { versionDraftKey } from '#simulation/wire/draft-key'
import type { MenuItem } from '#ui/over/menu'
import { versionDraft } from './version-draft'

/** The clauses into which an entry can be written, as items of its menu; none where the reader may not write. `onStart` opens the form. */
export function useWriteInto(
  at: SeatView,
  onStart: (clause: string) => void,
): (line: Paragraph) => readonly MenuItem[] {
  const t = useTranslations('room.text.writeInto')
  if (at.delegation === null || at.state.closedAt !== null) return () => []
  const itemOf = ({ clause: { key, heading }, ...draft }: Start): MenuItem => {
    const where = versionDraftKey(key)
    const unsent = (readUnsettled(at, where, versionDraft)?.text ?? '').trim() !== ''
    return {
      label: t('clause', { number: at.state.clauses.findIndex((clause) => clause.key === key) + 1, heading }),
      ...(unsent ? { hint: t('unsent'), disabled: true } : {}),
      onSelect: () => {
        const { words: text, from, cites } = draft
        keepLocally(at, where, { text, from, drafter: null, cites })
        onStart(key)
      },
    }
  }
  return (line) => startsFrom(at.state, line).map(itemOf)
}
