package main

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Logs writes the log files of a release as its RollingFile appenders do: one write a line, rotation by rename.
type Logs struct {
	folder string
	lock   sync.Mutex
	files  map[string]*os.File
}

func newLogs(home string, names []string) *Logs {
	logs := &Logs{folder: filepath.Join(home, "repository/logs"), files: map[string]*os.File{}}
	for _, name := range names {
		logs.files[name] = logs.create(name)
	}
	return logs
}

func (l *Logs) create(name string) *os.File {
	file, err := os.OpenFile(filepath.Join(l.folder, name), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	must(err)
	return file
}

// Say writes a line with its time.
func (l *Logs) Say(name, text string) {
	l.Write(name, fmt.Sprintf("[%s] INFO {%s} - %s", time.Now().Format("2006-01-02 15:04:05,000"), name, text))
}

// Write appends a line to a file that the release has; to others it does nothing.
func (l *Logs) Write(name, line string) {
	l.lock.Lock()
	defer l.lock.Unlock()
	file, known := l.files[name]
	if !known {
		return
	}
	fmt.Fprintln(file, line)
	// The root logger alone has a console appender too.
	if name == "wso2carbon.log" {
		fmt.Println(line)
	}
}

func (l *Logs) has(name string) bool {
	l.lock.Lock()
	defer l.lock.Unlock()
	_, known := l.files[name]
	return known
}

// Rotate closes and renames a file, then opens a new one. The stock patterns have a date and no index, so that
// the second rotation of a day replaces the archive of the first.
func (l *Logs) Rotate(name, archive string) {
	l.lock.Lock()
	defer l.lock.Unlock()
	l.files[name].Close()
	path := filepath.Join(l.folder, name)
	must(os.Rename(path, strings.TrimSuffix(path, ".log")+"-"+archive+".log"))
	l.files[name] = l.create(name)
}

// writeLog serves /log?file=audit.log&from=1&n=1000&rotate=100&archive=index|date&persecond=500: lines from a number
// on, rotated after each so many.
func (s *Server) writeLog(w http.ResponseWriter, query url.Values) {
	name := query.Get("file")
	if !s.logs.has(name) {
		writeJSON(w, http.StatusNotFound, map[string]any{"error": "this release has no log file " + name})
		return
	}
	first, err := strconv.Atoi(query.Get("from"))
	if err != nil {
		first = 1
	}
	count, _ := strconv.Atoi(query.Get("n"))
	every, _ := strconv.Atoi(query.Get("rotate"))
	perSecond, _ := strconv.Atoi(query.Get("persecond"))
	began := time.Now()
	for i := first; i < first+count; i++ {
		s.logs.Write(name, fmt.Sprintf("%s line %07d", name, i))
		if written := i - first + 1; every > 0 && written%every == 0 {
			s.logs.Rotate(name, archiveName(query.Get("archive"), written/every))
		}
		if perSecond > 0 {
			time.Sleep(time.Until(began.Add(time.Duration(i-first+1) * time.Second / time.Duration(perSecond))))
		}
	}
	writeJSON(w, http.StatusOK, map[string]any{"file": name, "lines": count, "ms": time.Since(began).Milliseconds()})
}

func archiveName(kind string, index int) string {
	if kind == "date" {
		return time.Now().Format("01-02-2006")
	}
	return strconv.Itoa(index)
}
