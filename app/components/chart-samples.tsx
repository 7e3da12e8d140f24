// Samples of the gap charts, including merged guesses, overlapping plates and nothing filed.
import { GapDumbbell } from '#ui/gap-dumbbell'
import { GapLines } from '#ui/gap-lines'
import { GapMini } from '#ui/gap-mini'
import { FIRST, PARTIES, SECOND, THIRD } from './sample-parties'
import { Section } from './section'
import styles from './sheet.module.css'

const DETERRENCE = { minus: 'Restraint: defence-only, dialogue first', plus: 'Build-up: counterstrike, 2% and beyond' }
const TRADE = { minus: 'Deepen trade and projects', plus: 'Decouple critical sectors' }

const ROUNDS = [
  { name: 'Framing', number: 1, distances: { 'arn-bel': 3, 'arn-cas': 4.5, 'bel-cas': 1.5 }, gap: 3, believed: 2 },
  {
    name: 'Deterrence',
    number: 2,
    distances: { 'arn-bel': 1.5, 'arn-cas': 5, 'bel-cas': 3.5 },
    gap: 1.5,
    believed: 0.5,
  },
  { name: 'Trade', number: 3, distances: { 'arn-bel': 3.5, 'arn-cas': 5, 'bel-cas': 1.5 }, gap: 3.5, believed: 2 },
  { name: 'Order', number: 4, distances: { 'arn-bel': 2, 'arn-cas': 3.5, 'bel-cas': 1.5 }, gap: 2, believed: 1 },
]

const [ARN, BEL, CAS] = [FIRST.id, SECOND.id, THIRD.id]

export function ChartSamples() {
  return (
    <>
      <Section title="Gap dumbbell">
        <GapDumbbell
          parties={PARTIES}
          size="large"
          axis={DETERRENCE}
          topic="deterrence"
          sub="Solid plates: what each delegation filed. Dashed: what the other two believed, and our reading of the source."
          positions={{ [ARN]: 2.5, [BEL]: 1, [CAS]: -2.5 }}
          beliefs={[
            { of: ARN, by: BEL, value: 2 },
            { of: ARN, by: CAS, value: 3 },
            { of: BEL, by: ARN, value: 2 },
            { of: BEL, by: CAS, value: 2 },
            { of: CAS, by: ARN, value: -2 },
            { of: CAS, by: BEL, value: -2 },
          ]}
          author={1}
        />
        <GapDumbbell
          parties={PARTIES}
          axis={TRADE}
          topic="trade"
          positions={{ [ARN]: 2, [BEL]: -1.5, [CAS]: -3 }}
          note="Nothing beneath the axis."
        />
        <div className={styles.pair}>
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={TRADE}
            topic="trade"
            positions={{ [ARN]: 1.5, [BEL]: -0.5, [CAS]: -2 }}
            openings={{ [ARN]: 2.5, [BEL]: 0, [CAS]: -2.5 }}
            author={1}
          />
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={DETERRENCE}
            topic="deterrence"
            positions={{ [ARN]: 1, [BEL]: 1, [CAS]: 1 }}
            author={1}
          />
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={DETERRENCE}
            topic="deterrence"
            positions={{ [ARN]: 2.5, [CAS]: -2.5 }}
          />
          <GapDumbbell
            parties={PARTIES}
            widest="half"
            axis={DETERRENCE}
            topic="deterrence"
            positions={{ [ARN]: 0.5, [BEL]: 1, [CAS]: 1 }}
          />
        </div>
        <div className={styles.narrow}>
          <GapDumbbell
            parties={PARTIES}
            widest="phone"
            axis={DETERRENCE}
            positions={{ [ARN]: 2.5, [BEL]: 1, [CAS]: -2.5 }}
            table={false}
          />
        </div>
      </Section>
      <Section title="Gap, small">
        <div className={styles.row}>
          {[
            { [ARN]: 2.5, [BEL]: 1, [CAS]: -2.5 },
            { [ARN]: 2, [BEL]: -2, [CAS]: -2 },
            { [ARN]: 1, [BEL]: 1, [CAS]: 1 },
            { [ARN]: 2, [CAS]: -1 },
          ].map((positions) => (
            <div key={JSON.stringify(positions)} className={styles.mini}>
              <GapMini parties={PARTIES} positions={positions} />
            </div>
          ))}
          <div className={styles.mini}>
            <GapMini
              parties={PARTIES}
              positions={{ [ARN]: 1.5, [BEL]: -0.5, [CAS]: -2 }}
              openings={{ [ARN]: 2.5, [BEL]: 0, [CAS]: -2 }}
            />
          </div>
        </div>
      </Section>
      <Section title="Gap lines">
        <GapLines
          parties={PARTIES}
          rounds={ROUNDS}
          title="Arnport believed it was nearer Bela than it was, in every round"
          sub="Distance between positions at the close of each round, on axes from −3 to +3"
          note="Dashed: the distance that Arnport’s guesses imply."
        />
        <div className={styles.pair}>
          <GapLines
            parties={PARTIES}
            rounds={ROUNDS.map((round) =>
              round.number === 2
                ? { ...round, gap: null, distances: { 'arn-bel': null, 'arn-cas': null, 'bel-cas': 3.5 } }
                : round,
            )}
            title="In round 2 Arnport did not file"
          />
          <div className={styles.narrow}>
            <GapLines parties={PARTIES} rounds={ROUNDS} title="On a phone" />
          </div>
        </div>
      </Section>
    </>
  )
}
