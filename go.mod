module kohort

go 1.26.0

require (
	github.com/BurntSushi/toml v1.6.0 // front matter in TOML, with the undecoded keys
	github.com/adrg/frontmatter v0.2.0 // splits front matter from a page
	github.com/agnivade/levenshtein v1.2.2 // the nearest known name in a message
	github.com/alecthomas/chroma/v2 v2.27.0 // highlights code by classes
	github.com/chromedp/cdproto v0.159.0 // tests: the browser's events
	github.com/chromedp/chromedp v0.22.1 // tests: drives Chromium
	github.com/fsnotify/fsnotify v1.10.1 // the preview hears of changes
	github.com/goccy/go-yaml v1.19.2 // YAML with positions
	github.com/google/go-cmp v0.7.0 // tests: differences one can read
	github.com/inconshreveable/mousetrap v1.1.0 // whether a double-click started the program on Windows; cobra needs it too
	github.com/jackc/pgx/v5 v5.12.0 // reads tables from PostgreSQL
	github.com/nicksnyder/go-i18n/v2 v2.7.0 // the theme's words and plurals
	github.com/rogpeppe/go-internal v1.16.0 // tests: command scripts
	github.com/spf13/cobra v1.10.2 // commands and flags
	github.com/tdewolff/minify/v2 v2.24.25 // minifies CSS and JavaScript
	github.com/xuri/excelize/v2 v2.10.1 // the tabs and number formats of Excel workbooks, and writing them
	github.com/yuin/goldmark v1.8.7 // parses Markdown
	golang.org/x/net v0.62.0 // HTML tokens, for the allow-list of raw HTML and for documents to print
	golang.org/x/sync v0.24.0 // bounded workers that stop at the first error
	golang.org/x/sys v0.49.0 // exchanges two folders in one step
	golang.org/x/term v0.47.0 // whether output goes to a terminal
	golang.org/x/text v0.43.0 // NFC, width of characters, encodings
	golang.org/x/tools v0.52.0 // tests: types across packages, txtar
	modernc.org/sqlite v1.61.1 // reads tables from SQLite, without C
)

require (
	github.com/dlclark/regexp2/v2 v2.2.1 // indirect
	github.com/dustin/go-humanize v1.1.0 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/jackc/pgpassfile v1.0.0 // indirect
	github.com/jackc/pgservicefile v0.0.0-20240606120523-5a60cdf6a761 // indirect
	github.com/jackc/puddle/v2 v2.2.3 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/ncruces/go-strftime v1.1.0 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/richardlehane/mscfb v1.0.6 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/tdewolff/parse/v2 v2.8.20 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xuri/efp v0.0.1 // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.42.0 // indirect
	gopkg.in/yaml.v2 v2.3.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
	modernc.org/libc v1.79.0 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)

tool honnef.co/go/tools/cmd/staticcheck // static checks in .ci/run
