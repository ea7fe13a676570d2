package microdata

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// ApprovalsFile is the file of a cohort's data folder that says which comments
// may be shown.
const ApprovalsFile = "quotes.yaml"

// errNoKey says that a fingerprint was asked for without a key.
var errNoKey = errors.New("fingerprint without a key")

// Fingerprint is an HMAC-SHA256 in hex, under the private folder's key, of
// the names and bytes of everything that Read reads for a cohort: the data
// files in cohorts/ID of data with the approvals of comments, and survey.yaml and the cohort's cohort.yaml of
// the handbook. Two are equal where nothing changed in between. Without the
// key it tells nothing about a row.
func Fingerprint(handbook, data *os.Root, id string, key []byte) (string, error) {
	if len(key) == 0 {
		return "", errNoKey
	}
	mac := hmac.New(sha256.New, key)
	folder := path.Join("cohorts", id)
	for _, name := range []string{surveyFile, folder + "/cohort.yaml"} {
		if err := addFile(mac, handbook, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("read %s: %w", name, err)
		}
	}
	if err := addFile(mac, data, folder+"/"+ApprovalsFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("read %s/%s: %w", folder, ApprovalsFile, err)
	}
	entries, err := fs.ReadDir(data.FS(), folder)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", folder, err)
	}
	for _, e := range entries { // in order of name
		if e.IsDir() || !IsDataFile(e.Name()) {
			continue
		}
		if err := addFile(mac, data, folder+"/"+e.Name()); err != nil {
			return "", fmt.Errorf("read %s/%s: %w", folder, e.Name(), err)
		}
	}
	return hex.EncodeToString(mac.Sum(nil)), nil
}

// addFile adds a file's name and bytes, each with its length before it so
// that no two lists of files give the same sum.
func addFile(w io.Writer, root *os.Root, name string) error {
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return err
	}
	_ = binary.Write(w, binary.BigEndian, uint64(len(name))) // a hash never fails to write
	_, _ = io.WriteString(w, name)
	_, _ = w.Write(sum.Sum(nil))
	return nil
}
