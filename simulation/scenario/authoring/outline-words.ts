// The few words that stand in a scenario made from an outline and are not its author's: the names of its agendas, the criteria by which it is
// marked, and what is asked at its end. In each language that a scenario may be in; an author who writes their own has none of these.
import type { Outline } from './outline'

type Criterion = readonly [key: 'role' | 'reading' | 'answers' | 'judgement', name: string, question: string]

export type OutlineWords = Readonly<{
  seminar: (minutes: number) => string
  week: string
  both: (one: string, other: string) => string
  /** The steps of a scale between its middle and an end. */
  mostly: (end: string) => string
  rather: (end: string) => string
  middle: string
  criteria: readonly Criterion[]
  levels: readonly [string, string, string, string, string]
  /** What to talk about first, in the debrief. */
  questions: readonly string[]
  prompts: Readonly<Record<'person' | 'role' | 'teamMember' | 'observer', string>>
}>

export const OUTLINE_WORDS: Readonly<Record<Outline['language'], OutlineWords>> = {
  en: {
    seminar: (minutes) => `A seminar of ${minutes} minutes`,
    week: 'A week of homework',
    both: (one, other) => `${one} and ${other}`,
    mostly: (end) => `Mostly: ${end}`,
    rather: (end) => `Rather: ${end}`,
    middle: 'In the middle',
    criteria: [
      ['role', 'Speaks for the office', 'Does what is said follow from the office and its charge?'],
      ['reading', 'Uses the reading', 'Does it rest on what was read, and say where?'],
      ['answers', 'Answers the others', 'Does it take up what the others said?'],
      ['judgement', 'Judges', 'Does it say what would have to change, and at what price?'],
    ],
    levels: ['Not shown', 'Weak', 'Sound', 'Good', 'Excellent'],
    questions: [
      'Where did the sides stand further apart than they said, and why?',
      'What did one side believe of the other that was not so?',
      'What would have had to change for them to agree, and who would have paid for it?',
    ],
    prompts: {
      person: 'What do you see differently now, and what made you see it?',
      role: 'What did your office have to defend that you would not?',
      teamMember: 'Whose work carried your side, and how?',
      observer: 'Which words changed the room?',
    },
  },
  ja: {
    seminar: (minutes) => `${minutes}分のセミナー`,
    week: '一週間の課題',
    both: (one, other) => `${one}と${other}`,
    mostly: (end) => `ほぼ：${end}`,
    rather: (end) => `どちらかといえば：${end}`,
    middle: '中間',
    criteria: [
      ['role', '役職の立場で話す', '発言は役職とその任務に沿っているか。'],
      ['reading', '文献を使う', '読んだものに基づき、その箇所を示しているか。'],
      ['answers', '相手に応える', '他の人の発言を取り上げているか。'],
      ['judgement', '判断する', '何が、どのような代償で変わるべきかを述べているか。'],
    ],
    levels: ['見られない', '弱い', '十分', '良い', '優れている'],
    questions: [
      '双方は、口で言うより離れていたのはどこか。なぜか。',
      '一方が相手について信じていたことで、事実と違ったのは何か。',
      '合意するには何が変わる必要があり、その代償は誰が払うことになったか。',
    ],
    prompts: {
      person: '今、何が違って見えますか。何がそうさせましたか。',
      role: '自分では守らないことで、役職として守らねばならなかったことは何ですか。',
      teamMember: '誰の働きが自分の側を支えましたか。どのように支えましたか。',
      observer: 'どの言葉が場を変えましたか。',
    },
  },
  zh: {
    seminar: (minutes) => `${minutes}分钟研讨`,
    week: '一周作业',
    both: (one, other) => `${one}和${other}`,
    mostly: (end) => `基本上：${end}`,
    rather: (end) => `偏向：${end}`,
    middle: '居中',
    criteria: [
      ['role', '代表职位发言', '所说的话是否出自其职位与职责？'],
      ['reading', '运用阅读材料', '是否以所读材料为依据，并指明出处？'],
      ['answers', '回应他人', '是否回应了别人说的话？'],
      ['judgement', '作出判断', '是否说明需要改变什么，以及代价是什么？'],
    ],
    levels: ['未体现', '较弱', '合格', '良好', '优秀'],
    questions: [
      '各方在哪里的分歧比他们所说的更大？为什么？',
      '一方对另一方的哪些看法与事实不符？',
      '要达成一致，必须改变什么？代价由谁承担？',
    ],
    prompts: {
      person: '你现在对什么有了不同的看法？是什么让你改变的？',
      role: '哪些话是你的职位必须维护、而你自己不会维护的？',
      teamMember: '谁的工作支撑了你们一方？怎样支撑的？',
      observer: '哪些话改变了会场？',
    },
  },
}
