-- adds
-- CreateTable
CREATE TABLE "kept_comment" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_comment_user_id_course_id_idx" ON "kept_comment"("user_id", "course_id");

-- AddForeignKey
ALTER TABLE "kept_comment" ADD CONSTRAINT "kept_comment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_comment" ADD CONSTRAINT "kept_comment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
