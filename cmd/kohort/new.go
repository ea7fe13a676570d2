package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
)

func (a *app) newCommand() *cobra.Command {
	var o generator.NewOptions
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: a.words.say(wordNew),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			for i, lang := range o.Languages {
				o.Languages[i] = strings.ToLower(strings.TrimSpace(lang))
			}
			if cmd.Flags().Changed("languages") && len(o.Languages) == 0 {
				return usageError{errors.New(a.words.say(wordBadLangs, ""))}
			}
			for i, lang := range o.Languages {
				if !slices.Contains(generator.StarterLanguages, lang) || slices.Contains(o.Languages[:i], lang) {
					return usageError{errors.New(a.words.say(wordBadLangs, strings.Join(o.Languages, ",")))}
				}
			}
			_, problems, err := generator.New(cmd.Context(), args[0], o)
			if err != nil {
				return err
			}
			stopped, err := a.report(generator.Options{}, problems, nil)
			if err != nil || stopped {
				return err
			}
			fmt.Fprintln(a.stdout, a.words.say(wordNewDone, args[0], args[0]))
			return nil
		},
	}
	cmd.Flags().StringSliceVar(&o.Languages, "languages", nil, a.words.say(wordLanguages))
	cmd.Flags().BoolVar(&o.WithoutSamples, "without-samples", false, a.words.say(wordNoSamples))
	return cmd
}
