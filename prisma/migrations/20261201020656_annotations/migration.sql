-- adds
-- CreateEnum
CREATE TYPE "annotation_for" AS ENUM ('me', 'delegation', 'class', 'instructor');

-- CreateTable
CREATE TABLE "annotation" (
    "id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "quote" TEXT,
    "offset" INTEGER,
    "for" "annotation_for" NOT NULL,
    "delegation" TEXT,
    "tags" TEXT[],
    "exemplar" BOOLEAN NOT NULL DEFAULT false,
    "participant_id" TEXT,
    "user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation_comment" (
    "id" TEXT NOT NULL,
    "annotation_id" TEXT NOT NULL,
    "participant_id" TEXT,
    "user_id" TEXT,
    "text" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hidden" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "annotation_room_id_idx" ON "annotation"("room_id");

-- CreateIndex
CREATE INDEX "annotation_participant_id_idx" ON "annotation"("participant_id");

-- CreateIndex
CREATE INDEX "annotation_user_id_idx" ON "annotation"("user_id");

-- CreateIndex
CREATE INDEX "annotation_comment_annotation_id_idx" ON "annotation_comment"("annotation_id");

-- CreateIndex
CREATE INDEX "annotation_comment_participant_id_idx" ON "annotation_comment"("participant_id");

-- CreateIndex
CREATE INDEX "annotation_comment_user_id_idx" ON "annotation_comment"("user_id");

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_comment" ADD CONSTRAINT "annotation_comment_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_comment" ADD CONSTRAINT "annotation_comment_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_comment" ADD CONSTRAINT "annotation_comment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
