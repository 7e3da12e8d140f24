// The figures of a debrief: one by its name, and all that do not stand open, behind one press.
import { useTranslations } from 'next-intl'
import type { DebriefFigure } from '#simulation/reading/talk/debrief-order'
import { DEBRIEF_FIGURES } from '#simulation/reading/talk/debrief-order'
import styles from './all-figures.module.css'
import { AnswersSection } from './answers-section'
import { CasesSection } from './cases-section'
import type { DebriefData, EssayParagraph } from './debrief-data'
import { EssaySection } from './essay-section'
import { LinesSection, ShiftSection } from './gap-section'
import { InjectsSection } from './injects-section'
import { LearningSection } from './learning-section'
import { MovesSection } from './moves-section'
import { ObjectivesSection } from './objectives-section'
import { OutcomeSection } from './outcome-section'
import { ReadingCheckSection } from './reading-check-section'
import { ReadingsSection } from './readings-section'
import { ReflectionsSection } from './reflections-section'
import { StancesSection } from './stances-section'
import { StrategySection } from './strategy-section'
import { TalkSection } from './talk-section'
import { BracketsSection, SurvivingSection } from './text-section'
import { WorthSection } from './worth-section'

type FigureProps = { figure: DebriefFigure; back: DebriefData; essay: readonly EssayParagraph[] }

export function Figure({ figure, back, essay }: FigureProps) {
  switch (figure) {
    case 'lines':
      return <LinesSection back={back} />
    case 'answers':
      return <AnswersSection back={back} />
    case 'talk':
      return <TalkSection back={back} />
    case 'brackets':
      return <BracketsSection back={back} />
    case 'words':
      return <SurvivingSection back={back} />
    case 'outcome':
      return <OutcomeSection back={back} />
    case 'stances':
      return <StancesSection back={back} />
    case 'sources':
      // Nobody can cite by number what nobody numbered.
      return essay.length === 0 ? null : <EssaySection back={back} essay={essay} />
    default:
      return figure satisfies never
  }
}

type AllFiguresProps = Pick<FigureProps, 'back' | 'essay'> & {
  /** Those that stand open already. */
  open: readonly DebriefFigure[]
}

export function AllFigures({ back, essay, open }: AllFiguresProps) {
  const t = useTranslations('debrief')
  return (
    <details className={styles.all}>
      <summary>{t('all')}</summary>
      <ShiftSection back={back} essay={essay} />
      {DEBRIEF_FIGURES.map((figure) =>
        open.includes(figure) ? null : <Figure key={figure} figure={figure} back={back} essay={essay} />,
      )}
      <MovesSection back={back} />
      <InjectsSection back={back} />
      <ReadingsSection back={back} />
      <WorthSection back={back} />
      <ObjectivesSection back={back} />
      <CasesSection back={back} />
      <StrategySection back={back} />
      <ReadingCheckSection back={back} />
      <LearningSection back={back} />
      <ReflectionsSection back={back} />
    </details>
  )
}
