// Developers' sheet: each part in each state it can be in.
import { Button } from '#ui/button'
import { Placard } from '#ui/placard'

export default function ComponentsPage() {
  return (
    <main id="main">
      <Placard delegation="us" size="xl" />
      <Button kind="primary">Ask</Button>
    </main>
  )
}
