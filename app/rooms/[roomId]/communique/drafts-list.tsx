'use client'
// The drafts of one's own delegation for a clause, and those shared in a bilateral, each with what it changes. The head puts one forward as
// it is, or takes it into the own field; the drafter is named on it.
import { useTranslations } from 'next-intl'
import { ChangedWords } from '#record/words/changed-words'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { Request } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import forms from '#room/text/form.module.css'
import { NO_WORDS, versionDraft } from '#room/text/version-draft.ts'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import { standIn, versionIn } from '#simulation/questions/text'
import { draftsFor } from '#simulation/reading/homework/drafts'
import type { ClauseText, VersionDraft } from '#simulation/shapes/text'
import { opensNow } from '#simulation/state/room-state'
import { versionDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './clause-article.module.css'

type DraftsListProps = {
  at: SeatView
  clause: ClauseText
  own: DelegationId
  request: Request
  /** Opens the form, into which a draft was taken. */
  onForm: () => void
}

export function DraftsList({ at, clause, own, request, onForm }: DraftsListProps) {
  const t = useTranslations('room.text.drafts')
  const drafts = draftsFor(at.state, clause, own)
  if (drafts.length === 0) return null
  return (
    <section className={`stack ${styles.drafts}`} aria-label={t('title', { count: drafts.length })}>
      <h4>{t('title', { count: drafts.length })}</h4>
      <ul>
        {drafts.map(([seat, draft]) => (
          <li key={seat}>
            <Draft at={at} clause={clause} own={own} seat={seat} draft={draft} request={request} onForm={onForm} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type DraftProps = DraftsListProps & { seat: SeatId; draft: VersionDraft }

function Draft({ at, clause, own, seat, draft, request, onForm }: DraftProps) {
  const t = useTranslations('room.text.drafts')
  const { plan, seats } = at.state
  const [typed, setTyped] = useLocalStorage(at, versionDraftKey(clause.key), versionDraft, NO_WORDS)
  const before = versionIn(clause, draft.from) ?? versionIn(clause, standIn(clause, own).version)
  const writer = seats[seat]
  const shared = writer && writer.delegation !== own ? delegationIn(plan, writer.delegation) : undefined
  const puts = at.acts && opensNow(at.state, 'text')
  const { words, from, cites } = draft
  const take = () => {
    if (typed.text.trim() !== '' && typed.text.trim() !== words) return request.object(t('keepFirst'))
    setTyped({ text: words, from, drafter: seat, cites })
    onForm()
  }
  return (
    <>
      <p className={`note ${styles.by}`}>
        <b>{writer?.title}</b> {shared ? t('shared', { capital: shared.capital }) : null}
      </p>
      <p className={styles.change}>{before ? <ChangedWords before={before.words} after={words} /> : words}</p>
      {puts ? (
        <div className={`tools ${forms.acts}`}>
          <Button
            size="dense"
            busy={request.busy}
            onClick={() =>
              void request.ask({ type: 'putForward', ...{ clause: clause.key, words, from, cites, drafter: seat } })
            }
          >
            {t('put')}
          </Button>
          <Button size="dense" kind="quiet" onClick={take}>
            {t('change')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
