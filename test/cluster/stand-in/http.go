package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

type port struct {
	server   *http.Server
	listener net.Listener
}

// listen opens every port at once: before the end of the start nothing answers, as with the real one.
func (s *Server) listen() {
	secure := &tls.Config{Certificates: []tls.Certificate{s.certificate()}}
	s.open("8290", http.HandlerFunc(s.answer), nil)
	s.open("8253", http.HandlerFunc(s.answer), secure)
	s.open("9201", s.internal(), nil)
	s.open("9164", s.management(), secure)
	for _, open := range s.ports {
		go open.server.Serve(open.listener)
	}
}

func (s *Server) open(number string, handler http.Handler, secure *tls.Config) {
	listener, err := net.Listen("tcp", ":"+number)
	must(err)
	if secure != nil {
		listener = tls.NewListener(listener, secure)
	}
	s.ports = append(s.ports, &port{server: &http.Server{Handler: handler}, listener: listener})
}

// drain stops accepting and waits for the requests in flight, no longer than the release's timer.
func (s *Server) drain(limit time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var all sync.WaitGroup
	for _, open := range s.ports {
		all.Add(1)
		go func(server *http.Server) {
			defer all.Done()
			server.Shutdown(ctx)
		}(open.server)
	}
	all.Wait()
}

func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	switch r.URL.Path {
	case "/log":
		s.writeLog(w, query)
		return
	case "/about":
		s.tell(w)
		return
	case "/fill":
		s.fill(w, query.Get("mib"))
		return
	}
	// Says that the request is in work: one that fails after this must not be sent again.
	if query.Has("tell") {
		w.WriteHeader(http.StatusProcessing)
	}
	wait, _ := strconv.Atoi(query.Get("ms"))
	time.Sleep(time.Duration(wait) * time.Millisecond)
	s.logs.Write("http_access.log", r.Method+" "+r.URL.RequestURI())
	s.reply(w, r)
}

func (s *Server) reply(w http.ResponseWriter, r *http.Request) {
	host, _ := os.Hostname()
	writeJSON(w, http.StatusOK, map[string]any{
		"pod": host, "release": s.facts.Release, "uid": os.Getuid(), "gid": os.Getgid(),
		"host": r.Host, "path": r.URL.Path, "generation": os.Getenv("STAND_IN_GENERATION"),
		"jvmMemOpts": os.Getenv("JVM_MEM_OPTS"), "heap": s.heap(), "configuration": s.configuration,
	})
}

func (s *Server) internal() http.Handler {
	mux := http.NewServeMux()
	if s.facts.Healthz {
		mux.HandleFunc("/healthz", s.healthz)
	}
	if s.facts.Liveness {
		mux.HandleFunc("/liveness", func(w http.ResponseWriter, _ *http.Request) {
			writeJSON(w, http.StatusOK, map[string]any{"server": "started"})
		})
	}
	mux.HandleFunc("/metric-service/metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte("# TYPE wso2_integration_server_up gauge\nwso2_integration_server_up 1\n"))
	})
	return mux
}

func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	faulty, _ := filepath.Glob(filepath.Join(s.home, "repository/deployment/server/carbonapps/*.faulty"))
	if len(faulty) > 0 {
		writeJSON(w, http.StatusInternalServerError, map[string]any{"status": "not ready", "faultyCapps": faulty})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"status": "ready"})
}

func (s *Server) management() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/management", s.reply)
	mux.HandleFunc("/management/", s.reply)
	return mux
}

// certificate is the PEM pair that STAND_IN_TLS names in the security folder, else one of its own for localhost.
func (s *Server) certificate() tls.Certificate {
	if name := os.Getenv("STAND_IN_TLS"); name != "" {
		file := filepath.Join(s.home, "repository/resources/security", name)
		pair, err := tls.LoadX509KeyPair(file+".crt", file+".key")
		must(err)
		return pair
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().AddDate(1, 0, 0),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	must(err)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func writeJSON(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
