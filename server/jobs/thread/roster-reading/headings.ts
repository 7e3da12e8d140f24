/** What the headings of class lists mean, as Canvas, Moodle, Blackboard, registrars and spreadsheets write them, in several languages. */

import type { Meaning } from '../../../store/courses/roster-read'

/** `login` is an address in some lists and a number in others; its cells decide. */
type Heading = Exclude<Meaning, 'canvas'> | 'login'

const HEADINGS: Readonly<Record<Heading, readonly string[]>> = {
  name: [
    ...[
      'name',
      'fullname',
      'student',
      'students',
      'studentname',
      'displayname',
      'sortablename',
      'namelastfirst',
      'participant',
    ],
    ...['氏名', '名前', '学生氏名', '生徒氏名', '姓名', '学生', '学生姓名', '學生', '學生姓名', '名字', '이름', '성명'],
    ...['nomcomplet', 'nometprénom', 'nomprénom', 'nombrecompleto', 'nombreyapellidos', 'nominativo', 'teilnehmer'],
  ],
  family: [
    ...[
      'lastname',
      'surname',
      'familyname',
      'last',
      'family',
      '姓',
      '氏',
      '성',
      'nachname',
      'familienname',
      'nom',
      'apellidos',
    ],
    ...['apellido', 'cognome', 'sobrenome', 'achternaam'],
  ],
  given: [
    ...['firstname', 'givenname', 'givennames', 'forename', 'forenames', 'first', 'given', '名', 'vorname', 'prénom'],
    ...['prénoms', 'nombre', 'nombres', 'nome', 'voornaam'],
  ],
  email: [
    ...[
      'email',
      'emailaddress',
      'mail',
      'mailaddress',
      'eaddress',
      'studentemail',
      'schoolemail',
      'universityemail',
      'primaryemail',
    ],
    ...[
      'メール',
      'メールアドレス',
      'eメール',
      '電子メール',
      '邮箱',
      '电子邮箱',
      '电子邮件',
      '邮件',
      '邮件地址',
      '電子郵件',
      '信箱',
      '電子信箱',
    ],
    ...[
      '이메일',
      'courriel',
      'adressedecourriel',
      'adressemail',
      'correo',
      'correoelectrónico',
      'emailadresse',
      'indirizzoemail',
    ],
  ],
  number: [
    // The first that a list has is its number: Canvas writes an internal ID beside the school's.
    ...['sisuserid', 'studentsisid', 'sisid', 'studentnumber', 'studentno', 'studentid', 'studentidnumber', 'idnumber'],
    ...[
      'emplid',
      'bannerid',
      'universityid',
      'matriculationnumber',
      'matrikelnummer',
      'matrnr',
      'matricola',
      'matrícula',
    ],
    ...[
      '学籍番号',
      '学生番号',
      '学生証番号',
      '学号',
      '學號',
      '学生编号',
      '学生号',
      '학번',
      'numéroétudiant',
      'numérodétudiant',
    ],
    ...['number', 'no', 'nr', 'id', '番号', '编号', '編號'],
  ],
  login: [
    'sisloginid',
    'loginid',
    'login',
    'username',
    'userid',
    'netid',
    'ユーザー名',
    'ユーザ名',
    '用户名',
    '使用者名稱',
  ],
  section: [
    // Of several the first counts: Canvas and registrars write the section, Moodle the groups.
    ...['section', 'sections', 'sectioncode', 'sectionname', 'sectionnumber', 'coursesection', 'classsection'],
    ...['discussionsection', 'recitation', 'tutorial', 'tutorialgroup', 'seminargroup', 'group', 'groups', 'groupname'],
    ...['组', '组别', '小组', '班级', '班級', '班', '組', 'クラス', 'グループ', '분반', '반'],
    ...['gruppe', 'tutorium', 'übungsgruppe', 'groupe', 'grupo', 'gruppo', 'groep'],
  ],
  ignored: [
    ...['role', 'roles', 'integrationid', 'rootaccount', 'major', 'program', 'programandplan'],
    ...[
      'フリガナ',
      'ふりがな',
      'カナ',
      'カナ氏名',
      'ローマ字',
      '拼音',
      '学年',
      '学部',
      '学科',
      '专业',
      '性别',
      '备注',
      '備考',
    ],
    ...[
      'level',
      'units',
      'institution',
      'department',
      'city',
      'country',
      'lastaccess',
      'availability',
      'status',
      'comments',
    ],
    ...['序号', '序號', 'preferredname', 'pronouns', 'timestamp', 'grade', 'track', 'year'],
  ],
}

/** A heading as it is looked up: without case, width, spaces and signs. */
const headingKey = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '')

const BY_KEY = new Map<string, { meaning: Heading; rank: number }>()
for (const meaning of ['ignored', 'section', 'login', 'number', 'email', 'given', 'family', 'name'] as const)
  for (const [rank, key] of HEADINGS[meaning].entries()) BY_KEY.set(headingKey(key), { meaning, rank })

export const headingOf = (cell: string): { meaning: Heading; rank: number } | null =>
  BY_KEY.get(headingKey(cell)) ?? null

/** Whether Canvas made the list: only there is "ID" its own number, and the school's stands beside it. */
export const isOfCanvas = (cells: readonly string[]): boolean =>
  cells.includes(CANVAS_ID) && cells.some((cell) => cell === 'SIS User ID' || cell === 'SIS Login ID')
export const CANVAS_ID = 'ID'

const JAPANESE = new Set(
  ['氏名', '学籍番号', '氏', 'メール', 'メールアドレス', '学生番号', '学生氏名', '生徒氏名', 'フリガナ'].map(
    headingKey,
  ),
)
export const isJapaneseHeading = (cell: string): boolean => JAPANESE.has(headingKey(cell))
