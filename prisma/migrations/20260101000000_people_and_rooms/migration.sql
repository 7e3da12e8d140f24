-- People, courses, activities, rooms with their logs, marks. The checks at the end say what the schema language cannot.
-- CreateEnum
CREATE TYPE "user_kind" AS ENUM ('account', 'guest');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('instructor', 'assistant');

-- CreateEnum
CREATE TYPE "activity_kind" AS ENUM ('seminar', 'homework');

-- CreateEnum
CREATE TYPE "door_answer" AS ENUM ('admitted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "mark_subject" AS ENUM ('position', 'student');

-- CreateTable
CREATE TABLE "app_user" (
    "id" TEXT NOT NULL,
    "kind" "user_kind" NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "name" TEXT NOT NULL,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_staff" (
    "course_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,

    CONSTRAINT "course_staff_pkey" PRIMARY KEY ("course_id","user_id")
);

-- CreateTable
CREATE TABLE "roster_place" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "student_number" TEXT,
    "user_id" TEXT,

    CONSTRAINT "roster_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "kind" "activity_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "scenario_key" TEXT NOT NULL,
    "scenario" JSONB NOT NULL,
    "agenda_key" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "code" TEXT NOT NULL,
    "door_open" BOOLEAN NOT NULL DEFAULT false,
    "door_closed_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" TEXT,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "room_id" TEXT,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "roster_place_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "door_request" (
    "id" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "user_id" TEXT,
    "name" TEXT NOT NULL,
    "participant_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "door_answer",
    "answered_at" TIMESTAMPTZ(3),
    "entered_at" TIMESTAMPTZ(3),

    CONSTRAINT "door_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_event" (
    "room_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "audience" JSONB NOT NULL,
    "type" TEXT NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "room_event_pkey" PRIMARY KEY ("room_id","seq")
);

-- CreateTable
CREATE TABLE "mark" (
    "id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    "subject" "mark_subject" NOT NULL,
    "delegation" TEXT,
    "round" TEXT,
    "participant_id" TEXT,
    "criterion" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "evidence" TEXT[],
    "no_evidence" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT,
    "by_user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_user_id" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "course_staff_user_id_idx" ON "course_staff"("user_id");

-- CreateIndex
CREATE INDEX "roster_place_course_id_position_idx" ON "roster_place"("course_id", "position");

-- CreateIndex
CREATE INDEX "roster_place_user_id_idx" ON "roster_place"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_code_key" ON "activity"("code");

-- CreateIndex
CREATE INDEX "activity_course_id_idx" ON "activity"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_activity_id_ordinal_key" ON "room"("activity_id", "ordinal");

-- CreateIndex
CREATE INDEX "participant_room_id_idx" ON "participant"("room_id");

-- CreateIndex
CREATE INDEX "participant_user_id_idx" ON "participant"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_activity_id_user_id_key" ON "participant"("activity_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_activity_id_name_key_key" ON "participant"("activity_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "door_request_secret_hash_key" ON "door_request"("secret_hash");

-- CreateIndex
CREATE INDEX "door_request_activity_id_asked_at_idx" ON "door_request"("activity_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "room_event_room_id_command_id_part_key" ON "room_event"("room_id", "command_id", "part");

-- CreateIndex
CREATE INDEX "mark_room_id_at_idx" ON "mark"("room_id", "at");

-- CreateIndex
CREATE INDEX "mark_participant_id_idx" ON "mark"("participant_id");

-- CreateIndex
CREATE INDEX "release_activity_id_idx" ON "release"("activity_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_staff" ADD CONSTRAINT "course_staff_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_staff" ADD CONSTRAINT "course_staff_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_place" ADD CONSTRAINT "roster_place_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_place" ADD CONSTRAINT "roster_place_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_roster_place_id_fkey" FOREIGN KEY ("roster_place_id") REFERENCES "roster_place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_request" ADD CONSTRAINT "door_request_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_request" ADD CONSTRAINT "door_request_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An account has an e-mail and a password, a guest has neither.
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_kind_fits" CHECK (
  ("kind" = 'account' AND "email" IS NOT NULL AND "email" = lower("email")) OR
  ("kind" = 'guest' AND "email" IS NULL AND "password_hash" IS NULL)
);

-- An answer and its time come together.
ALTER TABLE "door_request" ADD CONSTRAINT "door_request_answer_has_time" CHECK (("answer" IS NULL) = ("answered_at" IS NULL));

-- A room's log is numbered from 1.
ALTER TABLE "room_event" ADD CONSTRAINT "room_event_numbered_from_one" CHECK ("seq" >= 1);

-- A level lies on its scale, stands on evidence or says outright that there is none, and names its subject.
ALTER TABLE "mark" ADD CONSTRAINT "mark_level_on_scale" CHECK ("level" BETWEEN 0 AND 4);
ALTER TABLE "mark" ADD CONSTRAINT "mark_has_evidence" CHECK (("no_evidence" AND coalesce(cardinality("evidence"), 0) = 0) OR (NOT "no_evidence" AND coalesce(cardinality("evidence"), 0) > 0));
ALTER TABLE "mark" ADD CONSTRAINT "mark_names_its_subject" CHECK (
  ("subject" = 'position' AND "delegation" IS NOT NULL AND "round" IS NOT NULL AND "participant_id" IS NULL) OR
  ("subject" = 'student' AND "participant_id" IS NOT NULL AND "delegation" IS NULL)
);
