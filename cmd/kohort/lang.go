package main

import (
	"fmt"
	"os"
	"strings"

	"kohort/generator/diag"
)

// chooseLang gives the language of messages: --lang, else the locale. It is
// needed before the command line is parsed, since the help is in it too.
func chooseLang(args []string) (diag.Lang, error) {
	for i, arg := range args {
		value, given := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, given = args[i+1], true
		}
		if arg == "--" {
			break
		}
		if !given {
			continue
		}
		switch diag.Lang(value) {
		case diag.English, diag.Japanese:
			return diag.Lang(value), nil
		}
		return "", fmt.Errorf(`--lang takes "ja" or "en", not %q`, value)
	}
	return localeLang(), nil
}

// localeLang follows LC_ALL, LC_MESSAGES and LANG, then what the system says.
func localeLang() diag.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return langOf(value)
		}
	}
	return langOf(systemLocale())
}

func langOf(locale string) diag.Lang {
	if strings.HasPrefix(strings.ToLower(locale), "ja") {
		return diag.Japanese
	}
	return diag.English
}
