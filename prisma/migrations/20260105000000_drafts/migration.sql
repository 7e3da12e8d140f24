-- Words under way, kept for whoever writes them until they are sent, and gone with their participant.
CREATE TABLE "draft" (
    "participant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("participant_id","key")
);

ALTER TABLE "draft" ADD CONSTRAINT "draft_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
