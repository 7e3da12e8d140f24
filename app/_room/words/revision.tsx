'use client'
// The dialog in which the author of a post writes it anew until its deadline (rule H17). The words stay on the device until they are taken.
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { anchors } from '#simulation/kernel/ids'
import { lengthFault } from '#simulation/kernel/lengths'
import { LIMITS } from '#simulation/kernel/limits'
import { postBounds } from '#simulation/questions/lengths'
import type { SealedPost } from '#simulation/shapes/homework'
import { revisionDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import { keepLocally, settle, useLocalStorage } from '../hooks/use-local-storage'
import { useRequest } from '../hooks/use-request'
import type { SeatView } from '../link/seat-view'
import { AnchorPicker } from './anchor-picker'
import { LengthLine, useLengthWords } from './length-line'

const revision = z.strictObject({ text: z.string().check(z.maxLength(LIMITS.written)), anchors })

type RevisionProps = {
  at: SeatView
  /** The number of the post, that of a sealed one too. */
  entry: string
  post: Pick<SealedPost, 'text' | 'anchors' | 'phase' | 'answers'>
  onClose: () => void
}

export function Revision({ at, entry, post, onClose }: RevisionProps) {
  const t = useTranslations('room.revision')
  const owner = { roomId: at.roomId, person: at.person }
  const what = revisionDraftKey(entry)
  const [draft, set] = useLocalStorage(owner, what, revision, { text: post.text, anchors: post.anchors })
  const request = useRequest(at.view)
  const bounds = postBounds(at.state.plan, post)
  const say = useLengthWords()
  const revise = async () => {
    const words = { text: draft.text.trim(), anchors: draft.anchors }
    if (words.text === '') return request.object(t('empty'))
    const fault = lengthFault(words.text, bounds)
    if (fault) return request.object(say(fault))
    if (!(await request.ask({ type: 'reviseStatement', entry, ...words }))) return
    keepLocally(owner, what, words)
    settle(owner, what)
    onClose()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('title')}
      description={t('description')}
      closing={t('leave')}
      actions={
        <Button kind="primary" busy={request.busy} onClick={() => void revise()}>
          {t('revise')}
        </Button>
      }
    >
      <Field
        label={t('words')}
        hint={<LengthLine text={draft.text} bounds={bounds} />}
        {...(request.refused ? { error: request.refused } : {})}
      >
        <TextArea
          voice="record"
          rows={5}
          maxRows={12}
          maxLength={LIMITS.written}
          value={draft.text}
          onChange={(event) => {
            request.object(null)
            set({ ...draft, text: event.currentTarget.value })
          }}
        />
      </Field>
      <div>
        <AnchorPicker at={at} anchors={draft.anchors} onChange={(chosen) => set({ ...draft, anchors: chosen })} />
      </div>
    </Dialog>
  )
}
