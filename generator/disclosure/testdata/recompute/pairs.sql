-- Figures of pairs: matching, sessions, topics, goals, measured rules. n is the
-- number of pairs.
CREATE VIEW size AS SELECT count(*) AS n FROM kept_pairs;

INSERT INTO figures SELECT 'matching.pairs', 'count', '', NULL, n, n, 1 FROM size;

INSERT INTO figures
SELECT 'matching.cross_department', 'rate', '', NULL, count(*), 100 * sum(a.department <> b.department), count(*)
FROM kept_pairs JOIN people AS a ON a.id = mentor JOIN people AS b ON b.id = mentee
WHERE a.department IS NOT NULL AND b.department IS NOT NULL;

-- Everybody above a participant, as far as the ladder leads over participants.
CREATE VIEW above AS
  WITH RECURSIVE ladder (id, boss) AS (
    SELECT id, manager FROM people WHERE manager IS NOT NULL
    UNION
    SELECT ladder.id, people.manager FROM ladder JOIN people ON people.id = boss WHERE people.manager IS NOT NULL)
  SELECT * FROM ladder;

INSERT INTO figures
SELECT 'matching.outside_line', 'rate', '', NULL, count(*),
  100 * sum(NOT EXISTS (SELECT 1 FROM above WHERE (id, boss) IN (VALUES (mentor, mentee), (mentee, mentor)))), count(*)
FROM kept_pairs;

INSERT INTO figures
SELECT 'matching.days', 'mean', '', NULL, n, sum(max(0, CAST(julianday(date) - julianday(matched) AS INTEGER))), count(*)
FROM size, kept_pairs JOIN first_sessions USING (pair) WHERE matched IS NOT NULL;

INSERT INTO figures SELECT 'sessions.held', 'sum', '', NULL, n, count(*), 1 FROM size, held;
INSERT INTO figures
SELECT 'sessions.held', 'sum', 'month=' || substr(date, 1, 7), NULL, n, count(*), 1 FROM size, held GROUP BY substr(date, 1, 7);
INSERT INTO figures SELECT 'sessions.planned', 'sum', '', NULL, n, count(*), 1 FROM size, kept_sessions;
INSERT INTO figures
SELECT 'sessions.cancelled', 'sum', '', NULL, n, count(*), 1 FROM size, kept_sessions WHERE status = 'cancelled';

-- A month is 30.44 days, and no pair was together for less than one.
CREATE VIEW together AS
  SELECT max(3044, 100 * CAST(julianday(min(coalesce(ended, as_of), as_of, ends)) - julianday(coalesce(matched, starts)) + 1 AS INTEGER)) AS days
  FROM kept_pairs, cohort;

INSERT INTO figures
SELECT 'sessions.per_pair', 'mean', '', NULL, n, 3044 * (SELECT count(*) FROM held), (SELECT sum(days) FROM together) FROM size;

INSERT INTO figures
SELECT 'sessions.minutes', 'mean', '', NULL, n, sum(minutes), count(*) FROM size, held WHERE minutes > 0;

INSERT INTO figures
SELECT 'sessions.format', 'rate', 'format=' || coalesce(format, 'other'), NULL, n, 100 * count(*), (SELECT count(*) FROM held)
FROM size, held GROUP BY coalesce(format, 'other');

CREATE VIEW topics AS
  WITH RECURSIVE rest (session, topic, tail) AS (
    SELECT session, NULL, topics || ';' FROM held WHERE topics IS NOT NULL
    UNION ALL
    SELECT session, trim(substr(tail, 1, instr(tail, ';') - 1)), substr(tail, instr(tail, ';') + 1) FROM rest WHERE tail <> '')
  SELECT DISTINCT session, coalesce(named_topics.topic, 'other') AS topic
  FROM rest LEFT JOIN named_topics ON named_topics.topic = rest.topic WHERE rest.topic <> '';

INSERT INTO figures
SELECT 'topics.share', 'rate', 'topic=' || topic, NULL, n, 100 * count(*), (SELECT count(*) FROM held)
FROM size, topics GROUP BY topic;

CREATE VIEW kept_goals AS SELECT * FROM goals WHERE pair IN (SELECT pair FROM kept_pairs);
INSERT INTO figures
SELECT 'goals.' || column1, 'rate', '', NULL, n, 100 * (SELECT count(*) FROM kept_goals WHERE status = column1), (SELECT count(*) FROM kept_goals)
FROM size, (VALUES ('met'), ('partly'), ('open'), ('dropped'));

INSERT INTO figures
SELECT 'metric.followups_per_pair', 'mean', '', NULL, n, count(*), n
FROM size, followups WHERE pair IN (SELECT pair FROM kept_pairs) HAVING count(*) > 0;

-- The actuals of measured rules are other names of figures above.
INSERT INTO figures
SELECT 'metric.' || column2, statistic, '', NULL, n, whole, parts
FROM figures JOIN (VALUES
  ('sessions.per_pair', 'sessions_per_month'),
  ('sessions.minutes', 'minutes'),
  ('orientation.share', 'oriented_share'),
  ('matching.days', 'days_to_first_session'),
  ('matching.cross_department', 'cross_department_share'),
  ('goals.met', 'goals_met_share'),
  ((SELECT 'response.' || wave FROM in_time WHERE wave NOT LIKE 'pulse-%'
    ORDER BY CASE wave WHEN 'before' THEN 1 WHEN 'mid' THEN 2 ELSE 3 END DESC LIMIT 1), 'response_rate')
) ON id = column1 WHERE place = '';
