package main

import (
	"os/exec"

	"github.com/inconshreveable/mousetrap"
	"golang.org/x/sys/windows"
)

// systemLocale is the language of the user's interface, such as "ja-JP".
func systemLocale() string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}

// doubleClicked says whether the program was started from the file manager.
func doubleClicked() bool { return mousetrap.StartedByExplorer() }

func browser(url string) *exec.Cmd {
	return exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
}
