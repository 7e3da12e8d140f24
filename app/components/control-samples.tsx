'use client'
// Samples of the interactive components: buttons, fields, choices, overlays, the axis, the rubric.
import { useState } from 'react'
import { AxisInput } from '#ui/axis-input'
import { AxisTaps } from '#ui/axis-taps'
import { Button, LinkButton } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { Chip } from '#ui/chip'
import { Choice, ChoiceGroup } from '#ui/choice'
import type { Delegation } from '#ui/delegations.ts'
import { Dialog, DialogClose } from '#ui/dialog'
import { Field } from '#ui/field'
import { Kbd } from '#ui/kbd'
import { Menu } from '#ui/menu'
import { NumberStepper } from '#ui/number-stepper'
import { Popover } from '#ui/popover'
import { RubricRow } from '#ui/rubric-row'
import { Segmented } from '#ui/segmented'
import { Select } from '#ui/select'
import { Tabs } from '#ui/tabs'
import { TextArea, TextInput } from '#ui/text-input'
import { useToast } from '#ui/toast'
import { Tooltip } from '#ui/tooltip'
import { FIRST, SECOND, THIRD } from './sample-parties'
import { Section } from './section'
import styles from './sheet.module.css'

const AXIS = {
  minus: 'Restraint: defence only, dialogue first',
  plus: 'Build-up: counterstrike, 2 per cent and beyond',
  labels: {
    '-3': 'No new strike weapons anywhere at this table',
    '-2': 'Pause counterstrike; spend on home defence alone',
    '-1': 'Slow the plan and let talks set the pace',
    '0': 'Keep what exists; decide each step on its own',
    '+1': 'The plan, with the money found first',
    '+2': 'The plan in full and on time',
    '+3': 'Beyond the plan, in spending and in reach',
  },
}

export function ControlSamples() {
  return (
    <>
      <ButtonSamples />
      <FieldSamples />
      <FloatingSamples />
      <AxisSamples />
      <RubricSamples />
    </>
  )
}

function ButtonSamples() {
  const [pressed, setPressed] = useState(true)
  return (
    <Section title="Buttons and chips">
      <div className={styles.row}>
        <Button kind="primary">Put on the record</Button>
        <Button>Lower my hand</Button>
        <Button kind="quiet">Add an anchor</Button>
        <Button kind="danger">Remove from this room</Button>
        <LinkButton href="#main">A link</LinkButton>
        <Button busy>Saving</Button>
        <Button idle>Not now</Button>
        <Button pressed={pressed} onClick={() => setPressed(!pressed)}>
          Bookmarked
        </Button>
      </div>
      <div className={styles.row}>
        <Button size="dense" icon="pause" keys="Space">
          Pause
        </Button>
        <Button size="dense">+1</Button>
        <Button size="dense" kind="primary" keys="↵">
          Next: Castellano
        </Button>
        <Button size="dense" kind="quiet">
          No evidence
        </Button>
        <Chip>silent</Chip>
        <Chip href="#e44">44</Chip>
        <Chip on onClick={() => undefined}>
          question
        </Chip>
        <span>
          <Kbd>J</Kbd> <Kbd>K</Kbd> row
        </span>
      </div>
    </Section>
  )
}

function FieldSamples() {
  const [intent, setIntent] = useState<'point' | 'buildOn' | 'challenge' | 'question'>('question')
  return (
    <Section title="Fields">
      <div className={styles.grid}>
        <Field label="Name" hint="As your instructor will read it on the list.">
          <TextInput name="name" autoComplete="off" />
        </Field>
        <Field
          label="Room code"
          error="That code is not open. Check it against the screen at the front, or ask for a new one."
        >
          <TextInput name="code" voice="code" defaultValue="K7M-4QX" autoComplete="off" />
        </Field>
        <Field label="Scenario">
          <Select
            name="scenario"
            options={[
              { value: '90', label: 'The alliance gap, 90 minutes' },
              { value: '50', label: 'The alliance gap, 50 minutes' },
            ]}
          />
        </Field>
        <NumberStepper label="Students" name="students" defaultValue={16} min={3} max={40} />
      </div>
      <Field
        label="Draft a statement"
        optional
        hint="Kept on this device as you type. It goes on the record when you hold the floor."
      >
        <TextArea
          voice="record"
          name="statement"
          defaultValue="Would Arnport accept a slower pace if the channel to Castle Quay is"
        />
      </Field>
      <div className={styles.row}>
        <Segmented
          label="Intent"
          value={intent}
          onValueChange={setIntent}
          options={[
            { value: 'point', label: 'Point' },
            { value: 'buildOn', label: 'Build on' },
            { value: 'challenge', label: 'Challenge' },
            { value: 'question', label: 'Question' },
          ]}
        />
        <Checkbox name="autopilot" defaultChecked>
          Autopilot: least-heard first
        </Checkbox>
      </div>
      <ChoiceGroup legend="Your ballot" hint="Sealed until all three are in. You can change it until then.">
        <Choice name="ballot" value="for" title="For" defaultChecked>
          The clause stands as it is read.
        </Choice>
        <Choice name="ballot" value="abstain" title="Abstain">
          Noted by name; it does not stop the clause.
        </Choice>
        <Choice name="ballot" value="against" title="Against">
          The clause falls, and your reason is issued with it.
        </Choice>
      </ChoiceGroup>
    </Section>
  )
}

