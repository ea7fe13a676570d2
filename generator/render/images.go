package render

import (
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"kohort/generator/diag"
	"kohort/generator/handbook"
	"kohort/generator/render/internal/picture"
	"kohort/generator/source"
)

// images are the handbook's pictures without their metadata, by their path
// below pages/.
type images map[string]*image

// image is a picture, and the narrower copies that a browser may choose from.
type image struct {
	picture.Picture
	copies []imageCopy // narrowest first
}

// imageCopy is a narrower copy. Its name is that of the picture with tail in
// place of the extension.
type imageCopy struct {
	width int
	tail  string // "-960.3fa9c2d1.jpg"
	data  string
}

// copyWidths are the widths in pixels that copies may have: a phone, a phone of
// fine dots or a column of text, and such a column in fine dots.
func copyWidths() []int { return []int{480, 960, 1600} }

// readImages reads every picture of the handbook once, on all cores, and makes
// the copies of those that a page shows. One that cannot be read is a problem:
// nobody could say what else is in it.
func readImages(ctx context.Context, in Input) (images, []diag.Problem, error) {
	assets, shown := pictureAssets(in.Handbook)
	if len(assets) == 0 {
		return nil, nil, nil
	}
	r := imageReader{shown, picture.CacheIn(in.Cache), semaphore.NewWeighted(picture.MaxPixels)}
	made := make([]*image, len(assets))
	refused := make([]error, len(assets))
	var next atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	for range min(len(assets), runtime.GOMAXPROCS(0)) {
		group.Go(func() error {
			for i := int(next.Add(1)) - 1; i < len(assets) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				made[i], refused[i] = r.read(ctx, assets[i])
			}
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	r.cache.Trim()
	found := make(images, len(assets))
	var problems []diag.Problem
	for i, a := range assets {
		if refused[i] != nil {
			problems = append(problems, imageProblem(a.Path, refused[i]))
		} else {
			found[a.Path] = made[i]
		}
	}
	return found, problems, nil
}

// imageReader reads pictures, several at a time.
type imageReader struct {
	shown map[string]bool // by path: a page shows it
	cache picture.Cache
	room  *semaphore.Weighted // for pixels that are in memory at one time
}

// read reads one picture. The error is that of ctx or of picture.Read.
func (r imageReader) read(ctx context.Context, a source.Asset) (*image, error) {
	p, err := picture.Read(a.Data)
	if err != nil {
		return nil, err
	}
	made := &image{Picture: p}
	if !r.shown[a.Path] || !p.CanShrink(copyWidths()[0]) {
		return made, nil
	}
	pixels := int64(p.Width) * int64(p.Height)
	if err := r.room.Acquire(ctx, pixels); err != nil {
		return nil, err
	}
	defer r.room.Release(pixels)
	made.addCopies(path.Ext(a.Path), r.cache)
	return made, nil
}

// pictureAssets lists the pictures of all trees, each once, and which of them
// a page shows.
func pictureAssets(h *handbook.Handbook) (assets []source.Asset, shown map[string]bool) {
	listed := make(map[string]bool)
	shown = make(map[string]bool)
	for _, tree := range h.Trees {
		for _, a := range tree.Assets {
			if picture.Named(strings.ToLower(path.Ext(a.Path))) && !listed[a.Path] {
				listed[a.Path] = true
				assets = append(assets, a)
			}
		}
		if len(assets) > 0 {
			addShown(shown, tree)
		}
	}
	return assets, shown
}

// addShown adds the pictures that the pages of a tree show.
func addShown(shown map[string]bool, tree *handbook.Tree) {
	for _, edition := range tree.Editions {
		for _, page := range edition.Pages {
			for i := range page.Parts {
				if image := page.Parts[i].Image; image != nil {
					shown[image.Asset] = true
				}
			}
		}
	}
}

// addCopies makes the copies that are worth having: smaller as a file than the
// picture and than what is wider.
func (i *image) addCopies(ext string, cache picture.Cache) {
	pixels := i.Pixels()
	largest := len(i.Data) * 9 / 10
	for _, width := range copyWidths() {
		if !i.CanShrink(width) {
			break
		}
		data, ok := cache.Get(i.Picture, width)
		if !ok {
			data = i.Shrink(pixels(), width)
			cache.Put(i.Picture, width, data)
		}
		if data == "" || len(data) > largest {
			continue
		}
		name := hashed(fmt.Sprintf("-%d%s", width, ext), data)
		i.copies = append(i.copies, imageCopy{width, strings.TrimPrefix(name.path, "theme/"), data})
	}
}

func imageProblem(file string, err error) diag.Problem {
	pos := diag.Pos{File: "pages/" + file}
	switch {
	case errors.Is(err, picture.ErrPhone):
		return diag.New("image-heic", pos)
	case errors.Is(err, picture.ErrTooLarge):
		return diag.New("image-too-large", pos)
	case errors.Is(err, picture.ErrUnknown):
		return diag.New("image-unknown", pos)
	}
	return diag.New("image-broken", pos)
}
