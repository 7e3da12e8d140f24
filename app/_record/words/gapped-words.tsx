// A text of the record as it may be read: with a rule in the place of words that were taken off, and after the last such place who took
// them, when and why.
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { RoomPlan } from '#simulation/agenda/plan'
import { withTurnsShown } from '#simulation/kernel/bidi'
import { textParts } from '#simulation/kernel/gaps'
import type { Highlights } from '#simulation/kernel/search-text'
import type { Struck } from '#simulation/reading/log/strikes'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { WordsOff } from '#ui/words/words-off'
import { Formatted } from './formatted-words'
import { offWords, redactedWords } from './off-words'

type GappedWordsProps = {
  text: string
  /** What was taken off it; none where only that words are off is to be said. */
  off?: readonly Struck[]
  plan: Pick<RoomPlan, 'kind'>
  timeZone?: string | undefined
  /** The matches of a search. */
  marks?: Highlights | null | undefined
  /** On the stage: by whom, without reason and time, for the person is in the room. */
  brief?: boolean
}

export function GappedWords({ text, off = [], plan, timeZone, marks, brief = false }: GappedWordsProps) {
  const record = useTranslations('record')
  const locale = useLocale()
  const parts = textParts(text)
  const last = parts.findLastIndex(({ kind }) => kind === 'gap')
  if (last === -1)
    return (
      <bdi>
        <Formatted text={withTurnsShown(text)} marks={marks} links={!brief} />
      </bdi>
    )
  const hidden = <VisuallyHidden>{record('off.here')}</VisuallyHidden>
  const said = () => (brief ? record('off.brief') : offWords(off, { record, locale, plan, timeZone }))
  const drawn = parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
    <Fragment key={place}>
      {part.kind === 'words' ? (
        <Formatted text={part.text} marks={marks} links={!brief} />
      ) : (
        <WordsOff>
          {part.fingerprint !== null && !brief
            ? redactedWords(record, part.fingerprint)
            : place === last
              ? said()
              : hidden}
        </WordsOff>
      )}
    </Fragment>
  ))
  return <bdi>{drawn}</bdi>
}
