package roster

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
)

// keyBytes is the length of the private folder's key.
const keyBytes = 32

// errKey says that private/key is there but is no key of ours.
var errKey = errors.New("private/key does not hold 64 hexadecimal digits")

// Key reads the private folder's key.
func Key(private *os.Root) ([]byte, error) {
	data, err := private.ReadFile("key")
	if err != nil {
		return nil, fmt.Errorf("read private/key: %w", err)
	}
	key, err := hex.DecodeString(string(bytes.TrimSpace(data)))
	if err != nil || len(key) != keyBytes {
		return nil, errKey // not the error of hex, which quotes the key
	}
	return key, nil
}

// NewKey makes the private folder's key of random bytes and gives it. It never
// replaces a key: where there is one, it fails with fs.ErrExist.
func NewKey(private *os.Root) ([]byte, error) {
	f, err := private.OpenFile("key", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("write private/key: %w", err)
	}
	key := make([]byte, keyBytes)
	_, _ = rand.Read(key) // never fails, says its documentation
	_, err = fmt.Fprintf(f, "%x\n", key)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, fmt.Errorf("write private/key: %w", err)
	}
	return key, nil
}
