package main

import (
	"context"
	"fmt"
	"net"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/preview"
)

func (a *app) serveCommand() *cobra.Command {
	var port int
	var open bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.words.say(wordServe),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.serve(cmd.Context(), port, open)
		},
	}
	a.siteFlags(cmd)
	cmd.Flags().IntVar(&port, "port", 8321, a.words.say(wordPort))
	cmd.Flags().BoolVar(&open, "open", false, a.words.say(wordOpen))
	return cmd
}

func (a *app) serve(ctx context.Context, port int, open bool) error {
	o, err := a.options()
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return fmt.Errorf("%s: %w", a.words.say(wordNoPort, port), err)
	}
	folders, err := generator.Watched(o)
	if err != nil {
		return err
	}
	for i, f := range folders {
		if folders[i], err = filepath.Abs(f); err != nil {
			return err
		}
	}
	server := preview.New(preview.Options{
		Listener: listener,
		Folders:  folders,
		Rebuild:  generator.Preview(o, func(problems []diag.Problem, line lineFunc) string { return a.text(o, problems, line) }),
		Title:    a.words.say(wordPreview),
	})
	url := "http://" + listener.Addr().String() + "/"
	fmt.Fprintln(a.stdout, a.words.say(wordServing, url))
	if open {
		// Where no browser can be started, the address is on the screen.
		_ = browser(url).Start()
	}
	err = server.Run(ctx)
	a.code = exitDone // problems of a page that was being written are no failure
	return err
}

// text is what the browser shows of problems: the counts, then the terminal's
// own text. It is said on the terminal as well, and so is their end.
func (a *app) text(o generator.Options, problems []diag.Problem, line lineFunc) string {
	if _, err := a.report(o, problems, line); err != nil {
		return err.Error()
	}
	if len(problems) == 0 {
		if a.troubled {
			a.say(wordMended)
		}
		a.troubled = false
		return ""
	}
	a.troubled = true
	a.say(wordLine, a.counts(problems))
	var b strings.Builder
	b.WriteString(a.counts(problems) + "\n")
	printer := diag.Printer{Lang: a.words.lang, Line: line}
	if err := printer.Text(&b, problems); err != nil {
		return err.Error()
	}
	return b.String()
}
