// The parts of a seminar's room with invented values, as the sheet of components shows them.
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { ClockFace } from '#ui/clock-face'
import { FloorStrip, NextUp } from '#ui/floor-strip'
import { Placard } from '#ui/placard'
import { Ribbon } from '#ui/ribbon'
import { LockLine, SealStrip } from '#ui/seal'
import { Shape } from '#ui/shape'
import { TalkBalance } from '#ui/talk-balance'
import { Entries } from './entry-samples'
import { FIRST, PARTIES, SECOND, THIRD } from './sample-parties'
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
    delegation: FIRST,
    seats: [
      { id: 'arn.state', label: 'Sec. of State', seconds: 148 },
      { id: 'arn.defense', label: 'Sec. of Defense', seconds: 121 },
      { id: 'arn.treasury', label: 'Sec. of the Treasury', seconds: 64 },
      { id: 'arn.nsc', label: 'NSC director', seconds: 39 },
      { id: 'arn.climate', label: 'Climate envoy', seconds: 0 },
    ],
  },
  {
    delegation: SECOND,
    seats: [
      { id: 'bel.pm', label: 'Prime Minister', seconds: 132 },
      { id: 'bel.finance', label: 'Finance Minister', seconds: 96 },
      { id: 'bel.foreign', label: 'Foreign Minister', seconds: 58 },
      { id: 'bel.meti', label: 'Economy Minister', seconds: 0 },
    ],
  },
  {
    delegation: THIRD,
    seats: [
      { id: 'cas.foreign', label: 'Foreign Minister', seconds: 117 },
      { id: 'cas.commerce', label: 'Min. of Commerce', seconds: 82 },
      { id: 'cas.defense', label: 'Min. of National Defense', seconds: 71 },
      { id: 'cas.bank', label: 'Central-bank governor', seconds: 0 },
    ],
  },
] as const

export function RoomSamples() {
  return (
    <>
      <Section title="Placard">
        <div className={styles.row}>
          {PARTIES.delegations.map((one) => (
            <Placard key={one.id} delegation={one} size="xl" />
          ))}
          {PARTIES.delegations.map((one) => (
            <Placard key={one.id} delegation={one} size="lg" form="outline" />
          ))}
          {PARTIES.delegations.map((one) => (
            <Placard key={one.id} delegation={one} size="sm" />
          ))}
          <span>
            {PARTIES.delegations.map((one) => (
              <Shape key={one.id} delegation={one} />
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
          <ClockFace align="left" text="3:41" state="paused" sub="paused 10:39:20 by your instructor" />
          <ClockFace align="left" text="0:00" state="ended" sub="ended 10:43:00, as planned" />
        </div>
      </Section>
      <Section title="Floor strip">
        <FloorStrip
          delegations={PARTIES.delegations}
          holder={SECOND}
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
          delegations={PARTIES.delegations}
          title="The floor is open"
          action={
            <Button kind="primary" icon="hand">
              Ask for the floor
            </Button>
          }
        >
          Nobody is waiting. Your instructor gives the floor in the order asked, least-heard first.
        </FloorStrip>
        <FloorStrip
          delegations={PARTIES.delegations}
          holder={FIRST}
          title="The Secretary of State has the floor"
          left={{ text: '0:21', of: '2:00' }}
          account={0.17}
          action={<Button>Lower my hand</Button>}
        >
          <NextUp
            queue={[
              { delegation: SECOND, office: 'Finance Minister', intent: 'point of order', first: true },
              { delegation: THIRD, office: 'Minister of Commerce', intent: 'challenge', first: false },
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
      <Section title="Private">
        <div className={styles.narrow}>
          <SealStrip />
          <LockLine>Private to the Belmora delegation. Your instructor can hear caucuses; the others cannot.</LockLine>
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
