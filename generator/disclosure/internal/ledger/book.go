package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"kohort/generator/internal/filelock"
)

const (
	fileName = "ledger.jsonl"
	lockName = "ledger.lock"
)

// Ledger is what the file holds. The zero value is an empty one.
type Ledger struct {
	Key      string // fingerprint of the key that its hashes were made with; empty in an empty ledger
	Releases []Release
	closed   map[string]bool
}

// Of gives a cohort's releases, the earliest first.
func (l Ledger) Of(cohort string) []Release {
	var out []Release
	for _, r := range l.Releases {
		if r.Cohort == cohort {
			out = append(out, r)
		}
	}
	return out
}

// Closed says whether a cohort's figures are frozen for good.
func (l Ledger) Closed(cohort string) bool { return l.closed[cohort] }

// Read reads the ledger of the private folder; an empty one where there is no
// file. What a run that was killed left half written at its end is passed over:
// its release was never put in place.
func Read(private *os.Root) (Ledger, error) {
	l, _, err := read(private)
	return l, err
}

func read(private *os.Root) (Ledger, int, error) {
	l := Ledger{closed: make(map[string]bool)}
	data, err := private.ReadFile(fileName)
	if errors.Is(err, fs.ErrNotExist) {
		return l, 0, nil
	}
	if err != nil {
		return l, 0, fmt.Errorf("read private/%s: %w", fileName, err)
	}
	p := parser{ledger: &l}
	for at := 0; at < len(data); {
		length := bytes.IndexByte(data[at:], '\n')
		if length < 0 {
			break // the last line is torn
		}
		if err := p.take(data[at:at+length], at+length+1); err != nil {
			return Ledger{}, 0, err
		}
		at += length + 1
	}
	return l, p.settled, nil
}

// Book is the ledger opened for one writer. Close gives it back.
type Book struct {
	Ledger
	private *os.Root
	lock    *os.File
	key     []byte
	step    func() // called before each change of the disk, for tests; nil is nothing
}

// Open takes the lock, reads the ledger and drops from its end what a run that
// was killed left half written. It fails with filelock.ErrBusy where another run holds
// the lock.
func Open(private *os.Root, key []byte) (*Book, error) {
	lock, err := private.OpenFile(lockName, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open private/%s: %w", lockName, err)
	}
	if err := filelock.Lock(lock); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	b := &Book{private: private, lock: lock, key: key}
	settled := 0
	if b.Ledger, settled, err = read(private); err == nil {
		err = b.settle(settled)
	}
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return b, nil
}

// settle cuts off what stands after the last whole release.
func (b *Book) settle(whole int) error {
	info, err := b.private.Stat(fileName)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == int64(whole) {
		return nil
	}
	f, err := b.private.OpenFile(fileName, os.O_WRONLY, 0o600)
	if err == nil {
		err = errors.Join(f.Truncate(int64(whole)), f.Sync(), f.Close())
	}
	if err != nil {
		return fmt.Errorf("mend private/%s: %w", fileName, err)
	}
	return nil
}

// Close gives the lock back.
func (b *Book) Close() error { return b.lock.Close() }

// Foreign says whether the ledger's hashes were made with another key.
func (b *Book) Foreign() bool { return b.Key != "" && b.Key != Fingerprint(b.key) }

// Append adds a release. When it returns, the lines are on the disk.
func (b *Book) Append(r Release) error {
	lines, err := r.lines()
	if err != nil {
		return ErrForm
	}
	if err := b.add(lines); err != nil {
		return err
	}
	b.Releases = append(b.Releases, r)
	return nil
}

// CloseCohort freezes a cohort's figures for good.
func (b *Book) CloseCohort(id string) error {
	if b.Closed(id) {
		return nil
	}
	if err := b.add(encoded(line{Closed: id})); err != nil {
		return err
	}
	b.closed[id] = true
	return nil
}

// Restart puts the present ledger aside under a name with its key's fingerprint
// and begins a new one under the present key. Cohorts that were closed stay so.
func (b *Book) Restart() error {
	if b.Key == "" {
		return nil
	}
	closed := sortedKeys(b.closed)
	b.tick()
	if err := b.private.Rename(fileName, "ledger-"+b.Key+".jsonl"); err != nil {
		return fmt.Errorf("put private/%s aside: %w", fileName, err)
	}
	b.Ledger = Ledger{closed: make(map[string]bool)}
	for _, id := range closed {
		if err := b.CloseCohort(id); err != nil {
			return err
		}
	}
	return nil
}

func (b *Book) tick() {
	if b.step != nil {
		b.step()
	}
}

// add appends whole lines and syncs them.
func (b *Book) add(lines []byte) error {
	if b.Key == "" {
		b.Key = Fingerprint(b.key)
		lines = slices.Concat(encoded(line{Key: b.Key}), lines)
	}
	b.tick()
	f, err := b.private.OpenFile(fileName, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("write private/%s: %w", fileName, err)
	}
	// In pieces, so that a run that is killed may leave any part of it.
	for piece := range slices.Chunk(lines, 1<<16) {
		b.tick()
		if _, err = io.Copy(f, bytes.NewReader(piece)); err != nil {
			break
		}
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write private/%s: %w", fileName, err)
	}
	return nil
}
