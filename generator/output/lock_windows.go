package output

import "os"

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
