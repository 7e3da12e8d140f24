-- changes
-- The comment that began a thread has the thread's id: in threads of before it is the first of whoever began them.
UPDATE annotation_comment SET id = annotation_id WHERE id IN (
  SELECT DISTINCT ON (comment.annotation_id) comment.id
    FROM annotation_comment AS comment JOIN annotation ON annotation.id = comment.annotation_id
   WHERE comment.participant_id IS NOT DISTINCT FROM annotation.participant_id
     AND comment.user_id IS NOT DISTINCT FROM annotation.user_id
     AND NOT EXISTS (SELECT FROM annotation_comment WHERE id = annotation.id)
   ORDER BY comment.annotation_id, comment.at, comment.id
);
