-- When the door was last opened, so that a room's first round can close it and the instructor can open it again after that.
ALTER TABLE "activity" ADD COLUMN "door_opened_at" TIMESTAMPTZ(3);
