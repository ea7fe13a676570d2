package source

import (
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// The words of site.yaml that must have a form. Each is its own type, so that
// a wrong one is found where it stands.
type (
	languageTag  string
	audienceName string
	webAddress   string
	mailAddress  string
	colour       string
	rosterWord   string
)

var errForm = errors.New("not of the right form")

// require is nil where a word has its form.
func require(ok bool) error {
	if !ok {
		return errForm
	}
	return nil
}

func (l *languageTag) UnmarshalText(words []byte) error {
	*l = languageTag(words)
	_, err := language.Parse(string(words))
	return require(err == nil && languagePattern.Match(words))
}

// languagePattern keeps a tag to what can be part of a file name and a folder
// of the site: ja, en, zh-Hant.
var languagePattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (l *languageTag) Example() string { return "ja" }

func (a *audienceName) UnmarshalText(words []byte) error {
	*a = audienceName(words)
	return require(audiencePattern.Match(words) && !windowsDevice(string(words)))
}

var audiencePattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (a *audienceName) Example() string { return "leaders" }

func (w *webAddress) UnmarshalText(words []byte) error {
	u, err := url.Parse(string(words))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" ||
		strings.HasSuffix(u.Path, ".html") || strings.HasSuffix(u.Path, ".htm") {
		return errForm // and no address: pages would be written with links that lead nowhere
	}
	*w = webAddress(u.Scheme + "://" + u.Host + u.EscapedPath())
	return nil
}

func (w *webAddress) Example() string { return "https://handbook.example.com/" }

func (m *mailAddress) UnmarshalText(words []byte) error {
	*m = mailAddress(words)
	local, host, ok := strings.Cut(string(words), "@")
	return require(ok && local != "" && host != "" && !strings.ContainsAny(host, "@ ") && !strings.Contains(local, " "))
}

func (m *mailAddress) Example() string { return "handbook@example.com" }

func (c *colour) UnmarshalText(words []byte) error {
	*c = colour(strings.ToLower(string(words)))
	return require(colourPattern.Match(words))
}

var colourPattern = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func (c *colour) Example() string { return `"#1a5fb4"` }

// Choices are whether readers know who took part.
func (r *rosterWord) Choices() []string { return []string{"known", "secret"} }

func (r *rosterWord) UnmarshalText(words []byte) error {
	*r = rosterWord(words)
	return require(slices.Contains(r.Choices(), string(words)))
}
