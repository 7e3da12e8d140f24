// What somebody may do now, and until when, as the rules themselves judge it: screens ask here, so that a control is offered exactly
// when its command would be taken, and no screen reaches into the judging of a topic.
export { caucusIsOpen } from '../topics/caucuses/caucuses'
export { maySpeak } from '../topics/floor/floor'
export { dueAt, dueFor, sealsPosts } from '../topics/homework/homework'
export { canExtend } from '../topics/homework/homework-dates'
export { countsTensions, ledBy } from '../topics/homework/requirements'
export { whatKeepsSeats } from '../topics/seats/seats'
export { reflectionTime, stanceNow } from '../topics/stances/stances'
