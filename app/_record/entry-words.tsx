// What an entry says, for whoever marks it: its words with what is said beneath them, without who said it.
import { useLocale, useTranslations } from 'next-intl'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { RecordContext } from './entries/record-context'
import { entryParts } from './entry-parts'
import { GappedWords } from './words/gapped-words'

type EntryWordsProps = Pick<RecordContext, 'plan' | 'displayNames' | 'timeZone'> & { entry: Paragraph }

export function EntryWords({ plan, displayNames, timeZone, entry }: EntryWordsProps) {
  const record = useTranslations('record')
  const about = { plan, displayNames, ...(timeZone === undefined ? {} : { timeZone }) }
  const parts = entryParts(entry, about, { record, locale: useLocale() })
  return (
    <>
      {parts.heading ? <b>{parts.heading} </b> : null}
      <GappedWords text={parts.text} off={entry.off} plan={plan} timeZone={timeZone} />
      <small>{parts.details.map(({ text }) => text).join(' · ')}</small>
    </>
  )
}
