-- A cohort's files as they were read. An empty field is NULL, a date is
-- 2025-04-01.
CREATE TABLE cohort (starts TEXT, ends TEXT, as_of TEXT);
CREATE TABLE levels (department TEXT PRIMARY KEY, counted_as TEXT NOT NULL);
CREATE TABLE participants (id TEXT PRIMARY KEY, role TEXT, department TEXT, grade TEXT, manager TEXT,
  oriented TEXT, "left" TEXT, left_company TEXT, withdrawn TEXT);
CREATE TABLE pairs (pair TEXT PRIMARY KEY, mentor TEXT, mentee TEXT, matched TEXT, ended TEXT);
CREATE TABLE sessions (pair TEXT, date TEXT, minutes INTEGER, topics TEXT, format TEXT, status TEXT);
CREATE TABLE goals (pair TEXT, theme TEXT, status TEXT);
CREATE TABLE followups (pair TEXT, date TEXT, kind TEXT);
CREATE TABLE questions (code TEXT PRIMARY KEY, theme TEXT, who TEXT, good TEXT);
CREATE TABLE scales (question TEXT, value INTEGER);
CREATE TABLE waves (wave TEXT PRIMARY KEY, closed TEXT);
CREATE TABLE handed_in (wave TEXT, respondent TEXT, submitted TEXT, PRIMARY KEY (wave, respondent));
CREATE TABLE answers (wave TEXT, respondent TEXT, question TEXT, value INTEGER NOT NULL, PRIMARY KEY (wave, respondent, question));
-- The topics that the release names; which are too rare to name is no matter
-- of counting.
CREATE TABLE named_topics (topic TEXT PRIMARY KEY);

-- Who is in the figures. counted_in is the department after grouping.
CREATE VIEW people AS
  SELECT id, role, department, coalesce(counted_as, department) AS counted_in, grade, manager, oriented, "left", left_company
  FROM participants LEFT JOIN levels USING (department)
  WHERE withdrawn IS NULL;

-- Each person once in the whole cohort and in every group.
CREATE VIEW groups AS
  SELECT id, '' AS place FROM people
  UNION ALL SELECT id, 'role=' || role FROM people
  UNION ALL SELECT id, 'department=' || counted_in FROM people
  UNION ALL SELECT id, 'grade=' || grade FROM people
  UNION ALL SELECT id, 'department=' || counted_in || ',role=' || role FROM people;

CREATE VIEW kept_pairs AS
  SELECT * FROM pairs WHERE mentor IN (SELECT id FROM people) AND mentee IN (SELECT id FROM people);
CREATE VIEW kept_sessions AS
  SELECT sessions.rowid AS session, sessions.* FROM sessions WHERE pair IN (SELECT pair FROM kept_pairs);
CREATE VIEW held AS SELECT * FROM kept_sessions WHERE status = 'held';
CREATE VIEW first_sessions AS SELECT pair, min(date) AS date FROM held GROUP BY pair;

-- A survey that came in after the closing date is not used.
CREATE VIEW in_time AS
  SELECT wave, respondent FROM handed_in JOIN waves USING (wave)
  WHERE submitted IS NULL OR closed IS NULL OR submitted <= closed;
CREATE VIEW valid AS
  SELECT wave, respondent, question, value, theme, good FROM answers
  JOIN in_time USING (wave, respondent)
  JOIN questions ON code = question
  JOIN people ON id = respondent AND (who IS NULL OR who = role);

-- value is whole / parts, both integers, so that rounding is exact. answer is
-- set in a distribution alone, whose value is a number of people.
CREATE TABLE figures (id TEXT, statistic TEXT, place TEXT, answer INTEGER, n INTEGER, whole INTEGER, parts INTEGER,
  UNIQUE (id, statistic, place, answer));
