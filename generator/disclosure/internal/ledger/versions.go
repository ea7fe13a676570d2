package ledger

import (
	"bytes"
	"cmp"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
)

// hashDigits is the length of an owner's and of a slot's hash, in hexadecimal
// digits: 64 bits, of which no two among some 100,000 slots are equal.
const hashDigits = 16

func keyed(key []byte, parts ...string) string {
	mac := hmac.New(sha256.New, key)
	for _, p := range parts {
		fmt.Fprintf(mac, "%d:", len(p))
		_, _ = io.WriteString(mac, p) // a hash never fails to write
	}
	return hex.EncodeToString(mac.Sum(nil))[:hashDigits]
}

// Fingerprint tells two keys apart, and nothing else of them.
func Fingerprint(key []byte) string { return keyed(key, "kohort ledger") }

func encoded(l line) []byte {
	var b bytes.Buffer
	_ = json.NewEncoder(&b).Encode(l) // a line has no value that JSON has no form for
	return b.Bytes()
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Versions tells which version of each slot of a cohort the data hold now. It
// knows salted hashes of the values that the data held at earlier releases: a
// value that comes back is the version that it was. Slots under another salt
// are others.
type Versions struct {
	key   []byte
	id    string
	Salt  string              `json:"salt"`
	Known map[string][]string `json:"known"` // slot without version -> hash of each version's value
}

func versionsFile(cohort string) string { return "versions/" + cohort + ".json" }

// NewVersions makes those of a cohort of which nothing was printed yet.
func NewVersions(key []byte, cohort string) *Versions {
	salt := make([]byte, sha256.Size)
	_, _ = rand.Read(salt) // never fails, says its documentation
	return &Versions{key: key, id: cohort, Salt: hex.EncodeToString(salt), Known: make(map[string][]string)}
}

// ReadVersions reads a cohort's versions; new ones where there are none.
func ReadVersions(private *os.Root, key []byte, cohort string) (*Versions, error) {
	v := &Versions{key: key, id: cohort}
	data, err := private.ReadFile(versionsFile(cohort))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return NewVersions(key, cohort), nil
	case err != nil:
		return nil, fmt.Errorf("read private/%s: %w", versionsFile(cohort), err)
	case json.Unmarshal(data, v) != nil || len(v.Salt) < hashDigits || v.Known == nil:
		return nil, fmt.Errorf("private/%s is not what kohort wrote", versionsFile(cohort))
	}
	return v, nil
}

// Part gives the part that a slot with a value has in a figure. A value that
// was not there before is a new version.
func (v *Versions) Part(s Slot) Part {
	base, value := keyed(v.key, v.id, s.Owner, s.Key), keyed([]byte(v.Salt), v.id, s.Owner, s.Key, s.Value)
	version := slices.Index(v.Known[base], value)
	if version < 0 {
		version = len(v.Known[base])
		v.Known[base] = append(v.Known[base], value)
	}
	return Part{
		Owner:  v.Owner(s.Owner),
		Slot:   keyed(v.key, v.id, s.Owner, s.Key, v.Salt[:hashDigits], fmt.Sprint(version)),
		Strand: s.Key, Times: s.Times,
	}
}

// Owner is the hash of an owner in figures.
func (v *Versions) Owner(id string) string { return keyed(v.key, v.id, id) }

// mostCounted is more sessions, or minutes, than a pair has in a month.
const mostCounted = 20_000

// Value finds what number a slot of an owner stood for, now or before: the one
// below mostCounted that has its hash. It adds no version.
func (v *Versions) Value(owner, key, slot string) (int, bool) {
	known := v.Known[keyed(v.key, v.id, owner, key)]
	for n := range mostCounted {
		value := keyed([]byte(v.Salt), v.id, owner, key, fmt.Sprint(n))
		version := slices.Index(known, value)
		if version >= 0 && keyed(v.key, v.id, owner, key, v.Salt[:hashDigits], fmt.Sprint(version)) == slot {
			return n, true
		}
	}
	return 0, false
}

// Seen says whether a fact of an owner was seen before.
func (v *Versions) Seen(owner, fact string) bool {
	return len(v.Known[keyed(v.key, v.id, owner, factKey(fact))]) > 0
}

func factKey(fact string) string { return "fact " + fact }

// Constant says whether a fact of an owner, such as the department, is still
// what it was when it was first seen. It must be asked before the fact's first
// use as a slot.
func (v *Versions) Constant(owner, fact, value string) bool {
	s := Slot{Owner: owner, Key: factKey(fact), Value: value}
	v.Part(s)
	return v.Known[keyed(v.key, v.id, s.Owner, s.Key)][0] == keyed([]byte(v.Salt), v.id, s.Owner, s.Key, s.Value)
}

// Save writes the versions: whole or not at all.
func (v *Versions) Save(private *os.Root) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("private/%s has no JSON form", versionsFile(v.id))
	}
	if err := private.Mkdir("versions", 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("make private/versions: %w", err)
	}
	name := versionsFile(v.id)
	temp := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	f, err := private.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("write private/%s: %w", name, err)
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = private.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write private/%s: %w", name, err), private.Remove(temp))
	}
	return nil
}

// HasVersions says whether a cohort's versions are here.
func HasVersions(private *os.Root, cohort string) bool {
	_, err := private.Stat(versionsFile(cohort))
	return err == nil
}

// ForgetVersions deletes a cohort's versions with their salt.
func ForgetVersions(private *os.Root, cohort string) error {
	if err := private.Remove(versionsFile(cohort)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("delete private/%s: %w", versionsFile(cohort), err)
	}
	return nil
}
