'use client'
// One office's vote at home: ratify or refuse, and why. It can be sealed anew until the phase ends, or the chair decides; what is typed is kept.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useLocalStorage, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { Docked } from '#room/table/dock-slot'
import { CommitButton, type ReadFirst } from '#room/text/read-first'
import { CopyWords } from '#room/words/copy-words'
import { RefusalText } from '#room/words/refusal-text'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import { officeOf } from '#simulation/agenda/plan'
import { LIMITS } from '#simulation/kernel/limits'
import type { HomeVote } from '#simulation/shapes/ratification'
import { HOME_DRAFT } from '#simulation/wire/draft-key'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Icon } from '#ui/words/icon'
import styles from './home-panel.module.css'

const why = z.string().check(z.maxLength(LIMITS.homeReason))
const CHOICES = ['ratify', 'refuse'] as const

type HomeVoteProps = {
  at: SeatView
  /** Whether the signed text was read. */
  first: ReadFirst
  /** A head's vote, which counts where the members' are equal. */
  ifEqual: boolean
  /** Nothing more can be sealed: what was not sealed can still be copied. */
  closed: boolean
}

export function HomeVoteForm({ at, first, ifEqual, closed }: HomeVoteProps) {
  const t = useTranslations('room.home')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const cast = at.state.homeVotes[officeOf(at.seat)]
  const [kept, setReason, found] = useLocalStorage(at, HOME_DRAFT, why, '')
  const reason = found ? kept : (cast?.reason ?? '')
  const [vote, setVote] = useState<HomeVote | null>(cast?.vote ?? null)
  const same = cast !== undefined && cast.vote === vote && (cast.reason ?? '') === reason.trim()
  useSavedOnServer(at, HOME_DRAFT, same && found)
  const seal = async () => {
    const given = reason.trim()
    if (closed) return
    if (vote === null) return request.object(t('chooseFirst'))
    if (vote === 'refuse' && given === '') return request.object(t('reasonFirst'))
    await request.ask({ type: 'voteRatification', vote, reason: given === '' ? null : given })
  }
  const unsent = reason.trim() !== '' && !same
  if (closed && !unsent) return null
  return (
    <div {...ownForm('text', unsent)} className="fields">
      <ChoiceGroup legend={t('question', { title: at.seat.title })}>
        <div className={`stack ${styles.two}`}>
          {CHOICES.map((each) => (
            <Choice
              key={each}
              name="home"
              value={each}
              title={t(`choice.${each}`)}
              checked={vote === each}
              disabled={closed}
              onChange={() => setVote(each)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <Field label={t('why', { title: at.seat.title })} optional={vote !== 'refuse'}>
        <TextArea rows={2} maxLength={LIMITS.homeReason} value={reason} readOnly={closed} onWords={setReason} />
      </Field>
      {closed ? (
        <div>
          <CopyWords text={reason} />
        </div>
      ) : same ? (
        <p className="line">
          <Icon name="lock" /> {t(ifEqual ? 'yoursIfEqual' : 'yoursSealed', { time: said(cast.at) })}
        </p>
      ) : (
        <Docked>
          <RefusalText>{request.refused}</RefusalText>
          <CommitButton first={first} means="seal" busy={request.busy} onAct={() => void seal()}>
            {t(cast ? 'change' : 'seal')}
          </CommitButton>
        </Docked>
      )}
      {waitingOf(at.view.waiting, 'voteRatification').map((entry) => (
        <div key={entry.id} className="note">
          <WaitingNote entry={entry} view={at.view} sending={t('sending')} text="" />
        </div>
      ))}
    </div>
  )
}
