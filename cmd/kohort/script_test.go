package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"kohort/generator/generatortest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"kohort": func() { os.Exit(run(interrupted(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// interrupted is the context that main makes.
func interrupted() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	return ctx
}

// TestScripts runs each command as a user does: one behaviour a script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fetch": fetch,
			// handbook DIR is what kohort new DIR makes, made once for all scripts.
			"handbook": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) != 1 {
					ts.Fatalf("usage: handbook DIR")
				}
				ts.Check(generatortest.New(ts.MkAbs(args[0])))
			},
		},
	})
}

// fetch URL TEXT waits until the address answers with the text in it.
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fetch URL TEXT")
	}
	last := ""
	for range 200 {
		if resp, err := http.Get(args[0]); err == nil {
			body, err := io.ReadAll(resp.Body)
			resp.Body.Close()
			ts.Check(err)
			if last = string(body); strings.Contains(last, args[1]) {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s never said %q; last:\n%s", args[0], args[1], last)
}
