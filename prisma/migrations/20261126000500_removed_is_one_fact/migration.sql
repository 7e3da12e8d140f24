-- Who was removed is decided by the logs of an activity's rooms, and the column says the same from now on. Until now it was not
-- written by the desk at all, so it is filled once from what stands there: since the latest removal that no room has taken back.
WITH said AS (
    SELECT DISTINCT ON (room_event.room_id, event ->> 'person') activity_id, event ->> 'person' AS person, room_event.at, type
      FROM room_event JOIN room ON room.id = room_event.room_id
     WHERE type IN ('PersonRemoved', 'PersonReadmitted')
     ORDER BY room_event.room_id, event ->> 'person', seq DESC
), standing AS (
    SELECT activity_id, person, max(at) AS at FROM said WHERE type = 'PersonRemoved' GROUP BY activity_id, person
)
UPDATE participant SET removed_at = (
    SELECT at FROM standing WHERE standing.activity_id = participant.activity_id AND standing.person = participant.id
);

-- A guest with no other place is signed out, as whoever is removed from now on is; readmitted, the device is let in again.
UPDATE session SET revoked_at = participant.removed_at
  FROM participant JOIN app_user ON app_user.id = participant.user_id AND app_user.kind = 'guest'
 WHERE session.user_id = participant.user_id AND session.revoked_at IS NULL AND participant.removed_at IS NOT NULL
   AND NOT EXISTS (SELECT FROM participant AS other WHERE other.user_id = participant.user_id AND other.removed_at IS NULL);
