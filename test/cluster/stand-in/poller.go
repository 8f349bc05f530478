package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Poller takes the files of a folder one by one, and tells in poller.journal when it lived.
type Poller struct {
	folder string
	work   time.Duration
	stop   chan struct{}
	done   sync.WaitGroup
}

func newPoller(folder string, work time.Duration) *Poller {
	poller := &Poller{folder: folder, work: work, stop: make(chan struct{})}
	if folder == "" {
		return poller
	}
	poller.tell("start")
	poller.done.Add(1)
	go poller.poll()
	return poller
}

// finish lets the file in hand be finished, as the server pauses its inbound endpoints.
func (p *Poller) finish() {
	close(p.stop)
	p.done.Wait()
	if p.folder != "" {
		p.tell("stop")
	}
}

func (p *Poller) poll() {
	defer p.done.Done()
	for {
		p.tell("heartbeat")
		for _, file := range p.waiting() {
			if p.stopped(0) {
				return
			}
			p.take(file)
		}
		if p.stopped(100 * time.Millisecond) {
			return
		}
	}
}

func (p *Poller) stopped(wait time.Duration) bool {
	select {
	case <-p.stop:
		return true
	case <-time.After(wait):
		return false
	}
}

func (p *Poller) waiting() []string {
	all, _ := filepath.Glob(filepath.Join(p.folder, "*"))
	files := []string{}
	for _, file := range all {
		if !strings.HasSuffix(file, ".done") && !strings.HasSuffix(file, ".journal") {
			files = append(files, file)
		}
	}
	return files
}

// take works on a file and only then renames it: a second poller would take the same file too, and be seen.
func (p *Poller) take(file string) {
	p.tell("take " + filepath.Base(file))
	time.Sleep(p.work)
	if err := os.Rename(file, file+".done"); err != nil {
		p.tell("lost " + filepath.Base(file))
	}
}

func (p *Poller) tell(word string) {
	host, _ := os.Hostname()
	journal, err := os.OpenFile(filepath.Join(p.folder, "poller.journal"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o664)
	if err != nil {
		fmt.Fprintln(os.Stderr, "poller:", err)
		return
	}
	defer journal.Close()
	fmt.Fprintf(journal, "%s %d %s\n", host, time.Now().UnixMilli(), word)
}
