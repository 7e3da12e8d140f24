// Every text of the pages in English, by namespace. Its type names each key: what asks for one that is not there does not compile.
import account from './en/account.json'
import activity from './en/activity.json'
import annotations from './en/annotations.json'
import audit from './en/audit.json'
import board from './en/board.json'
import bringRecord from './en/bring-record.json'
import chair from './en/chair.json'
import chairNotes from './en/chair-notes.json'
import common from './en/common.json'
import compare from './en/compare.json'
import courses from './en/courses.json'
import debrief from './en/debrief.json'
import desk from './en/desk.json'
import gradebook from './en/gradebook.json'
import grading from './en/grading.json'
import home from './en/home.json'
import homework from './en/homework.json'
import homeworkRoom from './en/homework-room.json'
import join from './en/join.json'
import knocks from './en/knocks.json'
import landing from './en/landing.json'
import learning from './en/learning.json'
import lobby from './en/lobby.json'
import mail from './en/mail.json'
import marks from './en/marks.json'
import my from './en/my.json'
import newSeminar from './en/new-seminar.json'
import now from './en/now.json'
import off from './en/off.json'
import pack from './en/pack.json'
import people from './en/people.json'
import refusals from './en/refusals.json'
import replay from './en/replay.json'
import research from './en/research.json'
import reviews from './en/reviews.json'
import room from './en/room.json'
import scenarios from './en/scenarios.json'
import search from './en/search.json'
import seating from './en/seating.json'
import stage from './en/stage.json'
import thisServer from './en/this-server.json'
import transcript from './en/transcript.json'
import ui from './en/ui.json'
import wall from './en/wall.json'
import { record } from './record-texts'

export const messages = {
  account,
  activity,
  annotations,
  audit,
  board,
  'bring-record': bringRecord,
  'chair-notes': chairNotes,
  chair,
  common,
  compare,
  courses,
  debrief,
  desk,
  gradebook,
  grading,
  home,
  'homework-room': homeworkRoom,
  homework,
  join,
  knocks,
  landing,
  learning,
  lobby,
  mail,
  marks,
  my,
  'new-seminar': newSeminar,
  now,
  off,
  pack,
  people,
  record,
  refusals,
  replay,
  research,
  reviews,
  room,
  scenarios,
  search,
  seating,
  stage,
  'this-server': thisServer,
  transcript,
  ui,
  wall,
}
