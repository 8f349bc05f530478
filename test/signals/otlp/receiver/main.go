// A receiver of OTLP logs that has what it has answered for: each record is a line of JSON in a file, written before the
// answer, so that it can be killed at any time.
//
//	receiver grpc|http <address> <file>
package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"

	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"google.golang.org/grpc"
	_ "google.golang.org/grpc/encoding/gzip"
)

type record struct {
	Resource   map[string]any `json:"resource"`
	Time       int64          `json:"time"`
	Severity   string         `json:"severity"`
	Body       string         `json:"body"`
	Attributes map[string]any `json:"attributes"`
}

type receiver struct {
	plogotlp.UnimplementedGRPCServer
	lock sync.Mutex
	file *os.File
}

func (r *receiver) Export(_ context.Context, request plogotlp.ExportRequest) (plogotlp.ExportResponse, error) {
	lines := []byte{}
	for _, resource := range request.Logs().ResourceLogs().All() {
		for _, scope := range resource.ScopeLogs().All() {
			for _, one := range scope.LogRecords().All() {
				line, err := json.Marshal(record{
					Resource:   resource.Resource().Attributes().AsRaw(),
					Time:       int64(one.Timestamp()),
					Severity:   one.SeverityNumber().String(),
					Body:       one.Body().AsString(),
					Attributes: one.Attributes().AsRaw(),
				})
				if err != nil {
					return plogotlp.NewExportResponse(), err
				}
				lines = append(append(lines, line...), '\n')
			}
		}
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	_, err := r.file.Write(lines)
	return plogotlp.NewExportResponse(), err
}

func (r *receiver) ServeHTTP(response http.ResponseWriter, question *http.Request) {
	body := []byte{}
	request := plogotlp.NewExportRequest()
	unzipped, err := gzip.NewReader(question.Body)
	if err == nil {
		body, err = io.ReadAll(unzipped)
	}
	if err == nil {
		err = request.UnmarshalProto(body)
	}
	if err == nil {
		_, err = r.Export(question.Context(), request)
	}
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	answer, _ := plogotlp.NewExportResponse().MarshalProto()
	response.Header().Set("Content-Type", "application/x-protobuf")
	_, _ = response.Write(answer)
}

func main() {
	protocol, address, path := os.Args[1], os.Args[2], os.Args[3]
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	taking := &receiver{file: file}
	if protocol == "http" {
		log.Fatal(http.Serve(listener, taking))
	}
	// As receivers do, it takes 4 MiB and no more.
	server := grpc.NewServer()
	plogotlp.RegisterGRPCServer(server, taking)
	log.Fatal(server.Serve(listener))
}
