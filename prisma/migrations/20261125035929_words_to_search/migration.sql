-- The words of a room's record as a search looks them up. Made from the log; emptied, it fills itself again.
-- CreateEnum
CREATE TYPE "heard_by" AS ENUM ('everyone', 'instructor', 'seats', 'person');

-- CreateTable
CREATE TABLE "room_text" (
    "room_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "no" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heard_by" "heard_by" NOT NULL,
    "seats" TEXT[],
    "opens" BOOLEAN NOT NULL,
    "person_id" TEXT,
    "body" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "grams" TEXT[],

    CONSTRAINT "room_text_pkey" PRIMARY KEY ("room_id","seq")
);

-- CreateTable
CREATE TABLE "room_text_reach" (
    "room_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "room_text_reach_pkey" PRIMARY KEY ("room_id")
);

-- CreateIndex
CREATE INDEX "room_text_words_idx" ON "room_text" USING GIN ("words");

-- CreateIndex
CREATE INDEX "room_text_grams_idx" ON "room_text" USING GIN ("grams");

-- AddForeignKey
ALTER TABLE "room_text" ADD CONSTRAINT "room_text_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_text_reach" ADD CONSTRAINT "room_text_reach_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each audience brings what it is judged by, and nothing else.
ALTER TABLE "room_text" ADD CONSTRAINT "room_text_audience_fits" CHECK (
  ("heard_by" = 'person') = ("person_id" IS NOT NULL) AND ("heard_by" = 'seats' OR (NOT "opens" AND coalesce(cardinality("seats"), 0) = 0))
);
