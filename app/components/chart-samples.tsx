// The gap in each of its drawings, with the seams showing: beliefs merged, plates stacked, nothing filed.
import { GapDumbbell } from '#ui/gap-dumbbell'
import { GapLines } from '#ui/gap-lines'
import { GapMini } from '#ui/gap-mini'
import { PARTIES } from './sample-parties'
import { Section } from './section'
import styles from './sheet.module.css'

const DETERRENCE = { minus: 'Restraint: defence-only, dialogue first', plus: 'Build-up: counterstrike, 2% and beyond' }
const TRADE = { minus: 'Deepen trade and projects', plus: 'Decouple critical sectors' }

const ROUNDS = [
  { name: 'Framing', number: 1, distances: { 'us-jp': 3, 'us-cn': 4.5, 'jp-cn': 1.5 }, gap: 3, believed: 2 },
  { name: 'Deterrence', number: 2, distances: { 'us-jp': 1.5, 'us-cn': 5, 'jp-cn': 3.5 }, gap: 1.5, believed: 0.5 },
  { name: 'Trade', number: 3, distances: { 'us-jp': 3.5, 'us-cn': 5, 'jp-cn': 1.5 }, gap: 3.5, believed: 2 },
  { name: 'Order', number: 4, distances: { 'us-jp': 2, 'us-cn': 3.5, 'jp-cn': 1.5 }, gap: 2, believed: 1 },
]

export function ChartSamples() {
  return (
    <>
      <Section title="Gap dumbbell">
        <GapDumbbell
          parties={PARTIES}
          size="large"
          axis={DETERRENCE}
          topic="deterrence"
          sub="Solid plates: what each delegation filed. Dashed: what the other two believed, and where the essay would put them."
          positions={{ us: 2.5, jp: 1, cn: -2.5 }}
          beliefs={[
            { of: 'us', by: 'jp', value: 2 },
            { of: 'us', by: 'cn', value: 3 },
            { of: 'jp', by: 'us', value: 2 },
            { of: 'jp', by: 'cn', value: 2 },
            { of: 'cn', by: 'us', value: -2 },
            { of: 'cn', by: 'jp', value: -2 },
          ]}
          author={1}
        />
        <GapDumbbell
          parties={PARTIES}
          axis={TRADE}
          topic="trade"
          positions={{ us: 2, jp: -1.5, cn: -3 }}
          note="Nothing beneath the axis."
        />
        <div className={styles.pair}>
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={TRADE}
            topic="trade"
            positions={{ us: 1.5, jp: -0.5, cn: -2 }}
            openings={{ us: 2.5, jp: 0, cn: -2.5 }}
            author={1}
          />
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={DETERRENCE}
            topic="deterrence"
            positions={{ us: 1, jp: 1, cn: 1 }}
            author={1}
          />
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={DETERRENCE}
            topic="deterrence"
            positions={{ us: 2.5, cn: -2.5 }}
          />
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={DETERRENCE}
            topic="deterrence"
            positions={{ us: 0.5, jp: 1, cn: 1 }}
          />
        </div>
        <div className={styles.narrow}>
          <GapDumbbell
            parties={PARTIES}
            widest="phone"
            axis={DETERRENCE}
            positions={{ us: 2.5, jp: 1, cn: -2.5 }}
            table={false}
          />
        </div>
      </Section>
      <Section title="Gap, small">
        <div className={styles.row}>
          {[
            { us: 2.5, jp: 1, cn: -2.5 },
            { us: 2, jp: -2, cn: -2 },
            { us: 1, jp: 1, cn: 1 },
            { us: 2, cn: -1 },
          ].map((positions) => (
            <div key={JSON.stringify(positions)} className={styles.mini}>
              <GapMini parties={PARTIES} positions={positions} />
            </div>
          ))}
          <div className={styles.mini}>
            <GapMini
              parties={PARTIES}
              positions={{ us: 1.5, jp: -0.5, cn: -2 }}
              openings={{ us: 2.5, jp: 0, cn: -2 }}
            />
          </div>
        </div>
      </Section>
      <Section title="Gap lines">
        <GapLines
          parties={PARTIES}
          rounds={ROUNDS}
          title="Washington believed it was nearer Tokyo than it was, in every round"
          sub="Distance between positions at the close of each round, on axes from −3 to +3"
          note="Dashed: the essay’s reading, and the distance Washington’s guesses imply."
        />
        <div className={styles.pair}>
          <GapLines
            parties={PARTIES}
            rounds={ROUNDS.map((round) =>
              round.number === 2
                ? { ...round, gap: null, distances: { 'us-jp': null, 'us-cn': null, 'jp-cn': 3.5 } }
                : round,
            )}
            title="In round 2 Washington did not file"
          />
          <div className={styles.narrow}>
            <GapLines parties={PARTIES} rounds={ROUNDS} title="On a phone" />
          </div>
        </div>
      </Section>
    </>
  )
}
