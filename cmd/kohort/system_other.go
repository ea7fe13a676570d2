//go:build !windows

package main

import (
	"os/exec"
	"runtime"
)

// systemLocale is known from the environment alone here.
func systemLocale() string { return "" }

// doubleClicked is a matter of Windows.
func doubleClicked() bool { return false }

func browser(url string) *exec.Cmd {
	if runtime.GOOS == "darwin" {
		return exec.Command("open", url)
	}
	return exec.Command("xdg-open", url)
}
