// Package filelock locks an open file against other runs.
//
// It takes an open file and gives nil or ErrBusy. A lock ends with the process
// that holds it, so that a killed run leaves none. It refuses nothing: on a
// file system without locks every run goes on.
package filelock

import "errors"

// ErrBusy says that another process holds the lock.
var ErrBusy = errors.New("another run holds the lock")
