-- CreateTable
CREATE TABLE "kept_draft" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_draft_course_id_idx" ON "kept_draft"("course_id");

-- AddForeignKey
ALTER TABLE "kept_draft" ADD CONSTRAINT "kept_draft_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
