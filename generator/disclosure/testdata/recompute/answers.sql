-- Figures of surveys, on one base: who answered a question each time that it
-- was asked.
CREATE TABLE asked_in AS
  SELECT DISTINCT question, wave FROM answers WHERE wave IN ('before', 'after');

CREATE TABLE paired AS
  SELECT question, wave, respondent AS id, value, good, theme FROM valid AS v
  WHERE wave IN ('before', 'after')
    AND NOT EXISTS (SELECT 1 FROM asked_in AS a WHERE a.question = v.question AND NOT EXISTS
      (SELECT 1 FROM valid AS w WHERE w.question = v.question AND w.wave = a.wave AND w.respondent = v.respondent));

CREATE TABLE grouped AS SELECT place, paired.* FROM paired JOIN groups USING (id);

INSERT INTO figures
SELECT 'survey.' || question || '.' || wave, 'distribution', place, scales.value,
  count(*), sum(grouped.value = scales.value), 1
FROM grouped JOIN scales USING (question) GROUP BY question, wave, place, scales.value;

INSERT INTO figures
SELECT 'survey.' || question || '.' || wave, 'mean', place, NULL, count(*), sum(value), count(*)
FROM grouped GROUP BY question, wave, place;

CREATE VIEW ends AS SELECT question, min(value) AS low, max(value) AS high FROM scales GROUP BY question;

INSERT INTO figures
SELECT 'survey.' || question || '.' || wave, 'rate', place, NULL, count(*),
  100 * sum(CASE good WHEN 'low' THEN 2 * value < low + high ELSE 2 * value > low + high END), count(*)
FROM grouped JOIN ends USING (question) GROUP BY question, wave, place;

INSERT INTO figures
SELECT 'survey.' || question || '.change', 'difference', place, NULL, count(DISTINCT id),
  sum(CASE wave WHEN 'after' THEN value ELSE -value END), count(DISTINCT id)
FROM grouped GROUP BY question, place HAVING count(DISTINCT wave) = 2;

-- A theme is of those who answered all its questions that were asked both times; a question
-- whose low end is the good one counts turned round.
CREATE VIEW themed AS
  SELECT theme, place, wave, id, CASE good WHEN 'low' THEN low + high - value ELSE value END AS value
  FROM grouped AS g JOIN ends USING (question)
  WHERE theme IS NOT NULL AND (SELECT count(*) FROM paired AS p WHERE p.id = g.id AND p.theme = g.theme)
    = 2 * (SELECT count(DISTINCT question) FROM paired AS p WHERE p.theme = g.theme);

INSERT INTO figures
SELECT 'theme.' || theme || '.' || wave, 'mean', place, NULL, count(DISTINCT id), sum(value), count(*)
FROM themed GROUP BY theme, wave, place;

INSERT INTO figures
SELECT 'theme.' || theme || '.change', 'difference', place, NULL, count(DISTINCT id),
  2 * sum(CASE wave WHEN 'after' THEN value ELSE -value END), count(*)
FROM themed GROUP BY theme, place;

-- What a change's interval and effect are made of: both sample variances.
CREATE VIEW spread AS
  SELECT 'survey.' || question || '.change' AS id, place, n, change,
    max(variance) FILTER (WHERE wave = 'before') AS before, max(variance) FILTER (WHERE wave = 'after') AS after, high - low AS width
  FROM (SELECT question, place, wave, count(*) AS n,
      (sum(value * value) - 1.0 * sum(value) * sum(value) / count(*)) / (count(*) - 1) AS variance
    FROM grouped GROUP BY question, place, wave HAVING count(*) > 1)
  JOIN (SELECT question, place, sum(CASE wave WHEN 'after' THEN value ELSE -value END) * 1.0 / count(DISTINCT id) AS change
    FROM grouped GROUP BY question, place) USING (question, place)
  JOIN ends USING (question)
  GROUP BY question, place;
