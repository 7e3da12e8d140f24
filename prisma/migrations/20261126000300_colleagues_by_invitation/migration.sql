-- AlterEnum
ALTER TYPE "staff_role" ADD VALUE 'grader';

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "owner_id" TEXT;

-- CreateTable
CREATE TABLE "grader_room" (
    "course_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,

    CONSTRAINT "grader_room_pkey" PRIMARY KEY ("user_id","room_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "course_id" TEXT,
    "part" "staff_role",
    "rooms" TEXT[],
    "email" TEXT,
    "invited_by_id" TEXT,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "account_made_at" TIMESTAMPTZ(3),
    "accepted_by_id" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "grader_room_course_id_user_id_idx" ON "grader_room"("course_id", "user_id");

-- CreateIndex
CREATE INDEX "grader_room_room_id_idx" ON "grader_room"("room_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_course_id_idx" ON "invitation"("course_id");

-- CreateIndex
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");

-- CreateIndex
CREATE INDEX "invitation_accepted_by_id_idx" ON "invitation"("accepted_by_id");

-- CreateIndex
CREATE INDEX "course_owner_id_idx" ON "course"("owner_id");

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grader_room" ADD CONSTRAINT "grader_room_course_id_user_id_fkey" FOREIGN KEY ("course_id", "user_id") REFERENCES "course_staff"("course_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grader_room" ADD CONSTRAINT "grader_room_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A course that stands already belongs to the instructor who first planned something in it, else to the one whose account is oldest.
UPDATE course SET owner_id = (
  SELECT staff.user_id FROM course_staff staff JOIN app_user ON app_user.id = staff.user_id
   WHERE staff.course_id = course.id AND staff.role = 'instructor'
   -- Whoever looks round the demo is parted from a course of others, and others from the demo's own.
   ORDER BY (app_user.email IS NOT DISTINCT FROM 'demo@tracktwo.example')
              <> EXISTS (SELECT 1 FROM activity WHERE activity.course_id = course.id AND activity.demo),
            (SELECT min(activity.created_at) FROM activity
               WHERE activity.course_id = course.id AND activity.created_by_id = staff.user_id) NULLS LAST,
            app_user.created_at, app_user.id
   LIMIT 1);
