package generator

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

// External asks for links that leave the site. The zero value does so with a
// client of its own.
type External struct {
	Client *http.Client
}

// externalTimeout is how long one answer may take.
const externalTimeout = 15 * time.Second

// Check asks once for each address, one at a time for each host, and reports
// every place whose address does not answer or answers that there is nothing.
func (e *External) Check(ctx context.Context, links []markdown.Link) []diag.Problem {
	client := e.Client
	if client == nil {
		client = &http.Client{Timeout: externalTimeout}
	}
	hosts := byHost(links)
	verdicts := make([]map[string]string, len(hosts))
	var wg sync.WaitGroup
	limit := make(chan struct{}, 8)
	for i, addresses := range hosts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			limit <- struct{}{}
			defer func() { <-limit }()
			verdicts[i] = make(map[string]string)
			for _, address := range addresses {
				verdicts[i][address] = ask(ctx, client, address)
			}
		}()
	}
	wg.Wait()
	answers := make(map[string]string)
	for _, v := range verdicts {
		for address, answer := range v {
			answers[address] = answer
		}
	}
	var problems []diag.Problem
	for _, l := range links {
		if answer := answers[withoutFragment(l.URL)]; answer != "" {
			problems = append(problems, diag.New("link-external", l.Pos, diag.Slot("url", l.URL), diag.Slot("answer", answer)))
		}
	}
	return problems
}

// byHost gives the addresses to ask for, each once, a list for each host.
func byHost(links []markdown.Link) [][]string {
	var hosts [][]string
	place := make(map[string]int)
	seen := make(map[string]bool)
	for _, l := range links {
		address := withoutFragment(l.URL)
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || seen[address] {
			continue
		}
		seen[address] = true
		i, ok := place[u.Host]
		if !ok {
			i = len(hosts)
			place[u.Host] = i
			hosts = append(hosts, nil)
		}
		hosts[i] = append(hosts[i], address)
	}
	return hosts
}

func withoutFragment(address string) string {
	before, _, _ := strings.Cut(address, "#")
	return before
}

// ask gives what is wrong with an address; nothing where it answers. Some
// servers refuse HEAD, so a refusal is asked again by GET. 401, 403 and 429
// say that the page is there but not for us.
func ask(ctx context.Context, client *http.Client, address string) string {
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		r, err := http.NewRequestWithContext(ctx, method, address, nil)
		if err != nil {
			return "not an address"
		}
		r.Header.Set("User-Agent", "kohort-check")
		resp, err := client.Do(r)
		if err != nil {
			return "no answer"
		}
		resp.Body.Close()
		switch code := resp.StatusCode; {
		case code < 400, code == http.StatusUnauthorized, code == http.StatusForbidden, code == http.StatusTooManyRequests:
			return ""
		case method == http.MethodGet:
			return resp.Status
		}
	}
	return ""
}
