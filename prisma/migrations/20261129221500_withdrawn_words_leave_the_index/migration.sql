-- changes
-- Words that their writer has withdrawn are found by nobody from now on. The index is filled from the logs by itself: a room in which
-- something was withdrawn is indexed anew, without those words.
DELETE FROM room_text WHERE room_id IN (SELECT room_id FROM room_event WHERE type = 'StatementWithdrawn');
DELETE FROM room_text_reach WHERE room_id IN (SELECT room_id FROM room_event WHERE type = 'StatementWithdrawn');
