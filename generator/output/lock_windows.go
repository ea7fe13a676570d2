package output

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile takes a lock that ends with the process.
func lockFile(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errBusy
	}
	if err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	return nil
}

// removeLocked gives the lock back first: Windows removes no open file. A run
// that takes it in between keeps the folder.
func removeLocked(root string, lock *os.File) error {
	if err := lock.Close(); err != nil {
		return err
	}
	os.Remove(lock.Name())
	os.Remove(root)
	return nil
}
