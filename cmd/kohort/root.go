package main

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// root is the command tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "kohort",
		Short:         a.words.say(wordAbout),
		Long:          a.words.say(wordAboutAll),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("%s", a.words.say(wordNoCommand, args[0]))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := a.folder(); err != nil {
				return cmd.Help()
			}
			return a.serve(cmd.Context(), 0, true)
		},
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.source, "source", "", a.words.say(wordSource))
	flags.StringVar(&a.format, "format", "text", a.words.say(wordFormat))
	flags.String("lang", "", a.words.say(wordLang)) // read by chooseLang
	flags.BoolP("help", "h", false, a.words.say(wordHelp))
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usageError{a.flagError(cmd, err)} })
	root.SetUsageTemplate(a.usageTemplate())
	root.SetHelpCommand(a.helpCommand())
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(a.newCommand(), a.serveCommand(), a.dataCommand(), a.releaseCommand(), a.quotesCommand(), a.explainCommand(), a.importCommand(), a.closeCommand(), a.withdrawCommand(), a.themeCommand(), a.buildCommand(), a.checkCommand(), a.versionCommand())
	return root
}

func (a *app) usageTemplate() string {
	return a.words.say(wordUsage) + `: {{.UseLine}}{{if .HasAvailableSubCommands}}

` + a.words.say(wordCmds) + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}

` + a.words.say(wordFlags) + `:
{{.Flags.FlagUsages | trimTrailingWhitespaces}}
`
}

// flagError says in the language of messages what pflag says in English.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var named interface {
		error
		GetSpecifiedName() string
	}
	var wrong interface {
		error
		GetValue() string
	}
	switch {
	case errors.As(err, &wrong):
		return errors.New(a.words.say(wordBadFlag, wrong.GetValue()))
	case errors.As(err, &named) && cmd.Flag(named.GetSpecifiedName()) == nil:
		return errors.New(a.words.say(wordNoFlag, named.GetSpecifiedName()))
	case errors.As(err, &named):
		return errors.New(a.words.say(wordBareFlag, named.GetSpecifiedName()))
	}
	return err
}

// helpCommand is what people type who do not know --help.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND]",
		Hidden: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usageError{errors.New(a.words.say(wordNoCommand, args[0]))}
			}
			return about.Help()
		},
	}
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.words.say(wordVersion),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(a.stdout, "kohort", version())
			return err
		},
	}
}

// version is what the build says of itself.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok || build.Main.Version == "" {
		return "(devel)"
	}
	return build.Main.Version
}
