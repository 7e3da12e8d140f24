// Samples of connection states and empty states.
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { EmptyState, ErrorState } from '#ui/empty-state'
import { QrCode } from '#ui/qr-code'
import { Sheet } from '#ui/sheet'
import { Skeleton } from '#ui/skeleton'
import { Section } from './section'
import styles from './sheet.module.css'

export function StateSamples() {
  return (
    <>
      <Section title="Banners">
        <Banner kind="offline" title="Offline since 10:39:20.">
          Keep writing: two statements wait on this device and go when you are back.
        </Banner>
        <Banner kind="back" title="Back at 10:40:02.">
          Both statements are on the record, as 49 and 51. So is all that was said meanwhile.
        </Banner>
        <Banner kind="saving">Saving… the server has not answered for 4 seconds. Nothing is lost.</Banner>
        <Banner kind="restarting" title="Track Two is restarting.">
          The clock is held at 3:41. This page comes back by itself.
        </Banner>
        <Banner kind="removed" title="Your instructor has removed you from this room.">
          What you said stays on the record. Speak to your instructor to be re-admitted.
        </Banner>
        <Banner kind="secondTab" action={<Button size="dense">Use it here</Button>}>
          This seat is open in another tab.
        </Banner>
        <Banner
          kind="help"
          title="Help call."
          action={
            <Button size="dense" keys="A">
              Answer privately
            </Button>
          }
        >
          Élise Moreau, Castrova, asks: “May the central bank speak against Commerce in public?”
        </Banner>
      </Section>
      <Section title="Empty, loading, error">
        <div className={styles.grid}>
          <Sheet>
            <EmptyState level={3} title="Nothing has been said yet" action={<Button>Open the brief</Button>}>
              The record opens when your instructor gives the first floor, in about 3 minutes. Read your brief
              meanwhile.
            </EmptyState>
          </Sheet>
          <Sheet>
            <Skeleton done={120} total={186} />
          </Sheet>
          <Sheet edge="accent">
            <ErrorState level={3} title="We could not open this transcript" action={<Button>Try now</Button>}>
              The database did not answer. Nothing is lost. We try again every 5 seconds; this was the third time.
            </ErrorState>
          </Sheet>
          <Sheet edge="sealed">A private sheet keeps its hatch along the top.</Sheet>
        </div>
      </Section>
      <Section title="Join">
        <QrCode address="https://example.org/join/K7M-4QX" label="example.org/join/K7M-4QX" />
      </Section>
    </>
  )
}
