package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/source"
)

// app is one run of the command: its flags, and where it writes.
type app struct {
	words    words
	stdout   io.Writer
	stderr   io.Writer
	code     int
	troubled bool // a preview's last rebuild had problems

	source, output, format, date string
	strict, withoutRoster        bool
}

// folder is the handbook's folder: --source, else ., else content where . is
// no handbook.
func (a *app) folder() (string, error) {
	folder := a.source
	if folder == "" {
		folder = "."
		if !isHandbook(folder) && isHandbook("content") {
			folder = "content"
		}
	}
	if !isHandbook(folder) {
		return "", usageError{fmt.Errorf("%s", a.words.say(wordNoHandbook, folder))}
	}
	return folder, nil
}

func isHandbook(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "site.yaml"))
	return err == nil
}

func (a *app) options() (generator.Options, error) {
	folder, err := a.folder()
	if err != nil {
		return generator.Options{}, err
	}
	today, err := a.today()
	if err != nil {
		return generator.Options{}, err
	}
	switch a.format {
	case "text", "json", "sarif":
	default:
		return generator.Options{}, usageError{fmt.Errorf("%s", a.words.say(wordBadFormat, a.format))}
	}
	return generator.Options{
		Source: folder, Output: a.output, Today: today, Strict: a.strict, WithoutRoster: a.withoutRoster,
		Cache: pictureCache(),
	}, nil
}

// pictureCache is the folder of the user's that keeps copies of pictures
// between builds; empty where the system knows none.
func pictureCache() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "kohort", "pictures")
}

func (a *app) today() (source.Date, error) {
	if a.date != "" {
		t, err := time.Parse(time.DateOnly, a.date)
		if err != nil {
			return source.Date{}, usageError{fmt.Errorf("%s", a.words.say(wordBadDate, a.date))}
		}
		return source.DateOf(t), nil
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return source.Date{}, usageError{fmt.Errorf("%s", a.words.say(wordBadEpoch, epoch))}
		}
		return source.DateOf(time.Unix(seconds, 0).UTC()), nil
	}
	return source.DateOf(time.Now()), nil
}

// lineFunc gives a line of a file for the excerpt below a problem.
type lineFunc = func(file string, line int) (string, bool)

// report prints problems in the chosen format and sets the exit code. It says
// whether they stop the command.
func (a *app) report(o generator.Options, problems []diag.Problem, line lineFunc) (bool, error) {
	stops := diag.Stops(problems, o.Strict)
	if stops {
		a.code = exitProblems
	}
	switch a.format {
	case "json":
		return stops, diag.JSON(a.stdout, problems, a.words.lang)
	case "sarif":
		return stops, diag.SARIF(a.stdout, problems, a.words.lang, version())
	}
	printer := diag.Printer{Lang: a.words.lang, Color: isTerminal(a.stderr) && os.Getenv("NO_COLOR") == "", Line: line}
	return stops, printer.Text(a.stderr, problems)
}

// say prints a line for people; the machine formats stand alone on stdout.
func (a *app) say(id diag.Text, args ...any) {
	if a.format == "text" {
		fmt.Fprintln(a.stdout, a.words.say(id, args...))
	}
}

func (a *app) counts(problems []diag.Problem) string {
	var errors, warnings int
	for _, p := range problems {
		if p.Severity() == diag.Error {
			errors += 1 + len(p.More)
		} else {
			warnings += 1 + len(p.More)
		}
	}
	return a.words.say(wordCounts, errors, warnings)
}
