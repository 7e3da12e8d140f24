/** The authorisation matrix's commands: who may give each. Written by hand; a command without a row here fails the tests. */

/** Who may give a command at all, whatever the moment: the chair, whoever sits, or whoever is in the room. */
export type CommandRow = { by: 'chair' | 'person' | 'both'; sample: Readonly<Record<string, unknown>> }
const chair = (sample: CommandRow['sample'] = {}): CommandRow => ({ by: 'chair', sample })
const person = (sample: CommandRow['sample'] = {}): CommandRow => ({ by: 'person', sample })
const words = { round: 'framing', stage: 'opening', value: 1, text: 'x', redLine: '', anchors: [], guesses: {} }

export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  takeSeat: person({ seat: 'us.defense' }),
  leaveSeat: person(),
  placePerson: chair({ person: 'nobody', seat: null }),
  removePerson: chair({ person: 'nobody' }),
  readmitPerson: chair({ person: 'nobody' }),
  lockSeating: chair({ locked: true }),
  startPhase: chair({ index: 0 }),
  endPhase: chair({ index: 0 }),
  pauseClock: chair(),
  resumeClock: chair(),
  extendClock: chair({ minutes: 1 }),
  setAutopilot: chair({ agenda: false, floor: 'off' }),
  undoLastStep: chair(),
  moveDeadline: chair({ phase: 0, dueAt: 4_000_000_000_000 }),
  grantExtension: chair({ person: 'nobody', phase: 0, dueAt: 4_000_000_000_000 }),
  unsealRecord: chair(),
  closeRoom: chair(),
  askForFloor: person({ intent: 'question', answers: null }),
  lowerHand: person(),
  grantFloor: chair({ seat: 'us.state' }),
  takeBackFloor: chair(),
  yieldFloor: person({ to: null }),
  makeStatement: person({ text: 'x', intent: 'point', answers: null, anchors: [] }),
  postStatement: person({ phase: 0, round: 'framing', text: 'x', intent: 'point', answers: null, anchors: [] }),
  withdrawStatement: person({ entry: 1, reason: null }),
  speakInCaucus: person({ text: 'x' }),
  speakInBilateral: person({ between: 'us-jp', text: 'x' }),
  draftPosition: person(words),
  filePosition: person(words),
  chooseText: person({ clause: 'gap', text: 'us' }),
  keepBracket: person({ clause: 'gap', reason: 'x' }),
  adviseBallot: person({ clause: 'gap', vote: 'for' }),
  castBallot: person({ clause: 'gap', vote: 'for', reason: null }),
  sendInject: chair({ key: 'none' }),
  writeInject: chair({ headline: 'x', text: 'x' }),
  nudge: chair({ to: 'room', text: 'x' }),
  bookmarkEntry: chair({ entry: '1', note: null }),
  liftBookmark: chair({ entry: '1' }),
  callForHelp: person({ text: 'x' }),
  answerHelp: chair({ no: 'h1-1', text: null }),
  markStance: person({ round: 'framing', value: 1 }),
  writeReflection: person({ prompt: 0, text: 'x' }),
}