function FloatingSamples() {
  const tell = useToast()
  const [undone, setUndone] = useState(false)
  return (
    <Section title="What floats">
      <div className={styles.row}>
        <Menu
          trigger={<Button>Seat</Button>}
          items={[
            { label: 'Nudge', keys: 'N', onSelect: () => undefined },
            { label: 'Move to another seat', onSelect: () => undefined },
            { kind: 'link', label: 'Open the transcript', href: '#main' },
            { kind: 'divider' },
            { label: 'Remove from this room', danger: true, onSelect: () => undefined },
          ]}
        />
        <Dialog
          trigger={<Button>End the phase</Button>}
          title="End the floor debate now?"
          description="3:41 is left. Nothing lands in this phase after it ends."
          alert
          actions={
            <>
              <DialogClose>
                <Button>Keep going</Button>
              </DialogClose>
              <DialogClose>
                <Button kind="primary">End now</Button>
              </DialogClose>
            </>
          }
        />
        <Popover trigger={<Button>Who waits</Button>} title="Four hands are up">
          Castellano, a question; Fischer, a challenge; two more.
        </Popover>
        <Tooltip label="Bookmark this moment (B)">
          <Button icon="bookmark" aria-label="Bookmark this moment" />
        </Tooltip>
        <Button onClick={() => tell({ text: 'Bookmarked entry 44.', undo: () => setUndone(true) })}>
          Bookmark entry 44
        </Button>
        {undone ? <span>Undone.</span> : null}
      </div>
      <Tabs
        label="Desk"
        tabs={[
          { value: 'record', label: 'Record', count: 4, panel: <p>Four hands are up.</p> },
          { value: 'delegations', label: 'Delegations', panel: <p>15 of 16 here.</p> },
          { value: 'agenda', label: 'Agenda', panel: <p>Two minutes behind.</p> },
        ]}
      />
    </Section>
  )
}

function AxisSamples() {
  const [value, setValue] = useState<number | null>(1)
  const [stance, setStance] = useState<number | null>(null)
  const [guesses, setGuesses] = useState<Readonly<Record<string, number | null>>>({ [FIRST.id]: 2, [THIRD.id]: -1.5 })
  const guess = ({ id }: Delegation, next: number) => setGuesses({ ...guesses, [id]: next })
  return (
    <Section title="Axis input">
      <div className={styles.pair}>
        <AxisInput
          delegation={SECOND}
          label="Where do you stand?"
          axis={AXIS}
          value={value}
          onValueChange={setValue}
          guesses={[
            { delegation: FIRST, value: guesses[FIRST.id] ?? null },
            { delegation: THIRD, value: guesses[THIRD.id] ?? null },
          ]}
          onGuess={guess}
        />
        <AxisInput label="Your own view, before the talks" axis={AXIS} value={stance} onValueChange={setStance} />
        <AxisTaps
          label="Where do the words stand?"
          name="taps"
          delegation={SECOND}
          value={stance}
          onValueChange={setStance}
        />
      </div>
    </Section>
  )
}

function RubricSamples() {
  const [level, setLevel] = useState<number | null>(2)
  return (
    <Section title="Rubric row">
      <div>
        <RubricRow
          criterion="Answers the others"
          top={4}
          level={level}
          onLevel={setLevel}
          descriptor="Replies to what was asked, not to the strongest objection."
          evidence={<Chip href="#e44">44</Chip>}
        />
        <RubricRow
          criterion="Moves the negotiation"
          top={4}
          level={3}
          onLevel={() => undefined}
          unsaved
          current
          actions={
            <>
              <Button size="dense">Pick</Button>
              <Button size="dense">No evidence</Button>
            </>
          }
        />
        <RubricRow
          criterion="Reflects, out of role"
          top={4}
          level={null}
          onLevel={() => undefined}
          descriptor="0 restates · 1 invites · 2 offers a trade · 3 is answered in kind · 4 lands text both accept"
        />
        <RubricRow
          criterion="As a student reads it"
          top={4}
          level={3}
          descriptor="Is answered in kind by another delegation."
        />
      </div>
    </Section>
  )
}
