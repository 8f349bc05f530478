package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// File is what a file below the home is like for the server that runs there.
type File struct {
	Hash     string `json:"hash"`
	User     uint32 `json:"user"`
	Writable bool   `json:"writable"`
}

// tell answers what the server was started with, and what of it is there now.
func (s *Server) tell(w http.ResponseWriter) {
	environment := map[string]string{}
	for _, variable := range os.Environ() {
		name, value, _ := strings.Cut(variable, "=")
		environment[name] = value
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"release": s.facts.Release, "environment": environment, "args": s.args, "started": s.started, "now": s.files(),
		"password": s.password, "diagnostics": s.diagnostics, "drainSeconds": s.drainSeconds,
	})
}

// fill writes a file of so many mebibytes into the home.
func (s *Server) fill(w http.ResponseWriter, mebibytes string) {
	count, _ := strconv.Atoi(mebibytes)
	file, err := os.Create(filepath.Join(s.home, "tmp/filling"))
	must(err)
	defer file.Close()
	for block := make([]byte, 1<<20); count > 0; count-- {
		_, err := file.Write(block)
		must(err)
	}
	writeJSON(w, http.StatusOK, map[string]any{})
}

func (s *Server) hashes() map[string]string {
	hashes := map[string]string{}
	s.walk(func(path, name string) { hashes[name] = hashOfFile(path) })
	return hashes
}

func (s *Server) files() map[string]File {
	files := map[string]File{}
	s.walk(func(path, name string) {
		var status syscall.Stat_t
		must(syscall.Stat(path, &status))
		const write = 2
		files[name] = File{Hash: hashOfFile(path), User: status.Uid, Writable: syscall.Access(path, write) == nil}
	})
	return files
}

// walk visits the files of the home.
func (s *Server) walk(visit func(path, name string)) {
	must(filepath.WalkDir(s.home, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !entry.Type().IsRegular() {
			return nil
		}
		name, _ := filepath.Rel(s.home, path)
		visit(path, name)
		return nil
	}))
}

func hashOfFile(path string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return hashOf(content)
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
