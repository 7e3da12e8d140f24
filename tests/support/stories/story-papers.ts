/** The tokens in what a plan gives to read: in the briefs, in the chair's papers and in the chair's plan. */
import type { PlannedRoom } from '#simulation/planning/planning'
import { markOf } from './story-marks'

/**
 * Who may know a text. `seats` know it from the row at which it was said there, as do their later holders; `opens`: the debrief unseals
 * it.
 */
export type Secret = { seats: readonly string[]; person: string | null; opens: boolean; public: boolean }

export class StoryPapers {
  /** Who reads which token once the briefs are out. */
  readonly briefs: { token: number; readers: readonly string[] }[] = []
  /** In the home cards. */
  readonly cards: { token: number; delegation: string }[] = []
  /** By round and delegation: what its brief says, which a reveal opens where nobody filed. */
  readonly stands = new Map<string, number>()
  /** By the key of the news. */
  readonly injects = new Map<string, number>()

  /** The room with a token in each paper. `keep` gives a new one; `inPlan` is the one of the chair's plan. */
  marked(
    { plan, briefs, papers, chairPlan }: PlannedRoom,
    inPlan: number,
    keep: (to: Partial<Secret>) => number,
  ): PlannedRoom {
    const seats = plan.seats.map((seat) => seat.id)
    const told = (to: string): number => {
      const token = keep({ opens: true })
      // To a delegation, or to all chairs of an office.
      const readers = seats.filter((seat) => seat === to || seat.startsWith(`${to}.`))
      this.briefs.push({ token, readers })
      return token
    }
    // Planned for a time that no phase reaches, so that only the plan holds the token.
    const news = { phase: 0, key: markOf(inPlan), atSeconds: 1e9 }
    return {
      plan,
      chairPlan: chairPlan && { ...chairPlan, news: [...chairPlan.news, news] },
      briefs: briefs.map((brief) => {
        const title = `${brief.title} ${markOf(told(brief.to))}`
        const bands = brief.bands.map((band) => {
          const stand = told(brief.to)
          this.stands.set(`${band.round}/${brief.to}`, stand)
          return { ...band, stand: { text: markOf(stand), anchors: [] } }
        })
        const cards = brief.cards?.map((card) => {
          const asked = told(brief.to)
          this.cards.push({ token: asked, delegation: brief.to })
          return { ...card, asks: markOf(asked) }
        })
        return { ...brief, title, bands, ...(cards ? { cards } : {}) }
      }),
      papers: {
        injects: papers.injects.map((inject) => {
          const token = keep({})
          this.injects.set(inject.key, token)
          return { ...inject, text: `${inject.text} ${markOf(token)}` }
        }),
        questions: papers.questions.map((question) => ({ ...question, ask: [...question.ask, markOf(keep({}))] })),
      },
    }
  }
}
