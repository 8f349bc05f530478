// Reads dashboards strictly, as Grafana's own types are: fields that it does not know and values of the wrong type are told.
//
//	dashboard <file>...
package main

import (
	"fmt"
	"os"

	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
	"github.com/grafana/grafana-foundation-sdk/go/cog/plugins"
)

func main() {
	plugins.RegisterDefaultPlugins()
	wrong := false
	for _, path := range os.Args[1:] {
		text, err := os.ReadFile(path)
		if err == nil {
			read := dashboard.Dashboard{}
			err = read.UnmarshalJSONStrict(text)
		}
		// What is right may come as an error without words.
		if err != nil && err.Error() != "" {
			fmt.Printf("%s: %s\n", path, err)
			wrong = true
		}
	}
	if wrong {
		os.Exit(1)
	}
}
