package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
)

var (
	wordTheme        = diag.Text{EN: "Copy a file of the standard theme into the handbook, to change it there; without FILE, list them", JA: "標準のテーマのファイルを、書き換えるためにハンドブックへコピーする（FILE を省略すると一覧を表示）"}
	wordThemeCopied  = diag.Text{EN: "copied: %s", JA: "コピーしました: %s"}
	wordThemeThere   = diag.Text{EN: "%s is there already; to get the standard file again, move that one out of the folder theme first", JA: "%s はすでにあります。標準のファイルをもう一度取り出すには、先にこのファイルを theme フォルダーの外に移してください"}
	wordThemeNearest = diag.Text{EN: "the standard theme has no file %q; did you mean %s?", JA: "標準のテーマに %q というファイルはありません。%s ではありませんか"}
	wordThemeUnknown = diag.Text{EN: "the standard theme has no file %q; `kohort theme` lists those it has", JA: "標準のテーマに %q というファイルはありません。`kohort theme` で一覧を確かめられます"}
)

func (a *app) themeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "theme [FILE]",
		Short: a.words.say(wordTheme),
		Args:  a.asInUse,
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := generator.ThemeFiles()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				for _, file := range files {
					fmt.Fprintln(a.stdout, file)
				}
				return nil
			}
			file := strings.TrimPrefix(path.Clean(filepath.ToSlash(args[0])), "theme/")
			if !slices.Contains(files, file) {
				nearest := diag.Nearest(file, files)
				if i := slices.IndexFunc(files, func(f string) bool { return path.Base(f) == file }); i >= 0 {
					nearest = files[i]
				}
				if nearest != "" {
					return usageError{errors.New(a.words.say(wordThemeNearest, file, nearest))}
				}
				return usageError{errors.New(a.words.say(wordThemeUnknown, file))}
			}
			o, err := a.options()
			if err != nil {
				return err
			}
			copied, err := generator.CopyThemeFile(o, file)
			if errors.Is(err, fs.ErrExist) {
				return usageError{errors.New(a.words.say(wordThemeThere, copied))}
			}
			if err != nil {
				return err
			}
			a.say(wordThemeCopied, copied)
			return nil
		},
	}
}
