// Samples of every kind of record entry, as a room and as a desk draw it.
import { AnchorMark } from '#ui/anchor-mark'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { Icon } from '#ui/icon'
import { RecordEntry, RecordList } from '#ui/record-entry'
import { FIRST, SECOND, THIRD } from './sample-parties'

const REFUSED = 'Not recorded: the phase ended at 10:43:00. Your words are kept here.'

export function Entries({ density = 'room' }: { density?: 'room' | 'desk' }) {
  const anchor = (
    <AnchorMark
      anchor="E3.1"
      gist="The build-up was decided before it was paid for."
      source={{
        title: 'A reading',
        author: 'Its author',
        publisher: 'Its publisher',
        date: '2023',
        url: 'https://example.org/',
      }}
    />
  )
  const desk = density === 'desk'
  const lead = desk ? (
    <Checkbox size="dense" labelHidden>
      Use entry as evidence
    </Checkbox>
  ) : undefined
  const entries = [
    <RecordEntry
      key="41"
      density={density}
      lead={lead}
      aside={desk ? <Button kind="quiet" size="dense" icon="bookmark" aria-label="Bookmark entry 41" /> : undefined}
      number={desk ? 'd41' : 41}
      time="10:34:55"
      delegation={SECOND}
      office="The Finance Minister"
      selected={desk}
      meta={[
        'Mei Castellano',
        'builds on',
        '52 s',
        <a key="answers" href="#e39">
          answers 39
        </a>,
      ]}
      anchors={anchor}
    >
      Bela has taken the decision; it has not found the money. With public debt above 260 per cent of GDP, honesty asks
      for a ceiling, a calendar, and a tax that somebody will vote for.
    </RecordEntry>,
    <RecordEntry
      key="42"
      density={density}
      variant="news"
      number={desk ? 'd42' : 42}
      time="10:35:30"
      from="Cable · fiction, sent by the chair"
    >
      A draft of the Finance Ministry’s tax plan has reached two newspapers. The Ministry does not deny it.
    </RecordEntry>,
    <RecordEntry
      key="45"
      density={density}
      variant="withdrawal"
      number={desk ? 'd45' : 45}
      time="10:37:42"
      delegation={SECOND}
      office="The Finance Minister"
      meta={[
        'Mei Castellano',
        <>
          withdraws <a href="#e41">41</a> in part
        </>,
      ]}
    >
      I withdraw the ceiling I named in 41. My delegation has not agreed one.
    </RecordEntry>,
    <RecordEntry key="47" density={density} variant="procedure" number={desk ? 'd47' : 47} time="10:38:44">
      The chair gave the floor to Arnmark for two minutes.
    </RecordEntry>,
    <RecordEntry
      key="48"
      density={density}
      variant="live"
      number={desk ? 'd48' : 48}
      delegation={FIRST}
      office="The Secretary of State"
      meta={['Amara Osei', 'speaking, 0:48 so far']}
    >
      Then let us be exact about the exchange. A standing channel is welcome to us; a slower build-up is a price…
    </RecordEntry>,
    <RecordEntry
      key="49"
      density={density}
      number={desk ? 'd49' : 49}
      time="10:40:02"
      delegation={THIRD}
      office="The Ambassador to ASEAN"
      meta={[
        'Understudy, scripted',
        'point',
        <>
          <Icon name="understudy" /> always labelled
        </>,
      ]}
    >
      Seven of our neighbours asked not to be made to choose. We have not asked them to.
    </RecordEntry>,
    <RecordEntry
      key="us12"
      density={density}
      variant="caucus"
      number={desk ? 'dus12' : 'us12'}
      time="10:37:20"
      delegation={SECOND}
      office="Caucus, Belmora"
      meta={['Sealed when said; three seats heard it']}
    >
      The ceiling was not agreed. Take it back before they quote it.
    </RecordEntry>,
    <RecordEntry
      key="sending"
      density={density}
      variant="sending"
      delegation={SECOND}
      office="The Finance Minister"
      meta={['You', 'question', 'waiting for the server to record it']}
    >
      Would Arnport accept a slower pace?
    </RecordEntry>,
    <RecordEntry
      key="refused"
      density={density}
      variant="refused"
      delegation={SECOND}
      office="The Finance Minister"
      meta={['You']}
      reason={REFUSED}
      actions={
        <>
          <Button size="dense">Copy</Button>
          <Button size="dense">Keep as a draft</Button>
        </>
      }
    >
      Would Arnport accept a slower pace?
    </RecordEntry>,
  ]
  return (
    <RecordList label={desk ? 'Record on the desk' : 'Record'}>
      {entries.map((entry) => (
        <li key={entry.key}>{entry}</li>
      ))}
    </RecordList>
  )
}
