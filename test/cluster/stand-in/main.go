// A stand-in for the JVM of WSO2 Micro Integrator: its ports, pid file, log files and shutdown, without its work.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Facts are what differs between releases; the image carries them as a file.
type Facts struct {
	Release             string   `json:"release"`
	JDK                 string   `json:"jdk"`
	Healthz             bool     `json:"healthz"`
	Liveness            bool     `json:"liveness"`
	DrainSeconds        float64  `json:"drainSeconds"`
	DrainIsConfigurable bool     `json:"drainIsConfigurable"`
	DiagnosticsTool     bool     `json:"diagnosticsTool"`
	Logs                []string `json:"logs"`
}

// Server is one running stand-in.
type Server struct {
	facts         Facts
	home          string
	configuration string
	started       map[string]string
	password      string
	drainSeconds  float64
	diagnostics   bool
	args          []string
	logs          *Logs
	ports         []*port
}

func main() {
	facts := readFacts()
	if len(os.Args) > 1 && os.Args[1] == "-version" {
		fmt.Fprintf(os.Stderr, "openjdk version %q\n", facts.JDK)
		return
	}
	home := os.Getenv("WSO2_SERVER_HOME")
	server := &Server{facts: facts, home: home, args: os.Args[1:], logs: newLogs(home, facts.Logs)}
	server.readConfiguration()
	must(os.WriteFile(filepath.Join(home, "wso2carbon.pid"), []byte(strconv.Itoa(os.Getpid())), 0o644))
	server.run()
}

func (s *Server) run() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	s.logs.Say("wso2carbon.log", "Starting WSO2 Micro Integrator "+s.facts.Release)
	select {
	case <-stop:
		return
	case <-time.After(seconds("STAND_IN_START", 3)):
	}
	s.listen()
	polling := newPoller(os.Getenv("STAND_IN_POLL"), seconds("STAND_IN_POLL_WORK", 0.2))
	s.logs.Say("wso2carbon.log", "WSO2 Micro Integrator started")
	<-stop
	s.logs.Say("wso2carbon.log", "Shutdown hook triggered")
	s.logs.Say("audit.log", "drain begins")
	began := time.Now()
	s.drain(seconds("STAND_IN_DRAIN", s.drainSeconds))
	polling.finish()
	s.logs.Say("audit.log", "drain ends")
	s.logs.Say("wso2carbon.log", fmt.Sprintf("Halting JVM after %d ms", time.Since(began).Milliseconds()))
	// What a JVM that was asked to terminate reports.
	os.Exit(143)
}

// readConfiguration refuses to start without deployment.toml, and remembers which one it started with.
func (s *Server) readConfiguration() {
	content, err := os.ReadFile(filepath.Join(s.home, "conf/deployment.toml"))
	must(err)
	s.configuration = hashOf(content)
	s.drainSeconds = s.facts.DrainSeconds
	if told := drainTimeout.FindSubmatch(content); told != nil && s.facts.DrainIsConfigurable {
		milliseconds, err := strconv.ParseFloat(string(told[1]), 64)
		must(err)
		s.drainSeconds = milliseconds / 1000
	}
	s.diagnostics = s.facts.DiagnosticsTool && !diagnosticsOff.Match(content)
	s.started = s.hashes()
	s.readPassword()
}

// Enough of TOML for what is rendered: one key a line.
var drainTimeout = regexp.MustCompile(`(?m)^graceful_shutdown_timeout = (\d+)$`)
var diagnosticsOff = regexp.MustCompile(`(?m)^diagnostic_tool_enabled = "false"$`)

// readPassword opens the secure vault: the password is read once and its file is deleted.
func (s *Server) readPassword() {
	file := filepath.Join(s.home, "password-tmp")
	content, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return
	}
	must(err)
	must(os.Remove(file))
	s.password = string(content)
}

func readFacts() Facts {
	content, err := os.ReadFile("/opt/stand-in/facts.json")
	must(err)
	var facts Facts
	must(json.Unmarshal(content, &facts))
	return facts
}

// heap is what -Xms, -Xmx and the like of the command line say, in their order.
func (s *Server) heap() []string {
	heap := []string{}
	for _, arg := range s.args {
		if strings.HasPrefix(arg, "-X") && arg != "-XX:+HeapDumpOnOutOfMemoryError" {
			heap = append(heap, arg)
		}
	}
	return heap
}

func seconds(name string, standard float64) time.Duration {
	value, err := strconv.ParseFloat(os.Getenv(name), 64)
	if err != nil {
		value = standard
	}
	return time.Duration(value * float64(time.Second))
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "FATAL", err)
		os.Exit(1)
	}
}
