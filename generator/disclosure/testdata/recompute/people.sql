-- Figures of the roster: participation, orientation, response, retention.

INSERT INTO figures
SELECT 'participation.enrolled', 'count', place, NULL, count(*), count(*), 1 FROM groups GROUP BY place;

CREATE VIEW standing AS
  SELECT id,
    "left" IS NULL OR "left" > as_of AS active,
    "left" IS NULL OR "left" >= ends AS stayed_to_the_end,
    "left" IS NOT NULL AND "left" <= as_of AND "left" < ends AS gone,
    left_company IS NULL OR left_company > as_of AS in_company
  FROM people, cohort;

INSERT INTO figures
SELECT 'participation.active', 'count', place, NULL, count(*), sum(active), 1
FROM groups JOIN standing USING (id) GROUP BY place;

INSERT INTO figures
SELECT 'participation.completed', 'count', place, NULL, count(*), sum(stayed_to_the_end), 1
FROM groups JOIN standing USING (id), cohort WHERE as_of >= ends GROUP BY place;

INSERT INTO figures
SELECT 'participation.left', 'count', place, NULL, count(*), sum(gone), 1
FROM groups JOIN standing USING (id) GROUP BY place;

INSERT INTO figures
SELECT 'retention.program', 'rate', place, NULL, count(*), 100 * (count(*) - sum(gone)), count(*)
FROM groups JOIN standing USING (id) GROUP BY place;

INSERT INTO figures
SELECT 'retention.company', 'rate', place, NULL, count(*), 100 * sum(in_company), count(*)
FROM groups JOIN standing USING (id) GROUP BY place;

CREATE VIEW orientation AS
  SELECT id, oriented IS NOT NULL AND (min(date) IS NULL OR oriented <= min(date)) AS in_time
  FROM people
  LEFT JOIN kept_pairs ON id IN (mentor, mentee)
  LEFT JOIN first_sessions USING (pair)
  GROUP BY id, oriented;

INSERT INTO figures
SELECT 'orientation.share', 'rate', place, NULL, count(*), 100 * sum(in_time), count(*)
FROM groups JOIN orientation USING (id) GROUP BY place;

-- Who had left before a survey closed was not asked, unless the survey came in
-- all the same.
CREATE VIEW asked AS
  SELECT wave, id, EXISTS (SELECT 1 FROM in_time AS i WHERE i.wave = waves.wave AND respondent = id) AS answered
  FROM waves, people
  WHERE "left" IS NULL OR "left" > closed OR answered;

INSERT INTO figures
SELECT 'response.' || wave, 'rate', place, NULL, count(*), 100 * sum(answered), count(*)
FROM groups JOIN asked USING (id) GROUP BY wave, place;
