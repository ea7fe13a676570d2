package generator_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kohort/generator/internal/browsertest"
	"kohort/generator/internal/sitetest"
)

// pictureSeen is what the browser makes of the first picture of a page, and
// whether the page's policy keeps out a script that somebody slipped in.
type pictureSeen struct {
	Source  string  `json:"source"`  // that it chose
	Natural float64 `json:"natural"` // height by width, of the file
	Before  float64 `json:"before"`  // of the room kept before it was loaded
	Shown   float64 `json:"shown"`
	Blocked string  `json:"blocked"` // what the policy kept out
}

const seePicture = `(async () => {
  const img = document.querySelector('main .prose img');
  const before = img.getAttribute('height') / img.getAttribute('width');
  await img.decode();
  const blocked = new Promise(done => document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective), {once: true}));
  const script = document.createElement('script');
  script.textContent = 'document.title = "run"';
  document.head.append(script);
  const box = img.getBoundingClientRect();
  return {
    source: img.currentSrc, natural: img.naturalHeight / img.naturalWidth, before: before, shown: box.height / box.width,
    blocked: document.title === 'run' ? '' : await blocked,
  };
})()`

// TestPictureInTheBrowser holds that a photograph stands upright, that the room
// kept for it is the room it takes, that a phone loads the small copy, and that
// the page's policy holds over file://.
func TestPictureInTheBrowser(t *testing.T) {
	ctx := browsertest.Start(t)
	folder := t.TempDir()
	sitetest.Write(t, folder, "-- pages/index.md --\n---\nlayout: page\n---\n# 手引き\n\n![集合写真](photo.jpg)\n")
	writeFile(t, filepath.Join(folder, "pages", "photo.jpg"), photograph(t, 1300, 800, 1))
	site := sitetest.BuildFolder(t, folder)
	page := "file://" + filepath.ToSlash(site.Output) + "/index.html"
	for _, c := range []struct {
		width int64
		copy  bool
	}{{360, true}, {1440, false}} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(c.width, 800), chromedp.Navigate(page)); err != nil {
			t.Fatal(err)
		}
		got, err := chromedp.Run(ctx, chromedp.Evaluate[pictureSeen](seePicture, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(got.Source, "-480.") != c.copy {
			t.Errorf("%d pixels wide, the browser loads %s", c.width, got.Source)
		}
		const upright = 1300.0 / 800
		for what, ratio := range map[string]float64{"the file": got.Natural, "the room kept": got.Before, "the picture": got.Shown} {
			if ratio < upright-0.02 || ratio > upright+0.02 {
				t.Errorf("%d pixels wide, %s is %.3f times as high as wide, want %.3f", c.width, what, ratio, upright)
			}
		}
		if !strings.HasPrefix(got.Blocked, "script-src") {
			t.Errorf("a script in the page was not kept out: %q", got.Blocked)
		}
	}
}
