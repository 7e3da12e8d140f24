-- A record brought in from a file: when, and the course and the names it came with. Nobody joins it, so its names are no participants'.
ALTER TABLE "activity" ADD COLUMN     "brought_at" TIMESTAMPTZ(3),
ADD COLUMN     "brought_from" JSONB;
