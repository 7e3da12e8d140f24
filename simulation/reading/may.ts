// Whether and until when somebody may do something, as the rules themselves decide it, so that a screen offers a control exactly when its
// command would be accepted. Listed here because screens may import simulation/reading and not simulation/topics (import rule
// `screens-ask-readings`); each function is documented where it is declared.
export { caucusIsOpen } from '../topics/caucuses/caucuses'
export { maySpeak } from '../topics/floor/floor'
export { dueAt, dueFor, sealsPosts } from '../topics/homework/homework'
export { canExtend } from '../topics/homework/homework-dates'
export { countsTensions, ledBy } from '../topics/homework/requirements'
export { whatKeepsSeats } from '../topics/seats/seats'
export { reflectionTime, stanceNow } from '../topics/stances/stances'
