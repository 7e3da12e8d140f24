// The parts of a room, a desk and a stage: plates, clock, floor, record, positions, marks.
import { AnchorMark } from '#ui/anchor-mark'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { ClockFace } from '#ui/clock-face'
import { FloorStrip, NextUp } from '#ui/floor-strip'
import { Icon } from '#ui/icon'
import { Placard } from '#ui/placard'
import { PositionCard } from '#ui/position-card'
import { RecordEntry, RecordList } from '#ui/record-entry'
import { Ribbon } from '#ui/ribbon'
import { LockLine, SealStrip } from '#ui/seal'
import { Shape } from '#ui/shape'
import { TalkBalance } from '#ui/talk-balance'
import { TABLE_ORDER } from '../_ui/table-order'
import { Section } from './section'
import styles from './sheet.module.css'

const AGENDA = [
  { label: 'Join', seconds: 300, state: 'done' },
  { label: 'Briefs, caucus', seconds: 480, state: 'done' },
  { label: 'Round 1 · Framing', seconds: 960, state: 'done' },
  { label: 'Round 2 · Deterrence', seconds: 960, state: 'now', fraction: 0.52 },
  { label: 'Round 3 · Trade', seconds: 960, state: 'ahead' },
  { label: 'Round 4 · Order', seconds: 780, state: 'ahead' },
  { label: 'Debrief', seconds: 840, state: 'ahead' },
  { label: 'Closing stance', seconds: 120, state: 'ahead' },
] as const

const TALK = [
  {
    delegation: 'us',
    seats: [
      { id: 'us.state', label: 'Sec. of State', seconds: 148 },
      { id: 'us.defense', label: 'Sec. of Defense', seconds: 121 },
      { id: 'us.treasury', label: 'Sec. of the Treasury', seconds: 64 },
      { id: 'us.nsc', label: 'NSC director', seconds: 39 },
      { id: 'us.climate', label: 'Climate envoy', seconds: 0 },
    ],
  },
  {
    delegation: 'jp',
    seats: [
      { id: 'jp.pm', label: 'Prime Minister', seconds: 132 },
      { id: 'jp.finance', label: 'Finance Minister', seconds: 96 },
      { id: 'jp.foreign', label: 'Foreign Minister', seconds: 58 },
      { id: 'jp.meti', label: 'Economy Minister', seconds: 0 },
    ],
  },
  {
    delegation: 'cn',
    seats: [
      { id: 'cn.foreign', label: 'Foreign Minister', seconds: 117 },
      { id: 'cn.commerce', label: 'Min. of Commerce', seconds: 82 },
      { id: 'cn.defense', label: 'Min. of National Defense', seconds: 71 },
      { id: 'cn.bank', label: 'Central-bank governor', seconds: 0 },
    ],
  },
] as const

const REFUSED = 'Not recorded: the phase ended at 10:43:00. Your words are kept here.'

