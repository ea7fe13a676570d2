package audit

import "testing"

func TestNumbersInEnglishProse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The response rate at the end was 89%.", "repeats :value{id=response.after}"},
		{"The response rate was 89 percent.", "repeats :value{id=response.after}"},
		{"The response rate to the final survey was <em>89%</em>.", "repeats :value{id=response.after}"},
		{"An 89% response rate is good.", "repeats :value{id=response.after}"},
		{"At the start, 95% answered the survey.", "repeats :value{id=response.before}"},
		{"40 people enrolled.", "repeats :value{id=participation.enrolled}"},
		{"Forty people enrolled.", "repeats :value{id=participation.enrolled}"},
		{"There were 40 participants.", "repeats :value{id=participation.enrolled}"},
		{"In Sales 9 people enrolled.", `repeats :value{id=participation.enrolled at="department=営業部"}`},
		{"Among mentors the response rate was 90%.", `repeats :value{id=response.after at="role=mentor"}`},
		{"In the previous cohort 24 people enrolled.", "repeats :value{id=participation.enrolled cohort=2024-autumn}"},
		{"In Autumn 2024 the response rate was 83%.", "repeats :value{id=response.after cohort=2024-autumn}"},
		{"We made 20 pairs.", "repeats :value{id=matching.pairs}"},
		{"Twenty pairs met.", "repeats :value{id=matching.pairs}"},
		{"In all, 131 sessions were held.", "repeats :value{id=sessions.held}"},
		{"They held 1.2 sessions per pair per month.", "repeats :value{id=sessions.per_pair}"},
		{"The NPS is 31.", "repeats :value{id=recommend.score}"},
		{"A session lasted 45 minutes.", "repeats :value{id=sessions.minutes}"},
		{"It took 15 days to the first session.", "repeats :value{id=matching.days}"},
		{"Psychological safety rose from 3.1 to 3.9.", "repeats :value{id=theme.safety.before}; repeats :value{id=theme.safety.after}"},
		{"Psychological safety rose by 0.8.", "repeats :value{id=theme.safety.change}"},
		{"“I am at ease with the digital tools that my work needs” was 3.8.", "repeats :value{id=survey.digital.after}"},
		{"Recognition fell by 0.5 points.", "repeats :value{id=theme.recognition.change}"},
		{"47% of the goals were met.", "repeats :value{id=goals.met}"},
		{"The response rate (89%) was high.", "repeats :value{id=response.after}"},

		{"The response rate was 75%.", "contradicts 89%"},
		{"At the end, the response rate was 75%.", "contradicts 89%"},
		{"A 75% response rate is good.", "contradicts 89%"},
		{"31 people enrolled.", "contradicts 40"},
		{"Thirty-one people enrolled.", "contradicts 40"},
		{"The number of pairs was 12.", "contradicts 20"},
		{"The NPS was 42.", "contradicts 31"},
		{"Psychological safety was 4.2.", "contradicts 3.9"},
		{"The share of goals met was 60%.", "contradicts 47%"},
		{"Among mentors the response rate at the end was 70%.", "contradicts 90%"},
		{"Goals partly met: 30%.", "withheld"},
	} {
		if got := told("en", c.text); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

func TestEnglishProseWithoutAFigure(t *testing.T) {
	for _, text := range []string{
		"This was the second cohort, from April to September 2025.",
		"People enrolled by 15 March 2025.",
		"The response rate should be at least 80%.",
		"The target for the response rate is 80%.",
		"The response rate did not reach 70%.",
		"The response rate rose by 5 points.",
		"The next response rate will be 95%.",
		"If the response rate is 89%, we ask again.",
		"A 30-minute online session becomes a standard choice.",
		"At the end of month 1 the office writes to pairs that have no second date yet.",
		"Sessions last 30 to 60 minutes.",
		"3 pairs gave a talk.",
		"Three pairs met twice.",
		"Pairs of two people meet once a month.",
		"Of the people enrolled, 12 gave a talk.",
		"In the previous cohort the response rate was 75%.",
		"In the previous cohort 40 people enrolled.",
		"Elsewhere the response rate is 60%.",
		"The response rate in 3 departments rose.",
		"Psychological safety has 5 questions.",
		"Psychological safety is explained in chapter 3.",
		"Trust takes 3 sessions to grow.",
		"The response rate is explained under 2.1.",
		"The number of pairs is kept below 30.",
		"Everyone who enrolled met at 9:30.",
		"The response rate (n = 38) is public.",
		"Write <code>The response rate was 75%</code>.",
		"The response rate was <a href=\"#x\">75%</a>.",
		"The response rate was <data class=figure value=89 data-cell=\"2025-spring/response.after/rate\">89</data>%, of 3 departments.",
		"By April, 12 people enrolled.",
		"The non-response rate is not the response rate of 2024.",
		"Was the response rate 75%?",
		"About half of the participants had met before, in 2023.",
		"Two mentors left the room.",
		"A session lasted 60 minutes.",
		"Up to 60 people enrolled in the pilot.",
		"12 people enrolled late.",
		"Enrolment rose from 24 to 28.",
		"We interviewed 10 participants.",
		"12 sessions were online.",
		"NPS runs from -100 to 100.",
		"Psychological safety among managers was 4.1.",
	} {
		if got := told("en", text); got != "" {
			t.Errorf("%s\ngot %q, want nothing", text, got)
		}
	}
}
