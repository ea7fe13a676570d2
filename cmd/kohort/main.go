// Command kohort turns a folder of Markdown and cohort data into a static
// site. It parses flags, calls package generator and shows problems; it holds
// no logic of its own.
//
// Exit code: 0 done, 1 problems, 2 wrong usage.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if code != exitDone && doubleClicked() {
		// The window would close before anybody could read why.
		fmt.Fscanln(os.Stdin)
	}
	os.Exit(code)
}

// run executes one command line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	lang, err := chooseLang(args)
	if err != nil {
		fmt.Fprintln(stderr, "kohort:", err)
		return exitUsage
	}
	a := &app{words: words{lang}, stdout: stdout, stderr: stderr}
	// cobra would tell a person who double-clicks to open a terminal; here a
	// double-click in a handbook's folder is what is wanted.
	cobra.MousetrapHelpText = ""
	root := a.root()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err = a.guarded(func() error { return root.ExecuteContext(ctx) }); errors.Is(err, errBroken) {
		return exitProblems
	}
	var usage usageError
	switch {
	case err == nil:
		return a.code
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "kohort: %v\n%s\n", err, a.words.say(wordSeeHelp, root.CommandPath()))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, a.words.say(wordStopped))
		return exitProblems
	default:
		fmt.Fprintf(stderr, "kohort: %v\n", err)
		return exitProblems
	}
}

// usageError is a command line that cannot be carried out.
type usageError struct{ error }
