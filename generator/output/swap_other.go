//go:build !linux && !darwin

package output

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// exchange is not to be had here.
func exchange(a, b string) error { return errors.ErrUnsupported }

// rename tries again for a second: Windows refuses it while a web server, a
// virus scanner or an indexer has the file open.
func rename(from, to string) error {
	for try := 0; ; try++ {
		err := os.Rename(from, to)
		if try == 20 || !errors.Is(err, fs.ErrPermission) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}
