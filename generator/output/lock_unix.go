//go:build unix

package output

import (
	"errors"
	"os"
)

// removeLocked removes a work folder before its lock is given back.
func removeLocked(root string, lock *os.File) error {
	return errors.Join(os.RemoveAll(root), lock.Close())
}