export function RoomSamples() {
  return (
    <>
      <Section title="Placard">
        <div className={styles.row}>
          {TABLE_ORDER.map((one) => (
            <Placard key={one} delegation={one} size="xl" />
          ))}
          {TABLE_ORDER.map((one) => (
            <Placard key={one} delegation={one} size="lg" form="outline" />
          ))}
          {TABLE_ORDER.map((one) => (
            <Placard key={one} delegation={one} size="sm" />
          ))}
          <span>
            {TABLE_ORDER.map((one) => (
              <Shape key={one} delegation={one} />
            ))}
          </span>
        </div>
        <p className={styles.hint}>
          Filled: present, or has the floor. Outline: waiting, or someone’s belief. Shape alone: inside charts and lists
          under 20px.
        </p>
      </Section>
      <Section title="Agenda ribbon">
        <Ribbon items={AGENDA} />
        <div className={styles.narrow}>
          <Ribbon items={AGENDA} bare />
        </div>
      </Section>
      <Section title="Clock">
        <div className={styles.grid}>
          <ClockFace align="left" text="3:41" sub="of 10:00 · ends 10:43" />
          <ClockFace align="left" text="0:42" state="lastMinute" sub="last minute: inverted, no colour" />
          <ClockFace align="left" text="3:41" state="paused" sub="paused 10:39:20 by the chair" />
          <ClockFace align="left" text="0:00" state="ended" sub="ended 10:43:00, as planned" />
        </div>
      </Section>
      <Section title="Floor strip">
        <FloorStrip
          holder="jp"
          title="You have the floor"
          left={{ text: '1:48', of: '2:00' }}
          account={0.9}
          action={
            <>
              <Button>Yield to my delegation</Button>
              <Button kind="primary">Put on the record</Button>
            </>
          }
        >
          Speak, and type the statement or its summary below.
        </FloorStrip>
        <FloorStrip
          title="The floor is open"
          action={
            <Button kind="primary" icon="hand">
              Ask for the floor
            </Button>
          }
        >
          Nobody is waiting. The chair gives the floor in the order asked, least-heard first.
        </FloorStrip>
        <FloorStrip
          holder="us"
          title="The Secretary of State has the floor"
          left={{ text: '0:21', of: '2:00' }}
          account={0.17}
          action={<Button>Lower my hand</Button>}
        >
          <NextUp
            queue={[
              { delegation: 'jp', office: 'Finance Minister', intent: 'question' },
              { delegation: 'cn', office: 'Minister of Commerce', intent: 'challenge' },
            ]}
          />
        </FloorStrip>
      </Section>
      <Section title="Record entry">
        <Band title="Verbatim record" detail="Round 2" right={<a href="#main">Earlier</a>} />
        <Entries />
      </Section>
      <Section title="Record entry, on the desk">
        <Entries density="desk" />
      </Section>
      <Section title="Position card">
        <div className={styles.grid}>
          <PositionCard
            delegation="jp"
            state="drafting"
            note="The caucus ends in 4:12. A draft is filed as it stands if time runs out."
          />
          <PositionCard delegation="us" state="sealed" filedAt="10:27:40" />
          <PositionCard
            delegation="cn"
            state="revealed"
            value={-2.5}
            text="Restraint first. Missiles placed forward change the status quo, whoever pays."
            redLine="No talks that begin with a demand to disarm."
            meta="Filed 10:26:15 · revision 1"
          />
        </div>
      </Section>
      <Section title="Private">
        <div className={styles.narrow}>
          <SealStrip />
          <LockLine>Private to the Japanese delegation. Your instructor can hear caucuses; the others cannot.</LockLine>
        </div>
      </Section>
      <Section title="Who has been heard">
        <div className={styles.pair}>
          <TalkBalance rows={TALK} />
          <div className={styles.narrow}>
            <TalkBalance rows={TALK} compact help={false} />
          </div>
        </div>
      </Section>
    </>
  )
}

function Entries({ density = 'room' }: { density?: 'room' | 'desk' }) {
  const anchor = (
    <AnchorMark anchor="E3.1" gist="The build-up was decided before it was paid for." href="https://example.org/" />
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
      delegation="jp"
      office="The Finance Minister"
      selected={desk}
      meta={[
        'Mei Castellano',
        'builds on',
        '52 s',
        <>
          answers <a href="#e39">39</a>
        </>,
      ]}
      anchors={anchor}
    >
      Tokyo has taken the decision; it has not found the money. With public debt above 260 per cent of GDP, honesty asks
      for a ceiling, a calendar, and a tax that somebody will vote for.
    </RecordEntry>,
    <RecordEntry
      key="42"
      density={density}
      variant="news"
      number={desk ? 'd42' : 42}
      time="10:35:30"
      from="sent by the chair"
    >
      A draft of the Finance Ministry’s tax plan has reached two newspapers. The Ministry does not deny it.
    </RecordEntry>,
    <RecordEntry
      key="45"
      density={density}
      variant="withdrawal"
      number={desk ? 'd45' : 45}
      time="10:37:42"
      delegation="jp"
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
      The chair gave the floor to the United States for two minutes.
    </RecordEntry>,
    <RecordEntry
      key="48"
      density={density}
      variant="live"
      number={desk ? 'd48' : 48}
      delegation="us"
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
      delegation="cn"
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
      key="c12"
      density={density}
      variant="caucus"
      number={desk ? 'dc12' : 'c12'}
      time="10:37:20"
      delegation="jp"
      office="Caucus, Japan"
      meta={['Sealed when said; three seats heard it']}
    >
      The ceiling was not agreed. Take it back before they quote it.
    </RecordEntry>,
    <RecordEntry
      key="sending"
      density={density}
      variant="sending"
      delegation="jp"
      office="The Finance Minister"
      meta={['You', 'question', 'waiting for the server to record it']}
    >
      Would Washington accept a slower pace?
    </RecordEntry>,
    <RecordEntry
      key="refused"
      density={density}
      variant="refused"
      delegation="jp"
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
      Would Washington accept a slower pace?
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
