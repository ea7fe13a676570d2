package generator_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// What a reader does to a page, and what the page shows for it.

// requireShown compares what an expression gives in the page.
func requireShown(t *testing.T, ctx context.Context, what, expression string, want ...string) {
	t.Helper()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](expression))
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

// press strikes keys one after the other.
func press(t *testing.T, ctx context.Context, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if err := chromedp.Do(ctx, chromedp.KeyEvent(key)); err != nil {
			t.Fatal(err)
		}
	}
}

// evaluate runs an expression in the page.
func evaluate(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](expression)); err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
}

// point moves the mouse to the middle of the first element of a selector, and
// waits until the page has answered.
func point(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	x, y := middle(t, ctx, selector)
	if _, err := chromedp.Call(ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(400 * time.Millisecond)
}

func middle(t *testing.T, ctx context.Context, selector string) (x, y float64) {
	t.Helper()
	at, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](`(() => { const r = document.querySelector('`+selector+`').getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()`))
	if err != nil {
		t.Fatal(err)
	}
	return at[0], at[1]
}

// tap touches the first element of a selector as a finger does.
func tap(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	x, y := middle(t, ctx, selector)
	point := []*input.TouchPoint{{X: x, Y: y}}
	for _, params := range []input.DispatchTouchEventParams{{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: point}, {Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}}} {
		if _, err := chromedp.Call(ctx, input.DispatchTouchEvent, params); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(50 * time.Millisecond)
}
